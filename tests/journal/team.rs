//! Work that coders share, told by several at once: remarks in threads, and review.

use kodebok::journal::edit::Refusal;
use kodebok::journal::edit::team::TeamRefusal;
use kodebok::journal::notice::{Notice, Placed};
use kodebok::model::id::CoderId;
use kodebok::model::memo::{About, Memo};
use kodebok::model::project::Project;

use crate::support::outline::outline;
use crate::support::script::{check, find, run, step};
use crate::support::team::Team;

pub(super) fn notices(team: &Team) -> &[Notice] {
    team.machines[0].fold.notices()
}

pub(super) fn coder(team: &Team, name: &str) -> CoderId {
    team.machines.iter().find(|machine| machine.name == name).expect("on the team").coder
}

/// What was said in review, a line a coding: its words and code as the reviewer found it, who said what.
fn reviewed(project: &Project) -> Vec<String> {
    let name = |coder| project.coder_name(coder).to_owned();
    let mut lines: Vec<String> = project
        .all_reviewed()
        .map(|reviewed| {
            let source = project.source(reviewed.source).expect("the source is here");
            let judged = reviewed.judged.iter().map(|judged| {
                let words = source.resolve(judged.at).map_or("?", |span| source.quote(span));
                let code = project.code_name(judged.code).unwrap_or("?");
                format!("{} {:?}: {words} as {code}", name(judged.by), judged.verdict)
            });
            format!("{}'s · {}", name(reviewed.coder), judged.collect::<Vec<_>>().join(" · "))
        })
        .collect();
    lines.sort();
    lines
}

/// The codings of a project, a code a line, as the outline has them.
pub(super) fn codings(project: &Project) -> String {
    outline(project).lines().collect::<Vec<_>>().join("\n")
}

#[test]
fn a_verdict_and_its_change_are_one_gesture() {
    let script = "Kari: code felt as new trust
         Kari: new fear
         sync
         Ola: review recode felt to fear";
    let team = check(script, "trust\nfear · Kari: felt");
    assert_eq!(reviewed(team.project(0)), ["Kari's · Ola Recoded: felt as trust"]);
    let team = check(&format!("{script}\nOla: undo"), "trust · Kari: felt\nfear");
    assert_eq!(reviewed(team.project(0)), Vec::<String>::new());
    let team = check(&format!("{script}\nOla: undo\nOla: redo"), "trust\nfear · Kari: felt");
    assert_eq!(reviewed(team.project(0)), ["Kari's · Ola Recoded: felt as trust"]);
}

