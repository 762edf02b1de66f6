//! A study that another program has made: what is to be said, by whom, so that a new study holds all of it.

use std::collections::{BTreeMap, BTreeSet};

use super::edit::NewSource;
use super::edit::sources::{source_id, text_hash};
use super::event::{Event, FreeText, SpeakerNamed, TurnTold};
use crate::model::anchor::AnchoredSpan;
use crate::model::case::AttributeKind;
use crate::model::code::{CodeKind, Hue, Origin, Place};
use crate::model::id::{AttributeId, CaseId, CodeId, CoderId, CodingId, MemoId, ProjectId, SourceId};
use crate::model::memo::About;
use crate::model::span::Span;

/// A study as another program tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForeignStudy {
    /// Its name; may be empty.
    pub name: String,
    /// Who has worked in it.
    pub people: Vec<(CoderId, String)>,
    /// The codes, parents before their children.
    pub codes: Vec<ForeignCode>,
    /// The texts; no two are equal.
    pub texts: Vec<NewSource>,
    /// What is coded.
    pub codings: Vec<ForeignCoding>,
    /// The attributes of cases.
    pub attributes: Vec<(AttributeId, String, AttributeKind)>,
    /// The cases.
    pub cases: Vec<ForeignCase>,
    /// The memos.
    pub memos: Vec<ForeignMemo>,
}

/// A code of another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignCode {
    /// Its id.
    pub id: CodeId,
    /// The code it stands under.
    pub parent: Option<CodeId>,
    /// Its name; no sibling has the same.
    pub name: String,
    /// What it means; may be empty.
    pub description: String,
    /// Code, category or theme.
    pub kind: CodeKind,
    /// From theory or from the data.
    pub origin: Origin,
}

/// A coding of another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignCoding {
    /// Its id.
    pub id: CodingId,
    /// The code.
    pub code: CodeId,
    /// Which of the texts.
    pub text: usize,
    /// Where in it.
    pub span: Span,
    /// Who made it, where that is told.
    pub coder: Option<CoderId>,
}

/// A case of another program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForeignCase {
    /// Its id, where it has one.
    pub id: Option<CaseId>,
    /// Its name; no other case has the same.
    pub name: String,
    /// Which of the texts are its own.
    pub texts: BTreeSet<usize>,
    /// What is known of it, as values are stored.
    pub values: BTreeMap<AttributeId, String>,
    /// What is said of it; may be empty.
    pub description: String,
}

/// A memo of another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignMemo {
    /// Its id.
    pub id: MemoId,
    /// What it is about.
    pub about: Concerns,
    /// What it says.
    pub words: String,
    /// Who wrote it, where that is told.
    pub coder: Option<CoderId>,
}

/// What a memo of another program is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerns {
    /// The study.
    Study,
    /// One of the texts.
    Text(usize),
    /// A code.
    Code(CodeId),
    /// A coding.
    Coding(CodingId),
}

