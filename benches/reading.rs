//! What a frame of the reader costs, in a short text and in one of a million words with 20,000 codings.
//!
//! Prints the median and the 99th percentile of frames of each kind in milliseconds, with tessellation and without
//! drawing, and the ratio of the long text to the short one: the reader promises that it stays near 1.

mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use kodebok::journal::edit::{Edit, NewCode};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::CodeId;
use kodebok::model::source::Turn;
use kodebok::model::span::Span;
use kodebok::store::app_data::AppData;
use kodebok::ui::app::{App, Desk};
use kodebok::ui::dialogs::system::{Answer, Dialogs};

use support::{interview, session};

const SIZE: Vec2 = vec2(1440.0, 900.0);
const WORDS: [&str; 12] =
    ["klyngen", "vi", "møtes", "hver", "måned", "og", "prøver", "nye", "løsninger", "sammen", "altså", "på"];

struct NoDialogs;

impl Dialogs for NoDialogs {
    fn files(&self, _: &str, _: &[&str]) -> Answer {
        Answer::Cancelled
    }
    fn folder(&self, _: &str) -> Answer {
        Answer::Cancelled
    }
    fn save(&self, _: &str, _: &str) -> Answer {
        Answer::Cancelled
    }
}

fn text_of(words: usize) -> (String, Vec<Turn>) {
    let (mut text, mut turns, mut at) = (String::new(), Vec::new(), 0_u32);
    for turn in 0..words / 60 {
        if turn > 0 {
            text.push('\n');
            at += 1;
        }
        let start = at;
        for word in 0..60 {
            let word = WORDS[(turn * 7 + word * 5) % WORDS.len()];
            text.push_str(word);
            text.push(' ');
            at += u32::try_from(word.chars().count()).expect("short") + 1;
        }
        let span = Span::new(start, at).expect("words");
        let speaker = Some(u16::from(turn % 2 == 1));
        turns.push(Turn { span, speaker, start_ms: u32::try_from(turn * 20_000).ok() });
    }
    (text, turns)
}

fn app_with(ctx: &egui::Context, words: usize, codings: u32) -> App {
    let mut session = session();
    let (text, turns) = text_of(words);
    let length = u32::try_from(text.chars().count()).expect("a text");
    let source = interview("Lang".to_owned(), text, turns);
    session.edit(&Edit::AddSource(Box::new(source))).expect("a source");
    for number in 0..40 {
        let code = NewCode {
            name: format!("kode {number}"),
            parent: None,
            kind: CodeKind::Code,
            origin: Origin::Data,
            hue: None,
            description: String::new(),
        };
        session.edit(&Edit::CreateCode(code)).expect("a code");
    }
    let codes: Vec<CodeId> = session.project().codebook().codes().map(|code| code.id).collect();
    let id = session.project().sources().next().expect("a source").id;
    let step = (length - 400) / codings.max(1);
    for number in 0..codings {
        let start = number * step;
        let span = Span::new(start, start + 40 + number % 300).expect("words");
        let code = codes[number as usize % codes.len()];
        session.edit(&Edit::ApplyCode { code, source: id, span }).expect("a coding");
    }
    let data = AppData::at(std::env::temp_dir().join("kodebok-bench-data"));
    let mut app = App::new(ctx, Desk::new(data), Arc::new(NoDialogs));
    app.work_on(session);
    app
}

struct Hands {
    ctx: egui::Context,
    app: App,
    time: f64,
}

impl Hands {
    fn frame(&mut self, size: Vec2, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let since = Instant::now();
        let output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let pixels = output.pixels_per_point;
        let shapes = output.shapes.clone();
        output.drop_without_applying_deltas();
        let meshes = self.ctx.tessellate(shapes, pixels);
        let took = since.elapsed();
        drop(meshes);
        took
    }
}

