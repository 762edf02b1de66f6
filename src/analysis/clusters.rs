//! Clusters: which sources, or which codes, are most alike, joined two and two into a tree.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kodama::{Method, linkage};

use super::coded::{Coded, InSource, Level};
use super::scope::Scope;
use super::table::Opens;
use super::words::counted::{Counted, words_of};
use super::words::words;
use super::{Options, Reach};
use crate::model::project::Project;
use crate::model::span::{Span, shared, union};

/// What is clustered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Items {
    /// Sources.
    #[default]
    Sources,
    /// Codes.
    Codes,
}

/// By what two are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Sources by the codes they share, codes by the turns they share: Jaccard's coefficient (1912).
    #[default]
    Coding,
    /// By how often each word is used: Pearson's correlation.
    Words,
}

/// How the distance between groups follows from the distances between their members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Linkage {
    /// The mean of all distances (Sokal and Michener 1958).
    #[default]
    Average,
    /// The smallest growth of the spread within groups (Ward 1963).
    Ward,
}

/// A tree of what is alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clusters {
    /// What is clustered: its name, and what it opens.
    pub items: Vec<(String, Opens)>,
    /// How the items, and then the groups, are joined, from the nearest; a group of step n has the number items + n.
    pub steps: Vec<Join>,
    /// How many could not be compared, since nothing is known of them or they are too many.
    pub left_out: usize,
}

/// Two items or groups that become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Join {
    /// The number of the one.
    pub one: usize,
    /// The number of the other.
    pub other: usize,
    /// The distance at which they are joined.
    pub distance: f64,
    /// How many items the new group has.
    pub size: usize,
}

/// More than this cannot be read, and their distances would fill the memory.
const MOST_ITEMS: usize = 1_000;

impl Clusters {
    /// Clusters the sources or the codes of a scope.
    pub fn of(project: &Project, scope: &Scope, items: Items, options: &Options) -> Self {
        let like = options.likeness;
        let mut known = match like {
            Likeness::Coding => by_coding(project, scope, items, options.level),
            Likeness::Words => by_words(project, scope, items, options),
        };
        let all = known.len();
        known.retain(|(_, _, features)| !features.is_empty());
        if known.len() > MOST_ITEMS {
            // The sort is stable, so among equals the first stay.
            known.sort_by_key(|(.., features)| std::cmp::Reverse(features.len()));
            known.truncate(MOST_ITEMS);
        }
        let mut distances = Vec::with_capacity(known.len() * known.len().saturating_sub(1) / 2);
        for (at, (.., one)) in known.iter().enumerate() {
            for (.., other) in known.iter().skip(at + 1) {
                distances.push(match like {
                    Likeness::Coding => 1.0 - jaccard(one, other),
                    Likeness::Words => 1.0 - pearson(one, other),
                });
            }
        }
        let steps = joined(distances, known.len(), options.linkage);
        let left_out = all - known.len();
        Self { items: known.into_iter().map(|(name, opens, _)| (name, opens)).collect(), steps, left_out }
    }

    /// The items in an order in which no two branches of the tree cross.
    pub fn order(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.items.len());
        let mut open: Vec<usize> = match self.steps.len().checked_sub(1) {
            Some(last) => vec![self.items.len() + last],
            None => (0..self.items.len()).collect(),
        };
        while let Some(next) = open.pop() {
            match next.checked_sub(self.items.len()).and_then(|step| self.steps.get(step)) {
                Some(join) => open.extend([join.other, join.one]),
                None => order.push(next),
            }
        }
        order
    }
}

/// Joins items by the distances of all pairs, row by row above the diagonal (with the algorithms of Müllner 2011).
pub fn joined(mut distances: Vec<f64>, items: usize, by: Linkage) -> Vec<Join> {
    if items < 2 {
        return Vec::new();
    }
    let method = match by {
        Linkage::Average => Method::Average,
        Linkage::Ward => Method::Ward,
    };
    let join = |step: &kodama::Step<f64>| Join {
        one: step.cluster1,
        other: step.cluster2,
        distance: step.dissimilarity,
        size: step.size,
    };
    linkage(&mut distances, items, method).steps().iter().map(join).collect()
}

/// What is known of an item: of each feature, how much. Features have numbers, so that they compare quickly.
type Features = BTreeMap<usize, f64>;

/// Jaccard's coefficient: features of both ÷ features of either.
fn jaccard(one: &Features, other: &Features) -> f64 {
    let both = one.keys().filter(|feature| other.contains_key(feature)).count();
    super::cooccurrence::coefficient(both, one.len(), other.len())
}

