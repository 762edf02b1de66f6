//! Rich text format, as Word, `LibreOffice`, pandoc, `TextEdit` and recorder programs write it.

use super::report::Report;
use super::rtf_body::Body;
use super::rtf_lexer::{Lexer, Token};
use super::{Choices, Drafted, ImportError, Importer};

/// How deep groups may lie in each other.
const MAX_DEPTH: usize = 256;

/// Reads `.rtf`.
pub struct Rtf;

impl Importer for Rtf {
    fn extensions(&self) -> &'static [&'static str] {
        &["rtf"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        if bytes.is_empty() {
            return Err(ImportError::Empty);
        }
        if !bytes.starts_with(b"{\\rtf") {
            return Err(ImportError::Damaged("it is no RTF"));
        }
        let mut body = Body::new(std::str::from_utf8(bytes).is_ok());
        let mut depth = 0_usize;
        for token in Lexer::new(bytes) {
            match token {
                Token::Open if depth == MAX_DEPTH => return Err(ImportError::TooDeep { limit: MAX_DEPTH }),
                Token::Open => depth += 1,
                Token::Close => depth = depth.saturating_sub(1),
                Token::Word(..) | Token::Symbol(_) | Token::Hex(_) | Token::Text(_) => {}
            }
            body.take(token, report);
            if depth == 0 {
                return Ok(body.into_draft(choices, report)?.into());
            }
        }
        Err(ImportError::Damaged("it is broken off"))
    }
}
