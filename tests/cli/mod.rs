mod backups;
mod imports;
mod program;
mod whole_job;
mod wrong_input;
