//! The real program, with local data and files of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// A place with its own local data, in which the program is run.
pub(super) struct Place {
    folder: TempDir,
}

/// What the program said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Place {
    pub(super) fn new() -> Self {
        Self { folder: TempDir::new().expect("there is a folder for temporary files") }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).expect("the file can be written");
    }

    /// Runs the program with arguments divided by spaces; `_` within an argument stands for a space.
    pub(super) fn run(&self, arguments: &str) -> Said {
        let arguments = arguments.split_whitespace().map(|argument| argument.replace('_', " "));
        let run = Command::new(env!("CARGO_BIN_EXE_kodebok"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("KODEBOK_DATA", self.path("local data"))
            .env("LC_ALL", "nb_NO.UTF-8")
            .env("USER", "ola")
            .env("TZ", "UTC")
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Said { code: run.status.code().unwrap_or(-1), out: text(run.stdout), err: text(run.stderr) }
    }

    /// Runs the program, which must succeed, and gives what it said.
    #[track_caller]
    pub(super) fn ok(&self, arguments: &str) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 0, "{arguments}: {said:?}");
        said.out
    }

    /// Runs the program, which must succeed, and reads what it said as JSON.
    #[track_caller]
    pub(super) fn json(&self, arguments: &str) -> Value {
        serde_json::from_str(&self.ok(arguments)).expect("the answer is JSON")
    }

    /// Runs the program, which must fail, and gives what it complained of.
    #[track_caller]
    pub(super) fn fails(&self, arguments: &str, code: i32) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, code, "{arguments}: {said:?}");
        assert!(!said.err.contains("panicked"), "{arguments}: {said:?}");
        said.err
    }
}

/// A file of the sample study.
pub(super) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_transcripts").join(name)
}
