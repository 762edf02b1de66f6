//! The keys: those of the commands, from their list, and those of the reader and the code tree.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::lang::commands::Commands;
use crate::lang::rooms::Rooms;
use crate::ui::commands::{self, COMMANDS};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};

/// How tall a line is.
const LINE: f32 = 30.0;

/// Shows every key.
pub(super) fn keyboard_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let (words, commands) = (Rooms::of(cx.language), Commands::of(cx.language));
    ui.spacing_mut().item_spacing.y = 0.0;
    for listed in COMMANDS {
        if listed.keys.is_none() {
            continue;
        }
        let keys = commands::keys(ui, listed.command);
        line_ui(cx, ui, ((listed.title)(commands), (listed.hint)(commands)), &keys);
    }
    for (title, lines) in [
        (words.keys_in_text, reader(words).as_slice()),
        (words.keys_in_tree, tree(words).as_slice()),
        (words.keys_in_table, table(words).as_slice()),
    ] {
        ui.add_space(space::L);
        ui.label(egui::RichText::new(title).font(fonts::strong(13.0)).color(cx.palette.text));
        ui.add_space(space::XS);
        for (keys, what) in lines {
            line_ui(cx, ui, (what, ""), keys);
        }
    }
}

/// The keys that act in the text of an interview.
fn reader(words: &Rooms) -> [(&'static str, &'static str); 15] {
    [
        (words.key_letters, words.does_letters),
        ("1–9", words.does_digits),
        (words.key_enter, words.does_enter),
        (words.key_shift_enter, words.does_shift_enter),
        (words.key_alt_enter, words.does_alt_enter),
        (words.key_shift_arrows, words.does_shift_arrows),
        (words.key_ctrl_arrows, words.does_ctrl_arrows),
        (words.key_ctrl_up_down, words.does_ctrl_up_down),
        (words.key_alt_arrows, words.does_alt_arrows),
        (words.key_alt_shift_arrows, words.does_alt_shift_arrows),
        ("F8", words.does_f8),
        (words.key_shift_f8, words.does_shift_f8),
        ("Page Up / Page Down", words.does_pages),
        ("Ctrl+C", words.does_copy),
        ("Esc", words.does_escape),
    ]
}

/// The keys that act in the code tree.
fn tree(words: &Rooms) -> [(&'static str, &'static str); 7] {
    [
        (words.key_up_down, words.does_tree_up_down),
        (words.key_left_right, words.does_tree_left_right),
        (words.key_enter, words.does_tree_enter),
        ("F2", words.does_tree_rename),
        ("Insert", words.does_tree_insert),
        ("Delete", words.does_tree_delete),
        (words.key_alt_arrows, words.does_tree_move),
    ]
}

/// The keys that act in the table of cases.
fn table(words: &Rooms) -> [(&'static str, &'static str); 4] {
    [
        (words.key_arrows, words.does_table_arrows),
        (words.key_enter_or_letters, words.does_table_type),
        ("Enter, Tab", words.does_table_on),
        ("Esc", words.does_table_escape),
    ]
}

/// What a key does, and the key at the right.
fn line_ui(cx: &Cx<'_>, ui: &mut Ui, (title, hint): (&str, &str), keys: &str) {
    let palette = cx.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let label = format!("{keys}: {title}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &label));
    if !rect.intersects(ui.clip_rect()) {
        return;
    }
    let painter = ui.painter();
    let y = rect.center().y;
    let key = painter.layout_no_wrap(keys.to_owned(), fonts::small(), palette.text);
    let cap = Rect::from_min_max(pos2(rect.right() - key.size().x - 14.0, y - 10.5), pos2(rect.right(), y + 10.5));
    painter.rect(cap, 4.0, palette.panel, Stroke::new(1.0, palette.line), StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.anchor_size(cap.center(), key.size());
    painter.galley(at.min, key, palette.text);
    let line = |words: &str, font, ink, room: f32| {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = TextWrapping::truncate_at_width(room.max(20.0));
        painter.layout_job(job)
    };
    let room = cap.left() - rect.left() - space::M;
    let name = line(title, fonts::body(), palette.text, room);
    let right = rect.left() + name.size().x;
    painter.galley(pos2(rect.left(), y - name.size().y / 2.0), name, palette.text);
    if !hint.is_empty() && room - (right - rect.left()) > 60.0 {
        let hint = line(hint, fonts::small(), palette.muted, cap.left() - right - 2.0 * space::M);
        painter.galley(pos2(right + space::M, y - hint.size().y / 2.0), hint, palette.muted);
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
}
