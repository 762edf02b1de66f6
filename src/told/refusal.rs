//! Why a wish cannot be granted, in words.

use crate::journal::edit::Refusal;
use crate::journal::edit::team::TeamRefusal;
use crate::lang::refusal::RefusalWords;
use crate::lang::{Language, fill, grouped};
use crate::model::case::AttributeKind;

/// Says why a wish cannot be granted and what to do instead.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let words = RefusalWords::of(language);
    let phrase = match refusal {
        Refusal::EmptyName => words.empty_name,
        Refusal::EmptyMemo => words.empty_memo,
        Refusal::EmptyText => words.empty_text,
        Refusal::TooLong { bytes, limit } => {
            let (size, limit) = (grouped(bytes.div_ceil(1000)), grouped(limit / 1000));
            return fill(words.too_long, &[("size", &size), ("limit", &limit)]);
        }
        Refusal::NoProject => words.no_project,
        Refusal::NoSuchCode => words.no_such_code,
        Refusal::NoSuchSource => words.no_such_source,
        Refusal::NoSuchSpeaker => words.no_such_speaker,
        Refusal::NoSuchCoding => words.no_such_coding,
        Refusal::NoSuchMemo => words.no_such_memo,
        Refusal::NoSuchCase => words.no_such_case,
        Refusal::NoSuchAttribute => words.no_such_attribute,
        Refusal::NoSuchGroup => words.no_such_group,
        Refusal::GroupOfOne => words.group_of_one,
        Refusal::NoSuchSearch => words.no_such_search,
        Refusal::NothingSought => words.nothing_sought,
        Refusal::CodeNameTaken { name, .. } => return fill(words.code_name_taken, &[("name", name)]),
        Refusal::CaseNameTaken { name } => return fill(words.case_name_taken, &[("name", name)]),
        Refusal::AttributeNameTaken { name } => return fill(words.attribute_name_taken, &[("name", name)]),
        Refusal::WouldBeCycle { .. } => words.would_be_cycle,
        Refusal::TooDeep { limit } => return fill(words.too_deep, &[("limit", limit)]),
        Refusal::TooManyCodes { limit } => return fill(words.too_many_codes, &[("limit", &grouped(*limit))]),
        Refusal::MergeIntoItself { .. } => words.merge_into_itself,
        Refusal::SpanOutsideText { .. } => words.span_outside_text,
        Refusal::AlreadyCoded { name, other: None } => return fill(words.already_coded, &[("code", name)]),
        Refusal::AlreadyCoded { name, other: Some(coder) } => {
            return fill(words.already_coded_by, &[("code", name), ("coder", coder)]);
        }
        Refusal::SourceKnown { .. } => words.source_known,
        Refusal::SourceErased => words.source_erased,
        Refusal::NoTextYet => words.no_text_yet,
        Refusal::Team(refusal) => match refusal {
            TeamRefusal::OwnCoding => words.own_coding,
            TeamRefusal::OneCoder => words.one_coder,
            TeamRefusal::NoWords => words.no_words_chosen,
            TeamRefusal::NoSuchCoder => words.no_such_coder,
            TeamRefusal::NoSuchResult => words.no_such_result,
            TeamRefusal::NoSuchRound => words.no_such_round,
            TeamRefusal::RemarksOnly => words.remarks_only,
            TeamRefusal::Veiled => words.veiled_still,
            TeamRefusal::UsedUnseen => words.used_unseen,
        },
        Refusal::NoSuchTurn => words.no_such_turn,
        Refusal::NoTurnBefore => words.no_turn_before,
        Refusal::NoWordsThere => words.no_words_there,
        Refusal::NotOfThisKind { kind, typed, .. } => {
            let phrase = match kind {
                AttributeKind::Number => words.not_a_number,
                AttributeKind::Date => words.not_a_date,
                AttributeKind::YesNo => words.not_yes_or_no,
                AttributeKind::Text => words.not_text,
            };
            return fill(phrase, &[("typed", typed)]);
        }
    };
    phrase.to_owned()
}
