//! Names replaced before a text enters the study, for the preview of an import.

use egui::Ui;

use super::rows::Rows;
use crate::import::pseudonym::pseudonymised;
use crate::journal::edit::NewSource;
use crate::lang::pseudonym::PseudonymWords;
use crate::text::names::candidates::candidates;
use crate::text::names::propose::proposals;
use crate::text::names::table::{Row, Table};
use crate::told::erasing::labels;
use crate::ui::cx::Cx;

/// The choice and the table of one import.
#[derive(Default)]
pub struct AtTheDoor {
    wanted: bool,
    rows: Rows,
    /// How many texts were looked through.
    looked: usize,
}

impl AtTheDoor {
    /// Shows the choice, and below it the table while it is chosen. `known` are rows that keep their pseudonyms.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, sources: &[NewSource], known: &[Row]) {
        let words = PseudonymWords::of(cx.language);
        ui.checkbox(&mut self.wanted, words.before_entry).on_hover_text(words.before_entry_hint);
        if !self.wanted {
            return;
        }
        if self.looked != sources.len() {
            self.looked = sources.len();
            let texts: Vec<&str> = sources.iter().map(|source| source.text.as_str()).collect();
            let speakers = sources.iter().flat_map(|source| &source.speakers);
            let speakers: Vec<&str> = speakers.map(|speaker| speaker.name.as_str()).collect();
            let found = candidates(&texts, &speakers);
            let rows = proposals(&found, known, &labels(cx.language));
            self.rows.fill(found, rows);
        }
        ui.horizontal_wrapped(|ui| self.rows.tools_ui(cx, ui));
        self.rows.ui(cx, ui);
    }

    /// The rows that are chosen, for the name key; none where the choice is off.
    pub fn rows(&self) -> Vec<Row> {
        if self.wanted { self.rows.chosen() } else { Vec::new() }
    }

    /// The source as it is to enter the study.
    pub fn let_in(&self, source: &NewSource) -> NewSource {
        pseudonymised(source, &Table::new(self.rows()))
    }
}
