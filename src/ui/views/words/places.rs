//! The places where a word stands: read, opened, ticked and coded.

use std::sync::Arc;

use egui::{RichText, Ui};

use super::Chosen;
use crate::analysis::scope::Scope;
use crate::analysis::search::{Hit, places};
use crate::journal::edit::Edit;
use crate::journal::edit::lexicon::WordEdit;
use crate::lang::asking::Asking;
use crate::lang::{fill, grouped};
use crate::model::lexicon::Standing;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;
use crate::ui::widgets::kwic::Kwic;

/// What the places depend on.
type Key = (u64, Scope, Arc<[String]>);

/// The panel's memory between frames.
#[derive(Default)]
pub(super) struct Places {
    hits: Derived<Key, Vec<Hit>>,
    kwic: Kwic,
    of: Option<Arc<[String]>>,
}

impl Places {
    /// Shows them; true when somebody wants to see them no more.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, chosen: &Chosen) -> bool {
        let say = Asking::of(cx.language);
        if self.of.as_ref() != Some(&chosen.forms) {
            self.kwic.renew();
            self.of = Some(Arc::clone(&chosen.forms));
        }
        let key = (cx.project.revision(), cx.screen.scope.clone(), Arc::clone(&chosen.forms));
        let find = || places(&cx.screen.scope.chosen(cx.project), &chosen.forms).hits;
        let hits = self.hits.get(key, find);
        let mut done = false;
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.add_space(space::XL);
            let told = fill(say.occurrences, &[("word", &chosen.shown), ("n", &grouped(hits.len()))]);
            ui.label(RichText::new(told).font(fonts::strong(14.0)));
            ui.add_space(space::S);
            self.kwic.tools_ui(cx, ui, (hits, &chosen.shown));
            ui.add_space(space::S);
            if ui.button(say.take_out).on_hover_text(fill(say.take_out_hint, &[("word", &chosen.shown)])).clicked() {
                let words = chosen.forms.to_vec();
                cx.send(Edit::Words(WordEdit::Weigh { words, standing: Standing::Out }));
                done = true;
            }
            done |= controls::quiet(ui, say.close_places).clicked();
        });
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = 0.0;
        self.kwic.ui(cx, ui, (hits, &chosen.shown));
        done
    }
}
