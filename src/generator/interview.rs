//! Interview: a made-up conversation, and the places in it that are worth a code.

use super::speech::{Speech, Voice};
use crate::analysis::chance::Chance;
use crate::model::source::{Role, Speaker, Turn};
use crate::model::span::Span;
use crate::text::tongue::Tongue;

/// How many turns at the start are about the weather and the sound.
const SMALL_TALK: usize = 3;
/// How long a word takes to say, in ms.
const WORD_MS: usize = 400;
/// The longest passage that is coded, in sentences.
const LONGEST: usize = 4;

/// A made-up interview.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Its text, a turn a line.
    pub text: String,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Who says what when.
    pub turns: Vec<Turn>,
    /// The words said before the matter is come to.
    pub small_talk: Option<Span>,
    /// Where each word stands, in Unicode scalars.
    words: Vec<(u32, u32)>,
    /// What informants say after the small talk.
    sentences: Vec<Sentence>,
}

/// A sentence by its first and its last word.
#[derive(Clone, Copy, Debug)]
struct Sentence {
    first: usize,
    last: usize,
    turn: usize,
}

impl Interview {
    /// Makes the interview of this number up, of just so many words.
    pub fn new(speech: &Speech, number: usize, words: usize, chance: &mut Chance) -> Self {
        let (tongue, voices) = speech.text(number);
        let asks = if tongue == Tongue::English { "Interviewer" } else { "Intervjuer" };
        let speaker = |name: &str, role| Speaker { name: name.to_owned(), role };
        let speakers =
            vec![speaker(asks, Role::Interviewer), speaker(&format!("Informant {}", number + 1), Role::Informant)];
        let (text, turns, small_talk) = (String::with_capacity(words * 6), Vec::new(), None);
        let mut made = Self { text, speakers, turns, small_talk, words: Vec::new(), sentences: Vec::new() };
        let mut at = 0;
        while made.words.len() < words {
            let informant = made.turns.len() % 2 == 1;
            let voice = if informant { &voices.informant } else { &voices.interviewer };
            at = made.say(voice, informant, words, at, chance);
        }
        // A new line stands between turns, not after the last.
        made.text.pop();
        let talk = made.turns.get(SMALL_TALK - 1).filter(|_| made.turns.len() > 2 * SMALL_TALK);
        made.small_talk = talk.and_then(|last| Span::new(0, last.span.end()));
        made
    }

    /// Adds a turn that starts at `at`, and gives where the next one does.
    fn say(&mut self, voice: &Voice, informant: bool, words: usize, mut at: u32, chance: &mut Chance) -> u32 {
        let (start, begun) = (at, self.words.len());
        for _ in 0..voice.sentences(chance) {
            let left = words - self.words.len();
            if left == 0 {
                break;
            }
            let first = self.words.len();
            for word in voice.sentence(left, chance).into_iter().take(left) {
                let length = u32::try_from(word.chars().count()).unwrap_or(0);
                self.words.push((at, at + length));
                self.text.push_str(&word);
                self.text.push(' ');
                at += length + 1;
            }
            if informant && self.turns.len() >= SMALL_TALK {
                self.sentences.push(Sentence { first, last: self.words.len() - 1, turn: self.turns.len() });
            }
        }
        self.text.pop();
        self.text.push('\n');
        // Whole seconds, as transcripts have them.
        let start_ms = u32::try_from(begun * WORD_MS / 1000 * 1000).ok();
        let span = Span::new(start, at - 1).expect("a sentence has a word, and a word a letter");
        self.turns.push(Turn { span, speaker: Some(u16::from(informant)), start_ms });
        at
    }

    /// Words that somebody might code: a sentence or some within a turn, or a part of one; none in an interview that does
    /// not get beyond small talk.
    pub fn passage(&self, chance: &mut Chance) -> Option<Span> {
        let from = chance.below(self.sentences.len());
        let first = self.sentences.get(from)?;
        if chance.below(5) == 0 {
            let start = first.first + chance.below(first.last + 1 - first.first);
            let end = start + chance.below(first.last + 1 - start);
            return self.span(start, end);
        }
        let mut last = first;
        for sentence in self.sentences.iter().skip(from + 1).take(LONGEST - 1) {
            if sentence.turn != first.turn || chance.below(2) == 0 {
                break;
            }
            last = sentence;
        }
        self.span(first.first, last.last)
    }

    /// Where one of its words stands, without what stands beside it; none where there is no word but a dash.
    pub fn word(&self, chance: &mut Chance) -> Option<Span> {
        let (start, end) = *self.words.get(chance.below(self.words.len()))?;
        let word: Vec<char> = self.text.chars().skip(start as usize).take((end - start) as usize).collect();
        let letter = |c: &char| c.is_alphanumeric();
        let (first, last) = (word.iter().position(letter)?, word.iter().rposition(letter)?);
        Span::new(start + u32::try_from(first).ok()?, start + u32::try_from(last).ok()? + 1)
    }

    fn span(&self, first: usize, last: usize) -> Option<Span> {
        Span::new(self.words.get(first)?.0, self.words.get(last)?.1)
    }
}
