//! Every kind of event as something that somebody does in one small study, so that any two of them can meet.

use std::collections::BTreeSet;

use kodebok::journal::edit::agreement::AgreementEdit;
use kodebok::journal::edit::arrangement::FigureEdit;
use kodebok::journal::edit::lexicon::WordEdit;
use kodebok::journal::edit::places::Beside;
use kodebok::journal::edit::sources::text_hash;
use kodebok::journal::edit::team::{NewDouble, TeamEdit, Wanted};
use kodebok::journal::edit::turns::Speaking;
use kodebok::journal::edit::{Edit, NewCode, NewSource};
use kodebok::journal::event::{Event, FreeText};
use kodebok::model::agreement::{Found, Manner, NewAgreement, Of, Part, Size};
use kodebok::model::arrangement::{Paper, Shift};
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Hue, Origin};
use kodebok::model::double_coding::DoubleCoding;
use kodebok::model::exclusion::Reason;
use kodebok::model::id::{CodeId, CodingId, FileHash, MemoId, ResultId, RoundId, SourceId};
use kodebok::model::lexicon::Standing;
use kodebok::model::memo::{About, Memo};
use kodebok::model::project::Project;
use kodebok::model::search::{Query, Way};
use kodebok::model::source::{Original, Role, Speaker, Turn};
use kodebok::model::span::Span;
use kodebok::text::tongue::Tongue;

use super::script::span;
use super::team::Team;

/// What is said in the interview that everybody works on.
const SAID: &str = "I felt safe there with them.\nNobody else came along.";

/// The study: everybody has seen all of it. Kari's last gesture is a coding of hers, Ola's one of his.
pub(crate) fn study() -> Team {
    let mut team = Team::new(&["Kari", "Ola"]);
    team.add_text(0, interview()).expect("a text can be added");
    team.add_source(0, "Taken out", "This was the wrong file.").expect("a text can be added");
    for (name, parent) in [("feelings", None), ("trust", Some("feelings")), ("fear", None), ("gone", None)] {
        let parent = parent.map(|parent| code(&team, 0, parent));
        told(&mut team, 0, &Edit::CreateCode(new_code(name, parent)));
    }
    let (source, out, gone) = (source(&team, 0), titled(&team, 0, "Taken out"), code(&team, 0, "gone"));
    told(&mut team, 0, &Edit::RemoveSource { source: out });
    told(&mut team, 0, &Edit::DeleteCode { code: gone });
    let about = About::Code(code(&team, 0, "trust"));
    told(&mut team, 0, &Edit::AddMemo { about, text: "Of us.".to_owned() });
    for name in ["Informant 1", "Informant 2"] {
        let source = (name == "Informant 1").then_some(source);
        told(&mut team, 0, &Edit::CreateCase { name: name.to_owned(), source });
    }
    told(&mut team, 0, &Edit::CreateAttribute { name: "title".to_owned(), kind: AttributeKind::Text });
    for at in [0, 1] {
        team.sync_all();
        let (case, attribute) = (team.project(at).cases()[1].id, team.project(at).attributes()[0].id);
        told(&mut team, at, &Edit::Agreement(AgreementEdit::Rate { case, attribute, value: by(at) }));
    }
    team.sync_all();
    told(&mut team, 0, &Edit::Exclude { source, spans: vec![span(SAID, "with them")], reason: Reason::SmallTalk });
    let words = vec!["safe".to_owned(), "safer".to_owned()];
    told(&mut team, 0, &Edit::Words(WordEdit::Group { group: None, words }));
    told(&mut team, 0, &Edit::Words(WordEdit::KeepSearch { name: "fear".to_owned(), query: query("afraid") }));
    let about = About::Project;
    told(&mut team, 0, &Edit::AddMemo { about, text: "All said.".to_owned() });
    let said = thread(&team, 0, Threads::Open(about));
    told(&mut team, 0, &Edit::Team(TeamEdit::CloseThread { memo: said }));
    for words in ["Nobody else", "I felt safe"] {
        let begun = double(&team, 0, words);
        told(&mut team, 0, &Edit::Team(TeamEdit::BeginDouble(begun)));
    }
    let unveiled = round(&team, 0, "Nobody else");
    told(&mut team, 0, &Edit::Team(TeamEdit::Unveil { round: unveiled }));
    told(&mut team, 0, &Edit::Agreement(AgreementEdit::Save(Box::new(result("Pilot")))));
    let (trust, fear) = (code(&team, 0, "trust"), code(&team, 0, "fear"));
    told(&mut team, 0, &Edit::ApplyCode { code: trust, source, span: span(SAID, "felt safe") });
    team.sync_all();
    told(&mut team, 1, &Edit::ApplyCode { code: fear, source, span: span(SAID, "Nobody") });
    team.sync_all();
    team
}

