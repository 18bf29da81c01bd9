//! Before the meeting: prepared by its convener, answered by whom it invites, closed to everybody else.

use super::modules;
use axum::body::Body;
use axum::http::{Request, header};
use host::Role;
use host::testing::{Browser, House, Page, on_both};

/// Somebody of the province and of three regions; C is never invited.
pub struct Orang {
    pub petugas: Browser,
    pub notulis: Browser,
    pub a: Browser,
    pub b: Browser,
    pub c: Browser,
}

impl Orang {
    /// Accounts of a node.
    pub fn dari(house: &House) -> Orang {
        let of = |name: &str, role, instansi: &str| house.browser(name, role, instansi, "", None);
        Orang {
            petugas: of("desi", Role::Petugas, "P"),
            notulis: of("nina", Role::Notulis, "P"),
            a: of("andi", Role::Petugas, "A"),
            b: of("budi", Role::Petugas, "B"),
            c: of("citra", Role::Petugas, "C"),
        }
    }
}

pub const SEMUA: [&str; 4] = ["P", "A", "B", "C"];

/// A node with a province and three regions, on both engines.
pub fn di_simpul(name: &str, body: impl Fn(&House, &Orang)) {
    let journals = SEMUA.map(|i| (i, Vec::new()));
    on_both(name, modules(), &journals, |house, _| {
        body(house, &Orang::dari(house));
    });
}

/// Sends a form that must be taken; answers where it leads.
pub fn kirim(house: &House, who: &Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let page = house.post(who, path, fields);
    assert_eq!(page.status, 303, "{path}: {}", kalimat(&page));
    page.location
}

/// What a refusal says.
pub fn kalimat(page: &Page) -> String {
    let main = page.body.split_once("<main").map_or(page.body.as_str(), |p| p.1);
    let text: String = main.split('<').filter_map(|p| p.split_once('>')).map(|p| p.1).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(400).collect()
}

/// A rakor of the province today, with A and B on the list and invitations out.
pub fn diundang(house: &House, orang: &Orang) -> String {
    let today = house.hall.today().dmy();
    let form = [("templat", "kepegawaian"), ("judul", "Rakor triwulan III"), ("tanggal", today.as_str())];
    let at = kirim(house, &orang.petugas, "/rakor/baru", &form);
    let parties = [("instansi", "A"), ("instansi", "B"), ("peran", "Kepala BKPSDM"), ("luar_lain", "BKN")];
    kirim(house, &orang.petugas, &format!("{at}/pihak"), &parties);
    kirim(house, &orang.petugas, &format!("{at}/undang"), &[]);
    at
}

/// The piece of a page after a mark, up to a quote.
pub fn sesudah<'p>(page: &'p Page, mark: &str) -> &'p str {
    page.body.split_once(mark).and_then(|p| p.1.split('"').next()).unwrap_or("")
}

#[test]
fn a_rakor_is_prepared_and_answered() {
    di_simpul("rakor-persiapan", |house, o| {
        let at = diundang(house, o);
        let page = house.get(&o.petugas, &format!("{at}/persiapan"));
        assert_eq!(page.status, 200, "{}", kalimat(&page));
        assert!(page.has("Teks untuk aplikasi pesan") && page.has("Tautan daring"));
        let again = [("instansi", "A"), ("instansi", "C"), ("peran", "Kepala BKPSDM")];
        let said = kirim(house, &o.petugas, &format!("{at}/pihak"), &again);
        assert!(said.ends_with("pihak-sebagian"), "{said}");
        let said = kirim(house, &o.petugas, &format!("{at}/pihak"), &again);
        assert!(said.ends_with("pihak-ada"), "{said}");

        let own = house.get(&o.a, &format!("{at}/persiapan"));
        assert!(own.has("Undangan Anda") && !own.has("Kirim undangan") && !own.has("Tautan daring"));
        let pihak = sesudah(&own, "name=\"pihak\" value=\"").to_owned();
        let without = [("pihak", pihak.as_str()), ("jawaban", "mewakili"), ("nama", "Sari")];
        let refused = house.post(&o.a, &format!("{at}/jawaban"), &without);
        assert!(refused.status == 422 && refused.has("surat tugas"), "{}", kalimat(&refused));
        let whole = [&without[..], &[("jabatan", "Sekretaris"), ("kuasa", "ST 1/2026")]].concat();
        kirim(house, &o.a, &format!("{at}/jawaban"), &whole);
        assert!(house.get(&o.petugas, &format!("{at}/persiapan")).has("Diwakili: Sari"));
        let other = house.post(&o.b, &format!("{at}/jawaban"), &whole);
        assert!(other.status == 422 && other.has("RAKOR-10"), "an answer for somebody else");
        kirim(house, &o.a, &format!("{at}/jawaban"), &[("pihak", &pihak), ("jawaban", "berhalangan")]);

        let ics = house.get(&o.a, &format!("{at}/undangan/{pihak}.ics"));
        assert!(ics.header("content-type").starts_with("text/calendar") && !ics.has("Sari"));
        assert_eq!(house.get(&o.b, &format!("{at}/undangan/{pihak}.ics")).status, 404);

        let before = house.queries();
        house.get(&o.petugas, &format!("{at}/persiapan"));
        assert!(house.queries() - before <= 6, "{}", house.queries() - before);
        kirim(
            house,
            &o.petugas,
            &format!("{at}/pihak/tarik"),
            &[("pihak", &pihak), ("alasan", "Salah undang, bukan wilayah kerja")],
        );
        assert_eq!(house.get(&o.a, &format!("{at}/persiapan")).status, 200, "what it could read it may read");
        let late = house.post(&o.a, &format!("{at}/jawaban"), &whole);
        assert!(late.has("RAKOR-24"), "{}", kalimat(&late));
        kirim(house, &o.petugas, &format!("{at}/batal"), &[("alasan", "Digabung dengan rakor triwulan IV")]);
        assert!(house.get(&o.b, &format!("{at}/persiapan")).has("Rakor ini dibatalkan"));
    });
}

