//! Bytes that only a passphrase opens (age, scrypt): name keys, and studies in one file.

use std::io;

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use age::{DecryptError, EncryptError};

/// The shortest passphrase that is taken, in characters.
pub const SHORTEST: usize = 8;
/// What sealed bytes begin with.
const BEGINNING: &[u8] = b"age-encryption.org/v1\n";
/// The most work that is done to try a passphrase: what a much faster machine has sealed is still opened, if slowly.
const MOST_ROUNDS: u8 = 22;

/// How much work it is to try a passphrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// About a second on this machine, so that guessing takes for ever.
    #[default]
    Usual,
    /// As many rounds as two to this power; for tests.
    Rounds(u8),
}

/// Why sealed bytes could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotOpened {
    /// The passphrase is not the one they were sealed with.
    WrongPassphrase,
    /// They are not sealed, or they are damaged.
    Damaged,
}

/// Tells whether a passphrase keeps anybody out.
pub(crate) fn is_long_enough(passphrase: &str) -> bool {
    passphrase.chars().count() >= SHORTEST
}

/// Tells whether bytes are sealed.
pub(crate) fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING)
}

/// Seals bytes. Takes about a second by design, so never on the window's thread.
pub(crate) fn seal(bytes: &[u8], passphrase: &str, work: Work) -> io::Result<Vec<u8>> {
    let mut recipient = Recipient::new(SecretString::from(passphrase.to_owned()));
    if let Work::Rounds(rounds) = work {
        recipient.set_work_factor(rounds);
    }
    age::encrypt(&recipient, bytes).map_err(|error| match error {
        EncryptError::Io(cause) => cause,
        other => io::Error::other(other.to_string()),
    })
}

/// Opens sealed bytes. Takes about a second by design, so never on the window's thread.
pub(crate) fn unseal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, NotOpened> {
    let mut identity = Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_ROUNDS);
    age::decrypt(&identity, bytes).map_err(|error| match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys
        | DecryptError::InvalidMac => NotOpened::WrongPassphrase,
        _ => NotOpened::Damaged,
    })
}
