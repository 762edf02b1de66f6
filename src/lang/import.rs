//! What is said when a file cannot be read, or not wholly.

use super::phrases;

phrases! {
    /// What is said when a file cannot be read, or not wholly.
    Import {
        empty: "Det er ingen ord i «{file}». Kontroller at det er riktig fil.",
            "There are no words in “{file}”. Check that it is the right file.";
        binary: "«{file}» er ikke en tekstfil. Lagre intervjuet som docx eller txt, og importer den filen.",
            "“{file}” is not a text file. Save the interview as docx or txt, and import that file.";
        password: "«{file}» er låst med passord. Åpne den i Word, fjern passordet, lagre en kopi, og importer kopien.",
            "“{file}” is locked with a password. Open it in Word, remove the password, save a copy, and import the copy.";
        too_large: "«{file}» er større enn grensen på {limit}. Del den i flere filer, og importer hver for seg.",
            "“{file}” is larger than the limit of {limit}. Divide it into several files, and import each.";
        too_many_parts: "«{file}» har flere deler enn grensen på {limit}. Lagre den på nytt i Word, eller som txt.",
            "“{file}” has more parts than the limit of {limit}. Save it anew in Word, or as txt.";
        scanned: "Det er ingen bokstaver i «{file}»: sidene er trolig skannet. Kjør den gjennom et program for tekstgjenkjenning (OCR), og importer resultatet.",
            "There are no letters in “{file}”: it is probably scanned. Run it through a program for text recognition (OCR), and import the result.";
        too_hard: "«{file}» lot seg ikke lese innenfor grensene for tid og minne. Åpne den i et annet program, lagre den på nytt (tekst som docx, tabeller som csv), og importer den filen.",
            "“{file}” could not be read within the limits of time and memory. Open it in another program, save it anew (text as docx, tables as csv), and import that file.";
        too_many_rows: "«{file}» har flere rader enn grensen på {limit}. Del tabellen i flere filer, og importer hver for seg.",
            "“{file}” has more rows than the limit of {limit}. Divide the table into several files, and import each.";
        too_many_columns: "«{file}» har flere kolonner enn grensen på {limit}. Ta bort dem som ikke trengs, og importer den på nytt.",
            "“{file}” has more columns than the limit of {limit}. Remove those that are not needed, and import it again.";
        too_many_pages: "«{file}» har flere sider enn grensen på {limit}. Del den i flere filer, og importer hver for seg.",
            "“{file}” has more pages than the limit of {limit}. Divide it into several files, and import each.";
        cell_too_long: "En celle i «{file}» er lengre enn grensen på {limit} tegn. Er det et helt intervju, så lagre det som en egen fil.",
            "A cell in “{file}” is longer than the limit of {limit} characters. If it is a whole interview, save it as a file of its own.";
        too_deep: "«{file}» har mer enn {limit} lag av deler inni hverandre, og så dypt leser ikke Kodebok. Kopier teksten til et nytt dokument, og lagre det som docx eller txt.",
            "“{file}” has more than {limit} layers of parts inside each other, deeper than Kodebok reads. Copy the text to a new document, and save that as docx or txt.";
        bomb: "«{file}» pakker seg ut til mer enn {limit} ganger sin egen størrelse. Det gjør ingen vanlige dokumenter, så filen er ikke lest. Be den som laget den, om å lagre den på nytt.",
            "“{file}” unpacks to more than {limit} times its own size. No ordinary document does, so the file was not read. Ask whoever made it to save it anew.";
        bad_name: "«{file}» har deler med navn som peker ut av filen. Det har ingen vanlige dokumenter, så filen er ikke lest. Be den som laget den, om å lagre den på nytt.",
            "“{file}” has parts whose names point out of the file. No ordinary document has, so the file was not read. Ask whoever made it to save it anew.";
        entity: "«{file}» har en dokumenttype eller egne tegn i sin XML, og det er ikke trygt å lese. Åpne den i programmet den kommer fra, og lagre den som docx eller txt.",
            "“{file}” has a document type or signs of its own in its XML, which is not safe to read. Open it in the program it comes from, and save it as docx or txt.";
        damaged: "«{file}» er skadet og kan ikke leses. Hent originalen på nytt, eller åpne den i et annet program og lagre den som docx eller txt.",
            "“{file}” is damaged and cannot be read. Fetch the original again, or open it in another program and save it as docx or txt.";
        pdf: "«{file}» er egentlig en PDF. Gi den endelsen .pdf, og importer den på nytt.",
            "“{file}” is really a PDF. Give it the ending .pdf, and import it again.";
        rtf: "«{file}» er egentlig i rikt tekstformat (RTF). Gi den endelsen .rtf, og importer den på nytt.",
            "“{file}” is really in Rich Text Format. Give it the ending .rtf, and import it again.";
        odt: "«{file}» er egentlig et OpenDocument. Gi den endelsen .odt, og importer den på nytt.",
            "“{file}” is really an OpenDocument text. Give it the ending .odt, and import it again.";
        docx: "«{file}» er egentlig et Word-dokument. Gi den endelsen .docx, og importer den på nytt.",
            "“{file}” is really a Word document. Give it the ending .docx, and import it again.";
        old_word: "«{file}» er et Word-dokument i det gamle formatet. Åpne den i Word, og lagre den som docx.",
            "“{file}” is a Word document in the old format. Open it in Word, and save it as docx.";
        spreadsheet: "«{file}» er egentlig et regneark. Gi den endelsen .xlsx, og importer den på nytt.",
            "“{file}” is really a spreadsheet. Give it the ending .xlsx, and import it again.";
        recording: "«{file}» er et opptak. Kodebok leser avskriften: importer tekstfilen (vtt eller docx) som hører til.",
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
        notes_one: "Én fotnote i «{file}» står til slutt i teksten, med tegnet [1] der den hører til.",
            "One footnote in “{file}” stands at the end of the text, with the sign [1] where it belongs.";
        notes: "{n} fotnoter i «{file}» står til slutt i teksten, med tegn som [1] der de hører til.",
            "{n} footnotes in “{file}” stand at the end of the text, with signs such as [1] where they belong.";
        comments_one: "Én kommentar i margen av «{file}» er lagt i et notat om kilden.",
            "One comment in the margin of “{file}” was put into a memo about the source.";
        comments: "{n} kommentarer i margen av «{file}» er lagt i et notat om kilden.",
            "{n} comments in the margin of “{file}” were put into a memo about the source.";
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
        pages_one: "Én side i «{file}» er skadet og ikke med. Kontroller mot originalen.",
            "One page of “{file}” is damaged and left out. Check against the original.";
        pages: "{n} sider i «{file}» er skadet og ikke med. Kontroller mot originalen.",
            "{n} pages of “{file}” are damaged and left out. Check against the original.";
        sheets_one: "«{file}» har ett ark til med innhold; bare det første er lest.",
            "“{file}” has one more sheet with content; only the first was read.";
        sheets: "«{file}» har {n} ark til med innhold; bare det første er lest.",
            "“{file}” has {n} more sheets with content; only the first was read.";
        furniture_one: "Én linje i «{file}» hører ikke til selve teksten og er ikke med: {samples}.",
            "One line in “{file}” is no part of the text itself and is left out: {samples}.";
        furniture: "{n} linjer i «{file}» hører ikke til selve teksten og er ikke med, som {samples}.",
            "{n} lines in “{file}” are no part of the text itself and are left out, such as {samples}.";
        joined_one: "Ett ord som var delt ved linjeslutt i «{file}», er satt sammen: {samples}.",
            "One word divided at the end of a line in “{file}” was joined: {samples}.";
        joined: "{n} ord som var delt ved linjeslutt i «{file}», er satt sammen, som {samples}.",
            "{n} words divided at the ends of lines in “{file}” were joined, such as {samples}.";
        hyphens_one: "Ett ord ved linjeslutt i «{file}» har beholdt bindestreken: {samples}. Kontroller om den skal stå.",
            "One word at the end of a line in “{file}” has kept its hyphen: {samples}. Check whether it belongs there.";
        hyphens: "{n} ord ved linjeslutt i «{file}» har beholdt bindestreken, som {samples}. Kontroller om den skal stå.",
            "{n} words at the ends of lines in “{file}” have kept their hyphens, such as {samples}. Check whether they belong there.";
        no_answers_one: "Én rad i «{file}» har ikke svar på noe åpent spørsmål og blir en informant uten tekst: {samples}.",
            "One row of “{file}” has no answer to an open question and becomes a case without a text: {samples}.";
        no_answers: "{n} rader i «{file}» har ikke svar på noe åpent spørsmål og blir informanter uten tekst, som {samples}.",
            "{n} rows of “{file}” have no answer to an open question and become cases without a text, such as {samples}.";
        values_one: "Én verdi i «{file}» passer ikke til kolonnen og er ikke med: {samples}. Velg tekst for kolonnen om den trengs.",
            "One value in “{file}” does not fit its column and is left out: {samples}. Choose text for the column if it is needed.";
        values: "{n} verdier i «{file}» passer ikke til kolonnen og er ikke med, som {samples}. Velg tekst for kolonnen om de trengs.",
            "{n} values in “{file}” do not fit their columns and are left out, such as {samples}. Choose text for the column if they are needed.";
        open_quotes_one: "I rad {samples} i «{file}» begynner en celle med et anførselstegn som aldri blir lukket. Tegnet er lest som en del av svaret; kontroller raden.",
            "In row {samples} of “{file}” a cell begins with a quotation mark that is never closed. The mark was read as part of the answer; check the row.";
        open_quotes: "{n} rader i «{file}» har en celle med et anførselstegn som aldri blir lukket (rad {samples}). Tegnene er lest som en del av svarene; kontroller radene.",
            "{n} rows of “{file}” have a cell with a quotation mark that is never closed (rows {samples}). The marks were read as part of the answers; check the rows.";
        same_case_one: "Én rad i «{file}» har samme navn som en rad lenger opp, {samples}. De to er blitt én informant med en tekst fra hver rad.",
            "One row of “{file}” has the same name as a row above it, {samples}. The two became one case with a text from each row.";
        same_case: "{n} rader i «{file}» har samme navn som en rad lenger opp, som {samples}. Rader med samme navn er blitt én informant med en tekst fra hver rad.",
            "{n} rows of “{file}” have the same name as a row above them, such as {samples}. Rows of one name became one case with a text from each row.";
        contradicted_one: "Én verdi i «{file}» strider mot en rad lenger opp om samme informant og er ikke med: {samples}. Rett verdien under Informanter om den første er feil.",
            "One value in “{file}” contradicts a row above it about the same case and is left out: {samples}. Correct the value under Cases if the first is wrong.";
        contradicted: "{n} verdier i «{file}» strider mot en rad lenger opp om samme informant og er ikke med, som {samples}. Rett verdiene under Informanter om de første er feil.",
            "{n} values in “{file}” contradict a row above them about the same case and are left out, such as {samples}. Correct the values under Cases if the first are wrong.";
        quoted: "«{words}»", "“{words}”";
        bad_times_one: "Én tid i «{file}» kan ikke leses; ordene er med, uten tid.",
            "One time in “{file}” cannot be read; its words are kept, without a time.";
        bad_times: "{n} tider i «{file}» kan ikke leses; ordene er med, uten tid.",
            "{n} times in “{file}” cannot be read; their words are kept, without a time.";
    }
}