#[test]
fn what_is_odd_is_said_and_nothing_typed_is_lost() {
    di_simpul("rakor-salah", |house, o| {
        let at = diundang(house, o);
        let today = house.hall.today().dmy();
        for (field, value, sentence) in [
            ("judul", "", "Isi judul rakor."),
            ("tanggal", "31-02-2026", "Tanggal tidak terbaca."),
            ("pukul_dari", "25.00", "Pukul tidak terbaca."),
            ("pukul_sampai", "08.00", "Waktu selesai harus sesudah"),
            ("tautan", "javascript:alert(1)", "Tautan diawali https://."),
            ("tempat", &"x".repeat(201), "Tempat: paling panjang 200 huruf"),
        ] {
            let mut form = vec![
                ("judul", "Rakor"),
                ("tanggal", today.as_str()),
                ("tempat", "Aula"),
                ("pukul_dari", "09.00"),
                ("pukul_sampai", "12.00"),
                ("tautan", ""),
                ("tema", "Data ASN"),
            ];
            form.iter_mut().filter(|p| p.0 == field).for_each(|p| p.1 = value);
            let page = house.post(&o.petugas, &format!("{at}/pokok"), &form);
            assert!(
                page.status == 422 && page.has(sentence) && page.has("value=\"Data ASN\""),
                "{field}: {}",
                kalimat(&page)
            );
        }
        let agenda = [
            ("butir", "a2"),
            ("urut", "1"),
            ("pukul", "9:00"),
            ("judul", "Desk"),
            ("penyaji", "BKD"),
            ("butir", "a1"),
            ("urut", "2"),
            ("pukul", ""),
            ("judul", ""),
            ("penyaji", ""),
            ("butir", ""),
            ("urut", "0"),
            ("pukul", ""),
            ("judul", "Pembukaan"),
            ("penyaji", ""),
        ];
        kirim(house, &o.petugas, &format!("{at}/agenda"), &agenda);
        let page = house.get(&o.a, &format!("{at}/persiapan"));
        let (first, second) = (page.body.find("Pembukaan"), page.body.find("Desk"));
        assert!(first.is_some() && first < second && page.has("09.00"));
        let wrong =
            house.post(&o.petugas, &format!("{at}/bahan"), &[("tenggat", "01-01-2020"), ("uraian", "DIM")]);
        assert!(wrong.has("RAKOR-25"));
    });
}

