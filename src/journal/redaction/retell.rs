//! What is said anew before the entry that said it loses its words: everything in it that is still seen.

use std::collections::BTreeMap;

use crate::journal::entry::Entry;
use crate::journal::event::{Event, FreeText};
use crate::journal::fold::Fold;
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, EntryHash, MemoId, ResultId, SourceId, SpeakerId};
use crate::model::project::Project;
use crate::model::source::{Role, SpeakerKey};

/// Something that is said in words and of which the last word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Property {
    Study,
    Coder(CoderId),
    Title(SourceId),
    Speaker(SourceId, u16),
    AddedSpeaker(SourceId, SpeakerId),
    Code(CodeId),
    Description(CodeId),
    Memo(MemoId, EntryHash),
    Case(CaseId),
    Attribute(AttributeId),
    Agreement(ResultId),
    Value(CaseId, AttributeId),
}

/// What is said anew, each once, with the event that said it before.
pub(super) struct Retold<'a> {
    told: BTreeMap<Property, (&'a Event, Event)>,
}

impl<'a> Retold<'a> {
    /// Reads what of these entries is still seen; `again` gives the words in which it is said anew.
    pub(super) fn of(fold: &Fold, entries: &[&'a Entry], again: impl Fn(&Event, &str) -> String) -> Self {
        let mut retold = Self { told: BTreeMap::new() };
        for entry in entries.iter().filter(|entry| fold.is_live(entry.id)) {
            for event in &entry.events {
                for (property, now) in seen(fold.project(), entry.id, event) {
                    let words = again(event, words_of(event, property));
                    retold.told.insert(property, (event, now(FreeText::new(words))));
                }
            }
        }
        retold
    }

    /// The same without what these events said.
    pub(super) fn without(mut self, gone: impl Fn(&Event) -> bool) -> Self {
        self.told.retain(|_, (event, _)| !gone(event));
        self
    }

    /// What is to be told.
    pub(super) fn events(self) -> impl Iterator<Item = Event> + 'a {
        self.told.into_values().map(|(_, event)| event)
    }
}

type Again = Box<dyn FnOnce(FreeText) -> Event>;

