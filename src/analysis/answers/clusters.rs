//! The tables of how sources, or codes, are joined by what they have in common.

use super::{NAMES, NUMBERS, level_told, reach_told};
use crate::analysis::clusters::{Clusters, Items, Join, Likeness, Linkage, reach};
use crate::analysis::scope::Scope;
use crate::analysis::table::{Cell, Column, Kind, Opens, Row, Table};
use crate::analysis::{Analysis, Heed, Options, words};
use crate::lang::answers::Answers;
use crate::lang::{Language, fill};
use crate::model::project::Project;

/// What is joined to what, and at which distance.
pub struct Joined {
    items: Items,
}

/// Sources.
pub const SOURCES: Joined = Joined { items: Items::Sources };
/// Codes.
pub const CODES: Joined = Joined { items: Items::Codes };

impl Joined {
    /// The tree alone.
    pub fn tree(&self, project: &Project, scope: &Scope, options: &Options) -> Clusters {
        Clusters::of(project, scope, self.items, options)
    }
}

impl Analysis for Joined {
    fn name(&self) -> &'static str {
        match self.items {
            Items::Sources => "clusters-sources",
            Items::Codes => "clusters-codes",
        }
    }

    fn title(&self, language: Language) -> &'static str {
        let say = Answers::of(language);
        match self.items {
            Items::Sources => say.clusters_of_sources,
            Items::Codes => say.clusters_of_codes,
        }
    }

    fn method(&self, options: &Options) -> String {
        let say = Answers::of(options.language);
        let (items, shared) = match self.items {
            Items::Sources => (say.items_sources, say.by_shared_codes),
            Items::Codes => (say.items_codes, say.by_shared_turns),
        };
        let distance = match options.likeness {
            Likeness::Coding => shared,
            Likeness::Words => say.by_words,
        };
        let linkage = match options.linkage {
            Linkage::Average => say.by_average,
            Linkage::Ward => say.by_ward,
        };
        let mut told = fill(say.how_clusters, &[("items", &items), ("distance", &distance), ("linkage", &linkage)]);
        if options.likeness == Likeness::Words {
            told = format!("{told} {}", words::method::method(&options.words, options.language));
        }
        // The words of a source do not depend on its codes.
        if self.items == Items::Sources && options.likeness == Likeness::Words {
            return told;
        }
        let level = fill(say.for_level, &[("level", &level_told(say, options.level))]);
        [&told, &level, reach_told(say, reach(options.level))].join(" ")
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Level, Heed::Likeness, Heed::Linkage, Heed::Words]
    }

    fn run(&self, project: &Project, scope: &Scope, options: &Options) -> Table {
        let say = Answers::of(options.language);
        let tree = self.tree(project, scope, options);
        let columns = vec![
            Column::new(say.step, Kind::Count, NUMBERS),
            Column::new(say.one, Kind::Text, NAMES),
            Column::new(say.other, Kind::Text, NAMES),
            Column::new(say.distance, Kind::Real(3), NUMBERS),
            Column::new(say.members, Kind::Count, NUMBERS),
        ];
        let mut firsts: Vec<usize> = (0..tree.items.len()).collect();
        let mut sizes = vec![1; tree.items.len()];
        let mut rows = Vec::new();
        for (at, join) in tree.steps.iter().enumerate() {
            let name = |group: usize| {
                let first = firsts.get(group).and_then(|first| tree.items.get(*first)).map_or("", |(name, _)| name);
                match sizes.get(group).copied().unwrap_or(1) {
                    1 => first.to_owned(),
                    size => fill(say.and_more, &[("name", &first), ("n", &(size - 1))]),
                }
            };
            let opens = |group: usize| tree.items.get(group).map_or(Opens::Nothing, |(_, opens)| opens.clone());
            let Join { one, other, distance, size } = *join;
            let cells = vec![
                Cell::count(at + 1),
                Cell::text(name(one)),
                Cell::text(name(other)),
                Cell::Real(distance),
                Cell::count(size),
            ];
            let each = vec![Opens::Nothing, opens(one), opens(other)];
            rows.push(Row::new(cells).opening_each(each));
            let first = firsts.get(one).copied().min(firsts.get(other).copied()).unwrap_or(0);
            firsts.push(first);
            sizes.push(size);
        }
        Table { title: self.title(options.language).to_owned(), columns, rows }
    }
}
