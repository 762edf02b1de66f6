//! What the check says about backups, and what it brings back.

use std::fs;

use kodebok::model::id::CoderId;
use kodebok::session::world::RealWorld;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;

use super::program::Place;

#[test]
fn the_check_tells_of_lost_lines_that_a_backup_holds_and_brings_them_back() {
    let place = Place::new();
    place.ok("new studie");
    let data = AppData::at(place.path("local data"));
    let who = Who { id: CoderId::new(1), name: "ola".to_owned() };
    // The window makes the backup.
    let mut window = Session::open(&place.path("studie"), who, &data, Box::new(RealWorld)).unwrap();
    window.poll();
    window.close().unwrap();
    fs::remove_dir_all(place.path("studie/logs")).unwrap();

    let said = place.run("check studie");
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("har 1 linje som mangler i studien. Legg til --restore"), "{said:?}");
    assert!(place.run("check studie --json").out.contains("\"in_backup\": 1"));
    let said = place.ok("check studie --restore");
    assert_eq!(said, "Hentet tilbake 1 linje.\nAlt stemmer: 1 linje i 1 logg, 0 tekster, 0 kodinger.\n");
}
