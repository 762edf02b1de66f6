//! Which codes the palette offers for what has been typed, best first.

use std::ops::Range;

use crate::model::code::Code;
use crate::model::codebook::Codebook;
use crate::model::id::CodeId;

/// A code that fits what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The code.
    pub code: CodeId,
    /// The letters of its name that were typed, in Unicode scalars.
    pub typed: Vec<Range<usize>>,
    /// Whether only its description holds what was typed.
    pub in_description: bool,
}

/// What raises a code before others that fit as well.
#[derive(Clone, Copy, Debug)]
pub struct Near<'a> {
    /// Codes applied last, the latest first.
    pub recent: &'a [CodeId],
    /// The theme in which the coder is at work.
    pub theme: Option<CodeId>,
}

/// How well a code fits, the better the greater; fields count in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    kind: Kind,
    recent: usize,
    same_theme: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    InDescription,
    InPath,
    InName,
    StartsWord,
    StartsName,
}

/// The codes that fit `typed`, best first, at most `most` of them. With nothing typed: the recent ones, then those of
/// the same theme, then the rest in the order of the tree.
pub fn rank(codebook: &Codebook, typed: &str, near: Near<'_>, most: usize) -> Vec<Hit> {
    let tokens: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut hits: Vec<(Fit, Hit)> = Vec::new();
    for row in codebook.rows() {
        let Some(code) = codebook.code(row.code) else { continue };
        let Some((kind, typed)) = fit(codebook, code, &tokens) else { continue };
        let recent = near.recent.iter().position(|known| *known == code.id).map_or(0, |at| usize::MAX - at);
        let same_theme = near.theme.is_some() && near.theme == theme(codebook, code.id);
        hits.push((
            Fit { kind, recent, same_theme },
            Hit { code: code.id, typed, in_description: kind == Kind::InDescription },
        ));
    }
    // A stable sort keeps the order of the tree among equals.
    hits.sort_by(|a, b| b.0.cmp(&a.0));
    hits.truncate(most);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// The top of the branch a code stands in.
pub fn theme(codebook: &Codebook, code: CodeId) -> Option<CodeId> {
    codebook.ancestors(code).last().map(|top| top.id).or(codebook.code(code).map(|code| code.id))
}

fn fit(codebook: &Codebook, code: &Code, tokens: &[String]) -> Option<(Kind, Vec<Range<usize>>)> {
    let name: Vec<char> = code.name.chars().flat_map(lower).collect();
    let (mut worst, mut ranges) = (Kind::StartsName, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        let letters: Vec<char> = token.chars().collect();
        let starts: Vec<usize> = places(&name, &letters);
        let word_start = starts.iter().copied().find(|at| *at == 0 || !name[*at - 1].is_alphanumeric());
        let (kind, place) = match (word_start, starts.first()) {
            (Some(0), _) if at == 0 => (Kind::StartsName, Some(0)),
            (Some(place), _) => (Kind::StartsWord, Some(place)),
            (None, Some(place)) => (Kind::InName, Some(*place)),
            (None, None) if in_path(codebook, code, token) => (Kind::InPath, None),
            (None, None) if code.description.to_lowercase().contains(token) => (Kind::InDescription, None),
            (None, None) => return None,
        };
        // The second word of what was typed may start any word of the name without making the fit worse.
        let kind = if at > 0 && kind == Kind::StartsWord { Kind::StartsName } else { kind };
        worst = worst.min(kind);
        ranges.extend(place.map(|place| place..place + letters.len()));
    }
    Some((worst, ranges))
}

/// One small letter for each letter, so that places in the small name are places in the name.
fn lower(letter: char) -> Option<char> {
    letter.to_lowercase().next()
}

fn places(name: &[char], token: &[char]) -> Vec<usize> {
    if token.is_empty() || token.len() > name.len() {
        return Vec::new();
    }
    (0..=name.len() - token.len()).filter(|at| name[*at..].starts_with(token)).collect()
}

fn in_path(codebook: &Codebook, code: &Code, token: &str) -> bool {
    codebook.ancestors(code.id).any(|above| above.name.to_lowercase().contains(token))
}
