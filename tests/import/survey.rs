//! Tables that are not as they should be: marks that nobody closed, two rows of one name, and what only looks like a
//! transcript.

use kodebok::import::report::Loss;
use kodebok::import::survey::Layout;
use kodebok::import::{Choices, Content};
use kodebok::model::case::AttributeKind;

use crate::support::reading::{read, reader};

/// The rows of a table, a bar between the cells, and what was lost.
fn rows(table: &str) -> (Vec<String>, Vec<Loss>) {
    let read = read("svar.csv", table.as_bytes()).expect("a table");
    let Content::Survey(survey) = read.content else { panic!("a table") };
    (survey.table.rows.iter().map(|row| row.join("|")).collect(), read.losses)
}

#[test]
fn a_mark_that_is_never_closed_is_told_and_joins_no_rows() {
    let cases: [(&str, &[&str], &[usize]); 9] = [
        ("id;svar\n1;\"Ja da\n2;Nei\n3;Kanskje", &["1|\"Ja da", "2|Nei", "3|Kanskje"], &[2]),
        // What would close it opens a cell of its own.
        ("id;svar\n1;\"Ja da\n2;\"Nei; aldri\"\n3;Nå", &["1|\"Ja da", "2|Nei; aldri", "3|Nå"], &[2]),
        ("id,svar\n1,\"Ja\n2,\"Nei\n3,Nå\n", &["1|\"Ja", "2|\"Nei", "3|Nå"], &[2, 3]),
        ("id\tsvar\n1\t\"Ja \"\"da\"\" sa hun\n2\tNei\n", &["1|\"Ja \"\"da\"\" sa hun", "2|Nei"], &[2]),
        // An answer over two lines is one row.
        ("id;svar\n1;\"Ja\nda\"\n2;\"Nei\n3;Nå", &["1|Ja\nda", "2|\"Nei", "3|Nå"], &[3]),
        // Nothing is wrong with these.
        ("id;svar\n1;\"Ja\nda\"\n2;Nei", &["1|Ja\nda", "2|Nei"], &[]),
        ("id;svar\n1;\"Sa \"\"ja\"\"; da\"\n2;\"\"\n", &["1|Sa \"ja\"; da", "2|"], &[]),
        ("id;svar\n1;19\" skjerm\n2;Nei \"da\"\n", &["1|19\" skjerm", "2|Nei \"da\""], &[]),
        ("id;svar\n1;\"Ja\" sa hun\n2;Nei\n", &["1|Ja sa hun", "2|Nei"], &[]),
    ];
    for (table, expected, open) in cases {
        let (rows, losses) = rows(table);
        assert_eq!(rows, expected, "{table}");
        let told = (!open.is_empty()).then(|| Loss::OpenQuotes { rows: open.to_vec() });
        assert_eq!(losses, Vec::from_iter(told), "{table}");
    }
}

#[test]
fn rows_of_one_name_are_one_case_and_what_they_contradict_is_told() {
    let table = "navn;alder;by;svar\nAnne;34;;Ja\nPer;50;Oslo;Nei\nanne;35;Bodø;Nå\nAnne;34;Oslo;Vel";
    let layout = Layout {
        case: Some(0),
        texts: vec![3],
        attributes: vec![(1, AttributeKind::Number), (2, AttributeKind::Text)],
    };
    let choices = Choices { survey: Some(layout), ..Choices::default() };
    let read = reader().read("svar.csv", table.as_bytes(), &choices).expect("a table");
    let samples = |samples: &[&str]| samples.iter().map(|sample| (*sample).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        read.losses,
        [
            Loss::SameCase { count: 2, samples: samples(&["anne", "Anne"]) },
            Loss::Contradicted { count: 2, samples: samples(&["anne, alder: 34 / 35", "Anne, by: Bodø / Oslo"]) },
        ]
    );
    let Content::Survey(survey) = read.content else { panic!("a table") };
    assert_eq!((survey.cases.case_count(), survey.cases.rows.len()), (2, 4));
    let values: Vec<String> = survey.cases.rows.iter().map(|row| row.values.join("|")).collect();
    assert_eq!(values, ["34|", "50|Oslo", "|Bodø", "34|"]);
}

#[test]
fn a_table_of_cues_tells_times_that_cannot_be_read() {
    let table = "start;end;text\n0;900;Da gikk vi.\nfem;9900;Hjem.\n19000;19900;Ja.\n";
    let told = read("a.csv", table.as_bytes()).expect("a transcript");
    let Content::Text(source) = &told.content else { panic!("a transcript") };
    assert!(source.text.contains("Da gikk vi.") && source.text.contains("Hjem."), "{}", source.text);
    assert_eq!(told.losses, [Loss::BadTimes { count: 1 }]);
    // Where no time at all can be read it is a table of something else.
    let table = "start;end;text\nvår;høst;Da gikk vi.\nhøst;vår;Hjem.\n";
    let told = read("a.csv", table.as_bytes()).expect("a table");
    assert!(matches!(told.content, Content::Survey(_)));
}
