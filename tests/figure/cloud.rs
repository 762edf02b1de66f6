//! Word clouds: no letter on another, the same twice, every word opens itself, and the legend says the counts.

use kodebok::analysis;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::table::Opens;
use kodebok::analysis::words::options::WordOptions;
use kodebok::figure::cloud::{CloudOptions, Run, Shades};
use kodebok::figure::scene::{Pos, Scene, Shape};
use kodebok::figure::svg::svg;
use kodebok::figure::type_face::inked;
use kodebok::figure::{Options, figure};
use kodebok::lang::Language;
use kodebok::model::arrangement::Paper;
use kodebok::model::project::Project;

use crate::support::study::Study;
use crate::support::{golden, sample};

const NORTH: &str = "
    Kari: <trust>Klyngen gir tillit, og tillit gir klyngen</trust> kunder. Fisk, fisk, fisk og kunder.
    Per: Klyngen har åpne møter, og <money>møter koster penger</money>. Øl koster òg.
";
const SOUTH: &str = "
    Eva: <money>Penger, penger og penger</money> er det klyngen handler om. Havet gir penger, og havet tar penger.
    Ida: Havet gir oss arbeid; arbeid gir penger.
";

fn study() -> std::sync::Arc<Project> {
    let mut study = Study::new("Havstudien");
    study.code("trust", kodebok::model::code::CodeKind::Theme, kodebok::model::code::Origin::Data);
    study.code("money", kodebok::model::code::CodeKind::Theme, kodebok::model::code::Origin::Data);
    study.source("Nord", NORTH);
    study.source("Sør", SOUTH);
    study.project()
}

fn draw(project: &Project, name: &str, scope: &Scope, cloud: CloudOptions, language: Language) -> Scene {
    let asked = analysis::Options { language, words: WordOptions::default(), ..analysis::Options::default() };
    let options = Options { paper: Paper::Portrait, asked, cloud, seed: 0 };
    let scenes = figure(name).expect("it is in the list").draw(project, scope, &options);
    let [scene] = <[Scene; 1]>::try_from(scenes).expect("a cloud is one page");
    scene
}

/// What the letters of the words of a cloud ink, word by word: left, top, right, bottom on the page.
fn letters(scene: &Scene) -> Vec<(&str, Vec<[f32; 4]>)> {
    let mut words = Vec::new();
    for shape in &scene.shapes {
        let (Shape::Text { at, text, size, weight, opens: Opens::Words(_), .. }
        | Shape::Upright { at, text, size, weight, opens: Opens::Words(_), .. }) = shape
        else {
            continue;
        };
        let Pos { x, y } = *at;
        let page = |[left, top, right, bottom]: [f32; 4]| match shape {
            Shape::Upright { .. } => [x + top, y - right, x + bottom, y - left],
            _ => [x + left, y + top, x + right, y + bottom],
        };
        words.push((text.as_str(), inked(text, *size, *weight).into_iter().map(page).collect()));
    }
    words
}

#[track_caller]
fn is_sound(scene: &Scene) {
    let words = letters(scene);
    for (at, (word, own)) in words.iter().enumerate() {
        for [left, top, right, bottom] in own {
            let inside = *left >= 0.0 && *top >= 0.0 && *right <= scene.size.width && *bottom <= scene.size.height;
            assert!(inside, "{word} is clipped");
            for (other, theirs) in words.iter().skip(at + 1) {
                let apart = |[l, t, r, b]: &[f32; 4]| right <= l || r <= left || bottom <= t || b <= top;
                assert!(theirs.iter().all(apart), "{word} lies on {other}");
            }
        }
    }
}

#[test]
fn clouds_of_the_sample_are_sound_and_full() {
    for run in [Run::Horizontal, Run::Mixed] {
        let cloud = CloudOptions { run, ..CloudOptions::default() };
        let scene = draw(sample::project(), "cloud", &Scope::all(), cloud, Language::Bokmal);
        is_sound(&scene);
        assert_eq!(letters(&scene).len(), 60);
        assert_eq!(scene, draw(sample::project(), "cloud", &Scope::all(), cloud, Language::Bokmal), "the same twice");
        let upright = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Upright { .. })).count();
        assert_eq!(upright, if run == Run::Mixed { 20 } else { 0 });
        let other = CloudOptions { seed: 2, ..cloud };
        assert_ne!(scene, draw(sample::project(), "cloud", &Scope::all(), other, Language::Bokmal), "another seed");
    }
}

#[test]
fn more_frequent_words_are_never_smaller_and_each_opens_its_forms() {
    let project = study();
    let scene = draw(&project, "cloud", &Scope::all(), CloudOptions::default(), Language::Bokmal);
    let sizes: Vec<(&str, f32, &Opens)> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { text, size, opens: opens @ Opens::Words(_), .. } => Some((text.as_str(), *size, opens)),
            _ => None,
        })
        .collect();
    assert_eq!(sizes[0].0, "penger");
    assert_eq!(*sizes[0].2, Opens::Words(["penger".to_owned()].into()));
    assert!(sizes.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    // Penger stands seven times, havet three times: the areas are as the counts.
    let size = |word: &str| sizes.iter().find(|(known, ..)| *known == word).expect("it is there").1;
    let share = (size("penger") / size("havet")).powi(2);
    assert!((share - 7.0 / 3.0).abs() < 0.01 || size("havet") <= 6.0, "{share}");
    assert!(scene.caption.contains("«penger» 7"), "{}", scene.caption);
}

#[test]
fn clouds_are_as_expected() {
    let project = study();
    let with = |shades, run| CloudOptions { shades, run, ..CloudOptions::default() };
    for (path, name, cloud, scope, language) in [
        ("cloud_codes", "cloud", with(Shades::Codes, Run::Horizontal), Scope::all(), Language::Bokmal),
        ("cloud_mixed", "cloud", with(Shades::Turns, Run::Mixed), Scope::all(), Language::English),
    ] {
        let scene = draw(&project, name, &scope, cloud, language);
        is_sound(&scene);
        golden::check(&format!("figure/{path}.svg"), &svg(&scene));
    }
    let first = sample::project().sources().next().expect("there are seven").id;
    let one = Scope { sources: [first].into(), ..Scope::all() };
    let scene = draw(sample::project(), "comparison-cloud", &one, CloudOptions::default(), Language::Bokmal);
    is_sound(&scene);
    golden::check("figure/cloud_comparison.svg", &svg(&scene));
}
