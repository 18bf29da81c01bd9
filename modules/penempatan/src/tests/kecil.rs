//! A small province written by hand, with a decided round that makes a chain of three.

use crate::isi::{Isi, POKOK, Penyimpangan, Pokok, Surat};
use crate::rule::beku::{CalonBeku, KriteriaBeku, KursiBeku, Pasangan, UnitBeku};
use crate::rule::{Beku, Hasil};
use crate::tetapkan::Ketetapan;
use host::Hall;
use host::peristiwa::Pelaku;
use host::testing::House;
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use std::sync::Arc;
use store::peristiwa::Baru;
use store::testing::Bench;

pub const OWNER: &str = "A1";

/// Unit, post, level, kelas.
pub const POSTS: [(&str, &str, &str, i64); 3] = [
    ("U-A", "Kepala Bidang Satu", "III.a", 11),
    ("U-B", "Kepala Bidang Dua", "III.a", 11),
    ("U-B", "Kepala Seksi Tiga", "IV.a", 9),
];

/// Name, unit, post, kind of post.
const PEOPLE: [(&str, &str, &str, &str); 4] = [
    ("Ani", "U-B", "Kepala Bidang Dua", "1"),
    ("Budi", "U-B", "Kepala Seksi Tiga", "1"),
    ("Citra", "U-A", "Analis Kepegawaian Ahli Muda", "2"),
    ("Dedi", "U-A", "Analis Kepegawaian Ahli Muda", "2"),
];

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

pub fn person(n: usize) -> PegawaiId {
    PegawaiId([n as u8 + 1; 16])
}

pub fn pos(n: usize) -> String {
    store::derive::post_id(POSTS[n].0, POSTS[n].1)
}

fn text(field: Field, value: &str) -> (Field, Value) {
    (field, Value::text(value))
}

