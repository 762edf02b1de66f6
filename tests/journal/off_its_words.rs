//! No sequence of edits, by one coder or by several at once in any order, moves a coding off its words.
//!
//! Every letter of these texts occurs once, and every letter written later is new, so letters alone tell what a coding
//! was put on: what is left of them is in it, and nothing that stood beside it has come in.

use std::collections::{BTreeMap, BTreeSet};

use kodebok::journal::edit::{Edit, NewCode};
use kodebok::journal::entry::Entry;
use kodebok::journal::event::Event;
use kodebok::model::anchor::Anchor;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::CodingId;
use kodebok::model::project::Project;
use kodebok::model::span::Span;
use kodebok::model::weave::Again;
use proptest::prelude::*;

use crate::support::team::{Team, shape};

const TEXT: &str = "abcdef ghijkl mnopqr stuvwx yzæøå ABCDEF GHIJKL MNOPQR STUVWX";

/// Who does what, with two numbers that choose where.
type Step = (usize, u8, u32, u32);

/// What a coding was put on, and what stood beside it.
struct Put {
    on: BTreeSet<char>,
    beside: BTreeSet<char>,
}

fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|letter| !letter.is_whitespace())
}

fn now(project: &Project) -> &str {
    project.sources().next().and_then(|source| source.text.as_deref()).map_or("", |text| text.as_str())
}

/// Lets three coders edit and code, and tells what each coding was put on.
fn history(steps: &[Step]) -> (Team, BTreeMap<CodingId, Put>) {
    let mut team = Team::new(&["Kari", "Ola", "Liv"]);
    team.add_source(0, "Interview", TEXT).expect("a text is taken");
    let (kind, origin) = (CodeKind::Code, Origin::Data);
    let code = NewCode { name: "trust".into(), parent: None, kind, origin, hue: None, description: String::new() };
    team.edit(0, &Edit::CreateCode(code)).expect("a code is taken");
    team.sync_all();
    let mut new_letters = ('\u{4e00}'..='\u{9fff}').filter(|letter| letter.is_alphanumeric());
    let mut codings = BTreeMap::new();
    for &(who, kind, a, b) in steps {
        if kind == 12 {
            team.redo(who);
            continue;
        }
        let project = team.project(who);
        // Undo may reach the beginning.
        let (source, code) = (project.sources().next(), project.codebook().codes().next());
        let (Some(source), Some(code)) = (source, code) else { continue };
        let (id, length, code) = (source.id, source.length, code.id);
        let start = a % (length + 1);
        let end = (start + b % 9).min(length);
        if kind == 11 {
            team.undo(who);
            continue;
        }
        let mut words = |count: u32| -> String { (0..count).filter_map(|_| new_letters.next()).collect() };
        let wish = match kind {
            0..=3 => Edit::ReplaceText { source: id, start, end, words: words(b % 4) },
            4 => Edit::ReplaceText { source: id, start, end: start, words: words(1 + b % 3) },
            5 => Edit::ReplaceText { source: id, start, end: start, words: format!(" {} ", words(2)) },
            6 => Edit::CorrectText { source: id, start, end, words: words(b % 12) },
            7..=10 => {
                let Some(span) = Span::new(start, end) else { continue };
                Edit::ApplyCode { code, source: id, span }
            }
            13 => {
                team.sync(who, (b % 3) as usize);
                continue;
            }
            _ => {
                team.sync_all();
                continue;
            }
        };
        if team.edit(who, &wish).is_err() {
            continue;
        }
        let project = team.project(who);
        for coding in project.codings().filter(|_| matches!(wish, Edit::ApplyCode { .. })) {
            let on: BTreeSet<char> = letters(project.quote(coding)).collect();
            let beside = letters(now(project)).filter(|letter| !on.contains(letter)).collect();
            codings.entry(coding.id).or_insert(Put { on, beside });
        }
    }
    (team, codings)
}

/// Letters that one coder deleted or attached something to while another attached something to them, and so wrote them
/// again: there are two of them then, or one that is not the one that was coded.
fn ambiguous(team: &Team) -> BTreeSet<char> {
    let (mut deletions, mut written_again) = (BTreeMap::<Anchor, usize>::new(), Vec::new());
    for entry in team.entries() {
        for event in &entry.events {
            let Event::TextReplaced { deleted, inserted, .. } = event else { continue };
            for letter in deleted.iter().flat_map(|(first, length)| (0..*length).map(|by| later(*first, by))) {
                *deletions.entry(letter).or_default() += 1;
            }
            let (Some(new), Some((letter, _))) = (inserted, deleted.first()) else { continue };
            let words = new.words.as_str();
            let letter_again = match new.again {
                Some(Again::First) => words.chars().next(),
                Some(Again::Last) => words.chars().last(),
                None => None,
            };
            written_again.extend(letter_again.map(|again| (*letter, again)));
        }
    }
    written_again.into_iter().filter(|(letter, _)| deletions[letter] > 1).map(|(_, again)| again).collect()
}

