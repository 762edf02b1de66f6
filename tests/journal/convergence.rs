//! Any order of arrival gives the same project, and no coding is ever lost.

use kodebok::journal::edit::arrangement::FigureEdit;
use kodebok::journal::edit::lexicon::WordEdit;
use kodebok::journal::edit::places::Beside;
use kodebok::journal::edit::team::{NewDouble, TeamEdit, Wanted};
use kodebok::journal::edit::turns::Speaking;
use kodebok::journal::edit::{Edit, NewCode};
use kodebok::journal::entry::Entry;
use kodebok::journal::fold::Fold;
use kodebok::model::arrangement::{Paper, Shift};
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Hue, Origin};
use kodebok::model::double_coding::matches;
use kodebok::model::exclusion::Reason;
use kodebok::model::lexicon::Standing;
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::search::{Near, Query, Way};
use kodebok::model::source::Role;
use kodebok::model::span::Span;
use kodebok::text::tongue::Tongue;
use proptest::prelude::*;

use crate::support::team::{Team, dangling, project_shape, shape};
use crate::support::unseen::hidden_unseen;

/// Who does what, with two numbers that choose among what there is.
type Step = (usize, u8, usize, usize);

const TEXTS: [&str; 2] = ["I felt safe there with them.", "The others were afraid of us and of the sea."];

