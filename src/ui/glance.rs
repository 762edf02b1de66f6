//! How a look changes the screen. Nothing here touches the project.

use crate::model::id::{CodeId, CodingId, SourceId};
use crate::model::memo::About;
use crate::model::project::Project;
use crate::model::span::Span;
use crate::ui::action::{Fold, Look, Shown};
use crate::ui::reviewing::ReviewPart;
use crate::ui::screen::{Focus, Manner, PaletteOpened, Purpose, Reviewing, Room, Said, Screen, Selection, Side, Tone};

/// Looks at something else.
pub(super) fn look(screen: &mut Screen, project: &Project, wanted: Look) {
    match wanted {
        Look::In(room) => {
            screen.room = room;
            screen.palette = None;
        }
        Look::AtSource(source) => open(screen, source),
        Look::AtCoding(coding) => at_coding(screen, project, coding),
        Look::AtPlace(source, at) => {
            open(screen, source);
            select(screen, Some(Selection::caret(at)));
            screen.reveal = Span::new(at, at + 1);
        }
        Look::AtLost(source) => {
            open(screen, source);
            screen.to_lost = true;
        }
        Look::Do(manner) => act(screen, manner),
        Look::Help(place) => screen.help = place,
        Look::NextChange => screen.to_next_change = true,
        Look::Follow(selection) => screen.selection = Some(selection),
        Look::AtCode(code) => {
            screen.codes = vec![code];
            screen.coding = None;
            screen.focus = Focus::Code;
            for above in project.codebook().ancestors(code) {
                screen.folded.remove(&above.id);
            }
        }
        Look::AlsoAtCode(code) => {
            if screen.codes.contains(&code) {
                screen.codes.retain(|known| *known != code);
            } else {
                screen.codes.push(code);
            }
            screen.focus = Focus::Code;
        }
        Look::AtSourceCard => {
            (screen.coding, screen.focus) = (None, Focus::Source);
            screen.codes.clear();
        }
        Look::AtStudyCard => at_study(screen),
        Look::Retrieve => screen.room = Room::Segments,
        Look::Select(selection) => select(screen, selection),
        Look::SelectTurn => select_turn(screen, project),
        Look::Hover(coding) => screen.hovered = coding,
        Look::OpenPalette(opened) => screen.palette = Some(opened),
        Look::Close => screen.palette = None,
        Look::Fold(code, fold) => {
            match fold {
                Fold::Closed => screen.folded.insert(code),
                Fold::Open => screen.folded.remove(&code),
            };
        }
        Look::Rename(code) => {
            (screen.renaming, screen.new_under) = (code, None);
            if let Some(code) = code {
                unfold_to(screen, project, code);
            }
        }
        Look::Retitle(source) => screen.retitling = source,
        Look::NewUnder(parent) => {
            (screen.renaming, screen.new_under) = (None, Some(parent));
            screen.room = if screen.room == Room::Segments { Room::Segments } else { Room::Code };
            if let Some(parent) = parent {
                unfold_to(screen, project, parent);
                screen.folded.remove(&parent);
            }
            screen.peek = Some(Side::Left);
        }
        Look::NotNew => screen.new_under = None,
        Look::WriteMemo(about) => write_memo(screen, project, about),
        Look::WriteMemoOnLastCoding => {
            if let Some(coding) = screen.made.filter(|coding| project.coding(*coding).is_some()) {
                write_memo(screen, project, About::Coding(coding));
            }
        }
        Look::MemoDone => screen.memo = None,
        Look::Inspector(shown) => screen.inspector_shown = shown == Shown::Yes,
        Look::Peek(side) => screen.peek = (screen.peek != Some(side)).then_some(side),
        Look::Aside(aside) => screen.aside = aside,
        Look::Reveal(span) => screen.reveal = Some(span),
        Look::Sheet(sheet) => (screen.sheet, screen.palette) = (sheet, None),
        Look::Figure(how) => screen.figure = how,
        Look::Scope(scope) => screen.scope = *scope,
        Look::CodePlaces(places, typed) => {
            screen.places = places;
            screen.palette = Some(PaletteOpened { typed, purpose: Purpose::Places });
        }
        Look::AtWords(source, span) => {
            open(screen, source);
            select(screen, Some(Selection::over(span)));
            screen.reveal = Some(span);
        }
        Look::Say(words) => screen.said = Some(Said { words, tone: Tone::Plain }),
        Look::Reviewing(what) => screen.reviewing = what,
        Look::InReview(part) => {
            (screen.room, screen.review, screen.palette) = (Room::Review, part, None);
            let walks = part == ReviewPart::Walk;
            screen.reviewing = if walks { Reviewing::Looking } else { Reviewing::Apart };
        }
        Look::Agreement(agreeing) => screen.agreement = *agreeing,
        Look::Asked => screen.asking = None,
        Look::ReportRead => screen.report = None,
        Look::NotUnlocked => screen.locked = None,
        Look::NotOut => screen.going_out = None,
        Look::AskNoMore(no_more) => screen.ask_no_more = no_more,
        Look::Intake(change) => {
            if let Some(intake) = &mut screen.intake {
                intake.change(change);
            }
        }
        Look::KeepIntake => {
            if let Some(intake) = &mut screen.intake {
                intake.leaving = false;
            }
        }
        Look::NotWaiting => screen.waiting.clear(),
        Look::Read(_)
        | Look::RemarksOnly(_)
        | Look::Other(..)
        | Look::Colours(_)
        | Look::AskToErase(_)
        | Look::CoderIs(_)
        | Look::Forget(_)
        | Look::Speak(_)
        | Look::Theme(_)
        | Look::AllZoom(_)
        | Look::TextZoom(_) => {}
    }
}

