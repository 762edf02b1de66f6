//! The code structure: the very picture that is exported, to zoom, to pan and to click in.

use egui::{Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::export::structure::pages;
use crate::export::{How, What};
use crate::figure::scene::{Scene, Shape};
use crate::figure::structure::{Counts, Paper};
use crate::lang::count;
use crate::lang::rooms::Rooms;
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
            self.pages.ui(cx, ui, &scenes, |ui, sheet| page_ui(cx, ui, &sheet));
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
            self.pages.zoom_ui(cx, ui);
            ui.add_space(space::S);
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

fn page_ui(cx: &Cx<'_>, ui: &Ui, sheet: &Sheet<'_>) {
    let picture = Picture::on(cx.palette, ui, sheet);
    for (at, shape) in sheet.scene.shapes.iter().enumerate() {
        picture.paint(shape);
        if let (Shape::Rect { .. }, Some(code)) = (shape, shape.opens().one_code()) {
            let rect = picture.around(shape);
            if rect.intersects(ui.clip_rect()) {
                let id = ui.scope_id().with(("a code of the structure", sheet.number, at));
                let response = ui.interact(rect, id, Sense::click());
                code_ui(cx, ui, response, code);
            }
        }
    }
}

fn code_ui(cx: &Cx<'_>, ui: &Ui, response: Response, code: CodeId) {
    let codebook = cx.project.codebook();
    let Some(known) = codebook.code(code) else { return };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &known.name));
    if response.hovered() || response.has_focus() {
        let edge = Stroke::new(2.0, cx.palette.accent);
        ui.painter().rect_stroke(response.rect.expand(1.0), 3.0, edge, StrokeKind::Outside);
    }
    if response.clicked() {
        cx.send(Look::AtCode(code));
        cx.send(Look::Retrieve);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.on_hover_ui(|ui| {
        let words = Rooms::of(cx.language);
        ui.set_max_width(320.0);
        ui.label(egui::RichText::new(&known.name).font(fonts::strong(14.0)));
        if !known.description.is_empty() {
            ui.label(&known.description);
        }
        let own = count(cx.project.coding_count_of(code), words.one_segment, words.many_segments);
        let told = format!("{own} · {}", words.click_for_segments);
        ui.label(egui::RichText::new(told).font(fonts::small()).color(cx.palette.muted));
    });
}
