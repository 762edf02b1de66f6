//! Local data: preferences that never stand in the way, and files that nobody else may read.

use std::fs;
use std::path::{Path, PathBuf};

use kodebok::model::id::CoderId;
use kodebok::store::app_data::AppData;
use kodebok::store::app_data::preferences::{Colours, Me, Preferences, Sight, Theme};

use crate::support::session::Desk;

#[test]
fn preferences_come_back_as_they_were() {
    let room = tempfile::tempdir().unwrap();
    let data = AppData::at(room.path().join("data"));
    assert_eq!(data.preferences(), Preferences::default());
    let chosen = Preferences {
        language: Some("nb".to_owned()),
        theme: Theme::Dark,
        text_zoom: 130,
        interface_zoom: 90,
        recent: vec![PathBuf::from("/hjem/åse/Masteroppgåve «klynger»")],
        remarks_only: true,
        colours: Colours::Coders,
        coder: Some(Me { id: CoderId::new(7), name: "Åse Ødegård".to_owned() }),
        others: [(CoderId::new(8), Sight::Dimmed), (CoderId::new(9), Sight::Hidden)].into(),
    };
    data.save_preferences(&chosen).unwrap();
    assert_eq!(data.preferences(), chosen);
}

#[test]
fn damaged_preferences_give_the_usual_ones_and_are_kept_aside() {
    let room = tempfile::tempdir().unwrap();
    let data = AppData::at(room.path());
    for damaged in [&b"text_zoom = \"much\""[..], b"\xff\xfe", b"theme = ["] {
        fs::write(room.path().join("preferences.toml"), damaged).unwrap();
        assert_eq!(data.preferences(), Preferences::default());
        assert_eq!(fs::read(room.path().join("preferences.toml.damaged")).unwrap(), damaged);
    }
    fs::write(room.path().join("preferences.toml"), "text_zoom = 150\nfrom_a_newer_version = 1\n").unwrap();
    assert_eq!(data.preferences(), Preferences { text_zoom: 150, ..Preferences::default() });
}

#[test]
fn sizes_from_the_file_can_always_be_read() {
    let room = tempfile::tempdir().unwrap();
    let data = AppData::at(room.path());
    for (said, text_zoom, interface_zoom) in [(0, 60, 50), (60, 60, 60), (300, 300, 300), (65_535, 300, 300)] {
        let file = format!("text_zoom = {said}\ninterface_zoom = {said}\n");
        fs::write(room.path().join("preferences.toml"), file).unwrap();
        let usual = Preferences::default();
        assert_eq!(data.preferences(), Preferences { text_zoom, interface_zoom, ..usual });
    }
}

#[test]
fn recent_projects_stand_once_each_the_latest_first() {
    let mut preferences = Preferences::default();
    for name in ["a", "b", "a"] {
        preferences.remember(Path::new(name));
    }
    assert_eq!(preferences.recent, [PathBuf::from("a"), PathBuf::from("b")]);
    (0..40).for_each(|n| preferences.remember(&PathBuf::from(n.to_string())));
    assert_eq!(preferences.recent.len(), 12);
    preferences.forget(Path::new("39"));
    assert_eq!(preferences.recent[0], PathBuf::from("38"));
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_local_data() {
    use std::os::unix::fs::PermissionsExt as _;

    let room = tempfile::tempdir().unwrap();
    let desk = Desk::kari(room.path());
    desk.data.save_preferences(&Preferences::default()).unwrap();
    desk.create().close().unwrap();
    let mut open = vec![desk.data.folder().to_owned()];
    let mut files = 0;
    while let Some(path) = open.pop() {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        if path.is_dir() {
            assert_eq!(mode, 0o700, "{}", path.display());
            open.extend(fs::read_dir(&path).unwrap().map(|item| item.unwrap().path()));
        } else {
            assert_eq!(mode, 0o600, "{}", path.display());
            files += 1;
        }
    }
    assert!(files >= 4, "preferences, lock, head and what was seen: {files}");
}
