//! The top bar: the study, the rooms, search, export and the coder.

use egui::{Align, Button, CornerRadius, Layout, Popup, Response, RichText, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::lang::commands::Commands;
use crate::lang::count;
use crate::lang::study::StudyWords;
use crate::ui::commands::{COMMANDS, Command, keys, listed};
use crate::ui::cx::Cx;
use crate::ui::look::{fonts, space};
use crate::ui::screen::Room;
use crate::ui::widgets::{controls, marks};

const ROOMS: [Room; 9] = [
    Room::Code,
    Room::Segments,
    Room::Cases,
    Room::Words,
    Room::Search,
    Room::Analyses,
    Room::Structure,
    Room::Review,
    Room::History,
];

/// What is kept free at the right end of the bar for the search field and what stands beside it.
const RIGHT: f32 = 330.0;
/// The same in a window that has no room for the field: who codes.
const NARROW_RIGHT: f32 = 60.0;

/// Shows the top bar.
pub fn top_bar_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let words = Commands::of(cx.language);
    let narrow = ui.available_width() < space::VERY_NARROW;
    ui.horizontal_centered(|ui| {
        ui.add_space(space::XS);
        let menu =
            ui.add(Button::new(RichText::new(cx.project.name()).font(fonts::strong(15.0))).frame_when_inactive(false));
        let named = format!("{} {}", cx.say.study_menu, cx.project.name());
        menu.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
        Popup::menu(&menu).show(|ui| study_menu_ui(cx, ui));
        ui.add_space(space::S);
        rooms_ui(cx, ui, words, if narrow { NARROW_RIGHT } else { RIGHT });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            coder_ui(cx, ui, narrow);
            if !narrow {
                ui.add_space(space::XS);
                let export = controls::quiet(ui, cx.say.export);
                Popup::menu(&export).show(|ui| export_menu_ui(cx, ui));
                search_ui(cx, ui);
            }
        });
    });
}

/// Shows the rooms as tabs; those for which there is no room stand in a menu, but never the one that is open.
fn rooms_ui(cx: &Cx<'_>, ui: &mut Ui, words: &Commands, right: f32) {
    let title = |room: Room| listed(Command::Go(room)).map_or("", |listed| (listed.title)(words));
    let wide = |words: &str| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), fonts::strong(14.0), cx.palette.text);
        galley.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x
    };
    let all: f32 = ROOMS.iter().map(|room| wide(title(*room))).sum();
    let mut left = ui.available_width() - right;
    let mut shown = ROOMS.to_vec();
    if all > left {
        left -= wide(cx.say.more_rooms)
            + ROOMS.into_iter().find(|room| cx.screen.room == *room).map_or(0.0, |room| wide(title(room)));
        shown.retain(|room| {
            let open = cx.screen.room == *room;
            let fits = open || wide(title(*room)) <= left;
            left = if open {
                left
            } else if fits {
                left - wide(title(*room))
            } else {
                0.0
            };
            fits
        });
    }
    for room in shown.iter().copied() {
        let tab = controls::tab(cx, ui, title(room), cx.screen.room == room);
        let tab = if room == Room::History { to_look_at_ui(cx, ui, tab) } else { tab };
        if tab.clicked() {
            cx.send(Command::Go(room));
        }
    }
    if shown.len() < ROOMS.len() {
        let mut more = controls::tab(cx, ui, cx.say.more_rooms, false);
        if !shown.contains(&Room::History) {
            more = to_look_at_ui(cx, ui, more);
        }
        Popup::menu(&more).show(|ui| {
            ui.set_min_width(200.0);
            for room in ROOMS.into_iter().filter(|room| !shown.contains(room)) {
                command_ui(cx, ui, Command::Go(room));
            }
        });
    }
}

/// A dot on the tab of the history while something there should be looked at.
fn to_look_at_ui(cx: &Cx<'_>, ui: &Ui, tab: Response) -> Response {
    let waiting = cx.session.map_or(0, |session| session.unread() + session.findings().len());
    if waiting == 0 {
        return tab;
    }
    let words = StudyWords::of(cx.language);
    let told = count(waiting, words.one_to_look_at, words.many_to_look_at);
    ui.painter().circle_filled(tab.rect.right_top() + vec2(-5.0, 6.0), 3.5, cx.palette.warn);
    ui.accesskit_node_builder(tab.id, |node| node.set_description(told.as_str()));
    tab.on_hover_text(told)
}

