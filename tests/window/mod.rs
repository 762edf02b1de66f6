mod kill;
mod main_job;
mod offline;
mod screen;
mod whole_job;
