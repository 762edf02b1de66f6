//! Words of word lists, clouds, search and comparison, and of how they came about.

use super::phrases;

phrases! {
    /// Words of word lists, clouds, search and comparison, and of how they came about.
    Words {
        words: "Ordliste", "Word list";
        word: "Ord", "Word";
        forms: "Former", "Forms";
        count: "Antall", "Count";
        per_thousand: "Per 1000 ord", "Per 1,000 words";
        sources: "Kilder", "Sources";
        comparison: "Sammenligning av ord", "Word comparison";
        comparison_method: "Forskjellen mellom de to delene er målt med log-likelihood (G², Dunning 1993; Rayson og Garside 2000), og størrelsen med log ratio (Hardie 2014): 1 betyr dobbelt så ofte.",
            "The difference between the two parts was measured by log-likelihood (G², Dunning 1993; Rayson and Garside 2000), and its size by log ratio (Hardie 2014): 1 means twice as often.";
        more: "Mest i", "More in";
        here: "første", "the first";
        there: "andre", "the second";
        count_here: "Antall, første", "Count, first";
        count_there: "Antall, andre", "Count, second";
        rate_here: "Per 1000, første", "Per 1,000, first";
        rate_there: "Per 1000, andre", "Per 1,000, second";
        likelihood: "Log-likelihood", "Log-likelihood";
        ratio: "Log ratio", "Log ratio";
        context: "Ord i sammenheng", "Words in context";
        context_method: "Treffene er vist med ordene før og etter i samme replikk (KWIC).",
            "The hits are shown with the words before and after them in the same turn (KWIC).";
        source: "Kilde", "Source";
        speaker: "Taler", "Speaker";
        turn: "Replikk", "Turn";
        left: "Før", "Before";
        found: "Treff", "Hit";
        right: "Etter", "After";
        cloud: "Ordsky", "Word cloud";
        word_count: "«{word}» {n}", "“{word}” {n}";
        sizes: "Flaten til hvert ord følger antallet, og de minste er gjort store nok til å leses: størst er {largest}, midt på {middle}, minst {smallest}.",
            "The area of each word follows its count, and the smallest are made large enough to be read: the largest is {largest}, the middle one {middle}, the smallest {smallest}.";
        shown_of: "{n} av {of} ulike ord er vist.", "{n} of {of} different words are shown.";
        out_of: "Talt i {words} fra {sources}.", "Counted in {words} from {sources}.";
        words_one: "{n} ord", "{n} word";
        words_many: "{n} ord", "{n} words";
        sources_one: "{n} kilde", "{n} source";
        sources_many: "{n} kilder", "{n} sources";
        coloured: "Fargen viser temaet ordet oftest er kodet under.", "The colour shows the theme under which the word is coded most often.";
        coloured_some_grey: "Fargen viser temaet ordet oftest er kodet under; grå ord er ikke kodet.",
            "The colour shows the theme under which the word is coded most often; grey words are not coded.";
        comparison_cloud: "Sammenlignende ordsky", "Comparison cloud";
        more_first: "Mest i den første delen", "More in the first part";
        more_second: "Mest i den andre delen", "More in the second part";
        surprising: "Ord er tatt med når forskjellen har G² på minst 3,84 (p < 0,05).",
            "Words are shown where the difference has a G² of at least 3.84 (p < 0.05).";
        sizes_likelihood: "Flaten til hvert ord følger G², som sier hvor overraskende forskjellen er.",
            "The area of each word follows G², which says how surprising the difference is.";
        strongest: "{part}: {words}.", "{part}: {words}.";
        against: "«{word}» {here} mot {there}", "“{word}” {here} against {there}";
        sizes_of_parts: "Den første delen har {here} ord, den andre {there}.", "The first part has {here} words, the second {there}.";
        quoted: "«{word}»", "“{word}”";
        counted: "Ordene er talt med Unicodes ordgrenser, uten forskjell på store og små bokstaver.",
            "Words were counted by Unicode word boundaries, without regard to case.";
        by_stem: "Bøyningsformer med samme stamme (Snowball for norsk, svensk eller engelsk etter språket ordet oftest står i; nynorsk bruker den norske) er talt sammen og vises som den vanligste formen.",
            "Forms with the same stem (Snowball for Norwegian, Swedish or English by the language in which the word occurs most; the Norwegian one serves for Nynorsk) were counted together and are shown as the most frequent form.";
        by_form: "Hver bøyningsform er talt for seg.", "Each form was counted by itself.";
        stop_lists: "Stoppord og fyllord er tatt ut etter programmets liste for språket i hver replikk (bokmål, nynorsk, svensk eller engelsk; funnet automatisk der det ikke er valgt for kilden).",
            "Stop words and fillers were left out by the program’s list for the language of each turn (Bokmål, Nynorsk, Swedish or English; found automatically where it was not chosen for the source).";
        kept: "{words} er likevel talt med.", "{words} were counted nevertheless.";
        left_out: "Også {words} er tatt ut.", "{words} were left out too.";
        no_numbers: "Tall er ikke talt med.", "Numbers were not counted.";
        min_letters: "Ord med færre enn {n} bokstaver er ikke talt med.", "Words of fewer than {n} letters were not counted.";
        parts: "Sammensatte ord er talt under begge leddene når begge også finnes hver for seg i tekstene.",
            "Compounds were counted for both of their parts where both also occur as words in the texts.";
        group: "{words} er talt som ett.", "{words} were counted as one.";
        share: "Andelen er regnet av alle ord i tekstene som er tatt med, også stoppordene.",
            "The rate is out of all words in the selection, stop words included.";
    }
}
