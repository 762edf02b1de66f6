//! Where the nodes of a network stand: drawn together by their ties, pushed apart by one another (Fruchterman and
//! Reingold 1991), then moved until no name lies on another.
//!
//! Only sums, products and roots, and a start that follows from the numbers of the nodes: equal on every machine.

use crate::analysis::chance::Chance;

/// A tie between two nodes by their numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// One end.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// How strong it is, from 0 to 1.
    pub strength: f64,
}

/// A place, from the middle of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "x to the right, y downwards")]
pub struct Place {
    pub x: f64,
    pub y: f64,
}

/// Half of what a node takes in each direction, with its name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub struct Half {
    pub width: f64,
    pub height: f64,
}

const ROUNDS: u32 = 400;
/// Every round of moving apart ends at least one overlap, so this many are never needed for what fits a page.
const MOST_PUSHES: u32 = 600;

/// Places nodes within a frame of the given half sides; the same nodes and ties always give the same places.
pub fn places(nodes: &[Half], ties: &[Tie], frame: Half, seed: u64) -> Vec<Place> {
    let mut at = drawn(nodes.len(), ties, frame, seed);
    fit(&mut at, nodes, frame);
    for _ in 0..MOST_PUSHES {
        if !push(&mut at, nodes, frame) {
            break;
        }
    }
    at
}

/// The forces: every node repels every other by k²/d, every tie draws its ends together by d²/k (p. 1132).
fn drawn(count: usize, ties: &[Tie], frame: Half, seed: u64) -> Vec<Place> {
    let mut chance = Chance::new(seed);
    let mut at: Vec<Place> = (0..count)
        .map(|_| Place { x: (chance.unit() - 0.5) * frame.width, y: (chance.unit() - 0.5) * frame.height })
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "a page holds few nodes")]
    let ideal = (4.0 * frame.width * frame.height / count.max(1) as f64).sqrt() * 0.8;
    for round in 0..ROUNDS {
        let mut pull = vec![Place::default(); count];
        for one in 0..count {
            for other in one + 1..count {
                let (apart, distance) = between(at[one], at[other]);
                let force = ideal * ideal / (distance * distance);
                shift(&mut pull[one], apart, force);
                shift(&mut pull[other], apart, -force);
            }
            // A weak draw to the middle keeps loose nodes on the page.
            let home = at[one];
            shift(&mut pull[one], home, -0.35);
        }
        for tie in ties {
            let (apart, distance) = between(at[tie.one], at[tie.other]);
            let force = distance / ideal * (0.25 + 0.75 * tie.strength);
            shift(&mut pull[tie.one], apart, -force);
            shift(&mut pull[tie.other], apart, force);
        }
        let warmth = frame.width.min(frame.height) * 0.2 * (1.0 - f64::from(round) / f64::from(ROUNDS));
        for (place, pull) in at.iter_mut().zip(&pull) {
            let length = (pull.x * pull.x + pull.y * pull.y).sqrt().max(1e-9);
            shift(place, *pull, length.min(warmth) / length);
        }
    }
    at
}

/// Stretches the picture to the frame, each axis by itself, so that the whole page is used: half by the distances that
/// the forces gave, half by the order alone, so that a few nodes far off do not press all others together.
fn fit(at: &mut [Place], nodes: &[Half], frame: Half) {
    let mut stretch = |read: fn(&Place) -> f64, write: fn(&mut Place, f64), half: fn(&Half) -> f64| {
        let low = at.iter().map(read).fold(f64::INFINITY, f64::min);
        let high = at.iter().map(read).fold(f64::NEG_INFINITY, f64::max);
        let edge = nodes.iter().map(half).fold(0.0, f64::max);
        let room = (half(&frame) - edge).max(0.0);
        let (middle, reach) = ((low + high) / 2.0, (high - low) / 2.0);
        if reach <= 1e-9 {
            at.iter_mut().for_each(|place| write(place, 0.0));
            return;
        }
        let mut order: Vec<usize> = (0..at.len()).collect();
        order.sort_by(|one, other| read(&at[*one]).total_cmp(&read(&at[*other])));
        #[expect(clippy::cast_precision_loss, reason = "a page holds few nodes")]
        for (rank, node) in order.into_iter().enumerate() {
            let by_order = 2.0 * rank as f64 / (at.len() - 1) as f64 - 1.0;
            let by_force = (read(&at[node]) - middle) / reach;
            write(&mut at[node], f64::midpoint(by_order, by_force) * room);
        }
    };
    stretch(|place| place.x, |place, x| place.x = x, |half| half.width);
    stretch(|place| place.y, |place, y| place.y = y, |half| half.height);
}

/// Moves overlapping nodes apart along the axis on which they overlap less; tells whether any had to move.
fn push(at: &mut [Place], nodes: &[Half], frame: Half) -> bool {
    let mut moved = false;
    for one in 0..at.len() {
        for other in one + 1..at.len() {
            let across = nodes[one].width + nodes[other].width - (at[one].x - at[other].x).abs();
            let down = nodes[one].height + nodes[other].height - (at[one].y - at[other].y).abs();
            if across <= 1e-6 || down <= 1e-6 {
                continue;
            }
            moved = true;
            if down <= across {
                let step = (down / 2.0 + 0.05) * if at[one].y <= at[other].y { -1.0 } else { 1.0 };
                at[one].y += step;
                at[other].y -= step;
            } else {
                let step = (across / 2.0 + 0.05) * if at[one].x <= at[other].x { -1.0 } else { 1.0 };
                at[one].x += step;
                at[other].x -= step;
            }
        }
        let (right, bottom) = ((frame.width - nodes[one].width).max(0.0), (frame.height - nodes[one].height).max(0.0));
        at[one].x = at[one].x.clamp(-right, right);
        at[one].y = at[one].y.clamp(-bottom, bottom);
    }
    moved
}

/// From `other` to `one`, and how far that is; never nothing, so that nodes in one place come apart.
fn between(one: Place, other: Place) -> (Place, f64) {
    let apart = Place { x: one.x - other.x, y: one.y - other.y };
    let distance = (apart.x * apart.x + apart.y * apart.y).sqrt();
    if distance < 1e-6 { (Place { x: 1e-3, y: 1e-3 }, 1e-3) } else { (apart, distance) }
}

fn shift(place: &mut Place, by: Place, times: f64) {
    place.x += by.x * times;
    place.y += by.y * times;
}
