//! Words in the tables that count codes, and the sentences that say how they were counted.

use super::phrases;

phrases! {
    /// Words in the tables that count codes.
    Answers {
        code: "Kode", "Code";
        codes: "Koder", "Codes";
        codings: "Kodinger", "Codings";
        sources: "Kilder", "Sources";
        source: "Kilde", "Source";
        cases: "Informanter", "Cases";
        case: "Informant", "Case";
        coders: "Kodere", "Coders";
        words: "Ord", "Words";
        share: "Andel av teksten", "Share of the text";
        codings_below: "Kodinger med koder under", "Codings with codes below";
        sources_below: "Kilder med koder under", "Sources with codes below";
        coders_below: "Kodere med koder under", "Coders with codes below";
        words_below: "Ord med koder under", "Words with codes below";
        share_below: "Andel med koder under", "Share with codes below";
        nobody: "Ingen kjent", "Nobody known";
        no_case: "Uten informant", "Without a case";
        no_value: "Ikke kjent", "Not known";
        frequency: "Koder i tall", "Codes in numbers";
        by_source: "Koder og kilder", "Codes and sources";
        by_case: "Koder og informanter", "Codes and cases";
        by_value: "Koder og egenskap", "Codes and attribute";
        by_named_value: "Koder og {attribute}", "Codes and {attribute}";
        by_speaker: "Koder og talere", "Codes and speakers";
        by_coder: "Koder og kodere", "Codes and coders";
        together: "Koder sammen", "Codes together";
        pairs: "Kodepar", "Pairs of codes";
        one_code: "Den ene koden", "One code";
        other_code: "Den andre koden", "The other code";
        meetings: "Ganger sammen", "Times together";
        of_one: "Kodinger av den ene", "Codings of the one";
        of_other: "Kodinger av den andre", "Codings of the other";
        coefficient: "c-koeffisient", "c-coefficient";
        sequences: "Hva som følger på hva", "What follows what";
        coverage: "Dekning", "Coverage";
        coded_words: "Kodede ord", "Coded words";
        coded_share: "Kodet andel", "Share coded";
        different_codes: "Ulike koder", "Different codes";
        saturation: "Metning", "Saturation";
        number: "Nr.", "No.";
        new_codes: "Nye koder", "New codes";
        so_far: "Koder så langt", "Codes so far";
        share_so_far: "Andel av alle", "Share of all";
        stretches: "Kodelinjer", "Code lines";
        from_word: "Fra ord", "From word";
        to_word: "Til ord", "To word";
        clusters_of_sources: "Grupper av kilder", "Clusters of sources";
        clusters_of_codes: "Grupper av koder", "Clusters of codes";
        step: "Trinn", "Step";
        one: "Den ene", "One";
        other: "Den andre", "The other";
        distance: "Avstand", "Distance";
        members: "Antall", "Number";
        and_more: "{name} og {n} til", "{name} and {n} more";
        levels: "Informanter og egenskaper", "Cases and attributes";
        cross: "To egenskaper", "Two attributes";
        cross_of: "{one} og {other}", "{one} and {other}";
        measure_codings: "antall kodinger", "number of codings";
        measure_sources: "antall kilder", "number of sources";
        measure_cases: "antall informanter", "number of cases";
        measure_words: "antall ord", "number of words";
        level_all: "alle koder", "all codes";
        level_themes: "temaene", "the themes";
        level_categories: "kategoriene", "the categories";
        level_codes: "kodene som verken er tema eller kategori", "the codes that are neither theme nor category";
        for_level: "Her er {level} tatt med.", "Here {level} are included.";
        with_below: "Kodinger av koder lenger nede i kodetreet er regnet med hos dem over.",
            "Codings of codes further down the code tree count for those above as well.";
        alone: "Bare kodinger av koden selv er regnet med.", "Only codings of the code itself count.";
        how_frequency: "For hver kode er kodingene talt, kildene de står i, koderne som har laget dem, og ordene de dekker; ord som er kodet flere ganger, teller én gang. Tallene står både for koden alene og sammen med kodene under den. Andelen er ordene delt på alle ordene i kildene som er med.",
            "For each code its codings were counted, the sources they stand in, the coders who made them, and the words they cover; words coded several times count once. The numbers are given for the code alone and together with the codes below it. The share is these words divided by all words of the sources included.";
        how_matrix: "Tallene er {measure}, for {level}. Ord som er kodet flere ganger, teller én gang.",
            "The numbers are the {measure}, for {level}. Words coded several times count once.";
        how_speakers: "En koding som går over flere replikker, teller hos alle som snakker i den, og ordene hos den som sier dem.",
            "A coding over several turns counts for everybody who speaks in it, and its words for the one who says them.";
        how_together: "To koder er talt sammen hver gang en koding av den ene {near} en koding av den andre. En kode er aldri talt sammen med koder over eller under seg i kodetreet.",
            "Two codes were counted together each time a coding of the one {near} a coding of the other. A code is never counted together with codes above or below it in the code tree.";
        near_overlap: "overlapper", "overlaps";
        near_words: "står høyst {n} ord fra", "stands at most {n} words from";
        near_turn: "står i samme replikk som", "stands in the same turn as";
        how_coefficient: "c-koeffisienten er n₁₂ ÷ (n₁ + n₂ − n₁₂), der n₁ og n₂ er antall kodinger av hver kode, og n₁₂ er det minste av antallet kodinger på hver side som møter den andre (Friese, 2019; samme mål som Jaccard, 1912).",
            "The c-coefficient is n₁₂ ÷ (n₁ + n₂ − n₁₂), where n₁ and n₂ are the numbers of codings of each code, and n₁₂ is the smaller of the numbers of codings on either side that meet the other (Friese, 2019; the same measure as Jaccard’s, 1912).";
        how_sequences: "For hver koding er det talt hvilke koder som begynner først etter at den slutter, {within}. Koder som overlapper, følger ikke på hverandre.",
            "For each coding it was counted which codes start first after it ends, {within}. Codes that overlap do not follow one another.";
        within_source: "i samme kilde", "in the same source";
        within_turn: "i samme replikk", "in the same turn";
        how_coverage: "For hver kilde er ordene talt, og hvor mange av dem som har minst én kode; ord som er kodet flere ganger, teller én gang.",
            "For each source the words were counted, and how many of them have at least one code; words coded several times count once.";
        how_saturation: "Kildene er tatt i rekkefølge {order}. For hver av dem er det talt hvor mange ulike koder den har, og hvor mange av dem ingen tidligere kilde har.",
            "The sources were taken in the order {order}. For each it was counted how many different codes it has, and how many of these no earlier source has.";
        order_listed: "de står i listen", "in which they are listed";
        order_chosen: "av den valgte egenskapen", "of the chosen attribute";
        order_by: "av {attribute}", "of {attribute}";
        saturated: "Etter Guest, Namey og Chen (2020) nås metning etter kilde {n}: de fire første kildene er grunnlaget, og to kilder på rad gir til sammen høyst 5 % nye koder.",
            "By Guest, Namey and Chen (2020) saturation is reached after source {n}: the first four sources are the base, and two in a row together add at most 5 % new codes.";
        not_saturated: "Etter Guest, Namey og Chen (2020) er metning ikke nådd: de fire første kildene er grunnlaget, og ingen to kilder på rad gir til sammen høyst 5 % nye koder.",
            "By Guest, Namey and Chen (2020) saturation is not reached: the first four sources are the base, and no two in a row together add at most 5 % new codes.";
        how_stretches: "Hver koding står der den begynner og slutter i kilden, talt i ord fra begynnelsen.",
            "Each coding stands where it starts and ends in its source, counted in words from the beginning.";
        how_clusters: "Avstanden mellom to {items} er {distance}. De er slått sammen to og to etter {linkage}, fra de nærmeste (algoritme: Müllner, 2011).",
            "The distance between two {items} is {distance}. They were joined two and two by {linkage}, from the nearest (algorithm: Müllner, 2011).";
        items_sources: "kilder", "sources";
        items_codes: "koder", "codes";
        by_shared_codes: "1 − Jaccards koeffisient (1912) for kodene de har", "1 − Jaccard’s coefficient (1912) of the codes they have";
        by_shared_turns: "1 − Jaccards koeffisient (1912) for replikkene de er brukt i", "1 − Jaccard’s coefficient (1912) of the turns in which they are used";
        by_words: "1 − Pearsons korrelasjon mellom hvor ofte hvert ord er brukt", "1 − Pearson’s correlation of how often each word is used";
        by_average: "gjennomsnittet av avstandene (Sokal og Michener, 1958)", "the mean of the distances (Sokal and Michener, 1958)";
        by_ward: "den minste økningen i spredning (Ward, 1963)", "the smallest growth of the spread (Ward, 1963)";
        how_levels: "Informantene står med verdiene sine, {order}.", "The cases stand with their values, {order}.";
        levels_by_name: "ordnet etter navn", "ordered by name";
        levels_by_chosen: "ordnet etter den valgte egenskapen", "ordered by the chosen attribute";
        how_cross: "Tabellen viser hvor mange informanter som har hvert par av verdier.",
            "The table shows how many cases have each pair of values.";
    }
}
