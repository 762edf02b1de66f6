//! One line of a log ⇄ one [`Entry`]. Every line proves itself, and its words can be erased without breaking that proof.
//!
//! A line is `{"v":1,"l":…,"n":…,"p":…,"t":…,"w":…,"a":…,"g":…,"s":…,"e":[…],"xh":…,"h":…,"x":{…}}`. `h` hashes the bytes
//! before it, so no canonical JSON is needed; it covers `xh`, the hash of `x`, and not `x` itself. What people have typed
//! stands in `x` only: in `e` there is `{"x":0}` where the first of its texts belongs.

mod usual;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::clock::Hlc;
use super::entry::{Besides, Entry, Events, Link, Part};
use super::event::{Event, Seen};
use crate::model::id::{CoderId, EntryHash, LogId};

/// The format this version writes.
pub const VERSION: u32 = 1;

/// The longest line that is written, in bytes; a larger gesture is several entries.
pub const MAX_LINE: usize = 256 * 1024;

/// The longest line that is read, in bytes.
pub const MAX_READ: usize = 1024 * 1024;

const HASH_KEY: &str = ",\"h\":\"";
const HEX: usize = 32;
const TEXT_KEY: &str = "{\"x\":";

/// An entry that has not been written yet, so has no hash.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Entry`")]
pub struct Draft {
    pub log: LogId,
    pub sequence: u64,
    pub previous: Option<EntryHash>,
    pub clock: Hlc,
    pub wall_ms: Option<u64>,
    pub coder: CoderId,
    pub part: Option<Part>,
    pub seen: Seen,
    pub events: Vec<Event>,
}

/// The gesture does not fit into one line and has to be told in several entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a line of {bytes} bytes is longer than {MAX_LINE}")]
pub struct TooLong {
    /// How long the line would have been.
    pub bytes: usize,
}

/// Why a line does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLine {
    /// It is longer than anything this program writes.
    #[error("the line has {bytes} bytes, more than {MAX_READ}")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// It has no hash: it is not finished, or it is not ours.
    #[error("the line has no hash at its end")]
    NoHash,
    /// Its bytes are not those that were written.
    #[error("the line's hash does not fit its bytes")]
    WrongHash,
    /// Its detached text is not the one that was written.
    #[error("the line's text does not fit the hash of it")]
    WrongText,
    /// It was written as it stands, but makes no sense.
    #[error("the line makes no sense: {0}")]
    Senseless(String),
}

#[derive(Serialize)]
struct Head<'a> {
    v: u32,
    l: LogId,
    n: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<EntryHash>,
    t: Hlc,
    #[serde(skip_serializing_if = "Option::is_none")]
    w: Option<u64>,
    a: CoderId,
    #[serde(skip_serializing_if = "Option::is_none")]
    g: Option<Part>,
    #[serde(skip_serializing_if = "Seen::is_empty")]
    s: &'a Seen,
}

#[derive(Deserialize)]
struct Line<E> {
    v: u32,
    l: LogId,
    n: u64,
    p: Option<EntryHash>,
    t: Hlc,
    w: Option<u64>,
    a: CoderId,
    g: Option<Part>,
    #[serde(default)]
    s: Seen,
    e: E,
    xh: Option<EntryHash>,
}

#[derive(Deserialize)]
struct Detached<'a> {
    #[serde(borrow)]
    t: Vec<&'a RawValue>,
}

/// Writes a draft as a line without its newline; the salt keeps short texts from being guessed by their hash.
pub fn line(draft: Draft, salt: u128) -> Result<(Entry, String), TooLong> {
    let Draft { log, sequence, previous, clock, wall_ms, coder, part, seen, events } = draft;
    let head = Head { v: VERSION, l: log, n: sequence, p: previous, t: clock, w: wall_ms, a: coder, g: part, s: &seen };
    let mut line = serde_json::to_string(&head).expect("a head is plain data");
    line.pop();
    let told = serde_json::to_string(&events).expect("events are plain data");
    let (told, texts) = detach(&told);
    line.push_str(",\"e\":");
    line.push_str(&told);
    let detached = (!texts.is_empty()).then(|| format!("{{\"s\":\"{salt:032x}\",\"t\":[{}]}}", texts.join(",")));
    if let Some(detached) = &detached {
        line.push_str(&format!(",\"xh\":\"{}\"", hash(detached.as_bytes())));
    }
    let id = hash(line.as_bytes());
    line.push_str(&format!("{HASH_KEY}{id}\""));
    if let Some(detached) = &detached {
        line.push_str(",\"x\":");
        line.push_str(detached);
    }
    line.push('}');
    if line.len() > MAX_LINE {
        return Err(TooLong { bytes: line.len() });
    }
    let besides = Besides { wall_ms, part, seen: seen.into_iter().collect(), ..Besides::default() };
    Ok((Entry::new(Link { id, log, sequence, previous }, clock, coder, events.into(), besides), line))
}

