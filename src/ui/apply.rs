//! The one place where what the hand has done takes effect.

use egui::Context;

use crate::export::What;
use crate::journal::edit::Edit;
use crate::journal::event::Event as Fact;
use crate::lang::reviewing::ReviewingWords;
use crate::lang::window::Window;
use crate::model::id::{CodeId, CoderId, CodingId, SourceId};
use crate::model::layer::Layer;
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::store::app_data::preferences::Theme;
use crate::told;
use crate::ui::action::{Action, Look, Shown, Task};
use crate::ui::app::{App, shown};
use crate::ui::carrying::Carrying;
use crate::ui::commands::Command;
use crate::ui::glance::look;
use crate::ui::look::Mode;
use crate::ui::look::style::palette;
use crate::ui::reviewing::{ReviewPart, changes_codings};
use crate::ui::screen::{Aside, Focus, Manner, PaletteOpened, Purpose, Reviewing, Said, Sheet, Tone};
use crate::ui::views::palette::new_code;
use crate::ui::views::reader::Typed;

impl App {
    /// Lets an action take effect.
    pub(super) fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Edit(edit) => {
                // An edit of the text is meant for the words as they were typed.
                if self.say_typed() {
                    let edit = self.as_review(edit);
                    self.edit(&edit);
                }
            }
            Action::Look(wanted) => {
                let said = match &wanted {
                    Look::In(_) | Look::InReview(_) | Look::Help(_) => self.flush(ctx),
                    wanted => !leaves_text(wanted) || self.say_typed(),
                };
                if said {
                    self.look(ctx, wanted);
                }
            }
            Action::SayTyped => drop(self.say_typed()),
            Action::Task(task) => {
                let leaves = matches!(task, Task::CloseProject | Task::OpenProject(_))
                    || matches!(task, Task::Carrying(Carrying::Open { .. }));
                if !leaves || self.parts(ctx) {
                    self.begin(task);
                }
            }
            Action::Command(command) => self.command(ctx, command),
        }
    }

    /// Carries out an edit, and looks at what it has made. A refusal is said in the status bar. Tells whether it was done.
    pub(super) fn edit(&mut self, edit: &Edit) -> bool {
        let language = self.desk.language();
        if self.screen.scope.layer == Layer::Agreed && changes_codings(edit) {
            let words = ReviewingWords::of(language).agreed_shown.to_owned();
            self.screen.said = Some(Said { words, tone: Tone::Trouble });
            return false;
        }
        let Some(session) = &mut self.session else { return false };
        let past = told::history::Past::before(session.project(), edit);
        self.screen.made = None;
        let done = session.edit(edit);
        let accepted = done.is_ok();
        match done {
            Ok(events) => {
                if !events.is_empty() {
                    let words = told::history::events(session.project(), &past, &events, language);
                    self.screen.said = Some(Said { words, tone: Tone::Plain });
                }
                if let (Edit::ApplyCode { code, source, span }, []) = (edit, events.as_slice()) {
                    self.screen.made = coded_already(session.project(), session.coder(), (*code, *source, *span));
                }
                self.follow(edit, &events);
            }
            Err(refusal) => {
                let words = told::refusal::refusal(&refusal, language);
                self.screen.said = Some(Said { words, tone: Tone::Trouble });
            }
        }
        self.tidy();
        accepted
    }

    /// Looks at what an edit has made, as the hand that made it expects.
    fn follow(&mut self, edit: &Edit, events: &[Fact]) {
        for event in events {
            match (event, edit) {
                (Fact::CodeCreated { code, parent, .. }, Edit::CreateCode(_)) => {
                    if let Some(parent) = parent {
                        self.screen.folded.remove(parent);
                    }
                    self.screen.codes = vec![*code];
                    self.screen.focus = Focus::Code;
                }
                (Fact::CodingAdded { code, coding, .. }, _) => {
                    self.screen.remember(*code);
                    self.screen.codes = vec![*code];
                    self.screen.made = Some(*coding);
                }
                (Fact::CodingRecoded { code, .. }, _) => self.screen.remember(*code),
                (Fact::CodingReviewed { .. }, _) => {
                    (self.screen.reviewing, self.screen.selection) = (Reviewing::Looking, None);
                }
                _ => {}
            }
        }
    }

    /// Lets go of what is no longer there, after an edit or an undo.
    pub(super) fn tidy(&mut self) {
        let Some(session) = &self.session else { return };
        let project = session.project();
        let lives = |code: &CodeId| project.codebook().code(*code).is_some();
        self.screen.codes.retain(lives);
        self.screen.recent.retain(lives);
        let gone = |coding: CodingId| project.coding(coding).is_none();
        if self.screen.coding.is_some_and(gone) {
            self.screen.coding = None;
        }
        if self.screen.source.is_none_or(|source| project.source(source).is_none()) {
            self.screen.source = project.sources().next().map(|source| source.id);
            self.screen.selection = None;
        }
        if matches!(self.views.reader.typed(project), Typed::Lost(_)) {
            self.say_typed();
        }
    }

    fn look(&mut self, ctx: &Context, wanted: Look) {
        match wanted {
            Look::CoderIs(name) => self.call_me(name),
            Look::Read(notices) => {
                let marked = self.session.as_mut().map_or(Ok(()), |session| session.mark_read(&notices));
                if let Err(error) = marked {
                    self.say(told::store::store_error(&error, self.desk.language()), Tone::Trouble);
                }
            }
            Look::Forget(study) => {
                self.desk.preferences.forget(&study);
                self.keep_preferences();
            }
            Look::Speak(language) => {
                self.desk.preferences.language = Some(language.tag().to_owned());
                self.screen.said = None;
                self.keep_preferences();
            }
            Look::Theme(theme) => {
                self.desk.preferences.theme = theme;
                self.keep_preferences();
                self.apply_preferences(ctx);
            }
            Look::AllZoom(percent) => {
                self.desk.preferences.interface_zoom = percent.clamp(50, 300);
                self.keep_preferences();
                self.apply_preferences(ctx);
            }
            Look::TextZoom(percent) => {
                self.screen.text_zoom = percent.clamp(60, 300);
                self.desk.preferences.text_zoom = self.screen.text_zoom;
                self.keep_preferences();
            }
            Look::RemarksOnly(only) => self.remarks_only(only),
            Look::Other(coder, sight) => {
                self.desk.preferences.others.insert(coder, sight);
                self.keep_preferences();
            }
            Look::AskToErase(source) => self.views.names.ask_to_erase(source),
            Look::Colours(colours) => {
                self.desk.preferences.colours = colours;
                self.keep_preferences();
            }
            wanted => {
                let none = Project::default();
                let project = shown(self.session.as_ref(), &self.screen).unwrap_or(&none);
                look(&mut self.screen, project, wanted);
            }
        }
    }

    fn command(&mut self, ctx: &Context, command: Command) {
        let coding = self.screen.coding;
        let keeps = matches!(command, Command::Undo | Command::Redo | Command::CloseProject);
        if !keeps && !self.say_typed() {
            return;
        }
        match command {
            Command::Undo => match self.views.reader.untype() {
                Some(caret) => self.screen.selection = Some(caret),
                None => self.undo(),
            },
            Command::Redo => match self.views.reader.retype() {
                Some(caret) => self.screen.selection = Some(caret),
                None => self.redo(),
            },
            Command::Correct => self.turn_to(ctx, Manner::Correcting),
            Command::Compare => self.turn_to(ctx, Manner::Comparing),
            Command::Search => self.palette(String::new(), Purpose::Search),
            Command::Import => self.begin(Task::ChooseFiles),
            Command::ImportFolder => self.begin(Task::ChooseFolder),
            Command::NewCode => {
                let parent = self.parent_for_new();
                self.look(ctx, Look::NewUnder(parent));
            }
            Command::InVivo => self.in_vivo(),
            Command::SelectTurn => self.look(ctx, Look::SelectTurn),
            Command::SetAside(reason) => self.set_aside(reason),
            Command::TakeIn => self.take_in(),
            Command::HideAside => {
                let other = if self.screen.aside == Aside::Greyed { Aside::Hidden } else { Aside::Greyed };
                self.look(ctx, Look::Aside(other));
            }
            Command::ProposeSmallTalk => self.look(ctx, Look::Sheet(Some(Sheet::SmallTalk))),
            Command::Replace => {
                self.flush(ctx);
                self.look(ctx, Look::Sheet(Some(Sheet::Replacing)));
            }
            Command::RemoveCoding => {
                if let Some(coding) = coding {
                    self.edit(&Edit::RemoveCodings { codings: vec![coding] });
                }
            }
            Command::Recode => {
                if let Some(coding) = coding {
                    self.palette(String::new(), Purpose::Recode(coding));
                }
            }
            Command::Memo => {
                let about = self.about_now();
                self.look(ctx, Look::WriteMemo(about));
            }
            Command::Go(room) => {
                self.flush(ctx);
                self.look(ctx, Look::In(room));
            }
            Command::Agreement => {
                self.flush(ctx);
                self.look(ctx, Look::InReview(ReviewPart::Agreement));
            }
            Command::ExportCodebook => self.begin(Task::ChooseExport(What::Codebook, "xlsx")),
            Command::ExportStructure => self.begin(Task::ChooseExport(What::Structure, "svg")),
            Command::ExportStudy => self.begin(Task::ChooseExport(What::Study, "qdpx")),
            Command::ExportSegments => self.begin(Task::ChooseExport(What::Segments, "xlsx")),
            Command::SaveAsOneFile => self.look(ctx, Look::Sheet(Some(Sheet::OneFile))),
            Command::OpenOneFile => self.begin(Task::Carrying(Carrying::ChooseFile)),
            Command::MergeFolder => self.begin(Task::Carrying(Carrying::ChooseFolder)),
            Command::ExportSources => self.begin(Task::ChooseSourcesFolder),
            Command::TextLarger => self.look(ctx, Look::TextZoom(self.screen.text_zoom + 10)),
            Command::TextSmaller => self.look(ctx, Look::TextZoom(self.screen.text_zoom.saturating_sub(10))),
            Command::TextNormal => self.look(ctx, Look::TextZoom(100)),
            Command::AllLarger => self.look(ctx, Look::AllZoom(self.desk.preferences.interface_zoom + 10)),
            Command::AllSmaller => self.look(ctx, Look::AllZoom(self.desk.preferences.interface_zoom - 10)),
            Command::Inspector => {
                let shown = if self.screen.inspector_shown { Shown::No } else { Shown::Yes };
                self.look(ctx, Look::Inspector(shown));
            }
            Command::SwitchLight => {
                let theme = if palette(ctx).mode == Mode::Light { Theme::Dark } else { Theme::Light };
                self.look(ctx, Look::Theme(theme));
            }
            Command::SwitchLanguage => {
                use crate::lang::Language::{Bokmal, English};
                let other = if self.desk.language() == Bokmal { English } else { Bokmal };
                self.look(ctx, Look::Speak(other));
            }
            Command::CloseProject => {
                if self.parts(ctx) {
                    self.begin(Task::CloseProject);
                }
            }
            Command::AboutStudy => self.look(ctx, Look::AtStudyCard),
            Command::Help => self.help(ctx),
        }
    }

    /// Does something else to the open text, or what was done before where that is done already.
    fn turn_to(&mut self, ctx: &Context, manner: Manner) {
        let other = if self.screen.manner == manner { Manner::Coding } else { manner };
        self.look(ctx, Look::Do(other));
        ctx.memory_mut(|memory| memory.request_focus(crate::ui::views::reader::reader_id()));
    }

    pub(super) fn palette(&mut self, typed: String, purpose: Purpose) {
        self.screen.palette = Some(PaletteOpened { typed, purpose });
    }

    fn undo(&mut self) {
        if !self.say_typed() {
            return;
        }
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return };
        let say = Window::of(language);
        let passes = session.undo_passes_erased();
        let mut words = match session.undo() {
            Some(gesture) => {
                let past = told::history::Past::after(session.project(), gesture.events());
                let what = told::history::events(session.project(), &past, gesture.events(), language);
                crate::lang::fill(say.undone, &[("what", &what)])
            }
            None => say.nothing_to_undo.to_owned(),
        };
        if passes {
            words = format!("{words} {}", say.erased_stays);
        }
        self.screen.said = Some(Said { words, tone: Tone::Plain });
        self.tidy();
    }

    fn redo(&mut self) {
        if !self.say_typed() {
            return;
        }
        let language = self.desk.language();
        let Some(session) = &mut self.session else { return };
        let say = Window::of(language);
        let words = match session.redo() {
            Some(gesture) => {
                let past = told::history::Past::after(session.project(), gesture.events());
                let what = told::history::events(session.project(), &past, gesture.events(), language);
                crate::lang::fill(say.redone, &[("what", &what)])
            }
            None => say.nothing_to_redo.to_owned(),
        };
        self.screen.said = Some(Said { words, tone: Tone::Plain });
        self.tidy();
    }

    /// The code a new one comes under.
    fn parent_for_new(&self) -> Option<CodeId> {
        self.session.as_ref()?.project().codebook().parent_for_new(self.screen.active_code())
    }

    /// Makes a code of the selected words and applies it to them; a code of that name is applied instead.
    fn in_vivo(&mut self) {
        let parent = self.parent_for_new();
        let Some(session) = &self.session else { return };
        let Some((source, span)) = self.screen.words() else {
            let words = Window::of(self.desk.language()).select_first.to_owned();
            self.screen.said = Some(Said { words, tone: Tone::Trouble });
            return;
        };
        let project = session.project();
        let quote = project.source(source).map_or("", |source| source.quote(span));
        let name = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = name.trim_matches(|c: char| ".,;:!?–-".contains(c)).chars().take(80).collect();
        let same = |code: &&crate::model::code::Code| code.name.to_lowercase() == name.to_lowercase();
        let known = project.codebook().codes().find(same).map(|code| code.id);
        let edit = match known {
            Some(code) => Edit::ApplyCode { code, source, span },
            None => Edit::ApplyNewCode { code: new_code(&name, parent), places: vec![(source, span)] },
        };
        self.edit(&edit);
    }

    fn about_now(&self) -> About {
        let screen = &self.screen;
        match (screen.focus, screen.coding, screen.active_code(), screen.source) {
            (Focus::Coding, Some(coding), ..) => About::Coding(coding),
            (Focus::Code, _, Some(code), _) => About::Code(code),
            (Focus::Study, ..) => About::Project,
            (.., Some(source)) => About::Source(source),
            _ => About::Project,
        }
    }
}

/// Tells whether a look goes to something else than the place in the text where one types.
fn leaves_text(wanted: &Look) -> bool {
    matches!(
        wanted,
        Look::AtSource(_)
            | Look::AtPlace(..)
            | Look::AtWords(..)
            | Look::AtCoding(_)
            | Look::AtLost(_)
            | Look::Do(_)
            | Look::Retrieve
            | Look::AtStudyCard
            | Look::WriteMemo(_)
    )
}

/// The coding by which a coder has put a code on these very words.
fn coded_already(project: &Project, coder: CoderId, on: (CodeId, SourceId, Span)) -> Option<CodingId> {
    let (code, source, span) = on;
    let mut here = project.codings_on(source, span);
    here.find(|coding| (coding.coder, coding.code) == (coder, code)).map(|coding| coding.id)
}
