//! Replacing: every place where words are to be replaced, before anything is. What it gives is a preview; each hit is an
//! edit of its own, and all that were ticked are one gesture.

use regex::{Regex, RegexBuilder};
use regex_syntax::ast;

use super::retrieval::{after, before};
use super::scope::Excluded;
use crate::model::id::{CodingId, SourceId};
use crate::model::project::Project;
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::indexed::IndexedText;
use crate::text::normal::normal;

/// The most hits that are shown, and replaced, at once.
pub const MOST: usize = 10_000;

/// The largest compiled pattern, in bytes: what a researcher writes needs some thousands.
const LARGEST: usize = 2 << 20;

/// How what is sought is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// As it stands, wherever it stands.
    #[default]
    Plain,
    /// As it stands, but never as a part of a longer word.
    WholeWords,
    /// As a regular expression; `$1` in what is written instead is what its first group found.
    Pattern,
}

/// Whether capital and small letters differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// They are the same.
    #[default]
    Alike,
    /// They are not.
    Apart,
}

/// What is to be replaced by what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What is sought.
    pub old: String,
    /// What is written instead.
    pub new: String,
    /// How what is sought is read.
    pub reading: Reading,
    /// Whether capital and small letters differ.
    pub letters: Letters,
    /// Whether words that were set aside are replaced too.
    pub excluded: Excluded,
}

/// One place where something would be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which source.
    pub source: SourceId,
    /// Where.
    pub span: Span,
    /// What would be written there.
    pub new: String,
    /// The codings that some of these words belong to; they stay on what is written instead.
    pub codings: Vec<CodingId>,
}

/// What was found, in the order of the sources and of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The places, no more than [`MOST`].
    pub hits: Vec<Hit>,
    /// Whether there are more of them.
    pub more: bool,
}

/// Why a regular expression cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPattern {
    /// A bracket, a brace or a parenthesis is not closed, or closed without being opened.
    Unbalanced,
    /// A sign of repetition has nothing to repeat, or its number cannot be read.
    Repetition,
    /// A sign after a backslash means nothing.
    Escape,
    /// It looks ahead or behind or at what it found before, which takes too long in long texts.
    TooClever,
    /// It would take too much room.
    TooLarge,
    /// It cannot be read for another reason.
    Unreadable,
}

/// Finds every place in some sources where words would be replaced by others. Where nothing would change is no place, nor
/// is where nothing stands.
///
/// # Errors
/// When a regular expression cannot be used.
pub fn search(project: &Project, sources: &[SourceId], wanted: &Wanted) -> Result<Found, BadPattern> {
    let mut found = Found::default();
    if wanted.old.is_empty() {
        return Ok(found);
    }
    let pattern = compiled(wanted)?;
    let (new, _) = normal(&wanted.new);
    for source in sources.iter().filter_map(|id| project.source(*id)) {
        let Some(text) = source.text.as_deref() else { continue };
        for (span, new) in places(text, &pattern, wanted, &new) {
            if wanted.excluded == Excluded::Out && source.set_aside(span).next().is_some() {
                continue;
            }
            if found.hits.len() == MOST {
                found.more = true;
                return Ok(found);
            }
            found.hits.push(Hit { source: source.id, span, new, codings: Vec::new() });
        }
        touch(project, source, &mut found.hits);
    }
    Ok(found)
}

/// The words around a hit within its line, no more than `scalars` on either side and never half a word.
pub fn around(text: &IndexedText, span: Span, scalars: u32) -> (&str, &str) {
    (before(text, span.start(), scalars), after(text, span.end(), scalars))
}

fn places<'t>(
    text: &'t IndexedText,
    pattern: &'t Regex,
    wanted: &'t Wanted,
    new: &'t str,
) -> impl Iterator<Item = (Span, String)> + 't {
    let whole = text.as_str();
    pattern.captures_iter(whole).filter_map(move |groups| {
        let old = groups.get(0)?;
        if wanted.reading == Reading::WholeWords && !stands_alone(whole, old.start(), old.end()) {
            return None;
        }
        let new = match wanted.reading {
            Reading::Plain | Reading::WholeWords => new.to_owned(),
            Reading::Pattern => {
                let mut filled = String::new();
                groups.expand(new, &mut filled);
                filled
            }
        };
        let new = match wanted.letters {
            Letters::Alike if wanted.reading != Reading::Pattern && begins_sentence(whole, old.start()) => {
                with_capital(old.as_str(), &wanted.old, new)
            }
            Letters::Alike | Letters::Apart => new,
        };
        let span = Span::new(text.scalar(old.start()), text.scalar(old.end()))?;
        (old.as_str() != new).then_some((span, new))
    })
}

