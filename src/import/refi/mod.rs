//! A study of another program as REFI-QDA: its texts, codes, codings, memos and cases become a new study.

mod cases;
mod codes;
mod places;
mod speaking;
mod texts;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use self::texts::Texts;
use self::tree::Element;
use super::package::Package;
use super::{ImportError, xml};
use crate::journal::foreign::{Concerns, ForeignMemo, ForeignStudy};
use crate::model::id::{CoderId, MemoId};

/// The ending of such a file, without the dot.
pub const ENDING: &str = "qdpx";

/// What could not be taken over, or is not sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// Sources that are no text, such as pictures and recordings, with how many there are.
    NoText(usize),
    /// Texts that are not in the file, or not readable; their titles.
    TextMissing(Vec<String>),
    /// Texts that were there more than once; they are one source each.
    Twice(Vec<String>),
    /// Texts of whose selections too many do not fit the words; their titles. They should be looked over.
    Unsure(Vec<String>),
    /// Codings that lie outside their text, or on nothing but the name of a speaker.
    Codings(usize),
    /// Links and drawings, with how many there are.
    Links(usize),
}

/// Reads a study.
///
/// # Errors
/// When the file is no such study, or damaged, too large or not safe.
pub fn read(bytes: &[u8]) -> Result<(ForeignStudy, Vec<Left>), ImportError> {
    let mut package = Package::open(bytes)?;
    let name = project_name(&package.names()).ok_or(ImportError::Damaged("there is no project in it"))?;
    let part = package.part(&name)?.ok_or(ImportError::Damaged("there is no project in it"))?;
    let xml = xml::text(part)?;
    let root = Element::root(xml.trim_start_matches('\u{feff}'))?;
    if root.name != "Project" {
        return Err(ImportError::Damaged("there is no project in it"));
    }
    let people = people(&root);
    let (codes, parents) = codes::of(&root)?;
    let known: BTreeSet<_> = codes.iter().map(|code| code.id).collect();
    let mut texts = Texts::of(&root, &mut package, &known)?;
    let cases = cases::of(&root, &mut texts);
    let memos = memos(&root, &mut package, &texts, &parents)?;
    let left = texts.left(&root);
    let study = ForeignStudy {
        name: root.get("name").filter(|name| !name.trim().is_empty()).map_or_else(String::new, codes::one_line),
        people,
        codes,
        texts: texts.texts,
        codings: texts.codings,
        attributes: cases.attributes,
        cases: cases.cases,
        memos,
    };
    Ok((study, left))
}

/// The part that holds the project: it may be written in letters of any case, or be called otherwise.
fn project_name(names: &[String]) -> Option<String> {
    let ends = |name: &&String| name.to_lowercase().ends_with(".qde");
    let named = names.iter().find(|name| name.eq_ignore_ascii_case("project.qde"));
    named.or_else(|| names.iter().find(ends)).cloned()
}

fn people(root: &Element) -> Vec<(CoderId, String)> {
    let users = root.within("Users", "User").into_iter();
    let named = users.filter_map(|user| {
        let name =
            [user.get("name"), user.get("id")].into_iter().flatten().map(str::trim).find(|name| !name.is_empty());
        Some((CoderId::new(user.guid("guid")?), codes::one_line(name?)))
    });
    named.collect::<BTreeMap<_, _>>().into_iter().collect()
}

/// The notes, each about whatever refers to it first.
fn memos(
    root: &Element,
    package: &mut Package<'_>,
    texts: &Texts,
    about_codes: &BTreeMap<u128, Concerns>,
) -> Result<Vec<ForeignMemo>, ImportError> {
    let mut about: BTreeMap<u128, Concerns> = about_codes.clone();
    about.extend(texts.notes.iter().map(|(note, concerns)| (*note, *concerns)));
    about.extend(root.all("NoteRef").filter_map(|note| Some((note.guid("targetGUID")?, Concerns::Study))));
    let mut memos = Vec::new();
    for note in root.within("Notes", "Note") {
        let Some(guid) = note.guid("guid") else { continue };
        let words = texts::words(note, package)?.map(|words| crate::text::normal::normal(&words).0);
        let words = words.unwrap_or_default();
        let name = note.get("name").unwrap_or_default().trim();
        // A title that says no more than the words begin with is no part of them.
        let bare = name.trim_end_matches(['…', '.']);
        let words = match words.trim() {
            "" => name.to_owned(),
            words if bare.is_empty() || words.starts_with(bare) => words.to_owned(),
            words => format!("{name}\n{words}"),
        };
        if words.is_empty() {
            continue;
        }
        let words = codes::within_limit(&words).to_owned();
        let about = about.get(&guid).copied().unwrap_or(Concerns::Study);
        let coder = note.guid("creatingUser").map(CoderId::new);
        memos.push(ForeignMemo { id: MemoId::new(guid), about, words, coder });
    }
    Ok(memos)
}
