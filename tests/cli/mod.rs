mod analyse;
mod backups;
mod program;
mod whole_job;
mod wrong_input;
