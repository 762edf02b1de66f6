//! The palette: type two or three letters, press Enter. It floats beside the words and never over them.

mod paint;
pub mod rank;
mod search;

use egui::text::LayoutJob;
use egui::{
    Align2, Area, CornerRadius, Event, Frame, Id, Key, Modifiers, Order, Rect, Sense, Stroke, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use self::paint::{key_ui, lettered, put};
use self::rank::{Hit, Near, rank, theme};
use self::search::Found;
use crate::journal::edit::{Edit, NewCode};
use crate::lang::fill;
use crate::model::code::{CodeKind, Origin};
use crate::model::id::{CodeId, SourceId};
use crate::model::memo::About;
use crate::model::span::Span;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::{PaletteOpened, Purpose};
use crate::ui::views::reader;
use crate::ui::widgets::marks;

/// How wide the palette is.
const WIDTH: f32 = 500.0;
/// How many codes it offers.
const MOST: usize = 8;
const LINE: f32 = 33.0;
/// How tall the field above the lines is.
const HEAD: f32 = 52.0;

/// The palette's memory between frames.
#[derive(Default)]
pub struct Palette {
    opened: Option<PaletteOpened>,
    typed: String,
    line: usize,
    /// What was typed in the frame before, and the code that was chosen then; `None` for another line.
    chosen: (String, Option<CodeId>),
    fresh: bool,
    /// Enter, pressed in one frame with letters that were not in the field yet.
    waiting: Option<Modifiers>,
}

/// What a line of the palette does.
#[derive(Clone, Debug)]
enum Line {
    Code(Hit),
    New,
    Found(Found),
}

impl Palette {
    /// Shows the palette while it is open; `beside` is where the selected words stand, `within` the page.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &Ui, beside: Option<Rect>, within: Rect) {
        let Some(opened) = &cx.screen.palette else {
            self.opened = None;
            return;
        };
        if self.opened.as_ref() != Some(opened) {
            (self.typed, self.line, self.fresh) = (opened.typed.clone(), 0, true);
            (self.opened, self.chosen, self.waiting) = (Some(opened.clone()), Default::default(), None);
        }
        let lines = self.lines(cx, opened.purpose, room_for(beside, within));
        self.find_again(&lines);
        self.line = self.line.min(lines.len().saturating_sub(1));
        if self.keys(cx, ui, opened.purpose, &lines) {
            return;
        }
        self.remember(&lines);
        #[expect(clippy::cast_precision_loss, reason = "lines are few")]
        let size = vec2(WIDTH.min(within.width() - 24.0), HEAD + lines.len() as f32 * LINE + space::M);
        let at = match beside {
            Some(rect) => reader::below(rect, size, within),
            None => pos2(within.center().x - size.x / 2.0, within.top() + within.height() * 0.14),
        };
        let area = Area::new(Id::unique("palette")).order(Order::Foreground).fixed_pos(at).constrain(true);
        let name = cx.say.palette;
        let shown = area.accessible_name(name).show(ui, |ui| {
            let visuals = ui.visuals();
            let frame = Frame::new()
                .fill(cx.palette.panel)
                .stroke(Stroke::new(1.0, cx.palette.line))
                .corner_radius(CornerRadius::same(10))
                .shadow(visuals.popup_shadow)
                .inner_margin(6);
            frame.show(ui, |ui| {
                ui.set_width(size.x - 12.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                self.field_ui(cx, ui, opened.purpose);
                self.lines_ui(cx, ui, opened.purpose, &lines);
            });
        });
        let clicked_outside = ui.input(|input| input.pointer.any_pressed())
            && ui.input(|input| input.pointer.latest_pos()).is_some_and(|pos| !shown.response.rect.contains(pos));
        if clicked_outside && !self.fresh {
            cx.send(Look::Close);
        }
        self.fresh = false;
    }

    fn lines(&self, cx: &Cx<'_>, purpose: Purpose, most: usize) -> Vec<Line> {
        let codebook = cx.project.codebook();
        let active = cx.screen.active_code();
        let near = Near {
            recent: &cx.screen.recent,
            theme: active.or(cx.screen.recent.first().copied()).and_then(|code| theme(codebook, code)),
        };
        let mut lines: Vec<Line> = Vec::new();
        if purpose == Purpose::Search {
            lines.extend(search::found(cx, &self.typed).into_iter().map(Line::Found));
        }
        let room = most.saturating_sub(lines.len()).max(1);
        let hits = rank(codebook, &self.typed, near, room);
        let fits = |hit: &Hit| !matches!(purpose, Purpose::MergeFrom(from) if from == hit.code);
        lines.extend(hits.into_iter().filter(fits).map(Line::Code));
        let typed = self.typed.trim();
        if !typed.is_empty() && makes_codes(purpose) {
            lines.push(Line::New);
        }
        lines
    }

    /// Keeps the choice on its code when others have made or deleted codes meanwhile.
    fn find_again(&mut self, lines: &[Line]) {
        let code = |line: &Line| if let Line::Code(hit) = line { Some(hit.code) } else { None };
        let (typed, chosen) = &self.chosen;
        if *typed == self.typed
            && let Some(chosen) = chosen
            && let Some(at) = lines.iter().position(|line| code(line) == Some(*chosen))
        {
            self.line = at;
        }
    }

    /// Remembers what is chosen of these lines.
    fn remember(&mut self, lines: &[Line]) {
        let chosen =
            lines.get(self.line).and_then(|line| if let Line::Code(hit) = line { Some(hit.code) } else { None });
        self.chosen = (self.typed.clone(), chosen);
    }

    /// Answers the keys that belong to the palette; true when it has closed.
    fn keys(&mut self, cx: &Cx<'_>, ui: &Ui, purpose: Purpose, lines: &[Line]) -> bool {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::NONE, Key::Escape) {
            cx.send(Look::Close);
            return true;
        }
        if pressed(Modifiers::NONE, Key::ArrowDown) {
            self.line = (self.line + 1).min(lines.len().saturating_sub(1));
        }
        if pressed(Modifiers::NONE, Key::ArrowUp) {
            self.line = self.line.saturating_sub(1);
        }
        let Some(held) = self.entered(ui) else { return false };
        if held.shift {
            let makes = !self.typed.trim().is_empty() && makes_codes(purpose);
            if makes {
                self.make(cx, purpose);
            }
            return makes;
        }
        let chosen = lines.get(self.line).filter(|line| takes_enter(lines, line));
        let Some(line) = chosen else { return false };
        self.choose(cx, purpose, line, held.alt);
        true
    }

    /// What was held when Enter was pressed; where a slow frame brings letters with it, they come first, and Enter a frame later.
    fn entered(&mut self, ui: &Ui) -> Option<Modifiers> {
        let letters = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
        let ways = [Modifiers::SHIFT, Modifiers::ALT, Modifiers::NONE];
        let pressed = ways.into_iter().find(|held| ui.input_mut(|input| input.consume_key(*held, Key::Enter)));
        if pressed.is_some() && ui.input(|input| input.events.iter().any(letters)) {
            self.waiting = pressed;
            ui.request_repaint();
            return None;
        }
        pressed.or_else(|| self.waiting.take())
    }

    fn field_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, purpose: Purpose) {
        let hint = match purpose {
            Purpose::Apply if cx.screen.words().is_some() => cx.say.palette_hint_apply,
            Purpose::Apply => cx.say.palette_hint_find,
            Purpose::Places => cx.say.palette_hint_apply,
            Purpose::Recode(_) => cx.say.palette_hint_recode,
            Purpose::MergeFrom(_) => cx.say.palette_hint_merge,
            Purpose::Search => cx.say.palette_hint_search,
        };
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let edit = TextEdit::singleline(&mut self.typed).frame(Frame::NONE).font(fonts::body());
            let width = (ui.available_width() - 230.0).max(120.0);
            let output = edit.desired_width(width).margin(vec2(2.0, 8.0)).show(ui);
            let response = output.response;
            response.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, hint);
                info.label = Some(hint.to_owned());
                info
            });
            if self.fresh || !response.has_focus() {
                response.request_focus();
                let mut state = output.state;
                let end = egui::text::CCursor::new(self.typed.chars().count());
                state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
                state.store(ui, response.id);
            }
            if response.changed() {
                self.line = 0;
                // The lines for these letters are found at the start of a frame.
                ui.request_repaint();
            }
            let rect = ui.available_rect_before_wrap();
            let at = pos2(rect.right() - space::S, output.galley_pos.y + output.galley.size().y / 2.0);
            ui.painter().text(at, Align2::RIGHT_CENTER, hint, fonts::small(), cx.palette.muted);
        });
        let line = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), line, Stroke::new(1.0, cx.palette.line));
        ui.add_space(5.0);
    }

    fn lines_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, purpose: Purpose, lines: &[Line]) {
        if lines.is_empty() {
            ui.add_space(space::S);
            ui.weak(cx.say.palette_nothing);
            ui.add_space(space::S);
        }
        for (at, line) in lines.iter().enumerate() {
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
            let chosen = at == self.line && takes_enter(lines, line);
            if chosen || response.hovered() {
                let fill = if chosen { cx.palette.selection } else { cx.palette.hover };
                ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
            }
            let name = self.line_ui(cx, ui, rect, line, at);
            response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, &name));
            if response.clicked() {
                self.choose(cx, purpose, line, ui.input(|input| input.modifiers.alt));
            }
        }
    }

    /// Draws a line; gives its name.
    fn line_ui(&self, cx: &Cx<'_>, ui: &Ui, rect: Rect, line: &Line, at: usize) -> String {
        let key = match line {
            Line::New => cx.say.key_shift_enter,
            Line::Code(_) | Line::Found(_) if at == self.line => cx.say.key_enter,
            _ => "",
        };
        let right = key_ui(cx, ui, rect, key);
        let left = pos2(rect.left() + space::M, rect.center().y);
        match line {
            Line::Code(hit) => {
                let codebook = cx.project.codebook();
                let Some(code) = codebook.code(hit.code) else { return String::new() };
                marks::swatch(ui.painter(), left + vec2(4.0, 0.0), cx.palette.shade(codebook.hue(hit.code)));
                let path = codebook.path(hit.code);
                let mut above = path[..path.len().saturating_sub(1)].join(" › ");
                if hit.in_description {
                    above = format!("{above} · {}", cx.say.in_description);
                }
                let words = lettered(cx, &code.name, &hit.typed, &above, right - left.x - 24.0);
                put(ui, pos2(left.x + 18.0, left.y), words);
                code.name.clone()
            }
            Line::New => {
                let words = self.new_words(cx);
                let font = fonts::body();
                ui.painter().text(left, Align2::LEFT_CENTER, "+", font.clone(), cx.palette.accent);
                let mut job = LayoutJob::simple_singleline(words.clone(), font, cx.palette.accent);
                job.wrap = egui::text::TextWrapping::truncate_at_width((right - left.x - 24.0).max(80.0));
                put(ui, pos2(left.x + 18.0, left.y), job);
                words
            }
            Line::Found(found) => {
                let words = lettered(cx, &found.title, &[], &found.hint, right - left.x - 24.0);
                put(ui, pos2(left.x + 18.0, left.y), words);
                found.title.clone()
            }
        }
    }

    fn new_words(&self, cx: &Cx<'_>) -> String {
        let parent =
            cx.project.codebook().parent_for_new(cx.screen.active_code()).and_then(|id| cx.project.codebook().code(id));
        match parent {
            Some(parent) => fill(cx.say.new_code_under, &[("name", &self.typed.trim()), ("parent", &parent.name)]),
            None => fill(cx.say.new_code_top, &[("name", &self.typed.trim())]),
        }
    }

    fn make(&self, cx: &Cx<'_>, purpose: Purpose) {
        let code = new_code(self.typed.trim(), cx.project.codebook().parent_for_new(cx.screen.active_code()));
        match (purpose, cx.screen.words()) {
            (Purpose::Apply, Some((source, span))) => {
                cx.send(Edit::ApplyNewCode { code, places: vec![(source, span)] });
            }
            (Purpose::Places, _) => cx.send(Edit::ApplyNewCode { code, places: cx.screen.places.clone() }),
            (Purpose::Recode(coding), _) => cx.send(Edit::RecodeToNewCode { coding, code }),
            _ => cx.send(Edit::CreateCode(code)),
        }
        cx.send(Look::Close);
    }

    fn choose(&self, cx: &Cx<'_>, purpose: Purpose, line: &Line, with_memo: bool) {
        // Closed first: what was chosen may open the palette again for something else.
        cx.send(Look::Close);
        match (line, purpose, cx.screen.words()) {
            (Line::New, ..) => self.make(cx, purpose),
            (Line::Found(found), ..) => cx.send(found.action()),
            (Line::Code(hit), Purpose::Apply, Some((source, span))) => {
                cx.send(Edit::ApplyCode { code: hit.code, source, span });
                if with_memo {
                    cx.send(Look::WriteMemoOnLastCoding);
                }
            }
            (Line::Code(hit), Purpose::Places, _) => {
                let apply = |&(source, span): &(SourceId, Span)| Edit::ApplyCode { code: hit.code, source, span };
                cx.send(Edit::All(cx.screen.places.iter().map(apply).collect()));
            }
            (Line::Code(hit), Purpose::Recode(coding), _) => cx.send(Edit::RecodeCoding { coding, code: hit.code }),
            (Line::Code(hit), Purpose::MergeFrom(from), _) => cx.send(Edit::MergeCodes { from, into: hit.code }),
            (Line::Code(hit), ..) => {
                cx.send(Look::AtCode(hit.code));
                if with_memo {
                    cx.send(Look::WriteMemo(About::Code(hit.code)));
                }
            }
        }
    }
}

/// Whether a new code can be made here.
fn makes_codes(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Apply | Purpose::Places | Purpose::Recode(_))
}

/// How many codes there is room for beside the words, so that the palette need not cover them.
fn room_for(beside: Option<Rect>, within: Rect) -> usize {
    let Some(words) = beside else { return MOST };
    let free = (within.bottom() - words.bottom()).max(words.top() - within.top());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
    let lines = ((free - HEAD - 2.0 * space::M) / LINE).max(0.0) as usize;
    // One line is kept for the new code.
    lines.saturating_sub(1).clamp(2, MOST)
}

/// A new code close to the data.
pub fn new_code(name: &str, parent: Option<CodeId>) -> NewCode {
    NewCode {
        name: name.to_owned(),
        parent,
        kind: CodeKind::Code,
        origin: Origin::Data,
        hue: None,
        description: String::new(),
    }
}

/// Tells whether Enter alone chooses a line: a slip of the keys must not become a code, which takes Shift, or a choice by
/// arrow or pointer.
fn takes_enter(lines: &[Line], line: &Line) -> bool {
    !matches!(line, Line::New) || lines.len() > 1
}
