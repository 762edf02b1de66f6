//! Which columns of a table become what, as they are named on the command line.

use clap::ArgMatches;

use super::desk::{Desk, Trouble};
use crate::import::Survey;
use crate::import::survey::Layout;
use crate::lang::fill;
use crate::model::case::AttributeKind;

/// The columns that were named; what was not named stays as it is proposed.
pub(super) struct Columns {
    case: Option<String>,
    texts: Vec<String>,
    attributes: Vec<String>,
}

impl Columns {
    /// Those of the arguments.
    pub(super) fn of(arguments: &ArgMatches) -> Self {
        let all = |name| arguments.get_many::<String>(name).into_iter().flatten().cloned().collect();
        Self { case: arguments.get_one::<String>("case").cloned(), texts: all("text"), attributes: all("attribute") }
    }

    /// What becomes of the columns of a table; `None` where nothing was named.
    pub(super) fn layout(&self, survey: &Survey, (file, desk): (&str, &Desk)) -> Result<Option<Layout>, Trouble> {
        if self.case.is_none() && self.texts.is_empty() && self.attributes.is_empty() {
            return Ok(None);
        }
        let header = &survey.table.header;
        let find = |name: &String| {
            let same = |column: &String| column.trim().to_lowercase() == name.trim().to_lowercase();
            header.iter().position(same).ok_or_else(|| {
                let columns = header.join(", ");
                Trouble::Told(fill(desk.say.no_column, &[("file", &file), ("name", name), ("columns", &columns)]))
            })
        };
        let all = |names: &[String]| names.iter().map(find).collect::<Result<Vec<usize>, Trouble>>();
        let proposed = &survey.layout;
        let kind = |column: usize| {
            let known = proposed.attributes.iter().find(|(known, _)| *known == column);
            (column, known.map_or(AttributeKind::Text, |(_, kind)| *kind))
        };
        let case = self.case.as_ref().map(find).transpose()?;
        let texts = all(&self.texts)?;
        let attributes: Vec<_> = all(&self.attributes)?.into_iter().map(kind).collect();
        // A column that was named for one thing is no longer what was proposed for it.
        let named = |column: usize| {
            case == Some(column) || texts.contains(&column) || attributes.iter().any(|(known, _)| *known == column)
        };
        Ok(Some(Layout {
            case: case.or(proposed.case.filter(|column| !named(*column))),
            texts: if texts.is_empty() {
                proposed.texts.iter().copied().filter(|column| !named(*column)).collect()
            } else {
                texts.clone()
            },
            attributes: if attributes.is_empty() {
                proposed.attributes.iter().copied().filter(|(column, _)| !named(*column)).collect()
            } else {
                attributes.clone()
            },
        }))
    }
}
