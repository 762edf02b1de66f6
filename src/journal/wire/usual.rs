//! The lines that make up most of every journal, read as this program writes them and without a general reader of JSON.
//! Whatever looks otherwise is left to that reader; the two never say different things.

use std::str::FromStr;

use super::{Parts, hash};
use crate::journal::clock::Hlc;
use crate::journal::entry::{Besides, Entry, Link};
use crate::journal::event::{Event, FreeText};
use crate::model::anchor::{Anchor, AnchoredSpan};
use crate::model::id::LogId;
use crate::model::memo::About;

/// How many hexadecimal digits an id has.
const DIGITS: usize = 32;

/// What a line says whose hash has been proven, where it is one of the usual.
pub(super) fn read(line: &Parts<'_>) -> Option<Entry> {
    let mut rest = Rest(line.hashed);
    rest.pass("{\"v\":1,\"l\":")?;
    let log = rest.id()?;
    rest.pass(",\"n\":")?;
    let sequence = rest.number().filter(|sequence| *sequence > 0)?;
    let previous = if rest.passes(",\"p\":") { Some(rest.id()?) } else { None };
    rest.pass(",\"t\":[")?;
    let ms = rest.number()?;
    rest.pass(",")?;
    let clock = Hlc { ms, counter: rest.small()? };
    rest.pass("]")?;
    let wall_ms = if rest.passes(",\"w\":") { Some(rest.number()?) } else { None };
    rest.pass(",\"a\":")?;
    let coder = rest.id()?;
    let seen = if rest.passes(",\"s\":{") { rest.seen()? } else { Box::default() };
    rest.pass(",\"e\":[{")?;
    let event = rest.event(line)?;
    rest.pass("}]")?;
    let told = if rest.passes(",\"xh\":") { Some(rest.id()?) } else { None };
    if !rest.0.is_empty() || told != line.detached.map(|text| hash(text.as_bytes())) {
        return None;
    }
    let besides = Besides { wall_ms, seen, ..Besides::default() };
    Some(Entry::new(Link { id: line.id, log, sequence, previous }, clock, coder, event.into(), besides))
}

/// What has not been read yet.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn passes(&mut self, mark: &str) -> bool {
        let behind = self.0.strip_prefix(mark);
        self.0 = behind.unwrap_or(self.0);
        behind.is_some()
    }

    fn pass(&mut self, mark: &str) -> Option<()> {
        self.passes(mark).then_some(())
    }

    fn id<T: FromStr>(&mut self) -> Option<T> {
        let (digits, behind) = self.0.strip_prefix('"')?.split_at_checked(DIGITS)?;
        self.0 = behind.strip_prefix('"')?;
        digits.parse().ok()
    }

    /// A whole number as JSON writes it.
    fn number(&mut self) -> Option<u64> {
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit())?;
        let (digits, behind) = self.0.split_at_checked(end)?;
        self.0 = behind;
        let plain = digits == "0" || !digits.starts_with('0');
        digits.parse().ok().filter(|_| plain)
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    /// How far the other logs had been read, each named once and in order.
    fn seen(&mut self) -> Option<Box<[(LogId, u64)]>> {
        let mut seen: Vec<(LogId, u64)> = Vec::new();
        loop {
            let log = self.id()?;
            self.pass(":")?;
            seen.push((log, self.number()?));
            if self.passes("}") {
                break;
            }
            self.pass(",")?;
        }
        seen.is_sorted_by(|one, next| one.0 < next.0).then(|| seen.into())
    }

    fn event(&mut self, line: &Parts<'_>) -> Option<Event> {
        let event = if self.passes("\"coding_added\":{\"coding\":") {
            let coding = self.id()?;
            self.pass(",\"code\":")?;
            let code = self.id()?;
            self.pass(",\"source\":")?;
            let source = self.id()?;
            Event::CodingAdded { coding, code, source, at: self.at()? }
        } else if self.passes("\"coding_recoded\":{\"coding\":") {
            let coding = self.id()?;
            self.pass(",\"code\":")?;
            Event::CodingRecoded { coding, code: self.id()? }
        } else if self.passes("\"coding_resized\":{\"coding\":") {
            Event::CodingResized { coding: self.id()?, at: self.at()? }
        } else {
            self.pass("\"memo_written\":{\"memo\":")?;
            let memo = self.id()?;
            self.pass(",\"about\":{\"coding\":")?;
            let about = About::Coding(self.id()?);
            self.pass("},\"replaces\":[],\"text\":{\"x\":0}")?;
            Event::MemoWritten { memo, about, replaces: Vec::new(), text: only_text(line.detached?)? }
        };
        self.pass("}")?;
        let has_words = matches!(event, Event::MemoWritten { .. });
        (has_words == line.detached.is_some()).then_some(event)
    }

    /// Characters of the text as it was imported.
    fn at(&mut self) -> Option<AnchoredSpan> {
        self.pass(",\"at\":[")?;
        let first = self.small()?;
        self.pass(",")?;
        let last = self.small()?;
        self.pass("]")?;
        Some(AnchoredSpan { first: Anchor::Imported(first), last: Anchor::Imported(last) })
    }
}

/// The words of a detached text that holds one, in which nothing is escaped.
fn only_text(detached: &str) -> Option<FreeText> {
    let (salt, text) = detached.strip_prefix("{\"s\":\"")?.split_at_checked(DIGITS)?;
    let text = text.strip_prefix("\",\"t\":[\"")?.strip_suffix("\"]}")?;
    let plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    (salt.bytes().all(|byte| byte.is_ascii_hexdigit()) && text.bytes().all(plain)).then(|| FreeText::new(text))
}
