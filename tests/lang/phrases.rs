//! The table of phrases: both languages say the same, and each is itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kodebok::lang;

/// Key, bokmål, English.
pub(crate) type Phrase = (&'static str, &'static str, &'static str);

/// Every group with its phrases.
pub(crate) const GROUPS: &[(&str, &[Phrase])] = &[
    ("agreeing", lang::agreeing::AgreeingWords::PAIRS),
    ("agreement", lang::agreement::AgreementWords::PAIRS),
    ("analyse", lang::analyse::Analyse::PAIRS),
    ("analyses", lang::analyses::AnalysesWords::PAIRS),
    ("answers", lang::answers::Answers::PAIRS),
    ("asking", lang::asking::Asking::PAIRS),
    ("aside", lang::aside::AsideWords::PAIRS),
    ("cli", lang::cli::Cli::PAIRS),
    ("code_tree", lang::code_tree::CodeTree::PAIRS),
    ("commands", lang::commands::Commands::PAIRS),
    ("correcting", lang::correcting::CorrectingWords::PAIRS),
    ("double", lang::double::DoubleWords::PAIRS),
    ("export", lang::export::Export::PAIRS),
    ("figure", lang::figure::Figure::PAIRS),
    ("help", lang::help::HelpWords::PAIRS),
    ("history", lang::history::HistoryWords::PAIRS),
    ("import", lang::import::Import::PAIRS),
    ("intake", lang::intake::IntakeWords::PAIRS),
    ("names", lang::names::NameWords::PAIRS),
    ("notice", lang::notice::NoticeWords::PAIRS),
    ("foreign", lang::foreign::ForeignWords::PAIRS),
    ("one_file", lang::one_file::OneFileWords::PAIRS),
    ("pictures", lang::pictures::Pictures::PAIRS),
    ("problem", lang::problem::ProblemWords::PAIRS),
    ("pseudonym", lang::pseudonym::PseudonymWords::PAIRS),
    ("refusal", lang::refusal::RefusalWords::PAIRS),
    ("replacing", lang::replacing::ReplacingWords::PAIRS),
    ("review", lang::review::ReviewWords::PAIRS),
    ("reviewing", lang::reviewing::ReviewingWords::PAIRS),
    ("rooms", lang::rooms::Rooms::PAIRS),
    ("store", lang::store::StoreWords::PAIRS),
    ("study", lang::study::StudyWords::PAIRS),
    ("team", lang::team::TeamWords::PAIRS),
    ("text_history", lang::text_history::TextHistoryWords::PAIRS),
    ("tongues", lang::tongues::TongueWords::PAIRS),
    ("window", lang::window::Window::PAIRS),
    ("words", lang::words::Words::PAIRS),
];

/// What is the same in both languages, and rightly so.
const SAME: &[&str] = &[
    "agreement::fleiss_kappa",
    "agreement::kappa",
    "analyses::by_ward",
    "export::start",
    "export::informant",
    "history::under",
    "names::under",
    "pseudonym::person",
    "pseudonym::kind_person",
    "pseudonym::column_pseudonym",
    "pseudonym::pseudonym_for",
    "rooms::key_enter",
    "rooms::key_alt_enter",
    "rooms::key_ctrl_arrows",
    "rooms::key_ctrl_up_down",
    "window::minutes",
    "window::key_enter",
    "window::informant",
    "window::imported",
    "words::likelihood",
    "words::ratio",
];

/// Words that no sentence in bokmål has.
const ENGLISH: &[&str] = &["the", "and", "with", "your", "this", "are", "was", "not", "been", "you", "which", "it"];

/// Words that no English sentence has.
const BOKMAL: &[&str] = &["og", "ikke", "med", "er", "som", "det", "har", "av", "på", "eller", "ble", "kan"];

fn all() -> impl Iterator<Item = (String, &'static str, &'static str)> {
    GROUPS
        .iter()
        .flat_map(|(group, pairs)| pairs.iter().map(move |(key, nb, en)| (format!("{group}::{key}"), *nb, *en)))
}

/// The places of a phrase that are filled in.
fn places(phrase: &str) -> Vec<&str> {
    let mut places: Vec<&str> =
        phrase.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place).collect();
    places.sort_unstable();
    places
}

