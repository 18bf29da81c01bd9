//! Order of a meeting: quorum, votes, wishes to speak.

use serde::{Deserialize, Serialize};

/// How many parties have to be present.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kuorum {
    /// `jumlah` or `persen`; empty for none.
    pub jenis: String,
    /// So many parties, or so many of a hundred of those invited.
    pub ambang: u16,
}

/// A vote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Suara {
    /// On which point.
    pub rumusan: String,
    /// The wording it is about: the entry that made it.
    pub versi: String,
    /// Of which instansi.
    pub instansi: String,
    /// `setuju`, `tidak`, `abstain`.
    pub pilihan: String,
}

/// A wish to speak.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MintaBicara {
    /// Of which instansi.
    pub instansi: String,
    /// Who.
    pub nama: String,
}
