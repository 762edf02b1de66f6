//! Names that were typed in pieces and are gone since: no single run holds one whole, but the log holds all their letters.

use std::collections::BTreeSet;

use crate::model::id::RunId;
use crate::model::weave::Stretch;

/// How many stretches that are seen no more may stand between two letters of a name.
const BETWEEN: usize = 24;

/// The runs that lent letters to one of these names, as it stood in the text at some time.
///
/// A name may begin and end within a stretch only where a word does, and what is seen no more may be skipped, since it may
/// have been deleted before or written after. So a run too many may be named, which costs nothing: what is seen of it is
/// told anew.
pub(super) fn runs_of_names<'a>(ever: &[Stretch], names: impl Iterator<Item = &'a str>) -> BTreeSet<RunId> {
    let stretches: Vec<(Vec<char>, &Stretch)> =
        ever.iter().map(|stretch| (stretch.words.chars().collect(), stretch)).collect();
    let mut runs = BTreeSet::new();
    for name in names {
        let name: Vec<char> = name.chars().map(small).collect();
        for (number, (letters, _)) in stretches.iter().enumerate() {
            for at in 0..letters.len() {
                if at == 0 || !is_inner(letters, at) {
                    let mut met = Vec::new();
                    follow(&stretches, (number, at), &name, &mut met, &mut runs);
                }
            }
        }
    }
    runs
}

/// Follows a name from a letter of a stretch; takes the runs it has met where all of it stands there.
fn follow(
    all: &[(Vec<char>, &Stretch)],
    (number, start): (usize, usize),
    name: &[char],
    met: &mut Vec<usize>,
    runs: &mut BTreeSet<RunId>,
) {
    let Some((letters, _)) = all.get(number) else { return };
    let here = letters.get(start..).unwrap_or_default();
    let same = here.iter().zip(name).take_while(|(letter, wanted)| alike(**letter, **wanted)).count();
    if same == 0 {
        return;
    }
    met.push(number);
    let end = start + same;
    if same == name.len() {
        let genitive = letters.get(end).is_some_and(|letter| small(*letter) == 's') && !is_inner(letters, end + 1);
        let gone = || met.iter().any(|number| all.get(*number).is_some_and(|(_, stretch)| !stretch.seen));
        if (genitive || !is_inner(letters, end)) && gone() {
            runs.extend(met.iter().filter_map(|number| all.get(*number)?.1.run));
        }
    } else if end == letters.len() {
        let rest = name.get(same..).unwrap_or_default();
        for next in number + 1..(number + 2 + BETWEEN).min(all.len()) {
            follow(all, (next, 0), rest, met, runs);
            if all.get(next).is_some_and(|(letters, stretch)| stretch.seen && !letters.is_empty()) {
                break;
            }
        }
    }
    met.pop();
}

/// Tells whether a place stands between two letters of a word.
fn is_inner(letters: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric());
    letter(at.checked_sub(1)) && letter(Some(at))
}

fn alike(letter: char, wanted: char) -> bool {
    small(letter) == wanted || letter.is_whitespace() && wanted.is_whitespace()
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}
