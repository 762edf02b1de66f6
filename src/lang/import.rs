//! What is said when a file cannot be read, or not wholly.

use super::phrases;

phrases! {
    /// What is said when a file cannot be read, or not wholly.
    Import {
        empty: "Det er ingen ord i «{file}». Kontroller at det er riktig fil.",
            "There are no words in “{file}”. Check that it is the right file.";
        binary: "«{file}» er ikke en tekstfil. Lagre intervjuet som docx eller txt, og hent inn den filen.",
            "“{file}” is not a text file. Save the interview as docx or txt, and import that file.";
        password: "«{file}» er låst med passord. Åpne den i Word, fjern passordet, lagre en kopi, og hent inn kopien.",
            "“{file}” is locked with a password. Open it in Word, remove the password, save a copy, and import the copy.";
        too_large: "«{file}» er større enn grensen på {limit}. Del den i flere filer, og hent inn hver for seg.",
            "“{file}” is larger than the limit of {limit}. Divide it into several files, and import each.";
        too_many_parts: "«{file}» har flere deler enn grensen på {limit}. Lagre den på nytt i Word, eller som txt.",
            "“{file}” has more parts than the limit of {limit}. Save it anew in Word, or as txt.";
        damaged: "«{file}» er skadet og kan ikke leses. Hent originalen på nytt, eller åpne den i et annet program og lagre den som docx eller txt.",
            "“{file}” is damaged and cannot be read. Fetch the original again, or open it in another program and save it as docx or txt.";
        pdf: "«{file}» er en PDF, og det kan ikke leses ennå. Åpne den i Word, og lagre den som docx eller txt.",
            "“{file}” is a PDF, which cannot be read yet. Open it in Word, and save it as docx or txt.";
        rtf: "«{file}» er i rikt tekstformat (RTF), og det kan ikke leses ennå. Åpne den i Word, og lagre den som docx eller txt.",
            "“{file}” is in Rich Text Format, which cannot be read yet. Open it in Word, and save it as docx or txt.";
        odt: "«{file}» er et OpenDocument, og det kan ikke leses ennå. Åpne den i LibreOffice, og lagre den som docx eller txt.",
            "“{file}” is an OpenDocument text, which cannot be read yet. Open it in LibreOffice, and save it as docx or txt.";
        old_word: "«{file}» er et Word-dokument i det gamle formatet. Åpne den i Word, og lagre den som docx.",
            "“{file}” is a Word document in the old format. Open it in Word, and save it as docx.";
        spreadsheet: "«{file}» er et regneark, og det kan ikke leses som kilde. Kopier teksten til et dokument, og lagre det som docx eller txt.",
            "“{file}” is a spreadsheet, which cannot be read as a source. Copy the text to a document, and save that as docx or txt.";
        recording: "«{file}» er et opptak. Kodebok leser avskriften: hent inn tekstfilen (vtt eller docx) som hører til.",
            "“{file}” is a recording. Kodebok reads the transcript: import the text file (vtt or docx) that belongs to it.";
        other: "Kodebok kan ikke lese «{file}». Den leser {kinds}. Lagre filen som en av disse.",
            "Kodebok cannot read “{file}”. It reads {kinds}. Save the file as one of these.";
        and: "og", "and";

        encoding: "«{file}» sier ikke hvordan bokstavene er skrevet. Den er lest som {name}; kontroller at æ, ø og å er riktige.",
            "“{file}” does not say how its letters are written. It was read as {name}; check that letters such as é and ø are right.";
        bad_characters_one: "Ett tegn i «{file}» er ødelagt og står som �.",
            "One character in “{file}” is broken and stands as �.";
        bad_characters: "{n} tegn i «{file}» er ødelagt og står som �.",
            "{n} characters in “{file}” are broken and stand as �.";
        hidden_one: "Ett usynlig tegn i «{file}» er tatt bort.", "One invisible character in “{file}” was taken out.";
        hidden: "{n} usynlige tegn i «{file}» er tatt bort.", "{n} invisible characters in “{file}” were taken out.";
        deleted_one: "Ett sted i «{file}» er slettet med sporing; de slettede ordene er ikke med.",
            "One passage in “{file}” was deleted with changes tracked; the deleted words are left out.";
        deleted: "{n} steder i «{file}» er slettet med sporing; de slettede ordene er ikke med.",
            "{n} passages in “{file}” were deleted with changes tracked; the deleted words are left out.";
        pictures_one: "Ett bilde i «{file}» er ikke med.", "One picture in “{file}” is left out.";
        pictures: "{n} bilder i «{file}» er ikke med.", "{n} pictures in “{file}” are left out.";
        notes_one: "Én fotnote i «{file}» er ikke med. Flytt den inn i teksten om den trengs.",
            "One footnote in “{file}” is left out. Move it into the text if it is needed.";
        notes: "{n} fotnoter i «{file}» er ikke med. Flytt dem inn i teksten om de trengs.",
            "{n} footnotes in “{file}” are left out. Move them into the text if they are needed.";
        comments_one: "Én kommentar i margen av «{file}» er ikke med.", "One comment in the margin of “{file}” is left out.";
        comments: "{n} kommentarer i margen av «{file}» er ikke med.", "{n} comments in the margin of “{file}” are left out.";
        tables_one: "Én tabell i «{file}» er blitt til linjer med tabulator mellom cellene.",
            "One table in “{file}” became lines with tabs between the cells.";
        tables: "{n} tabeller i «{file}» er blitt til linjer med tabulator mellom cellene.",
            "{n} tables in “{file}” became lines with tabs between the cells.";
        symbols_one: "Ett tegn fra en symbolskrift i «{file}» er ikke med.",
            "One sign from a symbol font in “{file}” is left out.";
        symbols: "{n} tegn fra symbolskrifter i «{file}» er ikke med.",
            "{n} signs from symbol fonts in “{file}” are left out.";
        embedded_one: "Ett dokument som ligger inni «{file}», er ikke med.",
            "One document embedded in “{file}” is left out.";
        embedded: "{n} dokumenter som ligger inni «{file}», er ikke med.",
            "{n} documents embedded in “{file}” are left out.";
        values_one: "Én verdi i «{file}» passer ikke til spalten og er ikke med: {samples}. Velg tekst for spalten om den trengs.",
            "One value in “{file}” does not fit its column and is left out: {samples}. Choose text for the column if it is needed.";
        values: "{n} verdier i «{file}» passer ikke til spalten og er ikke med, som {samples}. Velg tekst for spalten om de trengs.",
            "{n} values in “{file}” do not fit their columns and are left out, such as {samples}. Choose text for the column if they are needed.";
        quoted: "«{words}»", "“{words}”";
        bad_times_one: "Én tid i «{file}» kan ikke leses; ordene er med, uten tid.",
            "One time in “{file}” cannot be read; its words are kept, without a time.";
        bad_times: "{n} tider i «{file}» kan ikke leses; ordene er med, uten tid.",
            "{n} times in “{file}” cannot be read; their words are kept, without a time.";
    }
}
