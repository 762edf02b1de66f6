//! What a study decides about words, and the searches it keeps: the last word counts, and all of it can be undone.

use kodebok::journal::edit::lexicon::WordEdit;
use kodebok::journal::edit::{Edit, Refusal};
use kodebok::journal::event::Event;
use kodebok::model::id::SourceId;
use kodebok::model::lexicon::Standing;
use kodebok::model::project::Project;
use kodebok::model::search::{Near, Query, Way};
use kodebok::session::Session;
use kodebok::text::tongue::Tongue;

use crate::support::session::{add_source, in_memory};
use crate::support::team::Team;

fn weigh(words: &[&str], standing: Standing) -> Edit {
    Edit::Words(WordEdit::Weigh { words: words.iter().map(|word| (*word).to_owned()).collect(), standing })
}

fn group(words: &[&str]) -> Edit {
    Edit::Words(WordEdit::Group { group: None, words: words.iter().map(|word| (*word).to_owned()).collect() })
}

fn keep(name: &str, words: &str) -> Edit {
    let near = Some(Near { words: "tillit".to_owned(), within: 4 });
    let query = Query { words: words.to_owned(), way: Way::Stem, near };
    Edit::Words(WordEdit::KeepSearch { name: name.to_owned(), query })
}

/// The lexicon on a line: what is out, what is in, and the groups.
fn told(project: &Project) -> String {
    let lexicon = project.lexicon();
    let list = |words: Vec<&String>| words.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let mut groups: Vec<String> = lexicon.groups.values().map(|words| words.join("+")).collect();
    groups.sort();
    let (out, kept) = (list(lexicon.left_out.iter().collect()), list(lexicon.kept.iter().collect()));
    format!("out {out} | in {kept} | {}", groups.join(" "))
}

#[test]
fn the_last_word_about_a_word_counts_and_is_undone() {
    let mut session = in_memory();
    for (edit, expected) in [
        (weigh(&["Altså", "liksom"], Standing::Out), "out altså liksom | in  | "),
        (weigh(&["liksom"], Standing::In), "out altså | in liksom | "),
        (group(&["Bedrift", "selskap", "bedrift"]), "out altså | in liksom | bedrift+selskap"),
        (group(&["selskap", "firma"]), "out altså | in liksom | selskap+firma"),
        (group(&["foretak", "bedrift"]), "out altså | in liksom | foretak+bedrift selskap+firma"),
        (weigh(&["altså", "liksom"], Standing::Listed), "out  | in  | foretak+bedrift selskap+firma"),
    ] {
        session.edit(&edit).expect("it can be said");
        assert_eq!(told(session.project()), expected);
    }
    for expected in [
        "out altså | in liksom | foretak+bedrift selskap+firma",
        "out altså | in liksom | selskap+firma",
        "out altså | in liksom | bedrift+selskap",
        "out altså | in liksom | ",
        "out altså liksom | in  | ",
        "out  | in  | ",
    ] {
        session.undo().expect("there is something to undo");
        assert_eq!(told(session.project()), expected);
    }
}

#[test]
fn a_phrase_is_known_however_it_is_typed() {
    let mut session = in_memory();
    session.edit(&weigh(&["  På  en Måte,", "egentlig"], Standing::Out)).expect("it can be said");
    assert_eq!(session.project().lexicon().standing("på en måte"), Standing::Out);
    assert_eq!(session.edit(&weigh(&["på en måte"], Standing::Out)), Ok(Vec::new()));
    session.edit(&weigh(&["på en måte"], Standing::In)).expect("it can be said");
    assert_eq!(told(session.project()), "out egentlig | in på en måte | ");
}

#[test]
fn the_language_of_a_source_is_chosen_and_left_to_be_found_again() {
    let mut session = in_memory();
    let source = add_source(&mut session, "Interview 1", "Eg veit ikkje.");
    let choose = |language| Edit::Words(WordEdit::SetLanguage { source, language });
    let now = |session: &Session| session.project().source(source).expect("it is here").language;
    assert_eq!(session.edit(&choose(None)), Ok(Vec::new()));
    for language in [Some(Tongue::Swedish), Some(Tongue::Nynorsk), None] {
        assert_eq!(session.edit(&choose(language)), Ok(vec![Event::LanguageTold { source, language }]));
        assert_eq!(now(&session), language);
    }
    for language in [Some(Tongue::Nynorsk), Some(Tongue::Swedish), None] {
        session.undo().expect("there is something to undo");
        assert_eq!(now(&session), language);
    }
    let nowhere = Edit::Words(WordEdit::SetLanguage { source: SourceId::new(9), language: None });
    assert_eq!(session.edit(&nowhere), Err(Refusal::NoSuchSource));
}

#[test]
fn what_is_so_already_is_not_said_again() {
    let mut session = in_memory();
    for edit in [weigh(&["eh"], Standing::Out), group(&["a", "b"]), keep("ord", "klynge")] {
        assert_ne!(session.edit(&edit), Ok(Vec::new()));
        match edit {
            // A new group of the same words takes them over, so a group is named to say it again.
            Edit::Words(WordEdit::Group { words, .. }) => {
                let group = session.project().lexicon().group_of("a");
                assert_eq!(session.edit(&Edit::Words(WordEdit::Group { group, words })), Ok(Vec::new()));
            }
            edit => assert_eq!(session.edit(&edit), Ok(Vec::new())),
        }
    }
}

#[test]
fn a_group_of_one_and_a_search_for_nothing_are_refused() {
    let mut session = in_memory();
    for (edit, refusal) in [
        (group(&["Klynge", "klynge"]), Refusal::GroupOfOne),
        (group(&[" "]), Refusal::EmptyName),
        (weigh(&[], Standing::Out), Refusal::EmptyName),
        (keep("", "klynge"), Refusal::EmptyName),
        (keep("ord", "  "), Refusal::NothingSought),
    ] {
        assert_eq!(session.edit(&edit), Err(refusal), "{edit:?}");
    }
}

#[test]
fn searches_are_kept_under_their_names() {
    let mut session = in_memory();
    for edit in [keep("Klynger", "klynge"), keep("penger", "penger"), keep("klynger", "klyngen")] {
        session.edit(&edit).expect("it can be kept");
    }
    let mut kept: Vec<(String, String)> =
        session.project().searches().map(|search| (search.name.clone(), search.query.words.clone())).collect();
    kept.sort();
    let pair = |name: &str, words: &str| (name.to_owned(), words.to_owned());
    assert_eq!(kept, [pair("klynger", "klyngen"), pair("penger", "penger")]);
    let search = session.project().searches().find(|search| search.name == "penger").expect("it is kept").id;
    session.edit(&Edit::Words(WordEdit::DropSearch { search })).expect("it can be dropped");
    assert_eq!(session.edit(&Edit::Words(WordEdit::DropSearch { search })), Err(Refusal::NoSuchSearch));
    session.undo();
    assert_eq!(session.project().searches().count(), 2);
}

#[test]
fn a_word_that_two_people_put_in_groups_at_once_is_in_one() {
    let mut team = Team::new(&["Kari", "Ola"]);
    team.sync_all();
    team.edit(0, &group(&["bedrift", "selskap"])).expect("it can be grouped");
    team.edit(1, &group(&["bedrift", "firma", "foretak"])).expect("it can be grouped");
    team.sync_all();
    let groups: Vec<&Vec<String>> = team.project(0).lexicon().groups.values().collect();
    let with = groups.iter().filter(|words| words.iter().any(|word| word == "bedrift")).count();
    assert_eq!(with, 1, "{groups:?}");
    assert_eq!(told(team.project(0)), told(team.project(1)));
}
