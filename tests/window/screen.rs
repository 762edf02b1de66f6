//! A virtual display with the real program in a real window on it. All of it ends with the test.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take before the test gives up; only a bound, never waited out.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often one looks whether something has come about.
const GLANCE: Duration = Duration::from_millis(50);

/// A part of the window that the palette covers when it searches, and nothing that blinks.
pub(super) const PALETTE: &str = "500x120+470+150";
/// A corner that every sheet darkens.
const CORNER: &str = "60x10+1370+5";

/// What the tests of the window need beyond Rust; `.ci/run` installs it.
const NEEDED: &[&str] = &["Xvfb", "xdotool", "setxkbmap", "import"];

/// A process that does not outlive the test, however the test ends.
pub(super) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to end.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The program in its window, on a copy of the sample study. Fields end in order: the window before its display.
pub(super) struct Screen {
    program: Running,
    _server: Running,
    display: String,
    folder: TempDir,
    study: PathBuf,
}

impl Screen {
    /// Opens the sample study in a window; none, with a notice, where there can be no virtual display.
    pub(super) fn open() -> Option<Self> {
        Self::open_by(&[])
    }

    /// As [`open`](Self::open), with the program started by these words.
    pub(super) fn open_by(starter: &[&str]) -> Option<Self> {
        if let Some(missing) = NEEDED.iter().find(|name| !is_installed(name)) {
            let lacks = format!("{missing} is not installed (.ci/run installs what the window's tests need)");
            assert!(may_skip(), "a test of the window would be skipped, and KODEBOK_NO_SKIP is set: {lacks}");
            notice(&format!("skipped: {lacks}"));
            return None;
        }
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let (server, display) = start_server();
        run(&display, "setxkbmap", &["no"]);
        let sample = Command::new(program())
            .args(["sample".as_ref(), folder.path().as_os_str()])
            .env("KODEBOK_DATA", folder.path().join("local data"))
            .output()
            .expect("the program runs");
        let study = PathBuf::from(String::from_utf8(sample.stdout).expect("a path in UTF-8").trim());
        let program = start_program(starter, folder.path(), &display, &study);
        let mut screen = Self { program, _server: server, display, folder, study };
        screen.wait_for_window();
        Some(screen)
    }

    /// Ends the program as `kill -9` does, in the midst of whatever it is at.
    pub(super) fn kill(&mut self) {
        self.program.0.kill().expect("it runs");
        self.program.0.wait().expect("it ends");
    }

    /// Opens the window again, on the same study, as the same user.
    pub(super) fn reopen(&mut self) {
        self.program = start_program(&[], self.folder.path(), &self.display, &self.study);
        self.wait_for_window();
    }

    fn wait_for_window(&mut self) {
        let mut search = None;
        self.until("the window", |screen| {
            search = screen.ask("xdotool", &["search", "--onlyvisible", "--name", "^Kodebok$"]);
            search.is_some()
        });
        let id = search.expect("it was found").lines().next().unwrap_or_default().to_owned();
        // Without a window manager nobody gives the window the keyboard.
        self.xdotool(&format!("windowfocus {id}"));
        self.until("the first painted frame", |screen| screen.colours() > 40);
    }

    /// How many colours are seen: a window that has not painted yet has one.
    fn colours(&self) -> usize {
        self.colours_of("1440x900+0+0")
    }

    /// How many colours are seen in a part of the window: letters have many.
    pub(super) fn colours_of(&self, part: &str) -> usize {
        let counted = self.ask("import", &["-silent", "-window", "root", "-crop", part, "-format", "%k", "info:"]);
        counted.and_then(|count| count.trim().parse().ok()).unwrap_or(0)
    }

    /// What is seen of a part of the window, as WIDTHxHEIGHT+X+Y: the same as long as nothing changes there.
    fn looks(&self, part: &str) -> Option<String> {
        self.ask("import", &["-silent", "-window", "root", "-crop", part, "-format", "%#", "info:"])
    }

    /// Does something, and waits until a part of the window shows that it was done.
    #[track_caller]
    pub(super) fn seen(&mut self, words: &str, part: &str) {
        let before = self.looks(part);
        assert!(before.is_some(), "the window can be looked at");
        self.xdotool(words);
        self.until(&format!("a change of {part} by {words}"), |screen| {
            screen.looks(part).is_some_and(|now| Some(now) != before)
        });
    }

    /// A place for a file that the window reads or writes.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Finds a command, a source or a code by name, and goes there.
    #[track_caller]
    pub(super) fn go(&mut self, name: &str, part: &str) {
        self.seen("key ctrl+k", PALETTE);
        self.type_letters(name);
        self.seen("key Return", part);
    }

    /// Answers the field that asks for a path where the desktop has no dialog. What waits behind it is darkened.
    #[track_caller]
    pub(super) fn answer_path(&mut self, asked_by: &str, path: &Path) {
        self.seen(asked_by, CORNER);
        self.xdotool("key ctrl+a");
        self.type_letters(&path.to_string_lossy());
        self.seen("key Return", CORNER);
    }

    /// Does something with mouse and keyboard, in xdotool's words.
    pub(super) fn xdotool(&self, words: &str) {
        run(&self.display, "xdotool", &words.split_whitespace().collect::<Vec<_>>());
    }

