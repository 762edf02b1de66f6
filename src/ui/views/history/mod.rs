//! The history: every gesture in plain words, the newest first, with who made it and when.

mod answers;
mod attention;
mod goal;
mod listed;
mod row;
mod shelf;
mod since_review;

use egui::{Popup, Ui, vec2};

use self::listed::{Line, Listed};
use self::row::HistoryRows;
use self::shelf::Shelf;
use crate::lang::rooms::Rooms;
use crate::lang::{Language, count, fill, grouped};
use crate::model::id::CoderId;
use crate::ui::commands::{Command, keys};
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::widgets::long_list::LongList;
use crate::ui::widgets::{controls, empty, marks, page};

/// What the lines shown depend on.
type Key = (u64, usize, Option<CoderId>, Language, String);

/// The room's memory between frames.
#[derive(Default)]
pub struct History {
    filter: String,
    coder: Option<CoderId>,
    listed: Derived<Key, Listed>,
    list: LongList,
    shelf: Shelf,
}

impl History {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let Some(session) = cx.session else { return };
        let gestures = session.history();
        let wanted = self.filter.trim().to_lowercase();
        let key = (cx.project.revision(), gestures.len(), self.coder, cx.language, wanted.clone());
        let coder = self.coder;
        let listed = self.listed.get(key, || Listed::new(cx, gestures, coder, &wanted));
        let all = count(gestures.len(), words.one_gesture, words.many_gestures);
        let fewer = listed.gestures < gestures.len();
        let told = if fewer { all + &fill(words.of_these_match, &[("n", &grouped(listed.gestures))]) } else { all };
        let (filter, list) = (&mut self.filter, &mut self.list);
        let chosen = &mut self.coder;
        page::head_ui(cx, ui, (words.history, &told), |ui| {
            for (command, able) in [(Command::Undo, session.can_undo()), (Command::Redo, session.can_redo())] {
                let title = if command == Command::Undo { words.undo } else { words.redo };
                let button = ui.add_enabled(able, egui::Button::new(title));
                if button.on_hover_text(keys(ui, command)).clicked() {
                    cx.send(command);
                }
            }
            let field = ui.allocate_ui(vec2(220.0, 28.0), |ui| controls::field(ui, filter, words.filter_history));
            let other = coder_ui(cx, ui, *chosen);
            if field.inner.changed() || other.is_some() {
                list.to_the_top();
            }
            *chosen = other.unwrap_or(*chosen);
        });
        self.shelf.ui(cx, ui);
        if listed.lines.is_empty() {
            let sentence = if gestures.is_empty() { words.nothing_done } else { words.nothing_matches };
            return empty::invitation_ui(cx, ui, sentence, None);
        }
        self.list.ui(cx, ui, &HistoryRows { cx, words, gestures, listed });
    }
}

/// Whose gestures are shown. Gives another choice, if one was made.
fn coder_ui(cx: &Cx<'_>, ui: &mut Ui, now: Option<CoderId>) -> Option<Option<CoderId>> {
    let words = Rooms::of(cx.language);
    let name = now.map_or(words.all_coders, |coder| cx.project.coder_name(coder));
    let button = ui.button(format!("{name}     "));
    let at = button.rect.right_center() - vec2(14.0, 0.0);
    marks::triangle(ui.painter(), at, true, cx.palette.muted);
    let label = format!("{} {name}", words.whose);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &label));
    let mut chosen = None;
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(180.0);
        let each = cx.project.coders().map(|coder| (Some(coder.id), coder.name.as_str()));
        for (coder, name) in std::iter::once((None, words.all_coders)).chain(each) {
            if ui.selectable_label(coder == now, name).clicked() {
                chosen = Some(coder);
                ui.close();
            }
        }
    });
    chosen
}

/// The gesture of a line, if it is one.
fn gesture_of(line: Option<&Line>) -> Option<usize> {
    match line? {
        Line::Gesture(at) => Some(*at),
        Line::Day(_) => None,
    }
}
