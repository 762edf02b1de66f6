//! Codes counted against everything, in the field's notation; the numbers are counted by hand.

use std::sync::Arc;

use kodebok::analysis::cooccurrence::Near;
use kodebok::analysis::matrix::Measure;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::sequences::Within;
use kodebok::analysis::{ANALYSES, Options, Reach};
use kodebok::lang::Language;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::project::Project;

use crate::support::answer::{asked, check, lines, opened};
use crate::support::study::Study;

/// Three interviews; the third belongs to nobody and has no turns.
fn study() -> Arc<Project> {
    let mut study = Study::new("test");
    study.code("trust", CodeKind::Theme, Origin::Theory);
    study.code("trust/home", CodeKind::Code, Origin::Data);
    study.code("money", CodeKind::Code, Origin::Data);
    let first = study.source(
        "I 1",
        "Anna: Is it <trust>safe here</trust>?
         Kari: Yes, <trust/home>it is <money by Eva>like home</money></trust/home> to us.
         Anna: <money>And the pay?</money>",
    );
    let second = study.source(
        "I 2",
        "Anna: So <money>you pay
         Per: them</money> well. <trust by Eva>We rely on them</trust>.",
    );
    study.source("I 3", "<trust/home>At home</trust/home> all is <money>cheap</money>.");
    study.case("Baker", first, &[("size", "small"), ("place", "north")]);
    study.case("Builder", second, &[("size", "large"), ("place", "north")]);
    study.case("Owner", second, &[("size", "small")]);
    study.project()
}

fn counting(measure: Measure) -> Options {
    Options { measure, ..Options::default() }
}

#[test]
fn codes_in_numbers() {
    // 14 words are said in the first interview, 9 in the second and 5 in the third: 28.
    check(
        &study(),
        "codes",
        &Options::default(),
        "
        Code | Codings | Sources | Coders | Words | Share of the text | Codings with codes below | Sources with codes below | Coders with codes below | Words with codes below | Share with codes below
        trust | 2 | 2 | 2 | 6 | 21% | 4 | 3 | 2 | 12 | 43%
        ·home | 2 | 2 | 1 | 6 | 21% | 2 | 2 | 1 | 6 | 21%
        money | 4 | 3 | 2 | 9 | 32% | 4 | 3 | 2 | 9 | 32%
        ",
    );
}

#[test]
fn a_code_against_sources() {
    let project = study();
    check(
        &project,
        "codes-sources",
        &counting(Measure::Codings),
        "
        Code | I 1 | I 2 | I 3
        trust | 2 | 1 | 1
        ·home | 1 | 0 | 1
        money | 2 | 1 | 1
        ",
    );
    check(
        &project,
        "codes-sources",
        &counting(Measure::Words),
        "
        Code | I 1 | I 2 | I 3
        trust | 6 | 4 | 2
        ·home | 4 | 0 | 2
        money | 5 | 3 | 1
        ",
    );
    check(
        &project,
        "codes-sources",
        &Options { reach: Reach::Own, ..counting(Measure::Codings) },
        "
        Code | I 1 | I 2 | I 3
        trust | 1 | 1 | 0
        ·home | 1 | 0 | 1
        money | 2 | 1 | 1
        ",
    );
}

#[test]
fn a_code_against_cases_and_their_values() {
    let project = study();
    check(
        &project,
        "codes-cases",
        &counting(Measure::Codings),
        "
        Code | Baker | Builder | Owner | Without a case
        trust | 2 | 1 | 1 | 1
        ·home | 1 | 0 | 0 | 1
        money | 2 | 1 | 1 | 1
        ",
    );
    check(
        &project,
        "codes-values",
        &counting(Measure::Cases),
        "
        Code | large | small | Not known
        trust | 2 | 3 | 0
        ·home | 0 | 1 | 0
        money | 2 | 3 | 0
        ",
    );
    let place = project.attributes()[1].id;
    check(
        &project,
        "codes-values",
        &Options { attribute: Some(place), ..counting(Measure::Sources) },
        "
        Code | north | Not known
        trust | 2 | 1
        ·home | 1 | 1
        money | 2 | 1
        ",
    );
    let table = asked(&project, "codes-cases", &Scope::all(), &Options::default());
    assert_eq!(opened(&project, table.rows[0].opens_at(4)), ["At home"], "what belongs to nobody opens too");
}

#[test]
fn a_code_against_who_says_it_and_who_coded_it() {
    let project = study();
    check(
        &project,
        "codes-speakers",
        &counting(Measure::Words),
        "
        Code | Anna | Kari | Per | Nobody known
        trust | 2 | 4 | 4 | 2
        ·home | 0 | 4 | 0 | 2
        money | 5 | 2 | 1 | 1
        ",
    );
    check(
        &project,
        "codes-speakers",
        &counting(Measure::Codings),
        "
        Code | Anna | Kari | Per | Nobody known
        trust | 1 | 1 | 1 | 1
        ·home | 0 | 1 | 0 | 1
        money | 2 | 1 | 1 | 1
        ",
    );
    check(
        &project,
        "codes-coders",
        &counting(Measure::Codings),
        "
        Code | Eva | Ola
        trust | 1 | 3
        ·home | 0 | 2
        money | 1 | 3
        ",
    );
}

