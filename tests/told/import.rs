//! Every error and every loss is a sentence that names the file.

use kodebok::import::report::Loss;
use kodebok::import::{Hazard, ImportError, Unsupported};
use kodebok::lang::Language;
use kodebok::told::import::{error, loss};

use crate::support::golden;

#[test]
fn errors_and_losses_are_sentences() {
    let errors = [
        ImportError::Empty,
        ImportError::Binary,
        ImportError::PasswordProtected,
        ImportError::TooLarge { limit: 20 * 1024 * 1024 },
        ImportError::TooLarge { limit: 10_000 },
        ImportError::Scanned,
        ImportError::TooHard,
        ImportError::TooManyRows { limit: 20_000 },
        ImportError::TooManyColumns { limit: 1_000 },
        ImportError::TooManyPages { limit: 3_000 },
        ImportError::CellTooLong { limit: 90_000 },
        ImportError::TooDeep { limit: 256 },
        ImportError::Unsafe(Hazard::Bomb { times: 200 }),
        ImportError::Unsafe(Hazard::Name),
        ImportError::Unsafe(Hazard::Entity),
        ImportError::Damaged("its XML is broken"),
        ImportError::Unsupported(Unsupported::Pdf),
        ImportError::Unsupported(Unsupported::Rtf),
        ImportError::Unsupported(Unsupported::Odt),
        ImportError::Unsupported(Unsupported::Docx),
        ImportError::Unsupported(Unsupported::OldWord),
        ImportError::Unsupported(Unsupported::Spreadsheet),
        ImportError::Unsupported(Unsupported::Recording),
        ImportError::Unsupported(Unsupported::Other("xyz".to_owned())),
    ];
    let counted: [fn(usize) -> Loss; 12] = [
        |count| Loss::Pages { count },
        |count| Loss::Sheets { count },
        |count| Loss::BadCharacters { count },
        |count| Loss::Hidden { count },
        |count| Loss::Deleted { count },
        |count| Loss::Pictures { count },
        |count| Loss::Notes { count },
        |count| Loss::Comments { count },
        |count| Loss::Tables { count },
        |count| Loss::Symbols { count },
        |count| Loss::Embedded { count },
        |count| Loss::BadTimes { count },
    ];
    let sampled: [fn(usize, Vec<String>) -> Loss; 7] = [
        |count, samples| Loss::SameCase { count, samples },
        |count, samples| Loss::Contradicted { count, samples },
        |count, samples| Loss::Values { count, samples },
        |count, samples| Loss::NoAnswers { count, samples },
        |count, samples| Loss::Furniture { count, samples },
        |count, samples| Loss::Joined { count, samples },
        |count, samples| Loss::Hyphens { count, samples },
    ];
    let mut sentences = Vec::new();
    for language in Language::ALL {
        sentences.extend(errors.iter().map(|e| error(e, "intervju 3.xyz", language)));
        sentences.push(loss(&Loss::Encoding { name: "windows-1252" }, "intervju 3.xyz", language));
        let samples = vec!["ca. 30".to_owned(), "vet ikke".to_owned()];
        for make in sampled {
            sentences.push(loss(&make(1, samples[..1].to_vec()), "intervju 3.xyz", language));
            sentences.push(loss(&make(1234, samples.clone()), "intervju 3.xyz", language));
        }
        sentences.push(loss(&Loss::OpenQuotes { rows: vec![3] }, "intervju 3.xyz", language));
        sentences.push(loss(&Loss::OpenQuotes { rows: vec![3, 17, 1234] }, "intervju 3.xyz", language));
        for make in counted {
            sentences.push(loss(&make(1), "intervju 3.xyz", language));
            sentences.push(loss(&make(1234), "intervju 3.xyz", language));
        }
    }
    for sentence in &sentences {
        assert!(
            sentence.contains("intervju 3.xyz") && sentence.ends_with('.') && !sentence.contains('{'),
            "{sentence}"
        );
    }
    golden::check("told/import.txt", &format!("{}\n", sentences.join("\n")));
}
