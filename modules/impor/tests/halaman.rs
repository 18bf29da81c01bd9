//! The pages from outside: what an officer meets between choosing a file and its receipt.

mod common;

use common::{cells, csv, downloaded, nip};
use host::testing::{Browser, House, Page, on_both};
use host::{Module, Role};
use kernel::{Document, Entry, EntryId, Rank, Stamp, Subject};
use std::sync::OnceLock;
use store::derive::NOTE_ABSENT;
use store::testing::NOW;

fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| vec![impor::module()])
}

fn petugas(house: &House) -> Browser {
    house.browser("desi", Role::Petugas, "A1", "", None)
}

/// Sends a file; answers its address.
fn sent(house: &House, who: &Browser, jenis: &str, content: &str) -> String {
    let fields = [("jenis", jenis), ("per_tanggal", "22-11-2026")];
    let page = house.upload(who, "/impor", &fields, "berkas.csv", content.as_bytes());
    assert_eq!(page.status, 303, "{}", page.body);
    page.location
}

/// The page of an import once nothing is under way any more.
fn settled(house: &House, who: &Browser, href: &str) -> Page {
    for _ in 0..600 {
        let page = house.get(who, href);
        if !page.has("data-pantau") {
            return page;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{href} does not end");
}

/// From the file to the receipt: preview and receipt.
fn saved(house: &House, who: &Browser, jenis: &str, content: &str) -> (Page, Page) {
    let href = sent(house, who, jenis, content);
    let preview = settled(house, who, &href);
    assert_eq!(house.post(who, &format!("{href}/simpan"), &[]).status, 303);
    (preview, settled(house, who, &href))
}

#[test]
fn a_form_that_lacks_something_is_no_success() {
    on_both("unggah-salah", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        //   jenis        per_tanggal    berkas     what the page says
        for (jenis, day, file, words) in [
            ("", "22-11-2026", "a", "Pilih jenis berkas."),
            ("nominatif", "31-02-2026", "a", "Tulis tanggal sebagai hh-bb-tttt"),
            ("nominatif", "23-11-2099", "a", "Tanggal data tidak boleh setelah hari ini."),
            ("nominatif", "22-11-2026", "", "Pilih berkas CSV atau XLSX yang akan diunggah."),
        ] {
            let fields = [("jenis", jenis), ("per_tanggal", day)];
            let page = house.upload(&desi, "/impor", &fields, "a.csv", file.as_bytes());
            assert_eq!(page.status, 422, "{words}");
            assert!(page.has(words) && page.has("Unggah dan periksa"), "{words}: the form is there again");
        }
        assert_eq!(house.get(&desi, "/impor/unggah").status, 200);
    });
}

#[test]
fn a_file_without_rows_saves_nothing() {
    on_both("tanpa-baris", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        for (jenis, content) in [("nominatif", csv(&[])), ("unor", "Id,NamaUnor,DiatasanId\r\n".to_owned())] {
            let href = sent(house, &desi, jenis, &content);
            let page = settled(house, &desi, &href);
            assert!(page.has("IMP-17") && page.has("tidak ada baris di bawah baris judul"), "{jenis}");
            assert_eq!(house.post(&desi, &format!("{href}/simpan"), &[]).status, 409);
            assert!(!settled(house, &desi, &href).has("ersimpan."), "{jenis}");
        }
    });
}

#[test]
fn units_and_posts_are_not_called_people() {
    on_both("kata-per-daftar", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        let unor = "Id,NamaUnor,DiatasanId\r\nU-1,Dinas Kesehatan,\r\nU-2,--Bidang Yankes,U-1\r\n";
        let peta = "kode,unor,jabatan,jenis,kelas,kebutuhan\r\nP-1,U-1,Pengolah Data,pelaksana,6,2\r\n";
        //   kind    file  preview says               receipt says
        for (jenis, content, new, head, figure) in [
            ("unor", unor, "2 unit baru", "Unit yang belum tercatat", "Unit baru"),
            ("peta", peta, "1 jabatan baru", "Jabatan yang belum tercatat", "Jabatan baru"),
        ] {
            let (preview, receipt) = saved(house, &desi, jenis, content);
            assert!(preview.has(new) && preview.has(head), "{jenis}: {}", preview.body);
            assert!(receipt.has("Tanda terima impor") && receipt.has(figure), "{jenis}: {}", receipt.body);
            assert!(receipt.has("href=\"/organisasi\""), "{jenis}");
            for page in [preview, receipt] {
                for wrong in
                    ["pegawai baru", "Pegawai baru", "Nama &amp; NIP", "Tidak dalam unduhan", "href=\"\""]
                {
                    assert!(!page.has(wrong), "{jenis}: {wrong}");
                }
            }
        }
    });
}