fn search_ui(cx: &Cx<'_>, ui: &mut Ui) {
    let width = (ui.available_width() - space::S).clamp(60.0, 250.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, cx.say.search));
    let edge = if response.hovered() { cx.palette.muted } else { cx.palette.faint };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(6), cx.palette.paper, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    let keys = keys(ui, Command::Search);
    let right = painter.text(
        rect.right_center() - vec2(10.0, 0.0),
        egui::Align2::RIGHT_CENTER,
        keys,
        fonts::small(),
        cx.palette.muted,
    );
    let left = rect.left_center() + vec2(10.0, 0.0);
    let mut job = egui::text::LayoutJob::simple_singleline(cx.say.search.to_owned(), fonts::body(), cx.palette.muted);
    job.wrap = egui::text::TextWrapping::truncate_at_width((right.left() - left.x - 8.0).max(10.0));
    let galley = painter.layout_job(job);
    painter.galley(left - vec2(0.0, galley.size().y / 2.0), galley, cx.palette.muted);
    if response.clicked() {
        cx.send(Command::Search);
    }
}

fn coder_ui(cx: &Cx<'_>, ui: &mut Ui, narrow: bool) {
    let Some(session) = cx.session else { return };
    let coder = cx.project.coder(session.coder());
    let name = coder.map_or_else(
        || cx.preferences.coder.as_ref().map_or(String::new(), |me| me.name.clone()),
        |coder| coder.name.clone(),
    );
    let initials = coder.map_or_else(|| name.chars().take(1).collect(), crate::model::coder::Coder::initials);
    let hue = coder.map_or(cx.palette.accent, |coder| cx.palette.hue(coder.hue));
    let words = if narrow { String::new() } else { name.clone() };
    let button = ui.add(Button::new(RichText::new(format!("       {words}"))).frame_when_inactive(false));
    let told = format!("{} {name}", cx.say.coder);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &told));
    let centre = button.rect.left_center() + vec2(18.0, 0.0);
    marks::coder(ui.painter(), centre, (&initials, hue, cx.palette.paper));
    if button.on_hover_text(cx.say.settings).clicked() {
        cx.send(Command::Go(Room::Settings));
    }
}

/// A menu line for a command with its keys and its hint.
pub fn command_ui(cx: &Cx<'_>, ui: &mut Ui, command: Command) {
    let Some(listed) = listed(command) else { return };
    let words = Commands::of(cx.language);
    let able = match command {
        Command::Undo => cx.session.is_some_and(crate::session::Session::can_undo),
        Command::Redo => cx.session.is_some_and(crate::session::Session::can_redo),
        _ => true,
    };
    let (title, keys) = ((listed.title)(words), keys(ui, command));
    let button = Button::new(title);
    let response = ui.add_enabled(able, if keys.is_empty() { button } else { button.shortcut_text(keys) });
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, able, title));
    if response.on_hover_text((listed.hint)(words)).clicked() {
        cx.send(command);
    }
}

fn study_menu_ui(cx: &Cx<'_>, ui: &mut Ui) {
    // In a low window, or where everything is large, the menu is longer than there is room.
    let room = ui.content_rect().height() - space::TOP_BAR - space::XL;
    let area = egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room);
    area.show(ui, |ui| study_menu_lines_ui(cx, ui));
}

fn study_menu_lines_ui(cx: &Cx<'_>, ui: &mut Ui) {
    ui.set_min_width(260.0);
    for command in [Command::Import, Command::ImportFolder, Command::NewCode] {
        command_ui(cx, ui, command);
    }
    ui.separator();
    for command in [Command::Undo, Command::Redo, Command::Go(Room::History)] {
        command_ui(cx, ui, command);
    }
    ui.separator();
    for command in [Command::Replace, Command::ProposeSmallTalk, Command::HideAside] {
        command_ui(cx, ui, command);
    }
    ui.separator();
    export_menu_ui(cx, ui);
    ui.separator();
    for command in [Command::SaveAsOneFile, Command::OpenOneFile, Command::MergeFolder] {
        command_ui(cx, ui, command);
    }
    ui.separator();
    ui.menu_button(cx.say.view, |ui| {
        ui.set_min_width(260.0);
        let view = COMMANDS.iter().map(|listed| listed.command).filter(|command| {
            use Command as C;
            matches!(
                command,
                C::TextLarger
                    | C::TextSmaller
                    | C::TextNormal
                    | C::AllLarger
                    | C::AllSmaller
                    | C::Inspector
                    | C::SwitchLight
                    | C::SwitchLanguage
            )
        });
        for command in view {
            command_ui(cx, ui, command);
        }
    });
    command_ui(cx, ui, Command::Go(Room::Names));
    command_ui(cx, ui, Command::AboutStudy);
    command_ui(cx, ui, Command::Go(Room::Settings));
    ui.separator();
    command_ui(cx, ui, Command::Help);
    command_ui(cx, ui, Command::CloseProject);
}

fn export_menu_ui(cx: &Cx<'_>, ui: &mut Ui) {
    ui.set_min_width(220.0);
    use Command::{ExportCodebook, ExportSegments, ExportSources, ExportStructure, ExportStudy};
    for command in [ExportCodebook, ExportStructure, ExportSegments, ExportSources, ExportStudy] {
        command_ui(cx, ui, command);
    }
}
