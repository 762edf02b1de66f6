//! Speech: how the people of the sample speak, and new sentences in their words.

use std::collections::BTreeMap;

use crate::analysis::chance::Chance;
use crate::model::project::Project;
use crate::model::source::Role;
use crate::text::bounds::sentences;
use crate::text::language::detect;
use crate::text::tongue::Tongue;

/// A sentence that finds no end is ended after so many words.
const LONGEST: usize = 45;
/// One word in so many is where a sentence may go over into another one that has the same word.
const CROSSINGS: usize = 4;
/// One long word in so many becomes part of a longer one, as words do in Norwegian: so that a study of more words has more
/// different words, most of which come once.
const COMPOUNDS: usize = 30;
const LONG: usize = 7;
const FIRST_PARTS: [&str; 32] = [
    "arbeids",
    "bedrifts",
    "bransje",
    "distrikts",
    "eksport",
    "energi",
    "fag",
    "forsknings",
    "framtids",
    "havne",
    "industri",
    "kjerne",
    "klynge",
    "kommune",
    "kunde",
    "kunnskaps",
    "leverandør",
    "lærings",
    "markeds",
    "medlems",
    "nettverks",
    "nærings",
    "produksjons",
    "prosjekt",
    "region",
    "samarbeids",
    "sensor",
    "styre",
    "teknologi",
    "tillits",
    "utviklings",
    "vekst",
];

/// How one side of an interview speaks.
#[derive(Clone, Debug, Default)]
pub struct Voice {
    tongue: Option<Tongue>,
    /// Every word that was said, in order, with what stands beside it.
    words: Vec<String>,
    /// Whether a sentence ends with it.
    ends: Vec<bool>,
    /// Where sentences start.
    starts: Vec<usize>,
    /// Which different word it is.
    kinds: Vec<usize>,
    /// All places where each different word is said.
    places: Vec<Vec<usize>>,
    /// How many sentences each turn has.
    turns: Vec<usize>,
}

impl Voice {
    fn listen(&mut self, said: &[&str]) {
        self.turns.push(said.len());
        for sentence in said {
            self.starts.push(self.words.len());
            self.words.extend(sentence.split_whitespace().map(str::to_owned));
            self.ends.resize(self.words.len(), false);
            if let Some(last) = self.ends.last_mut() {
                *last = true;
            }
        }
    }

    fn link(&mut self) {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, word) in self.words.iter().enumerate() {
            places.entry(word).or_default().push(at);
        }
        let places: Vec<Vec<usize>> = places.into_values().collect();
        self.kinds = vec![0; self.words.len()];
        for (kind, places) in places.iter().enumerate() {
            places.iter().for_each(|at| self.kinds[*at] = kind);
        }
        self.places = places;
    }

    /// How many sentences a turn has.
    pub fn sentences(&self, chance: &mut Chance) -> usize {
        self.turns[chance.below(self.turns.len())].max(1)
    }

    /// A sentence that nobody has said: it goes along one that somebody has, and crosses over to another where both have
    /// the same word. It ends after `most` words.
    pub fn sentence(&self, most: usize, chance: &mut Chance) -> Vec<String> {
        let most = most.clamp(1, LONGEST);
        let mut at = self.starts[chance.below(self.starts.len())];
        let mut said = Vec::new();
        loop {
            said.push(self.word(at, chance));
            if self.ends[at] {
                return said;
            }
            if said.len() >= most {
                break;
            }
            if chance.below(CROSSINGS) == 0 {
                let same = &self.places[self.kinds[at]];
                at = same[chance.below(same.len())];
                if self.ends[at] {
                    return said;
                }
            }
            at += 1;
        }
        if let Some(last) = said.last_mut() {
            last.truncate(last.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
            last.push('.');
        }
        said
    }

    /// Some words that follow each other in one sentence, in small letters and without what stands beside them.
    pub fn in_vivo(&self, words: usize, chance: &mut Chance) -> String {
        let start = self.starts[chance.below(self.starts.len())];
        let end = (start..).find(|at| self.ends[*at]).unwrap_or(start);
        let from = start + chance.below((end + 1 - start).saturating_sub(words) + 1);
        let kept = self.words[from..=end.min(from + words - 1)].iter().map(|word| bare(word).to_lowercase());
        kept.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A word without what stands beside it.
    pub fn single(&self, chance: &mut Chance) -> &str {
        bare(&self.words[chance.below(self.words.len())])
    }

    fn word(&self, at: usize, chance: &mut Chance) -> String {
        let word = &self.words[at];
        let plain = |word: &str| bare(word).chars().all(char::is_lowercase) && bare(word).chars().count() >= LONG;
        let may_grow = self.tongue == Some(Tongue::Bokmal) && word.starts_with(char::is_lowercase) && plain(word);
        if may_grow && chance.below(COMPOUNDS) == 0 {
            return format!("{}{word}", FIRST_PARTS[chance.below(FIRST_PARTS.len())]);
        }
        word.clone()
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// How interviewers and informants speak, in one language.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    /// Who asks.
    pub interviewer: Voice,
    /// Who answers.
    pub informant: Voice,
}

/// How the people of a study speak.
#[derive(Clone, Debug)]
pub struct Speech {
    /// One for each text of the study, in the order of their titles: the voices of its language.
    texts: Vec<Tongue>,
    voices: BTreeMap<Tongue, Voices>,
}

impl Speech {
    /// Listens to a study; `None` where there is no language in which both sides say something.
    pub fn of(sample: &Project) -> Option<Self> {
        let mut sources: Vec<_> = sample.sources().collect();
        sources.sort_by(|a, b| a.title.cmp(&b.title));
        let (mut texts, mut voices) = (Vec::new(), BTreeMap::<Tongue, Voices>::new());
        for source in sources {
            let Some(text) = &source.text else { continue };
            let tongue = detect(text.as_str(), None).unwrap_or(Tongue::Bokmal);
            texts.push(tongue);
            let voices = voices.entry(tongue).or_default();
            for turn in source.turns.iter() {
                let said = sentences(text, &(turn.span.start()..turn.span.end()));
                let said: Vec<&str> = said.iter().map(|at| text.slice(at.start, at.end).trim()).collect();
                let said: Vec<&str> = said.into_iter().filter(|said| !said.is_empty()).collect();
                let speaker = turn.speaker.and_then(|speaker| source.speakers.get(usize::from(speaker)));
                match speaker.map(|speaker| speaker.role) {
                    Some(Role::Interviewer) => voices.interviewer.listen(&said),
                    _ => voices.informant.listen(&said),
                }
            }
        }
        voices.retain(|_, voices| !voices.interviewer.words.is_empty() && !voices.informant.words.is_empty());
        texts.retain(|tongue| voices.contains_key(tongue));
        for (tongue, voices) in &mut voices {
            for voice in [&mut voices.interviewer, &mut voices.informant] {
                voice.tongue = Some(*tongue);
                voice.link();
            }
        }
        (!texts.is_empty()).then_some(Self { texts, voices })
    }

    /// The language and the voices of the text of this number: as in the study that was listened to, over and over.
    pub fn text(&self, number: usize) -> (Tongue, &Voices) {
        let tongue = self.texts[number % self.texts.len()];
        (tongue, &self.voices[&tongue])
    }
}
