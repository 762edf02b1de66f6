//! The coded segments of the selected codes: every quote with its place, one click from it.

pub(super) mod found;
pub(super) mod row;

use egui::{Ui, vec2};

use self::found::{Found, Group};
use self::row::SegmentRows;
use crate::analysis::Reach;
use crate::lang::rooms::Rooms;
use crate::lang::{count, fill};
use crate::model::id::CodeId;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::widgets::long_list::LongList;
use crate::ui::widgets::{controls, empty, page};

/// What the segments shown depend on.
type Key = (u64, Vec<CodeId>, Reach, Group);

/// The room's memory between frames.
#[derive(Default)]
pub struct Segments {
    filter: String,
    group: Group,
    reach: Reach,
    all: Derived<Key, Found>,
    hits: Derived<(Key, String), Found>,
    list: LongList,
    listed: Option<(Vec<CodeId>, Reach, Group, String)>,
}

impl Segments {
    /// Shows the room.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let words = Rooms::of(cx.language);
        let wanted = self.filter.trim().to_lowercase();
        let key = (cx.project.revision(), cx.screen.codes.clone(), self.reach, self.group);
        let all = self.all.get(key.clone(), || Found::new(cx.project, &cx.screen.codes, self.reach, self.group));
        let counted = all.counted();
        let found = if wanted.is_empty() {
            &*all
        } else {
            &*self.hits.get((key, wanted.clone()), || all.with_words(cx.project, &wanted))
        };
        let told = told(words, counted, (!wanted.is_empty()).then(|| found.counted().0));
        let title = title(cx, words);
        let (filter, group, reach) = (&mut self.filter, &mut self.group, &mut self.reach);
        page::head_ui(cx, ui, (&title, &told), |ui| {
            ui.allocate_ui(vec2(210.0, 28.0), |ui| controls::field(ui, filter, words.filter_segments));
            if let Some(chosen) =
                page::choices_ui(cx, ui, *group, &[(Group::Code, words.by_code), (Group::Source, words.by_source)])
            {
                *group = chosen;
            }
            let choices = [(Reach::Family, words.with_codes_below), (Reach::Own, words.code_alone)];
            if !cx.screen.codes.is_empty()
                && let Some(chosen) = page::choices_ui(cx, ui, *reach, &choices)
            {
                *reach = chosen;
            }
            if ui.button(words.export_all_segments).on_hover_text(words.export_all_segments_hint).clicked() {
                cx.send(Command::ExportSegments);
            }
        });
        let listed = (cx.screen.codes.clone(), self.reach, self.group, wanted);
        if self.listed.as_ref() != Some(&listed) {
            self.list.to_the_top();
        }
        let filtered = !listed.3.is_empty();
        self.listed = Some(listed);
        if found.rows.is_empty() {
            return nothing_ui(cx, ui, counted.0, filtered);
        }
        self.list.ui(cx, ui, &SegmentRows { cx, words, found, group: self.group });
    }
}

fn title(cx: &Cx<'_>, words: &Rooms) -> String {
    match cx.screen.codes.as_slice() {
        [] => words.all_segments.to_owned(),
        [code] => cx.project.codebook().code(*code).map_or(String::new(), |code| code.name.clone()),
        codes => count(codes.len(), words.one_code, words.many_codes),
    }
}

fn told(words: &Rooms, (segments, sources, coders): (usize, usize, usize), hits: Option<usize>) -> String {
    let mut told = [
        count(segments, words.one_segment, words.many_segments),
        count(sources, words.one_source, words.many_sources),
        count(coders, words.one_coder, words.many_coders),
    ]
    .join(" · ");
    if let Some(hits) = hits {
        told.push_str(&fill(words.of_these_match, &[("n", &crate::lang::grouped(hits))]));
    }
    told
}

fn nothing_ui(cx: &Cx<'_>, ui: &mut Ui, segments: usize, filtered: bool) {
    let words = Rooms::of(cx.language);
    let sentence = if filtered && segments > 0 {
        words.no_segment_matches
    } else if cx.screen.codes.is_empty() {
        words.nothing_coded
    } else {
        words.code_not_applied
    };
    if cx.project.sources().next().is_none() {
        return empty::no_source_ui(cx, ui);
    }
    let go = Command::Go(crate::ui::screen::Room::Code);
    empty::invitation_ui(cx, ui, sentence, (segments == 0).then(|| (words.go_and_code, go.into())));
}
