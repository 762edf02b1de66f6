//! Hands at the window, without a display: frames with what a mouse and a keyboard do in them.

use std::sync::Arc;

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use kodebok::session::Session;
use kodebok::store::app_data::AppData;
use kodebok::ui::app::{App, Desk};
use kodebok::ui::dialogs::system::{Answer, Dialogs};

use super::row::processor;

pub(crate) const SIZE: Vec2 = vec2(1440.0, 900.0);

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

/// The program with its window, and the time in it.
pub(crate) struct Hands {
    pub(crate) ctx: egui::Context,
    pub(crate) app: App,
    pub(crate) time: f64,
}

impl Hands {
    pub(crate) fn at(session: Session, data: AppData) -> Self {
        let ctx = egui::Context::default();
        let mut app = App::new(&ctx, Desk::new(data), Arc::new(NoDialogs));
        app.work_on(session);
        Self { ctx, app, time: 0.0 }
    }

    /// A frame of a window of a size; gives what it costs the processor in ms, with its triangles and without drawing them.
    pub(crate) fn frame(&mut self, size: Vec2, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let app = &mut self.app;
        frame(&self.ctx, self.time, (size, events), |ui| app.frame(ui))
    }

    /// A frame in which something happens; gives what it costs.
    pub(crate) fn does(&mut self, events: Vec<Event>) -> f64 {
        self.frame(SIZE, events)
    }

    /// Presses and lets go.
    pub(crate) fn clicks(&mut self, at: Pos2) {
        self.does(vec![Event::PointerMoved(at), button(at, true), button(at, false)]);
    }
}

/// A frame of whatever is shown; gives what it costs in ms.
pub(crate) fn frame(
    ctx: &egui::Context,
    time: f64,
    (size, events): (Vec2, Vec<Event>),
    mut show: impl FnMut(&mut egui::Ui),
) -> f64 {
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, size));
    let input = RawInput { screen_rect, time: Some(time), events, ..RawInput::default() };
    let (meshes, took) = processor(|| {
        let output = ctx.run_ui(input, |ui| show(ui));
        let (pixels, shapes) = (output.pixels_per_point, output.shapes.clone());
        output.drop_without_applying_deltas();
        ctx.tessellate(shapes, pixels)
    });
    drop(meshes);
    took
}

pub(crate) fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

pub(crate) fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

pub(crate) fn letters(letters: &str) -> Vec<Event> {
    vec![Event::Text(letters.to_owned())]
}

pub(crate) fn wheel(down: f32) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -down),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    };
    vec![Event::PointerMoved(pos2(620.0, 500.0)), wheel]
}
