//! The pictures that the packages carry are drawn from one, by our own painter; `UPDATE=1` draws them anew.

use std::fs;
use std::path::{Path, PathBuf};

use kodebok::ui::look::icon;

/// The sizes a desktop asks for, in dots.
const SIDES: [u16; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
/// What each size is called in a macOS icon.
const OF_MACOS: [(u16, &[u8; 4]); 7] =
    [(16, b"icp4"), (32, b"icp5"), (64, b"icp6"), (128, b"ic07"), (256, b"ic08"), (512, b"ic09"), (32, b"ic11")];

fn png(side: u16) -> Vec<u8> {
    icon::drawn(side).and_then(|dots| dots.encode_png().ok()).expect("the icon can be drawn")
}

/// An icon of Windows: a list of sizes, then the pictures.
fn ico() -> Vec<u8> {
    let pictures: Vec<(u16, Vec<u8>)> = [16, 24, 32, 48, 64, 256].map(|side| (side, png(side))).into();
    let count = u16::try_from(pictures.len()).expect("a few");
    let mut bytes: Vec<u8> = [0_u16, 1, count].iter().flat_map(|word| word.to_le_bytes()).collect();
    let mut at = 6 + 16 * u32::from(count);
    for (side, picture) in &pictures {
        let length = u32::try_from(picture.len()).expect("a small picture");
        // 256 is written as 0; one plane, 32 bits a dot.
        let side = u8::try_from(*side).unwrap_or(0);
        bytes.extend([side, side, 0, 0, 1, 0, 32, 0]);
        bytes.extend(length.to_le_bytes());
        bytes.extend(at.to_le_bytes());
        at += length;
    }
    bytes.extend(pictures.into_iter().flat_map(|(_, picture)| picture));
    bytes
}

/// An icon of macOS: named pieces, each with its length.
fn icns() -> Vec<u8> {
    let piece = |name: &[u8; 4], held: &[u8]| {
        let length = u32::try_from(held.len() + 8).expect("a small picture");
        [&name[..], &length.to_be_bytes(), held].concat()
    };
    let pieces: Vec<u8> = OF_MACOS.iter().flat_map(|(side, name)| piece(name, &png(*side))).collect();
    piece(b"icns", &pieces)
}

#[test]
fn they_are_drawn_from_one_picture() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("package");
    let mut pictures: Vec<(PathBuf, Vec<u8>)> =
        SIDES.map(|side| (folder.join("icons").join(format!("{side}.png")), png(side))).into();
    pictures.push((folder.join("windows/kodebok.ico"), ico()));
    pictures.push((folder.join("macos/kodebok.icns"), icns()));
    for (path, drawn) in pictures {
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, drawn).expect("it can be written");
        } else {
            assert!(fs::read(&path).is_ok_and(|kept| kept == drawn), "{}: UPDATE=1 draws it anew", path.display());
        }
    }
}

#[test]
fn the_smallest_is_sharp() {
    let dots = icon::drawn(16).expect("it can be drawn");
    let colours: std::collections::BTreeSet<[u8; 4]> = (2..14)
        .flat_map(|y| (3..13).map(move |x| (x, y)))
        .filter_map(|(x, y)| dots.pixel(x, y))
        .map(|dot| [dot.red(), dot.green(), dot.blue(), dot.alpha()])
        .collect();
    // Paper, ink, what is coded and two stripes: no dot lies between two of them.
    assert_eq!(colours.len(), 5, "{colours:?}");
}