/// Reads a line without its newline. Any bytes may come in.
pub fn read(line: &str) -> Result<Entry, BadLine> {
    if line.len() > MAX_READ {
        return Err(BadLine::TooLong { bytes: line.len() });
    }
    let parts = Parts::of(line)?;
    if let Some(entry) = usual::read(&parts) {
        return Ok(entry);
    }
    let Parts { id, hashed, detached } = parts;
    let has_text = hashed.contains(TEXT_KEY);
    if !has_text && let Ok(known) = serde_json::from_str::<Line<Events>>(line) {
        check_text(known.xh, detached)?;
        if known.v == VERSION {
            return entry(id, known, |events| Ok((events, Box::default())));
        }
    }
    let raw: Line<&RawValue> = serde_json::from_str(line).map_err(senseless)?;
    check_text(raw.xh, detached)?;
    if has_text && raw.xh.is_none() {
        return Err(BadLine::Senseless("words outside the detached text".to_owned()));
    }
    entry(id, raw, |told| events(told.get(), detached))
}

/// Gives the line as it stands on disk once its words have been erased; its hash, and so its id, stays the same.
pub fn without_text(line: &str) -> Result<String, BadLine> {
    Parts::of(line).map(|Parts { id, hashed, .. }| format!("{hashed}{HASH_KEY}{id}\"}}"))
}

/// The id that a line says it has, without proof. Words stand after it, so whatever a crash has left of a line, if it holds
/// words it says whose they are.
pub fn id_told(line: &str) -> Option<EntryHash> {
    let (_, tail) = line.rsplit_once(HASH_KEY)?;
    tail.get(..HEX)?.parse().ok()
}

/// The log and the sequence that a line names, also where it cannot be read.
pub fn place_told(line: &str) -> Option<(LogId, u64)> {
    let after = |key: &str| line.split_once(key).map(|(_, tail)| tail);
    let (log, number) = (after("\"l\":\"")?, after("\"n\":")?);
    let digits = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
    Some((log.get(..HEX)?.parse().ok()?, number.get(..digits)?.parse().ok()?))
}

/// BLAKE3, cut to 128 bits.
pub(crate) fn hash(bytes: &[u8]) -> EntryHash {
    EntryHash::new(first_bits(&blake3::hash(bytes)))
}

/// The first 128 bits of a BLAKE3 hash.
pub(crate) fn first_bits(hash: &blake3::Hash) -> u128 {
    let mut bits = [0; 16];
    bits.copy_from_slice(&hash.as_bytes()[..16]);
    u128::from_be_bytes(bits)
}

/// A line taken apart, with its hash proven.
struct Parts<'a> {
    id: EntryHash,
    hashed: &'a str,
    /// The raw bytes of `x`; `None` where it is missing or null.
    detached: Option<&'a str>,
}

impl<'a> Parts<'a> {
    /// The last `,"h":"` is the line's own: in a text after it every quote is escaped. Mostly there is none, and it is
    /// where a line ends.
    fn of(line: &'a str) -> Result<Self, BadLine> {
        let end = line.len().checked_sub(HASH_KEY.len() + HEX + "\"}".len());
        let ends = end.and_then(|end| line.split_at_checked(end));
        let ends = ends.and_then(|(hashed, tail)| Some((hashed, tail.strip_prefix(HASH_KEY)?)));
        let (hashed, tail) = ends.or_else(|| line.rsplit_once(HASH_KEY)).ok_or(BadLine::NoHash)?;
        let (told, tail) = tail.split_at_checked(HEX).ok_or(BadLine::NoHash)?;
        let told: EntryHash = told.parse().ok().ok_or(BadLine::NoHash)?;
        let detached = match tail.strip_prefix('"') {
            Some("}") => None,
            Some(tail) => {
                let detached = tail.strip_prefix(",\"x\":").and_then(|tail| tail.strip_suffix('}'));
                detached.ok_or(BadLine::NoHash).map(|text| (text != "null").then_some(text))?
            }
            None => return Err(BadLine::NoHash),
        };
        if hash(hashed.as_bytes()) != told {
            return Err(BadLine::WrongHash);
        }
        Ok(Self { id: told, hashed, detached })
    }
}

