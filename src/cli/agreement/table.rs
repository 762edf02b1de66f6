//! Agreement in a table of ratings, so that anybody can hold the figures against those of another program.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::super::analyse::between::bootstrap;
use super::super::desk::{Desk, Trouble};
use super::super::name_of;
use crate::analysis::agreement::reading::{Has, RatingTable, Reading, read};
use crate::analysis::answers::agreement::ratings::figures_table;
use crate::import::survey::separated;
use crate::session::exchange;
use crate::told;

pub(super) fn run(file: &Path, arguments: &ArgMatches, desk: &Desk) -> Result<(), Trouble> {
    let bytes = exchange::read(file).map_err(Trouble::Store)?;
    let (name, language) = (name_of(file), desk.language);
    let rows = separated::cells(&bytes).map_err(|bad| Trouble::Told(told::import::error(&bad, &name, language)))?;
    let table = read(&rows, &reading(arguments))
        .map_err(|why| Trouble::Told(told::agreement::not_ratings(&why, &name, language)))?;
    let how = bootstrap(arguments);
    let intervals = table.ratings.intervals(how);
    let method = told::agreement::method(how, language);
    if arguments.get_flag("json") {
        let mut answer = super::figures(&table.ratings.figures(), &intervals, language);
        answer.extend(about(&table));
        answer.insert("bootstrap".to_owned(), json!({ "rounds": how.rounds, "seed": how.seed, "of": "units" }));
        answer.insert("method".to_owned(), json!(method));
        return desk.tell(&format!("{:#}", Value::Object(answer)));
    }
    desk.tell(&told::agreement::read(&table, language))?;
    super::lines(&figures_table(&table.ratings.figures(), &intervals, language), desk)?;
    desk.tell(&method)
}

fn reading(arguments: &ArgMatches) -> Reading {
    let has = |name: &str| match arguments.get_one::<String>(name).map(String::as_str) {
        Some("yes") => Has::Yes,
        Some(_) => Has::No,
        None => Has::Perhaps,
    };
    let categories = arguments.get_many::<String>("categories").into_iter().flatten().cloned().collect();
    Reading { header: has("header"), units: has("unit-names"), categories }
}

/// What was read of the table.
fn about(table: &RatingTable) -> impl IntoIterator<Item = (String, Value)> {
    let ratings = &table.ratings;
    // A table of many numbers would be longer than all that is asked.
    let crossed = (ratings.scale().names().len() <= 50).then(|| ratings.crossed()).filter(|table| !table.is_empty());
    [
        ("units", json!(ratings.units())),
        ("paired_units", json!(ratings.paired_units())),
        ("coders", json!(table.coders)),
        ("categories", json!(ratings.scale().names())),
        ("crossed", json!(crossed)),
        ("header", json!(table.has_header)),
        ("unit_names", json!(table.has_units)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
}
