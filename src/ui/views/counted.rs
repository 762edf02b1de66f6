//! Counts words without keeping the window waiting.

use std::sync::Arc;

use crate::analysis::counted;
use crate::model::source::Source;
use crate::model::span::Span;

/// A text up to this length is counted at once.
const AT_ONCE: u32 = 200_000;

/// How many words of a source count, or how many a span of it has, counted or not. `None` while the words of a very long text are being found on a thread
/// of their own; the window is woken when they are.
pub fn words_in(ctx: &egui::Context, source: &Source, span: Option<Span>) -> Option<usize> {
    let text = source.text.as_ref()?;
    if text.words_if_found().is_none() && text.len() > AT_ONCE {
        let asked = egui::Id::unique(("words asked for", source.id));
        let first = !ctx.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<bool>(asked), true));
        let (text, wake) = (Arc::clone(text), ctx.clone());
        let find = move || {
            text.words();
            wake.request_repaint();
        };
        if first && std::thread::Builder::new().name("find words".to_owned()).spawn(find).is_err() {
            ctx.data_mut(|data| data.insert_temp(asked, false));
        }
        return None;
    }
    Some(
        span.map_or_else(|| counted::words_in_all(source), |span| text.words().count_between(span.start(), span.end())),
    )
}
