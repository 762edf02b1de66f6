//! The rows of a table come in as one gesture: cases, their texts and their values.

use kodebok::journal::edit::rows::{NewCase, NewCases};
use kodebok::journal::edit::{Edit, NewSource, Refusal};
use kodebok::model::case::AttributeKind;
use kodebok::model::project::Project;

use crate::support::session;

/// Each row is a name, what was answered, and the values.
fn rows(attributes: &[(&str, AttributeKind)], rows: &[(&str, &str, &[&str])]) -> Edit {
    let attributes = attributes.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
    let rows = rows.iter().map(|(name, text, values)| NewCase {
        name: (*name).to_owned(),
        source: (!text.is_empty()).then(|| NewSource {
            title: (*name).to_owned(),
            file_name: "svar.csv".to_owned(),
            text: (*text).to_owned(),
            speakers: Vec::new(),
            turns: Vec::new(),
            remarks: String::new(),
            original: None,
        }),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    });
    Edit::AddCases(Box::new(NewCases { attributes, rows: rows.collect() }))
}

/// Each case with its texts and values, in the order of the names.
fn told(project: &Project) -> Vec<String> {
    let mut attributes = project.attributes();
    attributes.sort_by(|a, b| a.name.cmp(&b.name));
    let case = |case: &&kodebok::model::case::Case| {
        let texts = project.sources().filter(|source| case.sources.contains(&source.id));
        let texts = texts.map(|source| format!("{}={}", source.title, source.text.as_ref().expect("a text").as_str()));
        let values = attributes.iter().map(|attribute| case.values.get(&attribute.id).map_or("–", String::as_str));
        format!("{} | {} | {}", case.name, texts.collect::<Vec<_>>().join(", "), values.collect::<Vec<_>>().join(" "))
    };
    project.cases().iter().map(case).collect()
}

const AGE: (&str, AttributeKind) = ("alder", AttributeKind::Number);
const TOWN: (&str, AttributeKind) = ("by", AttributeKind::Text);

#[test]
fn each_row_is_a_case_with_its_text_and_its_values() {
    let mut session = session::in_memory();
    let edit = rows(&[AGE, TOWN], &[("Anne", "Ja.", &["34,5", "Oslo"]), ("Per", "", &["", "Bergen"])]);
    session.edit(&edit).unwrap();
    assert_eq!(told(session.project()), ["Anne | Anne=Ja. | 34.5 Oslo", "Per |  | – Bergen"]);
    session.undo().unwrap();
    assert!(session.project().cases().is_empty() && session.project().attributes().is_empty());
    assert_eq!(session.project().sources().count(), 0, "one gesture is one step of undo");
}

#[test]
fn the_same_table_again_changes_nothing_and_a_longer_one_adds_what_is_new() {
    let mut session = session::in_memory();
    session.edit(&rows(&[AGE], &[("Anne", "Ja.", &["34"])])).unwrap();
    assert_eq!(session.edit(&rows(&[AGE], &[("anne", "Ja.", &["34"])])).unwrap(), []);
    session.edit(&rows(&[AGE, TOWN], &[("Anne", "Ja.", &["35", "Oslo"]), ("Per", "Nei.", &["51", ""])])).unwrap();
    assert_eq!(told(session.project()), ["Anne | Anne=Ja. | 35 Oslo", "Per | Per=Nei. | 51 –"]);
}

#[test]
fn equal_answers_of_two_cases_are_two_sources() {
    let mut session = session::in_memory();
    session.edit(&rows(&[], &[("Anne", "Vet ikke.", &[]), ("Per", "Vet ikke.", &[])])).unwrap();
    assert_eq!(told(session.project()), ["Anne | Anne=Vet ikke. | ", "Per | Per=Vet ikke. | "]);
}

#[test]
fn rows_of_one_name_are_one_case_with_a_text_for_each() {
    let mut session = session::in_memory();
    session.edit(&rows(&[], &[("Anne", "Ja.", &[]), ("Anne", "Ja.", &[]), ("Anne", "Nei.", &[])])).unwrap();
    assert_eq!(told(session.project()), ["Anne | Anne=Ja., Anne (2)=Ja., Anne (3)=Nei. | "]);
}

#[test]
fn a_case_and_an_attribute_that_are_here_are_used() {
    let mut session = session::in_memory();
    session.edit(&Edit::CreateAttribute { name: "By".to_owned(), kind: AttributeKind::Text }).unwrap();
    session.edit(&Edit::CreateCase { name: "Anne".to_owned(), source: None }).unwrap();
    session.edit(&rows(&[TOWN], &[("anne", "Ja.", &["Oslo"])])).unwrap();
    assert_eq!(told(session.project()), ["Anne | anne=Ja. | Oslo"]);
}

#[test]
fn a_value_of_another_kind_is_refused_and_nothing_comes_in() {
    let mut session = session::in_memory();
    let refusal = session.edit(&rows(&[AGE], &[("Anne", "Ja.", &["ca. 30"])])).unwrap_err();
    assert!(matches!(refusal, Refusal::NotOfThisKind { kind: AttributeKind::Number, .. }));
    assert_eq!(session.edit(&rows(&[], &[(" ", "Ja.", &[])])).unwrap_err(), Refusal::EmptyName);
    assert!(session.project().cases().is_empty());
}
