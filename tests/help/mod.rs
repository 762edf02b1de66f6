//! The help: both languages say the same, what is named is in the program, and links lead somewhere.

use std::collections::BTreeSet;

use kodebok::analysis::ANALYSES;
use kodebok::figure::FIGURES;
use kodebok::help::reading::{Block, Inline, blocks, inlines};
use kodebok::help::search::search;
use kodebok::help::{PAGES, Page, Place, ROOMS, command, page};
use kodebok::lang::Language;
use kodebok::lang::agreement::AgreementWords;
use kodebok::ui::commands::{COMMANDS, Command, key, named};

use crate::lang::phrases::GROUPS;

fn all() -> impl Iterator<Item = (&'static Page, Language, Vec<Block>)> {
    PAGES.iter().flat_map(|page| Language::ALL.map(|language| (page, language, blocks(page.text(language), language))))
}

fn sections(pieces: &[Block]) -> Vec<&str> {
    let name = |piece: &'_ Block| matches!(piece, Block::Heading(..));
    let named = pieces.iter().filter(|piece| name(piece));
    named.map(|piece| if let Block::Heading(_, name) = piece { name.as_str() } else { "" }).collect()
}

#[test]
fn a_page_is_read_as_it_is_written() {
    let page = "# Title\n\nOne\ntwo `Ctrl+K`.\n\n## Part {part}\n- *Import* {undo}\n  more\n1. see [it](files#erase)\n";
    let expected = [
        Block::Title("Title".to_owned()),
        Block::Paragraph(vec![
            Inline::Plain("One two ".to_owned()),
            Inline::Key("Ctrl+K".to_owned()),
            Inline::Plain(".".to_owned()),
        ]),
        Block::Heading("Part".to_owned(), "part".to_owned()),
        Block::Item(vec![
            Inline::Name("Import".to_owned()),
            Inline::Plain(" ".to_owned()),
            Inline::Command("undo".to_owned(), "Undo".to_owned()),
            Inline::Plain(" more".to_owned()),
        ]),
        Block::Step(
            "1".to_owned(),
            vec![Inline::Plain("see ".to_owned()), Inline::Link("it".to_owned(), Place::at("files", "erase"))],
        ),
    ];
    assert_eq!(blocks(page, Language::English), expected);
    // What is not closed, and what is no command, stands as it is written.
    for odd in ["2 * 3", "{nothing}", "a ` b", "[x](y", "[x] (y)", "{", ""] {
        assert_eq!(inlines(odd, Language::English).iter().map(Inline::words).collect::<String>(), odd);
    }
}

#[test]
fn both_languages_have_the_same_sections_in_the_same_order_and_about_as_much() {
    for page in PAGES {
        let [nb, en] = Language::ALL.map(|language| blocks(page.text(language), language));
        assert_eq!(sections(&nb), sections(&en), "{}", page.name);
        let kinds = |pieces: &[Block]| pieces.iter().map(std::mem::discriminant).collect::<Vec<_>>();
        assert_eq!(kinds(&nb), kinds(&en), "{}: a paragraph, item or step is missing in one language", page.name);
        let commands = |pieces: &[Block]| {
            let all = pieces.iter().flat_map(Block::inlines);
            all.filter(|piece| matches!(piece, Inline::Command(..))).count()
        };
        assert_eq!(commands(&nb), commands(&en), "{}", page.name);
        let own: BTreeSet<&str> = sections(&nb).into_iter().collect();
        assert_eq!(own.len(), sections(&nb).len(), "{}: two sections of one name", page.name);
        assert!(matches!(nb.first(), Some(Block::Title(title)) if title == page.title(Language::Bokmal)));
    }
}

#[test]
fn every_link_leads_to_a_page_and_a_section() {
    for (from, language, pieces) in all() {
        for piece in pieces.iter().flat_map(Block::inlines) {
            let Inline::Link(words, place) = piece else { continue };
            let Some(to) = page(&place.page) else {
                panic!("{}: «{words}» leads to no page {}", from.name, place.page)
            };
            let there = blocks(to.text(language), language);
            let section = place.section.as_deref();
            assert!(section.is_none_or(|section| sections(&there).contains(&section)), "{}: «{words}»", from.name);
        }
    }
}

#[test]
fn every_page_is_led_to_and_every_command_named_exists() {
    let mut led = BTreeSet::new();
    for (from, language, pieces) in all() {
        let text = from.text(language);
        for piece in pieces.iter().flat_map(Block::inlines) {
            match piece {
                Inline::Link(_, place) => drop(led.insert(place.page.clone())),
                Inline::Command(name, _) => assert!(named(name).is_some(), "{}: there is no command {name}", from.name),
                Inline::Plain(words) => {
                    assert!(!words.contains(['{', '*', '`', '[']), "{} {language:?}: {words}", from.name);
                }
                Inline::Key(_) | Inline::Name(_) => {}
            }
        }
        assert!(!text.contains("**"), "{}: there is one way to stress", from.name);
    }
    for page in PAGES.iter().filter(|page| !["first-study", "keys", "trouble"].contains(&page.name)) {
        assert!(led.contains(page.name), "no page leads to {}", page.name);
    }
}

