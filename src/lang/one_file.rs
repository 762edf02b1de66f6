//! Words for a study in one file, and for what a merge has brought.

use super::phrases;

phrases! {
    /// Words for a study in one file, and for what a merge has brought.
    OneFileWords {
        in_memory: "Studien ligger ikke i en mappe ennå.", "The study does not lie in a folder yet.";
        not_one: "Filen er ikke en studie i én fil. En slik fil ender på .kodebok og lages med «Lagre som én fil».", "The file is not a study in one file. Such a file ends in .kodebok and is made with “Save as one file”.";
        locked: "Filen åpnes bare med passfrasen den ble laget med.", "The file only opens with the passphrase it was made with.";
        wrong: "Passfrasen åpner ikke filen. Prøv igjen, eller spør den som laget filen.", "The passphrase does not open the file. Try again, or ask whoever made the file.";
        short: "Passfrasen må ha minst {n} tegn.", "The passphrase needs at least {n} characters.";
        differ: "De to passfrasene er ikke like.", "The two passphrases are not the same.";
        other_study: "Dette er en annen studie enn den du har åpen, så de kan ikke slås sammen. Åpne den for seg selv.", "This is another study than the one you have open, so they cannot be merged. Open it by itself.";
        too_large: "Studien er større enn {limit} MB og får ikke plass i én fil. Del mappen slik den er, i en synkronisert mappe eller på en minnepinne.", "The study is larger than {limit} MB and does not fit into one file. Share the folder as it is, in a synchronised folder or on a memory stick.";
        too_many: "Studien har flere enn {limit} filer og får ikke plass i én fil. Del mappen slik den er, i en synkronisert mappe eller på en minnepinne.", "The study has more than {limit} files and does not fit into one file. Share the folder as it is, in a synchronised folder or on a memory stick.";

        merged: "Slått sammen med «{name}»", "Merged with “{name}”";
        opened: "Åpnet «{name}»", "Opened “{name}”";
        lies_in: "Studien ligger i {dir}.", "The study lies in {dir}.";
        all_known: "Alt i kopien var her fra før.", "All of the copy was here already.";
        came: "Kom til: {what}.", "New: {what}.";
        nothing_seen: "Det som kom, endrer ikke hva som er kodet: {lines} i loggen.", "What came does not change what is coded: {lines} in the log.";
        by: "{codings} ({who})", "{codings} ({who})";
        codings_one: "{n} koding", "{n} coding";
        codings: "{n} kodinger", "{n} codings";
        codes_one: "{n} kode", "{n} code";
        codes: "{n} koder", "{n} codes";
        sources_one: "{n} kilde", "{n} source";
        sources: "{n} kilder", "{n} sources";
        cases_one: "{n} informant", "{n} case";
        cases: "{n} informanter", "{n} cases";
        memos_one: "{n} notat", "{n} memo";
        memos: "{n} notater", "{n} memos";
        lines_one: "{n} ny linje", "{n} new line";
        lines: "{n} nye linjer", "{n} new lines";
        taken_away_one: "{n} koding er ikke lenger med, fordi noen har fjernet den, koden eller kilden. Den kan hentes tilbake fra historikken.", "{n} coding is no longer there, since somebody has removed it, its code or its source. It can be brought back from the history.";
        taken_away: "{n} kodinger er ikke lenger med, fordi noen har fjernet dem, koden eller kilden. De kan hentes tilbake fra historikken.", "{n} codings are no longer there, since somebody has removed them, their code or their source. They can be brought back from the history.";
        nothing_lost: "Ingenting er mistet. Det begge hadde fra før, står ikke dobbelt.", "Nothing is lost. What both had before is not there twice.";
        unreadable_one: "{n} linje i kopien er skadet og kan ikke leses. Den er tatt med som den står, og teller ikke.", "{n} line of the copy is damaged and cannot be read. It was taken along as it stands, and does not count.";
        unreadable: "{n} linjer i kopien er skadet og kan ikke leses. De er tatt med som de står, og teller ikke.", "{n} lines of the copy are damaged and cannot be read. They were taken along as they stand, and do not count.";
        texts_missing_one: "Teksten til {n} kilde var ikke med i kopien. Be om en ny, eller slå sammen med en som har den.", "The text of {n} source was not in the copy. Ask for a new one, or merge with one that has it.";
        texts_missing: "Teksten til {n} kilder var ikke med i kopien. Be om en ny, eller slå sammen med en som har dem.", "The texts of {n} sources were not in the copy. Ask for a new one, or merge with one that has them.";
        notices_one: "{n} ting ble gjort samtidig på to steder, og står under «Å se på» i historikken.", "{n} thing was done at the same time in two places, and is under “To look at” in the history.";
        notices: "{n} ting ble gjort samtidig på to steder, og står under «Å se på» i historikken.", "{n} things were done at the same time in two places, and are under “To look at” in the history.";
        not_a_gesture: "Det andre har gjort, kan bare de selv angre. Alt står i historikken under den som gjorde det.", "What others have done only they can undo. All of it is in the history under whoever did it.";

        save: "Lagre som én fil", "Save as one file";
        save_hint: "Hele studien i én fil som du kan sende eller ta med deg. Den som har studien fra før, kan slå den sammen med sin.", "The whole study in one file that you can send or carry. Whoever has the study already can merge it with theirs.";
        passphrase: "Passfrase (valgfritt)", "Passphrase (optional)";
        passphrase_again: "Passfrasen en gang til", "The passphrase once more";
        passphrase_hint: "Uten passfrase kan alle som får filen, lese intervjuene. Send ikke passfrasen i samme e-post som filen. Er den glemt, kan ingen åpne filen.", "Without a passphrase anybody who gets the file can read the interviews. Do not send the passphrase in the same e-mail as the file. If it is forgotten nobody can open the file.";
        passphrase_needed: "Passfrase", "Passphrase";
        choose_place: "Velg hvor…", "Choose where…";
        to_open: "Passfrasen til {file}", "The passphrase of {file}";
        open: "Åpne", "Open";
        packing: "Lagrer som én fil", "Saving as one file";
        unpacking: "Åpner filen", "Opening the file";
        restoring: "Henter tilbake fra sikkerhetskopien", "Restoring from the backup";
        restore: "Hent tilbake", "Restore";
        restore_named: "Hent tilbake det som mangler, fra sikkerhetskopien på denne maskinen", "Restore what is missing from the backup on this machine";
        restored_one: "Hentet tilbake {n} linje i loggen fra sikkerhetskopien.", "Restored {n} line of the log from the backup.";
        restored: "Hentet tilbake {n} linjer i loggen fra sikkerhetskopien.", "Restored {n} lines of the log from the backup.";
        nothing_to_restore: "Sikkerhetskopien på denne maskinen har ikke det som mangler. Spør de andre i studien, eller vent til mappen er synkronisert.", "The backup on this machine does not have what is missing. Ask the others in the study, or wait until the folder is synchronised.";
        merging: "Slår sammen", "Merging";
        path_to_open: "Velg studien i én fil (.kodebok, eller .qdpx fra et annet program)", "Choose the study in one file (.kodebok, or .qdpx from another program)";
        path_to_merge: "Velg mappen med den andre kopien av studien", "Choose the folder with the other copy of the study";
        path_of_new: "Velg mappen studien skal legges i", "Choose the folder to put the study in";
        path_of_one: "Lagre studien som én fil", "Save the study as one file";

        cli_pack_about: "Lagre hele studien som én fil", "Save the whole study as one file";
        cli_pack_file: "Filen, som helst ender på .kodebok", "The file, best ending in .kodebok";
        cli_passphrase: "En fil med passfrasen på første linje", "A file with the passphrase on its first line";
        cli_merge_about: "Slå studien sammen med en kopi av den; mangler den, lages den av kopien", "Merge the study with a copy of it; where it is missing it is made of the copy";
        cli_other: "Kopien: en mappe, eller en fil laget med «pack»", "The copy: a folder, or a file made with “pack”";
        cli_packed: "Lagret studien som {file}.", "Saved the study as {file}.";
    }
}
