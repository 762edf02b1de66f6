//! Places in their context: a line each, the words found in the middle, to read, to open, to tick and to code.

use std::collections::BTreeSet;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::context::{Unit, WORDS_AROUND, expanded, line};
use crate::analysis::search::Hit;
use crate::lang::asking::Asking;
use crate::lang::{fill, grouped};
use crate::model::id::SourceId;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::controls;
use crate::ui::widgets::long_list::{LongList, Rows};

/// How tall a line is.
const LINE: f32 = 28.0;
/// How wide the place of a line is, where there is room.
const PLACE: f32 = 170.0;
/// Below this width the place is shown on hover only.
const NARROW: f32 = 620.0;

/// A place that can be ticked.
type Place = (SourceId, Span);

/// What is ticked, and what is coded of it.
#[derive(Debug)]
pub struct Kwic {
    ticked: BTreeSet<Place>,
    unit: Unit,
    list: LongList,
    /// What of a line was ticked or asked to be coded during a frame, since rows are only read.
    pressed: std::cell::RefCell<Vec<Pressed>>,
}

#[derive(Clone, Copy, Debug)]
enum Pressed {
    Tick(Place),
    Code(Place),
}

impl Default for Kwic {
    fn default() -> Self {
        Self { ticked: BTreeSet::new(), unit: Unit::Word, list: LongList::default(), pressed: Vec::new().into() }
    }
}

impl Kwic {
    /// Other places are listed: nothing is ticked, and the list starts at its top.
    pub fn renew(&mut self) {
        self.ticked.clear();
        self.list.to_the_top();
    }

    /// The list stands in another order.
    pub fn to_the_top(&mut self) {
        self.list.to_the_top();
    }

    /// What can be done with the places: tick, choose how much is coded, code. `typed` is what a new code may be called.
    pub fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (hits, typed): (&[Hit], &str)) {
        let say = Asking::of(cx.language);
        if hits.is_empty() {
            return;
        }
        let title = match self.ticked.len() {
            0 => fill(say.code_all, &[("n", &grouped(hits.len()))]),
            n => fill(say.code_ticked, &[("n", &grouped(n))]),
        };
        if ui.button(title).clicked() {
            let all = || hits.iter().map(|hit| (hit.source, hit.span)).collect();
            let places = if self.ticked.is_empty() { all() } else { self.ticked.clone() };
            self.code(cx, &places, typed);
        }
        let units = [(Unit::Word, say.unit_word), (Unit::Sentence, say.unit_sentence), (Unit::Turn, say.unit_turn)];
        let chosen = units.iter().find(|(unit, _)| *unit == self.unit).map_or("", |(_, name)| name);
        let combo = egui::ComboBox::from_id_salt("what is coded").selected_text(chosen).icon(controls::opens).show_ui(
            ui,
            |ui| {
                for (unit, name) in units {
                    ui.selectable_value(&mut self.unit, unit, name);
                }
            },
        );
        combo.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, say.coded_as));
        combo.response.on_hover_text(say.coded_as);
        if self.ticked.len() < hits.len() && controls::link(cx, ui, say.tick_all).clicked() {
            self.ticked = hits.iter().map(|hit| (hit.source, hit.span)).collect();
        }
        if !self.ticked.is_empty() && controls::link(cx, ui, say.tick_none).clicked() {
            self.ticked.clear();
        }
    }

    /// Chooses a code for places, each expanded to whole units; two in one sentence are one.
    fn code(&self, cx: &Cx<'_>, places: &BTreeSet<Place>, typed: &str) {
        let whole = |(source, span): &Place| {
            let known = cx.project.source(*source)?;
            Some((*source, expanded(known, *span, self.unit)))
        };
        let places: BTreeSet<Place> = places.iter().filter_map(whole).collect();
        cx.send(Look::CodePlaces(places.into_iter().collect(), typed.to_owned()));
    }

    /// Shows the lines in all the space there is.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (hits, typed): (&[Hit], &str)) {
        let rows = Lines { cx, say: Asking::of(cx.language), hits, ticked: &self.ticked, pressed: &self.pressed };
        self.list.ui(cx, ui, &rows);
        for pressed in self.pressed.take() {
            match pressed {
                Pressed::Tick(place) => {
                    if !self.ticked.remove(&place) {
                        self.ticked.insert(place);
                    }
                }
                Pressed::Code(place) => self.code(cx, &BTreeSet::from([place]), typed),
            }
        }
    }
}

