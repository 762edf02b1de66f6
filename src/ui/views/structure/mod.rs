//! The code structure: the very picture that is exported, to zoom, to pan and to click in.

use egui::{Key, Modifiers, Rect, Response, RichText, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use crate::export::structure::pages;
use crate::export::{How, What};
use crate::figure::scene::{Scene, Shape};
use crate::figure::structure::{Counts, Paper};
use crate::lang::rooms::Rooms;
use crate::lang::{count, fill};
use crate::model::id::CodeId;
use crate::ui::action::{Look, Task};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Room;
use crate::ui::widgets::{controls, empty, page, picture};

/// Around and between the pages.
const GAP: f32 = 20.0;
/// The least and the largest zoom in per cent.
const ZOOMS: (u16, u16) = (25, 400);
/// The step between two zooms.
const STEP: u16 = 5;
/// Wider than this a page is not made when it is fitted to the window.
const MOST_FITTED: u16 = 150;

/// How large the pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Zoom {
    /// As wide as the window.
    #[default]
    Width,
    /// A whole page at a time.
    Page,
    /// So many per cent.
    At(u16),
}

/// The room's memory between frames.
#[derive(Default)]
pub struct Structure {
    zoom: Zoom,
    scenes: Derived<(u64, How), Vec<Scene>>,
    /// The zoom of the last frame, to keep the place under the pointer where it is.
    last: u16,
    /// The zoom by the wheel before it was rounded.
    exact: f32,
    /// How far the pages are moved out of view.
    offset: Vec2,
}

