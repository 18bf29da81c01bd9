//! The smaller lists on both engines: what becomes of each row, that twice is once, and what the
//! register says afterwards.

use impor::lists::{
    List, ListAsk, ListCheck, check_list, confirm_list, export_riwayat, sample, write_refused_list,
};
use impor::{Receipt, Unchecked, Who};
use kernel::{
    Act, AsOf, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Snapshot, Stamp, Subject,
    Tables, Value,
};
use std::path::PathBuf;
use store::organisation::organisation;
use store::testing::{Bench, NOW, on_both};

const A1: &str = "A1";
const SITI: &str = "198001012006042001";
const BUDI: &str = "198502022010011002";
/// Of another instansi.
const RINI: &str = "199003032015032003";
const WHO: Who<'static> = Who { actor: "operator", file: "daftar.csv" };

fn day(y: i16, m: i8, d: i8) -> Date {
    Date::new(y, m, d).expect("a day")
}

/// The day of every list here.
fn today() -> Date {
    day(2026, 11, 22)
}

fn person(n: u8) -> PegawaiId {
    PegawaiId([1, 0x99, 0, 0, 0, 0, 0x70, n, 0x80, 0, 0, 0, 0, 0, 0, n])
}

fn text(field: Field, text: &str) -> (Field, Value) {
    (field, Value::text(text))
}

