//! A team at work: each coder at a machine of their own, whose logs meet when they synchronise. Every gesture goes through
//! the wire.

use std::collections::BTreeMap;
use std::sync::Arc;

use kodebok::journal::clock::Hlc;
use kodebok::journal::edit::{self, Edit, NewSource, Refusal};
use kodebok::journal::entry::{Entry, Part};
use kodebok::journal::event::{Event, Seen};
use kodebok::journal::fold::Fold;
use kodebok::journal::template::Template;
use kodebok::journal::undo::Stacks;
use kodebok::journal::wire::{self, Draft};
use kodebok::model::id::{CoderId, EntryHash, GestureId, LogId};
use kodebok::model::layer::Layer;
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::text::indexed::IndexedText;

/// One coder at one machine.
#[derive(Clone)]
pub(crate) struct Machine {
    pub(crate) name: String,
    pub(crate) log: LogId,
    pub(crate) coder: CoderId,
    pub(crate) fold: Fold,
    stacks: Stacks,
    clock: Hlc,
    last: Option<(u64, EntryHash)>,
    /// The log as it stands on a disk.
    pub(crate) lines: String,
}

/// Everybody, with the one clock on the wall.
#[derive(Clone)]
pub(crate) struct Team {
    pub(crate) machines: Vec<Machine>,
    pub(crate) texts: Vec<String>,
    now_ms: u64,
    drawn: u128,
}

impl Team {
    /// The first of them makes an empty project and everybody joins it.
    pub(crate) fn new(names: &[&str]) -> Self {
        let mut team = Self { machines: Vec::new(), texts: Vec::new(), now_ms: 1_763_750_000_000, drawn: 0x1_0000 };
        names.iter().for_each(|name| team.join(name));
        let Some(founder) = names.first() else { return team };
        let mut drawn = team.drawn;
        let first = team.coder(0);
        let mut draw = || {
            drawn += 1;
            drawn
        };
        let events = Template::Empty.events("Study", first, founder, &mut draw);
        team.drawn = drawn;
        team.tell(0, events);
        team.sync_all();
        for (at, name) in names.iter().enumerate().skip(1) {
            let (coder, name) = (team.coder(at), (*name).to_owned());
            team.edit(at, &Edit::NameCoder { coder, name }).expect("a name is taken");
        }
        team.sync_all();
        team
    }

    /// Puts a machine of their own at somebody's desk.
    pub(crate) fn join(&mut self, name: &str) {
        let number = 1 + self.machines.len() as u128;
        self.machines.push(Machine {
            name: name.to_owned(),
            log: LogId::new(number),
            coder: CoderId::new(0x100 + number),
            fold: Fold::new(),
            stacks: Stacks::default(),
            clock: Hlc::default(),
            last: None,
            lines: String::new(),
        });
    }

    /// Adds a text as a source at one machine.
    pub(crate) fn add_source(&mut self, at: usize, title: &str, text: &str) -> Result<Vec<Event>, Refusal> {
        let new = NewSource {
            title: title.to_owned(),
            file_name: format!("{title}.txt"),
            text: text.to_owned(),
            speakers: Vec::new(),
            turns: Vec::new(),
            remarks: String::new(),
            original: None,
        };
        self.add_text(at, new)
    }

    /// Adds a source at one machine as an importer drafted it.
    pub(crate) fn add_text(&mut self, at: usize, new: NewSource) -> Result<Vec<Event>, Refusal> {
        self.texts.push(new.text.clone());
        self.edit(at, &Edit::AddSource(Box::new(new)))
    }

    /// Lays a text ready that an event is going to name.
    pub(crate) fn know_text(&mut self, text: &str) {
        self.texts.push(text.to_owned());
    }

    pub(crate) fn edit(&mut self, at: usize, wish: &Edit) -> Result<Vec<Event>, Refusal> {
        let events = self.decide(at, wish)?;
        if !events.is_empty() {
            self.tell(at, events.clone());
        }
        Ok(events)
    }

    /// As [`edit`](Self::edit), with a line for each event.
    pub(crate) fn edit_in_parts(&mut self, at: usize, wish: &Edit) -> Result<Vec<Event>, Refusal> {
        let events = self.decide(at, wish)?;
        if !events.is_empty() {
            self.tell_in_parts(at, events.clone());
        }
        Ok(events)
    }

