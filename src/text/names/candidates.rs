//! Candidates: what in texts may be a name, found by capital letters, by lists and by form. A person decides.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use super::Kind;
use super::lists::{COMPANY_FORMS, COMPANY_WORDS, FIRST_NAMES, NOBODY, PLACES, ROLES, SURNAME_ENDINGS};
use super::own::Own;
use super::patterns::shaped;
use super::table::{Row, Table, is_gap, is_letter};
use crate::text::bounds::ABBREVIATIONS;
use crate::text::stop_words::is_stop_word;
use crate::text::tongue::Tongue;

/// How many places are shown of each name.
const SHOWN: usize = 5;
/// How many scalars are shown on either side of a name.
const BESIDE: usize = 36;

/// A place where a name stands: the words before it, itself, the words after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The number of the text.
    pub text: usize,
    /// The first scalar of the name.
    pub at: u32,
    /// The words before it on the line.
    pub before: String,
    /// The name with its ending.
    pub words: String,
    /// The words after it on the line.
    pub after: String,
}

/// What may be a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name without an ending.
    pub original: String,
    /// What it seems to be the name of.
    pub kind: Kind,
    /// How often it stands in the texts; 0 for a speaker whom nobody calls by name.
    pub count: usize,
    /// How it is written where it stands.
    pub forms: Vec<String>,
    /// Some of the places.
    pub contexts: Vec<Context>,
}

/// Finds candidates in texts, and among the names of who speaks in them: persons first, then by how often they stand there.
/// What the study calls people by itself is none.
pub fn candidates(texts: &[&str], speakers: &[&str], own: &Own) -> Vec<Candidate> {
    let mut names: BTreeMap<String, Kind> = BTreeMap::new();
    for speaker in speakers.iter().map(|speaker| speaker.trim()).filter(|speaker| !is_role(speaker)) {
        names.insert(speaker.to_owned(), Kind::Person);
    }
    let read: Vec<Vec<Word<'_>>> = texts.iter().map(|text| words(text, own)).collect();
    let small: HashSet<String> =
        read.iter().flatten().filter(|word| !word.large()).map(|word| word.letters.to_lowercase()).collect();
    let mut sure: HashSet<&str> = HashSet::new();
    for word in read.iter().flatten().filter(|word| word.large() && !word.begins) {
        sure.insert(word.letters);
    }
    let known = Known { small, sure };
    for words in &read {
        known.gather(words, &mut names);
    }
    names.retain(|name, _| !is_role(name) && !own.is(name));
    once_in_any_letters(&mut names);
    for text in texts {
        names.extend(shaped(text).into_iter().map(|shaped| (shaped.words.to_owned(), shaped.kind)));
    }
    let bases: BTreeSet<String> = names.keys().cloned().collect();
    names.retain(|name, kind| {
        let base =
            name.strip_suffix('s').filter(|_| matches!(kind, Kind::Person | Kind::Company | Kind::Place | Kind::Other));
        base.is_none_or(|base| !bases.contains(base))
    });
    let rows = names.iter().map(|(name, kind)| Row { original: name.clone(), pseudonym: "?".to_owned(), kind: *kind });
    let mut found = standing(&Table::new(rows), texts);
    // The first name of somebody who is never called by it alone stands nowhere.
    let speaks = |name: &str| speakers.iter().any(|speaker| speaker.trim().to_lowercase() == name.to_lowercase());
    found.retain(|candidate| candidate.count > 0 || speaks(&candidate.original));
    found.sort_by(|a, b| {
        (a.kind, std::cmp::Reverse(a.count), &a.original).cmp(&(b.kind, std::cmp::Reverse(b.count), &b.original))
    });
    found
}

