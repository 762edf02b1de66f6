//! What each coder says of a case is kept as theirs, whoever's value counts for the case.

use std::collections::BTreeMap;

use kodebok::analysis::agreement::question::Question;
use kodebok::analysis::agreement::values::raters;
use kodebok::analysis::agreement::{Coefficient, Undefined};
use kodebok::analysis::answers::agreement::found::found;
use kodebok::analysis::answers::agreement::ratings::asked;
use kodebok::analysis::scope::Scope;
use kodebok::journal::edit::agreement::AgreementEdit;
use kodebok::journal::edit::{Edit, Refusal};
use kodebok::journal::notice::{Field, Notice};
use kodebok::journal::redaction::{self, Elsewhere};
use kodebok::lang::Language;
use kodebok::model::agreement::About;
use kodebok::model::case::AttributeKind;
use kodebok::model::id::{AttributeId, CaseId};
use kodebok::text::names::Kind;
use kodebok::text::names::table::{Row, Table};

use crate::support::team::Team;

/// Two coders, some cases and an attribute that both rate.
fn team(cases: usize, kind: AttributeKind) -> (Team, Vec<CaseId>, AttributeId) {
    let mut team = Team::new(&["Kari", "Ola"]);
    for n in 1..=cases {
        let made = Edit::CreateCase { name: format!("Informant {n}"), source: None };
        team.edit(0, &made).expect("a case is made");
    }
    team.edit(0, &Edit::CreateAttribute { name: "trust".to_owned(), kind }).expect("an attribute is made");
    team.sync_all();
    let project = team.project(0);
    let (ids, attribute) = (project.cases().iter().map(|case| case.id).collect(), project.attributes()[0].id);
    (team, ids, attribute)
}

fn own(case: CaseId, attribute: AttributeId, value: &str) -> Edit {
    Edit::Agreement(AgreementEdit::Rate { case, attribute, value: value.to_owned() })
}

fn rate(team: &mut Team, at: usize, (case, attribute): (CaseId, AttributeId), value: &str) -> usize {
    team.edit(at, &own(case, attribute, value)).expect("it is a value").len()
}

/// What the case has, and what Kari and Ola have said.
fn said(team: &Team, at: usize, (case, attribute): (CaseId, AttributeId)) -> [Option<String>; 3] {
    let known = team.project(at).case(case).expect("a case");
    let ratings: BTreeMap<_, &str> = known.ratings(attribute);
    let of = |who: usize| ratings.get(&team.coder(who)).map(|value| (*value).to_owned());
    [known.values.get(&attribute).cloned(), of(0), of(1)]
}

fn words(values: [&str; 3]) -> [Option<String>; 3] {
    values.map(|value| (!value.is_empty()).then(|| value.to_owned()))
}

#[test]
fn nobody_writes_over_what_another_has_said() {
    let (mut team, cases, attribute) = team(1, AttributeKind::Number);
    let cell = (cases[0], attribute);
    assert_eq!(said(&team, 0, cell), words(["", "", ""]));
    assert_eq!(rate(&mut team, 0, cell, "3"), 1);
    assert_eq!(said(&team, 0, cell), words(["3", "3", ""]));
    team.sync_all();
    assert_eq!(rate(&mut team, 1, cell, "3"), 1, "who says the same has said it too");
    assert_eq!(rate(&mut team, 1, cell, "3"), 0, "and says it once");
    assert_eq!(said(&team, 1, cell), words(["3", "3", "3"]));
    assert_eq!(rate(&mut team, 1, cell, "4,0"), 1);
    assert_eq!(said(&team, 1, cell), words(["4.0", "3", "4.0"]));
    team.sync_all();
    assert!(team.undo(1));
    assert_eq!(said(&team, 1, cell), words(["3", "3", "3"]), "undo goes back to what one had said before");
    assert!(team.redo(1));
    team.sync_all();
    assert_eq!(rate(&mut team, 0, cell, ""), 1, "Kari takes hers away");
    assert_eq!(said(&team, 0, cell), words(["4.0", "", "4.0"]));
    let bad = own(cell.0, attribute, "much");
    assert!(matches!(team.edit(0, &bad), Err(Refusal::NotOfThisKind { .. })));
}

