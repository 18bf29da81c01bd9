//! Follow-ups from outside, through the real store of both engines: who does what when and what is answered,
//! baselines that are measured, evidence that is no evidence, and who sees what.

use super::modules;
use crate::isi::{self, Isi};
use crate::store::{buat, catat};
use host::Role;
use host::peristiwa::Pelaku;
use host::testing::{Browser, House, Page, on_both};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use store::testing::{Bench, NOW};

pub const PDF: &[u8] = b"%PDF-1.4 berita acara";

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// Somebody who works, with this status since a day.
pub fn orang(n: u8, entry: u8, status: &str, since: &str) -> Entry {
    let text = |field, value: &str| (field, Value::text(value));
    let nip = format!("1980010120060410{n:02}");
    let identity = Fact::new(Kind::Identitas, None, [text(Field::Nama, "Orang Uji"), text(Field::Nip, &nip)]);
    let status = Fact::new(Kind::Status, Some(day(since)), [text(Field::StatusPegawai, status)]);
    Entry {
        id: EntryId([entry; 16]),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "operator".into(),
        subject: Subject::Pegawai(PegawaiId([n; 16])),
        document: Document {
            rank: Rank::Sk,
            jenis: "SK".into(),
            nomor: format!("823/{entry}"),
            tanggal: Some(day(since)),
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: vec![(Act::Perubahan, identity), (Act::Perubahan, status)],
        row: None,
        notes: Vec::new(),
    }
}

/// The province P convenes A, B, C and D; D was taken off the list. A and B have three and one without status.
pub fn with_house(name: &str, body: impl Fn(&House, &mut Bench)) {
    let non = |n: u8| orang(n, n, "NON_ASN", "2020-01-01");
    let own = [
        ("P", Vec::new()),
        ("A", vec![non(1), non(2), non(3)]),
        ("B", vec![non(4)]),
        ("C", Vec::new()),
        ("D", Vec::new()),
        ("Z", Vec::new()),
    ];
    on_both(name, modules(), &own, body);
}

pub fn pelaku() -> Pelaku {
    Pelaku { instansi: "P".into(), akun: "desi".into(), oleh: "Desi, Petugas BKD".into() }
}

/// A rakor whose points are agreed: its id, that of the point, that of a point that only informs.
pub fn rakor(house: &House, seri: &str, tanggal: &str) -> (String, String, String) {
    let pokok = isi::Pokok {
        templat: "kepegawaian".into(),
        judul: format!("Rakor {tanggal}"),
        seri: seri.into(),
        tanggal: Date::parse(tanggal),
        ..isi::Pokok::default()
    };
    let party =
        |id: &str| isi::Pihak { instansi: id.into(), peran: "Kepala BKPSDM".into(), ..isi::Pihak::default() };
    let pihak = ["A", "B", "C", "D"].map(party).to_vec();
    let id = buat(&house.hall, &pelaku(), vec![Isi::Dibuat(pokok), Isi::Pihak { pihak }]).expect("planned");
    let point = |teks: &str, informasi| {
        (Isi::Rumusan(isi::Rumusan { teks: teks.into(), informasi, ..isi::Rumusan::default() }), None)
    };
    let made = catat(&house.hall, &pelaku(), &id, |r| {
        let pihak = r.pihak[3].id.clone();
        Ok(vec![
            point("Status non-ASN diselesaikan.", false),
            point("Laporan BKN diterima.", true),
            (Isi::PihakDitarik { pihak, alasan: "digabung".into() }, None),
            (Isi::Diundang, None),
            (Isi::Dibuka, None),
            (Isi::Disepakati { alasan: String::new() }, None),
        ])
    })
    .expect("agreed");
    (id, made[0].to_string(), made[1].to_string())
}

pub struct Orang {
    pub desi: Browser,
    pub kab: Browser,
    pub veri: Browser,
    pub lain: Browser,
}

pub fn orang_orang(house: &House) -> Orang {
    let officer = |nama: &str, instansi: &str| house.browser(nama, Role::Petugas, instansi, "", None);
    Orang {
        desi: officer("desi", "P"),
        kab: officer("kabul", "A"),
        veri: officer("vera", "B"),
        lain: officer("lala", "C"),
    }
}

type Isian<'i> = Vec<(&'i str, &'i str)>;

fn form<'f>(rumusan: &'f str, more: &[(&'f str, &'f str)]) -> Isian<'f> {
    let mut all = vec![
        ("langkah", "catat"),
        ("rumusan", rumusan),
        ("uraian", "Menyelesaikan status non-ASN"),
        ("instansi", "A"),
        ("tenggat", "26-12-2026"),
        ("bukti", "SK penyelesaian"),
        ("verifikator", "B"),
    ];
    for (field, value) in more {
        all.retain(|f| f.0 != *field || *field == "instansi");
        all.push((field, value));
    }
    all
}

