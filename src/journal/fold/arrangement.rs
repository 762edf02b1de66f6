//! How the figure of the code structure was arranged by hand. The last word counts.

use super::ledger::Ledger;
use super::topics::Topic;
use crate::journal::event::Event;
use crate::model::arrangement::Arrangement;

/// Derives it anew.
pub(super) fn derive(ledger: &Ledger) -> Arrangement {
    let mut arrangement = Arrangement::default();
    for fact in ledger.facts(Topic::Figure).filter(|fact| fact.live) {
        match fact.event {
            Event::PaperChosen { paper } => arrangement.paper = *paper,
            Event::BoxMoved { code, paper, by: Some(by) } => drop(arrangement.shifts.insert((*paper, *code), *by)),
            Event::BoxMoved { code, paper, by: None } => drop(arrangement.shifts.remove(&(*paper, *code))),
            _ => {}
        }
    }
    arrangement
}
