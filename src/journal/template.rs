//! Template: what a new project begins with.

use super::event::{Event, FreeText};
use crate::model::code::{CodeKind, Hue, Origin, Place};
use crate::model::id::{CodeId, CoderId, ProjectId};

/// What a new project begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The five themes of the study of membership in a business cluster, with the categories of its chapters.
    Study,
    /// Nothing.
    Empty,
}

const STUDY: [(&str, &[&str]); 5] = [
    (
        "Formål",
        &[
            "markedstilgang",
            "kunnskap og nettverk",
            "omdømme og rekruttering",
            "bistand til oppstart",
            "påvirkning av bransjen",
        ],
    ),
    ("Engasjement", &["samlinger", "arbeidsgrupper", "styreverv og ledelse", "ressursbruk", "passivt medlemskap"]),
    ("Læring", &["tilført kompetanse", "intern deling", "deling av egen kompetanse", "uformell deling"]),
    (
        "Samarbeid",
        &["avtaler", "prosjekter", "møter", "marked og kunder", "leverandører", "konkurrenter", "FoU og akademia"],
    ),
    ("Innovasjon", &["strategi", "produkter og tjenester", "prosesser", "organisasjon"]),
];

impl Template {
    /// What happens when a project is made: it is created, its coder says who they are, and the codebook is laid out.
    pub fn events(self, name: &str, coder: CoderId, coder_name: &str, draw: &mut dyn FnMut() -> u128) -> Vec<Event> {
        let mut events = vec![
            Event::ProjectCreated { project: ProjectId::new(draw()), name: FreeText::new(name.trim()) },
            Event::CoderNamed { coder, name: FreeText::new(coder_name.trim()) },
        ];
        let codebook: &[(&str, &[&str])] = match self {
            Self::Study => &STUDY,
            Self::Empty => &[],
        };
        let mut place = None;
        for (hue, (theme, categories)) in (0..).map(Hue).zip(codebook) {
            let above = row(draw, &mut place, None, CodeKind::Theme, Some(hue), theme, &mut events);
            let mut below = None;
            for category in *categories {
                row(draw, &mut below, Some(above), CodeKind::Category, None, category, &mut events);
            }
        }
        events
    }
}

/// Adds a code after the last of its row.
fn row(
    draw: &mut dyn FnMut() -> u128,
    last: &mut Option<Place>,
    parent: Option<CodeId>,
    kind: CodeKind,
    hue: Option<Hue>,
    name: &str,
    events: &mut Vec<Event>,
) -> CodeId {
    let code = CodeId::new(draw());
    let place = Place::between(last.as_ref(), None);
    *last = Some(place.clone());
    let name = FreeText::new(name);
    events.push(Event::CodeCreated { code, parent, place, kind, origin: Origin::Theory, hue, name });
    code
}