fn words(phrase: &str) -> BTreeSet<String> {
    let outside: String = phrase.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
    // What is quoted may be in the other language: the names of the template's themes, an example. So may a person's name.
    let outside = outside.replace("The Inter Project Authors", "");
    let outside = outside.split(['«', '“']).map(|part| part.split_once(['»', '”']).map_or(part, |(_, after)| after));
    let outside = outside.collect::<Vec<_>>().join(" ").to_lowercase();
    outside.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn no_group_is_forgotten() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let groups: usize = files
        .filter(|path| !path.ends_with("mod.rs"))
        .map(|path| fs::read_to_string(path).unwrap().matches("phrases! {").count())
        .sum();
    assert_eq!(GROUPS.len(), groups, "put the new group into GROUPS");
}

#[test]
fn both_languages_have_the_same_places() {
    for (key, nb, en) in all() {
        assert_eq!(places(nb), places(en), "{key}");
        for phrase in [nb, en] {
            let marks = |mark| phrase.matches(mark).count();
            assert_eq!((marks('{'), marks('}')), (places(phrase).len(), places(phrase).len()), "{key}: {phrase}");
        }
    }
}

#[test]
fn nothing_is_empty_and_nothing_hangs_over() {
    for (key, nb, en) in all() {
        for phrase in [nb, en] {
            assert!(!phrase.trim().is_empty(), "{key} is empty");
            // What is hung on another phrase begins with the sign that joins them.
            let begins = !phrase.starts_with(' ') || phrase.starts_with(" · ");
            assert!(begins && !phrase.contains("  ") && !phrase.ends_with(' '), "{key} has a space too many: {phrase}");
            assert!(!phrase.contains("..."), "{key} has three points for an ellipsis: {phrase}");
        }
    }
}

#[test]
fn both_end_alike() {
    let end = |phrase: &str| phrase.chars().last().filter(|last| ".:…?!".contains(*last));
    for (key, nb, en) in all() {
        assert_eq!(end(nb), end(en), "{key}: {nb} / {en}");
    }
}

#[test]
fn neither_language_stands_where_the_other_should() {
    for (key, nb, en) in all() {
        let (nb_words, en_words) = (words(nb), words(en));
        let astray = |words: &BTreeSet<String>, other: &[&str]| other.iter().any(|word| words.contains(*word));
        assert!(!astray(&nb_words, ENGLISH), "{key} has English in it: {nb}");
        assert!(!astray(&en_words, BOKMAL), "{key} has bokmål in it: {en}");
    }
}

#[test]
fn what_is_the_same_in_both_is_so_on_purpose() {
    let letters = |phrase: &str| words(phrase).iter().map(String::len).sum::<usize>();
    let same = all().filter(|(_, nb, en)| nb == en && letters(nb) > 1).map(|(key, ..)| key);
    assert_eq!(same.collect::<Vec<_>>(), SAME);
}

#[test]
fn each_language_quotes_in_its_own_way() {
    for (key, nb, en) in all() {
        assert!(!nb.contains(['“', '”', '"']), "{key}: {nb}");
        assert!(!en.contains(['«', '»', '"']), "{key}: {en}");
    }
}

/// Beginnings of words in bokmål for which the program has another word, and that word.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("prosjekt", "studie"),
    ("kasus", "informant"),
    ("caset", "informant"),
    ("segment", "kodet utdrag"),
    ("stien", "banen"),
    ("merk ", "marker"),
    ("utvalg", "det markerte"),
    ("om igjen", "gjør om"),
    ("egne ord", "informantens ord"),
];

#[test]
fn one_thing_has_one_word_in_bokmal() {
    for (key, nb, _) in all() {
        let said = format!(" {}", nb.to_lowercase());
        for (other, word) in OTHER_WORDS {
            assert!(!said.contains(&format!(" {other}")), "{key} says «{nb}»; the word is «{word}»");
        }
    }
}
