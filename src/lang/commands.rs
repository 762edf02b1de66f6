//! What the commands are called and what they do.

use super::phrases;

phrases! {
    /// Titles and hints of the commands.
    Commands {
        undo: "Angre", "Undo";
        undo_hint: "Tar tilbake det siste du gjorde, så langt tilbake du vil", "Takes back the last thing you did, as far back as you like";
        redo: "Gjør om", "Redo";
        redo_hint: "Gjør om det du nettopp angret", "Does again what you have just undone";
        search: "Søk og kommandoer", "Search and commands";
        search_hint: "Finner koder, kilder og kommandoer mens du skriver", "Finds codes, sources and commands as you type";
        import: "Importer kilder…", "Import sources…";
        import_hint: "Henter intervjuer fra dokumenter, tekstfiler og undertekster, og svar fra tabeller",
            "Brings in interviews from documents, text files and subtitles, and answers from tables";
        import_folder: "Importer en mappe…", "Import a folder…";
        import_folder_hint: "Importerer alt som kan leses i en mappe og mappene under", "Brings in all that can be read in a folder and the folders below it";
        new_code: "Ny kode", "New code";
        new_code_hint: "Lager en kode under den valgte", "Makes a code under the chosen one";
        in_vivo: "Kod med informantens ord", "Code in vivo";
        in_vivo_hint: "Lager en kode av de markerte ordene og bruker den på dem", "Makes a code of the selected words and applies it to them";
        select_turn: "Marker hele replikken", "Select the whole turn";
        select_turn_hint: "Markerer alt den som snakker, sier her", "Selects all that the speaker says here";
        correct: "Rett teksten", "Correct the text";
        correct_hint: "Skriv i teksten for å rette den; kodingene følger ordene sine", "Type in the text to correct it; codings stay on their words";
        compare: "Vis original", "Show original";
        compare_hint: "Viser den rettede teksten sammen med originalen, med endringene merket", "Shows the corrected text beside the original, with the changes marked";
        recode: "Bytt kode…", "Change code…";
        recode_hint: "Gir den valgte kodingen en annen kode", "Gives the selected coding another code";
        memo: "Skriv notat", "Write memo";
        memo_hint: "Skriver et notat til det som er valgt", "Writes a memo about what is selected";
        remove_coding: "Fjern koding", "Remove coding";
        remove_coding_hint: "Fjerner den valgte kodingen; teksten og koden blir stående", "Removes the selected coding; the text and the code stay";
        replace: "Søk og erstatt…", "Search and replace…";
        replace_hint: "Retter det samme alle steder, i denne kilden eller alle, etter at du har sett treffene", "Corrects the same thing everywhere, in this source or all, after you have seen the hits";
        aside_small_talk: "Legg til side som småprat", "Set aside as small talk";
        aside_irrelevant: "Legg til side som uvesentlig", "Set aside as irrelevant";
        aside_off_the_record: "Legg til side som sagt i fortrolighet", "Set aside as off the record";
        aside_hint: "Det markerte, eller replikken med markøren, står grått i teksten og telles ikke med", "The selection, or the turn with the caret, stands grey in the text and is not counted";
        take_in: "Ta med igjen det som er lagt til side", "Take back in what is set aside";
        take_in_hint: "Det markerte, eller stedet med markøren, telles med igjen", "The selection, or the passage with the caret, counts again";
        hide_aside: "Vis eller skjul det som er lagt til side", "Show or hide what is set aside";
        hide_aside_hint: "Skjult står det bare en linje om hvor mange ord som mangler", "Hidden, there is only a line that says how many words are missing";
        propose_small_talk: "Foreslå småprat…", "Propose small talk…";
        propose_small_talk_hint: "Finner hilsener, lydprøver, vær og takk i begynnelsen og slutten av intervjuene", "Finds greetings, sound checks, weather and thanks at the beginning and the end of the interviews";
        room_code: "Kode", "Code";
        room_code_hint: "Les og kod intervjuene", "Read and code the interviews";
        room_segments: "Utdrag", "Segments";
        room_segments_hint: "Se alt som er kodet med de valgte kodene", "See all that is coded with the chosen codes";
        room_cases: "Informanter", "Cases";
        room_cases_hint: "Informanter og egenskapene deres i en tabell", "Cases and their attributes in a table";
        room_words: "Ord", "Words";
        room_words_hint: "Ordsky og ordliste for hele studien eller en del av den", "Word cloud and word list of the study or a part of it";
        room_search: "Søk", "Search";
        room_search_hint: "Finn ord i intervjuene, og kod treffene", "Find words in the interviews, and code the hits";
        room_structure: "Kodestruktur", "Code structure";
        room_structure_hint: "Figuren over koder, kategorier og temaer", "The figure of codes, categories and themes";
        room_analyses: "Analyser", "Analyses";
        room_analyses_hint: "Tabeller og figurer over koder, kilder og informanter", "Tables and figures of codes, sources and cases";
        room_review: "Gjennomgang", "Review";
        room_review_hint: "Se gjennom det andre har kodet, eller kod blindt to og to", "Review what others have coded, or code blind two and two";
        room_names: "Navn og steder", "Names and places";
        room_names_hint: "Erstatt navn, bedrifter og steder med pseudonymer, eller slett en informant", "Replace names, companies and places with pseudonyms, or erase an informant";
        room_history: "Historikk", "History";
        room_history_hint: "Alt som er gjort, hvem som gjorde det og når", "All that has been done, by whom and when";
        room_settings: "Innstillinger", "Settings";
        room_settings_hint: "Språk, utseende, størrelse og koder", "Language, look, size and coder";
        export_codebook: "Eksporter kodebok…", "Export codebook…";
        export_codebook_hint: "Lagrer kodene med beskrivelse, filer og referanser", "Saves the codes with description, files and references";
        export_structure: "Eksporter kodestruktur…", "Export code structure…";
        export_structure_hint: "Lagrer figuren som SVG eller PNG", "Saves the figure as SVG or PNG";
        export_study: "Eksporter studien til andre programmer…", "Export the study for other programs…";
        export_study_hint: "Lagrer tekster, koder, kodinger, notater og informanter som REFI-QDA (qdpx), for NVivo, MAXQDA og ATLAS.ti",
            "Saves texts, codes, codings, memos and cases as REFI-QDA (qdpx), for NVivo, MAXQDA and ATLAS.ti";
        export_segments: "Eksporter utdrag…", "Export segments…";
        export_segments_hint: "Lagrer alle kodede utdrag som en tabell", "Saves all coded segments as a table";
        export_sources: "Eksporter kildenes tekster…", "Export the sources’ texts…";
        export_sources_hint: "Lagrer teksten til hver kilde slik den er nå, og replikkene som tabell", "Saves the text of each source as it is now, and its turns as a table";
        save_as_one_file: "Lagre som én fil…", "Save as one file…";
        save_as_one_file_hint: "Hele studien i én fil til å sende eller ta med, med passfrase om du vil", "The whole study in one file to send or carry, with a passphrase if you like";
        open_one_file: "Åpne eller slå sammen én fil…", "Open or merge one file…";
        open_one_file_hint: "Åpner en studie du har fått som én fil. Er det denne studien, slås den sammen med din. En .qdpx fra et annet program blir en ny studie", "Opens a study you got as one file. If it is this study, it is merged with yours. A .qdpx from another program becomes a new study";
        merge_folder: "Slå sammen med en annen kopi…", "Merge with another copy…";
        merge_folder_hint: "Henter inn alt som er gjort i en annen kopi av mappen; ingenting blir borte eller dobbelt", "Brings in all that was done in another copy of the folder; nothing is lost or there twice";
        text_larger: "Større tekst", "Larger text";
        text_larger_hint: "Gjør intervjuteksten større", "Makes the interview text larger";
        text_smaller: "Mindre tekst", "Smaller text";
        text_smaller_hint: "Gjør intervjuteksten mindre", "Makes the interview text smaller";
        text_normal: "Vanlig tekststørrelse", "Normal text size";
        text_normal_hint: "Setter intervjuteksten tilbake til 100 %", "Sets the interview text back to 100 %";
        all_larger: "Større program", "Larger interface";
        all_larger_hint: "Gjør alt i vinduet større", "Makes everything in the window larger";
        all_smaller: "Mindre program", "Smaller interface";
        all_smaller_hint: "Gjør alt i vinduet mindre", "Makes everything in the window smaller";
        inspector: "Vis eller skjul detaljer", "Show or hide details";
        inspector_hint: "Viser eller skjuler feltet til høyre", "Turns the panel on the right on and off";
        switch_light: "Bytt mellom lyst og mørkt", "Switch between light and dark";
        switch_light_hint: "Lyst om dagen, mørkt om kvelden", "Light by day, dark at night";
        switch_language: "English", "Norsk bokmål";
        switch_language_hint: "Viser programmet på engelsk", "Shows the program in Norwegian";
        about_study: "Om studien", "About the study";
        about_study_hint: "Navnet på studien, hva som er i den, og notater om den", "The name of the study, what is in it, and memos about it";
        help: "Hjelp", "Help";
        help_hint: "Forklarer det du har foran deg, og hvordan alt gjøres og regnes ut", "Explains what is in front of you, and how everything is done and computed";
        close_project: "Lukk studien", "Close the study";
        close_project_hint: "Går tilbake til startsiden; alt er lagret", "Goes back to the start page; everything is saved";
    }
}
