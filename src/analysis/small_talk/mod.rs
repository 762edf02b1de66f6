//! Small talk: what at the beginning and the end of an interview is greetings, sound checks, consent, weather and thanks.
//! Only a proposal: a person accepts it or does not.

mod phrases;

use std::ops::Range;

use self::phrases::{CONSENT, FAREWELL, GREETING, OPENING, OUTSIDE, RECORDING, SOUND, THANKS};
use crate::model::source::Source;
use crate::model::span::Span;
use crate::text::words;

/// The most turns that can be small talk at the beginning, and at the end.
const MOST: usize = 16;

/// A turn with more words than this is no small talk.
const LONG: usize = 80;

/// How many turns in a row may bear no sign of their own between two that do.
const GAP: usize = 3;

/// What makes a turn look like small talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Hello.
    Greeting,
    /// Can you hear me, can you see me.
    Sound,
    /// The recording is started or stopped.
    Recording,
    /// Consent, information, anonymity.
    Consent,
    /// Weather, travel, coffee, a door that must be closed.
    Outside,
    /// Thanks.
    Thanks,
    /// Goodbye, good luck, a nice day.
    Farewell,
}

/// Which end of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// Its first turns.
    Beginning,
    /// Its last turns.
    Ending,
}

/// A stretch at one end of an interview that looks like small talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// At which end it stands.
    pub end: End,
    /// The turns, from 0; in a text without turns its lines.
    pub turns: Range<usize>,
    /// What is to be set aside.
    pub span: Span,
    /// How many words that is.
    pub words: usize,
    /// Why, each once: the sign and the words that are one, as they stand first.
    pub signs: Vec<(Sign, String)>,
}

/// What looks like small talk at either end of a source and is not set aside yet.
pub fn proposals(source: &Source) -> Vec<Proposal> {
    let turns = turns(source);
    let beginning = beginning(&turns);
    // What is small talk at the beginning is not so at the end as well.
    let ending = ending(&turns, beginning.end);
    [(End::Beginning, beginning), (End::Ending, ending)]
        .into_iter()
        .filter_map(|(end, range)| proposal(source, end, turns.get(range.clone())?, range))
        .collect()
}

/// A turn as it is judged.
struct Turn {
    span: Span,
    words: usize,
    signs: Vec<(Sign, String)>,
    /// Asks the first question of the interview proper.
    opens: bool,
}

fn turns(source: &Source) -> Vec<Turn> {
    let Some(text) = source.text.as_deref() else { return Vec::new() };
    let line = |number| Some(text.line(number)).and_then(|line| source.trimmed(Span::new(line.start, line.end)?));
    let spans: Vec<Span> = if source.turns.is_empty() {
        (0..text.line_count()).filter_map(line).collect()
    } else {
        source.turns.iter().map(|turn| turn.span).collect()
    };
    let ends = spans.len().saturating_sub(MOST);
    let near = |(number, span): (usize, Span)| {
        // What stands in the middle is not even read.
        let words = if number < MOST || number >= ends { source.quote(span) } else { "" };
        Turn { span, words: words::count(words), signs: signs(words), opens: first_of(OPENING, words).is_some() }
    };
    spans.into_iter().enumerate().map(near).collect()
}

/// The first turns up to the last that bears a sign, no farther than to the first question proper.
fn beginning(turns: &[Turn]) -> Range<usize> {
    let talk = turns.iter().take(MOST).take_while(|turn| !turn.opens && !turn.is_long());
    let (mut end, mut plain) = (0, 0);
    let mut count = 0;
    for (number, turn) in talk.enumerate() {
        count = number + 1;
        let bears = turn.signs.iter().any(|(sign, _)| *sign != Sign::Thanks);
        plain = if bears { 0 } else { plain + 1 };
        if plain > GAP {
            break;
        }
        if bears {
            end = number + 1;
        }
    }
    // Up to the first question all that is short belongs to what came before it.
    let opened = turns.get(count).is_some_and(|turn| turn.opens) && end > 0 && plain <= GAP;
    0..if opened { count } else { end }
}

/// The last turns from the first that bears a sign of parting.
fn ending(turns: &[Turn], from: usize) -> Range<usize> {
    let (all, mut start, mut plain) = (turns.len(), turns.len(), 0);
    let talk = turns.iter().enumerate().skip(from.max(all.saturating_sub(MOST))).rev();
    for (number, turn) in talk.take_while(|(_, turn)| !turn.is_long()) {
        let parts = turn.signs.iter().any(|(sign, _)| matches!(sign, Sign::Thanks | Sign::Farewell | Sign::Recording));
        plain = if parts { 0 } else { plain + 1 };
        if plain > GAP {
            break;
        }
        if parts {
            start = number;
        }
    }
    start..all
}

fn proposal(source: &Source, end: End, turns: &[Turn], range: Range<usize>) -> Option<Proposal> {
    let span = turns.first()?.span.hull(turns.last()?.span);
    let mut signs: Vec<(Sign, String)> = Vec::new();
    for (sign, words) in turns.iter().flat_map(|turn| &turn.signs) {
        if !signs.iter().any(|(known, _)| known == sign) {
            signs.push((*sign, words.clone()));
        }
    }
    let counts = turns.iter().any(|turn| source.counts(turn.span));
    (counts && !signs.is_empty()).then(|| Proposal {
        end,
        turns: range,
        span,
        words: words::count(source.quote(span)),
        signs,
    })
}

impl Turn {
    fn is_long(&self) -> bool {
        let informs = self.signs.iter().any(|(sign, _)| *sign == Sign::Consent);
        self.words > if informs { 2 * LONG } else { LONG }
    }
}

/// The signs that words bear, each once.
fn signs(words: &str) -> Vec<(Sign, String)> {
    [
        (Sign::Greeting, GREETING),
        (Sign::Sound, SOUND),
        (Sign::Recording, RECORDING),
        (Sign::Consent, CONSENT),
        (Sign::Outside, OUTSIDE),
        (Sign::Thanks, THANKS),
        (Sign::Farewell, FAREWELL),
    ]
    .into_iter()
    .filter_map(|(sign, phrases)| Some((sign, first_of(phrases, words)?)))
    .collect()
}

/// The first of some phrases that stands in words as whole words, as it stands there. A phrase that ends in `*` may go on
/// into a longer word.
fn first_of(phrases: &[&str], words: &str) -> Option<String> {
    let letters: Vec<char> = words.chars().collect();
    // One letter for one, so that places are the same in both.
    let small: Vec<char> =
        letters.iter().map(|letter| letter.to_lowercase().next().unwrap_or(*letter)).map(straight).collect();
    let found = phrases.iter().filter_map(|phrase| place(phrase, &small));
    let at = found.min_by_key(|range| range.start)?;
    Some(letters.get(at)?.iter().collect())
}

fn straight(letter: char) -> char {
    if letter == '’' { '\'' } else { letter }
}

fn place(phrase: &str, words: &[char]) -> Option<Range<usize>> {
    let (phrase, open) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    let phrase: Vec<char> = phrase.chars().collect();
    let in_word = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|letter| letter.is_alphanumeric());
    let starts = words.windows(phrase.len()).enumerate().filter(|(_, here)| *here == phrase.as_slice());
    starts.map(|(at, _)| at..at + phrase.len()).find_map(|at| {
        let whole = !in_word(at.start.checked_sub(1)) && (open || !in_word(Some(at.end)));
        let end = (at.end..words.len()).find(|end| !in_word(Some(*end))).unwrap_or(words.len());
        whole.then_some(at.start..if open { end } else { at.end })
    })
}
