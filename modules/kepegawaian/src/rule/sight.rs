//! What of a person somebody may read who may open the page at all.

use kernel::kind::Class;
use kernel::{Field, Kind};

/// Whether personal and specific data (UU 27/2022) are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sight {
    /// Officers of the BKD, and the person: everything, numbers of identity masked.
    pub whole: bool,
}

/// What stands for a value that is not shown.
pub const HIDDEN: &str = "disamarkan";

impl Sight {
    /// Whether a kind is shown: one with a specific field is hidden as a whole, existence included.
    pub fn shows(self, kind: Kind) -> bool {
        self.whole || kind.info().fields.iter().all(|f| f.info().class != Class::Specific)
    }

    /// Whether a value is shown.
    pub fn reads(self, field: Field) -> bool {
        self.whole || field.info().class == Class::Open
    }
}

/// Numbers that leave the house masked, whoever reads.
pub fn is_number(field: Field) -> bool {
    matches!(field, Field::Nik | Field::Npwp | Field::Bpjs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reads_what() {
        let (officer, reader) = (Sight { whole: true }, Sight { whole: false });
        for kind in [Kind::HukumanDisiplin, Kind::Keluarga, Kind::PutusanPengadilan] {
            assert!(officer.shows(kind) && !reader.shows(kind));
        }
        assert!(reader.shows(Kind::Golongan) && reader.shows(Kind::Identitas));
        assert!(reader.reads(Field::Nama) && !reader.reads(Field::Nik) && officer.reads(Field::Alamat));
    }
}
