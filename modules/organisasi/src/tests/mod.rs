//! The map from outside: a small province written by hand.

mod api;
mod catat;

use crate::module;
use crate::rule::{Isi, Peta, Pos};
use host::testing::{Browser, House, Page};
use host::{Module, Role};
use kernel::unor::{Tree, Unit};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use std::time::Instant;
use store::testing::Bench;

static MODULES: [Module; 1] = [module()];

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn entry(n: u64, subject: Subject, recorded: &str, facts: Vec<Fact>) -> Entry {
    let mut id = [1; 16];
    id[8..].copy_from_slice(&n.to_be_bytes());
    Entry {
        id: EntryId(id),
        recorded: Stamp::end_of(day(recorded)),
        actor: "operator".into(),
        subject,
        document: Document {
            rank: Rank::Sk,
            jenis: "SK".into(),
            nomor: n.to_string(),
            tanggal: Some(day(recorded)),
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

fn text(field: Field, value: &str) -> (Field, Value) {
    (field, Value::text(value))
}

/// Id, name, unit above, name of the leading post.
const UNITS: [(&str, &str, &str, &str); 5] = [
    ("U-PROV", "Pemerintah Provinsi Uji", "", ""),
    ("U-DINAS", "Dinas Kesehatan", "U-PROV", "Kepala Dinas Kesehatan"),
    ("U-BIDANG", "Bidang Layanan", "U-DINAS", "Kepala Bidang Layanan"),
    ("U-BKD", "Badan Kepegawaian", "U-PROV", ""),
    ("U-SESAT", "Unit Tersesat", "U-HILANG", ""),
];

/// Unit, post, kind, need.
const POSTS: [(&str, &str, &str, i64); 4] = [
    ("U-DINAS", "Kepala Dinas Kesehatan", "1", 1),
    ("U-DINAS", "Dokter Ahli Muda", "2", 2),
    ("U-BIDANG", "Kepala Bidang Layanan", "1", 1),
    ("U-BKD", "Analis SDM Aparatur", "2", 1),
];

/// Name, unit, post ("" for none), kind of post.
const PEOPLE: [(&str, &str, &str, &str); 7] = [
    ("Ani", "U-DINAS", "Kepala Dinas Kesehatan", "1"),
    ("Budi", "U-DINAS", "Dokter Ahli Muda", "2"),
    ("Citra", "U-BIDANG", "Perawat", "2"),
    ("Dedi", "U-BKD", "Analis SDM Aparatur", "2"),
    ("Eka", "U-BKD", "Analis SDM Aparatur", "2"),
    ("Fitri", "U-DINAS", "", ""),
    ("Gita", "", "", ""),
];

fn person(n: usize) -> PegawaiId {
    PegawaiId([n as u8 + 1; 16])
}

fn province() -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add =
        |subject, facts| entries.push(entry(entries.len() as u64 + 1, subject, "2020-01-01", facts));
    for (id, nama, above, leader) in UNITS {
        let mut values = vec![text(Field::UnorNamaUnit, nama), text(Field::UnorEselon, "II.a")];
        values.extend((!above.is_empty()).then(|| text(Field::UnorAtasan, above)));
        values.extend((!leader.is_empty()).then(|| text(Field::UnorNamaJabatan, leader)));
        add(Subject::Unor(id.into()), vec![Fact::new(Kind::Unor, Some(day("2019-01-01")), values)]);
    }
    for (unor, jabatan, jenis, kebutuhan) in POSTS {
        let values = [
            text(Field::PosUnor, unor),
            text(Field::PosJabatan, jabatan),
            text(Field::PosJenis, jenis),
            (Field::PosKelas, Value::Int(9)),
            (Field::PosKebutuhan, Value::Int(kebutuhan)),
        ];
        let id = store::derive::post_id(unor, jabatan);
        add(Subject::Pos(id), vec![Fact::new(Kind::Pos, Some(day("2019-01-01")), values)]);
    }
    for (n, (nama, unor, jabatan, jenis)) in PEOPLE.into_iter().enumerate() {
        let since = Some(day("2020-01-01"));
        let status = [text(Field::StatusPegawai, "PNS"), text(Field::KedudukanId, "01")];
        let mut facts = vec![
            Fact::new(
                Kind::Identitas,
                None,
                [text(Field::Nama, nama), text(Field::Nip, &format!("19800101200501100{n}"))],
            ),
            Fact::new(Kind::Status, since, status),
        ];
        if !unor.is_empty() {
            facts.push(Fact::new(Kind::UnitKerja, since, [text(Field::UnorId, unor)]));
        }
        if !jabatan.is_empty() {
            let values = [
                text(Field::JabatanNama, jabatan),
                text(Field::JenisJabatanId, jenis),
                text(Field::PosId, &store::derive::post_id(unor, jabatan)),
                text(Field::JabatanUnorId, unor),
            ];
            facts.push(Fact::new(Kind::Jabatan, since, values));
        }
        add(Subject::Pegawai(person(n)), facts);
    }
    entries
}

fn on_both(name: &str, body: impl Fn(&House, &mut Bench)) {
    host::testing::on_both(name, &MODULES, &[("A1", province()), ("B2", Vec::new())], body);
}

fn ok(house: &House, who: &Browser, path: &str) -> Page {
    let page = house.get(who, path);
    assert_eq!(page.status, 200, "{path}");
    assert_eq!(page.body.matches("<h1").count(), 1);
    assert!(!page.has(" style=\"") && !page.has("href=\"\""));
    page
}

#[test]
fn a_unit_with_its_posts_holders_and_gaps() {
    on_both("peta", |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let top = ok(house, &desi, "/organisasi");
        assert!(
            top.has("Pemerintah Provinsi Uji") && top.has("Dinas Kesehatan") && top.has("Badan Kepegawaian")
        );
        assert!(!top.has("unit=U-BIDANG"), "one level at a time");
        assert!(top.has("1</a>") || top.has("1 pegawai belum diketahui unitnya"));
        let dinas = ok(house, &desi, "/organisasi?unit=U-DINAS");
        for text in [
            "Bidang Layanan",
            "Kepala unit",
            "Ani",
            "Dokter Ahli Muda",
            "1 lowong",
            "Pegawai tanpa jabatan pada peta",
            "Fitri",
            "Eselon II.a",
            "/pegawai?unit=U-DINAS",
        ] {
            assert!(dinas.has(text), "{text}");
        }
        let bidang = ok(house, &desi, "/organisasi?unit=U-BIDANG");
        assert!(
            bidang.has("dari berkas nominatif") && bidang.has("Perawat") && bidang.has("Kepala unit lowong")
        );
        assert!(ok(house, &desi, "/organisasi?unit=U-BKD").has("1 lebih"));
        assert!(ok(house, &desi, "/organisasi?unit=U-SESAT").has("UNOR-02"));
        let found = ok(house, &desi, "/organisasi?q=layanan");
        assert!(found.has("1 unit cocok") && found.has("Dinas Kesehatan"));
        let before = house.queries();
        ok(house, &desi, "/organisasi?unit=U-DINAS");
        assert_eq!(house.queries() - before, 2, "session and journal sizes");
    });
}

#[test]
fn everyone_inside_their_circle() {
    on_both("peta-wilayah", |house, _| {
        let operator = house.browser("opd", Role::Operator, "A1", "U-DINAS", None);
        let own = ok(house, &operator, "/organisasi");
        assert!(own.has("Dinas Kesehatan") && !own.has("Badan Kepegawaian") && !own.has("U-PROV"));
        ok(house, &operator, "/organisasi?unit=U-BIDANG");
        assert!(ok(house, &operator, "/organisasi?q=badan").has("Tidak ada unit yang cocok"));
        let outside = house.get(&operator, "/organisasi?unit=U-BKD");
        let nowhere = house.get(&operator, "/organisasi?unit=U-XYZ");
        assert_eq!((outside.status, nowhere.status), (404, 404));
        let plain = |page: &Page, unit: &str| page.body.replace(unit, "");
        assert_eq!(plain(&outside, "U-BKD"), plain(&nowhere, "U-XYZ"));
        assert_eq!(house.get(&operator, "/organisasi?instansi=B2").status, 404);
        let asn = house.browser("ani", Role::Pegawai, "A1", "", Some(person(0)));
        assert_eq!(house.get(&asn, "/organisasi").status, 403);
        let lost = house.browser("lost", Role::Operator, "A1", "U-XYZ", None);
        assert_eq!(house.get(&lost, "/organisasi").status, 404);
        let central = house.browser("pusat", Role::Super, "", "", None);
        assert!(ok(house, &central, "/organisasi").has("instansi=A1"));
        assert!(ok(house, &central, "/organisasi?instansi=B2").has("Belum ada unit organisasi"));
    });
}

/// Whoever serves every instansi reaches every tree; whoever serves one is not offered another.
#[test]
fn every_instansi_can_be_chosen_by_those_who_serve_them() {
    on_both("peta-instansi", |house, bench| {
        let values = [text(Field::UnorNamaUnit, "Dinas Kesehatan")];
        let fact = Fact::new(Kind::Unor, Some(day("2019-01-01")), values);
        bench.append("B2", &[entry(700, Subject::Unor("U-B2".into()), "2020-01-01", vec![fact])]);
        let central = house.browser("pusat", Role::Super, "", "", None);
        let first = ok(house, &central, "/organisasi?berlaku=2021-01-01");
        assert!(first.has("<option value=\"A1\" selected") && first.has("<option value=\"B2\""));
        assert!(first.has("name=\"berlaku\" value=\"2021-01-01\""), "both clocks stay");
        let second = ok(house, &central, "/organisasi?instansi=B2");
        assert!(second.has("<option value=\"B2\" selected") && second.has("instansi=B2&amp;unit=U-B2"));
        assert!(!second.has("Badan Kepegawaian"));
        // A unit says whose it is; the search stays where one is.
        let named = ok(house, &central, "/organisasi?unit=U-B2");
        assert!(named.has("<option value=\"B2\" selected"));
        assert!(named.has("name=\"instansi\" value=\"B2\""));
        for who in [
            house.browser("desi", Role::Petugas, "A1", "", None),
            house.browser("opd", Role::Operator, "A1", "U-DINAS", None),
        ] {
            let page = ok(house, &who, "/organisasi");
            assert!(!page.has("pilih-instansi") && !page.has("B2"));
            assert_eq!(house.get(&who, "/organisasi?instansi=B2").status, 404);
            assert_eq!(house.get(&who, "/organisasi?unit=U-B2").status, 404);
        }
    });
}

/// A peta jabatan is asked for only where there is none.
#[test]
fn a_government_without_posts_of_its_own_asks_for_nothing_once_there_is_a_map() {
    on_both("peta-akar", |house, bench| {
        let values = [text(Field::UnorNamaUnit, "Pemerintah Kabupaten Uji")];
        let fact = Fact::new(Kind::Unor, Some(day("2019-01-01")), values);
        bench.append("B2", &[entry(700, Subject::Unor("U-B2".into()), "2020-01-01", vec![fact])]);
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let root = ok(house, &desi, "/organisasi");
        assert!(!root.has("Unggah Peta jabatan") && root.has("Jabatannya ada pada unit di bawahnya."));
        let rini = house.browser("rini", Role::Petugas, "B2", "", None);
        let root = ok(house, &rini, "/organisasi");
        assert!(root.has("Belum ada jabatan pada unit ini") && root.has("Unggah Peta jabatan"));
        assert!(root.has("/impor/unggah?jenis=peta\""));
    });
}

#[test]
fn other_days_and_new_entries() {
    on_both("peta-jam", |house, bench| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let before = ok(house, &desi, "/organisasi?unit=U-DINAS&berlaku=2019-06-01");
        assert!(before.has("2 lowong") && !before.has("Ani"), "nobody had begun");
        let values = [
            text(Field::JabatanNama, "Dokter Ahli Muda"),
            text(Field::JenisJabatanId, "2"),
            text(Field::PosId, &store::derive::post_id("U-DINAS", "Dokter Ahli Muda")),
            text(Field::JabatanUnorId, "U-DINAS"),
        ];
        let fact = Fact::new(Kind::Jabatan, Some(day("2021-01-01")), values);
        bench.append("A1", &[entry(500, Subject::Pegawai(person(5)), "2021-01-01", vec![fact])]);
        let after = ok(house, &desi, "/organisasi?unit=U-DINAS");
        assert!(!after.has("Pegawai tanpa jabatan pada peta") && after.has("Fitri"));
        assert!(ok(house, &desi, "/organisasi?unit=U-DINAS&diketahui=2020-12-31").has("1 lowong"));
    });
}