/// Pearson's correlation over the features of either; 0 where one of them does not vary.
#[expect(clippy::cast_precision_loss, reason = "there are fewer words than an f64 has whole numbers")]
fn pearson(one: &Features, other: &Features) -> f64 {
    let features: BTreeSet<usize> = one.keys().chain(other.keys()).copied().collect();
    let count = features.len() as f64;
    let value = |of: &Features, feature: usize| of.get(&feature).copied().unwrap_or(0.0);
    let mean = |of: &Features| of.values().sum::<f64>() / count;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let (mut both, mut of_one, mut of_other) = (0.0, 0.0, 0.0);
    for feature in features {
        let (x, y) = (value(one, feature) - mean_one, value(other, feature) - mean_other);
        both += x * y;
        of_one += x * x;
        of_other += y * y;
    }
    let spread = (of_one * of_other).sqrt();
    if spread > 0.0 { (both / spread).clamp(-1.0, 1.0) } else { 0.0 }
}

/// Where all codes are compared, each is itself, or every code would be most like the one above it; themes and
/// categories are what stands below them.
pub fn reach(level: Level) -> Reach {
    match level {
        Level::All | Level::Codes => Reach::Own,
        Level::Themes | Level::Categories => Reach::Family,
    }
}

type Known = (String, Opens, Features);

fn by_coding(project: &Project, scope: &Scope, items: Items, level: Level) -> Vec<Known> {
    let coded = Coded::of(project, scope, level, reach(level));
    match items {
        Items::Sources => {
            let known = |own: &InSource<'_>| {
                let rows = own.codings.iter().flat_map(|coding| coded.rows(coding.code));
                (own.source.title.clone(), Opens::Source(own.source.id), rows.map(|row| (*row, 1.0)).collect())
            };
            coded.sources.iter().map(known).collect()
        }
        Items::Codes => {
            let mut features: Vec<Features> = vec![Features::new(); coded.codes.len()];
            let mut before = 0;
            for own in &coded.sources {
                for coding in &own.codings {
                    let (first, after) = own.turns_under(coding.span);
                    for row in coded.rows(coding.code) {
                        features[*row].extend((first..after).map(|turn| (before + turn as usize, 1.0)));
                    }
                }
                let lines = own.source.text.as_ref().map_or(0, |text| text.line_count());
                before += lines.max(own.source.turns.len()) + 1;
            }
            named(project, &coded, features, level)
        }
    }
}

fn by_words(project: &Project, scope: &Scope, items: Items, options: &Options) -> Vec<Known> {
    let level = options.level;
    let coded = Coded::of(project, scope, level, reach(level));
    // A row of the word list is a feature, so stop words and forms of one word are treated as everywhere else.
    let rows = words(&Counted::of(&scope.chosen(project)), &options.words);
    let forms = rows.iter().enumerate().flat_map(|(row, word)| word.forms.iter().map(move |(form, _)| (&**form, row)));
    let row_of: HashMap<&str, usize> = forms.collect();
    let count = |own: &InSource<'_>, spans: &[Span], features: &mut Features| {
        let Some(text) = own.source.text.as_ref() else { return };
        let vocabulary = text.vocabulary();
        for place in words_of(text, spans).into_iter().flatten() {
            let form = vocabulary.tokens().get(place).and_then(|form| vocabulary.forms().get(*form as usize));
            if let Some(row) = form.and_then(|form| row_of.get(&*form.small)) {
                *features.entry(*row).or_insert(0.0) += 1.0;
            }
        }
    };
    if items == Items::Sources {
        let known = |own: &InSource<'_>| {
            let mut features = Features::new();
            count(own, &own.asked, &mut features);
            (own.source.title.clone(), Opens::Source(own.source.id), features)
        };
        return coded.sources.iter().map(known).collect();
    }
    let mut features: Vec<Features> = vec![Features::new(); coded.codes.len()];
    for own in &coded.sources {
        let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for coding in &own.codings {
            coded.rows(coding.code).iter().for_each(|row| spans.entry(*row).or_default().push(coding.span));
        }
        for (row, spans) in spans {
            count(own, &shared(&own.asked, &union(spans)), &mut features[row]);
        }
    }
    named(project, &coded, features, level)
}

fn named(project: &Project, coded: &Coded<'_>, features: Vec<Features>, level: Level) -> Vec<Known> {
    let name = |code| project.code_name(code).unwrap_or_default().to_owned();
    let known = |(code, features)| (name(code), Opens::code(code, reach(level)), features);
    coded.codes.iter().copied().zip(features).map(known).collect()
}
