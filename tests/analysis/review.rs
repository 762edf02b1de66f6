//! What became of codings in review, counted by hand.

use kodebok::analysis::review::paragraph;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::table::{Cell, Table};
use kodebok::analysis::{Options, behind::behind};
use kodebok::lang::Language;
use kodebok::model::project::Project;

use crate::support::answer::{asked, lines};
use crate::support::script::{find, run};
use crate::support::team::Team;

/// Kari has coded six passages, Ola has looked at five of them and added one.
fn team() -> Team {
    run("Kari: new trust
         Kari: new fear
         Kari: code felt as trust
         Kari: code safe as trust
         Kari: code there as trust
         Kari: code them as trust
         Kari: code afraid as fear
         Kari: code sea as fear
         sync
         Ola: code others as trust
         Ola: review keep felt
         Ola: review recode safe to fear
         Ola: review resize there to safe there
         Ola: review remove them
         Ola: review question afraid = of what?
         Ola: review add us as fear")
}

/// The counts alone, without the shares between them.
fn counts(table: &Table) -> Vec<String> {
    let row = |row: &kodebok::analysis::table::Row| {
        let known = row.cells.iter().filter_map(|cell| match cell {
            Cell::Count(n) => Some(n.to_string()),
            Cell::Text(words) | Cell::Node { name: words, .. } => Some(words.clone()),
            _ => None,
        });
        known.collect::<Vec<_>>().join(" ")
    };
    table.rows.iter().map(row).collect()
}

fn table(project: &Project, name: &str, scope: &Scope) -> Table {
    let table = asked(project, name, scope, &Options { language: Language::English, ..Options::default() });
    for row in &table.rows {
        for (column, cell) in row.cells.iter().enumerate() {
            if let Cell::Count(count) = cell {
                let places = behind(project, scope, row.opens_at(column)).places.len() as u64;
                assert_eq!(places, *count, "{name}, {:?}, column {column}", row.cells[0]);
            }
        }
    }
    table
}

#[test]
fn reviewed_kept_recoded_rebounded_removed_questioned_added() {
    let team = team();
    let project = team.project(0);
    let all = Scope::all();
    let by_people = table(project, "review", &all);
    assert_eq!(
        lines(&by_people)[1..],
        [
            "Ola | Kari | 6 | 5 | 83% | 1 | 20% | 1 | 20% | 1 | 20% | 1 | 20% | 1 | 20% | 0 | 0%",
            "Ola | Ola | 0 | 0 | – | 0 | – | 0 | – | 0 | – | 0 | – | 0 | – | 1 | –",
        ]
    );
    // Codings, reviewed, kept, re-coded, re-bounded, removed, questioned, added. Ola's own coding is there to review too.
    assert_eq!(counts(&table(project, "review-sources", &all)), ["Interview 1 7 5 1 1 1 1 1 1"]);
    // By the codes they had before.
    assert_eq!(counts(&table(project, "review-codes", &all)), ["trust 5 4 1 1 1 1 0 0", "fear 2 1 0 0 0 0 1 1"]);
    let fear = Scope { codes: [find(project, "fear")].into(), ..Scope::all() };
    assert_eq!(counts(&table(project, "review", &fear)), ["Ola Kari 2 1 0 0 0 0 1 0", "Ola Ola 0 0 0 0 0 0 0 1"]);
    let kari = project.coders().find(|coder| coder.name == "Kari").expect("she codes").id;
    let hers = Scope { coders: [kari].into(), ..Scope::all() };
    assert_eq!(counts(&table(project, "review-sources", &hers)), ["Interview 1 6 5 1 1 1 1 1 1"]);
}

#[test]
fn the_paragraph_says_the_same_in_both_languages() {
    let team = team();
    let told = |language| paragraph(team.project(0), &Scope::all(), language);
    assert_eq!(
        told(Language::Bokmal),
        "Ola gikk gjennom 5 av 6 kodinger som andre hadde laget (83,3\u{a0}%). Av disse ble 1 (20,0\u{a0}%) beholdt, \
         1 (20,0\u{a0}%) kodet om, 1 (20,0\u{a0}%) gitt nye grenser og 1 (20,0\u{a0}%) fjernet, og det ble stilt spørsmål \
         ved 1 (20,0\u{a0}%). Ola la til 1 koding. Hver avgjørelse står i studiens historikk med navn og tidspunkt. \
         En gjennomgang er ikke uavhengig koding, og det er derfor ikke regnet ut mål på samsvar for den."
    );
    assert_eq!(
        told(Language::English),
        "Ola reviewed 5 of 6 codings made by others (83.3%). The outcome was 1 (20.0%) kept, 1 (20.0%) re-coded, \
         1 (20.0%) given new bounds, 1 (20.0%) removed and 1 (20.0%) questioned. Ola added 1 coding. Every decision \
         is in the study’s history with name and time. A review is not independent coding, and no measure of agreement was \
         therefore computed for it."
    );
    let nothing = run("Kari: code felt as new trust");
    assert_eq!(paragraph(nothing.project(0), &Scope::all(), Language::English), "");
}
