//! Words of the command line.

use super::phrases;

phrases! {
    /// Words of the command line.
    Cli {
        about: "Kod intervjuer uten nett: les, kod, bygg temaer, og mist aldri en koding. Uten en kommando åpnes vinduet.",
            "Code interviews offline: read, code, build themes, and never lose a coding. Without a command the window opens.";
        language: "Språket det svares på", "The language of the answers";
        dir: "Mappen studien ligger i", "The folder the study is in";
        json: "Svar som JSON", "Answer as JSON";
        coder: "Hvem som koder", "Who codes";

        new_about: "Lag en ny studie", "Make a new study";
        new_dir: "Mappen studien skal ligge i; den lages om den mangler", "The folder for the study; made if it is missing";
        new_from: "En studie fra et annet program (.qdpx), som den nye lages av", "A project from another program (.qdpx) that the study is made of";
        new_template: "Fem temaer med kategorier, eller en tom kodebok", "Five themes with categories, or an empty codebook";
        new_name: "Navnet på studien; ellers mappens navn", "The name of the study; otherwise that of the folder";
        made: "Laget studien «{name}» i {dir}.", "Made the study “{name}” in {dir}.";

        sample_about: "Lag en egen kopi av prøvestudien, og si hvor den ligger", "Make a copy of the sample study, and say where it lies";
        sample_dir: "Mappen kopien skal ligge i; ellers der nye studier havner", "The folder to put the copy in; otherwise where new studies go";

        generate_about: "Lag en oppdiktet studie å prøve ting på; samme frø gir de samme filene", "Make up a study to try things on; the same seed gives the same files";
        generate_size: "Hvor stor: small (7 intervjuer), large (100), huge (300, 200 000 kodinger) eller million (én tekst på en million ord)", "How large: small (7 interviews), large (100), huge (300, 200,000 codings) or million (one text of a million words)";
        generate_seed: "Tallet som tilfeldighetene følger av", "The number that chance follows from";
        generate_texts: "Så mange intervjuer i stedet", "So many interviews instead";
        generate_words: "Så mange ord i hvert av dem", "So many words in each of them";
        generate_codings: "Så mange kodinger", "So many codings";
        generate_codes: "Så mange koder", "So many codes";
        generate_coders: "Så mange som koder, hver med sin logg", "So many people who code, each with a log of their own";

        import_about: "Importer intervjuer ({kinds})", "Import interviews ({kinds})";
        import_files: "Filene som skal importeres; av en mappe tas alle som kan leses, også i mappene under", "The files to import; of a folder all that can be read, also in the folders below";
        import_encoding: "Hvordan bokstavene er skrevet, som windows-1252; ellers finnes det ut", "How the letters are written, as windows-1252; otherwise it is found out";
        import_speakers: "Om navn og tider skal kjennes igjen (found) eller bli stående i teksten (kept)", "Whether names and times are recognised (found) or stay in the text (kept)";
        import_keep_original: "Ta vare på filene i studien slik de er", "Keep the files in the study as they are";
        import_case: "I en tabell: kolonnen som sier hvem som svarer", "In a table: the column that says who answers";
        import_text: "I en tabell: en kolonne med svar som skal kodes (kan gjentas)", "In a table: a column with answers to code (may be repeated)";
        import_attribute: "I en tabell: en kolonne som blir en egenskap ved informantene (kan gjentas)", "In a table: a column that becomes an attribute of the cases (may be repeated)";
        bad_encoding: "«{name}» er ikke en tegnkoding som Kodebok kjenner. Velg {names}.", "“{name}” is not an encoding that Kodebok knows. Choose {names}.";
        no_column: "«{file}» har ingen kolonne «{name}». Den har {columns}.", "“{file}” has no column “{name}”. It has {columns}.";
        imported: "Importerte «{title}»: {words}, {turns}.", "Imported “{title}”: {words}, {turns}.";
        imported_table: "Importerte «{file}»: {cases}.", "Imported “{file}”: {cases}.";
        cases_one: "{n} informant", "{n} case";
        cases: "{n} informanter", "{n} cases";
        words_one: "{n} ord", "{n} word";
        words: "{n} ord", "{n} words";
        turns_one: "{n} replikk", "{n} turn";
        turns: "{n} replikker", "{n} turns";
        known: "«{title}» er i studien allerede.", "“{title}” is in the study already.";

        code_about: "Sett en kode på ordene i et intervju", "Apply a code to words of an interview";
        code_source: "Tittelen på kilden", "The title of the source";
        code_span: "Hvilke tegn, som 120..184, regnet fra 0 og uten det siste", "Which characters, as 120..184, from 0 and without the last";
        code_path: "Koden, med banen fra toppen («tema > kategori > kode») eller bare navnet", "The code, by its path from the top (“theme > category > code”) or by its name alone";
        code_create: "Lag koden om den ikke finnes", "Make the code if it is not there";
        code_lines: "Les det som skal kodes, fra standard inn: en linje for hver koding, med tittel, utsnitt og kode skilt av tabulator. Hver linje besvares når den er lagret", "Read what to code from standard input: a line for each coding, with title, span and code divided by tabs. Each line is answered once it is saved";
        bad_line: "Linjen skal ha tittel, utsnitt og kode, skilt av tabulator.", "The line must have title, span and code, divided by tabs.";
        line_failed: "Linje {n}: {why}", "Line {n}: {why}";
        coded: "Satte «{code}» på «{words}».", "Applied “{code}” to “{words}”.";
        coded_before: "«{code}» står på disse ordene fra før.", "“{code}” is on these words already.";
        no_source: "Det er ingen kilde med tittelen «{title}». Studien har {titles}.",
            "There is no source with the title “{title}”. The study has {titles}.";
        no_sources: "ingen kilder ennå", "no sources yet";
        no_code: "Det er ingen kode «{path}». Skriv hele banen, som «tema > kategori > kode», eller legg til --create.",
            "There is no code “{path}”. Write the whole path, as “theme > category > code”, or add --create.";
        many_codes: "Flere koder heter «{path}»: {paths}. Skriv hele banen.",
            "Several codes are called “{path}”: {paths}. Write the whole path.";
        bad_span: "«{span}» er ikke et utsnitt. Skriv det som 120..184, med slutten etter starten.",
            "“{span}” is not a span. Write it as 120..184, with the end after the start.";

        export_portrait: "Figuren på stående ark", "The figure upright";
        export_landscape: "Figuren på liggende ark", "The figure on its side";
        export_agreed: "Bare det koderne er enige om, der det er kodet dobbelt", "Only what the coders have agreed on, where words were coded twice";
        export_counts: "Figuren med antall kodinger", "The figure with numbers of codings";
        export_about: "Skriv ut kodebok, kodestruktur, kodede utdrag eller kildenes tekster", "Export codebook, code structure, coded segments or the sources’ texts";
        exported_texts: "Skrev {texts} med replikker i {folder}.", "Wrote {texts} with turns to {folder}.";
        export_what: "Hva som skal ut", "What to export";
        export_out: "Filen; endelsen bestemmer formatet ({endings}). For kildenes tekster en mappe", "The file; its ending decides the format ({endings}). For the sources’ texts a folder";
        exported: "Skrev {file}.", "Wrote {file}.";

        exclude_about: "Legg til side småprat og annet som ikke skal telles, eller ta det med igjen", "Set aside small talk and what else shall not count, or take it back in";
        exclude_turn: "Replikken med dette nummeret, regnet fra 1", "The turn of this number, from 1";
        exclude_speaker: "Alt denne taleren sier", "All that this speaker says";
        exclude_words: "Det første stedet der disse ordene står", "The first place where these words stand";
        exclude_from: "Fra dette tegnet, regnet fra 0", "From this character, from 0";
        exclude_to: "Til dette tegnet, som ikke er med", "Up to this character, which is not included";
        exclude_small_talk: "Det som ligner småprat i begynnelsen og slutten", "What looks like small talk at the beginning and the end";
        exclude_reason: "Hvorfor", "Why";
        exclude_include: "Ta med igjen i stedet for å legge til side", "Take back in instead of setting aside";
        exclude_list: "List opp det som er lagt til side", "List what is set aside";
        excluded: "La {words} til side.", "Set {words} aside.";
        included: "Tok med igjen {words}.", "Took {words} back in.";
        no_speaker: "Det er ingen taler «{name}» her. Talerne er {names}.", "There is no speaker “{name}” here. The speakers are {names}.";
        no_words: "«{words}» står ikke der i «{title}».", "“{words}” does not stand there in “{title}”.";
        no_turn: "Det er ingen replikk {n} i «{title}», som har {turns}.", "There is no turn {n} in “{title}”, which has {turns}.";

        edit_about: "Rett en tekst, replikkene i den og hvem som sier dem; kodingene blir stående på ordene sine", "Correct a text, its turns and who says them; the codings stay on their words";
        edit_replace: "Ordene som skal rettes", "The words to correct";
        edit_with: "Det som skal stå i stedet", "What is to stand there instead";
        edit_all_sources: "I alle kilder", "In all sources";
        edit_regex: "Les ordene som et regulært uttrykk; $1 er det den første parentesen fant", "Read the words as a regular expression; $1 is what the first group found";
        edit_whole_word: "Bare hele ord", "Whole words only";
        edit_match_case: "Skill mellom store og små bokstaver", "Match case";
        edit_excluded: "Rett også det som er lagt til side", "Correct what is set aside as well";
        edit_dry_run: "Vis bare treffene", "Only show the hits";
        edit_turn: "Replikken med dette nummeret, regnet fra 1", "The turn of this number, from 1";
        edit_speaker: "Hvem som sier den; et nytt navn blir en ny taler", "Who says it; a new name becomes a new speaker";
        edit_join: "Slå replikken sammen med den foran", "Join the turn with the one before it";
        edit_split: "La en ny replikk begynne ved disse ordene i den", "Let a new turn begin at these words of it";
        edit_nothing: "Si hva som skal skje med replikken: --speaker, --join eller --split.", "Say what is to happen to the turn: --speaker, --join or --split.";
        nothing_changed: "Det er slik allerede.", "It is so already.";
        replaced: "Rettet {places}.", "Corrected {places}.";
        places_one: "{n} sted", "{n} place";
        places: "{n} steder", "{n} places";
        more_hits: "Det er flere treff enn {n}. Kjør kommandoen en gang til for å rette resten.", "There are more hits than {n}. Run the command again to correct the rest.";

        history_about: "Vis alt som er gjort, det nyeste først", "Show all that was done, the newest first";
        history_limit: "Bare så mange", "Only so many";
        taken_back: "(angret)", "(taken back)";

        check_about: "Kontroller hver linje, hver tekst og alt som skal stemme", "Check every line, every text and all that must hold";
        check_restore: "Hent først tilbake det som mangler fra sikkerhetskopiene på denne maskinen", "First restore what is missing from the backups on this machine";
        in_backup_one: "Sikkerhetskopiene på denne maskinen har {n} linje som mangler i studien. Legg til --restore for å hente den tilbake.", "The backups on this machine hold {n} line that the study lacks. Add --restore to bring it back.";
        in_backup: "Sikkerhetskopiene på denne maskinen har {n} linjer som mangler i studien. Legg til --restore for å hente dem tilbake.", "The backups on this machine hold {n} lines that the study lacks. Add --restore to bring them back.";
        restored_one: "Hentet tilbake {n} linje.", "Restored {n} line.";
        restored: "Hentet tilbake {n} linjer.", "Restored {n} lines.";
        checked: "Alt stemmer: {lines} i {logs}, {texts}, {codings}.", "All is well: {lines} in {logs}, {texts}, {codings}.";
        checked_bad_one: "Én ting stemmer ikke:", "One thing is not as it should be:";
        checked_bad: "{n} ting stemmer ikke:", "{n} things are not as they should be:";
        lines_one: "{n} linje", "{n} line";
        lines: "{n} linjer", "{n} lines";
        logs_one: "{n} logg", "{n} log";
        logs: "{n} logger", "{n} logs";
        texts_one: "{n} tekst", "{n} text";
        texts: "{n} tekster", "{n} texts";
        codings_one: "{n} koding", "{n} coding";
        codings: "{n} kodinger", "{n} codings";
    }
}
