//! The furniture of pages: heads, feet and page numbers, which are no part of what was said.

use super::lines::Line;
use super::paragraphs::pitch;
use crate::import::report::Report;

/// How many lines at the head and at the foot of a page may be furniture.
const DEPTH: usize = 3;
/// How far apart lines of furniture may be on their pages, in tenths of a point.
const SAME_PLACE: i32 = 60;
/// How a number alone may be written; `#` is the number.
const NUMBERS: &[&str] = &[
    "#",
    "- # -",
    "– # –",
    "-#-",
    "[#]",
    "(#)",
    "#/#",
    "# / #",
    "# av #",
    "# of #",
    "# (#)",
    "side #",
    "sida #",
    "page #",
    "s. #",
    "p. #",
    "side # av #",
    "sida # av #",
    "page # of #",
    "side #/#",
    "sida #/#",
    "page #/#",
    "side: #",
    "page: #",
];

/// Takes out lines at the head and foot that stand at the same place on several pages and say the same but for the
/// number, and numbers that stand alone there.
pub(super) fn remove(pages: &mut [Vec<Line>], report: &mut Report) {
    let pitch = pitch(pages);
    let edges: Vec<Vec<Edge>> = pages.iter().map(|page| edges(page, pitch)).collect();
    let filled = edges.iter().filter(|page| !page.is_empty()).count();
    let mut gone: Vec<Vec<usize>> = vec![Vec::new(); pages.len()];
    for (gone, page) in gone.iter_mut().zip(&edges) {
        for edge in page {
            let alike = edges.iter().filter(|other| other.iter().any(|other| edge.is_like(other))).count();
            let repeated = alike >= 2 && alike * 3 >= filled && (edge.apart || alike >= 3);
            let numbered = NUMBERS.contains(&edge.said.as_str()) && (edge.apart || alike >= 2);
            if repeated || numbered {
                gone.push(edge.at);
            }
        }
    }
    for (page, gone) in pages.iter_mut().zip(&gone) {
        let mut at = 0;
        page.retain(|line| {
            let stays = !gone.contains(&at);
            at += 1;
            if !stays {
                report.furniture.push(line.words.clone());
            }
            stays
        });
    }
}

/// A line near the head or the foot of its page.
struct Edge {
    /// Its number among the lines of the page.
    at: usize,
    y: i32,
    /// Its words in small letters, with `#` for each number.
    said: String,
    /// Tells whether more than a usual line's height is between it and the text.
    apart: bool,
}

impl Edge {
    fn is_like(&self, other: &Self) -> bool {
        self.said == other.said && (self.y - other.y).abs() <= SAME_PLACE
    }
}

fn edges(page: &[Line], pitch: i32) -> Vec<Edge> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by_key(|at| page.get(*at).map_or(0, |line| -line.y));
    let from_foot: Vec<usize> = order.iter().rev().copied().collect();
    let depth = DEPTH.min(page.len() / 2 + 1);
    let mut edges: Vec<Edge> = Vec::new();
    for order in [&order, &from_foot] {
        let mut apart = false;
        // A whole head is apart if there is a gap somewhere between it and the text.
        for at in (0..depth).rev() {
            let (Some(line), next) = (order.get(at).and_then(|at| page.get(*at)), order.get(at + 1)) else { continue };
            let gap = next.and_then(|next| page.get(*next)).map_or(i32::MAX, |next| (next.y - line.y).abs());
            apart |= at + 1 >= order.len() || gap.saturating_mul(10) > pitch.saturating_mul(14);
            let at = order.get(at).copied().unwrap_or_default();
            if !edges.iter().any(|edge| edge.at == at) {
                edges.push(Edge { at, y: line.y, said: without_numbers(&line.words), apart });
            }
        }
    }
    edges
}

fn without_numbers(words: &str) -> String {
    let mut said = String::with_capacity(words.len());
    for letter in words.trim().to_lowercase().chars() {
        match letter {
            letter if letter.is_ascii_digit() => {
                if !said.ends_with('#') {
                    said.push('#');
                }
            }
            letter => said.push(letter),
        }
    }
    said
}
