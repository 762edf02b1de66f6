//! The head of a turn: a name, a time, and the words that follow on the same line.

/// How a head is written; a transcript keeps to one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `Name: words`.
    Name,
    /// `[00:00:03] Name: words`, `Name (00:12): words` and the like.
    NameAndTime,
    /// `Name   0:12:34` alone on its line; the words follow below.
    Line,
    /// `Name   0:12:34 words`.
    Inline,
    /// `Name`, tab, `words`: a row of a table.
    Cells,
    /// `[Name] words`, or `[Name]` alone on its line.
    Brackets,
    /// `[00:00:03] Name` alone on its line; the words follow below.
    Below,
}

/// The head of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head<'t> {
    pub(super) name: &'t str,
    pub(super) start_ms: Option<u32>,
    pub(super) words: &'t str,
    pub(super) form: Form,
}

/// Reads a time such as `0:12:34`, `12:34` or `00:12:34.560` at the start of a text; gives ms and the rest.
pub(super) fn time(text: &str) -> Option<(u32, &str)> {
    let mut parts = [0_u32; 3];
    let mut count = 0;
    let mut rest = text;
    loop {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, tail) = rest.split_at(digits);
        if number.is_empty() || number.len() > 3 || count == 3 {
            return None;
        }
        *parts.get_mut(count)? = number.parse().ok()?;
        count += 1;
        rest = tail;
        match rest.strip_prefix(':') {
            Some(tail) if tail.starts_with(|c: char| c.is_ascii_digit()) => rest = tail,
            _ => break,
        }
    }
    let seconds = match (count, parts) {
        (3, [hours, minutes, seconds]) if minutes < 60 && seconds < 60 => hours * 3600 + minutes * 60 + seconds,
        (2, [minutes, seconds, _]) if seconds < 60 => minutes * 60 + seconds,
        _ => return None,
    };
    let mut ms = seconds * 1000;
    if let Some(tail) = rest.strip_prefix(['.', ','])
        && tail.starts_with(|c: char| c.is_ascii_digit())
    {
        let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (fraction, tail) = tail.split_at(digits);
        let scale = [100, 10, 1];
        ms += fraction.bytes().zip(scale).map(|(digit, scale)| u32::from(digit - b'0') * scale).sum::<u32>();
        rest = tail;
    }
    let ended = !rest.starts_with(|c: char| c.is_alphanumeric());
    ended.then_some((ms, rest))
}

/// Reads a time, with or without brackets, or between the signs that f4 sets, as in `#00:01:02-7#`.
pub(super) fn bracketed_time(text: &str) -> Option<(u32, &str)> {
    let closing = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        '#' => '#',
        _ => return time(text),
    };
    let (mut ms, mut rest) = time(text.get(1..)?.trim_start())?;
    if let Some(tail) = rest.strip_prefix('-').filter(|_| closing == '#') {
        ms += tail.chars().next()?.to_digit(10)? * 100;
        rest = tail.get(1..)?;
    }
    Some((ms, rest.trim_start().strip_prefix(closing)?))
}

/// A time at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp<'t> {
    pub(super) ms: u32,
    /// What f4 sets is when a paragraph ends; what stands in brackets is when it begins.
    pub(super) is_end: bool,
    /// The line without it.
    pub(super) words: &'t str,
}

/// Reads a time in brackets, or as f4 sets it, at the end of a line with words.
pub(super) fn stamp(line: &str) -> Option<Stamp<'_>> {
    let (inner, opening) = match line.chars().next_back()? {
        ']' => (line.strip_suffix(']')?, '['),
        ')' => (line.strip_suffix(')')?, '('),
        '#' => (line.strip_suffix('#')?, '#'),
        _ => return None,
    };
    let (words, _) = inner.rsplit_once(opening)?;
    let (ms, rest) = bracketed_time(line.get(words.len()..)?)?;
    let words = words.trim_end();
    (rest.is_empty() && !words.is_empty()).then_some(Stamp { ms, is_end: opening == '#', words })
}

/// Takes the sign of a list off the start of a line.
fn without_mark(line: &str) -> &str {
    let bare = line.strip_prefix(['-', '•', '–']).filter(|rest| rest.starts_with(' '));
    let number = || {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - rest.len();
        let rest = rest.strip_prefix(['.', ')']).filter(|rest| rest.starts_with([' ', '\t']));
        rest.filter(|_| (1..=4).contains(&digits))
    };
    bare.or_else(number).unwrap_or(line).trim_start()
}

