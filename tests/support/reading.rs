//! Reading a file as the program proposes it, with nothing chosen.

use std::time::Duration;

use kodebok::import::report::Loss;
use kodebok::import::{Choices, ImportError, Read};
use kodebok::journal::edit::NewSource;
use kodebok::session::reader::Reader;

/// Reads files with the program that is tested.
pub(crate) fn reader() -> Reader {
    Reader::new(env!("CARGO_BIN_EXE_kodebok").into(), Duration::from_secs(30))
}

/// Reads a file with nothing chosen.
pub(crate) fn read(file_name: &str, bytes: &[u8]) -> Result<Read, ImportError> {
    reader().read(file_name, bytes, &Choices::default())
}

/// Reads a file that is one text.
pub(crate) fn text(file_name: &str, bytes: &[u8]) -> Result<(NewSource, Vec<Loss>), ImportError> {
    let read = read(file_name, bytes)?;
    Ok((read.text().expect("a text, not a table").clone(), read.losses))
}
