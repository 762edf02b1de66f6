//! Compounds by their parts: *klyngeleder* is *klynge* and *leder* where the texts have both as words.

/// The fewest letters of a part: shorter ones are mostly endings and chance.
const SHORTEST: usize = 4;

/// The two parts of a compound in small letters, if both are known, perhaps joined by *s*, *e* or a hyphen. Of several
/// ways the one with the longest last part is taken: it is the word that is being told more about.
pub(super) fn parts<'w>(word: &'w str, known: &dyn Fn(&str) -> bool) -> Option<[&'w str; 2]> {
    let letters = word.chars().count();
    if letters < 2 * SHORTEST {
        return None;
    }
    let cuts = word.char_indices().enumerate().skip(SHORTEST).take(letters + 1 - 2 * SHORTEST);
    let whole = |part: &str| part.chars().count() >= SHORTEST && known(part);
    for (_, (byte, _)) in cuts {
        let (head, tail) = word.split_at(byte);
        if !known(tail) {
            continue;
        }
        let unjoined = head.strip_suffix(['s', 'e', '-']).filter(|part| whole(part));
        if let Some(head) = Some(head).filter(|head| whole(head)).or(unjoined) {
            return Some([head, tail]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn compounds_fall_apart_only_into_words_of_the_texts() {
        let known = ["klynge", "leder", "samarbeid", "partner", "arbeid", "bedrift", "norge", "ledere", "prosjekt"];
        for (word, expected) in [
            ("klyngeleder", Some(["klynge", "leder"])),
            ("klyngeledere", Some(["klynge", "ledere"])),
            ("samarbeidspartner", Some(["samarbeid", "partner"])),
            ("bedrift-leder", Some(["bedrift", "leder"])),
            ("samarbeid", None),
            ("bedriftene", None),
            ("klyngehall", None),
            ("øl", None),
            ("", None),
        ] {
            assert_eq!(parts(word, &|part| known.contains(&part)), expected, "{word}");
        }
    }
}
