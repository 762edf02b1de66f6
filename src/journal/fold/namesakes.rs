//! Namesakes: codes of one name in one place, which several have made, or moved there, without knowing of each other.

use std::collections::HashMap;

use crate::journal::notice::Notice;
use crate::model::code::Code;
use crate::model::codebook::Codebook;

/// Tells of each code that has the name of one made before it in the same place, in the order of the tree.
pub(super) fn notices(book: &Codebook) -> Vec<Notice> {
    let parents = std::iter::once(None).chain(book.codes().map(|code| Some(code.id)));
    let mut found = Vec::new();
    for parent in parents {
        let mut row: Vec<&Code> = book.children(parent).iter().filter_map(|id| book.code(*id)).collect();
        if row.len() < 2 {
            continue;
        }
        row.sort_by_key(|code| (code.made_ms, code.id));
        let mut known: HashMap<String, &Code> = HashMap::with_capacity(row.len());
        for code in row {
            // A name is never empty, unless it has been erased.
            if code.name.is_empty() {
                continue;
            }
            let first = *known.entry(code.name.to_lowercase()).or_insert(code);
            if first.id != code.id {
                let (code, by, other, other_by) = (first.id, first.coder, code.id, code.coder);
                found.push(Notice::SameName { code, by, other, other_by });
            }
        }
    }
    found
}
