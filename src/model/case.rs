//! Case: whom or what the study is about, with typed attributes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::{AttributeId, CaseId, CoderId, SourceId};

/// What an attribute's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// Any words.
    Text,
    /// A decimal number.
    Number,
    /// A date, year-month-day.
    Date,
    /// Yes or no.
    YesNo,
}

/// A property of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// Its name, such as title, employees or cluster.
    pub name: String,
    /// What its values are.
    pub kind: AttributeKind,
    /// When it was made, in ms since 1970; columns stand in this order.
    pub made_ms: u64,
}

/// A case as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Its name, such as Informant 3.
    pub name: String,
    /// The sources in which it speaks or is spoken of.
    pub sources: BTreeSet<SourceId>,
    /// Its values as written; a missing one is unknown.
    pub values: BTreeMap<AttributeId, String>,
    /// Who gave the values; what coders have said before others wrote over it is kept as theirs.
    pub given: BTreeMap<AttributeId, Given>,
    /// When it was made, in ms since 1970.
    pub made_ms: u64,
}

/// Who gave a case its value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// One person, and nobody else ever said another.
    One(CoderId),
    /// Several have said something: the last value of each.
    Several(BTreeMap<CoderId, String>),
}

impl Case {
    /// The last value that each coder has given for an attribute, whoever's counts for the case.
    pub fn ratings(&self, attribute: AttributeId) -> BTreeMap<CoderId, &str> {
        match self.given.get(&attribute) {
            None => BTreeMap::new(),
            Some(Given::One(coder)) => {
                let value = self.values.get(&attribute).map(String::as_str);
                value.map(|value| (*coder, value)).into_iter().collect()
            }
            Some(Given::Several(values)) => values.iter().map(|(coder, value)| (*coder, value.as_str())).collect(),
        }
    }
}

impl AttributeKind {
    /// Gives the value as it is stored, or `None` where it is not of this kind.
    ///
    /// Numbers may be typed with a comma and with spaces between thousands.
    pub fn normal(self, typed: &str) -> Option<String> {
        let typed = typed.trim();
        match self {
            Self::Text => Some(typed.to_owned()),
            Self::Number => {
                let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
                let plain = plain.replace(',', ".");
                let digits = plain.strip_prefix('-').unwrap_or(&plain);
                let shaped = digits.chars().all(|c| c.is_ascii_digit() || c == '.')
                    && digits.chars().filter(|c| *c == '.').count() <= 1
                    && digits.starts_with(|c: char| c.is_ascii_digit())
                    && digits.ends_with(|c: char| c.is_ascii_digit());
                shaped.then_some(plain)
            }
            Self::Date => {
                let mut parts = typed.split('-');
                let mut part = |digits: usize| {
                    let part = parts.next()?;
                    (part.len() == digits && part.chars().all(|c| c.is_ascii_digit()))
                        .then(|| part.parse::<u32>().ok())?
                };
                let (_, month, day) = (part(4)?, part(2)?, part(2)?);
                let real = (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
                real.then(|| typed.to_owned())
            }
            Self::YesNo => match typed.to_lowercase().as_str() {
                "ja" | "yes" | "y" | "j" => Some("yes".to_owned()),
                "nei" | "nej" | "no" | "n" => Some("no".to_owned()),
                _ => None,
            },
        }
    }
}
