//! What in the journals cannot be taken up.

use super::phrases;

phrases! {
    /// What in the journals cannot be taken up.
    ProblemWords {
        unknown_kinds: "Loggen {log} sier på linje {line} noe denne versjonen ikke kjenner ({kinds}). Det er tatt vare på; en nyere Kodebok kan lese det.", "Log {log} says something on line {line} that this version does not know ({kinds}). It is kept; a newer Kodebok can read it.";
        later_format: "Linje {line} i loggen {log} er skrevet av en nyere Kodebok. Den er tatt vare på; oppdater programmet for å lese den.", "Line {line} of log {log} was written by a newer Kodebok. It is kept; update the program to read it.";
        gap_one: "Linje {from} mangler i loggen {log}. Den er kanskje ikke synkronisert ennå.", "Line {from} is missing from log {log}. It may not have been synchronised yet.";
        gap_many: "Linje {from}–{to} mangler i loggen {log}. De er kanskje ikke synkronisert ennå.", "Lines {from}–{to} are missing from log {log}. They may not have been synchronised yet.";
        unfinished: "En handling på flere linjer i loggen {log}, fra linje {line}, er ikke hel: {n} av {of} linjer er her. Ingen av dem teller før resten er synkronisert; ble programmet avbrutt midt i handlingen, kommer det ikke mer.", "An action of several lines in log {log}, from line {line}, is not whole: {n} of {of} lines are here. None of them counts until the rest is synchronised; if the program was cut off in the middle of it, nothing more will come.";
        fork: "Loggen {log} har {n} utgaver av linje {line}, som etter at en sikkerhetskopi ble lagt tilbake. Alle teller med.", "Log {log} has {n} versions of line {line}, as after a backup was restored. All of them count.";
        torn: "Linje {line} i loggen {log} henger ikke sammen med linjen før. Noen kan ha endret filen.", "Line {line} of log {log} does not follow the line before it. Someone may have changed the file.";
        clock_ahead: "Klokken på maskinen bak loggen {log} går {hours} timer for fort. Still den, ellers teller alt derfra som nyest.", "The clock of the machine behind log {log} is {hours} hours ahead. Set it right, or all it says counts as the latest.";
        other_project: "Loggen {log} hører til en annen studie. Flytt den ut av mappen.", "Log {log} belongs to another project. Move it out of the folder.";
        too_many_codes: "{n} koder er flere enn en studie kan ha, og vises ikke.", "{n} codes are more than a project can have, and are not shown.";
        without_code_one: "{n} koding venter på koden sin, som ikke er kommet ennå.", "{n} coding waits for its code, which has not arrived yet.";
        without_code_many: "{n} kodinger venter på koden sin, som ikke er kommet ennå.", "{n} codings wait for their code, which has not arrived yet.";
        without_source_one: "{n} koding venter på kilden sin, som ikke er kommet ennå.", "{n} coding waits for its source, which has not arrived yet.";
        without_source_many: "{n} kodinger venter på kilden sin, som ikke er kommet ennå.", "{n} codings wait for their source, which has not arrived yet.";
        outside_text_one: "{n} koding ligger utenfor teksten den hører til.", "{n} coding lies outside the text it belongs to.";
        outside_text_many: "{n} kodinger ligger utenfor teksten de hører til.", "{n} codings lie outside the text they belong to.";
        corrections_one: "Én rettelse gjelder ord som ikke er kommet fram ennå. Den tas med så snart resten er synkronisert.", "One correction is about words that have not arrived yet. It is taken up as soon as the rest is synchronised.";
        corrections_many: "{n} rettelser gjelder ord som ikke er kommet fram ennå. De tas med så snart resten er synkronisert.", "{n} corrections are about words that have not arrived yet. They are taken up as soon as the rest is synchronised.";
    }
}