/// What one of the team does next, of what can be done in their project.
fn wish(project: &Project, kind: u8, a: usize, b: usize) -> Option<Edit> {
    let codes: Vec<_> = project.codebook().codes().map(|code| code.id).collect();
    let codings: Vec<_> = project.codings().map(|coding| coding.id).collect();
    let sources: Vec<_> = project.sources().collect();
    let memos: Vec<_> = project.memos().map(|memo| memo.id).collect();
    let cases: Vec<_> = project.cases().into_iter().map(|case| case.id).collect();
    let code = |n: usize| (!codes.is_empty()).then(|| codes[n % codes.len()]);
    let coding = |n: usize| (!codings.is_empty()).then(|| codings[n % codings.len()]);
    let source = |n: usize| (!sources.is_empty()).then(|| sources[n % sources.len()]);
    let memo = |n: usize| (!memos.is_empty()).then(|| memos[n % memos.len()]);
    let case = |n: usize| (!cases.is_empty()).then(|| cases[n % cases.len()]);
    let span = |length: u32| {
        let start = u32::try_from(b).unwrap_or(0) % length.saturating_sub(1).max(1);
        Span::new(start, (start + 1 + u32::try_from(a).unwrap_or(0) % 6).min(length))
    };
    let named = |n: usize| format!("name {n}");
    let new = |parent| NewCode {
        name: named(a % 40),
        parent,
        kind: CodeKind::Code,
        origin: Origin::Data,
        hue: None,
        description: String::new(),
    };
    Some(match kind % 31 {
        0..=2 => Edit::CreateCode(new(None)),
        3 => Edit::CreateCode(new(Some(code(b)?))),
        4..=8 => {
            let source = source(b)?;
            Edit::ApplyCode { code: code(a)?, source: source.id, span: span(source.length)? }
        }
        9 => {
            let source = source(b)?;
            Edit::ApplyNewCode { code: new(None), places: vec![(source.id, span(source.length)?)] }
        }
        10 => Edit::RenameCode { code: code(a)?, name: named(b) },
        11 => Edit::DescribeCode { code: code(a)?, description: named(b) },
        12 => Edit::RecolourCode { code: code(a)?, hue: Some(Hue(3)).filter(|_| b.is_multiple_of(2)) },
        13 | 14 => Edit::MoveCode { code: code(a)?, parent: code(b), beside: Beside::Last },
        15 => Edit::MoveCode { code: code(a)?, parent: None, beside: Beside::Last },
        16 => Edit::MergeCodes { from: code(a)?, into: code(b)? },
        17 | 18 => Edit::DeleteCode { code: code(a)? },
        19 => {
            let deleted: Vec<_> = project.deleted_codes().map(|(id, _)| id).collect();
            Edit::RestoreCode { code: *deleted.get(a % deleted.len().max(1))? }
        }
        20 => {
            let coding = project.coding(coding(a)?)?;
            Edit::ResizeCoding { coding: coding.id, span: span(project.source(coding.source)?.length)? }
        }
        21 => Edit::RecodeCoding { coding: coding(a)?, code: code(b)? },
        22 | 23 => Edit::RemoveCodings { codings: vec![coding(a)?] },
        24 => Edit::AddMemo { about: code(a).map_or(About::Project, About::Code), text: named(b) },
        25 => Edit::RewriteMemo { memo: memo(a)?, text: named(b) },
        26 => Edit::DeleteMemo { memo: memo(a)? },
        27 => Edit::CreateCase { name: named(a), source: source(b).map(|source| source.id) },
        28 => match project.attributes().first() {
            Some(attribute) => Edit::SetValue { case: case(a)?, attribute: attribute.id, value: named(b) },
            None => Edit::CreateAttribute { name: "title".to_owned(), kind: AttributeKind::Text },
        },
        29 => match project.removed_sources().next() {
            Some((source, _)) => Edit::RestoreSource { source },
            None => Edit::RemoveSource { source: source(a)?.id },
        },
        _ => match a % 17 {
            12 => {
                let source = source(b)?;
                let start = u32::try_from(b).unwrap_or(0) % source.length.max(1);
                let end = (start + u32::try_from(a % 5).unwrap_or(0)).min(source.length);
                let words = if b.is_multiple_of(3) { String::new() } else { named(a % 7) };
                Edit::ReplaceText { source: source.id, start, end, words }
            }
            13 | 14 => {
                let source = source(b)?;
                let spans = vec![span(source.length)?];
                match a % 17 {
                    13 => Edit::Exclude { source: source.id, spans, reason: Reason::SmallTalk },
                    _ if b.is_multiple_of(3) => {
                        Edit::ChangeReason { source: source.id, spans, reason: Reason::Irrelevant }
                    }
                    _ => Edit::Include { source: source.id, spans },
                }
            }
            15 => {
                let speaker = Speaking::New { name: named(b % 3), role: Role::Informant };
                Edit::BeginTurn { source: source(b)?.id, at: u32::try_from(a).unwrap_or(0) % 30, speaker }
            }
            16 => {
                let source = source(b)?;
                Edit::JoinTurn { source: source.id, turn: source.turn_key(a % source.turns.len().max(1))? }
            }
            0 => Edit::DeleteCase { case: case(b)? },
            1 => Edit::RenameCase { case: case(b)?, name: named(a) },
            2 => Edit::RenameSource { source: source(b)?.id, title: named(a) },
            3 => Edit::ChangeSpeaker { source: source(b)?.id, speaker: 0, name: named(a), role: Role::Informant },
            4 => Edit::RenameProject { name: named(b) },
            5 => Edit::Words(WordEdit::Weigh {
                words: vec![named(b % 4), named(a % 3)],
                standing: [Standing::Out, Standing::In, Standing::Listed][b % 3],
            }),
            6 => Edit::Words(WordEdit::Group { group: None, words: vec![named(b % 4), named(a % 4), named(b % 7)] }),
            7 => {
                let group = *project.lexicon().groups.keys().next()?;
                Edit::Words(match b % 2 {
                    0 => WordEdit::Ungroup { group },
                    _ => WordEdit::Group { group: Some(group), words: vec![named(b % 5), named(a % 7)] },
                })
            }
            8 => {
                let near = Some(Near { words: named(b), within: 3 });
                let query = Query { words: named(a), way: Way::Stem, near };
                Edit::Words(WordEdit::KeepSearch { name: named(b % 3), query })
            }
            10 => Edit::Figure(match b % 5 {
                0 => FigureEdit::Paper([None, Some(Paper::Portrait), Some(Paper::Landscape)][a % 3]),
                1 => FigureEdit::Free { paper: Paper::Portrait },
                _ => {
                    let right = i16::try_from(a % 40).ok()?;
                    let by = (!b.is_multiple_of(3)).then_some(Shift { right, down: -right });
                    FigureEdit::Move { code: code(b)?, paper: Paper::Portrait, by }
                }
            }),
            9 => {
                let language = [None, Some(Tongue::Nynorsk), Some(Tongue::English)][a % 3];
                Edit::Words(WordEdit::SetLanguage { source: source(b)?.id, language })
            }
            _ => Edit::Words(WordEdit::DropSearch { search: project.searches().next()?.id }),
        },
    })
}