#[test]
fn the_receipt_counts_findings_and_says_of_how_many_people() {
    on_both("tanda-terima", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        let rows: Vec<Vec<String>> =
            (1..=3).map(|n| cells(n, "A1", &[("mk_bulan", "13"), ("nama", "Budi\u{202e}ijaB")])).collect();
        let href = sent(house, &desi, "nominatif", &csv(&rows));
        let doubts = settled(house, &desi, &href);
        let doubts =
            if doubts.has("Pratinjau") { house.get(&desi, &format!("{href}?bagian=ragu")) } else { doubts };
        assert!(doubts.has("<bdi>Budi\u{202e}ijaB</bdi>"), "the name keeps its direction to itself");
        // Columns that keep whole words; what does not fit scrolls inside the region of the table.
        for column in
            ["class=\"penuh kata\"", "class=\"utas\" data-l=\"Kolom\"", "class=\"nilai\"", "kalimat"]
        {
            assert!(doubts.has(column), "{column}");
        }
        assert!(doubts.has("class=\"gulir\" role=\"region\""));
        assert!(doubts.has("DATA-47") && doubts.has("DATA-48"), "{}", doubts.body);
        assert_eq!(house.post(&desi, &format!("{href}/simpan"), &[]).status, 303);
        let receipt = settled(house, &desi, &href);
        let world = house.hall.present().expect("a world");
        let all: usize = world.register.codes.iter().map(|codes| codes.len()).sum();
        assert!(all > 3, "several findings a person");
        assert!(receipt.has(&format!("{all} temuan pada 3 pegawai aktif")), "{}", receipt.body);
        // Nothing to save: the import closes itself and waits for nobody.
        let (preview, after) = saved(house, &desi, "nominatif", &csv(&rows));
        assert!(preview.has("Tidak ada yang perlu disimpan.") && after.has("Tidak ada yang perlu disimpan."));
        let list = house.get(&desi, "/impor");
        assert!(list.has("Sama dengan register") && !list.has("Menunggu disimpan"));
    });
}

#[test]
fn the_whole_nominatif_goes_out_to_those_who_serve_everybody() {
    let all: Vec<Entry> = (1..=3).map(|n| downloaded(n, "A1", &[])).collect();
    let people = subjects(&all);
    on_both(
        "ekspor-halaman",
        modules(),
        &[("A1", all.clone()), ("B2", vec![downloaded(9, "B2", &[])])],
        |house, bench| {
            let desi = petugas(house);
            let mut seen = || store::dibuka::seen(&mut bench.conn, people[0], "A1", 9).expect("seen");
            assert!(seen().is_empty());
            let front = house.get(&desi, "/impor");
            for (path, begins) in [
                ("/ekspor/nominatif.csv", &b"\xEF\xBB\xBFpns_id,"[..]),
                ("/ekspor/nominatif.xlsx", b"PK\x03\x04"),
            ] {
                assert!(front.has(&format!("href=\"{path}\"")), "{path}");
                let page = house.get(&desi, path);
                assert!(page.status == 200 && page.bytes.starts_with(begins), "{path}");
                for (nama, role, unor) in [
                    ("ina", Role::Operator, "U-1"),
                    ("agus", Role::Pimpinan, ""),
                    ("siti", Role::Pegawai, ""),
                ] {
                    let who = house.browser(&format!("{nama}{}", path.len()), role, "A1", unor, None);
                    assert_eq!(house.get(&who, path).status, 403, "{role:?} {path}");
                }
            }
            let csv = house.get(&desi, "/ekspor/nominatif.csv");
            assert!(csv.has(&nip(3)) && !csv.has(&nip(9)), "people of another instansi stay there");
            assert_eq!(seen().len(), 3, "each download is told to those it names");
        },
    );
}

