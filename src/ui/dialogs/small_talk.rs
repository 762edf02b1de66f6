//! Small talk that is proposed, in the open source or in all: accepted one by one or together, as one gesture.

use std::collections::BTreeSet;

use egui::{Id, Modal, RichText, ScrollArea, Ui, WidgetInfo};

use crate::analysis::small_talk::{End, Proposal, proposals};
use crate::journal::edit::Edit;
use crate::lang::aside::AsideWords;
use crate::lang::{fill, grouped};
use crate::model::exclusion::Reason;
use crate::model::id::SourceId;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::told;
use crate::ui::action::Look;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::dialogs::replacing::{Where, where_ui};
use crate::ui::look::{fonts, space};
use crate::ui::screen::Sheet;
use crate::ui::widgets::{controls, empty};

/// How many letters of a proposal's first and last words are shown.
const SHOWN: usize = 90;

/// A proposal with the source it is about.
type Found = (SourceId, Proposal);

/// The dialog's memory between frames.
#[derive(Default)]
pub struct SmallTalk {
    asked: Where,
    found: Derived<(u64, Option<SourceId>), Vec<Found>>,
    /// What the person does not want set aside.
    declined: BTreeSet<(SourceId, End)>,
}

impl SmallTalk {
    /// Shows the dialog while it is open.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &Ui) {
        if cx.screen.sheet != Some(Sheet::SmallTalk) {
            *self = Self::default();
            return;
        }
        let words = AsideWords::of(cx.language);
        let shown = Modal::new(Id::unique("small talk")).frame(controls::sheet(cx, ui)).show(ui, |ui| {
            ui.set_width(640.0);
            ui.label(RichText::new(words.proposals).font(fonts::strong(17.0)));
            ui.label(RichText::new(words.proposals_hint).font(fonts::small()).color(cx.palette.muted));
            ui.add_space(space::S);
            ui.horizontal(|ui| where_ui(cx, ui, &mut self.asked, (words.this_source, words.all_sources)));
            let only = cx.screen.source.filter(|_| self.asked == Where::Here);
            let found = self.found.get((cx.project.revision(), only), || found(cx.project, only));
            ui.add_space(space::S);
            if found.is_empty() {
                empty::nothing_ui(cx, ui, words.no_proposals);
            }
            let most = (ui.ctx().content_rect().height() * 0.55).max(160.0);
            ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]).show(
                ui,
                |ui| {
                    for (source, proposal) in found.iter() {
                        proposal_ui(cx, ui, &mut self.declined, (*source, proposal));
                    }
                },
            );
            ui.add_space(space::M);
            let taken: Vec<&Found> =
                found.iter().filter(|(source, proposal)| !self.declined.contains(&(*source, proposal.end))).collect();
            ui.horizontal(|ui| {
                let title = fill(words.accept, &[("n", &grouped(taken.len()))]);
                if !found.is_empty() {
                    ui.add_enabled_ui(!taken.is_empty(), |ui| {
                        if controls::primary(cx, ui, &title).clicked() {
                            cx.send(accept(&taken));
                            cx.send(Look::Sheet(None));
                        }
                    });
                }
                if ui.button(if found.is_empty() { cx.say.close } else { cx.say.cancel }).clicked() {
                    cx.send(Look::Sheet(None));
                }
                if !found.is_empty() {
                    ui.add_space(space::S);
                    if controls::link(cx, ui, words.tick_all).clicked() {
                        self.declined.clear();
                    }
                    if controls::link(cx, ui, words.tick_none).clicked() {
                        self.declined.extend(found.iter().map(|(source, proposal)| (*source, proposal.end)));
                    }
                }
            });
        });
        if shown.should_close() {
            cx.send(Look::Sheet(None));
        }
    }
}

fn found(project: &Project, only: Option<SourceId>) -> Vec<Found> {
    let asked = project.sources().filter(|source| only.is_none_or(|only| only == source.id));
    asked.flat_map(|source| proposals(source).into_iter().map(|proposal| (source.id, proposal))).collect()
}

/// Sets all that was accepted aside, a source at a time, as one gesture.
fn accept(taken: &[&Found]) -> Edit {
    let sources: BTreeSet<SourceId> = taken.iter().map(|(source, _)| *source).collect();
    let exclude = |source: SourceId| {
        let own = taken.iter().filter(|(other, _)| *other == source);
        let spans: Vec<Span> = own.map(|(_, proposal)| proposal.span).collect();
        Edit::Exclude { source, spans, reason: Reason::SmallTalk }
    };
    Edit::All(sources.into_iter().map(exclude).collect())
}

fn proposal_ui(
    cx: &Cx<'_>,
    ui: &mut Ui,
    declined: &mut BTreeSet<(SourceId, End)>,
    (id, proposal): (SourceId, &Proposal),
) {
    let Some(source) = cx.project.source(id) else { return };
    let told = told::aside::proposal(source, proposal, cx.language);
    let key = (id, proposal.end);
    let mut taken = !declined.contains(&key);
    let title = RichText::new(&source.title).font(fonts::strong(14.0));
    let response = controls::check(ui, &mut taken, title);
    let named = format!("{} · {told}", source.title);
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, taken, &named));
    if response.changed() {
        if taken {
            declined.remove(&key)
        } else {
            declined.insert(key)
        };
    }
    ui.indent(("proposal", id, proposal.end), |ui| {
        let quiet = |words: &str| RichText::new(words).font(fonts::small()).color(cx.palette.muted);
        ui.label(quiet(&told));
        ui.label(quiet(&told::aside::signs(proposal, cx.language)));
        ui.label(RichText::new(ends(source.quote(proposal.span))).font(fonts::reading(13.0)).color(cx.palette.text));
    });
    ui.add_space(space::S);
}

/// The first and the last words of a long passage.
fn ends(words: &str) -> String {
    let letters: Vec<char> = words.replace('\n', " ").chars().collect();
    if letters.len() <= 2 * SHOWN {
        return letters.into_iter().collect();
    }
    let (head, tail) = (letters.iter().take(SHOWN), letters.iter().skip(letters.len() - SHOWN));
    let (head, tail): (String, String) = (head.collect(), tail.collect());
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(head, _)| head).to_owned();
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, tail)| tail).to_owned();
    format!("{head} … {tail}")
}
