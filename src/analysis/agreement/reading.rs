//! Reads a table of ratings as people have it: a row a unit, a column a coder, perhaps with names above and beside.

use std::collections::{BTreeMap, BTreeSet};

use super::ratings::{Measured, Ratings, Scale};

/// Whether a table has something; by default it is found out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants say what they are")]
pub enum Has {
    #[default]
    Perhaps,
    Yes,
    No,
}

/// How a table is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Whether the first row names the coders.
    pub header: Has,
    /// Whether the first column names the units.
    pub units: Has,
    /// Every category there is, in order, also such as nobody gave; empty where they are those that occur.
    pub categories: Vec<String>,
}

/// A table of ratings as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingTable {
    /// Whether the first row was taken for the names of the coders.
    pub has_header: bool,
    /// Whether the first column was taken for the names of the units.
    pub has_units: bool,
    /// The coders, by their names or their numbers from 1.
    pub coders: Vec<String>,
    /// What they said.
    pub ratings: Ratings,
}

/// Why a table holds no ratings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRatings {
    /// It has fewer than two columns of ratings.
    OneCoder,
    /// It has no ratings.
    Empty,
    /// A rating is none of the categories that were told.
    OffTheScale {
        /// Where it stands, a row of ratings from 1.
        row: usize,
        /// What stands there.
        rating: String,
    },
}

/// What stands where a rating is missing, beside nothing at all: in the tables of Krippendorff, and of R.
const MISSING: [&str; 5] = [".", "*", "NA", "NaN", "N/A"];

/// What people write above a column of units, in small letters.
const UNITS: [&str; 40] = [
    "",
    "unit",
    "units",
    "unit_id",
    "item",
    "items",
    "case",
    "cases",
    "subject",
    "subjects",
    "segment",
    "segments",
    "id",
    "no",
    "no.",
    "nr",
    "nr.",
    "#",
    "row",
    "line",
    "text",
    "object",
    "participant",
    "respondent",
    "document",
    "interview",
    "index",
    "observation",
    "enhet",
    "enheter",
    "sak",
    "rad",
    "linje",
    "utdrag",
    "informant",
    "objekt",
    "deltaker",
    "dokument",
    "intervju",
    "observasjon",
];

/// Reads rows of cells.
///
/// # Errors
/// Says why it is no table of ratings.
pub fn read(rows: &[Vec<String>], how: &Reading) -> Result<RatingTable, NotRatings> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let has_header = match how.header {
        Has::Yes => true,
        Has::No => false,
        Has::Perhaps => looks_like_header(rows),
    };
    let (head, body) = match rows.split_first() {
        Some((head, body)) if has_header => (Some(head), body),
        _ => (None, rows),
    };
    let has_units = match how.units {
        Has::Yes => true,
        Has::No => false,
        Has::Perhaps => looks_like_units(head, body, width),
    };
    let first = usize::from(has_units);
    if width < first + 2 {
        return Err(NotRatings::OneCoder);
    }
    let name = |at: usize| {
        let named = head.and_then(|head| head.get(at)).filter(|name| !name.trim().is_empty());
        named.map_or_else(|| (at + 1 - first).to_string(), |name| name.trim().to_owned())
    };
    let coders: Vec<String> = (first..width).map(name).collect();
    let cells: Vec<Vec<Option<&str>>> =
        body.iter().map(|row| (first..width).map(|at| rating(row.get(at))).collect()).collect();
    let (scale, numbers) = scale(&cells, &how.categories)?;
    let on_scale = |cell: Option<&str>| cell.and_then(|cell| numbers.get(cell).copied());
    let rated = cells.into_iter().map(|row| row.into_iter().map(on_scale).collect::<Vec<_>>());
    let ratings = Ratings::new(scale, coders.len(), rated);
    Ok(RatingTable { has_header, has_units, coders, ratings })
}

/// What a cell says; `None` where the rating is missing.
fn rating(cell: Option<&String>) -> Option<&str> {
    let said = cell.map(|cell| cell.trim())?;
    (!said.is_empty() && !MISSING.contains(&said)).then_some(said)
}

/// The number that is written, with a point or a comma.
fn number(said: &str) -> Option<f64> {
    let plain = said.replace('\u{2212}', "-");
    let plain = if plain.contains('.') { plain } else { plain.replacen(',', ".", 1) };
    let begins = plain.trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let number: f64 = if begins { plain.parse().ok()? } else { return None };
    // There is one nought.
    number.is_finite().then_some(number + 0.0)
}

