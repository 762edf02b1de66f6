//! What is to be looked at in a study, what can be brought back, and the study itself.

use super::phrases;

phrases! {
    /// What is to be looked at in a study, what can be brought back, and the study itself.
    StudyWords {
        to_look_at: "Å se på", "To look at";
        one_to_look_at: "{n} ting å se på i historikken", "{n} thing to look at in the history";
        many_to_look_at: "{n} ting å se på i historikken", "{n} things to look at in the history";
        read: "Lest", "Read";
        mark_read: "Marker som lest", "Mark as read";
        mark_all_read: "Marker alle som lest", "Mark all as read";
        deleted: "Slettet", "Deleted";
        restore: "Gjenopprett", "Restore";
        restore_named: "Gjenopprett {name}", "Restore {name}";
        deleted_code: "Koden {name}", "The code {name}";
        deleted_code_and_one: "Koden {name} med {n} kode under", "The code {name} with {n} code below";
        deleted_code_and_many: "Koden {name} med {n} koder under", "The code {name} with {n} codes below";
        hidden_codings: "Kodinger av {name} som er borte", "Codings of {name} that are away";
        removed_source: "Kilden {name}", "The source {name}";
        use_other: "Bruk «{other}»", "Use “{other}”";
        use_other_colour: "Bruk den andre fargen", "Use the other colour";
        use_other_answer: "Bruk det andre svaret", "Use the other answer";
        merge_them: "Slå dem sammen", "Merge them";
        keep_it: "Behold den slik", "Keep it so";
        put_back: "Gjenopprett", "Restore";
        put_back_hint: "Sett kodingen tilbake slik du forlot den", "Put the coding back as you left it";
        add_again: "Legg til igjen", "Add it again";
        use_other_place: "Bruk den andre plassen", "Use the other place";
        use_empty: "La det stå tomt", "Leave it empty";
        go_there: "Gå dit", "Go there";
        show_more_one: "Vis {n} til", "Show {n} more";
        show_more: "Vis {n} til", "Show {n} more";

        study_name: "Navnet på studien", "Name of the study";
        figure_codes_one: "kode", "code";
        figure_codes: "koder", "codes";
        figure_cases_one: "informant", "case";
        figure_cases: "informanter", "cases";
        memos_of_study: "Notater om studien", "Memos about the study";
        memos_of_case: "Notater om {case}", "Memos about {case}";

        not_found: "Finnes ikke her nå. Ligger den i OneDrive eller på en minnepinne?",
            "It is not here now. Is it in OneDrive or on a memory stick?";
        forget: "Glem {name}", "Forget {name}";
    }
}
