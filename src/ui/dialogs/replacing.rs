//! Search and replace, in the open source or in all: every hit in its place before anything is changed.

use std::collections::BTreeSet;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Id, Modal, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::replacing::{BadPattern, Found, Hit, Letters, MOST, Reading, Wanted, around, search};
use crate::analysis::scope::Excluded;
use crate::journal::edit::Edit;
use crate::lang::replacing::ReplacingWords;
use crate::lang::{count, fill, grouped};
use crate::model::id::SourceId;
use crate::model::span::Span;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Sheet;
use crate::ui::widgets::page::choices_ui;
use crate::ui::widgets::{controls, empty};

const ROW: f32 = 46.0;

/// How many letters stand on either side of a hit.
const AROUND: u32 = 40;

/// The longest selection that becomes what is sought.
const SHORT: u32 = 60;

/// Where something is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Where {
    /// In the open source.
    #[default]
    Here,
    /// In all of them.
    Everywhere,
}

/// A choice between the open source and all of them.
pub fn where_ui(cx: &Cx<'_>, ui: &mut Ui, asked: &mut Where, (here, everywhere): (&str, &str)) {
    if let Some(chosen) = choices_ui(cx, ui, *asked, &[(Where::Here, here), (Where::Everywhere, everywhere)]) {
        *asked = chosen;
    }
}

/// What a search was made for.
type Asked = (u64, Wanted, Option<SourceId>);

/// The dialog's memory between frames; what was typed stays for the next time.
#[derive(Default)]
pub struct Replacing {
    open: bool,
    wanted: Wanted,
    asked: Where,
    found: Derived<Asked, Result<Found, BadPattern>>,
    /// The hits that are to stay as they are.
    left: BTreeSet<(SourceId, Span)>,
}

impl Replacing {
    /// Shows the dialog while it is open.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &Ui) {
        let open = cx.screen.sheet == Some(Sheet::Replacing);
        let fresh = open && !self.open;
        self.open = open;
        if !open {
            return;
        }
        if fresh {
            self.take_selection(cx);
        }
        let words = ReplacingWords::of(cx.language);
        let shown = Modal::new(Id::unique("search and replace")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 80.0).clamp(320.0, 760.0));
            ui.label(RichText::new(words.title).font(fonts::strong(17.0)));
            ui.add_space(space::S);
            self.fields_ui(cx, ui, fresh);
            ui.add_space(space::S);
            self.found_ui(cx, ui);
        });
        if shown.should_close() {
            cx.send(Look::Sheet(None));
        }
    }

    fn take_selection(&mut self, cx: &Cx<'_>) {
        self.left.clear();
        let short = cx.screen.words().filter(|(_, span)| span.len() <= SHORT);
        let quote = short.and_then(|(id, span)| Some(cx.project.source(id)?.quote(span).to_owned()));
        if let Some(quote) = quote.filter(|quote| !quote.contains('\n')) {
            self.wanted.old = quote;
        }
    }

    fn fields_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, fresh: bool) {
        let words = ReplacingWords::of(cx.language);
        let before = (self.wanted.old.clone(), self.wanted.reading, self.wanted.letters);
        let old = controls::field(ui, &mut self.wanted.old, words.find);
        if fresh {
            old.request_focus();
            controls::select_all(ui, &old, &self.wanted.old);
        }
        ui.add_space(space::XS);
        controls::field(ui, &mut self.wanted.new, words.with);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            let readings = [
                (Reading::Plain, words.plain),
                (Reading::WholeWords, words.whole_words),
                (Reading::Pattern, words.pattern),
            ];
            if let Some(reading) = choices_ui(cx, ui, self.wanted.reading, &readings) {
                self.wanted.reading = reading;
            }
            where_ui(cx, ui, &mut self.asked, (words.this_source, words.all_sources));
        });
        ui.horizontal_wrapped(|ui| {
            let mut apart = self.wanted.letters == Letters::Apart;
            controls::check(ui, &mut apart, words.letters);
            self.wanted.letters = if apart { Letters::Apart } else { Letters::Alike };
            let mut aside = self.wanted.excluded == Excluded::In;
            controls::check(ui, &mut aside, words.excluded);
            self.wanted.excluded = if aside { Excluded::In } else { Excluded::Out };
        });
        if self.wanted.reading == Reading::Pattern {
            ui.label(RichText::new(words.pattern_hint).font(fonts::small()).color(cx.palette.muted));
        }
        if before != (self.wanted.old.clone(), self.wanted.reading, self.wanted.letters) {
            self.left.clear();
        }
    }

    fn found_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = ReplacingWords::of(cx.language);
        let only = cx.screen.source.filter(|_| self.asked == Where::Here);
        let key = (cx.project.revision(), self.wanted.clone(), only);
        let found = self.found.get(key, || {
            let all: Vec<SourceId> = cx.project.sources().map(|source| source.id).collect();
            search(cx.project, &only.map_or(all, |only| vec![only]), &self.wanted)
        });
        let found = match found {
            Err(bad) => {
                ui.label(RichText::new(told::replacing::bad_pattern(*bad, cx.language)).color(cx.palette.error));
                return close_ui(cx, ui);
            }
            Ok(found) if found.hits.is_empty() => {
                let nothing = if self.wanted.old.is_empty() { words.hint } else { words.nothing };
                empty::nothing_ui(cx, ui, nothing);
                return close_ui(cx, ui);
            }
            Ok(found) => found,
        };
        // Hits come source by source.
        let sources = found.hits.chunk_by(|one, next| one.source == next.source).count();
        let sources = count(sources, words.sources_one, words.sources);
        let hits = if found.hits.len() == 1 { words.hits_one } else { words.hits };
        let told = fill(hits, &[("n", &grouped(found.hits.len())), ("sources", &sources)]);
        ui.horizontal(|ui| {
            ui.label(RichText::new(told).font(fonts::strong(13.0)));
            if controls::link(cx, ui, words.tick_all).clicked() {
                self.left.clear();
            }
            if controls::link(cx, ui, words.tick_none).clicked() {
                self.left.extend(found.hits.iter().map(|hit| (hit.source, hit.span)));
            }
        });
        if found.more {
            let told = fill(words.more, &[("n", &grouped(MOST))]);
            ui.label(RichText::new(told).font(fonts::small()).color(cx.palette.warn));
        }
        let most = (ui.ctx().content_rect().height() - 360.0).max(3.0 * ROW);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
        area.show_rows(ui, ROW, found.hits.len(), |ui, range| {
            for hit in found.hits.get(range).unwrap_or_default() {
                hit_ui(cx, ui, &mut self.left, hit);
            }
        });
        ui.add_space(space::M);
        let ticked = || found.hits.iter().filter(|hit| !self.left.contains(&(hit.source, hit.span)));
        let number = ticked().count();
        ui.horizontal(|ui| {
            let title = fill(words.replace, &[("n", &grouped(number))]);
            ui.add_enabled_ui(number > 0, |ui| {
                if controls::primary(cx, ui, &title).clicked() {
                    cx.send(Edit::All(ticked().map(edit).collect()));
                    cx.send(Look::Sheet(None));
                }
            });
            if ui.button(cx.say.cancel).clicked() {
                cx.send(Look::Sheet(None));
            }
        });
    }
}