#[test]
fn the_last_word_of_a_reviewer_counts_and_keeps_what_was_found() {
    let team = run("Kari: code felt as new trust
         Kari: new fear
         sync
         Ola: review recode felt to fear
         Ola: review resize felt to felt safe
         sync
         Liv: review keep felt safe");
    // Liv came to what Ola had left; Ola to what Kari had.
    assert_eq!(reviewed(team.project(0)), ["Kari's · Ola Rebounded: felt as trust · Liv Kept: felt safe as fear"]);
}

#[test]
fn what_was_removed_in_review_stays_known() {
    let script = "Kari: code felt as new trust
         sync
         Ola: review remove felt";
    let team = check(script, "trust");
    assert_eq!(reviewed(team.project(0)), ["Kari's · Ola Removed: felt as trust"]);
    let team = check(&format!("{script}\nsync\nKari: new fear\nKari: merge trust into fear"), "fear");
    assert_eq!(reviewed(team.project(0)), ["Kari's · Ola Removed: felt as fear"]);
    // A removal in review is a removal: a change its author had not seen keeps the coding.
    let team = check(
        "Kari: code felt as new trust
         sync
         Kari: resize felt to felt safe
         Ola: review remove felt",
        "trust · Kari: felt safe",
    );
    assert!(matches!(notices(&team), [Notice::CodingKept { .. }]));
    assert_eq!(reviewed(team.project(0)), ["Kari's · Ola Removed: felt safe as trust"]);
}

#[test]
fn what_a_reviewer_adds_is_theirs() {
    let team = check(
        "Kari: new trust
         sync
         Ola: review add safe as trust",
        "trust · Ola: safe",
    );
    assert_eq!(reviewed(team.project(0)), ["Ola's · Ola Added: safe as trust"]);
}

/// What was changed since somebody reviewed it, as they are told.
fn since_review(script: &str) -> Vec<String> {
    let team = run(script);
    let project = team.project(0);
    let source = project.sources().next().expect("a source");
    let name = |coder| project.coder_name(coder).to_owned();
    let placed = |placed: Placed| {
        let words = source.resolve(placed.at).map_or("?", |span| source.quote(span));
        format!("{words} as {}", project.code_name(placed.code).unwrap_or("?"))
    };
    let told = notices(&team).iter().filter_map(|notice| match notice {
        Notice::ChangedSinceReview { reviewer, verdict, by, left, now, .. } => {
            let now = now.map_or_else(|| "nothing".to_owned(), placed);
            assert!(notice.is_for(*reviewer) && !notice.is_for(*by));
            Some(format!("{} {verdict:?}: {} -> {now} by {}", name(*reviewer), placed(*left), name(*by)))
        }
        _ => None,
    });
    told.collect()
}

#[test]
fn a_reviewer_is_told_what_was_changed_since() {
    let script = "Kari: code felt as new trust
         Kari: new fear
         sync
         Ola: review keep felt
         sync";
    let told = |more: &str| since_review(&format!("{script}\n{more}"));
    let none: Vec<String> = Vec::new();
    assert_eq!(told(""), none);
    let resized = ["Ola Kept: felt as trust -> felt safe as trust by Kari"];
    assert_eq!(told("Kari: resize felt to felt safe"), resized);
    assert_eq!(told("Kari: recode felt to fear"), ["Ola Kept: felt as trust -> felt as fear by Kari"]);
    let both = "Kari: recode felt to fear\nsync\nLiv: review resize felt to felt safe";
    assert_eq!(told(both), ["Ola Kept: felt as trust -> felt safe as fear by Kari"]);
    assert_eq!(told("Kari: remove felt"), ["Ola Kept: felt as trust -> nothing by Kari"]);
    // What comes to nothing, and what they know of, is not told.
    assert_eq!(told("Kari: resize felt to felt safe\nKari: resize felt safe to felt"), none);
    assert_eq!(told("Kari: resize felt to felt safe\nKari: undo"), none);
    assert_eq!(told("Kari: resize felt to felt safe\nsync\nOla: review keep felt safe"), none);
    assert_eq!(told("Kari: resize felt to felt safe\nsync\nOla: review resize felt safe to felt"), none);
    assert_eq!(told("Ola: resize felt to felt safe"), none);
    assert_eq!(told("Liv: merge trust into fear"), none);
    // A change that stood earlier, but that the reviewer had not seen, is one of them.
    let unseen = "Kari: code felt as new trust\nsync\nKari: resize felt to felt safe\nOla: review keep felt";
    assert_eq!(since_review(unseen), resized);
    let of_theirs = "Kari: new trust\nsync\nOla: review add safe as trust\nsync\nKari: resize safe to felt safe";
    assert_eq!(since_review(of_theirs), ["Ola Added: safe as trust -> felt safe as trust by Kari"]);
}

#[test]
fn one_does_not_review_oneself() {
    let mut team = run("Kari: code felt as new trust");
    for line in ["Kari: review keep felt", "Kari: review remove felt", "Kari: review question felt = why?"] {
        assert_eq!(step(&mut team, line), Err(Refusal::Team(TeamRefusal::OwnCoding)), "{line}");
    }
}

#[test]
fn a_question_is_a_remark_on_the_coding() {
    check(
        "Kari: code felt as new trust
         sync
         Ola: review question felt = is it trust?",
        "
         trust · Kari: felt
         memo on felt · Ola: is it trust?",
    );
}

#[test]
fn answers_make_a_thread_that_closes_and_opens() {
    let script = "Kari: new trust
         Kari: memo trust = not of us
         sync
         Ola: answer trust = of them
         sync
         Kari: answer trust = of all
         Liv: close trust";
    let team = run(script);
    let project = team.project(0);
    let memos: Vec<_> = project.memos_about(About::Code(find(project, "trust"))).collect();
    let (first, answers): (Vec<&Memo>, Vec<&Memo>) = memos.into_iter().partition(|memo| memo.answers.is_none());
    assert_eq!((first.len(), answers.len()), (1, 2));
    assert!(answers.iter().all(|answer| answer.answers == Some(first[0].id)));
    assert_eq!(first[0].closed.map(|(by, _)| by), Some(coder(&team, "Liv")));
    // Who answers a closed thread has more to say.
    let team = run(&format!("{script}\nsync\nOla: answer trust = and of the sea"));
    assert!(team.project(0).memos().all(|memo| memo.closed.is_none()));
    let team = run(&format!("{script}\nsync\nOla: answer trust = and of the sea\nOla: undo"));
    assert_eq!(team.project(0).memos().filter(|memo| memo.closed.is_some()).count(), 1);
}

#[test]
fn two_codes_of_one_name_in_one_place_are_told() {
    let team = run("Kari: new trust
         Ola: new Trust
         sync
         Liv: new trust under Trust");
    let project = team.project(0);
    let [Notice::SameName { code, by, other, other_by }] = notices(&team) else { panic!("{:?}", notices(&team)) };
    assert_eq!([project.code_name(*code), project.code_name(*other)], [Some("trust"), Some("Trust")]);
    assert_eq!([*by, *other_by], [coder(&team, "Kari"), coder(&team, "Ola")]);
    let team = run("Kari: new trust\nOla: new Trust\nsync\nLiv: merge Trust into trust");
    assert_eq!(notices(&team), []);
}