fn interview() -> NewSource {
    let line = u32::try_from(SAID.find('\n').expect("two lines")).expect("a short text");
    let end = u32::try_from(SAID.len()).expect("a short text");
    let turn =
        |from, to, speaker| Turn { span: Span::new(from, to).expect("words"), speaker: Some(speaker), start_ms: None };
    NewSource {
        title: "Interview".to_owned(),
        file_name: "interview.txt".to_owned(),
        text: SAID.to_owned(),
        speakers: ["Ann", "Bo"].map(|name| Speaker { name: name.to_owned(), role: Role::Informant }).to_vec(),
        turns: vec![turn(0, line, 0), turn(line + 1, end, 1)],
        remarks: String::new(),
        original: None,
    }
}

/// Both code these words.
fn double(team: &Team, at: usize, words: &str) -> NewDouble {
    let places = [(source(team, at), vec![span(SAID, words)])].into();
    NewDouble { coders: vec![team.coder(0), team.coder(1)], codes: BTreeSet::new(), places, drawn: None }
}

/// The round of double coding that begins with these words.
fn round(team: &Team, at: usize, words: &str) -> RoundId {
    let (project, source) = (team.project(at), source(team, at));
    let here = |round: &DoubleCoding| round.spans(project, source).first() == Some(&span(SAID, words));
    project.double_codings().into_iter().find(|round| here(round)).expect("a round").id
}

/// Which thread is meant.
#[derive(Clone, Copy)]
enum Threads {
    Open(About),
    Closed,
}

fn thread(team: &Team, at: usize, which: Threads) -> MemoId {
    let meant = |memo: &&Memo| match which {
        Threads::Open(about) => memo.about == about && memo.closed.is_none(),
        Threads::Closed => memo.closed.is_some(),
    };
    team.project(at).memos().find(meant).expect("a thread").id
}

fn new_code(name: &str, parent: Option<CodeId>) -> NewCode {
    let (name, description) = (name.to_owned(), String::new());
    NewCode { name, parent, kind: CodeKind::Code, origin: Origin::Data, hue: None, description }
}

fn query(words: &str) -> Query {
    Query { words: words.to_owned(), way: Way::Stem, near: None }
}

/// A result of agreement with one figure.
pub(crate) fn result(name: &str) -> NewAgreement {
    let figures = [("cohen_kappa".into(), [712_000].into())].into();
    let found = vec![Found { of: Of::All, counts: [1, 2, 3, 4].into(), segments: [2, 3].into(), figures }];
    NewAgreement {
        name: name.to_owned(),
        manner: Manner::default(),
        scale: Vec::new(),
        part: Part { speakers: ["Ann".to_owned()].into(), ..Part::default() },
        size: Size { units: 10, codes: 1, sources: 1 },
        found,
        version: "0.1.0".to_owned(),
    }
}

fn saved(team: &Team, at: usize) -> ResultId {
    team.project(at).saved_agreements()[0].id
}

#[track_caller]
fn told(team: &mut Team, at: usize, wish: &Edit) {
    assert!(!team.edit(at, wish).expect("it can be done").is_empty(), "{wish:?} does nothing");
}

/// A code by its name in the study, as the machine sees it that has heard of nothing since.
fn code(team: &Team, at: usize, name: &str) -> CodeId {
    let project = team.project(at);
    let known = project.codebook().codes().find(|code| code.name == name).map(|code| code.id);
    known.or_else(|| project.deleted_codes().find(|(_, deleted)| *deleted == name).map(|(id, _)| id)).expect("a code")
}

fn source(team: &Team, at: usize) -> SourceId {
    titled(team, at, "Interview")
}

fn titled(team: &Team, at: usize, title: &str) -> SourceId {
    let project = team.project(at);
    let known = project.sources().find(|source| source.title == title).map(|source| source.id);
    known.or_else(|| project.removed_sources().find(|(_, known)| *known == title).map(|(id, _)| id)).expect("a source")
}

/// What the other has coded.
fn others(team: &Team, at: usize) -> CodingId {
    coding(team.project(at), code(team, at, if at == 0 { "fear" } else { "trust" }))
}

fn coding(project: &Project, code: CodeId) -> CodingId {
    project.codings_of(code).next().expect("a coding").id
}

/// Something that can be done in [`study`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing {
    /// The event that it tells, as it is called on disk.
    pub(crate) tells: &'static str,
    /// Does it.
    pub(crate) by: fn(&mut Team, usize),
}

