//! Words of the rooms beside the reader: segments, cases, structure, history and settings.

use super::phrases;

phrases! {
    /// Words of the rooms beside the reader.
    Rooms {
        segments: "Kodede utdrag", "Coded segments";
        all_segments: "Alle kodede utdrag", "All coded segments";
        one_code: "{n} kode", "{n} code";
        many_codes: "{n} koder", "{n} codes";
        one_segment: "{n} utdrag", "{n} segment";
        many_segments: "{n} utdrag", "{n} segments";
        one_source: "{n} kilde", "{n} source";
        many_sources: "{n} kilder", "{n} sources";
        one_coder: "{n} person som koder", "{n} coder";
        many_coders: "{n} personer som koder", "{n} coders";
        of_these_match: " · {n} passer", " · {n} match";
        filter_segments: "Filtrer på ord", "Filter by words";
        by_code: "Etter kode", "By code";
        by_source: "Etter kilde", "By source";
        with_codes_below: "Med koder under", "With codes below";
        code_alone: "Bare koden selv", "The code alone";
        export_all_segments: "Eksporter alle utdrag…", "Export all segments…";
        export_all_segments_hint: "Lagrer alle kodede utdrag i studien som en tabell, uansett hva som vises her",
            "Saves all coded segments of the study as a table, whatever is shown here";
        no_segment_matches: "Ingen utdrag har disse ordene. Prøv et annet ord, eller tøm feltet.",
            "No segment has these words. Try another word, or empty the field.";
        nothing_coded: "Ingenting er kodet ennå. Marker ord i et intervju, og skriv navnet på en kode.",
            "Nothing is coded yet. Select words in an interview, and type the name of a code.";
        code_not_applied: "Koden er ikke brukt ennå. Marker ord i et intervju, og klikk på koden.",
            "The code has not been applied yet. Select words in an interview, and click the code.";
        go_and_code: "Gå til intervjuene", "Go to the interviews";
        turn: "replikk {n}", "turn {n}";
        has_memo: "har notat", "has a memo";

        cases: "Informanter", "Cases";
        one_case: "{n} informant", "{n} case";
        many_cases: "{n} informanter", "{n} cases";
        one_attribute: "{n} egenskap", "{n} attribute";
        many_attributes: "{n} egenskaper", "{n} attributes";
        case_column: "Informant", "Case";
        sources_column: "Kilder", "Sources";
        new_case: "Ny informant", "New case";
        new_case_hint: "Lager en rad til", "Makes one more row";
        new_case_name: "Navn på ny informant", "Name of the new case";
        new_attribute: "Ny egenskap…", "New attribute…";
        attribute_name: "Hva heter egenskapen?", "What is the attribute called?";
        make_attribute: "Lag egenskapen", "Make the attribute";
        kind_text: "Tekst", "Text";
        kind_number: "Tall", "Number";
        kind_date: "Dato", "Date";
        kind_yes_no: "Ja eller nei", "Yes or no";
        yes: "ja", "yes";
        no: "nei", "no";
        not_known: "ikke kjent", "not known";
        hint_date: "2026-03-14", "2026-03-14";
        hint_number: "et tall", "a number";
        hint_yes_no: "ja eller nei", "yes or no";
        more_about: "Mer om {name}", "More about {name}";
        delete_case: "Slett informanten", "Delete the case";
        delete_attribute: "Slett egenskapen med verdiene", "Delete the attribute with its values";
        sources_of_case: "Kilder der informanten snakker", "Sources in which the case speaks";
        make_case_of_one: "Lag informant av ett intervju", "Make a case of one interview";
        make_cases_of_rest: "Lag informanter av {n} intervjuer", "Make cases of {n} interviews";
        make_cases_hint: "Lager en informant av hvert intervju som ikke har noen, med intervjuets navn",
            "Makes a case of each interview that has none, with the name of the interview";
        make_case_of_each: "Lag en informant av hvert intervju", "Make a case of each interview";
        no_cases: "Studien har ingen informanter ennå. Lag en av hvert intervju, så kan du gi dem stilling, bedrift og annet som skiller dem.",
            "The study has no cases yet. Make one of each interview, and give them title, company and whatever tells them apart.";
        no_cases_no_sources: "Studien har ingen informanter ennå. Importer intervjuene først, så kan du lage en informant av hvert.",
            "The study has no cases yet. Bring in the interviews first, and make a case of each.";

        structure: "Kodestruktur", "Code structure";
        one_page: "{n} side", "{n} page";
        many_pages: "{n} sider", "{n} pages";
        portrait: "Stående", "Portrait";
        landscape: "Liggende", "Landscape";
        without_counts: "Uten antall", "Without counts";
        with_counts: "Med antall", "With counts";
        zoom_in: "Større", "Zoom in";
        zoom_out: "Mindre", "Zoom out";
        fit_width: "Hele bredden", "Fit width";
        fit_page: "Hele siden", "Fit page";
        per_cent: "{n} %", "{n} %";
        save_svg: "Lagre som SVG…", "Save as SVG…";
        save_png: "Lagre som PNG…", "Save as PNG…";
        save_figure_hint: "Lagrer hele kodestrukturen på hvitt papir, uten antall, til oppgaven eller artikkelen",
            "Saves the whole code structure on white paper, without counts, for the thesis or the article";
        no_structure: "Kodeboken er tom, så det er ingen struktur å vise. Lag den første koden mens du leser.",
            "The codebook is empty, so there is no structure to show. Make the first code as you read.";
        drag_to_move: "dra for å flytte boksen, eller Alt+piler", "drag to move the box, or Alt+arrows";
        box_back: "Tilbake på plass", "Back in its place";
        all_back: "Alle bokser på plass", "All boxes in place";
        all_back_hint: "Setter boksene som er flyttet, tilbake der de står av seg selv", "Puts the boxes that were moved back to where they stand by themselves";
        click_for_segments: "klikk for å lese utdragene", "click to read the segments";

        history: "Historikk", "History";
        one_gesture: "{n} handling", "{n} action";
        many_gestures: "{n} handlinger", "{n} actions";
        undo: "Angre", "Undo";
        redo: "Gjør om", "Redo";
        filter_history: "Filtrer historikken", "Filter the history";
        all_coders: "Alle kodere", "All coders";
        whose: "Hvem sine", "Whose";
        unknown_coder: "ukjent koder", "unknown coder";
        taken_back: "angret", "undone";
        undid: "Angret: {what}", "Undid: {what}";
        did_again: "Gjorde om: {what}", "Did again: {what}";
        nothing_done: "Ingenting er gjort ennå.", "Nothing has been done yet.";
        nothing_matches: "Ingen handlinger passer. Prøv et annet ord eller en annen koder.",
            "No action matches. Try another word or another coder.";

        settings: "Innstillinger", "Settings";
        look: "Språk og utseende", "Language and look";
        language: "Språk", "Language";
        light: "Lyst eller mørkt", "Light or dark";
        light_always: "Lyst", "Light";
        dark_always: "Mørkt", "Dark";
        as_the_desktop: "Som skrivebordet", "As the desktop";
        text_size: "Intervjuteksten", "Interview text";
        all_size: "Hele programmet", "Whole interface";
        smaller: "mindre", "smaller";
        larger: "større", "larger";
        as_usual: "Tilbake til 100 %", "Back to 100 %";
        who_codes: "Hvem koder", "Who codes";
        coder_name: "Navnet ditt", "Your name";
        coder_colour: "Fargen din", "Your colour";
        the_study: "Studien", "The study";
        study_lies_in: "Ligger i mappen", "Lies in the folder";
        only_in_memory: "Bare i minnet", "In memory only";
        copy_path: "Kopier banen", "Copy the path";
        path_copied: "Banen er kopiert.", "The path is copied.";
        study_hint: "Alt lagres mens du arbeider. Ta kopi av hele mappen for å sikkerhetskopiere; den kan ligge i OneDrive, og flere kan kode i den samtidig.",
            "Everything is saved as you work. Copy the whole folder to back it up; it may lie in OneDrive, and several people can code in it at the same time.";
        keys: "Tastene", "The keys";
        keys_in_text: "I intervjuteksten", "In the interview text";
        keys_in_tree: "I kodetreet", "In the code tree";
        keys_in_table: "I tabellen over informanter", "In the table of cases";
        key_letters: "Bokstaver", "Letters";
        key_enter: "Enter", "Enter";
        key_shift_enter: "Skift+Enter", "Shift+Enter";
        key_alt_enter: "Alt+Enter", "Alt+Enter";
        key_arrows: "Piler", "Arrows";
        key_up_down: "↑ / ↓", "↑ / ↓";
        key_left_right: "← / →", "← / →";
        key_shift_arrows: "Skift+piler", "Shift+arrows";
        key_ctrl_arrows: "Ctrl+← / →", "Ctrl+← / →";
        key_ctrl_up_down: "Ctrl+↑ / ↓", "Ctrl+↑ / ↓";
        key_alt_arrows: "Alt+piler", "Alt+arrows";
        key_alt_shift_arrows: "Alt+Skift+piler", "Alt+Shift+arrows";
        key_shift_f8: "Skift+F8", "Shift+F8";
        key_enter_or_letters: "Enter, F2 eller bokstaver", "Enter, F2 or letters";
        does_letters: "Finner eller lager en kode til de markerte ordene", "Find or make a code for the selected words";
        does_digits: "Bruker en av de sist brukte kodene", "Applies one of the codes used last";
        does_enter: "Bruker den valgte koden på de markerte ordene", "Applies the chosen code to the selected words";
        does_shift_enter: "Åpner listen over koder", "Opens the list of codes";
        does_alt_enter: "Bruker den valgte koden og skriver et notat", "Applies the chosen code and writes a memo";
        does_shift_arrows: "Markerer tegn og linjer", "Selects characters and lines";
        does_ctrl_arrows: "Flytter ett ord om gangen", "Moves a word at a time";
        does_ctrl_up_down: "Flytter en replikk om gangen", "Moves a turn at a time";
        does_alt_arrows: "Flytter slutten på kodingen; med Ctrl hele ord, ↑ og ↓ hele setninger",
            "Moves the end of the coding; with Ctrl by words, ↑ and ↓ by sentences";
        does_alt_shift_arrows: "Flytter starten på kodingen", "Moves the start of the coding";
        does_f8: "Går til neste koding", "Goes to the next coding";
        does_shift_f8: "Går til forrige koding", "Goes to the previous coding";
        does_pages: "Blar en side", "Turns a page";
        does_copy: "Kopierer de markerte ordene", "Copies the selected words";
        does_escape: "Slipper det som er markert", "Lets go of what is selected";
        does_tree_up_down: "Går til forrige eller neste kode", "Goes to the previous or next code";
        does_tree_left_right: "Lukker og åpner en gren", "Folds and unfolds a branch";
        does_tree_enter: "Bruker koden på det markerte, ellers vises utdragene", "Applies the code to the selection, or else shows its segments";
        does_tree_rename: "Gir koden nytt navn", "Renames the code";
        does_tree_insert: "Lager en ny kode under", "Makes a new code below";
        does_tree_delete: "Sletter koden; Ctrl+Z henter den tilbake", "Deletes the code; Ctrl+Z brings it back";
        does_tree_move: "Flytter koden opp, ned, inn og ut", "Moves the code up, down, in and out";
        does_table_arrows: "Går fra celle til celle", "Go from cell to cell";
        does_table_type: "Begynner å skrive i cellen", "Start to type in the cell";
        does_table_on: "Lagrer og går videre", "Save and go on";
        does_table_escape: "Gir opp det som er skrevet", "Gives up what was typed";
        licences: "Lisenser", "Licences";
        licence_of_program: "Kodebok {version} er fri programvare under MIT eller Apache 2.0, som du vil.",
            "Kodebok {version} is free software under MIT or Apache 2.0, as you like.";
        licence_of_fonts: "Skriftene Inter (© The Inter Project Authors) og Noto Serif (© Google) følger med under SIL Open Font License 1.1.",
            "The type faces Inter (© The Inter Project Authors) and Noto Serif (© Google) come along under the SIL Open Font License 1.1.";
        read_licence: "Les skriftlisensen", "Read the licence of the type faces";
    }
}
