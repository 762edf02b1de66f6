//! One test for each row of the merge table.

use kodebok::journal::notice::{Field, Made, Notice, Skip};
use kodebok::model::code::Hue;

use crate::support::script::{check, find, run};
use crate::support::team::Team;

fn notices(team: &Team) -> &[Notice] {
    team.machines[0].fold.notices()
}

fn coder(team: &Team, name: &str) -> kodebok::model::id::CoderId {
    team.machines.iter().find(|machine| machine.name == name).expect("on the team").coder
}

#[test]
fn of_two_renames_the_later_counts_and_both_are_told() {
    let team = check(
        "Kari: new trust
         sync
         Kari: rename trust to tillit
         Ola: rename trust to trygghet",
        "trygghet",
    );
    let field = Field::CodeName(find(team.project(0), "trygghet"));
    let (kept_by, other_by) = (coder(&team, "Ola"), coder(&team, "Kari"));
    let (kept, other) = ("trygghet".to_owned(), "tillit".to_owned());
    assert_eq!(notices(&team), [Notice::TwoWordings { field, kept, kept_by, other, other_by }]);
}

#[test]
fn a_rename_in_answer_to_another_is_no_clash() {
    let team = check(
        "Kari: new trust
         sync
         Kari: rename trust to tillit
         sync
         Ola: rename tillit to trygghet",
        "trygghet",
    );
    assert_eq!(notices(&team), []);
}

#[test]
fn whoever_chooses_after_a_clash_settles_it() {
    let team = check(
        "Kari: new trust
         sync
         Kari: rename trust to tillit
         Ola: rename trust to trygghet
         sync
         Liv: rename trygghet to tillit",
        "tillit",
    );
    assert_eq!(notices(&team), []);
}

