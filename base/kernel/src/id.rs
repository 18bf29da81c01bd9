//! One typed id per thing. Ids are made at the edge from an injected source; the core only carries them.

use std::fmt;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// From the usual text form; `None` when it is not one.
            pub fn parse(text: &str) -> Option<$name> {
                uuid::Uuid::parse_str(text).ok().map(|u| $name(u.into_bytes()))
            }
            /// From bytes of a database row; `None` unless there are 16.
            pub fn from_slice(bytes: &[u8]) -> Option<$name> {
                bytes.try_into().ok().map($name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&uuid::Uuid::from_bytes(self.0), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

uuid_id! {
    /// A person, for life: UUID v7, never reused, never a NIP.
    PegawaiId
}
uuid_id! {
    /// A journal entry, the same in every node that holds a copy.
    EntryId
}

/// An instansi, by BKN's id (opaque, case-sensitive).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct InstansiId(pub String);

/// Whom or what an entry is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// A person.
    Pegawai(PegawaiId),
    /// A unit of the organisation, by BKN's unor id.
    Unor(String),
    /// A post, by its id in this register.
    Pos(String),
    /// The instansi that keeps the journal.
    Instansi,
}

/// One fact among those of an entry: the n-th its document states.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FactId {
    /// The entry.
    pub entry: EntryId,
    /// Place in the entry, from 0.
    pub ordinal: u16,
}
