//! What Whisper writes as lines of three cells: nothing is quoted, and no line is lost.

use kodebok::import::Content;
use kodebok::import::report::Loss;

use crate::support::reading::read;

/// The words of a transcript, a turn a line with its time, and what was lost.
fn told(lines: &str) -> (Vec<String>, Vec<Loss>) {
    let read = read("a.tsv", lines.as_bytes()).expect("it can be read");
    let Content::Text(source) = read.content else { panic!("it is a transcript") };
    let letters: Vec<char> = source.text.chars().collect();
    let turn = |turn: &kodebok::model::source::Turn| {
        let words: String = letters[turn.span.start() as usize..turn.span.end() as usize].iter().collect();
        format!("{} {words}", turn.start_ms.map_or("-".to_owned(), |ms| ms.to_string()))
    };
    (source.turns.iter().map(turn).collect(), read.losses)
}

#[test]
fn a_quotation_mark_is_a_letter_like_any_other() {
    let (turns, losses) =
        told("start\tend\ttext\n0\t900\t\"Ja, sa hun.\n9000\t9900\tDa gikk vi.\n19000\t19900\t\"Nei.\"\n");
    assert_eq!(turns, ["0 \"Ja, sa hun.", "9000 Da gikk vi.", "19000 \"Nei.\""]);
    assert_eq!(losses, []);
}

#[test]
fn a_line_with_other_cells_keeps_its_words_and_is_told() {
    let (turns, losses) = told("start\tend\ttext\n0\t900\tDa gikk vi.\n9000\tUten slutt.\n19000\t19900\tNei\tda.\n");
    let all = turns.join(" ");
    assert!(all.contains("Da gikk vi.") && all.contains("Uten slutt.") && all.contains("Nei da."), "{turns:?}");
    assert_eq!(losses, [Loss::BadTimes { count: 1 }]);
}
