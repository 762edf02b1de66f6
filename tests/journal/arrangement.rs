//! The figure of the code structure, arranged by hand: the last word counts, and all of it can be undone.

use kodebok::journal::edit::arrangement::FigureEdit;
use kodebok::journal::edit::{Edit, Refusal};
use kodebok::model::arrangement::{Paper, Shift};
use kodebok::model::id::CodeId;
use kodebok::model::project::Project;

use crate::support::session::{add_code, in_memory};
use crate::support::team::Team;

fn moved(code: CodeId, paper: Paper, right: i16, down: i16) -> Edit {
    Edit::Figure(FigureEdit::Move { code, paper, by: Some(Shift { right, down }) })
}

/// The arrangement on a line: the paper, then each box that was moved, by the name of its code.
fn told(project: &Project) -> String {
    let arrangement = project.arrangement();
    let shift = |((paper, code), by): (&(Paper, CodeId), &Shift)| {
        format!(" {} {paper:?} {},{}", project.code_name(*code).unwrap_or("?"), by.right, by.down)
    };
    let mut shifts: Vec<String> = arrangement.shifts.iter().map(shift).collect();
    shifts.sort();
    arrangement.paper.map_or_else(|| "any".to_owned(), |paper| format!("{paper:?}")) + &shifts.concat()
}

#[test]
fn boxes_are_moved_on_each_paper_by_itself_and_put_back() {
    let mut session = in_memory();
    let (trust, home) = (add_code(&mut session, "trust"), add_code(&mut session, "home"));
    let steps = [
        (moved(trust, Paper::Portrait, 12, -4), "any trust Portrait 12,-4"),
        (moved(trust, Paper::Portrait, 20, 0), "any trust Portrait 20,0"),
        (moved(home, Paper::Portrait, 0, 9000), "any home Portrait 0,842 trust Portrait 20,0"),
        (moved(home, Paper::Landscape, -1, 1), "any home Landscape -1,1 home Portrait 0,842 trust Portrait 20,0"),
        (
            Edit::Figure(FigureEdit::Paper(Some(Paper::Landscape))),
            "Landscape home Landscape -1,1 home Portrait 0,842 trust Portrait 20,0",
        ),
        (moved(trust, Paper::Portrait, 0, 0), "Landscape home Landscape -1,1 home Portrait 0,842"),
        (Edit::Figure(FigureEdit::Free { paper: Paper::Portrait }), "Landscape home Landscape -1,1"),
        (Edit::Figure(FigureEdit::Paper(None)), "any home Landscape -1,1"),
    ];
    for (edit, expected) in &steps {
        assert!(!session.edit(edit).expect("it can be done").is_empty());
        assert_eq!(session.edit(edit), Ok(Vec::new()), "what is so already is not said again");
        assert_eq!(told(session.project()), *expected);
    }
    for (_, expected) in steps.iter().rev().skip(1) {
        session.undo().expect("there is something to undo");
        assert_eq!(told(session.project()), *expected);
    }
    assert_eq!(session.edit(&moved(CodeId::new(7), Paper::Portrait, 1, 1)), Err(Refusal::NoSuchCode));
}

#[test]
fn of_two_who_move_a_box_at_once_the_later_wins_and_what_one_frees_unseen_stays_moved() {
    let mut team = Team::new(&["Kari", "Ola"]);
    let code = |team: &Team| team.project(0).codebook().codes().next().expect("a code").id;
    team.edit(0, &Edit::CreateCode(crate::support::session::new_code("trust"))).expect("it can be made");
    team.sync_all();
    let trust = code(&team);
    team.edit(0, &moved(trust, Paper::Portrait, 5, 5)).expect("it can be moved");
    team.sync_all();
    team.edit(0, &Edit::Figure(FigureEdit::Free { paper: Paper::Portrait })).expect("it can be freed");
    team.edit(1, &moved(trust, Paper::Portrait, 30, 0)).expect("it can be moved");
    team.sync_all();
    assert_eq!(told(team.project(0)), "any trust Portrait 30,0");
    assert_eq!(told(team.project(0)), told(team.project(1)));
}
