//! What was done in work that several coders share, gesture by gesture.

use super::phrases;

phrases! {
    /// What was done in work that several coders share.
    TeamWords {
        answered: "Svarte på en merknad om {about}", "Answered a remark on {about}";
        closed: "Lukket en tråd", "Closed a thread";
        closed_about: "Lukket en tråd om {about}", "Closed a thread on {about}";
        reopened: "Åpnet en tråd igjen", "Opened a thread again";
        reopened_about: "Åpnet igjen en tråd om {about}", "Opened a thread on {about} again";
        kept: "Beholdt {coding} i gjennomgangen", "Kept {coding} in review";
        recoded: "Kodet om {coding} i gjennomgangen", "Re-coded {coding} in review";
        rebounded: "Flyttet grensene for {coding} i gjennomgangen", "Moved the bounds of {coding} in review";
        removed: "Fjernet {coding} i gjennomgangen", "Removed {coding} in review";
        added: "La til {coding} i gjennomgangen", "Added {coding} in review";
        questioned: "Stilte spørsmål ved {coding}", "Questioned {coding}";
        kept_many: "Beholdt {n} kodinger i gjennomgangen", "Kept {n} codings in review";
        reviewed_many: "Gjennomgikk {n} kodinger", "Reviewed {n} codings";
        begun: "Begynte blind dobbeltkoding for {coders}", "Began blind double coding for {coders}";
        begun_drawn: "Begynte blind dobbeltkoding for {coders} av {percent} % av replikkene, trukket tilfeldig", "Began blind double coding for {coders} of {percent} % of the turns, drawn at random";
        unveiled: "Avdekket en dobbeltkoding", "Unveiled a double coding";
        settled: "Avgjorde en uenighet om {code} i {source}: {answer}", "Settled a disagreement on {code} in {source}: {answer}";
        settled_many: "Avgjorde {n} uenigheter", "Settled {n} disagreements";
        answer_of: "kodingen til {coder} gjelder", "what {coder} has counts";
        answer_all: "begge gjelder", "both count";
        answer_neither: "ingen av dem gjelder", "neither counts";
        answer_bounds: "nye grenser", "new bounds";
        answer_discuss: "må drøftes", "to be discussed";
        and: "{names} og {last}", "{names} and {last}";
    }
}
