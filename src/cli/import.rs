//! `kodebok import DIR FILE…`: interviews become sources.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::desk::{Desk, Trouble};
use super::{coder, dir, name_of, path};
use crate::import;
use crate::journal::edit::{Edit, Refusal};
use crate::lang::cli::Cli;
use crate::lang::{Language, count, fill};
use crate::session::Session;
use crate::session::exchange;
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
    let (source, losses) = match import::read(&file_name, &bytes) {
        Ok(read) => read,
        Err(error) => return Err(Trouble::Import { file_name, error }),
    };
    let (title, word_count, turns) = (source.title.clone(), words::count(&source.text), source.turns.len());
    let speakers: Vec<String> = source.speakers.iter().map(|speaker| speaker.name.clone()).collect();
    let (language, say) = (desk.language, desk.say);
    let mut told_words = match desk.edit(session, &Edit::AddSource(Box::new(source))) {
        Ok(_) => {
            let words = count(word_count, say.words_one, say.words);
            let turns = count(turns, say.turns_one, say.turns);
            fill(say.imported, &[("title", &title), ("words", &words), ("turns", &turns)])
        }
        Err(Trouble::Refused(Refusal::SourceKnown { .. })) => String::new(),
        Err(trouble) => return Err(trouble),
    };
    let known = told_words.is_empty();
    if known {
        told_words = fill(say.known, &[("title", &title)]);
    }
    let beside: Vec<String> = losses.iter().map(|loss| told::import::loss(loss, &file_name, language)).collect();
    let json = json!({
        "file": file.to_string_lossy(), "title": title, "words": word_count, "turns": turns,
        "speakers": speakers, "known": known, "losses": beside,
    });
    Ok(Imported { json, told: Some(told_words), beside })
}
