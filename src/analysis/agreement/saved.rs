//! A question as it is kept with a result, and the question that a kept result was asked by.

use super::bootstrap::Bootstrap;
use super::question::Question;
use crate::analysis::Reach;
use crate::analysis::coded::Level;
use crate::analysis::scope::{Excluded, Scope};
use crate::model::agreement::{Kinds, Manner, Part, SavedAgreement};
use crate::model::layer::Layer;

impl Question {
    /// The question as it is kept.
    pub fn manner(&self) -> Manner {
        Manner {
            about: self.about,
            coders: self.coders.as_slice().into(),
            unit: self.unit,
            kinds: match self.level {
                Level::All => Kinds::All,
                Level::Themes => Kinds::Themes,
                Level::Categories => Kinds::Categories,
                Level::Codes => Kinds::Codes,
            },
            below: self.reach == Reach::Family,
            rounds: self.bootstrap.rounds,
            seed: self.bootstrap.seed,
            attribute: self.attribute,
        }
    }

    /// The question that a kept result was asked by.
    pub fn of(saved: &SavedAgreement) -> Self {
        let manner = &saved.manner;
        Self {
            about: manner.about,
            coders: manner.coders.to_vec(),
            unit: manner.unit,
            level: match manner.kinds {
                Kinds::All => Level::All,
                Kinds::Themes => Level::Themes,
                Kinds::Categories => Level::Categories,
                Kinds::Codes => Level::Codes,
            },
            reach: reach(manner.below),
            bootstrap: Bootstrap { rounds: manner.rounds, seed: manner.seed },
            attribute: manner.attribute,
            scale: saved.scale.clone(),
        }
    }
}

impl Scope {
    /// The part of the study as it is kept.
    pub fn part(&self) -> Part {
        Part {
            sources: self.sources.clone(),
            speakers: self.speakers.clone(),
            roles: self.roles.clone(),
            cases: self.cases.clone(),
            values: self.values.clone(),
            codes: self.codes.clone(),
            below: self.reach == Reach::Family,
            coders: self.coders.clone(),
            rounds: self.rounds.clone(),
            agreed: self.layer == Layer::Agreed,
            aside: self.excluded == Excluded::In,
        }
    }

    /// The part that was kept.
    pub fn of_part(part: &Part) -> Self {
        Self {
            sources: part.sources.clone(),
            speakers: part.speakers.clone(),
            roles: part.roles.clone(),
            cases: part.cases.clone(),
            values: part.values.clone(),
            codes: part.codes.clone(),
            reach: reach(part.below),
            coders: part.coders.clone(),
            rounds: part.rounds.clone(),
            layer: if part.agreed { Layer::Agreed } else { Layer::Each },
            excluded: if part.aside { Excluded::In } else { Excluded::Out },
        }
    }
}

fn reach(below: bool) -> Reach {
    if below { Reach::Family } else { Reach::Own }
}