/// What is known of a line's events, and the names of those that are not known.
type Said = (Events, Box<[String]>);

fn check_text(told: Option<EntryHash>, detached: Option<&str>) -> Result<(), BadLine> {
    match detached {
        None => Ok(()),
        Some(text) if told == Some(hash(text.as_bytes())) => Ok(()),
        Some(_) => Err(BadLine::WrongText),
    }
}

fn entry<E>(id: EntryHash, line: Line<E>, read: impl FnOnce(E) -> Result<Said, BadLine>) -> Result<Entry, BadLine> {
    let Line { v, l, n, p, t, w, a, g, s, e, xh: _ } = line;
    if n == 0 || v == 0 {
        return Err(BadLine::Senseless("lines and formats are counted from 1".to_owned()));
    }
    if g.is_some_and(|part| part.number == 0 || part.number > part.of) {
        return Err(BadLine::Senseless("a gesture has no such part".to_owned()));
    }
    // What a later version means is for that version to read; the line stays in its log and keeps the chain whole.
    let (events, unknown) = if v > VERSION { (Vec::new().into(), Box::default()) } else { read(e)? };
    let besides = Besides { version: v, wall_ms: w, part: g, seen: s.into_iter().collect(), unknown };
    Ok(Entry::new(Link { id, log: l, sequence: n, previous: p }, t, a, events, besides))
}

/// Reads the events one by one where some are not known here; those that are known count.
fn events(told: &str, detached: Option<&str>) -> Result<Said, BadLine> {
    let detached: Option<Detached<'_>> = detached.map(serde_json::from_str).transpose().map_err(senseless)?;
    let told = attach(told, detached.as_ref().map(|detached| detached.t.as_slice()))
        .ok_or_else(|| BadLine::Senseless("a text is missing".to_owned()))?;
    if let Ok(events) = serde_json::from_str(&told) {
        return Ok((events, Box::default()));
    }
    let (mut events, mut unknown) = (Vec::new(), Vec::new());
    for raw in serde_json::from_str::<Vec<&RawValue>>(&told).map_err(senseless)? {
        match serde_json::from_str(raw.get()) {
            Ok(event) => events.push(event),
            Err(_) => unknown.push(kind(raw.get())),
        }
    }
    Ok((events.into(), unknown.into()))
}

/// The name of an event that is not known here, shortened where it is no name.
fn kind(raw: &str) -> String {
    raw.chars().skip_while(|c| !c.is_alphanumeric()).take_while(|c| c.is_alphanumeric() || *c == '_').take(40).collect()
}

/// Takes the words out of the events; in their place stands their number.
///
/// `{"x":` stands for nothing else: no event has another field of that name, and in a string its quote is escaped.
fn detach(told: &str) -> (String, Vec<&str>) {
    let (mut without, mut texts) = (String::with_capacity(told.len()), Vec::new());
    let mut rest = told;
    while let Some((before, after)) = rest.split_once(TEXT_KEY) {
        let (text, tail) = after.split_at(json_string_end(after));
        without.push_str(before);
        without.push_str(TEXT_KEY);
        without.push_str(&texts.len().to_string());
        texts.push(text);
        rest = tail;
    }
    without.push_str(rest);
    (without, texts)
}

/// Puts the words back; `None` stands for erased, and every text then reads as null.
fn attach(told: &str, texts: Option<&[&RawValue]>) -> Option<String> {
    let mut with = String::with_capacity(told.len() * 2);
    let mut rest = told;
    while let Some((before, after)) = rest.split_once(TEXT_KEY) {
        let (number, tail) = after.split_once('}')?;
        let number: usize = number.parse().ok()?;
        let text = match texts {
            None => "null",
            Some(texts) => texts.get(number)?.get(),
        };
        if text != "null" && !text.starts_with('"') {
            return None;
        }
        with.push_str(before);
        with.push_str(TEXT_KEY);
        with.push_str(text);
        with.push('}');
        rest = tail;
    }
    with.push_str(rest);
    Some(with)
}

/// The byte after a JSON string, or after `null`, at the start of `json`.
fn json_string_end(json: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' if json.starts_with('"') => return at + 1,
            b'}' if !json.starts_with('"') => return at,
            _ => {}
        }
    }
    json.len()
}

#[expect(clippy::needless_pass_by_value, reason = "fits map_err")]
fn senseless(cause: serde_json::Error) -> BadLine {
    BadLine::Senseless(cause.to_string())
}
