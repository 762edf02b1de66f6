//! Agreement on an attribute of cases: each coder's own last value is their rating.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::super::analyse::part;
use super::super::desk::{Desk, Trouble};
use crate::analysis::agreement::comparison::Between;
use crate::analysis::agreement::words;
use crate::analysis::answers::agreement::ratings::{ByRatings, asked, figures_table, pairs_table};
use crate::analysis::scope::Scope;
use crate::analysis::{Analysis as _, Options};
use crate::lang::agreement::AgreementWords;
use crate::model::project::Project;

pub(super) fn run(
    (project, scope, agreement): (&Project, &Scope, Between),
    named: &str,
    arguments: &ArgMatches,
    desk: &Desk,
) -> Result<(), Trouble> {
    let known = project.attributes();
    let name = part::one(known.iter().map(|attribute| attribute.name.as_str()), named, desk)?;
    let attribute = known.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.id);
    let scale = arguments.get_many::<String>("categories").into_iter().flatten().cloned().collect();
    let options = Options { language: desk.language, agreement, attribute, scale, ..Options::default() };
    let Some((rated, coders)) = asked(project, scope, &options) else {
        return Err(Trouble::Told(AgreementWords::of(desk.language).too_few.to_owned()));
    };
    let (figures, how) = (rated.ratings.figures(), options.agreement.bootstrap);
    let intervals = rated.ratings.intervals(how);
    let method = ByRatings.method(&options);
    if !arguments.get_flag("json") {
        super::lines(&figures_table(&figures, &intervals, desk.language), desk)?;
        desk.tell("")?;
        super::lines(&pairs_table(project, &rated, &coders, desk.language), desk)?;
        desk.tell("")?;
        return desk.tell(&method);
    }
    let names: Vec<String> = coders.iter().map(|coder| words::coder_name(project, *coder, desk.language)).collect();
    let cases = rated
        .cases
        .iter()
        .map(|(case, said)| json!({ "case": project.case(*case).map(|case| case.name.as_str()), "ratings": said }));
    let mut answer = super::figures(&figures, &intervals, desk.language);
    for (key, value) in [
        ("attribute", json!(name)),
        ("coders", json!(names)),
        ("categories", json!(rated.ratings.scale().names())),
        ("units", json!(rated.ratings.units())),
        ("paired_units", json!(rated.ratings.paired_units())),
        ("crossed", json!(rated.ratings.crossed())),
        ("cases", cases.collect()),
        ("bootstrap", json!({ "rounds": how.rounds, "seed": how.seed, "of": "cases" })),
        ("method", json!(method)),
    ] {
        answer.insert(key.to_owned(), value);
    }
    desk.tell(&format!("{:#}", Value::Object(answer)))
}