/// What is written instead, with the capital of what stood there; a capital that was asked for, or a small letter where the
/// words sought have a capital, stays as it was typed.
fn with_capital(old: &str, sought: &str, new: String) -> String {
    let small = |words: &str| words.chars().next().is_some_and(char::is_lowercase);
    if !small(sought) || !old.starts_with(char::is_uppercase) || !small(&new) {
        return new;
    }
    let mut letters = new.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Tells whether a sentence begins at a byte: at the start of a line, or after a full stop and the like.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let before = line.trim_end_matches(|letter: char| letter.is_whitespace() || "«»“”„\"'’‘([–—-".contains(letter));
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':'])
}

/// Tells whether words, by their bytes, do not go on into a longer word at either end.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (before, old, behind) = (text.get(..start), text.get(start..end), text.get(end..));
    let in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let goes_on_before =
        in_word(before.and_then(|text| text.chars().next_back())) && in_word(old.and_then(|text| text.chars().next()));
    let goes_on_behind =
        in_word(behind.and_then(|text| text.chars().next())) && in_word(old.and_then(|text| text.chars().next_back()));
    !goes_on_before && !goes_on_behind
}

/// Finds the codings of a source that hits belong to; the hits of that source stand last.
fn touch(project: &Project, source: &Source, hits: &mut [Hit]) {
    let from = hits.iter().rposition(|hit| hit.source != source.id).map_or(0, |last| last + 1);
    let Some(hits) = hits.get_mut(from..).filter(|hits| !hits.is_empty()) else { return };
    for coding in project.codings_in(source.id) {
        let first = hits.partition_point(|hit| hit.span.end() <= coding.span.start());
        let here = hits.iter_mut().skip(first).take_while(|hit| hit.span.start() < coding.span.end());
        here.for_each(|hit| hit.codings.push(coding.id));
    }
}

fn compiled(wanted: &Wanted) -> Result<Regex, BadPattern> {
    let (old, _) = normal(&wanted.old);
    let pattern = match wanted.reading {
        Reading::Plain | Reading::WholeWords => regex::escape(&old),
        Reading::Pattern => {
            ast::parse::Parser::new().parse(&old).map_err(|error| fault(error.kind()))?;
            old
        }
    };
    let mut builder = RegexBuilder::new(&pattern);
    builder.case_insensitive(wanted.letters == Letters::Alike).multi_line(true).size_limit(LARGEST);
    builder.build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => BadPattern::TooLarge,
        _ => BadPattern::Unreadable,
    })
}

fn fault(kind: &ast::ErrorKind) -> BadPattern {
    use ast::ErrorKind as Kind;
    match kind {
        Kind::ClassUnclosed | Kind::GroupUnclosed | Kind::GroupUnopened | Kind::RepetitionCountUnclosed => {
            BadPattern::Unbalanced
        }
        Kind::RepetitionMissing
        | Kind::RepetitionCountInvalid
        | Kind::RepetitionCountDecimalEmpty
        | Kind::DecimalEmpty
        | Kind::DecimalInvalid => BadPattern::Repetition,
        Kind::EscapeUnexpectedEof
        | Kind::EscapeUnrecognized
        | Kind::EscapeHexEmpty
        | Kind::EscapeHexInvalid
        | Kind::EscapeHexInvalidDigit => BadPattern::Escape,
        Kind::UnsupportedBackreference | Kind::UnsupportedLookAround => BadPattern::TooClever,
        Kind::NestLimitExceeded(_) | Kind::CaptureLimitExceeded => BadPattern::TooLarge,
        _ => BadPattern::Unreadable,
    }
}
