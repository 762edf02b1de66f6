//! Pages of a picture, to zoom and to pan in.

use egui::{Key, Modifiers, Rect, Response, RichText, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::figure::scene::Scene;
use crate::lang::fill;
use crate::lang::rooms::Rooms;
use crate::ui::cx::Cx;
use crate::ui::look::fonts;
use crate::ui::widgets::{controls, page};

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

/// How large the pages are, and which part of them is in view.
#[derive(Default)]
pub struct Pages {
    zoom: Zoom,
    /// The zoom of the last frame, to keep the place under the pointer where it is.
    last: u16,
    /// The zoom by the wheel before it was rounded.
    exact: f32,
    /// How far the pages are moved out of view.
    offset: Vec2,
}

/// A page where it lies in the window.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The picture.
    pub scene: &'a Scene,
    /// Which page it is, from 0.
    pub number: usize,
    /// Where it lies.
    pub rect: Rect,
    /// Points of the window to a point of the page.
    pub scale: f32,
}

impl Pages {
    /// Back to the top of the first page, as large as it was.
    pub fn to_the_top(&mut self) {
        self.offset = Vec2::ZERO;
    }

    /// Shows the zoom, and lets it be changed.
    pub fn zoom_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
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
        if ui.text_edit_focused() || controls::floats(ui) {
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

    /// Shows the pages in all the space there is; `show` shows each that is in view. Gives the ground they lie on.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scenes: &[Scene], mut show: impl FnMut(&Ui, Sheet<'_>)) -> Response {
        let (rect, ground) = ui.allocate_exact_size(ui.available_size_before_wrap(), Sense::click_and_drag());
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
        self.pan(ui, &ground.clone().on_hover_cursor(egui::CursorIcon::Grab), size);
        let mut view = ui.new_child(UiBuilder::new().max_rect(rect));
        view.set_clip_rect(rect.intersect(ui.clip_rect()));
        let middle = rect.left() + left(rect, wide * scale) + wide * scale / 2.0 - self.offset.x;
        let mut top = rect.top() + GAP - self.offset.y;
        for (number, scene) in scenes.iter().enumerate() {
            let size = vec2(scene.size.width, scene.size.height) * scale;
            let rect = Rect::from_min_size(pos2(middle - size.x / 2.0, top), size);
            if rect.intersects(view.clip_rect()) {
                show(&view, Sheet { scene, number, rect, scale });
            }
            top += size.y + GAP;
        }
        self.bars_ui(cx, ui, rect, size);
        ground
    }

    /// Moves the pages: by drawing them, by the wheel, and by the keys.
    fn pan(&mut self, ui: &Ui, ground: &egui::Response, size: Vec2) {
        let rect = ground.rect;
        self.offset -= ground.drag_delta();
        if ui.rect_contains_pointer(rect) && !ui.input(|input| input.modifiers.command) {
            self.offset -= ui.input(egui::InputState::smooth_scroll_delta);
        }
        if !ui.text_edit_focused() && !controls::floats(ui) {
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
