//! Texts are corrected while they are coded: by one coder, by two at once, undone, and in whatever order it arrives.

use kodebok::journal::notice::Notice;
use kodebok::model::weave::Difference;

use crate::support::script::{check, run};
use crate::support::team::Team;

fn text(team: &Team) -> &str {
    let source = team.project(0).sources().next().expect("a source");
    source.text.as_deref().expect("its text").as_str()
}

/// The words of the first coding in the end.
#[track_caller]
fn coded(script: &str, expected: &str) -> Team {
    let team = run(&format!("Kari: new trust\n{script}"));
    let project = team.project(0);
    let words: Vec<&str> = project.codings().map(|coding| project.quote(coding)).collect();
    assert_eq!(words, [expected], "in {:?}", text(&team));
    team
}

#[test]
fn a_coding_stays_on_its_words_whatever_is_corrected_before_it() {
    coded("Kari: code afraid as trust\nKari: correct I felt safe to We all felt quite safe", "afraid");
    coded("Kari: code afraid as trust\nKari: strike I felt safe there with them, but", "afraid");
    coded("Kari: correct safe to very safe\nKari: code afraid as trust\nKari: correct felt to feel", "afraid");
}

#[test]
fn corrections_within_a_coding_belong_to_it() {
    coded("Kari: code felt safe there as trust\nKari: correct safe to secure", "felt secure there");
    coded("Kari: code felt safe there as trust\nKari: insert quite before safe", "felt quite safe there");
    coded("Kari: code felt safe there as trust\nKari: strike  safe", "felt there");
}

#[test]
fn what_is_written_instead_of_coded_words_takes_their_place() {
    coded("Kari: code safe as trust\nKari: replace safe to [place 1]", "[place 1]");
    coded("Kari: code felt safe as trust\nKari: replace safe to secure", "felt secure");
    coded("Kari: code safe there as trust\nKari: replace safe to secure", "secure there");
    // The last letter alone, and then once more.
    coded("Kari: code the sea as trust\nKari: correct sea to seas\nKari: correct seas to seaside", "the seaside");
    coded("Kari: code safe as trust\nKari: replace safe to sure\nKari: replace sure to certain", "certain");
}

#[test]
fn an_ending_or_a_beginning_that_is_attached_to_a_coded_word_belongs_to_it() {
    coded("Kari: code others as trust\nKari: correct others to otherwise", "otherwise");
    coded("Kari: code them as trust\nKari: correct them, to themselves,", "themselves");
    coded("Kari: code safe as trust\nKari: correct safe to unsafe", "unsafe");
    // A new word beside it does not.
    coded("Kari: code safe as trust\nKari: insert quite before safe", "safe");
    coded("Kari: code safe as trust\nKari: insert right before there", "safe");
}

#[test]
fn what_the_other_coder_coded_meanwhile_stays_on_its_words() {
    coded("sync\nKari: correct I felt to We all felt\nOla: code afraid of us as trust", "afraid of us");
    coded("sync\nKari: replace afraid to scared\nOla: code afraid of us as trust", "scared of us");
    coded("sync\nKari: replace of us to of all\nOla: code afraid of us as trust", "afraid of all");
}

#[test]
fn two_corrections_at_once_both_count() {
    let team = run("Kari: correct felt to feel\nOla: correct afraid to scared");
    assert_eq!(text(&team), "I feel safe there with them, but the others were scared of us and of the sea.");
    let team = coded(
        "Kari: code safe as trust\nsync\nKari: replace safe to secure\nOla: replace safe to certain",
        "certainsecure",
    );
    assert_eq!(text(&team).split(' ').nth(2), Some("certainsecure"));
}

#[test]
fn undo_takes_back_a_correction_and_nothing_of_what_came_after() {
    let team = coded(
        "Kari: replace safe to secure\nKari: code secure there as trust\nsync\nOla: correct felt to feel\nsync
         Kari: undo\nKari: undo\nKari: redo\nKari: redo",
        "secure there",
    );
    assert!(text(&team).starts_with("I feel secure there"));
    // Ola codes what Kari then takes back.
    let team = run("Kari: new trust\nKari: insert quite before safe\nsync\nOla: code quite safe as trust\nKari: undo");
    assert_eq!(text(&team), "I felt safe there with them, but the others were afraid of us and of the sea.");
}

