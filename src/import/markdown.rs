//! Markdown: read as written, but lines that only break for the width of the page are joined.

use super::draft::{Draft, normal};
use super::report::Report;
use super::{ImportError, Importer, decode, turns};

/// Reads `.md`.
pub struct Markdown;

impl Importer for Markdown {
    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn read(&self, bytes: &[u8], report: &mut Report) -> Result<Draft, ImportError> {
        let text = decode::text(bytes, report)?;
        let text = normal(&text, report);
        let joined = join(&text);
        let lines: Vec<&str> = joined.iter().map(String::as_str).collect();
        Ok(turns::recognise(&lines).unwrap_or_else(|| Draft::prose(&text)))
    }
}

/// Joins the lines of each paragraph; headings, lists, quotes, tables and lines that name a speaker stay lines.
fn join(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n') {
        let bare = line.trim();
        let own_line = bare.starts_with(['#', '>', '-', '*', '+', '|', '[', '`'])
            || bare.starts_with(|c: char| c.is_ascii_digit())
            || turns::names_speaker(bare);
        match lines.last_mut() {
            Some(last) if goes_on && !own_line && !bare.is_empty() => {
                last.push(' ');
                last.push_str(bare);
            }
            _ => lines.push(bare.to_owned()),
        }
        // Two spaces or a backslash at the end of a line ask for a break.
        goes_on = !bare.is_empty() && !bare.starts_with('#') && !line.ends_with("  ") && !line.ends_with('\\');
    }
    lines
}
