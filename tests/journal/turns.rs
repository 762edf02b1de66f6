//! Turns while a text is corrected: told as lines of `speaker: words`.

use kodebok::journal::edit::turns::Speaking;
use kodebok::journal::edit::{Edit, NewSource};
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::model::span::Span;

use crate::support::team::Team;

/// A study of two with one interview, told as lines of `name: words`.
fn interview(told: &str) -> Team {
    let mut team = Team::new(&["Kari", "Ola"]);
    let (mut text, mut speakers, mut turns) = (String::new(), Vec::<Speaker>::new(), Vec::new());
    for line in told.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, words) = line.split_once(": ").expect("a name");
        if !text.is_empty() {
            text.push('\n');
        }
        let start = scalars(&text);
        text.push_str(words);
        let speaker = speakers.iter().position(|speaker| speaker.name == name).unwrap_or_else(|| {
            speakers.push(Speaker { name: name.to_owned(), role: Role::Unknown });
            speakers.len() - 1
        });
        let span = Span::new(start, scalars(&text)).expect("words");
        turns.push(Turn { span, speaker: u16::try_from(speaker).ok(), start_ms: None });
    }
    let new = NewSource { text, speakers, turns, ..source() };
    team.add_text(0, new).expect("a text is taken");
    team.sync_all();
    team
}

fn source() -> NewSource {
    NewSource {
        title: "Interview".to_owned(),
        file_name: "interview.txt".to_owned(),
        text: String::new(),
        speakers: Vec::new(),
        turns: Vec::new(),
        remarks: String::new(),
        original: None,
    }
}

fn scalars(words: &str) -> u32 {
    u32::try_from(words.chars().count()).expect("a short text")
}

