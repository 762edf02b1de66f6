//! What the command line can say about the files that it imports.

use super::program::Place;
use crate::support::golden;

fn study(files: &[&str]) -> Place {
    let place = Place::new();
    place.ok("new studie --name Studien --coder Kari");
    for name in files {
        let (_, bare) = name.split_once('/').expect("a folder and a file");
        place.write(bare, std::fs::read(golden::data(&format!("import/{name}"))).expect("the sample is there"));
    }
    place
}

#[test]
fn a_pdf_and_a_table_come_in_like_any_file() {
    let place = study(&["pdf/libreoffice.pdf", "xlsx/survey.xlsx", "pdf/scanned.pdf"]);
    let said = place.run("import studie libreoffice.pdf survey.xlsx scanned.pdf");
    assert_eq!(said.out, "Importerte «libreoffice»: 293 ord, 8 replikker.\nImporterte «survey.xlsx»: 4 informanter.\n");
    assert!(said.err.contains("Det er ingen bokstaver i «scanned.pdf»"), "{}", said.err);
    assert_eq!(place.json("check studie --json")["texts"], 5);
    assert_eq!(place.ok("import studie survey.xlsx"), "«survey.xlsx» er i studien allerede.\n");
}

#[test]
fn an_encoding_and_what_becomes_of_names_can_be_said() {
    let place = study(&[]);
    place.write("gammel.txt", b"Bl\xe5b\xe6r.");
    place.write("mac.txt", b"Intervjuer: bl\x8cb\xber?\nInformant: Ja.\nIntervjuer: Ja.");
    let kept = place.json("import studie mac.txt --encoding Mac-Roman --speakers kept --json");
    assert_eq!(
        (&kept[0]["encoding"], &kept[0]["turns"], &kept[0]["words"]),
        (&"Mac Roman".into(), &0.into(), &6.into())
    );
    let refused = place.run("import studie mac.txt --encoding klingon");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("klingon") && refused.err.contains("windows-1252"), "{}", refused.err);
    let found = place.json("import studie gammel.txt --json");
    assert_eq!(found[0]["encoding"], "Windows-1252");
}
