//! The code tree: codes, categories and themes, to look at, apply, move and tidy.

mod carry;
mod menu;
mod row;
mod rows;

use egui::{EventFilter, Id, Key, Modifiers, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

pub use self::menu::{code_menu_ui, kind_name};
use self::rows::{Branch, TreeRow, rows};
use crate::journal::edit::Edit;
use crate::journal::edit::places::Beside;
use crate::lang::{count, grouped};
use crate::model::id::CodeId;
use crate::ui::action::{Fold, Look};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::derived::Derived;
use crate::ui::look::{fonts, space};
use crate::ui::screen::{PaletteOpened, Purpose};
use crate::ui::views::palette::new_code;
use crate::ui::widgets::{controls, empty};

/// The tree's memory between frames.
#[derive(Default)]
pub struct Codes {
    filter: String,
    typed: String,
    typing: Option<Typing>,
    rows: Derived<(u64, usize, String), Vec<TreeRow>>,
    revealed: Option<CodeId>,
    /// The row of the field, to bring it into view when it moves.
    typed_at: Option<usize>,
}

/// What is being typed in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    Name(CodeId),
    New(Option<CodeId>),
}

/// The name under which the tree takes the keyboard.
pub fn tree_id() -> Id {
    Id::unique("the code tree")
}

impl Codes {
    /// Shows the tree.
    pub fn ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        self.head_ui(cx, ui);
        if cx.project.codebook().is_empty() && cx.screen.new_under.is_none() {
            empty::nothing_ui(cx, ui, cx.say.no_codes);
            if controls::link(cx, ui, cx.say.make_first_code).clicked() {
                cx.send(Command::NewCode);
            }
            return;
        }
        self.start_typing(cx);
        let key = (cx.project.revision(), fold_key(cx), self.filter.clone());
        let shown = self.rows.get(key, || rows(cx.project, &cx.screen.folded, &self.filter)).clone();
        self.keys(cx, ui, &shown);
        self.tree_ui(cx, ui, &shown);
    }

    fn head_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui) {
        let codings = cx.project.coding_count();
        let counted = count(codings, cx.say.one_coding, cx.say.many_codings);
        let right = format!("{} · {counted}", grouped(cx.project.codebook().len()));
        controls::section(cx, ui, cx.say.codes, &right);
        let line = vec2(ui.available_width(), 30.0);
        ui.allocate_ui_with_layout(line, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let plus =
                ui.add(egui::Button::new(RichText::new("+").font(fonts::strong(16.0))).frame_when_inactive(false));
            plus.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.say.new_code));
            if plus.on_hover_text(cx.say.new_code).clicked() {
                cx.send(Command::NewCode);
            }
            controls::field(ui, &mut self.filter, cx.say.filter_codes);
        });
        ui.add_space(space::XS);
    }

    fn start_typing(&mut self, cx: &Cx<'_>) {
        let wanted = match (cx.screen.renaming, cx.screen.new_under) {
            (Some(code), _) => Some(Typing::Name(code)),
            (None, Some(parent)) => Some(Typing::New(parent)),
            (None, None) => None,
        };
        if wanted != self.typing {
            self.typed = match wanted {
                Some(Typing::Name(code)) => {
                    cx.project.codebook().code(code).map_or(String::new(), |code| code.name.clone())
                }
                _ => String::new(),
            };
            self.typing = wanted;
        }
    }

    fn tree_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, shown: &[TreeRow]) {
        let id = tree_id();
        let new_at = self.new_row(cx, shown);
        let total = shown.len() + usize::from(new_at.is_some());
        let reveal = (cx.screen.active_code() != self.revealed).then(|| cx.screen.active_code()).flatten();
        self.revealed = cx.screen.active_code();
        let mut area = ScrollArea::vertical().id_salt("code tree").auto_shrink([false, false]);
        let typed_at = match self.typing {
            Some(Typing::Name(code)) => shown.iter().position(|row| row.code == code),
            Some(Typing::New(_)) => new_at.map(|(at, _)| at),
            None => None,
        };
        let begun = std::mem::replace(&mut self.typed_at, typed_at) != typed_at;
        let revealed = reveal.and_then(|code| shown.iter().position(|row| row.code == code));
        if let Some(at) = typed_at.filter(|_| begun).or(revealed) {
            area = keep_in_view(ui, area, at);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        // The keyboard stays with what is there in every frame, and the tab key finds it.
        let tree = ui.interact(ui.available_rect_before_wrap(), id, Sense::focusable_noninteractive());
        tree.widget_info(|| WidgetInfo::labeled(Role::Tree, true, cx.say.codes));
        area.show_rows(ui, space::ROW, total, |ui, range| {
            for at in range {
                match new_at {
                    Some((new_at, depth)) if at == new_at => self.new_ui(cx, ui, depth),
                    Some((new_at, _)) if at > new_at => self.row_ui(cx, ui, &shown[at - 1]),
                    _ => self.row_ui(cx, ui, &shown[at]),
                }
            }
            carry::rest_ui(cx, ui);
        });
        let filter = EventFilter { tab: false, escape: true, horizontal_arrows: true, vertical_arrows: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }

    fn row_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, row: &TreeRow) {
        if self.typing == Some(Typing::Name(row.code)) {
            self.name_ui(cx, ui, row.depth, cx.say.new_name);
            return;
        }
        row::row_ui(cx, ui, row);
    }

    fn new_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, depth: usize) {
        self.name_ui(cx, ui, depth, cx.say.new_code);
    }

    /// The row in which a new code is typed: right under its parent, or last at the top.
    fn new_row(&self, cx: &Cx<'_>, shown: &[TreeRow]) -> Option<(usize, usize)> {
        let Some(Typing::New(parent)) = self.typing else { return None };
        let codebook = cx.project.codebook();
        let Some(parent) = parent else { return Some((shown.len(), 0)) };
        let at = shown.iter().position(|row| row.code == parent)?;
        let below = shown[at + 1..].iter().take_while(|row| row.depth > shown[at].depth).count();
        Some((at + 1 + below, codebook.depth(parent) + 1))
    }

    fn name_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, depth: usize, name: &str) {
        let size = vec2(ui.available_width(), space::ROW);
        ui.allocate_ui(size, |ui| {
            ui.horizontal_centered(|ui| {
                ui.add_space(row::indent(depth) + 12.0);
                let response = controls::field(ui, &mut self.typed, name);
                if !response.has_focus() && !response.lost_focus() {
                    response.request_focus();
                }
                if response.lost_focus() {
                    let gave_up = ui.input(|input| input.key_pressed(Key::Escape));
                    ui.memory_mut(|memory| memory.request_focus(tree_id()));
                    self.finish(cx, if gave_up { "" } else { self.typed.trim() });
                }
            });
        });
    }

    fn finish(&self, cx: &Cx<'_>, name: &str) {
        match self.typing {
            Some(Typing::Name(code)) => {
                if !name.is_empty() {
                    cx.send(Edit::RenameCode { code, name: name.to_owned() });
                }
                cx.send(Look::Rename(None));
            }
            Some(Typing::New(parent)) => {
                if !name.is_empty() {
                    cx.send(Edit::CreateCode(new_code(name, parent)));
                }
                cx.send(Look::NotNew);
            }
            None => {}
        }
    }

    /// The keyboard in the tree: arrows, Enter, F2, Delete, and Alt with arrows to move a code.
    fn keys(&self, cx: &Cx<'_>, ui: &Ui, shown: &[TreeRow]) {
        if !ui.memory(|memory| memory.has_focus(tree_id())) || self.typing.is_some() {
            return;
        }
        let now = cx.screen.active_code().and_then(|code| shown.iter().position(|row| row.code == code));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let go = |at: Option<usize>| {
            if let Some(row) = at.and_then(|at| shown.get(at)) {
                cx.send(Look::AtCode(row.code));
            }
        };
        if pressed(Modifiers::ALT, Key::ArrowUp) {
            carry::nudge(cx, carry::Nudge::Up);
        } else if pressed(Modifiers::ALT, Key::ArrowDown) {
            carry::nudge(cx, carry::Nudge::Down);
        } else if pressed(Modifiers::ALT, Key::ArrowLeft) {
            carry::nudge(cx, carry::Nudge::Out);
        } else if pressed(Modifiers::ALT, Key::ArrowRight) {
            carry::nudge(cx, carry::Nudge::In);
        } else if pressed(Modifiers::NONE, Key::ArrowDown) {
            go(Some(now.map_or(0, |at| at + 1)));
        } else if pressed(Modifiers::NONE, Key::ArrowUp) {
            go(now.map_or(shown.len().checked_sub(1), |at| at.checked_sub(1)));
        } else if pressed(Modifiers::NONE, Key::Home) {
            go(Some(0));
        } else if pressed(Modifiers::NONE, Key::End) {
            go(shown.len().checked_sub(1));
        }
        let Some(row) = now.map(|at| shown[at]) else { return };
        if pressed(Modifiers::NONE, Key::ArrowLeft) {
            match row.branch {
                Branch::Open => cx.send(Look::Fold(row.code, Fold::Closed)),
                Branch::Leaf | Branch::Folded => {
                    let parent = cx.project.codebook().code(row.code).and_then(|code| code.parent);
                    parent.into_iter().for_each(|parent| cx.send(Look::AtCode(parent)));
                }
            }
        }
        if pressed(Modifiers::NONE, Key::ArrowRight) && row.branch == Branch::Folded {
            cx.send(Look::Fold(row.code, Fold::Open));
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            match cx.screen.words() {
                Some((source, span)) => cx.send(Edit::ApplyCode { code: row.code, source, span }),
                None => cx.send(Look::Retrieve),
            }
        }
        if pressed(Modifiers::NONE, Key::Delete) {
            cx.send(Edit::DeleteCode { code: row.code });
        }
        if pressed(Modifiers::NONE, Key::Insert) {
            cx.send(Look::NewUnder(cx.project.codebook().parent_for_new(cx.screen.active_code())));
        }
    }
}

