pub(crate) mod events;
pub(crate) mod golden;