/// Reads the head of a turn at the start of a line; `None` for a line that can have none.
pub(super) fn head(line: &str) -> Option<Head<'_>> {
    let line = without_mark(line.trim());
    let (before, line) = match bracketed_time(line) {
        Some((ms, rest)) => (Some(ms), rest.trim_start_matches([' ', '\t', '-', '–', '|'])),
        None => (None, line),
    };
    if let Some(inner) = line.strip_prefix('[') {
        return in_brackets(inner, before);
    }
    let Some(end) = name_end(line) else {
        let head = Head { name: line, start_ms: before, words: "", form: Form::Below };
        return before.and_then(|_| can_name(line, head));
    };
    let (name, rest) = line.split_at(end);
    let bracket = rest.starts_with(['(', '[']);
    let after = bracketed_time(rest.trim_start_matches('\t'));
    let (name, start_ms, rest) = match after {
        Some((ms, rest)) => (name, Some(ms), rest),
        // What stands in brackets may belong to the name, as in `Kari (daglig leder): …`.
        None if bracket => {
            let close = line.find([')', ']'])? + 1;
            let (name, rest) = line.split_at(close);
            (name, before, rest)
        }
        None => (name, before, rest),
    };
    let start_ms = start_ms.or(before);
    let name = name.trim();
    let timed = if start_ms.is_some() { Form::NameAndTime } else { Form::Name };
    let rest = rest.trim_start_matches(' ');
    if let Some(words) = rest.strip_prefix(':').filter(|words| words.is_empty() || words.starts_with([' ', '\t'])) {
        let words = words.trim();
        return match bracketed_time(words).filter(|_| start_ms.is_none() && words.starts_with(['[', '('])) {
            Some((ms, words)) => can_name(name, Head { name, start_ms: Some(ms), words: words.trim(), form: timed }),
            None => can_name(name, Head { name, start_ms, words, form: timed }),
        };
    }
    let words = rest.trim();
    let form = match after {
        Some(_) if words.is_empty() => Form::Line,
        Some(_) => Form::Inline,
        None if rest.starts_with('\t') && !words.is_empty() => Form::Cells,
        None => return None,
    };
    can_name(name, Head { name, start_ms, words, form })
}

/// Reads `Name] words`, with a time before the words or without, after the bracket has opened.
fn in_brackets(inner: &str, before: Option<u32>) -> Option<Head<'_>> {
    let (name, rest) = inner.split_once(']')?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    let (start_ms, words) = match bracketed_time(rest).filter(|_| before.is_none()) {
        Some((ms, words)) => (Some(ms), words.trim_start_matches([' ', '\t', ':', '-', '–'])),
        None => (before, rest),
    };
    can_name(name.trim(), Head { name: name.trim(), start_ms, words: words.trim(), form: Form::Brackets })
}

/// Takes a whole line for the name under a line of times.
pub(super) fn name_line(line: &str, start_ms: u32) -> Option<Head<'_>> {
    can_name(line, Head { name: line, start_ms: Some(start_ms), words: "", form: Form::Line })
}

/// Where a name must end: at a colon, a bracket, a tab, or a time after a space.
fn name_end(line: &str) -> Option<usize> {
    let mut space = false;
    for (at, letter) in line.char_indices().take(80) {
        if matches!(letter, ':' | '(' | '[' | '\t') {
            return Some(at);
        }
        if space && letter.is_ascii_digit() && time(line.get(at..)?).is_some() {
            return Some(at);
        }
        space = letter.is_whitespace();
    }
    None
}

fn can_name<'t>(name: &str, head: Head<'t>) -> Option<Head<'t>> {
    let words = name.split_whitespace().count();
    let plain = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '\'' | '’' | '_' | '&' | '(' | ')' | '/' | ',' | '@')
    };
    // Sentences end; names may only have initials and titles.
    let ends = name.split_whitespace().any(|word| word.len() > 4 && word.ends_with('.'));
    let fits = (1..=6).contains(&words)
        && name.chars().count() <= 60
        && name.starts_with(char::is_alphanumeric)
        && name.contains(char::is_alphabetic)
        && name.chars().all(plain)
        && !ends;
    fits.then_some(head)
}