#[test]
fn sums_of_a_subtree_are_sums_of_its_units_and_quick() {
    use kernel::check::Status;
    let units: Vec<(String, String)> = (0..3_000)
        .map(|n| (format!("U{n}"), if n == 0 { String::new() } else { format!("U{}", (n - 1) / 7) }))
        .collect();
    let (tree, _) =
        Tree::build(units.iter().map(|(id, above)| Unit { id, nama: id, atasan_id: above, aktif: true }));
    let line = |n: u64| {
        let mut id = [0; 16];
        id[8..].copy_from_slice(&n.to_be_bytes());
        kernel::register::Line {
            id: PegawaiId(id),
            instansi: "A1".into(),
            nip: "".into(),
            nama: format!("Orang {n}").into(),
            bare: format!("Orang {n}").into(),
            status: Status::Pns,
            part_time: false,
            active: !n.is_multiple_of(10),
            kedudukan: "".into(),
            golongan: 0,
            tmt_golongan: None,
            jenis: None,
            jabatan: "".into(),
            pos: if n.is_multiple_of(4) { "".into() } else { format!("P{}", n % 20_000).into() },
            unor: format!("U{}", n % 3_100).into(),
            unor_nama: "".into(),
            sex: "".into(),
            nik: None,
            codes: kernel::Codes::NONE,
            predikat: vec![],
            limit: None,
            pokok: kernel::register::Pokok::default(),
            penugasan: vec![],
            dilepas: Vec::new(),
            unduhan: None,
        }
    };
    let as_of = kernel::AsOf::on(day("2026-11-22"));
    let register = kernel::Register::build(as_of, (0..100_000).map(line).collect());
    let ids: Vec<String> = (0..20_000).map(|n| format!("P{n}")).collect();
    let posts: Vec<Pos<'_>> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| Pos {
            id,
            unor: &units[n % units.len()].0,
            kebutuhan: (n % 3 > 0).then_some(n as u64 % 6),
        })
        .collect();
    let clock = Instant::now();
    let peta = Peta::new(&register, "A1", &tree, &posts, &[], &[]);
    println!("peta of 100,000 people, 20,000 posts, 3,000 units: {:.1?}", clock.elapsed());
    for node in tree.nodes().step_by(97) {
        let mut sum = Isi::default();
        tree.subtree(node).for_each(|n| sum += peta.isi(n..n + 1));
        assert_eq!(sum, peta.isi(tree.subtree(node)));
    }
    let all = peta.isi(0..tree.len() as u32);
    assert_eq!(all.people + peta.without_unit, 90_000);
    assert_eq!(all.filled + all.vacant, all.needed + all.over);
    let held: u64 = (0..posts.len() as u32).map(|p| peta.holders(p).len() as u64).sum();
    assert_eq!(all.holders, held);
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        assert!(sample.body.into_string().matches("<h1").count() == 1, "{}", sample.name);
    }
}

