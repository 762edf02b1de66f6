//! Frames of the reader in the text of a million words with 20,000 codings: what they cost the processor, without drawing.

use std::hint::black_box;

use egui::{Event, Key, Modifiers, Vec2, pos2, vec2};
use kodebok::generator::Size;
use kodebok::store::app_data::AppData;

use super::hands::{Hands, SIZE, button, frame, key, letters, wheel};
use super::row::{Row, median};
use super::studies::Studies;

const FRAMES: usize = 300;
/// What a frame may cost at the 99th percentile, in ms.
const LIMIT: f64 = 4.0;

pub(crate) fn rows(studies: &Studies) -> Vec<Row> {
    let session = studies.open(Size::Million);
    let text = session.project().sources().find_map(|source| source.text.clone()).expect("it has a text");
    let plain = page(text.slice(0, 6_000));
    // What an edit of a text that lies in one piece cannot do without.
    let copied = median(21, || black_box(text.as_str()).to_owned());
    let mut hands = Hands::at(session, AppData::at(studies.place("frames data")));
    let first = hands.does(Vec::new());
    for _ in 0..20 {
        hands.does(Vec::new());
    }
    let mut rows = vec![Row::ms("first frame of the study", first).bare(plain)];
    let mut measure = |name: &str, hands: &mut Hands, frames: &mut dyn FnMut(f32) -> (Vec2, Vec<Event>)| {
        let once = |number: usize| {
            let (size, events) = frames(number as f32);
            hands.frame(size, events)
        };
        rows.push(Row::many(name, (0..FRAMES).map(once).collect()).limit(LIMIT).bare(plain));
    };
    measure("idle", &mut hands, &mut |_| (SIZE, Vec::new()));
    measure("scroll by the wheel", &mut hands, &mut |_| (SIZE, wheel(60.0)));
    measure("hover", &mut hands, &mut |n| {
        (SIZE, vec![Event::PointerMoved(pos2(380.0 + (n % 60.0) * 9.0, 120.0 + n * 2.0))])
    });
    measure("select by dragging", &mut hands, &mut |n| {
        let at = pos2(400.0 + n, 200.0 + n * 1.5);
        let first = (n == 0.0).then(|| button(at, true));
        (SIZE, first.into_iter().chain([Event::PointerMoved(at)]).collect())
    });
    hands.does(vec![button(pos2(700.0, 600.0), false)]);
    measure("resize the window", &mut hands, &mut |n| (vec2(1440.0 - (n % 100.0) * 3.0, 900.0), Vec::new()));
    hands.does(Vec::new());
    rows.push(Row::many("apply a code by a digit", codings(&mut hands)).limit(LIMIT).bare(plain));
    let (typed, said) = correct(&mut hands);
    rows.push(Row::many("type a letter into the text", typed).limit(LIMIT).bare(copied));
    rows.push(Row::many("say what was typed after a pause", said).limit(LIMIT).bare(copied));
    rows
}

/// A frame with nothing but a page of plain words: the floor of any frame that shows a text.
fn page(words: &str) -> f64 {
    let ctx = egui::Context::default();
    let mut time = 0.0;
    let mut once = || {
        time += 1.0 / 60.0;
        frame(&ctx, time, (SIZE, Vec::new()), |ui| {
            ui.add(egui::Label::new(words).wrap());
        })
    };
    let mut times: Vec<f64> = (0..50).map(|_| once()).collect();
    times.sort_by(f64::total_cmp);
    times[25]
}

/// The frame that carries a code to a word.
fn codings(hands: &mut Hands) -> Vec<f64> {
    // Somewhere words are selected, and a code is given for the first time by its name.
    let at = pos2(600.0, 400.0);
    let before = count(hands);
    let choose = |hands: &mut Hands| {
        hands.does(wheel(90.0));
        hands.clicks(at);
        hands.does(vec![button(at, true), button(at, false)]);
        hands.does(Vec::new());
    };
    choose(hands);
    for letter in ["h", "j", "e"] {
        hands.does(letters(letter));
    }
    hands.does(vec![key(Key::Enter, Modifiers::NONE)]);
    hands.does(Vec::new());
    let mut times = Vec::new();
    for _ in 0..100 {
        choose(hands);
        hands.does(letters("1"));
        times.push(hands.does(Vec::new()));
    }
    assert!(count(hands) > before + 20, "codes were applied: {} {before}", count(hands));
    times
}

fn count(hands: &Hands) -> usize {
    hands.app.session().map_or(0, |session| session.project().coding_count())
}

/// Types in the middle of the page: the dearer of the two frames that a letter takes that is not said yet, and of those in
/// which it is said after a pause.
fn correct(hands: &mut Hands) -> (Vec<f64>, Vec<f64>) {
    let at = pos2(600.0, 400.0);
    hands.does(vec![key(Key::R, Modifiers::COMMAND)]);
    // Later, so that this is a click of its own and not the third of a row.
    hands.time += 2.0;
    hands.clicks(at);
    hands.does(Vec::new());
    let length = |hands: &Hands| {
        let source = hands.app.session().and_then(|session| session.project().sources().next());
        source.map_or(0, |source| source.length)
    };
    let before = length(hands);
    let (mut typed, mut said) = (Vec::new(), Vec::new());
    for _ in 0..40 {
        for _ in 0..10 {
            typed.push(hands.does(letters("e")).max(hands.does(Vec::new())));
        }
        hands.time += 2.0;
        said.push(hands.does(Vec::new()).max(hands.does(Vec::new())));
    }
    assert_eq!(length(hands), before + 400, "what was typed is in the text");
    hands.does(vec![key(Key::Escape, Modifiers::NONE)]);
    (typed, said)
}
