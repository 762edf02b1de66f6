//! How a double coding begins: who codes, what, and how much of it.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Frame, Margin, RichText, ScrollArea, Ui};

use super::pick::Pick;
use crate::analysis::drawing::{draw, turns};
use crate::analysis::scope::Scope;
use crate::journal::edit::Edit;
use crate::journal::edit::team::{NewDouble, TeamEdit};
use crate::lang::double::DoubleWords;
use crate::lang::rooms::Rooms;
use crate::lang::{count, fill, grouped};
use crate::model::double_coding::Drawn;
use crate::model::id::{CoderId, SourceId};
use crate::model::span::Span;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, page, scope};

/// No line is longer than this.
const MEASURE: f32 = 640.0;
/// How many of a hundred can be drawn.
const SHARES: [u8; 4] = [10, 15, 20, 25];

/// The words that are to be coded, and how they were drawn.
type Chosen = (Vec<(SourceId, Span)>, Option<Drawn>);

/// How much of the texts is to be coded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum HowMuch {
    /// All of them.
    #[default]
    Whole,
    /// So many turns of a hundred, drawn by chance.
    Share(u8),
    /// Turns that are picked one by one.
    Picked,
}

/// What was chosen so far.
#[derive(Default)]
pub(super) struct Start {
    coders: Option<BTreeSet<CoderId>>,
    how_much: HowMuch,
    chosen: Derived<(u64, Scope, HowMuch), Chosen>,
    pick: Pick,
}

impl Start {
    /// Shows what can be chosen; tells whether a double coding was begun.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) -> bool {
        let words = DoubleWords::of(cx.language);
        let area = ScrollArea::vertical().id_salt("double coding begins").auto_shrink([false, false]);
        area.show(ui, |ui| {
            let margin = Margin { left: 24, right: 24, top: 12, bottom: 24 };
            Frame::new()
                .inner_margin(margin)
                .show(ui, |ui| {
                    ui.set_width(ui.available_width().min(MEASURE));
                    ui.spacing_mut().item_spacing.y = 6.0;
                    ui.add(egui::Label::new(RichText::new(words.intro).font(fonts::body())).wrap());
                    self.coders_ui(cx, ui);
                    section(cx, ui, words.which);
                    scope::scope_ui(cx, ui);
                    section(cx, ui, words.how_much);
                    let percents = SHARES.map(|n| fill(words.percent, &[("n", &n)]));
                    let mut choices = vec![(HowMuch::Whole, words.whole)];
                    let shares = SHARES.into_iter().map(HowMuch::Share);
                    choices.extend(shares.zip(percents.iter().map(String::as_str)));
                    choices.push((HowMuch::Picked, words.picked));
                    if let Some(how_much) = page::choices_ui(cx, ui, self.how_much, &choices) {
                        self.how_much = how_much;
                    }
                    if self.how_much == HowMuch::Picked {
                        self.pick.ui(cx, ui);
                    }
                    let new = self.wanted(cx);
                    ui.label(RichText::new(told(cx, &new, self.how_much)).font(fonts::small()).color(cx.palette.muted));
                    ui.add_space(space::S);
                    ui.add(egui::Label::new(RichText::new(words.plainly).font(fonts::body())).wrap());
                    ui.add_space(space::S);
                    let able = new.coders.len() > 1 && !new.places.is_empty();
                    let begun = ui.add_enabled_ui(able, |ui| controls::primary(cx, ui, words.begin)).inner.clicked();
                    if begun {
                        cx.send(Edit::Team(TeamEdit::BeginDouble(new)));
                    }
                    begun
                })
                .inner
        })
        .inner
    }

    fn coders_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = DoubleWords::of(cx.language);
        section(cx, ui, words.who);
        let me = cx.session.map(crate::session::Session::coder);
        let known: Vec<_> = cx.project.coders().collect();
        // Two are the usual thing: oneself, and the one other there is.
        let chosen = self.coders.get_or_insert_with(|| {
            let two = known.len() == 2 && known.iter().any(|coder| Some(coder.id) == me);
            if two { known.iter().map(|coder| coder.id).collect() } else { me.into_iter().collect() }
        });
        for coder in &known {
            let mut ticked = chosen.contains(&coder.id);
            if controls::check(ui, &mut ticked, &coder.name).changed() {
                if ticked {
                    chosen.insert(coder.id);
                } else {
                    chosen.remove(&coder.id);
                }
            }
        }
        if known.len() < 2 {
            ui.label(RichText::new(words.needs_two).font(fonts::small()).color(cx.palette.warn));
        }
    }

    fn wanted(&mut self, cx: &Cx<'_>) -> NewDouble {
        let (how_much, scope) = (self.how_much, &cx.screen.scope);
        let key = (cx.project.revision(), scope.clone(), how_much);
        let (mut places, drawn) = self.chosen.get(key, || places(cx, scope, how_much)).clone();
        if how_much == HowMuch::Picked {
            places = self.pick.picked(cx);
        }
        let mut by_source: BTreeMap<SourceId, Vec<Span>> = BTreeMap::new();
        places.iter().for_each(|(source, span)| by_source.entry(*source).or_default().push(*span));
        let codebook = cx.project.codebook();
        let family = |code: &_| match scope.reach {
            crate::analysis::Reach::Own => vec![*code],
            crate::analysis::Reach::Family => codebook.family(*code),
        };
        NewDouble {
            coders: self.coders.iter().flatten().copied().collect(),
            codes: scope.codes.iter().flat_map(family).collect(),
            places: by_source,
            drawn,
        }
    }
}

