//! The list of commands: each has a title, a hint and keys that are its own.

use std::collections::BTreeMap;

use kodebok::lang::Language;
use kodebok::lang::commands::Commands;
use kodebok::ui::commands::{COMMANDS, Command};

#[test]
fn each_has_a_title_and_a_hint() {
    for language in Language::ALL {
        let words = Commands::of(language);
        for listed in COMMANDS {
            let (title, hint) = ((listed.title)(words), (listed.hint)(words));
            assert!(!title.is_empty() && hint.contains(' ') && hint != title, "{:?}: {hint}", listed.command);
            assert!(!hint.ends_with('.'), "a hint is no sentence of its own: {hint}");
        }
    }
}

#[test]
fn no_two_are_called_the_same() {
    for language in Language::ALL {
        let words = Commands::of(language);
        let mut seen = BTreeMap::new();
        for listed in COMMANDS {
            let before = seen.insert((listed.title)(words), listed.command);
            assert_eq!(before, None, "{:?} is called the same", listed.command);
        }
    }
}

#[test]
fn no_two_have_the_same_keys() {
    let ctx = egui::Context::default();
    let mut seen: Vec<(String, Command)> = Vec::new();
    // These act without standing in the list: a second way to redo, a larger text without a plus key, the tree's rename.
    let taken = ["Ctrl+Shift+Z", "Ctrl+=", "F2"];
    for listed in COMMANDS {
        let Some(keys) = listed.keys else { continue };
        let shown = ctx.format_shortcut(&keys);
        assert!(!taken.contains(&shown.as_str()), "{:?} has keys that are taken", listed.command);
        let before = seen.iter().find(|(other, _)| *other == shown);
        assert!(before.is_none(), "{:?} has the keys {shown} of {before:?}", listed.command);
        seen.push((shown, listed.command));
    }
    assert!(seen.len() > 20, "most commands have keys");
}

#[test]
fn each_is_listed_once() {
    for (at, listed) in COMMANDS.iter().enumerate() {
        assert!(!COMMANDS[..at].iter().any(|before| before.command == listed.command), "{:?}", listed.command);
    }
}
