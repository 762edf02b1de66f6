//! The words of a cue: its voices, without tags and with its entities read.

use super::Cue;
use crate::import::draft::normal;
use crate::import::report::Report;

/// Splits what a cue shows by its voice tags; other tags are left out, entities are read.
pub(super) fn voices(payload: &str, times: (Option<u32>, Option<u32>), report: &mut Report, cues: &mut Vec<Cue>) {
    let mut voice = Cue { speaker: None, start_ms: times.0, end_ms: times.1, words: String::new() };
    let payload = without_places(payload);
    let mut rest = payload.as_str();
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

/// Leaves out what tells a player where to show a cue, as `{\an8}`.
fn without_places(payload: &str) -> String {
    let mut kept = String::with_capacity(payload.len());
    let mut rest = payload;
    while let Some((before, after)) = rest.split_once("{\\") {
        kept.push_str(before);
        // No such sign is longer.
        let end = after.char_indices().take(100).find(|(_, letter)| *letter == '}').map(|(at, _)| at);
        match end.and_then(|end| after.get(end + 1..)) {
            Some(tail) => rest = tail,
            None => {
                kept.push_str("{\\");
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    kept
}

fn close(voice: &mut Cue, report: &mut Report, cues: &mut Vec<Cue>) {
    let words: Vec<&str> = voice.words.split_whitespace().collect();
    if !words.is_empty() {
        let words = normal(&words.join(" "), report);
        cues.push(Cue { words, ..voice.clone() });
    }
    voice.words.clear();
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
