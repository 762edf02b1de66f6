//! What the user has chosen, the same for all projects of this installation.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::id::CoderId;

/// How many projects are remembered.
const MAX_RECENT: usize = 12;
/// How small and large the text of sources may be, in percent.
const TEXT_ZOOM: RangeInclusive<u16> = 60..=300;
/// How small and large the interface may be, in percent.
const INTERFACE_ZOOM: RangeInclusive<u16> = 50..=300;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the desktop is.
    #[default]
    System,
}

/// How the codings of another coder are shown in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sight {
    /// Like one's own.
    #[default]
    Shown,
    /// Paler.
    Dimmed,
    /// Not at all.
    Hidden,
}

/// What the colours of codings in the text stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colours {
    /// The code.
    #[default]
    Codes,
    /// Who made the coding.
    Coders,
}

/// The person who uses this installation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The same in every project.
    pub id: CoderId,
    /// The name shown and exported.
    pub name: String,
}

/// What the user has chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The tag of the language of the interface; that of the desktop where nothing was chosen.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// Size of the text of sources, in percent.
    pub text_zoom: u16,
    /// Size of the interface, in percent.
    pub interface_zoom: u16,
    /// Projects opened last, latest first.
    pub recent: Vec<PathBuf>,
    /// Whether only remarks are made here, as by a supervisor.
    pub remarks_only: bool,
    /// What the colours of codings in the text stand for.
    pub colours: Colours,
    /// Who codes here; `None` before they have said so.
    pub coder: Option<Me>,
    /// How the work of others is shown in the text; those who are not named are shown like oneself.
    pub others: BTreeMap<CoderId, Sight>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            text_zoom: 100,
            interface_zoom: 100,
            recent: Vec::new(),
            coder: None,
            remarks_only: false,
            colours: Colours::Codes,
            others: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// The same with sizes at which something can be read: a file that was changed by hand may say anything.
    pub(super) fn in_bounds(mut self) -> Self {
        self.text_zoom = self.text_zoom.clamp(*TEXT_ZOOM.start(), *TEXT_ZOOM.end());
        self.interface_zoom = self.interface_zoom.clamp(*INTERFACE_ZOOM.start(), *INTERFACE_ZOOM.end());
        self
    }

    /// Puts a project first among those opened last.
    pub fn remember(&mut self, project: &Path) {
        self.forget(project);
        self.recent.insert(0, project.to_owned());
        self.recent.truncate(MAX_RECENT);
    }

    /// Takes a project out of those opened last.
    pub fn forget(&mut self, project: &Path) {
        self.recent.retain(|known| known != project);
    }
}