#[test]
fn a_coding_whose_words_were_all_deleted_is_kept_and_told() {
    let script = "Kari: new trust\nKari: code afraid as trust\nKari: strike were afraid of us";
    let team = run(script);
    let lost: Vec<_> = team.project(0).lost_codings().collect();
    let source = team.project(0).sources().next().expect("a source");
    assert_eq!(lost.len(), 1);
    assert_eq!(source.words_ever(lost[0].at), "afraid");
    assert_eq!(lost[0].place, 44, "behind «but the others »");
    assert_eq!(team.machines[0].fold.notices(), [Notice::CodingsWithoutWords { source: source.id, codings: 1 }]);
    assert_eq!(team.project(0).coding_count(), 0);
    // Whoever takes the correction back has the coding again.
    check(&format!("{script}\nKari: undo"), "trust · Kari: afraid");
}

#[test]
fn what_was_changed_can_be_set_against_the_imported_text() {
    let team = run("Kari: replace safe to secure\nKari: strike  with them\nKari: insert quite before secure");
    let source = team.project(0).sources().next().expect("a source");
    assert!(source.is_corrected());
    let imported = source.imported.as_deref().expect("a text");
    let now = source.text.as_deref().expect("a text");
    let told: Vec<String> = source
        .differences()
        .into_iter()
        .map(|difference| match difference {
            Difference::Kept(old, _) => imported.slice(old.start, old.end).to_owned(),
            Difference::Deleted(old) => format!("[-{}-]", imported.slice(old.start, old.end)),
            Difference::Inserted(new) => format!("[+{}+]", now.slice(new.start, new.end)),
        })
        .collect();
    let expected =
        "I felt [+quite +][-safe-][+secure+] there[- with them-], but the others were afraid of us and of the sea.";
    assert_eq!(told.concat(), expected);
}

#[test]
fn words_set_aside_move_with_the_text_and_come_back() {
    let excluded = |script: &str| {
        let team = run(script);
        let source = team.project(0).sources().next().expect("a source");
        let words: Vec<String> = source.excluded().iter().map(|span| source.quote(*span).to_owned()).collect();
        words.join(" | ")
    };
    assert_eq!(excluded("Kari: exclude with them"), "with them");
    assert_eq!(excluded("Kari: exclude with them\nKari: correct I felt to We all felt"), "with them");
    assert_eq!(excluded("Kari: exclude with them, but\nKari: exclude but the others"), "with them, but | the others");
    assert_eq!(excluded("Kari: exclude felt safe there with them\nKari: include safe there"), "felt | with them");
    assert_eq!(excluded("Kari: exclude safe\nsync\nOla: include safe\nKari: correct safe to secure"), "");
    assert_eq!(excluded("Kari: exclude safe\nKari: undo"), "");
    let again = "Kari: exclude felt safe there with them\nKari: reason safe there";
    assert_eq!(excluded(again), "felt | safe there | with them");
    assert_eq!(excluded(&format!("{again}\nKari: undo")), "felt safe there with them");
    assert_eq!(excluded("Kari: reason safe there"), "", "what counts is not set aside by that");
}

#[test]
fn an_erased_source_is_gone_whatever_arrives_later() {
    let script = "Kari: new trust\nsync\nKari: erase\nOla: code afraid as trust\nOla: correct felt to feel";
    let team = check(script, "trust");
    assert_eq!(team.project(0).sources().count(), 0);
    assert_eq!(team.project(0).lost_codings().count(), 0);
    let mut team = run(&format!("{script}\nsync\nKari: undo"));
    assert_eq!(team.project(0).sources().count(), 0, "erasing is not undone");
    let again = team.add_source(1, "Again", crate::support::script::TEXT);
    assert_eq!(again, Err(kodebok::journal::edit::Refusal::SourceErased));
}
