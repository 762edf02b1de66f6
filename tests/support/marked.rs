//! Text with codings marked in it: `I <trust>felt <home>safe</trust> there</home>`. Marks may overlap.

use kodebok::model::span::Span;

/// One marked stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The first word of the tag.
    pub(crate) name: String,
    /// The rest of the tag.
    pub(crate) note: String,
    pub(crate) span: Span,
}

/// Takes the marks out of a text; they come in the order in which they start.
pub(crate) fn marked(notation: &str) -> (String, Vec<Mark>) {
    let (mut text, mut length) = (String::new(), 0);
    let (mut open, mut marks): (Vec<(String, String, u32)>, Vec<Mark>) = (Vec::new(), Vec::new());
    let mut rest = notation;
    while let Some(letter) = rest.chars().next() {
        let tag = rest.strip_prefix('<').and_then(|tag| tag.split_once('>'));
        let tag = tag.filter(|(tag, _)| tag.starts_with(|c: char| c == '/' || c.is_alphabetic()));
        let Some((tag, tail)) = tag else {
            text.push(letter);
            length += 1;
            rest = rest.split_at(letter.len_utf8()).1;
            continue;
        };
        if let Some(name) = tag.strip_prefix('/') {
            let at = open
                .iter()
                .rposition(|(known, ..)| known == name)
                .unwrap_or_else(|| panic!("</{name}> closes nothing"));
            let (name, note, start) = open.remove(at);
            let span = Span::new(start, length).unwrap_or_else(|| panic!("<{name}> marks nothing"));
            marks.push(Mark { name, note, span });
        } else {
            let (name, note) = tag.split_once(' ').unwrap_or((tag, ""));
            open.push((name.to_owned(), note.to_owned(), length));
        }
        rest = tail;
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    marks.sort_by_key(|mark| (mark.span.start(), mark.span.end()));
    (text, marks)
}

#[test]
fn marks_may_overlap() {
    let (text, marks) = marked("I <trust>felt <home -ola>safe</trust> there</home> < 3");
    assert_eq!(text, "I felt safe there < 3");
    let words: Vec<_> =
        marks.iter().map(|m| (m.name.as_str(), m.note.as_str(), m.span.start(), m.span.end())).collect();
    assert_eq!(words, [("trust", "", 2, 11), ("home", "-ola", 7, 17)]);
}
