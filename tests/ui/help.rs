//! The help, walked by the names a screen reader would say.

use egui::{Key, Modifiers, Role};
use kodebok::help::{PAGES, Place, ROOMS};
use kodebok::lang::Language;
use kodebok::lang::commands::Commands;
use kodebok::ui::commands::{COMMANDS, Command, key};

use super::study;
use crate::support::rooms::Window;

fn opened() -> Window {
    let mut window = Window::on(study());
    window.press(Key::F1);
    window
}

#[test]
fn f1_opens_the_page_of_the_room_and_escape_leaves_everything_as_it_was() {
    let mut window = Window::on(study());
    for listed in COMMANDS {
        let (Command::Go(room), Some(keys)) = (listed.command, listed.keys) else { continue };
        window.press_with(keys.modifiers, keys.logical_key);
        assert_eq!(window.screen().room, room);
        window.press(Key::F1);
        let section = key(listed.command).expect("it is named");
        assert_eq!(window.screen().help, Some(Place::at(ROOMS, section)));
        let title = (listed.title)(Commands::of(Language::English));
        assert!(window.sees_role(Role::Heading, title), "{title}");
        window.press(Key::Escape);
        assert_eq!((window.screen().help.as_ref(), window.screen().room), (None, room));
    }
}

#[test]
fn f1_closes_what_it_has_opened() {
    let mut window = opened();
    assert!(window.sees("Close the help"));
    window.press(Key::F1);
    assert!(!window.sees("Close the help"));
}

#[test]
fn one_walks_through_all_pages_by_the_contents_and_back() {
    let mut window = opened();
    for page in PAGES {
        let title = page.title(Language::English);
        window.click_role(Role::Tab, title);
        assert!(window.sees_role(Role::Heading, title), "{title}");
        assert_eq!(window.screen().help, Some(Place::top(page.name)));
    }
    window.click("Back");
    assert_eq!(window.screen().help, Some(Place::top("files")));
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.screen().help, Some(Place::top("figures")));
}

#[test]
fn links_between_pages_are_followed() {
    let mut window = opened();
    window.click_role(Role::Tab, "Your first study in ten minutes");
    window.click_role(Role::Link, "name key");
    assert_eq!(window.screen().help, Some(Place::at("files", "names")));
    assert!(window.sees_role(Role::Heading, "Names and the name key"));
}

#[test]
fn what_is_typed_is_looked_for_and_enter_goes_to_the_first() {
    let mut window = opened();
    window.write("saturation");
    assert!(window.sees("How the numbers are computed › Saturation"));
    window.press(Key::Enter);
    assert_eq!(window.screen().help, Some(Place::at("figures", "saturation")));
    window.focus(Role::TextInput, "Search the help");
    window.write("xyzzy");
    assert!(window.sees_part("The help says nothing about this"));
    // Escape first gives up the search.
    window.press(Key::Escape);
    assert!(window.screen().help.is_some());
    window.press(Key::Escape);
    assert!(window.screen().help.is_none());
}

#[test]
fn every_key_of_a_command_is_listed() {
    let mut window = opened();
    window.click_role(Role::Tab, "The keys");
    let words = Commands::of(Language::English);
    for listed in COMMANDS.iter().filter(|listed| listed.keys.is_some()) {
        let title = format!(": {}", (listed.title)(words));
        assert!(window.sees_part(&title), "{title}");
    }
    assert!(window.sees("F8: Goes to the next coding"));
}

#[test]
fn while_the_help_is_read_no_key_reaches_the_work_behind_it() {
    let mut window = opened();
    let before = window.session().project().codings().count();
    window.press(Key::F8);
    window.press(Key::Delete);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.screen().room, kodebok::ui::screen::Room::Code);
    assert_eq!((window.session().project().codings().count(), window.screen().coding), (before, None));
    // But it may be read dark, larger, and in the other language.
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.sees("Lukk hjelpen"));
}

#[test]
fn the_help_is_in_the_menu_and_the_settings_lead_to_the_keys() {
    let mut window = Window::on(study());
    let menu = format!("Menu of the study {}", window.session().project().name());
    window.click(&menu);
    window.click_role(Role::Button, "Help");
    assert!(window.screen().help.is_some());
    window.press(Key::Escape);
    window.room(Key::Comma);
    window.click("See all keys");
    assert_eq!(window.screen().help, Some(Place::top("keys")));
}

#[test]
fn in_a_low_window_the_menu_ends_within_it_and_the_help_has_its_contents_in_a_menu() {
    let mut window = Window::on(study());
    window.resize(640.0, 420.0);
    let menu = format!("Menu of the study {}", window.session().project().name());
    window.click(&menu);
    // What is further down is scrolled to.
    assert!(window.place(Role::Button, "Import sources…").bottom() < 420.0);
    window.press(Key::Escape);
    window.press(Key::F1);
    window.click("Contents");
    window.click_role(Role::Tab, "The keys");
    assert_eq!(window.screen().help, Some(Place::top("keys")));
}
