//! What of a person somebody may read who may open the page at all, and what has to be opened first.

use crate::access::{Role, Visitor};
use kernel::kind::Class;
use kernel::{Entry, Fact, Field, Kind, PegawaiId};

/// A part of somebody's data that is masked for everybody but themselves, until it is opened with a
/// reason (UU 27/2022).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bagian {
    /// NIK, NPWP, BPJS.
    Nomor,
    /// Spouse, children, parents.
    Keluarga,
    /// Discipline, temporary dismissal, court rulings.
    Disiplin,
}

impl Bagian {
    /// Every part, in reading order.
    pub const ALL: [Bagian; 3] = [Bagian::Nomor, Bagian::Keluarga, Bagian::Disiplin];

    /// The word in the journal and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Bagian::Nomor => "nomor",
            Bagian::Keluarga => "keluarga",
            Bagian::Disiplin => "disiplin",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Bagian> {
        Bagian::ALL.into_iter().find(|part| part.word() == word)
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Bagian::Nomor => "Nomor identitas (NIK, NPWP, BPJS)",
            Bagian::Keluarga => "Keluarga",
            Bagian::Disiplin => "Hukuman disiplin, pemberhentian sementara, dan putusan pengadilan",
        }
    }

    /// Whether it belongs to a role's work.
    pub fn opened_by(self, role: Role) -> bool {
        match (self, role) {
            (_, Role::Super | Role::Petugas | Role::Auditor) => true,
            (Bagian::Nomor, role) => role.is_officer(),
            (Bagian::Keluarga, role) => role.records(Kind::Keluarga),
            (Bagian::Disiplin, role) => role.records(Kind::HukumanDisiplin),
        }
    }

    /// The part a kind belongs to; one with a specific field is hidden as a whole, existence included.
    pub fn of(kind: Kind) -> Option<Bagian> {
        let specific = kind.info().fields.iter().any(|f| f.info().class == Class::Specific);
        specific.then_some(if kind == Kind::Keluarga { Bagian::Keluarga } else { Bagian::Disiplin })
    }
}

/// Whether an entry speaks of something that is hidden as a whole: then neither its paper nor whom it is
/// about is told where entries are listed.
pub fn guarded(entry: &Entry) -> bool {
    let says = |name: &str, text: Option<&str>| {
        entry.notes.iter().any(|(note, said)| &**note == name && text.is_none_or(|text| text == &**said))
    };
    // A position chosen about somebody is known to exist only to those who may see what it rests on.
    let chosen = says("pilih_tafsir", None) && says("tertutup", Some("dipakai"));
    chosen || entry.acts.iter().any(|(_, fact)| Bagian::of(fact.kind).is_some())
}

/// What a reader sees of one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sight {
    /// Address, religion, phone and the like.
    pub personal: bool,
    /// [`Bagian::Nomor`] in full.
    pub numbers: bool,
    /// [`Bagian::Keluarga`].
    pub family: bool,
    /// [`Bagian::Disiplin`].
    pub discipline: bool,
}

/// What stands for a value that is not shown.
pub const HIDDEN: &str = "disamarkan";

impl Sight {
    /// Everything: the person.
    pub const WHOLE: Sight = Sight { personal: true, numbers: true, family: true, discipline: true };

    /// What this visitor sees of a person, having opened these parts.
    pub fn of(visitor: &Visitor, id: PegawaiId, opened: &[Bagian]) -> Sight {
        if visitor.pegawai == Some(id) {
            return Sight::WHOLE;
        }
        let open = |part: Bagian| part.opened_by(visitor.role) && opened.contains(&part);
        Sight {
            personal: visitor.role.is_officer(),
            numbers: open(Bagian::Nomor),
            family: open(Bagian::Keluarga),
            discipline: open(Bagian::Disiplin),
        }
    }

    /// What an officer sees while recording: numbers are typed anew and never shown.
    pub fn of_recorder(visitor: &Visitor, id: PegawaiId, opened: &[Bagian]) -> Sight {
        Sight { numbers: false, personal: true, ..Sight::of(visitor, id, opened) }
    }

