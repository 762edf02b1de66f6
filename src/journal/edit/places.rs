//! Where among its siblings a code is put.

use crate::model::code::Place;
use crate::model::codebook::Codebook;
use crate::model::id::CodeId;

/// Where a code is to be put among the children of its new parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Before this sibling.
    Before(CodeId),
    /// After this sibling.
    After(CodeId),
    /// After all of them.
    Last,
}

/// A place under `parent`, or `None` where `code` stands there already or the sibling is not under it.
pub(super) fn place(book: &Codebook, code: Option<CodeId>, parent: Option<CodeId>, beside: Beside) -> Option<Place> {
    let row = book.children(parent);
    let others: Vec<CodeId> = row.iter().copied().filter(|other| Some(*other) != code).collect();
    let at = match beside {
        Beside::Before(sibling) => others.iter().position(|other| *other == sibling)?,
        Beside::After(sibling) => others.iter().position(|other| *other == sibling)? + 1,
        Beside::Last => others.len(),
    };
    if code.is_some() && row.iter().position(|other| Some(*other) == code) == Some(at) {
        return None;
    }
    let place_of = |id: &CodeId| book.code(*id).map(|code| &code.place);
    let (low, high) = others.split_at(at);
    let (low, high) = (low.iter().filter_map(place_of).next_back(), high.iter().filter_map(place_of));
    // Codes made at the same time on two machines can share a place; between them there is no room, so go past them.
    let high = high.clone().find(|high| low.is_none_or(|low| low < *high));
    Some(Place::between(low, high))
}
