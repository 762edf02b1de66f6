//! Double coding: words that several coders code without seeing each other's work, and what they agree on afterwards.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::anchor::AnchoredSpan;
use super::id::{CodeId, CoderId, CodingId, RoundId, SourceId};
use super::project::Project;
use super::span::{Span, union};

/// How turns were drawn by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Drawn {
    /// How many of a hundred.
    pub percent: u8,
    /// What the chance came from: the same seed draws the same turns of the same texts.
    pub seed: u64,
    /// How many turns there were to draw from.
    pub of: u32,
}

/// What the coders agreed on where they had coded differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// What this coder has counts.
    Of(CoderId),
    /// What each of them has counts.
    All,
    /// The code does not belong there.
    Neither,
    /// The code belongs there, on these characters; the coding has an id of its own.
    Bounds(CodingId, AnchoredSpan),
    /// They have to talk about it first.
    Discuss,
}

/// An answer to one disagreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The source.
    pub source: SourceId,
    /// The characters that any of them had coded.
    pub at: AnchoredSpan,
    /// The code; a merge of codes changes it.
    pub code: CodeId,
    /// What was agreed.
    pub answer: Answer,
    /// Who said so.
    pub by: CoderId,
    /// When, in ms since 1970.
    pub made_ms: u64,
}

/// A round of double coding as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleCoding {
    /// Its id.
    pub id: RoundId,
    /// Who codes, in the order in which they were named: the first is A, the second B.
    pub coders: Vec<CoderId>,
    /// The codes it is about; none stands for every code.
    pub codes: BTreeSet<CodeId>,
    /// The characters it is about.
    pub places: BTreeMap<SourceId, Vec<AnchoredSpan>>,
    /// How they were drawn; `None` where somebody chose them.
    pub drawn: Option<Drawn>,
    /// Who began it.
    pub begun_by: CoderId,
    /// When, in ms since 1970.
    pub begun_ms: u64,
    /// Who showed everybody's work to all, and when; `None` while each sees only their own.
    pub unveiled: Option<(CoderId, u64)>,
    /// What was agreed, the latest last.
    pub settled: Vec<Settled>,
    /// Who of them has made which code since it began, where it is about every code and has not been unveiled.
    pub made_since: BTreeMap<CodeId, CoderId>,
}

impl DoubleCoding {
    /// Tells whether it is about a code.
    pub fn has_code(&self, code: CodeId) -> bool {
        self.codes.is_empty() || self.codes.contains(&code)
    }

    /// The stretches of a source that it is about, in order and without overlaps.
    pub fn spans(&self, project: &Project, source: SourceId) -> Vec<Span> {
        let (Some(known), Some(places)) = (project.source(source), self.places.get(&source)) else { return Vec::new() };
        union(places.iter().filter_map(|at| known.resolve(*at)).collect())
    }
}

/// What each coder of a round has where at least one of them put a code; their codings overlap, directly or by way of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The source.
    pub source: SourceId,
    /// The code.
    pub code: CodeId,
    /// The words that any of them coded.
    pub span: Span,
    /// The codings of each coder, in the order of the coders of the round and then of the text.
    pub codings: Vec<Vec<CodingId>>,
    /// Tells whether each coded the very same words.
    pub agreed: bool,
}

/// Sets what the coders of a round have side by side, code by code: by the order of the sources, then of the text.
///
/// Two belong together where they have the same code and share words. Coders agree where each has the very same bounds.
pub fn matches(project: &Project, round: &DoubleCoding) -> Vec<Match> {
    let mut found = Vec::new();
    for source in project.sources().filter(|source| round.places.contains_key(&source.id)) {
        let asked = round.spans(project, source.id);
        let mut by_code: BTreeMap<CodeId, Vec<(Span, usize, CodingId)>> = BTreeMap::new();
        for coding in project.codings_in(source.id).filter(|coding| round.has_code(coding.code)) {
            let Some(coder) = round.coders.iter().position(|coder| *coder == coding.coder) else { continue };
            if touches(&asked, coding.span) {
                by_code.entry(coding.code).or_default().push((coding.span, coder, coding.id));
            }
        }
        let start = found.len();
        for (code, mut codings) in by_code {
            codings.sort_unstable();
            let mut open: Vec<(Span, usize, CodingId)> = Vec::new();
            let mut hull: Option<Span> = None;
            for coding in codings {
                if hull.is_some_and(|hull| hull.overlap(coding.0).is_none()) {
                    found.extend(side_by_side(round, (source.id, code), &open));
                    open.clear();
                    hull = None;
                }
                hull = Some(hull.map_or(coding.0, |hull| hull.hull(coding.0)));
                open.push(coding);
            }
            found.extend(side_by_side(round, (source.id, code), &open));
        }
        if let Some(own) = found.get_mut(start..) {
            own.sort_by_key(|one: &Match| (one.span, one.code));
        }
    }
    found
}

fn side_by_side(
    round: &DoubleCoding,
    (source, code): (SourceId, CodeId),
    codings: &[(Span, usize, CodingId)],
) -> Option<Match> {
    let span = codings.iter().map(|(span, ..)| *span).reduce(Span::hull)?;
    let spans = |coder: usize| {
        let own = codings.iter().filter(move |(_, by, _)| *by == coder);
        own.map(|(span, ..)| *span).collect::<BTreeSet<Span>>()
    };
    let first = spans(0);
    let agreed = (0..round.coders.len()).all(|coder| spans(coder) == first);
    let own = |coder| codings.iter().filter(|(_, by, _)| *by == coder).map(|(.., id)| *id).collect();
    Some(Match { source, code, span, codings: (0..round.coders.len()).map(own).collect(), agreed })
}

impl Match {
    /// The latest answer to it.
    pub fn answer<'r>(&self, project: &Project, round: &'r DoubleCoding) -> Option<&'r Settled> {
        let source = project.source(self.source)?;
        round.settled.iter().rev().find(|settled| {
            settled.source == self.source
                && settled.code == self.code
                && source.resolve(settled.at).is_some_and(|span| span.overlap(self.span).is_some())
        })
    }

    /// Tells whether somebody has still to say what counts.
    pub fn is_open(&self, project: &Project, round: &DoubleCoding) -> bool {
        let answered = || self.answer(project, round).is_some_and(|settled| settled.answer != Answer::Discuss);
        !self.agreed && !answered()
    }
}

/// Tells whether a span shares words with any of a list in order.
pub(super) fn touches(spans: &[Span], span: Span) -> bool {
    let first = spans.partition_point(|known| known.end() <= span.start());
    spans.get(first).is_some_and(|known| known.start() < span.end())
}
