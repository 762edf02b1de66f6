//! Wishes about the figure of the code structure.

use super::Refusal;
use super::decider::{Decider, Decision, unless};
use crate::journal::event::Event;
use crate::model::arrangement::{Paper, Shift};
use crate::model::id::CodeId;

/// The farthest a box can be moved, in points: the longer side of the page.
const FARTHEST: i16 = 842;

/// How somebody wants the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum FigureEdit {
    /// Draws it on a paper; none takes what needs fewer pages.
    Paper(Option<Paper>),
    /// Moves a box on a paper, from where it would stand by itself; none puts it back there.
    Move { code: CodeId, paper: Paper, by: Option<Shift> },
    /// Puts every box of a paper back to where it would stand by itself.
    Free { paper: Paper },
}

impl Decider<'_> {
    pub(super) fn decide_figure(&self, edit: &FigureEdit) -> Decision {
        let known = self.project.arrangement();
        match *edit {
            FigureEdit::Paper(paper) => Ok(unless(paper == known.paper, Event::PaperChosen { paper })),
            FigureEdit::Move { code, paper, by } => {
                self.project.codebook().code(code).ok_or(Refusal::NoSuchCode)?;
                let within = |points: i16| points.clamp(-FARTHEST, FARTHEST);
                let by = by.map(|by| Shift { right: within(by.right), down: within(by.down) });
                let by = by.filter(|by| *by != Shift { right: 0, down: 0 });
                Ok(unless(by == known.shift(paper, code), Event::BoxMoved { code, paper, by }))
            }
            FigureEdit::Free { paper } => {
                Ok(known.moved(paper).map(|code| Event::BoxMoved { code, paper, by: None }).collect())
            }
        }
    }
}
