//! The help: the contents on the left, a page on the right, and a field to search it all.

mod contents;
mod keyboard;
mod page;

use egui::{CentralPanel, Frame, Key, Margin, Modifiers, Panel, RichText, ScrollArea, Ui, vec2};

use self::contents::{contents_ui, hits_ui};
use self::page::page_ui;
use crate::help::reading::{Block, blocks};
use crate::help::search::{Hit, search};
use crate::help::{Place, page};
use crate::lang::Language;
use crate::lang::help::HelpWords;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;

/// Below this width the contents stand in a menu.
const NARROW: f32 = 720.0;
/// No line of a page is longer than this.
const MEASURE: f32 = 640.0;

/// The help's memory between frames.
#[derive(Default)]
pub struct Help {
    typed: String,
    hits: Vec<Hit>,
    /// What the hits are the hits of.
    sought: Option<(String, Language)>,
    back: Vec<Place>,
    /// The page that is shown, as it was read.
    read: Option<(String, Language, Vec<Block>)>,
    /// The place one was brought to last.
    arrived: Option<Place>,
}

impl Help {
    /// Forgets where one was, once the help is closed.
    pub fn left(&mut self) {
        if self.arrived.is_some() {
            *self = Self::default();
        }
    }

    /// Shows the help at a place.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, place: &Place) {
        let opened = self.arrived.is_none();
        if self.arrived.as_ref() != Some(place) {
            self.typed.clear();
        }
        self.listen(cx, ui);
        let bar = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(16, 0));
        let narrow = ui.available_width() < NARROW;
        let head = Panel::top("help bar").exact_size(space::TOP_BAR).frame(bar).resizable(false);
        head.show(ui, |ui| self.head_ui(cx, ui, (place, opened, narrow)));
        if !narrow {
            let side = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(12, 12));
            let left = Panel::left("help contents").exact_size(248.0).resizable(false).frame(side);
            left.show(ui, |ui| {
                let area = ScrollArea::vertical().id_salt("help contents").auto_shrink([false, false]);
                area.show(ui, |ui| {
                    if let Some(wanted) = contents_ui(cx, ui, place, self.blocks(cx, place)) {
                        self.go(cx, place, wanted);
                    }
                });
            });
        }
        CentralPanel::no_frame().frame(Frame::new().fill(cx.palette.paper)).show(ui, |ui| {
            if self.typed.trim().is_empty() {
                self.place_ui(cx, ui, place);
            } else {
                self.found_ui(cx, ui, place);
            }
        });
        self.arrived = Some(place.clone());
    }

    fn listen(&mut self, cx: &Cx<'_>, ui: &Ui) {
        let (left, back) = ui.input_mut(|input| {
            let left = input.consume_key(Modifiers::NONE, Key::Escape);
            let mouse = input.pointer.button_clicked(egui::PointerButton::Extra1);
            (left, input.consume_key(Modifiers::ALT, Key::ArrowLeft) || mouse)
        });
        if left && self.typed.is_empty() {
            cx.send(Look::Help(None));
        } else if left {
            self.typed.clear();
        } else if back {
            self.go_back(cx);
        }
    }

    /// Goes to a place, and remembers where one was.
    fn go(&mut self, cx: &Cx<'_>, from: &Place, to: Place) {
        if *from != to {
            self.back.push(from.clone());
        }
        self.arrived = Some(from.clone());
        self.typed.clear();
        cx.send(Look::Help(Some(to)));
    }

    fn go_back(&mut self, cx: &Cx<'_>) {
        if let Some(before) = self.back.pop() {
            cx.send(Look::Help(Some(before)));
        }
    }

    /// The pieces of the page of a place.
    fn blocks(&mut self, cx: &Cx<'_>, place: &Place) -> &[Block] {
        let known = |(name, language, _): &(String, Language, _)| *name == place.page && *language == cx.language;
        if !self.read.as_ref().is_some_and(known) {
            let pieces = page(&place.page).map_or_else(Vec::new, |page| blocks(page.text(cx.language), cx.language));
            self.read = Some((place.page.clone(), cx.language, pieces));
        }
        self.read.as_ref().map_or(&[], |(.., pieces)| pieces)
    }

    fn head_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (place, opened, narrow): (&Place, bool, bool)) {
        let words = HelpWords::of(cx.language);
        ui.horizontal_centered(|ui| {
            ui.label(RichText::new(words.help).font(fonts::strong(15.0)).color(cx.palette.text));
            if narrow {
                let menu = controls::quiet(ui, words.contents);
                egui::Popup::menu(&menu).show(|ui| {
                    ui.set_max_width(300.0);
                    // In a menu there is no room for sections.
                    if let Some(wanted) = contents_ui(cx, ui, place, &[]) {
                        self.go(cx, place, wanted);
                    }
                });
            }
            let back = ui.add_enabled_ui(!self.back.is_empty(), |ui| controls::quiet(ui, words.back)).inner;
            if back.clicked() {
                self.go_back(cx);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(words.close).on_hover_text("Esc").clicked() {
                    cx.send(Look::Help(None));
                }
                let width = ui.available_width().min(300.0);
                ui.allocate_ui(vec2(width, 30.0), |ui| {
                    let field = controls::field(ui, &mut self.typed, words.search);
                    if opened {
                        field.request_focus();
                    }
                    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                    let first = self.hits.first().filter(|_| entered && !self.typed.trim().is_empty());
                    if let Some(hit) = first.map(|hit| hit.place.clone()) {
                        self.go(cx, place, hit);
                    }
                });
            });
        });
    }

    fn place_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, place: &Place) {
        let arriving = self.arrived.as_ref() != Some(place);
        let mut wanted = None;
        let mut area = ScrollArea::vertical().id_salt(("help page", &place.page)).auto_shrink([false, false]);
        if arriving && place.section.is_none() {
            area = area.vertical_scroll_offset(0.0);
        }
        let (by, tall) = (scrolled(ui), ui.available_height());
        area.show(ui, |ui| {
            ui.scroll_with_delta(vec2(0.0, by));
            in_measure(ui, |ui| {
                let towards = place.section.as_deref().filter(|_| arriving);
                wanted = page_ui(cx, ui, self.blocks(cx, place), towards);
                // The last section can be brought to the top as well.
                ui.add_space(tall * 0.6);
            });
        });
        if let Some(to) = wanted {
            self.go(cx, place, to);
        }
    }

    fn found_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, place: &Place) {
        let asked = (self.typed.clone(), cx.language);
        if self.sought.as_ref() != Some(&asked) {
            self.hits = search(&self.typed, cx.language);
            self.sought = Some(asked);
        }
        let mut wanted = None;
        let area = ScrollArea::vertical().id_salt("help hits").auto_shrink([false, false]);
        let by = scrolled(ui);
        area.show(ui, |ui| {
            ui.scroll_with_delta(vec2(0.0, by));
            in_measure(ui, |ui| wanted = hits_ui(cx, ui, &self.hits));
        });
        if let Some(to) = wanted {
            self.go(cx, place, to);
        }
    }
}

/// How far the keys scroll, in points.
fn scrolled(ui: &Ui) -> f32 {
    let page = ui.available_height() * 0.9;
    ui.input_mut(|input| {
        let mut by = 0.0;
        for (key, far) in [(Key::ArrowDown, -48.0), (Key::ArrowUp, 48.0), (Key::PageDown, -page), (Key::PageUp, page)] {
            if input.consume_key(Modifiers::NONE, key) {
                by += far;
            }
        }
        by
    })
}

/// What is read: no wider than one reads with ease.
fn in_measure(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(Margin { left: 32, right: 24, top: 20, bottom: 40 }).show(ui, |ui| {
        ui.set_width(ui.available_width().min(MEASURE));
        show(ui);
    });
}
