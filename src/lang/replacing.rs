//! Words of search and replace.

use super::phrases;

phrases! {
    /// Words of search and replace.
    ReplacingWords {
        title: "Søk og erstatt", "Search and replace";
        find: "Søk etter", "Search for";
        with: "Erstatt med", "Replace with";
        plain: "Vanlig tekst", "Plain text";
        whole_words: "Hele ord", "Whole words";
        pattern: "Regulært uttrykk", "Regular expression";
        letters: "Skill mellom store og små bokstaver", "Match case";
        excluded: "Ta med det som er lagt til side", "Include what is set aside";
        this_source: "Denne kilden", "This source";
        all_sources: "Alle kilder", "All sources";
        tick_all: "Velg alle", "Tick all";
        tick_none: "Velg ingen", "Tick none";
        hint: "Skriv det du vil rette. Kodingene blir stående på ordene sine.", "Type what you want to correct. The codings stay on their words.";
        pattern_hint: "$1 i det nye er det den første parentesen fant.", "$1 in the new words is what the first group found.";
        nothing: "Ingen treff", "Nothing found";
        hits_one: "{n} treff i {sources}", "{n} hit in {sources}";
        hits: "{n} treff i {sources}", "{n} hits in {sources}";
        sources_one: "{n} kilde", "{n} source";
        sources: "{n} kilder", "{n} sources";
        more: "Det er flere treff enn de {n} første. De neste kommer når disse er erstattet.", "There are more hits than the first {n}. The next ones come when these are replaced.";
        replace: "Erstatt {n}", "Replace {n}";
        coded: "kodet: {codes}", "coded: {codes}";
        deleted: "slettet", "deleted";
        hit: "{source}: {before}«{old}»{after} blir «{new}»", "{source}: {before}“{old}”{after} becomes “{new}”";

        unbalanced: "En parentes eller klamme i uttrykket mangler den andre halvdelen.", "A bracket in the expression lacks its other half.";
        repetition: "Et gjentakelsestegn (*, +, ? eller {…}) i uttrykket har ikke noe å gjenta. Skriv \\ foran om du mener selve tegnet.", "A sign of repetition (*, +, ? or {…}) in the expression has nothing to repeat. Write \\ before it if you mean the sign itself.";
        escape: "Tegnet etter \\ i uttrykket betyr ingenting. Skriv \\\\ om du mener selve skråstreken.", "The sign after \\ in the expression means nothing. Write \\\\ if you mean the backslash itself.";
        too_clever: "Uttrykket ser framover, bakover eller etter noe det har funnet før. Det går ikke her; skriv det enklere.", "The expression looks ahead, behind or back at what it found before. That cannot be done here; write it more simply.";
        too_large: "Uttrykket er for stort. Del det opp.", "The expression is too large. Split it up.";
        unreadable: "Uttrykket kan ikke leses. Velg «Teksten» om du mener det slik det står.", "The expression cannot be read. Choose “The text” if you mean it as it stands.";
    }
}
