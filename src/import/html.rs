//! Pages of the web, and what word processors and transcribers save as such.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use super::encoding::Encoding;
use super::html_tags::Page;
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer, decode};

/// Within how many bytes a page must say how its letters are written; twice what the standard asks of browsers.
const HEAD: usize = 2048;
/// How many attributes a tag may have; each is compared with all before it.
const MAX_ATTRIBUTES: usize = 1000;

/// Reads `.html`.
pub struct Html;

impl Importer for Html {
    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = text(bytes, choices, report)?;
        if is_crowded(&text) {
            return Err(ImportError::Damaged("a tag has too many attributes"));
        }
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(text.trim_start_matches('\u{feff}')));
        // The tokens are enough. A tree would grow far beyond the page for some that are built to do so.
        let tokenizer = Tokenizer::new(Page::default(), TokenizerOpts::default());
        while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
        tokenizer.end();
        Ok(tokenizer.sink.into_draft(choices, report)?.into())
    }
}

/// The text of the page: in the encoding chosen, else as its mark or its head says, unless it is UTF-8 beyond doubt or
/// that cannot be.
fn text(bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<String, ImportError> {
    let marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    let certain = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    let doubtful = !marked && !certain && !bytes.contains(&0);
    let said = said(bytes).filter(|said| doubtful && said.is_ascii_compatible() && *said != encoding_rs::UTF_8);
    let encoding = choices.encoding.or(said.map(Encoding::of));
    decode::text(bytes, &Choices { encoding, ..Choices::default() }, report)
}

/// What the head of a page says of its letters.
fn said(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..HEAD.min(bytes.len()))?.to_ascii_lowercase();
    let after = |word: &[u8]| head.windows(word.len()).position(|part| part == word).map(|at| at + word.len());
    let at = after(b"charset").or_else(|| after(b"encoding"))?;
    let rest = head.get(at..)?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
    let start = rest.iter().take(8).position(is_name)?;
    let name = rest.get(start..)?;
    encoding_rs::Encoding::for_label(name.get(..name.iter().position(|byte| !is_name(byte))?)?)
}

/// Tells whether a tag has so many attributes that to compare them all would take for ever.
fn is_crowded(text: &str) -> bool {
    let (mut in_tag, mut quote, mut after_sign, mut gaps) = (false, None, false, 0_usize);
    let mut before = b' ';
    for byte in text.bytes() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if !in_tag => {
                in_tag = before == b'<' && (byte.is_ascii_alphabetic() || byte == b'/');
                gaps = 0;
            }
            None if byte == b'>' => in_tag = false,
            None if matches!(byte, b'"' | b'\'') && after_sign => quote = Some(byte),
            None => gaps += usize::from(byte.is_ascii_whitespace() || byte == b'/'),
        }
        if gaps > MAX_ATTRIBUTES {
            return true;
        }
        after_sign = byte == b'=' || (after_sign && byte.is_ascii_whitespace());
        before = byte;
    }
    false
}
