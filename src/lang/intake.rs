//! Words of the preview of an import.

use super::phrases;

phrases! {
    /// Words of the preview of an import.
    IntakeWords {
        broken_off: "«{file}» kunne ikke leses: Kodebok stanset midt i filen. Det er en feil i programmet; de andre filene er ikke berørt. Lagre den som docx eller txt, og prøv igjen.",
            "“{file}” could not be read: Kodebok stopped in the middle of it. This is a fault of the program; the other files are not touched. Save it as docx or txt, and try again.";
        other_kind: "«{file}» er av et slag som ikke kan leses, og er ikke med.",
            "“{file}” is of a kind that cannot be read, and is left out.";
        other_kinds: "{n} filer er av slag som ikke kan leses, og er ikke med, som «{file}».",
            "{n} files are of kinds that cannot be read, and are left out, such as “{file}”.";
        is_study: "Mappen er en Kodebok-studie og er ikke lest: {folder}", "The folder is a Kodebok project and was not read: {folder}";
        beyond: "{n} filer er ikke med, for så mange kan ikke leses på én gang. Importer dem etterpå.",
            "{n} files are left out, since that many cannot be read at once. Import them afterwards.";
        folder_to_import: "Mappe med intervjuer som skal importeres", "Folder with interviews to bring in";
        pasted: "Innlimt tekst", "Pasted text";
        locking: "Lagrer koblingsnøkkelen", "Saving the name key";
        keeping: "Tar vare på filene", "Keeping the files";
        not_kept: "Ikke alle originalfilene ble tatt vare på; tekstene er importert.", "Not all original files were kept; the texts were brought in.";
        not_read: "«{file}» ble ikke lest, for lesingen ble stanset.", "“{file}” was not read, since reading was stopped.";
        not_wanted: "«{file}» er ikke importert; den var ikke krysset av.", "“{file}” was not brought in; it was not ticked.";
        was_twice: "«{file}» er ikke importert; den samme teksten er i en fil før den.", "“{file}” was not brought in; the same text is in a file before it.";
        steps: "Angre tar dem ut igjen i {n} omganger.", "Undo takes them out again in {n} steps.";
        save_report: "Lagre rapporten…", "Save the report…";
        save_original: "Lagre originalfilen…", "Save the original file…";
        outcome: "Utfall", "Outcome";
        outcome_well: "merknad", "note";
        outcome_trouble: "ikke importert", "not brought in";
        what: "Hva", "What";

        discard_title: "Forkaste importen?", "Discard the import?";
        discard_told: "Det du har valgt og skrevet her, går tapt. Filene dine er ikke berørt.",
            "What you have chosen and typed here is lost. Your files are not touched.";
        discard: "Forkast", "Discard";
        discard_not: "Fortsett importen", "Go on with the import";

        title: "Importer til «{study}»", "Import into “{study}”";
        told_files_one: "{n} fil", "{n} file";
        told_files: "{n} filer", "{n} files";
        files: "Filer", "Files";
        content: "Innhold", "Content";
        details: "Detaljer", "Details";
        reading: "Leser {done} av {total}", "Reading {done} of {total}";
        stop_reading: "Stopp lesingen", "Stop reading";
        adding: "Henter inn…", "Bringing in…";
        go_one: "Importer {n} fil", "Import {n} file";
        go: "Importer {n} filer", "Import {n} files";
        tick_all: "Ta med alle", "Include all";
        tick: "Ta med {file}", "Include {file}";
        keep_originals: "Ta vare på filene i studien slik de er", "Keep the files in the study as they are";
        keep_originals_hint: "Originalene legges i studiens mappe, for alle som har tilgang til den. La være om navn skal byttes ut.",
            "The originals are put into the study's folder, for all who have access to it. Leave this off if names are to be replaced.";
        waiting: "ikke lest ennå", "not read yet";
        cannot: "kan ikke leses", "cannot be read";
        here: "er i studien allerede", "is in the study already";
        same_text: "Den samme teksten er i studien allerede som «{title}», så den hentes ikke inn en gang til.",
            "The same text is in the study already as “{title}”, so it is not brought in once more.";
        removed_text: "Den samme teksten er tatt ut av studien som «{title}». Den kommer tilbake med kodingene sine.",
            "The same text was taken out of the study as “{title}”. It comes back with its codings.";
        erased: "er slettet for godt", "was erased for good";
        erased_text: "Den samme teksten er slettet for godt fra studien og kan ikke importeres.",
            "The same text was erased from the study for good and cannot be brought in.";
        twice: "samme tekst som en annen", "same text as another";
        twice_text: "Den samme teksten er i en fil lenger opp, så den hentes ikke inn en gang til.",
            "The same text is in a file further up, so it is not brought in once more.";
        same_title: "En kilde heter allerede «{title}». Denne får et tall etter tittelen om du ikke gir den en annen.",
            "A source is called “{title}” already. This one gets a number after its title unless you give it another.";
        to_note: "{n} ting å merke seg", "{n} things to note";
        to_note_one: "{n} ting å merke seg", "{n} thing to note";

        words_one: "{n} ord", "{n} word";
        words: "{n} ord", "{n} words";
        turns_one: "{n} replikk", "{n} turn";
        turns: "{n} replikker", "{n} turns";
        times_one: "{n} tid", "{n} time";
        times: "{n} tider", "{n} times";
        speakers_one: "{n} taler", "{n} speaker";
        speakers: "{n} talere", "{n} speakers";
        rows_one: "{n} rad", "{n} row";
        rows: "{n} rader", "{n} rows";
        columns_one: "{n} kolonne", "{n} column";
        columns: "{n} kolonner", "{n} columns";
        table: "tabell", "table";

        text_here: "Teksten slik den blir stående", "The text as it will stand";
        encoding: "Tegnkoding", "Encoding";
        encoding_found: "Funnet: {name}", "Found: {name}";
        encoding_certain: "Filen sier selv hvordan bokstavene er skrevet.", "The file itself says how its letters are written.";
        find_out: "Finn automatisk", "Find automatically";
        names_and_times: "Navn og tider", "Names and times";
        names_found: "Ved siden av teksten", "Beside the text";
        names_kept: "Stå i teksten", "Stay in the text";
        names_hint: "Navn og tider som kjennes igjen, tas ut av teksten og vises i margen, så de ikke telles som ord.",
            "Names and times that are recognised are taken out of the text and shown in the margin, so that they are not counted as words.";
        who_speaks: "Hvem snakker", "Who speaks";
        nobody: "Ingen talere ble kjent igjen. Teksten blir stående som den er.", "No speakers were recognised. The text stays as it is.";
        speaker_name: "Navnet til {name}", "The name of {name}";
        speaker_role: "Rollen til {name}", "The role of {name}";
        speaker_more: "Slå sammen {name}", "Merge {name}";
        same_as: "Samme person som {name}", "The same person as {name}";
        called_in_file: "{name} i filen", "{name} in the file";
        for_all: "Gjelder alle filene", "Counts for all the files";
        for_all_hint: "Navn og roller endres i alle filer der noen heter det samme, og navn og tider i alle tekster.",
            "Names and roles change in every file where somebody is called the same, and names and times in all texts.";
        losses: "Dette er annerledes enn i filen", "This is different from the file";
        no_losses: "Alt i filen er med.", "All that is in the file is here.";
        left_out: "Ikke lest i mappene", "Not read in the folders";

        column_case: "Informant", "Case";
        column_text: "Tekst å kode", "Text to code";
        column_attribute: "Egenskap ({kind})", "Attribute ({kind})";
        column_out: "Ikke med", "Left out";
        column_becomes: "{column} blir", "{column} becomes";
        table_becomes: "Hver rad blir en informant. Velg øverst i hver kolonne hva den blir til.",
            "Each row becomes a case. Choose at the top of each column what becomes of it.";
        no_case_column: "Ingen kolonne sier hvem som svarer, så radene får nummer.", "No column says who answers, so the rows are numbered.";
        row: "Rad", "Row";

        drop_here: "Slipp for å se filene før de importeres", "Drop to look at the files before they are brought in";
        drop_new: "Slipp for å lage en studie av filene, eller åpne en studie", "Drop to make a study of the files, or to open a study";
        waiting_one: "{n} fil venter på en studie. Lag en ny, eller åpne en; du ser filen før den importeres.",
            "{n} file waits for a study. Make a new one, or open one; you see the file before it is brought in.";
        waiting_many: "{n} filer venter på en studie. Lag en ny, eller åpne en; du ser filene før de importeres.",
            "{n} files wait for a study. Make a new one, or open one; you see the files before they are brought in.";
        let_go: "La filene være", "Leave the files";
        no_files: "Det er ingen filer å lese i mappen. Kodebok leser {kinds}.", "There are no files to read in the folder. Kodebok reads {kinds}.";
    }
}
