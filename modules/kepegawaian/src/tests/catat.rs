//! Catat SK from outside: what is typed, what is shown before it is recorded, what stands afterwards.

use super::{Village, province, sound, with_village};
use host::Role;
use host::testing::{Browser, Page};

/// Fields of a form: name and value.
type Fields<'f> = Vec<(&'f str, &'f str)>;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn officer(village: &Village, name: &str) -> Browser {
    village.house.browser(name, Role::Petugas, &province(), "", None)
}

/// An SK about a kenaikan pangkat with its new gaji pokok.
fn kenaikan_pangkat<'f>(dasar: &'f str) -> Fields<'f> {
    vec![
        ("dasar", dasar),
        ("bobot", "sk"),
        ("jenis_dokumen", "SK Gubernur"),
        ("nomor", "823.3/77/BKD/2026"),
        ("tanggal", "15-09-2026"),
        ("penandatangan", "Gubernur Bumi Raya"),
        ("p0_jenis", "golongan"),
        ("p0_tindakan", "perubahan"),
        ("p0_tmt", "01-10-2026"),
        ("p0_isi_golongan", "33"),
        ("p0_isi_mk_tahun", "8"),
        ("p0_isi_mk_bulan", "0"),
        ("p1_jenis", "gaji_berkala"),
        ("p1_tindakan", "perubahan"),
        ("p1_tmt", "01-10-2026"),
        ("p1_isi_gaji_pokok", "3.420.600"),
    ]
}

fn with<'f>(mut fields: Fields<'f>, more: &[(&'f str, &'f str)]) -> Fields<'f> {
    fields.retain(|f| !more.iter().any(|m| m.0 == f.0));
    fields.extend_from_slice(more);
    fields
}

fn send(village: &Village, who: &Browser, key: &str, fields: &Fields<'_>, file: &[u8]) -> Page {
    let path = format!("/pegawai/{}/catat", village.id(key));
    village.house.upload(who, &path, fields, "naskah.pdf", file)
}

/// Entries about a person, as the form carries them.
fn entries(village: &Village, who: &Browser, key: &str) -> String {
    let form = village.house.get(who, &format!("/pegawai/{}/catat?jenis=golongan", village.id(key)));
    assert_eq!(form.status, 200);
    sound(&form.body);
    hidden(&form, "dasar")
}

fn hidden(page: &Page, name: &str) -> String {
    let from = page.body.find(&format!("name=\"{name}\" value=\"")).expect("a hidden field");
    let rest = &page.body[from..];
    let value = rest.split("value=\"").nth(1).and_then(|r| r.split('"').next());
    value.expect("its value").to_owned()
}

/// First address below a heading that holds a word.
fn href(page: &Page, heading: &str, word: &str) -> String {
    let from = page.body.find(&format!("id=\"{heading}\"")).expect("a heading");
    let addresses = page.body[from..].split("href=\"").skip(1).filter_map(|r| r.split('"').next());
    let found = addresses.into_iter().find(|h| h.contains(word));
    found.unwrap_or_else(|| panic!("no address with {word}")).replace("&amp;", "&")
}

fn person(village: &Village, who: &Browser, key: &str, query: &str) -> Page {
    let page = village.house.get(who, &format!("/pegawai/{}?{query}", village.id(key)));
    assert_eq!(page.status, 200);
    page
}