impl ForeignStudy {
    /// What is to be said in a new study by whoever brings it in, and then by each of the others who have worked in it.
    ///
    /// Whoever has the name of the one who brings it in is the same person.
    pub fn gestures(
        &self,
        project: ProjectId,
        (me, my_name): (CoderId, &str),
        draw: &mut dyn FnMut() -> u128,
    ) -> Vec<(CoderId, Vec<Event>)> {
        let same = |name: &str| name.trim().to_lowercase() == my_name.trim().to_lowercase();
        let people: BTreeMap<CoderId, &str> =
            self.people.iter().filter(|(_, name)| !same(name)).map(|(id, name)| (*id, name.as_str())).collect();
        let who = |coder: Option<CoderId>| coder.filter(|coder| people.contains_key(coder)).unwrap_or(me);
        let ids: Vec<SourceId> = self.texts.iter().map(|text| source_id(project, &text.text)).collect();
        let mut said: BTreeMap<CoderId, Vec<Event>> = BTreeMap::new();
        let mut first = self.codes();
        first.extend(self.texts.iter().zip(&ids).map(|(text, source)| added(*source, text)));
        first.extend(self.cases(&ids, draw));
        for (coder, name) in &people {
            said.entry(*coder).or_default().push(Event::CoderNamed { coder: *coder, name: FreeText::new(*name) });
        }
        for coding in &self.codings {
            let Some(source) = ids.get(coding.text) else { continue };
            said.entry(who(coding.coder)).or_default().push(Event::CodingAdded {
                coding: coding.id,
                code: coding.code,
                source: *source,
                at: AnchoredSpan::imported(coding.span),
            });
        }
        for memo in &self.memos {
            let about = match memo.about {
                Concerns::Study => Some(About::Project),
                Concerns::Text(text) => ids.get(text).map(|source| About::Source(*source)),
                Concerns::Code(code) => Some(About::Code(code)),
                Concerns::Coding(coding) => Some(About::Coding(coding)),
            };
            let Some(about) = about else { continue };
            let text = FreeText::new(memo.words.as_str());
            let written = Event::MemoWritten { memo: memo.id, about, replaces: Vec::new(), text };
            said.entry(who(memo.coder)).or_default().push(written);
        }
        first.append(&mut said.remove(&me).unwrap_or_default());
        std::iter::once((me, first)).chain(said).collect()
    }

    fn codes(&self) -> Vec<Event> {
        let mut places: BTreeMap<Option<CodeId>, Place> = BTreeMap::new();
        let mut hues = (0..Hue::COUNT).cycle().map(Hue);
        let mut events = Vec::new();
        for code in &self.codes {
            let place = Place::between(places.get(&code.parent), None);
            places.insert(code.parent, place.clone());
            let hue = if code.parent.is_none() { hues.next() } else { None };
            events.push(Event::CodeCreated {
                code: code.id,
                parent: code.parent,
                place,
                kind: code.kind,
                origin: code.origin,
                hue,
                name: FreeText::new(code.name.as_str()),
            });
            if !code.description.is_empty() {
                let description = FreeText::new(code.description.as_str());
                events.push(Event::CodeDescribed { code: code.id, description });
            }
        }
        events
    }

    fn cases(&self, ids: &[SourceId], draw: &mut dyn FnMut() -> u128) -> Vec<Event> {
        let named = self.attributes.iter().map(|(attribute, name, kind)| Event::AttributeCreated {
            attribute: *attribute,
            kind: *kind,
            name: FreeText::new(name.as_str()),
        });
        let mut events: Vec<Event> = named.collect();
        for known in &self.cases {
            let case = known.id.unwrap_or_else(|| CaseId::new(draw()));
            events.push(Event::CaseCreated { case, name: FreeText::new(known.name.as_str()) });
            let texts = known.texts.iter().filter_map(|text| ids.get(*text));
            events.extend(texts.map(|source| Event::CaseLinked { case, source: *source }));
            for (attribute, value) in &known.values {
                let value = Some(FreeText::new(value.as_str()));
                events.push(Event::ValueSet { case, attribute: *attribute, value });
            }
            if !known.description.is_empty() {
                let (memo, text) = (MemoId::new(draw()), FreeText::new(known.description.as_str()));
                events.push(Event::MemoWritten { memo, about: About::Case(case), replaces: Vec::new(), text });
            }
        }
        events
    }
}

fn added(source: SourceId, new: &NewSource) -> Event {
    let turn = |turn: &crate::model::source::Turn| -> TurnTold {
        (turn.span.start(), turn.span.end(), turn.speaker, turn.start_ms)
    };
    let speakers =
        new.speakers.iter().map(|known| SpeakerNamed { name: FreeText::new(known.name.as_str()), role: known.role });
    Event::SourceAdded {
        source,
        text: text_hash(&new.text),
        length: u32::try_from(new.text.chars().count()).unwrap_or(u32::MAX),
        title: FreeText::new(new.title.as_str()),
        file_name: FreeText::new(new.file_name.as_str()),
        speakers: speakers.collect(),
        turns: new.turns.iter().map(turn).collect(),
    }
}
