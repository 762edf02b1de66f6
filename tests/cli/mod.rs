mod backups;
mod names;
mod program;
mod whole_job;
mod wrong_input;
