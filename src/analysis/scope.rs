//! Scope: which part of a study a question is asked of.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::table::Key;
use crate::model::coding::Coding;
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, RoundId, SourceId};
use crate::model::layer::Layer;
use crate::model::project::Project;
use crate::model::source::{Role, Source};
use crate::model::span::{Span, shared, union, without};

/// What to do with stretches that were set aside, such as small talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Excluded {
    /// They are not asked.
    #[default]
    Out,
    /// They are asked like the rest.
    In,
}

/// Which part of a study a question is asked of. An empty set asks everything; sets of several kinds ask what all of
/// them have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// These sources.
    pub sources: BTreeSet<SourceId>,
    /// The turns of speakers with these names.
    pub speakers: BTreeSet<String>,
    /// The turns of speakers with these roles.
    pub roles: BTreeSet<Role>,
    /// The sources of these cases.
    pub cases: BTreeSet<CaseId>,
    /// The sources of cases that have, for each attribute named, one of these values.
    pub values: BTreeMap<AttributeId, BTreeSet<String>>,
    /// What is coded with these codes.
    pub codes: BTreeSet<CodeId>,
    /// Whether the codes under these count too.
    pub reach: Reach,
    /// What these coders have coded.
    pub coders: BTreeSet<CoderId>,
    /// The words of these rounds of double coding.
    pub rounds: BTreeSet<RoundId>,
    /// Whose codings: each coder's own, or what the coders have agreed on.
    pub layer: Layer,
    /// What was set aside.
    pub excluded: Excluded,
}

impl Scope {
    /// The whole study but what was set aside.
    pub fn all() -> Self {
        Self::default()
    }

    /// Finds what the scope chooses of a project; ask that when more than one source is asked.
    pub fn chosen<'p>(&self, project: &'p Project) -> Chosen<'p> {
        let project = project.layer(self.layer);
        let codebook = project.codebook();
        let codes: BTreeSet<CodeId> = match self.reach {
            Reach::Own => self.codes.clone(),
            Reach::Family => self.codes.iter().flat_map(|code| codebook.family(*code)).collect(),
        };
        let of_cases = self.sources_of_cases(project);
        let rounds: Vec<_> = self.rounds.iter().filter_map(|id| project.double_coding(*id)).collect();
        let asked = |source: &&Source| {
            let named = self.sources.is_empty() || self.sources.contains(&source.id);
            named
                && of_cases.as_ref().is_none_or(|sources| sources.contains(&source.id))
                && (self.rounds.is_empty() || rounds.iter().any(|round| round.places.contains_key(&source.id)))
        };
        let sources: Vec<(&Source, Vec<Span>)> =
            project.sources().filter(asked).map(|source| (source, self.heard(project, source))).collect();
        let place = sources.iter().enumerate().map(|(place, (source, _))| (source.id, place)).collect();
        let codes = (!self.codes.is_empty()).then_some(codes);
        let coders = (!self.coders.is_empty()).then(|| self.coders.clone());
        Chosen { project, sources, place, codes, coders }
    }

    /// The stretches of one source's text that are asked, in order and without overlaps.
    pub fn spans(&self, project: &Project, source: SourceId) -> Vec<Span> {
        let sources = match self.sources.is_empty() || self.sources.contains(&source) {
            true => BTreeSet::from([source]),
            false => return Vec::new(),
        };
        Self { sources, ..self.clone() }.chosen(project).spans(source)
    }

    /// The codings that are asked, by the order of the sources, then of the text.
    pub fn codings<'p>(&self, project: &'p Project) -> impl Iterator<Item = &'p Coding> + use<'p> {
        self.chosen(project).codings().collect::<Vec<_>>().into_iter()
    }

    /// What of the scope answers to every key too; `None` where nothing can.
    #[must_use]
    pub fn narrowed(&self, project: &Project, keys: &[Key]) -> Option<Self> {
        keys.iter().try_fold(self.clone(), |mut scope, key| {
            match key {
                Key::Source(source) => only(&mut scope.sources, source)?,
                Key::Speaker(name) => only(&mut scope.speakers, name)?,
                Key::Case(case) => only(&mut scope.cases, case)?,
                Key::Value(attribute, value) => only(scope.values.entry(*attribute).or_default(), value)?,
                Key::Coder(coder) => only(&mut scope.coders, coder)?,
                Key::Code(code, reach) => {
                    let chosen = scope.chosen(project).codes;
                    let wanted = match reach {
                        Reach::Own => vec![*code],
                        Reach::Family => project.codebook().family(*code),
                    };
                    let asked = |code: &CodeId| chosen.as_ref().is_none_or(|codes| codes.contains(code));
                    scope.codes = wanted.into_iter().filter(asked).collect();
                    scope.reach = Reach::Own;
                    (!scope.codes.is_empty()).then_some(())?;
                }
            }
            Some(scope)
        })
    }

    /// The sources of the cases asked; `None` where cases do not matter.
    fn sources_of_cases(&self, project: &Project) -> Option<BTreeSet<SourceId>> {
        if self.cases.is_empty() && self.values.is_empty() {
            return None;
        }
        let cases = project.cases().into_iter().filter(|case| {
            let named = self.cases.is_empty() || self.cases.contains(&case.id);
            let has = |(attribute, values): (&AttributeId, &BTreeSet<String>)| {
                values.is_empty() || case.values.get(attribute).is_some_and(|value| values.contains(value))
            };
            named && self.values.iter().all(has)
        });
        Some(cases.flat_map(|case| case.sources.iter().copied()).collect())
    }

    /// What is said by those asked, without what was set aside; a whole text is one stretch, turns are one each.
    fn heard(&self, project: &Project, source: &Source) -> Vec<Span> {
        let said = if self.speakers.is_empty() && self.roles.is_empty() {
            Span::new(0, source.length).into_iter().collect()
        } else {
            let speaks = |speaker: u16| {
                source.speakers.get(usize::from(speaker)).is_some_and(|speaker| {
                    (self.speakers.is_empty() || self.speakers.contains(&speaker.name))
                        && (self.roles.is_empty() || self.roles.contains(&speaker.role))
                })
            };
            let turns = source.turns.iter().filter(|turn| turn.speaker.is_some_and(speaks));
            turns.map(|turn| turn.span).collect::<Vec<_>>()
        };
        let rounds = self.rounds.iter().filter_map(|id| project.double_coding(*id));
        let twice: Vec<Span> = rounds.flat_map(|round| round.spans(project, source.id)).collect();
        let said = if self.rounds.is_empty() { said } else { shared(&said, &union(twice)) };
        match self.excluded {
            Excluded::In => said,
            Excluded::Out => without(&said, source.excluded()),
        }
    }
}