#[test]
fn papers_are_kept_by_what_they_are_and_read_by_whom_they_concern() {
    di_simpul("rakor-paparan", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/paparan");
        for (name, file, sentence) in [
            ("a.pdf", b"MZ\x90".to_vec(), "bukan PDF"),
            ("a.pdf", [b"%PDF-1.7 ".as_slice(), b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"].concat(), "uji virus"),
            ("kosong.pdf", Vec::new(), "Pilih berkas"),
        ] {
            let page = house.upload(&o.a, &to, &[("judul", "Bahan")], name, &file);
            assert!(page.status == 422 && page.has(sentence), "{name}: {}", kalimat(&page));
        }
        let large = [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![0; 26 << 20]].concat();
        let page = house.upload(&o.a, &to, &[("judul", "Bahan")], "besar.png", &large);
        assert!(page.status == 413 && page.has("Batas berkas 25 MB"), "{}", kalimat(&page));
        // Whoever says how much is coming is answered before a byte of it is taken.
        let told = Request::post(&to)
            .header(header::COOKIE, &o.a.cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::CONTENT_LENGTH, 200_u64 << 20);
        let page = house.ask(told.body(Body::empty()).expect("request"));
        assert!(page.status == 413 && page.has("Batas berkas 25 MB"), "{}", kalimat(&page));
        assert!(!house.get(&o.a, &format!("{at}/persiapan")).has("Bahan ·"), "nothing was kept");
        let made = house.upload(
            &o.petugas,
            &to,
            &[("judul", "Kebijakan SIASN"), ("kebijakan", "1")],
            "../x\".exe",
            b"%PDF-1.7 isi",
        );
        assert_eq!(made.status, 303, "{}", kalimat(&made));
        let page = house.get(&o.a, &format!("{at}/persiapan"));
        assert!(page.has("dibaca 0 dari 2 instansi") && page.has("Sudah dibaca"));
        let file = sesudah(&page, &format!("href=\"{at}/berkas/")).to_owned();
        let got = house.get(&o.a, &format!("{at}/berkas/{file}"));
        assert_eq!((got.status, got.header("content-type")), (200, "application/pdf"));
        assert!(
            got.header("content-disposition").ends_with(".pdf\""),
            "{}",
            got.header("content-disposition")
        );
        assert_eq!(house.get(&o.c, &format!("{at}/berkas/{file}")).status, 404);
        kirim(house, &o.a, &format!("{at}/paparan/baca"), &[("paparan", &file)]);
        let page = house.get(&o.petugas, &format!("{at}/persiapan"));
        assert!(page.has("dibaca 1 dari 2 instansi") && page.has("Belum: Instansi B"), "{}", kalimat(&page));
        assert!(!house.get(&o.a, &format!("{at}/persiapan")).has("Sudah dibaca"));
    });
}

#[test]
fn the_letter_of_a_representative_is_for_two() {
    di_simpul("rakor-kuasa", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/kuasa");
        let own = house.get(&o.a, &format!("{at}/persiapan"));
        let pihak = sesudah(&own, "name=\"pihak\" value=\"").to_owned();
        let send =
            |who: &Browser, file: &[u8]| house.upload(who, &to, &[("pihak", &pihak)], "ST 1.pdf", file);
        let early = send(&o.a, b"%PDF-1.7 surat");
        assert!(early.status == 422 && early.has("sesudah undangan dijawab diwakili"), "{}", kalimat(&early));
        let answer =
            [("pihak", pihak.as_str()), ("jawaban", "mewakili"), ("nama", "Sari"), ("jabatan", "Sekretaris")];
        kirim(house, &o.a, &format!("{at}/jawaban"), &[&answer[..], &[("kuasa", "ST 1/2026")]].concat());
        for (file, sentence) in
            [(&b"MZ\x90"[..], "bukan PDF"), (b"%PDF-1.7 /JavaScript (x)", "skrip"), (b"", "Pilih berkas")]
        {
            let page = send(&o.a, file);
            assert!(page.status == 422 && page.has(sentence), "{}", kalimat(&page));
        }
        assert_eq!(send(&o.b, b"%PDF-1.7 surat").status, 422, "another's");
        assert_eq!(send(&o.c, b"%PDF-1.7 surat").status, 404, "not invited");
        assert_eq!(send(&o.a, b"%PDF-1.7 surat").status, 303);
        let letter = format!("{to}/{pihak}");
        let read = |who: &Browser| house.get(who, &letter).status;
        assert_eq!((read(&o.petugas), read(&o.a), read(&o.b), read(&o.c)), (200, 200, 404, 404));
        assert!(house.get(&o.petugas, &letter).header("content-disposition").contains("ST 1.pdf"));
        assert!(house.get(&o.petugas, &format!("{at}/persiapan")).has(&letter));
        assert!(!house.get(&o.b, &format!("{at}/persiapan")).has(&letter));
        kirim(house, &o.a, &format!("{at}/jawaban"), &[("pihak", &pihak), ("jawaban", "hadir")]);
        assert_eq!(read(&o.petugas), 200, "what was brought stays");
    });
}

