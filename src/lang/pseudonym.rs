//! Words about names and pseudonyms, and about erasing for good.

use super::phrases;

phrases! {
    /// Words about names and pseudonyms, and about erasing for good.
    PseudonymWords {
        person: "Person", "Person";
        company: "Bedrift", "Company";
        place: "Sted", "Place";
        phone: "Telefonnummer", "Phone";
        email: "E-post", "Email";
        web: "Nettadresse", "Website";
        number: "Fødselsnummer", "Identity number";
        other: "Navn", "Name";
        kind_person: "Person", "Person";
        kind_company: "Bedrift", "Company";
        kind_place: "Sted", "Place";
        kind_phone: "Telefonnummer", "Phone number";
        kind_email: "E-post", "E-mail";
        kind_web: "Nettadresse", "Web address";
        kind_number: "Fødselsnummer", "Identity number";
        kind_other: "Annet navn", "Other name";

        room: "Navn og steder", "Names and places";
        room_hint: "Finner navn, bedrifter og steder i tekstene og erstatter dem med pseudonymer",
            "Finds names, companies and places in the texts and replaces them with pseudonyms";
        found: "{n} mulige navn", "{n} possible names";
        found_one: "{n} mulig navn", "{n} possible name";
        chosen: "{n} skal erstattes, {places}", "{n} to be replaced, {places}";
        places_one: "{n} sted", "{n} place";
        places: "{n} steder", "{n} places";
        speaks: "taler", "speaker";
        speaks_in: "taler, {turns}", "speaker, {turns}";
        turns_one: "{n} replikk", "{n} turn";
        turns: "{n} replikker", "{n} turns";
        find: "Finn navn i tekstene", "Find names in the texts";
        find_hint: "Leter etter navn, steder, telefonnumre og adresser i alle tekstene. Ingenting endres.",
            "Looks for names, places, telephone numbers and addresses in all texts. Nothing is changed.";
        invitation: "Her kan du avidentifisere studien. Kodebok leter etter navn, bedrifter, steder, telefonnumre og adresser, og du velger hva som skal erstattes.",
            "Here you can de-identify the study. Kodebok looks for names, companies, places, telephone numbers and addresses, and you choose what is replaced.";
        nothing_found: "Fant ingen mulige navn i tekstene. Legg til navn selv om du kjenner til noen.",
            "Found no possible names in the texts. Add names yourself if you know of any.";
        column_original: "Står i teksten", "In the text";
        column_pseudonym: "Pseudonym", "Pseudonym";
        column_kind: "Type", "Kind";
        column_count: "Antall", "Count";
        column_forms: "Skrevet som", "Written as";
        replace_this: "Erstatt {name}", "Replace {name}";
        pseudonym_for: "Pseudonym for {name}", "Pseudonym for {name}";
        kind_of: "Typen til {name}", "Kind of {name}";
        show_places: "Vis hvor {name} står", "Show where {name} stands";
        places_of: "Der «{name}» står", "Where “{name}” stands";
        add_name: "Legg til et navn", "Add a name";
        new_original: "Navn i teksten", "Name in the text";
        new_pseudonym: "Pseudonymet", "The pseudonym";
        add: "Legg til", "Add";
        take_all: "Velg alle", "Choose all";
        take_none: "Velg ingen", "Choose none";

        key: "Koblingsnøkkel", "Name key";
        key_why: "Koblingsnøkkelen viser hvem som står bak hvert pseudonym. Den lagres kryptert utenfor studien, og bare passfrasen åpner den. Mister du passfrasen, kan ingen få tilbake navnene. Uten nøkkel lagres koblingen ingen steder.",
            "The name key shows who stands behind each pseudonym. It is kept encrypted outside the study, and only the passphrase opens it. If you lose the passphrase, nobody can bring the names back. Without a key the link is kept nowhere.";
        key_path: "Fil for koblingsnøkkelen", "File of the name key";
        key_choose: "Velg fil…", "Choose a file…";
        passphrase: "Passfrase", "Passphrase";
        passphrase_again: "Passfrasen en gang til", "The passphrase once more";
        passphrases_differ: "De to passfrasene er ikke like.", "The two passphrases differ.";
        key_make: "Lag ny koblingsnøkkel", "Make a new name key";
        key_known: "Studien har en koblingsnøkkel her. Åpne den først, så beholder de som er i den, pseudonymene sine.",
            "The study has a name key here. Open it first, so that whoever is in it keeps their pseudonym.";
        key_holds: "Hvem er hvem", "Who is who";
        key_open: "Åpne koblingsnøkkelen", "Open the name key";
        key_working: "Låser eller åpner koblingsnøkkelen …", "Locking or unlocking the name key …";
        key_saved: "Koblingsnøkkelen er lagret og åpen: {n} navn. Så lenge den finnes, kan personene gjenkjennes med den.",
            "The name key is saved and open: {n} names. As long as it exists, the people can be recognised with it.";
        key_opened: "Koblingsnøkkelen er åpnet: {n} navn. De er bare i minnet til studien lukkes.",
            "The name key is open: {n} names. They are in memory only until the study is closed.";
        key_inside: "Koblingsnøkkelen kan ikke ligge i studiens mappe; da har alle som har studien, også navnene. Velg en mappe utenfor.",
            "The name key cannot lie in the folder of the study; whoever has the study would have the names as well. Choose a folder outside it.";
        key_short: "Passfrasen er for kort. Bruk minst {n} tegn, gjerne noen ord etter hverandre.",
            "The passphrase is too short. Use at least {n} characters, for example a few words in a row.";
        key_wrong: "Passfrasen åpner ikke denne koblingsnøkkelen. Skriv den på nytt.",
            "The passphrase does not open this name key. Type it again.";
        key_not_one: "Filen er ikke en koblingsnøkkel fra Kodebok, eller den er skadet. Velg en annen fil.",
            "The file is not a name key from Kodebok, or it is damaged. Choose another file.";
        key_other: "Koblingsnøkkelen hører til en annen studie. Velg nøkkelen til denne.",
            "The name key belongs to another study. Choose the key of this one.";

        replace_now: "Erstatt og slett navnene…", "Replace and erase the names…";
        replace_title: "Erstatte navnene og slette dem for godt?", "Replace the names and erase them for good?";
        replace_told: "Navnene erstattes i {sources} og slettes deretter fra tekstene, loggen og sikkerhetskopiene på denne maskinen. Kodingene blir stående på ordene sine. Dette kan ikke angres.",
            "The names are replaced in {sources} and then erased from the texts, the log and the backups on this machine. The codings stay on their words. This cannot be undone.";
        without_key_told: "Det er ikke valgt noen koblingsnøkkel. Erstatter du nå, går koblingen tapt: Ingen kan finne tilbake til hvem som står bak pseudonymene.",
            "No name key is chosen. If you replace now, the link is lost: nobody can find out who stands behind the pseudonyms.";
        key_first: "Velg koblingsnøkkel først", "Choose a name key first";
        replace_without_key: "Erstatt uten koblingsnøkkel", "Replace without a name key";
        key_none_asked: "Ingen fil er valgt. Du blir spurt før navn erstattes uten at koblingen lagres.",
            "No file is chosen. You are asked before names are replaced without keeping the link.";
        key_on_replace: "Koblingen lagres i {file} før navnene erstattes.", "The link is kept in {file} before the names are replaced.";
        key_look_again_here: "Koblingsnøkkelen er åpnet. Se over tabellen, og erstatt på nytt.", "The name key is open. Look over the table, and replace again.";
        nothing_replaced: "Ingenting er erstattet.", "Nothing was replaced.";
        also_elsewhere: "Også i notater, kodenavn, informantnavn og egenskaper", "Also in memos, names of codes and cases, and attributes";
        replace_button: "Erstatt og slett", "Replace and erase";
        sources_one: "{n} kilde", "{n} source";
        sources: "{n} kilder", "{n} sources";
        nothing_to_replace: "Ingen av navnene står i tekstene.", "None of the names stands in the texts.";
        working: "Erstatter og sletter …", "Replacing and erasing …";
        replace_on_entry: "Erstatt navn før teksten legges til", "Replace names before the text is added";
        replace_title_n: "Erstatte {names} uten å lagre koblingen?", "Replace {names} without keeping the link?";
        go_and_replace: "{go} og erstatt {names}", "{go} and replace {names}";
        names_one: "{n} navn", "{n} name";
        names: "{n} navn", "{n} names";
        before_entry_hint: "Det som er krysset av, erstattes i tekst, titler og navn på talere, og blir aldri lagret i studien. Originalene ligger bare i filene dine.",
            "What is ticked is replaced in texts, titles and names of speakers, and is never stored in the study. The originals are only in your files.";
        as_they_are_told: "Tekstene kommer inn med navnene i. Du kan erstatte dem senere under «Navn og steder»; da slettes de gamle tekstene fra studien, loggen og sikkerhetskopiene på denne maskinen.",
            "The texts come in with the names in them. You can replace them later under “Names and places”; the old texts are then erased from the study, the log and the backups on this machine.";
        looking: "Leter etter navn…", "Looking for names…";
        speaker_only: "Navnet på en taler eller informant; det står ikke i teksten.", "The name of a speaker or case; it does not stand in the text.";
        look_over: "{n} mulige navn. Se over dem", "{n} possible names. Look them over";
        look_over_one: "{n} mulig navn. Se over det", "{n} possible name. Look it over";
        replaced_kept: "{n} navn erstattes. Koblingen lagres i {file}.", "{n} names are replaced. The link is kept in {file}.";
        replaced_not_kept: "{n} navn erstattes. Koblingen lagres ingen steder.", "{n} names are replaced. The link is kept nowhere.";
        were_kept: "{n} navn er erstattet. Koblingen er lagret i {file}.", "{n} names were replaced. The link is kept in {file}.";
        were_not_kept: "{n} navn er erstattet. Koblingen er ikke lagret noe sted.", "{n} names were replaced. The link is kept nowhere.";
        originals_hold_names: "Originalfilene tas ikke vare på, for de inneholder navnene.", "The original files are not kept, since they hold the names.";
        key_none_told: "Ingen fil er valgt. Da lagres koblingen mellom navn og pseudonym ingen steder når du importerer.",
            "No file is chosen. The link between names and pseudonyms is then kept nowhere when you import.";
        key_on_import: "Koblingen lagres i {file} når du importerer.", "The link is kept in {file} when you import.";
        key_needs_file: "Velg en fil for koblingsnøkkelen, eller tøm passfrasen.", "Choose a file for the name key, or clear the passphrase.";
        key_needs_passphrase: "Skriv passfrasen til koblingsnøkkelen, eller tøm feltet med filen.", "Type the passphrase of the name key, or clear the field with the file.";
        key_needs_again: "Skriv passfrasen en gang til, så en ny koblingsnøkkel kan lages.", "Type the passphrase once more, so that a new name key can be made.";
        key_look_again: "Koblingsnøkkelen er åpnet. Se over tabellen, og importer på nytt.", "The name key is open. Look over the table, and import again.";

        ask_title: "Det kan stå navn igjen i studien", "Names may be left in the study";
        ask_anyway: "Eksporter likevel", "Export anyway";
        ask_see: "Se dem", "See them";
        ask_no_more: "Ikke spør igjen i denne økten", "Do not ask again in this session";

        receipt: "Kvittering", "Receipt";
        receipt_replaced_one: "Navn er erstattet {n} sted i tekstene.", "Names were replaced in {n} place of the texts.";
        receipt_replaced: "Navn er erstattet {n} steder i tekstene.", "Names were replaced in {n} places of the texts.";
        receipt_entries_one: "Ordene i {n} linje i loggen er slettet.", "The words of {n} line of the log were erased.";
        receipt_entries: "Ordene i {n} linjer i loggen er slettet.", "The words of {n} lines of the log were erased.";
        receipt_files_one: "{n} tekstfil er fjernet fra studiens mappe.", "{n} text file was removed from the folder of the study.";
        receipt_files: "{n} tekstfiler er fjernet fra studiens mappe.", "{n} text files were removed from the folder of the study.";
        receipt_backups_one: "{n} fil i sikkerhetskopiene på denne maskinen er skrevet på nytt.", "{n} file of the backups on this machine was written anew.";
        receipt_backups: "{n} filer i sikkerhetskopiene på denne maskinen er skrevet på nytt.", "{n} files of the backups on this machine were written anew.";
        receipt_others_one: "{n} annen maskin må åpne studien før det som står i dens logg, også er slettet.", "{n} other machine has to open the study before what stands in its log is erased as well.";
        receipt_others: "{n} andre maskiner må åpne studien før det som står i loggene deres, også er slettet.", "{n} other machines have to open the study before what stands in their logs is erased as well.";
        receipt_beyond: "Kodebok når ikke fram til tidligere versjoner i en skytjeneste, til git, til andres sikkerhetskopier eller til filer som er eksportert før. Slett dem selv om de finnes.",
            "Kodebok cannot reach earlier versions in a cloud service, git, backups of others, or files exported before. Delete them yourself if they exist.";
        receipt_kept: "Koblingen til navnene er lagret i {file}. Så lenge filen finnes, kan personene gjenkjennes med den.",
            "The link to the names is kept in {file}. As long as the file exists, the people can be recognised with it.";
        receipt_not_kept: "Koblingen til navnene er ikke lagret noe sted.", "The link to the names is kept nowhere.";
        receipt_none_left: "Kodebok finner ingen andre mulige navn i studien. Les gjennom tekstene selv; det kan stå noe der som bare du kjenner igjen.",
            "Kodebok finds no other possible names in the study. Read through the texts yourself; they may hold what only you would recognise.";
        left_one: "{n} mulig navn står fortsatt i studien: {names}.", "{n} possible name still stands in the study: {names}.";
        left: "{n} mulige navn står fortsatt i studien: {names}.", "{n} possible names still stand in the study: {names}.";
        file_receipt: "kvittering", "receipt";
        file_copy: "kopi til informanten", "copy for the informant";
        receipt_save: "Lagre kvitteringen…", "Save the receipt…";

        remaining_one: "{n} mulig navn står igjen i studien: {names}. Se etter i «Navn og steder» før du deler filen.",
            "{n} possible name remains in the study: {names}. Look in “Names and places” before you share the file.";
        remaining: "{n} mulige navn står igjen i studien: {names}. Se etter i «Navn og steder» før du deler filen.",
            "{n} possible names remain in the study: {names}. Look in “Names and places” before you share the file.";
        and_more: "og {n} til", "and {n} more";
        removed_left_one: "{n} fjernet kilde er ikke avidentifisert. Hent den tilbake først, eller slett den for godt.",
            "{n} removed source is not de-identified. Bring it back first, or erase it for good.";
        removed_left: "{n} fjernede kilder er ikke avidentifisert. Hent dem tilbake først, eller slett dem for godt.",
            "{n} removed sources are not de-identified. Bring them back first, or erase them for good.";

        erase_informant: "Slett en informant…", "Erase an informant…";
        erase_hint: "Sletter for godt alt en informant har sagt, og alt som er skrevet om det", "Erases for good all that an informant has said, and all that was written about it";
        erase_which: "Hvem eller hva skal slettes?", "Who or what is to be erased?";
        erase_sought: "Søk blant informanter og kilder", "Search cases and sources";
        erase_touches: "Dette slettes for godt: {sources}, {codings} og {memos}. Det kan ikke angres, og den samme teksten kan ikke importeres igjen.",
            "This is erased for good: {sources}, {codings} and {memos}. It cannot be undone, and the same text cannot be imported again.";
        erase_case: "Informanten «{case}» slettes med alle egenskapene sine.", "The case “{case}” is erased with all its attributes.";
        codings_one: "{n} koding", "{n} coding";
        codings: "{n} kodinger", "{n} codings";
        memos_one: "{n} notat", "{n} memo";
        memos: "{n} notater", "{n} memos";
        erase_copy: "Lagre en kopi til informanten…", "Save a copy for the informant…";
        erase_type: "Skriv «{title}» for å bekrefte", "Type “{title}” to confirm";
        erase_button: "Slett for godt", "Erase for good";
        erased: "«{title}» er slettet for godt.", "“{title}” was erased for good.";

        cli_about: "Erstatt navn med pseudonymer i tekstene som er i studien, og slett navnene for godt",
            "Replace names with pseudonyms in the texts of the study, and erase the names for good";
        cli_table: "Tabellen som csv: original, pseudonym, kind", "The table as csv: original, pseudonym, kind";
        cli_propose: "Skriv ut et forslag til tabell som csv; ingenting endres", "Print a proposed table as csv; nothing is changed";
        cli_key: "Fil for koblingsnøkkelen; den kan ikke ligge i studien", "File of the name key; it cannot lie in the study";
        cli_passphrase: "Fil med passfrasen på første linje", "File with the passphrase on its first line";
        cli_replace_yes: "Ja, erstatt og slett for godt", "Yes, replace and erase for good";
        cli_replace_not_sure: "Ingenting er erstattet. Navnene slettes for godt når de erstattes; legg til --yes om du er sikker.",
            "Nothing was replaced. The names are erased for good when they are replaced; add --yes if you are sure.";
        cli_link_lost: "Koblingen til navnene blir ikke lagret; legg til --key og --passphrase-file om den skal det.",
            "The link to the names will not be kept; add --key and --passphrase-file if it is to be.";
        cli_elsewhere: "La notater, kodenavn, informantnavn og egenskaper være som de er", "Leave memos, names of codes and cases, and attributes as they are";
        cli_needs_table: "Si hvilken tabell som gjelder med --table, eller be om et forslag med --propose.",
            "Name the table with --table, or ask for a proposal with --propose.";
        cli_bad_table: "Tabellen har ingen rader med navn og pseudonym. Kolonnene skal hete original, pseudonym og kind.",
            "The table has no rows with a name and a pseudonym. Its columns are to be called original, pseudonym and kind.";
        cli_erase_about: "Slett en kilde eller en informant for godt, med alt som er skrevet om dem", "Erase a source or a case for good, with all that was written about it";
        cli_source: "Tittelen på kilden, eller id-en der flere har samme tittel", "The title of the source, or its id where several have the same title";
        cli_case: "Slett en informant med alle tekstene sine: navnet, eller id-en der flere har samme navn", "Erase a case with all its texts: its name, or its id where several have the same name";
        cli_many: "Flere heter «{title}», og ingenting er slettet. Skriv id-en i stedet:", "Several are called “{title}”, and nothing was erased. Write the id instead:";
        cli_here: "i studien", "in the study";
        cli_removed: "tatt ut av studien", "taken out of the study";
        cli_no_case: "Det er ingen informant med navnet «{name}». Studien har {names}.", "There is no case with the name “{name}”. The study has {names}.";
        cli_no_cases: "ingen informanter ennå", "no cases yet";
        cli_yes: "Ja, slett for godt", "Yes, erase for good";
        cli_not_sure: "Ingenting er slettet. Sletting kan ikke angres; legg til --yes om du er sikker.",
            "Nothing was erased. Erasing cannot be undone; add --yes if you are sure.";
    }
}
