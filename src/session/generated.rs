//! Made-up studies on the disk: the same lines, segments and texts as if people had worked with the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::generator::study::tell;
use crate::generator::{Gesture, Plan, Teller};
use crate::journal::clock::Hlc;
use crate::journal::edit::Refusal;
use crate::journal::edit::sources::text_hash;
use crate::journal::event::Seen;
use crate::journal::wire::{MAX_LINE, TooLong};
use crate::model::id::{CoderId, LogId, ProjectId};
use crate::store::ProjectDir;
use crate::store::app_data::AppData;
use crate::store::error::{Doing, StoreError, When as _};
use crate::store::log_file::{LogFile, Placed};

use super::pen::{Moment, Pen};
use super::{SessionError, sample};

/// How many bytes of lines are gathered before they are written.
const AT_A_TIME: usize = 256 * 1024;

/// Makes a study up in a folder that is missing or empty, in the language of the sample; the same bytes for the same seed.
///
/// # Errors
/// When the folder is in use or cannot be written to.
pub fn generate(folder: &Path, plan: Plan, seed: u64, data: &AppData) -> Result<ProjectId, SessionError> {
    let mut scribe = Scribe { folder, data, dir: None, hands: Vec::new(), clock: Hlc::default() };
    let told = tell(&sample::project(), plan, seed, &mut scribe);
    let project = told.expect("people speak in the sample")?;
    scribe.finish()?;
    Ok(project)
}

/// Writes down what is told.
struct Scribe<'a> {
    folder: &'a Path,
    data: &'a AppData,
    dir: Option<ProjectDir>,
    hands: Vec<Hand>,
    clock: Hlc,
}

/// One coder with their log.
struct Hand {
    coder: CoderId,
    log: LogId,
    pen: Pen,
    file: LogFile,
    /// Lines that are not written yet.
    lines: String,
    /// The last line.
    sequence: u64,
    /// How far the others have been read.
    seen: Seen,
    /// What is to reach the medium.
    placed: BTreeMap<PathBuf, Placed>,
}

impl Teller for Scribe<'_> {
    type Error = SessionError;

    fn begin(&mut self, project: ProjectId, hands: &[(CoderId, LogId)]) -> Result<(), SessionError> {
        let dir = ProjectDir::create(Arc::clone(self.data.disk()), self.folder, project)?;
        let hand = |&(coder, log): &(CoderId, LogId)| Hand {
            coder,
            log,
            pen: Pen::new(log, None),
            file: LogFile::new(dir.clone(), log),
            lines: String::new(),
            sequence: 0,
            seen: Seen::new(),
            placed: BTreeMap::new(),
        };
        self.hands = hands.iter().map(hand).collect();
        self.dir = Some(dir);
        Ok(())
    }

    fn seen(&self, coder: usize) -> Seen {
        let mut seen = self.hands[coder].seen.clone();
        seen.insert(self.hands[coder].log, self.hands[coder].sequence);
        seen
    }

    fn tell(&mut self, gesture: Gesture, draw: &mut dyn FnMut() -> u128) -> Result<(), SessionError> {
        let Gesture { coder, ms, caught_up, events, text } = gesture;
        if let (Some(text), Some(dir)) = (text, &self.dir) {
            let written = dir.write_text(text_hash(&text), &text)?;
            written.file.sync().when(Doing::WriteText, &written.path)?;
        }
        let news = if caught_up { self.catch_up(coder) } else { Seen::new() };
        let hand = &mut self.hands[coder];
        let mut moment = Moment { clock: self.clock, now_ms: ms, coder: hand.coder, news, draw };
        let written = hand.pen.write(events, &mut moment);
        let (_, lines) = written.map_err(|TooLong { bytes }| Refusal::TooLong { bytes, limit: MAX_LINE })?;
        self.clock = moment.clock;
        for line in lines {
            if hand.lines.len() + line.line.len() > AT_A_TIME {
                hand.write()?;
            }
            hand.sequence = line.sequence;
            hand.lines.push_str(&line.line);
            hand.lines.push('\n');
        }
        Ok(())
    }
}

impl Scribe<'_> {
    /// What the others have said since this coder last told how far they had read.
    fn catch_up(&mut self, coder: usize) -> Seen {
        let others = self.hands.iter().enumerate().filter(|(other, hand)| *other != coder && hand.sequence > 0);
        let now: Seen = others.map(|(_, hand)| (hand.log, hand.sequence)).collect();
        let seen = &mut self.hands[coder].seen;
        let news = now.iter().filter(|(log, upto)| seen.get(log) != Some(upto));
        let news: Seen = news.map(|(log, upto)| (*log, *upto)).collect();
        *seen = now;
        news
    }

    fn finish(mut self) -> Result<(), StoreError> {
        self.hands.iter_mut().try_for_each(|hand| {
            hand.write()?;
            let mut placed = hand.placed.iter();
            placed.try_for_each(|(path, placed)| placed.file.sync().when(Doing::SyncLog, path))
        })
    }
}

impl Hand {
    /// Writes the lines that were gathered.
    fn write(&mut self) -> Result<(), StoreError> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let placed = self.file.append(&self.lines)?;
        self.placed.insert(placed.path.clone(), placed);
        self.lines.clear();
        Ok(())
    }
}