    /// As [`xdotool`](Self::xdotool), without waiting until it is done.
    pub(super) fn begin_xdotool(&self, words: &str) -> Running {
        let hand = Command::new("xdotool")
            .args(words.split_whitespace())
            .env("DISPLAY", &self.display)
            .env("LC_ALL", "C.UTF-8")
            .stderr(Stdio::null())
            .spawn();
        Running(hand.expect("it is installed"))
    }

    /// Types letters as a hand does.
    pub(super) fn type_letters(&self, letters: &str) {
        run(&self.display, "xdotool", &["type", "--delay", "40", letters]);
    }

    /// Looks again and again until something has come about.
    #[track_caller]
    pub(super) fn until(&mut self, what: &str, is: impl FnMut(&Self) -> bool) {
        assert!(self.comes_about(what, PATIENCE, is), "{what} did not come about: {}", self.log());
    }

    /// Tells whether something comes about within a time.
    #[track_caller]
    pub(super) fn comes_about(&mut self, what: &str, within: Duration, mut is: impl FnMut(&Self) -> bool) -> bool {
        let since = Instant::now();
        while !is(self) {
            if let Some(status) = self.program.0.try_wait().expect("the program can be asked") {
                panic!("the window went away ({status}) before {what}: {}", self.log());
            }
            if since.elapsed() > within {
                return false;
            }
            std::thread::sleep(GLANCE);
        }
        true
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("window.log")).unwrap_or_default()
    }

    /// Everything that was done in the study, the newest first, as another process reads it from the disk.
    pub(super) fn history(&self) -> Vec<Value> {
        match self.kodebok(&["history", "--json"]) {
            Some(Value::Array(gestures)) => gestures,
            _ => Vec::new(),
        }
    }

    /// What `kodebok check` finds, as another process reads it from the disk.
    pub(super) fn check(&self) -> Value {
        self.kodebok(&["check", "--json"]).expect("nothing is wrong")
    }

    /// Runs a subcommand on the study, with local data of its own: another installation that looks in.
    fn kodebok(&self, arguments: &[&str]) -> Option<Value> {
        let run = Command::new(program())
            .arg(arguments[0])
            .arg(&self.study)
            .args(&arguments[1..])
            .env("KODEBOK_DATA", self.folder.path().join("other data"))
            .output()
            .expect("the program runs");
        if run.status.success() { serde_json::from_slice(&run.stdout).ok() } else { None }
    }

    /// Keeps a picture of the window among what is built.
    pub(super) fn keep_picture(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/window-tests");
        fs::create_dir_all(&folder).expect("the folder can be made");
        let path = folder.join(name);
        run(&self.display, "import", &["-silent", "-window", "root", &path.to_string_lossy()]);
        path
    }

    fn ask(&self, command: &str, arguments: &[&str]) -> Option<String> {
        let run = Command::new(command).args(arguments).env("DISPLAY", &self.display).output().ok()?;
        let answer = String::from_utf8(run.stdout).ok()?;
        (run.status.success() && !answer.trim().is_empty()).then_some(answer)
    }
}

/// Starts the window on a study, by the words that come before its name on the command line.
fn start_program(starter: &[&str], folder: &Path, display: &str, study: &Path) -> Running {
    let log = File::create(folder.join("window.log")).expect("the log can be written");
    let program = program();
    let words: Vec<&OsStr> = starter.iter().map(OsStr::new).chain([program.as_os_str()]).collect();
    let window = Command::new(words[0])
        .args(&words[1..])
        .arg(study)
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("KODEBOK_DATA", folder.join("local data"))
        .env("LC_ALL", "nb_NO.UTF-8")
        .stdout(Stdio::null())
        .stderr(log)
        .spawn();
    Running(window.expect("the program runs"))
}

/// The program that is tried: the one that was built with the tests, or another one, as `KODEBOK=target/release/kodebok`.
fn program() -> PathBuf {
    let named = std::env::var_os("KODEBOK").filter(|named| !named.is_empty());
    let named = named.map(|named| Path::new(env!("CARGO_MANIFEST_DIR")).join(named));
    named.unwrap_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_kodebok")))
}

pub(super) fn is_installed(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
}

/// Tells whether a test may be left out here; `.ci/run` says no once it has installed what they need.
pub(super) fn may_skip() -> bool {
    std::env::var_os("KODEBOK_NO_SKIP").is_none_or(|said| said.is_empty())
}

/// Says something past the harness, which keeps what a passing test prints to itself.
pub(super) fn notice(words: &str) {
    // Nothing is left to do if it cannot be said.
    drop(writeln!(io::stderr(), "window tests {words}"));
}

/// Starts a display, which chooses a free number by itself and says which. It does not forget its keyboard when the
/// first of its clients leaves.
fn start_server() -> (Running, String) {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed");
    let said = server.stdout.take().expect("it is piped");
    let server = Running(server);
    let mut number = String::new();
    BufReader::new(said).read_line(&mut number).expect("the display says its number, or ends");
    assert!(!number.trim().is_empty(), "Xvfb did not start");
    (server, format!(":{}", number.trim()))
}

#[track_caller]
fn run(display: &str, command: &str, arguments: &[&str]) {
    // In a locale without æ, ø and å xdotool would not type them.
    let mut command_line = Command::new(command);
    command_line.args(arguments).env("DISPLAY", display).env("LC_ALL", "C.UTF-8");
    let run = command_line.output().expect("it is installed");
    assert!(run.status.success(), "{command} {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
}
