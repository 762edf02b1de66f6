//! Words in the figures of codes, and under them.

use super::phrases;

phrases! {
    /// Words in the figures of codes, and under them.
    Pictures {
        of_study: "{title}. {project}.", "{title}. {project}.";
        bars: "Koder i tall", "Codes in numbers";
        network: "Nettverk av koder", "Network of codes";
        treemap: "Kodetreet som flater", "The code tree as areas";
        sunburst: "Kodetreet som ringer", "The code tree as rings";
        portraits: "Dokumentportretter", "Document portraits";
        nothing: "Det er ingenting å vise her ennå.", "There is nothing to show here yet.";
        page: "Side {n} av {of}", "Page {n} of {of}";
        colours: "Fargene følger temaene i kodeboken.", "Colours follow the themes of the codebook.";
        darker: "Mørkere felt betyr flere.", "Darker fields mean more.";
        line_width: "Tykkere strek betyr flere ganger sammen, større sirkel flere kodinger.",
            "Thicker lines mean more times together, larger circles more codings.";
        left_out_codes: "De {n} kodene med flest treff er vist, av {of}.", "The {n} codes with most hits are shown, of {of}.";
        not_compared: "{n} uten koder eller ord er ikke med.", "{n} without codes or words are left out.";
        area_codings: "Flaten viser antall kodinger, med kodene under.", "The area shows the number of codings, with the codes below.";
        ring_codings: "Buen viser antall kodinger, med kodene under; innerst ligger toppen av kodetreet.",
            "The arc shows the number of codings, with the codes below; the top of the code tree is innermost.";
        itself: "koden selv", "the code itself";
        numbers: "Tall i ringene", "Numbers in the rings";
        distance: "Avstand", "Distance";
        words_along: "Ord fra begynnelsen av kilden", "Words from the start of the source";
        along: "Fra begynnelsen til slutten av hver kilde", "From the start to the end of each source";
        codes_so_far: "koder så langt", "codes so far";
        new_codes: "nye koder", "new codes";
        coded_share: "Andel kodede ord", "Share of words coded";
        per_cent: "{n} %", "{n} %";
        key: "Kolonnene", "The columns";
        numbered: "Tallene over kolonnene er tallene foran radene.", "The numbers above the columns are those before the rows.";
        how_network: "Kodene er plassert med krefter: de frastøter hverandre, og trekkes sammen der de er sammen (Fruchterman og Reingold, 1991).",
            "The codes are placed by forces: they repel one another, and are drawn together where they occur together (Fruchterman and Reingold, 1991).";
        how_treemap: "Flatene er delt etter antall kodinger med «squarified treemap» (Bruls, Huizing og van Wijk, 2000).",
            "The areas are divided by the number of codings as a squarified treemap (Bruls, Huizing and van Wijk, 2000).";
        how_sunburst: "Hver ring er et nivå i kodetreet, og hver bue er så lang som antall kodinger.",
            "Each ring is a level of the code tree, and each arc is as long as the number of codings.";
        how_portraits: "Hver kilde er ett bånd med en rad for hver øverste kode; kodingene, også av kodene under, står der de står i teksten.",
            "Each source is a band with a row for each code at the top; the codings, also of the codes below, stand where they stand in the text.";
    }
}
