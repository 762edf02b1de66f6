//! Work that coders share, told by several at once: remarks in threads, review, and double coding.

use kodebok::journal::edit::Refusal;
use kodebok::journal::edit::team::TeamRefusal;
use kodebok::journal::notice::{Made, Notice, Placed};
use kodebok::model::double_coding::{Answer, matches};
use kodebok::model::id::CoderId;
use kodebok::model::layer::Layer;
use kodebok::model::memo::{About, Memo};
use kodebok::model::project::Project;

use crate::support::outline::outline;
use crate::support::script::{check, find, run, step};
use crate::support::team::{Team, dangling};

fn notices(team: &Team) -> &[Notice] {
    team.machines[0].fold.notices()
}

fn coder(team: &Team, name: &str) -> CoderId {
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
fn codings(project: &Project) -> String {
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

/// Both code blind; then all is shown.
const BLIND: &str = "Kari: new trust
     Kari: new fear
     sync
     Kari: double Kari Ola of I felt safe there with them for trust
     sync
     Kari: code felt safe as trust
     Kari: code them as trust
     Kari: code afraid as trust
     Kari: code there as fear
     Ola: code felt as trust
     Ola: code them as trust
     Liv: code with as trust
     sync";

#[test]
fn each_sees_their_own_until_all_is_shown() {
    let team = run(BLIND);
    let seen = |team: &Team, name: &str| {
        let project = team.project(0);
        project.veiled_for(coder(team, name)).map(|seen| codings(&seen))
    };
    // What stands outside the words, or under another code, everybody sees; and so does who does not take part.
    let theirs = |kari: &str, ola: &str| format!("trust{kari}{ola}\nfear · Kari: there");
    assert_eq!(seen(&team, "Kari"), Some(theirs(" · Kari: felt safe, them, afraid", "")));
    assert_eq!(seen(&team, "Ola"), Some(theirs(" · Kari: afraid", " · Ola: felt, them")));
    assert_eq!(seen(&team, "Liv"), None);
    let team = run(&format!("{BLIND}\nOla: unveil"));
    assert_eq!(["Kari", "Ola", "Liv"].map(|name| seen(&team, name)), [None, None, None]);
    let team = run(&format!("{BLIND}\nOla: unveil\nOla: undo"));
    assert!(seen(&team, "Kari").is_some());
}

/// Both code blind, whatever code they come upon; each makes codes of their own, and some that others can see in use.
const FREE: &str = "Kari: new trust
     Kari: new fear
     sync
     Kari: double Kari Ola of I felt safe there with them
     sync
     Kari: code felt as new warmth
     Liv: new ours
     Ola: code them as new distance
     Ola: new cold under distance
     Ola: memo distance = not of us
     Ola: code afraid as new sea
     Ola: move fear under distance
     sync";

/// The codes that a coder sees, those under others indented.
fn codes(project: &Project) -> Vec<String> {
    let book = project.codebook();
    let name = |row: &kodebok::model::codebook::Row| book.code(row.code).map_or("?", |code| code.name.as_str());
    book.rows().iter().map(|row| format!("{}{}", "  ".repeat(row.depth), name(row))).collect()
}

#[test]
fn a_code_that_the_other_makes_is_hidden_until_it_is_shared_or_shown() {
    let team = run(FREE);
    let kari = coder(&team, "Kari");
    let seen = team.project(0).veiled_for(kari).expect("something is hidden");
    // What stands under a hidden code stands where that one would; what is used where all can see it, is shared.
    assert_eq!(codes(&seen), ["trust", "fear", "warmth", "ours", "sea"]);
    assert_eq!(seen.memos().count(), 0);
    assert_eq!(dangling(&seen), Vec::<String>::new());
    let ola = team.project(0).veiled_for(coder(&team, "Ola")).expect("something is hidden");
    assert_eq!(codes(&ola), ["trust", "ours", "distance", "  cold", "  fear", "sea"]);
    assert!(team.project(0).veiled_for(coder(&team, "Liv")).is_none());

    let seen = |more: &str| {
        let team = run(&format!("{FREE}\n{more}"));
        team.project(0).veiled_for(kari).map(|seen| codes(&seen))
    };
    let shared = ["trust", "warmth", "ours", "distance", "  fear", "sea"].map(str::to_owned).to_vec();
    assert_eq!(seen("Ola: code others as distance"), Some(shared.clone()));
    assert_eq!(seen("Liv: double Liv Ola of afraid for distance"), Some(shared));
    assert_eq!(seen("Ola: unveil"), None);
    // Nobody is told to bring back what they have never seen.
    let deleted = run(&format!("{FREE}\nOla: delete cold"));
    let deleted = deleted.project(0).veiled_for(kari).expect("something is hidden");
    assert_eq!(deleted.deleted_codes().count(), 0);
}

#[test]
fn a_round_about_named_codes_hides_no_others() {
    let team = run(&format!("{BLIND}\nOla: code there as new distance"));
    let seen = team.project(0).veiled_for(coder(&team, "Kari")).expect("something is hidden");
    assert_eq!(codes(&seen), ["trust", "fear", "distance"]);
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

#[test]
fn disagreements_are_listed_in_the_order_of_the_text() {
    let team = run(&format!("{BLIND}\nOla: unveil"));
    let project = team.project(0);
    let round = project.double_codings()[0];
    let told: Vec<String> = matches(project, round)
        .iter()
        .map(|one| {
            let words = |ids: &Vec<_>| {
                ids.iter()
                    .map(|id| project.quote(project.coding(*id).expect("it is here")))
                    .collect::<Vec<_>>()
                    .join(",")
            };
            let sides: Vec<String> = one.codings.iter().map(words).collect();
            format!("{}{}", sides.join(" | "), if one.agreed { " agreed" } else { "" })
        })
        .collect();
    assert_eq!(told, ["felt safe | felt", "them | them agreed"]);
}

#[track_caller]
fn agreed(settled: &str, expected: &str) -> Team {
    let team = run(&format!("{BLIND}\nOla: unveil\nsync\n{settled}"));
    let project = team.project(0);
    let layer = project.layer(Layer::Agreed);
    let lines = codings(layer);
    assert_eq!(lines.lines().next(), Some(expected), "{settled}");
    // Each coder's own work stays as it was.
    assert_eq!(
        codings(project).lines().next(),
        Some("trust · Kari: felt safe, them, afraid · Liv: with · Ola: felt, them")
    );
    assert_eq!(layer.coding_count(), layer.codings().filter(|coding| layer.coding(coding.id).is_some()).count());
    assert!(std::ptr::eq(layer.layer(Layer::Agreed), layer), "it is the layer already");
    assert_ne!(layer.revision(), project.revision());
    team
}

#[test]
fn what_was_agreed_is_a_layer_of_its_own() {
    agreed("", "trust · Kari: them, afraid · Liv: with");
    agreed("Kari: settle felt safe as trust: Kari", "trust · Kari: felt safe, them, afraid · Liv: with");
    agreed("Kari: settle felt safe as trust: Ola", "trust · Kari: them, afraid · Liv: with · Ola: felt");
    agreed("Kari: settle felt safe as trust: all", "trust · Kari: felt safe, them, afraid · Liv: with · Ola: felt");
    agreed("Kari: settle felt safe as trust: neither", "trust · Kari: them, afraid · Liv: with");
    agreed("Ola: settle felt safe as trust: bounds safe", "trust · Kari: them, afraid · Liv: with · Ola: safe");
    agreed("Ola: settle felt safe as trust: discuss", "trust · Kari: them, afraid · Liv: with");
    agreed("Ola: settle felt safe as trust: Ola\nOla: undo", "trust · Kari: them, afraid · Liv: with");
}

#[test]
fn of_two_answers_the_later_counts_and_both_are_told() {
    let team = agreed(
        "Kari: settle felt safe as trust: Kari\nOla: settle felt safe as trust: Ola",
        "trust · Kari: them, afraid · Liv: with · Ola: felt",
    );
    let (kari, ola) = (coder(&team, "Kari"), coder(&team, "Ola"));
    assert!(matches!(notices(&team), [Notice::TwoAnswers { kept, kept_by, other, other_by, .. }]
        if *kept == Answer::Of(ola) && *other == Answer::Of(kari) && *kept_by == ola && *other_by == kari));
    let alike = agreed(
        "Kari: settle felt safe as trust: bounds safe\nOla: settle felt safe as trust: bounds safe",
        "trust · Kari: them, afraid · Liv: with · Ola: safe",
    );
    assert_eq!(notices(&alike), []);
    let settled = agreed(
        "Kari: settle felt safe as trust: Kari\nOla: settle felt safe as trust: Ola\nsync\nKari: settle felt safe as trust: all",
        "trust · Kari: felt safe, them, afraid · Liv: with · Ola: felt",
    );
    assert_eq!(notices(&settled), []);
}

#[test]
fn a_round_that_another_has_worked_on_outlives_the_undoing_of_its_beginning() {
    let script = "Kari: new trust
         sync
         Kari: double Kari Ola of felt safe
         sync";
    assert_eq!(run(&format!("{script}\nKari: undo")).project(0).double_codings().len(), 0);
    let team = run(&format!("{script}\nOla: unveil\nKari: undo"));
    assert_eq!(team.project(0).double_codings().len(), 1);
    assert!(matches!(notices(&team), [Notice::StillUsed { made: Made::DoubleCoding(_), .. }]));
}

#[test]
fn a_merge_of_codes_carries_the_round_and_its_answers_along() {
    let team = run(&format!(
        "{BLIND}\nOla: unveil\nsync\nKari: settle felt safe as trust: Ola\nsync\nLiv: merge trust into fear"
    ));
    let layer = team.project(0).layer(Layer::Agreed);
    // The round is about fear from now on, and nobody has agreed on what Kari alone had under that code.
    assert_eq!(codings(layer), "fear · Kari: them, afraid · Liv: with · Ola: felt");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut team = run("Kari: new trust\nKari: code felt as trust");
    assert_eq!(step(&mut team, "Kari: double Kari Kari of felt safe"), Err(Refusal::Team(TeamRefusal::OneCoder)));
    step(&mut team, "Kari: double Kari Ola of felt safe").expect("two can code twice");
    assert_eq!(
        step(&mut team, "Kari: settle felt as trust: Kari"),
        Err(Refusal::Team(TeamRefusal::Veiled)),
        "nobody settles what only one of them sees"
    );
    step(&mut team, "Kari: unveil").expect("it can be shown");
    assert_eq!(step(&mut team, "Kari: settle felt as trust: Liv"), Err(Refusal::Team(TeamRefusal::NoSuchCoder)));
}
