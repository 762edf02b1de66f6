//! What is kept and moved along while a text is corrected is the same as what is made from all entries at once: codings,
//! turns, what is set aside, and the text itself.

use kodebok::journal::edit::turns::Speaking;
use kodebok::journal::edit::{Edit, NewCode, NewSource};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::exclusion::Reason;
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::model::span::Span;
use proptest::prelude::*;

use crate::support::team::{Team, shape};

/// Who does what, with two numbers that choose where.
type Step = (usize, u8, u32, u32);

const LINES: [&str; 5] = ["Hei du.", "Først møtes vi, så går vi.", "Ja!", "Åtte måneder på sjøen. Så hjem.", "Ha det "];

/// An interview with a turn a line, the last of which nobody says.
fn interview() -> NewSource {
    let (mut turns, mut at) = (Vec::new(), 0);
    for (number, line) in (0..).zip(&LINES[..4]) {
        let end = at + u32::try_from(line.chars().count()).expect("a short line");
        let span = Span::new(at, end).expect("words");
        turns.push(Turn { span, speaker: Some(number % 2), start_ms: Some(u32::from(number) * 1_000) });
        at = end + 1;
    }
    let speaker = |name: &str, role| Speaker { name: name.to_owned(), role };
    NewSource {
        title: "Interview".to_owned(),
        file_name: "interview.txt".to_owned(),
        text: LINES.join("\n"),
        speakers: vec![speaker("Intervjuer", Role::Interviewer), speaker("Anna", Role::Informant)],
        turns,
        remarks: String::new(),
        original: None,
    }
}

/// One step of one of the team; nothing where it cannot be done.
fn take(team: &mut Team, (who, kind, a, b): Step) {
    let project = team.project(who);
    let (source, code) = (project.sources().next(), project.codebook().codes().next());
    let (Some(source), Some(code)) = (source, code) else { return };
    let (id, length, code) = (source.id, source.length, code.id);
    let start = a % (length + 1);
    let end = (start + b % 9).min(length);
    let turns = source.turns.len();
    let wish = match kind {
        0..=2 => Edit::ReplaceText { source: id, start, end, words: "å\n x".chars().take((b % 5) as usize).collect() },
        3 => Edit::CorrectText { source: id, start, end, words: "nye ord".to_owned() },
        4..=6 => match Span::new(start, end) {
            Some(span) => Edit::ApplyCode { code, source: id, span },
            None => return,
        },
        7 => match Span::new(start, end) {
            Some(span) => Edit::Exclude { source: id, spans: vec![span], reason: Reason::SmallTalk },
            None => return,
        },
        8 => Edit::BeginTurn { source: id, at: start, speaker: Speaking::Known(u16::from(b % 2 == 1)) },
        9 if turns > 1 => match source.turn_key(1 + a as usize % (turns - 1)) {
            Some(turn) => Edit::JoinTurn { source: id, turn },
            None => return,
        },
        10 | 11 => {
            let _done = if kind == 10 { team.undo(who) } else { team.redo(who) };
            return;
        }
        _ => return team.sync_all(),
    };
    drop(team.edit(who, &wish));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn after_every_step_all_is_as_if_it_were_made_at_once(
        steps in prop::collection::vec((0_usize..2, 0_u8..14, 0_u32..200, 0_u32..200), 1..40),
    ) {
        let mut team = Team::new(&["Kari", "Ola"]);
        team.add_text(0, interview()).expect("a text is taken");
        let (kind, origin) = (CodeKind::Code, Origin::Data);
        let code = NewCode { name: "trust".into(), parent: None, kind, origin, hue: None, description: String::new() };
        team.edit(0, &Edit::CreateCode(code)).expect("a code is taken");
        team.sync_all();
        for step in steps {
            take(&mut team, step);
            for machine in &team.machines {
                let mut anew = team.empty_fold();
                anew.insert(machine.entries());
                prop_assert_eq!(shape(&machine.fold), shape(&anew), "after {:?}", step);
            }
        }
    }
}
