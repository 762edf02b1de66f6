//! `kodebok check DIR`: verifies every line, every text and every invariant; 1 where something is wrong.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::desk::{Desk, Trouble};
use super::{dir, path};
use crate::lang::cli::Cli;
use crate::lang::{Language, count, fill};
use crate::store::check::{Checked, check};
use crate::told;

pub(super) fn command(say: &'static Cli, _: Language) -> Command {
    let restore = Arg::new("restore").long("restore").action(ArgAction::SetTrue).help(say.check_restore);
    Command::new("check").about(say.check_about).arg(dir(say)).arg(restore).arg(super::json(say))
}

pub(super) fn run(arguments: &ArgMatches, desk: &mut Desk) -> Result<(), Trouble> {
    if arguments.get_flag("restore") {
        let mut session = desk.open(path(arguments, "dir"), arguments)?;
        let back = session.restore_from_backup()?;
        session.close()?;
        desk.tell(&count(back, desk.say.restored_one, desk.say.restored))?;
    }
    let checked = check(&desk.data, path(arguments, "dir")).map_err(Trouble::Store)?;
    let found: Vec<String> =
        checked.findings.iter().map(|finding| told::store::finding(finding, desk.language)).collect();
    let well = found.is_empty() && checked.in_backup == 0;
    if arguments.get_flag("json") {
        let Checked { lines, logs, texts, codings, in_backup, .. } = &checked;
        let answer = json!({
            "lines": lines, "logs": logs, "texts": texts, "codings": codings, "findings": found, "in_backup": in_backup,
        });
        desk.tell(&format!("{answer:#}"))?;
    } else if well {
        desk.tell(&all_is_well(&checked, desk.say))?;
    } else {
        if !found.is_empty() {
            desk.warn(&count(found.len(), desk.say.checked_bad_one, desk.say.checked_bad))?;
        }
        found.iter().try_for_each(|words| desk.warn(words))?;
        if checked.in_backup > 0 {
            desk.warn(&count(checked.in_backup, desk.say.in_backup_one, desk.say.in_backup))?;
        }
    }
    if well { Ok(()) } else { Err(Trouble::Said) }
}

fn all_is_well(checked: &Checked, say: &Cli) -> String {
    let lines = count(checked.lines, say.lines_one, say.lines);
    let logs = count(checked.logs, say.logs_one, say.logs);
    let texts = count(checked.texts, say.texts_one, say.texts);
    let codings = count(checked.codings, say.codings_one, say.codings);
    fill(say.checked, &[("lines", &lines), ("logs", &logs), ("texts", &texts), ("codings", &codings)])
}
