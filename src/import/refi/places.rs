//! Where another program means a selection to be: programs count differently, so the way that fits the words is found.
//!
//! The standard counts code points. NVivo for Windows counts UTF-16 units, a line break as two, and some programs count the
//! sign at the beginning of a file that tells its encoding.

use crate::text;

/// How much of the selections a way of counting must fit before it is believed, in per cent.
const BELIEVED: usize = 90;

/// How a program counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Way {
    /// UTF-16 units instead of code points.
    units: bool,
    /// What is counted of a line break that is written as two signs, or, of one that is written as one: two.
    breaks: Breaks,
    /// The sign of the encoding counts.
    bom: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breaks {
    /// As many as stand in the file.
    Written,
    /// Always one.
    One,
    /// Always two.
    Two,
}

/// A text of another program, in the canonical form, and where its places are there.
pub(super) struct Laid {
    /// The canonical text.
    pub(super) text: String,
    /// For every place in the file's own count, the place in the canonical text, in Unicode scalars.
    places: Vec<u32>,
    /// Whether the selections fit the words.
    pub(super) is_sure: bool,
}

/// A selection as it stands in a file: start and end in its own count, and the words it may have given.
pub(super) type Selected<'x> = (u32, u32, Option<&'x str>);

impl Laid {
    /// Lays out a text so that most of the selections fit it.
    pub(super) fn of(raw: &str, selected: &[Selected<'_>]) -> Self {
        let (normal, _) = text::normal::normal(raw);
        let letters: Vec<char> = normal.chars().collect();
        let scalars = scalars(raw, letters.len());
        let mut best: Option<(usize, Vec<u32>)> = None;
        for way in ways(raw) {
            let places = places(raw, &scalars, way);
            let fitting = selected.iter().filter(|selected| fits(&letters, &places, **selected)).count();
            if best.as_ref().is_none_or(|(most, _)| fitting > *most) {
                let all = fitting == selected.len();
                best = Some((fitting, places));
                if all {
                    break;
                }
            }
        }
        let (fitting, places) = best.unwrap_or_default();
        Self { text: normal, places, is_sure: fitting * 100 >= selected.len() * BELIEVED }
    }

    /// Where a place of the file is in the text; places after its end are its end.
    pub(super) fn place(&self, at: u32) -> u32 {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        self.places.get(at).or(self.places.last()).copied().unwrap_or_default()
    }
}

/// Every way of counting that makes a difference for a text, the standard's first.
fn ways(raw: &str) -> Vec<Way> {
    let units: &[bool] = if raw.chars().any(|letter| letter.len_utf16() == 2) { &[false, true] } else { &[false] };
    let breaks: &[Breaks] = match (raw.contains('\r'), raw.contains('\n')) {
        (true, _) => &[Breaks::Written, Breaks::One],
        (false, true) => &[Breaks::Written, Breaks::Two],
        (false, false) => &[Breaks::Written],
    };
    let bom: &[bool] = if raw.starts_with('\u{feff}') { &[false, true] } else { &[false] };
    let mut ways = Vec::new();
    for bom in bom {
        for breaks in breaks {
            ways.extend(units.iter().map(|units| Way { units: *units, breaks: *breaks, bom: *bom }));
        }
    }
    ways
}

/// For every scalar of a raw text, and its end, where that is in the canonical text of this length.
fn scalars(raw: &str, length: usize) -> Vec<u32> {
    let (mut places, mut at) = (Vec::with_capacity(raw.len() + 1), 0_u32);
    let mut letters = raw.chars().peekable();
    while let Some(letter) = letters.next() {
        places.push(at);
        at += match letter {
            '\r' if letters.peek() == Some(&'\n') => 0,
            ' '..='~' => 1,
            other => count(&text::normal::normal(other.encode_utf8(&mut [0; 4])).0),
        };
    }
    places.push(at);
    if usize::try_from(at) == Ok(length) {
        return places;
    }
    // Letters that melt into the one before: each place is as far as the text before it is long.
    let ends = raw.char_indices().map(|(at, _)| at).chain(std::iter::once(raw.len()));
    ends.map(|end| count(&text::normal::normal(raw.get(..end).unwrap_or(raw)).0)).collect()
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// For every place in a way of counting, the place in the canonical text.
fn places(raw: &str, scalars: &[u32], way: Way) -> Vec<u32> {
    let mut places = Vec::with_capacity(scalars.len());
    let mut before = None;
    for (letter, place) in raw.chars().zip(scalars) {
        let width = match (letter, way.breaks) {
            ('\u{feff}', _) if before.is_none() && !way.bom => 0,
            ('\n', Breaks::One) if before == Some('\r') => 0,
            ('\n', Breaks::Two) => 2,
            (letter, _) if way.units => letter.len_utf16(),
            _ => 1,
        };
        places.extend(std::iter::repeat_n(*place, width));
        before = Some(letter);
    }
    places.extend(scalars.last());
    places
}

/// Tells whether a selection has the words it says, or, where it says none, begins and ends at the edges of words.
fn fits(letters: &[char], places: &[u32], (start, end, words): Selected<'_>) -> bool {
    let place = |at: u32| usize::try_from(at).ok().and_then(|at| places.get(at)).map(|at| *at as usize);
    let (Some(start), Some(end)) = (place(start), place(end)) else { return false };
    let Some(quote) = letters.get(start..end).filter(|quote| !quote.is_empty()) else { return false };
    let squeezed = |letters: &mut dyn Iterator<Item = char>| -> String {
        letters.filter(|letter| letter.is_alphanumeric()).collect()
    };
    let quoted = squeezed(&mut quote.iter().copied());
    if let Some(words) = words {
        let words = squeezed(&mut text::normal::normal(words).0.chars());
        // Programs shorten what they quote, or give a name of their own.
        if words.len() > 3 && (quoted == words || (quoted.starts_with(&words) && words.chars().count() > 20)) {
            return true;
        }
    }
    let inside = |at: usize| {
        let letter =
            |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric());
        letter(at.checked_sub(1)) && letter(Some(at))
    };
    !inside(start) && !inside(end)
}
