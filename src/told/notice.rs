//! What became of two things that were said at the same time, in words.

use crate::journal::notice::{Field, Made, Notice, Placed, Skip};
use crate::lang::notice::NoticeWords;
use crate::lang::{Language, count, fill};
use crate::model::project::Project;
use crate::model::review::Verdict;

use super::names::Names;
use super::team::answer;

/// Says what happened, who wanted what, and what counts now.
pub fn notice(notice: &Notice, project: &Project, language: Language) -> String {
    let (words, names) = (NoticeWords::of(language), Names::new(project, language));
    match notice {
        Notice::TwoWordings { field, kept, kept_by, other, other_by } => {
            let (field, kept_by, other_by) =
                (field_name(*field, &names, words), names.coder(*kept_by), names.coder(*other_by));
            let (kept, other) = (shortened(kept), shortened(other));
            let by: [(&str, &dyn std::fmt::Display); 2] = [("kept_by", &kept_by), ("other_by", &other_by)];
            fill(words.two_wordings, &[("field", &field), by[0], by[1], ("kept", &kept), ("other", &other)])
        }
        Notice::TwoColours { code, kept_by, other_by, .. } => {
            let (kept_by, other_by) = (names.coder(*kept_by), names.coder(*other_by));
            fill(words.two_colours, &[("code", &names.code(*code)), ("kept_by", &kept_by), ("other_by", &other_by)])
        }
        Notice::SameName { code, by, other_by, .. } => {
            let (by, other_by) = (names.coder(*by), names.coder(*other_by));
            fill(words.same_name, &[("by", &by), ("other_by", &other_by), ("code", &names.code(*code))])
        }
        Notice::TwoPlaces { code, kept, kept_by, other, other_by } => {
            let (kept_by, other_by) = (names.coder(*kept_by), names.coder(*other_by));
            let (kept, other) = (names.place(*kept), names.place(*other));
            let by: [(&str, &dyn std::fmt::Display); 2] = [("kept_by", &kept_by), ("other_by", &other_by)];
            let code = names.code(*code);
            fill(words.two_places, &[("code", &code), by[0], by[1], ("kept", &kept), ("other", &other)])
        }
        Notice::TwoAnswers { about, kept, kept_by, other, other_by, .. } => {
            let (kept_by, other_by) = (names.coder(*kept_by), names.coder(*other_by));
            let (kept, other) = (answer(project, *kept, language), answer(project, *other, language));
            let by: [(&str, &dyn std::fmt::Display); 2] = [("kept_by", &kept_by), ("other_by", &other_by)];
            let (code, source) = (names.code(about.code), names.source(about.source));
            let values = [by[0], by[1], ("code", &code), ("source", &source), ("kept", &kept), ("other", &other)];
            fill(words.two_answers, &values)
        }
        Notice::MoveSkipped { code, into, by, why } => {
            let (code, into, by) = (names.code(*code), names.place(*into), names.coder(*by));
            fill(words.move_skipped, &[("code", &code), ("into", &into), ("by", &by), ("why", &reason(*why, words))])
        }
        Notice::MergeSkipped { from, into, by, why } => {
            let (from, into, by) = (names.code(*from), names.code(*into), names.coder(*by));
            fill(words.merge_skipped, &[("from", &from), ("into", &into), ("by", &by), ("why", &reason(*why, words))])
        }
        Notice::CodeRevived { code, deleted_by, codings, hidden } => {
            let (code, by) = (names.code(*code), names.coder(*deleted_by));
            let revived =
                counted(*codings, words.code_revived_one, words.code_revived_many, &[("code", &code), ("by", &by)]);
            match hidden {
                0 => revived,
                hidden => format!("{revived} {}", count(*hidden, words.hidden_one, words.hidden_many)),
            }
        }
        Notice::SourceRevived { source, removed_by, codings } => {
            let (source, by) = (names.source(*source), names.coder(*removed_by));
            let values: &[(&str, &dyn std::fmt::Display)] = &[("source", &source), ("by", &by)];
            counted(*codings, words.source_revived_one, words.source_revived_many, values)
        }
        Notice::CodingKept { coding, removed_by } => {
            let Some(coding) = project.coding(*coding) else { return names.coding(*coding) };
            let (code, source) = (names.code(coding.code), names.source(coding.source));
            fill(words.coding_kept, &[("by", &names.coder(*removed_by)), ("code", &code), ("source", &source)])
        }
        Notice::AgreementKept { result, removed_by } => {
            fill(words.agreement_kept, &[("by", &names.coder(*removed_by)), ("name", &names.agreement(*result))])
        }
        Notice::CodingsWithoutWords { source, codings } => {
            let source = names.source(*source);
            counted(*codings, words.without_words_one, words.without_words_many, &[("source", &source)])
        }
        Notice::ChangedSinceReview { source, verdict, by, left, now, .. } => {
            let after = match verdict {
                Verdict::Kept => words.after_kept,
                Verdict::Recoded => words.after_recoded,
                Verdict::Rebounded => words.after_rebounded,
                Verdict::Questioned => words.after_questioned,
                Verdict::Added | Verdict::Removed => words.after_added,
            };
            let phrase = match now {
                None => words.removed_since,
                Some(now) if now.code == left.code => words.rebounded_since,
                Some(now) if now.at == left.at => words.recoded_since,
                Some(_) => words.both_since,
            };
            let quote = |placed: &Placed| {
                let source = project.source(*source);
                let words = source.and_then(|source| Some(source.quote(source.resolve(placed.at)?)));
                shortened(words.unwrap_or("…"))
            };
            let (was, is) = (quote(left), quote(now.as_ref().unwrap_or(left)));
            let now = names.code(now.map_or(left.code, |now| now.code));
            let (by, code, source) = (names.coder(*by), names.code(left.code), names.source(*source));
            let values: [(&str, &dyn std::fmt::Display); 7] = [
                ("after", &after),
                ("by", &by),
                ("code", &code),
                ("now", &now),
                ("source", &source),
                ("was", &was),
                ("is", &is),
            ];
            fill(phrase, &values)
        }
        Notice::MemoVersions { memo, versions } => {
            let about = project.memo(*memo).map(|memo| names.about(memo.about)).unwrap_or_default();
            fill(words.memo_versions, &[("about", &about), ("n", versions)])
        }
        Notice::SourceTwice { title, other, other_by, .. } => {
            fill(words.source_twice, &[("title", title), ("other", other), ("by", &names.coder(*other_by))])
        }
        Notice::StillUsed { made, undone_by } => {
            let made = match made {
                Made::Code(code) => names.code(*code),
                Made::Source(source) => names.source(*source),
                Made::DoubleCoding(_) => words.a_double_coding,
                Made::Agreement(result) => names.agreement(*result),
                Made::Case(case) => names.case(*case),
                Made::Attribute(attribute) => names.attribute(*attribute),
            };
            fill(words.still_used, &[("made", &made), ("by", &names.coder(*undone_by))])
        }
    }
}

