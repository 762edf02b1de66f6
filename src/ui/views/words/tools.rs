//! What can be chosen in the room of words: how they are counted and drawn, and what the study leaves out.

use std::sync::Arc;

use egui::{ComboBox, Popup, Response, RichText, Slider, Ui, WidgetInfo};

use super::{Shown, Words};
use crate::analysis::words::options::{Compounds, Grouping, Numbers, StopLists};
use crate::analysis::words::table;
use crate::figure::cloud::{Run, Shades};
use crate::figure::scene::Scene;
use crate::journal::edit::Edit;
use crate::journal::edit::lexicon::WordEdit;
use crate::lang::analyses::AnalysesWords;
use crate::lang::asking::Asking;
use crate::lang::{fill, grouped};
use crate::model::lexicon::Standing;
use crate::ui::action::Task;
use crate::ui::answers::{Answer, PICTURES};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::widgets::{controls, page, scope, table_out};

impl Words {
    pub(super) fn tools_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, shown: &Shown<'_>) {
        let say = Asking::of(cx.language);
        scope::scope_ui(cx, ui);
        let forms = [(Grouping::Stem, say.by_stem), (Grouping::Form, say.by_form)];
        if let Some(grouping) = page::choices_ui(cx, ui, self.options.grouping, &forms) {
            self.options.grouping = grouping;
        }
        let counted = controls::menu(cx, ui, (say.how_counted, say.how_counted));
        opened(&counted, |ui| self.counting_ui(say, ui));
        let drawn = controls::menu(cx, ui, (say.how_drawn, say.how_drawn));
        opened(&drawn, |ui| self.drawing_ui(cx, ui));
        let lexicon = cx.project.lexicon();
        let n = lexicon.left_out.len() + lexicon.kept.len() + lexicon.groups.len();
        let title = if n == 0 { say.left_out.to_owned() } else { fill(say.left_out_n, &[("n", &grouped(n))]) };
        let decided = controls::menu(cx, ui, (&title, say.left_out));
        opened(&decided, |ui| self.lexicon_ui(cx, ui));
        if ui.button(say.other_cloud).on_hover_text(say.other_cloud_hint).clicked() {
            self.cloud.seed = self.cloud.seed.wrapping_add(1);
        }
        let out = controls::menu(cx, ui, (say.save_as, say.save_as));
        Popup::menu(&out).show(|ui| self.out_ui(cx, ui, shown));
    }

    /// The list and the cloud as files, and the list for the clipboard.
    fn out_ui(&self, cx: &Cx<'_>, ui: &mut Ui, shown: &Shown<'_>) {
        let say = Asking::of(cx.language);
        table_out::table_ui(cx, ui, || Arc::new(table(shown.counted, shown.words, cx.language)));
        ui.separator();
        let scenes = || -> Arc<[Scene]> { self.scenes.newest().map(Vec::as_slice).unwrap_or_default().into() };
        if ui.button(AnalysesWords::of(cx.language).copy_picture).clicked() {
            cx.send(Task::CopyPicture(scenes()));
        }
        for ending in PICTURES {
            if ui.button(fill(say.save_picture, &[("ending", &ending)])).clicked() {
                cx.send(Task::ChooseAnswer(Answer::Figure(scenes()), ending));
            }
        }
    }

    fn counting_ui(&mut self, say: &Asking, ui: &mut Ui) {
        let options = &mut self.options;
        ticked(ui, say.with_stop_words, &mut options.stop_lists, [StopLists::Used, StopLists::Unused]);
        ticked(ui, say.with_numbers, &mut options.numbers, [Numbers::Out, Numbers::In]);
        ticked(ui, say.by_parts, &mut options.compounds, [Compounds::Whole, Compounds::Parts]);
        let letters = |n: f64, _: std::ops::RangeInclusive<usize>| fill(say.letters, &[("n", &n)]);
        let slider = Slider::new(&mut options.min_letters, 1..=12).custom_formatter(letters).text(say.shortest);
        ui.add(slider);
    }

    fn drawing_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let say = Asking::of(cx.language);
        ui.add(Slider::new(&mut self.cloud.most, 10..=200).text(say.in_cloud));
        let shades =
            [(Shades::Plain, say.shade_plain), (Shades::Codes, say.shade_codes), (Shades::Turns, say.shade_turns)];
        let named = shades.iter().find(|(shades, _)| *shades == self.cloud.shades).map_or("", |(_, name)| name);
        ui.horizontal(|ui| {
            ui.label(say.shades);
            let combo = ComboBox::from_id_salt("shades").selected_text(named).icon(controls::opens).show_ui(ui, |ui| {
                for (shades, name) in shades {
                    ui.selectable_value(&mut self.cloud.shades, shades, name);
                }
            });
            combo.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, say.shades));
        });
        if let Some(run) =
            page::choices_ui(cx, ui, self.cloud.run, &[(Run::Horizontal, say.level), (Run::Mixed, say.mixed)])
        {
            self.cloud.run = run;
        }
    }

    /// What the study has decided about words; each is taken back with one click.
    fn lexicon_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let say = Asking::of(cx.language);
        let lexicon = cx.project.lexicon();
        ui.set_width(360.0);
        controls::section(cx, ui, say.study_leaves_out, "");
        let back = |word: &String| {
            let edit = WordEdit::Weigh { words: vec![word.clone()], standing: Standing::Listed };
            (word.clone(), Edit::Words(edit))
        };
        chips_ui(cx, ui, say.back_in, lexicon.left_out.iter().map(back).collect());
        if let Some(words) = typed_ui(cx, ui, &mut self.leave_out, (say.leave_out, say.leave_out_example)) {
            cx.send(Edit::Words(WordEdit::Weigh { words, standing: Standing::Out }));
        }
        controls::rule(cx, ui);
        controls::section(cx, ui, say.study_lets_in, "");
        chips_ui(cx, ui, say.back_out, lexicon.kept.iter().map(back).collect());
        if let Some(words) = typed_ui(cx, ui, &mut self.let_in, (say.let_in, say.let_in)) {
            cx.send(Edit::Words(WordEdit::Weigh { words, standing: Standing::In }));
        }
        controls::rule(cx, ui);
        controls::section(cx, ui, say.study_groups, "");
        let apart = |(group, words): (&crate::model::id::WordGroupId, &Vec<String>)| {
            (words.join(", "), Edit::Words(WordEdit::Ungroup { group: *group }))
        };
        chips_ui(cx, ui, say.ungroup, lexicon.groups.iter().map(apart).collect());
        if let Some(words) = typed_ui(cx, ui, &mut self.group, (say.group_words, say.group_example)) {
            cx.send(Edit::Words(WordEdit::Group { group: None, words }));
        }
    }
}

