mod convergence;
mod logs;
mod merge_table;
mod refusals;
mod wire;