fn subjects(entries: &[Entry]) -> Vec<kernel::PegawaiId> {
    let person = |e: &Entry| match &e.subject {
        Subject::Pegawai(id) => Some(*id),
        _ => None,
    };
    entries.iter().filter_map(person).collect()
}

/// An entry that puts these people on the list "tidak ada dalam unduhan".
fn absent(people: &[Entry]) -> Entry {
    let names = people.iter().map(|e| match &e.subject {
        Subject::Pegawai(id) => (NOTE_ABSENT.into(), id.to_string().into()),
        other => panic!("{other:?}"),
    });
    Entry {
        id: EntryId([2; 16]),
        recorded: Stamp(NOW.0 - 500_000),
        subject: Subject::Instansi,
        document: Document {
            rank: Rank::Unduhan,
            tanggal: Some(common::today()),
            ..people[0].document.clone()
        },
        acts: Vec::new(),
        row: None,
        notes: names.collect(),
        ..people[0].clone()
    }
}

#[test]
fn previews_and_missing_people_wait_for_officers_of_the_instansi() {
    let mut own: Vec<Entry> = (1..=3).map(|n| downloaded(n, "A1", &[])).collect();
    own.push(absent(&own));
    on_both("impor-tugas", modules(), &[("A1", own), ("B2", Vec::new())], |house, _| {
        let desi = petugas(house);
        house.browser("eka", Role::Petugas, "B2", "", None);
        house.browser("kori", Role::Korpri, "A1", "", None);
        let href = sent(house, &desi, "nominatif", &csv(&[cells(9, "A1", &[])]));
        settled(house, &desi, &href);
        let told = |akun| house.tugas(akun).into_iter().map(|t| (t.judul, t.alamat)).collect::<Vec<_>>();
        let list = "/tidak-dalam-unduhan".to_owned();
        let wanted = [
            ("Periksa pratinjau impor: Nominatif SIASN".to_owned(), href.clone()),
            ("Periksa 3 pegawai yang tidak ada dalam unduhan".to_owned(), list),
        ];
        assert_eq!(told("desi"), wanted);
        assert!(told("eka").is_empty() && told("kori").is_empty());
        assert_eq!(house.post(&desi, &format!("{href}/batal"), &[]).status, 303);
        assert_eq!(told("desi").len(), 1, "what was let be waits no more");
    });
}

#[test]
fn the_work_list_costs_the_same_for_one_and_for_thirty() {
    let mut spent = Vec::new();
    for many in [1, 30_u16] {
        let mut own: Vec<Entry> = (1..=many).map(|n| downloaded(n, "A1", &[])).collect();
        own.push(absent(&own));
        let cost = std::cell::Cell::new(0);
        on_both(&format!("tidak-ada-{many}"), modules(), &[("A1", own)], |house, _| {
            let desi = petugas(house);
            house.get(&desi, "/tidak-dalam-unduhan");
            let before = house.queries();
            let page = house.get(&desi, "/tidak-dalam-unduhan");
            cost.set(house.queries() - before);
            assert!(page.has(&nip(many)) || page.has("Orang"), "{}", page.body);
            assert_eq!(
                page.body.matches("Data terakhir").count(),
                usize::from(many),
                "each with its last day"
            );
            assert!(page.has("1 Okt 2026"));
            let refused = house.post(&desi, "/tidak-dalam-unduhan/x/tutup", &[]);
            assert_eq!(refused.status, 404);
        });
        spent.push(cost.get());
    }
    assert_eq!(spent[0], spent[1], "statements for one and for thirty");
    assert!(spent[1] <= 4, "{spent:?}");
}

/// The page between its title and its end: what may not differ between two visits.
fn said(page: &Page) -> &str {
    let from = page.body.find("<h1").unwrap_or(0);
    let until = page.body.find("</main>").unwrap_or(page.body.len());
    &page.body[from..until]
}

