//! A project in a few lines: codes by their paths, sources with their codings marked in the words.

use std::collections::BTreeMap;
use std::sync::Arc;

use kodebok::journal::clock::Hlc;
use kodebok::journal::entry::{Besides, Entry, Link};
use kodebok::journal::event::{Event, FreeText, SpeakerNamed};
use kodebok::journal::fold::Fold;
use kodebok::model::anchor::AnchoredSpan;
use kodebok::model::arrangement::{Paper, Shift};
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Hue, Origin, Place};
use kodebok::model::exclusion::Reason;
use kodebok::model::id::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, EntryHash, ExclusionId, LogId, MemoId, ProjectId, SourceId,
    TextHash,
};
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::source::Role;
use kodebok::model::span::Span;
use kodebok::text::indexed::IndexedText;
use kodebok::text::tongue::Tongue;

/// When the study's first entry was made: noon of 3 May 2026.
const START_MS: u64 = 1_777_809_600_000;

/// A study that grows by telling what happened in it.
#[derive(Default)]
pub(crate) struct Study {
    fold: Fold,
    drawn: u128,
    entries: u64,
    last_place: Option<Place>,
    coders: BTreeMap<String, CoderId>,
    codes: BTreeMap<String, CodeId>,
    last_coding: Option<CodingId>,
    last_entry: Option<EntryHash>,
}

impl Study {
    pub(crate) fn new(name: &str) -> Self {
        let mut study = Self::default();
        let project = ProjectId::new(study.draw());
        study.say("Ola", vec![Event::ProjectCreated { project, name: FreeText::new(name) }]);
        study
    }

    pub(crate) fn project(&self) -> Arc<Project> {
        assert!(self.fold.problems().is_empty(), "{:?}", self.fold.problems());
        self.fold.project().clone()
    }

    /// A code by its path, such as `trust/home`; themes and categories by `kind`.
    pub(crate) fn code(&mut self, path: &str, kind: CodeKind, origin: Origin) -> CodeId {
        let code = CodeId::new(self.draw());
        let (parent, name) =
            path.rsplit_once('/').map_or((None, path), |(above, name)| (Some(self.codes[above]), name));
        let place = Place::between(self.last_place.as_ref(), None);
        self.last_place = Some(place.clone());
        let tops = self.codes.keys().filter(|path| !path.contains('/')).count();
        let hue = parent.is_none().then(|| Hue(u8::try_from(tops % 10).expect("below ten")));
        let name = FreeText::new(name);
        self.say("Ola", vec![Event::CodeCreated { code, parent, place, kind, origin, hue, name }]);
        self.codes.insert(path.to_owned(), code);
        code
    }

    pub(crate) fn describe(&mut self, path: &str, words: &str) {
        let (code, description) = (self.codes[path], FreeText::new(words));
        self.say("Ola", vec![Event::CodeDescribed { code, description }]);
    }

