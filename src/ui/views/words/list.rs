//! The word list: each word with its forms and counts, sorted by any of them; a word is one click from its places, and
//! one from being left out.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Rect, Response, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Shown;
use crate::analysis::table::{Cell, Kind};
use crate::analysis::words::{Word, per_thousand};
use crate::journal::edit::Edit;
use crate::journal::edit::lexicon::WordEdit;
use crate::lang::asking::Asking;
use crate::lang::words::Words as Heads;
use crate::lang::{fill, grouped};
use crate::model::lexicon::Standing;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::long_list::{LongList, Rows};
use crate::ui::widgets::{controls, marks};

/// How tall a line is.
const LINE: f32 = 27.0;
/// How wide a column of numbers is.
const NUMBER: f32 = 74.0;
/// How wide the sign that leaves a word out is.
const SIGN: f32 = 30.0;
/// Below this width the forms are shown on hover only.
const NARROW: f32 = 470.0;
/// Below this width the share is not shown.
const LESS_NARROW: f32 = 400.0;
/// Below this width the number of sources is not shown either.
const VERY_NARROW: f32 = 280.0;

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum By {
    Word,
    #[default]
    Count,
    Sources,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sort {
    pub by: By,
    /// The other way round than one would first want it.
    pub turned: bool,
}

/// Which words are listed, in which order: all that have a form with these letters, which are small.
pub(super) fn order(words: &[Word], sort: Sort, wanted: &str) -> Vec<usize> {
    let has = |word: &Word| wanted.is_empty() || word.forms.iter().any(|(form, _)| form.contains(wanted));
    let mut order: Vec<usize> = words.iter().enumerate().filter(|(_, word)| has(word)).map(|(at, _)| at).collect();
    let sources = |at: &usize| words.get(*at).map(|word| std::cmp::Reverse(word.sources));
    match sort.by {
        By::Count => {}
        By::Word => order.sort_by_cached_key(|at| {
            let shown = words.get(*at).map_or("", |word| &word.shown);
            crate::text::collation::key(shown, crate::text::tongue::Tongue::Bokmal)
        }),
        By::Sources => order.sort_by_key(sources),
    }
    if sort.turned {
        order.reverse();
    }
    order
}

/// Leaves a word out of the lists of the study, in all its forms.
pub(super) fn take_out(cx: &Cx<'_>, word: &Word) {
    let words = word.forms.iter().map(|(form, _)| form.clone()).collect();
    cx.send(Edit::Words(WordEdit::Weigh { words, standing: Standing::Out }));
}

/// The list's memory between frames.
#[derive(Default)]
pub(super) struct List {
    rows: LongList,
    listed: Option<(Sort, String)>,
}

impl List {
    /// Shows the list; gives the word that was clicked.
    pub(super) fn ui(
        &mut self,
        cx: &Cx<'_>,
        ui: &mut Ui,
        (filter, sort): (&mut String, &mut Sort),
        (shown, order, chosen): (&Shown<'_>, &[usize], Option<&[String]>),
    ) -> Option<Word> {
        let say = Asking::of(cx.language);
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.add_space(space::M);
            ui.allocate_ui(vec2((ui.available_width() - space::M).min(260.0), 28.0), |ui| {
                controls::field(ui, filter, say.filter_words);
            });
        });
        ui.add_space(space::XS);
        heads_ui(cx, ui, sort);
        let listed = (*sort, filter.clone());
        if self.listed.as_ref() != Some(&listed) {
            self.rows.to_the_top();
            self.listed = Some(listed);
        }
        let clicked = std::cell::Cell::new(None);
        self.rows.ui(cx, ui, &WordRows { cx, say, shown, order, chosen, clicked: &clicked });
        clicked.take()
    }
}

