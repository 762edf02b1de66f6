//! Which part of a study is asked, in words.

use crate::analysis::scope::{Excluded, Scope};
use crate::lang::asking::Asking;
use crate::lang::double::DoubleWords;
use crate::lang::{Language, count, fill};
use crate::model::id::RoundId;
use crate::model::layer::Layer;
use crate::model::project::Project;
use crate::model::source::Role;

/// Says what a scope chooses: *Hele studien*, or its parts with dots between.
pub fn scope(project: &Project, scope: &Scope, language: Language) -> String {
    let say = Asking::of(language);
    let mut parts: Vec<String> = Vec::new();
    let mut part = |names: Vec<String>, one: &str, many: &str| match names.as_slice() {
        [] => {}
        [only] => parts.push(fill(one, &[("name", only)])),
        names => parts.push(count(names.len(), many, many)),
    };
    let title = |source: &_| project.source(*source).map_or_else(String::new, |source| source.title.clone());
    part(scope.sources.iter().map(title).collect(), say.named, say.many_sources);
    part(scope.roles.iter().map(|known| role(*known, language).to_owned()).collect(), say.named, say.many_roles);
    part(scope.speakers.iter().cloned().collect(), say.one_speaker, say.many_speakers);
    let case = |case: &_| project.case(*case).map_or_else(String::new, |case| case.name.clone());
    part(scope.cases.iter().map(case).collect(), say.named, say.many_cases);
    for (attribute, values) in scope.values.iter().filter(|(_, values)| !values.is_empty()) {
        let name = project.attribute(*attribute).map_or("", |attribute| attribute.name.as_str());
        let values = values.iter().map(String::as_str).collect::<Vec<_>>().join(" / ");
        parts.push(fill(say.value, &[("attribute", &name), ("values", &values)]));
    }
    let mut part = |names: Vec<String>, one: &str, many: &str| match names.as_slice() {
        [] => {}
        [only] => parts.push(fill(one, &[("name", only)])),
        names => parts.push(count(names.len(), many, many)),
    };
    let code = |code: &_| project.code_name(*code).unwrap_or_default().to_owned();
    part(scope.codes.iter().map(code).collect(), say.one_code, say.many_codes);
    let coder = |coder: &_| project.coder_name(*coder).to_owned();
    part(scope.coders.iter().map(coder).collect(), say.one_coder, say.many_coders);
    let known = rounds(project, language).into_iter().filter(|(id, _)| scope.rounds.contains(id));
    part(known.map(|(_, name)| name).collect(), say.named, say.many_rounds);
    if parts.is_empty() {
        parts.push(say.whole.to_owned());
    }
    if scope.layer == Layer::Agreed {
        parts.push(say.agreed.to_owned());
    }
    if scope.excluded == Excluded::In {
        parts.push(say.with_excluded.to_owned());
    }
    parts.join(" · ")
}

/// The rounds of double coding with what each is called, the oldest first.
pub fn rounds(project: &Project, language: Language) -> Vec<(RoundId, String)> {
    let rounds = project.double_codings();
    let named = (1..).zip(&rounds).map(|(n, round)| (round.id, fill(DoubleWords::of(language).round, &[("n", &n)])));
    named.collect()
}

/// What a role is called, for all who have it.
pub fn role(role: Role, language: Language) -> &'static str {
    let say = Asking::of(language);
    match role {
        Role::Interviewer => say.interviewers,
        Role::Informant => say.informants,
        Role::Unknown => say.others,
    }
}
