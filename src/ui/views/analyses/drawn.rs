//! A figure in the window: what stands for something says what it is, and opens the words behind it.

use std::collections::BTreeMap;

use egui::{Pos2, Rect, RichText, Sense, Ui, WidgetInfo, vec2};

use super::told::told;
use crate::analysis::table::Opens;
use crate::figure::scene::{Scene, Shape};
use crate::lang::analyses::AnalysesWords;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::fonts;
use crate::ui::widgets::pages::Pages;
use crate::ui::widgets::picture::Picture;
use crate::ui::widgets::table::Clicked;

/// How large that is of a shape, in points, which a screen reader points at where the shape is no rectangle.
const HANDLE: f32 = 8.0;

/// Shapes that stand for the same thing: a field and the number in it.
#[derive(Debug)]
struct Target {
    page: usize,
    shapes: Vec<usize>,
    opens: Opens,
    name: String,
}

/// A figure's memory between frames.
#[derive(Default)]
pub(super) struct Drawn {
    /// Where it is scrolled to, and how large it is.
    pub(super) pages: Pages,
    targets: Derived<u64, Vec<Target>>,
}

impl Drawn {
    /// Shows the pages in all the space there is; `number` is another for another figure. Gives what was clicked.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (scenes, number): (&[Scene], u64)) -> Option<Clicked> {
        let targets = std::mem::take(self.targets.get(number, || all(cx, scenes)));
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let mut meant = None;
        let mut pressed = None;
        let ground = self.pages.ui(cx, ui, scenes, |ui, sheet| {
            let picture = Picture::on(cx.palette, ui, &sheet);
            sheet.scene.shapes.iter().for_each(|shape| picture.paint(shape));
            let seen = pointer.filter(|at| ui.clip_rect().contains(*at) && sheet.rect.contains(*at));
            let on_top = seen.and_then(|at| on_top(&picture, sheet.scene, at));
            for (at, target) in targets.iter().enumerate().filter(|(_, target)| target.page == sheet.number) {
                let under = on_top.is_some_and(|shape| target.shapes.contains(&shape));
                let Some(shape) = target.shapes.first().and_then(|shape| sheet.scene.shapes.get(*shape)) else {
                    continue;
                };
                let rect = handle(&picture, shape);
                if !rect.intersects(ui.clip_rect()) && !under {
                    continue;
                }
                let response = ui.interact(rect, ui.scope_id().with(("of a figure", at)), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &target.name));
                if under || response.has_focus() {
                    target.shapes.iter().filter_map(|shape| sheet.scene.shapes.get(*shape)).for_each(|shape| {
                        if !matches!(shape, Shape::Text { .. } | Shape::Upright { .. }) || target.shapes.len() == 1 {
                            picture.lift(shape);
                        }
                    });
                }
                if under {
                    meant = Some(at);
                }
                // The pointer means what it is seen to be on; a key or a screen reader means this very one.
                if response.clicked() {
                    pressed = Some(if response.interact_pointer_pos().is_some() { None } else { Some(at) });
                }
            }
        });
        if ground.clicked() {
            pressed = Some(None);
        }
        if let Some(target) = meant.and_then(|at| targets.get(at)) {
            ui.set_cursor_icon(egui::CursorIcon::PointingHand);
            hover_ui(cx, ui, target);
        }
        let clicked = pressed.and_then(|by_key| by_key.or(meant)).and_then(|at| targets.get(at));
        let clicked =
            clicked.map(|target| Clicked { opens: target.opens.clone(), name: target.name.clone(), at: None });
        *self.targets.get(number, Vec::new) = targets;
        clicked
    }
}

/// Gathers what can be opened: shapes of a page that open the same are one thing.
fn all(cx: &Cx<'_>, scenes: &[Scene]) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for (page, scene) in scenes.iter().enumerate() {
        let mut known: BTreeMap<&Opens, usize> = BTreeMap::new();
        for (at, shape) in scene.shapes.iter().enumerate().filter(|(_, shape)| *shape.opens() != Opens::Nothing) {
            let place = *known.entry(shape.opens()).or_insert(targets.len());
            match targets.get_mut(place) {
                Some(target) => target.shapes.push(at),
                None => {
                    let opens = shape.opens().clone();
                    let name = told(cx.project, &opens, cx.language);
                    targets.push(Target { page, shapes: vec![at], opens, name });
                }
            }
        }
    }
    targets
}

/// The uppermost shape at a place that opens something.
fn on_top(picture: &Picture<'_>, scene: &Scene, at: Pos2) -> Option<usize> {
    let mut shapes = scene.shapes.iter().enumerate().rev().filter(|(_, shape)| *shape.opens() != Opens::Nothing);
    shapes.find(|(_, shape)| picture.touches(shape, at)).map(|(number, _)| number)
}

fn handle(picture: &Picture<'_>, shape: &Shape) -> Rect {
    match shape {
        Shape::Path { .. } | Shape::Line { .. } => {
            Rect::from_center_size(picture.place_on(shape), vec2(HANDLE, HANDLE))
        }
        shape => picture.around(shape),
    }
}

fn hover_ui(cx: &Cx<'_>, ui: &Ui, target: &Target) {
    let words = AnalysesWords::of(cx.language);
    let id = ui.scope_id().with("what it is");
    egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, egui::PopupAnchor::Pointer).gap(14.0).show(|ui| {
        ui.set_max_width(320.0);
        ui.label(RichText::new(&target.name).font(fonts::strong(13.0)));
        ui.label(RichText::new(words.click_to_read).font(fonts::small()).color(cx.palette.muted));
    });
}
