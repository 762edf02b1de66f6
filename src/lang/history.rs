//! What was done, gesture by gesture.

use super::phrases;

phrases! {
    /// What was done, gesture by gesture.
    HistoryWords {
        project_created: "Opprettet studien {name}", "Created the project {name}";
        project_renamed: "Ga studien navnet {name}", "Renamed the project to {name}";
        coder_named: "{name} ble med", "{name} joined";
        coder_recoloured: "Endret fargen til {name}", "Changed the colour of {name}";
        source_added: "La til {name}", "Added {name}";
        sources_added: "La til {n} kilder", "Added {n} sources";
        source_file_kept: "Tok vare på originalfilen til {name}", "Kept the original file of {name}";
        source_renamed: "Ga en kilde tittelen {name}", "Gave a source the title {name}";
        speaker_changed: "Endret en taler i {source} til {name}", "Changed a speaker in {source} to {name}";
        source_removed: "Fjernet {name} fra studien", "Removed {name} from the study";
        sources_removed: "Fjernet {n} kilder fra studien", "Removed {n} sources from the study";
        source_restored: "Hentet {name} tilbake", "Brought {name} back";
        code_created: "Laget koden {name}", "Made the code {name}";
        category_created: "Laget kategorien {name}", "Made the category {name}";
        theme_created: "Laget temaet {name}", "Made the theme {name}";
        under: "{what} under {parent}", "{what} under {parent}";
        codes_created: "Laget {n} koder", "Made {n} codes";
        code_renamed: "Ga en kode navnet {name}", "Renamed a code to {name}";
        codes_renamed: "Ga {n} koder nye navn", "Renamed {n} codes";
        code_described: "Beskrev {name}", "Described {name}";
        code_recoloured: "Endret fargen på {name}", "Changed the colour of {name}";
        made_code: "Gjorde {name} til en kode", "Made {name} a code";
        made_category: "Gjorde {name} til en kategori", "Made {name} a category";
        made_theme: "Gjorde {name} til et tema", "Made {name} a theme";
        origin_theory: "Markerte {name} som hentet fra teori", "Marked {name} as coming from theory";
        origin_data: "Markerte {name} som hentet fra data", "Marked {name} as coming from the data";
        moved_under: "Flyttet {name} inn under {parent}", "Moved {name} to under {parent}";
        moved_top: "Flyttet {name} til øverste nivå", "Moved {name} to the top";
        codes_moved: "Flyttet {n} koder", "Moved {n} codes";
        codes_merged: "Slo {from} sammen med {into}", "Merged {from} into {into}";
        code_deleted: "Slettet {name}", "Deleted {name}";
        codes_deleted: "Slettet {name} med alt under, i alt {n} koder", "Deleted {name} with all under it, {n} codes in all";
        code_restored: "Gjenopprettet {name}", "Restored {name}";
        codes_restored: "Gjenopprettet {n} koder", "Restored {n} codes";
        coded_one: "Kodet {n} ord i {source} som {code}", "Coded {n} word in {source} as {code}";
        coded_many: "Kodet {n} ord i {source} som {code}", "Coded {n} words in {source} as {code}";
        coded: "Kodet i {source} som {code}", "Coded in {source} as {code}";
        codings_added: "Kodet {n} steder", "Coded {n} passages";
        codings_added_as: "Kodet {n} steder som {code}", "Coded {n} passages as {code}";
        coding_resized: "Flyttet grensene for en koding som {code} i {source}", "Moved the bounds of a coding as {code} in {source}";
        coding_resized_gone: "Flyttet grensene for en koding", "Moved the bounds of a coding";
        codings_resized: "Flyttet grensene for {n} kodinger", "Moved the bounds of {n} codings";
        coding_recoded: "Ga en koding koden {code}", "Changed a coding to {code}";
        codings_recoded: "Ga {n} kodinger en annen kode", "Changed the code of {n} codings";
        coding_recoded_in: "Ga en koding i {source} koden {code}", "Changed a coding in {source} to {code}";
        coding_removed: "Fjernet en koding", "Removed a coding";
        coding_removed_of: "Fjernet en koding av {code} i {source}", "Removed a coding as {code} in {source}";
        codings_removed: "Fjernet {n} kodinger", "Removed {n} codings";
        memo_written: "Skrev et notat om {about}", "Wrote a memo about {about}";
        memo_rewritten: "Skrev om notatet om {about}", "Rewrote the memo about {about}";
        memos_written: "Skrev {n} notater", "Wrote {n} memos";
        memo_deleted: "Slettet et notat", "Deleted a memo";
        case_created: "Opprettet informanten {name}", "Made the case {name}";
        cases_created: "Opprettet {n} informanter", "Made {n} cases";
        case_renamed: "Ga en informant navnet {name}", "Renamed a case to {name}";
        case_deleted: "Slettet en informant", "Deleted a case";
        cases_deleted: "Slettet {n} informanter", "Deleted {n} cases";
        case_linked: "Knyttet {source} til {case}", "Linked {source} to {case}";
        cases_linked: "Knyttet {n} kilder til informanter", "Linked {n} sources to cases";
        case_unlinked: "Løste {source} fra {case}", "Unlinked {source} from {case}";
        attribute_created: "Opprettet egenskapen {name}", "Made the attribute {name}";
        attributes_created: "Opprettet {n} egenskaper", "Made {n} attributes";
        attribute_renamed: "Ga en egenskap navnet {name}", "Renamed an attribute to {name}";
        attribute_deleted: "Slettet en egenskap", "Deleted an attribute";
        value_set: "Satte {attribute} til {value} for {case}", "Set {attribute} to {value} for {case}";
        value_taken: "Fjernet {attribute} for {case}", "Took away {attribute} for {case}";
        values_set: "Satte {n} verdier", "Set {n} values";
        words_left_out: "Tok {words} ut av ordlistene", "Left {words} out of the word lists";
        words_let_in: "Tok {words} med i ordlistene", "Let {words} into the word lists";
        words_left_to_lists: "Lot stoppordene avgjøre om {words} telles", "Left {words} to the stop words again";
        words_grouped: "Slo sammen {words} til ett ord", "Made one word of {words}";
        words_ungrouped: "Løste opp en gruppe ord", "Took a group of words apart";
        quoted: "«{word}»", "“{word}”";
        and_more: "og {n} til", "and {n} more";
        search_kept: "Lagret søket {name}", "Saved the search {name}";
        search_dropped: "Slettet et lagret søk", "Deleted a saved search";
        double_coding_placed: "La deler av {name} ut til dobbeltkoding", "Set parts of {name} out for double coding";
        retracted: "Angret en handling", "Undid a gesture";
        more: "{what}, {n} ganger", "{what}, {n} times";
        nothing: "Gjorde noe denne versjonen ikke kjenner", "Did something this version does not know";
    }
}
