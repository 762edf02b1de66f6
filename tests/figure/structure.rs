//! The code structure: everything on the page, nothing clipped, nothing on top of anything else.

use kodebok::figure::scene::{Align, Pos, Scene, Shape};
use kodebok::figure::structure::{Counts, Options, structure};
use kodebok::figure::svg::{stacked, svg};
use kodebok::figure::type_face::width;
use kodebok::lang::Language;
use kodebok::model::arrangement::{Paper, Shift};
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::CodeId;
use kodebok::model::project::Project;

use crate::support::golden;
use crate::support::study::{Study, sample_codebook};

const EVERY_PAPER: [Paper; 2] = [Paper::Portrait, Paper::Landscape];

/// Left, top, right and bottom of every line of text.
fn texts(scene: &Scene) -> Vec<(String, [f32; 4])> {
    let text = |shape: &Shape| match shape {
        Shape::Text { at: Pos { x, y }, text, size, weight, align, .. } => {
            let width = width(text, *size, *weight);
            let left = match align {
                Align::Start => *x,
                Align::Middle => x - width / 2.0,
                Align::End => x - width,
            };
            Some((text.clone(), [left, y - size * 0.73, left + width, *y]))
        }
        Shape::Rect { .. } | Shape::Line { .. } | Shape::Path { .. } | Shape::Upright { .. } => None,
    };
    scene.shapes.iter().filter_map(text).collect()
}

/// Holds for every scene: texts lie on the page and apart from each other, boxes apart from boxes of other codes, and
/// a name within its box.
fn is_sound(scene: &Scene) {
    let texts = texts(scene);
    for (index, (words, [left, top, right, bottom])) in texts.iter().enumerate() {
        assert!(*left >= 40.0 && *right <= scene.size.width - 40.0, "{words} is within the margins");
        assert!(*top >= 40.0 && *bottom <= scene.size.height - 40.0, "{words} is within the margins");
        for (other, [l, t, r, b]) in texts.iter().skip(index + 1) {
            let apart = right <= l || r <= left || bottom <= t || b <= top;
            assert!(apart, "{words:?} lies on {other:?}");
        }
    }
    let boxes: Vec<_> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect { at, size, opens, .. } => {
                Some((opens.one_code()?, at.x, at.y, at.x + size.width, at.y + size.height))
            }
            Shape::Line { .. } | Shape::Path { .. } | Shape::Text { .. } | Shape::Upright { .. } => None,
        })
        .collect();
    for (index, (one, left, top, right, bottom)) in boxes.iter().enumerate() {
        assert!(*right <= scene.size.width - 40.0 && *bottom <= scene.size.height - 40.0);
        for (_, l, t, r, b) in boxes.iter().skip(index + 1) {
            assert!(right <= l || r <= left || bottom <= t || b <= top, "{one:?} lies on another box");
        }
    }
    for shape in &scene.shapes {
        let Shape::Text { at, text, size, weight, align, opens, .. } = shape else { continue };
        let Some(node) = opens.one_code() else { continue };
        let width = width(text, *size, *weight);
        let left = if *align == Align::Middle { at.x - width / 2.0 } else { at.x };
        let holds = boxes.iter().any(|(n, l, t, r, b)| {
            *n == node && *l <= left && left + width <= *r && *t <= at.y - size * 0.72 && at.y <= *b
        });
        assert!(holds, "{text:?} stands within its box");
    }
}

/// The names of all codes, as often as they stand on the pages; lines of one name are joined.
fn drawn(scenes: &[Scene]) -> usize {
    let nodes = scenes.iter().flat_map(|scene| &scene.shapes).filter_map(|shape| match shape {
        Shape::Rect { opens, .. } => opens.one_code(),
        Shape::Line { .. } | Shape::Path { .. } | Shape::Text { .. } | Shape::Upright { .. } => None,
    });
    nodes.collect::<std::collections::BTreeSet<_>>().len()
}

fn check(project: &Project) -> [usize; 2] {
    EVERY_PAPER.map(|paper| {
        let mut pages = 0;
        for counts in [Counts::Hidden, Counts::Shown] {
            for language in Language::ALL {
                let scenes = structure(project, &Options { paper, counts, language });
                scenes.iter().for_each(is_sound);
                assert_eq!(drawn(&scenes), project.codebook().len(), "every code is drawn");
                pages = scenes.len();
            }
        }
        pages
    })
}

#[test]
fn the_sample_fits_one_page() {
    let project = sample_codebook().project();
    assert_eq!(check(&project), [1, 2]);
    let scenes = structure(&project, &Options::default());
    golden::check("figure/sample_portrait.svg", &svg(&scenes[0]));
    let options = Options { paper: Paper::Landscape, counts: Counts::Shown, language: Language::English };
    golden::check("figure/sample_landscape.svg", &stacked(&structure(&project, &options)));
}

