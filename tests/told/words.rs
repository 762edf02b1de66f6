//! Both languages say the same, and every sentence is whole.

use kodebok::journal::edit::Refusal;
use kodebok::journal::problem::Problem;
use kodebok::lang::Language;
use kodebok::lang::history::HistoryWords;
use kodebok::lang::names::NameWords;
use kodebok::lang::notice::NoticeWords;
use kodebok::lang::problem::ProblemWords;
use kodebok::lang::refusal::RefusalWords;
use kodebok::model::case::AttributeKind;
use kodebok::model::id::{AttributeId, LogId};
use kodebok::told::notice::notice;
use kodebok::told::problem::problem;
use kodebok::told::refusal::refusal;

use crate::support::script::run;

fn places(phrase: &str) -> Vec<&str> {
    let mut places: Vec<&str> = phrase.split('{').skip(1).filter_map(|tail| Some(tail.split_once('}')?.0)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[test]
fn both_languages_fill_in_the_same() {
    for pairs in [HistoryWords::PAIRS, NameWords::PAIRS, NoticeWords::PAIRS, ProblemWords::PAIRS, RefusalWords::PAIRS] {
        for (key, nb, en) in pairs {
            assert!(!nb.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(places(nb), places(en), "{key}");
        }
    }
}

#[test]
fn a_refusal_says_what_to_do() {
    let taken = Refusal::CodeNameTaken { name: "Trust".to_owned(), parent: None };
    assert_eq!(
        refusal(&taken, Language::English),
        "There is already a code called “Trust” in the same place. Choose another name, or merge the two."
    );
    let (attribute, typed) = (AttributeId::new(1), "i går".to_owned());
    let kind = AttributeKind::Date;
    assert_eq!(
        refusal(&Refusal::NotOfThisKind { attribute, kind, typed }, Language::Bokmal),
        "«i går» er ikke en dato. Skriv år-måned-dag, som 2026-03-17."
    );
    let double =
        |other: Option<&str>| Refusal::AlreadyCoded { name: "tillit".to_owned(), other: other.map(str::to_owned) };
    assert_eq!(refusal(&double(None), Language::Bokmal), "Du har allerede «tillit» på nøyaktig disse ordene.");
    assert_eq!(refusal(&double(Some("Ola")), Language::English), "Ola already has “tillit” on exactly these words.");
    let long = Refusal::TooLong { bytes: 1_234_567, limit: 100_000 };
    assert_eq!(
        refusal(&long, Language::English),
        "This is too long: 1\u{202f}235 kB, and there is room for 100 kB. Split it up."
    );
}

#[test]
fn a_problem_names_the_log_and_the_line() {
    let log = LogId::new(0xabcd_ef01_2345_6789_abcd_ef01_2345_6789);
    let unfinished = problem(&Problem::Unfinished { log, sequence: 3, present: 2, of: 4 }, Language::English);
    assert!(unfinished.contains("from line 3, is not whole: 2 of 4 lines are here."), "{unfinished}");
    assert_eq!(
        problem(&Problem::Gap { log, from: 3, to: 3 }, Language::English),
        "Line 3 is missing from log abcdef01. It may not have been synchronised yet."
    );
    assert_eq!(
        problem(&Problem::Gap { log, from: 3, to: 5 }, Language::Bokmal),
        "Linje 3–5 mangler i loggen abcdef01. De er kanskje ikke synkronisert ennå."
    );
}

/// What the first notice after a script says.
fn noticed(script: &str, language: Language) -> String {
    let team = run(script);
    let fold = &team.machines[0].fold;
    fold.notices().first().map(|first| notice(first, fold.project(), language)).unwrap_or_default()
}

#[test]
fn a_notice_says_who_wanted_what_and_what_counts() {
    let renamed = "Kari: new trust\nsync\nKari: rename trust to tillit\nOla: rename trust to trygghet";
    assert_eq!(
        noticed(renamed, Language::Bokmal),
        "Navnet på en kode: Ola skrev «trygghet» og Kari skrev «tillit» samtidig. «trygghet» gjelder."
    );
    let moved = "Kari: new trust\nKari: new sea under trust\nsync\nKari: new x\nKari: move sea under x\n\
                 Ola: move sea to the top";
    assert_eq!(
        noticed(moved, Language::English),
        "Ola put sea at the top, and Kari put it under x at the same time. It now stands at the top."
    );
    let revived = "Kari: code felt as new trust\nsync\nKari: delete trust\nOla: code safe as trust";
    assert_eq!(
        noticed(revived, Language::English),
        "Kari deleted trust, but 1 coding came that Kari had not seen. The code lives on. \
         1 coding is still away; restore the code to bring it back."
    );
    let cycle = "Kari: new trust\nKari: new fear\nsync\nKari: move trust under fear\nOla: move fear under trust";
    assert_eq!(
        noticed(cycle, Language::Bokmal),
        "Ola ville sette fear under trust, men det gikk ikke etter det andre hadde gjort: \
         koden ville ha kommet under seg selv."
    );
}