/// Agrees on a follow-up of A verified by B; answers its address.
pub fn rtl(house: &House, who: &Browser, id: &str, rumusan: &str, more: &[(&str, &str)]) -> String {
    let page = house.post(who, &format!("/rakor/{id}/rtl/baru"), &form(rumusan, more));
    assert_eq!(page.status, 303, "{}", said(&page));
    page.location.split('?').next().unwrap_or("").to_owned()
}

/// Sentences of refusal of a page, without the page.
fn said(page: &Page) -> String {
    let pieces = page.body.split("Kesalahan: </span>").skip(1).filter_map(|rest| rest.split('<').next());
    pieces.collect::<Vec<_>>().join(" | ")
}

pub fn lapor(house: &House, who: &Browser, at: &str, selesai: bool, file: (&str, &[u8])) -> Page {
    let mut fields = vec![("teks", "Sudah diverifikasi bersama.")];
    if selesai {
        fields.push(("selesai", "ya"));
    }
    house.upload(who, &format!("{at}/laporan"), &fields, file.0, file.1)
}

/// The report the form of the verifier is about; the newest one of the page when there is no form.
pub fn terbaru(house: &House, who: &Browser, at: &str) -> String {
    let page = house.get(who, at);
    let value = page.body.split("name=\"laporan\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or("").to_owned()
}

pub fn nilai(house: &House, who: &Browser, at: &str, hasil: &str, laporan: &str) -> Page {
    let fields = [("hasil", hasil), ("laporan", laporan), ("alasan", "Sudah diperiksa satu per satu")];
    house.post(who, &format!("{at}/verifikasi"), &fields)
}

/// 303, or the code of the refusal.
fn jawaban(page: &Page) -> String {
    if page.status != 422 {
        return page.status.to_string();
    }
    let at = page.body.find("RTL-").map(|at| page.body[at..].chars().take(6).collect());
    at.unwrap_or_else(|| "422".to_owned())
}

/// Who does what; what is answered; the answer about the follow-up afterwards.
const OUTCOMES: &str = "
verifikator     | selesai             | RTL-17 | Sesuai jadwal
instansi lain   | lapor               | RTL-13 | Sesuai jadwal
penyelenggara   | lapor               | RTL-13 | Sesuai jadwal
penanggung jawab| lapor               | 303    | Sesuai jadwal
verifikator     | selesai             | RTL-20 | Sesuai jadwal
penanggung jawab| selesai             | RTL-15 | Sesuai jadwal
penanggung jawab| lapor selesai       | 303    | Menunggu bukti dukung
verifikator     | selesai             | RTL-21 | Menunggu bukti dukung
penyelenggara   | selesai             | RTL-15 | Menunggu bukti dukung
verifikator     | kembalikan          | 303    | Menunggu bukti dukung
verifikator     | kembalikan          | RTL-19 | Menunggu bukti dukung
penanggung jawab| lapor dengan bukti  | 303    | Menunggu bukti dukung
verifikator     | selesai laporan lama| RTL-18 | Menunggu bukti dukung
penanggung jawab| ubah tenggat        | 403    | Menunggu bukti dukung
penyelenggara   | ubah tenggat        | 303    | Menunggu bukti dukung
verifikator     | selesai             | 303    | Tercapai
penanggung jawab| lapor               | RTL-12 | Tercapai
verifikator     | kembalikan          | RTL-12 | Tercapai
penyelenggara   | ubah tenggat        | RTL-12 | Tercapai
penyelenggara   | batal               | RTL-12 | Tercapai
";

#[test]
fn a_follow_up_from_agreement_to_its_end() {
    with_house("rtl-alur", |house, bench| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let at = rtl(house, &orang.desi, &id, &rumusan, &[]);
        let mut first = String::new();
        let mut newest = String::new();
        let mut rows = 0;
        for row in OUTCOMES.lines().filter(|l| !l.is_empty()) {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let who = match cells[0] {
                "penyelenggara" => &orang.desi,
                "penanggung jawab" => &orang.kab,
                "verifikator" => &orang.veri,
                _ => &orang.lain,
            };
            let page = match cells[1] {
                "lapor" => lapor(house, who, &at, false, ("", b"")),
                "lapor selesai" => lapor(house, who, &at, true, ("", b"")),
                "lapor dengan bukti" => lapor(house, who, &at, true, ("../ba.pdf", PDF)),
                "selesai laporan lama" => nilai(house, who, &at, "selesai", &first),
                "ubah tenggat" => {
                    let fields = [("tenggat", "30-12-2026"), ("alasan", "Banjir di tiga kecamatan")];
                    house.post(who, &format!("{at}/ubah"), &fields)
                }
                "batal" => house.post(who, &format!("{at}/batal"), &[("alasan", "Tidak diperlukan lagi")]),
                hasil => nilai(house, who, &at, hasil, &newest),
            };
            assert_eq!(jawaban(&page), cells[2], "{row}: {}", said(&page));
            let form = terbaru(house, &orang.veri, &at);
            if !form.is_empty() {
                newest = form;
            }
            if first.is_empty() {
                first.clone_from(&newest);
            }
            let page = house.get(&orang.kab, &at);
            assert!(page.has(&format!("<h2 id=\"putusan\">{}</h2>", cells[3])), "{row}");
            rows += 1;
        }
        assert_eq!(rows, 20);
        let page = house.get(&orang.lain, &at);
        assert!(
            page.has("Tenggat semula") && page.has("Banjir di tiga kecamatan") && page.has("Dikembalikan")
        );
        assert!(store::verify::verify(&mut bench.conn, |_| ()).expect("read").iter().all(|r| r.intact()));
    });
}

