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

use std::path::PathBuf;
use std::sync::Arc;

use crate::store::app_data::AppData;
use crate::ui::app::{App, Desk};
use crate::ui::dialogs::system::Desktop;
use crate::ui::look::icon;

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
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("kodebok", options, Box::new(start)).map_err(WindowError)
}
