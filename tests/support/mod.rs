pub(crate) mod disk;
pub(crate) mod events;
pub(crate) mod marked;
pub(crate) mod outline;
pub(crate) mod script;
pub(crate) mod session;
pub(crate) mod team;
