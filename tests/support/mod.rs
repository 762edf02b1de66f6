pub(crate) mod disk;
pub(crate) mod events;
pub(crate) mod session;
