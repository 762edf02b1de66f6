//! Search and replace: what is found, what would be written there, and why an expression cannot be used.

use kodebok::analysis::replacing::{BadPattern, Letters, MOST, Reading, Wanted, around, search};
use kodebok::analysis::scope::Excluded;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::SourceId;
use kodebok::model::project::Project;
use kodebok::text::indexed::IndexedText;
use kodebok::text::normal::normal;

use crate::support::study::Study;

const TEXT: &str = "Skolen ligger ved skolen. Skole, skoler og barneskolen.";

fn sources(project: &Project) -> Vec<SourceId> {
    project.sources().map(|source| source.id).collect()
}

/// Each hit as `place:old>new`.
#[track_caller]
fn check(text: &str, wanted: &Wanted, expected: &[&str]) {
    let mut study = Study::new("test");
    study.source("Tekst", text);
    let project = study.project();
    let found = search(&project, &sources(&project), wanted).expect("it can be sought");
    let told: Vec<String> = found
        .hits
        .iter()
        .map(|hit| {
            let old = project.source(hit.source).map_or("", |source| source.quote(hit.span));
            format!("{}:{old}>{}", hit.span.start(), hit.new)
        })
        .collect();
    assert_eq!(told, expected, "{wanted:?}");
}

fn wanted(old: &str, new: &str, reading: Reading, letters: Letters) -> Wanted {
    Wanted { old: old.to_owned(), new: new.to_owned(), reading, letters, excluded: Excluded::Out }
}

#[test]
fn words_are_found_as_they_stand_or_alone_with_capitals_or_without() {
    use Letters::{Alike, Apart};
    use Reading::{Plain, WholeWords};
    check(TEXT, &wanted("skolen", "S", Plain, Alike), &["0:Skolen>S", "18:skolen>S", "48:skolen>S"]);
    check(TEXT, &wanted("skolen", "S", Plain, Apart), &["18:skolen>S", "48:skolen>S"]);
    check(TEXT, &wanted("skolen", "S", WholeWords, Alike), &["0:Skolen>S", "18:skolen>S"]);
    check(TEXT, &wanted("skole", "S", WholeWords, Alike), &["26:Skole>S"]);
    // Signs of an expression are plain signs here.
    check("Hva? (nei) [ja]", &wanted("(nei)", "$1", Plain, Alike), &["5:(nei)>$1"]);
    check("blåbær på å", &wanted("å", "aa", WholeWords, Alike), &["10:å>aa"]);
    check("a.b.c", &wanted(".", "", WholeWords, Alike), &["1:.>", "3:.>"]);
}

#[test]
fn an_expression_may_use_what_its_groups_found() {
    use Letters::{Alike, Apart};
    let pattern = |old, new, letters| wanted(old, new, Reading::Pattern, letters);
    check("kl 10 og kl 11", &pattern(r"kl (\d+)", "klokka $1", Apart), &["0:kl 10>klokka 10", "9:kl 11>klokka 11"]);
    check("Ola Hansen", &pattern(r"(?P<f>\w+) (\w+)", "$2, ${f}", Alike), &["0:Ola Hansen>Hansen, Ola"]);
    check("eh\nja\neh", &pattern("^eh$", "", Alike), &["0:eh>", "6:eh>"]);
    // Where nothing stands, and where nothing would change, is nothing to replace.
    check("aaa", &pattern("b*", "x", Alike), &[]);
    check("ja Ja", &pattern("ja", "ja", Alike), &["3:Ja>ja"]);
}

#[test]
fn what_is_typed_is_sought_in_the_form_in_which_texts_are_kept() {
    let decomposed = "bla\u{30a}ba\u{308}r";
    assert_ne!(normal(decomposed).0, decomposed);
    check("blåbär her", &wanted(decomposed, "ba\u{308}r", Reading::Plain, Letters::Alike), &["0:blåbär>bär"]);
}

