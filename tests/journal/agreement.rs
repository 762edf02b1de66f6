//! Results of agreement that are saved: by two at once, named while thrown away, and taken back.

use kodebok::journal::edit::agreement::AgreementEdit;
use kodebok::journal::edit::team::TeamRefusal;
use kodebok::journal::edit::{Edit, Refusal};
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::notice::{Field, Made, Notice};
use kodebok::model::agreement::{Found, Of};
use kodebok::model::id::ResultId;

use crate::support::doings::result;
use crate::support::team::Team;

fn save(team: &mut Team, at: usize, name: &str) -> ResultId {
    let events = team.edit(at, &Edit::Agreement(AgreementEdit::Save(Box::new(result(name))))).expect("it is saved");
    match events.first() {
        Some(Event::AgreementSaved { result, .. }) => *result,
        other => panic!("{other:?}"),
    }
}

fn rename(team: &mut Team, at: usize, result: ResultId, name: &str) {
    let edit = AgreementEdit::Rename { result, name: name.to_owned() };
    team.edit(at, &Edit::Agreement(edit)).expect("it gets the name");
}

fn remove(team: &mut Team, at: usize, result: ResultId) {
    team.edit(at, &Edit::Agreement(AgreementEdit::Remove { result })).expect("it is thrown away");
}

fn names(team: &Team, at: usize) -> Vec<String> {
    let mut names: Vec<String> = team.project(at).saved_agreements().iter().map(|saved| saved.name.clone()).collect();
    names.sort_unstable();
    names
}

fn two() -> Team {
    Team::new(&["Kari", "Ola"])
}

#[test]
fn what_was_saved_stays_as_it_was() {
    let mut team = two();
    let id = save(&mut team, 0, "  Pilot\n1 ");
    let saved = team.project(0).saved_agreement(id).expect("it is there").clone();
    let new = result("Pilot 1");
    assert_eq!((&saved.name, saved.by, &saved.version), (&new.name, team.coder(0), &new.version));
    assert_eq!(
        (&saved.manner, saved.part.as_ref(), &saved.found, saved.size),
        (&new.manner, Some(&new.part), &new.found, new.size)
    );
    assert_eq!(saved.found[0].figure("cohen_kappa"), Some(0.712));
    assert_eq!(saved.found[0].interval("cohen_kappa"), None);
    assert!(team.undo(0) && names(&team, 0).is_empty());
    assert!(team.redo(0));
    assert_eq!(names(&team, 0), ["Pilot 1"]);
}

#[test]
fn two_who_save_at_the_same_time_have_saved_two() {
    let mut team = two();
    save(&mut team, 0, "Pilot");
    save(&mut team, 1, "Pilot");
    team.sync_all();
    for at in 0..2 {
        assert_eq!(names(&team, at), ["Pilot", "Pilot"]);
    }
}

#[test]
fn a_name_that_the_remover_had_not_seen_keeps_the_result() {
    let mut team = two();
    let id = save(&mut team, 0, "Pilot");
    team.sync_all();
    remove(&mut team, 0, id);
    rename(&mut team, 1, id, "Before the training");
    team.sync_all();
    for at in 0..2 {
        assert_eq!(names(&team, at), ["Before the training"]);
        let kept = Notice::AgreementKept { result: id, removed_by: team.coder(0) };
        assert!(team.machines[at].fold.notices().contains(&kept));
    }
    remove(&mut team, 0, id);
    team.sync_all();
    assert!(names(&team, 0).is_empty() && names(&team, 1).is_empty());
    assert_eq!(team.machines[0].fold.notices(), []);
    assert!(team.undo(0) && names(&team, 0) == ["Before the training"], "undone");
}

#[test]
fn of_two_names_the_later_counts_and_both_are_told() {
    let mut team = two();
    let id = save(&mut team, 0, "Pilot");
    team.sync_all();
    rename(&mut team, 0, id, "First round");
    rename(&mut team, 1, id, "Round 1");
    team.sync_all();
    assert_eq!(names(&team, 0), ["Round 1"]);
    let told = |notice: &Notice| matches!(notice, Notice::TwoWordings { field: Field::AgreementName(_), .. });
    assert!(team.machines[0].fold.notices().iter().any(told));
}

#[test]
fn what_others_have_named_outlives_the_undo_of_its_saving() {
    let mut team = two();
    let id = save(&mut team, 0, "Pilot");
    team.sync_all();
    rename(&mut team, 1, id, "Ours");
    assert!(team.undo(0));
    team.sync_all();
    let saved = team.project(0).saved_agreement(id).expect("it lives").clone();
    assert_eq!((saved.name.as_str(), saved.found.len()), ("Ours", 1));
    let still = Notice::StillUsed { made: Made::Agreement(id), undone_by: team.coder(0) };
    assert!(team.machines[1].fold.notices().contains(&still));
}

#[test]
fn what_is_not_there_is_not_named_and_a_name_is_never_empty() {
    let mut team = two();
    let result = ResultId::new(9);
    let nothing = Edit::Agreement(AgreementEdit::Remove { result });
    assert_eq!(team.edit(0, &nothing), Err(TeamRefusal::NoSuchResult.into()));
    let id = save(&mut team, 0, "Pilot");
    let same = Edit::Agreement(AgreementEdit::Rename { result: id, name: "Pilot".to_owned() });
    assert_eq!(team.edit(0, &same), Ok(Vec::new()));
    let empty = Edit::Agreement(AgreementEdit::Rename { result: id, name: " ".to_owned() });
    assert_eq!(team.edit(0, &empty), Err(Refusal::EmptyName));
}

#[test]
fn a_result_of_very_many_rows_fits_in_the_journal() {
    let mut team = two();
    let row = |n: u64| Found { counts: [n, 2, 3, 4].into(), of: Of::All, ..result("x").found[0].clone() };
    let new = kodebok::model::agreement::NewAgreement { found: (0..1_000).map(row).collect(), ..result("Large") };
    team.edit(0, &Edit::Agreement(AgreementEdit::Save(Box::new(new)))).expect("it is saved");
    team.sync_all();
    let saved = team.project(1).saved_agreements()[0].clone();
    assert_eq!(saved.found.len(), 1_000);
    assert!(saved.found.iter().zip(0..).all(|(row, n)| row.counts[0] == n), "in their order");
}

#[test]
fn where_the_words_are_erased_the_part_is_no_longer_known() {
    let mut team = two();
    let id = save(&mut team, 0, "Pilot");
    let mut events: Vec<Event> = team.entries().last().expect("an entry").events.to_vec();
    if let Some(Event::AgreementSaved { result, part, .. }) = events.first_mut() {
        *result = ResultId::new(77);
        part.speakers[0] = serde_json::from_str::<FreeText>("{\"x\":null}").expect("words that were erased");
    }
    team.tell(0, events);
    assert!(team.project(0).saved_agreement(id).expect("it is there").part.is_some());
    assert_eq!(team.project(0).saved_agreement(ResultId::new(77)).expect("it is there").part, None);
}
