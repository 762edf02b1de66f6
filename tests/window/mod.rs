mod main_job;
mod screen;
