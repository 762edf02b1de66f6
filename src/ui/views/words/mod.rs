//! Words: the cloud and the list of a part of the study, and the places behind each word.

mod cloud;
mod list;
mod places;
mod tools;

use std::sync::Arc;

use egui::{Panel, Ui};

use self::list::{List, Sort};
use self::places::Places;
use crate::analysis::Options;
use crate::analysis::scope::Scope;
use crate::analysis::words::counted::Counted;
use crate::analysis::words::options::WordOptions;
use crate::analysis::words::{self, Word};
use crate::figure::cloud::{Cloud, CloudOptions};
use crate::figure::scene::Scene;
use crate::figure::{self};
use crate::lang::asking::Asking;
use crate::lang::{Language, count, fill, grouped};
use crate::model::arrangement::Paper;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::later::{Later, Work};
use crate::ui::widgets::{empty, page};

/// A study with more letters than this is counted, and its cloud is laid, on a thread of its own.
const LARGE: u32 = 600_000;
/// In less width than this a cloud on its side would be small.
const ON_ITS_SIDE: f32 = 600.0;

/// What a count depends on.
type Key = (u64, Scope);

/// What a cloud depends on.
type Drawn = (Key, WordOptions, (CloudOptions, Paper), Language);

/// A word that was chosen, by its forms.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    shown: String,
    forms: Arc<[String]>,
}

/// The room's memory between frames.
#[derive(Default)]
pub struct Words {
    /// How words are counted, but for what the study has decided.
    options: WordOptions,
    cloud: CloudOptions,
    filter: String,
    sort: Sort,
    leave_out: String,
    let_in: String,
    group: String,
    counted: Later<Key, Arc<Counted>>,
    listed: Derived<(Key, WordOptions), Arc<[Word]>>,
    sorted: Derived<(Key, WordOptions, Sort, String), Vec<usize>>,
    scenes: Later<Drawn, Vec<Scene>>,
    list: List,
    chosen: Option<Chosen>,
    places: Places,
    paper: Option<Paper>,
}

/// What there is to show for one frame.
struct Shown<'a> {
    counted: &'a Counted,
    words: &'a [Word],
}

impl Words {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let say = Asking::of(cx.language);
        if cx.project.sources().next().is_none() {
            return empty::no_source_ui(cx, ui);
        }
        let options = self.options(cx);
        let letters: u32 = cx.project.sources().map(|source| source.length).sum();
        let work = if letters > LARGE { Work::Large } else { Work::Small };
        let Some((key, counted)) = self.count(cx, ui, work) else {
            return empty::invitation_ui(cx, ui, say.counting, None);
        };
        let of = (key.clone(), options.clone());
        let listed = Arc::clone(self.listed.get(of, || words::words(&counted, &options).into()));
        self.lay(cx, ui, (&key, &counted, &options, work));
        let shown = Shown { counted: &counted, words: &listed };
        let told = told(say, &shown);
        page::head_ui(cx, ui, (say.words, &told), |ui| self.tools_ui(cx, ui, &shown));
        if listed.is_empty() {
            return empty::invitation_ui(cx, ui, say.no_words, None);
        }
        let tall = ui.available_height();
        if let Some(chosen) = self.chosen.clone() {
            let high = ui.available_height();
            let panel = Panel::bottom("occurrences").default_size(high * 0.4).size_range(120.0..=high * 0.7);
            let frame = egui::Frame::new().fill(cx.palette.paper);
            panel.resizable(true).frame(frame).show(ui, |ui| {
                if self.places.ui(cx, ui, &chosen) {
                    self.chosen = None;
                }
            });
        }
        let wide = (ui.available_width() * 0.42).clamp(300.0, 620.0);
        let side = Panel::right("word list").default_size(wide).size_range(260.0..=900.0);
        side.frame(egui::Frame::new().fill(cx.palette.paper)).show(ui, |ui| {
            let sorted = (key.clone(), options.clone(), self.sort, self.filter.trim().to_lowercase());
            let wanted = sorted.3.clone();
            let order = self.sorted.get(sorted, || list::order(&listed, self.sort, &wanted));
            let chosen = self.chosen.as_ref().map(|chosen| &*chosen.forms);
            if let Some(word) = self.list.ui(cx, ui, (&mut self.filter, &mut self.sort), (&shown, order, chosen)) {
                self.choose(&word);
            }
        });
        // The paper that the places below leave, so that the cloud stays as it is while they are read.
        self.paper = Some(paper(ui.available_width(), tall));
        let scenes = self.scenes.newest().map(Vec::as_slice).unwrap_or_default();
        let chosen = self.chosen.as_ref().map(|chosen| &*chosen.forms);
        if let Some(chosen) = cloud::cloud_ui(cx, ui, scenes, &listed, chosen) {
            self.choose(&chosen);
        }
    }

    fn choose(&mut self, word: &Word) {
        let forms: Arc<[String]> = word.forms.iter().map(|(form, _)| form.clone()).collect();
        self.chosen = Some(Chosen { shown: word.shown.clone(), forms });
    }

    /// How words are counted, with what the study has decided about them.
    fn options(&self, cx: &Cx<'_>) -> WordOptions {
        let WordOptions { groups, left_out, kept, .. } = WordOptions::of(cx.project.lexicon());
        WordOptions { groups, left_out, kept, ..self.options.clone() }
    }

    /// The newest count with what it was counted for.
    fn count(&mut self, cx: &Cx<'_>, ui: &Ui, work: Work) -> Option<(Key, Arc<Counted>)> {
        let project = Arc::clone(cx.session?.project());
        let key = (project.revision(), cx.screen.scope.clone());
        let scope = key.1.clone();
        let name = Asking::of(cx.language).counting;
        let counted = self.counted.get(ui, (key, work, name), move || Arc::new(Counted::of(&scope.chosen(&project))));
        let counted = Arc::clone(counted?);
        Some((self.counted.newest_key()?.clone(), counted))
    }

    /// Lays the cloud of what was counted.
    fn lay(&mut self, cx: &Cx<'_>, ui: &Ui, counted: (&Key, &Arc<Counted>, &WordOptions, Work)) {
        let Some(session) = cx.session else { return };
        let (of, counted, options, work) = counted;
        let paper = self.paper.unwrap_or_else(|| paper(ui.available_width() * 0.58, ui.available_height()));
        let key = (of.clone(), options.clone(), (self.cloud, paper), cx.language);
        let (project, counted, scope) = (Arc::clone(session.project()), Arc::clone(counted), of.1.clone());
        let asked = Options { language: cx.language, words: options.clone(), ..Options::default() };
        let options = figure::Options { paper, asked, cloud: self.cloud, seed: 0 };
        let name = Asking::of(cx.language).drawing;
        self.scenes.get(ui, (key, work, name), move || Cloud.of(&scope.chosen(&project), &counted, &options));
    }
}

/// The paper of the cloud: on its side, unless there is so little width that its words would be small.
fn paper(wide: f32, tall: f32) -> Paper {
    if wide < ON_ITS_SIDE && tall > wide * 0.75 { Paper::Portrait } else { Paper::Landscape }
}

fn told(say: &Asking, shown: &Shown<'_>) -> String {
    let words = count(shown.counted.words(), say.one_word, say.many_words);
    let sources = count(shown.counted.sources(), say.one_source, say.several_sources);
    fill(say.told, &[("words", &words), ("different", &grouped(shown.words.len())), ("sources", &sources)])
}
