//! Catat organisasi from outside: a unit and a post begin, change, are corrected, annulled and closed.

use super::{on_both, person};
use host::Role;
use host::testing::{Browser, House, Page};

type Fields<'f> = Vec<(&'f str, &'f str)>;
/// Where, what is typed, what is said.
type Refused<'t> = (&'t str, &'t [(&'t str, &'t str)], &'t str);

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn perda<'f>(dasar: &'f str, more: &[(&'f str, &'f str)]) -> Fields<'f> {
    let base = [
        ("aksi", "simpan"),
        ("dasar", dasar),
        ("bobot", "sk"),
        ("jenis_dokumen", "Perda"),
        ("nomor", "4 Tahun 2026"),
        ("tanggal", "15-09-2026"),
        ("penandatangan", "Gubernur"),
        ("tmt", "01-10-2026"),
        ("pilih", "U-DINAS"),
    ];
    let kept = base.iter().filter(|b| !more.iter().any(|m| m.0 == b.0));
    kept.chain(more).copied().collect()
}

fn send(house: &House, who: &Browser, path: &str, fields: &Fields<'_>) -> Page {
    house.upload(who, &format!("/organisasi/catat?{path}"), fields, "perda.pdf", b"")
}

/// Entries about units and posts, as the form carries them.
fn dasar(house: &House, who: &Browser, path: &str) -> String {
    let form = house.get(who, &format!("/organisasi/catat?{path}"));
    assert_eq!(form.status, 200, "{path}");
    assert!(form.body.matches("<h1").count() == 1 && !form.has(" style=\""), "{path}");
    hidden(&form, "dasar")
}

fn hidden(page: &Page, name: &str) -> String {
    let from = page.body.find(&format!("name=\"{name}\" value=\"")).expect("a hidden field");
    let value = page.body[from..].split("value=\"").nth(1).and_then(|r| r.split('"').next());
    value.expect("its value").to_owned()
}

fn href(page: &Page, word: &str) -> String {
    let all = page.body.split("href=\"").skip(1).filter_map(|r| r.split('"').next());
    let found =
        all.into_iter().find(|h| h.contains(word)).unwrap_or_else(|| panic!("no address with {word}"));
    found.replace("&amp;", "&")
}

fn query(href: &str) -> String {
    href.split_once('?').expect("a query").1.to_owned()
}