/// Opens the palette to choose what a code is merged into.
fn merge(cx: &Cx<'_>, code: CodeId) {
    let opened = PaletteOpened { typed: String::new(), purpose: Purpose::MergeFrom(code) };
    cx.send(Look::OpenPalette(opened));
}

/// Puts a code first or last among its siblings, or under another one.
fn put(cx: &Cx<'_>, code: CodeId, parent: Option<CodeId>, beside: Beside) {
    cx.send(Edit::MoveCode { code, parent, beside });
}

/// Another number whenever what is folded changes.
fn fold_key(cx: &Cx<'_>) -> usize {
    let mix = |sum: usize, code: &CodeId| {
        // Any bits will do for a key.
        let bits = code.bits() as usize;
        sum.wrapping_mul(31).wrapping_add(bits)
    };
    cx.screen.folded.iter().fold(cx.screen.folded.len(), mix)
}

/// Scrolls no more than is needed to show the row `at`.
fn keep_in_view(ui: &Ui, area: ScrollArea, at: usize) -> ScrollArea {
    #[expect(clippy::cast_precision_loss, reason = "rows are few enough")]
    let top = at as f32 * space::ROW;
    let id = ui.make_persistent_id(egui::IdSalt::new("code tree"));
    let offset = egui::scroll_area::State::load(ui, id).map_or(0.0, |state| state.unclamped_offset().y);
    let height = ui.available_height();
    if top < offset {
        area.vertical_scroll_offset(top)
    } else if top + space::ROW > offset + height {
        area.vertical_scroll_offset(top + space::ROW - height)
    } else {
        area
    }
}
