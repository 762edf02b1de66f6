//! What a view may see, and where it sends what the hand has done.

use crate::lang::Language;
use crate::lang::window::Window;
use crate::model::project::Project;
use crate::session::Session;
use crate::store::app_data::preferences::Preferences;
use crate::ui::action::{Action, Outbox};
use crate::ui::look::Palette;
use crate::ui::screen::Screen;

/// The view's window on the world, for one frame.
pub struct Cx<'a> {
    /// The study as it is now; empty before one is open.
    pub project: &'a Project,
    /// The session, where one is open.
    pub session: Option<&'a Session>,
    /// What is selected, open and filtered.
    pub screen: &'a Screen,
    /// What this user prefers.
    pub preferences: &'a Preferences,
    /// The language of the interface.
    pub language: Language,
    /// The words of the window in that language.
    pub say: &'static Window,
    /// The colours.
    pub palette: &'static Palette,
    pub(super) outbox: &'a Outbox,
}

impl Cx<'_> {
    /// Sends what the hand has done; it is applied at the start of the next frame.
    pub fn send(&self, action: impl Into<Action>) {
        self.outbox.send(action.into());
    }
}
