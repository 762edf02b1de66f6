mod desktop;
mod icons;
mod notices;
mod offline;
mod tree;
