//! Agreement between coders of a study: all codes together, then code by code and source by source.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::super::analyse::between;
use super::super::analyse::part::{self, Side};
use super::super::desk::{Desk, Trouble};
use super::ratings;
use crate::analysis::agreement::comparison::{Among, Behind, Between, Comparison};
use crate::analysis::agreement::words;
use crate::analysis::answers::agreement::{BY_CODE, BY_SOURCE};
use crate::analysis::coded::Level;
use crate::analysis::{Analysis as _, Options, Reach};
use crate::lang::agreement::AgreementWords;
use crate::lang::fill;
use crate::lang::team::TeamWords;
use crate::model::agreement::Unit;
use crate::model::id::{CoderId, SourceId};
use crate::model::project::Project;
use crate::model::span::Span;
use crate::told;

pub(super) fn run(folder: &Path, arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let session = desk.open(folder, arguments)?;
    let project = session.project().clone();
    session.close()?;
    let scope = part::scope(&project, arguments, Side::Asked, desk)?.unwrap_or_default();
    let agreement = between::between(&project, arguments, desk)?;
    if let Some(named) = arguments.get_one::<String>("attribute") {
        return ratings::run((&project, &scope, agreement), named, arguments, desk);
    }
    let say = AgreementWords::of(desk.language);
    let Some(comparison) = Comparison::of(&project, &scope, &agreement) else {
        return Err(Trouble::Told(say.too_few.to_owned()));
    };
    let level = match arguments.get_one::<String>("level").map(String::as_str) {
        Some("themes") => Level::Themes,
        Some("categories") => Level::Categories,
        Some("codes") => Level::Codes,
        _ => Level::All,
    };
    let reach = if arguments.get_flag("own") { Reach::Own } else { Reach::Family };
    let agreement = Between { coders: comparison.coders.clone(), ..agreement };
    let options = Options { language: desk.language, agreement: agreement.clone(), level, reach, ..Options::default() };
    if arguments.get_flag("json") {
        let told =
            Told { project: &project, comparison: &comparison, agreement, desk, spans: arguments.get_flag("spans") };
        return desk.tell(&format!("{:#}", told.answer(level, reach, &BY_CODE.method(&options))));
    }
    let names: Vec<String> =
        comparison.coders.iter().map(|coder| words::coder_name(&project, *coder, desk.language)).collect();
    let names = told::team::listed(names.iter().map(String::as_str).collect(), TeamWords::of(desk.language));
    desk.tell(&fill(say.between, &[("names", &names), ("unit", &words::unit_name(agreement.unit, desk.language))]))?;
    super::lines(&BY_CODE.run(&project, &scope, &options), desk)?;
    desk.tell("")?;
    super::lines(&BY_SOURCE.run(&project, &scope, &options), desk)?;
    desk.tell("")?;
    desk.tell(&BY_CODE.method(&options))
}

/// What is told to scripts.
struct Told<'a> {
    project: &'a Project,
    comparison: &'a Comparison<'a>,
    agreement: Between,
    desk: &'a Desk,
    spans: bool,
}

impl Told<'_> {
    fn answer(&self, level: Level, reach: Reach, method: &str) -> Value {
        let (comparison, language) = (self.comparison, self.desk.language);
        let whole = comparison.pooled(level, reach);
        let mut answer = self.figures(&whole);
        let coder = |coder: CoderId| json!(self.project.coder_name(coder));
        let coders: Vec<Value> = comparison.coders.iter().map(|id| coder(*id)).collect();
        answer.insert("coders".to_owned(), json!(coders));
        answer.insert("unit".to_owned(), json!(comparison.unit.name()));
        if let Unit::Segment(per_cent) = comparison.unit {
            answer.insert("overlap".to_owned(), json!(per_cent));
        }
        let mut warnings = words_of(answer.remove("warnings"));
        warnings.extend(comparison.warnings().iter().map(|one| json!(words::warning(self.project, one, language))));
        answer.insert("warnings".to_owned(), Value::Array(warnings));
        let codes = comparison.codes(level, reach).into_iter().map(|code| {
            let mut told = self.figures(&comparison.code(code, reach));
            told.insert("code".to_owned(), json!(self.project.codebook().path(code).join(" > ")));
            Value::Object(told)
        });
        answer.insert("codes".to_owned(), codes.collect());
        let sources = comparison.sources().map(|source| {
            let mut told = self.figures(&Among { source: Some(source), ..whole.clone() });
            told.insert("source".to_owned(), self.title(source));
            Value::Object(told)
        });
        answer.insert("sources".to_owned(), sources.collect());
        let how = self.agreement.bootstrap;
        answer.insert("bootstrap".to_owned(), json!({ "rounds": how.rounds, "seed": how.seed, "of": "sources" }));
        answer.insert("method".to_owned(), json!(method));
        Value::Object(answer)
    }

    /// The figures of something with what is behind them.
    fn figures(&self, among: &Among) -> Map<String, Value> {
        let (comparison, how) = (self.comparison, self.agreement.bootstrap);
        let shared = comparison.compare_all(among);
        let (mut told, warnings) = if comparison.coders.len() > 2 {
            let mut told = super::figures(&shared.figures(), &shared.intervals(how), self.desk.language);
            told.insert("by_number".to_owned(), json!(shared.by_number));
            (told, shared.warnings)
        } else {
            let compared = comparison.compare(among);
            let cells = compared.cells;
            let mut told = super::figures(&compared.figures(), &compared.intervals(how), self.desk.language);
            let table =
                json!({ "both": cells.both, "first": cells.first, "second": cells.second, "neither": cells.neither });
            told.insert("cells".to_owned(), table);
            (told, compared.warnings)
        };
        told.insert("alpha_unitizing".to_owned(), json!(comparison.bounds(among).alpha.ok()));
        told.insert("segments".to_owned(), json!(shared.segments));
        let warnings = warnings.iter().map(|warning| words::warning(self.project, warning, self.desk.language));
        told.insert("warnings".to_owned(), warnings.map(Value::from).collect());
        if self.spans {
            told.insert("spans".to_owned(), self.places_behind(among));
        }
        told
    }

    fn places_behind(&self, among: &Among) -> Value {
        let places = |spans: Vec<(SourceId, Span)>| -> Value {
            let place = |(source, span): (SourceId, Span)| json!({ "source": self.title(source), "start": span.start(), "end": span.end() });
            spans.into_iter().map(place).collect()
        };
        if self.comparison.coders.len() > 2 {
            return self.comparison.behind_all(among).into_iter().map(places).collect();
        }
        let Behind { both, first, second } = self.comparison.behind(among);
        json!({ "both": places(both), "first": places(first), "second": places(second) })
    }

    fn title(&self, source: SourceId) -> Value {
        json!(self.project.source(source).map(|source| source.title.as_str()))
    }
}

fn words_of(list: Option<Value>) -> Vec<Value> {
    match list {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}
