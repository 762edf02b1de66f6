//! `kodebok import DIR FILE…`: interviews and tables become sources and cases.

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::columns::Columns;
use super::desk::{Desk, Trouble};
use super::{coder, dir, path};
use crate::import::encoding::Encoding;
use crate::import::{Choices, Content, Read, Speakers};
use crate::journal::edit::Refusal;
use crate::lang::cli::Cli;
use crate::lang::intake::IntakeWords;
use crate::lang::{Language, count, fill};
use crate::session::Session;
use crate::session::intake::folders::gather;
use crate::session::intake::parallel::read_all;
use crate::session::intake::{Failure, Origin};
use crate::session::reader::Reader;
use crate::text::words;
use crate::told;

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let files = Arg::new("files").value_name("FILE").help(say.import_files).required(true).num_args(1..);
    let named = |name: &'static str, value: &'static str, help| Arg::new(name).long(name).value_name(value).help(help);
    let speakers = named("speakers", "found|kept", say.import_speakers).value_parser(["found", "kept"]);
    let keep = Arg::new("keep-original").long("keep-original").help(say.import_keep_original);
    let keep = keep.action(ArgAction::SetTrue);
    Command::new("import")
        .about(fill(say.import_about, &[("kinds", &told::import::readable(language))]))
        .arg(dir(say))
        .arg(files.value_parser(value_parser!(PathBuf)))
        .arg(named("encoding", "NAME", say.import_encoding))
        .arg(speakers.default_value("found"))
        .arg(keep)
        .arg(named("case", "COLUMN", say.import_case))
        .arg(named("text", "COLUMN", say.import_text).action(ArgAction::Append))
        .arg(named("attribute", "COLUMN", say.import_attribute).action(ArgAction::Append))
        .arg(coder(say))
        .arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let choices = choices(arguments, desk)?;
    let mut session = desk.open(path(arguments, "dir"), arguments)?;
    let paths: Vec<PathBuf> = arguments.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect();
    let gathered = gather(&paths);
    let wanted: Vec<(Origin, Choices)> =
        gathered.files.into_iter().map(|file| (Origin::File(file), choices.clone())).collect();
    let importing = Importing {
        reader: Reader::of_this_program(),
        columns: Columns::of(arguments),
        keeps: arguments.get_flag("keep-original"),
        as_json: arguments.get_flag("json"),
    };
    for left_out in &gathered.left_out {
        desk.warn(&told::intake::left_out(left_out, desk.language))?;
    }
    if wanted.is_empty() {
        let kinds = told::import::readable(desk.language);
        return Err(Trouble::Told(fill(IntakeWords::of(desk.language).no_files, &[("kinds", &kinds)])));
    }
    let mut answers = Vec::new();
    let mut all_well = true;
    // A file that cannot be read does not keep the others out.
    for ((origin, choices), read) in wanted.iter().zip(importing.read(&wanted)?) {
        let answer = match importing.add(origin, choices, read, (&mut session, desk)) {
            Ok(imported) => imported,
            Err(trouble) => {
                all_well = false;
                let words = desk.words(&trouble).unwrap_or_default();
                let file = origin.file().map(|file| file.to_string_lossy());
                Imported { json: json!({ "file": file, "error": words }), told: None, beside: vec![words] }
            }
        };
        if importing.as_json {
            answers.push(answer.json);
            continue;
        }
        answer.told.iter().try_for_each(|words| desk.tell(words))?;
        answer.beside.iter().try_for_each(|words| desk.warn(words))?;
    }
    session.close()?;
    if importing.as_json {
        desk.tell(&format!("{:#}", Value::Array(answers)))?;
    }
    if all_well { Ok(()) } else { Err(Trouble::Said) }
}

fn choices(arguments: &ArgMatches, desk: &Desk) -> Result<Choices, Trouble> {
    let encoding = arguments.get_one::<String>("encoding").map(|name| {
        let unknown = || {
            let names = Encoding::ALL.map(Encoding::tag).join(", ");
            Trouble::Told(fill(desk.say.bad_encoding, &[("name", name), ("names", &names)]))
        };
        Encoding::parse(name).ok_or_else(unknown)
    });
    let kept = arguments.get_one::<String>("speakers").is_some_and(|speakers| speakers == "kept");
    let speakers = if kept { Speakers::Kept } else { Speakers::Found };
    Ok(Choices { encoding: encoding.transpose()?, speakers, survey: None })
}

/// What became of one file.
struct Imported {
    json: Value,
    told: Option<String>,
    beside: Vec<String>,
}

/// How the files are read and added.
struct Importing {
    reader: Reader,
    columns: Columns,
    keeps: bool,
    as_json: bool,
}

