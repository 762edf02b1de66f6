//! Wishes about work that several coders share: remarks in threads, review, and double coding.

use std::collections::{BTreeMap, BTreeSet};

use super::decider::{Decider, Decision, unless, words};
use super::{Edit, NewCode, Refusal};
use crate::journal::event::{Event, FreeText};
use crate::model::anchor::AnchoredSpan;
use crate::model::coding::Coding;
use crate::model::double_coding::{Answer, DoubleCoding, Drawn};
use crate::model::id::{CodeId, CoderId, CodingId, MemoId, RoundId, SourceId};
use crate::model::memo::{About, Memo};
use crate::model::project::Project;
use crate::model::review::Verdict;
use crate::model::span::Span;

/// How many places of one source an event holds; more of them take several, each of which fits in a line.
const PLACES: usize = 5_000;

/// What somebody wants done about work that several share.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum TeamEdit {
    /// Answers a memo, and opens its thread again where it was closed.
    Answer { memo: MemoId, text: String },
    /// Says that nothing more is to be said in the thread of a memo.
    CloseThread { memo: MemoId },
    /// Opens the thread of a memo again.
    ReopenThread { memo: MemoId },

    /// Leaves another's coding as it is.
    Keep { coding: CodingId },
    /// Gives another's coding another code.
    Recode { coding: CodingId, code: CodeId },
    /// Gives another's coding a code that is made for it.
    RecodeToNew { coding: CodingId, code: NewCode },
    /// Gives another's coding other bounds.
    Rebound { coding: CodingId, span: Span },
    /// Takes another's coding away.
    Remove { coding: CodingId },
    /// Codes what the first coder had not.
    Add { code: CodeId, source: SourceId, span: Span },
    /// Does so with a code that is made for it.
    AddNew { code: NewCode, source: SourceId, span: Span },
    /// Leaves another's coding, and asks about it; without words it is only marked.
    Question { coding: CodingId, text: String },

    /// Lets coders code the same words without seeing each other's work.
    BeginDouble(NewDouble),
    /// Shows everybody's work to all.
    Unveil { round: RoundId },
    /// Says what counts where coders had coded differently; `span` is all that any of them had coded.
    Settle { round: RoundId, source: SourceId, span: Span, code: CodeId, answer: Wanted },
}

/// A round of double coding that is to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDouble {
    /// Who codes.
    pub coders: Vec<CoderId>,
    /// The codes it is about; none stands for all, also those that are made later.
    pub codes: BTreeSet<CodeId>,
    /// The words it is about.
    pub places: BTreeMap<SourceId, Vec<Span>>,
    /// How they were drawn, where chance chose them.
    pub drawn: Option<Drawn>,
}

/// What is to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What this coder has.
    Of(CoderId),
    /// What each of them has.
    All,
    /// Nothing.
    Neither,
    /// The code on these words.
    Bounds(Span),
    /// Nothing yet.
    Discuss,
}

/// Why such a wish cannot be granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TeamRefusal {
    /// One reviews what others have coded.
    #[error("the coding is one's own")]
    OwnCoding,
    /// It takes two to code twice.
    #[error("fewer than two coders are to code")]
    OneCoder,
    /// Nothing was chosen to be coded.
    #[error("no words are to be coded")]
    NoWords,
    /// Somebody chosen has never said their name here.
    #[error("the coder is not here")]
    NoSuchCoder,
    /// The result of agreement is not here.
    #[error("the result is not saved")]
    NoSuchResult,
    /// The round is not here.
    #[error("the round of double coding is not here")]
    NoSuchRound,
    /// This installation is set to comment and to change nothing.
    #[error("only remarks are made here")]
    RemarksOnly,
    /// Nobody may compare before both are done.
    #[error("the round has not been unveiled")]
    Veiled,
    /// Others use it in work that is not shown yet.
    #[error("it is used in work that has not been unveiled")]
    UsedUnseen,
}