#[test]
fn a_unit_begins_moves_is_corrected_annulled_and_closed() {
    on_both("catat-unit", |house, bench| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        assert!(house.get(&desi, "/organisasi?unit=U-DINAS").has("Catat perubahan"));
        let new = "unit=U-DINAS&apa=unit-baru";
        let at = dasar(house, &desi, new);
        let fields = perda(&at, &[("isi_nama", "Bidang Data"), ("isi_eselon", "III.a"), ("aksi", "periksa")]);
        let seen = house.upload(&desi, &format!("/organisasi/catat?{new}"), &fields, "perda.pdf", PDF);
        assert_eq!(seen.status, 200);
        for text in ["Bidang Data", "Dinas Kesehatan", "Perda 4 Tahun 2026", "perda.pdf", "Simpan ke jurnal"]
        {
            assert!(seen.has(text), "{text}");
        }
        assert!(!house.get(&desi, "/organisasi?unit=U-DINAS").has("Bidang Data"), "a look writes nothing");
        let kept = hidden(&seen, "berkas_tersimpan");
        let save = perda(
            &at,
            &[
                ("isi_nama", "Bidang Data"),
                ("isi_eselon", "III.a"),
                ("berkas_tersimpan", &kept),
                ("nama_berkas", "a"),
            ],
        );
        let saved = send(house, &desi, new, &save);
        assert_eq!(saved.status, 303);
        let landed = house.get(&desi, &saved.location);
        assert!(
            landed.has("Tercatat di jurnal sebagai catatan") && landed.has("Catat hal lain dari dokumen ini")
        );
        assert_eq!(house.get(&desi, &href(&landed, "/organisasi/dokumen")).status, 200);
        assert!(house.get(&desi, "/organisasi?unit=U-DINAS").has("Bidang Data"));
        assert!(
            !house.get(&desi, "/organisasi?unit=U-DINAS&berlaku=2026-09-30").has("Bidang Data"),
            "not yet"
        );
        // The same document once more meets the unit it made.
        let now = dasar(house, &desi, new);
        let twice = send(house, &desi, new, &perda(&now, &[("isi_nama", "Bidang Data")]));
        assert!(twice.status == 422 && twice.has("sudah dipakai"));

        // It moves below the BKD, then the name of that statement is corrected, then the move annulled.
        let id = query(&saved.location)
            .split('&')
            .find_map(|p| p.strip_prefix("unit=").map(str::to_owned))
            .expect("the new unit");
        let change = format!("unit={id}&apa=ubah-unit");
        let moved = perda(
            &now,
            &[
                ("isi_nama", "Bidang Dta"),
                ("isi_eselon", "III.a"),
                ("pilih", "U-BKD"),
                ("tmt", "01-11-2026"),
                ("nomor", "9"),
            ],
        );
        assert_eq!(send(house, &desi, &change, &moved).status, 303);
        assert!(house.get(&desi, "/organisasi?unit=U-BKD").has("Bidang Dta"));
        let history = house.get(&desi, &format!("/organisasi/riwayat?unit={id}"));
        let ralat = query(&href(&history, "ralat="));
        let now = dasar(house, &desi, &ralat);
        let mend = [
            ("isi_nama", "Bidang Data dan Informasi"),
            ("pilih", "U-BKD"),
            ("tmt", "01-11-2026"),
            ("nomor", "10"),
        ];
        let silent = send(house, &desi, &ralat, &perda(&now, &mend));
        assert!(silent.status == 422 && silent.has("Tulis mengapa"));
        let told = [&mend[..], &[("alasan", "salah ketik")]].concat();
        assert_eq!(send(house, &desi, &ralat, &perda(&now, &told)).status, 303);
        assert!(house.get(&desi, "/organisasi?unit=U-BKD").has("Bidang Data dan Informasi"));
        let batal = query(&href(&house.get(&desi, &format!("/organisasi/riwayat?unit={id}")), "batal="));
        let now = dasar(house, &desi, &batal);
        let fields = perda(
            &now,
            &[("alasan", "keputusan dicabut"), ("tmt", ""), ("nomor", "11"), ("tanggal", "17-09-2026")],
        );
        assert_eq!(send(house, &desi, &batal, &fields).status, 303);
        let back = house.get(&desi, "/organisasi?unit=U-DINAS");
        assert!(back.has("Bidang Data") && !back.has("Bidang Data dan Informasi"), "as if never decided");

        let close = format!("unit={id}&apa=tutup-unit");
        let now = dasar(house, &desi, &close);
        let fields = perda(&now, &[("tmt", "20-11-2026"), ("nomor", "12")]);
        assert_eq!(send(house, &desi, &close, &fields).status, 303);
        assert!(house.get(&desi, &format!("/organisasi?unit={id}")).has("Unit sudah dihapus"));
        let reports = store::verify::verify(&mut bench.connect(), |_| {}).expect("verified");
        assert!(reports.iter().all(|r| r.trouble.is_none()), "{reports:?}");
    });
}

#[test]
fn a_post_begins_changes_and_comes_to_an_end() {
    on_both("catat-pos", |house, _| {
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let new = "unit=U-BIDANG&apa=pos-baru";
        let at = dasar(house, &desi, new);
        let post =
            [("isi_jabatan", "Pranata Komputer Ahli Muda"), ("isi_jenis", "2"), ("isi_kebutuhan", "3")];
        let saved = send(house, &desi, new, &perda(&at, &post));
        assert_eq!(saved.status, 303);
        let unit = house.get(&desi, "/organisasi?unit=U-BIDANG");
        assert!(unit.has("Pranata Komputer Ahli Muda") && unit.has("3 lowong"));
        let at = dasar(house, &desi, new);
        assert!(send(house, &desi, new, &perda(&at, &post)).has("sudah ada pada unit ini"));
        let id = store::derive::post_id("U-BIDANG", "Pranata Komputer Ahli Muda");
        let change = format!("unit=U-BIDANG&pos={id}&apa=ubah-pos");
        let same =
            [("isi_jabatan", "Pranata Komputer Ahli Muda"), ("isi_jenis", "2"), ("isi_kebutuhan", "3")];
        assert!(send(house, &desi, &change, &perda(&at, &same)).has("Tidak ada yang berubah"));
        let more = [
            ("isi_jabatan", "Pranata Komputer Ahli Muda"),
            ("isi_jenis", "2"),
            ("isi_kebutuhan", "5"),
            ("nomor", "5"),
        ];
        assert_eq!(send(house, &desi, &change, &perda(&at, &more)).status, 303);
        assert!(house.get(&desi, "/organisasi?unit=U-BIDANG").has("5 lowong"));
        let end = format!("unit=U-BIDANG&pos={id}&apa=hapus-pos");
        let at = dasar(house, &desi, &end);
        assert_eq!(
            send(house, &desi, &end, &perda(&at, &[("tmt", "10-11-2026"), ("nomor", "6")])).status,
            303
        );
        assert!(!house.get(&desi, "/organisasi?unit=U-BIDANG").has("Pranata Komputer"));
        assert!(house.get(&desi, "/organisasi?unit=U-BIDANG&berlaku=2026-11-01").has("Pranata Komputer"));
    });
}

