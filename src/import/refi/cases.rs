//! The cases of another program's study, with their values.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{free, one_line, within_limit};
use super::texts::Texts;
use super::tree::Element;
use crate::journal::foreign::ForeignCase;
use crate::model::case::AttributeKind;
use crate::model::id::{AttributeId, CaseId};

/// The cases and what their values are values of.
#[derive(Default)]
pub(super) struct Cases {
    pub(super) attributes: Vec<(AttributeId, String, AttributeKind)>,
    pub(super) cases: Vec<ForeignCase>,
}

/// Reads them; a source with values of its own that belongs to no case becomes one.
pub(super) fn of(root: &Element, texts: &mut Texts) -> Cases {
    let mut read = Cases::default();
    let (mut names, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for variable in root.within("Variables", "Variable") {
        let Some(bits) = variable.guid("guid").filter(|bits| seen.insert(*bits)) else { continue };
        let name = free(&one_line(variable.get("name").unwrap_or_default()), |name| !names.insert(name.to_lowercase()));
        let kind = match variable.get("typeOfVariable") {
            Some("Boolean") => AttributeKind::YesNo,
            Some("Integer" | "Float") => AttributeKind::Number,
            Some("Date" | "DateTime") => AttributeKind::Date,
            _ => AttributeKind::Text,
        };
        read.attributes.push((AttributeId::new(bits), name, kind));
    }
    let mut names = BTreeSet::new();
    let mut by_id: BTreeMap<u128, usize> = BTreeMap::new();
    for case in root.within("Cases", "Case") {
        let Some(bits) = case.guid("guid").filter(|bits| !by_id.contains_key(bits)) else { continue };
        let refers = case.all("SourceRef").chain(case.all("SelectionRef"));
        let own = refers.filter_map(|to| texts.places.get(&to.guid("targetGUID")?)).copied().collect();
        let name = free(&one_line(case.get("name").unwrap_or_default()), |name| !names.insert(name.to_lowercase()));
        by_id.insert(bits, read.cases.len());
        read.cases.push(ForeignCase {
            id: Some(CaseId::new(bits)),
            name,
            texts: own,
            values: read.values(case),
            description: within_limit(case.told("Description")).to_owned(),
        });
    }
    for (target, text) in std::mem::take(&mut texts.elsewhere) {
        if let Some(case) = by_id.get(&target).and_then(|at| read.cases.get_mut(*at)) {
            case.texts.insert(text);
        }
    }
    for source in root.first("Sources").into_iter().flat_map(Element::children) {
        let values = read.values(source);
        let Some(text) = source.guid("guid").and_then(|guid| texts.places.get(&guid)).copied() else { continue };
        if values.is_empty() {
            continue;
        }
        match read.cases.iter_mut().find(|case| case.texts.contains(&text)) {
            Some(case) => values.into_iter().for_each(|(attribute, value)| {
                case.values.entry(attribute).or_insert(value);
            }),
            None => {
                let title = texts.texts.get(text).map_or("?", |text| text.title.as_str());
                let name = free(title, |name| !names.insert(name.to_lowercase()));
                read.cases.push(ForeignCase { name, texts: [text].into(), values, ..ForeignCase::default() });
            }
        }
    }
    read
}

impl Cases {
    /// The values of something, as they are stored; what is not of the kind of its variable is left out.
    fn values(&self, of: &Element) -> BTreeMap<AttributeId, String> {
        let value = |value: &Element| {
            let attribute = AttributeId::new(value.first("VariableRef")?.guid("targetGUID")?);
            let (_, _, kind) = self.attributes.iter().find(|(known, _, _)| *known == attribute)?;
            let told = value.children().find(|child| child.name.ends_with("Value"))?.words.trim();
            let told = match kind {
                AttributeKind::Date => told.split('T').next().unwrap_or(told),
                AttributeKind::YesNo if matches!(told, "true" | "1") => "yes",
                AttributeKind::YesNo if matches!(told, "false" | "0") => "no",
                AttributeKind::YesNo | AttributeKind::Number | AttributeKind::Text => told,
            };
            Some((attribute, kind.normal(within_limit(told)).filter(|value| !value.is_empty())?))
        };
        of.all("VariableValue").filter_map(value).collect()
    }
}
