//! The figures of codes: every one is drawn, nothing clipped, no words on other words, and equal on every machine.

use std::path::Path;
use std::sync::Arc;

use kodebok::analysis::coded::Level;
use kodebok::analysis::cooccurrence::Near;
use kodebok::analysis::scope::Scope;
use kodebok::analysis::table::Opens;
use kodebok::analysis::{self, Heed, Reach};
use kodebok::figure::scene::{Align, Pos, Scene, Shape};
use kodebok::figure::svg::stacked;
use kodebok::figure::type_face::width;
use kodebok::figure::{FIGURES, Figure, Options};
use kodebok::lang::Language;
use kodebok::model::arrangement::Paper;
use kodebok::model::code::{CodeKind, Origin};
use kodebok::model::id::CoderId;
use kodebok::model::project::Project;
use kodebok::session::{Session, Who, sample};
use kodebok::store::app_data::AppData;

use crate::support::golden;
use crate::support::session::test_world;
use crate::support::study::Study;

/// Three interviews with two themes.
fn study() -> Arc<Project> {
    let mut study = Study::new("Klynge & co");
    study.code("Tillit", CodeKind::Theme, Origin::Theory);
    study.code("Tillit/trygghet", CodeKind::Category, Origin::Data);
    study.code("Tillit/trygghet/som hjemme", CodeKind::Code, Origin::Data);
    study.code("Tillit/å stole på konkurrenter", CodeKind::Code, Origin::Data);
    study.code("Læring", CodeKind::Theme, Origin::Theory);
    study.code("Læring/av hverandre", CodeKind::Code, Origin::Data);
    study.code("penger", CodeKind::Code, Origin::Data);
    let home = "Tillit/trygghet/som hjemme";
    let rely = "Tillit/å stole på konkurrenter";
    let learn = "Læring/av hverandre";
    let first = study.source(
        "Informant 1",
        &format!(
            "Anna: Er det <Tillit>trygt her</Tillit>?
             Kari: Ja, <{home}>det er <{learn}>som</{learn}> hjemme</{home}>, og vi <{learn}>lærer <penger by Eva>mye \
             </penger>av hverandre</{learn}>. <{rely}>Vi stoler på dem</{rely}>."
        ),
    );
    let second = study.source(
        "Informant 2",
        &format!(
            "Anna: Og <penger>pengene</penger>?
             Per: <{rely}>De deler <penger>alt</penger></{rely}> med oss, <{learn}>og vi lærer</{learn}>."
        ),
    );
    study.source("Informant 10", &format!("<{learn}>Vi lærte mye</{learn}> den gangen, men ikke alt."));
    study.case("Bakeriet", first, &[("klynge", "nord")]);
    study.case("Bygg", second, &[("klynge", "sør")]);
    study.project()
}

/// The sample study that the program carries.
fn sample_study() -> Arc<Project> {
    let scratch = tempfile::tempdir().expect("a folder");
    let folder = sample::unpack(scratch.path(), test_world(8).as_mut()).expect("the sample");
    let who = Who { id: CoderId::new(3), name: "Tredje".to_owned() };
    let data = AppData::at(scratch.path().join("data"));
    Session::open(Path::new(&folder), who, &data, test_world(9)).expect("a session").project().clone()
}

/// Left, top, right and bottom of every line of text.
fn texts(scene: &Scene) -> Vec<(&str, [f32; 4])> {
    let text = |shape| match shape {
        &Shape::Text { at: Pos { x, y }, ref text, size, weight, align, .. } => {
            let width = width(text, size, weight);
            let left = match align {
                Align::Start => x,
                Align::Middle => x - width / 2.0,
                Align::End => x - width,
            };
            Some((text.as_str(), [left, y - size * 0.73, left + width, y]))
        }
        Shape::Rect { .. } | Shape::Line { .. } | Shape::Path { .. } | Shape::Upright { .. } => None,
    };
    scene.shapes.iter().filter_map(text).collect()
}