#[test]
fn a_kenaikan_pangkat_with_its_gaji_is_recorded_corrected_and_annulled() {
    with_village("catat-tiga-tindakan", |village, _| {
        let desi = officer(village, "desi");
        let dasar = entries(village, &desi, "ratih");
        let form = kenaikan_pangkat(&dasar);

        let checked = send(village, &desi, "ratih", &with(form.clone(), &[("aksi", "periksa")]), PDF);
        assert_eq!(checked.status, 200);
        sound(&checked.body);
        for text in ["III/b", "III/c", "Rp3.420.600", "SK Gubernur 823.3/77/BKD/2026", "naskah.pdf"] {
            assert!(checked.has(text), "{text}");
        }
        assert!(
            person(village, &desi, "ratih", "").has("III/b"),
            "nothing is written before it is confirmed"
        );

        let kept = hidden(&checked, "berkas_tersimpan");
        let done =
            with(form, &[("aksi", "simpan"), ("berkas_tersimpan", &kept), ("nama_berkas", "naskah.pdf")]);
        // Whoever knows the hash of a paper has not brought it.
        let dewi = officer(village, "dewi");
        let forged = send(village, &dewi, "ratih", &done, b"");
        assert!(forged.status == 422 && forged.has("Berkas dokumen tidak ada lagi"));
        let saved = send(village, &desi, "ratih", &done, b"");
        assert_eq!(saved.status, 303);
        let landed = village.house.get(&desi, &saved.location);
        assert!(landed.has("Tercatat di jurnal sebagai catatan"));
        let history = person(village, &desi, "ratih", "bagian=riwayat");
        assert!(history.has("III/c") && history.has("Rp3.420.600") && history.has("8 tahun 0 bulan"));

        // The paper can be read by whoever reads the person, and by nobody of another instansi.
        let paper = href(&history, "golongan", "/dokumen/");
        assert_eq!(village.house.get(&desi, &paper).status, 200);
        let neighbour = village.house.browser("tamu", Role::Petugas, "B2", "", None);
        assert_eq!(village.house.get(&neighbour, &paper).status, 404);

        // Ralat: the golongan was III/c, the years of service were 9.
        let correct = href(&history, "golongan", "ralat=");
        let begun = village.house.get(&desi, &correct);
        assert!(begun.has("Meralat catatan"));
        let target = hidden(&begun, "p0_sasaran");
        let dasar = hidden(&begun, "dasar");
        let ralat: Fields<'_> = vec![
            ("dasar", &dasar),
            ("bobot", "surat"),
            ("jenis_dokumen", "Surat ralat"),
            ("nomor", "800/5/2026"),
            ("tanggal", "20-10-2026"),
            ("penandatangan", "Kepala BKD"),
            ("p0_jenis", "golongan"),
            ("p0_tindakan", "ralat"),
            ("p0_sasaran", &target),
            ("p0_tmt", "01-10-2026"),
            ("p0_isi_golongan", "33"),
            ("p0_isi_mk_tahun", "9"),
            ("p0_isi_mk_bulan", "0"),
        ];
        let checked = send(village, &desi, "ratih", &with(ralat.clone(), &[("aksi", "periksa")]), b"");
        assert!(checked.has("<del>8</del>") && checked.has("<ins>9</ins>"));
        let saved = send(village, &desi, "ratih", &with(ralat, &[("aksi", "simpan")]), b"");
        assert_eq!(saved.status, 303);
        let history = person(village, &desi, "ratih", "bagian=riwayat");
        assert!(history.has("9 tahun 0 bulan") && history.has("meralat catatan"));

        // Pembatalan speaks of the first statement, not of its ralat.
        let annul = href(&history, "golongan", "batal=");
        assert!(annul.ends_with(&target), "{annul} {target}");
        let begun = village.house.get(&desi, &annul);
        let dasar = hidden(&begun, "dasar");
        let batal: Fields<'_> = vec![
            ("dasar", &dasar),
            ("bobot", "sk"),
            ("jenis_dokumen", "SK Gubernur"),
            ("nomor", "823.3/99/BKD/2026"),
            ("tanggal", "01-11-2026"),
            ("penandatangan", "Gubernur Bumi Raya"),
            ("p0_jenis", "golongan"),
            ("p0_tindakan", "pembatalan"),
            ("p0_sasaran", &target),
            ("aksi", "simpan"),
        ];
        assert_eq!(send(village, &desi, "ratih", &batal, b"").status, 303);
        let now = person(village, &desi, "ratih", "");
        assert!(now.has("III/b"), "as if never decided");
        // On another day and as known then, everything is still what it was.
        let past = person(village, &desi, "ratih", "berlaku=2018-06-01");
        assert!(!past.has("III/c"));
        let again = send(village, &desi, "ratih", &batal, b"");
        assert_eq!(again.status, 422, "what is annulled cannot be annulled again");
    });
}

