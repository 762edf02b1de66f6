//! Wishes about codings.

use std::collections::BTreeSet;

use super::decider::{Decider, Decision};
use super::{NewCode, Refusal};
use crate::journal::event::Event;
use crate::model::anchor::AnchoredSpan;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};
use crate::model::span::Span;

impl Decider<'_> {
    pub(super) fn apply_code(&mut self, code: CodeId, source: SourceId, span: Span) -> Decision {
        self.code(code)?;
        let span = self.trimmed(source, span)?;
        let at = self.anchor(source, span)?;
        if self.is_coded(self.coder, code, source, span) {
            return Ok(Vec::new());
        }
        let coding = CodingId::new((self.draw)());
        Ok(vec![Event::CodingAdded { coding, code, source, at }])
    }

    pub(super) fn apply_new_code(&mut self, new: &NewCode, places: &[(SourceId, Span)]) -> Decision {
        let mut spans = BTreeSet::new();
        for (source, span) in places {
            spans.insert((*source, self.trimmed(*source, *span)?));
        }
        let (code, mut events) = self.create_code(new)?;
        for (source, span) in spans {
            let at = self.anchor(source, span)?;
            let coding = CodingId::new((self.draw)());
            events.push(Event::CodingAdded { coding, code, source, at });
        }
        Ok(events)
    }

    pub(super) fn resize_coding(&self, coding: CodingId, span: Span) -> Decision {
        if let Some(lost) = self.project.lost_coding(coding) {
            let at = self.anchor(lost.source, self.trimmed(lost.source, span)?)?;
            self.refuse_twice(lost.coder, lost.code, lost.source, span)?;
            return Ok(vec![Event::CodingResized { coding, at }]);
        }
        let known = self.coding(coding)?;
        let at = self.anchor(known.source, span)?;
        if span == known.span {
            return Ok(Vec::new());
        }
        self.refuse_twice(known.coder, known.code, known.source, span)?;
        Ok(vec![Event::CodingResized { coding, at }])
    }

    pub(super) fn recode_coding(&self, coding: CodingId, code: CodeId) -> Decision {
        let known = self.coding(coding)?;
        self.code(code)?;
        if code == known.code {
            return Ok(Vec::new());
        }
        self.refuse_twice(known.coder, code, known.source, known.span)?;
        Ok(vec![Event::CodingRecoded { coding, code }])
    }

    pub(super) fn recode_to_new_code(&mut self, coding: CodingId, new: &NewCode) -> Decision {
        self.coding(coding)?;
        let (code, mut events) = self.create_code(new)?;
        events.push(Event::CodingRecoded { coding, code });
        Ok(events)
    }

    pub(super) fn remove_codings(&self, codings: &[CodingId]) -> Decision {
        let seen = self.project.seen();
        let removed = codings.iter().map(|&coding| {
            if self.project.lost_coding(coding).is_none() {
                self.coding(coding)?;
            }
            Ok(Event::CodingRemoved { coding, seen: seen.clone() })
        });
        removed.collect()
    }

    fn trimmed(&self, source: SourceId, span: Span) -> Result<Span, Refusal> {
        let known = self.source(source)?;
        if span.end() > known.length {
            return Err(Refusal::SpanOutsideText { within: source, length: known.length });
        }
        known.trimmed(span).ok_or(Refusal::SpanOutsideText { within: source, length: known.length })
    }

    pub(super) fn anchor(&self, source: SourceId, span: Span) -> Result<AnchoredSpan, Refusal> {
        let known = self.source(source)?;
        known.anchor(span).ok_or(Refusal::SpanOutsideText { within: source, length: known.length })
    }

    /// Of two codings that say the same one would have to go, and its memo with it.
    fn refuse_twice(&self, coder: CoderId, code: CodeId, source: SourceId, span: Span) -> Result<(), Refusal> {
        if !self.is_coded(coder, code, source, span) {
            return Ok(());
        }
        let name = self.code(code)?.name.clone();
        let other = self.project.coder(coder).filter(|other| other.id != self.coder);
        Err(Refusal::AlreadyCoded { name, other: other.map(|other| other.name.clone()) })
    }

    fn is_coded(&self, coder: CoderId, code: CodeId, source: SourceId, span: Span) -> bool {
        self.project.codings_on(source, span).any(|coding| coding.coder == coder && coding.code == code)
    }
}
