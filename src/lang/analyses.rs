//! Words of the room where the study is counted, compared and drawn.

use super::phrases;

phrases! {
    /// Words of the room of analyses.
    AnalysesWords {
        list: "Tabeller og figurer", "Tables and figures";
        codes: "Koder", "Codes";
        across: "Koder og noe annet", "Codes and something else";
        relations: "Hvordan koder henger sammen", "How codes relate";
        text: "Tekst og dekning", "Text and coverage";
        cases: "Informanter", "Cases";
        figure: "Figur", "Figure";
        table: "Tabell", "Table";
        one_row: "{n} rad", "{n} row";
        many_rows: "{n} rader", "{n} rows";
        chip: "{name} {value}", "{name} {value}";
        level: "Koder", "Codes";
        level_all: "alle", "all";
        level_themes: "temaer", "themes";
        level_categories: "kategorier", "categories";
        level_codes: "bare de nederste", "only the lowest";
        reach: "Teller", "Counting";
        with_below: "koder under også", "codes below too";
        alone: "koden alene", "the code alone";
        measure: "Tallene er", "Numbers are";
        codings: "kodinger", "codings";
        sources: "kilder", "sources";
        of_cases: "informanter", "cases";
        words: "ord", "words";
        near: "Sammen når de", "Together when they";
        near_overlap: "overlapper", "overlap";
        near_turn: "er i samme replikk", "share a turn";
        near_words: "er høyst {n} ord fra hverandre", "are within {n} words";
        within: "Ser fram til", "Looking on to";
        within_source: "slutten av kilden", "the end of the source";
        within_turn: "slutten av replikken", "the end of the turn";
        likeness: "Likhet etter", "Alike by";
        by_coding: "koding", "coding";
        by_words: "ordbruk", "use of words";
        linkage: "Slått sammen etter", "Joined by";
        by_average: "gjennomsnitt", "average";
        by_ward: "Ward", "Ward";
        attribute: "Egenskap", "Attribute";
        other: "Mot", "Against";
        order: "Rekkefølge", "Order";
        as_listed: "som i listen", "as listed";
        first_attribute: "den første", "the first";
        next_attribute: "den neste", "the next";
        by_text: "som i teksten", "as in the text";
        by_left: "etter ordene før", "by the words before";
        by_right: "etter ordene etter", "by the words after";
        forms: "Ordformer", "Word forms";
        forms_together: "samlet", "together";
        forms_apart: "hver for seg", "each by itself";
        stop_words: "Stoppord", "Stop words";
        left_out: "utelatt", "left out";
        counted: "med", "counted";
        run: "Ordene", "Words";
        level_words: "vannrett", "horizontal";
        some_upright: "noen på høykant", "some upright";
        shades: "Farger", "Colours";
        plain: "ingen", "none";
        in_turn: "om hverandre", "in turn";
        by_theme: "etter tema", "by theme";
        against: "Mot", "Against";
        the_rest: "resten av studien", "the rest of the study";
        part: "Fra", "From";
        whole_study: "hele studien", "the whole study";
        chosen_sources: "{n} av {of} kilder", "{n} of {of} sources";
        look_for: "Ord å finne", "Words to find";
        paper: "Ark", "Paper";
        upright: "stående", "portrait";
        on_side: "liggende", "landscape";
        how_computed: "Slik er dette regnet ut", "How this was computed";
        copy: "Kopier", "Copy";
        copy_method: "Kopier metodeteksten", "Copy the method";
        copy_caption: "Kopier figurteksten", "Copy the caption";
        caption: "Figurtekst", "Caption";
        copied: "Kopiert.", "Copied.";
        export: "Lagre eller kopier", "Save or copy";
        copy_table: "Kopier tabellen", "Copy the table";
        copy_picture: "Kopier figuren som bilde", "Copy the figure as a picture";
        save_as: "Lagre som {ending}…", "Save as {ending}…";
        picture_copied: "Figuren er kopiert som bilde.", "The figure is copied as a picture.";
        table_copied: "Tabellen er kopiert. Lim den inn i Excel eller Word.", "The table is copied. Paste it into Excel or Word.";
        drawing: "Gjør figuren klar", "Preparing the figure";
        working: "Regner ut …", "Computing …";
        failed: "Dette kunne ikke regnes ut. Prøv en mindre del av studien eller andre valg over.",
            "This could not be computed. Try a smaller part of the study or other choices above.";
        empty_table: "Det er ingenting å telle her ennå. Velg en annen del av studien, eller kod mer.",
            "There is nothing to count here yet. Choose another part of the study, or code more.";
        write_to_find: "Skriv et ord over, så vises hvert sted det står.", "Type a word above to see every place it stands.";
        behind: "Bak tallet", "Behind the number";
        close: "Lukk", "Close";
        open_source: "Åpne kilden", "Open the source";
        one_place: "{n} sted", "{n} place";
        many_places: "{n} steder", "{n} places";
        only_first: "De første {n} stedene vises.", "The first {n} places are shown.";
        nothing_behind: "Ingen koding eller ord i denne delen av studien svarer til dette.", "No coding or word in this part of the study answers to this.";
        click_to_read: "klikk for å lese", "click to read";
        sort_hint: "Klikk for å sortere, høyreklikk for utdragene", "Click to sort, right-click for the segments";
        sorted_up: "sortert stigende", "sorted ascending";
        sorted_down: "sortert synkende", "sorted descending";
        read_column: "Les det bak kolonnen", "Read what is behind the column";
        pair: "{name}: {value}", "{name}: {value}";
    }
}
