//! Shared by the tests: the tables, people written as a few fields, entries with ids from a number.
#![allow(dead_code)] // each test binary uses its part

pub mod generate;

use kernel::check::Context;
use kernel::kind::Type;
use kernel::*;

/// The tables of the repository.
pub fn tables() -> Tables {
    Tables::bundled().unwrap_or_else(|refusals| panic!("{}", refusals.join("\n")))
}

/// `12-03-1984`.
pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("bukan tanggal: {text}"))
}

/// A moment, in minutes after 1 January 2024 WIB.
pub fn minute(n: i64) -> Stamp {
    Stamp(Stamp::end_of(date("31-12-2023")).0 + 1 + n * 60_000_000)
}

/// A made-up entry id; greater numbers sort later.
pub fn entry_id(n: u64) -> EntryId {
    let mut bytes = [7; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    EntryId(bytes)
}

/// A document with its date.
pub fn document(rank: Rank, nomor: &str, tanggal: &str) -> Document {
    Document {
        rank,
        jenis: if rank == Rank::Unduhan { "Unduhan SIASN".into() } else { "SK Gubernur".into() },
        nomor: nomor.into(),
        tanggal: Date::parse(tanggal),
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut: 0,
    }
}

/// An entry recorded `n` minutes after New Year.
pub fn entry(n: u64, document: Document, acts: Vec<(Act, Fact)>) -> Entry {
    Entry {
        id: entry_id(n),
        recorded: minute(n as i64),
        actor: "operator".into(),
        subject: Subject::Pegawai(PegawaiId([1; 16])),
        document,
        acts,
        row: None,
        notes: Vec::new(),
    }
}

/// A fact from text: each value is read as its field's type.
pub fn fact(kind: Kind, tmt: &str, values: &[(Field, &str)]) -> Fact {
    let read = |field: Field, text: &str| match field.info().ty {
        Type::Text => Value::text(text),
        Type::Date => Value::Date(date(text)),
        Type::Int => Value::Int(text.parse().unwrap_or_else(|_| panic!("bukan bilangan: {text}"))),
    };
    Fact::new(kind, Date::parse(tmt), values.iter().map(|(f, v)| (*f, read(*f, v))))
}

/// A person of a register that was built from one download: fields by name, TMT by kind.
#[derive(Clone)]
pub struct Orang {
    pub fields: Vec<(Field, String)>,
    pub tmt: Vec<(Kind, String)>,
    pub extra: Vec<Entry>,
    pub berlaku: String,
}

impl Orang {
    /// Bu Ratih: PNS, guru, everything in order.
    pub fn ratih() -> Orang {
        use Field::*;
        let fields = [
            (Nip, "198403122010012007"),
            (Nama, "Ratih Kusumawardani"),
            (GelarBelakang, "S.Pd."),
            (TanggalLahir, "12-03-1984"),
            (JenisKelamin, "F"),
            (Nik, "1571025203840003"),
            (NikValid, "1"),
            (NomorHp, "081200000001"),
            (Email, "ratih@contoh.go.id"),
            (JenisPegawaiId, "10"),
            (JenisPegawai, "PNS Daerah Propinsi yang bekerja pada Propinsi"),
            (KedudukanId, "01"),
            (Kedudukan, "Aktif"),
            (StatusCpnsPns, "P"),
            (CpnsSkNomor, "813/12/2010"),
            (PnsSkNomor, "821/7/2011"),
            (GolonganId, "33"),
            (GolonganNama, "III/c"),
            (JenisJabatanId, "2"),
            (JenisJabatan, "Jabatan Fungsional Tertentu"),
            (JabatanId, "J-1"),
            (JabatanNama, "Guru Ahli Muda"),
            (TingkatPendidikanId, "40"),
            (TingkatPendidikan, "S-1/Sarjana"),
            (PendidikanId, "P-1"),
            (PendidikanNama, "S-1 Pendidikan Bahasa"),
            (UnorId, "U-1"),
            (UnorNama, "SMAN 1"),
            (InstansiIndukId, "I-1"),
            (InstansiInduk, "Pemerintah Provinsi Contoh"),
            (InstansiKerjaId, "I-1"),
            (InstansiKerja, "Pemerintah Provinsi Contoh"),
        ];
        let tmt = [
            (Kind::Cpns, "01-01-2010"),
            (Kind::Pns, "01-02-2011"),
            (Kind::Golongan, "01-04-2020"),
            (Kind::Jabatan, "01-04-2020"),
        ];
        Orang {
            fields: fields.iter().map(|(f, v)| (*f, (*v).to_owned())).collect(),
            tmt: tmt.iter().map(|(k, t)| (*k, (*t).to_owned())).collect(),
            extra: Vec::new(),
            berlaku: "22-11-2026".into(),
        }
    }

    /// Pak Jaya: PPPK teacher since 2023, everything in order; no TMT PNS, no C/P.
    pub fn jaya() -> Orang {
        use Field::*;
        Orang::ratih()
            .with(Nip, "199208092023211038")
            .with(Nama, "Jaya Saputra")
            .with(TanggalLahir, "09-08-1992")
            .with(JenisKelamin, "M")
            .with(Nik, "1571020908920003")
            .with(KedudukanId, "71")
            .with(Kedudukan, "PPPK Aktif")
            .without(StatusCpnsPns)
            .without(PnsSkNomor)
            .without(GolonganId)
            .with(GolonganNama, "IX")
            .with(JabatanNama, "Guru Ahli Pertama")
            .tmt(Kind::Cpns, "01-03-2023")
            .tmt(Kind::Pns, "")
            .tmt(Kind::Golongan, "01-03-2023")
            .tmt(Kind::Jabatan, "01-03-2023")
    }

    /// Dik Sari: CPNS since 1 January 2026, everything in order.
    pub fn sari() -> Orang {
        use Field::*;
        Orang::ratih()
            .with(Nip, "200003122026012007")
            .with(Nama, "Sari Puspita")
            .with(TanggalLahir, "12-03-2000")
            .with(Nik, "1571025203000003")
            .with(StatusCpnsPns, "C")
            .without(PnsSkNomor)
            .tmt(Kind::Cpns, "01-01-2026")
            .tmt(Kind::Pns, "")
            .tmt(Kind::Golongan, "01-01-2026")
            .tmt(Kind::Jabatan, "01-01-2026")
    }

    pub fn with(mut self, field: Field, value: &str) -> Orang {
        self.fields.retain(|f| f.0 != field);
        self.fields.push((field, value.to_owned()));
        self
    }

    pub fn without(mut self, field: Field) -> Orang {
        self.fields.retain(|f| f.0 != field);
        self
    }

    pub fn tmt(mut self, kind: Kind, day: &str) -> Orang {
        self.tmt.retain(|t| t.0 != kind);
        if !day.is_empty() {
            self.tmt.push((kind, day.to_owned()));
        }
        self
    }

    /// One more document about the person.
    pub fn doc(mut self, document: Document, acts: Vec<(Act, Fact)>) -> Orang {
        let n = self.extra.len() as u64 + 10;
        self.extra.push(entry(n, document, acts));
        self
    }

    /// A work agreement, last day inclusive as papers say.
    pub fn kontrak(self, nomor: &str, from: &str, last: &str) -> Orang {
        let until = Date::parse(last).map(|day| day.add_days(1));
        let values = [(Field::PerjanjianNomor, nomor)];
        let fact = fact(Kind::PerjanjianKerja, from, &values).until(until);
        self.doc(document(Rank::Surat, nomor, from), vec![(Act::Perubahan, fact)])
    }

    /// As of a day; the download is of that day when it would otherwise be younger.
    pub fn pada(mut self, berlaku: &str) -> Orang {
        self.berlaku = berlaku.into();
        self
    }

    pub fn ledger(&self) -> Ledger {
        let mut kinds: Vec<Kind> = self.fields.iter().map(|f| f.0.kind()).collect();
        kinds.extend(self.tmt.iter().map(|t| t.0));
        kinds.sort_unstable();
        kinds.dedup();
        let acts = kinds.into_iter().map(|kind| {
            let values: Vec<(Field, &str)> =
                self.fields.iter().filter(|f| f.0.kind() == kind).map(|f| (f.0, &*f.1)).collect();
            let tmt = self.tmt.iter().find(|t| t.0 == kind).map_or("", |t| &*t.1);
            (Act::Perubahan, fact(kind, tmt, &values))
        });
        let seen = date("01-11-2026").min(date(&self.berlaku));
        let mut entries = vec![entry(1, document(Rank::Unduhan, "", &seen.dmy()), acts.collect())];
        entries.extend(self.extra.iter().cloned());
        Ledger::from_entries(&entries)
    }

    /// Runs something over the person's snapshot.
    pub fn see<T>(&self, look: impl FnOnce(&Snapshot<'_>) -> T) -> T {
        let ledger = self.ledger();
        look(&Snapshot::fold(&ledger, AsOf::on(date(&self.berlaku))))
    }

    /// The codes that hold, as text.
    pub fn codes(&self, tables: &Tables, context: &Context<'_>) -> Vec<&'static str> {
        self.see(|s| check::person(s, tables, context)).iter().map(Code::text).collect()
    }
}
