//! Names in texts: what is found, what is proposed, and where it applies.

use std::collections::BTreeSet;

use kodebok::lang::Language;
use kodebok::text::names::Kind;
use kodebok::text::names::candidates::candidates;
use kodebok::text::names::own::Own;
use kodebok::text::names::propose::proposals;
use kodebok::text::names::table::{Row, Table};
use kodebok::told::erasing::{all_labels, labels};

/// `Kari Nordmann = Person 1`, one a line; with a kind before it where it matters.
fn table(rows: &str) -> Table {
    Table::new(rows.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let (names, pseudonym) = line.split_once(" = ").expect("a name and a pseudonym");
        let (kind, original) = names
            .split_once(": ")
            .map_or((Kind::Person, names), |(kind, name)| (Kind::named(kind).expect("a kind"), name));
        Row { original: original.to_owned(), pseudonym: pseudonym.to_owned(), kind }
    }))
}

#[track_caller]
fn applies(rows: &str, text: &str, expected: &str) {
    assert_eq!(table(rows).applied(text), expected);
}

#[test]
fn whole_words_are_replaced_the_longest_first() {
    let rows = "Kari = Person 1\nKari Nordmann = Person 1\nNordmann = Person 2\nOla = Person 3\nOlav = Person 4";
    applies(rows, "Kari Nordmann og Ola.", "Person 1 og Person 3.");
    applies(rows, "Karianne og Olav, Kari-gjengen", "Karianne og Person 4, Person 1-gjengen");
    applies(rows, "Herr Nordmann: «Kari»", "Herr Person 2: «Person 1»");
    applies(
        "Kari Nordmann = Person 1",
        "Kari\u{a0}Nordmann, KARI NORDMANN, kari nordmann",
        "Person 1, Person 1, Person 1",
    );
    applies("Åse = Person 1\nØyvind Ås = Person 2", "Åse, åse og Øyvind Ås’ båt", "Person 1, åse og Person 2’ båt");
    applies("Sol = Person 1", "Sol liker sol, og SOL", "Person 1 liker sol, og Person 1");
}

#[test]
fn endings_follow_the_pseudonym() {
    applies("Kari = Person 1", "Karis bil, Kari's car, Kari’s", "Person 1s bil, Person 1's car, Person 1’s");
    applies("Kari = Anna", "Karis bil", "Annas bil");
    applies("Kari = Hans", "Karis bil", "Hans’ bil");
    applies("company: Hydro = Bedrift A", "Hydros folk, Hydro-folk", "Bedrift A-s folk, Bedrift A-folk");
    applies("place: Oslo = Sted 1", "Oslo- og Oslos, osloensere", "Sted 1- og Sted 1s, osloensere");
    applies("Hans = Person 1", "Hans kom. Hanse også.", "Person 1 kom. Hanse også.");
}

#[test]
fn numbers_are_found_however_they_are_grouped() {
    let rows = "phone: 912 34 567 = Telefonnummer 1\nemail: kari@firma.no = E-post 1";
    applies(
        rows,
        "Ring 91234567 eller 912 34 567, ikke 9123456789.",
        "Ring Telefonnummer 1 eller Telefonnummer 1, ikke 9123456789.",
    );
    applies(rows, "Kari@Firma.no!", "E-post 1!");
}

#[test]
fn titles_and_file_names_are_read_in_any_letters() {
    let table = table("Kari = Person 1\nKari Nordmann = Person 1");
    assert_eq!(table.applied_to_name("intervju_kari.docx"), "intervju_Person 1.docx");
    assert_eq!(table.applied_to_name("KARI nordmann 2"), "Person 1 2");
}

/// `person Kari Nordmann ×2 [Kari Nordmann, Kari Nordmanns]` for each candidate.
fn found(text: &str, speakers: &[&str]) -> Vec<String> {
    let told = candidates(&[text], speakers, &Own::default()).into_iter();
    told.map(|found| format!("{} {} ×{} [{}]", found.kind.name(), found.original, found.count, found.forms.join(", ")))
        .collect()
}

#[test]
fn names_are_found_and_common_words_are_not() {
    let text = "Jeg jobber i Norsk Hydro ASA i Oslo. Der traff jeg Kari Nordmann, og Karis sjef. Vi dro til Oslo-kontoret. \
                Det var fint. Plutselig ringte Anbjørg. Hydros folk kjenner vi.";
    assert_eq!(
        found(text, &[]),
        [
            "person Kari ×1 [Karis]",
            "person Kari Nordmann ×1 [Kari Nordmann]",
            "company Norsk Hydro ASA ×1 [Norsk Hydro ASA]",
            "place Oslo ×2 [Oslo, Oslo]".replace(", Oslo]", "]").as_str(),
            "other Anbjørg ×1 [Anbjørg]",
        ]
        .map(str::to_owned)
    );
}

#[test]
fn a_company_keeps_the_common_words_of_its_name() {
    let told = found("En norsk bedrift. Vi solgte til Norsk Hydro ASA i fjor.", &[]);
    assert_eq!(told, ["company Norsk Hydro ASA ×1 [Norsk Hydro ASA]"]);
}

#[test]
fn a_word_that_begins_the_sentence_is_no_part_of_a_company() {
    let cases = [
        ("Hos Nordlys AS lærte jeg alt.", "Nordlys AS"),
        ("Gjennom Nordlys AS kom vi inn.", "Nordlys AS"),
        ("Utan Nordlys AS hadde eg lært lite.", "Nordlys AS"),
        ("Frå Nordlys AS fekk vi hjelp.", "Nordlys AS"),
        ("Hos Norrsken AB lärde jag mig allt.", "Norrsken AB"),
        ("Genom Norrsken AB kom vi in.", "Norrsken AB"),
        ("Through Northlight Ltd we learnt it all.", "Northlight Ltd"),
        // What is a name stays one.
        ("Stor Nordlys AS lærte meg alt.", "Stor Nordlys AS"),
        ("Kari Nordlys AS lærte meg alt.", "Kari Nordlys AS"),
    ];
    for (text, company) in cases {
        assert_eq!(found(text, &[]), [format!("company {company} ×1 [{company}]")], "{text}");
    }
}