#[test]
fn an_odd_codebook_is_drawn_whole() {
    let mut study = Study::new("Et ganske langt navn på en studie som ikke får plass på én linje & <merkelig> – del 2");
    let theory = Origin::Theory;
    study.code("alene", CodeKind::Code, Origin::Data);
    study.code("også alene", CodeKind::Code, Origin::Data);
    study.code("tomt tema", CodeKind::Theme, theory);
    study.code("Leverandørutviklingsprogramsamarbeidsavtaler", CodeKind::Theme, theory);
    study.code("Leverandørutviklingsprogramsamarbeidsavtaler/kode rett under tema", CodeKind::Code, Origin::Data);
    study.code("Leverandørutviklingsprogramsamarbeidsavtaler/kategori uten koder", CodeKind::Category, theory);
    let deep = "Leverandørutviklingsprogramsamarbeidsavtaler/kategori";
    study.code(deep, CodeKind::Category, theory);
    let mut path = deep.to_owned();
    for level in 0..7 {
        path = format!(
            "{path}/nivå {level} med et navn som er langt nok til at det må brytes over flere linjer i figuren"
        );
        study.code(&path, CodeKind::Code, Origin::Data);
    }
    study.code("kategori uten tema", CodeKind::Category, theory);
    study.code("kategori uten tema/kode", CodeKind::Code, Origin::Data);
    study.code("kode som har koder", CodeKind::Code, Origin::Data);
    study.code("kode som har koder/a < b & \"c\"", CodeKind::Code, Origin::Data);
    let project = study.project();
    check(&project);
    let pages = structure(&project, &Options { counts: Counts::Shown, ..Options::default() });
    golden::check("figure/odd.svg", &stacked(&pages));
}

#[test]
fn a_large_codebook_goes_on_over_several_pages() {
    let mut study = Study::new("Stor studie");
    for theme in 0..4 {
        study.code(&format!("tema {theme}"), CodeKind::Theme, Origin::Theory);
        for category in 0..9 {
            study.code(&format!("tema {theme}/kategori {category}"), CodeKind::Category, Origin::Theory);
            for code in 0..if category == 3 { 90 } else { 5 } {
                study.code(&format!("tema {theme}/kategori {category}/kode {code}"), CodeKind::Code, Origin::Data);
            }
        }
    }
    let pages = check(&study.project());
    assert!(pages[0] >= 8 && pages[1] > pages[0], "{pages:?}");
}

#[test]
fn an_empty_codebook_says_so() {
    let scenes = structure(&Study::new("").project(), &Options::default());
    let words: Vec<String> = texts(&scenes[0]).into_iter().map(|(words, _)| words).collect();
    assert!(words.contains(&"Kodestruktur".to_owned()) && words.contains(&"Det er ingen koder ennå.".to_owned()));
}

#[test]
fn boxes_stand_where_a_hand_put_them_and_never_off_the_page() {
    let mut study = sample_codebook();
    let project = study.project();
    let theme = project.codebook().children(None)[0];
    let category = project.codebook().children(Some(theme))[0];
    let last = project.codebook().children(Some(category))[0];
    let before = box_of(&structure(&project, &Options::default())[0], theme);
    let by = |right, down| Some(Shift { right, down });
    for (code, by) in [(theme, by(-30, 25)), (category, by(14, -20)), (last, by(-800, 800))] {
        study.arrange(code, Paper::Portrait, by);
    }
    let pages = structure(&study.project(), &Options::default());
    golden::check("figure/arranged.svg", &stacked(&pages));
    let [left, top, ..] = box_of(&pages[0], theme);
    assert_eq!((left - before[0], top - before[1]), (-30.0, 25.0));
    let [left, _, _, bottom] = box_of(&pages[0], last);
    assert!(left >= 40.0 && bottom <= pages[0].size.height - 40.0, "it stays on the page");
    // Arranged on one paper, the other stands as it did; put back, this one does too.
    let landscape = Options { paper: Paper::Landscape, ..Options::default() };
    assert_eq!(stacked(&structure(&study.project(), &landscape)), stacked(&structure(&project, &landscape)));
    for code in [theme, category, last] {
        study.arrange(code, Paper::Portrait, None);
    }
    let again = structure(&study.project(), &Options::default());
    assert_eq!(stacked(&again), stacked(&structure(&project, &Options::default())));
}

/// Left, top, right and bottom of the box of a code.
fn box_of(scene: &Scene, code: CodeId) -> [f32; 4] {
    let found = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Rect { at, size, opens, .. } if opens.one_code() == Some(code) => {
            Some([at.x, at.y, at.x + size.width, at.y + size.height])
        }
        _ => None,
    });
    found.expect("it is drawn")
}
