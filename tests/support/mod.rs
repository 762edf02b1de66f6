pub(crate) mod events;
pub(crate) mod golden;
pub(crate) mod study;
