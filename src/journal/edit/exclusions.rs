//! Wishes about words that are set aside.

use super::Refusal;
use super::decider::{Decider, Decision};
use crate::journal::event::Event;
use crate::model::exclusion::Reason;
use crate::model::id::{ExclusionId, SourceId};
use crate::model::source::Source;
use crate::model::span::Span;

impl Decider<'_> {
    pub(super) fn exclude(&mut self, id: SourceId, spans: &[Span], reason: Reason) -> Decision {
        let source = self.source(id)?;
        let mut wanted = Vec::new();
        for span in spans {
            if span.end() > source.length {
                return Err(Refusal::SpanOutsideText { within: id, length: source.length });
            }
            wanted.extend(without(*span, source.excluded()).into_iter().filter_map(|rest| source.trimmed(rest)));
        }
        self.set_aside(id, &wanted, reason)
    }

    pub(super) fn include(&mut self, id: SourceId, span: Span) -> Decision {
        let source = self.source(id)?;
        let touched: Vec<_> =
            source.exclusions.iter().filter(|known| known.span.overlap(span).is_some()).copied().collect();
        let mut events = Vec::new();
        for known in touched {
            events.push(Event::WordsIncluded { source: id, exclusion: known.id });
            let rest = without(known.span, &[span]);
            let source = self.source(id)?;
            let rest: Vec<Span> = rest.into_iter().filter_map(|rest| source.trimmed(rest)).collect();
            events.append(&mut self.set_aside(id, &rest, known.reason)?);
        }
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

/// What is left of a span without others, which are in order and do not overlap.
fn without(span: Span, others: &[Span]) -> Vec<Span> {
    let (mut start, mut left) = (span.start(), Vec::new());
    for other in others.iter().filter_map(|other| other.overlap(span)) {
        left.extend(Span::new(start, other.start()));
        start = other.end();
    }
    left.extend(Span::new(start, span.end()));
    left
}
