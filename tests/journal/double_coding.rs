//! Coding blind, unveiling and agreeing, told by several at once.

use kodebok::journal::edit::Refusal;
use kodebok::journal::edit::team::TeamRefusal;
use kodebok::journal::notice::{Made, Notice};
use kodebok::model::codebook::Row;
use kodebok::model::double_coding::{Answer, matches};
use kodebok::model::layer::Layer;
use kodebok::model::project::Project;

use super::team::{coder, codings, notices};
use crate::support::script::{run, step};
use crate::support::team::{Team, dangling};

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
    let name = |row: &Row| book.code(row.code).map_or("?", |code| code.name.as_str());
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
