mod backups;
mod importing;
mod program;
mod whole_job;
mod wrong_input;