impl Structure {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let how = How { language: cx.language, ..cx.screen.figure };
        let key = (cx.project.revision(), how);
        let scenes = std::mem::take(self.scenes.get(key, || pages(cx.project, &how)));
        if cx.project.codebook().is_empty() {
            let go = Command::Go(Room::Code);
            empty::invitation_ui(cx, ui, words.no_structure, Some((words.go_and_code, go.into())));
        } else {
            self.head_ui(cx, ui, &scenes);
            self.pages_ui(cx, ui, &scenes);
        }
        *self.scenes.get(key, Vec::new) = scenes;
    }

    fn head_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scenes: &[Scene]) {
        let words = Rooms::of(cx.language);
        let codes = count(cx.project.codebook().len(), words.one_code, words.many_codes);
        let told = format!("{codes} · {}", count(scenes.len(), words.one_page, words.many_pages));
        page::head_ui(cx, ui, (words.structure, &told), |ui| {
            let how = cx.screen.figure;
            let now = how.paper.unwrap_or_else(|| paper_of(scenes));
            let papers = [(Paper::Portrait, words.portrait), (Paper::Landscape, words.landscape)];
            if let Some(paper) = page::choices_ui(cx, ui, now, &papers) {
                cx.send(Look::Figure(How { paper: Some(paper), ..how }));
            }
            let counts = [(Counts::Hidden, words.without_counts), (Counts::Shown, words.with_counts)];
            if let Some(counts) = page::choices_ui(cx, ui, how.counts, &counts) {
                cx.send(Look::Figure(How { counts, ..how }));
            }
            ui.add_space(space::S);
            self.zoom_ui(cx, ui);
            ui.add_space(space::S);
            if ui.button(words.save_svg).on_hover_text(words.save_figure_hint).clicked() {
                cx.send(Command::ExportStructure);
            }
            if ui.button(words.save_png).on_hover_text(words.save_figure_hint).clicked() {
                cx.send(Task::ChooseExport(What::Structure, "png"));
            }
        });
    }

    fn zoom_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let named = |ui: &mut Ui, sign: &str, name: &str| {
            let response = controls::quiet(ui, sign);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
            response.on_hover_text(name).clicked()
        };
        if named(ui, "−", words.zoom_out) {
            self.zoom_by(0.8);
        }
        let shown = fill(words.per_cent, &[("n", &self.last)]);
        ui.label(RichText::new(shown).font(fonts::small()).color(cx.palette.muted));
        if named(ui, "+", words.zoom_in) {
            self.zoom_by(1.25);
        }
        let fits = [(Zoom::Width, words.fit_width), (Zoom::Page, words.fit_page)];
        if let Some(zoom) = page::choices_ui(cx, ui, self.zoom, &fits) {
            self.zoom = zoom;
        }
    }

    /// Zooms by the wheel, which comes in many small steps that add up.
    fn zoom_smoothly(&mut self, factor: f32) {
        let from = if stepped(self.exact) == self.last { self.exact } else { f32::from(self.last) };
        self.exact = (from * factor).clamp(f32::from(ZOOMS.0), f32::from(ZOOMS.1));
        self.zoom = Zoom::At(stepped(self.exact));
    }

    fn zoom_by(&mut self, factor: f32) {
        let wanted = stepped(f32::from(self.last) * factor);
        let moved =
            if factor > 1.0 { wanted.max(self.last + STEP) } else { wanted.min(self.last.saturating_sub(STEP)) };
        self.zoom = Zoom::At(moved.clamp(ZOOMS.0, ZOOMS.1));
    }

    fn zoom_by_hand(&mut self, ui: &Ui, rect: Rect) {
        if ui.rect_contains_pointer(rect) {
            let by = ui.input(egui::InputState::zoom_delta);
            if (by - 1.0).abs() > 0.001 {
                self.zoom_smoothly(by);
            }
        }
        if ui.text_edit_focused() || egui::Popup::is_any_open(ui) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Plus) || pressed(Key::Equals) {
            self.zoom_by(1.25);
        } else if pressed(Key::Minus) {
            self.zoom_by(0.8);
        } else if pressed(Key::Num0) {
            self.zoom = Zoom::Page;
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few hundred per cent")]
    fn percent(&self, view: Vec2, scenes: &[Scene]) -> u16 {
        let size = scenes.first().map_or(vec2(1.0, 1.0), |scene| vec2(scene.size.width, scene.size.height));
        let room = (view - Vec2::splat(2.0 * GAP)).max(Vec2::splat(80.0));
        let fitted = |share: f32| ((share * 100.0).floor() as u16).clamp(ZOOMS.0, MOST_FITTED);
        match self.zoom {
            Zoom::Width => fitted(room.x / size.x),
            Zoom::Page => fitted((room.x / size.x).min(room.y / size.y)),
            Zoom::At(percent) => percent,
        }
    }

    fn pages_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scenes: &[Scene]) {
        let (rect, ground) = ui.allocate_exact_size(ui.available_size_before_wrap(), Sense::drag());
        ui.painter().rect_filled(rect, 0.0, cx.palette.ground);
        self.zoom_by_hand(ui, rect);
        let percent = self.percent(rect.size(), scenes);
        let scale = f32::from(percent) / 100.0;
        let wide = scenes.iter().map(|scene| scene.size.width).fold(0.0, f32::max);
        if percent != self.last && self.last > 0 {
            self.stay_under_pointer(ui, rect, (wide, scale));
        }
        self.last = percent;
        let tall: f32 = scenes.iter().map(|scene| scene.size.height * scale + GAP).sum::<f32>() + GAP;
        let size = vec2(wide * scale + 2.0 * GAP, tall);
        self.pan(ui, &ground.on_hover_cursor(egui::CursorIcon::Grab), size);
        let mut view = ui.new_child(UiBuilder::new().max_rect(rect));
        view.set_clip_rect(rect.intersect(ui.clip_rect()));
        let middle = rect.left() + left(rect, wide * scale) + wide * scale / 2.0 - self.offset.x;
        let mut top = rect.top() + GAP - self.offset.y;
        for (number, scene) in scenes.iter().enumerate() {
            let size = vec2(scene.size.width, scene.size.height) * scale;
            let sheet = Rect::from_min_size(pos2(middle - size.x / 2.0, top), size);
            if sheet.intersects(view.clip_rect()) {
                let codes = |shape: &Shape| matches!(shape, Shape::Rect { opens, .. } if opens.one_code().is_some());
                for (at, response) in picture::page_ui(cx, &view, sheet, (scene, number, scale), codes) {
                    if let Some(code) = scene.shapes.get(at).and_then(|shape| shape.opens().one_code()) {
                        code_ui(cx, &view, response, code);
                    }
                }
            }
            top += size.y + GAP;
        }
        self.bars_ui(cx, ui, rect, size);
    }

    /// Moves the pages: by drawing them, by the wheel, and by the keys.
    fn pan(&mut self, ui: &Ui, ground: &egui::Response, size: Vec2) {
        let rect = ground.rect;
        self.offset -= ground.drag_delta();
        if ui.rect_contains_pointer(rect) && !ui.input(|input| input.modifiers.command) {
            self.offset -= ui.input(egui::InputState::smooth_scroll_delta);
        }
        if !ui.text_edit_focused() && !egui::Popup::is_any_open(ui) {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            let turn = rect.height() * 0.9;
            for (key, to) in [
                (Key::PageDown, self.offset.y + turn),
                (Key::PageUp, self.offset.y - turn),
                (Key::Home, 0.0),
                (Key::End, size.y),
            ] {
                if pressed(key) {
                    self.offset.y = to;
                }
            }
        }
        self.offset = self.offset.clamp(Vec2::ZERO, (size - rect.size()).max(Vec2::ZERO));
    }

    /// Keeps what is under the pointer, or in the middle, where it is while the zoom changes.
    fn stay_under_pointer(&mut self, ui: &Ui, rect: Rect, (wide, scale): (f32, f32)) {
        let before = f32::from(self.last) / 100.0;
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| rect.contains(*at));
        let under = pointer.unwrap_or(rect.center()) - rect.min;
        let corner = |scale: f32| vec2(left(rect, wide * scale), GAP);
        self.offset = (self.offset + under - corner(before)) * (scale / before) + corner(scale) - under;
    }

    /// Shows which part of the pages is in view.
    fn bars_ui(&self, cx: &Cx<'_>, ui: &Ui, rect: Rect, size: Vec2) {
        let share = rect.size() / size;
        let bar = |from: egui::Pos2, extent: Vec2| {
            ui.painter().rect_filled(Rect::from_min_size(from, extent), 2.0, cx.palette.faint);
        };
        if share.y < 1.0 {
            let top = rect.top() + self.offset.y * share.y;
            bar(pos2(rect.right() - 6.0, top), vec2(4.0, rect.height() * share.y));
        }
        if share.x < 1.0 {
            let left = rect.left() + self.offset.x * share.x;
            bar(pos2(left, rect.bottom() - 6.0), vec2(rect.width() * share.x, 4.0));
        }
    }
}