fn opened(button: &Response, content: impl FnOnce(&mut Ui)) {
    controls::form(button).show(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        content(ui);
    });
}

/// A box for one of two ways; ticked is the second.
fn ticked<T: Copy + PartialEq>(ui: &mut Ui, name: &str, way: &mut T, [without, with]: [T; 2]) {
    let mut now = *way == with;
    if controls::check(ui, &mut now, name).changed() {
        *way = if now { with } else { without };
    }
}

/// Words, each with what a click on it does.
fn chips_ui(cx: &Cx<'_>, ui: &mut Ui, does: &str, words: Vec<(String, Edit)>) {
    if words.is_empty() {
        let none = Asking::of(cx.language).none_yet;
        ui.label(RichText::new(none).font(fonts::small()).color(cx.palette.muted));
        return;
    }
    egui::ScrollArea::vertical().id_salt(does).max_height(140.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (word, edit) in words {
                let told = fill(does, &[("word", &word), ("words", &word)]);
                let chip = ui.button(RichText::new(format!("{word}  ×")).font(fonts::small()));
                chip.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
                if chip.on_hover_text(&told).clicked() {
                    cx.send(edit);
                }
            }
        });
    });
}

/// A field for words with commas between; gives them when they are entered.
fn typed_ui(cx: &Cx<'_>, ui: &mut Ui, typed: &mut String, (name, hint): (&str, &str)) -> Option<Vec<String>> {
    ui.label(RichText::new(name).font(fonts::small()).color(cx.palette.muted));
    let field = controls::named_field(ui, typed, name, hint);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let words = || typed.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty());
    let words: Vec<String> = if entered { words().collect() } else { Vec::new() };
    if words.is_empty() {
        return None;
    }
    typed.clear();
    Some(words)
}
