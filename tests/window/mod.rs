mod main_job;
mod screen;
mod whole_job;