#[test]
fn a_bad_expression_is_told_by_its_fault() {
    let project = Study::new("test").project();
    for (pattern, fault) in [
        ("(ja", BadPattern::Unbalanced),
        ("ja)", BadPattern::Unbalanced),
        ("[ja", BadPattern::Unbalanced),
        ("*ja", BadPattern::Repetition),
        ("a{2,1}", BadPattern::Repetition),
        (r"\", BadPattern::Escape),
        (r"\y", BadPattern::Escape),
        (r"(ja)\1", BadPattern::TooClever),
        ("(?=ja)", BadPattern::TooClever),
        (r"(\w{1000}){1000}", BadPattern::TooLarge),
        (r"\p{Finnesikke}", BadPattern::Unreadable),
    ] {
        let wanted = wanted(pattern, "", Reading::Pattern, Letters::Alike);
        assert_eq!(search(&project, &[], &wanted), Err(fault), "{pattern}");
    }
}

#[test]
fn a_hit_says_which_codings_it_touches_and_what_is_set_aside_stays_out() {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Code, Origin::Data);
    study.code("home", CodeKind::Code, Origin::Data);
    let id = study.source("En", "Vi <trust>følte <home>oss trygge</trust> hjemme</home>. Vi gikk. Vi kom.");
    study.source("To", "Vi sov.");
    study.set_aside(id, "Vi gikk.");
    let project = study.project();
    let mut asked = wanted("vi", "de", Reading::WholeWords, Letters::Alike);
    let places = |asked: &Wanted, sources: &[SourceId]| {
        let found = search(&project, sources, asked).unwrap();
        found.hits.iter().map(|hit| hit.span.start()).collect::<Vec<_>>()
    };
    assert_eq!(places(&asked, &sources(&project)), [0, 37, 0]);
    assert_eq!(places(&asked, &[id]), [0, 37]);
    asked.excluded = Excluded::In;
    assert_eq!(places(&asked, &[id]), [0, 28, 37]);
    let found = search(&project, &[id], &wanted("oss", "dem", Reading::Plain, Letters::Alike)).unwrap();
    let codes: Vec<_> = found.hits[0].codings.iter().map(|id| project.coding(*id).unwrap().code).collect();
    assert_eq!(codes.iter().filter_map(|code| project.code_name(*code)).collect::<Vec<_>>(), ["trust", "home"]);
    let found = search(&project, &[id], &wanted("kom", "gikk", Reading::Plain, Letters::Alike)).unwrap();
    assert!(found.hits[0].codings.is_empty());
}

#[test]
fn there_is_an_end_to_what_is_shown() {
    let mut study = Study::new("test");
    study.source("Lang", &"a ".repeat(MOST + 1));
    let project = study.project();
    let found = search(&project, &sources(&project), &wanted("a", "b", Reading::Plain, Letters::Alike)).unwrap();
    assert_eq!((found.hits.len(), found.more), (MOST, true));
    assert_eq!(search(&project, &sources(&project), &Wanted::default()).unwrap().hits.len(), 0);
}

#[test]
fn a_hit_is_shown_with_the_words_around_it_in_its_line() {
    let text = IndexedText::new("Første linje.\nDen blå bilen kjørte.\nSiste.".to_owned());
    let span = kodebok::model::span::Span::new(18, 21).unwrap();
    assert_eq!(text.slice(18, 21), "blå");
    assert_eq!(around(&text, span, 40), ("Den ", " bilen kjørte."));
    assert_eq!(around(&text, span, 8), ("Den ", " bilen"));
    assert_eq!(around(&text, span, 2), ("", ""), "never half a word");
}

#[test]
fn a_sentence_keeps_its_capital() {
    use Letters::{Alike, Apart};
    use Reading::{Pattern, Plain, WholeWords};
    let text = "Klynga er stor. Den er klynga vår. – Klynga! Hos Klynga.";
    let first = ["0:Klynga>Nettverket", "23:klynga>nettverket", "37:Klynga>Nettverket", "49:Klynga>nettverket"];
    check(text, &wanted("klynga", "nettverket", Plain, Alike), &first);
    check(text, &wanted("klynga", "nettverket", WholeWords, Alike), &first);
    // Whoever types capitals has said which they want; so has whoever tells them apart, or writes an expression.
    let typed = ["0:Klynga>nettverket", "23:klynga>nettverket", "37:Klynga>nettverket", "49:Klynga>nettverket"];
    check(text, &wanted("Klynga", "nettverket", Plain, Alike), &typed);
    check(text, &wanted("klynga", "nettverket", Pattern, Alike), &typed);
    check(text, &wanted("klynga", "nettverket", Plain, Apart), &["23:klynga>nettverket"]);
    check("Å ja. «å ja»", &wanted("å", "øh", WholeWords, Alike), &["0:Å>Øh", "7:å>øh"]);
}
