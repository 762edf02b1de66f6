//! What things are called that have lost their name, or never had one.

use super::phrases;

phrases! {
    /// What things are called that have lost their name, or never had one.
    NameWords {
        the_project: "studien", "the project";
        erased_words: "[slettet]", "[erased]";
        some_code: "en kode som er borte", "a code that is gone";
        some_source: "en kilde som er borte", "a source that is gone";
        some_case: "en informant som er borte", "a case that is gone";
        some_attribute: "en egenskap som er borte", "an attribute that is gone";
        some_agreement: "et lagret samsvar", "a saved result of agreement";
        some_coding: "en koding", "a coding";
        coding_of: "en koding som {code} i {source}", "a coding as {code} in {source}";
        someone: "noen", "someone";
        at_the_top: "øverst", "at the top";
        under: "under {parent}", "under {parent}";
    }
}
