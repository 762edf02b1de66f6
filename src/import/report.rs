//! What was lost, left out or guessed while a file was read.

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
    /// Lines that a program wrote about itself, such as who started a transcription, were left out.
    Furniture {
        /// How many.
        count: usize,
    },
    /// Cues whose times cannot be read; their words were kept without a time.
    BadTimes {
        /// How many.
        count: usize,
    },
}

/// Gathers losses while a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each counts the loss of its name")]
pub struct Report {
    pub encoding: Option<&'static str>,
    pub bad_characters: usize,
    pub hidden: usize,
    pub deleted: usize,
    pub pictures: usize,
    pub notes: usize,
    pub comments: usize,
    pub tables: usize,
    pub symbols: usize,
    pub embedded: usize,
    pub furniture: usize,
    pub bad_times: usize,
}

impl Report {
    /// The losses that did occur, the gravest first.
    pub fn losses(&self) -> Vec<Loss> {
        let counted = [
            (self.bad_characters, Loss::BadCharacters { count: self.bad_characters }),
            (self.deleted, Loss::Deleted { count: self.deleted }),
            (self.embedded, Loss::Embedded { count: self.embedded }),
            (self.notes, Loss::Notes { count: self.notes }),
            (self.comments, Loss::Comments { count: self.comments }),
            (self.pictures, Loss::Pictures { count: self.pictures }),
            (self.tables, Loss::Tables { count: self.tables }),
            (self.symbols, Loss::Symbols { count: self.symbols }),
            (self.furniture, Loss::Furniture { count: self.furniture }),
            (self.bad_times, Loss::BadTimes { count: self.bad_times }),
            (self.hidden, Loss::Hidden { count: self.hidden }),
        ];
        let encoding = self.encoding.map(|name| Loss::Encoding { name });
        let counted = counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, loss)| loss);
        encoding.into_iter().chain(counted).collect()
    }
}