/// How far from the left a page stands: in the middle of a window that is wider.
fn left(rect: Rect, wide: f32) -> f32 {
    ((rect.width() - wide) / 2.0).max(GAP)
}

/// A zoom in whole steps: letters are kept at every size they were drawn at, so there must not be too many.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred per cent")]
fn stepped(percent: f32) -> u16 {
    (percent / f32::from(STEP)).round().max(0.0) as u16 * STEP
}

fn paper_of(scenes: &[Scene]) -> Paper {
    let wide = scenes.first().is_some_and(|scene| scene.size.width > scene.size.height);
    if wide { Paper::Landscape } else { Paper::Portrait }
}

fn code_ui(cx: &Cx<'_>, ui: &Ui, response: Response, code: CodeId) {
    let codebook = cx.project.codebook();
    let Some(known) = codebook.code(code) else { return };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &known.name));
    picture::lift(cx, ui, &response);
    if response.clicked() {
        cx.send(Look::AtCode(code));
        cx.send(Look::Retrieve);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.on_hover_ui(|ui| {
        let words = Rooms::of(cx.language);
        ui.set_max_width(320.0);
        ui.label(RichText::new(&known.name).font(fonts::strong(14.0)));
        if !known.description.is_empty() {
            ui.label(&known.description);
        }
        let own = count(cx.project.coding_count_of(code), words.one_segment, words.many_segments);
        let told = format!("{own} · {}", words.click_for_segments);
        ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.muted));
    });
}