#[test]
fn nothing_is_reported_after_the_end_or_by_who_withdrew() {
    with_house("rtl-akhir", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, informs) = rakor(house, "", "2026-08-19");
        let new = |more: &[(&str, &str)], point: &str| {
            let page = house.post(&orang.desi, &format!("/rakor/{id}/rtl/baru"), &form(point, more));
            assert_eq!(page.status, 422);
            said(&page)
        };
        assert!(new(&[], &informs).contains("hanya informasi"));
        assert!(new(&[], "entah").contains("tidak ada atau sudah dicabut"));
        assert!(new(&[("verifikator", "A")], &rumusan).contains("Verifikator sama"));
        assert!(new(&[("verifikator", "Z")], &rumusan).contains("tidak ada dalam daftar"));
        assert!(new(&[("tenggat", "21-11-2026")], &rumusan).contains("sudah lewat"));
        assert!(new(&[("tenggat", "besok")], &rumusan).contains("hh-bb-tttt"));
        assert!(new(&[("instansi", "D")], &rumusan).contains("sudah ditarik"));
        assert!(new(&[("indikator", "ASN-01")], &rumusan).contains("Indikator itu tidak ada"));
        let given_up = rtl(house, &orang.desi, &id, &rumusan, &[]);
        let withdrawn = rtl(house, &orang.desi, &id, &rumusan, &[]);
        let batal = house.post(&orang.desi, &format!("{given_up}/batal"), &[("alasan", "Tercatat dua kali")]);
        assert_eq!(batal.status, 303);
        assert_eq!(jawaban(&lapor(house, &orang.kab, &given_up, true, ("ba.pdf", PDF))), "RTL-11");
        assert!(house.get(&orang.kab, &given_up).has("Dibatalkan: Tercatat dua kali"));
        catat(&house.hall, &pelaku(), &id, |r| {
            let pihak = r.pihak[0].id.clone();
            Ok(vec![(Isi::PihakDitarik { pihak, alasan: "digabung".into() }, None)])
        })
        .expect("withdrawn");
        assert_eq!(jawaban(&lapor(house, &orang.kab, &withdrawn, false, ("", b""))), "RTL-14");
        assert_eq!(house.get(&orang.kab, &withdrawn).status, 200, "what was readable stays so");
        let batal =
            house.post(&orang.desi, &format!("{withdrawn}/batal"), &[("alasan", "Instansinya digabung")]);
        assert_eq!(batal.status, 303);
        catat(&house.hall, &pelaku(), &id, |_| Ok(vec![(Isi::Ditutup, None)])).expect("closed");
        assert_eq!(
            jawaban(&house.post(
                &orang.desi,
                &format!("{withdrawn}/batal"),
                &[("alasan", "Sekali lagi saja")]
            )),
            "RTL-10"
        );
    });
}

