//! Words of the rooms that ask the study: which part of it, its words, and where they stand.

use super::phrases;

phrases! {
    /// Words of the rooms that ask the study.
    Asking {
        whole: "Hele studien", "The whole study";
        scope: "Hvilken del av studien", "Which part of the study";
        everything: "Ta med alt", "Include everything";
        agreed: "det koderne er enige om", "what the coders have agreed on";
        agreed_only: "Bare det koderne er enige om, der det er kodet dobbelt", "Only what the coders have agreed on, where words were coded twice";
        named: "{name}", "{name}";
        many_sources: "{n} kilder", "{n} sources";
        many_roles: "{n} roller", "{n} roles";
        one_speaker: "det {name} sier", "what {name} says";
        many_speakers: "det {n} talere sier", "what {n} speakers say";
        many_cases: "{n} informanter", "{n} cases";
        value: "{attribute}: {values}", "{attribute}: {values}";
        one_code: "kodet med {name}", "coded with {name}";
        many_codes: "kodet med {n} koder", "coded with {n} codes";
        one_coder: "kodet av {name}", "coded by {name}";
        many_coders: "kodet av {n} personer", "coded by {n} people";
        many_rounds: "{n} dobbeltkodinger", "{n} double codings";
        group_rounds: "Dobbeltkodinger", "Double codings";
        with_excluded: "også det som er lagt til side", "with what was set aside";
        interviewers: "intervjuerne", "the interviewers";
        informants: "informantene", "the informants";
        others: "andre talere", "other speakers";
        group_sources: "Kilder", "Sources";
        group_roles: "Roller", "Roles";
        group_speakers: "Talere", "Speakers";
        group_cases: "Informanter", "Cases";
        group_codes: "Koder", "Codes";
        group_coders: "Kodere", "Coders";
        chosen: "{group} · {n} valgt", "{group} · {n} chosen";
        codes_below: "Ta med kodene under", "Include the codes below";
        aside_too: "Ta med det som er lagt til side", "Include what was set aside";

        words: "Ord", "Words";
        told: "{words} · {different} ulike · {sources}", "{words} · {different} different · {sources}";
        one_word: "{n} ord", "{n} word";
        many_words: "{n} ord", "{n} words";
        one_source: "{n} kilde", "{n} source";
        several_sources: "{n} kilder", "{n} sources";
        counting: "Teller …", "Counting …";
        drawing: "Tegner …", "Drawing …";
        no_words: "Ingen ord er igjen å telle i denne delen av studien. Velg en større del, eller tell også korte ord.",
            "No words are left to count in this part of the study. Choose a larger part, or count short words too.";
        filter_words: "Finn i ordlisten", "Find in the word list";
        other_cloud: "En annen ordsky", "Another cloud";
        other_cloud_hint: "De samme ordene, lagt på en annen måte", "The same words, placed in another way";
        how_counted: "Hvordan ord telles", "How words are counted";
        by_stem: "Bøyninger sammen", "Forms together";
        by_form: "Hver bøyning for seg", "Each form by itself";
        with_stop_words: "Tell også stoppord og fyllord", "Count stop words and fillers too";
        with_numbers: "Tell også tall", "Count numbers too";
        by_parts: "Del sammensatte ord", "Split compounds";
        shortest: "Korteste ord", "Shortest word";
        letters: "{n} bokstaver", "{n} letters";
        how_drawn: "Hvordan skyen tegnes", "How the cloud is drawn";
        in_cloud: "Ord i skyen", "Words in the cloud";
        shades: "Farger", "Colours";
        shade_plain: "Uten farger", "No colours";
        shade_turns: "Vekslende", "In turns";
        shade_codes: "Etter tema", "By theme";
        level: "Vannrett", "Horizontal";
        mixed: "Noen på høykant", "Some upright";
        cloud_word: "{word}, {n} ganger", "{word}, {n} times";
        take_out: "Ta ut av listen", "Leave out of the list";
        take_out_named: "Ta «{word}» ut av listen", "Leave “{word}” out of the list";
        take_out_hint: "«{word}» telles ikke lenger i denne studien; du kan ta det med igjen", "“{word}” is not counted in this study any more; you can let it in again";
        left_out: "Tatt ut og tatt med", "Left out and let in";
        left_out_n: "Tatt ut og tatt med · {n}", "Left out and let in · {n}";
        study_leaves_out: "Ord studien har tatt ut", "Words the study has left out";
        study_lets_in: "Stoppord studien teller likevel", "Stop words the study counts nevertheless";
        study_groups: "Ord som telles som ett", "Words that count as one";
        back_in: "Tell «{word}» igjen", "Count “{word}” again";
        back_out: "La stoppordene bestemme over «{word}»", "Leave “{word}” to the stop words";
        leave_out: "Ord eller uttrykk som skal tas ut, med komma mellom", "Words or phrases to leave out, with commas between";
        leave_out_example: "på en måte, egentlig", "you know, actually";
        let_in: "Et stoppord eller fyllord som skal telles", "A stop word or filler that shall count";
        group_words: "Ord som skal telles som ett, med komma mellom", "Words that shall count as one, with commas between";
        group_example: "bedrift, selskap, firma", "company, firm, business";
        ungroup: "Løs opp «{words}»", "Take “{words}” apart";
        add: "Legg til", "Add";
        none_yet: "Ingen ennå.", "None yet.";
        occurrences: "{word} · {n} treff", "{word} · {n} hits";
        close_places: "Tilbake til ordlisten", "Back to the word list";

        search: "Søk", "Search";
        search_for: "Søk i intervjuene", "Search the interviews";
        way_plain: "Vanlig tekst", "Plain text";
        way_word: "Hele ord", "Whole words";
        way_stem: "Alle bøyninger", "All forms";
        way_pattern: "Regulært uttrykk", "Regular expression";
        near: "I nærheten av", "Near";
        near_hint: "et ord i nærheten", "a word nearby";
        within: "høyst {n} ord mellom", "at most {n} words between";
        order_text: "Som i teksten", "As in the text";
        order_left: "Etter ordet før", "By the word before";
        order_right: "Etter ordet etter", "By the word after";
        one_hit: "{n} treff i {sources}", "{n} hit in {sources}";
        many_hits: "{n} treff i {sources}", "{n} hits in {sources}";
        more_hits: "de første {n} treffene", "the first {n} hits";
        nothing_found: "Ingen treff. Prøv færre bokstaver, «Alle bøyninger», eller en større del av studien.",
            "No hits. Try fewer letters, “All forms”, or a larger part of the study.";
        what_to_find: "Skriv noe over, så kommer treffene med ordene rundt. Kryss av dem du vil kode.",
            "Type above, and the hits come with the words around them. Tick those you want to code.";
        code_ticked: "Kod {n} avkryssede…", "Code the {n} ticked…";
        code_all: "Kod alle {n}…", "Code all {n}…";
        code_this: "Kod dette stedet…", "Code this place…";
        tick_all: "Kryss av alle", "Tick all";
        tick_none: "Fjern kryssene", "Clear the ticks";
        tick_hit: "Kryss av «{words}»", "Tick “{words}”";
        unit_word: "Hele ordet", "The word";
        unit_sentence: "Setningen", "The sentence";
        unit_turn: "Replikken", "The turn";
        coded_as: "Det som kodes", "What is coded";
        save_search: "Lagre søket", "Save the search";
        save_search_name: "Hva skal søket hete?", "What shall the search be called?";
        saved_searches: "Lagrede søk", "Saved searches";
        drop_search: "Slett «{name}»", "Delete “{name}”";
        hits_list: "Treff", "Hits";

        save_as: "Lagre…", "Save…";
        save_table: "Tabellen som {ending}", "The table as {ending}";
        save_picture: "Ordskyen som {ending}", "The cloud as {ending}";
        unknown_ending: "Dette kan ikke lagres som «{ending}». Velg {endings}.", "This cannot be saved as “{ending}”. Choose {endings}.";
        copy_table: "Kopier tabellen", "Copy the table";
        copy_table_hint: "Lim inn i Excel eller Word", "Paste into Excel or Word";
        copied_table: "Tabellen er kopiert. Lim den inn i Excel eller Word.", "The table is copied. Paste it into Excel or Word.";
    }
}
