//! Wishes about sources.

use super::decider::{Decider, Decision, one_line, same_name, unless, words};
use super::{MAX_TEXT, MAX_WORDS, NewSource, Refusal};
use crate::journal::event::{Event, FreeText, SpeakerNamed, TurnTold};
use crate::journal::wire;
use crate::model::id::{ProjectId, SourceId, TextHash};
use crate::model::source::{Role, SpeakerKey};

/// How many turns are told in one event, so that it fits into a line.
const TURNS: usize = 4_000;

/// The id of a source with this text in this project: the same text added on two machines is one source.
pub fn source_id(project: ProjectId, text: &str) -> SourceId {
    let mut key = [0; 32];
    let (first, second) = key.split_at_mut(16);
    first.copy_from_slice(&project.bits().to_be_bytes());
    second.copy_from_slice(&project.bits().to_be_bytes());
    SourceId::new(wire::first_bits(&blake3::keyed_hash(&key, text.as_bytes())))
}

/// Names a text.
pub fn text_hash(text: &str) -> TextHash {
    TextHash::new(wire::first_bits(&blake3::hash(text.as_bytes())))
}

impl Decider<'_> {
    pub(super) fn add_source(&self, new: &NewSource) -> Decision {
        let text = new.text.as_str();
        if text.trim().is_empty() {
            return Err(Refusal::EmptyText);
        }
        if text.len() > MAX_TEXT {
            return Err(Refusal::TooLong { bytes: text.len(), limit: MAX_TEXT });
        }
        let project = self.project.id().ok_or(Refusal::NoProject)?;
        let source = source_id(project, text);
        if self.project.source(source).is_some() {
            return Err(Refusal::SourceKnown { known: source });
        }
        if self.project.is_erased(source) {
            return Err(Refusal::SourceErased);
        }
        if self.is_removed(source) {
            return Ok(vec![Event::SourceRestored { source }]);
        }
        let named: usize = new.speakers.iter().map(|speaker| speaker.name.len()).sum();
        if named > MAX_WORDS {
            return Err(Refusal::TooLong { bytes: named, limit: MAX_WORDS });
        }
        let speaker = |name: &str, role| SpeakerNamed { name: FreeText::new(one_line(name).unwrap_or_default()), role };
        let turns: Vec<TurnTold> =
            new.turns.iter().map(|turn| (turn.span.start(), turn.span.end(), turn.speaker, turn.start_ms)).collect();
        let mut turns = turns.chunks(TURNS);
        let added = Event::SourceAdded {
            source,
            text: text_hash(text),
            length: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            title: FreeText::new(self.free_title(&new.title, &new.file_name)?),
            file_name: FreeText::new(words(&new.file_name)?),
            speakers: new.speakers.iter().map(|known| speaker(&known.name, known.role)).collect(),
            turns: turns.next().unwrap_or(&[]).into(),
        };
        let more = turns.map(|turns| Event::TurnsAdded { source, turns: turns.to_vec() });
        Ok(std::iter::once(added).chain(more).collect())
    }

    pub(super) fn rename_source(&self, source: SourceId, title: &str) -> Decision {
        let known = self.source(source)?;
        let title = one_line(title)?;
        Ok(unless(title == known.title, Event::SourceRenamed { source, title: FreeText::new(title) }))
    }

    pub(super) fn change_speaker(&self, source: SourceId, speaker: u16, name: &str, role: Role) -> Decision {
        let place = self.source(source)?;
        let known = place.speakers.get(usize::from(speaker)).ok_or(Refusal::NoSuchSpeaker)?;
        let name = one_line(name)?;
        let same = name == known.name && role == known.role;
        let name = FreeText::new(name);
        Ok(match place.speaker_key(speaker).ok_or(Refusal::NoSuchSpeaker)? {
            SpeakerKey::Imported(speaker) => unless(same, Event::SpeakerChanged { source, speaker, name, role }),
            SpeakerKey::Added(speaker) => unless(same, Event::SpeakerTold { source, speaker, name, role }),
        })
    }

    pub(super) fn remove_source(&self, source: SourceId) -> Decision {
        self.source(source)?;
        Ok(vec![Event::SourceRemoved { source, seen: self.project.seen().clone() }])
    }

    pub(super) fn restore_source(&self, source: SourceId) -> Decision {
        if self.is_removed(source) {
            return Ok(vec![Event::SourceRestored { source }]);
        }
        self.source(source).map(|_| Vec::new())
    }

    fn is_removed(&self, source: SourceId) -> bool {
        self.project.removed_sources().any(|(removed, _)| removed == source)
    }

    /// The title proposed, or the file's name, with a number where another source is called that.
    fn free_title(&self, title: &str, file_name: &str) -> Result<String, Refusal> {
        let wanted = one_line(title).or_else(|_| one_line(file_name))?;
        let taken = |title: &str| self.project.sources().any(|source| same_name(&source.title, title));
        let numbered = (2..).map(|n| format!("{wanted} ({n})"));
        let free = std::iter::once(wanted.clone()).chain(numbered).find(|title| !taken(title));
        Ok(free.unwrap_or(wanted))
    }
}
