//! What cannot be done is said in a sentence that names the file, with a code that scripts can read.

use super::program::Place;

fn study() -> Place {
    let place = Place::new();
    place.ok("new studie --template study");
    place.write("intervju.txt", "Intervjuer: Hvor?\nKari: Her.\nIntervjuer: Når?\nKari: Nå.\n");
    place.ok("import studie intervju.txt");
    place
}

#[test]
fn wrong_words_are_answered_with_what_to_do() {
    let place = study();
    std::fs::create_dir(place.path("mappe")).unwrap();
    place.write("mappe/brev.txt", "Hei.");
    for (arguments, said) in [
        ("code studie --source intervju --span 0..5 --code finnesikke", "Det er ingen kode «finnesikke»"),
        ("code studie --source annet --span 0..5 --code møter", "Studien har «intervju»"),
        ("code studie --source intervju --span 5..5 --code møter", "«5..5» er ikke et utsnitt"),
        ("code studie --source intervju --span x --code møter", "«x» er ikke et utsnitt"),
        ("code studie --source intervju --span 0..5000 --code møter", "."),
        ("export studie segments ut.png", "Velg xlsx eller csv"),
        ("export studie codebook ut", "Velg xlsx, docx, csv, md eller qdc"),
        ("export studie codebook ingen/mappe/ut.csv", "ingen/mappe/ut.csv"),
        ("import mangler intervju.txt", "mangler"),
        ("history mappe", "mappe"),
        ("check mappe", "mappe"),
        ("new mappe", "mappe"),
        ("new studie", "studie"),
    ] {
        let complaint = place.fails(arguments, 1);
        assert!(complaint.contains(said) && complaint.ends_with('\n'), "{arguments}: {complaint}");
    }
    for misuse in ["code studie", "export studie alt ut.csv", "new", "new x --template annet", "--nonsense"] {
        place.fails(misuse, 2);
    }
}

#[test]
fn bad_files_are_named_and_do_not_keep_good_ones_out() {
    let place = study();
    place.write("tom.txt", "");
    place.write("bilde.txt", [0x89, b'P', b'N', b'G', 0, 1, 2, 3, 255, 254]);
    place.write("bok.pdf", "%PDF-1.7");
    place.write("ødelagt.docx", "PK\u{3}\u{4}nesten");
    place.write("god.txt", "Bare ord.");
    let said = place.run("import studie tom.txt bilde.txt bok.pdf ødelagt.docx borte.txt god.txt");
    assert_eq!(said.code, 1);
    assert_eq!(said.out, "Importerte «god»: 2 ord, 0 replikker.\n");
    let complaints: Vec<&str> = said.err.lines().collect();
    for (complaint, words) in complaints.iter().zip([
        "Det er ingen ord i «tom.txt».",
        "«bilde.txt» er ikke en tekstfil.",
        "«bok.pdf» er skadet",
        "«ødelagt.docx» er skadet",
        "",
    ]) {
        assert!(complaint.starts_with(words), "{complaint}");
    }
    assert!(complaints[4].ends_with("borte.txt"), "{complaints:?}");
    assert_eq!(complaints.len(), 5);
    assert_eq!(place.json("check studie --json")["texts"], 2);
}

#[test]
fn a_damaged_log_is_found_and_the_rest_counts() {
    let place = study();
    let logs = place.path("studie/logs");
    let log = std::fs::read_dir(&logs).unwrap().next().unwrap().unwrap().path();
    let segment = std::fs::read_dir(log).unwrap().next().unwrap().unwrap().path();
    let mut bytes = std::fs::read(&segment).unwrap();
    let middle = bytes.iter().position(|byte| *byte == b'\n').unwrap() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&segment, bytes).unwrap();
    let complaint = place.fails("check studie", 1);
    assert!(complaint.contains("000001.jsonl"), "{complaint}");
    assert!(place.json("history studie --json").as_array().is_some());
}