/// What one of the team does next in work they share.
fn team_wish(project: &Project, kind: u8, a: usize, b: usize) -> Option<Edit> {
    let codings: Vec<_> = project.codings().collect();
    let coding = *codings.get(a % codings.len().max(1))?;
    let codes: Vec<_> = project.codebook().codes().map(|code| code.id).collect();
    let code = *codes.get(b % codes.len().max(1))?;
    let source = project.source(coding.source)?;
    let start = u32::try_from(b).ok()? % (source.length - 1);
    let span = Span::new(start, (start + 1 + u32::try_from(a).ok()? % 9).min(source.length))?;
    let memos: Vec<_> = project.memos().map(|memo| memo.id).collect();
    let memo = memos.get(b % memos.len().max(1)).copied();
    let rounds = project.double_codings();
    let round = rounds.get(b % rounds.len().max(1));
    let coders: Vec<_> = project.coders().map(|coder| coder.id).collect();
    Some(Edit::Team(match kind % 13 {
        0 => TeamEdit::Keep { coding: coding.id },
        1 => TeamEdit::Recode { coding: coding.id, code },
        2 => TeamEdit::Rebound { coding: coding.id, span },
        3 => TeamEdit::Remove { coding: coding.id },
        4 => TeamEdit::Add { code, source: source.id, span },
        5 => TeamEdit::Question { coding: coding.id, text: format!("why {a}") },
        6 => TeamEdit::Answer { memo: memo?, text: format!("since {a}") },
        7 => TeamEdit::CloseThread { memo: memo? },
        8 => TeamEdit::ReopenThread { memo: memo? },
        9 => TeamEdit::BeginDouble(NewDouble {
            coders: vec![*coders.get(a % 3)?, *coders.get((a + 1 + b % 2) % 3)?],
            codes: [code].into_iter().filter(|_| a.is_multiple_of(2)).collect(),
            places: [(source.id, vec![Span::new(0, source.length)?])].into(),
            drawn: None,
        }),
        10 => TeamEdit::Unveil { round: round?.id },
        _ => {
            let round = round?;
            let all = matches(project, round);
            let one = all.get(a % all.len().max(1))?;
            let answer = match b % 5 {
                0 => Wanted::Of(round.coders[a % 2]),
                1 => Wanted::All,
                2 => Wanted::Neither,
                3 => Wanted::Discuss,
                _ => Wanted::Bounds(span),
            };
            TeamEdit::Settle { round: round.id, source: one.source, span: one.span, code: one.code, answer }
        }
    }))
}

fn history(steps: &[Step]) -> Team {
    let mut team = Team::new(&["Kari", "Ola", "Liv"]);
    for &(at, kind, a, b) in steps {
        match kind {
            31..=33 => drop(team.undo(at)),
            34 => drop(team.redo(at)),
            35 => team.sync(at, a % 3),
            36 => team.sync_all(),
            37 => drop(team.add_source(at, TEXTS[a % 2], TEXTS[a % 2])),
            38 | 39 => {
                let wishes = (0..3).filter_map(|n| wish(team.project(at), u8::try_from((b + n) % 31).ok()?, a + n, b));
                drop(team.edit_in_parts(at, &Edit::All(wishes.collect())));
            }
            40..=49 => {
                if let Some(wish) = team_wish(team.project(at), u8::try_from((a + b) % 13).unwrap_or(0), a, b) {
                    drop(team.edit(at, &wish));
                }
            }
            kind => {
                if let Some(wish) = wish(team.project(at), kind, a, b) {
                    // What is refused has not happened.
                    drop(team.edit(at, &wish));
                }
            }
        }
    }
    team
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0_usize..3, 0_u8..50, 0_usize..1000, 0_usize..1000);
    prop::collection::vec(step, 1..90).prop_map(|mut steps| {
        steps.insert(0, (0, 37, 0, 0));
        steps.insert(1, (1, 36, 0, 0));
        steps
    })
}

fn folded(team: &Team, arriving: impl IntoIterator<Item = Vec<Entry>>) -> Fold {
    let mut fold = team.empty_fold();
    for entries in arriving {
        fold.insert(entries);
    }
    fold
}

