//! Behind a number stand as many codings, or places, as it says.

use kodebok::analysis::behind::{Place, behind};
use kodebok::analysis::scope::Scope;
use kodebok::analysis::table::{Cell, Opens, Table};
use kodebok::analysis::{Options, Reach};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::project::Project;

use crate::support::answer::asked;
use crate::support::sample;
use crate::support::study::Study;

/// The words behind something, in the order in which they are listed.
fn words(project: &Project, scope: &Scope, opens: &Opens) -> Vec<String> {
    let words = |place: &Place| match place {
        Place::Coding(id) => project.quote(project.coding(*id).expect("it is there")).to_owned(),
        Place::Words(source, span) => project.source(*source).expect("it is there").quote(*span).to_owned(),
    };
    behind(project, scope, opens).places.iter().map(words).collect()
}

/// Every count of the columns chosen is the number of places that it opens.
fn every_count_opens_as_many(project: &Project, scope: &Scope, (name, table): (&str, &Table), columns: &[usize]) {
    let mut counted = 0;
    for row in &table.rows {
        for column in columns {
            let Some(Cell::Count(count)) = row.cells.get(*column) else { continue };
            let places = behind(project, scope, row.opens_at(*column)).places.len() as u64;
            assert_eq!(places, *count, "{name}, {:?}, column {column}", row.cells[0]);
            counted += *count;
        }
    }
    assert!(counted > 0, "{name} counts something");
}

#[test]
fn a_number_of_the_sample_study_opens_as_many_codings_as_it_says() {
    let project = sample::project();
    let part = Scope { sources: project.sources().take(3).map(|source| source.id).collect(), ..Scope::all() };
    for scope in [Scope::all(), part] {
        for reach in [Reach::Family, Reach::Own] {
            for name in ["codes-sources", "codes-cases", "codes-speakers", "codes-coders"] {
                let table = asked(project, name, &scope, &Options { reach, ..Options::default() });
                let columns: Vec<usize> = (1..table.columns.len()).collect();
                every_count_opens_as_many(project, &scope, (name, &table), &columns);
            }
        }
    }
    let saturation = asked(project, "saturation", &Scope::all(), &Options::default());
    let codings = asked(project, "coverage", &Scope::all(), &Options::default());
    let named = |table: &Table, name: &str| table.columns.iter().position(|column| column.name == name);
    let column = named(&codings, "Kodinger").expect("coverage counts codings");
    every_count_opens_as_many(project, &Scope::all(), ("coverage", &codings), &[column]);
    assert!(named(&saturation, "Nye koder").is_some());
}

#[test]
fn words_codings_and_sources_are_looked_up_within_the_scope() {
    let mut study = Study::new("test");
    for path in ["trust", "home"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    let first = study.source("I 1", "We <trust>felt safe</trust> at <home>home</home>. Home it was.");
    study.source("I 2", "They <trust>call home</trust>.");
    let project = study.project();
    let all = Scope::all();
    assert_eq!(words(&project, &all, &Opens::Source(first)), ["felt safe", "home"]);
    let home = Opens::Words([String::from("home")].into());
    assert_eq!(words(&project, &all, &home), ["home", "Home", "home"]);
    let only = Scope { sources: [first].into(), ..Scope::all() };
    assert_eq!(words(&project, &only, &home), ["home", "Home"]);
    let trust = project.codebook().find(&["trust"]).expect("the code is there");
    let at =
        Opens::WordsAt([String::from("home")].into(), vec![kodebok::analysis::table::Key::Code(trust, Reach::Own)]);
    assert_eq!(words(&project, &all, &at), ["home"]);
    let listed = Opens::listed(project.codings().map(|coding| coding.id).collect::<Vec<_>>().into_iter().rev());
    assert_eq!(words(&project, &all, &listed), ["felt safe", "home", "call home"]);
    assert_eq!(words(&project, &all, &Opens::Nothing), Vec::<String>::new());
}
