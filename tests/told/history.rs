//! Every gesture is one plain sentence.

use kodebok::journal::edit::Edit;
use kodebok::journal::event::{Event, FreeText};
use kodebok::journal::template::Template;
use kodebok::lang::Language;
use kodebok::model::id::CoderId;
use kodebok::model::project::Project;
use kodebok::told::history::{Past, events};

use crate::support::events::one_of_each;
use crate::support::script::{run, step};

/// What the last line of a script did, in both languages.
#[track_caller]
fn says(script: &str, nb: &str, en: &str) {
    let lines: Vec<&str> = script.lines().map(str::trim).collect();
    let (last, before) = lines.split_last().expect("a script");
    let mut team = run(&before.join("\n"));
    step(&mut team, last).expect("it can be done");
    let fold = &team.machines[0].fold;
    let entry = fold.entries().next_back().expect("an entry");
    let told = [Language::Bokmal, Language::English]
        .map(|language| events(fold.project(), &Past::default(), &entry.events, language));
    assert_eq!(told, [nb, en]);
}

#[test]
fn coding_counts_the_words() {
    says(
        "Kari: new trust
         Kari: code felt safe there as trust",
        "Kodet 3 ord i Interview 1 som trust",
        "Coded 3 words in Interview 1 as trust",
    );
    says(
        "Kari: code felt as new trust",
        "Laget koden trust; kodet 1 ord i Interview 1 som trust",
        "Made the code trust; coded 1 word in Interview 1 as trust",
    );
}

#[test]
fn the_tree_is_told_by_its_names() {
    says(
        "Kari: new Læring\nKari: new uformell deling\nKari: move uformell deling under Læring",
        "Flyttet uformell deling inn under Læring",
        "Moved uformell deling to under Læring",
    );
    says(
        "Kari: new a\nKari: new b under a\nKari: move b to the top",
        "Flyttet b til øverste nivå",
        "Moved b to the top",
    );
    says("Kari: new a\nKari: new b\nKari: merge b into a", "Slo b sammen med a", "Merged b into a");
    says(
        "Kari: new a\nKari: new b under a\nKari: delete a",
        "Slettet a med alt under, i alt 2 koder",
        "Deleted a with all under it, 2 codes in all",
    );
    says("Kari: new a\nKari: new b under a", "Laget koden b under a", "Made the code b under a");
}

#[test]
fn cases_and_memos_are_told_by_what_they_are_about() {
    says("Kari: case Informant 1", "Opprettet informanten Informant 1", "Made the case Informant 1");
    says(
        "Kari: case Informant 1\nKari: attribute title\nKari: set Informant 1 . title = leader",
        "Satte title til leader for Informant 1",
        "Set title to leader for Informant 1",
    );
    says("Kari: new a\nKari: memo a = hm", "Skrev et notat om a", "Wrote a memo about a");
}

#[test]
fn founding_a_project_is_one_sentence() {
    let mut drawn = 0;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let founded = Template::Study.events("Klyngen", CoderId::new(1), "Kari", &mut draw);
    let told = events(&Project::default(), &Past::default(), &founded, Language::Bokmal);
    assert_eq!(told, "Opprettet studien Klyngen");
}

#[test]
fn every_kind_of_event_has_its_own_words() {
    let mut number = 1;
    let kinds = one_of_each(&mut || "navn".to_owned(), &mut || {
        number += 1;
        number
    });
    for event in &kinds {
        for language in Language::ALL {
            let told = events(&Project::default(), &Past::default(), std::slice::from_ref(event), language);
            let silent = matches!(event, Event::TurnsAdded { .. } | Event::AgreementFound { .. });
            let unknown = told.contains("ikke kjenner") || told.contains("does not know");
            assert_eq!(unknown, silent, "{told}");
            assert!(!told.contains(['{', '}']), "{told}");
        }
    }
}

