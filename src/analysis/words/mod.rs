//! Words: which words a scope has, how often each stands there, and in how many sources.

mod compounds;
pub mod counted;
pub(super) mod method;
pub mod options;
mod phrases;
pub mod tongues;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use self::counted::{Counted, Type};
use self::options::{Compounds, Grouping, WordOptions};
use super::scope::Scope;
use super::table::{Cell, Column, Kind, Opens, Row, Table};
use super::{Analysis, Heed, Options};
use crate::lang::Language;
use crate::lang::words::Words as Say;
use crate::model::project::Project;
use crate::text::stem::stemmer;
use crate::text::tongue::Tongue;
use crate::text::vocabulary::small;

/// One row of a word list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is shown: the form that is written most often, never a bare stem; for a group of the project its words.
    pub shown: String,
    /// Its forms in small letters, with how often each counts, the most frequent first.
    pub forms: Vec<(String, usize)>,
    /// How often it stands there.
    pub count: usize,
    /// How many sources have it.
    pub sources: usize,
}

/// Lists the words of what was counted, the most frequent first, then by their letters.
pub fn words(counted: &Counted, options: &WordOptions) -> Vec<Word> {
    let groups = Groups::of(options);
    let kept: Vec<(usize, u32)> = counted.counts(options).by_type.into_iter().enumerate().collect();
    let known = |small: &str| counted.find(small).is_some_and(|place| kept.get(place).is_some_and(|kept| kept.1 > 0));
    let mut rows: Vec<Gathered<'_>> = Vec::new();
    let mut place_of: HashMap<Key<'_>, usize> = HashMap::new();
    for (at, (place, count)) in kept.iter().enumerate().filter(|(_, (_, count))| *count > 0) {
        let Some(whole) = counted.types.get(*place) else { continue };
        let parts = match options.compounds {
            Compounds::Whole => None,
            Compounds::Parts => compounds::parts(&whole.small, &known),
        };
        let parts = parts.map(|parts| parts.map(|part| counted.find(part).and_then(|place| counted.types.get(place))));
        let heads = parts.map_or(vec![whole], |parts| parts.into_iter().flatten().collect());
        for head in heads {
            let next = rows.len();
            let row = *place_of.entry(groups.key(head, options.grouping)).or_insert_with_key(|key| {
                rows.push(Gathered { group: key.group(), types: Vec::new() });
                next
            });
            if let Some(row) = rows.get_mut(row) {
                row.types.push((at, whole, *count, std::ptr::eq(head, whole)));
            }
        }
    }
    let mut words: Vec<Word> = rows.into_iter().map(|row| row.word(&groups)).collect();
    let letters = |word: &Word| word.forms.first().map(|(form, _)| form.clone());
    words.sort_by_cached_key(|word| (std::cmp::Reverse(word.count), letters(word)));
    words
}

/// What makes two words one row.
#[derive(PartialEq, Eq, Hash)]
enum Key<'c> {
    Group(usize),
    Stem(&'c str),
    Form(&'c str),
}

impl Key<'_> {
    fn group(&self) -> Option<usize> {
        match self {
            Self::Group(group) => Some(*group),
            Self::Stem(_) | Self::Form(_) => None,
        }
    }
}

/// The groups of the project, found by words and, where forms are grouped, by stems.
struct Groups<'o> {
    groups: &'o [Vec<String>],
    by_word: HashMap<&'o str, usize>,
    by_stem: HashMap<String, usize>,
}

impl<'o> Groups<'o> {
    fn of(options: &'o WordOptions) -> Self {
        let mut found = Self { groups: &options.groups, by_word: HashMap::new(), by_stem: HashMap::new() };
        for (place, words) in options.groups.iter().enumerate() {
            for word in words {
                found.by_word.entry(word).or_insert(place);
                let stems = Tongue::ALL.into_iter().filter(|_| options.grouping == Grouping::Stem);
                for stem in stems.map(|tongue| stemmer(tongue).stem(word)) {
                    found.by_stem.entry(stem).or_insert(place);
                }
            }
        }
        found
    }

