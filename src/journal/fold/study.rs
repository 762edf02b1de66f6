//! The study as such, and the people who code in it.

use imbl::OrdMap;

use super::last_word::LastWord;
use super::ledger::Ledger;
use super::topics::Topic;
use crate::journal::event::Event;
use crate::journal::notice::{Field, Notice};
use crate::journal::problem::Problem;
use crate::model::code::Hue;
use crate::model::coder::Coder;
use crate::model::id::{CoderId, ProjectId};

/// The project's own id and name.
pub(super) struct Study {
    pub(super) id: Option<ProjectId>,
    pub(super) name: String,
    pub(super) notices: Vec<Notice>,
    pub(super) problems: Vec<Problem>,
}

/// Derives the project's id and name: the first in order that was created is the project.
pub(super) fn study(ledger: &Ledger) -> Study {
    let (mut id, mut name, mut problems) = (None, LastWord::default(), Vec::new());
    for fact in ledger.facts(Topic::Study).filter(|fact| fact.live) {
        match fact.event {
            Event::ProjectCreated { project, name: first } if id.is_none() => {
                id = Some(*project);
                name.say(first.as_str(), fact.entry);
            }
            Event::ProjectCreated { project, .. } if id != Some(*project) => {
                problems.push(Problem::OtherProject { project: *project, log: fact.entry.log });
            }
            Event::ProjectRenamed { name: other } => name.say(other.as_str(), fact.entry),
            _ => {}
        }
    }
    let notices = name.notice(Field::ProjectName, &ledger.logs).into_iter().collect();
    Study { id, name: (*name.get().unwrap_or(&"")).to_owned(), notices, problems }
}

/// Derives the coders. Who never chose a colour gets the next of the palette, in the order of their first words.
pub(super) fn coders(ledger: &Ledger) -> OrdMap<CoderId, Coder> {
    let mut coders: OrdMap<CoderId, Coder> = OrdMap::new();
    for fact in ledger.facts(Topic::Coders).filter(|fact| fact.live) {
        if let Event::CoderNamed { coder, name } = fact.event {
            let next = u8::try_from(coders.len() % usize::from(Hue::COUNT)).unwrap_or(0);
            let known =
                coders.entry(*coder).or_insert_with(|| Coder { id: *coder, name: String::new(), hue: Hue(next) });
            name.as_str().clone_into(&mut known.name);
        }
    }
    for fact in ledger.facts(Topic::Coders).filter(|fact| fact.live) {
        if let Event::CoderRecoloured { coder, hue } = fact.event
            && let Some(known) = coders.get_mut(coder)
        {
            known.hue = *hue;
        }
    }
    coders
}
