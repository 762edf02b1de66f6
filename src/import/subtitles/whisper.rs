//! What Whisper and its kin write of a recording, as JSON, as lines of three cells or as a table of three columns.

use serde_json::Value;

use super::{Cue, draft};
use crate::import::draft::{Draft, normal};
use crate::import::report::Report;
use crate::import::{Choices, Drafted, ImportError, Importer, decode};

/// Reads `.json`.
pub struct Whisper;

impl Importer for Whisper {
    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = decode::text(bytes, choices, report)?;
        let Ok(told) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else {
            return Err(ImportError::Damaged("its JSON is broken"));
        };
        // The program from OpenAI and WhisperX say `segments`, whisper.cpp says `transcription`.
        let segments = told.get("segments").or_else(|| told.get("transcription")).and_then(Value::as_array);
        let segments = segments.ok_or(ImportError::Damaged("it is no transcript"))?;
        let cues = segments.iter().filter_map(|segment| cue(segment, report)).collect();
        Ok(draft(cues, choices).into())
    }
}

fn cue(segment: &Value, report: &mut Report) -> Option<Cue> {
    let one_line =
        |words: &str, report: &mut Report| normal(&words.split_whitespace().collect::<Vec<_>>().join(" "), report);
    let words = one_line(segment.get("text")?.as_str()?, report);
    let speaker = segment.get("speaker").and_then(Value::as_str).map(|name| one_line(name, report));
    let offset = |name: &str| segment.get("offsets")?.get(name)?.as_u64().and_then(|ms| u32::try_from(ms).ok());
    let seconds = |name: &str| segment.get(name)?.as_f64().and_then(ms);
    (!words.is_empty()).then(|| Cue {
        speaker: speaker.filter(|name| !name.is_empty()),
        start_ms: seconds("start").or_else(|| offset("from")),
        end_ms: seconds("end").or_else(|| offset("to")),
        words,
    })
}

/// Seconds as ms; `None` where they are no time.
fn ms(seconds: f64) -> Option<u32> {
    let ms = (seconds * 1000.0).round();
    let fits = (0.0..f64::from(u32::MAX)).contains(&ms);
    fits.then(|| format!("{ms:.0}").parse().ok())?
}

/// The cues of a text with a cue a line, its times in ms and its words with tabs between, after a line that says so; `None`
/// for any other text. Nothing is quoted in such a file. A line that is not of this kind keeps its words.
pub(in crate::import) fn lines(text: &str, choices: &Choices, report: &mut Report) -> Option<Draft> {
    let (header, lines) = text.split_once('\n')?;
    if !is_header(header.trim_start_matches('\u{feff}').split('\t')) {
        return None;
    }
    let mut cues = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let ms = |time: &str| time.trim().parse().ok();
        let cells: Vec<&str> = line.splitn(3, '\t').collect();
        let timed = match cells.as_slice() {
            [start, end, words] => ms(start).zip(ms(end)).map(|times| (Some(times), *words)),
            _ => None,
        };
        report.bad_times += usize::from(timed.is_none());
        let (times, words) = timed.unwrap_or((None, line));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            let (start_ms, end_ms) = times.unzip();
            cues.push(Cue { speaker: None, start_ms, end_ms, words });
        }
    }
    Some(draft(cues, choices))
}

fn is_header<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    names.map(|name| name.trim().to_lowercase()).eq(["start", "end", "text"])
}

/// The cues of a table of `start`, `end` and `text`, with times in ms; `None` for any other table, such as one in which no
/// time can be read. A row whose times cannot be read keeps its words.
pub(in crate::import) fn table(
    header: &[String],
    rows: &[Vec<String>],
    choices: &Choices,
    report: &mut Report,
) -> Option<Draft> {
    if !is_header(header.iter().map(String::as_str)) {
        return None;
    }
    let cue = |row: &Vec<String>| {
        let [start, end, text] = row.as_slice() else { return None };
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let ms = |time: &str| time.trim().parse().ok();
        (!words.is_empty()).then(|| Cue { speaker: None, start_ms: ms(start), end_ms: ms(end), words })
    };
    let cues: Vec<Cue> = rows.iter().filter_map(cue).collect();
    let untimed = cues.iter().filter(|cue| cue.start_ms.is_none() || cue.end_ms.is_none()).count();
    if cues.iter().all(|cue| cue.start_ms.is_none()) {
        return None;
    }
    report.bad_times += untimed;
    Some(draft(cues, choices))
}