    fn decide(&mut self, at: usize, wish: &Edit) -> Result<Vec<Event>, Refusal> {
        let mut drawn = self.drawn;
        let mut draw = || {
            drawn += 1;
            drawn
        };
        let machine = &self.machines[at];
        let events = edit::decide(machine.fold.project(), machine.coder, wish, &mut draw)?;
        self.drawn = drawn;
        Ok(events)
    }

    /// Takes back the last gesture; tells whether there was one.
    pub(crate) fn undo(&mut self, at: usize) -> bool {
        self.retract(at, self.machines[at].stacks.next_undo(|_| false))
    }

    pub(crate) fn redo(&mut self, at: usize) -> bool {
        self.retract(at, self.machines[at].stacks.next_redo(|_| false))
    }

    fn retract(&mut self, at: usize, entries: Option<Vec<EntryHash>>) -> bool {
        let Some(entries) = entries else { return false };
        self.tell(at, vec![Event::Retracted { entries }]);
        true
    }

    /// Writes events as the next line of a machine's log, or as several of one gesture where they do not fit in one.
    pub(crate) fn tell(&mut self, at: usize, events: Vec<Event>) {
        if let Err(events) = self.write(at, vec![events]) {
            self.tell_in_parts(at, events.concat());
        }
    }

    /// Writes a gesture with a line for each of its events.
    pub(crate) fn tell_in_parts(&mut self, at: usize, events: Vec<Event>) {
        let parts = events.into_iter().map(|event| vec![event]).collect();
        assert_eq!(self.write(at, parts), Ok(()), "an event fits in a line");
    }

    fn write(&mut self, at: usize, parts: Vec<Vec<Event>>) -> Result<(), Vec<Vec<Event>>> {
        self.now_ms += 1_000;
        self.drawn += 1;
        let machine = &mut self.machines[at];
        let (mut clock, mut last, mut written, mut lines) = (machine.clock, machine.last, Vec::new(), String::new());
        let of = u32::try_from(parts.len()).expect("a few parts");
        for (events, number) in parts.iter().zip(1..) {
            clock = clock.tick(self.now_ms);
            let draft = Draft {
                log: machine.log,
                sequence: last.map_or(1, |(sequence, _)| sequence + 1),
                previous: last.map(|(_, id)| id),
                clock,
                wall_ms: None,
                coder: machine.coder,
                part: (of > 1).then_some(Part { gesture: GestureId::new(self.drawn), number, of }),
                seen: if number == 1 { machine.fold.news_for(machine.log) } else { Seen::new() },
                events: events.clone(),
            };
            let Ok((entry, line)) = wire::line(draft, self.drawn) else { return Err(parts) };
            assert_eq!(wire::read(&line).as_ref(), Ok(&entry));
            last = Some((entry.sequence, entry.id));
            written.push(entry);
            lines.extend([line.as_str(), "\n"]);
        }
        machine.lines.push_str(&lines);
        (machine.clock, machine.last) = (clock, last);
        written.iter().for_each(|entry| machine.stacks.tell(entry));
        machine.take_up(written, &self.texts);
        Ok(())
    }

    /// The machines give each other all they have.
    pub(crate) fn sync(&mut self, a: usize, b: usize) {
        let (of_a, of_b) = (self.machines[a].entries(), self.machines[b].entries());
        self.machines[a].take_up(of_b, &self.texts);
        self.machines[b].take_up(of_a, &self.texts);
    }

    pub(crate) fn sync_all(&mut self) {
        let all: Vec<Entry> = self.machines.iter().flat_map(Machine::entries).collect();
        for machine in &mut self.machines {
            machine.take_up(all.clone(), &self.texts);
        }
    }

    pub(crate) fn project(&self, at: usize) -> &Project {
        self.machines[at].fold.project()
    }

    pub(crate) fn coder(&self, at: usize) -> CoderId {
        self.machines[at].coder
    }

