//! What a scope chooses: stretches of texts, and codings, in the field's notation.

use kodebok::analysis::Reach;
use kodebok::analysis::scope::{Excluded, Scope};
use kodebok::analysis::table::Key;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::project::Project;

use crate::support::study::Study;

/// Two interviews, of a baker and of a builder.
fn study() -> Study {
    let mut study = Study::new("test");
    for path in ["trust", "trust/home", "money"] {
        study.code(path, CodeKind::Code, Origin::Data);
    }
    let bakery = study.source(
        "Informant 1",
        "Intervjuer: Er det <trust>trygt her</trust>?
         Kari: Ja, <trust/home>det er <money by Eva>som hjemme</money></trust/home>.",
    );
    let building =
        study.source("Informant 2", "Vi <money>tjener nok</money>, og <trust by Eva>vi stoler på dem</trust>.");
    study.case("Bakeriet", bakery, &[("klynge", "nord")]);
    study.case("Bygg", building, &[("klynge", "sør")]);
    study
}

/// The stretches asked, a bar between two, a line a source; then the words of the codings.
fn asked(project: &Project, scope: &Scope) -> String {
    let chosen = scope.chosen(project);
    let lines = chosen.sources().map(|source| {
        let spans = chosen.spans(source.id);
        assert_eq!(spans, scope.spans(project, source.id), "asked of one source and of all");
        spans.into_iter().map(|span| source.quote(span)).collect::<Vec<_>>().join(" | ").replace('\n', " / ")
    });
    let codings = scope.codings(project).map(|coding| project.quote(coding)).collect::<Vec<_>>();
    assert!(scope.codings(project).all(|coding| chosen.has(coding)));
    lines.chain([format!("= {}", codings.join(" | "))]).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(narrow: impl FnOnce(&Project, &mut Scope), expected: &str) {
    let project = study().project();
    let mut scope = Scope::all();
    narrow(&project, &mut scope);
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let asked = asked(&project, &scope);
    assert_eq!(asked.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected);
}

fn code(project: &Project, path: &[&str]) -> kodebok::model::id::CodeId {
    project.codebook().find(path).expect("the study has it")
}

#[test]
fn everything_is_every_text_and_every_coding() {
    check(
        |_, _| (),
        "Er det trygt her? / Ja, det er som hjemme.
         Vi tjener nok, og vi stoler på dem.
         = trygt her | det er som hjemme | som hjemme | tjener nok | vi stoler på dem",
    );
}

#[test]
fn speakers_give_their_turns_and_the_codings_in_them() {
    check(
        |_, scope| scope.speakers.extend(["Kari".to_owned()]),
        "Ja, det er som hjemme.\n= det er som hjemme | som hjemme",
    );
}

#[test]
fn codes_give_what_they_cover_with_those_under_them_or_without() {
    check(
        |project, scope| scope.codes.extend([code(project, &["trust"])]),
        "trygt her | det er som hjemme
         vi stoler på dem
         = trygt her | det er som hjemme | vi stoler på dem",
    );
    check(
        |project, scope| {
            scope.codes.extend([code(project, &["trust"])]);
            scope.reach = Reach::Own;
        },
        "trygt her\nvi stoler på dem\n= trygt her | vi stoler på dem",
    );
}

#[test]
fn cases_and_their_values_give_their_sources() {
    check(
        |project, scope| {
            let attribute = project.attributes()[0].id;
            scope.values.insert(attribute, ["sør".to_owned()].into());
        },
        "Vi tjener nok, og vi stoler på dem.\n= tjener nok | vi stoler på dem",
    );
    check(
        |project, scope| {
            scope.cases.insert(project.cases()[0].id);
            scope.coders.extend(project.coders().filter(|coder| coder.name == "Eva").map(|coder| coder.id));
        },
        "som hjemme\n= som hjemme",
    );
}

#[test]
fn what_was_set_aside_is_asked_only_on_purpose() {
    let mut study = study();
    let first = study.project().sources().next().expect("there are two").id;
    study.set_aside(first, "trygt her");
    study.set_aside(first, "Ja, ");
    let project = study.project();
    let only = Scope { sources: [first].into(), ..Scope::all() };
    assert_eq!(asked(&project, &only), "Er det  | ? /  | det er som hjemme.\n= det er som hjemme | som hjemme");
    let with = Scope { excluded: Excluded::In, ..only };
    assert_eq!(
        asked(&project, &with),
        "Er det trygt her? / Ja, det er som hjemme.\n= trygt her | det er som hjemme | som hjemme"
    );
}

#[test]
fn keys_narrow_a_scope_and_never_widen_it() {
    let project = study().project();
    let (trust, home, money) =
        (code(&project, &["trust"]), code(&project, &["trust", "home"]), code(&project, &["money"]));
    let first = project.sources().next().expect("there are two").id;
    let only_trust = Scope { codes: [trust].into(), ..Scope::all() };
    let count = |keys: &[Key]| only_trust.narrowed(&project, keys).map(|scope| scope.codings(&project).count());
    assert_eq!(count(&[]), Some(3));
    assert_eq!(count(&[Key::Source(first)]), Some(2));
    assert_eq!(count(&[Key::Source(first), Key::Code(home, Reach::Family)]), Some(1));
    assert_eq!(count(&[Key::Code(trust, Reach::Own)]), Some(2));
    assert_eq!(count(&[Key::Code(money, Reach::Family)]), None);
    assert_eq!(count(&[Key::Speaker("Kari".to_owned()), Key::Speaker("Per".to_owned())]), None);
}
