//! The first screen: the sample study, a new one, one from disk, or one of those opened last.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{CornerRadius, Frame, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::journal::template::Template;
use crate::lang::help::HelpWords;
use crate::lang::intake::IntakeWords;
use crate::lang::study::StudyWords;
use crate::lang::window::Window;
use crate::lang::{Language, count, fill};
use crate::ui::action::{Look, Task};
use crate::ui::carrying::Carrying;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::look::{Mode, fonts, space};
use crate::ui::tasks::Running;
use crate::ui::widgets::{controls, marks};

/// What is being typed on the first screen.
#[derive(Default)]
pub struct Welcome {
    coder: Option<String>,
    new: Option<New>,
    /// How many files waited for a study in the frame before.
    waited: usize,
}

/// A study about to be made.
#[derive(Clone)]
struct New {
    name: String,
    parent: String,
    template: Template,
}

impl Welcome {
    /// Shows the first screen; `home` is where new studies are put if nobody says otherwise.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, home: &Path, running: &[Running]) {
        if cx.screen.missing.is_none() && !cx.preferences.recent.is_empty() {
            cx.send(Task::FindRecent);
        }
        let opening =
            running.iter().find(|task| Language::ALL.iter().any(|known| Window::of(*known).opening == task.title));
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, CornerRadius::ZERO, cx.palette.ground);
        corner_ui(cx, ui);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.vertical_centered(|ui| {
                ui.set_max_width(560.0);
                ui.add_space((rect.height() * 0.10).clamp(space::L, 96.0));
                ui.label(RichText::new("Kodebok").font(fonts::reading(40.0)).color(cx.palette.text));
                ui.label(RichText::new(cx.say.welcome).font(fonts::body()).color(cx.palette.muted));
                ui.add_space(space::XL);
                ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
                    self.coder_ui(cx, ui);
                    ui.add_space(space::L);
                    if let Some(said) = &cx.screen.said {
                        ui.label(RichText::new(&said.words).color(cx.palette.error));
                        ui.add_space(space::S);
                    }
                    self.waiting_ui(cx, ui, home);
                    if let Some(task) = opening {
                        opening_ui(cx, ui, task);
                    }
                    // A study that is being opened is not opened a second time.
                    ui.add_enabled_ui(opening.is_none(), |ui| match self.new.clone() {
                        Some(new) => self.new_ui(cx, ui, new),
                        None => self.choices_ui(cx, ui, home),
                    });
                });
                ui.add_space(space::XL);
            });
        });
    }

    /// Files were dropped: they wait for the study that is made or opened.
    fn waiting_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, home: &Path) {
        let waiting = cx.screen.waiting.len();
        if std::mem::replace(&mut self.waited, waiting) == 0 && waiting > 0 && self.new.is_none() {
            let parent = home.display().to_string();
            self.new = Some(New { name: String::new(), parent, template: Template::Study });
        }
        if waiting == 0 {
            return;
        }
        let words = IntakeWords::of(cx.language);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(count(waiting, words.waiting_one, words.waiting_many)).color(cx.palette.text));
            if controls::link(cx, ui, words.let_go).clicked() {
                cx.send(Look::NotWaiting);
            }
        });
        ui.add_space(space::M);
    }

    fn coder_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let known = cx.preferences.coder.as_ref().map_or("", |me| me.name.as_str());
        let typed = self.coder.get_or_insert_with(|| known.to_owned());
        ui.label(RichText::new(cx.say.your_name).font(fonts::small()).color(cx.palette.muted));
        let response = controls::named_field(ui, typed, cx.say.your_name, "");
        if response.lost_focus() && typed.trim() != known && !typed.trim().is_empty() {
            cx.send(Look::CoderIs(typed.trim().to_owned()));
        }
    }

    fn choices_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, home: &Path) {
        if choice_ui(cx, ui, cx.say.open_sample, cx.say.open_sample_hint) {
            cx.send(Task::OpenSample);
        }
        if choice_ui(cx, ui, cx.say.new_study, cx.say.new_study_hint) {
            let parent = home.display().to_string();
            self.new = Some(New { name: String::new(), parent, template: Template::Study });
        }
        if choice_ui(cx, ui, cx.say.open_study, cx.say.open_study_hint) {
            cx.send(Task::ChooseProject);
        }
        if choice_ui(cx, ui, cx.say.open_one_file, cx.say.open_one_file_hint) {
            cx.send(Task::Carrying(Carrying::ChooseFile));
        }
        if cx.preferences.recent.is_empty() {
            return;
        }
        ui.add_space(space::L);
        controls::section(cx, ui, cx.say.recent, "");
        for study in cx.preferences.recent.iter().take(6) {
            recent_ui(cx, ui, study);
        }
    }

    fn new_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, mut new: New) {
        ui.label(RichText::new(cx.say.new_study).font(fonts::strong(17.0)));
        ui.add_space(space::S);
        ui.label(RichText::new(cx.say.study_name).font(fonts::small()).color(cx.palette.muted));
        controls::named_field(ui, &mut new.name, cx.say.study_name, "");
        ui.add_space(space::S);
        ui.label(RichText::new(cx.say.study_place).font(fonts::small()).color(cx.palette.muted));
        controls::named_field(ui, &mut new.parent, cx.say.study_place, "");
        ui.add_space(space::M);
        for (template, title, hint) in [
            (Template::Study, cx.say.template_study, cx.say.template_study_hint),
            (Template::Empty, cx.say.template_empty, cx.say.template_empty_hint),
        ] {
            ui.radio_value(&mut new.template, template, title);
            ui.horizontal(|ui| {
                ui.add_space(22.0);
                ui.label(RichText::new(hint).font(fonts::small()).color(cx.palette.muted));
            });
        }
        ui.add_space(space::L);
        let able = !new.name.trim().is_empty() && !new.parent.trim().is_empty();
        self.new = Some(new.clone());
        ui.horizontal(|ui| {
            let make = ui.add_enabled_ui(able, |ui| controls::primary(cx, ui, cx.say.make_study)).inner;
            if make.clicked() {
                cx.send(Task::NewProject {
                    name: new.name.trim().to_owned(),
                    parent: PathBuf::from(new.parent.trim()),
                    template: new.template,
                });
                self.new = None;
            }
            if ui.button(cx.say.cancel).clicked() {
                self.new = None;
            }
        });
    }
}

