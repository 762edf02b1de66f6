//! The preview of an import: which files, how each will stand, and what the person chooses before anything is added.

mod details;
mod discarding;
mod drop;
mod foot;
mod grid;
mod head;
mod list;
mod people;
mod text;
mod unkept;

use egui::{CentralPanel, Frame, Key, Margin, Modifiers, Panel, Ui};

use self::details::Details;
use self::grid::Grid;
use self::head::Head;
use self::text::Text;
use self::unkept::Unkept;
use crate::import::Content;
use crate::lang::intake::IntakeWords;
use crate::ui::action::{Look, Task};
use crate::ui::cx::Cx;
use crate::ui::intake::change::Change;
use crate::ui::intake::{Intake, Part, Phase};
use crate::ui::look::space;
use crate::ui::tasks::Running;
use crate::ui::views::names::{AtTheDoor, KeyForm};

pub use self::drop::drop_ui;

/// How wide the list of files is.
const LIST: f32 = 296.0;
/// How wide the details are.
const DETAILS: f32 = 320.0;

/// The preview's memory between frames.
#[derive(Default)]
pub struct Preview {
    head: Head,
    text: Text,
    grid: Grid,
    details: Details,
    /// Names that are replaced.
    pub door: AtTheDoor,
    unkept: Unkept,
    /// The item the list was last scrolled to.
    listed: Option<usize>,
    /// Whether something had the keyboard in the frame before, or a menu was open: a key that lets go of it does nothing
    /// more.
    typing: bool,
}

/// Which parts stand side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// All three.
    Wide,
    /// The list, and one of the others.
    Middling,
    /// One of the three.
    Narrow,
}

impl Preview {
    /// Shows the preview in place of the study.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, (intake, running): (&Intake, &[Running]), key: &mut KeyForm) {
        self.door.tell(cx, intake);
        let room = match ui.available_width() {
            width if width >= space::NARROW => Room::Wide,
            width if width >= space::VERY_NARROW => Room::Middling,
            _ => Room::Narrow,
        };
        let bar = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(16, 8));
        let top = Panel::top("intake head").resizable(false).frame(bar);
        top.show(ui, |ui| head::bar_ui(cx, ui, intake, (room, running)));
        let bottom = Panel::bottom("intake foot").resizable(false).frame(bar);
        bottom.show(ui, |ui| foot::foot_ui(cx, ui, intake, (key.file(), &mut self.unkept)));
        let side = Frame::new().fill(cx.palette.panel).inner_margin(Margin::symmetric(10, 8));
        let shows = |part| intake.part == part;
        // The names are those of all the files, and need the room.
        let names = shows(Part::Names);
        if room == Room::Wide || (room == Room::Middling && !names) {
            let left = Panel::left("intake files").exact_size(LIST).resizable(false).frame(side);
            left.show(ui, |ui| list::list_ui(cx, ui, intake, &mut self.listed));
        }
        if room == Room::Wide && !names {
            let right = Panel::right("intake details").exact_size(DETAILS).resizable(false).frame(side);
            right.show(ui, |ui| self.details.ui(cx, ui, intake));
        }
        let page = Frame::new().fill(cx.palette.paper);
        CentralPanel::no_frame().frame(page).show(ui, |ui| match room {
            _ if names => self.door.ui(cx, ui, key, (intake, room == Room::Narrow)),
            Room::Narrow if shows(Part::Files) => {
                side.show(ui, |ui| list::list_ui(cx, ui, intake, &mut self.listed));
            }
            Room::Narrow | Room::Middling if shows(Part::Details) => {
                side.show(ui, |ui| self.details.ui(cx, ui, intake));
            }
            _ => self.content_ui(cx, ui, intake),
        });
        discarding::discarding_ui(cx, ui, intake);
        self.unkept.ui(cx, ui, intake);
        let floats = intake.leaving || self.unkept.asks();
        let focused = floats || ui.memory(|memory| memory.focused().is_some()) || egui::Popup::is_any_open(ui);
        if !std::mem::replace(&mut self.typing, focused) && !focused {
            self.listen(cx, ui, intake, key.file().is_some());
        }
    }

    /// Enter accepts, Escape leaves, the arrows go from file to file; where nothing else has the keyboard.
    fn listen(&mut self, cx: &Cx<'_>, ui: &Ui, intake: &Intake, has_key: bool) {
        let floats = egui::Popup::is_any_open(ui) || cx.screen.report.is_some() || cx.screen.asking.is_some();
        if floats || intake.phase != Phase::Looking {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Enter) {
            self.unkept.accept(cx, intake, has_key);
        } else if pressed(Key::Escape) {
            cx.send(Task::LeaveIntake);
        } else if pressed(Key::ArrowDown) && intake.chosen + 1 < intake.items.len() {
            cx.send(Look::Intake(Change::Show(intake.chosen + 1)));
        } else if pressed(Key::ArrowUp) && intake.chosen > 0 {
            cx.send(Look::Intake(Change::Show(intake.chosen - 1)));
        }
    }

    /// The chosen item: its title, and its text or its table.
    fn content_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, intake: &Intake) {
        let Some(item) = intake.shown() else { return };
        self.head.ui(cx, ui, intake.chosen, item);
        match item.read().map(|read| &read.content) {
            Some(Content::Survey(survey)) => self.grid.ui(cx, ui, (intake.chosen, item), survey),
            Some(Content::Text(_)) => self.text.ui(cx, ui, item),
            None => {}
        }
    }
}

/// The words of the preview.
fn say(cx: &Cx<'_>) -> &'static IntakeWords {
    IntakeWords::of(cx.language)
}
