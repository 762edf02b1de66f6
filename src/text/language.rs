//! Which language a stretch of speech is in, told by its little words and its letters.

use super::stop_words::is_stop_word;
use super::tongue::Tongue;

/// How much a language known beforehand counts for: more than one little word of another, less than two.
const PRIOR: u32 = 4;

/// What speaks for each language, in the order of [`Tongue::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints([u8; 4]);

impl Hints {
    /// What a word in small letters says: much where only one language has it among its stop words, a little where
    /// two have; and the letters that only some use.
    pub fn of(word: &str) -> Self {
        let knows = Tongue::ALL.map(|tongue| is_stop_word(word, tongue));
        let weight = match knows.iter().filter(|knows| **knows).count() {
            1 => 3,
            2 => 1,
            _ => 0,
        };
        let has = |letters: [char; 2]| u8::from(word.contains(letters));
        let (danish, swedish) = (has(['æ', 'ø']), has(['ä', 'ö']));
        let letters = [danish, danish, 2 * swedish, 0];
        let mut hints = knows.map(|knows| if knows { weight } else { 0 });
        for (hint, letters) in hints.iter_mut().zip(letters) {
            *hint += letters;
        }
        Self(hints)
    }
}

/// The language in which most hints agree; `prior` where they do not say, `None` where nothing does.
pub fn agreed(hints: impl IntoIterator<Item = Hints>, prior: Option<Tongue>) -> Option<Tongue> {
    let mut sums = [0_u32; 4];
    if let Some(prior) = prior {
        sums[prior.index()] = PRIOR;
    }
    for hints in hints {
        for (sum, hint) in sums.iter_mut().zip(hints.0) {
            *sum += u32::from(hint);
        }
    }
    let most = sums.into_iter().max().filter(|most| *most > 0)?;
    let kept = prior.filter(|prior| sums.get(prior.index()) == Some(&most));
    kept.or_else(|| Tongue::ALL.into_iter().zip(sums).find(|(_, sum)| *sum == most).map(|(tongue, _)| tongue))
}

/// The language of a text; `prior` is what it is in unless it says otherwise.
pub fn detect(text: &str, prior: Option<Tongue>) -> Option<Tongue> {
    use unicode_segmentation::UnicodeSegmentation as _;
    agreed(text.unicode_words().map(|word| Hints::of(&super::vocabulary::small(word))), prior)
}

#[cfg(test)]
mod tests {
    use super::detect;
    use crate::text::tongue::Tongue::{self, Bokmal, English, Nynorsk, Swedish};

    #[test]
    fn the_little_words_tell_the_language() {
        for (text, prior, expected) in [
            ("Jeg vet ikke hva de gjør med pengene, men noe blir det jo.", None, Some(Bokmal)),
            ("Eg veit ikkje kva dei gjer med pengane, men noko vert det jo.", None, Some(Nynorsk)),
            ("Jag vet inte vad de gör med pengarna, men något blir det ju.", None, Some(Swedish)),
            ("I don't know what they do with the money, but something will come of it.", None, Some(English)),
            ("Vi e no med i klynga, æ syns det e artig, men det tar tid.", None, Some(Bokmal)),
            ("So the cluster pays for travel, and we, eh, altså, we pay the rest.", Some(Bokmal), Some(English)),
            ("Ja.", Some(Nynorsk), Some(Nynorsk)),
            ("Yes!", Some(Bokmal), Some(Bokmal)),
            ("Yes, that is what I mean.", Some(Bokmal), Some(English)),
            ("Hm. 2017.", Some(Swedish), Some(Swedish)),
            ("", None, None),
            ("1234 …", None::<Tongue>, None),
        ] {
            assert_eq!(detect(text, prior), expected, "{text}");
        }
    }
}
