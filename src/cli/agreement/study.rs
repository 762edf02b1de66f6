//! Agreement between two coders of a study: all codes together, then code by code and source by source.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::super::analyse::between;
use super::super::analyse::part::{self, Side};
use super::super::desk::{Desk, Trouble};
use crate::analysis::agreement::axis::Unit;
use crate::analysis::agreement::comparison::{Among, Behind, Between, Comparison};
use crate::analysis::agreement::words;
use crate::analysis::answers::agreement::{BY_CODE, BY_SOURCE};
use crate::analysis::coded::Level;
use crate::analysis::{Analysis as _, Options, Reach};
use crate::lang::agreement::AgreementWords;
use crate::lang::fill;
use crate::model::id::SourceId;
use crate::model::project::Project;
use crate::model::span::Span;

pub(super) fn run(folder: &Path, arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let session = desk.open(folder, arguments)?;
    let project = session.project().clone();
    session.close()?;
    let scope = part::scope(&project, arguments, Side::Asked, desk)?.unwrap_or_default();
    let agreement = between::between(&project, arguments, desk)?;
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
    let agreement = Between { coders: Some((comparison.first, comparison.second)), ..agreement };
    let options = Options { language: desk.language, agreement, level, reach, ..Options::default() };
    if arguments.get_flag("json") {
        let told =
            Told { project: &project, comparison: &comparison, agreement, desk, spans: arguments.get_flag("spans") };
        return desk.tell(&format!("{:#}", told.answer(level, reach, &BY_CODE.method(&options))));
    }
    let name = |coder| words::coder_name(&project, coder, desk.language);
    let names = [("first", name(comparison.first)), ("second", name(comparison.second))];
    desk.tell(&fill(
        say.between,
        &[(names[0].0, &names[0].1), (names[1].0, &names[1].1), ("unit", &unit(agreement.unit, say))],
    ))?;
    super::lines(&BY_CODE.run(&project, &scope, &options), desk)?;
    desk.tell("")?;
    super::lines(&BY_SOURCE.run(&project, &scope, &options), desk)?;
    desk.tell("")?;
    desk.tell(&BY_CODE.method(&options))
}

fn unit(unit: Unit, say: &AgreementWords) -> &'static str {
    match unit {
        Unit::Character => say.unit_character,
        Unit::Word => say.unit_word,
        Unit::Sentence => say.unit_sentence,
        Unit::Turn => say.unit_turn,
        Unit::Segment(_) => say.unit_segment,
        Unit::Source => say.unit_source,
    }
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
        let coder = |coder| json!(self.project.coder_name(coder));
        answer.insert("coders".to_owned(), json!([coder(comparison.first), coder(comparison.second)]));
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
        let compared = self.comparison.compare(among);
        let (cells, language) = (compared.cells, self.desk.language);
        let intervals = compared.intervals(self.agreement.bootstrap);
        let mut told = super::figures(&compared.figures(), &intervals, language);
        let table =
            json!({ "both": cells.both, "first": cells.first, "second": cells.second, "neither": cells.neither });
        told.insert("cells".to_owned(), table);
        told.insert("segments".to_owned(), json!(compared.segments));
        let warnings = compared.warnings.iter().map(|warning| words::warning(self.project, warning, language));
        told.insert("warnings".to_owned(), warnings.map(Value::from).collect());
        if self.spans {
            let Behind { both, first, second } = self.comparison.behind(among);
            let places = |spans: Vec<(SourceId, Span)>| -> Value {
                let place = |(source, span): (SourceId, Span)| json!({ "source": self.title(source), "start": span.start(), "end": span.end() });
                spans.into_iter().map(place).collect()
            };
            let spans = json!({ "both": places(both), "first": places(first), "second": places(second) });
            told.insert("spans".to_owned(), spans);
        }
        told
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
