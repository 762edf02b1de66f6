//! The tree of codes, and the sets that keep which of them are themes, categories or from theory.

use super::notes::Notes;
use super::pen::Pen;
use crate::figure::palette;
use crate::figure::scene::{Ink, Tint};
use crate::lang::Language;
use crate::lang::export::Export;
use crate::model::code::{Code, CodeKind, Origin};
use crate::model::id::CodeId;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::refi::{Group, guid};

/// The codes under one, or at the top, with all that is below them.
pub(super) fn children(pen: &mut Pen, project: &Project, parent: Option<CodeId>, notes: Option<&Notes<'_>>) {
    for id in project.codebook().children(parent) {
        let Some(code) = project.codebook().code(*id) else { continue };
        let [red, green, blue] = palette::print(Ink::Hue(project.codebook().hue(*id).0, Tint::Full));
        let colour = format!("#{red:02X}{green:02X}{blue:02X}");
        let guid = guid(id.bits());
        let attributes = [("guid", &*guid), ("name", &*code.name), ("isCodable", "true"), ("color", &*colour)];
        pen.within("Code", &attributes, |pen| {
            pen.words("Description", &code.description);
            if let Some(notes) = notes {
                notes.refer(pen, About::Code(*id));
            }
            children(pen, project, Some(*id), notes);
        });
    }
}

/// The sets of codes. `member` is the attribute by which a member names its code: a project and a codebook differ in that.
pub(super) fn sets(pen: &mut Pen, project: &Project, language: Language, member: &str) {
    let say = Export::of(language);
    let codes = |is: fn(&Code) -> bool| -> Vec<CodeId> {
        let rows = project.codebook().rows().into_iter().map(|row| row.code);
        rows.filter(|id| project.codebook().code(*id).is_some_and(is)).collect()
    };
    let sets = Group::ALL.map(|group| match group {
        Group::Themes => (group, say.themes, codes(|code| code.kind == CodeKind::Theme)),
        Group::Categories => (group, say.categories, codes(|code| code.kind == CodeKind::Category)),
        Group::Theory => (group, say.from_theory, codes(|code| code.origin == Origin::Theory)),
    });
    let sets: Vec<_> = sets.into_iter().filter(|(_, _, codes)| !codes.is_empty()).collect();
    pen.within_any("Sets", &sets, |pen, (group, name, codes)| {
        pen.within("Set", &[("guid", &guid(group.bits())), ("name", name)], |pen| {
            codes.iter().for_each(|code| pen.empty("MemberCode", &[(member, &guid(code.bits()))]));
        });
    });
}