impl Importing {
    /// Reads all of them; on a terminal it shows how far it is.
    fn read(&self, wanted: &[(Origin, Choices)]) -> Result<Vec<Result<Read, Failure>>, Trouble> {
        let (shows, done) = (wanted.len() > 1 && std::io::stderr().is_terminal(), AtomicUsize::new(0));
        let all: Mutex<Vec<Option<Result<Read, Failure>>>> = Mutex::new(wanted.iter().map(|_| None).collect());
        read_all(&self.reader, wanted, &|| false, &|number, read| {
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if let (true, Some((origin, _))) = (shows, wanted.get(number)) {
                let line = format!("\r\x1b[K{done}/{} {}", wanted.len(), origin.name());
                // Whoever looks misses a number at most.
                drop(std::io::stderr().lock().write_all(line.as_bytes()));
            }
            if let Ok(mut all) = all.lock()
                && let Some(place) = all.get_mut(number)
            {
                *place = Some(read);
            }
        });
        if shows {
            std::io::stderr().lock().write_all(b"\r\x1b[K")?;
        }
        let all = all.into_inner().unwrap_or_default();
        Ok(all.into_iter().map(|read| read.unwrap_or(Err(Failure::BrokenOff))).collect())
    }

    /// Adds what was read to the study, or says why not.
    fn add(
        &self,
        origin: &Origin,
        choices: &Choices,
        read: Result<Read, Failure>,
        (session, desk): (&mut Session, &Desk),
    ) -> Result<Imported, Trouble> {
        let name = origin.name();
        let told_as = |failure: Failure| Trouble::Told(told::intake::failure(&failure, &name, desk.language));
        let mut read = read.map_err(told_as)?;
        if let Content::Survey(survey) = &read.content
            && let Some(layout) = self.columns.layout(survey, (&name, desk))?
        {
            let choices = Choices { survey: Some(layout), ..choices.clone() };
            read = origin.read(&self.reader, &choices).map_err(told_as)?;
        }
        let sources = session.project().id().map(|project| read.source_ids(project)).unwrap_or_default();
        let may_keep = self.keeps && session.may_keep_file_of(sources);
        if let Some(originals) = session.originals().filter(|_| may_keep) {
            let ending = origin.file().and_then(|file| file.extension()).unwrap_or_default().to_string_lossy();
            let bytes = origin.bytes().map_err(Trouble::Store)?;
            let original = originals.keep(&bytes, &ending).map_err(Trouble::Store)?;
            read.sources_mut().for_each(|source| source.original = Some(original.clone()));
        }
        let beside: Vec<String> =
            read.losses.iter().map(|loss| told::import::loss(loss, &name, desk.language)).collect();
        let (title, mut json, told) = described(&read, &name, desk.say);
        let encoding = read.encoding.map(Encoding::name);
        let known = match session.edit(&read.into_edit()) {
            Ok(events) => events.is_empty(),
            Err(Refusal::SourceKnown { .. }) => true,
            Err(refusal) => return Err(refusal.into()),
        };
        let told = if known { fill(desk.say.known, &[("title", &title)]) } else { told };
        if let Some(json) = json.as_object_mut() {
            json.insert("file".to_owned(), json!(origin.file().map(|file| file.to_string_lossy())));
            json.insert("title".to_owned(), json!(title));
            json.insert("encoding".to_owned(), json!(encoding));
            json.insert("known".to_owned(), json!(known));
            json.insert("losses".to_owned(), json!(beside));
        }
        Ok(Imported { json, told: Some(told), beside })
    }
}

/// The title of what was read, what it is to a script, and what it is in words.
fn described(read: &Read, name: &str, say: &Cli) -> (String, Value, String) {
    match &read.content {
        Content::Text(source) => {
            let (word_count, turn_count) = (words::count(&source.text), source.turns.len());
            let speakers: Vec<&str> = source.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
            let words = count(word_count, say.words_one, say.words);
            let turns = count(turn_count, say.turns_one, say.turns);
            let told = fill(say.imported, &[("title", &source.title), ("words", &words), ("turns", &turns)]);
            let encoding = read.encoding.map(Encoding::name);
            let json = json!({ "words": word_count, "turns": turn_count, "speakers": speakers, "encoding": encoding });
            (source.title.clone(), json, told)
        }
        Content::Survey(survey) => {
            let (rows, number) = (survey.cases.rows.len(), survey.cases.case_count());
            let cases = count(number, say.cases_one, say.cases);
            let told = fill(say.imported_table, &[("file", &name), ("cases", &cases)]);
            (name.to_owned(), json!({ "cases": number, "rows": rows, "columns": survey.table.header }), told)
        }
    }
}
