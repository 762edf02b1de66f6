//! The reader: one source, its words and its codings. The heart of the program.

mod aside;
mod blind;
mod blocks;
mod by_words;
mod correcting;
mod differences;
mod keys;
mod lanes;
pub(super) mod lost;
mod marks;
mod movement;
mod names;
mod page;
mod paint;
mod patch;
mod pointer;
mod renewed;
mod shown;

use std::rc::Rc;

use egui::{DragAndDrop, EventFilter, Id, Rect, Sense, Ui, WidgetInfo, pos2};

use self::correcting::Correcting;
pub(in crate::ui) use self::correcting::Typed;
use self::differences::Differences;
use self::keys::{Open, Wanted};
use self::marks::{Marks, Sights, ink, sights};
use self::movement::Bound;
use self::page::{Page, Placed};
use self::paint::{Columns, LANE, STRIPE};
use self::pointer::{Handle, Pointer, drop_target};
use self::shown::Shown;
use crate::journal::edit::Edit;
use crate::model::id::{CodeId, SourceId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::space;
use crate::ui::screen::{Manner, Selection};
use crate::ui::widgets::carried::Carried;
use crate::ui::widgets::{controls, empty};

/// What the page was made for: the revision, the source, whether it is compared, and how much was typed.
type ShownKey = (u64, SourceId, Manner, u64);

/// The reader's memory between frames.
#[derive(Default)]
pub struct Reader {
    page: Page,
    /// Where one is to code blind.
    blind: Derived<(u64, SourceId), Vec<Span>>,
    shown: Derived<ShownKey, Option<Rc<Shown>>>,
    marks: Derived<(u64, SourceId, Sights), Marks>,
    pointer: Pointer,
    correcting: Correcting,
    differences: Differences,
    /// Something floats over the page and has the keyboard.
    busy: bool,
    /// Where the end of the selection stands on the screen; the palette opens beside it.
    selected_at: Option<Rect>,
    header: super::source_header::SourceHeader,
    aside: aside::Menu,
}

/// The name under which the reader takes the keyboard.
pub fn reader_id() -> Id {
    Id::unique("the reader")
}

impl Reader {
    /// Where the selected words stand on the screen.
    pub fn selected_at(&self) -> Option<Rect> {
        self.selected_at
    }

    /// What is half typed in the text, as it can be said now.
    pub(in crate::ui) fn typed(&self, project: &Project) -> Typed {
        self.correcting.typed(project)
    }

    /// What was half typed has been said.
    pub fn let_go(&mut self) {
        self.correcting.let_go();
    }

    /// What was half typed was refused, and stays.
    pub fn keep(&mut self) {
        self.correcting.keep();
    }

    /// Takes back what was typed last and not said yet; gives where the caret was.
    pub fn untype(&mut self) -> Option<Selection> {
        self.correcting.back()
    }

    /// Types again what was taken back.
    pub fn retype(&mut self) -> Option<Selection> {
        self.correcting.forth()
    }

    /// Shows the open source.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let Some(source) = cx.screen.source.and_then(|id| cx.project.source(id)) else {
            self.correcting.send(cx);
            empty::no_source_ui(cx, ui);
            return;
        };
        // What floats closes itself on Escape, which then is not for the text as well.
        self.busy = cx.screen.palette.is_some() || self.correcting.asks() || controls::floats(ui);
        self.correcting.follow(cx, source);
        let Some(shown) = self.shown(cx, source) else {
            let columns = columns(ui.available_rect_before_wrap(), 0, cx.screen.text_zoom);
            self.header.ui(cx, ui, source, columns.text);
            empty::no_text_ui(cx, ui, source);
            return;
        };
        self.correcting.remember(source, &shown.text);
        self.page.take(ui, &shown, aside::now(cx));
        let sights = sights(cx);
        let key = (cx.project.revision(), source.id, sights.clone());
        let marks = self.marks.get(key, || Marks::new(cx.project, source, &sights));
        let lanes = marks.lane_count();
        let columns = columns(ui.available_rect_before_wrap(), lanes, cx.screen.text_zoom);
        self.header.ui(cx, ui, source, columns.text);
        self.body_ui(cx, ui, &shown, columns);
    }

    /// The source as the page shows it, with what is half typed.
    fn shown(&mut self, cx: &Cx<'_>, source: &Source) -> Option<Rc<Shown>> {
        let key = (cx.project.revision(), source.id, cx.screen.manner, self.correcting.edition());
        let correcting = &self.correcting;
        let make = || match cx.screen.manner {
            Manner::Comparing => Shown::compared(source).map(Rc::new),
            Manner::Coding | Manner::Correcting => correcting.shown(cx.project.revision(), source),
        };
        self.shown.get(key, make).clone()
    }

    fn body_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, shown: &Rc<Shown>, columns: Columns) {
        let (source, text) = (&shown.source, &*shown.text);
        let rect = ui.available_rect_before_wrap();
        let response = ui.interact(rect, reader_id(), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Document, true, &source.title));
        let filter = EventFilter { tab: false, escape: true, horizontal_arrows: true, vertical_arrows: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(reader_id(), filter));
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));

        let size = space::READING * f32::from(cx.screen.text_zoom) / 100.0;
        self.page.prepare(ui, source, (cx.palette, columns.width, size.round()));
        self.scroll_by_hand(ui, text, rect, &response);
        if let Some(span) = cx.screen.reveal.and_then(|span| shown.span(span)) {
            self.page.reveal(ui, text, &(span.start()..span.end()), rect);
        }
        if let Some(at) = self.correcting.take_shown(cx.screen.selection) {
            self.page.keep_in_view(ui, text, at, rect);
        }

        let seen = self.page.visible(ui, text, rect, columns.text);
        let page = &self.page;
        let marks = self.marks.last().map_or_else(Vec::new, |marks| marks.seen(cx, (page, shown), &seen));
        let open = Open { source, text, seen: &seen, height: rect.height(), right: columns.stripes };
        let handles = if cx.screen.manner == Manner::Coding { handles(cx, page, &open) } else { Vec::new() };

        let painter = ui.painter_at(rect);
        paint::behind(cx, &painter, page, &seen, (&marks, self.pointer.drag.as_ref()));
        paint::words(cx, &painter, page, &open, columns);
        if cx.screen.manner == Manner::Comparing {
            self.differences.paint(cx, &painter, page, (&open, shown));
        }
        let blind = self.blind.get((cx.project.revision(), source.id), || blind::places(cx, shown));
        blind::lines(cx, &painter, (page, shown), &seen, blind);
        paint::caret(cx, &painter, page, &seen);
        if let Some(coding) = cx.screen.coding.and_then(|id| cx.project.coding(id)) {
            paint::handles(&painter, &handles, ink(cx, coding), cx.palette.paper);
        }
        paragraphs_ui(ui, page, &open);
        aside::hidden_ui(cx, ui, page, &open);
        names::stripes_ui(cx, ui, columns, &paint::beside(page, &seen, &marks));
        if cx.screen.manner == Manner::Correcting {
            self.correcting.speakers_ui(cx, ui, (page, &open), columns);
        }

        if cx.screen.to_turn {
            keys::select_turn(cx, page, &open, rect);
        }
        let hands = Hands { response: &response, open: &open, handles: &handles, shown };
        let (over, wanted) = self.answer(cx, ui, &hands);
        if cx.screen.manner == Manner::Coding {
            self.aside.menu_ui(cx, &response, &self.page, &open);
        }
        self.selected_at = selected_rect(cx, &self.page, &seen);
        self.follow(ui, text, rect, over, &wanted);
        self.bar_ui(cx, ui, rect);
    }

    fn scroll_by_hand(&mut self, ui: &Ui, text: &IndexedText, rect: Rect, response: &egui::Response) {
        if response.contains_pointer() {
            let (delta, ctrl) = ui.input(|input| (input.smooth_scroll_delta().y, input.modifiers.command));
            if delta != 0.0 && !ctrl {
                self.page.scroll(ui, text, -delta, rect.height());
            }
        }
    }

    fn answer(&mut self, cx: &Cx<'_>, ui: &Ui, hands: &Hands<'_>) -> (f32, Vec<Wanted>) {
        let open = hands.open;
        let own_keys = ui.memory(|memory| memory.focused().is_none_or(|id| id == reader_id()));
        let own_keys = own_keys && !self.busy && !controls::floats(ui);
        if cx.screen.manner == Manner::Comparing {
            return (0.0, self.differences.answer(cx, ui, &self.page, (open, hands.shown), own_keys));
        }
        drop_ui(cx, ui, &self.page, hands);
        let over = self.pointer.answer(cx, ui, hands.response, &self.page, open, hands.handles);
        let wanted = match cx.screen.manner {
            Manner::Correcting => self.correcting.answer(cx, ui, &self.page, (open, hands.shown), own_keys),
            _ if own_keys => keys::answer(cx, ui, &self.page, open),
            _ => Vec::new(),
        };
        (over, wanted)
    }

    fn follow(&mut self, ui: &Ui, text: &IndexedText, rect: Rect, over: f32, wanted: &[Wanted]) {
        if over != 0.0 {
            self.page.scroll(ui, text, over, rect.height());
            ui.request_repaint();
        }
        for wanted in wanted {
            match *wanted {
                Wanted::Nothing => {}
                Wanted::Scroll(by) if by.abs() > 1e9 => {
                    let end = if by > 0.0 { self.page.last_offset(rect.height()) } else { 0.0 };
                    self.page.jump(end);
                    self.page.scroll(ui, text, if by > 0.0 { 0.0 } else { -rect.height() }, rect.height());
                }
                Wanted::Scroll(by) => self.page.scroll(ui, text, by, rect.height()),
                Wanted::Reveal(at) => self.page.reveal(ui, text, &(at..at + 1), rect),
            }
        }
        if !wanted.is_empty() {
            ui.request_repaint();
        }
    }

    fn bar_ui(&mut self, cx: &Cx<'_>, ui: &Ui, rect: Rect) {
        let (groove, thumb) = paint::scroll_bar(rect, &self.page);
        let id = ui.scope_id().with("scroll bar");
        let response = ui.interact(groove, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ScrollBar, true, cx.say.scroll_bar));
        if let Some(pos) = response.interact_pointer_pos()
            && ui.input(|input| input.pointer.primary_down())
        {
            let room = (groove.height() - thumb.height()).max(1.0);
            let share = ((pos.y - groove.top() - thumb.height() / 2.0) / room).clamp(0.0, 1.0);
            self.page.jump(f64::from(share) * self.page.last_offset(rect.height()).max(0.0));
        }
        let ink = if response.hovered() || response.dragged() { cx.palette.muted } else { cx.palette.line };
        ui.painter().rect_filled(thumb, 3.0, ink);
    }
}