    /// Whether everything a fact states may be told: its paper shows all of it at once.
    pub fn tells_all(self, fact: &Fact) -> bool {
        self.shows(fact.kind) && fact.values.iter().all(|(field, _)| self.tells(*field))
    }

    /// Whether a part is in sight.
    pub fn has(self, part: Bagian) -> bool {
        match part {
            Bagian::Nomor => self.numbers,
            Bagian::Keluarga => self.family,
            Bagian::Disiplin => self.discipline,
        }
    }

    /// Whether a kind is shown.
    pub fn shows(self, kind: Kind) -> bool {
        Bagian::of(kind).is_none_or(|part| self.has(part))
    }

    /// Whether a value is shown, numbers perhaps with their middle masked.
    pub fn reads(self, field: Field) -> bool {
        match field.info().class {
            Class::Open => true,
            Class::Personal => self.personal || (is_number(field) && self.numbers),
            Class::Specific => self.shows(field.kind()),
        }
    }

    /// Whether a sentence that names the value may be shown.
    pub fn tells(self, field: Field) -> bool {
        if is_number(field) { self.numbers } else { self.reads(field) }
    }
}

/// Numbers of identity.
pub fn is_number(field: Field) -> bool {
    matches!(field, Field::Nik | Field::Npwp | Field::Bpjs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visitor(role: Role) -> Visitor {
        Visitor {
            akun: "sari".into(),
            lengkap: "Sari".into(),
            role,
            instansi: "A1".into(),
            unor: String::new(),
            pegawai: None,
            must_change: false,
            totp: false,
            pesan_baru: 0,
            csrf: String::new(),
        }
    }

    /// Role; what is seen at once; what is seen after asking for all of it: Pribadi, Nomor, Keluarga, Disiplin.
    const WHO: &[(Role, &str, &str)] = &[
        (Role::Super, "P---", "PNKD"),
        (Role::Petugas, "P---", "PNKD"),
        (Role::PetugasData, "P---", "PNK-"),
        (Role::PetugasKinerja, "P---", "PN-D"),
        (Role::PetugasMutasi, "P---", "PN--"),
        (Role::PetugasPengembangan, "P---", "PN--"),
        (Role::Auditor, "----", "-NKD"),
        (Role::Operator, "----", "----"),
        (Role::Pimpinan, "----", "----"),
        (Role::Penilai, "----", "----"),
        (Role::Korpri, "----", "----"),
        (Role::Tpk, "----", "----"),
    ];

    fn seen(sight: Sight) -> String {
        let marks = [
            (sight.reads(Field::Alamat), 'P'),
            (sight.tells(Field::Nik), 'N'),
            (sight.shows(Kind::Keluarga), 'K'),
            (sight.shows(Kind::HukumanDisiplin) && sight.reads(Field::PutusanIsi), 'D'),
        ];
        marks.iter().map(|(is, mark)| if *is { *mark } else { '-' }).collect()
    }

    #[test]
    fn who_sees_what_before_and_after_opening() {
        let somebody = PegawaiId([7; 16]);
        for (role, at_once, opened) in WHO {
            let sight = |parts: &[Bagian]| Sight::of(&visitor(*role), somebody, parts);
            assert_eq!(seen(sight(&[])), *at_once, "{role:?}");
            assert_eq!(seen(sight(&Bagian::ALL)), *opened, "{role:?}");
            assert!(sight(&[]).shows(Kind::Golongan) && sight(&[]).reads(Field::Nama), "{role:?}");
        }
        let own = Visitor { pegawai: Some(somebody), ..visitor(Role::Pegawai) };
        assert_eq!(seen(Sight::of(&own, somebody, &[])), "PNKD");
        assert_eq!(seen(Sight::of(&own, PegawaiId([8; 16]), &[])), "----");
    }

    #[test]
    fn every_word_is_read_back() {
        for part in Bagian::ALL {
            assert_eq!(Bagian::parse(part.word()), Some(part));
        }
    }
}
