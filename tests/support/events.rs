//! Every kind of event, filled with whatever words and numbers a test hands in.

use std::collections::BTreeMap;

use kodebok::journal::event::{Event, FreeText, Inserted, PartTold, SpeakerNamed};
use kodebok::model::agreement::{About as Saved, Found, Kinds, Manner, Of, Size, Unit};
use kodebok::model::anchor::{Anchor, AnchoredSpan};
use kodebok::model::arrangement::{Paper, Shift};
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Hue, Origin, Place};
use kodebok::model::double_coding::{Answer, Drawn};
use kodebok::model::exclusion::Reason;
use kodebok::model::id::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, EntryHash, ExclusionId, FileHash, LogId, MemoId, ProjectId,
    ResultId, RoundId, RunId, SearchId, SourceId, SpeakerId, TextHash, WordGroupId,
};
use kodebok::model::lexicon::Standing;
use kodebok::model::memo::About;
use kodebok::model::review::Verdict;
use kodebok::model::search::Way;
use kodebok::model::source::{Role, SpeakerKey};
use kodebok::model::weave::Again;
use kodebok::text::tongue::Tongue;

/// One event of each kind.
pub(crate) fn one_of_each(word: &mut dyn FnMut() -> String, number: &mut dyn FnMut() -> u128) -> Vec<Event> {
    let mut text = || FreeText::new(word());
    let small = |n: u128| u32::try_from(n % 100_000).expect("below 100,000");
    let (coder, source, code) = (CoderId::new(number()), SourceId::new(number()), CodeId::new(number()));
    let (coding, memo, case) = (CodingId::new(number()), MemoId::new(number()), CaseId::new(number()));
    let (attribute, round) = (AttributeId::new(number()), RoundId::new(number()));
    let result = ResultId::new(number());
    let hue = Hue(u8::try_from(number() % 10).expect("below 10"));
    let start = small(number());
    let at = AnchoredSpan { first: Anchor::Imported(start), last: Anchor::Imported(start + 7) };
    let inserted = AnchoredSpan { first: Anchor::Inserted(RunId::new(number()), 3), last: Anchor::Imported(start) };
    let seen: BTreeMap<LogId, u64> = (0..3).map(|_| (LogId::new(number()), u64::from(small(number())))).collect();
    let place = Place::between(Some(&Place::between(None, None)), None);
    vec![
        Event::ProjectCreated { project: ProjectId::new(number()), name: text() },
        Event::ProjectRenamed { name: text() },
        Event::CoderNamed { coder, name: text() },
        Event::CoderRecoloured { coder, hue },
        Event::SourceAdded {
            source,
            text: TextHash::new(number()),
            length: small(number()),
            title: text(),
            file_name: text(),
            speakers: vec![
                SpeakerNamed { name: text(), role: Role::Interviewer },
                SpeakerNamed { name: text(), role: Role::Informant },
            ]
            .into(),
            turns: [(0, 9, Some(1), None), (9, 40, None, Some(small(number())))].into(),
        },
        Event::TurnsAdded { source, turns: vec![(40, 60, Some(0), Some(7))] },
        Event::SourceFileKept { source, hash: FileHash::new(number()), extension: "docx".into() },
        Event::SourceRenamed { source, title: text() },
        Event::LanguageTold { source, language: Some(Tongue::Nynorsk) },
        Event::LanguageTold { source, language: None },
        Event::SpeakerChanged { source, speaker: 1, name: text(), role: Role::Unknown },
        Event::SourceRemoved { source, seen: seen.clone() },
        Event::SourceRestored { source },
        Event::TextReplaced {
            source,
            deleted: [(Anchor::Imported(start), 3), (Anchor::Inserted(RunId::new(number()), 0), 2)].into(),
            after: Some(Anchor::Imported(start + 2)),
            inserted: Some(Box::new(Inserted {
                run: RunId::new(number()),
                length: small(number()),
                words: text(),
                again: Some(Again::Last),
            })),
        },
        Event::TextReplaced { source, deleted: [].into(), after: None, inserted: None },
        Event::TurnBegun {
            source,
            at: Anchor::Imported(start),
            speaker: Some(SpeakerKey::Added(SpeakerId::new(number()))),
            start_ms: None,
        },
        Event::TurnBegun {
            source,
            at: Anchor::Imported(start),
            speaker: Some(SpeakerKey::Imported(1)),
            start_ms: Some(7),
        },
        Event::TurnJoined { source, at: Anchor::Imported(start) },
        Event::SpeakerTold { source, speaker: SpeakerId::new(number()), name: text(), role: Role::Informant },
        Event::SpeakersMerged { source, from: SpeakerKey::Imported(0), into: SpeakerKey::Imported(1) },
        Event::WordsExcluded { source, exclusion: ExclusionId::new(number()), at, reason: Reason::SmallTalk },
        Event::WordsIncluded { source, exclusion: ExclusionId::new(number()) },
        Event::SourceRedacted { source, text: TextHash::new(number()), erase: vec![EntryHash::new(number())] },
        Event::SourceErased { source },
        Event::CodeCreated {
            code,
            parent: Some(CodeId::new(number())),
            place: place.clone(),
            kind: CodeKind::Category,
            origin: Origin::Data,
            hue: Some(hue),
            name: text(),
        },
        Event::CodeRenamed { code, name: text() },
        Event::CodeDescribed { code, description: text() },
        Event::CodeRecoloured { code, hue: None },
        Event::CodeKindChanged { code, kind: CodeKind::Theme },
        Event::CodeOriginChanged { code, origin: Origin::Theory },
        Event::CodeMoved { code, parent: None, place },
        Event::CodesMerged { from: code, into: CodeId::new(number()), seen: seen.clone() },
        Event::CodeDeleted { code, seen: seen.clone() },
        Event::CodeRestored { code },
        Event::CodingAdded { coding, code, source, at },
        Event::CodingResized { coding, at: inserted },
        Event::CodingRecoded { coding, code },
        Event::CodingRemoved { coding, seen: seen.clone() },
        Event::MemoWritten {
            memo,
            about: About::Coding(coding),
            replaces: vec![EntryHash::new(number())],
            text: text(),
        },
        Event::MemoWritten { memo, about: About::Project, replaces: Vec::new(), text: text() },
        Event::MemoDeleted { memo, seen: seen.clone() },
        Event::MemoAnswered { memo, to: MemoId::new(number()), about: About::Code(code), text: text() },
        Event::ThreadClosed { memo },
        Event::ThreadReopened { memo },
        Event::CodingReviewed { coding, verdict: Verdict::Rebounded },
        Event::DoubleCodingBegun {
            round,
            coders: [CoderId::new(number()), CoderId::new(number())].into(),
            codes: [code].into(),
            drawn: Some(Drawn { percent: 15, seed: u64::MAX, of: 40 }),
        },
        Event::DoubleCodingBegun { round, coders: [].into(), codes: [].into(), drawn: None },
        Event::DoubleCodingPlaced { round, source, at: [at, inserted].into() },
        Event::DoubleCodingUnveiled { round },
        Event::DisagreementSettled {
            round,
            source,
            at: Box::new(at),
            code,
            answer: Box::new(Answer::Of(CoderId::new(number()))),
        },
        Event::DisagreementSettled { round, source, at: Box::new(at), code, answer: Box::new(Answer::All) },
        Event::DisagreementSettled {
            round,
            source,
            at: Box::new(at),
            code,
            answer: Box::new(Answer::Bounds(coding, inserted)),
        },
        Event::AgreementSaved {
            result,
            name: text(),
            manner: Box::new(Manner {
                about: Saved::Ratings,
                coders: [CoderId::new(number()), CoderId::new(number())].into(),
                unit: Unit::Segment(90),
                kinds: Kinds::Themes,
                below: true,
                rounds: 1000,
                seed: u64::MAX,
                attribute: Some(attribute),
            }),
            scale: [text(), text()].into(),
            part: Box::new(PartTold {
                sources: [source].into(),
                speakers: [text()].into(),
                roles: [Role::Informant].into(),
                cases: [case].into(),
                values: [(attribute, [text()].into())].into(),
                codes: [code].into(),
                below: true,
                coders: [CoderId::new(number())].into(),
                rounds: [round].into(),
                agreed: true,
                aside: true,
            }),
            size: Size { units: 7, codes: 2, sources: 1 },
            version: "0.1.0".into(),
        },
        Event::AgreementSaved {
            result,
            name: text(),
            manner: Box::default(),
            scale: [].into(),
            part: Box::default(),
            size: Size::default(),
            version: "0.1.0".into(),
        },
        Event::AgreementFound {
            result,
            rows: [Found {
                of: Of::CodeIn(code, source),
                counts: [1, 2, 3, u64::MAX].into(),
                segments: [4, 5].into(),
                figures: [("cohen_kappa".into(), [-23_000, -100_000, 50_000].into())].into(),
            }]
            .into(),
        },
        Event::AgreementRenamed { result, name: text() },
        Event::AgreementRemoved { result, seen: seen.clone() },
        Event::CaseCreated { case, name: text() },
        Event::CaseRenamed { case, name: text() },
        Event::CaseDeleted { case },
        Event::CaseLinked { case, source },
        Event::CaseUnlinked { case, source },
        Event::AttributeCreated { attribute, kind: AttributeKind::YesNo, name: text() },
        Event::AttributeRenamed { attribute, name: text() },
        Event::AttributeDeleted { attribute },
        Event::ValueSet { case, attribute, value: Some(text()) },
        Event::ValueSet { case, attribute, value: None },
        Event::RatingWithdrawn { case, attribute },
        Event::WordsWeighed { words: [text(), text()].into(), standing: Standing::Out },
        Event::WordsWeighed { words: [text()].into(), standing: Standing::Listed },
        Event::WordsGrouped { group: WordGroupId::new(number()), words: [text(), text(), text()].into() },
        Event::SearchKept {
            search: SearchId::new(number()),
            name: text(),
            words: text(),
            way: Way::Pattern,
            near: Some((text(), 5)),
        },
        Event::SearchDropped { search: SearchId::new(number()) },
        Event::PaperChosen { paper: Some(Paper::Landscape) },
        Event::PaperChosen { paper: None },
        Event::BoxMoved { code, paper: Paper::Portrait, by: Some(Shift { right: -12, down: 40 }) },
        Event::BoxMoved { code, paper: Paper::Landscape, by: None },
        Event::Retracted { entries: vec![EntryHash::new(number()), EntryHash::new(number())] },
    ]
}