fn close_ui(cx: &Cx<'_>, ui: &mut Ui) {
    ui.add_space(space::M);
    if ui.button(cx.say.close).clicked() {
        cx.send(Look::Sheet(None));
    }
}

/// What a hit is when it is wished for.
fn edit(hit: &Hit) -> Edit {
    let (start, end) = (hit.span.start(), hit.span.end());
    Edit::ReplaceText { source: hit.source, start, end, words: hit.new.clone() }
}

/// A hit: ticked or not, the old words struck out, the new ones after them, and below where it is and what is coded there.
fn hit_ui(cx: &Cx<'_>, ui: &mut Ui, left: &mut BTreeSet<(SourceId, Span)>, hit: &Hit) {
    let words = ReplacingWords::of(cx.language);
    let Some((source, text)) = cx.project.source(hit.source).and_then(|known| Some((known, known.text.as_ref()?)))
    else {
        return;
    };
    let key = (hit.source, hit.span);
    let ticked = !left.contains(&key);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (before, after) = around(text, hit.span, AROUND);
    let old = source.quote(hit.span).replace('\n', "¶");
    let new = hit.new.replace('\n', "¶");
    let told = fill(
        words.hit,
        &[("source", &source.title), ("before", &before), ("old", &old), ("after", &after), ("new", &new)],
    );
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, ticked, &told));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, cx.palette.hover);
    }
    let box_rect = egui::Rect::from_center_size(pos2(rect.left() + 14.0, rect.top() + 14.0), vec2(14.0, 14.0));
    let edge = Stroke::new(1.0, if ticked { cx.palette.accent } else { cx.palette.muted });
    let fill_ink = if ticked { cx.palette.accent } else { cx.palette.paper };
    ui.painter().rect(box_rect, 3.0, fill_ink, edge, egui::StrokeKind::Inside);
    if ticked {
        ui.painter().text(box_rect.center(), Align2::CENTER_CENTER, "✓", fonts::small(), cx.palette.paper);
    }
    let format = |color, strike| TextFormat {
        font_id: fonts::reading(14.0),
        color,
        strikethrough: if strike { Stroke::new(1.0, color) } else { Stroke::NONE },
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(before, 0.0, format(cx.palette.muted, false));
    job.append(&old, 0.0, format(cx.palette.error, true));
    let shown = if new.is_empty() { "" } else { new.as_str() };
    job.append(shown, if shown.is_empty() { 0.0 } else { 4.0 }, format(cx.palette.ok, false));
    job.append(after, 0.0, format(cx.palette.muted, false));
    let left_edge = rect.left() + 32.0;
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - left_edge - space::S);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left_edge, rect.top() + 4.0), galley, cx.palette.text);
    let codes: Vec<&str> = hit
        .codings
        .iter()
        .filter_map(|id| cx.project.codebook().code(cx.project.coding(*id)?.code))
        .map(|code| code.name.as_str())
        .collect();
    let mut below = source.title.clone();
    if !codes.is_empty() {
        below = format!("{below} · {}", fill(words.coded, &[("codes", &codes.join(", "))]));
    }
    if new.is_empty() {
        below = format!("{below} · {}", words.deleted);
    }
    let mut job = LayoutJob::simple_singleline(below, fonts::small(), cx.palette.muted);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - left_edge - space::S);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left_edge, rect.top() + 25.0), galley, cx.palette.muted);
    if response.clicked() {
        if ticked {
            left.insert(key)
        } else {
            left.remove(&key)
        };
    }
}
