//! The code structure: the very picture that is exported, to zoom, to pan and to click in.

use egui::{Key, Modifiers, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::export::structure::pages;
use crate::export::{How, What};
use crate::figure::scene::{Scene, Shape};
use crate::figure::structure::Counts;
use crate::journal::edit::Edit;
use crate::journal::edit::arrangement::FigureEdit;
use crate::lang::count;
use crate::lang::rooms::Rooms;
use crate::model::arrangement::{Paper, Shift};
use crate::model::id::CodeId;
use crate::ui::action::{Look, Task};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Room;
use crate::ui::widgets::pages::{Pages, Sheet};
use crate::ui::widgets::picture::Picture;
use crate::ui::widgets::{empty, page};

/// The room's memory between frames.
#[derive(Default)]
pub struct Structure {
    scenes: Derived<(u64, How), Vec<Scene>>,
    pages: Pages,
    /// The box that is being moved, and how far, in points of the window.
    carried: Option<(CodeId, Vec2)>,
}

/// How far a key moves a box, in points of the page.
const STEP: i16 = 4;

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
            let (paper, carried) = (paper_of(&scenes), &mut self.carried);
            self.pages.ui(cx, ui, &scenes, |ui, sheet| page_ui(cx, ui, &sheet, (paper, carried)));
        }
        *self.scenes.get(key, Vec::new) = scenes;
    }

    fn head_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, scenes: &[Scene]) {
        let words = Rooms::of(cx.language);
        let codes = count(cx.project.codebook().len(), words.one_code, words.many_codes);
        let told = format!("{codes} · {}", count(scenes.len(), words.one_page, words.many_pages));
        page::head_ui(cx, ui, (words.structure, &told), |ui| {
            let how = cx.screen.figure;
            let now = paper_of(scenes);
            let papers = [(Paper::Portrait, words.portrait), (Paper::Landscape, words.landscape)];
            if let Some(paper) = page::choices_ui(cx, ui, now, &papers) {
                cx.send(Edit::Figure(FigureEdit::Paper(Some(paper))));
            }
            let counts = [(Counts::Hidden, words.without_counts), (Counts::Shown, words.with_counts)];
            if let Some(counts) = page::choices_ui(cx, ui, how.counts, &counts) {
                cx.send(Look::Figure(How { counts, ..how }));
            }
            ui.add_space(space::S);
            self.pages.zoom_ui(cx, ui);
            ui.add_space(space::S);
            if cx.project.arrangement().moved(now).next().is_some()
                && ui.button(words.all_back).on_hover_text(words.all_back_hint).clicked()
            {
                cx.send(Edit::Figure(FigureEdit::Free { paper: now }));
            }
            if ui.button(words.save_svg).on_hover_text(words.save_figure_hint).clicked() {
                cx.send(Command::ExportStructure);
            }
            if ui.button(words.save_png).on_hover_text(words.save_figure_hint).clicked() {
                cx.send(Task::ChooseExport(What::Structure, "png"));
            }
        });
    }
}

fn paper_of(scenes: &[Scene]) -> Paper {
    let wide = scenes.first().is_some_and(|scene| scene.size.width > scene.size.height);
    if wide { Paper::Landscape } else { Paper::Portrait }
}

fn page_ui(cx: &Cx<'_>, ui: &Ui, sheet: &Sheet<'_>, (paper, carried): (Paper, &mut Option<(CodeId, Vec2)>)) {
    let picture = Picture::on(cx.palette, ui, sheet);
    for (at, shape) in sheet.scene.shapes.iter().enumerate() {
        picture.paint(shape);
        if let (Shape::Rect { .. }, Some(code)) = (shape, shape.opens().one_code()) {
            let rect = picture.around(shape);
            if rect.intersects(ui.clip_rect()) {
                let id = ui.scope_id().with(("a code of the structure", sheet.number, at));
                let response = ui.interact(rect, id, Sense::click_and_drag());
                move_ui(cx, ui, &response, (code, paper, sheet.scale), carried);
                code_ui(cx, ui, response, (code, paper));
            }
        }
    }
}

/// Lets a box be drawn to another place, or moved with Alt and the arrows.
fn move_ui(
    cx: &Cx<'_>,
    ui: &Ui,
    response: &Response,
    (code, paper, scale): (CodeId, Paper, f32),
    carried: &mut Option<(CodeId, Vec2)>,
) {
    let known = cx.project.arrangement().shift(paper, code).unwrap_or(Shift { right: 0, down: 0 });
    let go = |right: i16, down: i16| {
        let by = Shift { right: known.right.saturating_add(right), down: known.down.saturating_add(down) };
        cx.send(Edit::Figure(FigureEdit::Move { code, paper, by: Some(by) }));
    };
    if response.drag_started() {
        *carried = Some((code, Vec2::ZERO));
    }
    if let Some((_, by)) = carried.as_mut().filter(|_| response.dragged() || response.drag_stopped()) {
        *by += response.drag_delta();
        let edge = Stroke::new(2.0, cx.palette.accent);
        let ghost = cx.palette.accent.gamma_multiply(0.12);
        ui.painter().rect(response.rect.translate(*by), 3.0, ghost, edge, StrokeKind::Outside);
        ui.set_cursor_icon(egui::CursorIcon::Grabbing);
    }
    if response.drag_stopped()
        && let Some((_, by)) = carried.take()
    {
        go(points(by.x / scale), points(by.y / scale));
    }
    if response.has_focus() {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        let arrows = [
            (Key::ArrowLeft, -STEP, 0),
            (Key::ArrowRight, STEP, 0),
            (Key::ArrowUp, 0, -STEP),
            (Key::ArrowDown, 0, STEP),
        ];
        for (_, right, down) in arrows.into_iter().filter(|(key, ..)| pressed(*key)) {
            go(right, down);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what a page has")]
fn points(length: f32) -> i16 {
    length.round().clamp(-2000.0, 2000.0) as i16
}

fn code_ui(cx: &Cx<'_>, ui: &Ui, response: Response, (code, paper): (CodeId, Paper)) {
    let codebook = cx.project.codebook();
    let Some(known) = codebook.code(code) else { return };
    let words = Rooms::of(cx.language);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &known.name));
    if response.hovered() || response.has_focus() {
        let edge = Stroke::new(2.0, cx.palette.accent);
        ui.painter().rect_stroke(response.rect.expand(1.0), 3.0, edge, StrokeKind::Outside);
    }
    if response.clicked() {
        cx.send(Look::AtCode(code));
        cx.send(Look::Retrieve);
    }
    response.context_menu(|ui| {
        let moved = cx.project.arrangement().shift(paper, code).is_some();
        if ui.add_enabled(moved, egui::Button::new(words.box_back)).clicked() {
            cx.send(Edit::Figure(FigureEdit::Move { code, paper, by: None }));
            ui.close();
        }
    });
    if response.dragged() || response.context_menu_opened() {
        return;
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(egui::RichText::new(&known.name).font(fonts::strong(14.0)));
        if !known.description.is_empty() {
            ui.label(&known.description);
        }
        let own = count(cx.project.coding_count_of(code), words.one_segment, words.many_segments);
        let told = format!("{own} · {}", words.click_for_segments);
        ui.label(egui::RichText::new(told).font(fonts::small()).color(cx.palette.muted));
        ui.label(egui::RichText::new(words.drag_to_move).font(fonts::small()).color(cx.palette.muted));
    });
}
