//! The whole job in a real window, by mouse and keyboard: import, correction, coding, code tree, word cloud, review and
//! export. What comes of each step is read from the disk by another process.

use std::fs;

use serde_json::Value;

use super::screen::{PALETTE, Screen};

const INTERVIEW: &str = "Intervjuer: Hva har dere fått ut av klyngen?
Informant 8: Mest naboer å ringe til. Det sparer oss for mye arbeid.
Intervjuer: Flere enn før?
Informant 8: Ja, langt flere enn før.
";

/// The first lines of an interview.
const READER: &str = "560x300+360+110";
/// What stands beside its title.
const BESIDE_TITLE: &str = "300x24+470+60";
/// The code tree.
const TREE: &str = "280x330+5+530";
/// The heads of rooms.
const HEAD: &str = "300x30+20+58";
/// The list of words, and the card of what is reviewed.
const LIST: &str = "300x300+1130+180";

/// The last things done, as the history tells them.
fn told(screen: &Screen) -> String {
    screen.history().iter().take(3).map(Value::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn from_a_file_to_a_figure_by_mouse_and_keyboard() {
    let Some(mut screen) = Screen::open() else { return };
    let codings = screen.check()["codings"].as_u64().expect("a number");

    // Import: the path is asked for, the text is looked at, Enter brings it in.
    let interview = screen.path("Informant 8.txt");
    fs::write(&interview, INTERVIEW).expect("the file can be written");
    screen.answer_path("key ctrl+o", &interview);
    screen.until("the import", |screen| {
        screen.xdotool("key Return");
        screen.check()["texts"].as_u64() == Some(8)
    });

    // Correction: a click puts the caret into the answer, what is typed is said when one is done.
    screen.go("Informant 8", READER);
    screen.seen("key ctrl+r", BESIDE_TITLE);
    screen.seen("mousemove 440 213 click 1 key End", READER);
    screen.type_letters(" Og det er gøy.");
    screen.xdotool("key Escape");
    screen.until("the correction", |screen| told(screen).contains("Og det er gøy."));

    // Coding: three clicks take the sentence, and Shift+Enter makes the code that was typed.
    screen.xdotool("mousemove 440 213 click --repeat 3 --delay 60 1");
    screen.type_letters("naboer å ringe til");
    screen.xdotool("key shift+Return");
    screen.until("the coding", |screen| screen.check()["codings"].as_u64() == Some(codings + 1));
    assert!(told(&screen).contains("naboer å ringe til"), "{}", told(&screen));

    // The tree: a new code is typed in it, and Alt with an arrow puts it below the one before.
    screen.seen("key ctrl+n", TREE);
    screen.type_letters("naboskap");
    screen.xdotool("key Return");
    screen.until("the new code", |screen| told(screen).contains("Laget koden naboskap"));
    screen.xdotool("key alt+Right");
    screen.until("the move", |screen| told(screen).contains("Flyttet naboskap inn under naboer å ringe til"));

    // The words: the first of the list is left out of it, and so of the cloud.
    screen.seen("key ctrl+7", HEAD);
    screen.until("the word list", |screen| screen.colours_of(LIST) > 20);
    screen.keep_picture("words.png");
    screen.xdotool("mousemove 1300 217 sleep 0.2 mousemove 1418 217 click 1");
    screen.until("the word left out", |screen| told(screen).contains("ut av ordlistene"));

    // Review: what others have coded comes one by one, and a key says that it is kept.
    screen.seen("key ctrl+8", HEAD);
    screen.until("the first coding to review", |screen| screen.colours_of(LIST) > 20);
    screen.keep_picture("review.png");
    screen.xdotool("key b");
    screen.until("the verdict", |screen| told(screen).contains("i gjennomgangen"));

    // Export: the codebook for people, the code structure as a figure.
    let (codebook, structure) = (screen.path("kodebok.md"), screen.path("struktur.svg"));
    screen.answer_path("key ctrl+e", &codebook);
    screen.until("the codebook", |_| codebook.exists());
    screen.seen("key ctrl+k", PALETTE);
    screen.type_letters("SVG");
    screen.answer_path("key Return", &structure);
    screen.until("the figure", |_| structure.exists());
    for file in [&codebook, &structure] {
        let written = fs::read_to_string(file).expect("it can be read");
        assert!(written.contains("naboskap") && written.contains("Formål"), "{}", file.display());
    }

    screen.keep_picture("whole_job.png");
    let checked = screen.check();
    assert_eq!(checked["findings"].as_array().map(Vec::len), Some(0), "{checked}");
}
