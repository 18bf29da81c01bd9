//! Nominatif files by a few cells, and what the register makes of them.
#![allow(dead_code, reason = "shared by several test files")]

use impor::check::{Ask, Check};
use impor::rule::columns::{COLUMNS, LAYOUT, Part};
use impor::store::Known;
use kernel::{
    Act, Cells, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, SourceRow, Stamp,
    Subject, Tables, Value,
};
use std::path::Path;
use store::Tenant;
use store::testing::{Bench, NOW};

/// The day every file here is of.
pub fn today() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

/// The NIP of the n-th person.
pub fn nip(n: u16) -> String {
    format!("198001012006041{n:03}")
}

/// Cells of somebody nothing is wrong with, some of them replaced.
pub fn cells(n: u16, instansi: &str, change: &[(&str, &str)]) -> Vec<String> {
    let cell = |name: &str| match name {
        "pns_id" => format!("P-{n}"),
        "nip_baru" => nip(n),
        "nama" => format!("Orang {n:03}"),
        "gelar_belakang" => "S.E.".into(),
        "tanggal_lahir" => "01-01-1980".into(),
        "jenis_kelamin" => "M".into(),
        "nik" => format!("157101010180{n:04}"),
        "nomor_hp" => "081200000001".into(),
        "kedudukan_hukum_id" => "01".into(),
        "kedudukan_hukum_nama" => "Aktif".into(),
        "status_cpns_pns" => "P".into(),
        "tmt_cpns" => "01-04-2006".into(),
        "unor_id" => "U-1".into(),
        "unor_nama" => "Dinas Kesehatan".into(),
        "instansi_induk_id" => instansi.into(),
        "instansi_induk_nama" => format!("Instansi {instansi}"),
        _ => String::new(),
    };
    let changed = |name: &str| change.iter().find(|c| c.0 == name).map(|c| c.1.to_owned());
    COLUMNS.iter().map(|c| changed(c.name).unwrap_or_else(|| cell(c.name))).collect()
}

/// A CSV of such rows under the heading.
pub fn csv(rows: &[Vec<String>]) -> String {
    let heading: Vec<String> = COLUMNS.iter().map(|c| c.name.to_owned()).collect();
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = std::iter::once(&heading).chain(rows);
    lines.map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect()
}

/// The n-th person as a download of 1 October wrote them down, row and all.
pub fn downloaded(n: u16, instansi: &str, change: &[(&str, &str)]) -> Entry {
    let texts = cells(n, instansi, change);
    let mut row = Cells::default();
    texts.iter().for_each(|text| row.push(text));
    let field = |wanted: Field| {
        let place = COLUMNS.iter().position(|c| c.part == Part::Field(wanted)).expect("a column");
        (wanted, Value::text(&texts[place]))
    };
    let facts = [
        Fact::new(Kind::Identitas, None, [Field::SiasnId, Field::Nip, Field::Nama].map(field)),
        Fact::new(Kind::Status, None, [Field::KedudukanId, Field::Kedudukan].map(field)),
        Fact::new(Kind::UnitKerja, None, [Field::UnorId, Field::UnorNama].map(field)),
    ];
    let [high, low] = n.to_be_bytes();
    let id = [1, 0x99, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, high, low];
    Entry {
        id: EntryId(id),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject: Subject::Pegawai(PegawaiId(id)),
        document: Document {
            rank: Rank::Unduhan,
            jenis: "Unduhan SIASN".into(),
            nomor: "nominatif.csv".into(),
            tanggal: Date::new(2026, 10, 1),
            penandatangan: String::new(),
            berkas: None,
            baris: Some(u32::from(n) + 1),
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: Some(SourceRow { layout: LAYOUT, cells: row, extra: Vec::new() }),
        notes: Vec::new(),
    }
}

/// Hands `work` what a nominatif of an account of `own` is compared with.
pub fn asked<T>(bench: &mut Bench, own: &[&str], work: impl FnOnce(&Ask<'_>, &Known) -> T) -> T {
    let tables = Tables::bundled().expect("tables of the law");
    let all = store::node::tenants(&mut bench.conn).expect("tenants");
    let (tenants, elsewhere): (Vec<Tenant>, Vec<Tenant>) =
        all.into_iter().partition(|t| own.contains(&t.id.as_str()));
    let known = Known::gather(&mut bench.conn, today()).expect("known");
    let ask = Ask {
        per_tanggal: today(),
        today: today(),
        tenants: &tenants,
        elsewhere: &elsewhere,
        sheet: None,
        limits: sheet::Limits::default(),
        doubts: &impor::doubts::of(&tables),
    };
    work(&ask, &known)
}

/// What a file would do.
pub fn check(bench: &mut Bench, own: &[&str], path: &Path) -> Check {
    asked(bench, own, |ask, known| impor::check(path, ask, known, |_| {}).expect("checked"))
}
