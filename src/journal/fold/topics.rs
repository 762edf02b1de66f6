//! Topics: what was said about each, in order. A topic's number never changes, so whatever is derived for one is kept under
//! its number and found without looking.

use super::ledger::Told;
use super::numbers::Numbers;
use crate::journal::event::Event;
use crate::model::id::{CodingId, MemoId, ResultId, RoundId, SourceId};

/// What is derived by itself, from what was said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Topic {
    Study,
    Coders,
    Codes,
    Cases,
    Words,
    Figure,
    Source(SourceId),
    Coding(CodingId),
    Memo(MemoId),
    Round(RoundId),
    Result(ResultId),
}

/// A topic by the number of its coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TopicNo(u32);

/// Whether an event is the first about its topic.
pub(super) enum Filed {
    First(TopicNo),
    More(TopicNo),
}

/// Every topic that something was said about.
#[derive(Clone, Default)]
pub(super) struct Topics {
    rows: Vec<Row>,
    numbers: Numbers,
    /// What was said after the first; about most codings only one thing was ever said.
    more: Vec<Vec<Told>>,
}

#[derive(Clone)]
struct Row {
    topic: Topic,
    first: Told,
    /// Where the rest is, counted from 1; 0 where there is none.
    more: u32,
}

impl Topic {
    pub(super) fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::ProjectCreated { .. } | Event::ProjectRenamed { .. } => Self::Study,
            Event::CoderNamed { .. } | Event::CoderRecoloured { .. } => Self::Coders,
            Event::SourceAdded { source, .. }
            | Event::TurnsAdded { source, .. }
            | Event::SourceFileKept { source, .. }
            | Event::SourceRenamed { source, .. }
            | Event::LanguageTold { source, .. }
            | Event::SpeakerChanged { source, .. }
            | Event::SourceRemoved { source, .. }
            | Event::SourceRestored { source }
            | Event::TextReplaced { source, .. }
            | Event::TurnBegun { source, .. }
            | Event::TurnJoined { source, .. }
            | Event::SpeakerTold { source, .. }
            | Event::SpeakersMerged { source, .. }
            | Event::WordsExcluded { source, .. }
            | Event::WordsIncluded { source, .. }
            | Event::SourceRedacted { source, .. }
            | Event::SourceErased { source } => Self::Source(*source),
            Event::CodeCreated { .. }
            | Event::CodeRenamed { .. }
            | Event::CodeDescribed { .. }
            | Event::CodeRecoloured { .. }
            | Event::CodeKindChanged { .. }
            | Event::CodeOriginChanged { .. }
            | Event::CodeMoved { .. }
            | Event::CodesMerged { .. }
            | Event::CodeDeleted { .. }
            | Event::CodeRestored { .. } => Self::Codes,
            Event::CodingAdded { coding, .. }
            | Event::CodingResized { coding, .. }
            | Event::CodingRecoded { coding, .. }
            | Event::CodingRemoved { coding, .. }
            | Event::CodingReviewed { coding, .. } => Self::Coding(*coding),
            Event::MemoWritten { memo, .. }
            | Event::MemoDeleted { memo, .. }
            | Event::MemoAnswered { memo, .. }
            | Event::ThreadClosed { memo }
            | Event::ThreadReopened { memo } => Self::Memo(*memo),
            Event::DoubleCodingBegun { round, .. }
            | Event::DoubleCodingPlaced { round, .. }
            | Event::DoubleCodingUnveiled { round }
            | Event::DisagreementSettled { round, .. } => Self::Round(*round),
            Event::AgreementSaved { result, .. }
            | Event::AgreementFound { result, .. }
            | Event::AgreementRenamed { result, .. }
            | Event::AgreementRemoved { result, .. } => Self::Result(*result),
            Event::CaseCreated { .. }
            | Event::CaseRenamed { .. }
            | Event::CaseDeleted { .. }
            | Event::CaseLinked { .. }
            | Event::CaseUnlinked { .. }
            | Event::AttributeCreated { .. }
            | Event::AttributeRenamed { .. }
            | Event::AttributeDeleted { .. }
            | Event::ValueSet { .. }
            | Event::RatingWithdrawn { .. } => Self::Cases,
            Event::WordsWeighed { .. }
            | Event::WordsGrouped { .. }
            | Event::SearchKept { .. }
            | Event::SearchDropped { .. } => Self::Words,
            Event::PaperChosen { .. } | Event::BoxMoved { .. } => Self::Figure,
            Event::Retracted { .. } => return None,
        })
    }
}

impl TopicNo {
    /// Its place in a row of all topics.
    pub(super) fn place(self) -> usize {
        self.0 as usize
    }
}

impl Topics {
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.rows.reserve(more);
        self.numbers.reserve(more, |number| self.rows[number as usize].topic);
    }

    /// The number of a topic; `None` where nothing was said about it.
    pub(super) fn number(&self, topic: Topic) -> Option<TopicNo> {
        self.numbers.get(topic, |number| self.rows[number as usize].topic).map(TopicNo)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The coding of a number.
    pub(super) fn coding(&self, no: TopicNo) -> CodingId {
        let Topic::Coding(coding) = self.topic(no) else { unreachable!("only codings are asked for as such") };
        coding
    }

    /// The topic of a number.
    pub(super) fn topic(&self, no: TopicNo) -> Topic {
        self.rows[no.place()].topic
    }

    /// Every topic, in the order of their coming.
    pub(super) fn all(&self) -> impl Iterator<Item = Topic> {
        self.rows.iter().map(|row| row.topic)
    }

    /// What was said about a topic, in order.
    pub(super) fn told(&self, no: TopicNo) -> impl DoubleEndedIterator<Item = Told> + Clone {
        let row = &self.rows[no.place()];
        let more = row.more.checked_sub(1).and_then(|at| self.more.get(at as usize));
        std::iter::once(row.first).chain(more.into_iter().flatten().copied())
    }

    /// What was said about a topic, where only one thing was.
    pub(super) fn only_told(&self, no: TopicNo) -> Option<Told> {
        let row = &self.rows[no.place()];
        (row.more == 0).then_some(row.first)
    }

    /// Files an event under its topic, at its place in the order of `key`.
    pub(super) fn file<K: Ord>(&mut self, topic: Topic, mut told: Told, key: impl Fn(&Told) -> K) -> Filed {
        let number = u32::try_from(self.rows.len()).expect("fewer than 4 thousand million topics");
        let known = self.numbers.admit(topic, number, |number| self.rows[number as usize].topic);
        let Some(no) = known.map(TopicNo) else {
            self.rows.push(Row { topic, first: told, more: 0 });
            return Filed::First(TopicNo(number));
        };
        let row = &mut self.rows[no.place()];
        if key(&told) < key(&row.first) {
            std::mem::swap(&mut told, &mut row.first);
        }
        match row.more.checked_sub(1).and_then(|at| self.more.get_mut(at as usize)) {
            None => {
                self.more.push(vec![told]);
                row.more = u32::try_from(self.more.len()).expect("fewer than 4 thousand million topics");
            }
            Some(more) if more.last().is_none_or(|last| key(last) < key(&told)) => more.push(told),
            Some(more) => {
                let place = more.partition_point(|other| key(other) < key(&told));
                more.insert(place, told);
            }
        }
        Filed::More(no)
    }
}
