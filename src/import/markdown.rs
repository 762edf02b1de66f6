//! Markdown: read as written, but lines that only break for the width of the page are joined.

use super::draft::{Draft, normal};
use super::report::Report;
use super::{Choices, Drafted, ImportError, Importer, decode, turns};

/// Reads `.md`.
pub struct Markdown;

impl Importer for Markdown {
    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn read(&self, bytes: &[u8], choices: &Choices, report: &mut Report) -> Result<Drafted, ImportError> {
        let text = decode::text(bytes, choices, report)?;
        let text = normal(&text, report);
        let draft = Draft::recognised(&join(&text).join("\n"), choices);
        Ok(draft.unwrap_or_else(|| Draft::prose(&text)).into())
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