fn open(screen: &mut Screen, source: SourceId) {
    // Where codings are reviewed and settled, the room of review shows the words itself.
    let shows = matches!(screen.review, ReviewPart::Walk | ReviewPart::Double);
    if screen.room != Room::Review || !shows {
        screen.room = Room::Code;
    }
    if screen.source != Some(source) {
        screen.source = Some(source);
        (screen.selection, screen.hovered) = (None, None);
        screen.manner = Manner::Coding;
    }
    // What is shown from now on is the source; keys that act on a coding act on one that is shown.
    (screen.coding, screen.focus) = (None, Focus::Source);
}

fn act(screen: &mut Screen, manner: Manner) {
    (screen.manner, screen.coding, screen.said) = (manner, None, None);
    screen.room = Room::Code;
    screen.focus = Focus::Source;
    screen.palette = None;
    // Words that are read beside deleted ones stand in other places.
    if manner == Manner::Comparing {
        screen.selection = None;
    }
}

fn at_study(screen: &mut Screen) {
    (screen.room, screen.focus, screen.coding) = (Room::Code, Focus::Study, None);
    screen.codes.clear();
    (screen.inspector_shown, screen.peek) = (true, Some(Side::Right));
}

fn at_coding(screen: &mut Screen, project: &Project, coding: CodingId) {
    let Some(known) = project.coding(coding) else { return };
    open(screen, known.source);
    screen.coding = Some(coding);
    screen.codes.clear();
    screen.selection = None;
    screen.focus = Focus::Coding;
    screen.reveal = Some(known.span);
}

fn select(screen: &mut Screen, selection: Option<Selection>) {
    screen.selection = selection;
    screen.coding = None;
    screen.said = None;
    let words = selection.is_some_and(|selection| selection.span().is_some());
    screen.focus = if words { Focus::Selection } else { Focus::Source };
}

/// Selects the turn around the caret or the coding, else the first one in view; the line in a text without speakers.
fn select_turn(screen: &mut Screen, project: &Project) {
    let Some(source) = screen.source.and_then(|id| project.source(id)) else { return };
    let caret = screen.selection.map(|selection| selection.anchor.min(selection.head));
    let coding = || screen.coding.and_then(|id| project.coding(id)).map(|coding| coding.span.start());
    let Some(at) = caret.or_else(coding) else {
        // Only the reader knows what is in view.
        screen.to_turn = true;
        return;
    };
    let turn = source.turn_at(at).and_then(|turn| source.turns.get(turn)).map(|turn| turn.span);
    let line = || {
        let line = crate::text::bounds::line_around(source.text.as_deref()?, at);
        Span::new(line.start, line.end)
    };
    if let Some(span) = turn.or_else(line) {
        select(screen, Some(Selection::over(span)));
    }
}

/// Makes sure that a code can be seen in the tree.
fn unfold_to(screen: &mut Screen, project: &Project, code: CodeId) {
    for above in project.codebook().ancestors(code) {
        screen.folded.remove(&above.id);
    }
    screen.peek = Some(Side::Left);
}

fn write_memo(screen: &mut Screen, project: &Project, about: About) {
    match about {
        About::Coding(coding) => at_coding(screen, project, coding),
        About::Code(code) => {
            screen.room = Room::Code;
            screen.codes = vec![code];
            screen.focus = Focus::Code;
        }
        About::Source(source) => open(screen, source),
        About::Project => at_study(screen),
        About::Case(_) => screen.room = Room::Cases,
    }
    screen.inspector_shown = true;
    screen.peek = Some(Side::Right);
    screen.memo = Some(about);
}