/// What the hands may touch.
struct Hands<'a> {
    response: &'a egui::Response,
    open: &'a Open<'a>,
    handles: &'a [Handle],
    shown: &'a Rc<Shown>,
}

fn columns(rect: Rect, lanes: usize, zoom: u16) -> Columns {
    // Many lanes stand closer, so that they never take the room of the text.
    #[expect(clippy::cast_precision_loss, reason = "lanes are few")]
    let count = lanes.max(1) as f32;
    let apart = LANE.min(8.0 * LANE / count);
    let stripes = count * apart;
    let gutter = 66.0;
    let names = (rect.width() * 0.2).clamp(90.0, 190.0);
    let beside = space::XL + stripes + space::S + names + space::L;
    let measure = space::MEASURE * f32::from(zoom) / 100.0;
    let width = measure.min(rect.width() - gutter - beside).max(180.0).round();
    let slack = (rect.width() - gutter - width - beside).max(0.0);
    let text = (rect.left() + gutter + slack * 0.4).round();
    Columns {
        gutter: text - space::L,
        text,
        width,
        stripes: text + width + space::XL,
        lane: (apart, STRIPE.min(apart * 0.6)),
        names: text + width + space::XL + stripes + space::S,
        names_width: names,
    }
}

/// One accessible node a paragraph, so that the words can be read aloud and found by name.
fn paragraphs_ui(ui: &Ui, page: &Page, open: &Open<'_>) {
    for placed in open.seen {
        let range = &page.blocks()[placed.block].range;
        if range.is_empty() || page.blocks()[placed.block].hidden {
            continue;
        }
        let rect = Rect::from_min_size(placed.origin, placed.galley.size());
        let node = ui.interact(rect, ui.scope_id().with(("paragraph", placed.block)), Sense::hover());
        node.widget_info(|| WidgetInfo::labeled(egui::Role::Paragraph, true, open.text.slice(range.start, range.end)));
    }
}