/// Words lie on the page and apart from each other; so do shapes on the page.
#[track_caller]
fn is_sound(name: &str, scene: &Scene) {
    let (width, height) = (scene.size.width, scene.size.height);
    let within = |at: &Pos| -0.1 <= at.x && at.x <= width + 0.1 && -0.1 <= at.y && at.y <= height + 0.1;
    for shape in &scene.shapes {
        let inside = match shape {
            Shape::Rect { at, size, .. } => within(at) && within(&Pos::new(at.x + size.width, at.y + size.height)),
            Shape::Line { points, .. } | Shape::Path { points, .. } => points.iter().all(within),
            Shape::Text { .. } | Shape::Upright { .. } => true,
        };
        assert!(inside, "{name}: {shape:?} is clipped on {:?}", scene.size);
    }
    let texts = texts(scene);
    for (at, (words, [left, top, right, bottom])) in texts.iter().enumerate() {
        let inside = *left >= 3.0 && *top >= 3.0 && *right <= width - 3.0 && *bottom <= height - 3.0;
        assert!(inside, "{name}: {words:?} at {left} {top} {right} {bottom} is clipped on {:?}", scene.size);
        for (other, [l, t, r, b]) in texts.iter().skip(at + 1) {
            let apart = right <= l || r <= left || bottom <= t || b <= top;
            // The words of a cloud lie letter by letter in each other's hollows; a test of their own sees to that.
            let apart = apart || name.contains("cloud");
            assert!(apart, "{name}: {words:?} lies on {other:?}");
        }
    }
    assert!(width <= 701.0, "{name}: as wide as a page");
}

/// The figures of codes; clouds are figures of words, and have tests of their own beside these.
fn of_codes() -> impl Iterator<Item = &'static dyn Figure> {
    FIGURES.iter().copied().filter(|figure| !figure.name().contains("cloud"))
}

/// The first source where a figure compares it with the rest, else everything.
fn scope_of(figure: &dyn Figure, project: &Project) -> Scope {
    let first = project.sources().next().filter(|_| figure.heeds().contains(&Heed::Against));
    Scope { sources: first.map(|source| source.id).into_iter().collect(), ..Scope::all() }
}

fn options(paper: Paper, level: Level, language: Language) -> Options {
    let asked = analysis::Options { language, level, near: Near::Turn, ..analysis::Options::default() };
    Options { paper, asked, ..Options::default() }
}

#[test]
fn every_figure_of_the_sample_is_sound_on_every_paper_and_the_same_twice() {
    let project = sample_study();
    for figure in FIGURES {
        for paper in [Paper::Portrait, Paper::Landscape] {
            for (level, language) in [(Level::All, Language::Bokmal), (Level::Categories, Language::English)] {
                let options = options(paper, level, language);
                let scenes = figure.draw(&project, &scope_of(*figure, &project), &options);
                scenes.iter().for_each(|scene| is_sound(figure.name(), scene));
                assert!(scenes.iter().any(|scene| scene.shapes.len() > 20), "{} shows something", figure.name());
                let again = figure.draw(&project, &scope_of(*figure, &project), &options);
                assert!(scenes == again, "{} is the same twice", figure.name());
                for scene in &scenes {
                    assert!(scene.caption.contains(figure.title(language)), "{}", scene.caption);
                    assert!(scene.caption.ends_with('.') && !scene.caption.contains('{'), "{}", scene.caption);
                }
            }
        }
    }
}

#[test]
fn figures_of_a_small_study_are_as_they_were_looked_at() {
    let project = study();
    for figure in of_codes() {
        let scenes = figure.draw(&project, &Scope::all(), &Options::default());
        scenes.iter().for_each(|scene| is_sound(figure.name(), scene));
        golden::check(&format!("figure/codes/{}.svg", figure.name()), &stacked(&scenes));
    }
}

#[test]
fn an_empty_study_has_a_page_that_says_so() {
    for project in [Study::new("").project(), crate::support::study::sample_codebook().project()] {
        for figure in FIGURES {
            let scenes = figure.draw(&project, &Scope::all(), &Options::default());
            let told = texts(&scenes[0]).iter().any(|(words, _)| *words == "Det er ingenting å vise her ennå.");
            assert!(scenes.len() == 1 && told, "{}", figure.name());
        }
    }
}

#[test]
fn what_stands_for_something_opens_it() {
    let project = study();
    let own = analysis::Options { reach: Reach::Own, ..analysis::Options::default() };
    for figure in of_codes() {
        let options = Options { asked: own.clone(), ..Options::default() };
        let scenes = figure.draw(&project, &Scope::all(), &options);
        let opening = scenes.iter().flat_map(|scene| &scene.shapes).filter(|shape| *shape.opens() != Opens::Nothing);
        assert!(opening.count() >= 3, "{}", figure.name());
    }
}

#[test]
fn names_are_each_ones_own() {
    let mut names: Vec<&str> = FIGURES.iter().map(|figure| figure.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FIGURES.len());
}