/// How many histories are tried: a few, or as many as `KODEBOK_HISTORIES` says.
fn cases() -> u32 {
    std::env::var("KODEBOK_HISTORIES").ok().and_then(|said| said.parse().ok()).unwrap_or(160)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_arrival_gives_the_same_project(steps in steps(), seed in any::<u64>()) {
        let mut team = history(&steps);
        let entries = team.entries();
        let whole = folded(&team, [entries.clone()]);
        let expected = shape(&whole);
        prop_assert_eq!(hidden_unseen(&whole, &entries), Vec::<String>::new());

        let one_by_one = folded(&team, entries.iter().map(|entry| vec![entry.clone()]));
        prop_assert_eq!(shape(&one_by_one), expected.as_str());

        let backwards = folded(&team, entries.iter().rev().map(|entry| vec![entry.clone()]));
        prop_assert_eq!(shape(&backwards), expected.as_str());

        // What one of them sees while coding blind, kept up change by change, is what is made of the whole.
        let coder = team.coder(usize::try_from(seed % 3).unwrap_or(0));
        let mut veiled = team.empty_fold();
        veiled.veil_for(coder);
        for some in entries.chunks(13) {
            veiled.insert(some.iter().cloned());
            let anew = veiled.project().veiled_for(coder);
            prop_assert_eq!(veiled.is_veiled(), anew.is_some());
            if let Some(anew) = anew {
                prop_assert_eq!(project_shape(veiled.shown()), project_shape(&anew));
            }
        }
        let known = dangling(whole.project());
        let new: Vec<_> = dangling(veiled.shown()).into_iter().filter(|found| !known.contains(found)).collect();
        prop_assert_eq!(new, Vec::<String>::new());

        // Shuffled, in pieces, with many of them twice.
        let mut shuffled: Vec<(u64, Entry)> = Vec::new();
        let mut state = seed | 1;
        for entry in entries.iter().chain(entries.iter().step_by(3)) {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.push((state >> 20, entry.clone()));
        }
        shuffled.sort_by_key(|(key, _)| *key);
        let pieces = shuffled.chunks(7).map(|piece| piece.iter().map(|(_, entry)| entry.clone()).collect());
        let shuffled = folded(&team, pieces);
        prop_assert_eq!(shape(&shuffled), expected.as_str());

        team.sync_all();
        for machine in &team.machines {
            prop_assert_eq!(shape(&machine.fold), expected.as_str());
        }
    }

    #[test]
    fn a_log_that_arrives_in_part_loses_no_coding(steps in steps(), missing in any::<u64>()) {
        let team = history(&steps);
        let entries = team.entries();
        let arrived: Vec<Entry> =
            entries.iter().enumerate().filter(|(at, _)| missing >> (at % 64) & 1 == 1).map(|(_, e)| e.clone()).collect();
        let mut fold = folded(&team, [arrived.clone()]);
        prop_assert_eq!(hidden_unseen(&fold, &arrived), Vec::<String>::new());
        fold.insert(entries.clone());
        prop_assert_eq!(shape(&fold), shape(&folded(&team, [entries])));
    }

    #[test]
    fn undo_of_everything_brings_back_the_beginning_and_redo_the_end(steps in steps()) {
        let alone: Vec<Step> =
            steps.into_iter().filter(|step| step.1 < 31 || step.1 > 36).map(|(_, kind, a, b)| (0, kind, a, b)).collect();
        let mut team = history(&alone);
        let said = |team: &Team| strip_seen(&shape(&team.machines[0].fold));
        let end = said(&team);
        let mut undone = 0;
        while team.undo(0) {
            undone += 1;
        }
        let beginning = Team::new(&["Kari", "Ola", "Liv"]);
        prop_assert_eq!(said(&team), said(&beginning));
        for _ in 0..undone {
            prop_assert!(team.redo(0));
        }
        prop_assert!(!team.redo(0));
        prop_assert_eq!(said(&team), end);
    }
}

/// What a fold shows, without how far the logs have come.
fn strip_seen(shape: &str) -> String {
    shape.lines().filter(|line| !line.trim_start().starts_with("LogId(")).collect::<Vec<_>>().join("\n")
}
