//! The words behind a number: a panel beside the table or the figure, each place one click from its source.

use egui::{Frame, Key, Margin, Modifiers, Panel, RichText, Ui, WidgetInfo};

use crate::analysis::behind::behind;
use crate::analysis::scope::Scope;
use crate::analysis::table::{Key as Narrowed, Opens};
use crate::lang::analyses::AnalysesWords;
use crate::lang::rooms::Rooms;
use crate::lang::{count, fill};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::views::segments::found::{Found, Group};
use crate::ui::views::segments::row::SegmentRows;
use crate::ui::widgets::long_list::LongList;
use crate::ui::widgets::table::Clicked;
use crate::ui::widgets::{controls, empty};

/// What the list depends on: the study as it is, the part of it, and what is opened.
type Shown = (u64, Scope, Opens);

/// The panel's memory between frames.
#[derive(Default)]
pub(in crate::ui::views) struct Behind {
    open: Option<Clicked>,
    found: Derived<Shown, (Found, bool)>,
    list: LongList,
}

impl Behind {
    /// Opens the words behind something.
    pub(in crate::ui::views) fn open(&mut self, clicked: Clicked) {
        self.open = Some(clicked);
        self.list.to_the_top();
    }

    /// Closes the panel.
    pub(in crate::ui::views) fn close(&mut self) {
        self.open = None;
    }

    /// Shows the panel, beside the rest or below it where it is narrow.
    pub(in crate::ui::views) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scope: &Scope) {
        let Some(clicked) = self.open.clone() else { return };
        let frame = Frame::new().fill(cx.palette.paper).inner_margin(Margin::ZERO);
        if ui.available_width() >= space::VERY_NARROW {
            let wide = ui.available_width();
            let panel = Panel::right("behind a number").default_size(420.0).size_range(300.0..=(wide * 0.6).max(320.0));
            panel.frame(frame).show(ui, |ui| self.inner_ui(cx, ui, scope, &clicked));
        } else {
            let tall = ui.available_height();
            let panel = Panel::bottom("below a number").default_size(tall * 0.45).size_range(120.0..=tall * 0.7);
            panel.frame(frame).show(ui, |ui| self.inner_ui(cx, ui, scope, &clicked));
        }
        let free = !ui.text_edit_focused() && !controls::floats(ui);
        if free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.close();
        }
    }

    fn inner_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scope: &Scope, clicked: &Clicked) {
        let mut closed = false;
        Frame::new().inner_margin(Margin { left: 24, right: 12, top: 12, bottom: 0 }).show(ui, |ui| {
            closed = title_ui(cx, ui, &clicked.name);
        });
        self.places_ui(cx, ui, scope, clicked);
        if closed {
            self.close();
        }
    }

    /// Shows how many places there are, and the places.
    pub(in crate::ui::views) fn places_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scope: &Scope, clicked: &Clicked) {
        let (words, rooms) = (AnalysesWords::of(cx.language), Rooms::of(cx.language));
        let key = (cx.project.revision(), scope.clone(), clicked.opens.clone());
        let (found, more) = &*self.found.get(key, || {
            let behind = behind(cx.project, scope, &clicked.opens);
            (Found::behind(cx.project, &behind), behind.more)
        });
        let (places, sources, _) = found.counted();
        Frame::new().inner_margin(Margin { left: 24, right: 12, top: 0, bottom: 8 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let coded = !matches!(clicked.opens, Opens::Spans(_) | Opens::Words(_) | Opens::WordsAt(..));
            let counted = match coded {
                true => count(places, rooms.one_segment, rooms.many_segments),
                false => count(places, words.one_place, words.many_places),
            };
            let told = format!("{counted} · {}", count(sources, rooms.one_source, rooms.many_sources));
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
                if let Some(source) = source_of(&clicked.opens)
                    && controls::link(cx, ui, words.open_source).clicked()
                {
                    cx.send(Look::AtSource(source));
                }
            });
            if *more {
                let first = fill(words.only_first, &[("n", &crate::lang::grouped(places))]);
                ui.label(RichText::new(first).font(fonts::small()).color(cx.palette.warn));
            }
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        if found.rows.is_empty() {
            empty::invitation_ui(cx, ui, words.nothing_behind, None);
        } else {
            self.list.ui(cx, ui, &SegmentRows { cx, words: rooms, found, group: Group::Source });
        }
    }
}

/// Shows the name of what is opened; tells whether it is to be closed.
pub(in crate::ui::views) fn title_ui(cx: &Cx<'_>, ui: &mut Ui, name: &str) -> bool {
    let words = AnalysesWords::of(cx.language);
    ui.set_width(ui.available_width());
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - 84.0).max(80.0);
        let down = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(width, ui.spacing().interact_size.y), down, |ui| {
            ui.set_width(width);
            // The first line of the name stands where the word of the button does.
            ui.add_space(space::XS);
            ui.add(egui::Label::new(RichText::new(name).font(fonts::strong(15.0))).wrap());
        });
        let right = egui::Layout::right_to_left(egui::Align::Min);
        ui.with_layout(right, |ui| {
            // The word stands above what is to the right below it.
            ui.spacing_mut().button_padding.x = space::XS;
            let close = controls::quiet(ui, words.close);
            close.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words.close));
            close.clicked()
        })
        .inner
    })
    .inner
}

/// The source, where all of one is opened.
fn source_of(opens: &Opens) -> Option<crate::model::id::SourceId> {
    match opens {
        Opens::Source(source) => Some(*source),
        Opens::Codings(keys) => match keys.as_slice() {
            [Narrowed::Source(source)] => Some(*source),
            _ => None,
        },
        _ => None,
    }
}
