//! How it is asked and drawn, as options of the command line.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::super::desk::{Desk, Trouble};
use super::between;
use super::part::{self, Side};
use crate::analysis::Options;
use crate::analysis::clusters::{Likeness, Linkage};
use crate::analysis::coded::Level;
use crate::analysis::context::Order;
use crate::analysis::cooccurrence;
use crate::analysis::matrix::Measure;
use crate::analysis::sequences::Within;
use crate::analysis::words::options::{Compounds, Grouping, Numbers, StopLists, WordOptions};
use crate::figure;
use crate::figure::cloud::{CloudOptions, Run, Shades};
use crate::lang::Language;
use crate::lang::analyse::Analyse;
use crate::model::arrangement::Paper;
use crate::model::project::Project;
use crate::model::search::{Near, Query, Way};
use crate::text::vocabulary::{phrase, small};

pub(super) fn arguments(command: Command, language: Language) -> Command {
    let say = Analyse::of(language);
    let one = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let many = |name, value, help| one(name, value, help).action(ArgAction::Append);
    let flag = |name: &'static str, help: &'static str| Arg::new(name).long(name).help(help).action(ArgAction::SetTrue);
    let command = command
        .next_help_heading(say.words)
        .arg(flag("forms", say.forms))
        .arg(flag("no-stop-words", say.no_stop_words))
        .arg(many("leave-out", "WORD", say.leave_out))
        .arg(many("keep", "WORD", say.keep))
        .arg(many("group", "WORD,WORD", say.group))
        .arg(one("min-letters", "N", say.min_letters).value_parser(value_parser!(u8).range(1..=40)))
        .arg(flag("numbers", say.numbers))
        .arg(flag("parts", say.parts))
        .next_help_heading(say.search)
        .arg(one("query", "WORDS", say.query))
        .arg(one("way", "WAY", say.way).value_parser(["plain", "word", "stem", "pattern"]))
        .arg(one("near", "WORDS", say.near))
        .arg(one("near-words", "N", say.near_words).value_parser(value_parser!(u16)))
        .arg(one("order", "ORDER", say.order).value_parser(["text", "left", "right"]))
        .next_help_heading(say.codes)
        .arg(one("level", "LEVEL", say.level).value_parser(["all", "themes", "categories", "codes"]))
        .arg(one("measure", "MEASURE", say.measure).value_parser(["codings", "sources", "cases", "words"]))
        .arg(one("together", "HOW", say.together).value_parser(["overlap", "turn", "words"]))
        .arg(one("follow", "HOW", say.follow).value_parser(["source", "turn"]))
        .arg(one("likeness", "BY", say.likeness).value_parser(["coding", "words"]))
        .arg(one("linkage", "HOW", say.linkage).value_parser(["average", "ward"]))
        .arg(one("attribute", "NAME", say.attribute))
        .arg(one("other-attribute", "NAME", say.other_attribute));
    between::arguments(command, language)
        .next_help_heading(say.figures)
        .arg(flag("landscape", say.landscape))
        .arg(flag("mixed", say.mixed))
        .arg(one("colours", "WHAT", say.colours).value_parser(["plain", "turns", "codes"]))
        .arg(one("most", "N", say.most).value_parser(value_parser!(u16).range(1..=300)))
        .arg(one("seed", "N", say.seed).value_parser(value_parser!(u64)))
}

