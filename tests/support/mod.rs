pub(crate) mod events;
