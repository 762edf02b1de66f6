//! Two machines' Syncthing on this one: a folder each, kept in step over the loopback, with no discovery and no relays.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long something may take before the test gives up; only a bound, never waited out.
const PATIENCE: Duration = Duration::from_secs(120);
/// What must be installed.
const NEEDED: [&str; 2] = ["syncthing", "curl"];
const KEY: &str = "a key of no consequence";

/// The Syncthing of one machine.
pub(crate) struct Machine {
    home: PathBuf,
    id: String,
    port: u16,
    running: Option<Child>,
    /// The last event that was heard of.
    heard: u64,
}

/// Both machines.
pub(crate) struct Pair {
    pub(crate) machines: [Machine; 2],
    folders: [PathBuf; 2],
}

impl Pair {
    /// Starts both on two folders; none, with a notice, where Syncthing is not installed.
    pub(crate) fn start(room: &Path, folders: [&Path; 2]) -> Option<Self> {
        if let Some(missing) = NEEDED.iter().find(|name| !is_installed(name)) {
            let lacks = format!("{missing} is not installed (.ci/run installs what the tests need)");
            let may_skip = std::env::var_os("KODEBOK_NO_SKIP").is_none_or(|said| said.is_empty());
            assert!(may_skip, "the test with Syncthing would be skipped, and KODEBOK_NO_SKIP is set: {lacks}");
            // Nothing is left to do if it cannot be said.
            drop(writeln!(io::stderr(), "the test with Syncthing is skipped: {lacks}"));
            return None;
        }
        let free: Vec<TcpListener> =
            (0..2).map(|_| TcpListener::bind("127.0.0.1:0").expect("a port is free")).collect();
        let ports: Vec<u16> = free.iter().map(|one| one.local_addr().expect("it has an address").port()).collect();
        drop(free);
        let machines = [0, 1].map(|n| Machine::new(room.join(format!("syncthing {n}")), ports[n]));
        for (n, folder) in folders.into_iter().enumerate() {
            fs::create_dir_all(folder).expect("a folder can be made");
            machines[n].configure(folder, &machines[1 - n]);
        }
        let mut pair = Self { machines, folders: folders.map(Path::to_owned) };
        pair.machines.iter_mut().for_each(Machine::start);
        Some(pair)
    }

    /// Waits until both folders hold the same, byte for byte, and both machines say so.
    pub(crate) fn until_in_step(&mut self) {
        let since = Instant::now();
        loop {
            self.machines.iter().for_each(Machine::scan);
            if self.is_in_step() {
                return;
            }
            assert!(since.elapsed() < PATIENCE, "the folders do not get in step: {}", self.state());
            // Whatever happens next on either is heard of; nothing for a second is looked at again.
            self.machines.iter_mut().for_each(Machine::hear);
        }
    }

    fn is_in_step(&self) -> bool {
        let done = |n: usize| {
            let state = self.machines[n].status();
            let other = &self.machines[1 - n].id;
            let told = self.machines[n].ask("db/completion", &format!("folder=study&device={other}"));
            let connected = &self.machines[n].ask("system/connections", "")["connections"][other]["connected"];
            let whole =
                told["needItems"] == 0 && told["needDeletes"] == 0 && told["completion"].as_f64() == Some(100.0);
            state["state"] == "idle" && state["needTotalItems"] == 0 && *connected == true && whole
        };
        let [one, other] = self.folders.each_ref().map(|folder| held(folder));
        !one.is_empty() && one == other && (0..2).all(done)
    }

    fn state(&self) -> String {
        self.machines.iter().map(|machine| machine.status().to_string()).collect::<Vec<_>>().join("\n")
    }
}

impl Machine {
    fn new(home: PathBuf, port: u16) -> Self {
        let home_said = format!("--home={}", home.display());
        for more in [&["generate", &home_said, "--no-default-folder"][..], &[&home_said, "--device-id"]] {
            let run = Command::new("syncthing").args(more).output().expect("it is installed");
            assert!(run.status.success(), "{run:?}");
            if more.contains(&"--device-id") {
                let id = String::from_utf8(run.stdout).expect("an id is plain").trim().to_owned();
                return Self { home, id, port, running: None, heard: 0 };
            }
        }
        unreachable!("the second of the two gives the id")
    }

