//! THE WINDOW: the only folder that knows egui. Views read and send; one place applies.

pub mod action;
pub mod answers;
pub mod app;
mod apply;
mod borders;
pub mod carrying;
pub mod commands;
pub mod cx;
pub mod derived;
pub mod dialogs;
mod glance;
mod half_typed;
mod helping;
pub mod intake;
pub mod keeping;
mod later;
pub mod look;
pub mod naming;
pub mod reviewing;
pub mod screen;
mod set_aside;
mod sources_out;
pub mod tasks;
mod typed;
pub mod views;
pub mod wanted;
pub mod widgets;

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use crate::store::app_data::AppData;
use crate::ui::app::{App, Desk};
use crate::ui::dialogs::system::Desktop;
use crate::ui::look::icon;

/// The variable that has the window say when its first frame is painted, and close: so that the start can be measured.
pub const FIRST_FRAME: &str = "KODEBOK_FIRST_FRAME";

/// The window could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("could not open the window")]
pub struct WindowError(#[source] eframe::Error);

/// Opens the window, on a study if one is named (its folder, or the study in one file), and stays until it is closed.
pub fn run(study: Option<PathBuf>) -> Result<(), WindowError> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Kodebok")
        .with_app_id("kodebok")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([640.0, 420.0])
        .with_icon(icon::of_window());
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let start = move |creation: &eframe::CreationContext<'_>| {
        let desk = Desk::new(AppData::of_this_user());
        let mut app = App::new(&creation.egui_ctx, desk, Arc::new(Desktop));
        if let Some(study) = study {
            app.open(study);
        }
        let measured = std::env::var_os(FIRST_FRAME).is_some_and(|set| !set.is_empty());
        Ok(if measured { Box::new(Measured { app, frames: 0 }) as Box<dyn eframe::App> } else { Box::new(app) })
    };
    eframe::run_native("kodebok", options, Box::new(start)).map_err(WindowError)
}

/// The program as long as its start takes.
struct Measured {
    app: App,
    frames: u8,
}

impl eframe::App for Measured {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        self.app.frame(ui);
        ui.request_repaint();
        // A second frame begins once the first is on the screen.
        if self.frames == 2 {
            // Whoever measures and has gone away is not waited for.
            drop(writeln!(std::io::stdout(), "painted"));
            ui.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }
}