fn later(first: Anchor, by: u32) -> Anchor {
    match first {
        Anchor::Imported(at) => Anchor::Imported(at + by),
        Anchor::Inserted(run, at) => Anchor::Inserted(run, at + by),
    }
}

/// What is wrong with the codings of a project.
fn off_their_words(project: &Project, codings: &BTreeMap<CodingId, Put>, not: &BTreeSet<char>) -> Vec<String> {
    let mut wrong = Vec::new();
    let text: BTreeSet<char> = letters(now(project)).filter(|letter| !not.contains(letter)).collect();
    for (id, put) in codings {
        let left: BTreeSet<char> = put.on.intersection(&text).copied().collect();
        let Some(coding) = project.coding(*id) else {
            let lost = project.lost_coding(*id).is_some();
            // One that is neither shown nor lost was taken back by its author.
            if lost && !left.is_empty() {
                wrong.push(format!("lost, but {left:?} is left of it in {:?}", now(project)));
            }
            continue;
        };
        let covered: BTreeSet<char> = letters(project.quote(coding)).filter(|letter| !not.contains(letter)).collect();
        if !left.is_subset(&covered) {
            wrong.push(format!("{covered:?} lacks of {left:?} in {:?}", now(project)));
        }
        let came_in: Vec<_> = covered.intersection(&put.beside).collect();
        if !came_in.is_empty() {
            wrong.push(format!("{covered:?} was put on {:?} and now has {came_in:?} in {:?}", put.on, now(project)));
        }
    }
    wrong
}

fn steps(coders: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = (0..coders, 0_u8..16, any::<u32>(), any::<u32>());
    prop::collection::vec(step, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn one_coder_at_a_time(steps in steps(1)) {
        let (team, codings) = history(&steps);
        prop_assert_eq!(off_their_words(team.project(0), &codings, &ambiguous(&team)), Vec::<String>::new());
    }

    #[test]
    fn three_at_once_in_any_order(steps in steps(3)) {
        let (mut team, codings) = history(&steps);
        for at in 0..3 {
            prop_assert_eq!(off_their_words(team.project(at), &codings, &ambiguous(&team)), Vec::<String>::new());
        }
        team.sync_all();
        prop_assert_eq!(off_their_words(team.project(0), &codings, &ambiguous(&team)), Vec::<String>::new());
        let expected = shape(&team.machines[0].fold);
        let mut backwards = team.empty_fold();
        let entries: Vec<Entry> = team.entries();
        for entry in entries.iter().rev() {
            backwards.insert([entry.clone()]);
        }
        prop_assert_eq!(shape(&backwards), expected);
    }
}

#[test]
fn words_that_were_taken_back_leave_no_coding_on_what_another_wrote_meanwhile() {
    // Liv writes on behind «y», which is written again with it; Ola meanwhile writes other words instead of «y».
    let mut team = Team::new(&["Kari", "Ola", "Liv"]);
    team.add_source(0, "Interview", "abc x").expect("a text is taken");
    let (kind, origin) = (CodeKind::Code, Origin::Data);
    let code = NewCode { name: "trust".into(), parent: None, kind, origin, hue: None, description: String::new() };
    team.edit(0, &Edit::CreateCode(code)).expect("a code is taken");
    team.sync_all();
    let source = team.project(0).sources().next().expect("a source").id;
    let write = |team: &mut Team, who: usize, (start, end): (u32, u32), words: &str| {
        let wish = Edit::ReplaceText { source, start, end, words: words.to_owned() };
        team.edit(who, &wish).expect("it can be written");
    };
    write(&mut team, 2, (4, 5), "y");
    team.sync_all();
    write(&mut team, 2, (5, 5), "de");
    write(&mut team, 1, (4, 5), "PQR");
    team.sync_all();
    assert_eq!(now(team.project(1)), "abc PQRyde");
    let code = team.project(1).codebook().codes().next().expect("a code").id;
    let span = Span::new(7, 10).expect("«yde»");
    team.edit(1, &Edit::ApplyCode { code, source, span }).expect("it can be coded");
    assert!(team.undo(2));
    team.sync_all();
    for at in 0..3 {
        let project = team.project(at);
        assert_eq!(now(project), "abc PQR");
        let quotes: Vec<&str> = project.codings().map(|coding| project.quote(coding)).collect();
        assert_eq!((quotes, project.lost_codings().count()), (Vec::<&str>::new(), 1));
    }
}