#[test]
fn baselines_are_measured_and_what_did_not_move_says_so() {
    with_house("rtl-angka", |house, bench| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let path = format!("/rakor/{id}/rtl/baru");
        let stored = host::indikator::deret::simpan(&house.hall, "uji", "Uji", day("2026-09-30"));
        stored.expect("a row of the series");
        let bound = [
            ("indikator", "NONASN-01"),
            ("target", "1"),
            ("instansi", "B"),
            ("instansi", "C"),
            ("verifikator", "P"),
        ];
        let look = form(&rumusan, &[&bound[..], &[("langkah", "periksa")]].concat());
        let page = house.post(&orang.desi, &path, &look);
        assert_eq!(page.status, 200, "{}", said(&page));
        assert!(page.has("3 orang") && page.has("belum terukur"), "A has three, C has no data");
        assert!(page.has("bukan hari kerja"), "26 December 2026 is a Saturday");
        assert!(page.has("Catat RTL"));
        let wrong = form(&rumusan, &[&bound[..], &[("target", "2")]].concat());
        let page = house.post(&orang.desi, &path, &wrong);
        assert_eq!(page.status, 422);
        assert!(
            page.has("makin rendah makin baik") && page.has("Angka awal 1."),
            "B has one; nothing is recorded"
        );
        assert!(house.get(&orang.desi, &format!("/rakor/{id}/rtl")).has("Tidak ada rencana tindak lanjut"));
        let own =
            form(&rumusan, &[&bound[..], &[("target", "2"), ("target.B", "0"), ("target.C", "0")]].concat());
        assert_eq!(house.post(&orang.desi, &path, &own).location, format!("/rakor/{id}/rtl?pesan=dicatat"));
        let board = house.get(&orang.lain, &format!("/rakor/{id}/rtl"));
        assert!(board.has("0 dari 3 tercapai") && board.has("Belum terukur"));
        // Judged done while the figure stands still, then it moves.
        let at = board.body.split("href=\"").find(|h| h.starts_with("/rtl/")).expect("one");
        let at = at.split('"').next().expect("its address").to_owned();
        assert_eq!(lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF)).status, 303);
        let laporan = terbaru(house, &orang.desi, &at);
        assert_eq!(nilai(house, &orang.desi, &at, "selesai", &laporan).status, 303);
        let page = house.get(&orang.kab, &at);
        assert!(page.has("Selesai, angka tidak bergerak") && page.has("tidak bergerak ke arah target"));
        assert!(page.has("30 Sep 2026 <b>3</b>"), "what stood stored is told with its day");
        let drawn = page.body.split_once("class=\"gambar-angka\"").expect("a picture").1;
        let path = drawn.split_once("path d=\"").and_then(|p| p.1.split('"').next()).unwrap_or("");
        assert_eq!(path.matches('L').count(), 2, "the day of the rakor, the stored quarter, now: {path}");
        bench.append("A", &[orang_baru(1, 41), orang_baru(2, 42)]);
        let page = house.get(&orang.kab, &at);
        assert!(page.has("<h2 id=\"putusan\">Tercapai</h2>") && page.has("menunggu surat atau SE Gubernur"));
        let alur = house.get(&orang.kab, &format!("/rakor/{id}"));
        assert!(alur.has("Apakah rakor ini mengubah angka?") && alur.has("membaik di 1 dari 3 instansi"));
        assert!(alur.has("1 tetap, 1 belum terukur"), "{}", alur.status);
        let csv = house.get(&orang.kab, &format!("/rakor/{id}/rtl/unduh.csv"));
        assert_eq!((csv.status, csv.body.lines().count()), (200, 4));
        let one = house.get(&orang.kab, &format!("/rakor/{id}/rtl/unduh.csv?pemilik=C"));
        assert!(one.has("belum terukur") && one.body.lines().count() == 2);
    });
}

fn orang_baru(n: u8, entry: u8) -> Entry {
    Entry { recorded: Stamp(NOW.0 + 3_600_000_000), ..orang(n, entry, "PNS", "2026-11-01") }
}

/// What a file is called, what is in it, what is answered.
fn hostile() -> Vec<(&'static str, Vec<u8>, u16, &'static str)> {
    let eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    let mut hidden = PDF.to_vec();
    hidden.extend(eicar.bytes());
    let mut large = PDF.to_vec();
    large.resize(26 << 20, b'x');
    vec![
        ("uji.pdf", eicar.into_bytes(), 422, "berkas uji virus"),
        ("uji.pdf", hidden, 422, "berkas uji virus"),
        ("laporan.pdf", b"MZ\x90\x00program".to_vec(), 422, "bukan PDF"),
        ("laporan.pdf", b"<html><script>x</script>".to_vec(), 422, "bukan PDF"),
        ("aktif.pdf", b"%PDF-1.4 /Open#41ction /JavaScript (x)".to_vec(), 422, "memuat skrip"),
        ("besar.pdf", large, 413, "25 MB"),
        ("ba.pdf", PDF.to_vec(), 303, ""),
    ]
}

