//! From nothing to the first painted frame of the window, on a virtual display.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use kodebok::ui::FIRST_FRAME;

use super::row::{Row, ms};
use super::studies::Studies;

/// Asks this program to open a window with nothing in it, tell when it is painted, and end.
pub(crate) const BARE: &str = "--bare-window";
const RUNS: usize = 7;

/// A process that does not outlive the measuring.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to end.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

pub(crate) fn rows(studies: &Studies) -> Vec<Row> {
    let Some((_server, display)) = display() else { return Vec::new() };
    let data = studies.place("start data");
    let program = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kodebok"));
        command.env(FIRST_FRAME, "1").env("KODEBOK_DATA", &data);
        command
    };
    let bare = || {
        let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
        command.arg(BARE);
        command
    };
    let floor = painted(&display, bare);
    vec![Row::ms("cold start to the first painted frame", painted(&display, program)).limit(300.0).bare(floor)]
}

/// The median from the start of a program until it says that its first frame is painted.
fn painted(display: &str, command: impl Fn() -> Command) -> f64 {
    let once = || {
        let mut command = command();
        command.env("DISPLAY", display).env("LIBGL_ALWAYS_SOFTWARE", "1");
        command.env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").stdout(Stdio::piped()).stderr(Stdio::null());
        let since = Instant::now();
        let mut window = Running(command.spawn().expect("the program runs"));
        let said = window.0.stdout.take().expect("it is piped");
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line).expect("it speaks UTF-8");
        assert!(!line.is_empty(), "the window could not be opened");
        ms(since.elapsed())
    };
    let mut times: Vec<f64> = std::iter::repeat_with(once).take(RUNS).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// A virtual display, which chooses its own number; none, with a word about it, where that is not installed.
#[expect(clippy::print_stdout, reason = "what is not measured is told")]
fn display() -> Option<(Running, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]);
    let Ok(mut server) = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() else {
        println!("\nThe start is not measured: Xvfb is not installed.");
        return None;
    };
    let said = server.stdout.take().expect("it is piped");
    let server = Running(server);
    let mut number = String::new();
    BufReader::new(said).read_line(&mut number).expect("the display says its number");
    Some((server, format!(":{}", number.trim())))
}

/// A window with nothing in it.
struct Empty(u32);

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.0 += 1;
        ui.request_repaint();
        if self.0 == 2 {
            writeln!(std::io::stdout(), "painted").expect("somebody listens");
            ui.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }
}

pub(crate) fn bare() {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let window = eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(Empty(0)) as Box<dyn eframe::App>)));
    window.expect("there is a display");
}
