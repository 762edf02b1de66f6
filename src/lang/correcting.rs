//! Words of correcting a text.

use super::phrases;

phrases! {
    /// Words of correcting a text.
    CorrectingWords {
        correct: "Rett teksten", "Correct the text";
        done: "Ferdig", "Done";
        correcting: "Du retter teksten. Kodingene følger ordene sine.", "You are correcting the text. Codings stay on their words.";
        keys: "Enter nytt avsnitt · Ctrl+Enter ny replikk · Ctrl+Z angre · Esc ferdig", "Enter new paragraph · Ctrl+Enter new turn · Ctrl+Z undo · Esc done";
        show_original: "Vis original", "Show original";
        show_corrected: "Vis rettet tekst", "Show the corrected text";
        comparing: "Slettet tekst er overstrøket, tilføyd tekst er understreket.", "Deleted is struck through, inserted is underlined.";
        next_change: "Neste endring", "Next change";
        keys_comparing: "F8 neste endring · Shift+F8 forrige · Esc tilbake", "F8 next change · Shift+F8 previous · Esc back";
        nothing_corrected: "Teksten er slik den ble importert.", "The text is as it was imported.";

        who_speaks: "Hvem sier dette?", "Who says this?";
        who_speaks_now: "Hvem snakker herfra?", "Who speaks from here?";
        new_speaker: "Ny taler", "New speaker";
        nobody: "Ukjent taler", "Unknown speaker";
        speaker_of_turn: "{name}, replikk {n}", "{name}, turn {n}";
        join_before: "Slå sammen med replikken før", "Join with the turn before";
        same_as: "{name} er den samme som", "{name} is the same as";
        about_speaker: "{name} i hele kilden", "{name} in the whole source";
        speaker_name: "Navn på taleren", "Name of the speaker";
        also_in_one: "Også i {n} annen kilde med samme navn", "Also in {n} other source with the same name";
        also_in_many: "Også i {n} andre kilder med samme navn", "Also in {n} other sources with the same name";

        words_without_place: "Det du skrev, kunne ikke lagres", "What you typed could not be saved";
        place_gone: "Kilden ble tatt ut mens du rettet den. Her er avsnittet med det du skrev, så du kan kopiere det.", "The source was removed while you corrected it. Here is the paragraph with what you typed, so that you can copy it.";

        lost_one: "{n} koding mangler ord", "{n} coding lacks words";
        lost_many: "{n} kodinger mangler ord", "{n} codings lack words";
        lost_hint: "Alle ordene de sto på, er slettet. Velg hva som skal skje med dem.", "All the words they stood on were deleted. Choose what is to become of them.";
        former_words: "«{words}»", "“{words}”";
        put_on_selected: "Sett på det markerte", "Put on the selection";
        select_words_first: "Marker først ordene kodingen skal stå på", "First select the words the coding is to stand on";
        go_to_place: "Gå til stedet", "Go to the place";
        remove_lost: "Fjern", "Remove";
    }
}
