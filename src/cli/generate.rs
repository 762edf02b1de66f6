//! `kodebok generate SIZE DIR`: makes a study up, of any size, for measuring and trying.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::desk::{Desk, Trouble};
use super::{dir, path, words};
use crate::generator::study::NAME;
use crate::generator::{Plan, Size};
use crate::journal::edit::MAX_TEXT;
use crate::lang::cli::Cli;
use crate::lang::{Language, fill};
use crate::model::codebook::MAX_CODES;
use crate::session::generated::generate;

/// How long a word may well become with the space after it, in bytes.
const WORD_BYTES: usize = 8;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let size = Arg::new("size").value_name("SIZE").help(say.generate_size).required(true);
    let number = |name: &'static str, most: usize, help: &'static str| {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        Arg::new(name).long(name).value_name("N").help(help).value_parser(value_parser!(u64).range(1..=most))
    };
    Command::new("generate")
        .about(say.generate_about)
        .arg(size.value_parser(Size::ALL.map(Size::name)))
        .arg(dir(say).help(say.new_dir))
        .arg(number("seed", usize::MAX, say.generate_seed).default_value("1"))
        .arg(number("texts", 10_000, say.generate_texts))
        .arg(number("words", MAX_TEXT / WORD_BYTES, say.generate_words))
        .arg(number("codings", 2_000_000, say.generate_codings))
        .arg(number("codes", MAX_CODES, say.generate_codes))
        .arg(number("coders", 100, say.generate_coders))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    let size = Size::ALL.into_iter().find(|size| size.name() == words(arguments, "size"));
    let planned = size.map_or(Size::Small.plan(), Size::plan);
    let asked = |name: &str, planned: usize| {
        arguments.get_one::<u64>(name).and_then(|asked| usize::try_from(*asked).ok()).unwrap_or(planned)
    };
    let plan = Plan {
        texts: asked("texts", planned.texts),
        words: asked("words", planned.words),
        codings: asked("codings", planned.codings),
        codes: asked("codes", planned.codes),
        coders: asked("coders", planned.coders),
    };
    let (folder, seed) = (path(arguments, "dir"), arguments.get_one::<u64>("seed").copied().unwrap_or(1));
    generate(folder, plan, seed, &desk.data)?;
    desk.tell(&fill(desk.say.made, &[("name", &NAME), ("dir", &folder.display())]))
}
