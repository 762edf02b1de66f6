//! What the program says: one table in bokmål and English. A phrase that lacks a language does not compile.

pub mod agreeing;
pub mod agreement;
pub mod analyse;
pub mod analyses;
pub mod answers;
pub mod aside;
pub mod asking;
pub mod cli;
pub mod code_tree;
pub mod commands;
pub mod correcting;
pub mod double;
pub mod export;
pub mod figure;
pub mod foreign;
pub mod help;
pub mod history;
pub mod import;
pub mod intake;
pub mod names;
pub mod notice;
pub mod one_file;
pub mod pictures;
pub mod problem;
pub mod pseudonym;
pub mod refusal;
pub mod replacing;
pub mod review;
pub mod reviewing;
pub mod rooms;
pub mod store;
pub mod study;
pub mod team;
pub mod text_history;
pub mod tongues;
pub mod window;
pub mod words;

use std::fmt::Display;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Norwegian bokmål.
    #[default]
    Bokmal,
    /// English.
    English,
}

impl Language {
    /// Every language of the interface.
    pub const ALL: [Self; 2] = [Self::Bokmal, Self::English];

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bokmal => "Norsk bokmål",
            Self::English => "English",
        }
    }

    /// Its short tag, as written in settings.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::English => "en",
        }
    }

    /// The language of a desktop: that of its locale. A locale that names no language says nothing about its user; the
    /// program was made in Norway.
    pub fn of_locale(locale: &str) -> Self {
        let nothing = locale.is_empty() || locale == "C" || locale == "POSIX" || locale.starts_with("C.");
        if nothing { Self::Bokmal } else { Self::from_tag(locale) }
    }

    /// The language of a tag such as `nb`, `nn_NO.UTF-8` or `en-GB`; bokmål for what is spoken next door, English
    /// for the rest of the world.
    pub fn from_tag(tag: &str) -> Self {
        let nordic = ["nb", "nn", "no", "da", "sv"].iter().any(|known| tag.to_lowercase().starts_with(known));
        if nordic { Self::Bokmal } else { Self::English }
    }
}

/// Declares a group of phrases: `key: "bokmål", "English";`. `{n}` and the like are filled in by [`fill`].
macro_rules! phrases {
    ($(#[$doc:meta])* $group:ident { $($key:ident: $nb:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "the phrases say what they are")]
        pub struct $group {
            $(pub $key: &'static str,)*
        }

        impl $group {
            const NB: Self = Self { $($key: $nb,)* };
            const EN: Self = Self { $($key: $en,)* };

            /// The phrases of this group in a language.
            pub const fn of(language: $crate::lang::Language) -> &'static Self {
                match language {
                    $crate::lang::Language::Bokmal => &Self::NB,
                    $crate::lang::Language::English => &Self::EN,
                }
            }

            /// Every phrase with its key, in bokmål and English, for the tests that walk the table.
            pub const PAIRS: &'static [(&'static str, &'static str, &'static str)] =
                &[$((stringify!($key), $nb, $en),)*];
        }
    };
}
pub(crate) use phrases;

/// Fills the places of a phrase: `fill("{n} koder", &[("n", &3)])` gives *3 koder*.
pub fn fill(phrase: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(phrase.len() + 16);
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(&value.to_string()),
            None => filled.push_str(name),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// The one plural helper: `one` for exactly one, otherwise `many`, each with `{n}` filled in.
pub fn count(n: usize, one: &str, many: &str) -> String {
    fill(if n == 1 { one } else { many }, &[("n", &grouped(n))])
}

/// A whole number with thin spaces between thousands, as in *3 412*.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut shown = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push('\u{202f}');
        }
        shown.push(digit);
    }
    shown
}
