//! `kodebok import DIR FILE…`: interviews become sources.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::desk::{Desk, Trouble};
use super::{coder, dir, name_of, path};
use crate::import::{Choices, Content};
use crate::journal::edit::Refusal;
use crate::lang::cli::Cli;
use crate::lang::{Language, count, fill};
use crate::session::Session;
use crate::session::exchange;
use crate::session::reader::Reader;
use crate::text::words;
use crate::told;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let files = Arg::new("files").value_name("FILE").help(say.import_files).required(true).num_args(1..);
    Command::new("import")
        .about(fill(say.import_about, &[("kinds", &told::import::readable(language))]))
        .arg(dir(say))
        .arg(files.value_parser(value_parser!(PathBuf)))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let as_json = arguments.get_flag("json");
    let mut answers = Vec::new();
    let mut all_well = true;
    // A file that cannot be read does not keep the others out.
    for file in arguments.get_many::<PathBuf>("files").into_iter().flatten() {
        let outcome = import(file, &mut session, desk);
        let answer = match outcome {
            Ok(imported) => imported,
            Err(trouble) => {
                all_well = false;
                let words = desk.words(&trouble).unwrap_or_default();
                Imported {
                    json: json!({ "file": file.to_string_lossy(), "error": words }),
                    told: None,
                    beside: vec![words],
                }
            }
        };
        if as_json {
            answers.push(answer.json);
            continue;
        }
        answer.told.iter().try_for_each(|words| desk.tell(words))?;
        answer.beside.iter().try_for_each(|words| desk.warn(words))?;
    }
    session.close()?;
    if as_json {
        desk.tell(&format!("{:#}", Value::Array(answers)))?;
    }
    if all_well { Ok(()) } else { Err(Trouble::Said) }
}

/// What became of one file.
struct Imported {
    json: Value,
    told: Option<String>,
    beside: Vec<String>,
}

fn import(file: &Path, session: &mut Session, desk: &Desk) -> Result<Imported, Trouble> {
    let bytes = exchange::read(file).map_err(Trouble::Store)?;
    let file_name = name_of(file);
    let read = match Reader::of_this_program().read(&file_name, &bytes, &Choices::default()) {
        Ok(read) => read,
        Err(error) => return Err(Trouble::Import { file_name, error }),
    };
    let beside: Vec<String> =
        read.losses.iter().map(|loss| told::import::loss(loss, &file_name, desk.language)).collect();
    let say = desk.say;
    let (title, mut json, told) = match &read.content {
        Content::Text(source) => {
            let (word_count, turn_count) = (words::count(&source.text), source.turns.len());
            let speakers: Vec<&str> = source.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
            let words = count(word_count, say.words_one, say.words);
            let turns = count(turn_count, say.turns_one, say.turns);
            let told = fill(say.imported, &[("title", &source.title), ("words", &words), ("turns", &turns)]);
            let json = json!({ "words": word_count, "turns": turn_count, "speakers": speakers });
            (source.title.clone(), json, told)
        }
        Content::Survey(survey) => {
            let rows = survey.cases.rows.len();
            let cases = count(rows, say.cases_one, say.cases);
            let told = fill(say.imported_table, &[("file", &file_name), ("cases", &cases)]);
            (file_name.clone(), json!({ "cases": rows }), told)
        }
    };
    let known = match desk.edit(session, &read.into_edit()) {
        Ok(events) => events.is_empty(),
        Err(Trouble::Refused(Refusal::SourceKnown { .. })) => true,
        Err(trouble) => return Err(trouble),
    };
    let told = if known { fill(say.known, &[("title", &title)]) } else { told };
    if let Some(json) = json.as_object_mut() {
        json.insert("file".to_owned(), json!(file.to_string_lossy()));
        json.insert("title".to_owned(), json!(title));
        json.insert("known".to_owned(), json!(known));
        json.insert("losses".to_owned(), json!(beside));
    }
    Ok(Imported { json, told: Some(told), beside })
}
