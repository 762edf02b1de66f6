//! Words of the room where codings are reviewed, and where two code without seeing each other's work.

use super::phrases;

phrases! {
    /// Words of the room of review.
    ReviewingWords {
        review: "Gjennomgang", "Review";
        walk: "Gå gjennom", "Go through";
        result: "Resultat", "Result";
        double: "Dobbeltkoding", "Double coding";
        agreement: "Samsvar", "Agreement";
        agreement_between: "Samsvar mellom kodere", "Agreement between coders";
        by_source: "Kilde for kilde", "Source by source";
        by_code: "Kode for kode", "Code by code";
        progress: "{n} av {m} gjennomgått", "{n} of {m} reviewed";
        place: "{at} av {m}", "{at} of {m}";
        to_review: "Koding til gjennomgang", "Coding to review";
        by: "Kodet av {coder} {when}", "Coded by {coder} {when}";
        keep: "Behold", "Keep";
        recode: "Kode om…", "Re-code…";
        bounds: "Nye grenser…", "New bounds…";
        remove: "Fjern", "Remove";
        add: "Legg til…", "Add…";
        question: "Spørsmål…", "Question…";
        key_keep: "B", "K";
        key_recode: "K", "C";
        key_bounds: "G", "B";
        key_remove: "F", "R";
        key_add: "L", "A";
        key_question: "S", "Q";
        previous: "Forrige", "Previous";
        next: "Neste", "Next";
        now_kept: "Beholdt av {who} {when}", "Kept by {who} {when}";
        now_recoded: "Kodet om av {who} {when}, fra {code}", "Re-coded by {who} {when}, from {code}";
        now_rebounded: "Nye grenser av {who} {when}", "New bounds by {who} {when}";
        now_removed: "Fjernet av {who} {when}", "Removed by {who} {when}";
        now_added: "Lagt til av {who} {when}", "Added by {who} {when}";
        now_questioned: "Spørsmål fra {who} {when}", "Questioned by {who} {when}";
        drawing_bounds: "Flytt slutten med Alt og piltastene, starten med Alt, Skift og piltastene. Ctrl går ordvis. Du kan også dra over ordene.", "Move the end with Alt and the arrows, the start with Alt, Shift and the arrows. Ctrl goes by words. You can also draw over the words.";
        adding: "Marker ordene som mangler en kode: dra over dem, eller flytt grensene med Alt og piltastene. Skriv så navnet på koden.", "Select the words that lack a code: draw over them, or move the bounds with Alt and the arrows. Then type the name of the code.";
        take_bounds: "Bruk grensene", "Use the bounds";
        give_up: "Avbryt", "Cancel";
        ask: "Hva lurer du på?", "What do you wonder about?";
        send_question: "Still spørsmålet", "Ask";
        all_reviewed: "Alt er gjennomgått.", "All is reviewed.";
        see_result: "Se resultatet", "See the result";
        nothing_to_review: "Her er det ikke noe å gjennomgå ennå: ingen andre enn deg har kodet i denne delen av studien.", "There is nothing to review here yet: nobody but you has coded in this part of the study.";
        words_gone: "Ordene til denne kodingen er ikke lenger i teksten.", "The words of this coding are no longer in the text.";
        nothing_reviewed: "Ingen har gjennomgått noe i denne delen av studien ennå.", "Nobody has reviewed anything in this part of the study yet.";
        for_the_method: "Til metodekapittelet", "For the chapter on methods";
        copy: "Kopier", "Copy";
        copied: "Avsnittet er kopiert", "The paragraph is copied";
        by_people: "Personer", "People";
        sources: "Kilder", "Sources";
        codes: "Koder", "Codes";
        agreed_shown: "Du ser det koderne er enige om. Ta med alle kodingene igjen for å kode.", "You see what the coders have agreed on. Include all codings again to code.";
        answer: "Svar", "Reply";
        close_thread: "Lukk tråden", "Close the thread";
        open_thread: "Åpne tråden igjen", "Open the thread again";
        closed_by: "Lukket av {who} {when}", "Closed by {who} {when}";
        who_may: "På denne maskinen", "On this machine";
        remarks_only: "Bare kommentere", "Only comment";
        remarks_only_hint: "For veiledere: Du kan skrive og svare på merknader om koder, kilder og kodinger, og ikke endre noe annet.", "For supervisors: you can write and answer remarks on codes, sources and codings, and change nothing else.";
        colours: "Fargene i teksten viser", "Colours in the text show";
        colours_of_codes: "Koden", "The code";
        colours_of_coders: "Koderen", "The coder";
        others: "Andre kodere i teksten", "Other coders in the text";
        other_shown: "Vist", "Shown";
        other_dimmed: "Dempet", "Dimmed";
        other_hidden: "Skjult", "Hidden";
        colour_of: "Fargen til {name}", "The colour of {name}";
    }
}
