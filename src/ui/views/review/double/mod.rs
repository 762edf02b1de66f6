//! Blind double coding: begun, waited for, unveiled, and settled, passage by passage.

mod pick;
mod settle;
mod start;
mod wait;

use egui::Ui;

use self::settle::Settle;
use self::start::Start;
use self::wait::Wait;
use crate::lang::double::DoubleWords;
use crate::lang::fill;
use crate::model::double_coding::DoubleCoding;
use crate::model::id::RoundId;
use crate::ui::cx::Cx;
use crate::ui::views::reader::Reader;
use crate::ui::widgets::page;

/// The memory of double coding between frames.
#[derive(Default)]
pub(super) struct Double {
    round: Option<RoundId>,
    /// Another one is to begin.
    begins: bool,
    start: Start,
    wait: Wait,
    settle: Settle,
}

impl Double {
    /// Sends what is half typed.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        self.settle.flush(cx);
    }

    /// Lets a round be chosen, or another be begun.
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = DoubleWords::of(cx.language);
        let rounds = cx.project.double_codings();
        if rounds.is_empty() {
            return;
        }
        let names: Vec<String> = (1..=rounds.len()).map(|n| fill(words.round, &[("n", &n)])).collect();
        let now = self.round(cx).map(|round| round.id);
        let mut choices: Vec<(Option<RoundId>, &str)> =
            rounds.iter().zip(&names).map(|(round, name)| (Some(round.id), name.as_str())).collect();
        choices.push((None, words.new));
        if let Some(chosen) = page::choices_ui(cx, ui, now, &choices) {
            (self.round, self.begins) = (chosen, chosen.is_none());
        }
    }

    /// The round that is shown; `None` where another is to begin.
    fn round<'p>(&self, cx: &Cx<'p>) -> Option<&'p DoubleCoding> {
        if self.begins {
            return None;
        }
        let chosen = self.round.and_then(|id| cx.project.double_coding(id));
        chosen.or_else(|| cx.project.double_codings().last().copied()).map(AsRef::as_ref)
    }

    /// Shows what there is to do.
    pub(super) fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, reader: &mut Reader) {
        match self.round(cx) {
            None => {
                if self.start.ui(cx, ui) {
                    (self.round, self.begins) = (None, false);
                }
            }
            Some(round) if round.unveiled.is_none() => self.wait.ui(cx, ui, round),
            Some(round) => self.settle.ui(cx, ui, round, reader),
        }
    }
}
