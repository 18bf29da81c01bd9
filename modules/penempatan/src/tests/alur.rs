//! A round through its pages, from the opening to the decision; and what each step refuses on the way.

use super::halaman::{isian, nilai};
use super::kecil::{OWNER, on_both, pos};
use host::Role;
use host::testing::{Browser, House, Page};

const LETTER: [(&str, &str); 3] = [("nomor", "800/10/BKD"), ("tanggal", "02-01-2020"), ("catatan", "")];

fn surat<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    LETTER.iter().copied().chain(more.iter().copied()).collect()
}

fn kirim(house: &House, who: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    house.upload(who, path, fields, "naskah.pdf", b"%PDF-1.7\nisi\n%%EOF")
}

/// Every norm, condition and group of posts that is open on a page.
fn terbuka(page: &Page) -> Vec<[String; 3]> {
    let pieces = page.body.split("name=\"norma\" value=\"").skip(1);
    pieces
        .map(|piece| {
            let value = |text: &str| text.split('"').next().unwrap_or("").to_owned();
            let of = |name: &str| {
                value(piece.split_once(&format!("name=\"{name}\" value=\"")).map_or("", |p| p.1))
            };
            [value(piece), of("syarat"), of("kelompok")]
        })
        .collect()
}

fn bobot<'f>(versi: &'f str, kinerja: &'f str, kompetensi: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![("versi", versi), ("bobot-kinerja", kinerja), ("bobot-kompetensi", kompetensi), ("duk", "1")]
}

