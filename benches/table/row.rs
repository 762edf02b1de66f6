//! A row of the table, and how it is measured.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// What something costs.
pub(crate) struct Row {
    what: String,
    unit: &'static str,
    median: f64,
    p99: Option<f64>,
    longest: Option<f64>,
    limit: Option<f64>,
    bare: Option<f64>,
}

impl Row {
    /// A row of one figure, in ms.
    pub(crate) fn ms(what: impl Into<String>, median: f64) -> Self {
        Self { what: what.into(), unit: "ms", median, p99: None, longest: None, limit: None, bare: None }
    }

    /// A row of one figure, in MB.
    pub(crate) fn megabytes(what: impl Into<String>, figure: f64) -> Self {
        Self { unit: "MB", ..Self::ms(what, figure) }
    }

    /// A row of many times, in ms; the limit is for the 99th percentile.
    pub(crate) fn many(what: impl Into<String>, mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
        Self { p99: Some(at(0.99)), longest: Some(at(1.0)), ..Self::ms(what, at(0.5)) }
    }

    /// What it must not go beyond.
    pub(crate) fn limit(self, limit: f64) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// What a bare pass over the same bytes costs.
    pub(crate) fn bare(self, bare: f64) -> Self {
        Self { bare: Some(bare), ..self }
    }
}

/// The median of some runs, in ms by the clock on the wall.
pub(crate) fn median<T>(runs: usize, mut work: impl FnMut() -> T) -> f64 {
    let once = || {
        let since = Instant::now();
        let made = work();
        let took = ms(since.elapsed());
        drop(black_box(made));
        took
    };
    let mut times: Vec<f64> = std::iter::repeat_with(once).take(runs).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

/// The median of what some runs cost the processor on this thread, in ms.
pub(crate) fn busy<T>(runs: usize, mut work: impl FnMut() -> T) -> f64 {
    let once = || {
        let (made, took) = processor(&mut work);
        drop(black_box(made));
        took
    };
    let mut times: Vec<f64> = std::iter::repeat_with(once).take(runs).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

/// What some work costs the processor on this thread, in ms: what else the machine does meanwhile does not count.
pub(crate) fn processor<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let since = spent();
    let made = work();
    (made, ms(spent().saturating_sub(since)))
}

#[cfg(unix)]
fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}

#[cfg(not(unix))]
fn spent() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// How many bytes, in MB.
#[expect(clippy::cast_precision_loss, reason = "megabytes are shown, not bytes")]
pub(crate) fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Prints a part of the table, in Markdown.
#[expect(clippy::print_stdout, reason = "a measurement is told where it was asked for")]
pub(crate) fn print(part: &str, rows: &[Row]) {
    println!("\n| {part} | | median | p99 | longest | limit | bare pass | × bare |");
    println!("|---|---|--:|--:|--:|--:|--:|--:|");
    for row in rows {
        let Row { what, unit, median, p99, longest, limit, bare } = row;
        let judged = p99.unwrap_or(*median);
        let verdict = if limit.is_some_and(|limit| judged > limit) { " **over**" } else { "" };
        let told = |figure: &Option<f64>| figure.map_or_else(String::new, number);
        let times = bare.filter(|bare| *bare > 0.0).map_or_else(String::new, |bare| number(median / bare));
        let (p99, longest, bare) = (told(p99), told(longest), told(bare));
        let limit = limit.map_or_else(String::new, |limit| format!("{}{verdict}", number(limit)));
        println!("| {what} | {unit} | {} | {p99} | {longest} | {limit} | {bare} | {times} |", number(*median));
    }
}

/// Three digits that count.
fn number(figure: f64) -> String {
    let digits = match figure.abs() {
        figure if figure >= 100.0 => 0,
        figure if figure >= 10.0 => 1,
        figure if figure >= 0.1 => 2,
        _ => 4,
    };
    format!("{figure:.digits$}")
}
