mod figures;
mod reading;
mod study;
mod unitizing;
