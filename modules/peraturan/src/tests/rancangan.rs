//! Drafts from outside: who may try them out, what is refused and how, what is kept, and whose names show.

use super::html;
use host::jadwal::Jadwal;
use host::rancangan::KEPT;
use host::testing::{Browser, House, Page, on_both};
use host::{Module, Role};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};
use law::bundle::Bundle;
use store::key::NodeKey;
use store::testing::NOW;
use store::{Clock, Source};

static MODULES: [Module; 1] = [crate::module()];
const HOME: &str = "/peraturan/rancangan";

/// A fictional draft that raises the waiting time of a regular rise by a year.
const DRAFT: &str = r#"
[akta]
id = "DRAF-PP-UJI"
jenis = "PP"
sebutan = "Rancangan PP (uji)"
tentang = "Rancangan rekaan: masa kenaikan pangkat reguler lima tahun"
diundangkan = 2026-10-01
mulai = 2026-11-01
kepastian = "praktik"
sumber = "rekaan untuk uji"

[[param]]
kunci = "kp.masa_min"
nilai = 5
satuan = "tahun"
dasar = "Pasal 1"
menggantikan = "PP-99-2000"
"#;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn person(n: u8, nama: &str, tmt: &str) -> Entry {
    let text = |field, value: &str| (field, Value::text(value));
    let facts = vec![
        Fact::new(
            Kind::Identitas,
            None,
            [text(Field::Nama, nama), text(Field::Nip, &format!("19800101200604100{n}"))],
        ),
        Fact::new(
            Kind::Status,
            None,
            [
                text(Field::StatusPegawai, "PNS"),
                text(Field::KedudukanId, "01"),
                text(Field::Kedudukan, "Aktif"),
            ],
        ),
        Fact::new(Kind::Golongan, Date::parse(tmt), [text(Field::GolonganNama, "III/b")]),
        Fact::new(
            Kind::Jabatan,
            Some(day("2022-01-01")),
            [text(Field::JenisJabatanId, "4"), text(Field::JabatanNama, "Pengolah Data")],
        ),
        Fact::new(
            Kind::UnitKerja,
            None,
            [text(Field::UnorId, "unor-1"), text(Field::UnorNama, "Dinas Kesehatan")],
        ),
    ];
    let id = |kind: u8| [1, 0x99, 0, 0, 0, kind, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n];
    Entry {
        id: EntryId(id(1)),
        recorded: Stamp(NOW.0 - 1_000_000),
        actor: "desi".into(),
        subject: Subject::Pegawai(PegawaiId(id(9))),
        document: Document {
            rank: Rank::Unduhan,
            jenis: "Unduhan SIASN".into(),
            nomor: String::new(),
            tanggal: Some(day("2026-03-02")),
            penandatangan: String::new(),
            berkas: None,
            baris: Some(u32::from(n)),
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

/// Two who have waited four years and not five, one who has waited longer.
fn journal() -> Vec<Entry> {
    vec![
        person(1, "Ratih Kumala", "2022-04-01"),
        person(2, "Agus Salim", "2022-06-01"),
        person(3, "Siti Aminah", "2019-04-01"),
    ]
}

/// Sends a draft that is taken; answers its address.
fn sent(house: &House, who: &Browser, name: &str, text: &str) -> String {
    let page = house.upload(who, HOME, &[], name, text.as_bytes());
    assert_eq!(page.status, 303, "{name}");
    assert!(page.location.starts_with(HOME), "{}", page.location);
    page.location
}

fn said(house: &House, who: &Browser, path: &str) -> Page {
    let before = house.queries();
    let page = house.get(who, path);
    assert_eq!(page.status, 200, "{path}");
    let asked = house.queries() - before;
    assert!(asked <= 6, "{path}: {asked} statements");
    html::check_document(path, &page.body);
    page
}

fn sizes(house: &House) -> Vec<(String, i64)> {
    house.hall.with(store::people::journal_sizes).expect("sizes")
}

#[test]
fn a_draft_is_compared_and_supposed_and_nothing_is_written() {
    on_both("rancangan", &MODULES, &[("A1", journal())], |house, _| {
        let before = sizes(house);
        let hana = house.browser("hana", Role::Hukum, "A1", "", None);
        let desi = house.browser("desi", Role::Petugas, "A1", "", None);
        assert!(said(house, &hana, "/peraturan").has("href=\"/peraturan/rancangan\""));
        let draft = sent(house, &hana, "C:\\map\\draf <b>.toml", DRAFT);
        let list = said(house, &desi, HOME);
        assert!(list.has("draf &lt;b&gt;.toml") && list.has("hana lengkap") && list.has(&draft));

        let compared = said(house, &hana, &draft);
        for text in [
            "Param: kp.masa_min",
            "Rancangan PP (uji)",
            "pada 1 November 2026 menurut PP 99/2000",
            "</span>5<span",
            "sejak 1 November 2026",
        ] {
            assert!(compared.has(text), "{text}");
        }
        let only = said(house, &hana, &format!("{draft}?jenis=akta"));
        assert!(only.has("Akta: DRAF-PP-UJI") && !only.has("Param: kp.masa_min"));

        let overview = said(house, &hana, &format!("{draft}/andaikan"));
        assert!(overview.has("Kurang dari 5 pegawai") && overview.has("Dihitung: 3 pegawai"));
        assert!(said(house, &desi, &format!("{draft}/andaikan")).has("2</span>: "), "whoever lists people");
        let asked = format!("{draft}/andaikan?norma=kp.reguler");
        let figures = said(house, &hana, &asked);
        // So few are told by name to those who may list people, and not at all to others.
        assert!(figures.has("Kurang dari 5 pegawai") && !figures.has("<code>masa</code>"));
        assert!(!figures.has("Ratih") && !figures.has("2 pegawai"), "neither figures nor names");
        let names = said(house, &desi, &asked);
        assert!(names.has("2 pegawai berubah jawabannya") && names.has("<code>masa</code>"));
        assert!(names.has("href=\"/pegawai/") && names.has("Ratih Kumala") && names.has("Agus Salim"));
        assert!(!names.has("Siti Aminah"), "nothing changes for her");
        // Somebody else's day: neither has waited four years then, so nothing changes.
        let early = house.get(&desi, &format!("{asked}&berlaku=2024-01-01"));
        assert!(early.status == 200 && early.has("Tidak ada yang jawabannya berubah"));

        assert_eq!(house.post(&desi, &format!("{draft}/hapus"), &[]).location, HOME);
        assert_eq!(house.get(&hana, &draft).status, 404);
        assert_eq!(sizes(house), before, "nothing was written");
    });
}

#[test]
fn only_those_who_may_try_out_drafts_reach_them() {
    on_both("rancangan-hak", &MODULES, &[("A1", journal()), ("A2", Vec::new())], |house, _| {
        let hana = house.browser("hana", Role::Hukum, "A1", "", None);
        let draft = sent(house, &hana, "draf.toml", DRAFT);
        let paths = [HOME.to_owned(), draft.clone(), format!("{draft}/andaikan?norma=kp.reguler")];
        for role in Role::of_accounts() {
            let unit = if role.serves_unit() { "unor-1" } else { "" };
            let who = house.browser(role.word(), role, "A1", unit, None);
            let may = matches!(role, Role::Super | Role::Petugas | Role::Hukum | Role::Pimpinan);
            let status = if may { 200 } else { 403 };
            for path in &paths {
                assert_eq!(house.get(&who, path).status, status, "{role:?} {path}");
            }
            let library = house.get(&who, "/peraturan");
            assert_eq!(library.has("href=\"/peraturan/rancangan\""), may, "{role:?}");
            if !may {
                assert_eq!(house.upload(&who, HOME, &[], "x.toml", DRAFT.as_bytes()).status, 403, "{role:?}");
                assert_eq!(house.post(&who, &format!("{draft}/hapus"), &[]).status, 403, "{role:?}");
            }
        }
        let other = house.browser("lain", Role::Hukum, "A2", "", None);
        assert!(!house.get(&other, HOME).has(&draft), "another instansi");
        for path in &paths[1..] {
            assert_eq!(house.get(&other, path).status, 404, "{path}");
        }
        assert_eq!(house.post(&other, &format!("{draft}/hapus"), &[]).status, 404);
        let forged = Browser { csrf: "lain".into(), ..hana.clone() };
        assert_eq!(house.upload(&forged, HOME, &[], "x.toml", DRAFT.as_bytes()).status, 403);
        assert_eq!(house.get(&hana, &draft).status, 200, "still there");
    });
}

#[test]
fn what_is_wrong_is_refused_whole_and_nothing_is_kept() {
    let bundle = |files: Vec<(String, String)>, lapisan| {
        Bundle { files, aktif_sejak: day("2026-12-01"), lapisan, tanda_tangan: Vec::new() }.write()
    };
    let act = |path: &str, text: &str| vec![(path.to_owned(), text.to_owned())];
    let deep = format!("a = {}", "[".repeat(200_000));
    let nested = format!("{{\"bentuk\": {}", "{\"a\":".repeat(200_000));
    let huge = "#\n".repeat(law::rancangan::BYTES / 2 + 1);
    let many = (0..5_000).map(|n| (format!("A-{n}/akta.toml"), String::new())).collect();
    let expression = format!(
        "{DRAFT}\n[[norma]]\nkunci = \"uji.dalam\"\njudul = \"D\"\nbentuk = \"syarat\"\ndasar = \"P\"\n[[norma.syarat]]\nkunci = \"a\"\nbunyi = \"b\"\ndasar = \"P\"\nbila = \"{}hari > 2000-01-01{}\"\n",
        "(".repeat(50_000),
        ")".repeat(50_000)
    );
    // Each norm within its own bounds, all of them one inside the other.
    let inside = (0..14).fold(DRAFT.to_owned(), |text, n| {
        let of = if n < 13 { format!("norma(uji.n{})", n + 1) } else { "1".to_owned() };
        let more = " + 1".repeat(190);
        format!(
            "{text}\n[[norma]]\nkunci = \"uji.n{n}\"\njudul = \"D\"\nbentuk = \"nilai\"\nsatuan = \"tahun\"\ndasar = \"P\"\nnilai = \"{of}{more}\"\n"
        )
    });
    // apa · isi · kalimatnya
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("kosong", Vec::new(), "Pilih berkas rancangan."),
        ("biner", vec![0xff, 0xfe, 0, 1, 2, 200], "bukan teks UTF-8"),
        ("nol", b"[akta]\0".to_vec(), "bukan teks"),
        ("zip", b"PK\x03\x04 bukan".to_vec(), "bukan TOML yang benar"),
        ("terlalu besar", huge.into_bytes(), "lebih besar dari 8 MiB"),
        ("toml bersarang", deep.into_bytes(), "x.toml baris 1"),
        ("json bersarang", nested.into_bytes(), "bukan paket peraturan"),
        ("ungkapan bersarang", expression.into_bytes(), "DRAF-PP-UJI/akta.toml baris"),
        ("norma bersarang", inside.into_bytes(), "terlalu besar"),
        ("nilai keliru", DRAFT.replace("= 5", "= lima").into_bytes(), "baris 14"),
        ("kunci asing", DRAFT.replace("satuan", "satuann").into_bytes(), "satuann"),
        ("markup", DRAFT.replace("[[param]]", "[[<script>x]]").into_bytes(), "baris 12"),
        (
            "jalur keluar",
            bundle(act("../../etc/akta.toml", DRAFT), true).into_bytes(),
            "jalur ini tidak di dalam paket",
        ),
        (
            "jalur mutlak",
            bundle(act("/etc/akta.toml", DRAFT), true).into_bytes(),
            "jalur ini tidak di dalam paket",
        ),
        (
            "tanpa kepala",
            bundle(act("DRAF-PP-UJI/akta.toml", DRAFT), false).into_bytes(),
            "paket.toml tidak ada",
        ),
        ("terlalu banyak", bundle(many, true).into_bytes(), "paket terlalu besar"),
        ("bukan paket", b"{\"bentuk\": \"lain\"}".to_vec(), "bentuk paket tidak dikenal"),
    ];
    on_both("rancangan-tolak", &MODULES, &[("A1", Vec::new())], |house, _| {
        let hana = house.browser("hana", Role::Hukum, "A1", "", None);
        for (what, bytes, sentence) in &cases {
            let page = house.upload(&hana, HOME, &[], "x.toml", bytes);
            let told = page.body.split("<main").nth(1).unwrap_or("");
            let found =
                told.find("class=\"kabar bahaya").map_or("", |at| &told[at..told.len().min(at + 700)]);
            assert_eq!(page.status, 422, "{what}");
            assert!(page.has(sentence), "{what}: {found}");
            assert!(!page.has("<script>x"), "{what}");
            html::check_document(what, &page.body);
        }
        let page = house.get(&hana, HOME);
        assert!(page.has("Belum ada rancangan"), "nothing is kept");
        for id in ["..%2f..%2fsinergi.db", "%2e%2e", "kosong", &"0".repeat(64), "aktif-2026-12-01", "aktif-x"]
        {
            for path in [format!("{HOME}/{id}"), format!("{HOME}/{id}/andaikan")] {
                assert_eq!(house.get(&hana, &path).status, 404, "{path}");
            }
        }
        let draft = sent(house, &hana, "draf.toml", DRAFT);
        assert_eq!(house.get(&hana, &format!("{draft}/andaikan?norma=kp.tiada")).status, 404);
        for odd in
            ["norma=%22%3E%3Cscript%3Ex", "jenis=%00", "sesudah=%F0%9F%98%80", "arah=..&norma=kp.reguler"]
        {
            let page = house.get(&hana, &format!("{draft}?{odd}"));
            assert!(page.status == 200 && !page.has("<script>x"), "{odd}");
        }
    });
}

#[test]
fn so_many_are_kept_and_the_same_text_once() {
    on_both("rancangan-rak", &MODULES, &[("A1", Vec::new())], |house, _| {
        let hana = house.browser("hana", Role::Hukum, "A1", "", None);
        let same = sent(house, &hana, "draf.toml", DRAFT);
        assert_eq!(sent(house, &hana, "draf.toml", DRAFT), same);
        for n in 0..KEPT + 2 {
            let newest = sent(house, &hana, &format!("draf-{n}.toml"), DRAFT);
            assert_eq!(house.get(&hana, &newest).status, 200, "the newest stays");
        }
        let kept = house.hall.list_rancangan("A1").expect("a list");
        assert_eq!(kept.len(), KEPT);
        assert_eq!(
            std::fs::read_dir(house.hall.node.folder().join("rancangan")).expect("there").count(),
            KEPT
        );
    });
}

#[test]
fn a_pack_that_waits_is_compared_and_supposed_too() {
    let key = NodeKey::from_source(&mut Source::seeded(1, Clock::Fixed(NOW)));
    let public = key.public().expect("has a key").to_vec();
    let files = vec![("DRAF-PP-UJI/akta.toml".to_owned(), DRAFT.to_owned())];
    let mut bundle =
        Bundle { files, aktif_sejak: day("2026-12-01"), lapisan: true, tanda_tangan: Vec::new() };
    let signature = key.sign(bundle.pernyataan().as_bytes()).expect("has a key").to_vec();
    bundle.tanda_tangan.push((public.clone(), signature));
    store::testing::on_both_with("rancangan-tunggu", host::schema::TABLES, |bench| {
        bench.tenant("A1");
        bench.append("A1", &journal());
        let jadwal =
            Jadwal::with(vec![bundle.clone()], std::slice::from_ref(&public)).map_err(|w| w.join("; "));
        let house = House::shaped(bench, &MODULES, |hall| hall.jadwal = jadwal.expect("vouched for"));
        house.hall.present().expect("a world");
        let hana = house.browser("hana", Role::Pimpinan, "A1", "", None);
        let path = format!("{HOME}/aktif-2026-12-01");
        assert!(said(&house, &hana, HOME).has(&path));
        assert!(said(&house, &hana, &path).has("Param: kp.masa_min"));
        let asked = said(&house, &hana, &format!("{path}/andaikan?norma=kp.reguler"));
        assert!(asked.has("2 pegawai berubah jawabannya") && asked.has("Ratih Kumala"));
    });
}

#[test]
fn golden_cases_that_turn_are_named() {
    on_both("rancangan-kasus", &MODULES, &[("A1", Vec::new())], |house, _| {
        let hana = house.browser("hana", Role::Hukum, "A1", "", None);
        let draft = sent(house, &hana, "draf.toml", DRAFT);
        let page = said(house, &hana, &format!("{draft}?kasus=ya"));
        let told = page.body.split("id=\"kasus-emas\"").nth(1).unwrap_or("");
        assert!(
            told.contains("kasus menyangkut yang berbeda")
                && told.contains("kp.reguler")
                && told.contains("<del>"),
            "{}",
            &told[..told.len().min(600)]
        );
    });
}

#[test]
fn an_amendment_is_read_beside_what_it_amends() {
    let (now, draft) = (crate::view::samples::pack(), crate::view::samples_rancangan::pack_of_draft());
    let found = crate::rule::banding::banding(&now, &draft, day("2026-11-22"), |_| true);
    let told: Vec<String> = found
        .list
        .iter()
        .flat_map(|p| p.isian.iter().map(move |i| (p, i)))
        .filter(|(p, _)| p.beda.jenis != "akta")
        .map(|(p, i)| {
            let side = |text: &Option<String>| text.clone().unwrap_or("-".into());
            format!("{} {} | {} | {} | {}", p.beda.jenis, p.beda.kunci, i.label, side(&i.lama), side(&i.baru))
        })
        .collect();
    // jenis dan kunci | isian | sekarang | rancangan
    let wanted = [
        "norma kp.baru | Judul | - | Kenaikan pangkat baru",
        "param kp.masa | Nilai | 4 tahun | 3 tahun",
        "param kp.masa | Dasar | Pasal 7 | Pasal I angka 1",
        "ubahan kp.reguler | Syarat bersih: bunyi | tidak sedang dihukum | tidak sedang menjalani hukuman",
        "ubahan kp.reguler | Syarat hadir: bunyi | - | hadir bekerja",
    ];
    for line in wanted {
        assert!(told.iter().any(|t| t == line), "{line}\nin\n{}", told.join("\n"));
    }
    let beside: Vec<&str> =
        found.list.iter().map(|p| p.pembanding.as_str()).filter(|p| !p.is_empty()).collect();
    assert!(
        beside.contains(&"Dibandingkan dengan yang berlaku pada 1 Januari 2027 menurut PP 1/2000."),
        "{beside:?}"
    );
    assert_eq!(found.mendatang.into_iter().collect::<Vec<_>>(), [day("2027-01-01")]);
    let same = crate::rule::banding::banding(&now, &now, day("2026-11-22"), |_| true);
    assert!(same.list.is_empty() && same.hitung.is_empty());
}
