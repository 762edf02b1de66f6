//! Study: how a made-up study comes to be, interview by interview, in the order in which people work.

use std::collections::BTreeSet;

use super::codebook::Codes;
use super::interview::Interview;
use super::speech::Speech;
use super::{Gesture, Plan, Teller};
use crate::analysis::chance::Chance;
use crate::journal::edit::sources::{source_id, text_hash};
use crate::journal::event::{Event, FreeText, Inserted, SpeakerNamed};
use crate::journal::template::Template;
use crate::model::anchor::{Anchor, AnchoredSpan};
use crate::model::exclusion::Reason;
use crate::model::id::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, ExclusionId, LogId, MemoId, ProjectId, RunId, SourceId,
};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::source::Speaker;
use crate::model::span::Span;

/// A Monday in January 2025, at eight.
const MORNING_MS: u64 = 1_736_150_400_000;
const DAY_MS: u64 = 86_400_000;
/// How long people work in a day.
const WORK_MS: u64 = 27_000_000;
/// How many days of work a study takes at the most, so that no made-up study reaches into the future.
const MOST_DAYS: u64 = 200;
/// How long a gesture takes at the most.
const GESTURE_MS: u64 = 24_000;
/// How often a passage is looked for that this coder has not given this code yet.
const TRIES: usize = 50;
/// What a made-up study is called.
pub const NAME: &str = "Oppdiktet klyngestudie";
/// Who codes; more of them are numbered.
const NAMES: [&str; 4] = ["Kari Nordmann", "Ola Hansen", "Siri Berg", "Amina Yusuf"];

/// 128 bits by chance.
pub(super) fn bits(chance: &mut Chance) -> u128 {
    u128::from(chance.draw()) << 64 | u128::from(chance.draw())
}

/// Tells a made-up study to whoever writes it: in the language of the sample, the same for the same seed. `None` where
/// nobody speaks in the sample.
pub fn tell<T: Teller>(sample: &Project, plan: Plan, seed: u64, teller: &mut T) -> Option<Result<ProjectId, T::Error>> {
    let speech = Speech::of(sample)?;
    let mut chance = Chance::new(seed);
    let coders: Vec<CoderId> = (0..plan.coders.max(1)).map(|_| CoderId::new(bits(&mut chance))).collect();
    let hands: Vec<(CoderId, LogId)> = coders.iter().map(|coder| (*coder, LogId::new(bits(&mut chance)))).collect();
    let (codes, tree) = Codes::new(sample, &speech, plan.codes.max(1), &mut chance);
    let begun = Template::Empty.events(NAME, coders[0], NAMES[0], &mut || bits(&mut chance));
    let project = begun.iter().find_map(|event| match event {
        Event::ProjectCreated { project, .. } => Some(*project),
        _ => None,
    })?;
    if let Err(error) = teller.begin(project, &hands) {
        return Some(Err(error));
    }
    let gestures = plan.codings * 4 / 3 + plan.texts * 20 + plan.codes;
    let pace_ms = (WORK_MS * MOST_DAYS / gestures.max(1) as u64).clamp(1, GESTURE_MS / 2) * 2;
    let behind = vec![false; coders.len()];
    let mut desk = Desk { teller, chance, plan, coders, behind, ms: MORNING_MS, pace_ms };
    Some(desk.tell_all(sample, (&speech, &codes), project, begun, tree).map(|()| project))
}

/// What the work rests on.
struct Desk<'t, T> {
    teller: &'t mut T,
    chance: Chance,
    plan: Plan,
    coders: Vec<CoderId>,
    /// Whether each coder has read what the others said, and not yet told so.
    behind: Vec<bool>,
    ms: u64,
    pace_ms: u64,
}

/// A source that is being coded.
struct Open {
    number: usize,
    source: SourceId,
    case: CaseId,
    interview: Interview,
    codings: Vec<Mark>,
    taken: BTreeSet<(usize, CodeId, Span)>,
}

/// A coding that stands.
#[derive(Clone, Copy)]
struct Mark {
    coding: CodingId,
    coder: usize,
    code: CodeId,
    span: Span,
}