#[test]
fn who_withdraws_a_rating_leaves_the_case_what_others_said_last() {
    let (mut team, cases, attribute) = team(1, AttributeKind::Number);
    let cell = (cases[0], attribute);
    rate(&mut team, 0, cell, "3");
    team.sync_all();
    rate(&mut team, 1, cell, "5");
    assert_eq!(rate(&mut team, 1, cell, ""), 1);
    assert_eq!(rate(&mut team, 1, cell, ""), 0, "there is nothing more to withdraw");
    assert_eq!(said(&team, 1, cell), words(["3", "3", ""]));
    assert!(team.undo(1));
    assert_eq!(said(&team, 1, cell), words(["5", "3", "5"]));
    assert!(team.redo(1));
    team.sync_all();
    rate(&mut team, 0, cell, "");
    assert_eq!(said(&team, 0, cell), words(["", "", ""]));

    rate(&mut team, 0, cell, "2");
    team.sync_all();
    rate(&mut team, 1, cell, "4");
    team.sync_all();
    rate(&mut team, 0, cell, "");
    assert_eq!(said(&team, 0, cell), words(["4", "", "4"]), "what Ola wrote over it stays");

    // To empty the value itself is another thing: it stays empty, whoever withdraws what.
    rate(&mut team, 0, cell, "1");
    let empty = Edit::SetValue { case: cell.0, attribute, value: String::new() };
    team.edit(0, &empty).expect("it can be emptied");
    assert_eq!(said(&team, 0, cell), words(["", "", "4"]));
    team.sync_all();
    rate(&mut team, 1, cell, "");
    team.sync_all();
    for at in 0..2 {
        assert_eq!(said(&team, at, cell), words(["", "", ""]));
    }
}

#[test]
fn what_came_back_with_a_withdrawal_is_no_clash_with_what_another_says_meanwhile() {
    let (mut team, cases, attribute) = team(1, AttributeKind::Number);
    let cell = (cases[0], attribute);
    rate(&mut team, 0, cell, "3");
    team.sync_all();
    rate(&mut team, 1, cell, "4");
    rate(&mut team, 1, cell, "");
    rate(&mut team, 0, cell, "5");
    team.sync_all();
    for at in 0..2 {
        let value = |notice: &Notice| matches!(notice, Notice::TwoWordings { field: Field::Value(..), .. });
        assert!(!team.machines[at].fold.notices().iter().any(value), "{:?}", team.machines[at].fold.notices());
        assert_eq!(said(&team, at, cell)[1..], words(["", "5", ""])[1..]);
    }
}

#[test]
fn a_rating_whose_words_were_erased_stands_no_more() {
    let (mut team, cases, attribute) = team(1, AttributeKind::Text);
    let cell = (cases[0], attribute);
    team.add_source(0, "Intervju", "Anne kom i går.").expect("it can be added");
    rate(&mut team, 0, cell, "Anne");
    team.sync_all();
    let sources = team.project(1).sources().map(|source| source.id).collect();
    let row = Row { original: "Anne".to_owned(), pseudonym: "Person 1".to_owned(), kind: Kind::Person };
    let mut drawn = 0xdead_0000;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let names = Table::new([row]);
    let told = redaction::redact(&team.machines[1].fold, (&names, &sources, Elsewhere::Replaced), &mut draw);
    team.tell(1, told.expect("it can be replaced").events);
    assert_eq!(said(&team, 1, cell), words(["Person 1", "", "Person 1"]), "it counts as said by who replaced it");
    team.sync_all();
    rate(&mut team, 1, cell, "");
    team.sync_all();
    for at in 0..2 {
        assert_eq!(said(&team, at, cell), words(["", "", ""]), "no empty words come back");
    }
}

#[test]
fn two_who_rate_at_the_same_time_both_have_rated() {
    let (mut team, cases, attribute) = team(1, AttributeKind::Number);
    let cell = (cases[0], attribute);
    rate(&mut team, 0, cell, "3");
    rate(&mut team, 1, cell, "5");
    team.sync_all();
    for at in 0..2 {
        let [value, kari, ola] = said(&team, at, cell);
        assert_eq!([kari, ola], [Some("3".to_owned()), Some("5".to_owned())]);
        assert!(value.is_some_and(|value| value == "5" || value == "3"));
    }
}