/// What an event says that is still seen, and how it is said anew.
fn seen(project: &Project, entry: EntryHash, event: &Event) -> Vec<(Property, Again)> {
    let one = |holds: bool, property: Property, again: Again| if holds { vec![(property, again)] } else { Vec::new() };
    match event {
        Event::ProjectCreated { name, .. } | Event::ProjectRenamed { name } => {
            let holds = project.name() == name.as_str();
            one(holds, Property::Study, Box::new(|name| Event::ProjectRenamed { name }))
        }
        Event::CoderNamed { coder, name } => {
            let (coder, holds) = (*coder, project.coder_name(*coder) == name.as_str());
            one(holds, Property::Coder(coder), Box::new(move |name| Event::CoderNamed { coder, name }))
        }
        Event::SourceAdded { source, title, speakers, .. } => {
            let mut again = seen_title(project, *source, title);
            for (number, speaker) in (0_u16..).zip(speakers) {
                again.extend(seen_speaker(project, *source, SpeakerKey::Imported(number), speaker.name.as_str()));
            }
            again
        }
        Event::SourceRenamed { source, title } => seen_title(project, *source, title),
        Event::SpeakerChanged { source, speaker, name, .. } => {
            seen_speaker(project, *source, SpeakerKey::Imported(*speaker), name.as_str())
        }
        Event::SpeakerTold { source, speaker, name, .. } => {
            seen_speaker(project, *source, SpeakerKey::Added(*speaker), name.as_str())
        }
        Event::CodeCreated { code, name, .. } | Event::CodeRenamed { code, name } => {
            let (code, holds) = (*code, project.code_name(*code) == Some(name.as_str()));
            one(holds, Property::Code(code), Box::new(move |name| Event::CodeRenamed { code, name }))
        }
        Event::CodeDescribed { code, description } => {
            let known = project.codebook().code(*code).map(|code| code.description.as_str());
            let (code, holds) = (*code, known == Some(description.as_str()));
            let again: Again = Box::new(move |description| Event::CodeDescribed { code, description });
            one(holds, Property::Description(code), again)
        }
        Event::MemoWritten { memo, about, .. } | Event::MemoAnswered { memo, about, .. } => {
            let versions = project.memo(*memo).map(|memo| memo.versions.as_slice()).unwrap_or_default();
            let (memo, about) = (*memo, *about);
            let again: Again = Box::new(move |text| Event::MemoWritten { memo, about, replaces: vec![entry], text });
            one(versions.iter().any(|version| version.entry == entry), Property::Memo(memo, entry), again)
        }
        Event::AgreementSaved { result, name, .. } | Event::AgreementRenamed { result, name } => {
            let holds = project.saved_agreement(*result).is_some_and(|known| known.name == name.as_str());
            let result = *result;
            one(holds, Property::Agreement(result), Box::new(move |name| Event::AgreementRenamed { result, name }))
        }
        Event::CaseCreated { case, name } | Event::CaseRenamed { case, name } => {
            let holds = project.case(*case).is_some_and(|case| case.name == name.as_str());
            let case = *case;
            one(holds, Property::Case(case), Box::new(move |name| Event::CaseRenamed { case, name }))
        }
        Event::AttributeCreated { attribute, name, .. } | Event::AttributeRenamed { attribute, name } => {
            let holds = project.attribute(*attribute).is_some_and(|known| known.name == name.as_str());
            let attribute = *attribute;
            let again: Again = Box::new(move |name| Event::AttributeRenamed { attribute, name });
            one(holds, Property::Attribute(attribute), again)
        }
        Event::ValueSet { case, attribute, value: Some(value) } => {
            let known = project.case(*case).and_then(|case| case.values.get(attribute));
            let holds = known.is_some_and(|known| known == value.as_str());
            let (case, attribute) = (*case, *attribute);
            let again: Again = Box::new(move |value| Event::ValueSet { case, attribute, value: Some(value) });
            one(holds, Property::Value(case, attribute), again)
        }
        _ => Vec::new(),
    }
}

fn seen_title(project: &Project, source: SourceId, title: &FreeText) -> Vec<(Property, Again)> {
    let removed = || project.removed_sources().find(|(id, _)| *id == source).map(|(_, title)| title);
    let known = project.source(source).map(|source| source.title.as_str()).or_else(removed);
    let again: Again = Box::new(move |title| Event::SourceRenamed { source, title });
    if known == Some(title.as_str()) { vec![(Property::Title(source), again)] } else { Vec::new() }
}

fn seen_speaker(project: &Project, source: SourceId, key: SpeakerKey, name: &str) -> Vec<(Property, Again)> {
    let known = project.source(source).and_then(|known| known.speakers.get(usize::from(known.speaker_number(key)?)));
    let Some(role) = known.filter(|known| known.name == name).map(|known| known.role) else { return Vec::new() };
    vec![speaker_again(source, key, role)]
}

fn speaker_again(source: SourceId, key: SpeakerKey, role: Role) -> (Property, Again) {
    match key {
        SpeakerKey::Imported(speaker) => (
            Property::Speaker(source, speaker),
            Box::new(move |name| Event::SpeakerChanged { source, speaker, name, role }),
        ),
        SpeakerKey::Added(speaker) => (
            Property::AddedSpeaker(source, speaker),
            Box::new(move |name| Event::SpeakerTold { source, speaker, name, role }),
        ),
    }
}

/// The words of an event that say a property.
fn words_of(event: &Event, property: Property) -> &str {
    match (event, property) {
        (Event::SourceAdded { speakers, .. }, Property::Speaker(_, number)) => {
            speakers.get(usize::from(number)).map_or("", |speaker| speaker.name.as_str())
        }
        (event, _) => event.texts().first().map_or("", |text| text.as_str()),
    }
}