#[test]
fn a_round_goes_from_its_opening_to_the_decision() {
    on_both("penempatan-alur", |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let ppk = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        let opened = house.post(
            &petugas,
            "/penempatan/baru",
            &isian(&[("rotasi", "1"), ("pindah_min", "0"), ("jadwal", "Minat | 31 desember 2099")]),
        );
        let at = opened.location.split('?').next().unwrap_or("").to_owned();
        let post = |path: &str, form: &[(&str, &str)]| house.post(&petugas, &format!("{at}{path}"), form);
        let get = |path: &str| house.get(&petugas, &format!("{at}{path}"));

        // Posts.
        assert!(post("/pos/tambah", &[]).has("PNP-20"));
        assert!(get("/pos?tampil=usulan").has("Kepala Bidang Satu"));
        assert_eq!(post("/pos/tambah", &[("semua", "kosong")]).status, 303);
        assert_eq!(post("/pos/tambah", &[("semua", "terisi")]).status, 303);
        let page = get("/pos");
        assert!(page.has("3 pos dengan 3 tempat") && page.has("belum mempunyai standar kompetensi"));
        let (versi, place) = (nilai(&page, "versi"), format!("tempat-{}", pos(0)));
        let wrong = post("/pos", &[("versi", &versi), ("pos", &pos(0)), (&place, "dua")]);
        assert!(wrong.status == 422 && wrong.has("PNP-21") && wrong.has("value=\"dua\""));
        let saved = post("/pos", &[("versi", &versi), ("pos", &pos(0)), (&place, "1"), ("kritis", &pos(0))]);
        assert_eq!(saved.status, 303);
        assert!(get("/pos").has("1 di antaranya kritis"));

        // Weights.
        let versi = nilai(&get("/kriteria"), "versi");
        for (kinerja, kompetensi, code) in [
            ("90", "0", "PNP-30"),
            ("1x", "0", "PNP-31"),
            ("101", "0", "PNP-31"),
            ("-1", "0", "PNP-31"),
            ("300", "0", "PNP-31"),
            ("50", "50", "PNP-32"),
        ] {
            let page = post("/kriteria", &bobot(&versi, kinerja, kompetensi));
            assert!(page.status == 422 && page.has(code), "{kinerja}/{kompetensi}: {code}");
            assert!(page.has(&format!("value=\"{kinerja}\"")), "{code}: what was typed is kept");
        }
        assert_eq!(post("/kriteria", &bobot(&versi, "100", "")).status, 303);
        assert!(get("/kriteria?periksa=1").has("orang yang mendapat pos sama"));
        let announce =
            |form: &[(&str, &str)]| kirim(house, &petugas, &format!("{at}/kriteria/umumkan"), form);
        assert!(announce(&[("nomor", ""), ("tanggal", "02-01-2020")]).has("Isi nomor surat. (PNP-10)"));
        assert!(announce(&[("nomor", "1"), ("tanggal", "02-01-2090")]).has("belum tiba"));
        assert_eq!(announce(&surat(&[])).status, 303);
        assert!(post("/kriteria", &bobot(&versi, "100", "")).has("PNP-01"), "weights do not change any more");

        // What is open, decided by a named official.
        assert!(get("/kunci").has("PNP-40"), "something is open");
        let first = terbuka(&get("/syarat")).into_iter().next().expect("something is open");
        let [norma, syarat, kelompok] = &first;
        let which = [("norma", norma.as_str()), ("syarat", syarat), ("kelompok", kelompok)];
        let silent = post("/syarat", &[&which[..], &[("terpenuhi", "1")]].concat());
        assert!(
            silent.status == 422 && silent.has("Isi pejabat yang memutus. (PNP-10)") && silent.has("PNP-11")
        );
        for _ in 0..60 {
            let open = terbuka(&get("/syarat"));
            let Some([norma, syarat, kelompok]) = open.first() else { break };
            let form = [
                ("norma", norma.as_str()),
                ("syarat", syarat),
                ("kelompok", kelompok),
                ("terpenuhi", "1"),
                ("pejabat", "Sekretaris Daerah"),
                ("alasan", "menurut berkas yang diperiksa"),
            ];
            assert_eq!(post("/syarat", &form).status, 303, "{norma} {syarat}");
        }
        assert!(get("/syarat").has("Tidak ada yang terbuka"));
        // Decided once more, after it was seen that somebody decided.
        let told = [("terpenuhi", "0"), ("pejabat", "Ketua TPK"), ("alasan", "berkas kedua diperiksa")];
        let again = |more: &[(&str, &str)]| post("/syarat", &[&which[..], &told[..], more].concat());
        assert!(again(&[]).has("Orang lain memutus syarat ini"), "PNP-43: the form was opened before");
        let listed = get("/syarat");
        assert!(listed.has("Putus lagi") && listed.has("Sekretaris Daerah: menurut berkas"));
        let at_people = web::url::link("/syarat", &which);
        let before = house.queries();
        let people = get(&at_people);
        assert!(house.queries() - before <= 6, "one condition: {}", house.queries() - before);
        assert!(people.status == 200 && people.has("NIP …") && people.has("Terpenuhi"));
        let one = nilai(&people, "pegawai");
        assert!(again(&[("dari", "orang"), ("lihat", "1")]).has("PNP-46"), "nobody is ticked");
        assert_eq!(again(&[("dari", "orang"), ("lihat", "1"), ("pegawai", &one)]).status, 303);
        let listed = get("/syarat");
        assert!(listed.has("Ketua TPK: berkas kedua") && listed.has("Sekretaris Daerah: menurut berkas"));
        assert!(get(&at_people).has("Tidak terpenuhi"));
        let back = [("terpenuhi", "1"), ("pejabat", "Ketua TPK"), ("alasan", "berkas ketiga diperiksa")];
        let more = [("dari", "orang"), ("lihat", "2"), ("pegawai", one.as_str())];
        assert_eq!(post("/syarat", &[&which[..], &back[..], &more[..]].concat()).status, 303);
        let listed = get("/syarat");
        assert!(listed.has("berkas ketiga") && !listed.has("berkas kedua"), "the last one counts");
        assert!(get(&format!("{at_people}&cari=tidak-ada-orangnya")).has("Tidak ada orang yang cocok"));

        // Left out, and back.
        let form = [
            ("nip", "198501012010011003"),
            ("pos", ""),
            ("sebab", "menolak"),
            ("alasan", "surat tanggal 1 Mei"),
        ];
        assert_eq!(post("/kesampingkan", &form).status, 303);
        assert!(get("/syarat").has("Menolak: surat tanggal 1 Mei"));
        assert!(post("/kesampingkan", &[("nip", "1"), ("sebab", "malas")]).has("PNP-45"));

        // The lock.
        let sidik = nilai(&get("/kunci"), "sidik");
        assert_eq!(sidik.len(), 64);
        assert!(post("/kunci", &[("sidik", "lain")]).has("PNP-41"));
        assert!(get("").has("31 Desember 2099"), "timetables spell dates out");
        let early = post("/kunci", &[("sidik", &sidik)]);
        assert!(early.status == 422 && early.has("PNP-47") && early.has("sampai 31 Desember 2099"));
        let lock = [("sidik", sidik.as_str()), ("lebih_awal", "1")];
        assert_eq!(post("/kunci", &lock).status, 303);
        assert!(get("/kunci").has(&sidik) && get("/kunci?banding=1").has("Tidak ada yang berubah"));
        assert_eq!(post("/kunci/buka", &[("alasan", "ralat data pendidikan")]).status, 303);
        assert_eq!(nilai(&get("/kunci"), "sidik"), sidik, "the same inputs have the same hash");
        assert_eq!(post("/kunci", &lock).status, 303);
        assert_eq!(post("/hitung", &[]).status, 303);
        assert_eq!(get("/hasil").status, 200);

        // Meeting, gates, decision.
        let step = |who: &Browser, word: &str| {
            kirim(house, who, &format!("{at}/langkah"), &surat(&[("langkah", word)]))
        };
        assert!(step(&ppk, "putus").has("PNP-01"), "nothing is decided before the meeting");
        assert_eq!(step(&ppk, "rapat").status, 422, "who decides does not keep the minutes");
        assert_eq!(step(&petugas, "rapat").status, 303);
        let gates = get("/gerbang");
        let keys: Vec<String> = gates
            .body
            .split("<option value=\"")
            .filter_map(|p| p.split('"').next())
            .filter(|v| v.contains('|') && !v.ends_with('*'))
            .map(str::to_owned)
            .collect();
        assert!(!keys.is_empty(), "rounds of this kind have gates");
        assert!(step(&ppk, "putus").has("PNP-60"), "a gate is not passed");
        let gate = |key: &str, result: &str| {
            let form = surat(&[("gerbang", key), ("hasil", result)]);
            kirim(house, &petugas, &format!("{at}/gerbang"), &form)
        };
        assert!(gate("", "disetujui").has("PNP-61"));
        assert_eq!(gate(&keys[0], "ditolak").status, 303);
        assert!(step(&ppk, "putus").has("ditolak"));
        for key in &keys {
            assert_eq!(gate(key, "disetujui").status, 303, "{key}");
        }
        assert!(get("/gerbang").has("Tidak ada gerbang yang menahan keputusan."));
        assert_eq!(step(&petugas, "putus").status, 422, "the PPK decides");
        assert_eq!(step(&ppk, "putus").status, 303);
        let done = get("");
        assert!(done.has("Tetapkan SK") && done.has("/naskah/"), "what is next, and the letters");
        let href =
            done.body.split("href=\"").find(|h| h.contains("/naskah/")).and_then(|h| h.split('"').next());
        assert_eq!(house.get(&petugas, href.expect("a letter")).header("content-type"), "application/pdf");
        for path in ["", "/pos", "/kriteria", "/syarat", "/kunci", "/gerbang"] {
            let before = house.queries();
            assert_eq!(get(path).status, 200, "{path}");
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}