/// Leaves one of the names that differ only in large and small letters, *Anne* and *ANNE*: the one that is written as names are.
fn once_in_any_letters(names: &mut BTreeMap<String, Kind>) {
    let usual = |name: &str| name.split(' ').all(|word| word.chars().skip(1).any(char::is_lowercase));
    let mut best: BTreeMap<String, String> = BTreeMap::new();
    for name in names.keys() {
        let known = best.entry(name.to_lowercase()).or_insert_with(|| name.clone());
        let begins = name.starts_with(char::is_uppercase);
        if !(usual(known) && known.starts_with(char::is_uppercase)) && usual(name) && begins {
            known.clone_from(name);
        }
    }
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    for (name, kind) in std::mem::take(names) {
        let Some(name) = best.get(&name.to_lowercase()) else { continue };
        let known = kinds.entry(name.clone()).or_insert(kind);
        *known = (*known).min(kind);
    }
    *names = kinds;
}

/// Counts where the names of a table stand in texts.
pub fn standing(table: &Table, texts: &[&str]) -> Vec<Candidate> {
    let candidate = |row: &Row| Candidate {
        original: row.original.clone(),
        kind: row.kind,
        count: 0,
        forms: Vec::new(),
        contexts: Vec::new(),
    };
    let mut found: Vec<Candidate> = table.rows().iter().map(candidate).collect();
    for (number, text) in texts.iter().enumerate() {
        let replacements = table.replacements(text);
        if replacements.is_empty() {
            continue;
        }
        let letters: Vec<char> = text.chars().collect();
        for replacement in replacements {
            let Some(candidate) = found.get_mut(replacement.row) else { continue };
            let (start, end) = (replacement.start as usize, replacement.end as usize);
            let words: String = letters.get(start..end).unwrap_or_default().iter().collect();
            candidate.count += 1;
            if candidate.contexts.len() < SHOWN {
                let line = |letter: &&char| **letter != '\n';
                let before: Vec<char> = letters
                    .get(..start)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .take_while(line)
                    .take(BESIDE)
                    .copied()
                    .collect();
                let after = letters.get(end..).unwrap_or_default().iter().take_while(line).take(BESIDE);
                candidate.contexts.push(Context {
                    text: number,
                    at: replacement.start,
                    before: before.iter().rev().collect(),
                    words: words.clone(),
                    after: after.collect(),
                });
            }
            if !candidate.forms.contains(&words) {
                candidate.forms.push(words);
            }
        }
    }
    found
}

/// Tells whether a speaker is called by what they do, so that nobody is known by it.
pub fn is_role(speaker: &str) -> bool {
    let name: String = speaker.to_lowercase().chars().filter(|c| !c.is_ascii_digit()).collect();
    let name = name.trim_matches(|c: char| !c.is_alphabetic());
    name.is_empty() || ROLES.contains(&name)
}

/// Tells whether this is a first name that many have.
pub fn is_first_name(name: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    listed(&NAMES, FIRST_NAMES, name)
}

fn is_place(name: &str) -> bool {
    static NAMES: OnceLock<HashSet<&str>> = OnceLock::new();
    listed(&NAMES, PLACES, name)
}

/// Tells whether a word is too common to be a name, however its first letter is written.
pub fn names_nobody(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    listed(&WORDS, NOBODY, word)
}

fn listed(list: &'static OnceLock<HashSet<&'static str>>, words: &'static str, word: &str) -> bool {
    list.get_or_init(|| words.split_whitespace().collect()).contains(word.to_lowercase().as_str())
}

/// A word of a text: letters with hyphens and the like between them.
struct Word<'t> {
    letters: &'t str,
    /// Whether a sentence begins with it.
    begins: bool,
    /// Whether only a space lies between it and the word before.
    joined: bool,
}

