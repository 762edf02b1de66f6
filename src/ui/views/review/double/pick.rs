//! Turns picked one by one for a double coding: a list of those of the chosen sources, each with a tick.

use std::collections::BTreeSet;
use std::rc::Rc;

use egui::{Frame, Margin, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::analysis::drawing::turns;
use crate::analysis::scope::Scope;
use crate::lang::double::DoubleWords;
use crate::lang::fill;
use crate::model::id::SourceId;
use crate::model::span::Span;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::fonts;
use crate::ui::widgets::controls;

/// How tall a row is, and how tall the list is at most.
const ROW: f32 = 28.0;
const TALL: f32 = 320.0;
/// How many characters of a turn are shown.
const SHOWN: usize = 120;

/// A row of the list.
#[derive(Clone, Copy, Debug)]
enum Row {
    /// The head of a source.
    Source(SourceId),
    /// A turn.
    Turn(SourceId, Span),
}

/// What was picked so far.
#[derive(Default)]
pub(super) struct Pick {
    picked: BTreeSet<(SourceId, Span)>,
    /// The row that was ticked last, from which Shift ticks all.
    last: Option<usize>,
    rows: Derived<(u64, Scope), Rc<[Row]>>,
}

impl Pick {
    /// The turns that are picked and still there, by the order of the sources, then of the text.
    pub(super) fn picked(&mut self, cx: &Cx<'_>) -> Vec<(SourceId, Span)> {
        let turns = self.rows(cx);
        let turns = turns.iter().filter_map(|row| match row {
            Row::Turn(source, span) => Some((*source, *span)),
            Row::Source(_) => None,
        });
        turns.filter(|turn| self.picked.contains(turn)).collect()
    }

    fn rows(&mut self, cx: &Cx<'_>) -> Rc<[Row]> {
        let scope = &cx.screen.scope;
        Rc::clone(self.rows.get((cx.project.revision(), scope.clone()), || {
            let mut rows: Vec<Row> = Vec::new();
            let mut above = None;
            for (source, span) in turns(cx.project, scope) {
                if above.replace(source) != Some(source) {
                    rows.push(Row::Source(source));
                }
                rows.push(Row::Turn(source, span));
            }
            rows.into()
        }))
    }

    /// Shows the list.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = DoubleWords::of(cx.language);
        let rows = self.rows(cx);
        if rows.is_empty() {
            ui.label(RichText::new(words.nothing_to_pick).font(fonts::small()).color(cx.palette.warn));
            return;
        }
        let frame = Frame::new().fill(cx.palette.paper).stroke(Stroke::new(1.0, cx.palette.line)).corner_radius(6);
        frame.inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt(words.pick_turns).max_height(TALL).auto_shrink([false, true]);
            area.show_rows(ui, ROW, rows.len(), |ui, seen| {
                for at in seen {
                    let Some(row) = rows.get(at) else { continue };
                    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
                    if self.row_ui(cx, ui, (&rows, *row), rect) {
                        self.tick(&rows, at, ui.input(|input| input.modifiers.shift));
                    }
                }
            });
        });
    }

    /// Shows a row; tells whether its tick was pressed.
    fn row_ui(&self, cx: &Cx<'_>, ui: &mut Ui, (rows, row): (&[Row], Row), rect: Rect) -> bool {
        let (id, indent) = match row {
            Row::Source(id) => (id, 0.0),
            Row::Turn(id, _) => (id, 20.0),
        };
        let Some(source) = cx.project.source(id) else { return false };
        let (named, shown, half) = match row {
            Row::Source(_) => {
                let named = fill(DoubleWords::of(cx.language).all_of, &[("source", &source.title)]);
                let shown = RichText::new(&source.title).font(fonts::strong(13.0)).color(cx.palette.text);
                (named, shown, of(rows, id).any(|turn| self.picked.contains(&turn)))
            }
            Row::Turn(_, span) => {
                let place = source.turn_at(span.start()).filter(|_| !source.turns.is_empty());
                let turn = place.and_then(|turn| source.turns.get(turn));
                let speaker = turn.and_then(|turn| source.speaker_of(turn)).map(|speaker| speaker.name.as_str());
                let begins: String = source.quote(span).chars().take(SHOWN).collect();
                let number = place.map(|turn| (turn + 1).to_string());
                let parts = [number.as_deref(), speaker, Some(begins.trim())];
                let told = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ").replace('\n', " ");
                let shown = RichText::new(&told).font(fonts::small()).color(cx.palette.text);
                (told, shown, false)
            }
        };
        let is_ticked = match row {
            Row::Turn(source, span) => self.picked.contains(&(source, span)),
            Row::Source(id) => of(rows, id).all(|turn| self.picked.contains(&turn)),
        };
        let mut ticked = is_ticked;
        let inner = rect.with_min_x(rect.left() + indent);
        ui.push_id((id, rect.top().to_bits(), &named), |ui| {
            ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
                ui.horizontal_centered(|ui| {
                    let tick = egui::Checkbox::new(&mut ticked, "").indeterminate(half && !is_ticked);
                    let tick = controls::check_box(ui, is_ticked || half, tick);
                    tick.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_ticked, &named));
                    let words = ui.add(egui::Label::new(shown).truncate().sense(Sense::click()));
                    tick.clicked() || words.clicked()
                })
                .inner
            })
            .inner
        })
        .inner
    }

    /// Ticks a row, or takes its tick away; with Shift all rows from the one that was ticked last.
    fn tick(&mut self, rows: &[Row], at: usize, shift: bool) {
        let Some(row) = rows.get(at) else { return };
        let turns: Vec<_> = match row {
            Row::Source(id) => of(rows, *id).collect(),
            Row::Turn(source, span) => vec![(*source, *span)],
        };
        let tick = !turns.iter().all(|turn| self.picked.contains(turn));
        let from = self.last.replace(at).filter(|_| shift).unwrap_or(at);
        let between = rows.get(from.min(at)..=from.max(at)).unwrap_or_default().iter().filter_map(|row| match row {
            Row::Turn(source, span) => Some((*source, *span)),
            Row::Source(_) => None,
        });
        for turn in turns.into_iter().chain(between) {
            if tick {
                self.picked.insert(turn);
            } else {
                self.picked.remove(&turn);
            }
        }
    }
}

/// The turns of a source.
fn of(rows: &[Row], id: SourceId) -> impl Iterator<Item = (SourceId, Span)> {
    rows.iter().filter_map(move |row| match row {
        Row::Turn(source, span) if *source == id => Some((*source, *span)),
        _ => None,
    })
}