impl<T: Teller> Desk<'_, T> {
    fn tell_all(
        &mut self,
        sample: &Project,
        (speech, codes): (&Speech, &Codes),
        project: ProjectId,
        begun: Vec<Event>,
        tree: Vec<Vec<Event>>,
    ) -> Result<(), T::Error> {
        self.say(0, begun)?;
        for (coder, id) in self.coders.clone().into_iter().enumerate().skip(1) {
            let name = NAMES.get(coder).map_or_else(|| format!("Koder {}", coder + 1), |name| (*name).to_owned());
            self.say(coder, vec![Event::CoderNamed { coder: id, name: FreeText::new(name) }])?;
        }
        for events in tree {
            self.say(0, events)?;
        }
        let columns = self.columns(sample)?;
        for number in 0..self.plan.texts {
            let mut open = self.bring(speech, project, number, &columns)?;
            self.behind.fill(true);
            self.code(&mut open, codes)?;
            self.think_again(&mut open, codes)?;
            self.remark(&open, speech, codes)?;
        }
        Ok(())
    }

    /// Says something in the name of a coder, some seconds after what was said last, or the next morning.
    fn say(&mut self, coder: usize, events: Vec<Event>) -> Result<(), T::Error> {
        self.say_with(coder, events, None)
    }

    fn say_with(&mut self, coder: usize, events: Vec<Event>, text: Option<String>) -> Result<(), T::Error> {
        let pace = usize::try_from(self.pace_ms).unwrap_or(1);
        self.ms += 1 + self.chance.below(pace) as u64;
        if (self.ms - MORNING_MS) % DAY_MS > WORK_MS {
            let days = (self.ms - MORNING_MS) / DAY_MS + 1;
            // Nobody works on a Saturday.
            self.ms = MORNING_MS + (if days % 7 == 5 { days + 2 } else { days }) * DAY_MS;
        }
        let caught_up = std::mem::take(&mut self.behind[coder]);
        let gesture = Gesture { coder, ms: self.ms, caught_up, events, text };
        let chance = &mut self.chance;
        self.teller.tell(gesture, &mut || bits(chance))
    }

    /// The attributes of the sample, each with the values that its cases have.
    fn columns(&mut self, sample: &Project) -> Result<Vec<(AttributeId, Vec<String>)>, T::Error> {
        let mut columns = Vec::new();
        for known in sample.attributes() {
            let attribute = AttributeId::new(bits(&mut self.chance));
            let name = FreeText::new(known.name.as_str());
            self.say(0, vec![Event::AttributeCreated { attribute, kind: known.kind, name }])?;
            let values = sample.cases().into_iter().filter_map(|case| case.values.get(&known.id).cloned());
            columns.push((attribute, values.collect()));
        }
        Ok(columns)
    }

    /// An interview comes in: its case, some corrections, and the small talk that is set aside in every other one.
    fn bring(
        &mut self,
        speech: &Speech,
        project: ProjectId,
        number: usize,
        columns: &[(AttributeId, Vec<String>)],
    ) -> Result<Open, T::Error> {
        let interview = Interview::new(speech, number, self.plan.words.max(1), &mut self.chance);
        let (who, name) = (number % self.coders.len(), format!("Informant {}", number + 1));
        let source = source_id(project, &interview.text);
        let named = |speaker: &Speaker| SpeakerNamed { name: FreeText::new(speaker.name.as_str()), role: speaker.role };
        let turns = interview.turns.iter();
        let turns = turns.map(|turn| (turn.span.start(), turn.span.end(), turn.speaker, turn.start_ms));
        let added = Event::SourceAdded {
            source,
            text: text_hash(&interview.text),
            length: u32::try_from(interview.text.chars().count()).unwrap_or(u32::MAX),
            title: FreeText::new(name.as_str()),
            file_name: FreeText::new(format!("{name}.docx")),
            speakers: interview.speakers.iter().map(named).collect(),
            turns: turns.collect(),
        };
        self.say_with(who, vec![added], Some(interview.text.clone()))?;
        let case = CaseId::new(bits(&mut self.chance));
        let name = FreeText::new(name);
        self.say(who, vec![Event::CaseCreated { case, name }, Event::CaseLinked { case, source }])?;
        for (attribute, values) in columns {
            if let Some(value) = values.get(self.chance.below(values.len())) {
                let value = Some(FreeText::new(value.as_str()));
                self.say(who, vec![Event::ValueSet { case, attribute: *attribute, value }])?;
            }
        }
        let mut open = Open { number, source, case, interview, codings: Vec::new(), taken: BTreeSet::new() };
        self.correct(&mut open, speech, who)?;
        if let Some(span) = open.interview.small_talk.filter(|_| number.is_multiple_of(2)) {
            let exclusion = ExclusionId::new(bits(&mut self.chance));
            let (at, reason) = (AnchoredSpan::imported(span), Reason::SmallTalk);
            self.say(who, vec![Event::WordsExcluded { source, exclusion, at, reason }])?;
        }
        Ok(open)
    }

    /// Some words were heard wrongly.
    fn correct(&mut self, open: &mut Open, speech: &Speech, who: usize) -> Result<(), T::Error> {
        let mut corrected = BTreeSet::new();
        for _ in 0..self.plan.corrections() {
            let Some(heard) = open.interview.word(&mut self.chance).filter(|span| corrected.insert(*span)) else {
                continue;
            };
            let word = speech.text(open.number).1.informant.single(&mut self.chance).to_lowercase();
            if word.is_empty() {
                continue;
            }
            let (run, length) = (RunId::new(bits(&mut self.chance)), u32::try_from(word.chars().count()).unwrap_or(0));
            let inserted = Inserted { run, length, words: FreeText::new(word), again: None };
            let replaced = Event::TextReplaced {
                source: open.source,
                deleted: Box::new([(Anchor::Imported(heard.start()), heard.len())]),
                after: Some(Anchor::Imported(heard.end() - 1)),
                inserted: Some(Box::new(inserted)),
            };
            self.say(who, vec![replaced])?;
        }
        Ok(())
    }

    /// The coders take turns. They often mark what somebody has marked before: the same with the same code, or with another.
    fn code(&mut self, open: &mut Open, codes: &Codes) -> Result<(), T::Error> {
        let wanted = self.plan.share(self.plan.codings + self.plan.removed(), open.number);
        for nth in 0..wanted {
            let coder = nth % self.coders.len();
            let found = (0..TRIES).find_map(|_| self.proposed(open, codes, coder));
            let Some((code, span)) = found else { continue };
            open.taken.insert((coder, code, span));
            let coding = CodingId::new(bits(&mut self.chance));
            open.codings.push(Mark { coding, coder, code, span });
            let (source, at) = (open.source, AnchoredSpan::imported(span));
            self.say(coder, vec![Event::CodingAdded { coding, code, source, at }])?;
        }
        Ok(())
    }

    /// A code on a passage, unless this coder has it there already.
    fn proposed(&mut self, open: &Open, codes: &Codes, coder: usize) -> Option<(CodeId, Span)> {
        let chance = &mut self.chance;
        let known = open.codings.get(chance.below(open.codings.len())).filter(|_| chance.below(5) < 2);
        let (code, span) = match known {
            Some(known) if known.coder != coder && chance.below(10) < 7 => (known.code, known.span),
            Some(known) => (codes.pick(chance), known.span),
            None => (codes.pick(chance), open.interview.passage(chance)?),
        };
        (!open.taken.contains(&(coder, code, span))).then_some((code, span))
    }

    /// Some codings get another code, and some are removed.
    fn think_again(&mut self, open: &mut Open, codes: &Codes) -> Result<(), T::Error> {
        for _ in 0..self.plan.share(self.plan.recoded(), open.number) {
            let at = self.chance.below(open.codings.len());
            let Some(mark) = open.codings.get(at).copied() else { break };
            let code = codes.pick(&mut self.chance);
            if open.taken.insert((mark.coder, code, mark.span)) {
                open.codings[at].code = code;
                self.say(mark.coder, vec![Event::CodingRecoded { coding: mark.coding, code }])?;
            }
        }
        for _ in 0..self.plan.share(self.plan.removed(), open.number) {
            if open.codings.is_empty() {
                break;
            }
            let mark = open.codings.swap_remove(self.chance.below(open.codings.len()));
            let seen = self.teller.seen(mark.coder);
            self.say(mark.coder, vec![Event::CodingRemoved { coding: mark.coding, seen }])?;
        }
        Ok(())
    }

    /// Memos: most about a coding, some about a code, the source or its case.
    fn remark(&mut self, open: &Open, speech: &Speech, codes: &Codes) -> Result<(), T::Error> {
        for nth in 0..self.plan.share(self.plan.memos(), open.number) {
            let mark = open.codings.get(self.chance.below(open.codings.len())).copied();
            let about = match (self.chance.below(10), mark) {
                (0, _) => About::Source(open.source),
                (1, _) => About::Case(open.case),
                (2, _) | (_, None) => About::Code(codes.pick(&mut self.chance)),
                (_, Some(mark)) => About::Coding(mark.coding),
            };
            let voice = &speech.text(open.number).1.informant;
            let said = (0..=self.chance.below(3)).flat_map(|_| voice.sentence(usize::MAX, &mut self.chance));
            let text = FreeText::new(said.collect::<Vec<_>>().join(" "));
            let coder = mark.map_or(nth % self.coders.len(), |mark| mark.coder);
            let memo = MemoId::new(bits(&mut self.chance));
            self.say(coder, vec![Event::MemoWritten { memo, about, replaces: Vec::new(), text }])?;
        }
        Ok(())
    }
}
