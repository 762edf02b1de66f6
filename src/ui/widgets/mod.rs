//! Small pieces that several views are made of.

pub mod carried;
pub mod controls;
pub mod empty;
pub mod long_list;
pub mod marks;
pub mod page;