fn field_name(field: Field, names: &Names<'_>, words: &NoticeWords) -> String {
    match field {
        Field::ProjectName => words.project_name.to_owned(),
        Field::SourceTitle(_) => words.source_title.to_owned(),
        Field::SpeakerName(source, _) => fill(words.speaker_name, &[("source", &names.source(source))]),
        Field::CodeName(_) => words.code_name.to_owned(),
        Field::CodeDescription(code) => fill(words.code_description, &[("code", &names.code(code))]),
        Field::CaseName(_) => words.case_name.to_owned(),
        Field::AttributeName(_) => words.attribute_name.to_owned(),
        Field::AgreementName(_) => words.agreement_name.to_owned(),
        Field::Value(case, attribute) => {
            fill(words.value, &[("case", &names.case(case)), ("attribute", &names.attribute(attribute))])
        }
    }
}

fn reason(why: Skip, words: &NoticeWords) -> &'static str {
    match why {
        Skip::Cycle => words.why_cycle,
        Skip::TooDeep => words.why_too_deep,
        Skip::Unknown => words.why_unknown,
        Skip::MergedBefore => words.why_merged_before,
    }
}

/// Counts, and fills in the rest. The names come last, since a name may hold braces.
fn counted(n: usize, one: &str, many: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    let shown = crate::lang::grouped(n);
    let mut all: Vec<(&str, &dyn std::fmt::Display)> = values.to_vec();
    all.push(("n", &shown));
    fill(if n == 1 { one } else { many }, &all)
}

/// The beginning of a long wording.
fn shortened(words: &str) -> String {
    const ENOUGH: usize = 80;
    let mut short: String = words.chars().take(ENOUGH).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