/// What the help says of the field rather than of the screen.
const OF_THE_FIELD: &[&str] = &["koding", "coding", "ikke definert", "undefined"];

#[test]
fn what_the_help_says_stands_on_the_screen_does() {
    for (from, language, pieces) in all() {
        let said: BTreeSet<&str> = GROUPS
            .iter()
            .flat_map(|(_, pairs)| pairs.iter())
            .map(|(_, nb, en)| if language == Language::Bokmal { *nb } else { *en })
            .collect();
        for piece in pieces.iter().flat_map(Block::inlines) {
            let Inline::Name(name) = piece else { continue };
            let known = said.contains(name.as_str()) || OF_THE_FIELD.contains(&name.as_str());
            assert!(known, "{} in {language:?}: nothing is called «{name}»", from.name);
        }
    }
}

#[test]
fn the_keys_the_help_names_are_on_the_keyboard_map() {
    let ctx = egui::Context::default();
    for (from, language, pieces) in all() {
        let mut keys: BTreeSet<String> =
            COMMANDS.iter().filter_map(|listed| Some(ctx.format_shortcut(&listed.keys?))).collect();
        keys.extend(
            kodebok::lang::rooms::Rooms::PAIRS
                .iter()
                .filter(|(key, ..)| key.starts_with("key_"))
                .map(|(_, nb, en)| (if language == Language::Bokmal { *nb } else { *en }).to_owned()),
        );
        // The digits have no word of their own; Ctrl is held as one clicks; a new turn is told while one corrects.
        keys.extend(["1–9", "Ctrl", "Ctrl+Enter"].map(str::to_owned));
        let starts = ["Ctrl", "Alt", "Shift", "Skift", "Enter", "Esc", "F", "←", "↑", "1"];
        for piece in pieces.iter().flat_map(Block::inlines) {
            let Inline::Key(named) = piece else { continue };
            let is_key = starts.iter().any(|start| named.starts_with(start));
            assert!(!is_key || keys.contains(named), "{} in {language:?}: there is no key {named}", from.name);
        }
    }
}

#[test]
fn every_room_has_a_section_of_its_own_name() {
    for language in Language::ALL {
        let rooms = blocks(page(ROOMS).expect("it is a page").text(language), language);
        for listed in COMMANDS {
            let Command::Go(room) = listed.command else { continue };
            let name = key(listed.command).expect("it has a title");
            assert!(sections(&rooms).contains(&name), "the help says nothing of {room:?} under {{{name}}}");
            let title = command(name, language).expect("it is a phrase");
            assert!(rooms.contains(&Block::Heading(title.to_owned(), name.to_owned())), "{title}");
        }
        for place in ["import", "correct"] {
            assert!(sections(&rooms).contains(&place), "{place}");
        }
    }
}

#[test]
fn every_table_figure_and_coefficient_is_explained() {
    let figures = page("figures").expect("it is a page");
    for language in Language::ALL {
        let text = figures.text(language);
        let told = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let titles = ANALYSES.iter().map(|analysis| analysis.title(language));
        for title in titles.chain(FIGURES.iter().map(|figure| figure.title(language))) {
            // Agreement source by source is agreement.
            let title = title.split(',').next().unwrap_or(title);
            assert!(told.contains(&format!("*{title}*")), "{language:?}: {title}");
        }
        let say = AgreementWords::of(language);
        for name in [
            say.percent,
            say.cohen_kappa,
            say.kappa_linear,
            say.kappa_squared,
            say.scott_pi,
            say.fleiss_kappa,
            say.alpha,
            say.ac1,
            say.ac2_quadratic,
            say.brennan_prediger,
        ] {
            assert!(told.contains(name), "{language:?}: {name}");
        }
    }
}

#[test]
fn every_key_of_a_command_and_its_name_lead_to_each_other() {
    for listed in COMMANDS {
        let name = key(listed.command).expect("every command has a title among the phrases");
        assert_eq!(named(name), Some(listed.command));
    }
}

#[test]
fn what_is_sought_is_found_with_its_headings() {
    let hits = search("slett informant", Language::Bokmal);
    assert!(hits.iter().any(|hit| hit.place == Place::at("files", "erase")), "{hits:#?}");
    let first = search("onedrive", Language::English);
    assert!(first.iter().any(|hit| hit.place == Place::at("two-coders", "shared")), "{first:#?}");
    // Whatever the case, and by a word of the heading first.
    assert_eq!(search("KAPPA", Language::English), search("kappa", Language::English));
    assert_eq!(search("metning", Language::Bokmal)[0].place, Place::at("figures", "saturation"));
    assert_eq!((search("  ", Language::English).len(), search("xyzzy", Language::English).len()), (0, 0));
}
