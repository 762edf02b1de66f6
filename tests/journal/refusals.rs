//! What cannot be wished, and what is wished in vain.

use kodebok::journal::edit::places::Beside;
use kodebok::journal::edit::{Edit, NewCode, NewSource, Refusal};
use kodebok::journal::event::Event;
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Hue, Origin};
use kodebok::model::id::{CodeId, SourceId};
use kodebok::model::memo::About;
use kodebok::model::span::Span;

use crate::support::outline::codebook;
use crate::support::script::{TEXT, find};
use crate::support::team::Team;

fn team() -> Team {
    let mut team = Team::new(&["Kari"]);
    team.add_source(0, "Interview 1", TEXT).expect("a text is taken");
    team.tell(
        0,
        codebook(
            "
            feelings
              trust
                home
              fear
            sea",
        ),
    );
    team
}

fn new(name: &str, parent: Option<CodeId>) -> Edit {
    let (kind, origin) = (CodeKind::Code, Origin::Data);
    Edit::CreateCode(NewCode { name: name.to_owned(), parent, kind, origin, hue: None, description: String::new() })
}

#[test]
fn names_differ_among_siblings_and_only_there() {
    let mut team = team();
    let code = |team: &Team, name: &str| find(team.project(0), name);
    let (feelings, trust, fear) = (code(&team, "feelings"), code(&team, "trust"), code(&team, "fear"));
    let taken = |name: &str, parent| Err(Refusal::CodeNameTaken { name: name.to_owned(), parent });
    assert_eq!(team.edit(0, &new(" TRUST ", Some(feelings))), taken("TRUST", Some(feelings)));
    assert_eq!(
        team.edit(0, &Edit::RenameCode { code: fear, name: "Trust".to_owned() }),
        taken("Trust", Some(feelings))
    );
    team.edit(0, &new("trust", None)).unwrap();
    let to_top = Edit::MoveCode { code: trust, parent: None, beside: Beside::Last };
    assert_eq!(team.edit(0, &to_top), taken("trust", None));
    team.edit(0, &Edit::RenameCode { code: trust, name: "TRUST".to_owned() }).unwrap();
    assert_eq!(team.edit(0, &new("  \n ", None)), Err(Refusal::EmptyName));
}

#[test]
fn a_code_never_stands_under_itself() {
    let mut team = team();
    let (feelings, home) = (find(team.project(0), "feelings"), find(team.project(0), "home"));
    let into = |code, parent| Edit::MoveCode { code, parent: Some(parent), beside: Beside::Last };
    assert_eq!(team.edit(0, &into(feelings, home)), Err(Refusal::WouldBeCycle { code: feelings }));
    assert_eq!(team.edit(0, &into(home, home)), Err(Refusal::WouldBeCycle { code: home }));
    let merged = Edit::MergeCodes { from: home, into: home };
    assert_eq!(team.edit(0, &merged), Err(Refusal::MergeIntoItself { code: home }));
}

#[test]
fn the_tree_has_a_depth() {
    let mut team = team();
    let mut parent = find(team.project(0), "sea");
    for depth in 1..=64 {
        team.edit(0, &new(&format!("level {depth}"), Some(parent))).unwrap();
        parent = find(team.project(0), &format!("level {depth}"));
    }
    assert_eq!(team.edit(0, &new("level 65", Some(parent))), Err(Refusal::TooDeep { limit: 64 }));
    let (trust, above) = (find(team.project(0), "trust"), find(team.project(0), "level 63"));
    let moved = Edit::MoveCode { code: trust, parent: Some(above), beside: Beside::Last };
    assert_eq!(team.edit(0, &moved), Err(Refusal::TooDeep { limit: 64 }));
}

