//! What was planted in a file is what the page says: counts by kind, sentences, workbooks, on both engines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::{nominatif, today};
use demo::berkas::{NominatifSpec, Planted};
use host::testing::{Browser, House};
use host::{Module, Role};
use impor::check::Ask;
use impor::lists::{List, ListAsk, check_list, confirm_list};
use impor::store::Known;
use impor::{Who, check, confirm};
use kernel::{Code, Tables};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::OnceLock;
use store::testing::{Bench, on_both_with};

const ROWS: usize = 2_000;

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![kualitas::module()])
}

/// Names of the generator and the kinds that must find them, all of them; pairs are two people.
const KINDS: &[(Code, &[&str], u64)] = &[
    (Code::PosGanda, &["struktural_ganda"], 2),
    (Code::LewatBup, &["lewat_bup"], 1),
    (Code::CpnsLama, &["cpns_lebih_setahun"], 1),
    (Code::NiPppkTahun, &["nip_pppk_tahun"], 1),
    (Code::PppkKedudukan, &["pppk_kedudukan"], 1),
    (Code::GelarKosong, &["gelar_kosong"], 1),
    (Code::JabatanIdKosong, &["jabatan_kosong"], 1),
    (Code::NipLahir, &["nip_tanggal_lahir"], 1),
    (Code::NipKelamin, &["nip_jenis_kelamin"], 1),
    (Code::NipCpns, &["nip_tmt_cpns"], 1),
    (Code::PendidikanKosong, &["pendidikan_kosong"], 1),
    (Code::TmtPnsKosong, &["tmt_pns_kosong"], 1),
    (Code::CpnsSesudahPns, &["tmt_cpns_setelah_pns"], 1),
    (Code::NikTidakSah, &["nik_belum_valid", "nik_cacat"], 1),
    (Code::NikGanda, &["nik_ganda"], 2),
    (Code::SurelSalah, &["email_kosong", "email_cacat"], 1),
    (Code::HpKosong, &["hp_kosong"], 1),
    (Code::UnorTidakAktif, &["unor_tidak_terdaftar"], 1),
    (Code::GolonganTidakDikenal, &["golongan_tidak_dikenal"], 1),
    (Code::KedudukanTidakDikenal, &["kedudukan_tidak_dikenal"], 1),
    (Code::KodeTidakDikenal, &["kode_tidak_dikenal"], 1),
    (Code::PppkBertandaPns, &["pppk_bertanda_pns"], 1),
    (Code::TmtSesudahDokumen, &["tmt_mendatang"], 1),
    (Code::SkpKosong, &["skp_kosong"], 1),
];

fn expected(planted: &Planted, names: &[&str], each: u64) -> u64 {
    names.iter().map(|name| planted.faults.get(name).copied().unwrap_or(0) * each).sum()
}

#[test]
fn every_kind_planted_is_compared() {
    let compared: Vec<&str> = KINDS.iter().flat_map(|kind| kind.1).copied().collect();
    for fault in &demo::berkas::faults::FAULTS {
        let times = compared.iter().filter(|name| **name == fault.name).count();
        assert_eq!(times, 1, "{}", fault.name);
    }
    assert_eq!(compared.len(), demo::berkas::faults::FAULTS.len());
}

/// Takes in a nominatif with every fault, the list of units and that of predicates.
fn taken(bench: &mut Bench, folder: &Path, spec: &NominatifSpec, rows: &Path) {
    let tables = Tables::bundled().unwrap();
    let (id, nama) = (&spec.instansi.0, &spec.instansi.1);
    store::node::add_tenant(&mut bench.conn, id, nama).unwrap();
    let tenants = store::node::tenants(&mut bench.conn).unwrap();
    let doubts = impor::doubts::of(&tables);
    let limits = sheet::Limits::default();
    let ask = Ask {
        per_tanggal: today(),
        today: today(),
        tenants: &tenants,
        elsewhere: &[],
        sheet: None,
        limits: limits.clone(),
        doubts: &doubts,
    };
    let known = Known::gather(&mut bench.conn, today()).unwrap();
    let checked = check(rows, &ask, &known, |_| {}).map_err(|e| e.to_string()).unwrap();
    let who = Who { actor: "desi", file: "nominatif.csv" };
    confirm(&bench.node, &mut bench.conn, rows, &ask, &known, &checked, &who, |_| {})
        .map_err(|e| e.to_string())
        .unwrap();
    let ask =
        ListAsk { instansi: id, per_tanggal: today(), today: today(), limits, tables: &tables, sheet: None };
    for kind in [List::Unor, List::Skp] {
        let path = folder.join("daftar.csv");
        let mut out = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
        let written = match kind {
            List::Skp => demo::berkas::write_skp(spec, &mut out).map(|_| ()),
            _ => demo::berkas::write_unor(spec, &mut out).map(|_| ()),
        };
        written.unwrap();
        out.flush().unwrap();
        let list = check_list(&mut bench.conn, &path, kind, &ask).map_err(|e| e.to_string()).unwrap();
        confirm_list(&bench.node, &mut bench.conn, &path, kind, &ask, &list, &who, |_| {})
            .map_err(|e| e.to_string())
            .unwrap();
    }
}

/// Rows below the heading, read by a library that knows nothing of ours.
fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().skip(1).map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

fn get(house: &House, who: &Browser, path: &str) -> Vec<u8> {
    let page = house.get(who, path);
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    page.bytes
}