/// The words that are to be coded: whole texts, or turns drawn by chance; none where they are picked.
fn places(cx: &Cx<'_>, scope: &Scope, how_much: HowMuch) -> Chosen {
    let turns = turns(cx.project, scope);
    match how_much {
        HowMuch::Whole => {
            let sources: BTreeSet<SourceId> = turns.iter().map(|(source, _)| *source).collect();
            let whole = |id: SourceId| Some((id, Span::new(0, cx.project.source(id)?.length)?));
            (sources.into_iter().filter_map(whole).collect(), None)
        }
        HowMuch::Share(percent) => {
            let seed = seed(cx);
            let of = u32::try_from(turns.len()).unwrap_or(u32::MAX);
            (draw(&turns, percent, seed), Some(Drawn { percent, seed, of }))
        }
        HowMuch::Picked => (Vec::new(), None),
    }
}

/// The seed follows from the study and the number of its double codings, so that nobody draws until the turns please.
fn seed(cx: &Cx<'_>) -> u64 {
    let study = cx.project.id().map_or(0, |id| id.bits());
    let number = cx.project.double_codings().len() as u64;
    let folded = (study ^ study >> 64) & u128::from(u64::MAX);
    u64::try_from(folded).unwrap_or(0).wrapping_add(number)
}

fn section(cx: &Cx<'_>, ui: &mut Ui, title: &str) {
    ui.add_space(space::S);
    let title = ui.label(RichText::new(title).font(fonts::strong(14.0)).color(cx.palette.text));
    ui.accesskit_node_builder(title.id, |node| node.set_role(egui::Role::Heading));
}

/// What will be coded, in a line.
fn told(cx: &Cx<'_>, new: &NewDouble, how_much: HowMuch) -> String {
    let (words, rooms) = (DoubleWords::of(cx.language), Rooms::of(cx.language));
    let places = new.places.values().map(Vec::len).sum();
    let codes = match new.codes.len() {
        0 => words.all_codes.to_owned(),
        n => count(n, words.one_code, words.many_codes),
    };
    let sources = count(new.places.len(), rooms.one_source, rooms.many_sources);
    match new.drawn {
        Some(drawn) => {
            let values: [(&str, &dyn std::fmt::Display); 4] = [
                ("n", &grouped(places)),
                ("of", &grouped(drawn.of as usize)),
                ("percent", &drawn.percent),
                ("seed", &drawn.seed),
            ];
            format!("{} · {sources} · {codes}", fill(words.drawn, &values))
        }
        None if how_much == HowMuch::Picked => {
            let turns = count(places, words.one_turn, words.many_turns);
            fill(words.will_code, &[("turns", &turns), ("sources", &sources), ("codes", &codes)])
        }
        None => format!("{} · {codes}", count(places, words.one_text, words.many_texts)),
    }
}
