//! Kodebok.

fn main() {
    let study = std::env::args_os().nth(1).map(Into::into);
    if let Err(error) = kodebok::ui::run(study) {
        panic!("{error:?}");
    }
}
