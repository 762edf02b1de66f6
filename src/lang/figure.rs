//! Words in figures.

use super::phrases;

phrases! {
    /// Words in figures.
    Figure {
        structure_of: "{project} – kodestruktur", "{project} – code structure";
        structure: "Kodestruktur", "Code structure";
        codes: "Koder", "Codes";
        categories: "Kategorier", "Categories";
        themes: "Temaer", "Themes";
        from_theory: "fra teori", "from theory";
        from_data: "fra data", "from data";
        counts: "tall: antall kodinger, med kodene under", "numbers: codings, with the codes below";
        continued: "(forts.)", "(cont.)";
        page: "Side {n} av {of}", "Page {n} of {of}";
        empty: "Det er ingen koder ennå.", "There are no codes yet.";
    }
}
