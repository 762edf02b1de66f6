mod analyse;
mod backups;
mod imports;
mod names;
mod program;
mod texts;
mod whole_job;
mod wrong_input;
