//! What the search field finds beside codes: sources and commands.

use crate::lang::commands::Commands;
use crate::model::id::SourceId;
use crate::ui::action::{Action, Look};
use crate::ui::commands::{COMMANDS, Command};
use crate::ui::cx::Cx;

/// Something to go to or to do.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// What it is called.
    pub title: String,
    /// What stands behind it.
    pub hint: String,
    what: What,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Source(SourceId),
    Command(Command),
}

impl Found {
    /// What choosing it does.
    pub(super) fn action(&self) -> Action {
        match self.what {
            What::Source(id) => Look::AtSource(id).into(),
            What::Command(command) => command.into(),
        }
    }
}

/// Sources and commands whose title or hint holds every word typed; nothing typed finds nothing.
pub(super) fn found(cx: &Cx<'_>, typed: &str) -> Vec<Found> {
    let tokens: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    if tokens.is_empty() {
        return Vec::new();
    }
    let holds = |words: &str| {
        let words = words.to_lowercase();
        tokens.iter().all(|token| words.contains(token))
    };
    let source = |source: &crate::model::source::Source| Found {
        title: source.title.clone(),
        hint: cx.say.a_source.to_owned(),
        what: What::Source(source.id),
    };
    let words = Commands::of(cx.language);
    let sources = cx.project.sources().filter(|source| holds(&source.title)).take(3).map(source);
    let commands = COMMANDS.iter().filter(|listed| listed.command != Command::Search);
    let commands = commands.filter(|listed| holds((listed.title)(words)) || holds((listed.hint)(words))).take(4);
    let command = |listed: &crate::ui::commands::Listed| Found {
        title: (listed.title)(words).to_owned(),
        hint: (listed.hint)(words).to_owned(),
        what: What::Command(listed.command),
    };
    sources.chain(commands.map(command)).collect()
}
