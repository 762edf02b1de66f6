//! Texts on the command line: set aside, corrected, written out.

use super::program::Place;

fn study() -> Place {
    let place = Place::new();
    place.ok("new studie --coder Kari");
    place.write(
        "Intervju: Ola.txt",
        "Intervjuer: Hei, hører du meg?\nOla: Ja da.\nIntervjuer: Fortell om jobben.\nOla: Vi stoler på skolen.\n",
    );
    place.ok("import studie Intervju:_Ola.txt");
    place
}

#[test]
fn words_are_set_aside_listed_and_taken_back_in() {
    let place = study();
    let title = place.json("check studie --json");
    assert_eq!(title["texts"], 1);
    assert_eq!(place.ok("exclude studie Intervju:_Ola --turn 1"), "La 4 ord til side.\n");
    assert_eq!(place.ok("exclude studie Intervju:_Ola --words skolen --reason off-the-record"), "La 1 ord til side.\n");
    let listed = place.json("exclude studie intervju:_ola --list --json");
    assert_eq!(listed[0]["reason"], "small_talk");
    assert_eq!(listed[0]["words"], "Hei, hører du meg?");
    assert_eq!(listed[1]["reason"], "off_the_record");
    let listed = place.ok("exclude studie Intervju:_Ola --list");
    assert!(listed.contains("\ti fortrolighet\tKari\tskolen\n"), "{listed}");
    assert_eq!(place.ok("exclude studie Intervju:_Ola --speaker Ola"), "La 5 ord til side.\n");
    assert_eq!(place.ok("exclude studie Intervju:_Ola --speaker ola --include"), "Tok med igjen 6 ord.\n");
    assert_eq!(place.ok("exclude studie Intervju:_Ola --from 0 --to 4 --include"), "Tok med igjen 1 ord.\n");
    for (wrong, said) in [
        ("--turn 9", "Det er ingen replikk 9"),
        ("--speaker Kari", "Talerne er «Intervjuer», «Ola»"),
        ("--words finnesikke", "«finnesikke»"),
        ("--from 5 --to 5", "«5..5»"),
        ("--from 5 --to 9999", "."),
    ] {
        let complaint = place.fails(&format!("exclude studie Intervju:_Ola {wrong}"), 1);
        assert!(complaint.contains(said), "{wrong}: {complaint}");
    }
    place.fails("exclude studie Intervju:_Ola", 2);
    place.fails("exclude studie Intervju:_Ola --turn 1 --reason fordi", 2);
}

#[test]
fn small_talk_is_set_aside_by_itself() {
    let place = study();
    assert_eq!(place.ok("exclude studie Intervju:_Ola --small-talk"), "La 6 ord til side.\n");
    assert_eq!(place.ok("exclude studie Intervju:_Ola --small-talk"), "La 0 ord til side.\n");
}

#[test]
fn words_are_replaced_where_they_stand_after_a_look() {
    let place = study();
    place.ok("code studie --source Intervju:_Ola --span 37..43 --code jobb --create");
    let seen = place.json("edit studie Intervju:_Ola --replace jobb(en) --with arbeid$1 --regex --dry-run --json");
    assert_eq!((&seen["replaced"], &seen["hits"][0]["new"]), (&false.into(), &"arbeiden".into()));
    assert_eq!(seen["hits"][0]["codes"][0], "jobb");
    let again = place.ok("edit studie Intervju:_Ola --replace jobben --with arbeidet --dry-run");
    assert!(again.contains("[jobben → arbeidet]"), "{again}");
    assert_eq!(place.ok("edit studie --all-sources --replace JOBBEN --with arbeidet"), "Rettet 1 sted.\n");
    assert_eq!(place.ok("edit studie --all-sources --replace jobben --with arbeidet"), "Rettet 0 steder.\n");
    assert_eq!(
        place.ok("edit studie Intervju:_Ola --replace da --with Da --match-case --whole-word"),
        "Rettet 1 sted.\n"
    );
    let complaint = place.fails("edit studie Intervju:_Ola --replace (ja --with nei --regex", 1);
    assert!(complaint.contains("parentes"), "{complaint}");
    place.fails("edit studie Intervju:_Ola --replace ja", 2);
    place.fails("edit studie Intervju:_Ola --replace a --with b --regex --whole-word", 2);
    place.ok("check studie");
}