    fn configure(&self, folder: &Path, other: &Self) {
        let off = ["globalAnnounce", "localAnnounce", "relays", "nat", "crashReporting"];
        let off: String = off.iter().map(|what| format!("<{what}Enabled>false</{what}Enabled>")).collect();
        let config = format!(
            r#"<configuration version="36">
<folder id="study" path="{}" type="sendreceive" rescanIntervalS="0" fsWatcherEnabled="true" fsWatcherDelayS="1">
<device id="{own}"/><device id="{other}"/><maxConflicts>-1</maxConflicts><pullerPauseS>1</pullerPauseS></folder>
<device id="{own}"><address>dynamic</address></device>
<device id="{other}"><address>tcp://127.0.0.1:{}</address></device>
<gui enabled="true" tls="false"><address>{}</address><apikey>{KEY}</apikey></gui>
<options><listenAddress>tcp://127.0.0.1:{}</listenAddress>{off}<startBrowser>false</startBrowser><urAccepted>-1</urAccepted>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH><reconnectionIntervalS>1</reconnectionIntervalS><stunServer></stunServer>
<announceLANAddresses>false</announceLANAddresses><setLowPriority>false</setLowPriority></options>
</configuration>"#,
            folder.display(),
            other.port,
            self.socket().display(),
            self.port,
            own = self.id,
            other = other.id,
        );
        fs::write(self.home.join("config.xml"), config).expect("the settings can be written");
    }

    fn socket(&self) -> PathBuf {
        self.home.join("gui")
    }

    /// Starts it, and waits until it answers.
    pub(crate) fn start(&mut self) {
        // One that was killed leaves its socket, at which nobody answers.
        drop(fs::remove_file(self.socket()));
        let log = fs::OpenOptions::new().create(true).append(true).open(self.home.join("log")).expect("a log");
        let mut command = Command::new("syncthing");
        command.args(["serve", "--no-browser", "--no-restart", "--no-default-folder"]);
        command.arg(format!("--home={}", self.home.display()));
        // Without one that watches over it, it is a single process, which can be killed.
        let child = command.env("STMONITORED", "1").stdout(log).stderr(Stdio::null()).spawn().expect("it is installed");
        (self.running, self.heard) = (Some(child), 0);
        let answers = self.curl(&["--retry", "60", "--retry-delay", "1", "--retry-all-errors"], "system/ping", "");
        assert!(answers.is_some(), "Syncthing does not answer: {}", self.log());
    }

    /// Ends it at once, as when the machine loses its power.
    pub(crate) fn kill(&mut self) {
        if let Some(mut child) = self.running.take() {
            child.kill().expect("it runs");
            child.wait().expect("it ends");
        }
    }

    /// Lets it talk to nobody, as when the network is away.
    pub(crate) fn pause(&self) {
        self.post("system/pause", "");
    }

    /// Lets it talk again.
    pub(crate) fn resume(&self) {
        self.post("system/resume", "");
    }

    fn scan(&self) {
        self.post("db/scan", "folder=study");
    }

    fn status(&self) -> Value {
        self.ask("db/status", "folder=study")
    }

    /// Waits until something happens there, for a second at most.
    fn hear(&mut self) {
        let events = self.ask("events", &format!("since={}&timeout=1", self.heard));
        let last = events.as_array().and_then(|events| events.last()?["id"].as_u64());
        self.heard = last.unwrap_or(self.heard);
    }

    fn ask(&self, what: &str, of: &str) -> Value {
        self.curl(&[], what, of).unwrap_or(Value::Null)
    }

    fn post(&self, what: &str, of: &str) {
        self.curl(&["-X", "POST"], what, of);
    }

    fn curl(&self, more: &[&str], what: &str, of: &str) -> Option<Value> {
        let mut command = Command::new("curl");
        command.args(["--silent", "--fail", "--max-time", "60", "--header", &format!("X-API-Key: {KEY}")]).args(more);
        command.arg("--unix-socket").arg(self.socket()).arg(format!("http://localhost/rest/{what}?{of}"));
        let run = command.output().expect("it is installed");
        run.status.success().then(|| serde_json::from_slice(&run.stdout).unwrap_or(Value::Null))
    }

    fn log(&self) -> String {
        fs::read_to_string(self.home.join("log")).unwrap_or_default()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Every file below a folder by its path there, with the hash of what it holds; without what Syncthing keeps for itself.
fn held(folder: &Path) -> BTreeMap<PathBuf, blake3::Hash> {
    let (mut held, mut open) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(below) = open.pop() {
        for item in fs::read_dir(&below).into_iter().flatten().flatten() {
            let (path, name) = (item.path(), item.file_name());
            if name.to_string_lossy().starts_with(".st") || name.to_string_lossy().starts_with(".syncthing") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if let (Ok(bytes), Ok(relative)) = (fs::read(&path), path.strip_prefix(folder)) {
                held.insert(relative.to_owned(), blake3::hash(&bytes));
            }
        }
    }
    held
}

fn is_installed(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
}
