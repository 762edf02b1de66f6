//! The codes of another program's study, in the order of their tree.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Element;
use crate::import::ImportError;
use crate::journal::edit::MAX_WORDS;
use crate::journal::foreign::{Concerns, ForeignCode};
use crate::model::code::{CodeKind, Origin};
use crate::model::codebook::{MAX_CODES, MAX_DEPTH};
use crate::model::id::CodeId;
use crate::refi::Group;

/// The codes, and what the notes they refer to are about.
pub(super) fn of(root: &Element) -> Result<(Vec<ForeignCode>, BTreeMap<u128, Concerns>), ImportError> {
    let mut reading = Reading { groups: groups(root), codes: Vec::new(), notes: BTreeMap::new(), ids: BTreeSet::new() };
    if let Some(codes) = root.first("CodeBook").and_then(|book| book.first("Codes")) {
        reading.children(codes, None, 0)?;
    }
    Ok((reading.codes, reading.notes))
}

struct Reading {
    /// The sets by which Kodebok keeps the kinds, where the file has any.
    groups: Option<BTreeMap<Group, BTreeSet<u128>>>,
    codes: Vec<ForeignCode>,
    notes: BTreeMap<u128, Concerns>,
    ids: BTreeSet<u128>,
}

impl Reading {
    fn children(&mut self, above: &Element, parent: Option<CodeId>, depth: usize) -> Result<(), ImportError> {
        if depth >= MAX_DEPTH {
            return Err(ImportError::TooDeep { limit: MAX_DEPTH });
        }
        let mut names = BTreeSet::new();
        for element in above.all("Code") {
            let Some(bits) = element.guid("guid").filter(|bits| self.ids.insert(*bits)) else { continue };
            if self.codes.len() == MAX_CODES {
                return Err(ImportError::TooLarge { limit: MAX_CODES });
            }
            let id = CodeId::new(bits);
            let name =
                free(&one_line(element.get("name").unwrap_or_default()), |name| !names.insert(name.to_lowercase()));
            let description = within_limit(element.told("Description"));
            let is = |group| {
                self.groups.as_ref().is_some_and(|groups| groups.get(&group).is_some_and(|codes| codes.contains(&bits)))
            };
            let origin = if is(Group::Theory) { Origin::Theory } else { Origin::Data };
            let kind = match (&self.groups, height(element)) {
                (Some(_), _) if is(Group::Themes) => CodeKind::Theme,
                (Some(_), _) if is(Group::Categories) => CodeKind::Category,
                (Some(_), _) | (None, 0) => CodeKind::Code,
                (None, 2..) if parent.is_none() => CodeKind::Theme,
                (None, _) => CodeKind::Category,
            };
            self.notes
                .extend(element.all("NoteRef").filter_map(|note| Some((note.guid("targetGUID")?, Concerns::Code(id)))));
            self.codes.push(ForeignCode { id, parent, name, description: description.to_owned(), kind, origin });
            self.children(element, Some(id), depth + 1)?;
        }
        Ok(())
    }
}

/// The sets that a study from Kodebok has; `None` where there is none of them.
fn groups(root: &Element) -> Option<BTreeMap<Group, BTreeSet<u128>>> {
    let sets = root.within("Sets", "Set").into_iter();
    let groups: BTreeMap<Group, BTreeSet<u128>> = sets
        .filter_map(|set| {
            let group = Group::ALL.into_iter().find(|group| set.guid("guid") == Some(group.bits()))?;
            Some((group, set.all("MemberCode").filter_map(|member| member.guid("targetGUID")).collect()))
        })
        .collect();
    (!groups.is_empty()).then_some(groups)
}

/// How many levels are below a code.
fn height(code: &Element) -> usize {
    code.all("Code").map(|below| height(below) + 1).max().unwrap_or(0)
}

/// As much of the words as one line of a log has room for.
pub(super) fn within_limit(words: &str) -> &str {
    words.get(..words.floor_char_boundary(MAX_WORDS)).unwrap_or_default()
}

/// A name on one line that is not too long, and never empty.
pub(super) fn one_line(name: &str) -> String {
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.get(..name.floor_char_boundary(1_000)).unwrap_or_default();
    if name.is_empty() { "?".to_owned() } else { name.to_owned() }
}

/// The name, with a number where it is taken.
pub(super) fn free(name: &str, mut taken: impl FnMut(&str) -> bool) -> String {
    let numbered = (2..).map(|n| format!("{name} ({n})"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_else(|| name.to_owned())
}
