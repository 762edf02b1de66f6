//! What a person should look at: what coders said at the same time, what the disk lacks, and what can be restored.

use super::answers::answers;
use crate::journal::edit::Edit;
use crate::journal::notice::Notice;
use crate::lang::one_file::OneFileWords;
use crate::lang::study::StudyWords;
use crate::lang::{fill, grouped};
use crate::model::id::CodeId;
use crate::model::project::{Project, natural_key};
use crate::store::finding::Finding;
use crate::told;
use crate::ui::action::{Look, Task};
use crate::ui::carrying::Carrying;
use crate::ui::cx::Cx;

/// What a click answers.
#[derive(Debug)]
pub(super) enum Answer {
    /// Changes the project.
    Do(Edit),
    /// Looks at it.
    Go(Vec<Look>),
    /// Does something about it that takes its time.
    Begin(Task),
}

/// Something that can be done: in words on the button, to a screen reader, and what it is.
pub(super) type Offer = (String, String, Answer);

/// How urgent something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urge {
    /// Something is damaged or missing.
    Trouble,
    /// Somebody should decide.
    Notice,
    /// It can be left as it is.
    None,
}

/// One thing to look at.
#[derive(Debug)]
pub(super) struct Item {
    /// How urgent it is.
    pub urge: Urge,
    /// What happened, or what is gone.
    pub words: String,
    /// What can be done.
    pub answers: Vec<Offer>,
    /// What is marked as read when the person has seen enough of it.
    pub unread: Option<Notice>,
}

/// What coders have said at the same time, and what the disk lacks, with what can be done about it; without what was marked
/// as read.
pub(super) fn to_look_at(cx: &Cx<'_>) -> Vec<Item> {
    let Some(session) = cx.session else { return Vec::new() };
    let found = session.findings().iter().map(|finding| Item {
        urge: Urge::Trouble,
        words: told::store::finding(finding, cx.language),
        answers: Vec::from_iter(matches!(finding, Finding::LogShorter { .. }).then(|| {
            let words = OneFileWords::of(cx.language);
            let restore = Answer::Begin(Task::Carrying(Carrying::Restore));
            (words.restore.to_owned(), words.restore_named.to_owned(), restore)
        })),
        unread: None,
    });
    let unread = session.notices().iter().filter(|notice| !session.is_read(notice));
    found.chain(unread.map(|notice| noticed(cx, notice, Urge::Notice))).collect()
}

/// What was marked as read; it can be answered still.
pub(super) fn read(cx: &Cx<'_>) -> Vec<Item> {
    let Some(session) = cx.session else { return Vec::new() };
    let read = session.notices().iter().filter(|notice| session.is_read(notice));
    read.map(|notice| Item { unread: None, ..noticed(cx, notice, Urge::None) }).collect()
}

fn noticed(cx: &Cx<'_>, notice: &Notice, urge: Urge) -> Item {
    Item {
        urge,
        words: told::notice::notice(notice, cx.project, cx.language),
        answers: answers(cx.project, notice, StudyWords::of(cx.language)),
        unread: Some(notice.clone()),
    }
}

/// Codes and sources that were deleted, by name. What was deleted with a code comes back with it and stands with it.
pub(super) fn deleted(cx: &Cx<'_>) -> Vec<Item> {
    let (project, words) = (cx.project, StudyWords::of(cx.language));
    let item = |name: &str, told: String, edit: Edit| {
        let named = fill(words.restore_named, &[("name", &name)]);
        (
            natural_key(name),
            Item {
                urge: Urge::None,
                words: told,
                answers: vec![(words.restore.to_owned(), named, Answer::Do(edit))],
                unread: None,
            },
        )
    };
    let codes = project.deleted_codes().filter(|(code, _)| !goes_with_parent(project, *code)).map(|(code, name)| {
        let (below, living) = (below(project, code), project.codebook().code(code).is_some());
        let phrase = match below {
            _ if living => words.hidden_codings,
            0 => words.deleted_code,
            1 => words.deleted_code_and_one,
            _ => words.deleted_code_and_many,
        };
        let told = fill(phrase, &[("n", &grouped(below)), ("name", &name)]);
        item(name, told, Edit::RestoreCode { code })
    });
    let sources = project.removed_sources().map(|(source, title)| {
        item(title, fill(words.removed_source, &[("name", &title)]), Edit::RestoreSource { source })
    });
    let mut items: Vec<_> = codes.chain(sources).collect();
    items.sort_by(|(a, _), (b, _)| a.cmp(b));
    items.into_iter().map(|(_, item)| item).collect()
}

fn goes_with_parent(project: &Project, code: CodeId) -> bool {
    let Some(known) = project.deleted_code(code) else { return false };
    let parent = known.parent.and_then(|parent| project.deleted_code(parent));
    parent.is_some_and(|parent| parent.deleted_in == known.deleted_in)
}

/// How many codes were deleted with a code, under it.
fn below(project: &Project, code: CodeId) -> usize {
    let children = project.deleted_codes().map(|(id, _)| id).filter(|id| {
        project.deleted_code(*id).is_some_and(|known| known.parent == Some(code)) && goes_with_parent(project, *id)
    });
    children.map(|child| 1 + below(project, child)).sum()
}
