mod convergence;
mod edges;
mod gestures;
mod logs;
mod merge_table;
mod refusals;
mod template;
mod wire;
