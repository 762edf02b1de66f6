//! Words of `kodebok analyse`, and of patterns that cannot be looked for.

use super::phrases;

phrases! {
    /// Words of `kodebok analyse`, and of patterns that cannot be looked for.
    Analyse {
        about: "Lag en tabell eller en figur av studien, eller av en del av den", "Make a table or a figure of the study, or of a part of it";
        dir: "Mappen studien ligger i", "The folder the study is in";
        name: "Hva som skal lages; --list viser alt", "What to make; --list tells all";
        out: "Filen; endelsen bestemmer formatet ({endings})", "The file; its ending decides the format ({endings})";
        list: "Vis alle tabeller og figurer", "Tell every table and figure";
        table: "tabell", "table";
        figure: "figur", "figure";
        unknown_ending: "«{name}» kan ikke lages som «{ending}». Velg {endings}.", "“{name}” cannot be made as “{ending}”. Choose {endings}.";
        not_known: "Studien har ikke «{name}». Den har {names}.", "The study has no “{name}”. It has {names}.";
        none: "ingen ennå", "none yet";
        part: "Hvilken del av studien (alle kan gjentas)", "Which part of the study (each may be repeated)";
        source: "Bare denne kilden", "Only this source";
        speaker: "Bare det denne taleren sier", "Only what this speaker says";
        role: "Bare talere med denne rollen", "Only speakers with this role";
        case: "Bare kildene til denne informanten", "Only the sources of this case";
        value: "Bare informanter med denne verdien", "Only cases with this value";
        code: "Bare det som er kodet med denne koden og kodene under", "Only what is coded with this code and those below";
        own: "Uten kodene under", "Without the codes below";
        by: "Bare det denne personen har kodet", "Only what this coder has coded";
        agreed: "Bare det koderne er enige om, der det er kodet dobbelt", "Only what the coders have agreed on, where words were coded twice";
        with_excluded: "Ta også med det som er lagt til side", "Also what was set aside";
        against_source: "Sammenlign med denne kilden", "Compare with this source";
        against_speaker: "Sammenlign med denne taleren", "Compare with this speaker";
        against_case: "Sammenlign med kildene til denne informanten", "Compare with the sources of this case";
        against_value: "Sammenlign med informanter med denne verdien", "Compare with cases with this value";
        against_code: "Sammenlign med det som er kodet med denne koden", "Compare with what is coded with this code";
        words: "Ord", "Words";
        forms: "Tell hver bøyningsform for seg", "Count each form by itself";
        no_stop_words: "Tell også stoppord og fyllord", "Count stop words and fillers too";
        leave_out: "Ta ut dette ordet eller uttrykket", "Leave out this word or phrase";
        keep: "Tell dette ordet eller uttrykket selv om det er stoppord", "Count this word or phrase although it is a stop word";
        group: "Tell disse ordene som ett", "Count these words as one";
        min_letters: "Tell bare ord med så mange bokstaver", "Count only words of so many letters";
        numbers: "Tell også tall", "Count numbers too";
        parts: "Tell sammensatte ord under leddene", "Count compounds for their parts";
        search: "Søk", "Search";
        query: "Det som skal finnes", "What to find";
        way: "Vanlig tekst, hele ord, stammer eller regulært uttrykk", "Letters, whole words, stems or a regular expression";
        near: "Noe som skal stå i nærheten", "Something that shall stand near";
        near_words: "Så mange ord kan stå mellom", "So many words may stand between";
        order: "Etter teksten, ordene før eller ordene etter", "By the text, the words before or the words after";
        codes: "Koder", "Codes";
        level: "Hvilke koder som er med", "Which codes are shown";
        measure: "Hva tallene teller", "What the numbers count";
        together: "Når to koder er sammen", "When two codes occur together";
        follow: "Hvor langt det letes etter det som følger", "How far to look for what follows";
        likeness: "Hva likheten måles i", "By what likeness is measured";
        linkage: "Hvordan grupper slås sammen", "How groups are joined";
        attribute: "Egenskapen som gir kolonnene eller rekkefølgen", "The attribute that gives the columns or the order";
        other_attribute: "Egenskapen den settes opp mot", "The attribute set against it";
        figures: "Figurer", "Figures";
        landscape: "Figuren på liggende ark", "The figure on its side";
        mixed: "Ordskyen med noen ord på høykant", "The cloud with some words upright";
        colours: "Hva fargene i ordskyen sier", "What the colours of the cloud say";
        most: "Så mange ord i ordskyen", "So many words in the cloud";
        seed: "Et annet tall gir en annen ordsky eller et annet nettverk", "Another number gives another cloud or network";
        bad_pattern: "Det regulære uttrykket kan ikke leses ({why}). Rett det, eller søk etter bokstavene som de står.",
            "The regular expression cannot be read ({why}). Correct it, or search for the letters as they stand.";
        large_pattern: "Det regulære uttrykket er for stort. Bruk mindre tall i klammene, eller del det opp.",
            "The regular expression is too large. Use smaller numbers in the braces, or divide it.";
    }
}
