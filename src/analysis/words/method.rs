//! How words were counted, as a chapter on methods says it.

use super::options::{Compounds, Grouping, Numbers, StopLists, WordOptions};
use crate::lang::words::Words as Say;
use crate::lang::{Language, fill};

/// Says how words were counted, by what was asked for.
pub(in crate::analysis) fn method(options: &WordOptions, language: Language) -> String {
    let say = Say::of(language);
    let listed = |words: &mut dyn Iterator<Item = &String>| {
        words.map(|word| say.quoted.replace("{word}", word)).collect::<Vec<_>>().join(", ")
    };
    let mut parts = vec![say.counted.to_owned()];
    parts.push(match options.grouping {
        Grouping::Stem => say.by_stem.to_owned(),
        Grouping::Form => say.by_form.to_owned(),
    });
    if options.stop_lists == StopLists::Used {
        parts.push(say.stop_lists.to_owned());
        if !options.kept.is_empty() {
            parts.push(fill(say.kept, &[("words", &listed(&mut options.kept.iter()))]));
        }
    }
    if !options.left_out.is_empty() {
        parts.push(fill(say.left_out, &[("words", &listed(&mut options.left_out.iter()))]));
    }
    if options.numbers == Numbers::Out {
        parts.push(say.no_numbers.to_owned());
    }
    if options.min_letters > 1 {
        parts.push(fill(say.min_letters, &[("n", &options.min_letters)]));
    }
    if options.compounds == Compounds::Parts {
        parts.push(say.parts.to_owned());
    }
    for group in &options.groups {
        parts.push(fill(say.group, &[("words", &listed(&mut group.iter()))]));
    }
    parts.push(say.share.to_owned());
    parts.join(" ")
}
