//! Words of blind double coding: the start, the wait, the unveiling, and the queue of disagreements.

use super::phrases;

phrases! {
    /// Words of blind double coding.
    DoubleWords {
        intro: "To kodere koder de samme ordene uten å se hverandres arbeid. Etterpå ser dere på samsvaret, og blir enige der dere har kodet ulikt.", "Two coders code the same words without seeing each other’s work. Afterwards you look at the agreement, and settle what you have coded differently.";
        plainly: "Til dere avdekker, viser Kodebok hver av dere bare egne kodinger på disse ordene: i teksten, i tallene og i det som eksporteres herfra. Er alle koder med, gjelder det også koder den andre lager underveis. Arbeidet er skjult, ikke hemmelig: det ligger i studiemappen som før.", "Until you unveil, Kodebok shows each of you only your own codings of these words: in the text, in the numbers and in what is exported from here. Where all codes are included, that also goes for codes the other makes meanwhile. The work is hidden, not secret: it lies in the study’s folder as before.";
        new: "Ny dobbeltkoding", "New double coding";
        who: "Hvem som koder", "Who codes";
        which: "Hva som kodes", "What is coded";
        how_much: "Hvor mye", "How much";
        whole: "Hele tekstene", "The whole texts";
        percent: "{n} % av replikkene", "{n} % of the turns";
        picked: "Replikker jeg velger", "Turns I pick";
        pick_turns: "Replikkene som skal kodes", "The turns to be coded";
        all_of: "Alle replikkene i {source}", "All turns of {source}";
        nothing_to_pick: "Det er ingen replikker i denne delen av studien.", "There are no turns in this part of the study.";
        needs_two: "Den andre koderen må ha åpnet studien én gang for å kunne velges her.", "The other coder must have opened the study once to be chosen here.";
        will_code: "{turns} i {sources} · {codes}", "{turns} in {sources} · {codes}";
        one_turn: "{n} replikk", "{n} turn";
        many_turns: "{n} replikker", "{n} turns";
        one_text: "{n} hel tekst", "{n} whole text";
        many_texts: "{n} hele tekster", "{n} whole texts";
        all_codes: "alle koder", "all codes";
        one_code: "{n} kode", "{n} code";
        many_codes: "{n} koder", "{n} codes";
        begin: "Begynn blind koding", "Begin blind coding";
        begun: "Begynt av {who} {when}", "Begun by {who} {when}";
        of_coders: "{coders} koder hver for seg", "{coders} code by themselves";
        of_coders_done: "{coders} har kodet hver for seg", "{coders} have coded by themselves";
        drawn: "{n} av {of} replikker, {percent} % trukket tilfeldig (frø {seed})", "{n} of {of} turns, {percent} % drawn at random (seed {seed})";
        chosen: "{n} steder, valgt for hånd", "{n} places, chosen by hand";
        yours: "Du har laget {n} kodinger her", "You have made {n} codings here";
        not_yours: "Du er ikke med i denne dobbeltkodingen, og ser begges kodinger.", "You do not take part in this double coding, and see what both have coded.";
        places: "Stedene som skal kodes", "The places to be coded";
        place: "{source}, replikk {n}", "{source}, turn {n}";
        place_in: "{source}, tegn {n}", "{source}, character {n}";
        coded_here: "{n} kodinger", "{n} codings";
        unveil: "Avdekk", "Unveil";
        unveil_hint: "Vis begge hva den andre har kodet. Gjør det når begge er ferdige.", "Show both what the other has coded. Do it when both are done.";
        unveil_sure: "Er begge ferdige? Etter dette ser dere hverandres kodinger.", "Are both done? After this you see each other’s codings.";
        not_yet: "Ikke ennå", "Not yet";
        unveiled: "Avdekket av {who} {when}", "Unveiled by {who} {when}";
        round: "Dobbeltkoding {n}", "Double coding {n}";
        alike: "{n} av {m} steder er kodet likt", "{n} of {m} passages are coded alike";
        settled: "{n} av {m} uenigheter er avgjort", "{n} of {m} disagreements are settled";
        no_disagreement: "Det er ingenting dere har kodet ulikt.", "There is nothing you have coded differently.";
        all_settled: "Alt er avgjort. Det dere er enige om, kan velges som del av studien i alle rom og i det som eksporteres.", "All is settled. What you have agreed on can be chosen as the part of the study in all rooms and in what is exported.";
        show_agreed: "Vis bare det vi er enige om", "Show only what we agree on";
        show_each: "Vis alle kodingene igjen", "Show all codings again";
        place_of: "{at} av {m}", "{at} of {m}";
        side: "{letter} · {coder}", "{letter} · {coder}";
        not_coded: "har ikke brukt koden her", "has not used the code here";
        counts_of: "{letter}: det {coder} har", "{letter}: what {coder} has";
        both: "Begge", "Both";
        neither: "Ingen av dem", "Neither";
        bounds: "Nye grenser…", "New bounds…";
        discuss: "Må drøftes", "Discuss";
        key_both: "G", "O";
        key_neither: "I", "N";
        key_bounds: "N", "W";
        key_discuss: "D", "D";
        answered: "Avgjort av {who} {when}: {answer}", "Settled by {who} {when}: {answer}";
        drawing: "Flytt grensene med Alt og piltastene, eller dra over ordene.", "Move the bounds with Alt and the arrows, or draw over the words.";
        agreement: "Se målene på samsvar", "See the measures of agreement";
    }
}
