//! The commands that set words aside and take them back in: they act on the selection, or around the caret.

use crate::journal::edit::Edit;
use crate::lang::aside::AsideWords;
use crate::model::exclusion::Reason;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::bounds::line_around;
use crate::ui::app::App;
use crate::ui::screen::{Said, Tone};

impl App {
    /// Sets the selected words aside; the turn with the caret where none are selected. What is set aside already gets
    /// this reason.
    pub(super) fn set_aside(&mut self, reason: Reason) {
        let meant = self.open_source().and_then(|source| {
            let selection = self.screen.selection?;
            let span = selection.span().or_else(|| whole(source, selection.head))?;
            Some((source, source.trimmed(span)?))
        });
        let wish = meant.and_then(|(source, span)| {
            let other = source.set_aside(span).any(|known| known.reason != reason);
            let (source, spans) = (source.id, vec![span]);
            match self.open_source()?.counts(span) {
                true => Some(Edit::Exclude { source, spans, reason }),
                false => other.then_some(Edit::ChangeReason { source, spans, reason }),
            }
        });
        let already = meant.is_some();
        self.edit_or_say(wish, |words| if already { words.aside_already } else { words.nothing_to_set_aside });
    }

    /// Takes the selected words back in; the passage with the caret where none are selected.
    pub(super) fn take_in(&mut self) {
        let wish = self.open_source().and_then(|source| {
            let selection = self.screen.selection?;
            let passage = |at: u32| source.excluded().iter().find(|span| (span.start()..=span.end()).contains(&at));
            let span = selection.span().or_else(|| passage(selection.head).copied())?;
            source.set_aside(span).next()?;
            Some(Edit::Include { source: source.id, spans: vec![span] })
        });
        self.edit_or_say(wish, |words| words.nothing_to_take_in);
    }

    fn open_source(&self) -> Option<&Source> {
        self.session.as_ref()?.project().source(self.screen.source?)
    }

    fn edit_or_say(&mut self, wish: Option<Edit>, why_not: impl Fn(&AsideWords) -> &'static str) {
        match wish {
            Some(edit) => drop(self.edit(&edit)),
            None => {
                let words = why_not(AsideWords::of(self.desk.language())).to_owned();
                self.screen.said = Some(Said { words, tone: Tone::Trouble });
            }
        }
    }
}

/// The turn around a place; the paragraph in a text without turns.
fn whole(source: &Source, at: u32) -> Option<Span> {
    let turn = source.turn_at(at).and_then(|turn| source.turns.get(turn)).map(|turn| turn.span);
    turn.or_else(|| {
        let line = line_around(source.text.as_deref()?, at);
        Span::new(line.start, line.end)
    })
}
