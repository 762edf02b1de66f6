//! Names: what in a text may tell who somebody is, and what is written instead.

pub mod candidates;
mod lists;
pub mod own;
mod patterns;
pub mod propose;
pub mod table;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody.
    Person,
    /// A company or another organisation.
    Company,
    /// A town, a municipality, a country.
    Place,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Web,
    /// A national identity number.
    Number,
    /// Something else that is written with a capital letter.
    Other,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Person, Self::Company, Self::Place, Self::Phone, Self::Email, Self::Web, Self::Number, Self::Other];

    /// Its name in tables and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
            Self::Place => "place",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Web => "web",
            Self::Number => "number",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
