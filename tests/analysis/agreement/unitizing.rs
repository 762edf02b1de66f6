//! Alpha for unitizing against the example of its author.

use kodebok::analysis::agreement::Undefined;
use kodebok::analysis::agreement::unitizing::{Marked, alpha, alpha_of_all};
use kodebok::model::span::Span;

/// Units as they are printed: where they begin, and how long they are.
fn marked(coders: &[&[(u32, u32)]]) -> Marked {
    let spans = |units: &&[(u32, u32)]| units.iter().filter_map(|(at, length)| Span::new(*at, at + length)).collect();
    Marked { continuum: Span::new(150, 450).expect("a continuum"), coders: coders.iter().map(spans).collect() }
}

#[test]
fn the_example_of_the_book_gives_what_the_book_says() {
    // Krippendorff 2004, p. 254.
    let c = marked(&[&[(225, 70), (370, 30)], &[(220, 80), (355, 20), (400, 20)]]);
    let k = marked(&[&[(180, 60), (300, 50)], &[(180, 60), (300, 50)]]);
    assert!((alpha(&c).expect("defined") - 0.7286).abs() < 0.00005);
    assert_eq!(alpha(&k), Ok(1.0));
    assert!((alpha_of_all(&[c, k]).expect("defined") - 0.859).abs() < 0.0005);
}

#[test]
fn what_was_never_marked_has_no_alpha() {
    assert_eq!(alpha(&marked(&[&[], &[]])), Err(Undefined::NoVariation));
    assert_eq!(alpha(&marked(&[&[(200, 10)]])), Err(Undefined::NoPair));
    // One alone marked something: far from agreement, and defined.
    assert!(alpha(&marked(&[&[(200, 10)], &[]])).expect("defined") < 0.1);
    // All of the continuum by both is agreement that chance would give too.
    assert_eq!(alpha(&marked(&[&[(150, 300)], &[(150, 300)]])).map(|alpha| alpha > 0.99), Ok(true));
}
