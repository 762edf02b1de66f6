//! How one works on a study here: sees all or only one's own while coding blind; does all or only remarks.

use super::history::Gesture;
use super::{Session, history};
use crate::journal::edit::team::{TeamRefusal, is_remark};
use crate::journal::edit::{Edit, Refusal};
use crate::journal::event::Event;
use crate::model::id::{CodeId, EntryHash};
use crate::model::memo::About;
use crate::model::project::Project;

/// What may be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum May {
    /// Everything.
    #[default]
    All,
    /// Writing remarks, and nothing else: for a supervisor.
    Remark,
}

impl Session {
    /// Hides from this coder what others have coded where both code without seeing each other's work, and the codes that the
    /// others make for it.
    /// [`project`](Self::project) is then the study as they are to see it; nothing on the disk is hidden.
    pub fn veil(&mut self) {
        self.fold.veil_for(self.who.id);
    }

    /// Lets everything be done from now on, or only remarks.
    pub fn let_do(&mut self, may: May) {
        self.may = may;
    }

    /// Tells what may be done.
    pub fn may(&self) -> May {
        self.may
    }

    /// Tells whether a gesture of another's is not to be read yet: it was made about codings, or took something back, since
    /// both began to code without seeing each other's work; or it is about a code that is hidden.
    pub fn hides(&self, gesture: &Gesture) -> bool {
        let me = self.who.id;
        if gesture.coder() != me && gesture.events().iter().any(|event| self.tells_of_hidden(event)) {
            return true;
        }
        let tells = |event: &Event| {
            matches!(
                event,
                Event::CodingAdded { .. }
                    | Event::CodingResized { .. }
                    | Event::CodingRecoded { .. }
                    | Event::CodingRemoved { .. }
                    | Event::CodingReviewed { .. }
                    | Event::MemoWritten { about: About::Coding(_), .. }
                    | Event::MemoAnswered { about: About::Coding(_), .. }
                    | Event::Retracted { .. }
            )
        };
        gesture.coder() != me
            && self.project().double_codings().iter().any(|round| {
                let both = round.coders.contains(&me) && round.coders.contains(&gesture.coder());
                both && round.unveiled.is_none() && gesture.ms() >= round.begun_ms
            })
            && gesture.events().iter().any(tells)
    }

    fn tells_of_hidden(&self, event: &Event) -> bool {
        let code = |code: &CodeId| self.fold.hides_code(*code);
        match event {
            Event::CodeCreated { code: told, .. }
            | Event::CodeRenamed { code: told, .. }
            | Event::CodeDescribed { code: told, .. }
            | Event::CodeRecoloured { code: told, .. }
            | Event::CodeKindChanged { code: told, .. }
            | Event::CodeOriginChanged { code: told, .. }
            | Event::CodeDeleted { code: told, .. }
            | Event::CodeRestored { code: told }
            | Event::BoxMoved { code: told, .. }
            | Event::MemoWritten { about: About::Code(told), .. }
            | Event::MemoAnswered { about: About::Code(told), .. } => code(told),
            Event::CodeMoved { code: told, parent, .. } => code(told) || parent.as_ref().is_some_and(code),
            Event::CodesMerged { from, into, .. } => code(from) || code(into),
            Event::MemoDeleted { memo, .. } | Event::ThreadClosed { memo } | Event::ThreadReopened { memo } => {
                let known = |project: &Project| project.memo(*memo).is_some();
                known(self.fold.project()) && !known(self.fold.shown())
            }
            _ => false,
        }
    }

    /// Refuses what may not be done here, and what would take away work that is hidden from who wants it.
    pub(super) fn allow(&self, edit: &Edit) -> Result<(), Refusal> {
        match self.may {
            May::Remark if !is_remark(self.fold.project(), self.who.id, edit) => Err(TeamRefusal::RemarksOnly.into()),
            May::All | May::Remark if self.fold.is_veiled() && self.takes_hidden(edit) => {
                Err(TeamRefusal::UsedUnseen.into())
            }
            May::All | May::Remark => Ok(()),
        }
    }

    fn takes_hidden(&self, edit: &Edit) -> bool {
        let (all, seen) = (self.fold.project(), self.fold.shown());
        match edit {
            Edit::All(edits) => edits.iter().any(|edit| self.takes_hidden(edit)),
            Edit::DeleteCode { code } => {
                let more = |code: &CodeId| all.coding_count_of(*code) > seen.coding_count_of(*code);
                seen.codebook().family(*code).iter().any(more)
            }
            Edit::RemoveSource { source } => all.codings_in(*source).count() > seen.codings_in(*source).count(),
            _ => false,
        }
    }

    /// Tells whether a gesture may be taken back, or, where these took one back, be made again.
    pub(super) fn may_take_back(&self, entries: &[EntryHash]) -> bool {
        if self.may == May::All {
            return true;
        }
        let remarks = |event: &Event| {
            matches!(
                event,
                Event::MemoWritten { .. }
                    | Event::MemoAnswered { .. }
                    | Event::MemoDeleted { .. }
                    | Event::ThreadClosed { .. }
                    | Event::ThreadReopened { .. }
            )
        };
        let mut open = entries.to_vec();
        while let Some(entry) = open.pop() {
            let Some(gesture) = history::gesture(&self.fold, &[entry], &self.own) else { return false };
            for event in gesture.events() {
                match event {
                    Event::Retracted { entries } => open.extend(entries),
                    event if !remarks(event) => return false,
                    _ => {}
                }
            }
        }
        true
    }

    /// Refuses whatever is not said in a remark.
    pub(super) fn allow_all(&self) -> Result<(), Refusal> {
        if self.may == May::All { Ok(()) } else { Err(TeamRefusal::RemarksOnly.into()) }
    }
}
