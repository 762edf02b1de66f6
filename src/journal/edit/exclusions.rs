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
        let source = self.source(id)?;
        let spans = union(spans.to_vec());
        let is_touched = |known: &&Exclusion| spans.iter().any(|span| known.span.overlap(*span).is_some());
        let touched: Vec<Exclusion> = source.exclusions.iter().filter(is_touched).copied().collect();
        let mut events = Vec::new();
        for known in touched {
            events.push(Event::WordsIncluded { source: id, exclusion: known.id });
            let rest = without(&[known.span], &spans);
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
