//! Word lists against counts made by hand and by other programs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kodebok::analysis::scope::Scope;
use kodebok::analysis::table::Opens;
use kodebok::analysis::words::counted::Counted;
use kodebok::analysis::words::options::{Compounds, Grouping, Numbers, StopLists, WordOptions};
use kodebok::analysis::words::tongues::spoken;
use kodebok::analysis::words::words;
use kodebok::analysis::{Analysis as _, Options, words::Words};
use kodebok::lang::Language;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::text::tongue::Tongue;

use crate::support::study::Study;
use crate::support::{golden, sample};

/// Every word as it is written.
fn plain() -> WordOptions {
    WordOptions {
        grouping: Grouping::Form,
        stop_lists: StopLists::Unused,
        min_letters: 1,
        numbers: Numbers::In,
        ..WordOptions::default()
    }
}

/// A line a word: as shown, its forms, how many sources.
#[track_caller]
fn check(sources: &[&str], options: &WordOptions, expected: &str) {
    let mut study = Study::new("test");
    study.code("code", CodeKind::Code, Origin::Data);
    for (number, marked) in sources.iter().enumerate() {
        study.source(&format!("Informant {number}"), marked);
    }
    let counted = Counted::of(&Scope::all().chosen(&study.project()));
    let mut got = String::new();
    for word in words(&counted, options) {
        let forms = word.forms.iter().map(|(form, count)| format!("{form} {count}")).collect::<Vec<_>>().join(" ");
        assert_eq!(word.count, word.forms.iter().map(|(_, count)| count).sum::<usize>());
        writeln!(got, "{}: {forms} in {}", word.shown, word.sources).expect("writing to a string");
    }
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(got.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn forms_of_a_word_are_one_row_under_the_form_written_most() {
    check(
        &["Klyngen er en klynge. Klyngen vår, og klyngen deres.", "Alle klyngene i Tverrlandsklyngen!"],
        &WordOptions::default(),
        "klyngen: klyngen 3 klynge 1 klyngene 1 in 2
         Tverrlandsklyngen: tverrlandsklyngen 1 in 1",
    );
}

#[test]
fn every_form_can_stand_by_itself_and_every_word_be_counted() {
    check(
        &["Ja, i 2017 var vi 3,5 – ja, 3,5 årsverk."],
        &plain(),
        "3,5: 3,5 2 in 1
         ja: ja 2 in 1
         2017: 2017 1 in 1
         i: i 1 in 1
         var: var 1 in 1
         vi: vi 1 in 1
         årsverk: årsverk 1 in 1",
    );
}

#[test]
fn stop_words_and_fillers_go_by_the_language_of_each_turn() {
    check(
        &["
            Kari: Jeg tror det er på en måte tillit, en måte å leve på, ikke sant.
            John: You know, I think it is a kind of trust, and the kind one wins.
            Per: Eg veit ikkje kva dei gjer, men det er tillit.
        "],
        &WordOptions { grouping: Grouping::Form, ..WordOptions::default() },
        "tillit: tillit 2 in 1
         leve: leve 1 in 1
         trust: trust 1 in 1
         wins: wins 1 in 1",
    );
    // A filler of several words goes as a whole, though the words it is made of stay by themselves.
    check(
        &["For å si det sånn, det er sant at klyngen er klar, og det er klart at vi er klare."],
        &WordOptions { kept: ["det".to_owned()].into(), grouping: Grouping::Form, ..WordOptions::default() },
        "det: det 3 in 1
         klar: klar 1 in 1
         klare: klare 1 in 1
         klyngen: klyngen 1 in 1",
    );
}

#[test]
fn phrases_of_the_study_go_as_a_whole_in_any_language_and_fillers_can_be_let_in() {
    let list = |phrases: &[&str]| phrases.iter().map(|phrase| (*phrase).to_owned()).collect::<BTreeSet<_>>();
    let form = WordOptions { grouping: Grouping::Form, ..WordOptions::default() };
    let left_out = list(&["tillit og fellesskap", "bottom line", "the bottom line"]);
    let text = "
        Kari: Jeg vet ikke hva det er, men klyngen hviler på tillit og fellesskap. Fellesskap og tillit, tillit og fellesskap!
        John: The bottom line is trust, at the bottom line of the line.
        Per: Line: tillit. Og fellesskap?
    ";
    // A phrase may run over a full stop, but not from one speaker to the next.
    check(
        &[text, "Kari: Jeg vet ikke hva det er, tillit og\nPer: fellesskap"],
        &WordOptions { left_out: left_out.clone(), ..form.clone() },
        "fellesskap: fellesskap 2 in 2
         line: line 2 in 1
         tillit: tillit 2 in 2
         hviler: hviler 1 in 1
         klyngen: klyngen 1 in 1
         trust: trust 1 in 1",
    );
    // Without the lists the study's own phrases are left out all the same; of two at one place the longer.
    check(
        &["The bottom line is the bottom line of bottom"],
        &WordOptions { left_out, stop_lists: StopLists::Unused, ..form.clone() },
        "bottom: bottom 1 in 1
         is: is 1 in 1
         of: of 1 in 1",
    );
    let said = ["For å si det sånn, det er sant at klyngen er klar, og det er klart at vi er klare."];
    let kept = |words: &[&str]| WordOptions { kept: list(words), ..form.clone() };
    let others = "klar: klar 1 in 1\nklare: klare 1 in 1\nklyngen: klyngen 1 in 1";
    // A word that is let in counts within a filler too.
    check(&said, &kept(&["det"]), &format!("det: det 3 in 1\n{others}"));
    let said = ["Jeg vet ikke hva det er, men det er på et vis klyngen."];
    check(&said, &form, "klyngen: klyngen 1 in 1");
    check(&said, &kept(&["på et vis"]), "klyngen: klyngen 1 in 1\nvis: vis 1 in 1");
}

#[test]
fn a_language_that_was_chosen_holds_for_the_whole_source() {
    let mut study = Study::new("test");
    let source = study.source(
        "Informant 1",
        "Kari: Jeg tror ikke på noe annet enn tillit, you know.\nJohn: What I think of is trust.",
    );
    let counted = |study: &Study| {
        let counted = Counted::of(&Scope::all().chosen(&study.project()));
        let rows = words(&counted, &WordOptions { grouping: Grouping::Form, ..WordOptions::default() });
        let shown: Vec<String> = rows.into_iter().map(|word| word.shown).collect();
        let project = study.project();
        (shown.join(" "), spoken(project.source(source).expect("it is here")))
    };
    assert_eq!(counted(&study), ("know tillit trust you".to_owned(), [10, 0, 0, 6]));
    study.language(source, Some(Tongue::English));
    assert_eq!(counted(&study), ("annet enn ikke Jeg noe på tillit tror trust".to_owned(), [0, 0, 0, 16]));
    study.language(source, None);
    assert_eq!(counted(&study), ("know tillit trust you".to_owned(), [10, 0, 0, 6]));
}

#[test]
fn the_project_adds_to_the_lists_takes_from_them_and_makes_groups() {
    let list = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    check(
        &["Selskapet vårt og bedriften din, altså to firma, er firmaer i klyngen. Firma!"],
        &WordOptions {
            groups: vec![list("bedrift selskap firma")],
            left_out: ["klyngen".to_owned()].into(),
            kept: ["altså".to_owned()].into(),
            ..WordOptions::default()
        },
        "bedrift, selskap, firma: firma 2 bedriften 1 firmaer 1 selskapet 1 in 1
         altså: altså 1 in 1",
    );
}

#[test]
fn short_words_and_numbers_are_counted_as_asked() {
    let texts = ["Fisk og øl i 2017, fisk og IT"];
    let with = |min_letters, numbers| WordOptions { min_letters, numbers, ..WordOptions::default() };
    check(&texts, &with(2, Numbers::Out), "fisk: fisk 2 in 1\nIT: it 1 in 1\nøl: øl 1 in 1");
    check(&texts, &with(3, Numbers::In), "fisk: fisk 2 in 1\n2017: 2017 1 in 1");
}

#[test]
fn compounds_can_count_for_their_parts() {
    let texts = ["Klyngeleder er en leder av en klynge, og samarbeidspartner er noe annet."];
    let parts = WordOptions { compounds: Compounds::Parts, ..WordOptions::default() };
    check(
        &texts,
        &parts,
        "klynge: klynge 1 klyngeleder 1 in 1
         leder: klyngeleder 1 leder 1 in 1
         samarbeidspartner: samarbeidspartner 1 in 1",
    );
    check(
        &texts,
        &WordOptions::default(),
        "klynge: klynge 1 in 1
         Klyngeleder: klyngeleder 1 in 1
         leder: leder 1 in 1
         samarbeidspartner: samarbeidspartner 1 in 1",
    );
}

#[test]
fn the_table_follows_the_scope_and_its_rows_open_the_words() {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    study.source("Informant 1", "Vi har <trust>tillit til klyngen</trust>, og klyngen har tillit til oss.");
    let project = study.project();
    let scope = Scope { codes: [project.codebook().find(&["trust"]).unwrap()].into(), ..Scope::all() };
    let table = Words.run(&project, &scope, &Options::default());
    let rows: Vec<Vec<String>> = table.shown(Language::Bokmal).collect();
    assert_eq!(rows, [["klyngen", "klyngen 1", "1", "333,33", "1"], ["tillit", "tillit 1", "1", "333,33", "1"]]);
    assert_eq!(*table.rows[0].opens_at(2), Opens::Words(["klyngen".to_owned()].into()));
}

/// The expectation is made without this program:
///
/// ```sh
/// awk 1 sample_transcripts/Klyngestudien/sources/*/*.txt |
///   grep -oP "[\p{L}\p{N}_]+(?:(?<=\p{L})['’.:·](?=\p{L})[\p{L}\p{N}_]+|(?<=\p{N})[,.;'](?=\p{N})[\p{L}\p{N}_]+)*" |
///   sed 's/.*/\L&/' | LC_ALL=C sort | uniq -c | awk '$1 >= 3 {print $1, $2}' | LC_ALL=C sort -k1,1nr -k2,2
/// ```
#[test]
fn the_sample_study_has_the_words_that_other_programs_count() {
    let expected = std::fs::read_to_string(golden::data("analysis/sample_words.txt")).unwrap();
    let counted = Counted::of(&Scope::all().chosen(sample::project()));
    let words = words(&counted, &plain());
    assert_eq!(counted.words(), 21_962, "wc -l of the words before they are counted");
    let mut lines: Vec<(usize, String)> =
        words.iter().filter(|word| word.count >= 3).map(|word| (word.count, word.forms[0].0.clone())).collect();
    lines.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let got: Vec<String> = lines.into_iter().map(|(count, word)| format!("{count} {word}")).collect();
    assert_eq!(got, expected.lines().collect::<Vec<_>>());
}
