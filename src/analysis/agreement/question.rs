//! A question about agreement, as it is put in the window and kept with a result.

use super::bootstrap::Bootstrap;
use super::comparison::Between;
use crate::analysis::coded::Level;
use crate::analysis::{Options, Reach};
use crate::lang::Language;
use crate::model::agreement::{About, Unit};
use crate::model::id::{AttributeId, CoderId};

/// What is asked, and of whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What stands in the rows.
    pub about: About,
    /// Who, the first of two first; fewer than two where nobody has chosen.
    pub coders: Vec<CoderId>,
    /// What is compared.
    pub unit: Unit,
    /// Which codes stand in rows.
    pub level: Level,
    /// Whether the codings of the codes below count for a code.
    pub reach: Reach,
    /// How intervals are made.
    pub bootstrap: Bootstrap,
    /// The attribute whose values are ratings; `None` takes the first that two have rated.
    pub attribute: Option<AttributeId>,
    /// The order of the words that are ratings, the lowest first.
    pub scale: Vec<String>,
}

impl Question {
    /// The name of the analysis that answers it.
    pub fn analysis(&self) -> &'static str {
        match self.about {
            About::Codes => "agreement",
            About::Sources => "agreement-sources",
            About::Nvivo => "agreement-nvivo",
            About::Maxqda => "agreement-maxqda",
            About::Bounds => "agreement-bounds",
            About::Ratings => "agreement-ratings",
        }
    }

    /// The options with which it is asked.
    pub fn options(&self, language: Language) -> Options {
        let agreement = Between { coders: self.coders.clone(), unit: self.unit, bootstrap: self.bootstrap };
        let (level, reach, attribute) = (self.level, self.reach, self.attribute);
        let scale = self.scale.clone();
        Options { language, agreement, level, reach, attribute, scale, ..Options::default() }
    }

    /// Whether only the first two of the coders are compared.
    pub fn is_of_two(&self) -> bool {
        matches!(self.about, About::Nvivo | About::Maxqda)
    }

    /// Whether it minds what is compared.
    pub fn heeds_unit(&self) -> bool {
        matches!(self.about, About::Codes | About::Sources)
    }

    /// Which side of the table behind a figure a column of the answer counts: both, only the first, only the second of
    /// two coders; of more, all of them first.
    pub fn side_of(&self, column: usize) -> Option<usize> {
        let (first, sides) = match self.about {
            About::Codes | About::Sources if self.coders.len() > 2 => (5, self.coders.len()),
            About::Codes | About::Sources if matches!(self.unit, Unit::Segment(_)) => (3, 3),
            About::Codes | About::Sources => (5, 3),
            About::Nvivo if column == 5 => return Some(0),
            About::Nvivo => return [8, 9].iter().position(|at| *at == column).map(|at| at + 1),
            About::Maxqda => return (column == 1).then_some(0),
            About::Bounds => (2, self.coders.len()),
            About::Ratings => return None,
        };
        column.checked_sub(first).filter(|side| *side < sides)
    }
}
