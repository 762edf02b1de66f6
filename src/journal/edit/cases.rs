//! Wishes about cases and their attributes.

use super::Refusal;
use super::decider::{Decider, Decision, one_line, same_name, unless, words};
use crate::journal::event::{Event, FreeText};
use crate::model::case::{Attribute, AttributeKind};
use crate::model::id::{AttributeId, CaseId, SourceId};

impl Decider<'_> {
    pub(super) fn create_case(&mut self, name: &str, source: Option<SourceId>) -> Decision {
        let name = self.free_case_name(name, None)?;
        if let Some(source) = source {
            self.source(source)?;
        }
        let case = CaseId::new((self.draw)());
        let created = Event::CaseCreated { case, name: FreeText::new(name) };
        let linked = source.map(|source| Event::CaseLinked { case, source });
        Ok(std::iter::once(created).chain(linked).collect())
    }

    pub(super) fn rename_case(&self, case: CaseId, name: &str) -> Decision {
        let known = self.case(case)?;
        let name = self.free_case_name(name, Some(case))?;
        Ok(unless(name == known.name, Event::CaseRenamed { case, name: FreeText::new(name) }))
    }

    pub(super) fn link_case(&self, case: CaseId, source: SourceId) -> Decision {
        self.source(source)?;
        let linked = self.case(case)?.sources.contains(&source);
        Ok(unless(linked, Event::CaseLinked { case, source }))
    }

    pub(super) fn create_attribute(&mut self, name: &str, kind: AttributeKind) -> Decision {
        let name = self.free_attribute_name(name, None)?;
        let attribute = AttributeId::new((self.draw)());
        Ok(vec![Event::AttributeCreated { attribute, kind, name: FreeText::new(name) }])
    }

    pub(super) fn rename_attribute(&self, attribute: AttributeId, name: &str) -> Decision {
        let known = self.attribute(attribute)?;
        let name = self.free_attribute_name(name, Some(attribute))?;
        Ok(unless(name == known.name, Event::AttributeRenamed { attribute, name: FreeText::new(name) }))
    }

    pub(super) fn set_value(&self, case: CaseId, attribute: AttributeId, typed: &str) -> Decision {
        let (known, value) = (self.case(case)?, self.value(attribute, typed)?);
        let same = known.values.get(&attribute) == value.as_ref();
        Ok(unless(same, Event::ValueSet { case, attribute, value: value.map(FreeText::new) }))
    }

    pub(super) fn rate(&self, case: CaseId, attribute: AttributeId, typed: &str) -> Decision {
        let (known, value) = (self.case(case)?, self.value(attribute, typed)?);
        let own = known.ratings(attribute).get(&self.coder).copied();
        let same = own == value.as_deref();
        let said = match value {
            Some(value) => Event::ValueSet { case, attribute, value: Some(FreeText::new(value)) },
            // What others said is not taken away with it.
            None => Event::RatingWithdrawn { case, attribute },
        };
        Ok(unless(same, said))
    }

    /// What was typed as it is kept; nothing for no value.
    fn value(&self, attribute: AttributeId, typed: &str) -> Result<Option<String>, Refusal> {
        let kind = self.attribute(attribute)?.kind;
        match words(typed)? {
            "" => Ok(None),
            typed => match kind.normal(typed) {
                Some(value) => Ok(Some(value)),
                None => Err(Refusal::NotOfThisKind { attribute, kind, typed: typed.to_owned() }),
            },
        }
    }

    pub(super) fn attribute(&self, id: AttributeId) -> Result<&Attribute, Refusal> {
        self.project.attribute(id).ok_or(Refusal::NoSuchAttribute)
    }

    fn free_case_name(&self, name: &str, own: Option<CaseId>) -> Result<String, Refusal> {
        let name = one_line(name)?;
        let others = self.project.cases().into_iter().filter(|case| Some(case.id) != own);
        let taken = others.into_iter().any(|case| same_name(&case.name, &name));
        if taken { Err(Refusal::CaseNameTaken { name }) } else { Ok(name) }
    }

    fn free_attribute_name(&self, name: &str, own: Option<AttributeId>) -> Result<String, Refusal> {
        let name = one_line(name)?;
        let others = self.project.attributes().into_iter().filter(|attribute| Some(attribute.id) != own);
        let taken = others.into_iter().any(|attribute| same_name(&attribute.name, &name));
        if taken { Err(Refusal::AttributeNameTaken { name }) } else { Ok(name) }
    }
}
