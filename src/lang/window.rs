//! Words of the window.

use super::phrases;

phrases! {
    /// Words of the window.
    Window {
        welcome: "Les, kod og finn temaene i intervjuene dine", "Read, code and find the themes in your interviews";
        your_name: "Navnet ditt, som det skal stå ved kodingene", "Your name, as it is to stand by your codings";
        open_sample: "Åpne prøvestudien", "Open the sample study";
        open_sample_hint: "Sju intervjuer om å være med i en klynge, ferdig kodet. Du får din egen kopi, så prøv deg fram.", "Seven interviews about being in a business cluster, already coded. You get a copy of your own, so try things.";
        new_study: "Ny studie", "New study";
        new_study_hint: "Begynn med tomme ark eller med temaer og kategorier fra en mal.", "Start with an empty codebook, or with themes and categories from a template.";
        open_study: "Åpne en studie…", "Open a study…";
        open_study_hint: "Velg mappen som studien ligger i. Den kan godt ligge i OneDrive.", "Choose the folder the study is in. It may well be in OneDrive.";
        recent: "Åpnet sist", "Opened recently";
        study_name: "Hva heter studien?", "What is the study called?";
        study_place: "Mappen den skal ligge i", "The folder it is to be in";
        template_study: "Fem temaer fra en klyngestudie", "Five themes from a cluster study";
        template_study_hint: "Formål, Engasjement, Læring, Samarbeid og Innovasjon, med kategorier under.", "Formål, Engasjement, Læring, Samarbeid and Innovasjon, with categories below.";
        template_empty: "Tom kodebok", "Empty codebook";
        template_empty_hint: "Du lager kodene selv etter hvert som du leser.", "You make the codes yourself as you read.";
        make_study: "Lag studien", "Make the study";
        light: "Lyst", "Light";
        dark: "Mørkt", "Dark";
        cancel: "Avbryt", "Cancel";
        close: "Lukk", "Close";
        go_on: "Fortsett", "Continue";

        study_menu: "Meny for studien", "Menu of the study";
        search: "Søk og kommandoer", "Search and commands";
        export: "Eksporter", "Export";
        view: "Visning", "View";
        settings: "Innstillinger", "Settings";
        coder: "Koder", "Coder";

        sources: "Kilder", "Sources";
        codes: "Koder", "Codes";
        import_button: "Importer intervjuer…", "Import interviews…";
        no_sources: "Studien har ingen intervjuer ennå. Hent dem inn, eller slipp filene her.", "The study has no interviews yet. Bring them in, or drop the files here.";
        no_sources_short: "Ingen kilder ennå", "No sources yet";
        no_source_open: "Velg et intervju til venstre for å lese det.", "Choose an interview on the left to read it.";
        text_missing: "Teksten til «{source}» er ikke kommet hit ennå. Den vises så snart filen er synkronisert.", "The text of “{source}” has not arrived here yet. It is shown as soon as its file is synchronised.";
        share_coded: "{n} prosent kodet", "{n} per cent coded";
        remove_source: "Ta ut av studien", "Take out of the study";
        minutes: "{n} min", "{n} min";
        one_word: "{n} ord", "{n} word";
        many_words: "{n} ord", "{n} words";
        one_coding: "{n} koding", "{n} coding";
        many_codings: "{n} kodinger", "{n} codings";
        counted_by: "{counted} av {coder}", "{counted} by {coder}";

        filter_codes: "Filtrer koder", "Filter codes";
        no_codes: "Kodeboken er tom. Marker noe i teksten og skriv navnet på en kode.", "The codebook is empty. Select something in the text and type the name of a code.";
        make_first_code: "Lag den første koden", "Make the first code";
        new_code: "Ny kode", "New code";
        new_name: "Nytt navn", "New name";
        codings_of_code: "{n} kodinger", "{n} codings";
        apply_to_selection: "Bruk på det markerte", "Apply to the selection";
        show_segments: "Vis kodede utdrag", "Show coded segments";
        new_code_here: "Ny kode under denne", "New code under this one";
        rename: "Gi nytt navn", "Rename";
        write_memo: "Skriv notat", "Write memo";
        kind: "Nivå", "Level";
        origin: "Opphav", "Origin";
        colour: "Farge", "Colour";
        colour_number: "Farge {n}", "Colour {n}";
        colour_of_parent: "Samme farge som nivået over", "Same colour as the level above";
        from_theory: "fra teori", "from theory";
        from_data: "fra data", "from data";
        merge_into: "Slå sammen med…", "Merge into…";
        delete_code: "Slett koden", "Delete the code";
        delete_code_and_one: "Slett koden og den ene under", "Delete the code and the one below it";
        delete_code_and_many: "Slett koden og de {n} under", "Delete the code and the {n} below it";
        more: "Mer", "More";

        scroll_bar: "Rull i teksten", "Scroll the text";
        coding_named: "Koding: {code}", "Coding: {code}";

        palette: "Velg kode", "Choose a code";
        palette_hint_apply: "Skriv for å finne eller lage en kode", "Type to find or make a code";
        palette_hint_find: "Skriv for å finne en kode", "Type to find a code";
        palette_hint_recode: "Skriv for å velge en annen kode", "Type to choose another code";
        palette_hint_merge: "Skriv koden den skal slås sammen med", "Type the code to merge it into";
        palette_hint_search: "Søk i koder, kilder og kommandoer", "Search codes, sources and commands";
        palette_nothing: "Ingen treff", "Nothing found";
        new_code_under: "Ny kode «{name}» under {parent}", "New code “{name}” under {parent}";
        new_code_top: "Ny kode «{name}»", "New code “{name}”";
        key_enter: "Enter", "Enter";
        key_shift_enter: "Skift+Enter", "Shift+Enter";
        a_source: "kilde", "source";
        select_first: "Marker først ordene som skal bli en kode.", "First select the words that are to become a code.";

        nothing_selected: "Her vises det du velger.", "What you select is shown here.";
        coding: "Koding", "Coding";
        to_the_code: "Gå til koden", "Go to the code";
        change_code: "Bytt kode…", "Change code…";
        remove: "Fjern", "Remove";
        nudge_keys: "Alt+←/→ flytter slutten, med Skift starten. Ctrl tar hele ord, ↑/↓ setninger.", "Alt+←/→ moves the end, with Shift the start. Ctrl takes words, ↑/↓ sentences.";
        also_coded_here: "Også kodet her", "Also coded here";
        selected_words: "Markert", "Selected";
        code_it: "Kode", "Code";
        code_it_hint: "Eller bare begynn å skrive", "Or just start typing";
        in_vivo: "Kode med egne ord", "Code in vivo";
        codes_here: "Koder på disse ordene", "Codes on these words";
        no_codes_here: "Ingen ennå", "None yet";
        description: "Beskrivelse", "Description";
        description_hint: "Hva betyr koden, og når skal den brukes?", "What does the code mean, and when is it to be applied?";
        figure_codings: "kodinger", "codings";
        figure_sources: "kilder", "sources";
        figure_coders: "kodere", "coders";
        figure_words: "ord", "words";
        of_these_one_own: "Av disse {n} på selve koden", "Of these, {n} on the code itself";
        of_these_own: "Av disse {n} på selve koden", "Of these, {n} on the code itself";
        show_all_one: "Vis {n} utdrag", "Show {n} segment";
        show_all: "Vis alle {n} utdrag", "Show all {n} segments";
        memo: "Notat", "Memo";
        memo_hint: "Skriv det du tenker", "Write what you think";
        memo_keys: "Ctrl+Enter når du er ferdig", "Ctrl+Enter when you are done";
        add_memo: "Skriv et notat", "Write a memo";
        two_versions: "To versjoner, skrevet samtidig. Klikk på den du vil bygge videre på.", "Two versions, written at the same time. Click the one to build on.";
        title: "Tittel", "Title";
        case: "Informant", "Case";
        no_case: "Intervjuet er ikke knyttet til noen informant.", "The interview is not linked to a case.";
        make_case: "Lag informant av intervjuet", "Make a case of the interview";
        speakers: "Hvem snakker", "Speakers";
        no_speakers: "Ingen talere ble funnet i teksten.", "No speakers were found in the text.";
        interviewer: "intervjuer", "interviewer";
        informant: "informant", "informant";
        role_unknown: "ikke sagt", "not said";

        saved: "Lagret", "Saved";
        saved_hint: "Alt du har gjort, ligger på disken", "All you have done is on the disk";
        saving: "Lagrer…", "Saving…";
        not_saved_one: "Ikke lagret: {n} endring", "Not saved: {n} change";
        not_saved_many: "Ikke lagret: {n} endringer", "Not saved: {n} changes";
        selected_counted: "Markert: {counted}", "Selected: {counted}";
        selected_much: "Markert: svært mye", "Selected: very much";
        keys_selection: "Skriv for å kode · Enter bruk valgt kode · 1–9 sist brukte · F3 egne ord · F4 hele replikken", "Type to code · Enter apply chosen code · 1–9 recent · F3 in vivo · F4 whole turn";
        keys_coding: "Alt+piler flytter grensene · F6 bytt kode · Delete fjern · Ctrl+M notat · F8 neste koding", "Alt+arrows move the bounds · F6 change code · Delete remove · Ctrl+M memo · F8 next coding";
        keys_reading: "Marker ord og begynn å skrive · F8 neste koding · Ctrl+K søk · Ctrl+Z angre", "Select words and start typing · F8 next coding · Ctrl+K search · Ctrl+Z undo";
        zoom_state: "Tekst {text} % · program {all} %", "Text {text} % · interface {all} %";
        undone: "Angret: {what}", "Undone: {what}";
        redone: "Gjort igjen: {what}", "Done again: {what}";
        nothing_to_undo: "Det er ikke mer å angre.", "There is nothing more to undo.";
        nothing_to_redo: "Det er ikke noe å gjøre om igjen.", "There is nothing to do again.";
        cancelled: "Avbrutt. Det som var ferdig, er beholdt.", "Cancelled. What was done is kept.";

        opening: "Åpner studien", "Opening the study";
        importing: "Importerer", "Importing";
        exporting: "Eksporterer", "Exporting";
        imported: "Import", "Import";
        imported_one: "{file} er hentet inn som «{title}».", "{file} was brought in as “{title}”.";
        imported_count_one: "{n} intervju er hentet inn.", "{n} interview was brought in.";
        imported_count: "{n} intervjuer er hentet inn.", "{n} interviews were brought in.";
        found_on_opening: "Dette ble funnet da studien ble åpnet", "This was found when the study was opened";
        path: "Bane", "Path";
        path_of_files: "Intervjuer som skal hentes inn", "Interviews to bring in";
        path_of_project: "Mappen studien ligger i", "The folder the study is in";
        path_of_export: "Hvor skal filen lagres?", "Where is the file to be saved?";
        no_dialog: "Skrivebordet har ingen fildialog her, så skriv hele banen. Flere filer skilles med semikolon.", "The desktop has no file dialog here, so type the whole path. Separate several files with semicolons.";
        file_codebook: "kodebok", "codebook";
        file_structure: "kodestruktur", "code structure";
        file_segments: "kodede utdrag", "coded segments";
        written: "Lagret i {path}", "Saved in {path}";
        leave_unsaved: "Noe er ikke lagret", "Something is not saved";
        leave_unsaved_hint: "Endringer kunne ikke skrives til disken. Se i statuslinjen hvorfor, og lukk vinduet en gang til hvis du vil miste dem.", "Changes could not be written to the disk. See the status bar for the reason, and close the window once more if you want to lose them.";
    }
}
