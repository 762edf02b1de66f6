//! Proposals: a pseudonym for each candidate, the same for names that seem to be one person's.

use std::collections::BTreeSet;

use super::Kind;
use super::candidates::Candidate;
use super::table::Row;

/// What pseudonyms are made of, in the study's language: *Person*, *Bedrift*, *Sted* …
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the fields are the kinds")]
pub struct Labels {
    pub person: &'static str,
    pub company: &'static str,
    pub place: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub web: &'static str,
    pub number: &'static str,
    pub other: &'static str,
}

impl Labels {
    /// Tells whether somebody is called by a pseudonym made of one of these: *Person 3*, *Bedrift A*.
    pub fn made(&self, name: &str) -> bool {
        let labels = Kind::ALL.map(|kind| self.of(kind));
        let rest = labels.iter().find_map(|label| name.strip_prefix(label));
        let numbered = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit());
        let lettered = |rest: &str| !rest.is_empty() && rest.len() < 4 && rest.chars().all(|c| c.is_ascii_uppercase());
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.strip_prefix(' ').is_some_and(|rest| numbered(rest) || lettered(rest))
        })
    }

    /// The pseudonyms made of these that stand in a text.
    pub fn made_in(&self, text: &str) -> BTreeSet<String> {
        self.places(text).into_iter().filter_map(|(start, end)| text.get(start..end)).map(str::to_owned).collect()
    }

    /// Where pseudonyms made of these stand in a text, in bytes.
    pub(super) fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for label in Kind::ALL.map(|kind| self.of(kind)) {
            for (at, _) in text.match_indices(label) {
                let rest = text.get(at + label.len()..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let tail = if digits > 0 { digits } else { rest.bytes().take_while(u8::is_ascii_uppercase).count() };
                let end = at + label.len() + 1 + tail;
                if tail > 0 && text.get(at..end).is_some_and(|pseudonym| self.made(pseudonym)) {
                    places.push((at, end));
                }
            }
        }
        places
    }

    fn of(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Person => self.person,
            Kind::Company => self.company,
            Kind::Place => self.place,
            Kind::Phone => self.phone,
            Kind::Email => self.email,
            Kind::Web => self.web,
            Kind::Number => self.number,
            Kind::Other => self.other,
        }
    }
}

/// A row for each candidate. What `known` holds keeps its pseudonym, and new ones never take one that is used there or is
/// among the `taken`, which stand in texts already.
pub fn proposals(candidates: &[Candidate], (known, taken): (&[Row], &BTreeSet<String>), labels: &Labels) -> Vec<Row> {
    let mut used: BTreeSet<String> =
        known.iter().map(|row| row.pseudonym.clone()).chain(taken.iter().cloned()).collect();
    // The longer name first, so that the shorter one finds whose it is.
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by_key(|candidate| std::cmp::Reverse(candidate.original.split(' ').count()));
    let mut rows: Vec<Row> = Vec::new();
    for candidate in order {
        let said = |row: &&Row| row.original.to_lowercase() == candidate.original.to_lowercase();
        let pseudonym = match known.iter().find(said).or_else(|| owner(candidate, known.iter().chain(&rows))) {
            Some(row) => row.pseudonym.clone(),
            None => next(candidate.kind, labels, &used),
        };
        used.insert(pseudonym.clone());
        rows.push(Row { original: candidate.original.clone(), pseudonym, kind: candidate.kind });
    }
    let place = |row: &Row| candidates.iter().position(|candidate| candidate.original == row.original);
    rows.sort_by_key(place);
    rows
}

/// The pseudonyms of rows that were not made of labels, but by somebody.
pub fn by_hand(rows: &[Row], labels: &[Labels]) -> BTreeSet<String> {
    let pseudonyms = rows.iter().map(|row| &row.pseudonym);
    pseudonyms.filter(|pseudonym| !labels.iter().any(|labels| labels.made(pseudonym))).cloned().collect()
}

/// The only row whose name of several words holds this one: *Kari* in *Kari Nordmann*, *Hydro* in *Norsk Hydro ASA*.
fn owner<'r>(candidate: &Candidate, rows: impl Iterator<Item = &'r Row>) -> Option<&'r Row> {
    let kinds = [Kind::Person, Kind::Company, Kind::Other];
    if !kinds.contains(&candidate.kind) || candidate.original.contains(' ') {
        return None;
    }
    let small = candidate.original.to_lowercase();
    let named = |row: &&Row| {
        let same_kind = row.kind == candidate.kind || (candidate.kind == Kind::Other && kinds.contains(&row.kind));
        same_kind && row.original.contains(' ') && row.original.split(' ').any(|word| word.to_lowercase() == small)
    };
    let owners: Vec<&Row> = rows.filter(named).collect();
    let first = owners.first()?;
    owners.iter().all(|row| row.pseudonym == first.pseudonym).then_some(*first)
}

fn next(kind: Kind, labels: &Labels, used: &BTreeSet<String>) -> String {
    let label = labels.of(kind);
    let numbered = |number: usize| match kind {
        Kind::Company => format!("{label} {}", letters(number)),
        _ => format!("{label} {number}"),
    };
    (1..).map(numbered).find(|pseudonym| !used.contains(pseudonym)).unwrap_or_default()
}

/// 1 is A, 26 is Z, 27 is AA.
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        let digit = u8::try_from((number - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        number = (number - 1) / 26;
    }
    letters.iter().rev().collect()
}
