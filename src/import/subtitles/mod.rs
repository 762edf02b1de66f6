//! Subtitles: the cues that Teams, Zoom, Whisper and others make of a recording become turns, or paragraphs.

mod blocks;
mod tags;
pub mod whisper;

use std::collections::BTreeSet;

use super::draft::{Draft, DraftTurn, normal};
use super::head::head;
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer, decode, turns};

/// A pause this long, in ms, begins a new paragraph where nobody is named.
const PAUSE_MS: u32 = 2_000;
/// From this many words on, a paragraph where nobody is named ends with its sentence.
const PARAGRAPH: usize = 60;
/// A paragraph ends here even within a sentence: some programs write no full stops.
const LONGEST: usize = 200;

/// So many lines tell whether they are cues.
const CUES: usize = 8;
/// How many letters a cue has at least, on the average.
const CUE_LENGTH: usize = 20;

/// Reads `.vtt`.
pub struct WebVtt;

/// Reads `.srt`.
pub struct SubRip;

impl Importer for WebVtt {
    fn extensions(&self) -> &'static [&'static str] {
        &["vtt"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        read(bytes, choices, report)
    }
}

impl Importer for SubRip {
    fn extensions(&self) -> &'static [&'static str] {
        &["srt"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        read(bytes, choices, report)
    }
}

fn read(bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
    let text = decode::text(bytes, choices, report)?;
    let text = normal(&text, report);
    let cues = blocks::cues(&text, report);
    if cues.is_empty() && !text.starts_with("WEBVTT") && text.contains(char::is_alphanumeric) {
        return Err(ImportError::Damaged("it has no cues"));
    }
    Ok(draft(cues, choices).into())
}

/// What is shown at one time, of one voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) speaker: Option<String>,
    /// In ms from the start of the recording.
    pub(super) start_ms: Option<u32>,
    pub(super) end_ms: Option<u32>,
    /// On one line.
    pub(super) words: String,
}

/// Joins cues to turns, or to paragraphs where nobody is named.
pub(super) fn draft(mut cues: Vec<Cue>, choices: &Choices) -> Draft {
    let mut turns: Vec<DraftTurn> = Vec::new();
    let mut last_end = None;
    if cues.iter().all(|cue| cue.speaker.is_none()) {
        name(&mut cues);
    }
    for cue in cues {
        match turns.last_mut() {
            Some(last) if last.speaker == cue.speaker && !(cue.speaker.is_none() && parts(last, last_end, &cue)) => {
                last.words.push(' ');
                last.words.push_str(&cue.words);
            }
            _ => turns.push(DraftTurn { speaker: cue.speaker, start_ms: cue.start_ms, words: cue.words }),
        }
        last_end = cue.end_ms;
    }
    Draft { opening: String::new(), turns }.as_chosen(choices)
}

/// The paragraphs of a text that is a cue a line, as Whisper writes it; `None` for any other text.
///
/// Such lines end within sentences, and the next goes on with a small letter, as no list and no poem does so often.
pub(super) fn without_times(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.trim_end().split('\n').collect();
    let goes_on = |pair: &&[&str]| match pair {
        [above, below] => {
            above.ends_with(|c: char| c.is_alphanumeric() || c == ',') && below.trim().starts_with(char::is_lowercase)
        }
        _ => false,
    };
    let within = lines.windows(2).filter(goes_on).count();
    let letters = text.chars().count();
    let is_cues = lines.len() >= CUES && within * 5 >= lines.len() && letters >= lines.len() * CUE_LENGTH;
    if !is_cues || lines.iter().any(|line| line.trim().is_empty()) {
        return None;
    }
    let cue = |line: &&str| Cue { words: line.trim().to_owned(), ..Cue::default() };
    let joined = draft(lines.iter().map(cue).collect(), &Choices::default());
    Some(joined.turns.into_iter().map(|turn| turn.words).collect::<Vec<_>>().join("\n"))
}

/// Tells whether a cue begins a new paragraph: after a pause, or where the last one is long enough.
fn parts(last: &DraftTurn, last_end: Option<u32>, cue: &Cue) -> bool {
    let sentence_ends = last.words.trim_end_matches(['"', '»', '”', ')']).ends_with(['.', '?', '!', '…']);
    let pause = last_end.zip(cue.start_ms).map_or(0, |(end, start)| start.saturating_sub(end));
    // Only a long pause parts a sentence.
    let paused = pause >= if sentence_ends { PAUSE_MS } else { 2 * PAUSE_MS };
    // A word has at least two bytes with its space: short paragraphs need not be counted.
    let words = || last.words.split(' ').count();
    paused || (last.words.len() > 2 * PARAGRAPH && (sentence_ends && words() >= PARAGRAPH || words() >= LONGEST))
}

/// Finds who speaks where the names stand in the words, `Name: words`; a cue without a name goes on with the last.
fn name(cues: &mut [Cue]) {
    let lines: Vec<&str> = cues.iter().map(|cue| cue.words.as_str()).collect();
    let Some(found) = turns::recognise(&lines) else { return };
    let names: BTreeSet<String> = found.turns.into_iter().filter_map(|turn| turn.speaker).collect();
    let mut speaker = None;
    for cue in cues {
        let named = head(&cue.words).filter(|head| names.contains(head.name));
        let named = named.map(|head| (head.name.to_owned(), head.words.to_owned(), head.start_ms));
        if let Some((name, words, start_ms)) = named {
            speaker = Some(name);
            cue.words = words;
            cue.start_ms = cue.start_ms.or(start_ms);
        }
        cue.speaker.clone_from(&speaker);
    }
}