impl Word<'_> {
    fn large(&self) -> bool {
        self.letters.chars().next().is_some_and(char::is_uppercase)
    }

    /// The name in a word: *Oslo* in *Oslo-kontoret*, *Kari* in *Karis* where such a name is known.
    fn base(&self) -> &str {
        let head = match self.letters.split_once('-') {
            Some((head, tail)) if !tail.chars().next().is_some_and(char::is_uppercase) => head,
            _ => self.letters,
        };
        let head = head.split(['\'', '’']).next().unwrap_or(head);
        let genitive = head.strip_suffix('s').filter(|base| is_first_name(base) || is_place(base));
        genitive.filter(|_| !is_first_name(head) && !is_place(head)).unwrap_or(head)
    }
}

/// The words of a text in order, without those of addresses, numbers and names that were made up.
fn words<'t>(text: &'t str, own: &Own) -> Vec<Word<'t>> {
    let mut taken: Vec<(usize, usize)> =
        shaped(text).into_iter().map(|shaped| (shaped.start, shaped.start + shaped.words.len())).collect();
    taken.extend(own.places(text));
    taken.sort_unstable();
    let mut taken = taken.into_iter().peekable();
    let (mut words, mut begins, mut joined) = (Vec::<Word<'_>>::new(), true, false);
    let mut rest = text.char_indices().peekable();
    while let Some((start, letter)) = rest.next() {
        while taken.next_if(|(_, end)| *end <= start).is_some() {}
        let inside = taken.peek().is_some_and(|(first, _)| *first <= start);
        if !is_letter(letter) || inside {
            let ends = match letter {
                '.' => !words.last().is_some_and(|word| joined_abbreviation(text, word.letters, start)),
                '?' | '!' | ':' | '…' | '\n' | '•' => true,
                _ => false,
            };
            let between = is_gap(letter)
                || matches!(letter, '"' | '«' | '“' | '„' | '\'' | '(' | '[' | '–' | '—' | '-' | '»' | '”' | ')');
            begins = ends || (begins && between);
            joined &= is_gap(letter);
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = rest.peek().copied() {
            let inner = matches!(next, '-' | '\'' | '’' | '&' | '/');
            let goes_on = text.get(at + next.len_utf8()..).and_then(|rest| rest.chars().next()).is_some_and(is_letter);
            if !(is_letter(next) || inner && goes_on) {
                break;
            }
            end = at + next.len_utf8();
            rest.next();
        }
        words.push(Word { letters: text.get(start..end).unwrap_or(""), begins, joined });
        (begins, joined) = (false, true);
    }
    words
}

/// Tells whether the point at `at` belongs to an abbreviation or an initial.
fn joined_abbreviation(text: &str, word: &str, at: usize) -> bool {
    let before = text.get(..=at).unwrap_or("");
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
    ABBREVIATIONS.contains(&last.as_str()) || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
}

/// What is known of the words of all texts.
struct Known<'t> {
    /// Words that stand with a small letter.
    small: HashSet<String>,
    /// Words that stand with a capital letter where no sentence begins.
    sure: HashSet<&'t str>,
}