#[test]
fn evidence_that_is_none_is_refused_and_the_rest_is_for_few() {
    with_house("rtl-bukti", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let at = rtl(house, &orang.desi, &id, &rumusan, &[]);
        for (name, file, status, words) in hostile() {
            let page = lapor(house, &orang.kab, &at, true, (name, &file));
            assert_eq!((page.status, page.has(words)), (status, true), "{name} {words}");
            assert!(
                status == 303 || status == 413 || page.has("Sudah diverifikasi bersama."),
                "nothing typed is lost"
            );
        }
        let page = house.get(&orang.kab, &at);
        let links: Vec<&str> = page
            .body
            .split("href=\"")
            .filter(|h| h.contains("/bukti/"))
            .filter_map(|h| h.split('"').next())
            .collect();
        assert_eq!(links.len(), 1, "only the last one was kept");
        let file = house.get(&orang.kab, links[0]);
        assert_eq!((file.status, file.bytes.as_slice()), (200, PDF));
        assert!(file.header("content-disposition").starts_with("attachment"));
        for (who, status) in [(&orang.desi, 200), (&orang.veri, 200), (&orang.lain, 404)] {
            assert_eq!(house.get(who, links[0]).status, status);
        }
        assert!(
            !house.get(&orang.lain, &at).has("/bukti/"),
            "others do not see that there is a file to read"
        );
    });
}

/// Role and instansi; the board, a follow-up, its evidence, the form, then what sending answers: a new one, a
/// report, a judgement, giving up.
const ACCESS: &[(Role, &str, [u16; 8])] = &[
    (Role::Petugas, "P", [200, 200, 200, 200, 422, 422, 422, 422]),
    (Role::Petugas, "A", [200, 200, 200, 403, 403, 422, 422, 403]),
    (Role::Petugas, "C", [200, 200, 404, 403, 403, 422, 422, 403]),
    (Role::Petugas, "Z", [404, 404, 404, 404, 404, 404, 404, 404]),
    (Role::Notulis, "P", [200, 200, 200, 403, 403, 403, 403, 403]),
    (Role::Pimpinan, "B", [200, 200, 200, 403, 403, 422, 422, 403]),
    (Role::Auditor, "B", [200, 200, 200, 403, 403, 403, 422, 403]),
    (Role::PetugasData, "A", [200, 200, 200, 403, 403, 422, 403, 403]),
    (Role::Operator, "A", [403, 403, 403, 403, 403, 403, 403, 403]),
    (Role::Pegawai, "A", [403, 403, 403, 403, 403, 403, 403, 403]),
];

#[test]
fn who_may_see_and_do_what() {
    with_house("rtl-akses", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let at = rtl(house, &orang.desi, &id, &rumusan, &[]);
        assert_eq!(lapor(house, &orang.kab, &at, true, ("ba.pdf", PDF)).status, 303);
        let page = house.get(&orang.kab, &at);
        let evidence = page.body.split("href=\"").find(|h| h.contains("/bukti/")).expect("evidence");
        let evidence = evidence.split('"').next().expect("its address").to_owned();
        for (n, (role, instansi, wanted)) in ACCESS.iter().enumerate() {
            let unit = if *role == Role::Operator { "U" } else { "" };
            let who = house.browser(&format!("orang{n}"), *role, instansi, unit, None);
            let got = [
                house.get(&who, &format!("/rakor/{id}/rtl")).status,
                house.get(&who, &at).status,
                house.get(&who, &evidence).status,
                house.get(&who, &format!("/rakor/{id}/rtl/baru")).status,
                house.post(&who, &format!("/rakor/{id}/rtl/baru"), &[]).status,
                house.upload(&who, &format!("{at}/laporan"), &[], "", b"").status,
                house.post(&who, &format!("{at}/verifikasi"), &[("hasil", "kembalikan")]).status,
                house.post(&who, &format!("{at}/batal"), &[]).status,
            ];
            assert_eq!(got, *wanted, "{role:?} {instansi}");
        }
    });
}

