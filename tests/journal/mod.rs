mod convergence;
mod logs;
mod merge_table;
mod refusals;
mod template;
mod wire;
