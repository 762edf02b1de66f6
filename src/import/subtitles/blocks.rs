//! The cues in a file of subtitles, numbered or not, with their times.

use super::Cue;
use super::tags::voices;
use crate::import::head::time;
use crate::import::report::Report;

/// The voices of all cues in order, each with the time of its cue.
pub(super) fn cues(text: &str, report: &mut Report) -> Vec<Cue> {
    let mut cues = Vec::new();
    for block in blocks(text) {
        let lines: Vec<&str> = block.split('\n').collect();
        let Some(timing) = lines.iter().position(|line| line.contains("-->")) else { continue };
        // A writer that forgets the empty line between cues is forgiven.
        let mut start = timing;
        while let Some(line) = lines.get(start) {
            let rest = lines.get(start + 1..).unwrap_or(&[]);
            let length = rest.iter().position(|line| line.contains("-->")).unwrap_or(rest.len());
            let times = times(line);
            report.bad_times += usize::from(times.0.is_none());
            let words = rest.get(..length).unwrap_or(&[]);
            // What stands right above the next time is that cue's number.
            let words = match words.split_last() {
                Some((last, before)) if length < rest.len() && is_number(last.trim()) => before,
                _ => words,
            };
            voices(&words.join("\n"), times, report, &mut cues);
            start += length + 1;
        }
    }
    cues
}

/// When a cue starts and ends, in ms.
fn times(line: &str) -> (Option<u32>, Option<u32>) {
    let Some((start, end)) = line.split_once("-->") else { return (None, None) };
    let read = |text: &str| time(text.trim()).map(|(ms, _)| ms);
    let start = read(start);
    (start, read(end).filter(|end| start.is_some_and(|start| start <= *end)))
}

fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
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
        let mut time_follows =
            || rest.peek().and_then(|next| next.split('\n').next()).is_some_and(|line| line.contains("-->"));
        if is_number(block) && time_follows() {
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
