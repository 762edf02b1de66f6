//! WebVTT: the subtitles that Teams and others make of a recording; cues of one speaker become one turn.

use super::draft::{Draft, DraftTurn, normal};
use super::head::time;
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer, decode, turns};

/// Reads `.vtt`.
pub struct WebVtt;

impl Importer for WebVtt {
    fn extensions(&self) -> &'static [&'static str] {
        &["vtt"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = decode::text(bytes, choices, report)?;
        let text = normal(&text, report);
        let cues = cues(&text, report);
        if cues.is_empty() && !text.starts_with("WEBVTT") {
            return Err(ImportError::Damaged("it has no cues"));
        }
        if cues.iter().any(|cue| cue.speaker.is_some()) {
            return Ok(Draft { opening: String::new(), turns: join(cues) }.into());
        }
        // Without voice tags the speakers may stand in the words, `Name: words`.
        let lines: Vec<&str> = cues.iter().map(|cue| cue.words.as_str()).collect();
        let Some(mut draft) = turns::recognise(&lines) else {
            return Ok(Draft { opening: String::new(), turns: cues }.into());
        };
        let mut starts = cues.iter();
        for turn in &mut draft.turns {
            let first = turn.words.split('\n').next().unwrap_or("");
            let cue = starts.find(|cue| !first.is_empty() && cue.words.ends_with(first));
            turn.start_ms = turn.start_ms.or(cue.and_then(|cue| cue.start_ms));
        }
        Ok(draft.into())
    }
}

/// The voices of all cues in order, each with the time of its cue.
fn cues(text: &str, report: &mut Report) -> Vec<DraftTurn> {
    let mut cues = Vec::new();
    for block in blocks(text) {
        let lines: Vec<&str> = block.split('\n').collect();
        let Some(timing) = lines.iter().position(|line| line.contains("-->")) else { continue };
        // A writer that forgets the empty line between cues is forgiven.
        let mut start = timing;
        while let Some(line) = lines.get(start) {
            let rest = lines.get(start + 1..).unwrap_or(&[]);
            let length = rest.iter().position(|line| line.contains("-->")).unwrap_or(rest.len());
            let start_ms = time(line.trim()).map(|(ms, _)| ms);
            report.bad_times += usize::from(start_ms.is_none());
            let payload = rest.get(..length).unwrap_or(&[]).join("\n");
            voices(&payload, start_ms, report, &mut cues);
            start += length + 1;
        }
    }
    cues
}

/// The blocks that can hold cues. A cue that has an empty line among its words is one block all the same.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut rest = text.split("\n\n").map(|block| block.trim_matches('\n')).peekable();
    while let Some(block) = rest.next() {
        let first = block.split('\n').next().unwrap_or_default().trim();
        let is =
            |word: &str| first.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        let holds_time = block.contains("-->");
        if is("NOTE") || (!holds_time && ["WEBVTT", "STYLE", "REGION"].into_iter().any(is)) {
            continue;
        }
        // A writer may also leave a line empty between the number of a cue and its time.
        let is_number = !block.is_empty() && block.bytes().all(|byte| byte.is_ascii_digit());
        let mut time_follows =
            || rest.peek().and_then(|next| next.split('\n').next()).is_some_and(|line| line.contains("-->"));
        if is_number && time_follows() {
            continue;
        }
        match blocks.last_mut() {
            Some(cue) if !holds_time => {
                cue.push('\n');
                cue.push_str(block);
            }
            Some(_) => blocks.push(block.to_owned()),
            // What stands before the first cue belongs to the header.
            None if holds_time => blocks.push(block.to_owned()),
            None => {}
        }
    }
    blocks
}

/// Splits what a cue shows by its voice tags; other tags are left out, entities are read.
fn voices(payload: &str, start_ms: Option<u32>, report: &mut Report, cues: &mut Vec<DraftTurn>) {
    let mut voice = DraftTurn { speaker: None, start_ms, words: String::new() };
    let mut rest = payload;
    while let Some((before, after)) = rest.split_once('<') {
        voice.words.push_str(&entities(before));
        let opens = after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        // No tag is longer; to look further would make a text of open tags slow.
        let end = after.char_indices().take(300).find(|(_, letter)| opens && *letter == '>').map(|(at, _)| at);
        let Some((tag, after)) = end.and_then(|at| Some((after.get(..at)?, after.get(at + 1..)?))) else {
            voice.words.push('<');
            rest = after;
            continue;
        };
        let name = tag.strip_prefix('v').filter(|tag| tag.starts_with(['.', ' ', '\t', '\n']));
        if let Some(name) = name {
            let name = name.split_once(char::is_whitespace).map_or("", |(_, name)| name);
            close(&mut voice, report, cues);
            voice.speaker = Some(entities(name).trim().to_owned()).filter(|name| !name.is_empty());
        } else if tag == "/v" {
            close(&mut voice, report, cues);
            voice.speaker = None;
        }
        rest = after;
    }
    voice.words.push_str(&entities(rest));
    close(&mut voice, report, cues);
}

fn close(voice: &mut DraftTurn, report: &mut Report, cues: &mut Vec<DraftTurn>) {
    let words: Vec<&str> = voice.words.split_whitespace().collect();
    if !words.is_empty() {
        let words = normal(&words.join(" "), report);
        cues.push(DraftTurn { words, ..voice.clone() });
    }
    voice.words.clear();
}

/// Joins the cues that one speaker has in a row.
fn join(cues: Vec<DraftTurn>) -> Vec<DraftTurn> {
    let mut turns: Vec<DraftTurn> = Vec::new();
    for cue in cues {
        match turns.last_mut() {
            Some(last) if last.speaker == cue.speaker => {
                last.words.push(' ');
                last.words.push_str(&cue.words);
            }
            _ => turns.push(cue),
        }
    }
    turns
}

fn entities(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        read.push_str(before);
        // No entity is longer; to look further would make a text of ampersands slow.
        let end = after.char_indices().take(10).find(|(_, letter)| *letter == ';').map(|(at, _)| at);
        let name = end.and_then(|end| Some((after.get(..end)?, after.get(end + 1..)?)));
        let entity = name.and_then(|(name, tail)| Some((entity(name)?, tail)));
        match entity {
            Some((letter, tail)) => {
                read.push(letter);
                rest = tail;
            }
            None => {
                read.push('&');
                rest = after;
            }
        }
    }
    read.push_str(rest);
    read
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "lrm" => Some('\u{200e}'),
        "rlm" => Some('\u{200f}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
