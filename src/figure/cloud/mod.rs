//! The word cloud: words as large as they are frequent, packed around the middle of the page.

mod comparison;
mod packing;

use std::collections::HashMap;

pub use self::comparison::ComparisonCloud;
pub use self::packing::Run;
use self::packing::{Places, Wanted, pack};
use super::plate::{EDGE, Plate, most_high, real};
use super::scene::{Align, Ink, Pos, Scene, Shape, Tint, Weight};
use super::{Figure, Options, caption, nothing, type_face};
use crate::analysis::scope::{Chosen, Scope};
use crate::analysis::table::Opens;
use crate::analysis::words::counted::Counted;
use crate::analysis::words::{Word, Words, words};
use crate::analysis::{self, Analysis as _, Heed};
use crate::lang::words::Words as Say;
use crate::lang::{Language, count, fill, grouped};
use crate::model::arrangement::Paper;
use crate::model::code::Hue;
use crate::model::id::CodeId;
use crate::model::project::Project;

/// What the colour of a word says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shades {
    /// Nothing: all words are in the ink of text.
    #[default]
    Plain,
    /// Nothing: the colours of the themes take turns, so that words are told apart.
    Turns,
    /// The theme with which the word is coded most often.
    Codes,
}

/// How a cloud shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CloudOptions {
    /// Which way words run.
    pub run: Run,
    /// What colours say.
    pub shades: Shades,
    /// How many words at most.
    pub most: u16,
    /// Another seed gives another cloud, the same one the same.
    pub seed: u64,
}

impl Default for CloudOptions {
    fn default() -> Self {
        Self { run: Run::default(), shades: Shades::default(), most: 60, seed: 1 }
    }
}

/// The words of a scope.
pub struct Cloud;

/// A word on its way to the page.
#[derive(Clone, Debug)]
struct Drop {
    text: String,
    /// What its area grows with.
    weight: f32,
    ink: Ink,
    opens: Opens,
}

/// Smaller letters are not read in print.
const SMALLEST: f32 = 6.0;
/// Larger ones leave no room for the others.
const LARGEST: f32 = 90.0;

impl Figure for Cloud {
    fn name(&self) -> &'static str {
        "cloud"
    }

    fn title(&self, language: Language) -> &'static str {
        Say::of(language).cloud
    }

    fn method(&self, asked: &analysis::Options) -> String {
        Words.method(asked)
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Words, Heed::Cloud]
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let chosen = scope.chosen(project);
        self.of(&chosen, &Counted::of(&chosen), options)
    }
}

impl Cloud {
    /// Draws the words of a scope that were counted already.
    pub fn of(&self, chosen: &Chosen<'_>, counted: &Counted, options: &Options) -> Vec<Scene> {
        let project = chosen.project();
        let mut listed = words(counted, &options.asked.words);
        let all = listed.len();
        listed.truncate(usize::from(options.cloud.most));
        let (Some(first), Some(last)) = (listed.first(), listed.last()) else { return nothing(self, project, options) };
        let (say, language) = (Say::of(options.asked.language), options.asked.language);
        let middle = listed.get(listed.len() / 2).unwrap_or(last);
        let told = |word: &Word| fill(say.word_count, &[("word", &word.shown), ("n", &grouped(word.count))]);
        let sizes = fill(say.sizes, &[("largest", &told(first)), ("middle", &told(middle)), ("smallest", &told(last))]);
        let shown = fill(say.shown_of, &[("n", &grouped(listed.len())), ("of", &grouped(all))]);
        let inks = inks(project, chosen, &listed, options.cloud.shades);
        let mut plate = Plate::new(options.paper, self.title(language), "");
        let drops = listed.iter().zip(&inks.inks).map(|(word, ink)| Drop {
            text: word.shown.clone(),
            weight: real(word.count),
            ink: *ink,
            opens: word.opens(),
        });
        let (room, high) = (plate.room(), height(options.paper));
        pour(&mut plate, &drops.collect::<Vec<_>>(), &options.cloud, (EDGE, room), high);
        plate.y += high + 6.0;
        let size = told_size(options.paper);
        plate.remark(&format!("{sizes} {shown}"), size);
        inks.legend(&mut plate, say, size);
        let words = count(counted.words(), say.words_one, say.words_many);
        let of = count(counted.sources(), say.sources_one, say.sources_many);
        let told = [sizes, shown, fill(say.out_of, &[("words", &words), ("sources", &of)])].join(" ");
        vec![plate.scene(caption(self, project, &options.asked, &told))]
    }
}

/// The size of what is said below a cloud: letters as large as the smaller words above them.
fn told_size(paper: Paper) -> f32 {
    match paper {
        Paper::Portrait => 8.0,
        Paper::Landscape => 10.0,
    }
}

/// How high a cloud is.
fn height(paper: Paper) -> f32 {
    match paper {
        Paper::Portrait => most_high(paper) * 0.5,
        Paper::Landscape => most_high(paper) * 0.85,
    }
}

