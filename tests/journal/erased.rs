//! An erasing and an undo that did not know of each other, in whatever order their lines arrive.

use std::collections::BTreeSet;

use kodebok::journal::edit::{Edit, NewCode, NewSource};
use kodebok::journal::entry::Entry;
use kodebok::journal::event::Event;
use kodebok::journal::fold::Fold;
use kodebok::journal::redaction::{self, Elsewhere};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::{EntryHash, FileHash, SourceId};
use kodebok::model::memo::About;
use kodebok::model::source::Original;
use kodebok::model::span::Span;
use kodebok::text::names::Kind;
use kodebok::text::names::table::{Row, Table};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::session::{new_code, new_source};
use crate::support::team::{Team, shape};

fn text(fold: &Fold) -> String {
    let source = fold.project().sources().next().expect("a source");
    source.text.as_deref().expect("its text").as_str().to_owned()
}

fn replace(team: &mut Team, at: usize, (start, end): (u32, u32), words: &str) {
    let source = team.project(at).sources().next().expect("a source").id;
    let wish = Edit::ReplaceText { source, start, end, words: words.to_owned() };
    team.edit(at, &wish).expect("it can be corrected");
}

/// Tells at a machine what replaces the name in all that is there.
fn redact(team: &mut Team, at: usize) {
    let row = Row { original: "Torbjørn".to_owned(), pseudonym: "Person 1".to_owned(), kind: Kind::Person };
    let sources = team.project(at).sources().map(|source| source.id).collect();
    let mut drawn = 0xdead_0000;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let fold = &team.machines[at].fold;
    let told = redaction::redact(fold, (&Table::new([row]), &sources, Elsewhere::Replaced), &mut draw);
    let told = told.expect("it can be replaced");
    team.tell(at, told.events);
}

#[test]
fn they_fold_alike_in_any_order_and_double_no_words() {
    // Whether Ola takes the correction back, does it again, and takes it back once more before meeting Kari.
    for undone in 0..4 {
        let mut team = Team::new(&["Kari", "Ola"]);
        team.add_source(0, "Intervju", "Jeg kom med ham i går.").expect("it can be added");
        team.sync_all();
        replace(&mut team, 1, (12, 15), "broren Torbjørn");
        team.sync_all();
        let steps = |team: &mut Team, steps: usize| {
            for step in 0..steps {
                assert!(if step % 2 == 0 { team.undo(1) } else { team.redo(1) });
            }
        };
        steps(&mut team, undone);
        redact(&mut team, 0);
        team.sync_all();
        let now = "Jeg kom med broren Person 1 i går.";
        assert_eq!(text(&team.machines[0].fold), now, "{undone}");
        // Nor afterwards, whoever still has it among their steps.
        let more = if undone % 2 == 0 { team.undo(1) } else { team.redo(1) };
        assert!(more);
        team.sync_all();
        assert_eq!(text(&team.machines[0].fold), now, "{undone}");
        let entries = team.entries();
        let orders: [Vec<usize>; 3] = [
            (0..entries.len()).rev().collect(),
            (0..entries.len()).step_by(2).chain((1..entries.len()).step_by(2)).collect(),
            (0..entries.len()).rev().step_by(2).chain((0..entries.len()).rev().skip(1).step_by(2)).collect(),
        ];
        for order in orders {
            let mut fold = team.empty_fold();
            order.iter().for_each(|at| assert_eq!(fold.insert([entries[*at].clone()]), 1));
            assert_eq!(shape(&fold), shape(&team.machines[0].fold), "{undone} {order:?}");
        }
    }
}

#[test]
fn an_undo_that_the_erasing_had_seen_stays() {
    let mut team = Team::new(&["Kari", "Ola"]);
    team.add_source(0, "Intervju", "Jeg kom med ham i går.").expect("it can be added");
    team.sync_all();
    replace(&mut team, 1, (12, 15), "broren Torbjørn");
    assert!(team.undo(1));
    team.sync_all();
    redact(&mut team, 0);
    team.sync_all();
    assert!(team.redo(1));
    team.sync_all();
    assert_eq!(text(&team.machines[0].fold), "Jeg kom med ham i går.");
    assert_eq!(shape(&team.machines[0].fold), shape(&team.machines[1].fold));
}

