//! Coding blind at two machines: what the other does leaves no trace, and nothing of theirs can be taken away unseen.

use kodebok::journal::edit::team::{NewDouble, TeamEdit, TeamRefusal};
use kodebok::journal::edit::{Edit, Refusal};
use kodebok::journal::event::Event;
use kodebok::journal::notice::Notice;
use kodebok::model::id::{CodeId, RoundId, SourceId};
use kodebok::model::memo::About;
use kodebok::model::span::Span;
use kodebok::session::Session;

use crate::support::session::{Desk, add_code, add_source, apply, new_code};

const TEXT: &str = "We felt safe there. It takes years.";

/// Kari and Ola at work on one folder, each behind the veil, in a round about all codes and the first 20 characters.
struct Blind {
    _room: tempfile::TempDir,
    kari: Session,
    ola: Session,
    source: SourceId,
    trust: CodeId,
    round: RoundId,
}

fn blind() -> Blind {
    let room = tempfile::tempdir().expect("a temporary folder");
    let (hers, his) = (Desk::kari(room.path()), Desk::ola(room.path()));
    let mut kari = hers.create();
    let source = add_source(&mut kari, "Interview 1", TEXT);
    let trust = add_code(&mut kari, "trust");
    kari.settle().expect("it is on the disk");
    let mut ola = his.open();
    let name = Edit::NameCoder { coder: his.who.id, name: his.who.name.clone() };
    ola.edit(&name).expect("a name is taken");
    let coders = vec![hers.who.id, his.who.id];
    let places = [(source, vec![Span::new(0, 20).expect("words")])].into();
    let new = NewDouble { coders, codes: Default::default(), places, drawn: None };
    ola.edit(&Edit::Team(TeamEdit::BeginDouble(new))).expect("it can begin");
    let round = ola.project().double_codings()[0].id;
    let mut both = Blind { _room: room, kari, ola, source, trust, round };
    both.meet();
    both.kari.veil();
    both.ola.veil();
    both
}

impl Blind {
    /// What each has done reaches the other.
    fn meet(&mut self) {
        for session in [&mut self.ola, &mut self.kari] {
            session.settle().expect("it is on the disk");
        }
        self.ola.refresh();
        self.kari.refresh();
    }
}

fn names(session: &Session) -> Vec<&str> {
    let book = session.project().codebook();
    book.rows().iter().filter_map(|row| book.code(row.code)).map(|code| code.name.as_str()).collect()
}

#[test]
fn a_code_of_the_other_takes_no_name_and_leaves_no_trace() {
    let mut both = blind();
    let theirs = add_code(&mut both.ola, "distance");
    apply(&mut both.ola, theirs, both.source, 3, 7);
    let about = About::Code(theirs);
    both.ola.edit(&Edit::AddMemo { about, text: "Not of us.".to_owned() }).expect("a memo is taken");
    both.meet();
    assert_eq!(names(&both.kari), ["trust"]);
    let told = both.kari.history().iter().filter(|gesture| !both.kari.hides(gesture));
    let events: Vec<&Event> = told.flat_map(|gesture| gesture.events()).collect();
    assert!(!events.iter().any(|event| matches!(event, Event::MemoWritten { .. } | Event::CodingAdded { .. })));
    assert_eq!(events.iter().filter(|event| matches!(event, Event::CodeCreated { .. })).count(), 1, "her own");

    let own = add_code(&mut both.kari, "Distance");
    both.meet();
    assert_eq!(names(&both.kari), ["trust", "Distance"]);
    assert_eq!(names(&both.ola), ["trust", "distance"]);
    assert_eq!((both.kari.notices(), both.ola.notices()), (&[][..], &[][..]));

    both.kari.edit(&Edit::Team(TeamEdit::Unveil { round: both.round })).expect("it can be shown");
    both.meet();
    assert_eq!(names(&both.kari).len(), 3);
    let told = both.kari.notices();
    assert!(
        matches!(told, [Notice::SameName { code, other, .. }] if [*code, *other] == [theirs, own] || [*other, *code] == [theirs, own])
    );
}

#[test]
fn what_the_other_uses_unseen_is_not_taken_away() {
    let mut both = blind();
    apply(&mut both.ola, both.trust, both.source, 3, 7);
    both.meet();
    assert_eq!(both.kari.project().coding_count(), 0);
    let unseen = Err(Refusal::Team(TeamRefusal::UsedUnseen));
    let delete = Edit::DeleteCode { code: both.trust };
    for wish in [&delete, &Edit::All(vec![delete.clone()]), &Edit::RemoveSource { source: both.source }] {
        assert_eq!(both.kari.edit(wish), unseen, "{wish:?}");
    }
    // What nobody uses can go, and what all can see can be taken away by whoever sees it.
    let spare = add_code(&mut both.kari, "spare");
    both.kari.edit(&Edit::DeleteCode { code: spare }).expect("it is hers alone");
    let told = Edit::CreateCode(new_code("later"));
    both.kari.edit(&told).expect("a code can be made");
    both.kari.edit(&Edit::Team(TeamEdit::Unveil { round: both.round })).expect("it can be shown");
    both.kari.edit(&delete).expect("now she sees what she takes away");
}

#[test]
fn a_merge_tells_nothing_of_what_is_hidden() {
    let mut both = blind();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk::ola(elsewhere.path());
    let mut copy = vec![both.kari.folder().expect("a folder").to_owned()];
    while let Some(folder) = copy.pop() {
        let root = both.kari.folder().expect("a folder");
        let to = desk.folder.join(folder.strip_prefix(root).expect("it is below"));
        std::fs::create_dir_all(&to).expect("a folder can be made");
        for found in std::fs::read_dir(&folder).expect("a folder").map(|found| found.expect("a file").path()) {
            match found.is_dir() {
                true => copy.push(found),
                false => drop(std::fs::copy(&found, to.join(found.file_name().expect("a name"))).expect("a copy")),
            }
        }
    }
    let mut away = desk.seeded(7_000).open();
    let theirs = add_code(&mut away, "distance");
    apply(&mut away, theirs, both.source, 3, 7);
    let folder = away.folder().expect("a folder").to_owned();
    away.close().expect("it is on the disk");
    let came = both.kari.merge(|merging| merging.folder(&folder)).expect("it is the same study");
    assert_eq!((came.lines.new, came.codes, came.codings.len()), (2, 0, 0));
    assert_eq!(names(&both.kari), ["trust"]);
}
