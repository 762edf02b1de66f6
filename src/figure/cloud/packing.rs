//! Packing: where the words of a cloud go. The largest first, each as near to the middle as it fits, letter by letter.

use crate::analysis::chance::Chance;
use crate::figure::scene::Weight;
use crate::figure::type_face;

/// White above and below a word, in points.
const AIR: f32 = 0.5;
/// White before and after a word, in sizes of its letters: less would let two words read as one.
const SPACE: f32 = 0.12;

/// Which way words run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Run {
    /// All from left to right.
    #[default]
    Horizontal,
    /// Every third from the bottom up.
    Mixed,
}

/// A word that is to be placed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted<'w> {
    pub(super) text: &'w str,
    pub(super) size: f32,
    pub(super) upright: bool,
}

/// Where a word was placed: its baseline starts here; it runs to the right, or upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A rectangle of points that are inked: left, top, width and height in whole points from where the baseline starts.
#[derive(Clone, Copy, Debug)]
struct Block {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

/// The page as points that are free or taken.
struct Field {
    width: i32,
    height: i32,
    /// 64 points in each.
    taken: Vec<u64>,
    row: usize,
}

/// A field of so many points, and the order in which its places are tried.
pub(super) struct Places {
    width: i32,
    height: i32,
    from_the_middle: Vec<(i32, i32)>,
}

impl Places {
    /// The seed decides between places that are equally good.
    pub(super) fn new(width: u16, height: u16, seed: u64) -> Self {
        let (width, height) = (i32::from(width), i32::from(height));
        Self { width, height, from_the_middle: from_the_middle(width, height, seed) }
    }
}

/// Places words on a field; `None` where one does not fit.
pub(super) fn pack(words: &[Wanted<'_>], places: &Places) -> Option<Vec<Placed>> {
    let mut field = Field::new(places.width, places.height);
    let mut open = places.from_the_middle.clone();
    words
        .iter()
        .map(|word| {
            let blocks = blocks(word);
            let hull = hull(&blocks)?;
            let fits = |(x, y): &(i32, i32)| {
                let (left, top) = (x - hull.left - hull.width / 2, y - hull.top - hull.height / 2);
                field.is_free(&blocks, left, top).then_some((left, top))
            };
            let (left, top) = open.iter().find_map(fits)?;
            field.take(&blocks, left, top);
            open.retain(|(x, y)| field.is_open(*x, *y));
            Some(Placed { x: left as f32, y: top as f32 })
        })
        .collect()
}

/// The points of the field from its middle outwards, in ovals as wide as the field.
fn from_the_middle(width: i32, height: i32, seed: u64) -> Vec<(i32, i32)> {
    const STEP: i32 = 2;
    let mut places = Vec::new();
    let mut chance = Chance::new(seed);
    for y in (0..height).step_by(STEP as usize) {
        for x in (0..width).step_by(STEP as usize) {
            let (dx, dy) = (i64::from(2 * x - width), i64::from(2 * y - height));
            let (w, h) = (i64::from(width), i64::from(height));
            let far = dx * dx * h * h / (w * w).max(1) + dy * dy;
            // A little chance, so that rings do not show; never so much that words wander.
            let far = far + far * i64::try_from(chance.draw() >> 60).unwrap_or(0) / 128;
            places.push((far, x, y));
        }
    }
    places.sort_unstable();
    places.into_iter().map(|(_, x, y)| (x, y)).collect()
}

/// What the letters of a word ink, each with its air, from where the baseline starts.
fn blocks(word: &Wanted<'_>) -> Vec<Block> {
    let inked = type_face::inked(word.text, word.size, Weight::SemiBold);
    let space = SPACE * word.size;
    let aired = |[left, top, right, bottom]: [f32; 4]| [left - space, top - AIR, right + space, bottom + AIR];
    inked.into_iter().map(|ink| Block::around(aired(ink), word.upright)).collect()
}

impl Block {
    /// Left, top, right and bottom of a letter on a level baseline, turned where the word is upright.
    #[expect(clippy::cast_possible_truncation, reason = "letters are smaller than a page")]
    fn around([left, top, right, bottom]: [f32; 4], upright: bool) -> Self {
        let [left, top, right, bottom] =
            if upright { [top, -right, bottom, -left] } else { [left, top, right, bottom] };
        let (left, top) = (left.floor() as i32, top.floor() as i32);
        let (right, bottom) = (right.ceil() as i32, bottom.ceil() as i32);
        Self { left, top, width: right - left, height: bottom - top }
    }
}

fn hull(blocks: &[Block]) -> Option<Block> {
    blocks.iter().copied().reduce(|one, other| {
        let (left, top) = (one.left.min(other.left), one.top.min(other.top));
        let right = (one.left + one.width).max(other.left + other.width);
        let bottom = (one.top + one.height).max(other.top + other.height);
        Block { left, top, width: right - left, height: bottom - top }
    })
}

impl Field {
    fn new(width: i32, height: i32) -> Self {
        let row = usize::try_from(width).unwrap_or(0).div_ceil(64);
        Self { width, height, taken: vec![0; row * usize::try_from(height).unwrap_or(0)], row }
    }

    /// Tells whether no ink lies on a point.
    fn is_open(&self, x: i32, y: i32) -> bool {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return false };
        self.taken.get(y * self.row + x / 64).is_some_and(|row| row & (1 << (x % 64)) == 0)
    }

    fn is_free(&self, blocks: &[Block], left: i32, top: i32) -> bool {
        blocks.iter().all(|block| {
            let (x, y) = (left + block.left, top + block.top);
            let inside = x >= 0 && y >= 0 && x + block.width <= self.width && y + block.height <= self.height;
            inside && self.lies(x, y, *block).is_some_and(|lies| self.is_free_under(&lies, block.height))
        })
    }

    fn is_free_under(&self, lies: &Lies, height: i32) -> bool {
        for line in 0..usize::try_from(height).unwrap_or(0) {
            for (ahead, mask) in lies.masks.iter().enumerate() {
                if self.taken.get(lies.at + line * self.row + ahead).is_none_or(|row| row & mask != 0) {
                    return false;
                }
            }
        }
        true
    }

    fn take(&mut self, blocks: &[Block], left: i32, top: i32) {
        for block in blocks {
            let Some(lies) = self.lies(left + block.left, top + block.top, *block) else { continue };
            for line in 0..usize::try_from(block.height).unwrap_or(0) {
                for (ahead, mask) in lies.masks.iter().enumerate() {
                    if let Some(row) = self.taken.get_mut(lies.at + line * self.row + ahead) {
                        *row |= mask;
                    }
                }
            }
        }
    }

    fn lies(&self, x: i32, y: i32, block: Block) -> Option<Lies> {
        let (from, to) = (usize::try_from(x).ok()?, usize::try_from(x + block.width).ok()?);
        let below = |bit: usize| if bit >= 64 { u64::MAX } else { (1 << bit) - 1 };
        let word = |word: usize| below((to - word * 64).min(64)) & !below(from.saturating_sub(word * 64));
        let at = usize::try_from(y).ok()? * self.row + from / 64;
        Some(Lies { at, masks: (from / 64..to.div_ceil(64)).map(word).collect() })
    }
}

/// Where a block lies on the field: its first 64 points, and which of these and the next it covers on every line.
struct Lies {
    at: usize,
    masks: Vec<u64>,
}

#[cfg(test)]
mod tests {
    use super::{Field, Places, Wanted, blocks, pack};

    fn words(upright: bool) -> Vec<Wanted<'static>> {
        let texts = ["klynge", "tillit", "samarbeid", "på", "ære", "Øst", "bedrift", "folk", "tid", "hjelp"];
        texts.iter().zip(0_u8..).map(|(text, n)| Wanted { text, size: 40.0 - 3.0 * f32::from(n), upright }).collect()
    }

    #[test]
    fn no_letter_lies_on_another_or_off_the_field() {
        for upright in [false, true] {
            let words = words(upright);
            let placed = pack(&words, &Places::new(300, 260, 7)).expect("there is room");
            let mut field = Field::new(300, 260);
            for (word, at) in words.iter().zip(&placed) {
                let (blocks, x, y) = (blocks(word), at.x as i32, at.y as i32);
                assert!(field.is_free(&blocks, x, y), "{word:?}");
                field.take(&blocks, x, y);
            }
            assert_eq!(pack(&words, &Places::new(300, 260, 7)), Some(placed), "the same seed gives the same cloud");
        }
        assert_eq!(pack(&words(false), &Places::new(60, 30, 7)), None);
        assert_eq!(pack(&[], &Places::new(60, 30, 7)), Some(Vec::new()));
    }
}