#[test]
fn codes_are_put_where_the_hand_puts_them() {
    let mut team = team();
    let code = |team: &Team, name: &str| find(team.project(0), name);
    let names = |team: &Team| -> Vec<String> {
        let book = team.project(0).codebook();
        book.rows().iter().filter_map(|row| Some(book.code(row.code)?.name.clone())).collect()
    };
    let (fear, trust, sea) = (code(&team, "fear"), code(&team, "trust"), code(&team, "sea"));
    let feelings = Some(code(&team, "feelings"));
    let mv = |code, parent, beside| Edit::MoveCode { code, parent, beside };
    team.edit(0, &mv(fear, feelings, Beside::Before(trust))).unwrap();
    assert_eq!(names(&team), ["feelings", "fear", "trust", "home", "sea"]);
    team.edit(0, &mv(sea, feelings, Beside::After(fear))).unwrap();
    assert_eq!(names(&team), ["feelings", "fear", "sea", "trust", "home"]);
    for vain in [Beside::After(fear), Beside::Before(trust), Beside::Before(sea)] {
        assert_eq!(team.edit(0, &mv(sea, feelings, vain)), Ok(vec![]), "it stands there already");
    }
    assert_eq!(team.edit(0, &mv(sea, None, Beside::After(fear))), Err(Refusal::NoSuchCode));
}

#[test]
fn a_code_at_the_top_gets_the_colour_that_is_used_least() {
    let mut team = team();
    for (name, hue) in [("a", 0), ("b", 1), ("c", 2)] {
        team.edit(0, &new(name, None)).unwrap();
        let code = find(team.project(0), name);
        assert_eq!(team.project(0).codebook().code(code).unwrap().hue, Some(Hue(hue)));
    }
    let home = find(team.project(0), "home");
    team.edit(0, &Edit::MoveCode { code: home, parent: None, beside: Beside::Last }).unwrap();
    assert_eq!(team.project(0).codebook().code(home).unwrap().hue, Some(Hue(3)));
}

#[test]
fn a_coding_stays_within_its_text_and_is_made_once() {
    let mut team = team();
    let (source, code) = (team.project(0).sources().next().unwrap().id, find(team.project(0), "trust"));
    let length = u32::try_from(TEXT.chars().count()).unwrap();
    let apply = |start, end| Edit::ApplyCode { code, source, span: Span::new(start, end).unwrap() };
    let outside = Refusal::SpanOutsideText { within: source, length };
    assert_eq!(team.edit(0, &apply(3, length + 1)), Err(outside));
    assert_eq!(team.edit(0, &apply(3, length)).unwrap().len(), 1);
    assert_eq!(team.edit(0, &apply(3, length)), Ok(vec![]));
    let span = Span::new(0, 1).unwrap();
    let nowhere = Edit::ApplyCode { code, source: SourceId::new(1), span };
    assert_eq!(team.edit(0, &nowhere), Err(Refusal::NoSuchSource));
    let nothing = Edit::ApplyCode { code: CodeId::new(1), source, span };
    assert_eq!(team.edit(0, &nothing), Err(Refusal::NoSuchCode));
}

#[test]
fn a_coding_never_becomes_the_double_of_another() {
    let mut team = team();
    let code = |team: &Team, name: &str| find(team.project(0), name);
    let (source, trust, fear) =
        (team.project(0).sources().next().unwrap().id, code(&team, "trust"), code(&team, "fear"));
    let span = |start, end| Span::new(start, end).unwrap();
    let coding = |team: &mut Team, code, span| {
        let events = team.edit(0, &Edit::ApplyCode { code, source, span }).unwrap();
        let [Event::CodingAdded { coding, .. }] = events[..] else { panic!("{events:?}") };
        coding
    };
    coding(&mut team, trust, span(0, 4));
    let (longer, feared) = (coding(&mut team, trust, span(0, 5)), coding(&mut team, fear, span(0, 4)));
    let about = About::Coding(longer);
    team.edit(0, &Edit::AddMemo { about, text: "Why not shorter?".to_owned() }).unwrap();
    let before = team.entries().len();
    let double = Err(Refusal::AlreadyCoded { name: "trust".to_owned(), other: None });
    assert_eq!(team.edit(0, &Edit::ResizeCoding { coding: longer, span: span(0, 4) }), double);
    assert_eq!(team.edit(0, &Edit::RecodeCoding { coding: feared, code: trust }), double);
    assert_eq!(team.entries().len(), before);
    assert_eq!(team.project(0).memos().count(), 1);
    assert_eq!(team.edit(0, &Edit::ResizeCoding { coding: longer, span: span(0, 6) }).unwrap().len(), 1);
}

