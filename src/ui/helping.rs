//! When the help opens, and where.

use egui::{Context, Ui};

use crate::help::{Place, ROOMS};
use crate::ui::action::{Action, Look};
use crate::ui::app::App;
use crate::ui::commands::{self, Command};
use crate::ui::screen::{Manner, Room};

impl App {
    /// Opens the help where it tells of what is on the screen, or closes it.
    pub(super) fn help(&mut self, ctx: &Context) {
        let place = if self.screen.help.is_some() { None } else { Some(self.place_of_help()) };
        self.apply(ctx, Look::Help(place).into());
    }

    fn place_of_help(&self) -> Place {
        let section = match (&self.session, &self.screen.intake) {
            (None, _) => return Place::top("first-study"),
            (_, Some(_)) => commands::key(Command::Import),
            _ if self.screen.room == Room::Code && self.screen.manner != Manner::Coding => {
                commands::key(Command::Correct)
            }
            _ => commands::key(Command::Go(self.screen.room)),
        };
        section.map_or_else(|| Place::top(ROOMS), |section| Place::at(ROOMS, section))
    }

    /// Where no study is worked on, or the help is read, only the few commands act that have to do with that.
    pub(super) fn listen_beside_work(&self, ui: &Ui) {
        let reading = self.screen.help.is_some();
        let can_act = |command| match command {
            Command::Help => true,
            Command::AllLarger | Command::AllSmaller | Command::SwitchLight | Command::SwitchLanguage => reading,
            _ => false,
        };
        for command in commands::pressed(ui, can_act) {
            self.outbox.send(Action::Command(command));
        }
    }
}
