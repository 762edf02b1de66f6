//! Wishes about the codebook.

use super::decider::{Decider, Decision, one_line, same_name, unless, words};
use super::places::Beside;
use super::places::place;
use super::{NewCode, Refusal};
use crate::journal::event::{Event, FreeText};
use crate::model::code::{Hue, Place};
use crate::model::codebook::{MAX_CODES, MAX_DEPTH};
use crate::model::id::CodeId;

impl Decider<'_> {
    pub(super) fn create_code(&mut self, new: &NewCode) -> Result<(CodeId, Vec<Event>), Refusal> {
        let book = self.project.codebook();
        if book.len() >= MAX_CODES {
            return Err(Refusal::TooManyCodes { limit: MAX_CODES });
        }
        let name = one_line(&new.name)?;
        let description = words(&new.description)?;
        if let Some(parent) = new.parent {
            self.code(parent)?;
            if book.depth(parent) + 1 > MAX_DEPTH {
                return Err(Refusal::TooDeep { limit: MAX_DEPTH });
            }
        }
        self.free_name(&name, new.parent, None)?;
        let place = place(book, None, new.parent, Beside::Last).unwrap_or_else(|| Place::between(None, None));
        let hue = if new.parent.is_none() { new.hue.or_else(|| Some(self.least_used_hue())) } else { new.hue };
        let code = CodeId::new((self.draw)());
        let name = FreeText::new(name);
        let mut events =
            vec![Event::CodeCreated { code, parent: new.parent, place, kind: new.kind, origin: new.origin, hue, name }];
        if !description.is_empty() {
            events.push(Event::CodeDescribed { code, description: FreeText::new(description) });
        }
        Ok((code, events))
    }

    pub(super) fn rename_code(&self, code: CodeId, name: &str) -> Decision {
        let known = self.code(code)?;
        let name = one_line(name)?;
        if name == known.name {
            return Ok(Vec::new());
        }
        self.free_name(&name, known.parent, Some(code))?;
        Ok(vec![Event::CodeRenamed { code, name: FreeText::new(name) }])
    }

    pub(super) fn describe_code(&self, code: CodeId, description: &str) -> Decision {
        let known = self.code(code)?;
        let description = words(description)?;
        let event = Event::CodeDescribed { code, description: FreeText::new(description) };
        Ok(unless(description == known.description, event))
    }

    pub(super) fn move_code(&self, code: CodeId, parent: Option<CodeId>, beside: Beside) -> Decision {
        let book = self.project.codebook();
        let known = self.code(code)?;
        if let Some(parent) = parent {
            self.code(parent)?;
            if parent == code || book.ancestors(parent).any(|above| above.id == code) {
                return Err(Refusal::WouldBeCycle { code });
            }
            if book.depth(parent) + 1 + book.height(code) > MAX_DEPTH {
                return Err(Refusal::TooDeep { limit: MAX_DEPTH });
            }
        }
        if let Beside::Before(sibling) | Beside::After(sibling) = beside
            && (sibling == code || self.code(sibling)?.parent != parent)
        {
            return if sibling == code { Ok(Vec::new()) } else { Err(Refusal::NoSuchCode) };
        }
        if parent != known.parent {
            self.free_name(&known.name, parent, Some(code))?;
        }
        let Some(place) = place(book, Some(code), parent, beside) else { return Ok(Vec::new()) };
        let mut events = vec![Event::CodeMoved { code, parent, place }];
        // At the top there is nobody to take a colour from.
        if parent.is_none() && known.hue.is_none() {
            events.push(Event::CodeRecoloured { code, hue: Some(self.least_used_hue()) });
        }
        Ok(events)
    }

    pub(super) fn merge_codes(&self, from: CodeId, into: CodeId) -> Decision {
        let book = self.project.codebook();
        self.code(from)?;
        self.code(into)?;
        if from == into {
            return Err(Refusal::MergeIntoItself { code: from });
        }
        let below = book.ancestors(into).any(|above| above.id == from);
        if !below && book.depth(into) + book.height(from) > MAX_DEPTH {
            return Err(Refusal::TooDeep { limit: MAX_DEPTH });
        }
        Ok(vec![Event::CodesMerged { from, into, seen: self.project.seen().clone() }])
    }

    /// What stands under the code goes first, so that whoever reads the events never sees an orphan.
    pub(super) fn delete_code(&self, code: CodeId) -> Decision {
        self.code(code)?;
        let family = self.project.codebook().family(code).into_iter().rev();
        let seen = self.project.seen();
        Ok(family.map(|code| Event::CodeDeleted { code, seen: seen.clone() }).collect())
    }

    /// Brings back the code, what was deleted together with it below, and the deleted codes it stands under.
    pub(super) fn restore_code(&self, code: CodeId) -> Decision {
        let Some(known) = self.project.deleted_code(code) else {
            return self.code(code).map(|_| Vec::new());
        };
        let is_gone = |code: &CodeId| self.project.deleted_code(*code).is_some();
        let parent_of = |code: &CodeId| self.project.deleted_code(*code)?.parent;
        let mut line: Vec<CodeId> =
            std::iter::successors(Some(code), |at| parent_of(at).filter(is_gone)).take(MAX_DEPTH + 1).collect();
        line.reverse();
        let mut below = vec![code];
        let mut at = 0;
        while let Some(&above) = below.get(at) {
            at += 1;
            let children = self.project.deleted_codes().map(|(id, _)| id).filter(|id| {
                let child = self.project.deleted_code(*id);
                child.is_some_and(|child| child.parent == Some(above) && child.deleted_in == known.deleted_in)
            });
            let children: Vec<CodeId> = children.filter(|id| !below.contains(id)).collect();
            below.extend(children);
        }
        let codes = line.into_iter().chain(below.into_iter().skip(1));
        Ok(codes.map(|code| Event::CodeRestored { code }).collect())
    }

    /// Names need to be unique only among those who stand side by side.
    fn free_name(&self, name: &str, parent: Option<CodeId>, own: Option<CodeId>) -> Result<(), Refusal> {
        let book = self.project.codebook();
        let siblings = book.children(parent).iter().filter(|sibling| Some(**sibling) != own);
        let taken = siblings.filter_map(|id| book.code(*id)).any(|sibling| same_name(&sibling.name, name));
        if taken { Err(Refusal::CodeNameTaken { name: name.to_owned(), parent }) } else { Ok(()) }
    }

    /// The slot of the palette that the fewest codes at the top have.
    fn least_used_hue(&self) -> Hue {
        let book = self.project.codebook();
        let used: Vec<Hue> = book.children(None).iter().filter_map(|id| book.code(*id)?.hue).collect();
        let uses = |slot: u8| used.iter().filter(|hue| hue.0 % Hue::COUNT == slot).count();
        Hue((0..Hue::COUNT).min_by_key(|slot| uses(*slot)).unwrap_or(0))
    }
}
