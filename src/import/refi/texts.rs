//! The texts of another program's study, with what is coded in them.

use std::collections::{BTreeMap, BTreeSet};

use super::Left;
use super::codes::{free, one_line};
use super::places::Laid;
use super::speaking::Spoken;
use super::tree::Element;
use crate::import::package::Package;
use crate::import::report::Report;
use crate::import::{Choices, ImportError, MAX_TEXT, decode};
use crate::journal::edit::NewSource;
use crate::journal::foreign::{Concerns, ForeignCoding};
use crate::model::id::{CodeId, CoderId, CodingId};
use crate::model::span::Span;

/// What is taken over, and what is not.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) texts: Vec<NewSource>,
    pub(super) codings: Vec<ForeignCoding>,
    /// What the notes that texts and codings refer to are about.
    pub(super) notes: BTreeMap<u128, Concerns>,
    /// The GUIDs of sources and selections, and of which of the texts these are.
    pub(super) places: BTreeMap<u128, usize>,
    /// Which of the texts are coded with what is no code: other programs give cases to words in this way.
    pub(super) elsewhere: Vec<(u128, usize)>,
    titles: BTreeSet<String>,
    ids: BTreeSet<u128>,
    done: BTreeSet<(Option<CoderId>, CodeId, usize, Span)>,
    missing: Vec<String>,
    twice: Vec<String>,
    unsure: Vec<String>,
    lost: usize,
}

impl Texts {
    pub(super) fn of(root: &Element, package: &mut Package<'_>, codes: &BTreeSet<CodeId>) -> Result<Self, ImportError> {
        let mut texts = Self::default();
        for source in root.first("Sources").into_iter().flat_map(Element::children) {
            let text = match source.name.as_str() {
                "TextSource" => Some(source),
                // What a program has read out of a PDF.
                "PDFSource" => source.first("Representation"),
                _ => None,
            };
            if let Some(text) = text {
                texts.take(source, text, package, codes)?;
            }
        }
        Ok(texts)
    }

    fn take(
        &mut self,
        source: &Element,
        text: &Element,
        package: &mut Package<'_>,
        codes: &BTreeSet<CodeId>,
    ) -> Result<(), ImportError> {
        let title = one_line(source.get("name").or(text.get("name")).unwrap_or_default());
        let Some(raw) = words(text, package)?.filter(|raw| raw.contains(char::is_alphanumeric)) else {
            self.missing.push(title);
            return Ok(());
        };
        if raw.len() > MAX_TEXT {
            return Err(ImportError::TooLarge { limit: MAX_TEXT });
        }
        let selections: Vec<(&Element, u32, u32)> = text
            .all("PlainTextSelection")
            .filter_map(|selection| {
                let place = |name| selection.get(name)?.trim().parse::<u32>().ok();
                Some((selection, place("startPosition")?, place("endPosition")?))
            })
            .collect();
        let selected: Vec<_> =
            selections.iter().map(|(selection, start, end)| (*start, *end, selection.get("name"))).collect();
        let laid = Laid::of(&raw, &selected);
        if !laid.is_sure {
            self.unsure.push(title.clone());
        }
        let spoken = Spoken::of(&laid.text);
        let plain = || NewSource {
            title: String::new(),
            file_name: String::new(),
            text: laid.text.clone(),
            speakers: Vec::new(),
            turns: Vec::new(),
            remarks: String::new(),
            original: None,
        };
        let new = spoken.as_ref().map_or_else(plain, |spoken| spoken.source.clone());
        let known = self.texts.iter().position(|known| known.text == new.text);
        let at = known.unwrap_or(self.texts.len());
        if known.is_some() {
            self.twice.push(title);
        } else {
            let title = free(&title, |title| !self.titles.insert(title.to_lowercase()));
            self.texts.push(NewSource { file_name: title.clone(), title, ..new });
        }
        for element in [source, text] {
            self.places.extend(element.guid("guid").map(|guid| (guid, at)));
            self.refer(element, Concerns::Text(at));
        }
        let place = |start: u32, end: u32| {
            let span = Span::new(laid.place(start), laid.place(end))?;
            spoken.as_ref().map_or(Some(span), |spoken| spoken.place(span))
        };
        for (selection, start, end) in &selections {
            self.places.extend(selection.guid("guid").map(|guid| (guid, at)));
            let span = place(*start, *end);
            for coding in selection.all("Coding") {
                self.code(coding, selection, at, span, codes);
            }
            let first = selection.all("Coding").find_map(|coding| coding.guid("guid"));
            self.refer(selection, first.map_or(Concerns::Text(at), |coding| Concerns::Coding(CodingId::new(coding))));
        }
        let whole = self.texts.get(at).and_then(|new| Span::new(0, u32::try_from(new.text.chars().count()).ok()?));
        for coding in source.all("Coding") {
            self.code(coding, source, at, whole, codes);
        }
        Ok(())
    }

