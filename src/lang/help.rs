//! Words around the help.

use super::phrases;

phrases! {
    /// Words around the help.
    HelpWords {
        help: "Hjelp", "Help";
        contents: "Innhold", "Contents";
        search: "Søk i hjelpen", "Search the help";
        nothing_found: "Hjelpen sier ingenting om dette. Prøv et annet ord, eller færre.",
            "The help says nothing about this. Try another word, or fewer.";
        one_hit: "{n} treff", "{n} hit";
        many_hits: "{n} treff", "{n} hits";
        back: "Tilbake", "Back";
        close: "Lukk hjelpen", "Close the help";
        all_keys: "Se alle tastene", "See all keys";
        keys_stand: "Tastene står i hjelpen, som du åpner med F1.", "The keys are listed in the help, which F1 opens.";
        first_study: "Din første studie på ti minutter", "Your first study in ten minutes";
        keys_everywhere: "Kommandoer", "Commands";
    }
}