/// A line from before gestures were shared out by what they are about.
#[test]
fn a_line_over_an_erased_and_a_living_source_is_disentangled_by_its_writer() {
    let mut team = Team::new(&["Kari", "Ola"]);
    team.add_source(0, "Den ene", "Vi lærer av naboen.").expect("it can be added");
    team.add_source(0, "Den andre", "Alle lærer av noen.").expect("it can be added");
    team.sync_all();
    let called = |team: &Team, title: &str| {
        team.project(1).sources().find(|source| source.title == title).expect("it is there").id
    };
    let (erased, other) = (called(&team, "Den ene"), called(&team, "Den andre"));
    let replace = |source, words: &str| Edit::ReplaceText { source, start: 12, end: 18, words: words.to_owned() };
    // This team writes a gesture as one line, whatever it is about.
    team.edit(1, &Edit::All(vec![replace(erased, "Ragnhild"), replace(other, "mange")]))
        .expect("they can be corrected");
    let mut drawn = 0xbeef_0000;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let told = redaction::erase(&team.machines[0].fold, (&[erased].into(), None), &mut draw).expect("it is here");
    team.tell(0, told.events);
    team.sync_all();
    let before = text(&team.machines[1].fold);
    let entangled: BTreeSet<EntryHash> = team.machines[1].fold.entangled().map(|entry| entry.id).collect();
    assert_eq!(entangled.len(), 1);
    let of_kari = redaction::disentangle(&team.machines[0].fold, &[team.machines[0].log].into(), &mut draw);
    assert_eq!(of_kari, Ok(Vec::new()), "the line is Ola's");
    let told = redaction::disentangle(&team.machines[1].fold, &[team.machines[1].log].into(), &mut draw);
    team.tell(1, told.expect("the texts are here"));
    team.sync_all();
    for machine in &team.machines {
        assert_eq!(text(&machine.fold), before);
        assert!(entangled.iter().all(|entry| machine.fold.is_erased(*entry)), "its words are to go");
        assert_eq!(machine.fold.entangled().count(), 0);
    }
    assert!(before.contains("mange"), "{before}");
}

#[test]
fn a_memo_about_a_coding_in_an_erased_source_goes_in_whatever_order_it_arrives() {
    let mut team = Team::new(&["Kari", "Ola"]);
    team.add_source(0, "Den ene", "Vi lærer av naboen.").expect("it can be added");
    let code = NewCode {
        name: "læring".to_owned(),
        parent: None,
        kind: CodeKind::Code,
        origin: Origin::Data,
        hue: None,
        description: String::new(),
    };
    team.edit(0, &Edit::CreateCode(code)).expect("a code can be made");
    team.sync_all();
    let source = team.project(1).sources().next().expect("a source").id;
    let code = team.project(1).codebook().codes().next().expect("a code").id;
    let span = Span::new(0, 8).expect("some words");
    team.edit(1, &Edit::ApplyCode { code, source, span }).expect("it can be coded");
    let coding = team.project(1).codings().next().expect("a coding").id;
    // One line about the coding and about the study: only its writer can take the words apart.
    let memo = |about, text: &str| Edit::AddMemo { about, text: text.to_owned() };
    let both = vec![memo(About::Coding(coding), "Ragnhild nøler."), memo(About::Project, "Spør flere.")];
    team.edit(1, &Edit::All(both)).expect("memos can be written");
    team.edit(1, &memo(About::Coding(coding), "Ragnhild ler.")).expect("a memo can be written");
    let told = redaction::erase(&team.machines[0].fold, (&[source].into(), None), &mut || 1).expect("it is here");
    team.tell(0, told.events);
    team.sync_all();
    let memos = |fold: &Fold| -> Vec<String> {
        fold.project().memos().flat_map(|memo| memo.versions.iter().map(|version| version.text.clone())).collect()
    };
    assert_eq!(memos(&team.machines[0].fold), ["Spør flere."]);
    let entries = team.entries();
    for backwards in [false, true] {
        let mut fold = team.empty_fold();
        let all: Vec<&Entry> = if backwards { entries.iter().rev().collect() } else { entries.iter().collect() };
        all.into_iter().for_each(|entry| assert_eq!(fold.insert([entry.clone()]), 1));
        assert_eq!(shape(&fold), shape(&team.machines[0].fold));
        let held = fold.entries().filter(|entry| fold.is_erased(entry.id)).count();
        let known = &team.machines[0].fold;
        assert_eq!(held, known.entries().filter(|entry| known.is_erased(entry.id)).count());
    }
}

/// What a fold knows of what is gone, besides what it shows.
fn gone(fold: &Fold) -> String {
    let said: Vec<&[Event]> = fold.entries().map(|entry| &*entry.events).collect();
    let entangled: Vec<EntryHash> = fold.entangled().map(|entry| entry.id).collect();
    let (files, kept) = (fold.gone_files(), fold.kept_files());
    format!("{said:?} {:?} {entangled:?} {files:?} {kept:?} {:?}", fold.erased_entries(), fold.redactions())
}

