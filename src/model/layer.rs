//! Layers: a project as those who code twice have agreed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::coding::Coding;
use super::double_coding::{Answer, matches};
use super::id::CodingId;
use super::project::Project;

/// Whose codings are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// What each coder has coded.
    #[default]
    Each,
    /// Where words were coded twice, what the coders have agreed on; elsewhere, what each has coded.
    Agreed,
}

/// Sets the layer apart from the project it is made of, for whoever keeps what was derived from either.
const AGREED: u64 = 1 << 63;

impl Project {
    /// The project with only the codings of a layer. Where nothing has been coded twice both are the same.
    pub fn layer(&self, layer: Layer) -> &Self {
        let unveiled = || self.rounds.values().any(|round| round.unveiled.is_some());
        match layer {
            Layer::Agreed if self.revision & AGREED == 0 && unveiled() => {
                self.agreed.get_or_init(|| Arc::new(agreed(self)))
            }
            Layer::Each | Layer::Agreed => self,
        }
    }

    fn without_codings(&self, gone: &BTreeSet<CodingId>) -> Self {
        let mut left = self.clone();
        left.agreed = Default::default();
        for id in gone {
            left.take_out(*id);
        }
        left
    }
}

/// In each round that was unveiled: what all have alike once, as its first coder has it; what was settled as it was settled;
/// nothing where they have not agreed yet. A coding that several rounds are about counts where all of them count it.
fn agreed(project: &Project) -> Project {
    let (mut gone, mut new) = (BTreeSet::new(), Vec::new());
    for round in project.rounds.values().filter(|round| round.unveiled.is_some()) {
        for one in matches(project, round) {
            let answer = one.answer(project, round).map(|settled| (settled.answer, settled.by, settled.made_ms));
            let counts = |coder: usize| match answer {
                Some((Answer::Of(chosen), ..)) => round.coders.get(coder) == Some(&chosen),
                Some((Answer::All, ..)) => true,
                Some((Answer::Neither | Answer::Bounds(..) | Answer::Discuss, ..)) => false,
                None => one.agreed && coder == 0,
            };
            for (coder, codings) in one.codings.iter().enumerate() {
                gone.extend(codings.iter().filter(|_| !counts(coder)));
            }
            if let Some((Answer::Bounds(id, at), coder, made_ms)) = answer
                && let Some(span) = project.source(one.source).and_then(|source| source.resolve(at))
            {
                new.push(Coding { id, code: one.code, source: one.source, at, span, coder, made_ms });
            }
        }
    }
    let mut left = project.without_codings(&gone);
    for coding in new {
        if left.coding(coding.id).is_none() {
            left.put_in(coding);
        }
    }
    left.revision |= AGREED;
    left
}