#[test]
fn every_field_wrong_at_once_says_so_and_keeps_what_was_typed() {
    with_village("catat-salah", |village, _| {
        let desi = officer(village, "desi");
        let dasar = entries(village, &desi, "ratih");
        let wrong = with(
            kenaikan_pangkat(&dasar),
            &[
                ("aksi", "periksa"),
                ("jenis_dokumen", ""),
                ("nomor", ""),
                ("penandatangan", ""),
                ("tanggal", "31-02-2026"),
                ("p0_tmt", "01-10-2099"),
                ("p0_isi_golongan", "V/z"),
                ("p0_isi_mk_tahun", "delapan"),
                ("p1_tmt", ""),
                ("p1_isi_gaji_pokok", "<b>banyak</b>"),
            ],
        );
        let page = send(village, &desi, "ratih", &wrong, b"MZ not a document");
        assert_eq!(page.status, 422);
        sound(&page.body);
        for text in [
            "Ada 10 isian yang perlu diperbaiki",
            "Tulis jenis dokumen",
            "Tulis nomor dokumen",
            "Tulis siapa yang menandatangani",
            "Tanggal &quot;31-02-2026&quot; tidak terbaca atau tidak ada di kalender",
            "Tanggal 01-10-2099 tidak masuk akal",
            "Pilihan &quot;V/z&quot; tidak ada pada daftar",
            "&quot;delapan&quot; bukan angka bulat",
            "Tulis TMT",
            "bukan PDF, JPEG, atau PNG",
            // typed values come back, harmless
            "value=\"31-02-2026\"",
            "value=\"delapan\"",
            "value=\"&lt;b&gt;banyak&lt;/b&gt;\"",
        ] {
            assert!(page.has(text), "{text}");
        }
        assert!(!page.has("<b>banyak</b>"));
    });
}

#[test]
fn of_two_officers_the_second_is_told_and_loses_nothing() {
    with_village("catat-berdua", |village, _| {
        let (desi, agus) = (officer(village, "desi"), officer(village, "agus"));
        let dasar = entries(village, &desi, "ratih");
        let first = with(kenaikan_pangkat(&dasar), &[("aksi", "simpan")]);
        let second = with(
            kenaikan_pangkat(&dasar),
            &[("aksi", "simpan"), ("nomor", "900/1"), ("p0_isi_mk_tahun", "7")],
        );
        assert_eq!(send(village, &desi, "ratih", &first, b"").status, 303);
        let told = send(village, &agus, "ratih", &second, b"");
        assert_eq!(told.status, 422);
        assert!(told.has("baru saja berubah") && told.has("900/1"));
        // Looked at again against what stands now, it can be saved.
        let dasar = hidden(&told, "dasar");
        let again = with(second, &[("dasar", &dasar)]);
        assert_eq!(send(village, &agus, "ratih", &again, b"").status, 303);
        let journal = person(village, &desi, "ratih", "bagian=jurnal");
        assert!(journal.has("823.3/77/BKD/2026") && journal.has("900/1"));
    });
}

#[test]
fn who_may_not_record_cannot() {
    with_village("catat-wewenang", |village, _| {
        let desi = officer(village, "desi");
        let dasar = entries(village, &desi, "ratih");
        let form = with(kenaikan_pangkat(&dasar), &[("aksi", "simpan")]);
        for role in [Role::Operator, Role::Pimpinan, Role::Pegawai] {
            let who = village.house.browser(role.word(), role, &province(), "", Some(village.id("ratih")));
            assert_eq!(send(village, &who, "ratih", &form, b"").status, 403, "{}", role.word());
        }
        let neighbour = village.house.browser("tamu", Role::Petugas, "B2", "", None);
        assert_eq!(send(village, &neighbour, "ratih", &form, b"").status, 404);
        assert!(!person(village, &desi, "ratih", "bagian=riwayat").has("823.3/77/BKD/2026"));
    });
}