fn handles(cx: &Cx<'_>, page: &Page, open: &Open<'_>) -> Vec<Handle> {
    let coding = cx.screen.coding.and_then(|id| cx.project.coding(id));
    let Some(coding) = coding.filter(|coding| coding.source == open.source.id) else {
        return Vec::new();
    };
    let blocks = page.blocks();
    let handle = |bound, at: u32, last: u32| {
        let holds = |placed: &&Placed| blocks[placed.block].range.contains(&last);
        let placed = open.seen.iter().find(holds)?;
        let at = placed.rects(blocks, &(last..last + 1)).first().map_or_else(
            || placed.caret(blocks, at),
            |letter| {
                let x = if bound == Bound::Start { letter.left() } else { letter.right() };
                Rect::from_min_max(pos2(x, letter.top()), pos2(x, letter.bottom()))
            },
        );
        Some(Handle { coding: coding.id, span: coding.span, bound, at })
    };
    let (start, end) = (coding.span.start(), coding.span.end());
    [handle(Bound::Start, start, start), handle(Bound::End, end, end - 1)].into_iter().flatten().collect()
}

fn selected_rect(cx: &Cx<'_>, page: &Page, seen: &[Placed]) -> Option<Rect> {
    let (_, span) = cx.screen.words()?;
    let rects = seen.iter().flat_map(|placed| placed.rects(page.blocks(), &(span.start()..span.end())));
    rects.reduce(Rect::union)
}