/// Somebody serves an empty post beside an own one: the post stays vacant, and whoever looks is told who serves it.
#[test]
fn an_acting_head_serves_and_does_not_fill() {
    on_both("peta-plt", |house, bench| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        assert!(ok(house, &desi, "/organisasi?unit=U-BIDANG").has("Kepala unit lowong"));
        let assigned = |n, recorded, until: Option<Date>| {
            let values = [
                text(Field::PenugasanJenis, "Plt"),
                text(Field::PenugasanJabatan, "Kepala Bidang Layanan"),
                text(Field::PenugasanUnorId, "U-BIDANG"),
            ];
            let fact = Fact::new(Kind::Penugasan, Some(day("2026-08-01")), values).until(until);
            entry(n, Subject::Pegawai(person(1)), recorded, vec![fact])
        };
        bench.append("A1", &[assigned(600, "2026-08-02", Some(day("2027-08-01")))]);
        let unit = ok(house, &desi, "/organisasi?unit=U-BIDANG");
        for text in [
            "Budi",
            "Plt. sejak 1 Agu 2026, 3 bulan",
            "Pejabat definitif belum ada",
            "1 dijabat Plt",
            "1 lowong",
        ] {
            assert!(unit.has(text), "{text}");
        }
        assert!(ok(house, &desi, "/organisasi?unit=U-PROV").has("1 dijabat Plt"), "counted with all below");
        assert!(ok(house, &desi, "/organisasi?unit=U-DINAS").has("Plt. sejak 1 Agu 2026"), "told above too");
        let list = ok(house, &desi, "/organisasi?unit=U-PROV&plt=1");
        assert!(list.has("Kepala Bidang Layanan, Bidang Layanan") && list.has("tetap dihitung lowong"));
        let none = ok(house, &desi, "/organisasi?unit=U-BKD&plt=1");
        assert!(none.has("Tidak ada jabatan yang dijabat Plt"));
        // Before it began, and once it has ended, nobody serves.
        for moment in ["berlaku=2026-07-31", "berlaku=2027-08-01"] {
            let then = ok(house, &desi, &format!("/organisasi?unit=U-BIDANG&{moment}"));
            assert!(then.has("Kepala unit lowong") && !then.has("dijabat Plt"), "{moment}");
        }
        let before = house.queries();
        ok(house, &desi, "/organisasi?unit=U-BIDANG&plt=1");
        assert_eq!(house.queries() - before, 2, "session and journal sizes");
    });
}
