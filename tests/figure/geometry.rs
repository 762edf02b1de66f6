//! Treemaps and networks: places against what was published, and against what must always hold.

use kodebok::figure::force::{Half, Place, Tie, places};
use kodebok::figure::polygon::triangles;
use kodebok::figure::scene::{Pos, Size};
use kodebok::figure::squarified::{Tile, squarified};
use proptest::prelude::*;

fn near(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.01
}

/// The worked example of Bruls, Huizing and van Wijk 2000, figure 5: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 × 4.
/// The first column is 3 wide with the two sixes; above the rest lie 4 and 3, 7/3 high; then 2 fills a column.
#[test]
fn the_published_rectangle_is_divided_as_published() {
    let whole = Tile { at: Pos::new(0.0, 0.0), size: Size::new(6.0, 4.0) };
    let tiles = squarified(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], whole);
    let expected = [
        (0.0, 0.0, 3.0, 2.0),
        (0.0, 2.0, 3.0, 2.0),
        (3.0, 0.0, 12.0 / 7.0, 7.0 / 3.0),
        (3.0 + 12.0 / 7.0, 0.0, 9.0 / 7.0, 7.0 / 3.0),
    ];
    for (tile, (x, y, width, height)) in tiles.iter().zip(expected) {
        let same = near(tile.at.x, x) && near(tile.at.y, y);
        assert!(same && near(tile.size.width, width) && near(tile.size.height, height), "{tile:?}");
    }
}

proptest! {
    #[test]
    fn areas_are_in_proportion_and_lie_within(mut sizes in prop::collection::vec(1_u32..500, 1..40)) {
        sizes.sort_by(|one, other| other.cmp(one));
        let whole = Tile { at: Pos::new(10.0, 20.0), size: Size::new(400.0, 300.0) };
        let parts: Vec<f64> = sizes.iter().map(|size| f64::from(*size)).collect();
        let sum: f64 = parts.iter().sum();
        for (tile, part) in squarified(&parts, whole).iter().zip(&parts) {
            let area = f64::from(tile.size.width) * f64::from(tile.size.height);
            prop_assert!((area - 120_000.0 * part / sum).abs() < 1.0);
            prop_assert!(tile.at.x >= 9.99 && tile.at.x + tile.size.width <= 410.01);
            prop_assert!(tile.at.y >= 19.99 && tile.at.y + tile.size.height <= 320.01);
        }
    }

    #[test]
    fn nodes_stay_on_the_page_and_apart(count in 1_usize..30, seed in 0_u64..50) {
        let nodes = vec![Half { width: 25.0, height: 10.0 }; count];
        let ties: Vec<Tie> = (1..count).map(|at| Tie { one: at / 2, other: at, strength: 0.5 }).collect();
        let frame = Half { width: 220.0, height: 250.0 };
        let at = places(&nodes, &ties, frame, seed);
        prop_assert_eq!(&at, &places(&nodes, &ties, frame, seed), "the same twice");
        for (number, one) in at.iter().enumerate() {
            prop_assert!(one.x.abs() <= 195.01 && one.y.abs() <= 240.01, "{one:?}");
            for other in &at[number + 1..] {
                let apart = (one.x - other.x).abs() >= 49.99 || (one.y - other.y).abs() >= 19.99;
                prop_assert!(apart, "{one:?} {other:?}");
            }
        }
    }
}

/// A ring cut open, as an arc of a sunburst: its area is that of its triangles, and each lies within it.
#[test]
fn an_outline_that_bends_inwards_is_filled_exactly() {
    let around = |radius: f32, step: u16| {
        let turn = f32::from(step) / 40.0 * 5.0;
        Pos::new(radius * libm::cosf(turn), radius * libm::sinf(turn))
    };
    let ring: Vec<Pos> =
        (0..=40).map(|step| around(10.0, step)).chain((0..=40).rev().map(|step| around(6.0, step))).collect();
    let doubled = |corners: &[Pos]| {
        let next = corners.iter().cycle().skip(1);
        corners.iter().zip(next).map(|(one, other)| one.x * other.y - other.x * one.y).sum::<f32>().abs()
    };
    for corners in [ring.clone(), ring.into_iter().rev().collect()] {
        let cut = triangles(&corners);
        assert_eq!(cut.len(), corners.len() - 2);
        let sum: f32 = cut.iter().map(|three| doubled(&three.map(|corner| corners[corner]))).sum();
        assert!((sum - doubled(&corners)).abs() < 0.01, "{sum}");
    }
    assert!(triangles(&[]).is_empty() && triangles(&[Pos::new(1.0, 1.0); 2]).is_empty());
}

#[test]
fn what_is_tied_stands_nearer_than_what_is_not() {
    let nodes = vec![Half { width: 2.0, height: 2.0 }; 6];
    let triangle = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)];
    let ties: Vec<Tie> = triangle.into_iter().map(|(one, other)| Tie { one, other, strength: 1.0 }).collect();
    let at = places(&nodes, &ties, Half { width: 200.0, height: 200.0 }, 1);
    let far = |one: Place, other: Place| ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt();
    let within = triangle.iter().map(|(one, other)| far(at[*one], at[*other])).fold(0.0, f64::max);
    let across = (0..3).flat_map(|one| (3..6).map(move |other| (one, other)));
    let across = across.map(|(one, other)| far(at[one], at[other])).fold(f64::INFINITY, f64::min);
    assert!(within < across, "{within} {across}");
}
