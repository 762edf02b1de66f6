//! kill -9 of the real window while mouse and keyboard are at work: what another process has seen on the disk stays there,
//! and the window opens again and goes on. `KODEBOK_KILL_ROUNDS` asks for more rounds.

use std::time::Duration;

use super::screen::Screen;

/// How often the program is killed.
const ROUNDS: usize = 3;
/// How often the hand begins anew, and how long it takes: a busy machine may be too slow for double clicks.
const ATTEMPTS: usize = 6;
const ATTEMPT: Duration = Duration::from_secs(15);
/// Words of the interview, where a double click selects one.
const PLACES: [(u32, u32); 8] =
    [(400, 219), (470, 219), (540, 219), (610, 219), (680, 219), (750, 219), (820, 219), (440, 246)];

fn codings(screen: &Screen) -> u64 {
    screen.check()["codings"].as_u64().expect("a number")
}

/// One coding after the other, each with a code of its own, as fast as a hand can.
fn gestures(round: usize, attempt: usize) -> String {
    let one = |(n, (x, y)): (usize, &(u32, u32))| {
        let name = format!("runde{round}forsok{attempt}ord{n}");
        format!(
            "key Escape Escape mousemove {x} {y} click 1 click 1 sleep 0.2 \
             type --delay 25 --terminator END {name} END sleep 0.1 key shift+Return sleep 0.1 "
        )
    };
    PLACES.iter().enumerate().map(one).collect()
}

#[test]
fn what_was_on_the_disk_outlives_kill_9_under_real_input() {
    let Some(mut screen) = Screen::open() else { return };
    let rounds = std::env::var("KODEBOK_KILL_ROUNDS").ok().and_then(|said| said.parse().ok()).unwrap_or(ROUNDS);
    for round in 0..rounds {
        let before = codings(&screen);
        // Killed after the first, the second … coding that is seen on the disk, while the next is on its way.
        let wanted = before + 1 + u64::try_from(round % 4).expect("a few");
        let mut seen = before;
        let killed = (0..ATTEMPTS).any(|attempt| {
            let _hand = screen.begin_xdotool(&gestures(round, attempt));
            let enough = screen.comes_about("codings", ATTEMPT, |screen| {
                seen = codings(screen);
                seen >= wanted
            });
            if enough {
                screen.kill();
            }
            enough
        });
        assert!(killed, "{seen} codings, and {wanted} were wanted");
        let after = codings(&screen);
        assert!(
            (seen..=before + (ATTEMPTS * PLACES.len()) as u64).contains(&after),
            "{seen} were there, and then {after}"
        );
        let checked = screen.check();
        assert_eq!(checked["findings"].as_array().map(Vec::len), Some(0), "{checked}");
        screen.reopen();
        assert_eq!(codings(&screen), after, "opening changes nothing");
    }
    // The window works on.
    let before = codings(&screen);
    let coded = (0..ATTEMPTS).any(|_| {
        screen.xdotool("key Escape Escape mousemove 500 246 click 1 click 1");
        screen.type_letters("etterpå");
        screen.xdotool("key shift+Return");
        screen.comes_about("the coding", ATTEMPT, |screen| codings(screen) > before)
    });
    assert!(coded, "a word was coded");
    let now = codings(&screen);
    screen.xdotool("key ctrl+z");
    screen.until("undo", |screen| codings(screen) < now);
}
