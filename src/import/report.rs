//! What was lost, left out or guessed while a file was read.

use super::encoding::Encoding;

/// How many samples are shown of what was left out.
const SAMPLES: usize = 3;
/// How long a sample is at most, in characters.
const SAMPLE_LENGTH: usize = 60;

/// One thing the reader of a source should know about its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The file does not say how its letters are written; this was guessed.
    Encoding {
        /// The name of the encoding.
        name: &'static str,
    },
    /// Bytes that are no letters stand as replacement characters.
    BadCharacters {
        /// How many.
        count: usize,
    },
    /// Soft hyphens, zero-width and control characters were left out: they cannot be seen, but would count as text.
    Hidden {
        /// How many.
        count: usize,
    },
    /// Passages that were deleted with changes tracked were left out.
    Deleted {
        /// How many.
        count: usize,
    },
    /// Pictures were left out.
    Pictures {
        /// How many.
        count: usize,
    },
    /// Footnotes and endnotes stand at the end of the text, with signs where they belong.
    Notes {
        /// How many.
        count: usize,
    },
    /// Comments in the margin became a memo about the source.
    Comments {
        /// How many.
        count: usize,
    },
    /// Tables became lines with tabs.
    Tables {
        /// How many.
        count: usize,
    },
    /// Signs from a symbol font were left out.
    Symbols {
        /// How many.
        count: usize,
    },
    /// Other documents embedded in this one were left out.
    Embedded {
        /// How many.
        count: usize,
    },
    /// Cues whose times cannot be read; their words were kept without a time.
    BadTimes {
        /// How many.
        count: usize,
    },
    /// Further sheets of a spreadsheet were left out.
    Sheets {
        /// How many.
        count: usize,
    },
    /// Pages that cannot be read were left out.
    Pages {
        /// How many.
        count: usize,
    },
    /// Heads, feet and numbers of pages, and what a program wrote about itself, such as who started a transcription, were
    /// left out.
    Furniture {
        /// How many lines.
        count: usize,
        /// The first few.
        samples: Vec<String>,
    },
    /// Words divided at the end of a line were joined, because the text has them undivided too.
    Joined {
        /// How many.
        count: usize,
        /// The first few.
        samples: Vec<String>,
    },
    /// Words at the end of a line kept their hyphen, because the text does not have them undivided.
    Hyphens {
        /// How many.
        count: usize,
        /// The first few.
        samples: Vec<String>,
    },
    /// Quotation marks that open a cell of a table and are never closed stand as letters of it.
    OpenQuotes {
        /// In which rows, counted from 1 with the header as the first.
        rows: Vec<usize>,
    },
    /// Rows of a table that name the same case became one case.
    SameCase {
        /// How many rows, beside the first of each case.
        count: usize,
        /// The first few of the names.
        samples: Vec<String>,
    },
    /// Values that another row of the same case contradicts were left out; the first counts.
    Contradicted {
        /// How many.
        count: usize,
        /// The first few: whose, which, and what was said twice.
        samples: Vec<String>,
    },
    /// Values of a table that are not of the kind of their attribute were left out.
    Values {
        /// How many.
        count: usize,
        /// The first few.
        samples: Vec<String>,
    },
    /// Rows of a table without an answer to any open question became cases without a text.
    NoAnswers {
        /// How many.
        count: usize,
        /// The first few.
        samples: Vec<String>,
    },
}

/// Gathers losses while a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each holds or counts the loss of its name")]
pub struct Report {
    pub encoding: Option<Encoding>,
    pub guessed: bool,
    pub bad_characters: usize,
    pub hidden: usize,
    pub deleted: usize,
    pub pictures: usize,
    pub notes: usize,
    pub comments: usize,
    pub tables: usize,
    pub symbols: usize,
    pub embedded: usize,
    pub bad_times: usize,
    pub pages: usize,
    pub sheets: usize,
    pub open_quotes: Vec<usize>,
    pub same_case: Vec<String>,
    pub contradicted: Vec<String>,
    pub values: Vec<String>,
    pub no_answers: Vec<String>,
    pub furniture: Vec<String>,
    pub joined: Vec<String>,
    pub hyphens: Vec<String>,
}

impl Report {
    /// The losses that did occur, the gravest first.
    pub fn losses(&self) -> Vec<Loss> {
        let counted = [
            (self.pages, Loss::Pages { count: self.pages }),
            (self.bad_characters, Loss::BadCharacters { count: self.bad_characters }),
            (self.deleted, Loss::Deleted { count: self.deleted }),
            (self.embedded, Loss::Embedded { count: self.embedded }),
            (self.notes, Loss::Notes { count: self.notes }),
            (self.comments, Loss::Comments { count: self.comments }),
            (self.pictures, Loss::Pictures { count: self.pictures }),
            (self.tables, Loss::Tables { count: self.tables }),
            (self.symbols, Loss::Symbols { count: self.symbols }),
            (self.bad_times, Loss::BadTimes { count: self.bad_times }),
            (self.sheets, Loss::Sheets { count: self.sheets }),
            (self.hidden, Loss::Hidden { count: self.hidden }),
        ];
        let guessed = self.encoding.filter(|_| self.guessed);
        let encoding = guessed.map(|encoding| Loss::Encoding { name: encoding.name() });
        let counted = counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, loss)| loss);
        let open = Some(&self.open_quotes).filter(|rows| !rows.is_empty());
        let shown = [
            open.map(|rows| Loss::OpenQuotes { rows: rows.clone() }),
            sampled(&self.same_case).map(|(count, samples)| Loss::SameCase { count, samples }),
            sampled(&self.contradicted).map(|(count, samples)| Loss::Contradicted { count, samples }),
            sampled(&self.values).map(|(count, samples)| Loss::Values { count, samples }),
            sampled(&self.no_answers).map(|(count, samples)| Loss::NoAnswers { count, samples }),
            sampled(&self.furniture).map(|(count, samples)| Loss::Furniture { count, samples }),
            sampled(&self.hyphens).map(|(count, samples)| Loss::Hyphens { count, samples }),
            sampled(&self.joined).map(|(count, samples)| Loss::Joined { count, samples }),
        ];
        encoding.into_iter().chain(shown.into_iter().flatten()).chain(counted).collect()
    }
}

/// How many there are and what the first of them are, each cut short; `None` where there are none.
fn sampled(all: &[String]) -> Option<(usize, Vec<String>)> {
    let mut samples: Vec<String> = Vec::new();
    for one in all {
        let cut: String = one.chars().take(SAMPLE_LENGTH).collect();
        if samples.len() < SAMPLES && !samples.contains(&cut) {
            samples.push(cut);
        }
    }
    (!all.is_empty()).then_some((all.len(), samples))
}
