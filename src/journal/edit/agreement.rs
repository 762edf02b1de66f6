//! Wishes about agreement: ratings of one's own, and results that are saved.

use super::Refusal;
use super::decider::{Decider, Decision, one_line, unless};
use super::team::TeamRefusal;
use crate::journal::event::{Event, FreeText, PartTold};
use crate::model::agreement::{NewAgreement, Part, SavedAgreement};
use crate::model::id::{AttributeId, CaseId, ResultId};

/// So many rows are told in one event, so that a line of the journal has room for it.
const ROWS: usize = 300;

/// What somebody wants done about agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum AgreementEdit {
    /// Saves a result with its figures as they are.
    Save(Box<NewAgreement>),
    /// Gives a saved result another name.
    Rename { result: ResultId, name: String },
    /// Throws a saved result away.
    Remove { result: ResultId },
    /// Says one's own value of a case, also where it has that already from somebody else. Empty withdraws
    /// one's own, and the case has what others said last.
    Rate { case: CaseId, attribute: AttributeId, value: String },
}

impl Decider<'_> {
    pub(super) fn decide_agreement(&mut self, edit: &AgreementEdit) -> Decision {
        match edit {
            AgreementEdit::Save(new) => self.save_agreement(new),
            AgreementEdit::Rename { result, name } => {
                let known = self.saved(*result)?;
                let name = one_line(name)?;
                let (same, name) = (known.name == name, FreeText::new(name));
                Ok(unless(same, Event::AgreementRenamed { result: *result, name }))
            }
            AgreementEdit::Rate { case, attribute, value } => self.rate(*case, *attribute, value),
            AgreementEdit::Remove { result } => {
                self.saved(*result)?;
                Ok(vec![Event::AgreementRemoved { result: *result, seen: self.project.seen().clone() }])
            }
        }
    }

    fn save_agreement(&mut self, new: &NewAgreement) -> Decision {
        let name = FreeText::new(one_line(&new.name)?);
        let result = ResultId::new((self.draw)());
        let saved = Event::AgreementSaved {
            result,
            name,
            manner: Box::new(new.manner.clone()),
            scale: new.scale.iter().map(FreeText::new).collect(),
            part: Box::new(told(&new.part)),
            size: new.size,
            version: new.version.as_str().into(),
        };
        let found = new.found.chunks(ROWS).map(|rows| Event::AgreementFound { result, rows: rows.into() });
        Ok(std::iter::once(saved).chain(found).collect())
    }

    fn saved(&self, result: ResultId) -> Result<&SavedAgreement, Refusal> {
        self.project.saved_agreement(result).map(AsRef::as_ref).ok_or(TeamRefusal::NoSuchResult.into())
    }
}

/// A part of a study as it is written down.
fn told(part: &Part) -> PartTold {
    PartTold {
        sources: part.sources.iter().copied().collect(),
        speakers: part.speakers.iter().map(FreeText::new).collect(),
        roles: part.roles.iter().copied().collect(),
        cases: part.cases.iter().copied().collect(),
        values: part.values.iter().map(|(id, values)| (*id, values.iter().map(FreeText::new).collect())).collect(),
        codes: part.codes.iter().copied().collect(),
        below: part.below,
        coders: part.coders.iter().copied().collect(),
        rounds: part.rounds.iter().copied().collect(),
        agreed: part.agreed,
        aside: part.aside,
    }
}
