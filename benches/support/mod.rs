//! What the benches have in common: a session in memory, and interviews of two who speak in turn.

use kodebok::journal::edit::NewSource;
use kodebok::journal::template::Template;
use kodebok::model::id::CoderId;
use kodebok::model::source::{Role, Speaker, Turn};
use kodebok::session::world::World;
use kodebok::session::{Session, Who};

struct BenchWorld(u64);

impl World for BenchWorld {
    fn now_ms(&mut self) -> u64 {
        self.0 += 1;
        1_772_438_400_000 + self.0
    }
    fn draw(&mut self) -> u128 {
        self.0 += 1;
        u128::from(self.0).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)
    }
}

/// A session in memory.
pub(crate) fn session() -> Session {
    let who = Who { id: CoderId::new(1), name: "Kari".to_owned() };
    Session::in_memory("Mål", Template::Study, who, Box::new(BenchWorld(0))).expect("a session")
}

/// An interview as an importer drafts it; an interviewer has the first of the two speakers' numbers.
pub(crate) fn interview(title: String, text: String, turns: Vec<Turn>) -> NewSource {
    let speaker = |name: &str, role| Speaker { name: name.to_owned(), role };
    NewSource {
        file_name: format!("{title}.txt"),
        title,
        text,
        speakers: vec![speaker("Intervjuer", Role::Interviewer), speaker("Informant", Role::Informant)],
        turns,
        remarks: String::new(),
        original: None,
    }
}
