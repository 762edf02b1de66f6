//! The codebook as blocks: a theme, its categories, and their codes, whatever the depth of the tree.

use super::Counts;
use crate::analysis::frequency::Frequency;
use crate::model::code::{Code, CodeKind, Hue, Origin};
use crate::model::codebook::Codebook;
use crate::model::id::CodeId;
use crate::model::project::Project;

/// A name in the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) code: CodeId,
    pub(super) name: String,
    pub(super) origin: Origin,
    pub(super) count: Option<usize>,
    /// How many levels below the first column's codes it lies.
    pub(super) indent: u8,
}

/// A category with what stands under it; without a head, codes that stand under a theme, or under nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) head: Option<Item>,
    pub(super) codes: Vec<Item>,
}

/// A theme with what stands under it; without a theme, what stands under none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) theme: Option<Item>,
    pub(super) hue: Hue,
    pub(super) groups: Vec<Group>,
}

/// The deepest step to the right that is drawn; codes below stand at the same step.
const MAX_INDENT: u8 = 4;

/// Gathers the blocks in the order of the codebook.
pub(super) fn blocks(project: &Project, counts: Counts) -> Vec<Block> {
    let outline =
        Outline { codebook: project.codebook(), frequency: (counts == Counts::Shown).then(|| Frequency::of(project)) };
    let tops = outline.below(None);
    let mut blocks: Vec<Block> = Vec::new();
    for top in tops {
        let block = outline.block(top);
        match blocks.last_mut() {
            // Codes that stand alone at the top stand together in the figure.
            Some(last) if outline.is_loose(top) && last.is_loose() => last.groups.extend(block.groups),
            _ => blocks.push(block),
        }
    }
    blocks
}

impl Block {
    fn is_loose(&self) -> bool {
        self.theme.is_none() && self.groups.iter().all(|group| group.head.is_none())
    }
}

struct Outline<'p> {
    codebook: &'p Codebook,
    frequency: Option<Frequency>,
}

impl<'p> Outline<'p> {
    fn below(&self, parent: Option<CodeId>) -> Vec<&'p Code> {
        self.codebook.children(parent).iter().filter_map(|id| self.codebook.code(*id)).collect()
    }

    fn is_loose(&self, code: &Code) -> bool {
        code.kind == CodeKind::Code && self.codebook.children(Some(code.id)).is_empty()
    }

    fn item(&self, code: &Code, indent: u8) -> Item {
        let count = self.frequency.as_ref().map(|frequency| frequency.code(code.id).family.codings);
        Item { code: code.id, name: code.name.clone(), origin: code.origin, count, indent }
    }

    fn block(&self, top: &Code) -> Block {
        let hue = self.codebook.hue(top.id).0;
        let below = self.below(Some(top.id));
        if self.is_loose(top) {
            let only = Group { head: None, codes: vec![self.item(top, 0)] };
            return Block { theme: None, hue, groups: vec![only] };
        }
        let is_theme = top.kind == CodeKind::Theme || below.iter().any(|code| !self.is_loose(code));
        if !is_theme {
            return Block { theme: None, hue, groups: vec![self.group(top)] };
        }
        let mut groups: Vec<Group> = Vec::new();
        for code in below {
            match groups.last_mut() {
                Some(last) if self.is_loose(code) && last.head.is_none() => last.codes.push(self.item(code, 0)),
                _ if self.is_loose(code) => groups.push(Group { head: None, codes: vec![self.item(code, 0)] }),
                _ => groups.push(self.group(code)),
            }
        }
        Block { theme: Some(self.item(top, 0)), hue, groups }
    }

    fn group(&self, head: &Code) -> Group {
        let family = self.codebook.family(head.id);
        let base = self.codebook.depth(head.id) + 1;
        let below = family.iter().skip(1).filter_map(|id| self.codebook.code(*id));
        let codes = below.map(|code| {
            let indent = self.codebook.depth(code.id).saturating_sub(base);
            self.item(code, u8::try_from(indent).unwrap_or(MAX_INDENT).min(MAX_INDENT))
        });
        Group { head: Some(self.item(head, 0)), codes: codes.collect() }
    }
}
