//! What became of two things that were said at the same time.

use super::phrases;

phrases! {
    /// What became of two things that were said at the same time.
    NoticeWords {
        two_wordings: "{field}: {kept_by} skrev «{kept}» og {other_by} skrev «{other}» samtidig. «{kept}» gjelder.", "{field}: {kept_by} wrote “{kept}” and {other_by} wrote “{other}” at the same time. “{kept}” counts.";
        two_colours: "{kept_by} og {other_by} ga {code} hver sin farge samtidig. Fargen fra {kept_by} gjelder.", "{kept_by} and {other_by} gave {code} a colour each at the same time. The one from {kept_by} counts.";
        same_name: "To koder på samme sted heter {code}, den ene laget av {by} og den andre av {other_by}.", "Two codes in the same place are called {code}, one made by {by} and the other by {other_by}.";
        two_places: "{kept_by} satte {code} {kept}, og {other_by} satte den {other} samtidig. Den står nå {kept}.", "{kept_by} put {code} {kept}, and {other_by} put it {other} at the same time. It now stands {kept}.";
        two_answers: "{kept_by} og {other_by} avgjorde uenigheten om {code} i {source} samtidig. {kept_by} svarte at {kept}, {other_by} at {other}. Svaret fra {kept_by} gjelder.", "{kept_by} and {other_by} settled the disagreement on {code} in {source} at the same time. {kept_by} answered that {kept}, {other_by} that {other}. The answer from {kept_by} counts.";
        a_double_coding: "en dobbeltkoding", "a double coding";
        move_skipped: "{by} ville sette {code} {into}, men det gikk ikke etter det andre hadde gjort: {why}.", "{by} wanted to put {code} {into}, but that could not be done after what others had done: {why}.";
        merge_skipped: "{by} ville slå {from} sammen med {into}, men det gikk ikke etter det andre hadde gjort: {why}.", "{by} wanted to merge {from} into {into}, but that could not be done after what others had done: {why}.";
        why_cycle: "koden ville ha kommet under seg selv", "the code would have come under itself";
        why_too_deep: "treet ville ha blitt for dypt", "the tree would have become too deep";
        why_unknown: "koden er ikke her", "the code is not here";
        why_merged_before: "koden var slått sammen med en annen", "the code had been merged into another";
        code_revived_one: "{by} slettet {code}, men {n} koding kom til som {by} ikke hadde sett. Koden lever videre.", "{by} deleted {code}, but {n} coding came that {by} had not seen. The code lives on.";
        code_revived_many: "{by} slettet {code}, men {n} kodinger kom til som {by} ikke hadde sett. Koden lever videre.", "{by} deleted {code}, but {n} codings came that {by} had not seen. The code lives on.";
        hidden_one: "{n} koding er fortsatt borte; gjenopprett koden for å få den tilbake.", "{n} coding is still away; restore the code to bring it back.";
        hidden_many: "{n} kodinger er fortsatt borte; gjenopprett koden for å få dem tilbake.", "{n} codings are still away; restore the code to bring them back.";
        source_revived_one: "{by} fjernet {source}, men {n} koding kom til som {by} ikke hadde sett. Kilden er med igjen.", "{by} removed {source}, but {n} coding came that {by} had not seen. The source is back.";
        source_revived_many: "{by} fjernet {source}, men {n} kodinger kom til som {by} ikke hadde sett. Kilden er med igjen.", "{by} removed {source}, but {n} codings came that {by} had not seen. The source is back.";
        coding_kept: "{by} fjernet en koding som {code} i {source}, uten å ha sett at den var endret. Kodingen står.", "{by} removed a coding as {code} in {source} without having seen that it was changed. The coding stays.";
        memo_versions: "Notatet om {about} har {n} utgaver side om side. Skriv dem sammen til én.", "The memo about {about} has {n} versions side by side. Write them into one.";
        rebounded_since: "{by} flyttet grensene for en koding som {code} i {source} {after}: fra «{was}» til «{is}».", "{by} moved the bounds of a coding as {code} in {source} {after}: from “{was}” to “{is}”.";
        recoded_since: "{by} kodet om en koding i {source} {after}: «{was}» er ikke lenger {code}, men {now}.", "{by} re-coded a coding in {source} {after}: “{was}” is no longer {code} but {now}.";
        both_since: "{by} endret en koding i {source} {after}: «{was}» som {code} er nå «{is}» som {now}.", "{by} changed a coding in {source} {after}: “{was}” as {code} is now “{is}” as {now}.";
        removed_since: "{by} fjernet en koding i {source} {after}: «{was}» som {code}.", "{by} removed a coding in {source} {after}: “{was}” as {code}.";
        after_kept: "etter at du beholdt den", "after you had kept it";
        after_recoded: "etter at du kodet den om", "after you had re-coded it";
        after_rebounded: "etter at du ga den nye grenser", "after you had given it new bounds";
        after_questioned: "etter at du stilte spørsmål ved den", "after you had questioned it";
        after_added: "etter at du la den til", "after you had added it";
        source_twice: "{by} la også til denne teksten, som {other}. Den er én kilde og heter {title}.", "{by} added this text too, as {other}. It is one source, called {title}.";
        still_used: "{by} angret at {made} ble laget, men andre bruker den. Den blir stående.", "{by} undid the making of {made}, but others use it. It stays.";
        agreement_kept: "{by} fjernet det lagrede samsvaret {name} uten å ha sett at det fikk nytt navn. Det er beholdt.", "{by} removed the saved agreement {name} without having seen its new name. It is kept.";
        agreement_name: "Navnet på et lagret samsvar", "The name of a saved result of agreement";
        project_name: "Navnet på studien", "The project's name";
        source_title: "Tittelen på en kilde", "The title of a source";
        speaker_name: "En taler i {source}", "A speaker in {source}";
        code_name: "Navnet på en kode", "The name of a code";
        code_description: "Beskrivelsen av {code}", "The description of {code}";
        case_name: "Navnet på en informant", "The name of a case";
        attribute_name: "Navnet på en egenskap", "The name of an attribute";
        value: "{attribute} for {case}", "{attribute} of {case}";
        without_words_one: "Alle ordene til én koding i {source} er slettet. Kodingen er beholdt til noen avgjør hva som skal skje med den.", "All words of one coding in {source} were deleted. The coding is kept until somebody decides what becomes of it.";
        without_words_many: "Alle ordene til {n} kodinger i {source} er slettet. Kodingene er beholdt til noen avgjør hva som skal skje med dem.", "All words of {n} codings in {source} were deleted. The codings are kept until somebody decides what becomes of them.";
    }
}
