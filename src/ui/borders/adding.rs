//! What was looked at comes into the study: original files first, on a thread, then the texts, a portion a frame.

use std::collections::BTreeSet;

use egui::Context;

use crate::import::Content;
use crate::journal::edit::Edit;
use crate::lang::intake::IntakeWords;
use crate::lang::{count, fill, grouped};
use crate::model::source::Original;
use crate::told;
use crate::ui::app::App;
use crate::ui::intake::item::{Item, State};
use crate::ui::intake::{Keeps, Phase};
use crate::ui::screen::{Report, Tone};
use crate::ui::tasks::Arrived;

/// How much text is added in one frame, in bytes; each portion is one step of undo.
const PORTION: usize = 8 * 1024 * 1024;

impl App {
    /// The person has accepted what they saw.
    pub(super) fn accept(&mut self) {
        let Some(session) = &self.session else { return };
        let (originals, project) = (session.originals(), session.project());
        let Some(intake) = &mut self.screen.intake else { return };
        if intake.phase != Phase::Looking || intake.names.waits() {
            return;
        }
        intake.lay_out_all();
        let ready = intake.ready(project);
        if ready.is_empty() {
            return;
        }
        let rows = intake.names.rows().to_vec();
        let keep = match rows.as_slice() {
            [] => Ok(None),
            _ => self.views.key.keep(self.desk.language()),
        };
        let keep = match keep {
            Ok(keep) => keep,
            Err(why) => {
                self.back_to_names();
                return self.say(why, Tone::Trouble);
            }
        };
        self.screen.replaced |= !rows.is_empty();
        self.screen.importing = Some(Report { title: self.words().imported.to_owned(), ..Report::default() });
        if let Some(keep) = keep {
            return self.lock_names(keep, rows);
        }
        let Some(intake) = &mut self.screen.intake else { return };
        // They hold the names that are replaced.
        let originals = originals.filter(|_| intake.keeps == Keeps::FileToo && rows.is_empty());
        let Some(originals) = originals else { return self.begin_to_add() };
        let batch = self.tasks.number();
        intake.phase = Phase::Keeping(batch);
        let may_keep = |item: &&Item| {
            let read = item.origin.file().and_then(|_| item.read()).zip(project.id());
            read.is_some_and(|(read, project)| session.may_keep_file_of(read.source_ids(project)))
        };
        let files = ready.iter().filter_map(|place| {
            let item = intake.items.get(*place).filter(may_keep)?;
            Some((*place, item.origin.clone()))
        });
        let files: Vec<_> = files.collect();
        let language = self.desk.language();
        self.tasks.start((IntakeWords::of(language).keeping, files.len()), move |task, send| {
            for (place, origin) in files {
                let ending = origin.file().and_then(|file| file.extension()).unwrap_or_default().to_string_lossy();
                let kept = origin.bytes().and_then(|bytes| originals.keep(&bytes, &ending));
                let kept = kept.map_err(|error| told::store::store_error(&error, language));
                send(Arrived::Kept { batch, place, kept });
                task.step();
            }
            send(Arrived::AllKept(batch));
        });
    }

    fn keeps(&self, batch: u64) -> bool {
        self.screen.intake.as_ref().is_some_and(|intake| intake.phase == Phase::Keeping(batch))
    }

    /// An original file lies in the study, or could not be kept there; then its text comes along without it. What was kept
    /// for an import that is over says nothing to the next.
    pub(super) fn kept(&mut self, (batch, place): (u64, usize), kept: Result<Original, String>) {
        if !self.keeps(batch) {
            return;
        }
        let item = self.screen.intake.as_mut().and_then(|intake| intake.items.get_mut(place));
        match (kept, item) {
            (Ok(original), Some(item)) => item.original = Some(original),
            (Ok(_), None) => {}
            (Err(why), _) => self.say_in_report(Tone::Trouble, why),
        }
    }

    pub(super) fn say_in_report(&mut self, tone: Tone, words: String) {
        if let Some(report) = &mut self.screen.importing {
            report.lines.push((tone, words));
        }
    }

    /// All that is to be kept is kept.
    pub(super) fn all_kept(&mut self, batch: u64) {
        if self.keeps(batch) {
            self.begin_to_add();
        }
    }

    /// Begins to add what is ready.
    pub(super) fn begin_to_add(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(intake) = &mut self.screen.intake else { return };
        let mut ready = intake.ready(session.project());
        ready.reverse();
        intake.phase = Phase::Adding(ready);
    }

    /// Adds as much as a frame has time for, where something is to be added.
    pub(super) fn add_portion(&mut self, ctx: &Context) {
        let Some(intake) = &mut self.screen.intake else { return };
        let Phase::Adding(rest) = &mut intake.phase else { return };
        if rest.is_empty() {
            return self.added();
        }
        let (mut portion, mut bytes) = (Vec::new(), 0);
        while let Some(place) = rest.pop() {
            let Some(item) = intake.items.get(place) else { continue };
            let size = item.draft().map_or(PORTION, |draft| draft.text.len());
            if !portion.is_empty() && bytes + size > PORTION {
                rest.push(place);
                break;
            }
            bytes += size;
            portion.push(place);
        }
        self.add(&portion);
        ctx.request_repaint();
    }

