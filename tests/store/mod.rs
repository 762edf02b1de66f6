mod app_data;
mod check;
mod faults;
mod layout;
mod own_logs;
mod reading;