#[test]
fn of_several_wishes_all_are_granted_or_none() {
    let mut team = team();
    let before = team.entries().len();
    let both = Edit::All(vec![new("one", None), new("", None)]);
    assert_eq!(team.edit(0, &both), Err(Refusal::EmptyName));
    assert_eq!(team.entries().len(), before);
    team.edit(0, &Edit::All(vec![new("one", None), new("two", None)])).unwrap();
    assert_eq!(team.entries().len(), before + 1);
}

#[test]
fn the_same_text_is_refused_and_another_of_that_title_gets_a_number() {
    let mut team = team();
    let known = team.project(0).sources().next().unwrap().id;
    assert_eq!(team.add_source(0, "Again", TEXT), Err(Refusal::SourceKnown { known }));
    team.add_source(0, "interview 1", "Other words.").unwrap();
    let titles: Vec<&str> = team.project(0).sources().map(|source| source.title.as_str()).collect();
    assert_eq!(titles, ["Interview 1", "interview 1 (2)"]);
    assert_eq!(team.add_source(0, "Empty", " \n"), Err(Refusal::EmptyText));
}

#[test]
fn a_source_with_very_many_turns_is_told_in_pieces() {
    let mut team = team();
    let text = "ja. ".repeat(10_000);
    let turns = (0..10_000).map(|n| kodebok::model::source::Turn {
        span: Span::new(n * 4, n * 4 + 4).unwrap(),
        speaker: None,
        start_ms: Some(n * 1000),
    });
    let new = NewSource {
        title: "Long".to_owned(),
        file_name: "long.vtt".to_owned(),
        text,
        speakers: Vec::new(),
        turns: turns.collect(),
        remarks: String::new(),
        original: None,
    };
    let mut draw = || 1;
    let edit = Edit::AddSource(Box::new(new));
    let events = kodebok::journal::edit::decide(team.project(0), team.coder(0), &edit, &mut draw).unwrap();
    assert!(events.iter().all(|event| serde_json::to_string(event).unwrap().len() < 200_000));
    let source = events.first().map(|event| match event {
        kodebok::journal::event::Event::SourceAdded { source, .. } => *source,
        other => panic!("{other:?}"),
    });
    team.tell(0, events);
    let source = team.project(0).source(source.unwrap()).unwrap();
    assert_eq!((source.turns.len(), source.length), (10_000, 40_000));
}

#[test]
fn values_are_of_their_attributes_kind() {
    let mut team = team();
    team.edit(0, &Edit::CreateCase { name: "Informant 1".to_owned(), source: None }).unwrap();
    team.edit(0, &Edit::CreateAttribute { name: "employees".to_owned(), kind: AttributeKind::Number }).unwrap();
    let (case, attribute) = (team.project(0).cases()[0].id, team.project(0).attributes()[0].id);
    let set = |value: &str| Edit::SetValue { case, attribute, value: value.to_owned() };
    let typed = "many".to_owned();
    let kind = AttributeKind::Number;
    assert_eq!(team.edit(0, &set("many")), Err(Refusal::NotOfThisKind { attribute, kind, typed }));
    team.edit(0, &set("1 200,5")).unwrap();
    assert_eq!(&team.project(0).case(case).unwrap().values[&attribute], "1200.5");
    assert_eq!(team.edit(0, &set("1200,5")), Ok(vec![]));
    team.edit(0, &set("")).unwrap();
    assert_eq!(team.project(0).case(case).unwrap().values.len(), 0);
    let again = Edit::CreateCase { name: "informant 1".to_owned(), source: None };
    assert_eq!(team.edit(0, &again), Err(Refusal::CaseNameTaken { name: "informant 1".to_owned() }));
}
