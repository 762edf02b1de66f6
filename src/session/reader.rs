//! Reads a file for an import. What other people's libraries unpack is unpacked by the program itself in a process of
//! its own, so that a hostile file can take neither the window nor the study with it.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread::Builder;
use std::time::Duration;

use crate::import::apart::{Apart, answer};
use crate::import::{self, Choices, ImportError, MAX_FILE, Read};

/// The subcommand of the process that unpacks.
pub const SUBCOMMAND: &str = "unpack";
/// How long unpacking may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How much memory unpacking may take, in bytes.
pub const MEMORY: u64 = 2 * 1024 * 1024 * 1024;
/// How much a file may unpack to, in bytes; a longer answer breaks off, and is refused.
const ANSWER: u64 = 256 * 1024 * 1024;

/// Reads files for an import; the window and the command line read no other way.
#[derive(Clone, Debug)]
pub struct Reader {
    program: PathBuf,
    patience: Duration,
}

impl Reader {
    /// Reads with the help of this very program.
    pub fn of_this_program() -> Self {
        // Where it cannot be told which one that is, starting it fails, and that is told of the file.
        Self::new(std::env::current_exe().unwrap_or_default(), PATIENCE)
    }

    /// Reads with the help of the program at a path, which may take so long for a file.
    pub fn new(program: PathBuf, patience: Duration) -> Self {
        Self { program, patience }
    }

    /// Reads the bytes of a file, as it has been chosen.
    ///
    /// # Errors
    /// As [`import::read`], and when unpacking takes too long or too much memory.
    pub fn read(&self, file_name: &str, bytes: &[u8], choices: &Choices) -> Result<Read, ImportError> {
        let Some(kind) = import::apart(file_name) else { return import::read(file_name, bytes, choices) };
        if bytes.len() > MAX_FILE {
            return Err(ImportError::TooLarge { limit: MAX_FILE });
        }
        let answered = ask(&self.program, self.patience, kind, bytes)?;
        import::read(file_name, answer(&answered)?, choices)
    }
}

/// What the process answers to the bytes of a file.
fn ask(program: &Path, patience: Duration, kind: Apart, bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let mut command = Command::new(program);
    command.args([SUBCOMMAND, kind.name()]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return Err(ImportError::TooHard) };
    let answered = converse(&mut child, patience, bytes);
    // It has answered, or it is not worth waiting for; either way nothing of it shall be left.
    child.kill().ok();
    child.wait().ok();
    answered
}

fn converse(child: &mut Child, patience: Duration, bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(ImportError::TooHard);
    };
    let (send, answers) = channel();
    let bytes = bytes.to_vec();
    let writing = Builder::new().name("kodebok-unpack".to_owned()).spawn(move || {
        // A process that ends early has said why.
        stdin.write_all(&bytes).ok();
    });
    let reading = Builder::new().name("kodebok-unpack".to_owned()).spawn(move || {
        let mut answer = Vec::new();
        let read = stdout.take(ANSWER).read_to_end(&mut answer);
        // Who has lost patience listens no more.
        send.send(read.map(|_| answer)).ok();
    });
    if writing.is_err() || reading.is_err() {
        return Err(ImportError::TooHard);
    }
    match answers.recv_timeout(patience) {
        // A process that ran out of memory ends without a word.
        Ok(Ok(answer)) if answer.is_empty() => Err(ImportError::TooHard),
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_)) | Err(_) => Err(ImportError::TooHard),
    }
}