struct Lines<'a> {
    cx: &'a Cx<'a>,
    say: &'static Asking,
    hits: &'a [Hit],
    ticked: &'a BTreeSet<Place>,
    pressed: &'a std::cell::RefCell<Vec<Pressed>>,
}

impl Rows for Lines<'_> {
    fn name(&self) -> &str {
        self.say.hits_list
    }

    fn count(&self) -> usize {
        self.hits.len()
    }

    fn height(&self, _: &Ui, _: usize, _: f32) -> f32 {
        LINE
    }

    fn heading(&self, _: usize) -> Option<usize> {
        None
    }

    fn show(&self, ui: &mut Ui, row: usize, rect: Rect, response: &Response) {
        let (cx, palette) = (self.cx, self.cx.palette);
        let Some(hit) = self.hits.get(row) else { return };
        let around = if rect.width() > NARROW { 2 * WORDS_AROUND } else { WORDS_AROUND };
        let Some(line) = line(cx.project, hit, around) else { return };
        let (before, behind) = gaps(cx.project, hit);
        let place = place(cx.project, hit);
        let said = [line.left.as_str(), &line.found, &line.right].join(" ");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, said.trim()));
        ui.accesskit_node_builder(response.id, |node| node.set_description(place.as_str()));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect.shrink2(vec2(4.0, 1.0)), 6.0, palette.hover);
        }
        if response.has_focus() {
            let edge = Stroke::new(1.5, palette.accent);
            ui.painter().rect_stroke(rect.shrink2(vec2(4.0, 1.0)), 6.0, edge, egui::StrokeKind::Inside);
        }
        let mut left = self.tick_ui(ui, (hit, &line.found), rect, response);
        let right = rect.right() - space::L;
        let y = rect.center().y;
        if rect.width() > NARROW {
            let job = cut(&place, PLACE - space::S, (fonts::small(), palette.muted));
            let galley = ui.painter().layout_job(job);
            ui.painter().galley(pos2(left, y - galley.size().y / 2.0), galley, palette.muted);
            left += PLACE;
        }
        let middle = left + (right - left) * 0.46;
        let found = cut(&line.found, (right - middle) * 0.6, (fonts::strong(14.0), palette.accent));
        let found = ui.painter().layout_job(found);
        let after = middle + found.size().x + behind;
        ui.painter().galley(pos2(middle, y - found.size().y / 2.0), found, palette.accent);
        // What is nearest to the words found is what is read, so the left side is cut at its beginning.
        let room = Rect::from_min_max(pos2(left, rect.top()), pos2(middle - before, rect.bottom()));
        let job = LayoutJob::simple_singleline(line.left.clone(), fonts::body(), palette.text);
        let left = cut_before(ui, job, room.width());
        ui.painter().text(room.right_center(), Align2::RIGHT_CENTER, left, fonts::body(), palette.text);
        let job = cut(&line.right, (right - after).max(10.0), (fonts::body(), palette.text));
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(after, y - galley.size().y / 2.0), galley, palette.text);
        if response.clicked() {
            cx.send(Look::AtWords(hit.source, hit.span));
        }
        response.context_menu(|ui| {
            if ui.button(self.say.code_this).clicked() {
                self.pressed.borrow_mut().push(Pressed::Code((hit.source, hit.span)));
                ui.close();
            }
        });
        if !response.context_menu_opened() {
            response.clone().on_hover_text_at_pointer(place);
        }
    }
}