/// Something that can be wished for in [`study`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    /// What comes of it.
    pub(crate) doing: Doing,
    /// What is wished.
    pub(crate) edit: fn(&mut Team, usize) -> Edit,
}

macro_rules! doings {
    ($($tells:literal: |$team:ident, $at:ident| $wish:expr;)*) => {
        &[$(Wish {
            doing: Doing {
                tells: $tells,
                by: |$team, $at| {
                    let wish: Edit = $wish;
                    told($team, $at, &wish);
                },
            },
            edit: |$team, $at| {
                // Not every wish depends on who wishes it.
                let (_, _) = (&$team, $at);
                $wish
            },
        }),*]
    };
}

/// Wishes, with what each tells. The words say by whom they are, so that no two wish the same.
pub(crate) const WISHES: &[Wish] = doings! {
    "project_renamed": |team, at| Edit::RenameProject { name: by(at) };
    "coder_named": |team, at| Edit::NameCoder { coder: team.coder(at), name: by(at) };
    "coder_recoloured": |team, at| Edit::RecolourCoder { coder: team.coder(at), hue: Hue(5) };
    "source_added": |team, at| {
        team.know_text("It rained.");
        let new = NewSource { title: by(at), text: "It rained.".to_owned(), speakers: vec![], turns: vec![], ..interview() };
        Edit::AddSource(Box::new(new))
    };
    "source_file_kept": |team, at| {
        team.know_text("It snowed.");
        let original = Some(Original { hash: FileHash::new(7), extension: "txt".to_owned() });
        let new = NewSource { title: by(at), text: "It snowed.".to_owned(), speakers: vec![], turns: vec![], ..interview() };
        Edit::AddSource(Box::new(NewSource { original, ..new }))
    };
    "source_renamed": |team, at| Edit::RenameSource { source: source(team, at), title: by(at) };
    "speaker_changed": |team, at| {
        Edit::ChangeSpeaker { source: source(team, at), speaker: 0, name: by(at), role: Role::Interviewer }
    };
    "source_removed": |team, at| Edit::RemoveSource { source: source(team, at) };
    "source_restored": |team, at| Edit::RestoreSource { source: titled(team, at, "Taken out") };
    "text_replaced": |team, at| Edit::ReplaceText { source: source(team, at), start: 2, end: 6, words: by(at) };
    "text_replaced": |team, at| Edit::ReplaceText { source: source(team, at), start: 0, end: 20, words: String::new() };
    "turn_begun": |team, at| Edit::BeginTurn { source: source(team, at), at: 36, speaker: Speaking::Known(0) };
    "turn_joined": |team, at| {
        let turn = team.project(at).source(source(team, at)).and_then(|source| source.turn_key(1)).expect("a turn");
        Edit::JoinTurn { source: source(team, at), turn }
    };
    "speaker_told": |team, at| {
        let turn = team.project(at).source(source(team, at)).and_then(|source| source.turn_key(1)).expect("a turn");
        let speaker = Speaking::New { name: by(at), role: Role::Informant };
        Edit::SetSpeaker { source: source(team, at), turn, speaker }
    };
    "speakers_merged": |team, at| Edit::MergeSpeakers { source: source(team, at), from: 0, into: 1 };
    "speakers_merged": |team, at| Edit::MergeSpeakers { source: source(team, at), from: 1, into: 0 };
    "words_excluded": |team, at| {
        Edit::Exclude { source: source(team, at), spans: vec![span(SAID, "felt safe")], reason: Reason::Irrelevant }
    };
    "words_included": |team, at| Edit::Include { source: source(team, at), spans: vec![span(SAID, "with them")] };
    "code_created": |team, at| Edit::CreateCode(new_code("new", Some(code(team, at, "trust"))));
    "code_renamed": |team, at| Edit::RenameCode { code: code(team, at, "trust"), name: by(at) };
    "code_described": |team, at| Edit::DescribeCode { code: code(team, at, "trust"), description: by(at) };
    "code_recoloured": |team, at| {
        Edit::RecolourCode { code: code(team, at, "trust"), hue: Some(Hue(if at == 0 { 3 } else { 5 })) }
    };
    "code_kind_changed": |team, at| {
        Edit::SetCodeKind { code: code(team, at, "trust"), kind: if at == 0 { CodeKind::Theme } else { CodeKind::Category } }
    };
    "code_origin_changed": |team, at| Edit::SetCodeOrigin { code: code(team, at, "trust"), origin: Origin::Theory };
    "code_moved": |team, at| {
        Edit::MoveCode { code: code(team, at, "trust"), parent: Some(code(team, at, "fear")), beside: Beside::Last }
    };
    "code_moved": |team, at| {
        Edit::MoveCode { code: code(team, at, "fear"), parent: Some(code(team, at, "trust")), beside: Beside::Last }
    };
    "codes_merged": |team, at| Edit::MergeCodes { from: code(team, at, "trust"), into: code(team, at, "fear") };
    "codes_merged": |team, at| Edit::MergeCodes { from: code(team, at, "fear"), into: code(team, at, "trust") };
    "codes_merged": |team, at| Edit::MergeCodes { from: code(team, at, "feelings"), into: code(team, at, "trust") };
    "code_deleted": |team, at| Edit::DeleteCode { code: code(team, at, "trust") };
    "code_deleted": |team, at| Edit::DeleteCode { code: code(team, at, "feelings") };
    "code_deleted": |team, at| Edit::DeleteCode { code: code(team, at, "fear") };
    "code_restored": |team, at| Edit::RestoreCode { code: code(team, at, "gone") };
    "coding_added": |team, at| {
        Edit::ApplyCode { code: code(team, at, "trust"), source: source(team, at), span: span(SAID, "felt") }
    };
    "coding_added": |team, at| {
        Edit::ApplyCode { code: code(team, at, "feelings"), source: source(team, at), span: span(SAID, "came along") }
    };
    "coding_resized": |team, at| {
        let words = if at == 0 { "I felt safe" } else { "safe there" };
        Edit::ResizeCoding { coding: coding(team.project(at), code(team, at, "trust")), span: span(SAID, words) }
    };
    "coding_recoded": |team, at| {
        Edit::RecodeCoding { coding: coding(team.project(at), code(team, at, "trust")), code: code(team, at, "fear") }
    };
    "coding_removed": |team, at| {
        Edit::RemoveCodings { codings: vec![coding(team.project(at), code(team, at, "trust"))] }
    };
    "memo_written": |team, at| Edit::AddMemo { about: About::Source(source(team, at)), text: by(at) };
    "memo_written": |team, at| {
        Edit::RewriteMemo { memo: team.project(at).memos().next().expect("a memo").id, text: by(at) }
    };
    "memo_deleted": |team, at| Edit::DeleteMemo { memo: team.project(at).memos().next().expect("a memo").id };
    "case_created": |team, at| Edit::CreateCase { name: "Informant 3".to_owned(), source: None };
    "case_renamed": |team, at| Edit::RenameCase { case: team.project(at).cases()[0].id, name: by(at) };
    "case_deleted": |team, at| Edit::DeleteCase { case: team.project(at).cases()[0].id };
    "case_linked": |team, at| Edit::LinkCase { case: team.project(at).cases()[1].id, source: source(team, at) };
    "case_unlinked": |team, at| Edit::UnlinkCase { case: team.project(at).cases()[0].id, source: source(team, at) };
    "attribute_created": |team, at| Edit::CreateAttribute { name: "age".to_owned(), kind: AttributeKind::Text };
    "attribute_renamed": |team, at| {
        Edit::RenameAttribute { attribute: team.project(at).attributes()[0].id, name: by(at) }
    };
    "attribute_deleted": |team, at| Edit::DeleteAttribute { attribute: team.project(at).attributes()[0].id };
    "value_set": |team, at| {
        let (case, attribute) = (team.project(at).cases()[0].id, team.project(at).attributes()[0].id);
        Edit::SetValue { case, attribute, value: by(at) }
    };
    "rating_withdrawn": |team, at| {
        let (case, attribute) = (team.project(at).cases()[1].id, team.project(at).attributes()[0].id);
        Edit::Agreement(AgreementEdit::Rate { case, attribute, value: String::new() })
    };
    "words_weighed": |team, at| {
        let standing = if at == 0 { Standing::Out } else { Standing::In };
        Edit::Words(WordEdit::Weigh { words: vec!["safe".to_owned()], standing })
    };
    "words_grouped": |team, at| {
        let group = team.project(at).lexicon().groups.keys().next().copied();
        Edit::Words(WordEdit::Group { group, words: vec!["safe".to_owned(), format!("safely{at}")] })
    };
    "search_kept": |team, at| {
        let query = query(if at == 0 { "scared" } else { "frightened" });
        Edit::Words(WordEdit::KeepSearch { name: "fear".to_owned(), query })
    };
    "search_dropped": |team, at| {
        Edit::Words(WordEdit::DropSearch { search: team.project(at).searches().next().expect("a search").id })
    };
    "language_told": |team, at| {
        let language = Some(if at == 0 { Tongue::Bokmal } else { Tongue::Nynorsk });
        Edit::Words(WordEdit::SetLanguage { source: source(team, at), language })
    };
    "paper_chosen": |team, at| {
        Edit::Figure(FigureEdit::Paper(Some(if at == 0 { Paper::Portrait } else { Paper::Landscape })))
    };
    "box_moved": |team, at| {
        let by = Some(Shift { right: if at == 0 { 9 } else { -9 }, down: 4 });
        Edit::Figure(FigureEdit::Move { code: code(team, at, "trust"), paper: Paper::Portrait, by })
    };
    "agreement_saved": |team, at| Edit::Agreement(AgreementEdit::Save(Box::new(result(&by(at)))));
    "agreement_found": |team, at| Edit::Agreement(AgreementEdit::Save(Box::new(result(&by(at)))));
    "agreement_renamed": |team, at| {
        Edit::Agreement(AgreementEdit::Rename { result: saved(team, at), name: by(at) })
    };
    "agreement_removed": |team, at| Edit::Agreement(AgreementEdit::Remove { result: saved(team, at) });
    "memo_answered": |team, at| {
        let memo = thread(team, at, Threads::Open(About::Code(code(team, at, "trust"))));
        Edit::Team(TeamEdit::Answer { memo, text: by(at) })
    };
    "thread_closed": |team, at| {
        let memo = thread(team, at, Threads::Open(About::Code(code(team, at, "trust"))));
        Edit::Team(TeamEdit::CloseThread { memo })
    };
    "thread_reopened": |team, at| Edit::Team(TeamEdit::ReopenThread { memo: thread(team, at, Threads::Closed) });
    "coding_reviewed": |team, at| Edit::Team(TeamEdit::Keep { coding: others(team, at) });
    "coding_reviewed": |team, at| Edit::Team(TeamEdit::Remove { coding: others(team, at) });
    "coding_reviewed": |team, at| {
        Edit::Team(TeamEdit::Recode { coding: others(team, at), code: code(team, at, "feelings") })
    };
    "double_coding_begun": |team, at| Edit::Team(TeamEdit::BeginDouble(double(team, at, "with them")));
    "double_coding_placed": |team, at| Edit::Team(TeamEdit::BeginDouble(double(team, at, "came along")));
    "double_coding_unveiled": |team, at| Edit::Team(TeamEdit::Unveil { round: round(team, at, "I felt safe") });
    "disagreement_settled": |team, at| {
        let answer = if at == 0 { Wanted::Neither } else { Wanted::Of(team.coder(1)) };
        let (round, code) = (round(team, at, "Nobody else"), code(team, at, "fear"));
        Edit::Team(TeamEdit::Settle { round, source: source(team, at), span: span(SAID, "Nobody"), code, answer })
    };
};

