//! The elements of a project in another program's file, with their attributes, words and children.

use crate::import::ImportError;
use crate::import::xml::{Attributes, Step, walk};

/// How many elements a file may have.
const MAX_ELEMENTS: usize = 4_000_000;

/// An element.
pub(super) struct Element {
    /// Its name, without a prefix.
    pub(super) name: String,
    attributes: Attributes,
    /// The words in it.
    pub(super) words: String,
    children: Vec<Self>,
}

impl Element {
    /// The root of a document.
    pub(super) fn root(xml: &str) -> Result<Self, ImportError> {
        let (mut open, mut root): (Vec<Self>, Option<Self>) = (Vec::new(), None);
        let mut count = 0_usize;
        walk(xml, &mut |step| match step {
            Step::Open { name, attributes } => {
                count += 1;
                open.push(Self { name: name.to_owned(), attributes, words: String::new(), children: Vec::new() });
            }
            Step::Words(words) => {
                if let Some(element) = open.last_mut() {
                    element.words.push_str(words);
                }
            }
            Step::Close { .. } => {
                let Some(element) = open.pop() else { return };
                match open.last_mut() {
                    Some(_) if count > MAX_ELEMENTS => {}
                    Some(above) => above.children.push(element),
                    None => root = Some(element),
                }
            }
        })?;
        if count > MAX_ELEMENTS {
            return Err(ImportError::TooLarge { limit: MAX_ELEMENTS });
        }
        root.ok_or(ImportError::Damaged("its XML is empty"))
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name)
    }

    /// Its children.
    pub(super) fn children(&self) -> impl Iterator<Item = &Self> {
        self.children.iter()
    }

    /// Its children of a name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Its first child of a name.
    pub(super) fn first(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children of a name in its first child of another: the codes in the codebook.
    pub(super) fn within(&self, holder: &str, name: &str) -> Vec<&Self> {
        self.first(holder).map_or_else(Vec::new, |holder| holder.all(name).collect())
    }

    /// The words of its first child of a name, without spaces at their ends.
    pub(super) fn told(&self, name: &str) -> &str {
        self.first(name).map_or("", |child| child.words.trim())
    }

    /// The bits of a GUID in an attribute.
    pub(super) fn guid(&self, name: &str) -> Option<u128> {
        self.get(name).and_then(crate::refi::bits)
    }
}
