//! Cases with their values, and the variables these are values of.

use jiff::civil::Date;

use super::notes;
use super::pen::Pen;
use super::told::Told;
use crate::model::case::{AttributeKind, Case};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::Source;
use crate::refi::guid;

/// The attributes of cases.
pub(super) fn variables(pen: &mut Pen, project: &Project) {
    pen.within_any("Variables", &project.attributes(), |pen, attribute| {
        let kind = match attribute.kind {
            AttributeKind::Text => "Text",
            AttributeKind::Number => "Float",
            AttributeKind::Date => "Date",
            AttributeKind::YesNo => "Boolean",
        };
        let id = guid(attribute.id.bits());
        pen.empty("Variable", &[("guid", &id), ("name", &attribute.name), ("typeOfVariable", kind)]);
    });
}

/// The cases with what is known of them, and their texts as far as these are in the file.
pub(super) fn cases(pen: &mut Pen, project: &Project, sources: &[(&Source, Told)]) {
    pen.within_any("Cases", &project.cases(), |pen, case| {
        pen.within("Case", &[("guid", &guid(case.id.bits())), ("name", &case.name)], |pen| {
            let memos: Vec<String> = project.memos_about(About::Case(case.id)).map(notes::words).collect();
            pen.words("Description", &memos.join("\n\n"));
            values(pen, project, case);
            for (source, _) in sources.iter().filter(|(source, _)| case.sources.contains(&source.id)) {
                pen.empty("SourceRef", &[("targetGUID", &guid(source.id.bits()))]);
            }
        });
    });
}

fn values(pen: &mut Pen, project: &Project, case: &Case) {
    for attribute in project.attributes() {
        let Some(value) = case.values.get(&attribute.id) else { continue };
        let (element, value) = match attribute.kind {
            AttributeKind::Number => ("FloatValue", value.as_str()),
            AttributeKind::YesNo => ("BooleanValue", if value == "yes" { "true" } else { "false" }),
            // A day that is in no calendar may have been typed.
            AttributeKind::Date if value.parse::<Date>().is_ok() => ("DateValue", value.as_str()),
            AttributeKind::Date | AttributeKind::Text => ("TextValue", value.as_str()),
        };
        pen.within("VariableValue", &[], |pen| {
            pen.empty("VariableRef", &[("targetGUID", &guid(attribute.id.bits()))]);
            pen.words(element, value);
        });
    }
}
