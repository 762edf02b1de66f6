//! A draft: what was read, before it becomes the text of a source with its turns.

use std::collections::BTreeMap;

use super::report::Report;
use crate::journal::edit::NewSource;
use crate::model::source::{Role, Speaker, Turn};
use crate::model::span::Span;
use crate::text;

/// What a file says, and who says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What stands before the first turn, or all of a text without speakers.
    pub opening: String,
    /// The turns in order.
    pub turns: Vec<DraftTurn>,
}

/// What one speaker says before another does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftTurn {
    /// Who speaks, if the file says.
    pub speaker: Option<String>,
    /// When, in ms from the start of the recording.
    pub start_ms: Option<u32>,
    /// The words; paragraphs end at LF.
    pub words: String,
}

impl Draft {
    /// A text without speakers.
    pub fn prose(text: &str) -> Self {
        Self { opening: text.trim_matches(['\n', ' ']).to_owned(), turns: Vec::new() }
    }

    /// Lays the turns out as one text, a turn a line or more, and remembers where each stands.
    pub fn into_source(self, title: String, file_name: String) -> NewSource {
        let mut text = self.opening;
        let mut length = scalars(&text);
        let mut names: Vec<String> = Vec::new();
        let mut numbers: BTreeMap<&str, u16> = BTreeMap::new();
        let mut turns = Vec::new();
        for turn in self.turns.iter().filter(|turn| !turn.words.is_empty()) {
            if length > 0 {
                text.push('\n');
                length += 1;
            }
            let start = length;
            text.push_str(&turn.words);
            length += scalars(&turn.words);
            let speaker = turn.speaker.as_deref().and_then(|name| {
                let next = u16::try_from(numbers.len()).ok();
                let known = numbers.get(name).copied();
                known.or_else(|| {
                    numbers.insert(name, next?);
                    names.push(name.to_owned());
                    next
                })
            });
            turns.extend(Span::new(start, length).map(|span| Turn { span, speaker, start_ms: turn.start_ms }));
        }
        NewSource { title, file_name, text, speakers: speakers(names), turns }
    }
}

fn scalars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// Guesses who asks by what they are called; where somebody asks, the others answer.
fn speakers(names: Vec<String>) -> Vec<Speaker> {
    let somebody_asks = names.iter().any(|name| role_of(name) == Role::Interviewer);
    let role = |name: &str| match role_of(name) {
        Role::Unknown if somebody_asks => Role::Informant,
        role => role,
    };
    names.into_iter().map(|name| Speaker { role: role(&name), name }).collect()
}

/// The role that a name itself tells, such as *Intervjuer 2* or *Informant 3*.
pub fn role_of(name: &str) -> Role {
    let bare = name.trim().trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()).to_lowercase();
    match bare.as_str() {
        "intervjuer" | "intervjuar" | "interviewer" | "intervjuare" | "i" | "int" | "forsker" | "forskar"
        | "forskare" | "researcher" | "moderator" | "ordstyrer" | "spørsmål" | "question" | "q" => Role::Interviewer,
        "informant" | "respondent" | "deltaker" | "deltakar" | "deltagare" | "participant" | "interviewee" | "inf"
        | "svar" | "answer" => Role::Informant,
        _ => Role::Unknown,
    }
}

/// The canonical form of a text; what was left out is counted.
pub fn normal(text: &str, report: &mut Report) -> String {
    let (text, hidden) = text::normal::normal(text);
    report.hidden += hidden;
    text
}
