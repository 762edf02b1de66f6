//! Words of agreement between coders: figures, why some are undefined, and how they came about.

use super::phrases;

phrases! {
    /// Words of agreement between coders.
    AgreementWords {
        percent: "Enighet", "Agreement";
        cohen_kappa: "Cohens kappa", "Cohen’s kappa";
        kappa_linear: "Vektet kappa, lineær", "Weighted kappa, linear";
        kappa_squared: "Vektet kappa, kvadratisk", "Weighted kappa, squared";
        scott_pi: "Scotts pi", "Scott’s pi";
        fleiss_kappa: "Fleiss’ kappa", "Fleiss’ kappa";
        alpha_nominal: "Krippendorffs alfa, nominal", "Krippendorff’s alpha, nominal";
        alpha_ordinal: "Krippendorffs alfa, ordinal", "Krippendorff’s alpha, ordinal";
        alpha_interval: "Krippendorffs alfa, intervall", "Krippendorff’s alpha, interval";
        alpha_ratio: "Krippendorffs alfa, forholdstall", "Krippendorff’s alpha, ratio";
        ac1: "Gwets AC1", "Gwet’s AC1";
        ac2_quadratic: "Gwets AC2, kvadratiske vekter", "Gwet’s AC2, quadratic weights";
        brennan_prediger: "Brennan og Predigers kappa", "Brennan and Prediger’s kappa";

        no_pair: "Ingen enhet er vurdert av to kodere.", "No unit was rated by two coders.";
        more_than_two: "Målet gjelder to kodere, og her er det flere. Bruk Fleiss’ kappa eller Krippendorffs alfa.",
            "The figure is for two coders, and there are more. Use Fleiss’ kappa or Krippendorff’s alpha.";
        no_variation: "Alle vurderingene er like, så enighet ved tilfeldighet lar seg ikke regne ut.",
            "All ratings are the same, so agreement by chance cannot be told from agreement.";
        no_order: "Kategoriene er ord uten kjent rekkefølge.", "The categories are words in no known order.";
        no_numbers: "Kategoriene er ikke tall.", "The categories are no numbers.";
        below_zero: "Forholdstall må være null eller mer.", "Ratios are asked of numbers below zero.";

        no_neither: "Målet trenger å vite hvor mye ingen av dem har kodet, og utdrag som ingen har kodet, lar seg ikke telle.",
            "The figure asks how much neither coded, and segments that nobody coded cannot be counted.";

        figure: "Mål", "Figure";
        value: "Verdi", "Value";
        from: "Fra (95 %)", "From (95%)";
        to: "Til (95 %)", "To (95%)";
        undefined: "Hvorfor det mangler", "Why it is missing";

        one_coder: "«{file}» har ikke vurderinger fra minst to kodere. En rad er en enhet og en kolonne en koder; la celler uten vurdering stå tomme.",
            "“{file}” has no ratings by at least two coders. A row is a unit and a column a coder; leave cells without a rating empty.";
        no_ratings: "«{file}» har ingen vurderinger. En rad er en enhet og en kolonne en koder.",
            "“{file}” has no ratings. A row is a unit and a column a coder.";
        off_the_scale: "I rad {row} av vurderingene i «{file}» står «{rating}», som ikke er blant kategoriene. Rett cellen, eller ta den med i --categories.",
            "Row {row} of the ratings in “{file}” says “{rating}”, which is not among the categories. Correct the cell, or add it to --categories.";

        read: "Lest {units} og {coders} ({names}), med {categories} ({list}).", "Read {units} and {coders} ({names}), with {categories} ({list}).";
        units_one: "{n} enhet", "{n} unit";
        units: "{n} enheter", "{n} units";
        coders_one: "{n} koder", "{n} coder";
        coders: "{n} kodere", "{n} coders";
        categories_one: "{n} kategori", "{n} category";
        categories: "{n} kategorier", "{n} categories";

        how_ratings: "Enighet er andelen par av kodere som har vurdert en enhet likt, i snitt over enhetene som minst to har vurdert. Cohens kappa (1960), de vektede kappaene (Cohen, 1968) og Scotts pi (1955) er for to kodere og regnet av enhetene begge har vurdert. Fleiss’ kappa (1971), Krippendorffs alfa (2011), Gwets AC1 og AC2 (2014) og Brennan og Predigers kappa (1981) tåler at vurderinger mangler. Tall er satt så langt fra hverandre som de er; ord i rekkefølge ett skritt fra hverandre.",
            "Agreement is the share of pairs of coders who rated a unit alike, averaged over the units that at least two rated. Cohen’s kappa (1960), the weighted kappas (Cohen, 1968) and Scott’s pi (1955) are for two coders and of the units that both rated. Fleiss’ kappa (1971), Krippendorff’s alpha (2011), Gwet’s AC1 and AC2 (2014) and Brennan and Prediger’s kappa (1981) bear missing ratings. Numbers are as far apart as they are; words in an order are one step apart.";
        how_drawn_units: "Intervallene er midten 95 % av {rounds} trekninger av enhetene med tilbakelegging (persentilbootstrap; Efron og Tibshirani, 1993; frø {seed}).",
            "The intervals are the middle 95% of {rounds} drawings of the units with replacement (percentile bootstrap; Efron and Tibshirani, 1993; seed {seed}).";

        by_code: "Samsvar mellom kodere", "Agreement between coders";
        by_source: "Samsvar mellom kodere, kilde for kilde", "Agreement between coders, source by source";
        as_nvivo: "Samsvar som i NVivo", "Agreement as in NVivo";
        as_maxqda: "Samsvar som i MAXQDA", "Agreement as in MAXQDA";
        by_bounds: "Hvor utdragene begynner og slutter", "Where segments begin and end";
        alpha_unitizing: "Alfa for utdrag (α_U)", "Alpha for unitizing (α_U)";
        stretches_of: "Strekk, {name}", "Stretches, {name}";
        all_of: "Alle {n}", "All {n}";
        some_of: "{n} av {m}", "{n} of {m}";
        nobody: "Ingen", "Nobody";
        by_ratings: "Samsvar om vurderinger", "Agreement on ratings";
        case: "Informant", "Case";
        how_values: "Enhetene er informanter, og vurderingen til en koder er den siste verdien hen selv har gitt egenskapen; at andre har skrevet over den, endrer den ikke.",
            "The units are cases, and a coder’s rating is the last value that they have themselves given the attribute; that others wrote over it does not change it.";
        together: "Alle kodene samlet", "All codes together";
        both: "Begge", "Both";
        only: "Bare {name}", "Only {name}";
        neither: "Ingen av dem", "Neither";
        nameless: "en uten navn", "one without a name";
        segments_of: "Utdrag, {name}", "Segments, {name}";
        alpha: "Krippendorffs alfa", "Krippendorff’s alpha";
        remarks: "Merknader", "Remarks";
        kappa: "Kappa", "Kappa";
        characters: "Tegn", "Characters";
        a_and_b: "A og B", "A and B";
        not_a_not_b: "Verken A eller B", "Not A and not B";
        disagreement: "Uenighet", "Disagreement";
        a_not_b: "A og ikke B", "A and not B";
        b_not_a: "B og ikke A", "B and not A";
        agreements: "Like", "Agreements";
        disagreements: "Ulike", "Disagreements";
        total: "I alt", "Total";

        few_segments_one: "Det er bare {n} kodet utdrag; det er for lite å bygge et tall på.", "There is only {n} coded segment, which is too little to build a figure on.";
        few_segments: "Det er bare {n} kodede utdrag; det er for lite å bygge et tall på.", "There are only {n} coded segments, which is too little to build a figure on.";
        rare: "Bare {share} er kodet, og når noe er så sjeldent, svinger kappa mye. Se også på AC1 og på tallene bak.",
            "Only {share} is coded, and kappa varies much where something is so rare. Look at AC1 and at the counts as well.";
        common: "Hele {share} er kodet, og når noe er så vanlig, svinger kappa mye. Se også på AC1 og på tallene bak.",
            "As much as {share} is coded, and kappa varies much where something is so common. Look at AC1 and at the counts as well.";
        only_one: "Bare {name} har brukt koden.", "Only {name} has used the code.";
        paradox: "Koderne er enige om det meste, men kappa er lav fordi koden er skjevt fordelt (kappa-paradokset; Feinstein og Cicchetti, 1990).",
            "The coders agree on most, and kappa is low because the code is unevenly spread (the paradox of kappa; Feinstein and Cicchetti, 1990).";
        other_bounds: "{n} av {met} par av utdrag som møtes, begynner eller slutter ikke på samme sted: uenigheten handler mye om hvor langt utdragene går.",
            "{n} of {met} pairs of segments that meet begin or end in different places: much of the disagreement is about how far segments go.";
        overlapping_one: "{n} utdrag overlapper et annet som samme koder har kodet likt; ordene teller én gang.", "{n} segment overlaps another that the same coder coded alike; the words count once.";
        overlapping: "{n} utdrag overlapper andre som samme koder har kodet likt; ordene teller én gang.", "{n} segments overlap others that the same coder coded alike; the words count once.";
        untouched: "{name} har ikke kodet noe i {sources}, som likevel er regnet med. Velg bare kildene begge har kodet om de andre ikke skulle sammenlignes.",
            "{name} has coded nothing in {sources}, which counts all the same. Choose only the sources that both have coded if the others were not to be compared.";
        not_arrived: "Teksten til {sources} har ikke kommet ennå, så den er ikke regnet med.", "The text of {sources} has not arrived yet, so it is not counted.";

        how_compared: "To koderes kodinger er holdt opp mot hverandre, én kode om gangen: en enhet har koden eller har den ikke. Det som er lagt til side, er ikke regnet med.",
            "The codings of two coders were held against each other, one code at a time: a unit has the code or has it not. What was set aside does not count.";
        how_compared_several: "Kodingene til {n} kodere er holdt opp mot hverandre, én kode om gangen: en enhet har koden eller har den ikke. Det som er lagt til side, er ikke regnet med.",
            "The codings of {n} coders were held against each other, one code at a time: a unit has the code or has it not. What was set aside does not count.";
        how_several_figures: "Enighet er andelen par av kodere som er enige om en enhet. Kappa er Fleiss’ (1971), alfa Krippendorffs for nominale data (2011), AC1 Gwets (2008), og den siste kappaen Brennan og Predigers (1981). Der alle har kodet alt eller ingen har kodet noe, er tallene ikke definert.",
            "Agreement is the share of pairs of coders who agree on a unit. Kappa is Fleiss’ (1971), alpha Krippendorff’s for nominal data (2011), AC1 Gwet’s (2008), and the last kappa Brennan and Prediger’s (1981). Where all coded everything or nobody coded anything, the figures are not defined.";
        how_bounds: "Krippendorffs alfa for utdrag, α_U (1995; 2004, s. 251–256), ser på hvor kodede utdrag begynner og slutter i teksten, uten å dele den i enheter på forhånd: å bomme litt koster lite, å overse et utdrag koster kvadratet av lengden. 1 er helt likt, 0 er som ved tilfeldighet. Tekstene er lagt etter hverandre, utdrag med samme kode som møtes, er regnet som ett strekk, og «alle kodene samlet» er regnet av summen av uenighetene.",
            "Krippendorff’s alpha for unitizing, α_U (1995; 2004, pp. 251–256), looks at where coded segments begin and end in the text, without dividing it into units first: a near miss costs little, a segment overlooked costs the square of its length. 1 is all alike, 0 is as by chance. The texts were laid one after the other, segments with the same code that meet count as one stretch, and “all codes together” comes from the sum of the disagreements.";
        how_character: "Enheten er tegn.", "The unit is the character.";
        how_word: "Enheten er ord; et ord er kodet når noen bokstav i det er kodet.", "The unit is the word; a word is coded where any letter of it is.";
        how_sentence: "Enheten er setninger; en setning er kodet når noe ord i den er kodet.", "The unit is the sentence; a sentence is coded where any word of it is.";
        how_turn: "Enheten er replikker (avsnitt i tekster uten replikker); en replikk er kodet når noe ord i den er kodet.",
            "The unit is the turn (the paragraph in texts without turns); a turn is coded where any word of it is.";
        how_segment: "Enheten er kodede utdrag; to utdrag med samme kode er like når de har minst {n} % av tegnene de dekker, felles.",
            "The unit is the coded segment; two segments with the same code are alike where they share at least {n}% of the characters that either covers.";
        how_source: "Enheten er kilder; en kilde er kodet når noe i den er kodet.", "The unit is the source; a source is coded where any of it is.";
        how_pooled: "«Alle kodene samlet» er regnet av summen av tabellene, ikke av snittet av tallene; koder ingen av dem har brukt, er ikke med.",
            "“All codes together” comes from the sum of the tables, not from the mean of the figures; codes that neither used are left out.";
        how_figures: "Kappa er Cohens (1960), pi er Scotts (1955), alfa er Krippendorffs for nominale data (2011), AC1 er Gwets (2008), og den siste kappaen er Brennan og Predigers (1981). Der begge har kodet alt eller ingen har kodet noe, er tallene ikke definert.",
            "Kappa is Cohen’s (1960), pi Scott’s (1955), alpha Krippendorff’s for nominal data (2011), AC1 Gwet’s (2008), and the last kappa Brennan and Prediger’s (1981). Where both coded all or neither coded anything, the figures are not defined.";
        how_segment_figures: "Et utdrag som begge har, er telt fra begge sider. Kappa er Brennan og Predigers (1981), der hver av kodene er like sannsynlig ved tilfeldighet; de andre målene trenger å vite hvor mye ingen har kodet.",
            "A segment that both have is counted from both sides. Kappa is Brennan and Prediger’s (1981), where each of the codes is as likely by chance; the other figures ask how much neither coded.";
        how_drawn_sources: "Intervallene er midten 95 % av {rounds} trekninger av kildene med tilbakelegging (persentilbootstrap; Efron og Tibshirani, 1993; frø {seed}); med få kilder er de for smale.",
            "The intervals are the middle 95% of {rounds} drawings of the sources with replacement (percentile bootstrap; Efron and Tibshirani, 1993; seed {seed}); with few sources they are too narrow.";
        how_nvivo: "Kolonnene er de som NVivo viser i en sammenligning av koding, i andeler av tegnene i kilden; A er den første koderen og B den andre. Der begge har kodet alt, viser NVivo kappa som 1; her er den ikke definert. Par av kode og kilde som ingen har kodet, er ikke med.",
            "The columns are those of a coding comparison in NVivo, in shares of the characters of the source; A is the first coder and B the second. Where both coded everything NVivo shows a kappa of 1; here it is undefined. Pairs of a code and a source that neither coded are left out.";
        how_maxqda: "Som i MAXQDA er hvert utdrag telt, også det samme fra begge sider, og kappa er Brennan og Predigers (1981) med like stor sjanse for hver av kodene.",
            "As in MAXQDA every segment is counted, also the same one from both sides, and kappa is Brennan and Prediger’s (1981) with the same chance for each of the codes.";

        unit: "Enhet", "Unit";
        unit_character: "tegn", "characters";
        unit_word: "ord", "words";
        unit_sentence: "setninger", "sentences";
        unit_turn: "replikker", "turns";
        unit_segment: "utdrag", "segments";
        unit_source: "kilder", "sources";

        asked: "Samsvar", "Agreement";
        coders_asked: "Koderne, to eller flere, med komma mellom; ellers de to som har kodet mest", "The coders, two or more, with commas between; otherwise the two who coded most";
        unit_asked: "Hva som sammenlignes", "What is compared";
        overlap_asked: "Så mange prosent av tegnene må to utdrag dele for å være like", "So many per cent of the characters two segments must share to be alike";
        not_two: "Oppgi to kodere eller flere, som --coders Kari,Ola. Studien har {names}.", "Name two coders or more, as --coders Kari,Ola. The study has {names}.";
        too_few: "Studien har ikke kodinger av to kodere i denne delen.", "The study has no codings by two coders in this part.";
        spans: "Ta med hvor i tekstene de er enige og uenige", "Add where in the texts they agree and differ";
        between: "{names}, {unit}:", "{names}, {unit}:";
        only_study: "{option} gjelder en studie, og «{file}» er en tabell.", "{option} is for a study, and “{file}” is a table.";
        only_table: "{option} gjelder en tabell, og «{file}» er en studie.", "{option} is for a table, and “{file}” is a study.";

        attribute_asked: "I en studie: hvor enige koderne er om en egenskap ved informantene, i stedet for om kodene", "In a study: how far the coders agree on an attribute of cases, in place of the codes";
        about: "Hvor enige koderne er, i en studie eller i en tabell med vurderinger", "How far coders agree, in a study or in a table of ratings";
        of: "Mappen studien ligger i, eller en tabell (csv, tsv): en rad er en enhet, en kolonne en koder, og en tom celle en vurdering som mangler",
            "The folder the study is in, or a table (csv, tsv): a row is a unit, a column a coder, and an empty cell a missing rating";
        header: "I en tabell: om den første raden er navnene på koderne; ellers finnes det ut", "In a table: whether the first row names the coders; otherwise it is found out";
        unit_names: "I en tabell: om den første kolonnen er navnene på enhetene; ellers finnes det ut", "In a table: whether the first column names the units; otherwise it is found out";
        scale: "I en tabell: alle kategoriene i rekkefølge, med komma mellom, også de ingen har brukt", "In a table: every category in order, with commas between, also such as nobody used";
        rounds: "Så mange trekninger bak intervallene; 0 gir ingen", "So many drawings behind the intervals; 0 gives none";
        seed: "Et annet tall gir andre trekninger", "Another number gives other drawings";
    }
}
