//! Reading a file as the program proposes it, with nothing chosen.

use kodebok::import::report::Loss;
use kodebok::import::{self, Choices, ImportError, Read};
use kodebok::journal::edit::NewSource;

/// Reads a file with nothing chosen.
pub(crate) fn read(file_name: &str, bytes: &[u8]) -> Result<Read, ImportError> {
    import::read(file_name, bytes, &Choices::default())
}

/// Reads a file that is one text.
pub(crate) fn text(file_name: &str, bytes: &[u8]) -> Result<(NewSource, Vec<Loss>), ImportError> {
    let read = read(file_name, bytes)?;
    Ok((read.text().expect("a text, not a table").clone(), read.losses))
}
