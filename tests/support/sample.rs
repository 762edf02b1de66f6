//! Makes the sample study from the transcripts and their marked masters: Kari codes all, Ola checks it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use kodebok::journal::edit::{Edit, NewCode};
use kodebok::journal::event::Event;
use kodebok::journal::template::Template;
use kodebok::model::case::AttributeKind;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::{CodeId, CoderId, CodingId, SourceId};
use kodebok::model::memo::About;
use kodebok::model::project::Project;
use kodebok::model::span::Span;
use kodebok::session::world::World;
use kodebok::session::{Session, Who};
use kodebok::store::app_data::AppData;

use super::golden;
use super::reading::text;

/// Monday 2 March 2026, nine in the morning in Norway.
const KARI_STARTS_MS: u64 = 1_772_438_400_000;
/// Two weeks later.
const OLA_STARTS_MS: u64 = KARI_STARTS_MS + 14 * 24 * 3_600_000;

/// A clock that goes on by a little at every gesture, and chance that is the same at every run.
struct SampleWorld {
    now_ms: u64,
    seed: &'static str,
    drawn: u64,
}

impl World for SampleWorld {
    fn now_ms(&mut self) -> u64 {
        self.now_ms += 17_000;
        self.now_ms
    }

    fn draw(&mut self) -> u128 {
        self.drawn += 1;
        let hash = blake3::hash(format!("{} {}", self.seed, self.drawn).as_bytes());
        u128::from_be_bytes(hash.as_bytes()[..16].try_into().expect("16 bytes"))
    }
}

/// The folder of the sample study.
pub(crate) fn study() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_transcripts/Klyngestudien")
}

/// The files in a folder, by their paths from `under` on.
pub(crate) fn files(folder: &Path, under: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for item in std::fs::read_dir(folder).expect("a folder") {
        let path = item.expect("an item").path();
        let name = under.join(path.file_name().expect("a name"));
        if path.is_dir() {
            files(&path, &name, found);
        } else {
            found.insert(name, std::fs::read(&path).expect("a file"));
        }
    }
}

/// Copies the sample study.
pub(crate) fn copy(folder: &Path) {
    let mut known = BTreeMap::new();
    files(&study(), Path::new(""), &mut known);
    for (name, bytes) in known {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
    }
}

/// A copy of the sample study, opened by somebody new; `scratch` is a temporary folder.
pub(crate) fn session(scratch: &Path) -> Session {
    copy(&scratch.join("copy"));
    let who = Who { id: CoderId::new(3), name: "Tredje".to_owned() };
    let world = Box::new(SampleWorld { now_ms: OLA_STARTS_MS, seed: "reader", drawn: 0 });
    Session::open(&scratch.join("copy"), who, &AppData::at(scratch.join("data")), world).expect("the sample opens")
}

/// The sample study as it is opened, for those who only ask it something.
pub(crate) fn project() -> &'static Project {
    static SAMPLE: OnceLock<Project> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let scratch = tempfile::tempdir().expect("there is a folder for temporary files");
        Project::clone(session(scratch.path()).project())
    })
}

/// What a mark of a master says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Kari coded it, and it stands.
    Kari,
    /// Ola added it.
    OlaAdded,
    /// Ola removed it.
    OlaRemoved,
    /// Ola gave it another code.
    OlaRecoded(String),
    /// Kari's bounds, which Ola changed.
    KariBounds,
    /// Ola's bounds.
    OlaBounds,
}

/// A marked passage: code, who said what of it, turn, and scalars within the turn.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) slug: String,
    pub(crate) said: Said,
    pub(crate) turn: usize,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The marks of a master, in the order of their starts.
pub(crate) fn marks(number: u8) -> Vec<Mark> {
    let marked = std::fs::read_to_string(golden::data(&format!("sample/informant-{number}.marked"))).expect("a master");
    let mut found = Vec::new();
    for (turn, line) in marked.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let words = line.split_once("] ").and_then(|(_, rest)| rest.split_once(": ")).expect("time and speaker").1;
        found.extend(marks_of_turn(words, turn));
    }
    found.sort_by_key(|mark| (mark.turn, mark.start, mark.end));
    found
}

fn marks_of_turn(words: &str, turn: usize) -> Vec<Mark> {
    let (mut open, mut closed): (Vec<(String, Mark)>, Vec<Mark>) = (Vec::new(), Vec::new());
    let (mut at, mut rest) = (0, words);
    while let Some((before, after)) = rest.split_once('<') {
        at += u32::try_from(before.chars().count()).expect("short");
        let (tag, tail) = after.split_once('>').expect("a closed tag");
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            let place = open.iter().rposition(|(known, _)| known == name).expect("an open tag");
            let (_, mark) = open.remove(place);
            closed.push(Mark { end: at, ..mark });
            continue;
        }
        let (name, how) = tag.split_once(' ').unwrap_or((tag, ""));
        let said = match how.trim() {
            "" => Said::Kari,
            "+ola" => Said::OlaAdded,
            "-ola" => Said::OlaRemoved,
            "~" => Said::KariBounds,
            "~ola" => Said::OlaBounds,
            other => Said::OlaRecoded(other.strip_prefix('=').expect("a known attribute").to_owned()),
        };
        let slug = name.trim_end_matches('\'').to_owned();
        open.push((name.to_owned(), Mark { slug, said, turn, start: at, end: at }));
    }
    assert!(open.is_empty(), "every mark is closed: {words}");
    closed
}

