mod commands;
mod look;
mod whole_job;