#[test]
fn drafts_of_a_region_are_its_own() {
    di_simpul("rakor-masalah", |house, o| {
        let at = diundang(house, o);
        let to = format!("{at}/masalah");
        let problem = [("jenis", "masalah"), ("uraian", "Selisih data 214 orang"), ("bidang", "SIASN")];
        kirim(house, &o.a, &to, &problem);
        let sees = |who: &Browser, text: &str| house.get(who, &to).has(text);
        assert!(sees(&o.a, "Selisih data 214") && sees(&o.a, "Draf"));
        assert!(!sees(&o.b, "Selisih data 214") && !sees(&o.petugas, "Selisih data 214"));
        let own = house.get(&o.a, &to);
        let id = sesudah(&own, "?ubah=").to_owned();
        assert!(!house.get(&o.b, &format!("{to}?ubah={id}")).has("Selisih data 214"), "by guessing");
        let stolen = house.post(&o.b, &to, &[("mengganti", &id), ("uraian", "Bukan punya saya")]);
        assert!(stolen.status == 422 && stolen.has("bukan milik instansi Anda"));
        let empty = house.post(&o.a, &to, &[("jenis", "praktik"), ("uraian", " "), ("sebab", "cara kami")]);
        assert!(empty.status == 422 && empty.has("cara kami"), "what was typed stays");
        kirim(
            house,
            &o.a,
            &to,
            &[("jenis", "praktik"), ("uraian", "Klinik berkas mingguan"), ("usul", "Tiru")],
        );
        kirim(house, &o.a, &format!("{to}/kirim"), &[]);
        assert!(
            sees(&o.petugas, "Selisih data 214") && !sees(&o.b, "Selisih data 214"),
            "sent to the convener"
        );
        let found =
            |who: &Browser| house.get(who, "/rakor/masalah?kata=berkas").has("Klinik berkas mingguan");
        assert!(found(&o.petugas) && found(&o.a) && !found(&o.b) && !found(&o.c));
        kirim(house, &o.petugas, &format!("{at}/tahap"), &[("tahap", "dibuka")]);
        assert!(sees(&o.b, "Selisih data 214"), "it has begun");
        kirim(house, &o.b, &format!("{to}/dukung"), &[("masalah", &id)]);
        assert!(sees(&o.a, "juga di 1 instansi"));
        let all = house.get(&o.b, "/rakor/masalah");
        let (practice, problem) = (all.body.find("Klinik berkas"), all.body.find("Selisih data"));
        assert!(practice.is_some() && practice < problem, "who solved it comes first");
    });
}

#[test]
fn who_is_not_invited_finds_nothing() {
    di_simpul("rakor-luar", |house, o| {
        let at = diundang(house, o);
        let id = at.trim_start_matches("/rakor/");
        let operator = house.browser("opi", Role::Operator, "A", "u", None);
        let pegawai = house.browser("peg", Role::Pegawai, "A", "", None);
        for page in [
            "persiapan",
            "masalah",
            "hadir",
            "notulen",
            "rumusan",
            "proyektor",
            "siaran",
            "berkas/x",
            "undangan/x.ics",
        ] {
            assert_eq!(house.get(&o.c, &format!("{at}/{page}")).status, 404, "{page}");
            assert_eq!(house.get(&operator, &format!("{at}/{page}")).status, 403, "{page}");
            assert_eq!(house.get(&pegawai, &format!("{at}/{page}")).status, 403, "{page}");
            assert_eq!(
                house.get(&Browser::default(), &format!("{at}/{page}")).status,
                303,
                "{page}: the door"
            );
        }
        // What only the convener does: an invited region is told so, one that is not finds nothing.
        for path in ["pokok", "agenda", "undang", "tahap", "rumusan/sepakati"] {
            let form = [("judul", "x"), ("teks", "x"), ("tahap", "dibuka")];
            assert_eq!(house.post(&o.a, &format!("{at}/{path}"), &form).status, 422, "{path}");
            assert_eq!(house.post(&o.c, &format!("{at}/{path}"), &form).status, 404, "{path}");
            assert_eq!(house.post(&o.notulis, &format!("{at}/{path}"), &form).status, 403, "{path}");
        }
        for path in ["presensi", "kode", "hadir/csv"] {
            assert_eq!(house.get(&o.a, &format!("{at}/{path}")).status, 403, "{path}");
            assert_eq!(house.get(&o.c, &format!("{at}/{path}")).status, 404, "{path}");
        }
        for strange in ["x", "..%2f..", &"0".repeat(3_000), "%00", "00000000-0000-7000-8000-000000000000"] {
            for page in ["persiapan", "notulen", "rumusan"] {
                let status = house.get(&o.petugas, &format!("/rakor/{strange}/{page}")).status;
                assert_eq!(status, 404, "{strange:.20} {page}");
            }
        }
        assert!(!id.is_empty());
    });
}
