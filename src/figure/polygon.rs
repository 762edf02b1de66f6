//! Outlines cut into triangles, for a window that can only fill what bulges outwards.

use super::scene::Pos;

/// Cuts a closed outline that does not cross itself into triangles, by the numbers of its corners (Meisters 1975:
/// every such outline has an ear that can be cut off).
pub fn triangles(corners: &[Pos]) -> Vec<[usize; 3]> {
    let mut left: Vec<usize> = (0..corners.len()).collect();
    // Ears are told by the way round.
    if area(corners) < 0.0 {
        left.reverse();
    }
    let mut cut = Vec::with_capacity(corners.len().saturating_sub(2));
    while left.len() > 3 {
        let count = left.len();
        let ear = (0..count).find(|at| {
            let [before, here, after] = [left[(at + count - 1) % count], left[*at], left[(at + 1) % count]];
            let bulges = turn(corners[before], corners[here], corners[after]) > 0.0;
            let others = left.iter().filter(|other| ![before, here, after].contains(other));
            bulges && !others.into_iter().any(|other| within(corners, [before, here, after], *other))
        });
        // Where rounding leaves no ear, the first corner is as good as any.
        let at = ear.unwrap_or(0);
        cut.push([left[(at + count - 1) % count], left[at], left[(at + 1) % count]]);
        left.remove(at);
    }
    cut.extend(<[usize; 3]>::try_from(left).ok());
    cut
}

/// Twice the area; positive where the corners go round as the hands of a clock do on a page.
fn area(corners: &[Pos]) -> f32 {
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(|(one, other)| one.x * other.y - other.x * one.y).sum()
}

fn turn(one: Pos, two: Pos, three: Pos) -> f32 {
    (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
}

fn within(corners: &[Pos], [one, two, three]: [usize; 3], other: usize) -> bool {
    let (one, two, three, other) = (corners[one], corners[two], corners[three], corners[other]);
    turn(one, two, other) >= 0.0 && turn(two, three, other) >= 0.0 && turn(three, one, other) >= 0.0
}