fn drop_ui(cx: &Cx<'_>, ui: &Ui, page: &Page, hands: &Hands<'_>) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ui) else { return };
    let Carried::Code(code) = *carried else { return };
    let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else { return };
    if !hands.response.rect.contains(pos) {
        return;
    }
    let at = page.scalar_at(hands.open.seen, pos);
    let Some(span) = at.and_then(|at| drop_target(cx, hands.open, at)) else { return };
    paint::target(cx, &ui.painter_at(hands.response.rect), page, hands.open.seen, span);
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui);
        apply(cx, code, hands.open.source.id, span);
    }
}

fn apply(cx: &Cx<'_>, code: CodeId, source: SourceId, span: Span) {
    cx.send(Edit::ApplyCode { code, source, span });
    cx.send(Look::Select(Some(Selection::over(span))));
}

/// The room a picture of the page would take; used to place what floats beside the words.
pub fn below(rect: Rect, size: egui::Vec2, within: Rect) -> egui::Pos2 {
    let x = rect.left().clamp(within.left() + space::S, (within.right() - size.x - space::S).max(within.left()));
    let under = rect.bottom() + space::S;
    let fits = under + size.y <= within.bottom();
    let y = if fits { under } else { (rect.top() - size.y - space::S).max(within.top() + space::S) };
    pos2(x, y)
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn what_floats_never_covers_the_words_while_there_is_room() {
        let page = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        let size = vec2(300.0, 200.0);
        let high = Rect::from_min_size(pos2(100.0, 100.0), vec2(50.0, 20.0));
        assert_eq!(below(high, size, page), pos2(100.0, 128.0));
        let low = Rect::from_min_size(pos2(700.0, 500.0), vec2(50.0, 20.0));
        assert_eq!(below(low, size, page), pos2(492.0, 292.0));
    }
}
