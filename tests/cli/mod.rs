mod backups;
mod importing;
mod imports;
mod names;
mod program;
mod texts;
mod whole_job;
mod wrong_input;