    fn code(&mut self, coding: &Element, around: &Element, text: usize, span: Option<Span>, codes: &BTreeSet<CodeId>) {
        let code = coding.first("CodeRef").and_then(|code| code.guid("targetGUID"));
        let (Some(id), Some(code)) = (coding.guid("guid"), code) else { return self.lost += 1 };
        if !codes.contains(&CodeId::new(code)) {
            return self.elsewhere.push((code, text));
        }
        let Some(span) = span else { return self.lost += 1 };
        let coder = coding.guid("creatingUser").or_else(|| around.guid("creatingUser")).map(CoderId::new);
        let code = CodeId::new(code);
        // Once is enough, and an id is somebody's alone.
        if self.done.insert((coder, code, text, span)) && self.ids.insert(id) {
            self.codings.push(ForeignCoding { id: CodingId::new(id), code, text, span, coder });
            self.refer(coding, Concerns::Coding(CodingId::new(id)));
        }
    }

    fn refer(&mut self, element: &Element, concerns: Concerns) {
        let notes = element.all("NoteRef").filter_map(|note| note.guid("targetGUID"));
        notes.for_each(|note| {
            self.notes.entry(note).or_insert(concerns);
        });
    }

    /// What was not taken over, of texts and of what else there is.
    pub(super) fn left(&self, root: &Element) -> Vec<Left> {
        let sources = root.first("Sources").into_iter().flat_map(Element::children);
        let read = |source: &&Element| match source.name.as_str() {
            "TextSource" => true,
            "PDFSource" => source.first("Representation").is_some(),
            _ => false,
        };
        let no_text = sources.filter(|source| !read(source)).count();
        let links = root.within("Links", "Link").len() + root.within("Graphs", "Graph").len();
        let counted =
            [(no_text, Left::NoText(no_text)), (self.lost, Left::Codings(self.lost)), (links, Left::Links(links))];
        let named = [
            (self.missing.len(), Left::TextMissing(self.missing.clone())),
            (self.unsure.len(), Left::Unsure(self.unsure.clone())),
            (self.twice.len(), Left::Twice(self.twice.clone())),
        ];
        named.into_iter().chain(counted).filter(|(count, _)| *count > 0).map(|(_, left)| left).collect()
    }
}

/// The words of a text: in the element, or in a part of the package that it names.
pub(super) fn words(text: &Element, package: &mut Package<'_>) -> Result<Option<String>, ImportError> {
    if let Some(content) = text.first("PlainTextContent") {
        return Ok(Some(content.words.clone()));
    }
    let Some(path) = text.get("plainTextPath") else { return Ok(None) };
    let path = path.strip_prefix("internal://").unwrap_or(path).replace('\\', "/");
    let bare = path.rsplit('/').next().unwrap_or(&path).to_lowercase();
    // The folder is written in letters of any case, and some programs write only the name.
    let names = package.names();
    let part =
        names.iter().find(|name| name.replace('\\', "/").to_lowercase().rsplit('/').next() == Some(bare.as_str()));
    let Some(bytes) = part.map(|part| package.part(part)).transpose()?.flatten() else { return Ok(None) };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => decode::text(&error.into_bytes(), &Choices::default(), &mut Report::default())?,
    };
    Ok(Some(text))
}