#[test]
fn ratings_have_the_figures_of_any_table_of_ratings() {
    // Ten cases rated from 1 to 3; the squared differences are 0 but for 1 + 1 + 4.
    let (mut team, cases, attribute) = team(10, AttributeKind::Number);
    for (case, (kari, ola)) in cases.iter().zip([
        ("1", "1"),
        ("1", "2"),
        ("2", "2"),
        ("2", "2"),
        ("3", "3"),
        ("3", "1"),
        ("1", "1"),
        ("2", "3"),
        ("3", "3"),
        ("1", "1"),
    ]) {
        rate(&mut team, 0, (*case, attribute), kari);
        rate(&mut team, 1, (*case, attribute), ola);
    }
    team.sync_all();
    let (project, all) = (team.project(0), Scope::all());
    assert_eq!(raters(project, &all, Some(attribute)).len(), 2);
    let question =
        Question { about: About::Ratings, coders: vec![team.coder(0), team.coder(1)], ..Question::default() };
    let (rated, _) = asked(project, &all, &question.options(Language::English)).expect("both have rated");
    let figure = |coefficient| rated.ratings.figures().get(coefficient).expect("defined");
    // 7 of 10 alike; both say 1, 2, 3 so often: Kari 4, 3, 3, Ola 4, 3, 3: pe = .34; kappa = .36 / .66.
    assert!((figure(Coefficient::Percent) - 0.7).abs() < 1e-12);
    assert!((figure(Coefficient::CohenKappa) - 0.36 / 0.66).abs() < 1e-12);
    // Squared: seen (1 + 1 + 4) / 10; by chance 2 (σ²) with mean 1.9 and variance .69 for both: 1 - .6 / 1.38.
    assert!((figure(Coefficient::KappaSquared) - (1.0 - 0.6 / 1.38)).abs() < 1e-12);
    let (rows, size) = found(project, &all, &question).expect("it can be kept");
    assert_eq!((rows.len(), size.units, rows[0].segments.as_ref()), (1, 10, &[10, 10][..]));
    assert_eq!(rows[0].figure("percent"), Some(0.7));
    assert!(rows[0].interval("cohen_kappa").is_some_and(|(low, high)| low < 0.5454 && high > 0.5455));
}

#[test]
fn words_have_the_order_that_is_told() {
    let (mut team, cases, attribute) = team(3, AttributeKind::Text);
    for (case, (kari, ola)) in cases.iter().zip([("low", "low"), ("high", "medium"), ("low", "high")]) {
        rate(&mut team, 0, (*case, attribute), kari);
        rate(&mut team, 1, (*case, attribute), ola);
    }
    team.sync_all();
    let coders = vec![team.coder(0), team.coder(1)];
    let ask = |scale: &[&str]| {
        let scale = scale.iter().map(|&word| word.to_owned()).collect();
        let question = Question { about: About::Ratings, coders: coders.clone(), scale, ..Question::default() };
        asked(team.project(0), &Scope::all(), &question.options(Language::English)).expect("both have rated").0
    };
    let unordered = ask(&[]);
    assert_eq!(unordered.ratings.figures().get(Coefficient::KappaSquared), Err(Undefined::NoOrder));
    let ordered = ask(&["low", " medium", "high", ""]);
    assert_eq!(ordered.ratings.scale().names(), ["low", "medium", "high"]);
    // Kari low, high, low; Ola low, medium, high, as 0, 1, 2: seen (1 + 4) / 3, by chance mean of (a - b)² = 2.
    let kappa = ordered.ratings.figures().get(Coefficient::KappaSquared).expect("defined");
    let by_chance =
        [0.0, 2.0, 0.0].iter().flat_map(|a| [0.0, 1.0, 2.0].map(|b: f64| (a - b) * (a - b))).sum::<f64>() / 9.0;
    assert!((kappa - (1.0 - 5.0 / 3.0 / by_chance)).abs() < 1e-12, "{kappa}");
}
