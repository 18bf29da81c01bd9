//! Home and search from outside.

use crate::module;
use host::testing::{House, on_both};
use host::{Module, Role};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use std::sync::OnceLock;
use store::testing::{Bench, NOW};

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![module()])
}

fn id(kind: u8, n: u8) -> [u8; 16] {
    [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n]
}

fn person(n: u8) -> PegawaiId {
    PegawaiId(id(1, n))
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn entry(kind: u8, n: u8, subject: Subject, acts: Vec<Fact>) -> Entry {
    Entry {
        id: EntryId(id(kind, n)),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject,
        document: Document {
            rank: Rank::Surat,
            jenis: "Surat".into(),
            nomor: String::new(),
            tanggal: Some(day("2020-01-01")),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: acts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

fn text(field: Field, text: &str) -> (Field, Value) {
    (field, Value::text(text))
}

/// A PPPK whose contract ends on a day; one in three works in the second unit.
fn pppk(n: u8, nama: &str, until: &str) -> Entry {
    let unit = if n.is_multiple_of(3) { "u2" } else { "u1" };
    let facts = vec![
        Fact::new(
            Kind::Identitas,
            None,
            [
                text(Field::Nip, &format!("199001012024211{n:03}")),
                text(Field::Nama, nama),
                (Field::TanggalLahir, Value::Date(day("1990-01-01"))),
            ],
        ),
        Fact::new(
            Kind::Status,
            None,
            [
                text(Field::StatusPegawai, "PPPK"),
                text(Field::KedudukanId, "71"),
                text(Field::Kedudukan, "PPPK Aktif"),
            ],
        ),
        Fact::new(Kind::PerjanjianKerja, Some(day("2024-01-01")), [text(Field::PerjanjianNomor, "1")])
            .until(Some(day(until))),
        Fact::new(Kind::UnitKerja, None, [text(Field::UnorId, unit), text(Field::UnorNama, "Unit")]),
        Fact::new(
            Kind::Jabatan,
            Some(day("2024-01-01")),
            [
                text(Field::JenisJabatanId, "4"),
                text(Field::JabatanNama, "Pengolah Data"),
                text(Field::PosId, "pos-u1"),
            ],
        ),
    ];
    entry(1, n, Subject::Pegawai(person(n)), facts)
}

fn unit(n: u8, id: &str, nama: &str, atasan: &str) -> Entry {
    let values = [text(Field::UnorNamaUnit, nama), text(Field::UnorAtasan, atasan)];
    let values = values.into_iter().filter(|v| v.1 != Value::text(""));
    entry(2, n, Subject::Unor(id.into()), vec![Fact::new(Kind::Unor, Some(day("1990-01-01")), values)])
}

fn post(n: u8, id: &str, unor: &str, kebutuhan: i64) -> Entry {
    let values = [
        text(Field::PosUnor, unor),
        text(Field::PosJabatan, "Pengolah Data"),
        (Field::PosKebutuhan, Value::Int(kebutuhan)),
    ];
    entry(3, n, Subject::Pos(id.into()), vec![Fact::new(Kind::Pos, Some(day("2020-01-01")), values)])
}

fn with_house(name: &str, body: impl Fn(&House, &mut Bench)) {
    let own = vec![
        unit(1, "u0", "Pemerintah Provinsi Uji", ""),
        unit(2, "u1", "Dinas Kesehatan", "u0"),
        unit(3, "u2", "Dinas Pendidikan", "u0"),
        post(1, "pos-u1", "u1", 9),
        post(2, "pos-u2", "u2", 4),
        pppk(1, "Siti Aminah", "2026-12-31"),
        pppk(2, "Sitompul Rahman", "2026-12-31"),
        pppk(3, "Budi Siti", "2029-01-01"),
        pppk(4, "Ratna", "2027-03-01"),
    ];
    let others = vec![pppk(90, "Siti Tetangga", "2026-12-31")];
    on_both(name, modules(), &[("A1", own), ("B2", others)], body);
}

#[test]
fn figures_are_those_of_the_people_one_may_see() {
    with_house("beranda-angka", |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        house.get(&desi, "/");
        let before = house.queries();
        let page = house.get(&desi, "/");
        let spent = house.queries() - before;
        assert!(spent <= 4, "{spent} statements");
        assert!(page.status == 200 && page.has("Selamat pagi, desi lengkap"));
        assert!(page.has("<b>4</b>") && page.has(">PPPK, juga paruh waktu 4</a>"), "active people");
        assert!(page.has("/perbaikan/DATA-22") && page.has("<b>2</b>") && page.has("dalam 90 hari"));
        // Nine needed and four held, four needed and nobody.
        assert!(page.has("<b>9</b>") && page.has("dari 13 kebutuhan"));
        // The last day under contract, and everybody of the row in its list.
        assert!(page.has("30 Des 2026") && page.has("38 hari lagi") && page.has("2 orang"));
        assert!(page.has("/pegawai?batas=kontrak-2026-12-30\""));
        let ina = house.browser("ina", Role::Operator, "A1", "u2", None);
        let page = house.get(&ina, "/");
        assert!(page.has("paruh waktu 1<") && page.has("dari 4 kebutuhan"));
        let everywhere = house.browser("admin", Role::Super, "", "", None);
        assert!(house.get(&everywhere, "/").has("paruh waktu 5<"));
    });
}

/// Counting is done once for each circle, and anew when somebody has written.
#[test]
fn figures_are_counted_once_for_a_version_of_the_register() {
    use crate::page::circle::{Circles, Sums};
    let circles = Circles::default();
    let mut counted = 0;
    let mut ask = |role, instansi: &str, unor: &str| {
        let sums = circles.get((role, instansi.into(), unor.into()), || {
            counted += 1;
            Sums { grave: counted, ..Sums::default() }
        });
        sums.grave
    };
    // peran · instansi · unit · hitungan ke berapa
    for (role, instansi, unor, nth) in [
        ("petugas", "A1", "", 1),
        ("petugas", "A1", "", 1),
        ("petugas", "B2", "", 2),
        ("operator", "A1", "u2", 3),
        ("operator", "A1", "u1", 4),
        ("super", "", "", 5),
        ("operator", "A1", "u2", 3),
    ] {
        assert_eq!(ask(role, instansi, unor), nth, "{role} {instansi} {unor}");
    }
    with_house("beranda-sekali", |house, bench| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        assert!(house.get(&desi, "/").has("paruh waktu 4<"));
        bench.append("A1", &[pppk(5, "Baru Datang", "2028-01-01")]);
        assert!(house.get(&desi, "/").has("paruh waktu 5<"));
    });
}

#[test]
fn a_pegawai_finds_the_own_record_and_nothing_of_others() {
    with_house("beranda-pegawai", |house, _| {
        let siti = house.browser("siti", Role::Pegawai, "A1", "", Some(person(1)));
        let page = house.get(&siti, "/");
        assert!(page.status == 200 && page.has("Data kepegawaian saya"));
        assert!(page.has(&format!("/pegawai/{}", person(1))) && page.has("30 Des 2026"));
        assert!(!page.has("Pegawai aktif") && !page.has("kebutuhan"));
        assert_eq!(house.get(&siti, "/cari?q=siti").status, 403);
        let nobody = house.browser("baru", Role::Pegawai, "A1", "", None);
        assert!(house.get(&nobody, "/").has("belum tersedia"));
    });
}

#[test]
fn an_empty_register_shows_the_first_steps() {
    on_both("beranda-pertama", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let page = house.get(&desi, "/");
        assert!(page.has("Langkah pertama") && page.has("/impor/unggah?jenis=nominatif"));
        assert!(page.has("jenis=unor") && page.has("jenis=peta"));
        let agus = house.browser("agus", Role::Pimpinan, "A1", "", None);
        let page = house.get(&agus, "/");
        assert!(page.status == 200 && !page.has("Langkah pertama"));
        let runs = house.browser("utama", Role::Super, "", "", None);
        let page = house.get(&runs, "/");
        assert_eq!((page.status, page.location.as_str()), (303, "/langkah-pertama"), "who runs the node");
    });
}

#[test]
fn people_units_and_pages_by_a_few_letters() {
    with_house("cari", |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        house.get(&desi, "/cari?q=siti");
        let before = house.queries();
        let page = house.get(&desi, "/cari?q=siti");
        assert!(house.queries() - before <= 2);
        let at = |name: &str| page.body.find(name).unwrap_or(usize::MAX);
        assert!(at("Siti Aminah") < at("Budi Siti") && at("Budi Siti") < usize::MAX);
        assert!(!page.has("Siti Tetangga") && !page.has("Sitompul"));
        assert!(house.get(&desi, "/cari?q=sito").has("Sitompul Rahman"));
        assert!(house.get(&desi, "/cari?q=1990+0101+2024+211+004").has("Ratna"));
        let units = house.get(&desi, "/cari?q=dinas");
        assert!(!units.has("Unit kerja · Instansi A1"), "one instansi needs no name");
        let everywhere = house.browser("admin", Role::Super, "", "", None);
        assert!(house.get(&everywhere, "/cari?q=dinas").has("Unit kerja · Instansi A1"));
        assert!(units.has("/organisasi?unit=u1") && units.has("/organisasi?unit=u2"));
        assert!(house.get(&desi, "/cari?q=berand").has("Halaman"));
        assert!(
            house
                .get(&desi, "/cari?q=%3Cb%3Exyz")
                .has("Tidak ada yang cocok dengan &quot;&lt;b&gt;xyz&quot;")
        );
        assert!(house.get(&desi, "/cari").has("sedikitnya dua huruf"));
        let part = house.part(&desi, "/cari?q=siti", "#hasil-cari");
        assert!(part.has("id=\"hasil-cari\"") && part.has("Siti Aminah") && !part.has("<html"));
        let ina = house.browser("ina", Role::Operator, "A1", "u2", None);
        let own = house.get(&ina, "/cari?q=siti");
        assert!(own.has("Budi Siti") && !own.has("Siti Aminah"));
        assert!(!house.get(&ina, "/cari?q=dinas").has("unit=u1"));
    });
}
