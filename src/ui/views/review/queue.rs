//! What there is to review, one after the other, and which one is looked at.

use std::rc::Rc;

use crate::analysis::review::{Item, items};
use crate::analysis::scope::Scope;
use crate::model::id::{CoderId, CodingId};
use crate::model::review::{Judged, Verdict};
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::screen::Reviewing;

/// In which order one goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// Through one source after the other.
    #[default]
    Source,
    /// Through one code after the other, as the codebook has them.
    Code,
}

/// The queue's memory between frames.
#[derive(Default)]
pub(super) struct Queue {
    items: Derived<(u64, Scope, Order, CoderId), Rc<[Item]>>,
    at: Option<CodingId>,
    /// What the reader was last told to show.
    shown: Option<CodingId>,
    /// What was said about the one that is looked at when it was last seen.
    was: Option<Judged>,
}

impl Queue {
    /// What there is to review now; goes on to the next where something was just said about this one, and follows where
    /// the hand has gone in the text.
    pub(super) fn follow(&mut self, cx: &Cx<'_>, order: Order, (me, walks): (CoderId, bool)) -> Rc<[Item]> {
        let key = (cx.project.revision(), cx.screen.scope.clone(), order, me);
        let all = Rc::clone(self.items.get(key, || queue(cx, order, me)));
        if !walks {
            return all;
        }
        if let Some(clicked) = cx.screen.coding.filter(|id| self.shown != Some(*id))
            && all.iter().any(|item| item.coding.id == clicked)
        {
            (self.at, self.shown) = (Some(clicked), Some(clicked));
            self.was = self.at(&all).and_then(|item| item.judged);
        }
        let now = self.position(&all).and_then(|at| all.get(at)).and_then(|item| item.judged);
        if self.at.is_none() || self.position(&all).is_none() {
            self.go_to(&all, open_from(&all, 0));
        } else if now != self.was {
            self.was = now;
            // Undo takes a word back; what then lies there is looked at again.
            if now.is_some()
                && let Some(at) = self.position(&all)
            {
                let next =
                    open_from(&all, at + 1).or_else(|| all.get(at).filter(|item| !item.here).and(self.near(&all, at)));
                if next.is_some() {
                    self.go_to(&all, next);
                }
            }
        }
        if self.shown != self.at && cx.screen.reviewing == Reviewing::Looking {
            self.shown = self.at;
            if let Some(at) = self.at {
                cx.send(Look::AtCoding(at));
            }
        }
        all
    }

    /// The one that is looked at.
    pub(super) fn at(&self, all: &[Item]) -> Option<Item> {
        all.get(self.position(all)?).copied()
    }

    /// Goes on, or back, over those that are gone.
    pub(super) fn step(&mut self, all: &[Item], by: isize) {
        let Some(at) = self.position(all) else { return };
        let mut places = (1..=all.len()).map_while(|n| at.checked_add_signed(by.checked_mul(n.try_into().ok()?)?));
        let next = places.find(|place| all.get(*place).is_none_or(|item| item.here));
        if let Some(next) = next.filter(|next| *next < all.len()) {
            self.go_to(all, Some(next));
        }
    }

    /// Lets the reader show the one that is looked at again.
    pub(super) fn again(&mut self) {
        self.shown = None;
    }

    fn position(&self, all: &[Item]) -> Option<usize> {
        all.iter().position(|item| Some(item.coding.id) == self.at)
    }

    /// The nearest that is there still, after a place or before it.
    fn near(&self, all: &[Item], at: usize) -> Option<usize> {
        let here = |place: &usize| all.get(*place).is_some_and(|item| item.here);
        (at..all.len()).find(here).or_else(|| (0..at).rev().find(here))
    }

    fn go_to(&mut self, all: &[Item], place: Option<usize>) {
        let item = place.and_then(|place| all.get(place));
        self.at = item.map(|item| item.coding.id);
        self.was = item.and_then(|item| item.judged);
    }
}

fn queue(cx: &Cx<'_>, order: Order, me: CoderId) -> Rc<[Item]> {
    let added = |item: &Item| item.judged.is_some_and(|judged| judged.verdict == Verdict::Added);
    let mut all: Vec<Item> =
        items(cx.project, &cx.screen.scope, Some(me)).into_iter().filter(|item| !added(item)).collect();
    if order == Order::Code {
        let rows = cx.project.codebook().rows();
        let place = |item: &Item| rows.iter().position(|row| row.code == item.coding.code);
        all.sort_by_cached_key(place);
    }
    all.into()
}

/// The first from a place on, or else from the beginning, that nobody has said anything about.
fn open_from(all: &[Item], start: usize) -> Option<usize> {
    let open = |place: &usize| all.get(*place).is_some_and(|item| item.here && item.judged.is_none());
    let first = (start..all.len()).find(open).or_else(|| (0..start.min(all.len())).find(open));
    // Where all has been looked at, one begins at the beginning again.
    first.or_else(|| (start == 0).then(|| all.iter().position(|item| item.here)).flatten())
}
