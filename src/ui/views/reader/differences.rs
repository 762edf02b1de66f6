//! Reading a corrected text beside the imported one: nothing can be changed, and one goes from change to change.

use egui::{Key, Modifiers, Painter, Ui};

use super::keys::{Open, Wanted};
use super::page::Page;
use super::paint;
use super::shown::Shown;
use crate::lang::correcting::CorrectingWords;
use crate::model::span::Span;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::screen::Manner;

/// Towards the end of the text or towards its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Forth,
    Back,
}

/// The change that one has come to.
#[derive(Default)]
pub(super) struct Differences {
    at: Option<u32>,
}

impl Differences {
    /// Draws an edge around the change that one has come to.
    pub(super) fn paint(&self, cx: &Cx<'_>, painter: &Painter, page: &Page, (open, shown): (&Open<'_>, &Shown)) {
        let here = shown.changes.iter().find(|(place, _)| Some(place.start) == self.at);
        if let Some(span) = here.and_then(|(place, _)| Span::new(place.start, place.end)) {
            paint::target(cx, painter, page, open.seen, span);
        }
    }

    /// Answers the keys while the texts are compared.
    pub(super) fn answer(
        &mut self,
        cx: &Cx<'_>,
        ui: &Ui,
        page: &Page,
        (open, shown): (&Open<'_>, &Shown),
        own_keys: bool,
    ) -> Vec<Wanted> {
        let pressed: Vec<(Key, Modifiers)> = ui.input(|input| {
            let press = |event: &egui::Event| match event {
                egui::Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
                _ => None,
            };
            input.events.iter().filter(|_| own_keys).filter_map(press).collect()
        });
        let mut press = |(key, modifiers): (Key, Modifiers)| match key {
            Key::Escape => {
                cx.send(Look::Do(Manner::Coding));
                None
            }
            Key::F8 if modifiers.shift => self.next(cx, page, (open, shown), Way::Back),
            Key::F8 => self.next(cx, page, (open, shown), Way::Forth),
            Key::PageDown | Key::Space => Some(Wanted::Scroll(open.height * 0.9)),
            Key::PageUp => Some(Wanted::Scroll(-open.height * 0.9)),
            Key::ArrowDown => Some(Wanted::Scroll(40.0)),
            Key::ArrowUp => Some(Wanted::Scroll(-40.0)),
            Key::Home => Some(Wanted::Scroll(f32::MIN / 4.0)),
            Key::End => Some(Wanted::Scroll(f32::MAX / 4.0)),
            _ => None,
        };
        let mut wanted: Vec<Wanted> = pressed.into_iter().filter_map(&mut press).collect();
        if cx.screen.to_next_change {
            wanted.extend(self.next(cx, page, (open, shown), Way::Forth));
        }
        wanted
    }

    /// The next change, or the one before; around at the ends of the text.
    fn next(&mut self, cx: &Cx<'_>, page: &Page, (open, shown): (&Open<'_>, &Shown), way: Way) -> Option<Wanted> {
        let seen = open.seen.first().map_or(0, |placed| page.blocks()[placed.block].range.start);
        let mut starts = shown.changes.iter().map(|(place, _)| place.start);
        let known = self.at.filter(|at| starts.clone().any(|start| start == *at));
        self.at = match (way, known) {
            (Way::Forth, Some(at)) => starts.clone().find(|start| *start > at).or_else(|| starts.next()),
            (Way::Forth, None) => starts.clone().find(|start| *start >= seen).or_else(|| starts.next()),
            (Way::Back, at) => {
                let at = at.unwrap_or(seen);
                starts.clone().rev().find(|start| *start < at).or_else(|| starts.next_back())
            }
        };
        if self.at.is_none() {
            cx.send(Look::Say(CorrectingWords::of(cx.language).nothing_corrected.to_owned()));
        }
        self.at.map(Wanted::Reveal)
    }
}
