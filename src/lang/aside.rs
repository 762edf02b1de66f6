//! Words for what is set aside, and for small talk that is proposed.

use super::phrases;

phrases! {
    /// Words for what is set aside, and for small talk that is proposed.
    AsideWords {
        small_talk: "småprat", "small talk";
        irrelevant: "uvesentlig", "irrelevant";
        off_the_record: "i fortrolighet", "off the record";
        partly: "delvis {reason}", "partly {reason}";

        set_aside: "Lagt til side", "Set aside";
        nothing_aside: "Ingenting er lagt til side i denne kilden.", "Nothing is set aside in this source.";
        take_in: "Ta med igjen", "Take back in";
        take_in_selected: "Ta med det markerte igjen", "Take the selection back in";
        take_in_passage: "Ta med hele stedet igjen", "Take the whole passage back in";
        take_in_all: "Ta med alt igjen", "Take all of it back in";
        take_in_of: "Ta med igjen: {words}", "Take back in: {words}";
        selected: "Legg det markerte til side", "Set the selection aside";
        turn: "Legg replikken til side", "Set the turn aside";
        line: "Legg avsnittet til side", "Set the paragraph aside";
        of_speaker: "Legg til side alt {name} sier", "Set aside all that {name} says";
        of_speaker_back: "Ta med igjen alt {name} sier", "Take back in all that {name} says";
        and_more: "og {n} til", "and {n} more";
        by: "{reason} · {coder}", "{reason} · {coder}";
        go_to: "Vis i teksten", "Show in the text";

        hide_one: "Skjul {n} ord", "Hide {n} word";
        hide_many: "Skjul {n} ord", "Hide {n} words";
        show_one: "Vis {n} skjulte ord", "Show {n} hidden word";
        show_many: "Vis {n} skjulte ord", "Show {n} hidden words";
        hidden_one: "{n} ord lagt til side – vis", "{n} word set aside – show";
        hidden_many: "{n} ord lagt til side – vis", "{n} words set aside – show";
        nowhere: "Lagt til side, og telles ikke med", "Set aside, and not counted";

        turns_one: "{n} replikk", "{n} turn";
        turns_many: "{n} replikker", "{n} turns";
        speaker_menu: "Mer om {name}", "More about {name}";

        nothing_to_set_aside: "Marker ordene som skal legges til side, eller sett markøren i replikken.", "Select the words to set aside, or put the caret in the turn.";
        aside_already: "Dette er lagt til side av den grunnen allerede.", "This is set aside for that reason already.";
        nothing_to_take_in: "Det er ikke noe som er lagt til side her.", "Nothing is set aside here.";

        proposals: "Forslag til småprat", "Proposed small talk";
        proposals_hint: "Bare begynnelsen og slutten av et intervju blir foreslått. Det du legger til side, står i teksten, men telles ikke, og du kan ta det med igjen når du vil.", "Only the beginning and the end of an interview are proposed. What you set aside stays in the text but is not counted, and you can take it back in at any time.";
        no_proposals: "Det er ikke noe mer i begynnelsen eller slutten som ligner småprat.", "Nothing more at the beginning or the end looks like small talk.";
        this_source: "Denne kilden", "This source";
        all_sources: "Alle kilder", "All sources";
        tick_all: "Velg alle", "Tick all";
        tick_none: "Velg ingen", "Tick none";
        beginning: "Begynnelsen, {turns} · {words}", "The beginning, {turns} · {words}";
        ending: "Slutten, {turns} · {words}", "The end, {turns} · {words}";
        turn_range: "replikk {from}–{to}", "turns {from}–{to}";
        turn_alone: "replikk {from}", "turn {from}";
        line_alone: "avsnitt {from}", "paragraph {from}";
        line_range: "avsnitt {from}–{to}", "paragraphs {from}–{to}";
        because: "{sign}: «{words}»", "{sign}: “{words}”";
        accept: "Legg {n} til side", "Set {n} aside";
        greeting: "hilsen", "greeting";
        sound: "lyd og bilde", "sound and picture";
        recording: "opptaket", "the recording";
        consent: "samtykke", "consent";
        outside: "vær og kaffe", "weather and coffee";
        thanks: "takk", "thanks";
        farewell: "avskjed", "goodbye";
    }
}