#[test]
fn a_receipt_says_the_same_after_a_restart() {
    // Another instansi has the longer journal.
    let others = (21..=29).map(|n| downloaded(n, "B2", &[])).collect();
    let tenants = [("A1", vec![downloaded(1, "A1", &[])]), ("B2", others)];
    on_both("tanda-terima-lama", modules(), &tenants, |house, bench| {
        let desi = petugas(house);
        let rows: Vec<Vec<String>> = [1, 3, 4].map(|n| cells(n, "A1", &[("alamat", "Jl. Baru")])).to_vec();
        let href = sent(house, &desi, "nominatif", &csv(&rows));
        settled(house, &desi, &href);
        house.post(&desi, &format!("{href}/simpan"), &[]);
        let before = settled(house, &desi, &href);
        assert!(before.has("Tanda terima impor") && before.has("IKD perkiraan") && before.has("1–3"));
        let later = House::new(bench, modules());
        let ani = later.browser("ani", Role::Petugas, "A1", "", None);
        let after = later.get(&ani, &href);
        // Each visit has its own token for forms, and its own account in the frame.
        let facts = |page: &Page| said(page).split("Sidik kepala yang dibacakan").next().map(str::to_owned);
        assert_eq!(facts(&before), facts(&after));
    });
}

#[test]
fn what_was_let_be_stays_let_be() {
    use impor::task::{self, State};
    on_both("batal", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        //   while it is       what comes of the check    what it is then
        for (n, first, cancelled, then) in [
            (1, State::Checking, true, State::Cancelled),
            (2, State::Checking, false, State::Waiting),
            (3, State::Saving, true, State::Saving),
            (4, State::Done, true, State::Done),
        ] {
            let task = task::Task {
                id: [n; 16],
                jenis: "nominatif".into(),
                akun: "desi".into(),
                instansi: "A1".into(),
                name: "berkas.csv".into(),
                hash: [7; 32],
                per_tanggal: common::today(),
                state: first,
                summary: String::new(),
                made: NOW,
            };
            house.hall.with(|conn| task::add(conn, &task)).expect("added");
            if cancelled {
                let page = house.post(&desi, &format!("/impor/{}/batal", EntryId(task.id)), &[]);
                assert_eq!(page.status, 303);
            }
            // The thread that reads the file ends only now.
            house.hall.with(|conn| task::checked(conn, task.id, State::Waiting, "baris=1")).expect("noted");
            let found = house.hall.with(|conn| task::find(conn, task.id)).expect("read").expect("there");
            assert_eq!(found.state, then, "{first:?} {cancelled}");
        }
    });
}

#[test]
fn a_broken_machine_leaves_the_file_waiting() {
    on_both("mesin-rusak", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        let content = csv(&[cells(1, "A1", &[])]);
        let href = sent(house, &desi, "nominatif", &content);
        assert!(settled(house, &desi, &href).has("Simpan 1 baris"));
        // The disk gives the file no longer back.
        let kept = house.hall.node.berkas.path(&store::berkas::sha256(content.as_bytes()));
        let aside = kept.with_extension("samping");
        std::fs::rename(&kept, &aside).expect("moved away");
        house.post(&desi, &format!("{href}/simpan"), &[]);
        let page = settled(house, &desi, &href);
        assert!(
            page.has("Gangguan pada server") && page.has("berkas atau folder tidak ada"),
            "{}",
            said(&page)
        );
        assert!(house.get(&desi, "/impor").has("Menunggu disimpan"));
        house.post(&desi, &format!("{href}/ulang"), &[]);
        assert!(settled(house, &desi, &href).has("Gangguan pada server"), "still broken");
        std::fs::rename(&aside, &kept).expect("moved back");
        house.post(&desi, &format!("{href}/ulang"), &[]);
        assert!(settled(house, &desi, &href).has("Simpan 1 baris"), "the preview is there again");
        house.post(&desi, &format!("{href}/simpan"), &[]);
        assert!(settled(house, &desi, &href).has("1 baris tersimpan"));
    });
}

#[test]
fn refused_rows_may_be_fetched_by_several_at_once() {
    on_both("ditolak-serentak", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        let rows: Vec<Vec<String>> = (1..=40).map(|n| cells(n, "A1", &[("nama", "")])).collect();
        let href = format!("{}/ditolak.csv", sent(house, &desi, "nominatif", &csv(&rows)));
        settled(house, &desi, href.trim_end_matches("/ditolak.csv"));
        std::thread::scope(|scope| {
            let many: Vec<_> = (0..5).map(|_| scope.spawn(|| house.get(&desi, &href))).collect();
            for page in many.into_iter().map(|thread| thread.join().expect("an answer")) {
                assert_eq!((page.status, page.body.lines().count()), (200, 41));
            }
        });
        let list = house.get(&desi, "/impor");
        assert!(list.has("Semua baris ditolak") && !list.has("Menunggu disimpan"));
        let left = house.hall.node.berkas.incoming("x").expect("a folder");
        let left = std::fs::read_dir(left.parent().expect("a folder")).expect("listed").count();
        assert_eq!(left, 0, "nothing is left lying about");
    });
}