    /// A source from lines such as `Kari: I <trust>felt <home by Eva>safe</trust> there</home>.`; codes by their paths.
    pub(crate) fn source(&mut self, title: &str, marked: &str) -> SourceId {
        let mut text = String::new();
        let (mut speakers, mut turns): (Vec<&str>, Vec<_>) = (Vec::new(), Vec::new());
        let mut marks: Vec<(String, u32, Option<u32>)> = Vec::new();
        let at = |text: &str| u32::try_from(text.chars().count()).expect("a short text");
        for (index, line) in marked.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if index > 0 {
                text.push('\n');
            }
            let start = at(&text);
            let (name, mut rest) = line.split_once(": ").map_or((None, line), |(name, rest)| (Some(name), rest));
            while let Some((before, after)) = rest.split_once('<') {
                text.push_str(before);
                let (tag, after) = after.split_once('>').expect("a mark ends");
                match tag.strip_prefix('/') {
                    Some(code) => {
                        let open = |(tag, _, end): &&mut (String, u32, Option<u32>)| {
                            tag.split(" by ").next() == Some(code) && end.is_none()
                        };
                        marks.iter_mut().find(open).expect("a mark was opened").2 = Some(at(&text));
                    }
                    None => marks.push((tag.to_owned(), at(&text), None)),
                }
                rest = after;
            }
            text.push_str(rest);
            if let Some(name) = name {
                let speaker = speakers.iter().position(|known| *known == name).unwrap_or_else(|| {
                    speakers.push(name);
                    speakers.len() - 1
                });
                let told = (start, at(&text), u16::try_from(speaker).ok(), u32::try_from(index * 10_000).ok());
                turns.push(told);
            }
        }
        let (source, hash) = (SourceId::new(self.draw()), TextHash::new(self.draw()));
        let named = speakers.iter().map(|name| SpeakerNamed { name: FreeText::new(*name), role: Role::Unknown });
        let added = Event::SourceAdded {
            source,
            text: hash,
            length: at(&text),
            title: FreeText::new(title),
            file_name: FreeText::new(format!("{title}.txt")),
            speakers: named.collect(),
            turns: turns.into(),
        };
        self.say("Ola", vec![added]);
        self.fold.supply_text(hash, Arc::new(IndexedText::new(text)));
        for (tag, start, end) in marks {
            let (path, coder) = tag.split_once(" by ").unwrap_or((&tag, "Ola"));
            let span = Span::new(start, end.expect("every mark is closed")).expect("a mark holds words");
            self.coding(path, coder, source, span);
        }
        source
    }

    pub(crate) fn coding(&mut self, path: &str, coder: &str, source: SourceId, span: Span) -> CodingId {
        let coding = CodingId::new(self.draw());
        let code = self.codes[path];
        self.say(coder, vec![Event::CodingAdded { coding, code, source, at: AnchoredSpan::imported(span) }]);
        self.last_coding = Some(coding);
        coding
    }

    /// Sets the first place aside where words stand.
    pub(crate) fn set_aside(&mut self, source: SourceId, words: &str) {
        let project = self.project();
        let text = project.source(source).and_then(|source| source.text.clone()).expect("the text is here");
        let start = text.as_str().find(words).expect("somebody says it");
        let span = Span::new(text.scalar(start), text.scalar(start + words.len())).expect("some words");
        let exclusion = ExclusionId::new(self.draw());
        let at = AnchoredSpan::imported(span);
        self.say("Ola", vec![Event::WordsExcluded { source, exclusion, at, reason: Reason::SmallTalk }]);
    }

    /// A memo on the coding made last.
    pub(crate) fn language(&mut self, source: SourceId, language: Option<Tongue>) {
        self.say("Ola", vec![Event::LanguageTold { source, language }]);
    }

    pub(crate) fn arrange(&mut self, code: CodeId, paper: Paper, by: Option<Shift>) {
        self.say("Ola", vec![Event::BoxMoved { code, paper, by }]);
    }

    pub(crate) fn memo(&mut self, words: &str) {
        let memo = MemoId::new(self.draw());
        let about = About::Coding(self.last_coding.expect("something was coded"));
        self.say("Ola", vec![Event::MemoWritten { memo, about, replaces: Vec::new(), text: FreeText::new(words) }]);
    }

    /// A case of a source, with values by the names of their attributes.
    pub(crate) fn case(&mut self, name: &str, source: SourceId, values: &[(&str, &str)]) {
        let case = CaseId::new(self.draw());
        let mut events =
            vec![Event::CaseCreated { case, name: FreeText::new(name) }, Event::CaseLinked { case, source }];
        for (name, value) in values {
            let project = self.project();
            let known = project.attributes().iter().find(|attribute| attribute.name == *name).map(|a| a.id);
            let attribute = known.unwrap_or_else(|| AttributeId::new(self.draw()));
            if known.is_none() {
                let name = FreeText::new(*name);
                self.say("Ola", vec![Event::AttributeCreated { attribute, kind: AttributeKind::Text, name }]);
            }
            events.push(Event::ValueSet { case, attribute, value: Some(FreeText::new(*value)) });
        }
        self.say("Ola", events);
    }

    fn draw(&mut self) -> u128 {
        self.drawn += 1;
        self.drawn
    }

    fn say(&mut self, name: &str, mut events: Vec<Event>) {
        if !self.coders.contains_key(name) {
            let coder = CoderId::new(self.draw());
            self.coders.insert(name.to_owned(), coder);
            events.push(Event::CoderNamed { coder, name: FreeText::new(name) });
        }
        let id = EntryHash::new(self.draw());
        self.entries += 1;
        let link = Link { id, log: LogId::new(7), sequence: self.entries, previous: self.last_entry.replace(id) };
        let clock = Hlc { ms: START_MS + self.entries * 1000, counter: 0 };
        let entry = Entry::new(link, clock, self.coders[name], events.into(), Besides::default());
        self.fold.insert([entry]);
    }
}

/// The study's codebook as the sample has it, without any coding.
pub(crate) fn sample_codebook() -> Study {
    let table = std::fs::read_to_string(super::golden::data("sample/codebook.tsv")).expect("the sample has a codebook");
    let mut study = Study::new("Klyngestudien");
    let mut paths: BTreeMap<&str, String> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [slug, kind, parent, origin, name, definition] = cells[..] else { panic!("six columns: {line}") };
        let path = paths.get(parent).map_or(name.to_owned(), |above| format!("{above}/{name}"));
        let kind = match kind {
            "theme" => CodeKind::Theme,
            "category" => CodeKind::Category,
            _ => CodeKind::Code,
        };
        let origin = if origin == "theory" { Origin::Theory } else { Origin::Data };
        study.code(&path, kind, origin);
        study.describe(&path, definition);
        paths.insert(slug, path);
    }
    study
}
