//! The cloud in the window: the very scene that is exported, with words that can be clicked.

use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::list::take_out;
use crate::analysis::table::Opens;
use crate::analysis::words::Word;
use crate::figure::scene::Scene;
use crate::lang::asking::Asking;
use crate::lang::{fill, grouped};
use crate::ui::cx::Cx;
use crate::ui::look::space;
use crate::ui::widgets::pages::Sheet;
use crate::ui::widgets::picture::Picture;

/// Shows the cloud as large as it fits; gives the word that was clicked.
pub(super) fn cloud_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    scenes: &[Scene],
    words: &[Word],
    chosen: Option<&[String]>,
) -> Option<Word> {
    let say = Asking::of(cx.language);
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, cx.palette.ground);
    let scene = scenes.first()?;
    let page = vec2(scene.size.width, scene.size.height);
    let room = (rect.size() - vec2(2.0 * space::L, 2.0 * space::L)).max(vec2(80.0, 80.0));
    let scale = (room / page).min_elem().clamp(0.2, 2.0);
    // Letters are kept at every size they were drawn at, so there must not be too many.
    let scale = (scale * 20.0).floor().max(1.0) / 20.0;
    let sheet = Rect::from_center_size(rect.center(), page * scale);
    let mut view = ui.new_child(UiBuilder::new().max_rect(rect));
    view.set_clip_rect(rect.intersect(ui.clip_rect()));
    let picture = Picture::on(cx.palette, &view, &Sheet { scene, number: 0, rect: sheet, scale });
    let mut clicked = None;
    for (at, shape) in scene.shapes.iter().enumerate() {
        picture.paint(shape);
        let Opens::Words(forms) = shape.opens() else { continue };
        let same = |word: &&Word| word.forms.iter().map(|(form, _)| form).eq(forms.iter());
        let Some(word) = words.iter().find(same) else { continue };
        let told = fill(say.cloud_word, &[("word", &word.shown), ("n", &grouped(word.count))]);
        let response = view.interact(picture.around(shape), view.scope_id().with(("a word", at)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen == Some(forms), &told));
        if response.hovered() || response.has_focus() {
            picture.lift(shape);
        }
        if response.clicked() {
            clicked = Some(word.clone());
        }
        response.context_menu(|ui| {
            if ui.button(say.take_out).clicked() {
                take_out(cx, word);
                ui.close();
            }
        });
        response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(told);
    }
    clicked
}
