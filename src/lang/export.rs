//! Words in exported tables, and what is said when one cannot be written.

use super::phrases;

phrases! {
    /// Words in exported tables, and what is said when one cannot be written.
    Export {
        codebook: "Kodebok", "Codebook";
        codebook_of: "{project} – kodebok", "{project} – codebook";
        segments: "Kodede utdrag", "Coded segments";
        study: "Studien", "The study";
        themes: "Temaer", "Themes";
        categories: "Kategorier", "Categories";
        from_theory: "Fra teori", "From theory";
        name: "Navn", "Name";
        description: "Beskrivelse", "Description";
        files: "Filer", "Files";
        references: "Referanser", "References";
        level: "Nivå", "Level";
        path: "Bane", "Path";
        kind: "Type", "Kind";
        origin: "Opphav", "Origin";
        coders: "Kodere", "Coders";
        source: "Kilde", "Source";
        speaker: "Taler", "Speaker";
        turn: "Replikk", "Turn";
        time: "Tid", "Time";
        start: "Start", "Start";
        end: "Slutt", "End";
        coder: "Koder (person)", "Coder";
        words: "Ord", "Words";
        role: "Rolle", "Role";
        ms: "Millisekunder", "Milliseconds";
        set_aside: "Lagt til side", "Set aside";
        interviewer: "intervjuer", "interviewer";
        informant: "informant", "informant";
        file_turns: "replikker", "turns";
        file_spoken: "med talere", "with speakers";
        word_count: "Antall ord", "Word count";
        text: "Tekst", "Text";
        memo: "Notat", "Memo";
        case: "Informant", "Case";
        no_rows: "Det er ingenting å vise.", "There is nothing to show.";
        no_codes: "Det er ingen koder ennå.", "There are no codes yet.";
        too_many_rows: "Et regneark har plass til {max} rader, men her er det {n}. Eksporter som csv i stedet.",
            "A spreadsheet holds {max} rows, but there are {n}. Export as csv instead.";
        too_many_pages: "Figuren går over {n} sider, og et bilde kan ha {max}. Eksporter som svg i stedet.",
            "The figure takes {n} pages, and a picture can have {max}. Export as svg instead.";
        failed: "Filen kunne ikke lages ({cause}). Prøv et annet format.",
            "The file could not be made ({cause}). Try another format.";
        unknown_ending: "{what} kan ikke eksporteres som «{ending}». Velg {endings}.",
            "{what} cannot be exported as “{ending}”. Choose {endings}.";
        structure: "Kodestruktur", "Code structure";
        or: "eller", "or";
    }
}
