//! Speakers of one source: what they were called last, and which of them are one.

use std::collections::BTreeMap;

use super::last_word::LastWord;
use super::ledger::Fact;
use crate::journal::entry::Entry;
use crate::journal::event::{Event, SpeakerNamed};
use crate::journal::merge::Logs;
use crate::journal::notice::{Field, Notice};
use crate::model::id::SourceId;
use crate::model::source::{Role, Speaker, SpeakerKey};

/// What was said about the speakers of a source, in order.
pub(super) struct Speakers<'a> {
    told: Vec<(SpeakerKey, LastWord<'a, &'a str>, Role)>,
    merges: Vec<(SpeakerKey, SpeakerKey)>,
}

/// The speakers as they are now.
pub(super) struct Settled {
    pub(super) speakers: Vec<Speaker>,
    pub(super) keys: Vec<SpeakerKey>,
    pub(super) merged: BTreeMap<u16, u16>,
}

impl<'a> Speakers<'a> {
    pub(super) fn imported(named: &'a [SpeakerNamed], entry: &'a Entry) -> Self {
        let mut speakers = Self { told: Vec::new(), merges: Vec::new() };
        for (number, speaker) in (0..).zip(named) {
            speakers.say(SpeakerKey::Imported(number), (speaker.name.as_str(), speaker.role), entry);
        }
        speakers
    }

    /// Hears one fact, later than all before.
    pub(super) fn hear(&mut self, fact: &Fact<'a>) {
        match fact.event {
            Event::SpeakerChanged { speaker, name, role, .. } => {
                let key = SpeakerKey::Imported(*speaker);
                if self.told.iter().any(|(known, ..)| *known == key) {
                    self.say(key, (name.as_str(), *role), fact.entry);
                }
            }
            Event::SpeakerTold { speaker, name, role, .. } => {
                self.say(SpeakerKey::Added(*speaker), (name.as_str(), *role), fact.entry);
            }
            Event::SpeakersMerged { from, into, .. } => self.merges.push((*from, *into)),
            _ => {}
        }
    }

    /// Names that two people gave at the same time.
    pub(super) fn notices(&self, source: SourceId, logs: &Logs) -> Vec<Notice> {
        let numbered = (0..).zip(&self.told);
        numbered.filter_map(|(number, (_, name, _))| name.notice(Field::SpeakerName(source, number), logs)).collect()
    }

    pub(super) fn settled(self) -> Settled {
        let keys: Vec<SpeakerKey> = self.told.iter().map(|(key, ..)| *key).collect();
        let number = |key| keys.iter().position(|known| *known == key).and_then(|at| u16::try_from(at).ok());
        let mut merged: BTreeMap<u16, u16> = BTreeMap::new();
        for (from, into) in self.merges {
            let (Some(from), Some(into)) = (number(from), number(into)) else { continue };
            let into = last(&merged, into);
            // The first merge of a speaker counts, and none that would close a circle.
            if from != into && !merged.contains_key(&from) {
                merged.insert(from, into);
            }
        }
        let speaker = |(_, name, role): (SpeakerKey, LastWord<'_, &str>, Role)| {
            let name = (*name.get().unwrap_or(&"")).to_owned();
            Speaker { name, role }
        };
        Settled { speakers: self.told.into_iter().map(speaker).collect(), keys, merged }
    }

    fn say(&mut self, key: SpeakerKey, (name, role): (&'a str, Role), entry: &'a Entry) {
        match self.told.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, words, last)) => {
                words.say(name, entry);
                *last = role;
            }
            None => {
                let mut words = LastWord::default();
                words.say(name, entry);
                self.told.push((key, words, role));
            }
        }
    }
}

impl Settled {
    /// The number of the speaker whom a name that stays means now.
    pub(super) fn number(&self, key: SpeakerKey) -> Option<u16> {
        let number = self.keys.iter().position(|known| *known == key)?;
        Some(last(&self.merged, u16::try_from(number).ok()?))
    }
}

fn last(merged: &BTreeMap<u16, u16>, mut speaker: u16) -> u16 {
    while let Some(into) = merged.get(&speaker) {
        speaker = *into;
    }
    speaker
}