/// Narrows a set to one of its members; an empty set has them all.
fn only<T: Ord + Clone>(set: &mut BTreeSet<T>, member: &T) -> Option<()> {
    let known = set.is_empty() || set.contains(member);
    *set = BTreeSet::from([member.clone()]);
    known.then_some(())
}

/// What a scope chooses of a project.
#[derive(Clone, Debug)]
pub struct Chosen<'p> {
    project: &'p Project,
    /// The sources asked in their order, each with what those asked say in it.
    sources: Vec<(&'p Source, Vec<Span>)>,
    place: BTreeMap<SourceId, usize>,
    codes: Option<BTreeSet<CodeId>>,
    coders: Option<BTreeSet<CoderId>>,
}

impl<'p> Chosen<'p> {
    /// The project.
    pub fn project(&self) -> &'p Project {
        self.project
    }

    /// The sources asked, in their order.
    pub fn sources(&self) -> impl Iterator<Item = &'p Source> {
        self.sources.iter().map(|(source, _)| *source)
    }

    /// The stretches of a source that are asked, in order and without overlaps; where codes or coders are asked for,
    /// only what they cover.
    pub fn spans(&self, source: SourceId) -> Vec<Span> {
        let Some(heard) = self.heard(source) else { return Vec::new() };
        if self.codes.is_none() && self.coders.is_none() {
            return heard.to_vec();
        }
        let coded = self.project.codings_in(source).filter(|coding| self.counts(coding));
        shared(heard, &union(coded.map(|coding| coding.span).collect()))
    }

    /// The codings asked, by the order of the sources, then of the text.
    pub fn codings(&self) -> impl Iterator<Item = &'p Coding> {
        self.sources.iter().flat_map(|(source, heard)| {
            self.project.codings_in(source.id).filter(|coding| self.counts(coding) && touches(heard, coding.span))
        })
    }

    /// Tells whether a coding is asked: its code, coder and source are, and some of its words.
    pub fn has(&self, coding: &Coding) -> bool {
        self.counts(coding) && self.heard(coding.source).is_some_and(|heard| touches(heard, coding.span))
    }

    /// What of a source those asked say.
    fn heard(&self, source: SourceId) -> Option<&[Span]> {
        let place = self.place.get(&source)?;
        self.sources.get(*place).map(|(_, heard)| heard.as_slice())
    }

    fn counts(&self, coding: &Coding) -> bool {
        self.codes.as_ref().is_none_or(|codes| codes.contains(&coding.code))
            && self.coders.as_ref().is_none_or(|coders| coders.contains(&coding.coder))
    }
}

/// Tells whether a span shares words with any of a list in order.
fn touches(spans: &[Span], span: Span) -> bool {
    let first = spans.partition_point(|known| known.end() <= span.start());
    spans.get(first).is_some_and(|known| known.start() < span.end())
}