#[test]
fn of_two_colours_the_later_counts() {
    let team = run("Kari: new trust
         sync
         Kari: colour trust as 3
         Ola: colour trust as 5");
    let code = find(team.project(0), "trust");
    assert_eq!(team.project(0).codebook().code(code).map(|code| code.hue), Some(Some(Hue(5))));
    assert!(matches!(notices(&team), [Notice::TwoColours { kept: Some(Hue(5)), other: Some(Hue(3)), .. }]));
}

#[test]
fn of_two_values_the_later_counts() {
    let team = check(
        "Kari: case Informant 1
         Kari: attribute title
         sync
         Kari: set Informant 1 . title = leader
         Ola: set Informant 1 . title = adviser",
        "Informant 1 · Interview 1 · title = adviser",
    );
    assert!(matches!(notices(&team), [Notice::TwoWordings { field: Field::Value(..), kept, other, .. }]
        if kept == "adviser" && other == "leader"));
}

#[test]
fn of_two_moves_the_later_counts() {
    let team = check(
        "Kari: new trust
         Kari: new fear
         Kari: new sea
         sync
         Kari: move sea under trust
         Ola: move sea under fear",
        "
         trust
         fear
           sea",
    );
    let code = |name| Some(find(team.project(0), name));
    assert!(matches!(notices(&team), [Notice::TwoPlaces { kept, other, .. }]
        if *kept == code("fear") && *other == code("trust")));
}

#[test]
fn a_move_that_closes_a_cycle_is_skipped() {
    let team = check(
        "Kari: new trust
         Kari: new fear
         sync
         Kari: move trust under fear
         Ola: move fear under trust",
        "
         fear
           trust",
    );
    assert!(matches!(notices(&team), [Notice::MoveSkipped { why: Skip::Cycle, by, .. }] if *by == coder(&team, "Ola")));
}

#[test]
fn a_move_that_goes_too_deep_is_skipped() {
    let mut script = "Kari: new c0\nKari: new d0\nKari: new e0\n".to_owned();
    for depth in 1..40 {
        script += &format!("Kari: new c{depth} under c{}\nKari: new d{depth} under d{}\n", depth - 1, depth - 1);
    }
    for depth in 1..10 {
        script += &format!("Kari: new e{depth} under e{}\n", depth - 1);
    }
    let team = run(&(script + "sync\nKari: move d0 under c20\nOla: move c0 under e9\n"));
    let book = team.project(0).codebook();
    let depth = |name: &str| book.depth(find(team.project(0), name));
    assert_eq!((depth("d39"), depth("c0"), depth("e9")), (60, 0, 9));
    assert!(
        matches!(notices(&team), [Notice::MoveSkipped { why: Skip::TooDeep, by, .. }] if *by == coder(&team, "Ola"))
    );
}

#[test]
fn a_child_of_a_deleted_parent_stands_under_the_nearest_that_lives() {
    check(
        "Kari: new feelings
         Kari: new trust under feelings
         Kari: new safe
         sync
         Kari: delete trust
         Ola: move safe under trust",
        "
         feelings
           safe
         deleted: trust",
    );
}

#[test]
fn a_coding_the_deleter_had_not_seen_revives_the_code() {
    let team = check(
        "Kari: new trust
         Kari: code felt as trust
         sync
         Kari: delete trust
         Ola: code safe as trust",
        "
         trust · Ola: safe
         deleted: trust",
    );
    assert!(matches!(notices(&team), [Notice::CodeRevived { codings: 1, hidden: 1, .. }]));
    check(
        "Kari: new trust
         Kari: code felt as trust
         sync
         Kari: delete trust
         Ola: code safe as trust
         sync
         Liv: restore trust",
        "trust · Kari: felt · Ola: safe",
    );
}

#[test]
fn seen_codings_hide_with_their_code_and_come_back_with_it() {
    let script = "Kari: new trust
         Kari: new home under trust
         Kari: code felt as home
         Ola: new fear
         Ola: code safe as fear
         sync
         Ola: delete trust";
    check(script, "fear · Ola: safe\ndeleted: trust\ndeleted: home");
    check(&format!("{script}\nsync\nKari: restore home"), "trust\n  home · Kari: felt\nfear · Ola: safe");
    check(&format!("{script}\nsync\nKari: restore trust"), "trust\n  home · Kari: felt\nfear · Ola: safe");
}

#[test]
fn codings_of_a_merged_code_count_for_the_other_also_later_ones() {
    check(
        "Kari: new trust
         Kari: new tillit
         Kari: new home under tillit
         Kari: code felt as tillit
         sync
         Kari: merge tillit into trust
         Ola: code safe as tillit
         Ola: new sea under tillit",
        "
         trust · Kari: felt · Ola: safe
           home
           sea",
    );
}

#[test]
fn of_two_opposite_merges_the_first_counts() {
    let team = check(
        "Kari: new trust
         Kari: new tillit
         Kari: code felt as tillit
         Kari: code safe as trust
         sync
         Kari: merge tillit into trust
         Ola: merge trust into tillit",
        "trust · Kari: felt, safe",
    );
    assert!(
        matches!(notices(&team), [Notice::MergeSkipped { why: Skip::Cycle, by, .. }] if *by == coder(&team, "Ola"))
    );
}

#[test]
fn merging_a_code_into_one_below_it_lifts_that_one_first() {
    check(
        "Kari: new feelings
         Kari: new trust under feelings
         Kari: new home under trust
         Kari: new safe under home
         Kari: new sea under trust
         Kari: code felt as trust
         Kari: merge trust into safe",
        "
         feelings
           safe · Kari: felt
             home
             sea",
    );
}

#[test]
fn a_merge_into_a_code_that_another_deletes_loses_nothing() {
    check(
        "Kari: new trust
         Kari: new tillit
         Kari: code felt as tillit
         sync
         Kari: merge tillit into trust
         Ola: delete trust",
        "trust · Kari: felt",
    );
}

#[test]
fn of_two_new_bounds_the_later_counts() {
    let team = check(
        "Kari: code felt as new trust
         sync
         Kari: resize felt to I felt
         Ola: resize felt to felt safe",
        "trust · Kari: felt safe",
    );
    assert_eq!(notices(&team), []);
}

#[test]
fn a_removal_that_had_not_seen_the_new_bounds_leaves_the_coding() {
    let team = check(
        "Kari: code felt as new trust
         sync
         Kari: resize felt to felt safe
         Ola: remove felt",
        "trust · Kari: felt safe",
    );
    assert!(matches!(notices(&team), [Notice::CodingKept { removed_by, .. }] if *removed_by == coder(&team, "Ola")));
    let seen = check(
        "Kari: code felt as new trust
         Kari: resize felt to felt safe
         sync
         Ola: remove felt safe",
        "trust",
    );
    assert_eq!(notices(&seen), []);
}

#[test]
fn a_removal_that_had_not_seen_the_new_code_leaves_the_coding() {
    check(
        "Kari: new fear
         Kari: code felt as new trust
         sync
         Kari: recode felt to fear
         Ola: remove felt",
        "
         fear · Kari: felt
         trust",
    );
}

#[test]
fn two_wordings_of_a_memo_stand_side_by_side_until_someone_writes_them_into_one() {
    let script = "Kari: new trust
         Kari: memo trust = not of us
         sync
         Kari: rewrite trust = of us too
         Ola: rewrite trust = of them";
    let team = check(script, "trust\nmemo on trust · Kari: of us too · Ola: of them");
    assert!(matches!(notices(&team), [Notice::MemoVersions { versions: 2, .. }]));
    let joined = check(&format!("{script}\nsync\nLiv: rewrite trust = of all"), "trust\nmemo on trust · Liv: of all");
    assert_eq!(notices(&joined), []);
}

#[test]
fn a_memo_that_was_written_anew_outlives_its_deletion() {
    check(
        "Kari: new trust
         Kari: memo trust = not of us
         sync
         Kari: forget trust
         Ola: rewrite trust = of them",
        "
         trust
         memo on trust · Ola: of them",
    );
}

#[test]
fn a_memo_follows_its_code_into_a_merge() {
    check(
        "Kari: new trust
         Kari: new tillit
         Kari: memo tillit = the same?
         Kari: merge tillit into trust",
        "
         trust
         memo on trust · Kari: the same?",
    );
}

#[test]
fn two_coders_on_the_same_words_are_two_codings() {
    check(
        "Kari: new trust
         sync
         Kari: code felt as trust
         Kari: code felt as trust
         Ola: code felt as trust",
        "trust · Kari: felt · Ola: felt",
    );
}

#[test]
fn the_same_text_from_two_machines_is_one_source() {
    let mut team = Team::new(&["Kari", "Ola"]);
    team.add_source(0, "Interview 1", "So it was.").unwrap();
    team.add_source(1, "Ola's first", "So it was.").unwrap();
    team.sync_all();
    let titles: Vec<_> = team.project(1).sources().map(|source| source.title.as_str()).collect();
    assert_eq!(titles, ["Interview 1"]);
    assert!(matches!(notices(&team), [Notice::SourceTwice { title, other, .. }]
        if title == "Interview 1" && other == "Ola's first"));
}

#[test]
fn a_removed_source_takes_its_codings_along_but_none_its_remover_had_not_seen() {
    let removed = "Kari: code felt as new trust
         sync
         Kari: remove source";
    check(removed, "trust\nremoved: Interview 1");
    check(&format!("{removed}\nKari: restore-source"), "trust · Kari: felt");
    check(&format!("{removed}\nKari: import Again"), "trust · Kari: felt");
    let team = check(&format!("{removed}\nOla: code safe as trust"), "trust · Kari: felt · Ola: safe");
    assert!(matches!(notices(&team), [Notice::SourceRevived { codings: 1, .. }]));
}

#[test]
fn of_an_undo_and_anothers_later_change_the_change_stands() {
    check(
        "Kari: new trust
         Kari: rename trust to tillit
         sync
         Ola: rename tillit to trygghet
         Kari: undo",
        "trygghet",
    );
    check(
        "Kari: new trust
         Kari: code felt as trust
         sync
         Ola: resize felt to felt safe
         Kari: undo",
        "trust · Kari: felt safe",
    );
}

#[test]
fn a_code_that_another_applied_outlives_the_undoing_of_its_making() {
    let team = check(
        "Kari: new trust
         sync
         Ola: code felt as trust
         Kari: undo",
        "trust · Ola: felt",
    );
    assert!(matches!(notices(&team), [Notice::StillUsed { made: Made::Code(_), .. }]));
    check("Kari: new trust\nsync\nKari: undo", "");
    check("Kari: new trust\nsync\nOla: rename trust to tillit\nKari: undo", "tillit");
    check("Kari: new trust\nsync\nOla: new home under trust\nKari: undo", "trust\n  home");
}

#[test]
fn undo_and_redo_go_gesture_by_gesture() {
    let script = "Kari: code felt as new trust
         Kari: rename trust to tillit
         Kari: delete tillit";
    check(&format!("{script}\nKari: undo"), "tillit · Kari: felt");
    check(&format!("{script}\nKari: undo\nKari: undo\nKari: undo"), "");
    check(&format!("{script}\nKari: undo\nKari: undo\nKari: redo"), "tillit · Kari: felt");
    check(&format!("{script}\nKari: undo\nKari: redo\nKari: undo\nKari: undo"), "trust · Kari: felt");
    check(&format!("{script}\nKari: undo\nOla: new sea\nsync\nKari: redo"), "sea\ndeleted: tillit");
}
