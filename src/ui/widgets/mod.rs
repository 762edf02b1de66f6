//! Small pieces that several views are made of.

pub mod carried;
pub mod controls;
pub mod empty;
pub mod kwic;
pub mod long_list;
pub mod marks;
pub mod page;
pub mod pages;
pub mod picture;
pub mod scope;
pub mod table;
pub mod table_out;