/// A row of the codebook: slug, kind, parent, origin, name, definition.
pub(crate) struct CodeRow {
    pub(crate) slug: String,
    pub(crate) parent: String,
    pub(crate) kind: CodeKind,
    pub(crate) origin: Origin,
    pub(crate) name: String,
    pub(crate) definition: String,
}

/// The codebook of the sample study.
pub(crate) fn codebook() -> Vec<CodeRow> {
    let text = std::fs::read_to_string(golden::data("sample/codebook.tsv")).expect("the codebook");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        CodeRow {
            slug: cells[0].to_owned(),
            kind: match cells[1] {
                "theme" => CodeKind::Theme,
                "category" => CodeKind::Category,
                _ => CodeKind::Code,
            },
            parent: cells[2].to_owned(),
            origin: if cells[3] == "theory" { Origin::Theory } else { Origin::Data },
            name: cells[4].to_owned(),
            definition: cells[5].to_owned(),
        }
    };
    text.lines().skip(1).map(row).collect()
}

/// The files of the sample, one for each informant.
pub(crate) const FILES: [&str; 7] = ["1.vtt", "2.docx", "3.txt", "4.md", "5.txt", "6.odt", "7.rtf"];

/// Title, employees and cluster of each informant, as the study has them.
const CASES: [(&str, &str, &str); 7] = [
    ("Rådgiver", "over 1000", "klynge A"),
    ("Strategisk rådgiver", "over 100", "klynge A"),
    ("CTO", "under 10", "klynge B"),
    ("Head of Innovations and IPR", "over 800", "klynge C"),
    ("Daglig leder", "over 25", "klynge D"),
    ("Daglig leder og eier", "over 20", "klynge B"),
    ("CCO", "over 25", "klynge D"),
];

/// One who makes the study.
struct Maker {
    session: Session,
    codes: BTreeMap<String, CodeId>,
    sources: Vec<SourceId>,
    codings: BTreeMap<(u8, String, u32, u32, u32), CodingId>,
}

/// Makes the whole study in `folder`, with local data of its two coders in `data`.
pub(crate) fn make(folder: &Path, data: &Path) {
    let who = |name: &str, id: u128| Who { id: CoderId::new(id), name: name.to_owned() };
    let kari = who("Kari", 0x4b61_7269_0000_4000_8000_0000_0000_0001);
    let ola = who("Ola", 0x4f6c_6100_0000_4000_8000_0000_0000_0002);
    let world = |seed, now_ms| Box::new(SampleWorld { now_ms, seed, drawn: 0 });
    let session = Session::create(
        folder,
        "Klyngestudien",
        Template::Study,
        kari,
        &AppData::at(data.join("kari")),
        world("kari", KARI_STARTS_MS),
    )
    .expect("a new study");
    let mut maker = Maker { session, codes: BTreeMap::new(), sources: Vec::new(), codings: BTreeMap::new() };
    maker.complete_the_codebook();
    maker.bring_in_the_interviews();
    maker.code_all();
    maker.write_memos();
    let Maker { session, codes, sources, codings } = maker;
    session.close().expect("Kari's work is saved");
    let session =
        Session::open(folder, ola, &AppData::at(data.join("ola")), world("ola", OLA_STARTS_MS)).expect("the study");
    let mut checker = Maker { session, codes, sources, codings };
    checker.check_all();
    checker.session.close().expect("Ola's work is saved");
}

impl Maker {
    fn edit(&mut self, edit: &Edit) -> Vec<Event> {
        self.session.edit(edit).unwrap_or_else(|refusal| panic!("{edit:?}: {refusal:?}"))
    }

    fn complete_the_codebook(&mut self) {
        for row in codebook() {
            let parent = self.codes.get(&row.parent).copied();
            let known = self
                .session
                .project()
                .codebook()
                .codes()
                .find(|code| code.parent == parent && code.name == row.name && code.kind == row.kind);
            let code = known.map(|code| code.id).unwrap_or_else(|| {
                let new = NewCode {
                    name: row.name.clone(),
                    parent,
                    kind: row.kind,
                    origin: row.origin,
                    hue: None,
                    description: String::new(),
                };
                let events = self.edit(&Edit::CreateCode(new));
                let made = events.iter().find_map(|event| match event {
                    Event::CodeCreated { code, .. } => Some(*code),
                    _ => None,
                });
                made.expect("a code")
            });
            if !row.definition.is_empty() {
                self.edit(&Edit::DescribeCode { code, description: row.definition });
            }
            self.codes.insert(row.slug, code);
        }
    }

