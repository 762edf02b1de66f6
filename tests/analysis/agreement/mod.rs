mod figures;
mod reading;
mod several;
mod study;
mod unitizing;
