//! Quotation marks around the cells of separated values, and those that nobody has closed.

use std::borrow::Cow;

/// Sets right what a mark that opens a cell and is never closed would do: swallow the rows after it. Such a mark becomes a
/// letter of its cell. Gives the text and the rows concerned, counted from 1 with the header as the first.
///
/// A mark is not closed where the text ends before it is, and where what closes it stands in a later line in the middle of
/// a cell: that one opens a cell of its own.
pub(super) fn closed(text: &str, separator: u8) -> (Cow<'_, str>, Vec<usize>) {
    let bytes = text.as_bytes();
    let ends_cell = |at: usize| bytes.get(at).is_none_or(|byte| *byte == separator || *byte == b'\n');
    let (mut mended, mut copied) = (String::new(), 0);
    let (mut rows, mut row, mut at) = (Vec::new(), 1, 0);
    let mut begins = true;
    while let Some(&byte) = bytes.get(at) {
        if begins && byte == b'"' {
            let close = closing(bytes, at + 1);
            let lines = |end: usize| bytes.get(at..end).unwrap_or_default().iter().filter(|b| **b == b'\n').count();
            let open = close.is_none_or(|close| !ends_cell(close + 1) && lines(close) > 0);
            if open {
                let end = (at..).find(|at| ends_cell(*at)).unwrap_or(bytes.len());
                mended.push_str(text.get(copied..at).unwrap_or_default());
                mended.push('"');
                mended.push_str(&text.get(at..end).unwrap_or_default().replace('"', "\"\""));
                mended.push('"');
                rows.push(row);
                (copied, at) = (end, end);
            } else if let Some(close) = close {
                at = close + 1;
            }
            begins = false;
            continue;
        }
        row += usize::from(byte == b'\n');
        begins = byte == b'\n' || byte == separator;
        at += 1;
    }
    if rows.is_empty() {
        return (Cow::Borrowed(text), rows);
    }
    mended.push_str(text.get(copied..).unwrap_or_default());
    rows.dedup();
    (Cow::Owned(mended), rows)
}

/// Where the mark stands that closes a cell; two in a row are a letter of it.
fn closing(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}
