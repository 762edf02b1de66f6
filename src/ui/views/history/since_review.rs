//! What a reviewer can do about a coding that others have changed since: look at it, keep it so, or put it back.

use super::attention::{Answer, Offer};
use crate::journal::edit::Edit;
use crate::journal::edit::team::TeamEdit;
use crate::journal::notice::{Notice, Placed};
use crate::lang::study::StudyWords;
use crate::model::coding::Coding;
use crate::model::id::CoderId;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::ui::action::Look;
use crate::ui::screen::Room;

/// What is offered; a code or words that are gone take what needs them with them.
pub(super) fn answers(project: &Project, notice: &Notice, words: &StudyWords) -> Vec<Offer> {
    let Notice::ChangedSinceReview { coding, source, reviewer, left, now, .. } = notice else { return Vec::new() };
    let here = project.coding(*coding).filter(|_| now.is_some());
    let span = project.source(*source).and_then(|source| source.resolve(left.at));
    let offer = |title: &str, hint: &str, answer| (title.to_owned(), hint.to_owned(), answer);
    let look = match here {
        Some(coding) => Some(vec![Look::AtCoding(coding.id)]),
        None => span.map(|span| vec![Look::In(Room::Code), Look::AtWords(*source, span)]),
    };
    let keep = here.filter(|coding| coding.coder != *reviewer).map(|coding| TeamEdit::Keep { coding: coding.id });
    let keep = keep.map(|edit| offer(words.keep_it, words.keep_it, Answer::Do(Edit::Team(edit))));
    let back = project.codebook().code(left.code).zip(span).and_then(|(_, span)| match here {
        Some(coding) => {
            let edit = put_back(coding, *reviewer, (left, span))?;
            Some(offer(words.put_back, words.put_back_hint, Answer::Do(edit)))
        }
        None => {
            let edit = Edit::Team(TeamEdit::Add { code: left.code, source: *source, span });
            Some(offer(words.add_again, words.add_again, Answer::Do(edit)))
        }
    });
    let look = look.map(|looks| offer(words.go_there, words.go_there, Answer::Go(looks)));
    look.into_iter().chain(keep).chain(back).collect()
}

/// The wish that makes a coding what its reviewer had left, as one gesture.
fn put_back(coding: &Coding, reviewer: CoderId, (left, span): (&Placed, Span)) -> Option<Edit> {
    let (id, code, own) = (coding.id, left.code, coding.coder == reviewer);
    let recode = (coding.code != code).then_some(match own {
        true => Edit::RecodeCoding { coding: id, code },
        false => Edit::Team(TeamEdit::Recode { coding: id, code }),
    });
    let resize = (coding.span != span).then_some(match own {
        true => Edit::ResizeCoding { coding: id, span },
        false => Edit::Team(TeamEdit::Rebound { coding: id, span }),
    });
    match (recode, resize) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(one),
        (Some(recode), Some(resize)) => Some(Edit::All(vec![recode, resize])),
    }
}