/// Everything that was said of it; what was not is as usual.
pub(super) fn options(project: &Project, arguments: &ArgMatches, desk: &Desk) -> Result<figure::Options, Trouble> {
    let given = |name: &str| arguments.get_one::<String>(name).map(String::as_str);
    let attribute = |name: &str| given(name).map(|name| part::attribute(project, name, desk)).transpose();
    let asked = Options {
        language: desk.language,
        against: part::scope(project, arguments, Side::Against, desk)?,
        words: words(project, arguments),
        search: query(arguments),
        order: match given("order") {
            Some("left") => Order::Left,
            Some("right") => Order::Right,
            _ => Order::Text,
        },
        level: match given("level") {
            Some("themes") => Level::Themes,
            Some("categories") => Level::Categories,
            Some("codes") => Level::Codes,
            _ => Level::All,
        },
        measure: match given("measure") {
            Some("sources") => Measure::Sources,
            Some("cases") => Measure::Cases,
            Some("words") => Measure::Words,
            _ => Measure::Codings,
        },
        near: match given("together") {
            Some("turn") => cooccurrence::Near::Turn,
            Some("words") => cooccurrence::Near::Words(u32::from(within(arguments))),
            _ => cooccurrence::Near::Overlap,
        },
        within: if given("follow") == Some("turn") { Within::Turn } else { Within::Source },
        likeness: if given("likeness") == Some("words") { Likeness::Words } else { Likeness::Coding },
        linkage: if given("linkage") == Some("ward") { Linkage::Ward } else { Linkage::Average },
        attribute: attribute("attribute")?,
        other: attribute("other-attribute")?,
        scale: Vec::new(),
        agreement: between::between(project, arguments, desk)?,
        reach: if arguments.get_flag("own") { crate::analysis::Reach::Own } else { crate::analysis::Reach::Family },
    };
    let usual = CloudOptions::default();
    let cloud = CloudOptions {
        run: if arguments.get_flag("mixed") { Run::Mixed } else { Run::Horizontal },
        shades: match given("colours") {
            Some("turns") => Shades::Turns,
            Some("codes") => Shades::Codes,
            _ => Shades::Plain,
        },
        most: arguments.get_one("most").copied().unwrap_or(usual.most),
        seed: arguments.get_one("seed").copied().unwrap_or(usual.seed),
    };
    let paper = if arguments.get_flag("landscape") { Paper::Landscape } else { Paper::Portrait };
    let seed = arguments.get_one("seed").copied().unwrap_or_default();
    Ok(figure::Options { paper, asked, cloud, seed })
}

/// How many words may stand between two things that are near each other.
fn within(arguments: &ArgMatches) -> u16 {
    arguments.get_one("near-words").copied().unwrap_or(10)
}

/// What the study has decided about words, and what was said besides.
fn words(project: &Project, arguments: &ArgMatches) -> WordOptions {
    let WordOptions { mut groups, mut left_out, mut kept, .. } = WordOptions::of(project.lexicon());
    let all = |name: &str| arguments.get_many::<String>(name).into_iter().flatten();
    let list =
        |words: String| words.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
    groups.splice(0..0, all("group").map(|words| list(small(words))));
    for word in all("leave-out").map(|word| phrase(word)) {
        kept.remove(&word);
        left_out.insert(word);
    }
    for word in all("keep").map(|word| phrase(word)) {
        left_out.remove(&word);
        kept.insert(word);
    }
    WordOptions {
        grouping: if arguments.get_flag("forms") { Grouping::Form } else { Grouping::Stem },
        groups,
        stop_lists: if arguments.get_flag("no-stop-words") { StopLists::Unused } else { StopLists::Used },
        left_out,
        kept,
        min_letters: arguments.get_one("min-letters").copied().unwrap_or(WordOptions::default().min_letters),
        numbers: if arguments.get_flag("numbers") { Numbers::In } else { Numbers::Out },
        compounds: if arguments.get_flag("parts") { Compounds::Parts } else { Compounds::Whole },
    }
}

fn query(arguments: &ArgMatches) -> Query {
    let given = |name: &str| arguments.get_one::<String>(name).cloned();
    let way = match given("way").as_deref() {
        Some("word") => Way::Word,
        Some("stem") => Way::Stem,
        Some("pattern") => Way::Pattern,
        _ => Way::Plain,
    };
    let near = given("near").map(|words| Near { words, within: within(arguments) });
    Query { words: given("query").unwrap_or_default(), way, near }
}