    fn key<'c>(&self, word: &'c Type, grouping: Grouping) -> Key<'c> {
        let group = self.by_word.get(&*word.small).or_else(|| self.by_stem.get(&*word.stem));
        match (group, grouping) {
            (Some(group), _) => Key::Group(*group),
            (None, Grouping::Stem) => Key::Stem(&word.stem),
            (None, Grouping::Form) => Key::Form(&word.small),
        }
    }
}

/// The words of one row.
struct Gathered<'c> {
    group: Option<usize>,
    /// The place of each, the word, how often it counts, and whether it is there for itself.
    types: Vec<(usize, &'c Type, u32, bool)>,
}

impl Gathered<'_> {
    fn word(self, groups: &Groups<'_>) -> Word {
        let Self { group, mut types } = self;
        // A compound of two parts of the same row, such as *klynge-klynge*, counts once.
        types.sort_by_key(|(at, ..)| *at);
        types.dedup_by_key(|(at, ..)| *at);
        let mut sources = BTreeSet::new();
        let mut written: Vec<(&str, u32)> = Vec::new();
        for (_, known, ..) in &types {
            sources.extend(known.sources.iter().copied());
            written.extend(known.written.iter().map(|(written, count)| (&**written, *count)));
        }
        let own = group.and_then(|group| groups.groups.get(group)).map(|words| words.join(", "));
        let mut forms: Vec<(String, usize)> =
            types.iter().map(|(_, known, count, _)| (known.small.to_string(), *count as usize)).collect();
        forms.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        // A compound that counts for its parts does not give the row its name.
        let heads = forms.iter().find(|(form, _)| types.iter().any(|known| *known.1.small == **form && known.3));
        let shown =
            own.unwrap_or_else(|| heads.or(forms.first()).map_or(String::new(), |(form, _)| shown(form, &written)));
        Word { shown, count: forms.iter().map(|(_, count)| count).sum(), forms, sources: sources.len() }
    }
}

/// The most frequent form as it is written: in small letters if it is ever written so, since a sentence lends any word
/// a capital; else as it is written most often.
fn shown(most: &str, written: &[(&str, u32)]) -> String {
    if written.iter().any(|(written, _)| *written == most) {
        return most.to_owned();
    }
    let ways = written.iter().filter(|(written, _)| small(written) == most);
    let most_often = ways.max_by(|one, other| one.1.cmp(&other.1).then_with(|| other.0.cmp(one.0)));
    most_often.map_or(most, |(written, _)| written).to_owned()
}

impl Word {
    /// Every place of the scope where one of its forms stands.
    pub fn opens(&self) -> Opens {
        Opens::Words(self.forms.iter().map(|(form, _)| form.clone()).collect::<Arc<[String]>>())
    }

    /// Its forms with their counts, as they stand in a table.
    pub fn told(&self) -> String {
        self.forms.iter().map(|(form, count)| format!("{form} {count}")).collect::<Vec<_>>().join(", ")
    }
}

/// How often something stands in a thousand words.
pub fn per_thousand(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 * 1000.0 / of as f64 }
}

/// The word list.
pub struct Words;

impl Analysis for Words {
    fn name(&self) -> &'static str {
        "words"
    }

    fn title(&self, language: Language) -> &'static str {
        Say::of(language).words
    }

    fn method(&self, options: &Options) -> String {
        method::method(&options.words, options.language)
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Words]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let counted = Counted::of(&scope.chosen(project));
        table(&counted, &words(&counted, &options.words), options.language)
    }
}

/// A word list as a table; its shares are of all words counted, stop words too.
pub fn table(counted: &Counted, words: &[Word], language: Language) -> Table {
    let say = Say::of(language);
    let columns = vec![
        Column::new(say.word, Kind::Text, 24),
        Column::new(say.forms, Kind::Text, 60),
        Column::new(say.count, Kind::Count, 9),
        Column::new(say.per_thousand, Kind::Real(2), 14),
        Column::new(say.sources, Kind::Count, 9),
    ];
    let row = |word: &Word| {
        let cells = vec![
            Cell::text(word.shown.clone()),
            Cell::text(word.told()),
            Cell::count(word.count),
            Cell::Real(per_thousand(word.count, counted.words())),
            Cell::count(word.sources),
        ];
        Row::new(cells).opening(word.opens())
    };
    Table { title: say.words.to_owned(), columns, rows: words.iter().map(row).collect() }
}
