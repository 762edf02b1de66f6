//! A table on its way out of a room that asks: as a file, or to the clipboard.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::table::Table;
use crate::export::table::{ENDINGS, tabbed};
use crate::lang::asking::Asking;
use crate::lang::fill;
use crate::ui::action::{Look, Task};
use crate::ui::answers::Answer;
use crate::ui::cx::Cx;

/// Shows what can be done with a table, which is made when somebody wants it.
pub fn table_ui(cx: &Cx<'_>, ui: &mut Ui, table: impl Fn() -> Arc<Table>) {
    let say = Asking::of(cx.language);
    ui.set_min_width(220.0);
    for ending in ENDINGS {
        if ui.button(fill(say.save_table, &[("ending", &ending)])).clicked() {
            cx.send(Task::ChooseAnswer(Answer::Table(table()), ending));
        }
    }
    if ui.button(say.copy_table).on_hover_text(say.copy_table_hint).clicked() {
        ui.copy_text(tabbed(&table(), cx.language));
        cx.send(Look::Say(say.copied_table.to_owned()));
    }
}