    /// Adds some of the items as one gesture; where that is refused one by one, so that each is told by itself.
    fn add(&mut self, places: &[usize]) {
        let (Some(intake), Some(session)) = (&self.screen.intake, &mut self.session) else { return };
        let language = self.desk.language();
        let items: Vec<&Item> = places.iter().filter_map(|place| intake.items.get(*place)).collect();
        let mut edits: Vec<Edit> = items.iter().filter_map(|item| item.edit()).collect();
        apart(&mut edits);
        let mut outcomes = vec![Ok(()); edits.len()];
        let together = match edits.as_slice() {
            [one] => session.edit(one),
            _ => session.edit(&Edit::All(edits.clone())),
        };
        let mut steps = usize::from(together.is_ok());
        if together.is_err() {
            for (edit, outcome) in edits.iter().zip(&mut outcomes) {
                let added = session.edit(edit);
                steps += usize::from(added.is_ok());
                *outcome = added.map(|_| ()).map_err(|why| told::refusal::refusal(&why, language));
            }
        }
        let told: Vec<(Tone, String)> =
            items.iter().zip(outcomes).flat_map(|(item, outcome)| self.told(item, outcome)).collect();
        let brought = items.len();
        if let Some(report) = &mut self.screen.importing {
            report.lines.extend(told);
            report.steps += steps;
            report.brought += brought;
        }
    }

    /// What is told of an item that was added, or was not.
    fn told(&self, item: &Item, outcome: Result<(), String>) -> Vec<(Tone, String)> {
        let (words, name) = (self.words(), item.origin.name());
        if let Err(why) = outcome {
            return vec![(Tone::Trouble, format!("{name}: {why}"))];
        }
        let Some(read) = item.read() else { return Vec::new() };
        let brought = match &read.content {
            Content::Text(_) => fill(words.imported_one, &[("file", &name), ("title", &item.title())]),
            Content::Survey(survey) => {
                let cases = count(survey.cases.case_count(), words.imported_cases_one, words.imported_cases);
                fill(words.imported_table, &[("file", &name), ("cases", &cases)])
            }
        };
        let brought = self.without_names(&brought);
        let losses =
            read.losses.iter().map(|loss| self.without_names(&told::import::loss(loss, &name, self.desk.language())));
        std::iter::once(brought).chain(losses).map(|line| (Tone::Plain, line)).collect()
    }

    /// All has been added: tells what came of each file, and goes back to the study.
    fn added(&mut self) {
        let (Some(intake), Some(mut report)) = (self.screen.intake.take(), self.screen.importing.take()) else {
            return;
        };
        self.remember_made_up(None, intake.names.rows());
        let table = intake.names.table();
        let (words, say) = (self.words(), IntakeWords::of(self.desk.language()));
        for item in &intake.items {
            let name = table.applied_to_name(&item.origin.name());
            match &item.state {
                State::Failed(why) => report.lines.push((Tone::Trouble, why.clone())),
                State::Waiting => report.lines.push((Tone::Trouble, fill(say.not_read, &[("file", &name)]))),
                State::Read(_) if !item.is_ticked() => {
                    report.lines.push((Tone::Plain, fill(say.not_wanted, &[("file", &name)])));
                }
                State::Read(_) if item.twice => {
                    report.lines.push((Tone::Plain, fill(say.was_twice, &[("file", &name)])));
                }
                State::Read(_) => {}
            }
        }
        report.lines.extend(intake.left_out.iter().map(|line| (Tone::Plain, line.clone())));
        if report.steps > 1 {
            report.lines.push((Tone::Plain, fill(say.steps, &[("n", &grouped(report.steps))])));
        }
        let only = match intake.items.as_slice() {
            [only] => only.source,
            _ => None,
        };
        let here = |id: &crate::model::id::SourceId| {
            self.session.as_ref().is_some_and(|session| session.project().source(*id).is_some())
        };
        let new: Vec<_> = intake.items.iter().filter_map(|item| item.source).filter(here).collect();
        let listed = self.session.as_ref().and_then(|session| {
            let mut listed = session.project().sources().map(|source| source.id);
            listed.find(|id| new.contains(id))
        });
        self.screen.arrived = listed.or(self.screen.arrived);
        if let Some(source) = only.filter(here) {
            (self.screen.source, self.screen.selection, self.screen.coding) = (Some(source), None, None);
        } else if self.screen.source.is_none() {
            self.open_first();
        }
        let worth_reading = report.lines.len() > 1 || report.lines.iter().any(|(tone, _)| *tone == Tone::Trouble);
        let replaced = self.told_of_names(intake.names.rows().len()).filter(|_| report.brought > 0);
        if worth_reading {
            report.lines.extend(replaced.map(|line| (Tone::Plain, line)));
            self.screen.report = Some(report);
        } else {
            let brought = count(report.brought, words.imported_count_one, words.imported_count);
            self.say([Some(brought), replaced].into_iter().flatten().collect::<Vec<_>>().join(" "), Tone::Plain);
        }
    }
}

/// Gives texts of one title different ones, so that they can be told apart.
fn apart(edits: &mut [Edit]) {
    let mut titles = BTreeSet::new();
    for edit in edits {
        let Edit::AddSource(source) = edit else { continue };
        let wanted = source.title.clone();
        let mut number = 1;
        while !titles.insert(source.title.to_lowercase()) {
            number += 1;
            source.title = format!("{wanted} ({number})");
        }
    }
}
