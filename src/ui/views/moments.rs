//! Dates and times as people write them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::lang::Language;

const MONTHS: [[&str; 12]; 2] = [
    [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// The day of a moment in ms since 1970, as in *14. mars 2026* and *14 March 2026*.
pub fn day(language: Language, ms: u64) -> String {
    let Some(zoned) = zoned(ms) else { return String::new() };
    let month = usize::from(zoned.month().unsigned_abs()) - 1;
    match language {
        Language::Bokmal => format!("{}. {} {}", zoned.day(), MONTHS[0][month], zoned.year()),
        Language::English => format!("{} {} {}", zoned.day(), MONTHS[1][month], zoned.year()),
    }
}

/// The same day where there is little room, as in *14.3.2026* and *14 Mar 2026*.
pub fn short_day(language: Language, ms: u64) -> String {
    let Some(zoned) = zoned(ms) else { return String::new() };
    let month = usize::from(zoned.month().unsigned_abs()) - 1;
    match language {
        Language::Bokmal => format!("{}.{}.{}", zoned.day(), zoned.month(), zoned.year()),
        Language::English => {
            format!("{} {} {}", zoned.day(), MONTHS[1][month].get(..3).unwrap_or_default(), zoned.year())
        }
    }
}

/// The time of a moment, as in *09.41* and *09:41*.
pub fn time(language: Language, ms: u64) -> String {
    let Some(zoned) = zoned(ms) else { return String::new() };
    match language {
        Language::Bokmal => format!("{:02}.{:02}", zoned.hour(), zoned.minute()),
        Language::English => format!("{:02}:{:02}", zoned.hour(), zoned.minute()),
    }
}

/// Day and time.
pub fn moment(language: Language, ms: u64) -> String {
    match language {
        Language::Bokmal => format!("{} kl. {}", day(language, ms), time(language, ms)),
        Language::English => format!("{}, {}", day(language, ms), time(language, ms)),
    }
}

/// A time in a recording as it is shown, *12:04* or *1:02:04*.
pub fn clock(ms: u32) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes:02}:{seconds:02}") }
}

fn zoned(ms: u64) -> Option<jiff::Zoned> {
    let stamp = Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok()?;
    Some(stamp.to_zoned(TimeZone::system()))
}