impl Decider<'_> {
    pub(super) fn decide_team(&mut self, edit: &TeamEdit) -> Decision {
        match edit {
            TeamEdit::Answer { memo, text } => self.answer_memo(*memo, text),
            TeamEdit::CloseThread { memo } => {
                let first = self.thread(*memo)?;
                Ok(unless(first.closed.is_some(), Event::ThreadClosed { memo: first.id }))
            }
            TeamEdit::ReopenThread { memo } => {
                let first = self.thread(*memo)?;
                Ok(unless(first.closed.is_none(), Event::ThreadReopened { memo: first.id }))
            }
            TeamEdit::Keep { coding } => {
                let same = self.has_judged(*coding, Verdict::Kept);
                self.reviewed(*coding, Verdict::Kept, Vec::new()).map(|events| if same { Vec::new() } else { events })
            }
            TeamEdit::Recode { coding, code } => {
                let changed = self.recode_coding(*coding, *code)?;
                self.changed(*coding, Verdict::Recoded, changed)
            }
            TeamEdit::RecodeToNew { coding, code } => {
                let changed = self.recode_to_new_code(*coding, code)?;
                self.changed(*coding, Verdict::Recoded, changed)
            }
            TeamEdit::Rebound { coding, span } => {
                let changed = self.resize_coding(*coding, *span)?;
                self.changed(*coding, Verdict::Rebounded, changed)
            }
            TeamEdit::Remove { coding } => {
                let removed = self.remove_codings(&[*coding])?;
                self.reviewed(*coding, Verdict::Removed, removed)
            }
            TeamEdit::Add { code, source, span } => {
                let events = self.apply_code(*code, *source, *span)?;
                Ok(added(events))
            }
            TeamEdit::AddNew { code, source, span } => {
                let events = self.apply_new_code(code, &[(*source, *span)])?;
                Ok(added(events))
            }
            TeamEdit::Question { coding, text } => {
                let asked =
                    if text.trim().is_empty() { Vec::new() } else { self.add_memo(About::Coding(*coding), text)? };
                self.reviewed(*coding, Verdict::Questioned, asked)
            }
            TeamEdit::BeginDouble(new) => self.begin_double(new),
            TeamEdit::Unveil { round } => {
                let known = self.round(*round)?;
                Ok(unless(known.unveiled.is_some(), Event::DoubleCodingUnveiled { round: *round }))
            }
            TeamEdit::Settle { round, source, span, code, answer } => {
                self.settle(*round, (*source, *span, *code), *answer)
            }
        }
    }

    fn answer_memo(&mut self, memo: MemoId, text: &str) -> Decision {
        let first = self.thread(memo)?;
        let (to, about, closed) = (first.id, first.about, first.closed.is_some());
        let text = words(text)?;
        if text.is_empty() {
            return Err(Refusal::EmptyMemo);
        }
        let memo = MemoId::new((self.draw)());
        let mut events = vec![Event::MemoAnswered { memo, to, about, text: FreeText::new(text) }];
        if closed {
            events.push(Event::ThreadReopened { memo: to });
        }
        Ok(events)
    }

    /// The memo that begins the thread of a memo.
    fn thread(&self, id: MemoId) -> Result<&Memo, Refusal> {
        let memo = self.project.memo(id).ok_or(Refusal::NoSuchMemo)?;
        Ok(memo.answers.and_then(|first| self.project.memo(first)).unwrap_or(memo))
    }

    /// The verdict with the change that it goes with; nothing where nothing changes.
    fn changed(&self, coding: CodingId, verdict: Verdict, change: Vec<Event>) -> Decision {
        if change.is_empty() { Ok(change) } else { self.reviewed(coding, verdict, change) }
    }

    fn reviewed(&self, id: CodingId, verdict: Verdict, mut events: Vec<Event>) -> Decision {
        let coding: &Coding = self.coding(id)?;
        if coding.coder == self.coder {
            return Err(TeamRefusal::OwnCoding.into());
        }
        events.push(Event::CodingReviewed { coding: id, verdict });
        Ok(events)
    }

    fn has_judged(&self, coding: CodingId, verdict: Verdict) -> bool {
        let mut judged = self.project.reviewed(coding).into_iter().flat_map(|reviewed| &reviewed.judged);
        judged.any(|judged| judged.by == self.coder && judged.verdict == verdict && !judged.changed)
    }

    fn round(&self, id: RoundId) -> Result<&DoubleCoding, Refusal> {
        Ok(self.project.double_coding(id).ok_or(TeamRefusal::NoSuchRound)?)
    }

    fn begin_double(&mut self, new: &NewDouble) -> Decision {
        let mut coders: Vec<CoderId> = Vec::new();
        for coder in &new.coders {
            // Who has only just sat down says their name with this very gesture.
            if *coder != self.coder {
                self.project.coder(*coder).ok_or(TeamRefusal::NoSuchCoder)?;
            }
            if !coders.contains(coder) {
                coders.push(*coder);
            }
        }
        if coders.len() < 2 {
            return Err(TeamRefusal::OneCoder.into());
        }
        for code in &new.codes {
            self.code(*code)?;
        }
        let round = RoundId::new((self.draw)());
        let mut events = Vec::new();
        for (source, spans) in &new.places {
            let at: Vec<AnchoredSpan> =
                spans.iter().map(|span| self.anchor(*source, *span)).collect::<Result<_, _>>()?;
            let places = at.chunks(PLACES);
            events.extend(places.map(|at| Event::DoubleCodingPlaced { round, source: *source, at: at.into() }));
        }
        if events.is_empty() {
            return Err(TeamRefusal::NoWords.into());
        }
        let codes = new.codes.iter().copied().collect();
        events.insert(0, Event::DoubleCodingBegun { round, coders: coders.into(), codes, drawn: new.drawn });
        Ok(events)
    }

    fn settle(&mut self, id: RoundId, (source, span, code): (SourceId, Span, CodeId), answer: Wanted) -> Decision {
        let round = self.round(id)?;
        if round.unveiled.is_none() {
            return Err(TeamRefusal::Veiled.into());
        }
        if let Wanted::Of(coder) = answer
            && !round.coders.contains(&coder)
        {
            return Err(TeamRefusal::NoSuchCoder.into());
        }
        self.code(code)?;
        let known = self.source(source)?;
        let at = self.anchor(source, span)?;
        let overlaps = |at| known.resolve(at).is_some_and(|other| other.overlap(span).is_some());
        let mut same = round.settled.iter().rev().filter(|settled| settled.source == source && settled.code == code);
        let now = same.find(|settled| overlaps(settled.at)).map(|settled| (settled.at, settled.answer));
        let answer = match answer {
            Wanted::Of(coder) => Answer::Of(coder),
            Wanted::All => Answer::All,
            Wanted::Neither => Answer::Neither,
            Wanted::Discuss => Answer::Discuss,
            Wanted::Bounds(span) => {
                let bounds = self.anchor(source, span)?;
                match now {
                    // The same bounds again are the same coding.
                    Some((known, Answer::Bounds(coding, before))) if known == at && before == bounds => {
                        Answer::Bounds(coding, bounds)
                    }
                    _ => Answer::Bounds(CodingId::new((self.draw)()), bounds),
                }
            }
        };
        let same = now == Some((at, answer));
        Ok(unless(
            same,
            Event::DisagreementSettled { round: id, source, at: Box::new(at), code, answer: Box::new(answer) },
        ))
    }
}

