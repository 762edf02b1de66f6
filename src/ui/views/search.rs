//! Search: where words stand in the study, as one types; hits are read in their context, opened, and coded.

use std::sync::Arc;

use egui::{Popup, RichText, Ui, WidgetInfo, vec2};

use crate::analysis::context::{Order, WORDS_AROUND, lines, sort, table};
use crate::analysis::scope::Scope;
use crate::analysis::search::{BadPattern, Found, Hit, Search as Prepared};
use crate::analysis::table::Table;
use crate::journal::edit::Edit;
use crate::journal::edit::lexicon::WordEdit;
use crate::lang::asking::Asking;
use crate::lang::{count, fill, grouped};
use crate::model::project::Project;
use crate::model::search::{Near, Query, SavedSearch, Way};
use crate::text::tongue::Tongue;
use crate::told;
use crate::ui::cx::Cx;
use crate::ui::later::{Later, Work};
use crate::ui::look::{fonts, space};
use crate::ui::widgets::kwic::Kwic;
use crate::ui::widgets::{controls, empty, page, scope, table_out};

/// A study with more letters than this is searched on a thread of its own.
const LARGE: u32 = 1_500_000;
/// More hits than this are ordered on a thread of their own.
const MANY: usize = 2_000;

/// What the hits depend on.
type Key = (u64, Scope, Query, Order);

/// What was found, in order.
#[derive(Debug, Default)]
struct Answer {
    hits: Vec<Hit>,
    sources: usize,
    more: bool,
}

/// The room's memory between frames.
#[derive(Default)]
pub struct Search {
    query: Query,
    near: String,
    within: u16,
    order: Order,
    name: String,
    answer: Later<Key, Result<Answer, BadPattern>>,
    shown: Option<(Scope, Query)>,
    ordered: Order,
    kwic: Kwic,
    /// The pass in which it was shown last: the field gets the keyboard when the room is entered.
    seen: u64,
}