/// Draws words between `left` and as far as `width`, below where the plate is: as large as they fit.
fn pour(plate: &mut Plate, drops: &[Drop], options: &CloudOptions, (left, width): (f32, f32), high: f32) {
    let most = drops.iter().map(|drop| drop.weight).fold(0.0, f32::max).max(f32::MIN_POSITIVE);
    // The area of a word grows with its count, so its height grows with the root.
    let sized = |largest: f32| {
        let size = |drop: &Drop| (largest * (drop.weight / most).sqrt()).max(SMALLEST);
        let wanted = drops.iter().enumerate().map(|(place, drop)| Wanted {
            text: &drop.text,
            size: size(drop),
            upright: options.run == Run::Mixed && place % 3 == 2,
        });
        wanted.collect::<Vec<_>>()
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is some hundred points wide")]
    let field = (width.max(0.0) as u16, high.max(0.0) as u16);
    let places = Places::new(field.0, field.1, options.seed);
    // From as large as the words would be if no white were left between them, downwards until they fit.
    let area: f32 =
        drops.iter().map(|drop| type_face::width(&drop.text, 1.0, Weight::SemiBold) * drop.weight / most).sum();
    let roomy = (width * high / area.max(f32::MIN_POSITIVE)).sqrt().clamp(SMALLEST, LARGEST);
    let steps = std::iter::successors(Some(roomy), |size| Some(size * 0.95).filter(|size| *size > SMALLEST));
    let fitting = steps.chain([SMALLEST]).find_map(|size| Some((size, pack(&sized(size), &places)?)));
    let Some((largest, places)) = fitting else { return };
    let y = plate.y;
    for ((drop, wanted), at) in drops.iter().zip(sized(largest)).zip(places) {
        let at = Pos::new(left + at.x, y + at.y);
        let (text, size, weight) = (drop.text.clone(), wanted.size, Weight::SemiBold);
        let (ink, opens) = (drop.ink, drop.opens.clone());
        plate.put(match wanted.upright {
            true => Shape::Upright { at, text, size, weight, ink, opens },
            false => Shape::Text { at, text, size, weight, align: Align::Start, ink, opens },
        });
    }
}

/// The colours of words, and what they say.
struct Inks {
    inks: Vec<Ink>,
    /// The themes that have a colour, and whether some words have none.
    themes: Option<(Vec<(Hue, String)>, bool)>,
}

fn inks(project: &Project, chosen: &Chosen<'_>, listed: &[Word], shades: Shades) -> Inks {
    match shades {
        Shades::Plain => Inks { inks: vec![Ink::Text; listed.len()], themes: None },
        Shades::Turns => {
            let turn =
                |place: usize| Ink::Hue(Hue(u8::try_from(place % usize::from(Hue::COUNT)).unwrap_or(0)), Tint::Full);
            Inks { inks: (0..listed.len()).map(turn).collect(), themes: None }
        }
        Shades::Codes => {
            let themes = themes(project, chosen, listed);
            let hue = |theme: CodeId| project.codebook().hue(theme).0;
            let ink = |theme: &Option<CodeId>| theme.map_or(Ink::Muted, |theme| Ink::Hue(hue(theme), Tint::Full));
            let tops = project.codebook().children(None).iter();
            let used = tops.filter(|top| themes.contains(&Some(**top)));
            let named = used.map(|top| (hue(*top), project.code_name(*top).unwrap_or_default().to_owned()));
            Inks { inks: themes.iter().map(ink).collect(), themes: Some((named.collect(), themes.contains(&None))) }
        }
    }
}

/// The code at the top of the tree under which each word is coded most often.
fn themes(project: &Project, chosen: &Chosen<'_>, listed: &[Word]) -> Vec<Option<CodeId>> {
    let place_of: HashMap<&str, usize> = listed
        .iter()
        .enumerate()
        .flat_map(|(at, word)| word.forms.iter().map(move |(form, _)| (form.as_str(), at)))
        .collect();
    let mut tallies: Vec<HashMap<CodeId, usize>> = vec![HashMap::new(); listed.len()];
    for coding in chosen.codings() {
        let Some(text) = project.source(coding.source).and_then(|source| source.text.as_ref()) else { continue };
        let top = project.codebook().ancestors(coding.code).last().map_or(coding.code, |top| top.id);
        let vocabulary = text.vocabulary();
        let within = text.words().between(coding.span.start(), coding.span.end());
        for token in vocabulary.tokens().get(within).unwrap_or_default() {
            let form = vocabulary.forms().get(*token as usize);
            let word = form.and_then(|form| place_of.get(&*form.small));
            if let Some(tally) = word.and_then(|word| tallies.get_mut(*word)) {
                *tally.entry(top).or_insert(0) += 1;
            }
        }
    }
    let tops = project.codebook().children(None);
    let most = |tally: &HashMap<CodeId, usize>| {
        let counted = tops.iter().rev().filter_map(|top| Some((tally.get(top)?, *top)));
        counted.max_by_key(|(count, _)| **count).map(|(_, top)| top)
    };
    tallies.iter().map(most).collect()
}

impl Inks {
    fn legend(&self, plate: &mut Plate, say: &Say, size: f32) {
        let Some((themes, some_without)) = &self.themes else { return };
        plate.remark(if *some_without { say.coloured_some_grey } else { say.coloured }, size);
        let (mut x, step) = (EDGE, size + 3.5);
        plate.y += step;
        for (hue, name) in themes {
            let shown = type_face::shortened(name, plate.room() - 12.0, size, Weight::Regular);
            let wide = 12.0 + type_face::width(&shown, size, Weight::Regular);
            if x + wide > EDGE + plate.room() && x > EDGE {
                (x, plate.y) = (EDGE, plate.y + step);
            }
            let ink = Ink::Hue(*hue, Tint::Full);
            plate.block(Pos::new(x, plate.y - 6.0), super::scene::Size::new(7.0, 7.0), ink, Opens::Nothing);
            plate.words(Pos::new(x + 10.0, plate.y), &shown, (size, Weight::Regular), Align::Start, Ink::Text);
            x += wide + 8.0;
        }
    }
}