/// The heads of the columns; each sorts by it, and turns the order round where it does already.
fn heads_ui(cx: &Cx<'_>, ui: &mut Ui, sort: &mut Sort) {
    let heads = Heads::of(cx.language);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let columns = Columns::of(rect);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, cx.palette.line));
    let cells = [
        (columns.word, heads.word, Some(By::Word)),
        (columns.forms.unwrap_or(Rect::NOTHING), heads.forms, None),
        (columns.count, heads.count, Some(By::Count)),
        (columns.rate, heads.per_thousand, Some(By::Count)),
        (columns.sources, heads.sources, Some(By::Sources)),
    ];
    for (cell, name, by) in cells {
        if cell == Rect::NOTHING {
            continue;
        }
        let sorted = by == Some(sort.by) && name != heads.per_thousand;
        let ink = if sorted { cx.palette.text } else { cx.palette.muted };
        let sign = if sorted == sort.turned { "" } else { " ↓" };
        let sign = if sorted && sort.turned { " ↑" } else { sign };
        let shown = if sorted { format!("{name}{sign}") } else { name.to_owned() };
        let number = cell == columns.count || cell == columns.rate || cell == columns.sources;
        let (at, align) = match number {
            true => (cell.right_center(), Align2::RIGHT_CENTER),
            false => (cell.left_center(), Align2::LEFT_CENTER),
        };
        ui.painter().text(at, align, shown, fonts::small(), ink);
        let Some(by) = by else { continue };
        let response = ui.interact(cell, ui.scope_id().with(("head", name)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, name));
        if response.clicked() {
            *sort = Sort { by, turned: sorted && !sort.turned };
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
}

/// Where the cells of a line stand.
struct Columns {
    word: Rect,
    forms: Option<Rect>,
    count: Rect,
    rate: Rect,
    sources: Rect,
    sign: Rect,
}

impl Columns {
    fn of(row: Rect) -> Self {
        let mut right = row.right() - space::L;
        let mut take = |width: f32| {
            let cell = Rect::from_min_max(pos2(right - width, row.top()), pos2(right, row.bottom()));
            right -= width;
            cell
        };
        let sign = take(SIGN);
        // The word itself is what must have room.
        let sources = if row.width() > VERY_NARROW { take(NUMBER) } else { Rect::NOTHING };
        let rate = if row.width() > LESS_NARROW { take(NUMBER + 30.0) } else { Rect::NOTHING };
        let count = take(NUMBER);
        let left = row.left() + space::M;
        let right = right - space::S;
        let middle = if row.width() > NARROW { left + (right - left) * 0.42 } else { right };
        let cell = |from: f32, to: f32| Rect::from_min_max(pos2(from, row.top()), pos2(to, row.bottom()));
        let forms = (middle < right).then(|| cell(middle, right));
        Self { word: cell(left, middle - space::S), forms, count, rate, sources, sign }
    }
}

struct WordRows<'a> {
    cx: &'a Cx<'a>,
    say: &'static Asking,
    shown: &'a Shown<'a>,
    order: &'a [usize],
    chosen: Option<&'a [String]>,
    clicked: &'a std::cell::Cell<Option<Word>>,
}

impl Rows for WordRows<'_> {
    fn name(&self) -> &str {
        self.say.words
    }

    fn count(&self) -> usize {
        self.order.len()
    }

    fn height(&self, _: &Ui, _: usize, _: f32) -> f32 {
        LINE
    }

    fn heading(&self, _: usize) -> Option<usize> {
        None
    }

    fn show(&self, ui: &mut Ui, row: usize, rect: Rect, response: &Response) {
        let palette = self.cx.palette;
        let Some(word) = self.order.get(row).and_then(|at| self.shown.words.get(*at)) else { return };
        let rate = per_thousand(word.count, self.shown.counted.words());
        let cell = Cell::Real(rate);
        let rate = cell.shown(Kind::Real(2), self.cx.language);
        let forms = word.told();
        let chosen = self.chosen.is_some_and(|chosen| word.forms.iter().map(|(form, _)| form).eq(chosen.iter()));
        let said = format!("{}, {}", word.shown, grouped(word.count));
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, chosen, &said));
        ui.accesskit_node_builder(response.id, |node| node.set_description(forms.as_str()));
        let lifted = response.hovered() || response.has_focus() || chosen;
        if lifted {
            let fill = if chosen { palette.selection } else { palette.hover };
            ui.painter().rect_filled(rect.shrink2(vec2(4.0, 1.0)), 6.0, fill);
        }
        let columns = Columns::of(rect);
        let put = |cell: Rect, words: &str, font: egui::FontId, ink: egui::Color32| {
            let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
            job.wrap = TextWrapping::truncate_at_width(cell.width().max(10.0));
            let galley = ui.painter().layout_job(job);
            ui.painter().galley(pos2(cell.left(), cell.center().y - galley.size().y / 2.0), galley, ink);
        };
        put(columns.word, &word.shown, fonts::strong(14.0), palette.text);
        if let Some(cell) = columns.forms {
            put(cell, &forms, fonts::small(), palette.muted);
        }
        let number = |cell: Rect, words: String| {
            if cell == Rect::NOTHING {
                return;
            }
            ui.painter().text(cell.right_center(), Align2::RIGHT_CENTER, words, fonts::body(), palette.text);
        };
        number(columns.count, grouped(word.count));
        number(columns.rate, rate);
        number(columns.sources, grouped(word.sources));
        if response.clicked() {
            self.clicked.set(Some(word.clone()));
        }
        self.sign_ui(ui, columns.sign, word, lifted);
        if columns.forms.is_none() {
            response.clone().on_hover_text_at_pointer(RichText::new(forms));
        }
    }
}

impl WordRows<'_> {
    /// The sign that leaves a word out.
    fn sign_ui(&self, ui: &Ui, cell: Rect, word: &Word, lifted: bool) {
        let palette = self.cx.palette;
        let response = ui.interact(cell, ui.scope_id().with(("leave out", &word.shown)), Sense::click());
        let named = fill(self.say.take_out_named, &[("word", &word.shown)]);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
        if lifted || response.hovered() || response.has_focus() {
            let ink = if response.hovered() { palette.error } else { palette.muted };
            marks::cross(ui.painter(), cell.center() + vec2(6.0, 0.0), ink);
        }
        if response.clicked() {
            take_out(self.cx, word);
        }
        response.on_hover_text(fill(self.say.take_out_hint, &[("word", &word.shown)]));
    }
}