/// What was coded, and that it was added in review.
fn added(mut events: Vec<Event>) -> Vec<Event> {
    let made = events.iter().find_map(|event| match event {
        Event::CodingAdded { coding, .. } => Some(*coding),
        _ => None,
    });
    events.extend(made.map(|coding| Event::CodingReviewed { coding, verdict: Verdict::Added }));
    events
}

/// Tells whether a wish changes nothing but remarks, those of others left alone; or the name or the colour of who has it.
pub fn is_remark(project: &Project, coder: CoderId, edit: &Edit) -> bool {
    let own = |memo: &MemoId| {
        let versions = project.memo(*memo).map(|memo| memo.versions.as_slice()).unwrap_or_default();
        versions.iter().all(|version| version.coder == coder)
    };
    match edit {
        Edit::All(edits) => edits.iter().all(|edit| is_remark(project, coder, edit)),
        Edit::AddMemo { .. } => true,
        Edit::RewriteMemo { memo, .. } | Edit::DeleteMemo { memo } => own(memo),
        Edit::NameCoder { coder: named, .. } | Edit::RecolourCoder { coder: named, .. } => *named == coder,
        Edit::Team(TeamEdit::Answer { .. } | TeamEdit::CloseThread { .. } | TeamEdit::ReopenThread { .. }) => true,
        _ => false,
    }
}
