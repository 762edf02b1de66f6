mod convergence;
mod gestures;
mod logs;
mod merge_table;
mod refusals;
mod template;
mod wire;