/// What is being done, while one waits.
fn opening_ui(cx: &Cx<'_>, ui: &mut Ui, task: &Running) {
    ui.horizontal(|ui| {
        ui.add(egui::Spinner::new().size(16.0).color(cx.palette.accent));
        ui.label(RichText::new(format!("{} …", task.title)).color(cx.palette.text));
    });
    ui.add_space(space::M);
}

/// A study opened last; faint, with what to do about it, where it is not found.
fn recent_ui(cx: &Cx<'_>, ui: &mut Ui, study: &Path) {
    let words = StudyWords::of(cx.language);
    let missing = cx.screen.missing.as_ref().is_some_and(|missing| missing.iter().any(|known| known == study));
    let name = study.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &name));
    let folder = study.parent().unwrap_or(study).display().to_string();
    let (ink, beside) =
        if missing { (cx.palette.muted, words.not_found) } else { (cx.palette.accent, folder.as_str()) };
    if missing {
        ui.accesskit_node_builder(response.id, |node| node.set_description(beside));
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), cx.palette.hover);
    }
    let end = if missing { rect.right() - 32.0 } else { rect.right() - space::S };
    let painter = ui.painter_at(rect);
    let left = rect.left_center() + vec2(space::S, 0.0);
    let shown = line(ui, &name, (end - left.x, fonts::body(), ink));
    let wide = shown.size();
    painter.galley(left - vec2(0.0, wide.y / 2.0), shown, ink);
    let from = left.x + wide.x + space::M;
    let folded = line(ui, beside, ((end - from).max(0.0), fonts::small(), cx.palette.muted));
    painter.galley(egui::pos2(from, rect.center().y - folded.size().y / 2.0), folded, cx.palette.muted);
    if missing {
        let corner = Rect::from_center_size(egui::pos2(rect.right() - 16.0, rect.center().y), vec2(24.0, 24.0));
        let cross = ui.interact(corner, response.id.with("forget"), Sense::click());
        let forget = fill(words.forget, &[("name", &name)]);
        cross.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &forget));
        let near = cross.hovered() || cross.has_focus();
        marks::cross(&painter, corner.center(), if near { cx.palette.text } else { cx.palette.muted });
        if cross.on_hover_text(forget).clicked() {
            return cx.send(Look::Forget(study.to_owned()));
        }
    }
    if response.on_hover_text(study.display().to_string()).clicked() {
        cx.send(Task::OpenProject(study.to_owned()));
    }
}

/// Words on one line, cut short where there is no room.
fn line(ui: &Ui, words: &str, (width, font, ink): (f32, egui::FontId, egui::Color32)) -> Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

/// A broad button with a sentence below its title.
fn choice_ui(cx: &Cx<'_>, ui: &mut Ui, title: &str, hint: &str) -> bool {
    let frame = Frame::new().inner_margin(14).corner_radius(CornerRadius::same(8));
    let mut prepared = frame.fill(cx.palette.paper).stroke(Stroke::new(1.0, cx.palette.line)).begin(ui);
    {
        let ui = &mut prepared.content_ui;
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.add(
            egui::Label::new(RichText::new(title).font(fonts::strong(15.0)).color(cx.palette.text)).selectable(false),
        );
        let hint = RichText::new(hint).font(egui::FontId::proportional(13.0)).color(cx.palette.muted);
        ui.add(egui::Label::new(hint).wrap().selectable(false));
    }
    let rect = prepared.content_ui.min_rect().expand(14.0);
    let id = ui.scope_id().with(("choice", title));
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() {
        prepared.frame.stroke = Stroke::new(1.0, cx.palette.accent);
    }
    prepared.end(ui);
    ui.add_space(space::XS);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, title));
    response.clicked()
}

/// Language and light in the upper corner.
fn corner_ui(cx: &Cx<'_>, ui: &mut Ui) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        ui.add_space(space::L);
        if controls::quiet(ui, HelpWords::of(cx.language).help).clicked() {
            cx.send(Command::Help);
        }
        let light = if cx.palette.mode == Mode::Light { cx.say.dark } else { cx.say.light };
        if controls::quiet(ui, light).clicked() {
            cx.send(Command::SwitchLight);
        }
        let other = match cx.language {
            Language::Bokmal => Language::English,
            Language::English => Language::Bokmal,
        };
        if controls::quiet(ui, other.name()).clicked() {
            cx.send(Command::SwitchLanguage);
        }
    });
}
