//! What is half typed when something else is to be done: it is said first, and nobody loses words that cannot be said.

use egui::Context;

use crate::journal::edit::Edit;
use crate::lang::correcting::CorrectingWords;
use crate::lang::window::Window;
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::look::style::palette;
use crate::ui::screen::{Report, Tone};
use crate::ui::views::reader::Typed;

impl App {
    /// Says what is half typed in the text, which stays typed where it is refused. Words whose source is gone are shown, to
    /// be copied. Tells whether nothing of it had to stay unsaid.
    pub(super) fn say_typed(&mut self) -> bool {
        let Some(session) = &self.session else { return true };
        match self.views.reader.typed(session.project()) {
            Typed::Nothing => {}
            Typed::Wish(edit) if self.edit(&edit) => {}
            Typed::Wish(_) => {
                self.views.reader.keep();
                return false;
            }
            Typed::Lost(words) => {
                let why = CorrectingWords::of(self.desk.language()).place_gone.to_owned();
                self.show_typed(why, words);
                return false;
            }
        }
        self.views.reader.let_go();
        true
    }

    /// Says what is half typed before a study is left. What is refused is shown, to be copied, and lets one leave the next
    /// time. Tells whether one may leave now.
    pub(super) fn parts(&mut self, ctx: &Context) -> bool {
        let said = self.flush(ctx);
        let Some(session) = self.session.as_ref().filter(|_| !said) else { return said };
        if let Typed::Wish(Edit::CorrectText { words, .. }) = self.views.reader.typed(session.project()) {
            let why = self.screen.said.as_ref().map_or_else(String::new, |said| said.words.clone());
            self.show_typed(why, words);
        }
        false
    }

    /// Shows words that were typed and cannot be said, and why.
    fn show_typed(&mut self, why: String, words: String) {
        let say = CorrectingWords::of(self.desk.language());
        let lines = vec![(Tone::Trouble, why), (Tone::Plain, words)];
        self.screen.report = Some(Report { title: say.words_without_place.to_owned(), lines, ..Report::default() });
        self.views.reader.let_go();
    }

    /// Sends what is half typed, before the field it stands in goes away. Tells whether none of it was refused in the text.
    pub(super) fn flush(&mut self, ctx: &Context) -> bool {
        let said = self.say_typed();
        let Self { session, screen, views, outbox, desk, .. } = self;
        let Some(session) = session else { return said };
        let language = desk.language();
        let cx = Cx {
            project: session.project().layer(screen.scope.layer),
            session: Some(session),
            screen,
            preferences: &desk.preferences,
            language,
            say: Window::of(language),
            palette: palette(ctx),
            outbox,
        };
        views.flush(&cx);
        self.screen.memo = None;
        for action in self.outbox.take() {
            if let Action::Edit(edit) = action {
                self.edit(&edit);
            }
        }
        said
    }
}