#[test]
fn a_removed_coding_is_named_by_what_it_was() {
    let mut session = crate::support::session::in_memory();
    let source = crate::support::session::add_source(&mut session, "Interview 1", "We felt safe there.");
    let code = crate::support::session::add_code(&mut session, "trust");
    let span = kodebok::model::span::Span::new(3, 12).unwrap();
    session.edit(&Edit::ApplyCode { code, source, span }).unwrap();
    let coding = session.project().codings().next().unwrap().id;
    let remove = Edit::RemoveCodings { codings: vec![coding] };
    let before = Past::before(session.project(), &remove);
    let removed = session.edit(&remove).unwrap();
    let told = |past: &Past| events(session.project(), past, &removed, Language::English);
    assert_eq!(told(&before), "Removed a coding as trust in Interview 1");
    let all = Past::of(session.history().iter().rev().flat_map(|gesture| gesture.events()));
    assert_eq!(told(&all), "Removed a coding as trust in Interview 1");
    assert_eq!(told(&Past::default()), "Removed a coding");
}

#[test]
fn words_that_were_erased_leave_a_sign_and_not_a_hole() {
    let team = run("Kari: new trust");
    let project = team.machines[0].fold.project();
    let source = project.sources().next().unwrap().id;
    let code = project.codebook().codes().next().unwrap().id;
    let erased: FreeText = serde_json::from_str(r#"{"x":null}"#).unwrap();
    let told = |event: Event| events(project, &Past::default(), &[event], Language::Bokmal);
    let renamed = Event::CodeRenamed { code, name: erased.clone() };
    assert_eq!(told(renamed), "Ga en kode navnet [slettet]");
    let retitled = Event::SourceRenamed { source, title: erased.clone() };
    assert_eq!(told(retitled), "Ga en kilde tittelen [slettet]");
    let (speaker, role) = (0, kodebok::model::source::Role::Informant);
    let changed = Event::SpeakerChanged { source, speaker, name: erased, role };
    assert_eq!(told(changed), "Endret en taler i Interview 1 til [slettet]");
}

#[test]
fn several_of_a_kind_name_one_and_count_the_rest() {
    let team = run("Kari: new trust\nKari: new home");
    let project = team.machines[0].fold.project();
    let ids: Vec<_> = project.codebook().codes().map(|code| code.id).collect();
    let kind = |code| Event::CodeKindChanged { code, kind: kodebok::model::code::CodeKind::Theme };
    let told = events(project, &Past::default(), &[kind(ids[0]), kind(ids[1])], Language::English);
    assert!(told.ends_with("and 1 more of the kind"), "{told}");
}

#[test]
fn a_verdict_tells_what_was_done_with_the_coding() {
    let begins = "Ola: code felt as new trust\nOla: new fear\nsync\n";
    for (verdict, nb, en) in [
        (
            "keep felt",
            "Beholdt en koding som trust i Interview 1 i gjennomgangen",
            "Kept a coding as trust in Interview 1 in review",
        ),
        (
            "remove felt",
            "Fjernet en koding som trust i Interview 1 i gjennomgangen",
            "Removed a coding as trust in Interview 1 in review",
        ),
        (
            "add safe as fear",
            "La til en koding som fear i Interview 1 i gjennomgangen",
            "Added a coding as fear in Interview 1 in review",
        ),
        (
            "question felt = of what?",
            "Stilte spørsmål ved en koding som trust i Interview 1",
            "Questioned a coding as trust in Interview 1",
        ),
    ] {
        says(&format!("{begins}Kari: review {verdict}"), nb, en);
    }
}

#[test]
fn double_coding_is_told_from_its_beginning_to_what_was_agreed() {
    let begun = "Kari: code felt as new trust\nsync\nKari: double Kari Ola of felt safe";
    says(begun, "Begynte blind dobbeltkoding for Kari og Ola", "Began blind double coding for Kari and Ola");
    says(&format!("{begun}\nKari: unveil"), "Avdekket en dobbeltkoding", "Unveiled a double coding");
    says(
        &format!("{begun}\nKari: unveil\nKari: settle felt as trust: Kari"),
        "Avgjorde en uenighet om trust i Interview 1: kodingen til Kari gjelder",
        "Settled a disagreement on trust in Interview 1: what Kari has counts",
    );
}