impl Search {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let say = Asking::of(cx.language);
        if cx.project.sources().next().is_none() {
            return empty::no_source_ui(cx, ui);
        }
        let query = self.query();
        let asked = (cx.screen.scope.clone(), query.clone());
        if self.shown.as_ref() != Some(&asked) {
            self.kwic.renew();
            self.shown = Some(asked);
        }
        if self.ordered != self.order {
            self.kwic.to_the_top();
            self.ordered = self.order;
        }
        self.ask(cx, ui, &query);
        let answer = std::mem::take(&mut self.answer);
        let found = answer.newest();
        let told = match found {
            Some(Ok(found)) if !found.hits.is_empty() => told(say, found),
            _ => String::new(),
        };
        page::head_ui(cx, ui, (say.search, &told), |ui| self.tools_ui(cx, ui, found));
        match found {
            _ if query.words.trim().is_empty() => empty::invitation_ui(cx, ui, say.what_to_find, None),
            Some(Err(bad)) => empty::invitation_ui(cx, ui, &told::search::bad_pattern(bad, cx.language), None),
            Some(Ok(found)) if found.hits.is_empty() && !answer.is_coming() => {
                empty::invitation_ui(cx, ui, say.nothing_found, None);
            }
            Some(Ok(found)) => self.kwic.ui(cx, ui, (&found.hits, "")),
            None => {}
        }
        self.answer = answer;
    }

    /// What is typed and chosen.
    fn query(&self) -> Query {
        let near =
            (!self.near.trim().is_empty()).then(|| Near { words: self.near.clone(), within: self.within.max(1) });
        Query { near, ..self.query.clone() }
    }

    fn ask(&mut self, cx: &Cx<'_>, ui: &Ui, query: &Query) {
        let Some(session) = cx.session else { return };
        let key = (cx.project.revision(), cx.screen.scope.clone(), query.clone(), self.order);
        let letters: u32 = cx.project.sources().map(|source| source.length).sum();
        let many = matches!(self.answer.newest(), Some(Ok(found)) if found.hits.len() > MANY);
        let size = if letters > LARGE || many && self.order != Order::Text { Work::Large } else { Work::Small };
        let (project, asked) = (Arc::clone(session.project()), key.clone());
        let say = Asking::of(cx.language);
        self.answer.get(ui, (key, size, say.search), move || answer(&project, &asked));
    }

    fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, found: Option<&Result<Answer, BadPattern>>) {
        let say = Asking::of(cx.language);
        let field = ui.allocate_ui(vec2(260.0, 30.0), |ui| controls::field(ui, &mut self.query.words, say.search_for));
        let pass = ui.cumulative_pass_nr();
        if pass > self.seen + 1 {
            field.inner.request_focus();
        }
        self.seen = pass;
        let ways = [
            (Way::Plain, say.way_plain),
            (Way::Word, say.way_word),
            (Way::Stem, say.way_stem),
            (Way::Pattern, say.way_pattern),
        ];
        if let Some(way) = page::choices_ui(cx, ui, self.query.way, &ways) {
            self.query.way = way;
        }
        ui.allocate_ui(vec2(150.0, 30.0), |ui| controls::named_field(ui, &mut self.near, say.near, say.near_hint));
        if !self.near.trim().is_empty() {
            self.within = self.within.clamp(1, 100);
            let shown = |n: f64, _: std::ops::RangeInclusive<usize>| fill(say.within, &[("n", &n)]);
            let spin = egui::DragValue::new(&mut self.within).range(1..=100).speed(0.1).custom_formatter(shown);
            let spin = ui.add(spin);
            let named = fill(say.within, &[("n", &self.within)]);
            spin.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, &named));
        }
        scope::scope_ui(cx, ui);
        self.saved_ui(cx, ui);
        ui.end_row();
        let Some(Ok(found)) = found else { return };
        if found.hits.is_empty() {
            return;
        }
        let orders = [(Order::Text, say.order_text), (Order::Left, say.order_left), (Order::Right, say.order_right)];
        if let Some(order) = page::choices_ui(cx, ui, self.order, &orders) {
            self.order = order;
        }
        self.kwic.tools_ui(cx, ui, (&found.hits, ""));
        let out = controls::menu(cx, ui, (say.save_as, say.save_as));
        Popup::menu(&out).show(|ui| table_out::table_ui(cx, ui, || Arc::new(listed(cx, found))));
    }

    /// The searches that the study keeps, and the one at hand to be kept.
    fn saved_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let say = Asking::of(cx.language);
        let button = controls::menu(cx, ui, (say.saved_searches, say.saved_searches));
        controls::form(&button).show(|ui| {
            ui.set_width(280.0);
            let mut saved: Vec<&SavedSearch> = cx.project.searches().collect();
            saved.sort_by_cached_key(|saved| saved.name.to_lowercase());
            for saved in &saved {
                ui.horizontal(|ui| {
                    if ui.button(&saved.name).clicked() {
                        self.take_up(&saved.query);
                        Popup::close_all(ui);
                    }
                    let drop = fill(say.drop_search, &[("name", &saved.name)]);
                    let cross = controls::quiet(ui, "×");
                    cross.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &drop));
                    if cross.on_hover_text(&drop).clicked() {
                        cx.send(Edit::Words(WordEdit::DropSearch { search: saved.id }));
                    }
                });
            }
            if saved.is_empty() {
                ui.label(RichText::new(say.none_yet).font(fonts::small()).color(cx.palette.muted));
            }
            if self.query.words.trim().is_empty() {
                return;
            }
            controls::rule(cx, ui);
            if self.name.is_empty() {
                self.name = self.query.words.trim().to_owned();
            }
            let field = controls::field(ui, &mut self.name, say.save_search_name);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.add_space(space::XS);
            if (controls::primary(cx, ui, say.save_search).clicked() || entered) && !self.name.trim().is_empty() {
                let name = std::mem::take(&mut self.name);
                cx.send(Edit::Words(WordEdit::KeepSearch { name, query: self.query() }));
                Popup::close_all(ui);
            }
        });
    }

    fn take_up(&mut self, query: &Query) {
        self.query = Query { near: None, ..query.clone() };
        (self.near, self.within) =
            query.near.as_ref().map_or_else(Default::default, |near| (near.words.clone(), near.within));
    }
}

/// Looks through a study, and orders what was found.
fn answer(project: &Project, (_, scope, query, order): &Key) -> Result<Answer, BadPattern> {
    let Found { mut hits, more } = Prepared::new(query)?.run(&scope.chosen(project));
    let mut sources: Vec<_> = hits.iter().map(|hit| hit.source).collect();
    sources.dedup();
    if *order != Order::Text {
        let mut placed = lines(project, &Found { hits, more }, WORDS_AROUND);
        sort(&mut placed, *order, Tongue::Bokmal);
        hits = placed.into_iter().map(|line| line.hit).collect();
    }
    Ok(Answer { hits, sources: sources.len(), more })
}

/// The hits as they are shown, as a table.
fn listed(cx: &Cx<'_>, found: &Answer) -> Table {
    let found = Found { hits: found.hits.clone(), more: found.more };
    table(cx.project, &lines(cx.project, &found, WORDS_AROUND), cx.language)
}

fn told(say: &Asking, found: &Answer) -> String {
    if found.more {
        return fill(say.more_hits, &[("n", &grouped(found.hits.len()))]);
    }
    let sources = count(found.sources, say.one_source, say.several_sources);
    let phrase = if found.hits.len() == 1 { say.one_hit } else { say.many_hits };
    fill(phrase, &[("n", &grouped(found.hits.len())), ("sources", &sources)])
}
