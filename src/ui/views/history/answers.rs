//! What can be done about a notice with one click.

use super::attention::{Answer, Offer};
use super::{goal, since_review};
use crate::journal::edit::Edit;
use crate::journal::edit::agreement::AgreementEdit;
use crate::journal::edit::places::Beside;
use crate::journal::edit::team::{TeamEdit, Wanted};
use crate::journal::notice::{Disputed, Field, Made, Notice};
use crate::lang::fill;
use crate::lang::study::StudyWords;
use crate::model::double_coding::Answer as Agreed;
use crate::model::id::{CodeId, RoundId, SourceId};
use crate::model::project::Project;
use crate::ui::action::Look;
use crate::ui::reviewing::{Agreeing, ReviewPart};

/// The longest wording that stands on a button.
const ON_A_BUTTON: usize = 36;

/// What can be done about a notice; nothing where things are best left as they are.
pub(super) fn answers(project: &Project, notice: &Notice, words: &StudyWords) -> Vec<Offer> {
    match notice {
        Notice::ChangedSinceReview { .. } => since_review::answers(project, notice, words),
        notice => answer(project, notice, words).into_iter().collect(),
    }
}

fn answer(project: &Project, notice: &Notice, words: &StudyWords) -> Option<Offer> {
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
        Notice::SameName { code, other, .. } => {
            let edit = Edit::MergeCodes { from: *other, into: *code };
            offer(words.merge_them.to_owned(), Answer::Do(edit))
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
        Notice::ChangedSinceReview { .. } => None,
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
