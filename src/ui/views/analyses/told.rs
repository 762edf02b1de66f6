//! What something opens, in words.

use std::collections::BTreeSet;

use crate::analysis::table::{Key, Opens};
use crate::lang::analyses::AnalysesWords;
use crate::lang::rooms::Rooms;
use crate::lang::{Language, count, fill};
use crate::model::project::Project;

/// More names than these are counted instead.
const NAMES: usize = 2;

/// The codes, sources and words that are behind something.
pub(super) fn told(project: &Project, opens: &Opens, language: Language) -> String {
    let keyed = |keys: &[Key]| keys.iter().map(|key| of_key(project, key)).collect::<Vec<_>>();
    let parts = match opens {
        Opens::Nothing => Vec::new(),
        Opens::Source(source) => keyed(&[Key::Source(*source)]),
        Opens::Codings(keys) => keyed(keys),
        Opens::Listed(codings) => {
            let known: Vec<_> = codings.iter().filter_map(|id| project.coding(*id)).collect();
            let codes: BTreeSet<&str> = known.iter().filter_map(|coding| project.code_name(coding.code)).collect();
            let sources: BTreeSet<&str> =
                known.iter().filter_map(|coding| Some(project.source(coding.source)?.title.as_str())).collect();
            let words = Rooms::of(language);
            vec![few(&codes, (words.one_code, words.many_codes)), few(&sources, (words.one_source, words.many_sources))]
        }
        Opens::Spans(spans) => match spans.as_ref() {
            [(source, span)] => {
                let source = project.source(*source);
                source.map(|source| source.quote(*span).to_owned()).into_iter().collect()
            }
            spans => {
                let words = AnalysesWords::of(language);
                vec![count(spans.len(), words.one_place, words.many_places)]
            }
        },
        Opens::Words(forms) => vec![forms.join(", ")],
        Opens::WordsAt(forms, keys) => std::iter::once(forms.join(", ")).chain(keyed(keys)).collect(),
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn few(names: &BTreeSet<&str>, (one, many): (&str, &str)) -> String {
    match names.len() {
        few if few <= NAMES => names.iter().copied().collect::<Vec<_>>().join(", "),
        n => count(n, one, many),
    }
}

fn of_key(project: &Project, key: &Key) -> String {
    match key {
        Key::Source(source) => project.source(*source).map_or(String::new(), |source| source.title.clone()),
        Key::Speaker(name) => name.clone(),
        Key::Case(case) => project.case(*case).map_or(String::new(), |case| case.name.clone()),
        Key::Value(attribute, value) => {
            let name = project.attribute(*attribute).map_or("", |attribute| attribute.name.as_str());
            fill("{name}: {value}", &[("name", &name), ("value", &value)])
        }
        Key::Code(code, _) => project.code_name(*code).unwrap_or_default().to_owned(),
        Key::Coder(coder) => project.coder_name(*coder).to_owned(),
    }
}