#[test]
fn a_scope_narrows_the_words_and_the_rows() {
    let project = study();
    let money = project.codebook().find(&["money"]).expect("a code");
    let scope = Scope { codes: [money].into(), speakers: ["Anna".to_owned()].into(), ..Scope::all() };
    let options = Options { language: Language::English, ..counting(Measure::Words) };
    let table = asked(&project, "codes-sources", &scope, &options);
    assert_eq!(lines(&table), ["Code | I 1 | I 2 | I 3", "money | 3 | 2 | 0"]);
}

#[test]
fn codes_that_share_words_occur_together() {
    let mut study = Study::new("test");
    for path in ["trust", "home", "work"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    study.source(
        "I 1",
        "A: I <trust>felt <home>safe</trust> there</home> and <work>worked</work>.
         B: <trust>So</trust><home>so</home> <work>it was</work> <trust>we</trust>",
    );
    let project = study.project();
    check(
        &project,
        "co-occurrence",
        &Options::default(),
        "
        Code | trust | home | work
        trust | – | 1 | –
        home | 1 | – | –
        work | – | – | –
        ",
    );
    // c: one of three and two codings, 1 ÷ (3 + 2 − 1).
    check(
        &project,
        "code-pairs",
        &Options::default(),
        "
        One code | The other code | Times together | Codings of the one | Codings of the other | c-coefficient
        trust | home | 1 | 3 | 2 | 0.25
        ",
    );
    // Nothing stands between «worked» and «So», «so» and «it was», «it was» and «we».
    check(
        &project,
        "co-occurrence",
        &Options { near: Near::Words(0), ..Options::default() },
        "
        Code | trust | home | work
        trust | – | 2 | 3
        home | 2 | – | 2
        work | 3 | 2 | –
        ",
    );
    // One word, «and», stands between «safe there» and «worked».
    check(
        &project,
        "co-occurrence",
        &Options { near: Near::Words(1), ..Options::default() },
        "
        Code | trust | home | work
        trust | – | 2 | 3
        home | 2 | – | 3
        work | 3 | 3 | –
        ",
    );
    check(
        &project,
        "co-occurrence",
        &Options { near: Near::Turn, ..Options::default() },
        "
        Code | trust | home | work
        trust | – | 3 | 3
        home | 3 | – | 2
        work | 3 | 2 | –
        ",
    );
}

#[test]
fn a_code_is_not_together_with_the_one_above_it_and_no_coefficient_passes_one() {
    let mut study = Study::new("test");
    for path in ["trust", "trust/home", "work"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    study.source(
        "I 1",
        "<work><trust/home>safe</trust/home> and <trust>sound</trust> and <trust/home>well</trust/home></work>",
    );
    let project = study.project();
    // One long coding of work meets three of trust: one of work at the least, 1 ÷ (3 + 1 − 1).
    check(
        &project,
        "code-pairs",
        &Options::default(),
        "
        One code | The other code | Times together | Codings of the one | Codings of the other | c-coefficient
        home | work | 2 | 2 | 1 | 0.50
        trust | work | 3 | 3 | 1 | 0.33
        ",
    );
    let table = asked(&project, "code-pairs", &Scope::all(), &Options::default());
    let words = opened(&project, table.rows[0].opens_at(2));
    assert_eq!(words, ["safe", "safe and sound and well", "well"]);
}

#[test]
fn what_follows_is_what_starts_first_after_the_end() {
    let mut study = Study::new("test");
    for path in ["a", "b", "c"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    study.source(
        "I 1",
        "X: <a>one <b>two</a> three</b> <c>four</c>
         Y: <a>five</a> <a>six</a> <b><c>seven</c></b>",
    );
    let project = study.project();
    check(
        &project,
        "sequences",
        &Options::default(),
        "
        Code | a | b | c
        a | 1 | 1 | 2
        b | – | – | 1
        c | 1 | – | –
        ",
    );
    check(
        &project,
        "sequences",
        &Options { within: Within::Turn, ..Options::default() },
        "
        Code | a | b | c
        a | 1 | 1 | 2
        b | – | – | 1
        c | – | – | –
        ",
    );
}

#[test]
fn every_analysis_answers_an_empty_study_and_has_a_name_of_its_own() {
    let empty = Study::new("").project();
    let mut names: Vec<&str> = ANALYSES.iter().map(|analysis| analysis.name()).collect();
    for analysis in ANALYSES {
        for language in Language::ALL {
            let options = Options { language, ..Options::default() };
            assert!(!analysis.run(&empty, &Scope::all(), &options).title.is_empty(), "{}", analysis.name());
            assert!(!analysis.title(language).is_empty() && !analysis.method(&options).is_empty());
        }
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ANALYSES.len());
}
