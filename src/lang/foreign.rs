//! Words for what cannot be taken over from another program.

use super::phrases;

phrases! {
    /// Words for what cannot be taken over from another program.
    ForeignWords {
        no_text_one: "{n} kilde er ikke tekst (bilde, lyd, video eller PDF uten tekst) og ble ikke med.", "{n} source is no text (a picture, a recording or a PDF without text) and was left behind.";
        no_text: "{n} kilder er ikke tekst (bilder, lyd, video eller PDF uten tekst) og ble ikke med.", "{n} sources are no texts (pictures, recordings or PDFs without text) and were left behind.";
        text_missing: "Disse tekstene er ikke i filen, eller kan ikke leses: {titles}.", "These texts are not in the file, or cannot be read: {titles}.";
        twice: "Disse tekstene lå der mer enn én gang og er nå én kilde: {titles}.", "These texts were there more than once and are one source now: {titles}.";
        unsure: "I disse tekstene passer mange av kodingene ikke til ordene, for programmet de kom fra, teller tegn på sin egen måte. Se over dem: {titles}.",
            "In these texts many codings do not fit the words, since the program they come from counts characters in a way of its own. Look them over: {titles}.";
        codings_one: "{n} koding lå utenfor teksten sin eller bare på et navn, og ble ikke med.", "{n} coding lay outside its text or on a name only, and was left behind.";
        codings: "{n} kodinger lå utenfor teksten sin eller bare på et navn, og ble ikke med.", "{n} codings lay outside their text or on a name only, and were left behind.";
        links_one: "{n} lenke eller tegning ble ikke med.", "{n} link or drawing was left behind.";
        links: "{n} lenker og tegninger ble ikke med.", "{n} links and drawings were left behind.";
        dates: "Når hver koding ble laget, følger ikke med; i Kodebok er alt fra i dag.", "When each coding was made does not come along; in Kodebok all of it is of today.";
    }
}
