//! Words in the tables of reviews, and the paragraph for the chapter on methods.

use super::phrases;

phrases! {
    /// Words in the tables of reviews.
    ReviewWords {
        by_people: "Gjennomgang", "Review";
        by_source: "Gjennomgang av kildene", "Review by source";
        by_code: "Gjennomgang av kodene", "Review by code";
        reviewer: "Gjennomgått av", "Reviewed by";
        coder: "Kodet av", "Coded by";
        reviewed: "Gjennomgått", "Reviewed";
        reviewed_share: "Andel gjennomgått", "Share reviewed";
        kept: "Beholdt", "Kept";
        kept_share: "Andel beholdt", "Share kept";
        recoded: "Kodet om", "Re-coded";
        recoded_share: "Andel kodet om", "Share re-coded";
        rebounded: "Nye grenser", "New bounds";
        rebounded_share: "Andel nye grenser", "Share new bounds";
        removed: "Fjernet", "Removed";
        removed_share: "Andel fjernet", "Share removed";
        questioned: "Spørsmål", "Questioned";
        questioned_share: "Andel spørsmål", "Share questioned";
        added: "Lagt til", "Added";
        added_share: "Lagt til per gjennomgått", "Added per reviewed";
        how: "En koder har sett gjennom kodingene til en annen, og har for hver av dem beholdt den, gitt den en annen kode eller nye grenser, fjernet den, eller stilt spørsmål ved den; det siste en har sagt om en koding, gjelder. Andelene er av de gjennomgåtte kodingene. Kodingene er talt med den koden og de ordene de hadde før gjennomgangen. En gjennomgang er ikke uavhengig koding, så samsvar er ikke regnet ut.",
            "One coder has looked through the codings of another and has kept each, given it another code or other bounds, removed it, or questioned it; the last that was said of a coding counts. The shares are of the codings reviewed. Codings are counted with the code and the words they had before the review. A review is not independent coding, so no agreement was computed.";
        how_latest: "Der flere har sett på samme koding, gjelder den siste.", "Where several have looked at a coding, the last of them counts.";
        paragraph: "{reviewer} gikk gjennom {n} av {m} kodinger som andre hadde laget ({share}).", "{reviewer} reviewed {n} of {m} codings made by others ({share}).";
        paragraph_one: "{reviewer} gikk gjennom den ene kodingen som andre hadde laget.", "{reviewer} reviewed the one coding made by others.";
        paragraph_parts: "Av disse ble {kept}, {recoded}, {rebounded} og {removed}, og det ble stilt spørsmål ved {questioned}.", "The outcome was {kept}, {recoded}, {rebounded}, {removed} and {questioned}.";
        part_kept: "{n} ({share}) beholdt", "{n} ({share}) kept";
        part_recoded: "{n} ({share}) kodet om", "{n} ({share}) re-coded";
        part_rebounded: "{n} ({share}) gitt nye grenser", "{n} ({share}) given new bounds";
        part_removed: "{n} ({share}) fjernet", "{n} ({share}) removed";
        part_questioned: "{n} ({share})", "{n} ({share}) questioned";
        added_none: "{reviewer} la ikke til noen kodinger.", "{reviewer} added no codings.";
        added_one: "{reviewer} la til {n} koding.", "{reviewer} added {n} coding.";
        added_many: "{reviewer} la til {n} kodinger.", "{reviewer} added {n} codings.";
        paragraph_end: "Hver avgjørelse står i studiens historikk med navn og tidspunkt. En gjennomgang er ikke uavhengig koding, og det er derfor ikke regnet ut mål på samsvar for den.",
            "Every decision is in the study’s history with name and time. A review is not independent coding, and no measure of agreement was therefore computed for it.";
    }
}