    /// Every entry anybody wrote, each once, in order.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let all = self.machines.iter().flat_map(Machine::entries).map(|entry| (entry.order(), entry));
        all.collect::<BTreeMap<_, _>>().into_values().collect()
    }

    /// A fold that knows the texts and nothing else.
    pub(crate) fn empty_fold(&self) -> Fold {
        let mut fold = Fold::new();
        supply(&mut fold, &self.texts);
        fold
    }
}

impl Machine {
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.fold.entries().map(|entry| Entry::clone(entry)).collect()
    }

    fn take_up(&mut self, entries: Vec<Entry>, texts: &[String]) {
        self.clock = entries.iter().map(|entry| entry.clock).fold(self.clock, Ord::max);
        self.fold.insert(entries);
        supply(&mut self.fold, texts);
        let own: Vec<&Entry> = self.fold.entries().map(AsRef::as_ref).collect();
        assert_eq!(self.stacks, Stacks::of(own, self.coder, &[self.log].into()), "the stacks outlive the program");
    }
}

fn supply(fold: &mut Fold, texts: &[String]) {
    for text in texts {
        fold.supply_text(edit::sources::text_hash(text), Arc::new(IndexedText::new(text.clone())));
    }
}

/// All that can be read of a fold, for comparison; only the count of its changes is left out.
pub(crate) fn shape(fold: &Fold) -> String {
    let waiting: Vec<_> = fold.waiting().collect();
    format!("{}{:#?}", project_shape(fold.project()), (fold.notices(), fold.problems(), waiting))
}

/// All that can be read of a project, for comparison.
pub(crate) fn project_shape(project: &Project) -> String {
    let sources: Vec<_> = project.sources().collect();
    let in_source: Vec<Vec<_>> =
        sources.iter().map(|source| project.codings_in(source.id).map(|coding| coding.id).collect()).collect();
    let of_code: Vec<(_, Vec<_>)> = project
        .codebook()
        .codes()
        .map(|code| (code.id, project.codings_of(code.id).map(|coding| coding.id).collect()))
        .collect();
    let about: Vec<Vec<_>> =
        project.memos().map(|memo| project.memos_about(memo.about).map(|memo| memo.id).collect()).collect();
    let coders: Vec<_> = project.coders().collect();
    let codings: Vec<_> = project.codings().collect();
    let memos: Vec<_> = project.memos().collect();
    let (removed, deleted): (Vec<_>, Vec<_>) = (project.removed_sources().collect(), project.deleted_codes().collect());
    let searches: Vec<_> = project.searches().collect();
    let lost: Vec<_> = project.lost_codings().collect();
    let reviewed: Vec<_> = project.all_reviewed().collect();
    let agreed: Vec<_> = project.layer(Layer::Agreed).codings().collect();
    format!(
        "{:#?}",
        (
            (project.id(), project.name(), project.seen(), coders, sources, in_source),
            (project.codebook(), of_code, deleted, removed, codings, memos, about),
            (project.cases(), project.attributes(), (project.lexicon(), project.arrangement()), searches, lost),
            (reviewed, project.double_codings(), agreed, project.saved_agreements()),
        )
    )
}

/// What a project names and does not have.
pub(crate) fn dangling(project: &Project) -> Vec<String> {
    let book = project.codebook();
    let code = |id| book.code(id).is_some();
    let about = |about| match about {
        About::Project => true,
        About::Source(source) => project.source(source).is_some(),
        About::Code(id) => code(id),
        About::Coding(coding) => project.coding(coding).is_some(),
        About::Case(case) => project.case(case).is_some(),
    };
    let codes = book.codes().filter(|known| known.parent.is_some_and(|parent| !code(parent)));
    let codings = project.codings().filter(|coding| !code(coding.code) || project.source(coding.source).is_none());
    let memos = project.memos().filter(|memo| !about(memo.about));
    let listed = book.rows().len() == book.len();
    let counted: usize = book.codes().map(|code| project.coding_count_of(code.id)).sum();
    let by_source: usize = project.sources().map(|source| project.codings_in(source.id).count()).sum();
    let all = project.coding_count() == counted && counted == by_source;
    let found = codes.map(|code| format!("{code:?}")).chain(codings.map(|coding| format!("{coding:?}")));
    let found = found.chain(memos.map(|memo| format!("{memo:?}")));
    found.chain((!listed || !all).then(|| "an index".to_owned())).collect()
}