/// Two interviews with their files, of which one is erased with its case and in the other names are replaced, in gestures of
/// many lines; and what somebody said of both meanwhile.
fn erased_in_parts() -> Team {
    let mut team = Team::new(&["Kari", "Ola"]);
    let kept = |number| Some(Original { hash: FileHash::new(number), extension: "docx".to_owned() });
    for (number, title, text) in [(1, "Den ene", "Vi lærer av naboen."), (2, "Den andre", "Jeg kom med Torbjørn hit.")]
    {
        let new = NewSource { original: kept(number), ..new_source(title, text) };
        team.know_text(text);
        team.edit_in_parts(0, &Edit::AddSource(Box::new(new))).expect("it can be added");
    }
    let sources: Vec<SourceId> = ["Den ene", "Den andre"]
        .map(|title| team.project(0).sources().find(|source| source.title == title).expect("it is there").id)
        .to_vec();
    team.edit_in_parts(0, &Edit::CreateCode(new_code("læring"))).expect("a code can be made");
    let made = Edit::CreateCase { name: "Torbjørn".to_owned(), source: Some(sources[0]) };
    team.edit(0, &made).expect("a case can be made");
    team.sync_all();
    let code = team.project(1).codebook().codes().next().expect("a code").id;
    let span = Span::new(0, 8).expect("some words");
    let code_in = |source| Edit::ApplyCode { code, source, span };
    team.edit_in_parts(1, &Edit::All(sources.iter().map(|source| code_in(*source)).collect()))
        .expect("it can be coded");
    let codings: Vec<_> = team.project(1).codings().map(|coding| coding.id).collect();
    let memo = |about, text: &str| Edit::AddMemo { about, text: text.to_owned() };
    let memos = codings.iter().map(|coding| memo(About::Coding(*coding), "Torbjørn nøler."));
    team.edit_in_parts(1, &Edit::All(memos.collect())).expect("memos can be written");
    redact(&mut team, 0);
    let case = team.project(0).cases()[0].id;
    let mut drawn = 0xfeed_0000;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let erased = redaction::erase(&team.machines[0].fold, (&[sources[0]].into(), Some(case)), &mut draw);
    team.tell_in_parts(0, erased.expect("it is here").events);
    team.edit_in_parts(1, &memo(About::Case(case), "Ringte i går.")).expect("a memo can be written");
    team.sync_all();
    team
}

#[test]
fn whatever_comes_first_and_however_much_at_once_the_same_is_gone() {
    let team = erased_in_parts();
    let entries = team.entries();
    let mut all = team.empty_fold();
    all.insert(entries.iter().cloned());
    let titles: Vec<&str> = all.project().sources().map(|source| source.title.as_str()).collect();
    assert_eq!((titles, all.project().cases().len()), (vec!["Den andre"], 0));
    let about: Vec<About> = all.project().memos().map(|memo| memo.about).collect();
    let left = all.project().codings().next().expect("a coding in the other").id;
    assert_eq!(about, [About::Coding(left)]);
    // The file of the one that was erased, and that of the other, which holds the names.
    assert_eq!(all.kept_files(), BTreeSet::new());
    assert!([1, 2].iter().all(|file| all.gone_files().contains_key(file)));

    let (shown, is_gone) = (shape(&all), gone(&all));
    let orders = (Just((0..entries.len()).collect::<Vec<usize>>()).prop_shuffle(), 1..12_usize);
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let ran = runner.run(&orders, |(order, at_once)| {
        let mut fold = team.empty_fold();
        for some in order.chunks(at_once) {
            fold.insert(some.iter().map(|at| entries[*at].clone()));
        }
        prop_assert_eq!(shape(&fold), shown.clone());
        prop_assert_eq!(gone(&fold), is_gone.clone());
        Ok(())
    });
    ran.expect("in any order");
}

#[test]
fn a_corrected_source_lacks_the_file_that_went_with_another() {
    let mut team = Team::new(&["Kari"]);
    let file = Some(Original { hash: FileHash::new(1), extension: "docx".to_owned() });
    for (title, text) in [("Hele", "Hei. Vi lærer av naboen."), ("Renset", "Vi lærer av naboen.")] {
        let new = NewSource { original: file.clone(), ..new_source(title, text) };
        team.know_text(text);
        team.edit(0, &Edit::AddSource(Box::new(new))).expect("it can be added");
    }
    let of = |team: &Team, title: &str| {
        team.project(0).sources().find(|source| source.title == title).expect("it is there").clone()
    };
    let (whole, cleaned) = (of(&team, "Hele"), of(&team, "Renset"));
    for words in ["Vi", "Alle"] {
        let wish = Edit::ReplaceText { source: cleaned.id, start: 0, end: 2, words: words.to_owned() };
        team.edit(0, &wish).expect("it can be corrected");
    }
    let told = redaction::erase(&team.machines[0].fold, (&[whole.id].into(), None), &mut || 1).expect("it is here");
    team.tell(0, told.events);
    assert_eq!(of(&team, "Renset").original, None);
    let mut at_once = team.empty_fold();
    at_once.insert(team.entries());
    assert_eq!(shape(&at_once), shape(&team.machines[0].fold));
}
