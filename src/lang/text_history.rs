//! What was done to texts, gesture by gesture.

use super::phrases;

phrases! {
    /// What was done to texts, gesture by gesture.
    TextHistoryWords {
        replaced: "Rettet «{old}» til «{new}» i {source}", "Corrected “{old}” to “{new}” in {source}";
        inserted: "Skrev inn «{new}» i {source}", "Inserted “{new}” in {source}";
        deleted: "Slettet «{old}» i {source}", "Deleted “{old}” in {source}";
        spacing: "Rettet mellomrom i {source}", "Corrected spacing in {source}";
        replaced_many: "Rettet teksten {n} steder i {source}", "Corrected the text of {source} in {n} places";
        replaced_in_many: "Rettet teksten {n} steder i {sources} kilder", "Corrected the text in {n} places in {sources} sources";
        turn_begun: "Startet en ny replikk i {source}", "Began a turn in {source}";
        turn_begun_by: "Startet en ny replikk av {name} i {source}", "Began a turn by {name} in {source}";
        turns_begun: "Endret {n} replikker", "Changed {n} turns";
        turn_joined: "Slo sammen to replikker i {source}", "Joined two turns in {source}";
        turns_joined: "Slo sammen {n} replikker med dem foran", "Joined {n} turns with those before";
        speaker_told: "La til taleren {name} i {source}", "Added the speaker {name} to {source}";
        speakers_merged: "Slo taleren {from} sammen med {into} i {source}", "Merged the speaker {from} into {into} in {source}";
        excluded_small_talk: "La til side småprat i {source}", "Set aside small talk in {source}";
        excluded_irrelevant: "La til side noe uvesentlig i {source}", "Set aside something irrelevant in {source}";
        excluded_off_the_record: "La til side noe som var sagt i fortrolighet i {source}", "Set aside something off the record in {source}";
        excluded_many: "La til side {n} steder i {source}", "Set aside {n} passages in {source}";
        excluded_in_many: "La til side {n} steder i {sources} kilder", "Set aside {n} passages in {sources} sources";
        included: "Tok med igjen noe som var lagt til side i {source}", "Took back in something set aside in {source}";
        included_many: "Tok med igjen {n} steder som var lagt til side", "Took back in {n} passages set aside";
        redacted: "Slettet opprinnelige ord i {source} for godt", "Erased original words of {source} for good";
        erased: "Slettet en kilde for godt", "Erased a source for good";
    }
}
