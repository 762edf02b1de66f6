//! A crash can lose a gesture but never half of one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kodebok::journal::clock::Hlc;
use kodebok::journal::edit::Edit;
use kodebok::journal::entry::Part;
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::problem::Problem;
use kodebok::journal::wire::{self, Draft};
use kodebok::model::code::{CodeKind, Origin, Place};
use kodebok::model::id::{CodeId, CoderId, GestureId, LogId};

use crate::support::session::{Desk, MORNING_MS, add_code, new_code, outline};

/// The lines of a log in which somebody makes a code, then three in one gesture, then one more.
fn lines() -> Vec<String> {
    let gesture = GestureId::new(7);
    let parts = [None, Some(1), Some(2), Some(3), None];
    let mut previous = None;
    let mut lines = Vec::new();
    for (part, sequence) in parts.into_iter().zip(1_u64..) {
        let (code, name) = (CodeId::new(u128::from(sequence)), FreeText::new(format!("kode {sequence}")));
        let mut place = Place::between(None, None);
        (1..sequence).for_each(|_| place = Place::between(Some(&place), None));
        let (kind, origin) = (CodeKind::Code, Origin::Data);
        let draft = Draft {
            log: LogId::new(0xb),
            sequence,
            previous,
            clock: Hlc { ms: MORNING_MS + sequence, counter: 0 },
            wall_ms: None,
            coder: CoderId::new(5),
            part: part.map(|number| Part { gesture, number, of: 3 }),
            seen: [].into(),
            events: vec![Event::CodeCreated { code, parent: None, place, kind, origin, hue: None, name }],
        };
        let (entry, line) = wire::line(draft, 1).expect("it fits");
        previous = Some(entry.id);
        lines.push(line + "\n");
    }
    lines
}

#[test]
fn every_prefix_of_a_log_shows_the_gesture_whole_or_not_at_all() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.create().close().unwrap();
    let folder = desk.folder.join("logs").join(LogId::new(0xb).to_string());
    fs::create_dir(&folder).unwrap();
    let lines = lines();
    let bytes = lines.concat().into_bytes();
    let ends: Vec<usize> = lines
        .iter()
        .scan(0, |end, line| {
            *end += line.len();
            Some(*end)
        })
        .collect();
    for cut in 0..=bytes.len() {
        fs::write(folder.join("000001.jsonl"), &bytes[..cut]).unwrap();
        let session = desk.open();
        // A line that lacks nothing but its newline counts.
        let whole = ends.iter().filter(|end| **end <= cut + 1).count();
        let shown = [0, 1, 1, 1, 4, 5][whole];
        assert_eq!(outline(session.project()).len(), shown, "cut {cut}");
        assert_eq!(session.history().len(), [1, 2, 2, 2, 3, 4][whole], "cut {cut}");
        let waits = matches!(whole, 2 | 3);
        let present = u32::try_from(whole).unwrap().saturating_sub(1);
        let expected = Problem::Unfinished { log: LogId::new(0xb), sequence: 2, present, of: 3 };
        assert_eq!(session.problems(), if waits { vec![expected] } else { vec![] }, "cut {cut}");
    }
}

fn only(folder: &Path) -> PathBuf {
    let mut listed = fs::read_dir(folder).expect("the folder").map(|item| item.expect("an item").path());
    let found = listed.next().expect("one");
    assert_eq!(listed.next(), None);
    found
}

/// Every file of a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let listed = fs::read_dir(folder).expect("the folder").map(|item| item.expect("an item").path());
    listed.map(|path| (path.clone(), fs::read(path).expect("a file"))).collect()
}

#[test]
fn work_goes_on_after_a_torn_gesture_and_only_one_thing_is_found() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    let mut session = desk.create();
    add_code(&mut session, "før");
    session.settle().unwrap();
    let before = session.history().len();
    let log = only(&desk.folder.join("logs")).join("000001.jsonl");
    let remembered = files(&only(&desk.data.folder().join("projects")));
    let wishes = (0..5).map(|n| {
        let mut code = new_code(&format!("stor {n}"));
        code.description = "æ".repeat(45_000);
        Edit::CreateCode(code)
    });
    session.edit(&Edit::All(wishes.collect())).unwrap();
    let parts = session.history()[0].entries().count();
    assert!(parts > 2);
    session.close().unwrap();

    // The power went before the whole of it was on the medium, and before anything was said to be safe.
    let bytes = fs::read(&log).unwrap();
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    let [.., earlier, second_last, last] = ends[..] else { panic!("{ends:?}") };
    for cut in [earlier, earlier + 7, second_last, last - 2] {
        fs::write(&log, &bytes[..cut]).unwrap();
        remembered.iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());
        let mut session = desk.open();
        assert_eq!(outline(session.project()), ["før"], "cut {cut}");
        assert_eq!((session.history().len(), session.findings().len()), (before, 0));
        add_code(&mut session, "etter");
        session.close().unwrap();

        let mut session = desk.open();
        assert_eq!(outline(session.project()), ["før", "etter"]);
        let [Problem::Unfinished { sequence: 3, of, .. }] = session.problems() else {
            panic!("{:?}", session.problems())
        };
        assert_eq!(usize::try_from(*of).unwrap(), parts);
        assert_eq!(session.findings().len(), 0, "{:?}", session.findings());
        session.undo().unwrap();
        session.undo().unwrap();
        assert!(!session.can_undo(), "what does not count cannot be taken back");
        session.close().unwrap();
        assert_eq!(fs::read_dir(desk.folder.join("logs")).unwrap().count(), 1, "it goes on in the same log");
    }
}
