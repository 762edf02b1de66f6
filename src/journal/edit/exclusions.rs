//! Wishes about words that are set aside.

use super::Refusal;
use super::decider::{Decider, Decision};
use crate::journal::event::Event;
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::id::{ExclusionId, SourceId};
use crate::model::source::Source;
use crate::model::span::{Span, union, without};

impl Decider<'_> {
    pub(super) fn exclude(&mut self, id: SourceId, spans: &[Span], reason: Reason) -> Decision {
        let source = self.source(id)?;
        let mut wanted = Vec::new();
        for span in spans {
            if span.end() > source.length {
                return Err(Refusal::SpanOutsideText { within: id, length: source.length });
            }
            wanted.extend(source.counted(*span).into_iter().filter_map(|rest| source.trimmed(rest)));
        }
        self.set_aside(id, &wanted, reason)
    }

    pub(super) fn include(&mut self, id: SourceId, spans: &[Span]) -> Decision {
        let spans = union(spans.to_vec());
        let mut events = Vec::new();
        for known in self.touched(id, &spans)? {
            events.append(&mut self.all_but(id, known, &spans)?);
        }
        Ok(events)
    }

    pub(super) fn change_reason(&mut self, id: SourceId, spans: &[Span], reason: Reason) -> Decision {
        let spans = union(spans.to_vec());
        let mut events = Vec::new();
        for known in self.touched(id, &spans)?.into_iter().filter(|known| known.reason != reason) {
            events.append(&mut self.all_but(id, known, &spans)?);
            let source = self.source(id)?;
            let inside = spans.iter().filter_map(|span| span.overlap(known.span));
            let inside: Vec<Span> = inside.filter_map(|span| source.trimmed(span)).collect();
            events.append(&mut self.set_aside(id, &inside, reason)?);
        }
        Ok(events)
    }

    fn touched(&self, id: SourceId, spans: &[Span]) -> Result<Vec<Exclusion>, Refusal> {
        let is_touched = |known: &&Exclusion| spans.iter().any(|span| known.span.overlap(*span).is_some());
        Ok(self.source(id)?.exclusions.iter().filter(is_touched).copied().collect())
    }

    /// Takes a passage back in, and sets aside anew what of it does not lie in these spans.
    fn all_but(&mut self, id: SourceId, known: Exclusion, spans: &[Span]) -> Decision {
        let source = self.source(id)?;
        let rest = without(&[known.span], spans).into_iter().filter_map(|rest| source.trimmed(rest));
        let rest: Vec<Span> = rest.collect();
        let mut events = vec![Event::WordsIncluded { source: id, exclusion: known.id }];
        events.append(&mut self.set_aside(id, &rest, known.reason)?);
        Ok(events)
    }

    fn set_aside(&mut self, id: SourceId, spans: &[Span], reason: Reason) -> Decision {
        let source: &Source = self.project.source(id).ok_or(Refusal::NoSuchSource)?;
        let outside = Refusal::SpanOutsideText { within: id, length: source.length };
        let excluded = spans.iter().map(|span| {
            let at = source.anchor(*span).ok_or_else(|| outside.clone())?;
            Ok(Event::WordsExcluded { source: id, exclusion: ExclusionId::new((self.draw)()), at, reason })
        });
        excluded.collect()
    }
}
