//! Any two things that two people can do without having seen each other's: both machines show the same, whatever comes first,
//! and no coding is hidden from somebody who did not know of it.

use std::collections::BTreeSet;

use kodebok::journal::entry::Entry;
use kodebok::journal::fold::Fold;

use crate::support::doings::{Doing, ONCE, OTHERS, WISHES, study};
use crate::support::events::one_of_each;
use crate::support::team::{Team, shape};
use crate::support::unseen::hidden_unseen;

fn doings() -> impl Iterator<Item = &'static Doing> {
    WISHES.iter().map(|wish| &wish.doing).chain(OTHERS)
}

fn called(event: &kodebok::journal::event::Event) -> String {
    let told = serde_json::to_value(event).expect("an event can be written");
    let first = told.as_object().and_then(|fields| fields.keys().next().cloned());
    first.expect("an event has a name")
}

#[test]
fn every_kind_of_event_is_among_what_is_done() {
    let mut number = 0;
    let all = one_of_each(&mut || "word".to_owned(), &mut || {
        number += 1;
        number
    });
    let all: BTreeSet<String> = all.iter().map(called).collect();
    let mut done: BTreeSet<String> = doings().map(|doing| doing.tells.to_owned()).collect();
    assert!(done.insert(ONCE.to_owned()));
    assert_eq!(done, all);
    for doing in doings() {
        let mut team = study();
        let before = team.entries().len();
        (doing.by)(&mut team, 0);
        let told: BTreeSet<String> =
            team.entries()[before..].iter().flat_map(|entry| &entry.events).map(called).collect();
        assert!(told.contains(doing.tells), "{doing:?} tells {told:?}");
    }
}

/// What a machine shows that reads these in this order.
fn read(team: &Team, parts: [&[Entry]; 3]) -> Fold {
    let mut fold = team.empty_fold();
    for part in parts {
        fold.insert(part.iter().cloned());
    }
    fold
}

/// Fails with the first lines that differ.
#[track_caller]
fn same(fold: &Fold, expected: &str, what: &str) {
    let found = shape(fold);
    let mut lines = found.lines().zip(expected.lines()).enumerate();
    if let Some((at, (found, expected))) = lines.find(|(_, (found, expected))| found != expected) {
        panic!("{what}: line {at} is {found} and not {expected}");
    }
    assert_eq!(found.len(), expected.len(), "{what}");
}

#[test]
fn any_two_done_at_the_same_time_give_one_project_and_hide_nothing_unseen() {
    let base = study();
    let known = base.entries();
    for (first, second) in [(0, 1), (1, 0)] {
        for one in doings() {
            let mut begun = base.clone();
            (one.by)(&mut begun, first);
            let begun_with = begun.machines[first].entries();
            let ones: Vec<Entry> = begun_with.iter().filter(|entry| !known.contains(entry)).cloned().collect();
            for other in doings() {
                let mut team = begun.clone();
                (other.by)(&mut team, second);
                let all = team.machines[second].entries();
                let others: Vec<Entry> = all.iter().filter(|entry| !known.contains(entry)).cloned().collect();
                let what = format!("{} by {first}, then {} by {second}", one.tells, other.tells);
                team.sync_all();
                let expected = shape(&team.machines[0].fold);
                same(&team.machines[1].fold, &expected, &what);
                // A third machine that hears of the later first, and of the study last.
                let third = read(&team, [&others, &ones, &known]);
                same(&third, &expected, &what);
                assert_eq!(hidden_unseen(&third, &team.entries()), Vec::<String>::new(), "{what}");
                assert_eq!(third.problems(), [], "{what}");
                assert_eq!(third.waiting().count(), 0, "{what}");
            }
        }
    }
}