/// The same notation of what somebody sees.
fn told(team: &Team, at: usize) -> String {
    let source = team.project(at).sources().next().expect("a source");
    let line = |turn: &Turn| {
        let name = source.speaker_of(turn).map_or("nobody", |speaker| speaker.name.as_str());
        format!("{name}: {}", source.quote(turn.span))
    };
    source.turns.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(team: &mut Team, expected: &str) {
    team.sync_all();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for at in 0..team.machines.len() {
        assert_eq!(told(team, at), expected.join("\n"));
    }
}

/// Where words stand at somebody's.
fn place(team: &Team, at: usize, words: &str) -> (u32, u32) {
    let source = team.project(at).sources().next().expect("a source");
    let text = source.text.as_deref().expect("its text").as_str();
    let start = scalars(text.split_at(text.find(words).unwrap_or_else(|| panic!("{words:?} in {text:?}"))).0);
    (start, start + scalars(words))
}

fn correct(team: &mut Team, at: usize, old: &str, new: &str) {
    let ((start, end), source) = (place(team, at, old), team.project(at).sources().next().expect("a source").id);
    team.edit(at, &Edit::CorrectText { source, start, end, words: new.to_owned() }).expect("it can be corrected");
}

fn split(team: &mut Team, at: usize, before: &str, speaker: Speaking) {
    let (at_words, source) = (place(team, at, before).0, team.project(at).sources().next().expect("a source").id);
    team.edit(at, &Edit::BeginTurn { source, at: at_words, speaker }).expect("it can begin");
}

/// The name that stays of the turn that begins with words.
fn key(team: &Team, at: usize, words: &str) -> kodebok::model::anchor::Anchor {
    let source = team.project(at).sources().next().expect("a source");
    let number = source.turns.iter().position(|turn| source.quote(turn.span).starts_with(words));
    source.turn_key(number.expect("a turn")).expect("a name")
}

const TALK: &str = "
    Kari: How was it?
    Ola: It was fine. And you?
    Kari: Fine too.";

#[test]
fn a_turn_holds_what_is_written_into_it() {
    let mut team = interview(TALK);
    correct(&mut team, 0, "It was fine.", "Well, it was all fine.");
    correct(&mut team, 1, "And you?", "And what about you? Tell me");
    correct(&mut team, 0, "Fine too.", "Quite fine, thank you.");
    check(
        &mut team,
        "Kari: How was it?
         Ola: Well, it was all fine. And what about you? Tell me
         Kari: Quite fine, thank you.",
    );
}

#[test]
fn a_turn_all_of_whose_words_are_deleted_is_gone_until_they_come_back() {
    let mut team = interview(TALK);
    let ((start, end), source) =
        (place(&team, 0, "It was fine. And you?\n"), team.project(0).sources().next().unwrap().id);
    team.edit(0, &Edit::ReplaceText { source, start, end, words: String::new() }).unwrap();
    check(&mut team, "Kari: How was it?\nKari: Fine too.");
    assert!(team.undo(0));
    check(&mut team, TALK);
}

#[test]
fn a_turn_is_split_and_joined_again() {
    let mut team = interview(TALK);
    split(&mut team, 0, " And you?", Speaking::Known(0));
    check(&mut team, "Kari: How was it?\nOla: It was fine.\nKari: And you?\nKari: Fine too.");
    let source = team.project(0).sources().next().unwrap().id;
    let turn = key(&team, 1, "And you?");
    team.edit(1, &Edit::JoinTurn { source, turn }).unwrap();
    check(&mut team, TALK);
    assert!(team.undo(1));
    assert!(team.undo(0));
    check(&mut team, TALK);
}

#[test]
fn a_heading_that_nobody_says_stays_where_two_turns_are_joined() {
    let mut team = Team::new(&["Kari"]);
    let turn = |start, end| Turn { span: Span::new(start, end).unwrap(), speaker: None, start_ms: None };
    let text = "One.\nSecond part\nTwo.".to_owned();
    team.add_text(0, NewSource { text: text.clone(), turns: vec![turn(0, 4), turn(17, 21)], ..source() }).unwrap();
    let (source, turn) = (team.project(0).sources().next().unwrap().id, key(&team, 0, "Two."));
    team.edit(0, &Edit::JoinTurn { source, turn }).unwrap();
    let now = team.project(0).source(source).unwrap();
    assert_eq!(now.text.as_deref().unwrap().as_str(), text);
}

#[test]
fn somebody_else_speaks_and_new_people_come_in() {
    let mut team = interview(TALK);
    let source = team.project(0).sources().next().unwrap().id;
    let (first, last) = (key(&team, 0, "How"), key(&team, 0, "Fine"));
    let liv = Speaking::New { name: " Liv ".to_owned(), role: Role::Interviewer };
    team.edit(0, &Edit::SetSpeaker { source, turn: first, speaker: liv }).unwrap();
    team.edit(1, &Edit::SetSpeaker { source, turn: last, speaker: Speaking::Known(1) }).unwrap();
    check(&mut team, "Liv: How was it?\nOla: It was fine. And you?\nOla: Fine too.");
    team.edit(1, &Edit::MergeSpeakers { source, from: 2, into: 0 }).unwrap();
    check(&mut team, "Kari: How was it?\nOla: It was fine. And you?\nOla: Fine too.");
    let here: Vec<_> =
        team.project(0).sources().next().unwrap().speakers_here().map(|(n, s)| (n, s.name.clone())).collect();
    assert_eq!(here, [(0, "Kari".to_owned()), (1, "Ola".to_owned())]);
}

#[test]
fn one_splits_a_turn_while_the_other_corrects_it() {
    let mut team = interview(TALK);
    split(&mut team, 0, "And you?", Speaking::Known(0));
    correct(&mut team, 1, "fine. And you?", "very good. And how are you?");
    check(&mut team, "Kari: How was it?\nOla: It was very good.\nKari: And how are you?\nKari: Fine too.");
}

#[test]
fn the_times_of_turns_stay_with_them() {
    let mut team = Team::new(&["Kari"]);
    let turn = |start, end, ms| Turn { span: Span::new(start, end).unwrap(), speaker: Some(0), start_ms: Some(ms) };
    let speakers = vec![Speaker { name: "Ola".to_owned(), role: Role::Informant }];
    let turns = vec![turn(0, 3, 1_000), turn(4, 9, 65_000)];
    team.add_text(0, NewSource { text: "One\nTwo 2".to_owned(), speakers, turns, ..source() }).unwrap();
    correct(&mut team, 0, "One", "Number one");
    split(&mut team, 0, "2", Speaking::Nobody);
    let source = team.project(0).sources().next().unwrap();
    let times: Vec<_> = source.turns.iter().map(|turn| (source.quote(turn.span), turn.start_ms)).collect();
    assert_eq!(times, [("Number one", Some(1_000)), ("Two", Some(65_000)), ("2", None)]);
}