fn entry(n: usize, subject: Subject, facts: Vec<Fact>) -> Entry {
    let recorded = day("2020-01-01");
    Entry {
        id: EntryId([n as u8 + 1; 16]),
        recorded: Stamp::end_of(recorded),
        actor: "operator".into(),
        subject,
        document: Document {
            rank: Rank::Sk,
            jenis: "SK".into(),
            nomor: n.to_string(),
            tanggal: Some(recorded),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: facts.into_iter().map(|f| (Act::Perubahan, f)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

fn province() -> Vec<Entry> {
    let since = Some(day("2020-01-01"));
    let mut entries = Vec::new();
    let mut add = |subject, facts| entries.push(entry(entries.len(), subject, facts));
    for (id, nama) in [("U-A", "Dinas Kesehatan"), ("U-B", "Dinas Perhubungan")] {
        add(Subject::Unor(id.into()), vec![Fact::new(Kind::Unor, since, [text(Field::UnorNamaUnit, nama)])]);
    }
    for (n, (unor, jabatan, jenjang, kelas)) in POSTS.into_iter().enumerate() {
        let values = [
            text(Field::PosUnor, unor),
            text(Field::PosJabatan, jabatan),
            // As lists state it: by name.
            text(Field::PosJenis, "Jabatan Struktural"),
            text(Field::PosJenjang, jenjang),
            (Field::PosKelas, Value::Int(kelas)),
            (Field::PosKebutuhan, Value::Int(1)),
        ];
        add(Subject::Pos(pos(n)), vec![Fact::new(Kind::Pos, since, values)]);
    }
    for (n, (nama, unor, jabatan, jenis)) in PEOPLE.into_iter().enumerate() {
        let nip = format!("19850101201001100{n}");
        let held = [
            text(Field::JabatanNama, jabatan),
            text(Field::JenisJabatanId, jenis),
            text(Field::PosId, &store::derive::post_id(unor, jabatan)),
            text(Field::JabatanUnorId, unor),
        ];
        let status = [text(Field::StatusPegawai, "PNS"), text(Field::KedudukanId, "01")];
        let golongan = [text(Field::GolonganNama, "IV/a"), text(Field::GolonganId, "41")];
        let predikat = [(Field::KinerjaTahun, Value::Int(2025)), text(Field::KinerjaPredikat, "Baik")];
        add(
            Subject::Pegawai(person(n)),
            vec![
                Fact::new(Kind::Identitas, None, [text(Field::Nama, nama), text(Field::Nip, &nip)]),
                Fact::new(Kind::Status, since, status),
                Fact::new(Kind::Golongan, since, golongan),
                Fact::new(Kind::UnitKerja, since, [text(Field::UnorId, unor)]),
                Fact::new(Kind::Jabatan, since, held),
                Fact::new(Kind::Kinerja, None, predikat),
            ],
        );
    }
    entries
}

/// Prints what it was asked to say as it came.
struct Cetak;

impl host::cetak::Pencetak for Cetak {
    fn cetak(&self, asked: &naskah_dinas::Permintaan) -> Result<naskah_dinas::Cetakan, String> {
        let pdf = format!("%PDF-{} {}", asked.templat, asked.data).into_bytes();
        Ok(naskah_dinas::Cetakan { pdf, halaman: 1, tak_tergambar: 0 })
    }
}

/// The province on both engines, with a printer.
pub fn on_both(name: &str, body: impl Fn(&House, &mut Bench)) {
    on_both_dengan(name, &[], body);
}

/// The same with more facts about a post, said later: its place in [`POSTS`], and what it is called then.
pub fn on_both_dengan(name: &str, nama: &[(usize, &str)], body: impl Fn(&House, &mut Bench)) {
    store::testing::on_both_with(name, host::schema::TABLES, |bench| {
        for instansi in [OWNER, "B2"] {
            bench.tenant(instansi);
        }
        bench.append(OWNER, &province());
        let renamed = nama.iter().map(|(n, jabatan)| {
            let (unor, _, jenjang, kelas) = POSTS[*n];
            let values = [
                text(Field::PosUnor, unor),
                text(Field::PosJabatan, jabatan),
                text(Field::PosJenis, "Jabatan Struktural"),
                text(Field::PosJenjang, jenjang),
                (Field::PosKelas, Value::Int(kelas)),
                (Field::PosKebutuhan, Value::Int(1)),
            ];
            let fact = Fact::new(Kind::Pos, Some(day("2021-01-01")), values);
            entry(100 + n, Subject::Pos(pos(*n)), vec![fact])
        });
        bench.append(OWNER, &renamed.collect::<Vec<_>>());
        let house = House::shaped(bench, super::modules(), |hall| {
            hall.percetakan.pencetak = Some(Arc::new(Cetak));
        });
        house.hall.present().expect("a world");
        body(&house, bench);
    });
}

/// Steps of a round whose inputs and plan are kept, up to the decision; the paper of the meeting too.
pub fn diputus(hall: &Hall) -> Vec<Isi> {
    let (beku, akhir) = beku();
    let masukan = crate::berkas::simpan(hall, &beku).expect("kept");
    let hasil = Hasil { duduk: akhir, isi: 1_000_000, ..Hasil::default() };
    let sidik = crate::berkas::simpan(hall, &hasil).expect("kept");
    let temporary = hall.node.berkas.temporary().expect("a file");
    std::fs::write(temporary.path(), b"%PDF-1.7 tanda tangan").expect("written");
    let paper = hall.node.berkas.keep(temporary.path()).expect("kept");
    let mut rapat = surat("800/8", day("2026-08-20"));
    rapat.sidik = store::derive::hex(&paper);
    vec![
        Isi::Dikunci { sidik: masukan.clone(), paket: "p".into() },
        Isi::Dihitung { sidik, masukan, nilai: "3000000".into() },
        Isi::Rapat(rapat),
        // The PPK names whom the plan names already: it stands in the report all the same.
        Isi::Menyimpang(Penyimpangan {
            pos: pos(2),
            tempat: 0,
            pegawai: person(2).to_string(),
            biaya: "75".into(),
            alasan: "pernah memimpin seksi itu".into(),
            ..Penyimpangan::default()
        }),
        Isi::Diputus(surat("800/9", day("2026-08-21"))),
    ]
}

pub fn pelaku() -> Pelaku {
    Pelaku { instansi: OWNER.into(), akun: "desi".into(), oleh: "Desi, Petugas BKD".into() }
}

pub fn surat(nomor: &str, tanggal: Date) -> Surat {
    Surat {
        nomor: nomor.into(),
        tanggal,
        catatan: String::new(),
        berkas: String::new(),
        sidik: String::new(),
        hadir: Vec::new(),
    }
}

pub fn sk(hall: &Hall, nomor: &str) -> Ketetapan {
    Ketetapan {
        jenis: "Keputusan Gubernur".into(),
        surat: surat(nomor, hall.today()),
        penandatangan: "Gubernur".into(),
    }
}

/// Opens a round and takes it through these steps after the opening; answers its id.
pub fn rencana(hall: &Hall, steps: Vec<Isi>) -> String {
    let mut id = String::new();
    let pokok = Pokok {
        judul: "Pengisian jabatan administrator".into(),
        macam: "administrator_pengawas".into(),
        dasar: "Surat Sekda Nomor 800/1 tanggal 1 Januari 2026".into(),
        berlaku: hall.today(),
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 0,
        batas_unit: 0,
        rotasi: true,
    };
    hall.peristiwa::<()>(&pelaku(), OWNER, |conn| {
        id = hall.node.source(conn)?.entry_id(hall.now()).to_string();
        let all = std::iter::once(Isi::Dibuka(pokok)).chain(steps).map(|isi| {
            let (jenis, isi) = isi.tulis();
            (Baru { pokok: POKOK, pokok_id: id.clone(), jenis, isi }, None)
        });
        Ok(Ok(all.collect()))
    })
    .expect("stored")
    .expect("recorded");
    id
}

/// Ani to Bidang Satu (empty), Budi to Bidang Dua, Citra (from outside) to Seksi Tiga.
pub fn beku() -> (Beku, Vec<Option<u32>>) {
    let seat = |(n, (unor, jabatan, jenjang, kelas)): (usize, (&str, &str, &str, i64))| KursiBeku {
        pos: pos(n),
        jabatan: jabatan.into(),
        unit: u32::from(unor == "U-B"),
        jenjang: jenjang.into(),
        kelas,
        pemegang: [None, Some(0), Some(1)][n],
        ..KursiBeku::default()
    };
    let person = |(n, (_, unor, jabatan, _)): (usize, (&str, &str, &str, &str))| CalonBeku {
        pegawai: person(n),
        unit: u32::from(unor == "U-B"),
        jabatan: jabatan.into(),
        asal: [Some(1), Some(2), None, None][n],
        duk: n as u32,
    };
    let unit =
        |unor: &str, nama: &str| UnitBeku { unor: unor.into(), nama: nama.into(), ..UnitBeku::default() };
    let beku = Beku {
        kursi: POSTS.into_iter().enumerate().map(seat).collect(),
        calon: PEOPLE.into_iter().enumerate().map(person).collect(),
        kriteria: vec![KriteriaBeku { kunci: "kompetensi".into(), bobot: 100 }],
        kelompok: vec!["semua".into()],
        pasangan: (0..3).map(|n| Pasangan { kursi: n, calon: n, nilai: vec![70], skor: 7_000 }).collect(),
        unit: vec![unit("U-A", "Dinas Kesehatan"), unit("U-B", "Dinas Perhubungan")],
        ..Beku::default()
    };
    (beku, vec![Some(0), Some(1), Some(2)])
}
