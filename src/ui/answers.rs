//! Questions to the study and their answers, kept as long as neither the study nor the question changes.

use std::sync::Arc;

use crate::analysis::scope::Scope;
use crate::analysis::table::Table;
use crate::analysis::{Heed, analysis};
use crate::figure::scene::Scene;
use crate::figure::{self, figure};
use crate::model::project::Project;
use crate::ui::action::Task;
use crate::ui::cx::Cx;

/// The endings of files that a figure can be saved as.
pub const PICTURES: [&str; 3] = ["svg", "png", "pdf"];

/// From so many codings on, what compares all with all is computed on a thread of its own.
const MANY_CODINGS: usize = 2_000;
/// From so many letters on, so is what counts words.
const MANY_LETTERS: u32 = 2_000_000;
/// What compares all with all, or draws it a thousand times.
const HEAVY: [&str; 11] = [
    "agreement",
    "agreement-sources",
    "agreement-nvivo",
    "agreement-maxqda",
    "agreement-bounds",
    "network",
    "clusters-codes",
    "clusters-sources",
    "code-pairs",
    "co-occurrence",
    "sequences",
];

/// How an answer is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Drawn.
    #[default]
    Figure,
    /// In rows and columns.
    Table,
}

/// A question to a study as it is at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// How far the study had come.
    pub revision: u64,
    /// The name of the analysis, of the figure, or of both.
    pub name: &'static str,
    /// Which of the two.
    pub form: Form,
    /// Which part of the study.
    pub scope: Scope,
    /// How it is asked and drawn.
    pub options: figure::Options,
}

/// What a question is answered with.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A table.
    Table(Arc<Table>),
    /// A picture, a scene a page.
    Figure(Arc<[Scene]>),
}

impl Asked {
    /// Answers it.
    pub fn answer(&self, project: &Project) -> Answer {
        match self.form {
            Form::Figure => {
                let scenes = figure(self.name).map(|figure| figure.draw(project, &self.scope, &self.options));
                Answer::Figure(scenes.unwrap_or_default().into())
            }
            Form::Table => {
                let table = analysis(self.name).map(|analysis| analysis.run(project, &self.scope, &self.options.asked));
                Answer::Table(Arc::new(table.unwrap_or_default()))
            }
        }
    }

    /// Tells whether the answer may take longer than a frame.
    fn is_heavy(&self, project: &Project) -> bool {
        let counts_words = || {
            let of_table = analysis(self.name).map(|analysis| analysis.heeds());
            let of_figure = figure(self.name).map(|figure| figure.heeds());
            let heeds = [of_table, of_figure].into_iter().flatten().flatten();
            heeds.into_iter().any(|heed| matches!(heed, Heed::Words | Heed::Search))
        };
        let long = || project.sources().map(|source| source.length).sum::<u32>() >= MANY_LETTERS;
        let many = project.coding_count() >= MANY_CODINGS;
        (many && HEAVY.contains(&self.name)) || (counts_words() && long())
    }
}

/// An answer, and whether it is the one to what is asked now.
#[derive(Debug)]
pub struct Kept {
    /// What was asked.
    pub asked: Asked,
    /// The answer.
    pub answer: Answer,
    /// Counts the answers, so that what is worked out from one is kept with it.
    pub number: u64,
}

/// How far an answer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is there.
    Done,
    /// It is being worked out.
    Working,
    /// It could not be worked out.
    Failed,
}

/// The last answer.
#[derive(Debug, Default)]
pub struct Answers {
    kept: Option<Kept>,
    number: u64,
    waiting: Option<Asked>,
    failed: Option<Asked>,
}

impl Answers {
    /// Asks; what takes longer is asked on a thread, and meanwhile the last answer stays.
    pub fn ask(&mut self, cx: &Cx<'_>, asked: Asked) -> Progress {
        if self.kept.as_ref().is_some_and(|kept| kept.asked == asked) {
            return Progress::Done;
        }
        if self.failed.as_ref() == Some(&asked) {
            self.kept = None;
            return Progress::Failed;
        }
        if !asked.is_heavy(cx.project) {
            let answer = asked.answer(cx.project);
            self.keep(asked, answer);
            return Progress::Done;
        }
        if self.waiting.is_none() {
            self.waiting = Some(asked.clone());
            cx.send(Task::Ask(Box::new(asked)));
        }
        Progress::Working
    }

    /// The last answer.
    pub fn kept(&self) -> Option<&Kept> {
        self.kept.as_ref()
    }

    /// Takes an answer from a thread.
    pub fn take(&mut self, asked: Asked, answer: Answer) {
        if self.waiting.take_if(|waiting| *waiting == asked).is_some() {
            self.keep(asked, answer);
        }
    }

    /// What a thread worked at ended in the middle.
    pub fn broken_off(&mut self) {
        self.failed = self.waiting.take().or_else(|| self.failed.take());
    }

    fn keep(&mut self, asked: Asked, answer: Answer) {
        self.number += 1;
        self.kept = Some(Kept { asked, answer, number: self.number });
    }
}
