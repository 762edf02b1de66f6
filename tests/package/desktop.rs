//! What a package tells a desktop, and what lies in it: checked on packages of a program that does nothing, as they are quick to
//! make.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a menu, a file manager and a reader of manuals look for below `/usr`.
const HELD: &[&str] = &[
    "share/applications/kodebok.desktop",
    "share/icons/hicolor/16x16/apps/kodebok.png",
    "share/icons/hicolor/256x256/apps/kodebok.png",
    "share/icons/hicolor/scalable/apps/kodebok.svg",
    "share/icons/hicolor/48x48/mimetypes/application-x-kodebok.png",
    "share/mime/packages/kodebok.xml",
];
const OF_DEBIAN: &[&str] = &[
    "bin/kodebok",
    "share/doc/kodebok/copyright",
    "share/doc/kodebok/changelog.gz",
    "share/doc/kodebok/NEWS.gz",
    "share/doc/kodebok/THIRD-PARTY.txt",
    "share/man/man1/kodebok.1.gz",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a command says; nothing, with a notice, where it is not installed.
fn said(command: &mut Command) -> Option<String> {
    match command.output() {
        Err(_) => {
            let name = command.get_program().to_string_lossy().into_owned();
            assert!(
                std::env::var_os("KODEBOK_NO_SKIP").is_none(),
                "{name} is not installed, and KODEBOK_NO_SKIP is set"
            );
            drop(writeln!(io::stderr(), "package tests skipped: {name} is not installed (.ci/run installs it)"));
            None
        }
        Ok(run) => {
            let (out, wrong) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
            assert!(run.status.success(), "{command:?}: {out}{wrong}");
            Some(out.into_owned())
        }
    }
}

/// Packs a program that does nothing, and gives the files that were made.
fn packed(out: &Path) -> Vec<PathBuf> {
    said(Command::new(root().join("package/build")).arg("/bin/true").env("OUT", out)).expect("a script of ours");
    let items = fs::read_dir(out).expect("the folder was made").flatten();
    let mut made: Vec<PathBuf> = items.map(|item| item.path()).collect();
    made.sort();
    made
}

#[test]
fn the_desktop_understands_what_it_is_told() {
    let entry = root().join("package/linux/kodebok.desktop");
    if let Some(told) = said(Command::new("desktop-file-validate").arg(&entry)) {
        assert_eq!(told, "");
    }
    for file in ["linux/kodebok.xml", "windows/kodebok.manifest", "macos/Info.plist"] {
        said(Command::new("xmllint").args(["--noout", "--nonet"]).arg(root().join("package").join(file)));
    }
    // Only what the program opens is claimed.
    let entry = fs::read_to_string(entry).unwrap();
    let kinds = entry.lines().find_map(|line| line.strip_prefix("MimeType=")).unwrap();
    let known = fs::read_to_string(root().join("package/linux/kodebok.xml")).unwrap();
    for kind in kinds.split(';').filter(|kind| !kind.is_empty()) {
        assert!(known.contains(&format!("\"{kind}\"")), "{kind}");
    }
    for file in ["a.kodebok", "a.qdpx"] {
        assert!(kodebok::ui::carrying::is_one_file(Path::new(file)), "{file}");
        let ending = file.trim_start_matches('a');
        assert!(known.contains(&format!("\"*{ending}\"")), "{file}");
    }
}

#[test]
fn the_packages_hold_what_a_desktop_needs_and_are_the_same_each_time() {
    let room = tempfile::tempdir().unwrap();
    let made = packed(&room.path().join("one"));
    for again in packed(&room.path().join("two")) {
        let first = made.iter().find(|path| path.file_name() == again.file_name()).expect("the same names");
        assert!(fs::read(first).unwrap() == fs::read(&again).unwrap(), "{} differs", again.display());
    }
    let ends = |ending: &str| made.iter().find(|path| path.to_string_lossy().ends_with(ending)).expect("it was made");
    let tar = said(Command::new("tar").arg("tzf").arg(ends(".tar.gz"))).expect("tar");
    for held in HELD.iter().chain(&["kodebok", "install", "README.txt", "LICENSE-MIT", "THIRD-PARTY.txt"]) {
        assert!(tar.lines().any(|line| line.ends_with(&format!("/{held}"))), "{held}: {tar}");
    }
    let Some(deb) = said(Command::new("dpkg-deb").arg("--contents").arg(ends(".deb"))) else { return };
    for held in HELD.iter().chain(OF_DEBIAN) {
        assert!(deb.lines().any(|line| line.ends_with(&format!("./usr/{held}"))), "{held}: {deb}");
    }
    assert!(deb.lines().all(|line| line.contains(" root/root ")), "{deb}");
}

#[test]
fn the_portable_one_goes_into_a_menu_and_out_again() {
    let room = tempfile::tempdir().unwrap();
    let made = packed(&room.path().join("out"));
    let tar = made.iter().find(|path| path.extension().is_some_and(|ending| ending == "gz")).expect("it was made");
    said(Command::new("tar").arg("xzf").arg(tar).arg("-C").arg(room.path()));
    let install = tar.file_name().unwrap().to_string_lossy().replace(".tar.gz", "/install");
    let (install, prefix) = (room.path().join(install), room.path().join("a place"));
    said(Command::new(&install).env("PREFIX", &prefix));
    let entry = fs::read_to_string(prefix.join("share/applications/kodebok.desktop")).unwrap();
    assert!(entry.contains(&format!("Exec=\"{}\" %f", prefix.join("bin/kodebok").display())), "{entry}");
    assert!(HELD.iter().all(|held| prefix.join(held).is_file()));
    said(Command::new(&install).arg("--remove").env("PREFIX", &prefix));
    assert!(HELD.iter().all(|held| !prefix.join(held).exists()) && !prefix.join("bin/kodebok").exists());
}
