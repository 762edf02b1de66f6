mod app_data;
mod backups;
mod check;
mod exchange;
mod faults;
mod layout;
mod own_logs;
mod reading;