/// What stands in the way, and what the officer is told: a table.
#[test]
fn what_is_refused() {
    on_both("catat-organisasi-tolak", |house, bench| {
        let values = [super::text(kernel::Field::UnorNamaUnit, "Dinas Tetangga")];
        let fact = kernel::Fact::new(kernel::Kind::Unor, Some(super::day("2019-01-01")), values);
        bench.append(
            "B2",
            &[super::entry(700, kernel::Subject::Unor("U-B2".into()), "2020-01-01", vec![fact])],
        );
        let central = house.browser("pusat", Role::Super, "", "", None);
        let post = store::derive::post_id("U-DINAS", "Dokter Ahli Muda");
        let held = format!("unit=U-DINAS&pos={post}&apa=hapus-pos");
        let (new, change) = ("unit=U-DINAS&apa=unit-baru", "unit=U-DINAS&apa=ubah-unit");
        let name = ("isi_nama", "Dinas Sehat");
        //            where                          what is typed                                  what is said
        let table: &[Refused<'_>] = &[
            (new, &[], "Tulis nama unit"),
            (new, &[name, ("tmt", "")], "Tulis TMT"),
            (new, &[name, ("tmt", "01-10-2099")], "tidak masuk akal"),
            (new, &[name, ("nomor", "")], "Tulis nomor dokumen"),
            (new, &[name, ("pilih", "")], "Pilih unit atasannya"),
            (new, &[name, ("pilih", "U-TIADA")], "tidak ada pada peta organisasi"),
            (new, &[name, ("pilih", "U-B2")], "milik instansi lain"),
            (new, &[name, ("id", "U-BKD")], "sudah dipakai"),
            (new, &[name, ("id", "U-B2")], "sudah dipakai"),
            (new, &[name, ("id", "<b>")], "hanya memuat huruf, angka"),
            (new, &[name, ("tmt", "31-12-2018")], "TMT mendahului Dinas Kesehatan"),
            (change, &[name, ("pilih", "U-BIDANG")], "berada di bawah unit ini sendiri"),
            (change, &[name, ("pilih", "U-DINAS")], "berada di bawah unit ini sendiri"),
            (
                "unit=U-DINAS&apa=tutup-unit",
                &[],
                "masih berisi 4 pegawai, 3 pos jabatan terbuka, 1 unit di bawahnya",
            ),
            (&held, &[], "masih berisi 1 pegawai"),
            ("unit=U-DINAS&apa=pos-baru", &[("isi_jabatan", "Perawat")], "Pilih jenis jabatan"),
            (
                "unit=U-DINAS&apa=pos-baru",
                &[("isi_jabatan", "Perawat"), ("isi_jenis", "9")],
                "tidak ada pada daftar",
            ),
            (
                "unit=U-DINAS&apa=pos-baru",
                &[("isi_jabatan", "Perawat"), ("isi_jenis", "2"), ("isi_kelas", "tujuh")],
                "bukan angka bulat",
            ),
        ];
        for (path, typed, said) in table {
            let at = dasar(house, &central, path);
            let page = send(house, &central, path, &perda(&at, typed));
            assert_eq!(page.status, 422, "{path} {typed:?}");
            assert!(page.has(said), "{path} {typed:?}: {said}");
        }
        let closing = send(house, &central, "unit=U-DINAS&apa=tutup-unit", &perda("0", &[]));
        assert!(closing.has("Lihat 4 pegawai") && closing.has("/pegawai?instansi=A1&amp;unit=U-DINAS"));
        let late = [
            name,
            ("aksi", "periksa"),
            ("pilih", "U-PROV"),
            ("tanggal", "01-01-2010"),
            ("tmt", "01-10-2026"),
        ];
        assert!(send(house, &central, change, &perda("0", &late)).has("lebih dari 10 tahun sesudah"));
    });
}