#[test]
fn requests_are_written_sent_and_answered() {
    with_house("rtl-saran", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-08-19");
        let list = format!("/rakor/{id}/rekomendasi");
        let empty = house.post(&orang.desi, &format!("{list}/baru"), &[("arah", "luar")]);
        assert_eq!((empty.status, empty.has("Isi 3 sampai 200 huruf")), (422, true));
        for (arah, kepada) in [("luar", "Kepala BKN"), ("gubernur", "SE Gubernur")] {
            let fields = [
                ("arah", arah),
                ("rumusan", rumusan.as_str()),
                ("kepada", kepada),
                ("permintaan", "Membuka unduhan massal"),
            ];
            assert_eq!(house.post(&orang.desi, &format!("{list}/baru"), &fields).location, list);
            assert_eq!(house.post(&orang.kab, &format!("{list}/baru"), &fields).status, 403);
        }
        let page = house.get(&orang.kab, &list);
        assert!(page.has("Kepala BKN") && page.has("SE Gubernur") && page.has("Belum dikirim"));
        assert!(!page.has("Catat kelanjutannya"), "only the convener says what became of it");
        let page = house.get(&orang.desi, &list);
        let at = page.body.split("action=\"").find(|a| a.starts_with(&format!("{list}/0"))).expect("a form");
        let at = at.split('"').next().expect("its address").to_owned();
        let say = |keadaan: &str, tanggal: &str, catatan: &str| {
            house.post(&orang.desi, &at, &[("keadaan", keadaan), ("tanggal", tanggal), ("catatan", catatan)])
        };
        assert!(say("dijawab", "01-10-2026", "sudah dibuka").has("REK-01"), "never sent");
        assert_eq!(say("terkirim", "23-11-2026", "800/1").status, 422, "tomorrow");
        assert_eq!(say("terkirim", "24-08-2026", "").status, 422);
        assert_eq!(say("terkirim", "24-08-2026", "800/1").status, 303);
        assert_eq!(say("dijawab", "09-10-2026", "dibuka Januari").status, 303);
        assert!(say("ditolak", "10-10-2026", "berubah lagi").has("REK-01"));
        let page = house.get(&orang.lain, &list);
        assert!(page.has("800/1") && page.has("dibuka Januari") && page.has("9 Okt 2026"));
    });
}

#[test]
fn pages_are_cheap_and_the_next_rakor_opens_with_what_is_open() {
    with_house("rtl-murah", |house, _| {
        let orang = orang_orang(house);
        let (id, rumusan, _) = rakor(house, "", "2026-05-12");
        let more = [("indikator", "NONASN-01"), ("target", "0")];
        let at = rtl(house, &orang.desi, &id, &rumusan, &more);
        let (second, _, _) = rakor(house, &id, "2026-08-19");
        let (third, point, _) = rakor(house, &id, "2026-11-20");
        rtl(house, &orang.desi, &third, &point, &more);
        for opened in [&second, &third] {
            let page = house.get(&orang.kab, &format!("/rakor/{opened}"));
            assert!(
                page.has("Laporan tindak lanjut rakor sebelumnya") && page.has(&at),
                "the first item by itself"
            );
            assert!(page.has("dari Rakor 2026-05-12"), "with where it comes from");
            assert!(house.get(&orang.kab, &format!("/rakor/{opened}/rtl")).has("Bawaan rakor sebelumnya"));
        }
        assert!(
            !house.get(&orang.kab, &format!("/rakor/{id}")).has("Laporan tindak lanjut rakor sebelumnya")
        );
        let rakor = format!("/rakor/{third}");
        for path in [
            rakor.clone(),
            format!("{rakor}/rtl"),
            format!("{rakor}/rtl/unduh.csv"),
            format!("{rakor}/rtl/baru"),
            format!("{rakor}/rekomendasi"),
            format!("{rakor}/rekomendasi/baru"),
            at.clone(),
        ] {
            house.get(&orang.desi, &path);
            let before = house.queries();
            let page = house.get(&orang.desi, &path);
            let statements = house.queries() - before;
            assert_eq!(page.status, 200, "{path}");
            assert!(statements <= 6, "{path}: {statements} statements");
            assert!(path.ends_with(".csv") || page.body.matches("<h1").count() == 1, "{path}");
        }
    });
}

#[test]
fn samples_are_whole_documents() {
    for sample in crate::view::samples() {
        let html = sample.body.into_string();
        assert_eq!(html.matches("<h1").count(), 1, "{}", sample.name);
        assert!(!html.contains(" style=") && !html.contains(" onclick="), "{}", sample.name);
    }
}
