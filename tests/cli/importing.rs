//! `kodebok import` with its choices: folders, encodings, names in the text, tables, original files.

use super::program::Place;

fn study() -> Place {
    let place = Place::new();
    place.ok("new studie");
    place
}

#[test]
fn of_a_folder_all_that_can_be_read_comes_in_and_the_rest_is_told() {
    let place = study();
    std::fs::create_dir_all(place.path("mappe/under")).unwrap();
    for (name, words) in
        [("mappe/b 10.txt", "Ti."), ("mappe/b 9.txt", "Ni."), ("mappe/under/c.md", "C."), ("mappe/lyd.mp3", "…")]
    {
        place.write(name, words);
    }
    let said = place.run("import studie mappe");
    assert_eq!(said.code, 0, "{said:?}");
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 3, "{said:?}");
    assert!(lines[0].contains("«b 9»") && lines[1].contains("«b 10»") && lines[2].contains("«c»"), "{said:?}");
    assert_eq!(said.err, "«lyd.mp3» er av et slag som ikke kan leses, og er ikke med.\n");
    std::fs::create_dir(place.path("tom")).unwrap();
    assert!(place.fails("import studie tom", 1).contains("Det er ingen filer å lese"));
    // A study is not read as a folder of interviews.
    assert!(place.fails("import studie studie", 1).contains("er en Kodebok-studie"));
}

#[test]
fn encoding_and_names_can_be_chosen() {
    let place = study();
    place.write("mac.txt", b"Kari: Bl\x8cb\xber.\rOla: Ja.\rKari: Nei.\rOla: Jo.\r");
    let imported = place.json("import studie mac.txt --encoding macroman --speakers kept --json");
    assert_eq!(imported[0]["encoding"], "Mac Roman");
    assert_eq!((imported[0]["turns"].as_u64(), imported[0]["words"].as_u64()), (Some(0), Some(8)));
    place.write("to.txt", b"Kari: Bl\x8cb\xber p\x8c tur.\rOla: Ja.\rKari: Nei.\rOla: Jo.\r");
    let imported = place.json("import studie to.txt --encoding mac-roman --json");
    assert_eq!(imported[0]["speakers"].as_array().map(Vec::len), Some(2));
    let refused = place.fails("import studie to.txt --encoding klingon", 1);
    assert!(refused.contains("«klingon»") && refused.contains("windows-1252"), "{refused}");
}

#[test]
fn the_columns_of_a_table_can_be_named() {
    let place = study();
    place.write("svar.csv", "Navn;By;Alder\nKari;Oslo;34\nOla;Bergen;41\n");
    let imported = place.json("import studie svar.csv --case navn --text By --attribute Alder --json");
    assert_eq!(imported[0]["cases"], 2);
    assert_eq!(place.json("check studie --json")["texts"], 2);
    let refused = place.fails("import studie svar.csv --case Person", 1);
    assert_eq!(refused, "«svar.csv» har ingen kolonne «Person». Den har Navn, By, Alder.\n");
}

#[test]
fn two_rows_of_one_name_are_counted_as_one_and_told() {
    let place = study();
    place.write("svar.csv", "Navn;By;Alder\nKari;Oslo;34\nOla;Bergen;41\nKari;Bodø;35\n");
    let said = place.run("import studie svar.csv --case Navn --text By --attribute Alder");
    assert!(said.out.contains("2 informanter"), "{said:?}");
    assert!(said.err.contains("samme navn som en rad lenger opp, «Kari»"), "{said:?}");
    assert!(said.err.contains("«Kari, Alder: 34 / 35»"), "{said:?}");
}

#[test]
fn an_original_is_kept_where_it_is_asked_for() {
    let place = study();
    place.write("a.txt", "Noen ord.");
    place.write("b.txt", "Andre ord.");
    place.ok("import studie a.txt");
    assert!(!place.path("studie/files").exists());
    place.ok("import studie b.txt --keep-original");
    let folders: Vec<_> = std::fs::read_dir(place.path("studie/files")).unwrap().collect();
    assert_eq!(folders.len(), 1);
    assert_eq!(place.ok("history studie --limit 1").matches("La til b").count(), 1);
    assert!(place.ok("check studie").starts_with("Alt stemmer"));
}
