//! How one works on a study here: sees all or only one's own while coding blind; does all or only remarks.

use super::history::Gesture;
use super::{Session, history};
use crate::journal::edit::team::{TeamRefusal, is_remark};
use crate::journal::edit::{Edit, Refusal};
use crate::journal::event::Event;
use crate::model::id::EntryHash;
use crate::model::memo::About;

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
    /// Hides from this coder what others have coded where both code without seeing each other's work.
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
    /// both began to code without seeing each other's work.
    pub fn hides(&self, gesture: &Gesture) -> bool {
        let me = self.who.id;
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

    /// Refuses what may not be done here.
    pub(super) fn allow(&self, edit: &Edit) -> Result<(), Refusal> {
        match self.may {
            May::Remark if !is_remark(self.fold.project(), self.who.id, edit) => Err(TeamRefusal::RemarksOnly.into()),
            May::All | May::Remark => Ok(()),
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