#[test]
fn a_paper_that_also_speaks_of_discipline_stays_closed() {
    with_village("catat-naskah-tersamar", |village, _| {
        let (house, desi) = (&village.house, officer(village, "desi"));
        let dasar = entries(village, &desi, "slamet");
        let form = vec![
            ("dasar", dasar.as_str()),
            ("bobot", "sk"),
            ("jenis_dokumen", "SK Gubernur"),
            ("nomor", "862/9/2026"),
            ("tanggal", "15-09-2026"),
            ("penandatangan", "Gubernur Bumi Raya"),
            ("p0_jenis", "penghargaan"),
            ("p0_tindakan", "perubahan"),
            ("p0_tmt", "01-10-2026"),
            ("p0_isi_nama", "Satyalancana"),
            ("p1_jenis", "hukuman_disiplin"),
            ("p1_tindakan", "perubahan"),
            ("p1_tmt", "01-10-2026"),
            ("p1_isi_tingkat", "Ringan"),
            ("p1_isi_jenis", "Teguran lisan"),
            ("aksi", "simpan"),
        ];
        let saved = send(village, &desi, "slamet", &form, PDF);
        assert_eq!(saved.status, 303);
        let history = person(village, &desi, "slamet", "bagian=riwayat");
        assert!(history.has("Satyalancana") && !history.has("Teguran lisan"));
        let paper = href(&history, "penghargaan", "/dokumen/");
        let ralat = href(&history, "penghargaan", "ralat=").replace(".0", ".1");
        let leader = house.browser("gub", Role::Pimpinan, &province(), "", None);
        for who in [&desi, &leader] {
            let page = house.get(who, &paper);
            assert!(page.status == 422 && page.has("BUKA-01"));
        }
        assert_eq!(house.get(&desi, &ralat).status, 404, "nor does the form that corrects it tell");
        let ask = [("bagian", "disiplin"), ("alasan", "menyusun ralat SK disiplin")];
        assert_eq!(house.post(&desi, &format!("/pegawai/{}/buka", village.id("slamet")), &ask).status, 303);
        assert_eq!(house.get(&desi, &paper).status, 200);
        assert!(house.get(&desi, &ralat).has("Teguran lisan"));
        assert_eq!(house.get(&leader, &paper).status, 422, "opened for one, not for all");
    });
}

#[test]
fn a_document_that_does_something_by_itself_is_refused() {
    with_village("catat-naskah", |village, _| {
        let desi = officer(village, "desi");
        let dasar = entries(village, &desi, "ratih");
        let form = with(kenaikan_pangkat(&dasar), &[("aksi", "periksa")]);
        let cases: [(&[u8], &str); 5] = [
            (b"%PDF-1.4 /OpenAction <</S /J#61vaScript /J#53 (app.alert(1))>>", "memuat skrip"),
            (b"%PDF-1.4 /OpenAction <</S /JavaScript /JS (app.alert(1))>>", "memuat skrip"),
            (b"%PDF-1.4 <</Type /EmbeddedFile>>", "memuat skrip atau lampiran"),
            (b"<html><script>alert(1)</script>", "bukan PDF"),
            (b"PK\x03\x04", "bukan PDF"),
        ];
        for (bytes, told) in cases {
            let page = send(village, &desi, "ratih", &form, bytes);
            assert_eq!(page.status, 422);
            assert!(page.has(told), "{told}");
        }
        let large = vec![b'%'; (20 << 20) + 1];
        assert!(send(village, &desi, "ratih", &form, &large).has("Paling besar 20 MB"));
    });
}

#[test]
fn a_person_keeps_a_name_and_a_nip_of_their_own() {
    with_village("catat-identitas", |village, _| {
        let desi = officer(village, "desi");
        let history = person(village, &desi, "ratih", "bagian=riwayat");
        let target = hidden(&village.house.get(&desi, &href(&history, "identitas", "ralat=")), "p0_sasaran");
        let dasar = entries(village, &desi, "ratih");
        let paper = with(kenaikan_pangkat(&dasar), &[("p1_jenis", ""), ("aksi", "simpan")]);
        let other = person(village, &desi, "yosef", "");
        let nip =
            other.body.split("NIP ").nth(1).and_then(|r| r.split('<').next()).expect("a NIP").to_owned();
        //     what the form says about the identity                                  what is answered
        let cases: [(&[(&str, &str)], &str); 4] = [
            (&[("p0_tindakan", "ralat"), ("p0_isi_nip", "19890617201508200")], "NIP terdiri dari 18 angka"),
            (
                &[("p0_tindakan", "ralat"), ("p0_isi_nama", "Ratih"), ("p0_isi_nip", &nip)],
                "sudah dipakai pegawai lain",
            ),
            (&[("p0_tindakan", "ralat"), ("p0_isi_nip", "19890617 201508 2 001")], "tidak bernama lagi"),
            (&[("p0_tindakan", "pembatalan")], "tidak bernama lagi"),
        ];
        for (fields, told) in cases {
            let base =
                with(paper.clone(), &[("p0_jenis", "identitas"), ("p0_sasaran", &target), ("p0_tmt", "")]);
            let page = send(village, &desi, "ratih", &with(base, fields), b"");
            assert_eq!(page.status, 422, "{told}");
            assert!(page.has(told), "{told}");
        }
    });
}
