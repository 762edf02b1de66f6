//! What a person should look at: what coders said at the same time, what the disk lacks, and what can be restored.

use super::goal;
use crate::journal::edit::agreement::AgreementEdit;
use crate::journal::edit::team::{TeamEdit, Wanted};
use crate::journal::edit::{Beside, Edit};
use crate::journal::notice::{Disputed, Field, Made, Notice};
use crate::lang::one_file::OneFileWords;
use crate::lang::study::StudyWords;
use crate::lang::{fill, grouped};
use crate::model::double_coding::Answer as Agreed;
use crate::model::id::{CodeId, RoundId, SourceId};
use crate::model::project::{Project, natural_key};
use crate::store::finding::Finding;
use crate::told;
use crate::ui::action::{Look, Task};
use crate::ui::carrying::Carrying;
use crate::ui::cx::Cx;
use crate::ui::reviewing::{Agreeing, ReviewPart};

/// The longest wording that stands on a button.
const ON_A_BUTTON: usize = 36;

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
    /// What can be done, in words: on the button, and to a screen reader.
    pub answer: Option<(String, String, Answer)>,
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
        answer: matches!(finding, Finding::LogShorter { .. }).then(|| {
            let words = OneFileWords::of(cx.language);
            let restore = Answer::Begin(Task::Carrying(Carrying::Restore));
            (words.restore.to_owned(), words.restore_named.to_owned(), restore)
        }),
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
        answer: answer(cx.project, notice, StudyWords::of(cx.language)),
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
                answer: Some((words.restore.to_owned(), named, Answer::Do(edit))),
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

/// What can be done about a notice; nothing where things are best left as they are.
fn answer(project: &Project, notice: &Notice, words: &StudyWords) -> Option<(String, String, Answer)> {
    let offer = |title: String, answer| Some((title.clone(), title, answer));
    let code_back = |code: CodeId| {
        let known = project.deleted_code(code)?;
        let named = fill(words.restore_named, &[("name", &known.name)]);
        Some((words.restore.to_owned(), named, Answer::Do(Edit::RestoreCode { code })))
    };
    let source_back = |source: SourceId| {
        let (_, title) = project.removed_sources().find(|(removed, _)| *removed == source)?;
        let named = fill(words.restore_named, &[("name", &title)]);
        Some((words.restore.to_owned(), named, Answer::Do(Edit::RestoreSource { source })))
    };
    match notice {
        Notice::TwoWordings { field, other, .. } => {
            let title = if other.trim().is_empty() {
                words.use_empty.to_owned()
            } else {
                fill(words.use_other, &[("other", &shortened(other))])
            };
            offer(title, Answer::Do(worded(project, *field, other)?))
        }
        Notice::TwoColours { code, other, .. } => {
            project.codebook().code(*code)?;
            let edit = Edit::RecolourCode { code: *code, hue: *other };
            offer(words.use_other_colour.to_owned(), Answer::Do(edit))
        }
        Notice::TwoPlaces { code, other, .. } => {
            project.codebook().code(*code)?;
            if other.is_some_and(|other| project.codebook().code(other).is_none()) {
                return other.and_then(code_back);
            }
            let edit = Edit::MoveCode { code: *code, parent: *other, beside: Beside::Last };
            offer(words.use_other_place.to_owned(), Answer::Do(edit))
        }
        Notice::TwoAnswers { round, about, other, .. } => {
            let edit = settled(project, *round, about, *other)?;
            offer(words.use_other_answer.to_owned(), Answer::Do(edit))
        }
        Notice::MoveSkipped { code, into, .. } => code_back(*code).or_else(|| into.and_then(code_back)),
        Notice::MergeSkipped { from, into, .. } => code_back(*from).or_else(|| code_back(*into)),
        Notice::CodeRevived { code, .. } => code_back(*code),
        Notice::SourceRevived { source, .. } => source_back(*source),
        Notice::SourceTwice { source, other, .. } => match project.source(*source) {
            Some(known) if known.title != *other => {
                let title = fill(words.use_other, &[("other", &shortened(other))]);
                offer(title, Answer::Do(Edit::RenameSource { source: *source, title: other.clone() }))
            }
            Some(_) => None,
            None => source_back(*source),
        },
        Notice::CodingKept { coding, .. } => {
            project.coding(*coding)?;
            offer(words.go_there.to_owned(), Answer::Go(vec![Look::AtCoding(*coding)]))
        }
        Notice::AgreementKept { result, .. } => {
            project.saved_agreement(*result)?;
            let agreeing = Agreeing { saved: Some(*result), ..Agreeing::default() };
            let looks = vec![Look::Agreement(Box::new(agreeing)), Look::InReview(ReviewPart::Agreement)];
            offer(words.go_there.to_owned(), Answer::Go(looks))
        }
        Notice::CodingsWithoutWords { source, .. } => {
            project.source(*source)?;
            offer(words.go_there.to_owned(), Answer::Go(vec![Look::AtLost(*source)]))
        }
        Notice::MemoVersions { memo, .. } => {
            let looks = goal::about(project, project.memo(*memo)?.about)?;
            offer(words.go_there.to_owned(), Answer::Go(looks))
        }
        Notice::StillUsed { made, .. } => match made {
            Made::Code(code) => code_back(*code),
            Made::Source(source) => source_back(*source),
            Made::Case(_) | Made::Attribute(_) | Made::DoubleCoding(_) | Made::Agreement(_) => None,
        },
    }
}

/// The wish that settles a disagreement in the other way; nothing where its words are gone.
fn settled(project: &Project, round: RoundId, about: &Disputed, answer: Agreed) -> Option<Edit> {
    let source = project.source(about.source)?;
    project.codebook().code(about.code)?;
    let wanted = match answer {
        Agreed::Of(coder) => Wanted::Of(coder),
        Agreed::All => Wanted::All,
        Agreed::Neither => Wanted::Neither,
        Agreed::Bounds(_, at) => Wanted::Bounds(source.resolve(at)?),
        Agreed::Discuss => Wanted::Discuss,
    };
    let span = source.resolve(about.at)?;
    Some(Edit::Team(TeamEdit::Settle { round, source: about.source, span, code: about.code, answer: wanted }))
}

/// The wish that takes a wording; nothing where what it was about is gone.
fn worded(project: &Project, field: Field, words: &str) -> Option<Edit> {
    let words = words.to_owned();
    Some(match field {
        Field::ProjectName => Edit::RenameProject { name: words },
        Field::SourceTitle(source) => {
            project.source(source)?;
            Edit::RenameSource { source, title: words }
        }
        Field::SpeakerName(source, speaker) => {
            let role = project.source(source)?.speakers.get(usize::from(speaker))?.role;
            Edit::ChangeSpeaker { source, speaker, name: words, role }
        }
        Field::CodeName(code) => {
            project.codebook().code(code)?;
            Edit::RenameCode { code, name: words }
        }
        Field::CodeDescription(code) => {
            project.codebook().code(code)?;
            Edit::DescribeCode { code, description: words }
        }
        Field::CaseName(case) => {
            project.case(case)?;
            Edit::RenameCase { case, name: words }
        }
        Field::AttributeName(attribute) => {
            project.attribute(attribute)?;
            Edit::RenameAttribute { attribute, name: words }
        }
        Field::AgreementName(result) => {
            project.saved_agreement(result)?;
            Edit::Agreement(AgreementEdit::Rename { result, name: words })
        }
        Field::Value(case, attribute) => {
            project.case(case)?;
            project.attribute(attribute)?;
            Edit::SetValue { case, attribute, value: words }
        }
    })
}

fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(ON_A_BUTTON).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