#[test]
fn an_item_is_closed_once_and_only_when_it_is_one() {
    let mut own: Vec<Entry> = (1..=2).map(|n| downloaded(n, "A1", &[])).collect();
    own.push(absent(&own[..1]));
    on_both("tutup-sekali", modules(), &[("A1", own.clone())], |house, _| {
        let desi = petugas(house);
        let person = |n: usize| match &own[n].subject {
            Subject::Pegawai(id) => id.to_string(),
            other => panic!("{other:?}"),
        };
        let (item, other) = (EntryId([2; 16]).to_string(), own[0].id.to_string());
        //   whom, which entry                 answer
        for (whom, target, status) in [
            (person(0), &other, 404),
            (person(1), &item, 404),
            (person(0), &item, 303),
            (person(0), &item, 404),
        ] {
            let fields = [("sasaran", target.as_str()), ("alasan", "pensiun")];
            let page = house.post(&desi, &format!("/tidak-dalam-unduhan/{whom}/tutup"), &fields);
            assert_eq!(page.status, status, "{whom} {target}");
        }
    });
}

#[test]
fn the_sample_names_the_instansi_of_who_asks() {
    on_both("contoh", modules(), &[("A1", Vec::new()), ("B2", Vec::new())], |house, _| {
        for (nama, instansi, other) in [("desi", "A1", "B2"), ("budi", "B2", "A1")] {
            let who = house.browser(nama, Role::Petugas, instansi, "", None);
            let page = house.get(&who, "/impor/contoh/nominatif");
            assert!(page.has(&format!(",{instansi},")) && !page.has(&format!(",{other},")), "{nama}");
        }
    });
}

#[test]
fn a_changed_unit_is_told_line_by_line_with_names() {
    on_both("unit-berubah", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        let heading = "Id,NamaUnor,DiatasanId,aktif\r\n";
        let first =
            format!("{heading}U-1,Dinas Kesehatan,,ya\r\nU-2,Dinas Sosial,,ya\r\nU-3,Bidang Bina,U-1,ya\r\n");
        let (preview, _) = saved(house, &desi, "unor", &first);
        assert!(preview.has("Unit atasan: Dinas Kesehatan"), "{}", said(&preview));
        for warned in ["kolom tidak ada dalam berkas", "Unit atasan: U-1"] {
            assert!(!preview.has(warned), "{warned}");
        }
        let moved = first.replace("Bidang Bina,U-1,ya", "Bidang Bina,U-2,tidak");
        let page = settled(house, &desi, &sent(house, &desi, "unor", &moved));
        for told in ["Bidang Bina", "2 data berubah", "Unit atasan", "Dinas Sosial"] {
            assert!(page.has(told), "{told}: {}", said(&page));
        }
        assert!(!page.has(">Isi<") && !page.has("U-2"), "{}", said(&page));
    });
}

/// A download in which nothing changed still tells who is missing from it.
#[test]
fn a_file_that_only_misses_somebody_can_be_saved() {
    on_both("hanya-hilang", modules(), &[("A1", Vec::new())], |house, _| {
        let desi = petugas(house);
        let rows: Vec<Vec<String>> = (1..=4).map(|n| cells(n, "A1", &[])).collect();
        saved(house, &desi, "nominatif", &csv(&rows));
        let (preview, _) = saved(house, &desi, "nominatif", &csv(&rows[..3]));
        assert!(preview.has("Simpan daftar kerja") && preview.has("1 pegawai yang tidak ada dalam berkas"));
        let list = house.get(&desi, "/tidak-dalam-unduhan");
        assert!(list.has(&web::format::nip(&rows[3][1])), "who is missing is on the list");
        // Told once: the same file again has nothing to say.
        let (again, _) = saved(house, &desi, "nominatif", &csv(&rows[..3]));
        assert!(again.has("Tidak ada yang perlu disimpan."));
    });
}