#[test]
fn addresses_and_numbers_are_found_by_their_form() {
    let text = "Skriv til per.hansen@bedrift.no eller se www.bedrift.no/om. Ring 912 34 567, +47 22 33 44 55 eller 070-123 45 67. \
                Fødselsnummeret er 010190 12345, i Sverige 19900101-1234.";
    let kinds: Vec<String> = candidates(&[text], &[], &Own::default())
        .into_iter()
        .filter(|found| !matches!(found.kind, Kind::Person | Kind::Company | Kind::Place | Kind::Other))
        .map(|found| format!("{} {}", found.kind.name(), found.original))
        .collect();
    let expected = [
        "phone +47 22 33 44 55",
        "phone 070-123 45 67",
        "phone 912 34 567",
        "email per.hansen@bedrift.no",
        "web www.bedrift.no/om",
        "number 010190 12345",
        "number 19900101-1234",
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn speakers_are_persons_unless_they_are_called_by_their_role() {
    let speakers = ["Intervjuer", "Informant 1", "Ingrid Fadnes", "I", "Speaker 2"];
    assert_eq!(found("hei", &speakers), ["person Ingrid Fadnes ×0 []"]);
}

#[test]
fn what_the_study_calls_people_by_itself_names_nobody() {
    let text = "Hils Person 1 og Rektor Person 12s sekretær i Sted 2 fra Bedrift A-s folk. Ring Telefonnummer 1, sa Ragnhild. \
                Da svarte L01 at Ragnhilds venn Company B og Kari var der. INT: Ja. Navn 3 lo.";
    let own = Own::new(all_labels(), ["Ragnhild", "L01"]);
    let found = candidates(&[text], &["Person 1", "L01", "INT", "Ragnhild", "Ola"], &own);
    let names: Vec<&str> = found.iter().map(|found| found.original.as_str()).collect();
    assert_eq!(names, ["Kari", "Ola", "Rektor"]);
}

#[test]
fn large_letters_make_nobody_else() {
    let text = "Så kom Anne. ANNE lo, og Annes bror OLA NORDMANN gikk. Da lo Ola Nordmann.";
    assert_eq!(
        found(text, &["ANNE", "anne"]),
        ["person Anne ×3 [Anne, ANNE, Annes]", "person Ola Nordmann ×2 [OLA NORDMANN, Ola Nordmann]"]
    );
    let known = [Row { original: "ANNE".to_owned(), pseudonym: "Person 7".to_owned(), kind: Kind::Person }];
    let found = candidates(&[text], &[], &Own::default());
    let rows = proposals(&found, (&known, &BTreeSet::new()), &labels(Language::Bokmal));
    assert!(rows.iter().any(|row| row.original == "Anne" && row.pseudonym == "Person 7"), "{rows:?}");
}

#[test]
fn each_context_shows_the_words_around() {
    let found = candidates(&["Vi møtte\nden gode Kari Nordmann i går."], &[], &Own::default());
    let context = &found.iter().find(|found| found.original == "Kari Nordmann").unwrap().contexts[0];
    assert_eq!(
        (context.before.as_str(), context.words.as_str(), context.after.as_str()),
        ("den gode ", "Kari Nordmann", " i går.")
    );
    assert_eq!(context.at, 18);
}

#[test]
fn proposals_keep_what_is_known_and_give_one_person_one_pseudonym() {
    let text = "Da kom Kari Nordmann. Så kom Kari og Ola fra Norsk Hydro ASA i Oslo. Alle i Hydro kjente Per.";
    let known = [Row { original: "Ola".to_owned(), pseudonym: "Person 1".to_owned(), kind: Kind::Person }];
    let rows =
        proposals(&candidates(&[text], &[], &Own::default()), (&known, &BTreeSet::new()), &labels(Language::Bokmal));
    let told: Vec<String> = rows.iter().map(|row| format!("{} = {}", row.original, row.pseudonym)).collect();
    let expected = [
        "Kari = Person 2",
        "Kari Nordmann = Person 2",
        "Ola = Person 1",
        "Per = Person 3",
        "Norsk Hydro ASA = Bedrift A",
        "Oslo = Sted 1",
        "Hydro = Bedrift A",
    ];
    assert_eq!(told, expected);
}

#[test]
fn any_text_is_read() {
    for text in ["", "K", "Karis", "…A", "\u{301}Kari", "@.no", "9", "Å-Å-", "Kari\n\nNordmann", "👩‍👩‍👧 Kari"]
    {
        let rows = proposals(
            &candidates(&[text], &[text], &Own::default()),
            (&[], &BTreeSet::new()),
            &labels(Language::English),
        );
        Table::new(rows).applied(text);
    }
}

#[test]
fn a_pseudonym_that_stands_in_a_text_is_given_to_nobody_else() {
    let labels = labels(Language::Bokmal);
    let made = labels.made_in("Person 1s sjef i Bedrift B møtte Person 12 og en Person til på et Sted.");
    assert_eq!(made, ["Bedrift B", "Person 1", "Person 12"].map(str::to_owned).into());
    let rows = proposals(&candidates(&["Jeg traff Kari i går."], &[], &Own::default()), (&[], &made), &labels);
    assert_eq!(rows.iter().map(|row| row.pseudonym.as_str()).collect::<Vec<_>>(), ["Person 2"]);
}