impl Lines<'_> {
    /// The box that ticks a line; gives where what is left of the line begins.
    fn tick_ui(&self, ui: &Ui, (hit, found): (&Hit, &str), rect: Rect, row: &Response) -> f32 {
        let palette = self.cx.palette;
        let key = (hit.source, hit.span);
        let ticked = self.ticked.contains(&key);
        let area = Rect::from_min_size(rect.min, vec2(space::XL + 22.0, rect.height()));
        let response = ui.interact(area, row.id.with("tick"), Sense::click());
        let named = fill(self.say.tick_hit, &[("words", &found)]);
        response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, ticked, &named));
        let square = Rect::from_center_size(pos2(rect.left() + space::XL, rect.center().y), vec2(15.0, 15.0));
        let lifted = response.hovered() || response.has_focus();
        let edge = Stroke::new(1.0, if lifted { palette.accent } else { palette.faint });
        let fill = if ticked { palette.accent } else { palette.paper };
        ui.painter().rect(square, 3.0, fill, edge, egui::StrokeKind::Inside);
        if ticked {
            let at = |x: f32, y: f32| square.min + vec2(x, y);
            let stroke = Stroke::new(1.8, palette.paper);
            ui.painter().line_segment([at(3.5, 7.5), at(6.5, 10.5)], stroke);
            ui.painter().line_segment([at(6.5, 10.5), at(11.5, 4.5)], stroke);
        }
        if response.clicked() {
            self.pressed.borrow_mut().push(Pressed::Tick(key));
        }
        area.right()
    }
}

/// The white before and after a hit: none where the word goes on, or a sign follows.
fn gaps(project: &Project, hit: &Hit) -> (f32, f32) {
    let text = project.source(hit.source).and_then(|source| source.text.as_ref());
    let white = |at: Option<u32>| {
        let letter = text.zip(at).and_then(|(text, at)| text.slice(at, at + 1).chars().next());
        if letter.is_none_or(char::is_whitespace) { 5.0 } else { 0.0 }
    };
    (white(hit.span.start().checked_sub(1)), white(Some(hit.span.end())))
}

/// Where a hit stands, as in *Informant 3 · Kari*.
fn place(project: &Project, hit: &Hit) -> String {
    let Some(source) = project.source(hit.source) else { return String::new() };
    let speaker = source.speaker_at(hit.span.start()).map(|speaker| speaker.name.as_str());
    let speaker = speaker.filter(|name| !name.is_empty() && *name != source.title);
    [Some(source.title.as_str()), speaker].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The last words of a line that have room, with an ellipsis before them where some have none.
fn cut_before(ui: &Ui, line: LayoutJob, width: f32) -> String {
    const ELLIPSIS: &str = "… ";
    let words = line.text.clone();
    let font = line.sections.first().map(|section| section.format.font_id.clone()).unwrap_or_default();
    let galley = ui.painter().layout_job(line);
    if galley.size().x <= width {
        return words;
    }
    let sign = ui.painter().layout_no_wrap(ELLIPSIS.to_owned(), font, egui::Color32::PLACEHOLDER).size().x;
    // The first letter that has room, then on to where a word begins.
    let first = galley.cursor_from_pos(vec2(galley.size().x - width + sign, 0.0)).index.0;
    let whole = words.chars().skip(first).skip_while(|letter| !letter.is_whitespace()).collect::<String>();
    format!("{ELLIPSIS}{}", whole.trim_start())
}

/// Words on one line, cut off where there is no more room.
fn cut(words: &str, width: f32, (font, ink): (egui::FontId, egui::Color32)) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.append(words, 0.0, TextFormat { font_id: font, color: ink, valign: Align::Center, ..TextFormat::default() });
    job.wrap = TextWrapping::truncate_at_width(width.max(10.0));
    job
}