#[test]
fn turns_are_said_by_others_joined_and_divided() {
    let place = study();
    assert_eq!(place.json("edit studie Intervju:_Ola --turn 2 --speaker Per --json")["changed"], true);
    assert_eq!(place.ok("edit studie Intervju:_Ola --turn 2 --speaker Per"), "Det er slik allerede.\n");
    assert_eq!(place.json("edit studie Intervju:_Ola --turn 4 --split på_skolen --speaker Per --json")["turns"], 5);
    assert_eq!(place.json("edit studie Intervju:_Ola --turn 5 --join --json")["turns"], 4);
    assert!(place.fails("edit studie Intervju:_Ola --turn 1 --join", 1).contains("foran"));
    assert!(place.fails("edit studie Intervju:_Ola --turn 2", 1).contains("--speaker"));
    assert!(place.fails("edit studie Intervju:_Ola --turn 1 --split skolen", 1).contains("«skolen»"));
}

#[test]
fn texts_go_out_as_they_are_now_with_their_turns_beside_them() {
    let place = study();
    place.ok("edit studie Intervju:_Ola --replace skolen --with skulen");
    place.ok("exclude studie Intervju:_Ola --turn 1");
    place.ok("exclude studie Intervju:_Ola --words Vi --reason irrelevant");
    assert_eq!(place.ok("export studie sources ut/tekster"), "Skrev 1 tekst med replikker i ut/tekster.\n");
    let text = std::fs::read_to_string(place.path("ut/tekster/Intervju Ola.txt")).unwrap();
    assert_eq!(text, "Hei, hører du meg?\nJa da.\nFortell om jobben.\nVi stoler på skulen.");
    let turns = std::fs::read_to_string(place.path("ut/tekster/Intervju Ola – replikker.csv")).unwrap();
    let lines: Vec<&str> = turns.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Replikk;Start;Slutt;Taler;Rolle;Tid;Millisekunder;Lagt til side;Antall ord;Tekst");
    assert_eq!(lines[1], "1;0;18;Intervjuer;intervjuer;;;småprat;4;Hei, hører du meg?");
    assert!(lines[2].starts_with("2;19;25;Ola;"), "{}", lines[2]);
    assert!(
        lines[4].starts_with("4;45;65;Ola;") && lines[4].ends_with(";delvis uvesentlig;4;Vi stoler på skulen."),
        "{}",
        lines[4]
    );
    assert_eq!(lines.len(), 5);
    let spoken = std::fs::read_to_string(place.path("ut/tekster/Intervju Ola – med talere.txt")).unwrap();
    let expected =
        "Intervjuer: Hei, hører du meg?\nOla: Ja da.\nIntervjuer: Fortell om jobben.\nOla: Vi stoler på skulen.\n";
    assert_eq!(spoken, expected);
}

#[test]
fn the_language_of_a_text_is_chosen_and_left_to_be_found_again() {
    let place = study();
    let said = place.ok("edit studie Intervju:_Ola --spoken nn");
    assert_eq!(said, "Valgte nynorsk som språk i Intervju: Ola.\n");
    assert_eq!(place.ok("edit studie Intervju:_Ola --spoken nn"), "Det er slik allerede.\n");
    assert_eq!(place.json("edit studie Intervju:_Ola --spoken auto --json")["changed"], true);
    place.fails("edit studie Intervju:_Ola --spoken da", 2);
    place.fails("edit studie Intervju:_Ola --spoken nn --turn 1", 2);
}
