//! `kodebok agreement DIR` and `kodebok agreement TABLE.csv`: how far coders agree.

mod ratings;
mod study;
mod table;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::analyse::{between, part};
use super::desk::{Desk, Trouble};
use super::{name_of, path};
use crate::analysis::agreement::bootstrap::Intervals;
use crate::analysis::agreement::{Figures, words};
use crate::analysis::table::{Cell, Row, Table};
use crate::lang::agreement::AgreementWords;
use crate::lang::analyse::Analyse;
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};

/// The options that only a table heeds.
const OF_TABLE: [&str; 3] = ["header", "unit-names", "categories"];
/// The options that only a study heeds, beside those of [`between`].
const OF_STUDY: [&str; 11] =
    ["source", "speaker", "role", "case", "value", "code", "own", "with-excluded", "level", "spans", "attribute"];

pub(super) fn command(say: &'static Cli, language: Language) -> Command {
    let (words, analyse) = (AgreementWords::of(language), Analyse::of(language));
    let one = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let yes_or_no = ["yes", "no"];
    let command = Command::new("agreement")
        .about(words.about)
        .arg(Arg::new("of").value_name("DIR|TABLE").help(words.of).required(true).value_parser(value_parser!(PathBuf)))
        .arg(one("header", "YES|NO", words.header).value_parser(yes_or_no))
        .arg(one("unit-names", "YES|NO", words.unit_names).value_parser(yes_or_no))
        .arg(one("categories", "A,B,…", words.scale).value_delimiter(','))
        .arg(one("seed", "N", words.seed).value_parser(value_parser!(u64)))
        .arg(super::json(say));
    between::arguments(part::part(command, language), language)
        .arg(one("level", "LEVEL", analyse.level).value_parser(["all", "themes", "categories", "codes"]))
        .arg(one("attribute", "NAME", words.attribute_asked))
        .arg(Arg::new("spans").long("spans").help(words.spans).action(ArgAction::SetTrue))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let (of, say) = (path(arguments, "of"), AgreementWords::of(desk.language));
    let (others, sentence) = match of.is_dir() {
        // The values of an attribute can be words in an order too.
        true if arguments.contains_id("attribute") => (OF_TABLE[..2].to_vec(), say.only_table),
        true => (OF_TABLE.to_vec(), say.only_table),
        false => ([&OF_STUDY[..], &between::OPTIONS].concat(), say.only_study),
    };
    let given = |name: &&str| {
        let source = arguments.value_source(name);
        source == Some(clap::parser::ValueSource::CommandLine)
    };
    if let Some(option) = others.into_iter().find(given) {
        let option = format!("--{option}");
        return Err(Trouble::Told(fill(sentence, &[("option", &option), ("file", &name_of(of))])));
    }
    if of.is_dir() { study::run(of, arguments, desk) } else { table::run(of, arguments, desk) }
}

/// The figures by their keys, `null` where they are undefined, with the reasons and the intervals.
fn figures(figures: &Figures, intervals: &Intervals, language: Language) -> Map<String, Value> {
    let (mut answer, mut reasons, mut around) = (Map::new(), Map::new(), Map::new());
    for (coefficient, figure) in figures.iter() {
        let key = coefficient.key().to_owned();
        if let Err(why) = figure {
            reasons.insert(key.clone(), json!(words::undefined(why, language)));
        }
        if let Some(interval) = intervals.get(coefficient) {
            around.insert(key.clone(), json!([interval.low, interval.high]));
        }
        answer.insert(key, json!(figure.ok()));
    }
    answer.insert("reasons".to_owned(), Value::Object(reasons));
    answer.insert("intervals".to_owned(), Value::Object(around));
    answer
}

/// A table for people: a row a line, each column as wide as it needs to be, and none that is empty.
fn lines(table: &Table, desk: &Desk) -> Result<(), Trouble> {
    let heads: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    // What stands in a tree is set in by its depth.
    let indented = |(row, mut cells): (&Row, Vec<String>)| {
        if let (Some(Cell::Node { level, .. }), Some(name)) = (row.cells.first(), cells.first_mut()) {
            name.insert_str(0, &"  ".repeat(usize::from(*level)));
        }
        cells
    };
    let shown = table.rows.iter().zip(table.shown(desk.language)).map(indented);
    let rows: Vec<Vec<String>> = std::iter::once(heads).chain(shown).collect();
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
    let filled = |at: usize| rows.iter().skip(1).any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
    let shown: Vec<(usize, usize)> =
        (0..table.columns.len()).filter(|at| filled(*at)).map(|at| (at, width(at).unwrap_or(0))).collect();
    for row in &rows {
        let cells = shown.iter().filter_map(|(at, width)| {
            let (cell, column) = (row.get(*at)?, table.columns.get(*at)?);
            let air = " ".repeat(width.saturating_sub(cell.chars().count()));
            Some(if column.kind.is_number() { air + cell } else { cell.clone() + &air })
        });
        desk.tell(cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
