//! The words people have typed, wherever an event holds them.

use super::entry::Entry;
use super::event::{Event, FreeText};
use crate::model::id::{CodingId, SourceId};
use crate::model::memo::About;

/// What the words of an event go with when it is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// They are a source's, or about it.
    Source(SourceId),
    /// They are about a coding, and so go with its source.
    Coding(CodingId),
    /// They are about something that no source takes with it.
    Other,
}

impl Event {
    /// Every text it holds.
    pub(crate) fn texts(&self) -> Vec<&FreeText> {
        match self {
            Self::ProjectCreated { name, .. }
            | Self::ProjectRenamed { name }
            | Self::CoderNamed { name, .. }
            | Self::SpeakerChanged { name, .. }
            | Self::SpeakerTold { name, .. }
            | Self::CodeCreated { name, .. }
            | Self::CodeRenamed { name, .. }
            | Self::CaseCreated { name, .. }
            | Self::CaseRenamed { name, .. }
            | Self::AttributeCreated { name, .. }
            | Self::AttributeRenamed { name, .. } => vec![name],
            Self::SourceAdded { title, file_name, speakers, .. } => {
                [title, file_name].into_iter().chain(speakers.iter().map(|speaker| &speaker.name)).collect()
            }
            Self::SourceRenamed { title, .. } => vec![title],
            Self::TextReplaced { inserted, .. } => inserted.iter().map(|inserted| &inserted.words).collect(),
            Self::AgreementRenamed { name, .. } => vec![name],
            Self::AgreementSaved { name, scale, part, .. } => {
                let values = part.values.iter().flat_map(|(_, values)| values);
                std::iter::once(name).chain(scale).chain(&part.speakers).chain(values).collect()
            }
            Self::CodeDescribed { description, .. } => vec![description],
            Self::MemoWritten { text, .. } | Self::MemoAnswered { text, .. } => vec![text],
            Self::ValueSet { value, .. } => value.iter().collect(),
            Self::WordsWeighed { words, .. } | Self::WordsGrouped { words, .. } => words.iter().collect(),
            Self::SearchKept { name, words, near, .. } => {
                [name, words].into_iter().chain(near.iter().map(|(words, _)| words)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The same event after its words have been erased.
    fn without_words(mut self) -> Self {
        let none = || FreeText { x: None };
        match &mut self {
            Self::ProjectCreated { name, .. }
            | Self::ProjectRenamed { name }
            | Self::CoderNamed { name, .. }
            | Self::SpeakerChanged { name, .. }
            | Self::SpeakerTold { name, .. }
            | Self::CodeCreated { name, .. }
            | Self::CodeRenamed { name, .. }
            | Self::CaseCreated { name, .. }
            | Self::CaseRenamed { name, .. }
            | Self::AttributeCreated { name, .. }
            | Self::AttributeRenamed { name, .. } => *name = none(),
            Self::SourceAdded { title, file_name, speakers, .. } => {
                (*title, *file_name) = (none(), none());
                speakers.iter_mut().for_each(|speaker| speaker.name = none());
            }
            Self::SourceRenamed { title, .. } => *title = none(),
            Self::TextReplaced { inserted: Some(inserted), .. } => inserted.words = none(),
            Self::AgreementRenamed { name, .. } => *name = none(),
            Self::AgreementSaved { name, scale, part, .. } => {
                *name = none();
                scale.fill(none());
                part.speakers.fill(none());
                part.values.iter_mut().for_each(|(_, values)| values.fill(none()));
            }
            Self::CodeDescribed { description, .. } => *description = none(),
            Self::MemoWritten { text, .. } | Self::MemoAnswered { text, .. } => *text = none(),
            Self::ValueSet { value: Some(value), .. } => *value = none(),
            Self::WordsWeighed { words, .. } | Self::WordsGrouped { words, .. } => words.fill(none()),
            Self::SearchKept { name, words, near, .. } => {
                (*name, *words) = (none(), none());
                near.iter_mut().for_each(|(words, _)| *words = none());
            }
            _ => {}
        }
        self
    }

    /// Tells whether it erases something for good, which nobody takes back.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::SourceRedacted { .. } | Self::SourceErased { .. })
    }

    /// What its words go with; `None` where it holds none.
    pub(crate) fn subject(&self) -> Option<Subject> {
        let subject = match self {
            Self::MemoWritten { about, .. } | Self::MemoAnswered { about, .. } => match about {
                About::Source(source) => Subject::Source(*source),
                About::Coding(coding) => Subject::Coding(*coding),
                About::Project | About::Code(_) | About::Case(_) => Subject::Other,
            },
            event => event.source_of_words().map_or(Subject::Other, Subject::Source),
        };
        (!self.texts().is_empty()).then_some(subject)
    }

    /// The source whose words it holds, where they are a source's.
    pub(crate) fn source_of_words(&self) -> Option<SourceId> {
        match self {
            Self::SourceAdded { source, .. }
            | Self::SourceRenamed { source, .. }
            | Self::SpeakerChanged { source, .. }
            | Self::SpeakerTold { source, .. }
            | Self::TextReplaced { source, .. } => Some(*source),
            _ => None,
        }
    }
}

impl Entry {
    /// Tells whether it still holds words.
    pub(crate) fn has_words(&self) -> bool {
        self.events.iter().any(|event| event.texts().iter().any(|text| !text.is_erased()))
    }

    /// The same entry, with the same name and place, after its words have been erased.
    pub(crate) fn without_words(&self) -> Self {
        let events: Vec<Event> = self.events.iter().cloned().map(Event::without_words).collect();
        let mut bare = self.clone();
        bare.events = events.into();
        bare
    }
}
