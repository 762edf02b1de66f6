//! Words for what goes wrong on the disk, and for how far the work is from being safe.

use super::phrases;

phrases! {
    /// Words for what goes wrong on the disk.
    StoreWords {
        create_project: "Studien kunne ikke opprettes.", "The project could not be created.";
        open_project: "Studien kunne ikke åpnes.", "The project could not be opened.";
        read_log: "En logg kunne ikke leses.", "A log could not be read.";
        write_log: "Arbeidet kunne ikke skrives til loggen.", "The work could not be written to the log.";
        sync_log: "Arbeidet kom ikke trygt ned på disken.", "The work did not get safely onto the disk.";
        read_text: "Teksten til en kilde kunne ikke leses.", "The text of a source could not be read.";
        write_text: "Teksten til en kilde kunne ikke lagres.", "The text of a source could not be saved.";
        keep_original: "Originalfilen kunne ikke tas vare på.", "The original file could not be kept.";
        read_local: "Innstillingene kunne ikke leses.", "The settings could not be read.";
        write_local: "Innstillingene kunne ikke lagres.", "The settings could not be saved.";
        read_file: "Filen kunne ikke leses.", "The file could not be read.";
        write_file: "Filen kunne ikke lagres.", "The file could not be saved.";
        erase: "Noe som er slettet for godt, kunne ikke fjernes fra disken. Kodebok prøver igjen neste gang studien åpnes.",
            "Something that was erased for good could not be removed from the disk. Kodebok tries again the next time the study is opened.";

        disk_full: "Disken er full. Frigjør plass; ingenting går tapt så lenge Kodebok er åpen.",
            "The disk is full. Free some space; nothing is lost as long as Kodebok stays open.";
        no_permission: "Du har ikke lov til å skrive eller lese her. Endre rettighetene til mappen, eller kopier studien til en mappe som er din.",
            "You are not allowed to write or read here. Change the permissions of the folder, or copy the project to a folder of your own.";
        read_only: "Mappen kan bare leses. Kopier studien til en mappe du kan skrive i for å lagre endringer.",
            "The folder is read-only. Copy the project to a folder you can write to in order to save changes.";
        not_found: "Filen eller mappen finnes ikke lenger. Sjekk at disken eller nettverksmappen er tilkoblet.",
            "The file or folder is no longer there. Check that the disk or network folder is connected.";
        already_exists: "Det ligger noe annet der fra før.", "Something else lies there already.";
        other_cause: "Maskinen svarte: {cause}. Sjekk at disken eller nettverksmappen er tilkoblet, og prøv igjen.",
            "The machine answered: {cause}. Check that the disk or network folder is connected, and try again.";

        not_a_project: "Mappen er ikke en Kodebok-studie. Velg mappen der filen kodebok.json ligger.",
            "The folder is not a Kodebok project. Choose the folder that holds the file kodebok.json.";
        damaged_manifest: "Filen som viser at mappen er en studie, er skadet, men arbeidet ligger i mappen logs. Hent tilbake kodebok.json fra en sikkerhetskopi eller fra en som har en kopi av studien.",
            "The project file is damaged, but the work lies in the folder logs. Restore kodebok.json from a backup or from someone who has a copy of the project.";
        newer_format: "Studien er laget med en nyere versjon av Kodebok. Oppdater Kodebok for å åpne den.",
            "The project was made with a newer version of Kodebok. Update Kodebok to open it.";
        project_is_here: "Det ligger en studie her fra før. Åpne den, eller velg en annen mappe.",
            "There is a project here already. Open it, or choose another folder.";
        folder_not_empty: "Mappen er ikke tom. Velg en tom mappe, eller et nytt navn.",
            "The folder is not empty. Choose an empty folder, or a new name.";
        too_large_to_import: "Filen er større enn {limit} MB og er ikke importert. Er den et opptak, så importer avskriften; ellers del den i flere filer.",
            "The file is larger than {limit} MB and was not imported. If it is a recording, import its transcript; otherwise divide it into several files.";
        too_large: "Filen er for stor til å være en logg og er ikke lest.",
            "The file is too large to be a log and was not read.";

        damaged_original: "Originalfilen er skadet, eller ikke ferdig synkronisert. Vent til synkroniseringen er ferdig, eller hent filen fra en sikkerhetskopi.",
            "The original file is damaged, or not wholly synchronised yet. Wait until it is, or fetch the file from a backup.";

        saved: "Lagret", "Saved";
        saving_one: "Lagrer 1 endring …", "Saving 1 change …";
        saving_many: "Lagrer {n} endringer …", "Saving {n} changes …";
        not_saved_one: "Ikke lagret: 1 endring.", "Not saved: 1 change.";
        not_saved_many: "Ikke lagret: {n} endringer.", "Not saved: {n} changes.";
        trying_again: "Kodebok prøver igjen av seg selv.", "Kodebok tries again by itself.";

        bad_line: "Linje {line} i en logg kan ikke leses ({why}); resten teller. Finnes linjen i en sikkerhetskopi, kan den kopien legges i mappen logs.",
            "Line {line} of a log cannot be read ({why}); the rest counts. If a backup holds the line, that copy can be put into the folder logs.";
        more_bad_lines_one: "En linje til i samme fil kan ikke leses.", "One more line of the same file cannot be read.";
        more_bad_lines_many: "I samme fil kan {n} linjer til ikke leses.", "In the same file, {n} more lines cannot be read.";
        line_too_long: "den er for lang", "it is too long";
        line_no_hash: "den er ikke hel, eller ikke fra Kodebok", "it is not whole, or not from Kodebok";
        line_wrong_hash: "den er endret etter at den ble skrevet", "it was changed after it was written";
        line_wrong_text: "ordene i den er endret etter at de ble skrevet", "its words were changed after they were written";
        line_senseless: "den gir ingen mening", "it makes no sense";
        text_missing: "Teksten til {title} er ikke her. Vent til synkroniseringen er ferdig, eller importer filen på nytt.",
            "The text of {title} is not here. Wait until the sync is done, or import the file again.";
        text_damaged: "Teksten til {title} er endret eller skadet og vises ikke. Importer den opprinnelige filen på nytt; kodingene er trygge.",
            "The text of {title} was changed or damaged and is not shown. Import the original file again; the codings are safe.";
        titled: "«{title}»", "“{title}”";
        untitled: "en kilde uten tittel", "an untitled source";
        log_shorter: "En logg som hadde {had} linjer sist, har nå {has}. Vent til synkroniseringen er ferdig, eller hent den tilbake fra en sikkerhetskopi. Logg {log}",
            "A log that had {had} lines last time now has {has}. Wait until the sync is done, or restore it from a backup. Log {log}";
        coding_outside: "En koding i {title} ligger utenfor teksten og vises ikke.",
            "A coding in {title} lies outside the text and is not shown.";
        coding_loose: "En koding hører til en kode eller kilde som ikke finnes. Koding {coding}",
            "A coding belongs to a code or source that does not exist. Coding {coding}";
        file_of_nobody: "Ingen kilde i studien kommer fra denne originalfilen, og den kan inneholde navn. Vent til synkroniseringen er ferdig, og åpne studien én gang. Ligger filen der fortsatt, så ta vare på en kopi et annet sted om du trenger den, og slett den.",
            "No source of the project comes from this original file, and it may hold names. Wait until the sync is done, and open the project once. If the file still lies there, keep a copy elsewhere if you need one, and delete it.";
        parent_missing: "Koden «{name}» ligger under en kode som ikke finnes.",
            "The code “{name}” stands under one that does not exist.";
    }
}
