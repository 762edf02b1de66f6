//! Turns drawn by chance: the same seed draws the same, and every turn is as likely.

use std::collections::BTreeMap;

use kodebok::analysis::drawing::{draw, turns};
use kodebok::analysis::scope::Scope;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::source::Role;

use crate::support::sample;
use crate::support::study::Study;

#[test]
fn so_many_of_a_hundred_are_drawn_in_their_order() {
    let all: Vec<u32> = (0..97).collect();
    for (percent, expected) in [(10, 10), (15, 15), (20, 20), (25, 25), (100, 97), (0, 1)] {
        let drawn = draw(&all, percent, 7);
        assert_eq!(drawn.len(), expected, "{percent} %");
        assert!(drawn.windows(2).all(|pair| pair[0] < pair[1]), "in their order, none twice");
    }
    assert_eq!(draw(&all, 20, 7), draw(&all, 20, 7));
    assert_ne!(draw(&all, 20, 7), draw(&all, 20, 8));
    assert!(draw(&[] as &[u32], 20, 7).is_empty());
}

#[test]
fn every_turn_is_as_likely_as_any_other() {
    // 20 of 100 in 2,000 draws: each some 400 times, with a deviation of 18; five of them is 90.
    let all: Vec<u32> = (0..100).collect();
    let mut times: BTreeMap<u32, u32> = BTreeMap::new();
    for seed in 0..2_000 {
        draw(&all, 20, seed).into_iter().for_each(|one| *times.entry(one).or_default() += 1);
    }
    assert_eq!(times.len(), 100);
    assert!(times.values().all(|n| (310..=490).contains(n)), "{times:?}");
}

#[test]
fn interviewers_are_left_out_unless_asked_for() {
    let project = sample::project();
    let all = turns(project, &Scope::all());
    let role = |(source, span): &(_, kodebok::model::span::Span)| {
        project.source(*source).and_then(|source| source.speaker_at(span.start())).map(|speaker| speaker.role)
    };
    assert!(!all.is_empty() && all.iter().all(|turn| role(turn) != Some(Role::Interviewer)));
    let asked = Scope { roles: [Role::Interviewer].into(), ..Scope::all() };
    let theirs = turns(project, &asked);
    assert!(!theirs.is_empty() && theirs.iter().all(|turn| role(turn) == Some(Role::Interviewer)));
}

#[test]
fn a_text_without_turns_gives_its_paragraphs_but_none_that_is_set_aside() {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    let source = study.source("I 1", "One here.\nTwo here.\nThree here.");
    study.set_aside(source, "Two here.");
    let project = study.project();
    let told: Vec<&str> = turns(&project, &Scope::all())
        .into_iter()
        .map(|(source, span)| project.source(source).expect("it is here").quote(span))
        .collect();
    assert_eq!(told, ["One here.", "Three here."]);
}
