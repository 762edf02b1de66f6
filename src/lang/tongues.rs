//! The languages that are spoken in interviews, and how a source's is found or chosen.

use super::phrases;

phrases! {
    /// The languages that are spoken in interviews, and how a source's is found or chosen.
    TongueWords {
        bokmal: "bokmål", "Bokmål";
        nynorsk: "nynorsk", "Nynorsk";
        swedish: "svensk", "Swedish";
        english: "engelsk", "English";
        title: "Språk", "Language";
        automatic: "Finn automatisk", "Find automatically";
        hint: "Språket bestemmer hvilke stoppord som tas ut og hvordan bøyninger slås sammen",
            "The language decides which stop words are left out and how forms are joined";
        turn_by_turn: "Funnet replikk for replikk", "Found turn by turn";
        share: "{language} {n} %", "{language} {n}%";
        told: "Valgte {language} som språk i {source}", "Chose {language} as the language of {source}";
        told_automatic: "Valgte at språket i {source} skal finnes automatisk", "Chose to have the language of {source} found automatically";
        cli: "Språket teksten er på; auto finner det replikk for replikk", "The language the text is in; auto finds it turn by turn";
    }
}
