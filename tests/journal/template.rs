//! What a new project begins with.

use kodebok::journal::template::Template;
use kodebok::model::code::{CodeKind, Hue};
use kodebok::model::id::CoderId;

use crate::support::outline::outline;
use crate::support::team::Team;

fn begun(template: Template) -> Team {
    let mut drawn = 0x9_0000;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let mut team = Team::new(&[]);
    team.join("Kari");
    let coder = team.coder(0);
    team.tell(0, template.events(" Study ", coder, "Kari", &mut draw));
    team
}

#[test]
fn the_study_begins_with_five_themes_and_their_categories() {
    let team = begun(Template::Study);
    let project = team.project(0);
    let expected = "
Formål
  markedstilgang
  kunnskap og nettverk
  omdømme og rekruttering
  bistand til oppstart
  påvirkning av bransjen
Engasjement
  samlinger
  arbeidsgrupper
  styreverv og ledelse
  ressursbruk
  passivt medlemskap
Læring
  tilført kompetanse
  intern deling
  deling av egen kompetanse
  uformell deling
Samarbeid
  avtaler
  prosjekter
  møter
  marked og kunder
  leverandører
  konkurrenter
  FoU og akademia
Innovasjon
  strategi
  produkter og tjenester
  prosesser
  organisasjon
";
    assert_eq!(outline(project), expected.trim_start());
    let book = project.codebook();
    let themes: Vec<_> = book.children(None).iter().filter_map(|id| book.code(*id)).collect();
    assert!(themes.iter().all(|code| code.kind == CodeKind::Theme));
    assert_eq!(
        themes.iter().map(|code| code.hue).collect::<Vec<_>>(),
        (0..5).map(|n| Some(Hue(n))).collect::<Vec<_>>()
    );
    assert!(book.codes().filter(|code| code.parent.is_some()).all(|code| code.kind == CodeKind::Category));
    assert_eq!((project.name(), project.coder_name(CoderId::new(0x101))), ("Study", "Kari"));
}

#[test]
fn an_empty_project_knows_its_name_and_its_coder_and_cannot_be_undone() {
    let mut team = begun(Template::Empty);
    assert_eq!((outline(team.project(0)), team.project(0).coders().count()), (String::new(), 1));
    assert!(!team.undo(0));
}