#[test]
fn what_was_planted_is_what_the_page_says() {
    on_both_with("perbaikan", host::schema::TABLES, |bench| {
        let folder = tempfile::tempdir().unwrap();
        let spec = NominatifSpec { faults: true, ..NominatifSpec::new(7, ROWS, today()) };
        let (path, planted) = nominatif(folder.path(), "nominatif.csv", &spec);
        taken(bench, folder.path(), &spec, &path);
        let house = House::new(bench, modules());
        let world = house.hall.present().unwrap();
        assert_eq!(world.register.len(), ROWS);
        let counted: BTreeMap<Code, u64> =
            kualitas::ringkasan(&world, &house.hall.tables).into_iter().collect();
        let wrong: Vec<String> = KINDS
            .iter()
            .map(|(code, names, each)| (code, expected(&planted, names, *each)))
            .filter(|(code, n)| counted.get(code).copied().unwrap_or(0) != *n || *n == 0)
            .map(|(code, n)| format!("{code}: {n} planted, {:?} found", counted.get(code)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");

        let desi = house.browser("desi", Role::Petugas, &spec.instansi.0, "", None);
        let front = house.get(&desi, "/perbaikan");
        for (code, ..) in KINDS {
            assert!(front.has(&format!("/perbaikan/{code}\"")), "{code}");
        }
        for (code, names, each) in KINDS {
            let list = rows(&get(&house, &desi, &format!("/perbaikan/{code}/unduh.xlsx")), code.text());
            assert_eq!(list.len() as u64, expected(&planted, names, *each), "{code}");
            let mut found: Vec<&str> = list.iter().map(|row| row[1].as_str()).collect();
            let written = names.iter().filter_map(|name| planted.nips.get(name)).flatten();
            let mut meant: Vec<&str> = written.map(|nip| nip.trim()).collect();
            found.sort_unstable();
            meant.sort_unstable();
            assert_eq!(found, meant, "{code}");
            assert!(list.iter().all(|row| row[6] == code.text() && !row[7].is_empty()), "{code}");
        }
        archive(&house, &desi, &counted);
        budgets(&house, &desi);
    });
}

/// One workbook for each perangkat daerah, and all of them together are all there is.
fn archive(house: &House, who: &Browser, counted: &BTreeMap<Code, u64>) {
    let bytes = get(house, who, "/perbaikan/unduh.zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = 0;
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).unwrap();
        let mut book = Vec::new();
        file.read_to_end(&mut book).unwrap();
        let listed = rows(&book, "Daftar").len();
        let summed: f64 = rows(&book, "Ringkasan").iter().map(|row| row[3].parse::<f64>().unwrap()).sum();
        assert_eq!(listed as f64, summed, "{:?}", file.name());
        all += listed as u64;
    }
    assert_eq!(all, counted.values().sum::<u64>());
    assert!(zip.len() > 5, "{} workbooks", zip.len());
}

fn budgets(house: &House, who: &Browser) {
    let codes = KINDS.iter().map(|(code, ..)| format!("/perbaikan/{code}"));
    for path in codes.chain(["/perbaikan".to_owned(), "/perbaikan?bobot=berat".to_owned()]) {
        let before = house.queries();
        assert_eq!(house.get(who, &path).status, 200);
        let spent = house.queries() - before;
        assert!(spent <= 4, "{path}: {spent} statements");
    }
}

#[test]
fn an_operator_sees_the_own_subtree_only() {
    let folder = tempfile::tempdir().unwrap();
    let spec = NominatifSpec { faults: true, ..NominatifSpec::new(7, ROWS, today()) };
    let (path, _) = nominatif(folder.path(), "nominatif.csv", &spec);
    let mut bench = Bench::sqlite("perbaikan-operator", host::schema::TABLES);
    taken(&mut bench, folder.path(), &spec, &path);
    let house = House::new(&bench, modules());
    let world = house.hall.present().unwrap();
    let tree = &world.organisation(&spec.instansi.0).unwrap().tree;
    let desi = house.browser("desi", Role::Petugas, &spec.instansi.0, "", None);
    let all: Vec<Vec<String>> = Code::ALL
        .iter()
        .filter(|code| code.text().starts_with("DATA"))
        .flat_map(|code| rows(&get(&house, &desi, &format!("/perbaikan/{code}/unduh.xlsx")), code.text()))
        .collect();
    let opd = tree.opd().into_iter().max_by_key(|node| tree.subtree(*node).len()).unwrap();
    let ina = house.browser("ina", Role::Operator, &spec.instansi.0, tree.id(opd), None);
    let office = get(&house, &ina, &format!("/perbaikan/opd/{}/unduh.xlsx", tree.id(opd)));
    let inside = rows(&office, "Daftar");
    let people: Vec<&str> = inside.iter().map(|row| row[1].as_str()).collect();
    let own = |nip: &str| {
        let i = (0..world.register.len()).find(|&i| world.register.nip(i) == nip).unwrap();
        world.opd_of(i).0 == tree.id(opd)
    };
    let meant = all.iter().filter(|row| own(&row[1])).count();
    assert!(meant > 0 && meant == people.len(), "{meant} {}", people.len());
    let other = tree.opd().into_iter().find(|node| *node != opd).unwrap();
    assert_eq!(house.get(&ina, &format!("/perbaikan/opd/{}/unduh.xlsx", tree.id(other))).status, 404);
    let siti = house.browser("siti", Role::Pegawai, &spec.instansi.0, "", Some(world.register.id[0]));
    assert_eq!(house.get(&siti, "/perbaikan").status, 403);
}