    fn bring_in_the_interviews(&mut self) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_transcripts");
        for name in FILES {
            let file_name = format!("Informant {name}");
            let bytes = std::fs::read(folder.join(&file_name)).expect("a transcript");
            let (source, _) = text(&file_name, &bytes).expect("a readable transcript");
            let events = self.edit(&Edit::AddSource(Box::new(source)));
            let source = events.iter().find_map(|event| match event {
                Event::SourceAdded { source, .. } => Some(*source),
                _ => None,
            });
            self.sources.push(source.expect("a source"));
        }
        for name in ["tittel", "ansatte", "klynge"] {
            self.edit(&Edit::CreateAttribute { name: name.to_owned(), kind: AttributeKind::Text });
        }
        for (at, (title, employees, cluster)) in CASES.into_iter().enumerate() {
            let source = self.sources[at];
            self.edit(&Edit::CreateCase { name: format!("Informant {}", at + 1), source: Some(source) });
            let project = self.session.project();
            let case = project.cases_of(source).next().expect("a case").id;
            let attributes: Vec<_> = project.attributes().iter().map(|attribute| attribute.id).collect();
            for (attribute, value) in attributes.into_iter().zip([title, employees, cluster]) {
                self.edit(&Edit::SetValue { case, attribute, value: value.to_owned() });
            }
        }
    }

    fn place(&self, number: u8, mark: &Mark) -> (SourceId, Span) {
        let id = self.sources[usize::from(number - 1)];
        let source = self.session.project().source(id).expect("a source");
        let from = source.turns[mark.turn].span.start();
        (id, Span::new(from + mark.start, from + mark.end).expect("words"))
    }

    fn apply(&mut self, number: u8, mark: &Mark) {
        let (source, span) = self.place(number, mark);
        let events = self.edit(&Edit::ApplyCode { code: self.codes[&mark.slug], source, span });
        let made = events.iter().find_map(|event| match event {
            Event::CodingAdded { coding, .. } => Some(*coding),
            _ => None,
        });
        self.codings.insert(key(number, mark), made.expect("a coding"));
    }

    fn code_all(&mut self) {
        for number in 1..=7 {
            for mark in marks(number) {
                if !matches!(mark.said, Said::OlaAdded | Said::OlaBounds) {
                    self.apply(number, &mark);
                }
            }
        }
    }

    fn check_all(&mut self) {
        for number in 1..=7 {
            let marks = marks(number);
            for mark in &marks {
                let coding = self.codings.get(&key(number, mark)).copied();
                match &mark.said {
                    Said::Kari | Said::KariBounds => {}
                    Said::OlaAdded => self.apply(number, mark),
                    Said::OlaRemoved => {
                        self.edit(&Edit::RemoveCodings { codings: coding.into_iter().collect() });
                    }
                    Said::OlaRecoded(slug) => {
                        let code = self.codes[slug];
                        self.edit(&Edit::RecodeCoding { coding: coding.expect("Kari's coding"), code });
                    }
                    Said::OlaBounds => {
                        let (_, span) = self.place(number, mark);
                        let overlaps = |other: &&Mark| {
                            other.said == Said::KariBounds
                                && (&other.slug, other.turn) == (&mark.slug, mark.turn)
                                && other.start < mark.end
                                && mark.start < other.end
                        };
                        let kari = marks.iter().find(overlaps).expect("Kari's bounds");
                        self.edit(&Edit::ResizeCoding { coding: self.codings[&key(number, kari)], span });
                    }
                }
            }
        }
        let about = About::Code(self.codes["uformell-deling"]);
        let text = "Gjelder dette også prat etter styremøter? Ta det opp før vi låser kategoriene.".to_owned();
        self.edit(&Edit::AddMemo { about, text });
    }

    fn write_memos(&mut self) {
        let memos = [
            (About::Project, "Sju intervjuer, 45–60 minutter. Småprat i begynnelsen og slutten er ikke kodet."),
            (
                About::Code(self.codes["hjelp-uten-faktura"]),
                "Ligner tillit? Se på sammen med «uformell deling» før kategoriene låses.",
            ),
            (About::Code(self.codes["betaler-kontingent"]), "Brukes også når noen sier at de IKKE bare betaler."),
            (About::Source(self.sources[3]), "Intervjuet er på engelsk. Sitater oversettes først i oppgaven."),
            (About::Source(self.sources[0]), "Snakker mest om hva andre i bedriften gjør."),
        ];
        for (about, text) in memos {
            self.edit(&Edit::AddMemo { about, text: text.to_owned() });
        }
    }
}

fn key(number: u8, mark: &Mark) -> (u8, String, u32, u32, u32) {
    let turn = u32::try_from(mark.turn).expect("few turns");
    (number, mark.slug.clone(), turn, mark.start, mark.end)
}
