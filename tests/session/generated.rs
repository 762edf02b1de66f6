//! Made-up studies: as much of everything as was asked for, well formed, and the same bytes for the same seed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kodebok::generator::{Plan, Size};
use kodebok::model::id::CoderId;
use kodebok::session::generated::generate;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;
use kodebok::store::check::check;

use crate::support::sample::files;
use crate::support::session::test_world;

fn made(room: &Path, name: &str, plan: Plan, seed: u64) -> (PathBuf, BTreeMap<PathBuf, Vec<u8>>) {
    let (folder, mut all) = (room.join(name), BTreeMap::new());
    generate(&folder, plan, seed, &AppData::at(room.join("data"))).expect("the folder is free");
    files(&folder, Path::new(""), &mut all);
    (folder, all)
}

#[test]
fn a_seed_gives_one_study_and_another_seed_another() {
    let room = tempfile::tempdir().unwrap();
    let plan = Plan { texts: 3, words: 700, codings: 90, codes: 130, coders: 3 };
    let (_, first) = made(room.path(), "first", plan, 7);
    let (_, again) = made(room.path(), "again", plan, 7);
    let (_, other) = made(room.path(), "other", plan, 8);
    assert!(first == again, "other bytes for the same seed");
    assert!(first != other);
    assert_eq!(first.keys().filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).count(), 3);
}

#[test]
fn a_made_up_study_has_what_was_asked_for_and_nothing_is_wrong_with_it() {
    let room = tempfile::tempdir().unwrap();
    let plan = Size::Small.plan();
    let (folder, _) = made(room.path(), "study", plan, 1);
    let data = AppData::at(room.path().join("data"));
    let checked = check(&data, &folder).unwrap();
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);

    let who = Who { id: CoderId::new(3), name: "Tredje".to_owned() };
    let session = Session::open(&folder, who, &data, test_world(9)).unwrap();
    assert!(session.notices().is_empty() && session.problems().is_empty(), "{:?}", session.notices());
    let project = session.project();
    assert_eq!(project.sources().count(), 7);
    for source in project.sources() {
        let imported = source.imported.as_ref().unwrap();
        assert_eq!(imported.as_str().split_whitespace().count(), 8_000, "{}", source.title);
        assert!(source.turns.len() > 100 && source.turns.iter().all(|turn| turn.start_ms.is_some()));
        assert!(source.is_corrected(), "{}", source.title);
    }
    assert_eq!((project.coding_count(), project.codebook().len()), (500, 120));
    assert_eq!((project.coders().count(), project.cases().len(), project.memos().count()), (2, 7, 50));
    assert_eq!(project.lost_codings().count(), 0);

    // The most used code has far more than its share, and most have little.
    let mut counts: Vec<usize> = project.codebook().codes().map(|code| project.coding_count_of(code.id)).collect();
    counts.sort_unstable();
    assert!(counts[119] > 40 && counts[60] < 5, "{counts:?}");
}
