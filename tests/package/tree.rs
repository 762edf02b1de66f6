//! What the program is built of on this machine, as cargo tells.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A crate that the program contains.
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) licence: String,
    pub(super) authors: Vec<String>,
    /// Where its source lies.
    pub(super) folder: PathBuf,
}

/// Every crate that is part of the program on Linux, by name and version; what only building and testing need is not.
pub(super) fn crates() -> Vec<Crate> {
    let platform = "x86_64-unknown-linux-gnu";
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", platform])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let told: Value = serde_json::from_slice(&run.stdout).expect("cargo speaks JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Value> =
        list(&told["resolve"]["nodes"]).into_iter().map(|node| (word(&node["id"]), node)).collect();
    let root = word(&told["resolve"]["root"]);
    let (mut within, mut open) = (BTreeSet::new(), vec![root.clone()]);
    while let Some(id) = open.pop() {
        let is_part = |dep: &Value| list(&dep["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        open.extend(list(&nodes[&id]["deps"]).iter().filter(|dep| is_part(dep)).map(|dep| word(&dep["pkg"])));
        within.insert(id);
        open.retain(|id| !within.contains(id));
    }
    within.remove(&root);
    let packages = list(&told["packages"]).into_iter().filter(|package| within.contains(&word(&package["id"])));
    let mut crates: Vec<Crate> = packages
        .map(|package| Crate {
            name: word(&package["name"]),
            version: word(&package["version"]),
            licence: word(&package["license"]),
            authors: list(&package["authors"]).iter().map(word).collect(),
            folder: Path::new(&word(&package["manifest_path"])).parent().expect("a folder").to_owned(),
        })
        .collect();
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    assert!(crates.len() > 100, "the whole tree");
    crates
}
