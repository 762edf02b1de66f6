//! The codebook of a made-up study: that of the sample, and below its categories names taken from what was said.

use std::collections::{BTreeMap, BTreeSet};

use super::speech::Speech;
use crate::analysis::chance::Chance;
use crate::journal::event::{Event, FreeText};
use crate::model::code::{CodeKind, Hue, Origin, Place};
use crate::model::id::CodeId;
use crate::model::project::Project;

/// How many words a name has that was taken from what was said.
const WORDS: usize = 3;

/// The codes of a study, from the most used to the least.
#[derive(Clone, Debug)]
pub struct Codes {
    ids: Vec<CodeId>,
    /// For each the sum of the weights up to it.
    sums: Vec<u64>,
}

/// A code that is to be made.
struct Wanted<'a> {
    parent: Option<CodeId>,
    kind: CodeKind,
    hue: Option<Hue>,
    name: &'a str,
    description: &'a str,
}

impl Codes {
    /// Makes so many codes up, and gives what happened, a gesture each.
    pub fn new(sample: &Project, speech: &Speech, codes: usize, chance: &mut Chance) -> (Self, Vec<Vec<Event>>) {
        let mut made = Making::default();
        let book = sample.codebook();
        let mut rows = book.rows();
        // What is above comes first, so that a small codebook has all of the themes.
        rows.sort_by_key(|row| row.depth);
        let mut known = BTreeMap::new();
        for code in rows.iter().filter_map(|row| book.code(row.code)).take(codes) {
            let parent = code.parent.and_then(|parent| known.get(&parent).copied());
            let (name, description) = (code.name.as_str(), code.description.as_str());
            let wanted = Wanted { parent, kind: code.kind, hue: code.hue, name, description };
            known.insert(code.id, made.make(&wanted, chance));
        }
        while made.ids.len() < codes {
            let (_, voices) = speech.text(0);
            let tries = (0..50).map(|tried| voices.informant.in_vivo(WORDS + tried / 10, chance));
            let taken = |name: &String| name.is_empty() || made.names.contains(name);
            let free = tries.into_iter().find(|name| !taken(name));
            let name = free.unwrap_or_else(|| format!("kode {}", made.ids.len() + 1));
            let parent = made.groups.get(chance.below(made.groups.len())).copied();
            made.make(&Wanted { parent, kind: CodeKind::Code, hue: None, name: &name, description: "" }, chance);
        }
        (made.ranked(chance), made.gestures)
    }

    /// A code: the most used one twice as often as the second, three times as often as the third, and so on (Zipf).
    pub fn pick(&self, chance: &mut Chance) -> CodeId {
        let all = self.sums.last().copied().unwrap_or(1);
        let drawn = u64::try_from((u128::from(chance.draw()) * u128::from(all)) >> 64).unwrap_or(0);
        let rank = self.sums.partition_point(|sum| *sum <= drawn);
        self.ids[rank.min(self.ids.len() - 1)]
    }
}

#[derive(Default)]
struct Making {
    ids: Vec<(CodeId, CodeKind)>,
    /// What other codes may stand under: the categories.
    groups: Vec<CodeId>,
    names: BTreeSet<String>,
    places: BTreeMap<Option<CodeId>, Place>,
    gestures: Vec<Vec<Event>>,
}

impl Making {
    fn make(&mut self, wanted: &Wanted<'_>, chance: &mut Chance) -> CodeId {
        let Wanted { parent, kind, hue, name, description } = *wanted;
        let code = CodeId::new(super::study::bits(chance));
        let place = Place::between(self.places.get(&parent), None);
        self.places.insert(parent, place.clone());
        self.names.insert(name.to_lowercase());
        self.ids.push((code, kind));
        if kind == CodeKind::Category {
            self.groups.push(code);
        }
        let origin = if kind == CodeKind::Code { Origin::Data } else { Origin::Theory };
        let name = FreeText::new(name);
        let mut events = vec![Event::CodeCreated { code, parent, place, kind, origin, hue, name }];
        if !description.is_empty() {
            events.push(Event::CodeDescribed { code, description: FreeText::new(description) });
        }
        self.gestures.push(events);
        code
    }

    /// The codes in an order that chance gives, and after them what groups them: that is applied seldom.
    fn ranked(&self, chance: &mut Chance) -> Codes {
        let mut ids: Vec<(CodeId, CodeKind)> = self.ids.clone();
        for at in (1..ids.len()).rev() {
            ids.swap(at, chance.below(at + 1));
        }
        ids.sort_by_key(|(_, kind)| *kind != CodeKind::Code);
        let mut sum = 0;
        let sums = (1..=ids.len() as u64).map(|rank| {
            sum += (1 << 40) / rank;
            sum
        });
        Codes { sums: sums.collect(), ids: ids.into_iter().map(|(id, _)| id).collect() }
    }
}
