//! The window works where there is no network at all, and asks for none where there is one.

use std::fs;
use std::process::Command;
use std::time::Duration;

use super::screen::{Screen, is_installed, may_skip, notice};

/// What of the system a process has a network of its own by, in which there is nothing: as root, or as anybody.
const WITHOUT_NETWORK: [&[&str]; 2] = [&["unshare", "--net"], &["unshare", "--net", "--map-root-user"]];

/// How long one attempt to code a word may take.
const ATTEMPT: Duration = Duration::from_secs(10);

/// Codes a word by mouse and keyboard, and waits until it is on the disk. A window that is watched at every step may be too slow
/// for a double click, so it is tried a few times.
fn code_a_word(screen: &mut Screen) {
    let codings = screen.check()["codings"].as_u64().expect("a number");
    let coded = (0..6).any(|_| {
        screen.xdotool("key Escape Escape mousemove 400 219 click 1 click 1");
        screen.type_letters("ringe");
        screen.xdotool("key Return");
        screen.comes_about("the coding", ATTEMPT, |screen| screen.check()["codings"].as_u64() > Some(codings))
    });
    assert!(coded, "a word was coded");
}

#[test]
fn the_window_works_without_any_network() {
    let works = |words: &&&[&str]| {
        Command::new(words[0]).args(&words[1..]).arg("true").output().is_ok_and(|run| run.status.success())
    };
    let Some(starter) = WITHOUT_NETWORK.iter().find(works) else {
        // No package brings this: it is a right that this user does not have here.
        return notice("skipped: this user may not take a process off the network (unshare --net)");
    };
    let Some(mut screen) = Screen::open_by(starter) else { return };
    code_a_word(&mut screen);
}

#[test]
fn the_window_opens_no_socket_but_those_of_the_desktop() {
    if !is_installed("strace") {
        assert!(may_skip(), "strace is not installed, and KODEBOK_NO_SKIP is set");
        return notice("skipped: strace is not installed (.ci/run installs it)");
    }
    // A container may forbid one process to look at another.
    let trial = ["-f", "--seccomp-bpf", "-e", "trace=socket", "-o", "/dev/null", "true"];
    if !Command::new("strace").args(trial).status().is_ok_and(|done| done.success()) {
        return notice("skipped: strace may not look at other processes here");
    }
    let folder = tempfile::tempdir().unwrap();
    let told = folder.path().join("sockets");
    let starter =
        ["strace", "-D", "-f", "--seccomp-bpf", "-e", "trace=socket", "-o", told.to_str().expect("a plain path")];
    let Some(mut screen) = Screen::open_by(&starter) else { return };
    code_a_word(&mut screen);
    screen.kill();
    let told = fs::read_to_string(&told).expect("strace has written it");
    let sockets: Vec<&str> = told.lines().filter(|line| line.contains("socket(")).collect();
    assert!(!sockets.is_empty(), "the display is reached by a socket:\n{told}");
    let others: Vec<&&str> = sockets.iter().filter(|line| !line.contains("AF_UNIX")).collect();
    assert!(others.is_empty(), "sockets that lead out of this machine: {others:?}");
}
