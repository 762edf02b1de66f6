//! Nothing that the program is built of opens a connection: the sources of the whole tree are read, and whoever speaks of
//! sockets is in a table with a reason, or the test fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::tree::crates;

/// How a source speaks of a socket.
const SOCKETS: &[&str] = &[
    "TcpStream",
    "TcpListener",
    "TcpSocket",
    "UdpSocket",
    "UnixStream",
    "UnixListener",
    "UnixDatagram",
    "libc::socket",
    "libc::connect",
    "net::socket",
    "SOCK_STREAM",
    "SOCK_DGRAM",
    "AF_INET",
    "WSASocket",
    "ToSocketAddrs",
];

/// The crates that speak of sockets, and why each may. None of them is asked for anything but the desktop it runs on: its
/// display, and its bus, by which the portal shows dialogs and a screen reader reads the window.
const LOCAL: &[(&str, &str)] = &[
    ("async-io", "waits for the socket of the bus"),
    ("async-signal", "wakes its own process by a pair of sockets"),
    ("calloop", "waits for the socket of the display"),
    ("libc", "names every call of the system"),
    ("linux-raw-sys", "names every call of the system"),
    ("polling", "waits for the sockets of display and bus"),
    ("rustix", "wraps every call of the system"),
    ("wayland-backend", "the display"),
    ("wayland-client", "the display"),
    ("wl-clipboard-rs", "the clipboard of the display"),
    ("x11rb", "the display"),
    ("zbus", "the bus: dialogs of the desktop's portal, and screen readers"),
];

/// What opens connections for others, or a web page; none of it may come in on any platform, not even with a test. (The lock
/// file names tokio, without what it opens connections by: the dialogs would need it in a browser, where Kodebok is not built.)
const NETWORKS: &[&str] = &[
    "async-h1",
    "async-net",
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "hyper",
    "isahc",
    "mio",
    "native-tls",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "socket2",
    "ssh2",
    "surf",
    "tungstenite",
    "ureq",
    "webbrowser",
];

/// Every Rust source below a folder that is compiled into a program.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (item.path(), item.file_name());
        let aside = ["tests", "examples", "benches", "target"].iter().any(|aside| name == *aside);
        if path.is_dir() && !aside {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The first line, beside comments, in which a crate speaks of a socket.
fn speaks_of_sockets(folder: &Path) -> Option<String> {
    let mut files = Vec::new();
    sources(folder, &mut files);
    files.sort();
    files.iter().find_map(|file| {
        let text = String::from_utf8_lossy(&fs::read(file).ok()?).into_owned();
        let mut lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
        lines.find(|line| SOCKETS.iter().any(|socket| line.contains(socket))).map(str::to_owned)
    })
}

#[test]
fn nothing_in_the_tree_opens_a_connection() {
    let (mut speak, mut wrong) = (BTreeSet::new(), Vec::new());
    for part in crates() {
        let Some(line) = speaks_of_sockets(&part.folder) else { continue };
        if LOCAL.iter().all(|(name, _)| *name != part.name) {
            wrong.push(format!("{} {}: {line}", part.name, part.version));
        }
        speak.insert(part.name);
    }
    assert!(wrong.is_empty(), "these speak of sockets; the program is offline:\n{}", wrong.join("\n"));
    let known: BTreeSet<String> = LOCAL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(speak, known, "the table holds nobody who has gone");
}

#[test]
fn nothing_that_opens_connections_for_others_is_in_the_lock_file() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("the lock file");
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let networks: Vec<&str> = names.filter(|name| NETWORKS.contains(name)).collect();
    assert!(networks.is_empty(), "{networks:?}");
}
