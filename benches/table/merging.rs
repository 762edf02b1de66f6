//! Another coder's 100,000 events arrive in a shared folder while somebody works in the window.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kodebok::generator::Plan;
use kodebok::store::app_data::AppData;

use super::hands::{Hands, wheel};
use super::row::{Row, median, ms};
use super::studies::{Studies, files, open};

/// What two coders make of it, so that the second has said 100,000 things.
const PLAN: Plan = Plan { texts: 100, words: 10_000, codings: 158_000, codes: 400, coders: 2 };
const FRAME: Duration = Duration::from_micros(16_667);
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn rows(studies: &Studies) -> Vec<Row> {
    let folder = studies.make("shared", PLAN);
    // The other's log has not arrived yet.
    let away = studies.place("away");
    let other = others_log(&folder.join("logs"));
    fs::rename(&other, &away).expect("it can be moved");
    let lines: usize = files(&away).iter().map(|file| count_lines(file)).sum();
    let mut hands = Hands::at(open(&folder, &studies.place("merging data")), AppData::at(studies.place("desk data")));
    for _ in 0..60 {
        hands.does(wheel(40.0));
    }
    let codings = |hands: &Hands| hands.app.session().map_or(0, |session| session.project().coding_count());
    let before = codings(&hands);
    let floor = median(3, || files(&away).iter().map(|file| count_lines(file)).sum::<usize>());
    fs::rename(&away, &other).expect("it can be moved");
    let (since, mut times, mut after) = (Instant::now(), Vec::new(), 0);
    while after < 60 {
        let begun = Instant::now();
        times.push(hands.does(wheel(40.0)));
        after += usize::from(codings(&hands) > before);
        assert!(since.elapsed() < PATIENCE, "nothing has arrived");
        std::thread::sleep(FRAME.saturating_sub(begun.elapsed()));
    }
    let took = ms(since.elapsed()) - 60.0 * ms(FRAME);
    vec![
        Row::ms(format!("{lines} foreign lines, until they are seen"), took).bare(floor),
        Row::many("frames meanwhile, scrolling", times).limit(ms(FRAME)),
    ]
}

/// The log that is not the first coder's: the one whose first line does not create the project.
fn others_log(logs: &Path) -> PathBuf {
    let logs = fs::read_dir(logs).expect("it can be read").flatten().map(|item| item.path());
    let first = |log: &Path| fs::read_to_string(log.join("000001.jsonl")).unwrap_or_default();
    let mut logs = logs.filter(|log| !first(log).lines().next().unwrap_or("").contains("project_created"));
    logs.next().expect("two write")
}

fn count_lines(file: &Path) -> usize {
    fs::read(file).expect("it can be read").iter().filter(|byte| **byte == b'\n').count()
}
