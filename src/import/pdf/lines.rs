//! The lines of a page in the order in which they are read, also where they stand in columns.

use super::runs::Run;

/// How many lines in a hundred have to part at one place before they are columns.
const COLUMN_SHARE: usize = 60;
/// How many letters the lines of a column have at least, on the average; the cells of a transcript's first column
/// hold a name.
const COLUMN_WIDTH: usize = 18;
/// How far from each other beginnings of lines may be that are one edge, in tenths of a point.
const EDGE: i32 = 40;

/// A line of a page. Lengths are as in [`Run`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) y: i32,
    pub(super) size: i32,
    pub(super) words: String,
}

/// Joins runs on one baseline to lines; a wide gap becomes a tab, and a gap that goes down the page parts columns.
pub(super) fn of_page(runs: Vec<Run>) -> Vec<Line> {
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        let last = rows.last_mut().filter(|row| row.last().is_some_and(|before| follows(before, &run)));
        match last {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    let Some(edge) = gutter(&rows) else { return rows.into_iter().map(line).collect() };
    // What spans the page, as a heading, stands between what is above and below it.
    let (mut lines, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let spans = row.iter().any(|run| run.left < edge - EDGE && run.right > edge);
        if spans {
            lines.append(&mut left);
            lines.append(&mut right);
            lines.push(line(row));
            continue;
        }
        let (before, after): (Vec<Run>, Vec<Run>) = row.into_iter().partition(|run| run.left < edge - EDGE);
        left.extend((!before.is_empty()).then(|| line(before)));
        right.extend((!after.is_empty()).then(|| line(after)));
    }
    lines.append(&mut left);
    lines.append(&mut right);
    lines
}

/// Tells whether a run stands on the line of the one drawn before it, to its right.
fn follows(before: &Run, run: &Run) -> bool {
    let size = before.size.max(run.size);
    (before.y - run.y).abs() * 10 <= size * 4 && run.left >= before.right - size / 2
}

/// Where the second column begins on a page whose lines are drawn across all columns.
fn gutter(rows: &[Vec<Run>]) -> Option<i32> {
    let parted = rows.iter().filter_map(|row| match row.as_slice() {
        [.., before, after] if after.left - before.right > before.size => Some((row, after)),
        _ => None,
    });
    let parted: Vec<(&Vec<Run>, &Run)> = parted.collect();
    let edge = parted.iter().map(|(_, after)| after.left).min()?;
    let at_edge: Vec<_> = parted.into_iter().filter(|(_, after)| after.left - edge <= EDGE).collect();
    let letters = |run: &Run| run.words.chars().count();
    let left: usize = at_edge.iter().map(|(row, after)| row.iter().map(letters).sum::<usize>() - letters(after)).sum();
    let right: usize = at_edge.iter().map(|(_, after)| letters(after)).sum();
    let wide = left.min(right) >= COLUMN_WIDTH * at_edge.len();
    (at_edge.len() >= 4 && at_edge.len() * 100 >= rows.len() * COLUMN_SHARE && wide).then_some(edge)
}

fn line(row: Vec<Run>) -> Line {
    let mut joined = Line::default();
    for run in row {
        let words = run.words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if joined.words.is_empty() {
            joined = Line { left: run.left, right: run.right, y: run.y, size: run.size, words };
            continue;
        }
        let gap = run.left - joined.right;
        joined.words.push(if gap * 2 > run.size * 3 { '\t' } else { ' ' });
        joined.words.push_str(&words);
        joined.right = joined.right.max(run.right);
        joined.size = joined.size.max(run.size);
    }
    joined
}
