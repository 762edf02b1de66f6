//! Words of the place in the window where coders are held against each other.

use super::phrases;

phrases! {
    /// Words of the place of agreement.
    AgreeingWords {
        group_coding: "Kodingen", "The coding";
        by_code: "Kode for kode", "Code by code";
        by_source: "Kilde for kilde", "Source by source";
        as_nvivo: "Som i NVivo", "As in NVivo";
        as_maxqda: "Som i MAXQDA", "As in MAXQDA";
        by_bounds: "Grensene til utdragene", "Bounds of segments";
        list: "Vis", "Show";
        coder: "Koder {letter}", "Coder {letter}";
        add_coder: "En koder til", "Another coder";
        nobody: "ingen", "nobody";
        unit: "Enhet", "Unit";
        overlap: "Like når de deler minst", "Alike where they share at least";
        overlap_per_cent: "{n} %", "{n}%";
        intervals: "Intervaller", "Intervals";
        drawn: "{n} trekninger", "{n} drawings";
        not_drawn: "ingen", "none";
        rounds: "Trekninger", "Drawings";
        seed: "Frø", "Seed";
        seed_hint: "Samme frø gir de samme intervallene. Et annet frø gir andre trekninger av kildene.", "The same seed gives the same intervals. Another seed draws the sources anew.";
        needs_two: "Samsvar er mellom to kodere som har kodet de samme tekstene, og i denne delen av studien har bare én kodet. La den andre åpne studien i den delte mappen, eller flett inn kopien hens.",
            "Agreement is between two coders who have coded the same texts, and in this part of the study only one has. Let the other open the study in the shared folder, or merge in their copy.";
        go_double: "Begynn en dobbeltkoding", "Begin a double coding";
        the_table: "Tabellen bak tallene", "The table behind the figures";
        has: "{name} har koden", "{name} has the code";
        has_not: "ikke", "not";
        both: "Begge", "Both";
        only: "Bare {name}", "Only {name}";
        neither: "Ingen av dem", "Neither";
        cell: "{name}: {n}", "{name}: {n}";
        sum: "I alt", "Total";
        either: "Alt noen av dem har", "All that either has";
        figures: "Målene", "The figures";
        interval: "{low} til {high}", "{low} to {high}";
        undefined: "ikke definert", "undefined";
        heed: "Verdt å vite", "Worth knowing";
        segments: "Utdragene", "The segments";
        stretches: "{name} har", "{name} has";
        about_percent: "Andelen enheter de er enige om, også de som ingen har kodet.", "The share of units they agree on, also those that nobody coded.";
        about_kappa: "Enighet ut over det tilfeldighet ville gitt, når hver koder koder så mye som hen har gjort.", "Agreement beyond what chance would give if each coder codes as much as they did.";
        about_pi: "Som kappa, men tilfeldigheten er den samme for begge.", "As kappa, with the same chance for both.";
        about_fleiss: "Scotts pi for flere kodere.", "Scott’s pi for several coders.";
        about_alpha: "Som pi, rettet for få enheter; tåler at noe mangler.", "As pi, corrected for few units; bears what is missing.";
        about_ac1: "Tåler at en kode er svært sjelden eller svært vanlig.", "Bears that a code is very rare or very common.";
        about_bp: "Tilfeldighet er at koden settes like ofte som den ikke settes.", "Chance is that the code is set as often as not.";
        about_weighted: "Som kappa, der nær uenighet teller mindre enn fjern.", "As kappa, where near disagreement counts less than far.";
        about_unitizing: "Hvor godt begynnelsen og slutten av utdragene faller sammen: å bomme litt koster lite, å overse et utdrag mye. 1 er helt likt, 0 er som ved tilfeldighet.",
            "How well the beginnings and ends of segments meet: a near miss costs little, a segment overlooked much. 1 is all alike, 0 is as by chance.";
    }
}