/// What is told without a wish of one's own, or is more than a wish.
pub(crate) const OTHERS: &[Doing] = &[
    Doing {
        tells: "source_erased",
        by: |team, at| team.tell(at, vec![Event::SourceErased { source: source(team, at) }]),
    },
    Doing {
        tells: "source_redacted",
        by: |team, at| {
            let black = if at == 0 {
                SAID.replace("safe", "████")
            } else {
                SAID.replace("Nobody", "██████")
            };
            team.know_text(&black);
            let (source, text) = (source(team, at), text_hash(&black));
            team.tell(at, vec![Event::SourceRedacted { source, text, erase: Vec::new() }]);
        },
    },
    Doing {
        tells: "turns_added",
        by: |team, at| {
            let text = "It hailed. It blew.";
            team.know_text(text);
            let id = kodebok::journal::edit::sources::source_id(team.project(at).id().expect("a project"), text);
            let added = Event::SourceAdded {
                source: id,
                text: text_hash(text),
                length: 19,
                title: FreeText::new(by(at)),
                file_name: FreeText::new("weather.txt"),
                speakers: [].into(),
                turns: [(0, 10, None, None)].into(),
            };
            team.tell(at, vec![added, Event::TurnsAdded { source: id, turns: vec![(11, 19, None, None)] }]);
        },
    },
    Doing { tells: "retracted", by: |team, at| assert!(team.undo(at), "there is something to undo") },
    Doing {
        tells: "retracted",
        by: |team, at| assert!(team.undo(at) && team.redo(at), "there is something to undo and to redo"),
    },
];

/// The first line of a project, which nobody tells a second time.
pub(crate) const ONCE: &str = "project_created";

fn by(at: usize) -> String {
    ["Kari's", "Ola's"][at].to_owned()
}
