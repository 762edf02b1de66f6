//! What is shown of the room of review; what the hands do there is a verdict; and what may be done where only what was agreed is shown.

use crate::analysis::agreement::question::Question;
use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::model::id::{CodingId, ResultId};
use crate::session::manner::May;
use crate::ui::app::App;
use crate::ui::screen::{Reviewing, Room};

/// What is shown of the room of review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewPart {
    /// One coding after the other.
    #[default]
    Walk,
    /// What became of them.
    Result,
    /// What is coded twice, without seeing each other's work.
    Double,
    /// How far coders agree.
    Agreement,
}

/// How agreement is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreeing {
    /// What is asked.
    pub question: Question,
    /// The saved result that is shown instead, beside what it would be now.
    pub saved: Option<ResultId>,
}

impl App {
    /// The edit as it is meant: in the room of review, what is done to the coding of another is what one finds of it.
    pub(super) fn as_review(&self, edit: Edit) -> Edit {
        let reviews = self.screen.room == Room::Review && self.screen.reviewing != Reviewing::Apart;
        let Some(session) = self.session.as_ref().filter(|_| reviews) else { return edit };
        let project = session.project();
        let others = |coding: CodingId| project.coding(coding).is_some_and(|known| known.coder != session.coder());
        match edit {
            Edit::RecodeCoding { coding, code } if others(coding) => Edit::Team(TeamEdit::Recode { coding, code }),
            Edit::RecodeToNewCode { coding, code } if others(coding) => {
                Edit::Team(TeamEdit::RecodeToNew { coding, code })
            }
            Edit::ResizeCoding { coding, span } if others(coding) => Edit::Team(TeamEdit::Rebound { coding, span }),
            Edit::RemoveCodings { codings } => match codings.as_slice() {
                [coding] if others(*coding) => Edit::Team(TeamEdit::Remove { coding: *coding }),
                _ => Edit::RemoveCodings { codings },
            },
            Edit::ApplyCode { code, source, span } => Edit::Team(TeamEdit::Add { code, source, span }),
            Edit::ApplyNewCode { code, places } => match places.as_slice() {
                [(source, span)] => Edit::Team(TeamEdit::AddNew { code, source: *source, span: *span }),
                _ => Edit::ApplyNewCode { code, places },
            },
            edit => edit,
        }
    }

    /// Only remarks are made here from now on, or everything is done again.
    pub(super) fn remarks_only(&mut self, only: bool) {
        self.desk.preferences.remarks_only = only;
        self.keep_preferences();
        if let Some(session) = &mut self.session {
            session.let_do(if only { May::Remark } else { May::All });
        }
    }
}

/// Tells whether an edit makes codings, or changes some.
pub(super) fn changes_codings(edit: &Edit) -> bool {
    match edit {
        Edit::All(edits) => edits.iter().any(changes_codings),
        Edit::ApplyCode { .. }
        | Edit::ApplyNewCode { .. }
        | Edit::ResizeCoding { .. }
        | Edit::RecodeCoding { .. }
        | Edit::RecodeToNewCode { .. }
        | Edit::RemoveCodings { .. } => true,
        Edit::Team(edit) => matches!(
            edit,
            TeamEdit::Keep { .. }
                | TeamEdit::Recode { .. }
                | TeamEdit::RecodeToNew { .. }
                | TeamEdit::Rebound { .. }
                | TeamEdit::Remove { .. }
                | TeamEdit::Add { .. }
                | TeamEdit::AddNew { .. }
                | TeamEdit::Question { .. }
        ),
        _ => false,
    }
}
