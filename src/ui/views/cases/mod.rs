//! The cases: a table with a case in each row and an attribute in each column, edited in its cells.

pub(in crate::ui::views) mod cell;
mod columns;
mod editing;
mod memos;
mod menus;
mod squares;
mod table;

use egui::Ui;

use self::cell::Cell;
use self::columns::Columns;
use self::editing::Editing;
use self::menus::NewAttribute;
use crate::journal::edit::Edit;
use crate::lang::rooms::Rooms;
use crate::lang::{Language, count};
use crate::model::id::CaseId;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::ui::action::Task;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::space;
use crate::ui::views::inspector::memo_card::MemoCard;
use crate::ui::widgets::{empty, page};

/// The room's memory between frames.
#[derive(Default)]
pub struct Cases {
    columns: Derived<(u64, Language), Columns>,
    editing: Option<Editing>,
    /// The cell that takes the keyboard in the next frame, and whether typing starts there.
    go: Option<(Cell, editing::Start)>,
    new_attribute: NewAttribute,
    memo: MemoCard,
    /// The case whose memos stand beside the table.
    memos_of: Option<CaseId>,
}

impl Cases {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let columns = self.columns.get((cx.project.revision(), cx.language), || Columns::new(cx, ui)).clone();
        let told = [
            count(columns.cases.len(), words.one_case, words.many_cases),
            count(columns.attributes(), words.one_attribute, words.many_attributes),
        ];
        let nobody = columns.cases.is_empty() && columns.attributes() == 0 && self.editing.is_none();
        page::head_ui(cx, ui, (words.cases, &told.join(" · ")), |ui| {
            if ui.button(words.new_case).on_hover_text(words.new_case_hint).clicked() {
                self.go = Some((Cell::New, editing::Start::Empty));
            }
            self.new_attribute.ui(cx, ui);
            let loose = loose(cx.project);
            let title = count(loose, words.make_case_of_one, words.make_cases_of_rest);
            if !nobody && loose > 0 && ui.button(&title).on_hover_text(words.make_cases_hint).clicked() {
                cx.send(cases_of_sources(cx.project));
            }
        });
        if nobody && self.go.is_none() {
            return nobody_ui(cx, ui);
        }
        if let Some(About::Case(case)) = cx.screen.memo {
            self.memos_of = Some(case);
        }
        self.memos_ui(cx, ui);
        self.table_ui(cx, ui, &columns);
    }
}

/// How many sources belong to no case.
fn loose(project: &Project) -> usize {
    project.sources().filter(|source| project.cases_of(source.id).next().is_none()).count()
}

/// Makes a case of each source that has none, in one gesture. Where a case has the title already, the source is linked
/// to it; sources of the same title are told apart by a number.
fn cases_of_sources(project: &Project) -> Edit {
    let mut taken: Vec<String> = Vec::new();
    let mut wishes = Vec::new();
    for source in project.sources().filter(|source| project.cases_of(source.id).next().is_none()) {
        let same = |name: &str| name.trim().to_lowercase() == source.title.trim().to_lowercase();
        if let Some(case) = project.cases().into_iter().find(|case| same(&case.name)) {
            wishes.push(Edit::LinkCase { case: case.id, source: source.id });
            continue;
        }
        let numbered = |number: usize| match number {
            1 => source.title.clone(),
            number => format!("{} ({number})", source.title),
        };
        let free = |name: &String| {
            let lower = name.to_lowercase();
            !taken.contains(&lower) && !project.cases().iter().any(|case| case.name.to_lowercase() == lower)
        };
        let name = (1..).map(numbered).find(free).unwrap_or_default();
        taken.push(name.to_lowercase());
        wishes.push(Edit::CreateCase { name, source: Some(source.id) });
    }
    Edit::All(wishes)
}

fn nobody_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = Rooms::of(cx.language);
    ui.add_space(space::S);
    if cx.project.sources().next().is_none() {
        let import = (cx.say.import_button, Task::ChooseFiles.into());
        empty::invitation_ui(cx, ui, words.no_cases_no_sources, Some(import));
    } else {
        let make = (words.make_case_of_each, cases_of_sources(cx.project).into());
        empty::invitation_ui(cx, ui, words.no_cases, Some(make));
    }
}
