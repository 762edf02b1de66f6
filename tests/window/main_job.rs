//! The real program in a real window: words are selected, coded, undone and redone by mouse and keyboard, and all of
//! it is on the disk.

use serde_json::Value;

use super::screen::Screen;

fn what(gesture: &Value) -> String {
    gesture.to_string()
}

#[test]
fn by_mouse_and_keyboard_from_words_to_the_disk() {
    let Some(mut screen) = Screen::open() else { return };
    let codings = screen.check()["codings"].as_u64().expect("a number");

    // A double click selects a word, letters open the palette, Enter applies what they found.
    screen.xdotool("mousemove 400 219 click 1 click 1");
    screen.type_letters("ringe");
    screen.keep_picture("palette.png");
    screen.xdotool("key Return");
    screen.until("the coding", |screen| screen.check()["codings"].as_u64() == Some(codings + 1));
    let newest = what(&screen.history()[0]);
    assert!(newest.contains("folk å ringe til"), "{newest}");

    // A drag selects a stretch, Shift+Enter makes a new code of what was typed, with letters of its own.
    screen.xdotool(
        "mousemove 362 219 mousedown 1 sleep 0.05 mousemove 600 219 sleep 0.05 mousemove 820 219 sleep 0.05 mouseup 1",
    );
    screen.type_letters("blåbær på jobb");
    screen.xdotool("key shift+Return");
    screen.until("the new code", |screen| screen.check()["codings"].as_u64() == Some(codings + 2));
    let newest = what(&screen.history()[0]);
    assert!(newest.contains("blåbær på jobb"), "{newest}");

    screen.xdotool("key ctrl+z");
    screen.until("undo", |screen| screen.check()["codings"].as_u64() == Some(codings + 1));
    screen.xdotool("key ctrl+z");
    screen.until("undo once more", |screen| screen.check()["codings"].as_u64() == Some(codings));
    screen.xdotool("key ctrl+y");
    screen.xdotool("key ctrl+shift+z");
    screen.until("redo", |screen| screen.check()["codings"].as_u64() == Some(codings + 2));

    let picture = screen.keep_picture("main_job.png");
    assert!(std::fs::metadata(&picture).expect("the picture is there").len() > 20_000);
    let checked = screen.check();
    assert_eq!(checked["findings"].as_array().map(Vec::len), Some(0), "{checked}");
    assert_eq!(checked["texts"].as_u64(), Some(7));
}
