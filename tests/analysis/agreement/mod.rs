mod figures;
mod reading;
mod unitizing;
