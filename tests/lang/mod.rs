pub(crate) mod phrases;