#[test]
fn of_two_officers_the_second_is_told() {
    on_both("catat-organisasi-berdua", |house, _| {
        let (desi, agus) = (
            house.browser("desi", Role::Petugas, "A1", "", None),
            house.browser("agus", Role::Petugas, "A1", "", None),
        );
        let path = "unit=U-DINAS&apa=unit-baru";
        let at = dasar(house, &desi, path);
        assert_eq!(send(house, &desi, path, &perda(&at, &[("isi_nama", "Bidang A")])).status, 303);
        // Another unit, and still: whether it fits depends on the tree.
        let second = perda(&at, &[("isi_nama", "Bidang B"), ("nomor", "5")]);
        let told = send(house, &agus, path, &second);
        assert!(told.status == 422 && told.has("baru saja berubah") && told.has("Bidang B"));
        let now = hidden(&told, "dasar");
        assert_eq!(
            send(house, &agus, path, &perda(&now, &[("isi_nama", "Bidang B"), ("nomor", "5")])).status,
            303
        );
        let unit = house.get(&desi, "/organisasi?unit=U-DINAS");
        assert!(unit.has("Bidang A") && unit.has("Bidang B"));
    });
}

#[test]
fn who_may_not_record_cannot_and_pages_ask_little() {
    on_both("catat-organisasi-wewenang", |house, _| {
        let path = "unit=U-DINAS&apa=unit-baru";
        for (role, unit) in [(Role::Operator, "U-DINAS"), (Role::Pimpinan, ""), (Role::Pegawai, "")] {
            let who = house.browser(role.word(), role, "A1", unit, Some(person(0)));
            assert_eq!(house.get(&who, &format!("/organisasi/catat?{path}")).status, 403, "{}", role.word());
            assert_eq!(send(house, &who, path, &perda("0", &[("isi_nama", "X")])).status, 403);
            assert!(!house.get(&who, "/organisasi?unit=U-DINAS").has("/organisasi/catat"));
        }
        let neighbour = house.browser("tamu", Role::Petugas, "B2", "", None);
        assert_eq!(house.get(&neighbour, &format!("/organisasi/catat?{path}")).status, 404);
        assert_eq!(house.get(&neighbour, "/organisasi/riwayat?unit=U-DINAS").status, 404);
        let operator = house.browser("opd", Role::Operator, "A1", "U-DINAS", None);
        assert_eq!(house.get(&operator, "/organisasi/riwayat?unit=U-BIDANG").status, 200);
        assert_eq!(house.get(&operator, "/organisasi/riwayat?unit=U-BKD").status, 404);
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        let post = store::derive::post_id("U-DINAS", "Dokter Ahli Muda");
        for page in [
            "/organisasi/catat?unit=U-DINAS".to_owned(),
            format!("/organisasi/catat?{path}"),
            "/organisasi/catat?unit=U-DINAS&apa=tutup-unit".to_owned(),
            format!("/organisasi/catat?unit=U-DINAS&pos={post}"),
            format!("/organisasi/catat?unit=U-DINAS&pos={post}&apa=ubah-pos"),
            format!("/organisasi/riwayat?unit=U-DINAS&pos={post}"),
            "/organisasi/riwayat?unit=U-DINAS".to_owned(),
        ] {
            house.get(&desi, &page);
            let before = house.queries();
            assert_eq!(house.get(&desi, &page).status, 200, "{page}");
            assert!(house.queries() - before <= 6, "{page}: {}", house.queries() - before);
        }
        assert_eq!(house.get(&desi, "/organisasi/catat?unit=U-TIADA").status, 404);
        assert_eq!(house.get(&desi, "/organisasi/catat?unit=U-DINAS&apa=ubah-pos").status, 404);
    });
}
