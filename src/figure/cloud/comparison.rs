//! The comparison cloud: what one part of a study says more than another, and what the other says more, side by side.

use super::{Drop, height, pour, told_size};
use crate::analysis::comparison::{Compared, Comparison, compared, sides};
use crate::analysis::scope::Scope;
use crate::analysis::{self, Analysis as _, Heed};
use crate::figure::plate::{EDGE, Plate};
use crate::figure::scene::{Align, Ink, Pos, Scene, Weight};
use crate::figure::{Figure, Options, caption, nothing};
use crate::lang::words::Words as Say;
use crate::lang::{Language, fill, grouped};
use crate::model::project::Project;

/// Two parts of a study by the words in which they differ.
pub struct ComparisonCloud;

/// Below this the difference may well be chance: p ≥ 0.05 with one degree of freedom.
const SURPRISING: f64 = 3.84;
/// White between the two.
const GAP: f32 = 14.0;

impl Figure for ComparisonCloud {
    fn name(&self) -> &'static str {
        "comparison-cloud"
    }

    fn title(&self, language: Language) -> &'static str {
        Say::of(language).comparison_cloud
    }

    fn method(&self, asked: &analysis::Options) -> String {
        format!("{} {}", Say::of(asked.language).surprising, Comparison.method(asked))
    }

    fn heeds(&self) -> &'static [Heed] {
        &[Heed::Against, Heed::Words, Heed::Cloud]
    }

    fn draw(&self, project: &Project, scope: &Scope, options: &Options) -> Vec<Scene> {
        let (here, there) = sides(project, scope, options.asked.against.as_ref());
        let rows = compared(&here, &there, &options.asked.words);
        let differ = |more: bool| {
            let rows = rows.iter().filter(move |one| one.likelihood >= SURPRISING && (one.ratio > 0.0) == more);
            rows.take(usize::from(options.cloud.most) / 2).collect::<Vec<_>>()
        };
        let (more, less) = (differ(true), differ(false));
        if more.is_empty() && less.is_empty() {
            return nothing(self, project, options);
        }
        let say = Say::of(options.asked.language);
        let mut plate = Plate::new(options.paper, self.title(options.asked.language), "");
        let half = (plate.room() - GAP) / 2.0;
        let (high, top) = (height(options.paper), plate.y);
        let mut told = Vec::new();
        for (rows, left, head) in [(&more, EDGE, say.more_first), (&less, EDGE + half + GAP, say.more_second)] {
            plate.y = top + 10.0;
            plate.words(Pos::new(left, plate.y), head, (8.0, Weight::SemiBold), Align::Start, Ink::Muted);
            plate.y += 6.0;
            #[expect(clippy::cast_possible_truncation, reason = "letters need few digits")]
            let drop = |one: &&Compared| Drop {
                text: one.word.shown.clone(),
                weight: one.likelihood as f32,
                ink: Ink::Text,
                opens: one.word.opens(),
            };
            pour(&mut plate, &rows.iter().map(drop).collect::<Vec<_>>(), &options.cloud, (left, half), high);
            let strongest = rows.iter().take(3).map(|one| {
                let counts = (grouped(one.here), grouped(one.there));
                fill(say.against, &[("word", &one.word.shown), ("here", &counts.0), ("there", &counts.1)])
            });
            if !rows.is_empty() {
                told.push(fill(
                    say.strongest,
                    &[("part", &head), ("words", &strongest.collect::<Vec<_>>().join(", "))],
                ));
            }
        }
        let middle = EDGE + half + GAP / 2.0;
        plate.rule(Pos::new(middle, top + 4.0), Pos::new(middle, top + 16.0 + high));
        plate.y = top + 22.0 + high;
        let sizes = say.sizes_likelihood.to_owned();
        let words = (grouped(here.words()), grouped(there.words()));
        let of = fill(say.sizes_of_parts, &[("here", &words.0), ("there", &words.1)]);
        let told = [sizes, told.join(" "), of].join(" ");
        plate.remark(&told, told_size(options.paper));
        vec![plate.scene(caption(self, project, &options.asked, &told))]
    }
}