/// The scale of the ratings, and the number on it of everything that is said.
fn scale<'c>(
    cells: &[Vec<Option<&'c str>>],
    told: &'c [String],
) -> Result<(Scale, BTreeMap<&'c str, usize>), NotRatings> {
    let said: BTreeSet<&str> = cells.iter().flatten().copied().flatten().collect();
    if said.is_empty() {
        return Err(NotRatings::Empty);
    }
    let told: Vec<&str> = told.iter().map(|category| category.trim()).collect();
    let known: Vec<&str> = if told.is_empty() { said.iter().copied().collect() } else { told.clone() };
    let known_numbers: Option<Vec<(f64, &str)>> = known.iter().map(|name| Some((number(name)?, *name))).collect();
    let (scale, numbers): (Scale, BTreeMap<&str, usize>) = match known_numbers {
        Some(mut known) => {
            // Of the ways in which a number is written the shortest is shown.
            known.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.len().cmp(&other.1.len())));
            known.dedup_by(|later, kept| later.0.total_cmp(&kept.0).is_eq());
            let place = |said: &str| {
                let said = number(said)?;
                known.binary_search_by(|(value, _)| value.total_cmp(&said)).ok()
            };
            let numbers = said.iter().filter_map(|said| Some((*said, place(said)?))).collect();
            (Scale::numbers(known.iter().map(|(value, name)| (*value, (*name).to_owned())).collect()), numbers)
        }
        None => {
            let measured = if told.is_empty() { Measured::Names } else { Measured::Ordered };
            let mut taken = BTreeSet::new();
            let names: Vec<&str> = known.into_iter().filter(|name| taken.insert(*name)).collect();
            let numbers = (0..).zip(&names).map(|(place, name)| (*name, place)).collect();
            (Scale::words(names.into_iter().map(str::to_owned).collect(), measured), numbers)
        }
    };
    for (row, cells) in cells.iter().enumerate() {
        if let Some(rating) = cells.iter().flatten().find(|cell| !numbers.contains_key(**cell)) {
            return Err(NotRatings::OffTheScale { row: row + 1, rating: (*rating).to_owned() });
        }
    }
    Ok((scale, numbers))
}

/// Tells whether the first row names the coders: it is all different words, none of which is said further down, and it
/// is not numbers above numbers.
fn looks_like_header(rows: &[Vec<String>]) -> bool {
    let Some((head, body)) = rows.split_first() else { return false };
    let named: Vec<&str> = head.iter().map(|cell| cell.trim()).collect();
    let names: BTreeSet<&str> = named.iter().copied().collect();
    let said: BTreeSet<&str> = body.iter().flatten().filter_map(|cell| rating(Some(cell))).collect();
    if body.is_empty() || names.len() < named.len() || names.iter().any(|name| said.contains(name)) {
        return false;
    }
    // The name of the column of units may be missing; a coder without a name is a rating that is missing.
    let nameless = named.iter().skip(1).any(|name| rating(Some(&(*name).to_owned())).is_none());
    // A column whose first cell is no number and whose others are, has a name.
    let columns = head.len();
    let mixed = (0..columns).any(|at| {
        let below = || body.iter().filter_map(|row| rating(row.get(at)));
        let numbers = below().next().is_some() && below().all(|said| number(said).is_some());
        named.get(at).is_some_and(|name| !name.is_empty() && numbers != number(name).is_some())
    });
    let words = said.iter().any(|said| number(said).is_none());
    !nameless && (mixed || words && named.iter().all(|name| number(name).is_none()))
}

/// Tells whether the first column names the units: it is called so, it counts further than anybody rates, or no two of
/// its cells are the same and most say what nobody else does, while the others repeat themselves.
fn looks_like_units(head: Option<&Vec<String>>, body: &[Vec<String>], width: usize) -> bool {
    if width < 3 {
        return false;
    }
    let called = head.and_then(|head| head.first()).map(|name| name.trim().to_lowercase());
    if called.is_some_and(|name| UNITS.contains(&name.as_str())) {
        return true;
    }
    let firsts: Vec<Option<&str>> = body.iter().map(|row| rating(row.first())).collect();
    let different: BTreeSet<&str> = firsts.iter().copied().flatten().collect();
    let others: Vec<&str> =
        body.iter().flat_map(|row| row.iter().skip(1)).filter_map(|cell| rating(Some(cell))).collect();
    let said: BTreeSet<&str> = others.iter().copied().collect();
    let own = different.iter().filter(|name| !said.contains(*name)).count();
    let numbers = firsts.iter().map(|first| first.and_then(number));
    let counts = numbers.clone().next().flatten().is_some_and(|first| first == 0.0 || first == 1.0)
        && numbers
            .clone()
            .zip(numbers.skip(1))
            .all(|(one, next)| one.zip(next).is_some_and(|(one, next)| next == one + 1.0));
    if counts && body.len() > said.len() {
        return true;
    }
    different.len() == body.len() && own * 2 > different.len() && said.len() * 2 <= others.len()
}
