//! Why a wish cannot be granted, and what to do instead.

use super::phrases;

phrases! {
    /// Why a wish cannot be granted.
    RefusalWords {
        empty_name: "Skriv et navn først.", "Type a name first.";
        empty_memo: "Notatet er tomt. Skriv noe først.", "The memo is empty. Write something first.";
        empty_text: "Det er ingen tekst her å kode.", "There is no text here to code.";
        too_long: "Dette er for langt: {size} kB, og det er plass til {limit} kB. Del det opp.", "This is too long: {size} kB, and there is room for {limit} kB. Split it up.";
        no_project: "Studien er ikke opprettet ennå.", "The project has not been created yet.";
        no_such_code: "Koden finnes ikke lenger. Noen kan ha slettet den.", "The code is no longer here. Someone may have deleted it.";
        no_such_source: "Kilden finnes ikke lenger. Noen kan ha fjernet den.", "The source is no longer here. Someone may have removed it.";
        no_such_speaker: "Taleren finnes ikke i denne kilden.", "The speaker is not in this source.";
        no_such_coding: "Kodingen finnes ikke lenger. Noen kan ha fjernet den.", "The coding is no longer here. Someone may have removed it.";
        no_such_memo: "Notatet finnes ikke lenger. Noen kan ha slettet det.", "The memo is no longer here. Someone may have deleted it.";
        no_such_case: "Informanten finnes ikke lenger. Noen kan ha slettet den.", "The case is no longer here. Someone may have deleted it.";
        no_such_group: "Gruppen av ord finnes ikke lenger. Velg ordene på nytt.", "The group of words is gone. Choose the words again.";
        group_of_one: "En gruppe må ha minst to ord. Skriv dem med komma mellom.", "A group needs two words or more. Type them with commas between.";
        no_such_search: "Det lagrede søket finnes ikke lenger.", "The saved search is gone.";
        no_such_result: "Det lagrede resultatet finnes ikke lenger. Noen kan ha fjernet det.", "The saved result is no longer here. Someone may have removed it.";
        nothing_sought: "Det er ingenting å lete etter. Skriv noen ord først.", "There is nothing to look for. Type some words first.";
        no_such_attribute: "Egenskapen finnes ikke lenger. Noen kan ha slettet den.", "The attribute is no longer here. Someone may have deleted it.";
        code_name_taken: "Det finnes allerede en kode som heter «{name}» på samme sted. Velg et annet navn, eller slå de to sammen.", "There is already a code called “{name}” in the same place. Choose another name, or merge the two.";
        case_name_taken: "Det finnes allerede en informant som heter «{name}». Velg et annet navn.", "There is already a case called “{name}”. Choose another name.";
        attribute_name_taken: "Det finnes allerede en egenskap som heter «{name}». Velg et annet navn.", "There is already an attribute called “{name}”. Choose another name.";
        would_be_cycle: "En kode kan ikke stå under seg selv.", "A code cannot stand under itself.";
        too_deep: "Kodetreet kan ikke bli dypere enn {limit} nivåer.", "The code tree cannot be deeper than {limit} levels.";
        too_many_codes: "En studie kan ha {limit} koder, og de er brukt opp.", "A project can have {limit} codes, and all of them are used.";
        merge_into_itself: "En kode kan ikke slås sammen med seg selv. Velg en annen.", "A code cannot be merged into itself. Choose another.";
        span_outside_text: "Det markerte går ut over teksten. Marker ordene på nytt.", "The selection goes beyond the text. Select the words again.";
        already_coded: "Du har allerede «{code}» på nøyaktig disse ordene.", "You already have “{code}” on exactly these words.";
        already_coded_by: "{coder} har allerede «{code}» på nøyaktig disse ordene.", "{coder} already has “{code}” on exactly these words.";
        source_known: "Den samme teksten er med i studien allerede.", "The same text is already in the project.";
        not_a_number: "«{typed}» er ikke et tall.", "“{typed}” is not a number.";
        not_a_date: "«{typed}» er ikke en dato. Skriv år-måned-dag, som 2026-03-17.", "“{typed}” is not a date. Write year-month-day, such as 2026-03-17.";
        not_yes_or_no: "«{typed}» er verken ja eller nei.", "“{typed}” is neither yes nor no.";
        not_text: "«{typed}» kan ikke brukes her.", "“{typed}” cannot be used here.";
        source_erased: "Denne teksten er slettet for godt fra studien og kan ikke legges til igjen.", "This text was erased from the study for good and cannot be added again.";
        no_text_yet: "Teksten til denne kilden er ikke kommet fram ennå. Vent til mappen er synkronisert, og prøv igjen.", "The text of this source has not arrived yet. Wait until the folder is synchronised and try again.";
        no_such_turn: "Replikken finnes ikke lenger.", "The turn is no longer there.";
        no_turn_before: "Det er ingen replikk foran denne som den kan slås sammen med.", "There is no turn before this one to join it with.";
        own_coding: "Dette er din egen koding. I en gjennomgang ser du på det andre har kodet.", "This is your own coding. In a review you look at what others have coded.";
        one_coder: "Det må være minst to kodere. Velg en til.", "It takes at least two coders. Choose one more.";
        no_words_chosen: "Ingen ord er valgt ut. Velg minst én kilde.", "No words are chosen. Choose at least one source.";
        no_such_coder: "Koderen er ikke kjent i denne studien. Be vedkommende åpne den først.", "The coder is not known in this project. Ask them to open it first.";
        no_such_round: "Dobbeltkodingen finnes ikke lenger. Noen kan ha angret den.", "The double coding is no longer here. Someone may have undone it.";
        remarks_only: "Her kan du bare kommentere. Det endrer du i innstillingene.", "Here you can only comment. You can change that in the settings.";
        agreed_shown: "Du ser det koderne er enige om. Ta med alt igjen for å kode.", "You see what the coders have agreed on. Include everything again to code.";
        veiled_still: "Dobbeltkodingen er ikke avdekket ennå. Avdekk den når begge er ferdige.", "The double coding has not been unveiled yet. Unveil it when both are done.";
        used_unseen: "Den andre koderen bruker dette i en dobbeltkoding som ikke er avdekket. Vent til dere har avdekket den.", "The other coder uses this in a double coding that has not been unveiled. Wait until you have unveiled it.";
        no_words_there: "Det er ingen ord der en replikk kan begynne.", "There are no words there for a turn to begin with.";
    }
}
