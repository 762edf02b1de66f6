//! Correcting: typing in the text. What is typed is a draft until one pauses, leaves the paragraph or does something else.

pub(super) mod draft;
mod keys;
mod speakers;
mod turns;

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use self::draft::{Draft, follow};
use self::speakers::SpeakerMenu;
use self::turns::NewTurn;
use super::shown::Shown;
use crate::journal::edit::Edit;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::text::indexed::IndexedText;
use crate::ui::action::{Action, Look};
use crate::ui::cx::Cx;
use crate::ui::screen::Selection;

/// How long a pause is after which what was typed is said, in seconds.
const PAUSE: f64 = 1.0;

/// What was typed is said at the latest after so many seconds, also where nobody pauses.
const AT_LATEST: f64 = 5.0;

/// What is half typed, as it can be said now.
#[derive(Clone, Debug)]
pub(in crate::ui) enum Typed {
    /// Nothing that changes the text.
    Nothing,
    /// The wish that says it.
    Wish(Edit),
    /// Its place is gone; these are the words of the paragraph.
    Lost(String),
}

/// What somebody who corrects a text has in their hands.
#[derive(Default)]
pub(super) struct Correcting {
    draft: Option<Draft>,
    /// When something was typed last, in seconds.
    typed: f64,
    /// When typing began that is not said yet, in seconds.
    since: f64,
    /// What is half typed was refused, and is said again only after more was typed.
    refused: bool,
    /// What was typed last, so that a word is one step of undo.
    stroke: Option<Stroke>,
    /// What an input method is composing, on the page.
    composing: Option<Range<u32>>,
    edition: u64,
    /// The source with what was typed last in it, and the revision and the edition it was made for.
    made: Option<((u64, u64), Rc<Shown>)>,
    /// The caret has moved by the keyboard and is to be in view.
    shows_caret: bool,
    /// The source as it was in the last frame, and the words that stood on the page.
    known: Option<(Source, Arc<IndexedText>)>,
    /// Where the caret goes is said by the one who changes the text next.
    led: bool,
    new_turn: Option<NewTurn>,
    menu: SpeakerMenu,
}

/// What kind of thing was typed last, and where it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stroke {
    Letters(u32),
    Deleting(u32),
}

impl Correcting {
    /// Tells whether it is asking something.
    pub(super) fn asks(&self) -> bool {
        self.new_turn.is_some()
    }

    /// Another number after everything typed.
    pub(super) fn edition(&self) -> u64 {
        self.edition
    }

    /// A source with what is half typed in it.
    pub(super) fn shown(&self, revision: u64, source: &Source) -> Option<Rc<Shown>> {
        let made = self.made.as_ref().filter(|(of, _)| *of == (revision, self.edition));
        match self.draft.as_ref().filter(|draft| draft.fits(source)) {
            Some(_) if let Some((_, shown)) = made => Some(Rc::clone(shown)),
            Some(draft) => {
                let (old, words) = draft.words();
                Shown::with(source, old, words).map(Rc::new)
            }
            None => Shown::as_is(source).map(Rc::new),
        }
    }

    /// Takes up what has become of the text since the last frame: the draft and the caret stay with their words.
    pub(super) fn follow(&mut self, cx: &Cx<'_>, source: &Source) {
        if self.draft.as_ref().is_some_and(|draft| draft.base().id != source.id) {
            self.send(cx);
        }
        let before = self.known.as_ref().filter(|(known, _)| known.id == source.id);
        let others = before.filter(|(known, page)| {
            known.text != source.text && source.text.as_ref().is_none_or(|text| **text != **page)
        });
        if let Some(draft) = self.draft.as_ref().filter(|draft| !draft.fits(source)) {
            let caret = cx.screen.selection.unwrap_or(Selection::caret(0));
            if let Some(turn) = &mut self.new_turn {
                let there = draft.moved(source, Selection::caret(turn.at));
                turn.at = there.map_or(turn.at, |(_, caret)| caret.head);
            }
            match draft.moved(source, caret) {
                Some((draft, caret)) => {
                    cx.send(Look::Follow(caret));
                    self.edition += 1;
                    self.draft = Some(draft);
                }
                None => self.send(cx),
            }
        } else if let (Some((before, _)), Some(selection), false) = (others, cx.screen.selection, self.led) {
            let there = |at| follow(before, at, source);
            if let Some(turn) = &mut self.new_turn {
                turn.at = there(turn.at);
            }
            cx.send(Look::Follow(Selection { anchor: there(selection.anchor), head: there(selection.head) }));
        }
        if others.is_some() {
            self.led = false;
        }
    }

    /// Remembers what stands on the page now.
    pub(super) fn remember(&mut self, source: &Source, page: &Arc<IndexedText>) {
        let known = |(known, before): &(Source, Arc<IndexedText>)| {
            let same = known.text.as_ref().zip(source.text.as_ref()).is_some_and(|(a, b)| Arc::ptr_eq(a, b));
            same && known.id == source.id && Arc::ptr_eq(before, page)
        };
        if !self.known.as_ref().is_some_and(known) {
            self.known = Some((source.clone(), Arc::clone(page)));
        }
    }

    /// Where the caret is to be brought into view, once.
    pub(super) fn take_shown(&mut self, caret: Option<Selection>) -> Option<u32> {
        caret.filter(|_| std::mem::take(&mut self.shows_caret)).map(|caret| caret.head)
    }

    /// What is half typed, as it can be said now. It is typed until it is [let go](Self::let_go).
    pub(super) fn typed(&self, project: &Project) -> Typed {
        let Some(draft) = &self.draft else { return Typed::Nothing };
        let lost = || Typed::Lost(draft.words().1.to_owned());
        let Some(source) = project.source(draft.base().id) else { return lost() };
        if draft.fits(source) {
            return draft.wish().map_or(Typed::Nothing, Typed::Wish);
        }
        match draft.moved(source, Selection::caret(0)) {
            Some((moved, _)) => moved.wish().map_or(Typed::Nothing, Typed::Wish),
            None => lost(),
        }
    }

    /// What was half typed has been said, and is typed no more.
    pub(super) fn let_go(&mut self) {
        if self.draft.take().is_some() {
            (self.stroke, self.composing, self.refused) = (None, None, false);
            self.made = None;
            self.edition += 1;
        }
    }

    /// What was half typed could not be said; it stays.
    pub(super) fn keep(&mut self) {
        self.refused = true;
    }

    /// Asks that what is half typed be said.
    pub(super) fn send(&self, cx: &Cx<'_>) {
        if self.draft.is_some() && !self.refused {
            cx.send(Action::SayTyped);
        }
    }

    /// Takes back what was typed last; gives where the caret was.
    pub(super) fn back(&mut self) -> Option<Selection> {
        let caret = self.draft.as_mut()?.back();
        (self.stroke, self.composing, self.refused) = (None, None, false);
        self.edition += 1;
        caret
    }

    /// Types again what was taken back.
    pub(super) fn forth(&mut self) -> Option<Selection> {
        let caret = self.draft.as_mut()?.forth();
        (self.stroke, self.composing, self.refused) = (None, None, false);
        self.edition += 1;
        caret
    }
}