/// A row of a nominatif about a person, who works at U-03 as "Analis SDM".
fn download(n: u8, nip: &str, nama: &str) -> Entry {
    let post = [
        text(Field::JenisJabatanId, "2"),
        text(Field::JabatanNama, "Analis SDM"),
        text(Field::PosId, &store::derive::post_id("U-03", "Analis SDM")),
        text(Field::JabatanUnorId, "U-03"),
    ];
    let grade = [text(Field::GolonganId, "33"), text(Field::GolonganNama, "III/c")];
    let unit = [text(Field::UnorId, "U-03"), text(Field::UnorNama, "Bidang Mutasi")];
    let facts = vec![
        Fact::new(Kind::Identitas, None, [text(Field::Nip, nip), text(Field::Nama, nama)]),
        Fact::new(Kind::Golongan, Some(day(2018, 4, 1)), grade),
        Fact::new(Kind::Jabatan, Some(day(2020, 1, 1)), post),
        Fact::new(Kind::UnitKerja, None, unit),
    ];
    Entry {
        id: EntryId(person(n).0),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "operator".into(),
        subject: Subject::Pegawai(person(n)),
        document: Document {
            rank: Rank::Unduhan,
            jenis: "Unduhan SIASN".into(),
            nomor: "nominatif.csv".into(),
            tanggal: Some(day(2026, 10, 1)),
            penandatangan: String::new(),
            berkas: None,
            baris: Some(2),
            urut: 0,
        },
        acts: facts.into_iter().map(|f| (Act::Perubahan, f)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

fn peopled(bench: &mut Bench) {
    bench.tenant(A1);
    bench.tenant("B2");
    bench.append(A1, &[download(1, SITI, "Siti"), download(2, BUDI, "Budi")]);
    bench.append("B2", &[download(3, RINI, "Rini")]);
}

fn tables() -> Tables {
    Tables::bundled().expect("the tables read")
}

fn file(bench: &Bench, csv: &str) -> PathBuf {
    let path = bench.folder().join("daftar.csv");
    std::fs::write(&path, csv).expect("written");
    path
}

fn ask(tables: &Tables) -> ListAsk<'_> {
    ListAsk {
        instansi: A1,
        per_tanggal: today(),
        today: today(),
        limits: sheet::Limits::default(),
        tables,
        sheet: None,
    }
}

fn check(bench: &mut Bench, list: List, csv: &str) -> Result<ListCheck, Unchecked> {
    let path = file(bench, csv);
    check_list(&mut bench.conn, &path, list, &ask(&tables()))
}

/// Checks and confirms a file.
fn import(bench: &mut Bench, list: List, csv: &str) -> (ListCheck, Receipt) {
    import_of(bench, list, csv, today())
}

/// The same with a list of another day.
fn import_of(bench: &mut Bench, list: List, csv: &str, per_tanggal: Date) -> (ListCheck, Receipt) {
    let (path, tables) = (file(bench, csv), tables());
    let ask = ListAsk { per_tanggal, ..ask(&tables) };
    let check = check_list(&mut bench.conn, &path, list, &ask).expect("checked");
    let receipt = confirm_list(&bench.node, &mut bench.conn, &path, list, &ask, &check, &WHO, |_| ());
    let receipt = receipt.expect("confirmed");
    assert_eq!(receipt.taken, check.entries, "{}: what was announced", bench.engine);
    (check, receipt)
}

/// What became of a row: a word and the codes, in order.
fn told(check: &ListCheck, row: u32) -> String {
    let preview = check.previews.iter().find(|p| p.row == row);
    let word = match (check.reasons.contains_key(&row), preview.map(|p| p.new)) {
        (true, _) => "ditolak",
        (_, Some(true)) => "baru",
        (_, Some(false)) => "berubah",
        (_, None) => "sama",
    };
    let troubles = check.summary.refusals.iter().chain(&check.summary.doubts).filter(|t| t.row == row);
    let codes = troubles.map(|t| t.trouble.code);
    std::iter::once(word).chain(codes).collect::<Vec<_>>().join(" ")
}

/// Imports the rows and compares what became of each; a second time nothing is written.
fn outcomes(bench: &mut Bench, list: List, heading: &str, cases: &[(&str, &str)]) -> ListCheck {
    let rows: Vec<&str> = std::iter::once(heading).chain(cases.iter().map(|c| c.0)).collect();
    let csv = rows.join("\n");
    let (check, receipt) = import(bench, list, &csv);
    for (n, (row, expected)) in cases.iter().enumerate() {
        assert_eq!(told(&check, n as u32 + 2), *expected, "{}: {row}", bench.engine);
    }
    assert_eq!(check.summary.rows, cases.len() as u64);
    assert_eq!(
        check.summary.new + check.summary.changed + check.summary.same + check.summary.refused,
        check.summary.rows
    );
    let (again, second) = import(bench, list, &csv);
    assert_eq!(
        (again.summary.new, again.summary.changed, again.summary.refused),
        (0, 0, check.summary.refused),
        "{}: twice",
        bench.engine
    );
    assert_eq!((second.taken, second.entries, second.root), (0, receipt.entries, receipt.root));
    check
}

fn snapshot_of<T>(bench: &mut Bench, who: u8, on: Date, read: impl Fn(&Snapshot<'_>) -> T) -> T {
    let (ledger, _) = store::people::ledger(&mut bench.conn, person(who)).expect("read");
    read(&Snapshot::fold(&ledger, AsOf::on(on)))
}

const UNOR_HEADING: &str = "Id,NamaUnor,DiatasanId,EselonId,CepatKode,aktif";
const UNOR: &[(&str, &str)] = &[
    // baris | yang terjadi
    ("U-01,Pemerintah Provinsi Contoh,,,,ya", "baru"),
    ("U-02,'--Badan Kepegawaian Daerah,U-01,21,0101,ya", "baru"),
    ("U-03,----Bidang Mutasi - Promosi,U-02,31,,ya", "berubah"),
    ("U-04,----Bidang Lama,U-02,,,tidak", "baru"),
    ("U-05,----Bidang Tanpa Induk,U-99,,,", "baru IMP-40"),
    ("U-06,----Lingkaran A,U-07,,,", "baru IMP-41"),
    ("U-07,----Lingkaran B,U-06,,,", "baru"),
    ("U-02,--Badan Lain,U-01,,,", "ditolak IMP-23"),
    (",--Tanpa Id,U-01,,,", "ditolak IMP-22"),
    ("U-08,----,U-01,,,", "ditolak IMP-22"),
    ("U-09,--Entah,U-01,,,mungkin", "ditolak IMP-28"),
];

#[test]
fn units_row_by_row() {
    on_both("daftar-unor", |bench| {
        peopled(bench);
        outcomes(bench, List::Unor, UNOR_HEADING, UNOR);
        let (units, _) = organisation(&mut bench.conn, A1, AsOf::on(today())).expect("read");
        let unit = |id: &str| units.iter().find(|u| u.id == id).expect("known");
        assert_eq!(unit("U-03").nama, "Bidang Mutasi - Promosi");
        assert_eq!((unit("U-03").atasan.as_str(), unit("U-03").eselon.as_str()), ("U-02", "III.a"));
        assert!(!unit("U-03").derived && unit("U-03").aktif && !unit("U-04").aktif);

        // A shorter export is no news about the columns it lacks; who is missing is counted.
        let (check, _) = import(
            bench,
            List::Unor,
            "Id,NamaUnor,DiatasanId\nU-03,----Bidang Mutasi - Promosi,U-02\nU-04,----Bidang Arsip,U-02\n",
        );
        assert_eq!((told(&check, 2).as_str(), told(&check, 3).as_str()), ("sama", "berubah"));
        assert_eq!(check.summary.counts.get("IMP-43").map(|c| c.1), Some(5));
        let (units, _) = organisation(&mut bench.conn, A1, AsOf::on(today())).expect("read");
        let kept = units.iter().find(|u| u.id == "U-04").expect("known");
        assert_eq!((kept.nama.as_str(), kept.aktif), ("Bidang Arsip", false));
        assert_eq!(units.len(), 7);

        // A sk about a unit stands; the list that says otherwise is no news the second time.
        let fact = Fact::new(Kind::Unor, Some(day(2026, 11, 1)), [text(Field::UnorNamaUnit, "Bidang Baru")]);
        let mut sk = download(9, SITI, "");
        sk.subject = Subject::Unor("U-03".into());
        sk.document.rank = Rank::Sk;
        sk.acts = vec![(Act::Perubahan, fact)];
        sk.recorded = NOW;
        bench.append(A1, &[sk]);
        let csv = "Id,NamaUnor,DiatasanId\nU-03,Bidang Mutasi - Promosi,U-02\n";
        assert_eq!(import(bench, List::Unor, csv).1.taken, 0);
        let (units, _) = organisation(&mut bench.conn, A1, AsOf::on(today())).expect("read");
        assert!(units.iter().any(|u| u.nama == "Bidang Baru"));
    });
}

const PETA_HEADING: &str = "kode,unor,jabatan,jenis,eselon,jenjang,kelas,kebutuhan,tmt";
const PETA: &[(&str, &str)] = &[
    // baris | yang terjadi
    ("P1,U-02,Kepala Badan,struktural,II.a,,14,1,02-01-2026", "baru"),
    (
        "P2,bidang mutasi - promosi,ANALIS  SDM,Jabatan Fungsional Tertentu,,Ahli Pertama,8,4,02-01-2026",
        "berubah",
    ),
    ("P3,U-02,Pengolah Data,4,,,6,2,", "baru"),
    ("P3,U-02,Pengolah Data,pelaksana,,,6,2,", "sama IMP-42"),
    ("P4,U-02,Pengolah Data,4,,,6,3,", "ditolak IMP-23"),
    ("P5,Bidang Mutasi Promosi Jabatan,Arsiparis,2,,,,1,", "ditolak IMP-25"),
    ("P6,U-02,,2,,,,1,", "ditolak IMP-22"),
    ("P7,U-02,Pranata,lainnya,,,,1,", "ditolak IMP-28"),
    ("P8,U-02,Pranata,2,,,delapan,1,", "ditolak IMP-27"),
    ("P9,U-02,Pranata,2,,,8,1,31-02-2026", "ditolak IMP-03"),
    ("P10,Bidang Kembar,Pranata,2,,,8,1,", "ditolak IMP-26"),
];

#[test]
fn posts_row_by_row_and_the_tree_fills() {
    on_both("peta-jabatan", |bench| {
        peopled(bench);
        let twins = "U-10,----Bidang Kembar,U-02\nU-11,----Bidang Kembar,U-02\n";
        let units: Vec<&str> = UNOR.iter().take(3).map(|c| c.0).collect();
        import(bench, List::Unor, &format!("{UNOR_HEADING}\n{}\n{twins}", units.join("\n")));
        let check = outcomes(bench, List::PetaJabatan, PETA_HEADING, PETA);
        let near = check.summary.refusals.iter().find(|t| t.row == 7).expect("told");
        assert!(near.trouble.suggestion.contains("Bidang Mutasi - Promosi"), "{}", near.trouble.suggestion);

        let (units, posts) = organisation(&mut bench.conn, A1, AsOf::on(today())).expect("read");
        let list = units.iter().map(|u| kernel::unor::Unit {
            id: &u.id,
            nama: &u.nama,
            atasan_id: &u.atasan,
            aktif: u.aktif,
        });
        let (tree, findings) = kernel::unor::Tree::build(list);
        assert!(findings.is_empty());
        let depth = tree.find("U-03").map(|n| tree.depth(n));
        assert_eq!(depth, Some(2));
        let held = snapshot_of(bench, 1, today(), |s| s.text(Field::PosId).to_owned());
        let post =
            posts.iter().find(|p| p.id == held).expect("the post of the nominatif is the post of the list");
        assert_eq!((post.kebutuhan, post.kelas, post.kode.as_str(), post.derived), (4, 8, "P2", false));
        assert_eq!((post.unor.as_str(), post.jenis.as_str()), ("U-03", "2"));
        assert_eq!(posts.len(), 3);
        let before = organisation(&mut bench.conn, A1, AsOf::on(day(2025, 12, 31))).expect("read").1;
        assert!(before.iter().all(|p| p.kebutuhan == 0), "nothing before its TMT");

        // The list of the same day again with another number: the later one counts.
        let again = format!("{PETA_HEADING}\nP2,U-03,Analis SDM,2,,Ahli Pertama,8,3,02-01-2026\n");
        assert_eq!(told(&import(bench, List::PetaJabatan, &again).0, 2), "berubah");
        assert_eq!(import(bench, List::PetaJabatan, &again).1.taken, 0);
        let posts = organisation(&mut bench.conn, A1, AsOf::on(today())).expect("read").1;
        assert_eq!(posts.iter().find(|p| p.id == held).map(|p| p.kebutuhan), Some(3));

        // An older list found late is recorded once and changes nothing of today.
        let older = format!("{PETA_HEADING}\nP2,U-03,Analis SDM,2,,Ahli Pertama,8,9,02-01-2026\n");
        let late = day(2026, 6, 1);
        assert_eq!(import_of(bench, List::PetaJabatan, &older, late).1.taken, 1);
        assert_eq!(import_of(bench, List::PetaJabatan, &older, late).1.taken, 0);

        // A sk about the post stands; the list repeated is no news.
        let mut sk = download(9, SITI, "");
        let fact = Fact::new(Kind::Pos, Some(day(2026, 1, 2)), [(Field::PosKebutuhan, Value::Int(7))]);
        (sk.subject, sk.recorded) = (Subject::Pos(held.clone()), NOW);
        sk.document.rank = Rank::Sk;
        sk.acts = vec![(Act::Perubahan, fact)];
        bench.append(A1, &[sk]);
        assert_eq!(import(bench, List::PetaJabatan, &again).1.taken, 0);
        let posts = organisation(&mut bench.conn, A1, AsOf::on(today())).expect("read").1;
        assert_eq!(posts.iter().find(|p| p.id == held).map(|p| p.kebutuhan), Some(7));
    });
}

#[test]
fn agreements_row_by_row() {
    on_both("kontrak", |bench| {
        peopled(bench);
        let nip = SITI;
        let cases = [
            (format!("{nip},814/1/PK/2023,PPPK,01-03-2023,28-02-2025,0"), "baru"),
            (format!("{nip},814/9/PK/2025,PPPK,01-03-2025,28-02-2027,1"), "baru"),
            (format!("{nip},814/9/PK/2025,PPPK,01-03-2025,28-02-2027,1"), "sama IMP-42"),
            (format!("{BUDI},814/2/PK/2023,PPPK,01-03-2023,28-02-2022,0"), "ditolak IMP-29"),
            (format!("{BUDI},814/3/PK/2023,PPPK,01-03-2023,28-02-2025,0"), "ditolak IMP-33"),
            (format!("{BUDI},814/3/PK/2023,PPPK,01-03-2023,28-02-2026,0"), "ditolak IMP-23"),
            (format!("{RINI},814/4/PK/2023,PPPK,01-03-2023,28-02-2025,0"), "ditolak IMP-24"),
            ("199999999999999999,814/4/PK/2023,PPPK,01-03-2023,,".to_owned(), "ditolak IMP-24"),
            ("1999,814/4/PK/2023,PPPK,01-03-2023,,".to_owned(), "ditolak IMP-01"),
            (format!("{BUDI},,PPPK,01-03-2023,,"), "ditolak IMP-22"),
        ];
        let cases: Vec<(&str, &str)> = cases.iter().map(|c| (c.0.as_str(), c.1)).collect();
        let heading = "nip,nomor,jenis,mulai,selesai,ke";
        outcomes(bench, List::Kontrak, heading, &cases);
        let ke = |bench: &mut Bench, on| {
            snapshot_of(bench, 1, on, |s| {
                let rows = s.several(Kind::PerjanjianKerja);
                rows.filter_map(|r| r.fact.get(Field::PerjanjianKe)?.as_int()).collect::<Vec<_>>()
            })
        };
        // The last day belongs to the agreement, the day after does not.
        assert_eq!(ke(bench, day(2025, 2, 28)), [0]);
        assert_eq!(ke(bench, day(2025, 3, 1)), [1]);
        let other = format!("{heading}\n{nip},814/9/PK/2025,PPPK,01-03-2025,28-02-2029,1\n");
        assert_eq!(told(&import(bench, List::Kontrak, &other).0, 2), "ditolak IMP-35");
    });
}

#[test]
fn predicates_row_by_row() {
    on_both("rekap-skp", |bench| {
        peopled(bench);
        let cases = [
            (format!("{SITI},2024,,,Baik"), "baru"),
            (format!("{SITI},2025,Sesuai,Sesuai,Baik"), "baru"),
            (format!("{SITI},2025,Sesuai,Sesuai,Kurang"), "ditolak IMP-23"),
            (format!("{SITI},2025,Sesuai,Sesuai,Baik"), "sama IMP-42"),
            (format!("{BUDI},2030,,,Baik"), "ditolak IMP-27"),
            (format!("{BUDI},,,,Baik"), "ditolak IMP-22"),
            (format!("{BUDI},2025,,,"), "ditolak IMP-22"),
        ];
        let cases: Vec<(&str, &str)> = cases.iter().map(|c| (c.0.as_str(), c.1)).collect();
        let heading = "nip,tahun,hasil,perilaku,predikat";
        outcomes(bench, List::Skp, heading, &cases);
        let predicates = |bench: &mut Bench, on| {
            snapshot_of(bench, 1, on, |s| {
                let rows = s.several(Kind::Kinerja);
                rows.filter_map(|r| Some(r.fact.text(Field::KinerjaPredikat)?.to_owned())).collect::<Vec<_>>()
            })
        };
        assert_eq!(predicates(bench, today()), ["Baik", "Baik"]);
        assert!(predicates(bench, today().add_days(-1)).is_empty(), "known from the day of the recap on");
        // A recap of the same day that says otherwise is the later word, once.
        let revised = format!("{heading}\n{SITI},2025,Sesuai,Sesuai,Butuh perbaikan\n");
        assert_eq!(told(&import(bench, List::Skp, &revised).0, 2), "berubah");
        assert_eq!(import(bench, List::Skp, &revised).1.taken, 0);
        assert_eq!(predicates(bench, today()), ["Baik", "Butuh perbaikan"]);
    });
}

const RIWAYAT: &str =
    "nip,tmt,sampai,dokumen_jenis,dokumen_nomor,dokumen_tanggal,penandatangan,tindakan,sasaran_nomor";

fn golongan(rows: &[&str]) -> String {
    format!("{RIWAYAT},golongan_id,golongan,mk_tahun,mk_bulan,jenis_kp\n{}\n", rows.join("\n"))
}

#[test]
fn an_sk_supersedes_the_download_and_is_corrected_and_annulled() {
    on_both("riwayat-golongan", |bench| {
        peopled(bench);
        let list = List::Riwayat(Kind::Golongan);
        let now = |bench: &mut Bench| {
            snapshot_of(bench, 1, today(), |s| {
                let id = s.text(Field::GolonganId).to_owned();
                (s.text(Field::GolonganNama).to_owned(), id, s.int(Field::MkTahun))
            })
        };
        let step = |name: &str, id: &str, mk| (name.to_owned(), id.to_owned(), mk);
        assert_eq!(now(bench), step("III/c", "33", None));
        let heading = golongan(&[]);
        let cases = [
            (
                format!("{SITI},01-04-2022,,SK Gubernur,823/1,01-03-2022,Gubernur,,,,III/d,12,0,reguler"),
                "berubah",
            ),
            (
                format!("{SITI},01-04-2026,,SK Gubernur,823/2,01-03-2026,Gubernur,perubahan,,41,,16,0,"),
                "berubah",
            ),
            (format!("{BUDI},01-04-2022,,SK Gubernur,823/3,01-03-2022,,,,34,III/c,,,"), "berubah IMP-44"),
            (format!("{BUDI},01-04-2023,,SK Gubernur,823/4,01-03-2023,,,,,III/z,,,"), "berubah IMP-44"),
            (format!("{BUDI},01-04-2024,,SK Gubernur,823/5,,,ralat,,,III/d,,,"), "ditolak IMP-22"),
            (format!("{BUDI},01-04-2024,,SK Gubernur,823/6,,,ralat,999,,III/d,,,"), "ditolak IMP-30"),
            (format!("{BUDI},01-04-2024,,SK Gubernur,823/7,,,cabut,823/3,,III/d,,,"), "ditolak IMP-28"),
            (format!("{BUDI},01-04-2024,,,823/8,,,,,,III/d,,,"), "ditolak IMP-22"),
            (format!("{BUDI},,,SK Gubernur,823/9,,,,,,,,,"), "ditolak IMP-22"),
        ];
        let cases: Vec<(&str, &str)> = cases.iter().map(|c| (c.0.as_str(), c.1)).collect();
        outcomes(bench, list, heading.trim_end(), &cases);
        assert_eq!(now(bench), step("IV/a", "41", Some(16)));

        // The recorded fact was wrong: the correction names the document and gives what differs.
        let ralat = golongan(&[&format!("{SITI},,,SK Gubernur,824/1,01-05-2026,,ralat,823/2,,III/d,,,")]);
        assert_eq!(told(&import(bench, list, &ralat).0, 2), "berubah");
        assert_eq!(now(bench), step("III/d", "34", Some(16)));
        assert_eq!(import(bench, list, &ralat).1.taken, 0);

        // A second correction speaks now; the file of the first one again does not undo it.
        let second = golongan(&[&format!("{SITI},,,SK Gubernur,824/2,02-05-2026,,ralat,823/2,,IV/b,,,")]);
        assert_eq!(import(bench, list, &second).1.taken, 1);
        assert_eq!(import(bench, list, &ralat).1.taken, 0);
        assert_eq!(now(bench), step("IV/b", "42", Some(16)));

        // The same document with other content is no correction.
        let wrong = golongan(&[&format!("{SITI},01-04-2022,,SK Gubernur,823/1,01-03-2022,,,,,III/b,,,")]);
        assert_eq!(told(&import(bench, list, &wrong).0, 2), "ditolak IMP-35");

        let batal =
            golongan(&[&format!("{SITI},,,Keputusan Gubernur,825/1,01-06-2026,,pembatalan,823/2,,,,,")]);
        assert_eq!(told(&import(bench, list, &batal).0, 2), "berubah");
        assert_eq!(now(bench), step("III/d", "34", Some(12)));
        assert_eq!(import(bench, list, &batal).1.taken, 0);
        let again = import(bench, list, &ralat);
        assert_eq!((told(&again.0, 2).as_str(), again.1.taken), ("sama", 0), "known, though annulled since");
        let late = golongan(&[&format!("{SITI},,,SK Gubernur,826/1,,,ralat,823/2,,IV/a,,,")]);
        assert_eq!(told(&import(bench, list, &late).0, 2), "ditolak IMP-34");
    });
}

#[test]
fn a_post_brings_its_unit_and_a_file_can_correct_itself() {
    on_both("riwayat-jabatan", |bench| {
        peopled(bench);
        let list = List::Riwayat(Kind::Jabatan);
        let heading =
            format!("{RIWAYAT},jenis_jabatan_id,jenis_jabatan,jabatan_id,jabatan,pos,eselon,unor_id");
        let rows = [
            format!("{SITI},01-02-2026,,SK Gubernur,821/2,20-01-2026,,ralat,821/1,,,,Kepala Subbidang,,,"),
            format!("{SITI},01-02-2026,,SK Gubernur,821/1,15-01-2026,,,,1,,,Kepala Seksi,,IV.a,U-03"),
            format!("{BUDI},01-02-2026,,SK Gubernur,821/1,15-01-2026,,,,1,,,Kepala Bagian,,III.a,U-77"),
        ];
        let csv = format!("{heading}\n{}\n", rows.join("\n"));
        let (check, receipt) = import(bench, list, &csv);
        assert_eq!([2, 3, 4].map(|row| told(&check, row)), ["berubah", "berubah", "berubah IMP-46"]);
        assert_eq!(receipt.taken, 3);
        assert_eq!(import(bench, list, &csv).1.taken, 0);
        let (jabatan, pos, unor) = snapshot_of(bench, 1, today(), |s| {
            let text = |field| s.text(field).to_owned();
            (text(Field::JabatanNama), text(Field::PosId), text(Field::UnorId))
        });
        assert_eq!((jabatan.as_str(), unor.as_str()), ("Kepala Subbidang", "U-03"));
        assert_eq!(pos, store::derive::post_id("U-03", "Kepala Subbidang"));
        let moved = snapshot_of(bench, 2, today(), |s| s.text(Field::UnorId).to_owned());
        assert_eq!(moved, "U-77");

        // The unit goes with the post it came with.
        let batal = format!("{heading}\n{BUDI},,,SK Gubernur,821/9,01-03-2026,,pembatalan,821/1,,,,,,,\n");
        import(bench, list, &batal);
        let (jabatan, unor) = snapshot_of(bench, 2, today(), |s| {
            (s.text(Field::JabatanNama).to_owned(), s.text(Field::UnorId).to_owned())
        });
        assert_eq!((jabatan.as_str(), unor.as_str()), ("Analis SDM", "U-03"));
    });
}

#[test]
fn what_goes_out_comes_in_as_known() {
    on_both("riwayat-keluar", |bench| {
        peopled(bench);
        let rows = [
            format!("{SITI},01-04-2022,,SK Gubernur,823/1,01-03-2022,Gubernur,,,34,III/d,12,0,"),
            format!("{SITI},,,SK Gubernur,823/2,01-03-2023,Gubernur,ralat,823/1,,,11,,"),
        ];
        import(bench, List::Riwayat(Kind::Golongan), &golongan(&[&rows[0], &rows[1]]));
        let leave =
            format!("{RIWAYAT},jenis,hari\n{SITI},01-02-2026,12-02-2026,Surat Izin,851/1,,,,,tahunan,8\n");
        import(bench, List::Riwayat(Kind::Cuti), &leave);
        let diklat = format!(
            "{RIWAYAT},jenis,nama,jp,penyelenggara\n\
             {SITI},01-02-2025,,Sertifikat,1,,,,,teknis,\"Analisis, dasar\",40,=BPSDM\n\
             {SITI},01-02-2025,,Sertifikat,1,,,,,teknis,Statistik,40,BPSDM\n"
        );
        assert_eq!(import(bench, List::Riwayat(Kind::Diklat), &diklat).1.taken, 1, "one document, one entry");
        import(bench, List::Skp, &format!("nip,tahun,hasil,perilaku,predikat\n{SITI},2025,,,Baik\n"));
        let plan = [
            (Kind::Golongan, 3),
            (Kind::Cuti, 1),
            (Kind::Diklat, 2),
            (Kind::Kinerja, 1),
            (Kind::Jabatan, 2),
            (Kind::UnitKerja, 2),
            (Kind::Identitas, 2),
        ];
        let before = store::people::journal_sizes(&mut bench.conn).expect("sizes");
        for (kind, rows) in plan {
            let mut out = Vec::new();
            let written =
                impor::lists::export_riwayat_of(&mut bench.conn, Some(A1), kind, AsOf::on(today()), &mut out);
            assert_eq!(written.expect("written"), rows, "{kind:?}");
            let csv = String::from_utf8(out).expect("text");
            let (check, receipt) = import(bench, List::Riwayat(kind), &csv);
            assert_eq!(
                (check.summary.same, receipt.taken),
                (rows, 0),
                "{kind:?}\n{csv}\n{:?}",
                check.summary.refusals
            );
        }
        assert_eq!(store::people::journal_sizes(&mut bench.conn).expect("sizes"), before);
        let mut out = Vec::new();
        let all = export_riwayat(&mut bench.conn, Kind::Golongan, AsOf::on(today()), &mut out);
        assert_eq!(all.expect("written"), 4, "the node has one more person");
        assert!(export_riwayat(&mut bench.conn, Kind::Unor, AsOf::on(today()), &mut out).is_err());
    });
}

#[test]
fn refused_rows_come_back_to_be_put_right() {
    on_both("ditolak", |bench| {
        peopled(bench);
        let csv = format!(
            "nip;catatan;tahun;predikat\n'{SITI};a;2025;Baik\n'{BUDI};=1+1;20x5;Baik\n'{RINI};c;2025;Baik\n"
        );
        let (check, _) = import(bench, List::Skp, &csv);
        assert_eq!((check.summary.new, check.summary.refused), (1, 2));
        let (path, tables) = (file(bench, &csv), tables());
        let mut out = Vec::new();
        let written = write_refused_list(&path, &ask(&tables), &check, &mut out).expect("written");
        assert_eq!(written, 2);
        let refused = String::from_utf8(out).expect("text");
        let heading = refused.lines().next().expect("a heading");
        assert_eq!(heading, "\u{feff}nip,catatan,tahun,predikat,baris_asal,alasan_penolakan");
        assert!(refused.contains("IMP-27: ") && refused.contains("'=1+1"), "{refused}");
        let (check, receipt) = import(bench, List::Skp, &refused.replace("20x5", "2025"));
        assert_eq!((check.summary.new, check.summary.refused, receipt.taken), (1, 1, 1));
        assert_eq!(check.summary.extra, ["catatan"]);
    });
}

#[test]
fn samples_read_and_strangers_are_refused_whole() {
    on_both("contoh", |bench| {
        peopled(bench);
        for list in List::all() {
            let found = check(bench, list, &sample(list)).expect("a sample reads");
            let odd: Vec<_> =
                found.summary.counts.keys().filter(|c| !["IMP-24", "IMP-25", "IMP-46"].contains(c)).collect();
            assert!(found.summary.rows > 0 && odd.is_empty(), "{list:?}: {:?}", found.summary.refusals);
        }
        let refused = |result: Result<ListCheck, Unchecked>| match result {
            Err(Unchecked::Refused(text)) => text,
            other => panic!("{other:?}"),
        };
        let lacking = refused(check(bench, List::Skp, "nip,tahun\n1,2\n"));
        assert!(lacking.starts_with("IMP-20: Kolom predikat"), "{lacking}");
        let (path, tables) = (file(bench, &sample(List::Unor)), tables());
        let elsewhere = ListAsk { instansi: "C3", ..ask(&tables) };
        let text = refused(check_list(&mut bench.conn, &path, List::Unor, &elsewhere));
        assert!(text.starts_with("IMP-07"), "{text}");
        let found = check(bench, List::Unor, &sample(List::Unor)).expect("checked");
        std::fs::write(&path, "Id,NamaUnor,DiatasanId\nX,Lain,\n").expect("written");
        let changed = confirm_list(
            &bench.node,
            &mut bench.conn,
            &path,
            List::Unor,
            &ask(&tables),
            &found,
            &WHO,
            |_| (),
        );
        assert!(matches!(changed, Err(Unchecked::Refused(text)) if text.starts_with("IMP-08")));
    });
}
