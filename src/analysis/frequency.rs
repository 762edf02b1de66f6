//! Frequency: how often each code is applied, in how many sources, by how many coders, to how many words. What was set
//! aside counts nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::Reach;
use super::counted::{counts, words};
use super::scope::Scope;
use crate::model::coding::Coding;
use crate::model::id::{CodeId, CoderId, SourceId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::{Span, shared, union};

/// The four figures of a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many codings; NVivo calls them references.
    pub codings: usize,
    /// How many sources have one, each counted once; NVivo calls them files.
    pub sources: usize,
    /// How many coders made one, each counted once.
    pub coders: usize,
    /// How many words they cover; words under several codings count once.
    pub words: usize,
}

/// The figures of a code by itself, and together with all codes under it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By itself.
    pub own: Tally,
    /// With its descendants.
    pub family: Tally,
}

impl Counts {
    /// The figures of one reach.
    pub fn of(&self, reach: Reach) -> Tally {
        match reach {
            Reach::Own => self.own,
            Reach::Family => self.family,
        }
    }
}

/// The figures of every code of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    by_code: BTreeMap<CodeId, Counts>,
}

impl Frequency {
    /// Counts all codes of the whole project at once.
    pub fn of(project: &Project) -> Self {
        Self::counted(project, |code| Gathered::of(counted_of(project, code)), |gathered| gathered.tally(project, None))
    }

    /// Counts all codes of a scope: codings that touch it, and the words of theirs that lie in it.
    pub fn within(project: &Project, scope: &Scope) -> Self {
        let chosen = scope.chosen(project);
        let mut by_code: BTreeMap<CodeId, Vec<&Coding>> = BTreeMap::new();
        chosen.codings().for_each(|coding| by_code.entry(coding.code).or_default().push(coding));
        let asked: Asked = chosen.sources().map(|source| (source.id, chosen.spans(source.id))).collect();
        let gather = |code| Gathered::of(by_code.get(&code).into_iter().flatten().copied());
        Self::counted(project, gather, |gathered| gathered.tally(project, Some(&asked)))
    }

    /// Looks at every coding once, and hands it up the tree as a part of a sum.
    fn counted(project: &Project, gather: impl Fn(CodeId) -> Gathered, tally: impl Fn(&mut Gathered) -> Tally) -> Self {
        let codebook = project.codebook();
        let mut by_code = BTreeMap::new();
        let mut from_below: BTreeMap<CodeId, Gathered> = BTreeMap::new();
        // Children stand after their parents, so backwards every family is complete when its head is reached.
        for row in codebook.rows().into_iter().rev() {
            let mut gathered = gather(row.code);
            let own = tally(&mut gathered);
            let mut family = own;
            if let Some(below) = from_below.remove(&row.code) {
                gathered = below.and(gathered);
                family = tally(&mut gathered);
            }
            by_code.insert(row.code, Counts { own, family });
            if let Some(parent) = codebook.code(row.code).and_then(|code| code.parent) {
                let sum = from_below.remove(&parent).unwrap_or_default();
                from_below.insert(parent, sum.and(gathered));
            }
        }
        Self { by_code }
    }

    /// The figures of a code; all zero for one that is not in the codebook.
    pub fn code(&self, code: CodeId) -> Counts {
        self.by_code.get(&code).copied().unwrap_or_default()
    }
}

/// The figures of one code together with all codes under it, without counting the others.
pub fn family(project: &Project, code: CodeId) -> Tally {
    let codes = project.codebook().family(code).into_iter();
    codes
        .map(|code| Gathered::of(counted_of(project, code)))
        .fold(Gathered::default(), Gathered::and)
        .tally(project, None)
}

/// The codings of a code that count.
fn counted_of(project: &Project, code: CodeId) -> impl Iterator<Item = &Coding> {
    project.codings_of(code).filter(|coding| counts(project, coding))
}

/// How many words stand in some spans, set aside or not.
fn words_of(source: &Source, spans: &[Span]) -> usize {
    let Some(text) = source.text.as_ref() else { return 0 };
    spans.iter().map(|span| text.words().count_between(span.start(), span.end())).sum()
}

/// What of each source is asked.
type Asked = BTreeMap<SourceId, Vec<Span>>;

/// What codings cover, gathered so that two gatherings add up without counting anything twice.
#[derive(Default)]
struct Gathered {
    codings: usize,
    coders: BTreeSet<CoderId>,
    spans: BTreeMap<SourceId, Vec<Span>>,
}

impl Gathered {
    fn of<'p>(codings: impl Iterator<Item = &'p Coding>) -> Self {
        let mut gathered = Self::default();
        for coding in codings {
            gathered.codings += 1;
            gathered.coders.insert(coding.coder);
            gathered.spans.entry(coding.source).or_default().push(coding.span);
        }
        gathered
    }

    fn and(self, other: Self) -> Self {
        let (mut large, small) = if self.spans.len() >= other.spans.len() { (self, other) } else { (other, self) };
        large.codings += small.codings;
        large.coders.extend(small.coders);
        for (source, spans) in small.spans {
            large.spans.entry(source).or_default().extend(spans);
        }
        large
    }

    /// Counts, and keeps the spans merged, so that they are merged once a level and not once a child.
    fn tally(&mut self, project: &Project, asked: Option<&Asked>) -> Tally {
        for spans in self.spans.values_mut() {
            *spans = union(std::mem::take(spans));
        }
        let words_in = |(source, spans): (&SourceId, &Vec<Span>)| {
            let Some(source) = project.source(*source) else { return 0 };
            match asked {
                None => words(source, spans),
                Some(asked) => asked.get(&source.id).map_or(0, |asked| words_of(source, &shared(asked, spans))),
            }
        };
        Tally {
            codings: self.codings,
            sources: self.spans.len(),
            coders: self.coders.len(),
            words: self.spans.iter().map(words_in).sum(),
        }
    }
}