fn wheel(down: f32) -> Vec<Event> {
    let delta = vec2(0.0, -down);
    let modifiers = Modifiers::NONE;
    vec![
        Event::PointerMoved(pos2(620.0, 500.0)),
        Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            modifiers,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        },
    ]
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// Runs frames of one kind; gives the median and the 99th percentile in ms.
fn measure(hands: &mut Hands, mut events: impl FnMut(usize) -> (Vec2, Vec<Event>)) -> (f64, f64) {
    let mut took: Vec<f64> = (0..300)
        .map(|number| {
            let (size, events) = events(number);
            hands.frame(size, events).as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    (took[150], took[297])
}

/// Types in the middle of the page; gives the cost of a letter that is not said yet, and that of saying what was typed
/// after a pause: the median and the worst of all but two in ms, both with the frame that shows it.
fn correct(hands: &mut Hands) -> ((f64, f64), (f64, f64)) {
    let at = pos2(600.0, 400.0);
    let key = |key, modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    hands.frame(SIZE, vec![key(Key::R, Modifiers::COMMAND)]);
    hands.frame(SIZE, vec![Event::PointerMoved(at), button(at, true), button(at, false)]);
    hands.frame(SIZE, Vec::new());
    let (mut typed, mut said) = (Vec::new(), Vec::new());
    let ms = |hands: &mut Hands, events| {
        let took = hands.frame(SIZE, events) + hands.frame(SIZE, Vec::new());
        took.as_secs_f64() * 1000.0
    };
    for _ in 0..40 {
        for _ in 0..10 {
            typed.push(ms(hands, vec![Event::Text("e".to_owned())]));
        }
        hands.time += 2.0;
        said.push(ms(hands, Vec::new()));
    }
    hands.frame(SIZE, vec![key(Key::Escape, Modifiers::NONE)]);
    typed.sort_by(f64::total_cmp);
    said.sort_by(f64::total_cmp);
    ((typed[200], typed[397]), (said[20], said[38]))
}

fn main() {
    // Set so that a run by `cargo test --benches` does nothing slow.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let sizes = [(10_000, 500), (1_000_000, 20_000)];
    let mut tables: Vec<Vec<(&str, f64, f64)>> = Vec::new();
    for (words, codings) in sizes {
        let ctx = egui::Context::default();
        let app = app_with(&ctx, words, codings);
        let mut hands = Hands { ctx, app, time: 0.0 };
        let first = hands.frame(SIZE, Vec::new()).as_secs_f64() * 1000.0;
        for _ in 0..20 {
            hands.frame(SIZE, Vec::new());
        }
        let mut table = vec![("first frame", first, first)];
        let mut row = |name, (median, p99): (f64, f64)| table.push((name, median, p99));
        row("idle", measure(&mut hands, |_| (SIZE, Vec::new())));
        row("scroll", measure(&mut hands, |_| (SIZE, wheel(60.0))));
        row(
            "hover",
            measure(&mut hands, |n| {
                #[expect(clippy::cast_precision_loss, reason = "small")]
                let pos = pos2(380.0 + (n % 60) as f32 * 9.0, 120.0 + n as f32 * 2.0);
                (SIZE, vec![Event::PointerMoved(pos)])
            }),
        );
        row(
            "select",
            measure(&mut hands, |n| {
                #[expect(clippy::cast_precision_loss, reason = "small")]
                let pos = pos2(400.0 + n as f32, 200.0 + n as f32 * 1.5);
                let first = (n == 0).then(|| button(pos, true));
                (SIZE, first.into_iter().chain([Event::PointerMoved(pos)]).collect())
            }),
        );
        hands.frame(SIZE, vec![button(pos2(700.0, 600.0), false)]);
        row(
            "resize",
            measure(&mut hands, |n| {
                #[expect(clippy::cast_precision_loss, reason = "small")]
                let width = 1440.0 - (n % 100) as f32 * 3.0;
                (vec2(width, 900.0), Vec::new())
            }),
        );
        row("code", {
            let mut took: Vec<f64> = (0..100)
                .map(|_| {
                    hands.frame(SIZE, wheel(90.0));
                    let at = pos2(600.0, 400.0);
                    hands.frame(SIZE, vec![Event::PointerMoved(at), button(at, true), button(at, false)]);
                    hands.frame(SIZE, vec![button(at, true), button(at, false)]);
                    hands.frame(SIZE, Vec::new());
                    hands.frame(SIZE, vec![Event::Text("1".to_owned())]);
                    hands.frame(SIZE, Vec::new()).as_secs_f64() * 1000.0
                })
                .collect();
            took.sort_by(f64::total_cmp);
            (took[50], took[98])
        });
        // The code stays on its words: what is typed in is coded.
        let (typed, said) = correct(&mut hands);
        table.extend([("type", typed.0, typed.1), ("say typed", said.0, said.1)]);
        tables.push(table);
    }
    print_table(&tables);
    drop(std::fs::remove_dir_all(std::env::temp_dir().join("kodebok-bench-data")));
}

#[expect(clippy::print_stdout, reason = "a bench prints what it measured")]
fn print_table(tables: &[Vec<(&str, f64, f64)>]) {
    println!("{:14}{:>12}{:>10}{:>14}{:>10}{:>10}", "ms a frame", "10k p50", "p99", "1M p50", "p99", "ratio");
    for (short, long) in tables[0].iter().zip(&tables[1]) {
        println!(
            "{:14}{:>12.2}{:>10.2}{:>14.2}{:>10.2}{:>10.1}",
            short.0,
            short.1,
            short.2,
            long.1,
            long.2,
            long.1 / short.1
        );
    }
}