impl Known<'_> {
    /// Tells whether a word with a capital letter may be a name, or a part of one.
    fn may_name(&self, word: &Word<'_>) -> bool {
        let base = word.base();
        if base.chars().count() < 2 || !base.chars().any(char::is_alphabetic) {
            return false;
        }
        if is_first_name(base) || is_place(base) {
            // Many a name is a word as well; where a sentence begins nothing tells them apart.
            return !word.begins || !(self.small.contains(&base.to_lowercase()) || names_nobody(base));
        }
        let common = self.small.contains(&base.to_lowercase()) || names_nobody(base);
        !common
            && (!word.begins || self.sure.contains(word.letters) || !names_nobody(base) && self.follows_as_name(word))
    }

    /// Tells whether a word at the beginning of a sentence is known to be a name from elsewhere.
    fn follows_as_name(&self, word: &Word<'_>) -> bool {
        self.sure.contains(word.base())
    }

    fn gather(&self, words: &[Word<'_>], names: &mut BTreeMap<String, Kind>) {
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let form = COMPANY_FORMS.contains(&word.letters);
            let starts = word.large()
                && !form
                && (self.may_name(word) || self.begins_a_longer_name(words, at) || begins_a_company(words, at));
            if !starts {
                at += 1;
                continue;
            }
            let end = self.end_of_name(words, at);
            let run = words.get(at..end).unwrap_or_default();
            if let Some(name) = joined(run) {
                let kind = kind_of(run);
                names.entry(name).or_insert(kind);
                let first = run.first().map_or("", |word| word.base());
                if kind == Kind::Person && run.len() > 1 && is_first_name(first) {
                    names.entry(first.to_owned()).or_insert(Kind::Person);
                }
            }
            at = end;
        }
    }

    /// A sentence may begin with a name of several words, the first of which nothing else is known of.
    fn begins_a_longer_name(&self, words: &[Word<'_>], at: usize) -> bool {
        let (Some(word), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
        let small = word.letters.to_lowercase();
        // *Hos Nordlys AS*: what only joins a name to a sentence is no part of it.
        let joins = || Tongue::ALL.into_iter().any(|tongue| is_stop_word(&small, tongue));
        let common = self.small.contains(&small) || names_nobody(word.letters) || joins();
        let goes_on = next.joined && next.large() && (COMPANY_FORMS.contains(&next.letters) || self.may_name(next));
        word.begins && !common && goes_on
    }

    fn end_of_name(&self, words: &[Word<'_>], start: usize) -> usize {
        let mut end = start + 1;
        while let Some(word) = words.get(end).filter(|word| word.joined) {
            let before = words.get(end - 1).map_or("", |word| word.letters);
            // What has an ending is complete: *Karis Volvo*, *Oslo-kontoret*.
            if words.get(end - 1).is_some_and(|word| word.base() != word.letters) || COMPANY_FORMS.contains(&before) {
                break;
            }
            let particle = matches!(word.letters, "av" | "af" | "de" | "van" | "von" | "&");
            let after =
                words.get(end + 1).filter(|next| particle && next.joined && next.large() && self.may_name(next));
            if after.is_some() {
                end += 2;
            } else if COMPANY_FORMS.contains(&word.letters) || (word.large() && self.may_name(word)) {
                end += 1;
            } else {
                break;
            }
        }
        end
    }
}

/// A company's form makes a name of the large words before it, common as they may be: *Norsk Hydro ASA*.
fn begins_a_company(words: &[Word<'_>], at: usize) -> bool {
    let follow = words.get(at + 1..).unwrap_or_default();
    let large = follow.iter().take_while(|word| word.joined && word.large()).take(4);
    let named = large.take_while(|word| !COMPANY_FORMS.contains(&word.letters)).count();
    let form = follow.get(named).is_some_and(|word| word.joined && COMPANY_FORMS.contains(&word.letters));
    let starts = words.get(at).is_some_and(|word| !word.begins && !names_nobody(word.letters));
    starts && named > 0 && form
}

fn joined(run: &[Word<'_>]) -> Option<String> {
    let (last, before) = run.split_last()?;
    let mut parts: Vec<&str> = before.iter().map(|word| word.letters).collect();
    parts.push(last.base());
    Some(parts.join(" "))
}

fn kind_of(run: &[Word<'_>]) -> Kind {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return Kind::Other };
    let (first, last) = (first.base(), last.base());
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.to_lowercase().ends_with(ending));
    if COMPANY_FORMS.contains(&last) || run.iter().any(|word| ends(word.base(), COMPANY_WORDS)) {
        Kind::Company
    } else if is_first_name(first.split('-').next().unwrap_or(first)) && !(run.len() == 1 && is_place(first)) {
        Kind::Person
    } else if is_place(first) || ends(last, &["kommune", "fylke", "fylkeskommune"]) {
        Kind::Place
    } else if run.len() > 1 && ends(last, SURNAME_ENDINGS) {
        Kind::Person
    } else {
        Kind::Other
    }
}
