//! Letters of a rakor on real paper: the sheets keep to their pages whatever was typed, and every letter of
//! the demo province prints. `SINERGI_CETAK=FOLDER` keeps the files, to look at them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use host::Role;
use host::peristiwa::Pelaku;
use host::testing::{Browser, House};
use rakor::isi::{self, Isi};
use rakor::store::{buat, catat, satu};
use std::sync::Arc;
use store::peristiwa;

struct Cetak(document::Mesin);

impl host::cetak::Pencetak for Cetak {
    fn cetak(&self, asked: &naskah_dinas::Permintaan) -> Result<naskah_dinas::Cetakan, String> {
        self.0.cetak(asked).map_err(|e| e.to_string())
    }
}

/// The demo province with a printer.
fn house(folder: &tempfile::TempDir) -> House {
    drop(crate::bersama::house(folder));
    let node = store::Node::open(folder.path(), store::Database::Sqlite, host::schema::TABLES, None).unwrap();
    House::of(node, sinergi::modules::modules(), |hall| {
        hall.percetakan.pencetak = Some(Arc::new(Cetak(document::Mesin::new())));
        hall.percetakan.alamat = "https://sinergi.bumiraya.example".into();
    })
}

const PIMPINAN: [(&str, &str); 4] = [
    ("nama", "Dr. Ir. Bambang Prasetyo, M.T."),
    ("jabatan", "Sekretaris Daerah"),
    ("pangkat", "Pembina Utama (IV/e)"),
    ("nip", "19680115 199203 1 007"),
];

/// Issues a letter; answers how many pages it has.
fn pages(house: &House, who: &Browser, id: &str, jenis: &str, isian: &[(&str, &str)]) -> u64 {
    let form = [
        &[
            ("jenis", jenis),
            ("nomor", "800.1/1188/BKD/2026"),
            ("tempat", "Mandalapura"),
            ("perangkat", "Sekretariat Daerah"),
            (
                "alamat",
                "Jalan Merdeka Nomor 1, Mandalapura 70114 · Telepon (0511) 330 0001 · bumiraya.example",
            ),
        ],
        isian,
    ]
    .concat();
    let page = house.post(who, &format!("/rakor/{id}/dokumen"), &form);
    assert_eq!(page.status, 303, "{jenis}");
    let rakor = house.hall.with(|conn| satu(conn, id)).unwrap().unwrap();
    let kode = &rakor.dokumen.last().unwrap().1;
    let events = house.hall.with(|conn| peristiwa::of_thing(conn, host::terbitan::POKOK, kode)).unwrap();
    let said: serde_json::Value = serde_json::from_str(&events[0].isi).unwrap();
    if let Ok(folder) = std::env::var("SINERGI_CETAK") {
        let name = jenis.split(':').next().unwrap();
        let number = rakor.pokok.judul.split_whitespace().nth(3).unwrap_or("");
        let issued = house.hall.with(|conn| host::terbitan::baca(conn, kode)).unwrap().unwrap();
        let read = host::naskah::read(&house.hall.node.berkas, &issued.berkas).unwrap().unwrap();
        std::fs::write(format!("{folder}/{name}-{number}.pdf"), read.2).unwrap();
    }
    said["halaman"].as_u64().unwrap()
}

fn province(house: &House) -> String {
    house.hall.with(store::node::tenants).unwrap()[0].id.clone()
}

/// Quarters stored, a target and a misi, so that sheets have something to compare with.
fn past_and_aims(house: &House, pelaku: &Pelaku, region: &str) {
    for day in ["2026-03-31", "2026-06-30", "2026-09-30"] {
        let day = kernel::Date::parse(day).unwrap();
        host::indikator::deret::simpan(&house.hall, &pelaku.akun, &pelaku.oleh, day).unwrap();
    }
    let own = Pelaku { instansi: region.to_owned(), ..pelaku.clone() };
    for (kode, ratusan) in [("JAB-03", 500), ("IKD-01", 10_000)] {
        let goal = host::indikator::Isian { kode, instansi: region, ratusan, dasar: "Renstra" };
        house.hall.tetapkan_sasaran(&own, &goal, 2026).unwrap().unwrap();
        let misi = "Tata kelola pemerintahan yang bersih dan melayani";
        house.hall.kaitkan_misi(&own, kode, region, misi).unwrap().unwrap();
    }
}

#[test]
fn every_letter_of_the_demo_province_prints() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let own = province(&house);
    let desi = house.browser("desi", Role::Petugas, &own, "", None);
    let all = rakor::store::semua(&house.hall).unwrap();
    let (first, second) = (&all[0], &all[1]);
    let of = |arah: &str| first.rekomendasi.iter().find(|s| s.isi.arah == arah).unwrap().tanda.id.clone();
    let late = first.rtl.iter().find(|r| !r.eskalasi.is_empty()).unwrap();
    let rung = Isi::Eskalasi { rtl: late.tanda.id.clone(), tingkat: 4 };
    let pelaku = Pelaku { instansi: own.clone(), akun: "desi".into(), oleh: "Desi".into() };
    catat(&house.hall, &pelaku, &first.id, |_| Ok(vec![(rung, None)])).unwrap();
    past_and_aims(&house, &pelaku, &late.isi.instansi);
    let gubernur = [("nama", "Prof. Dr. H. Ismail Marzuki"), ("jabatan", "Gubernur Bumi Raya")];
    let sheet = format!("lembar_rakor:{}", late.isi.instansi);
    // rakor · surat · penanda tangan · halaman
    for (rakor, jenis, isian, count) in [
        (second, "undangan".to_owned(), &PIMPINAN[..], 3),
        (second, "permintaan_bahan".into(), &PIMPINAN[..], 1),
        (second, sheet, &[], 1),
        (second, "lembar_sekda".into(), &[], 1),
        (first, "daftar_hadir".into(), &PIMPINAN[..], 2),
        (first, "notulen".into(), &PIMPINAN[..], 3),
        (first, "rumusan".into(), &PIMPINAN[..], 2),
        (first, "berita_acara".into(), &PIMPINAN[..], 4),
        (first, "nota_dinas".into(), &PIMPINAN[..], 2),
        (first, format!("rekomendasi:{}", of("luar")), &PIMPINAN[..], 1),
        (first, format!("surat_edaran:{}", of("gubernur")), &gubernur[..], 1),
        (first, format!("surat_gubernur:{}", of("gubernur")), &gubernur[..], 1),
        (first, format!("surat_terlambat:{}", late.tanda.id), &PIMPINAN[..], 1),
    ] {
        assert_eq!(pages(&house, &desi, &rakor.id, &jenis, isian), count, "{jenis}");
    }
}

/// As long as a form lets it be.
fn long(letters: usize) -> String {
    "Menyelesaikan penataan jabatan dan kelengkapan dokumen kepegawaian di SELURUH PERANGKAT DAERAH; "
        .repeat(letters / 90 + 1)
        .chars()
        .take(letters)
        .collect()
}

#[test]
fn the_sheets_keep_to_their_pages_whatever_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let own = province(&house);
    let desi = house.browser("desi", Role::Petugas, &own, "", None);
    let pelaku = Pelaku { instansi: own.clone(), akun: "desi".into(), oleh: "Desi".into() };
    let tenants = house.hall.with(store::node::tenants).unwrap();
    let (world, codes) = (house.hall.present().unwrap(), house.hall.katalog.semua());
    let matriks = host::indikator::ukur_semua(&house.hall, &world).unwrap();
    let region = tenants[1].id.clone();
    let mut bound: Vec<_> = codes
        .iter()
        .filter(|i| i.arah != kernel::indikator::Arah::Netral && !i.tertutup)
        .filter(|i| matriks.sel(i.kode, &region).is_some_and(|s| s.hasil.ukuran().is_some()))
        .collect();
    bound.sort_by_key(|i| std::cmp::Reverse(i.nama.len()));
    for i in bound.iter().take(10) {
        house.hall.kaitkan_misi(&pelaku, i.kode, &own, &long(290)).unwrap().unwrap();
    }
    let pokok = isi::Pokok {
        judul: format!("Rapat Koordinasi Uji Panjang {}", long(170)),
        tanggal: kernel::Date::parse("2026-05-12"),
        ..isi::Pokok::default()
    };
    let party = |t: &store::Tenant| isi::Pihak {
        instansi: t.id.clone(),
        peran: "Kepala BKPSDM".into(),
        ..isi::Pihak::default()
    };
    let begin = vec![
        Isi::Dibuat(pokok),
        Isi::Pihak { pihak: tenants.iter().map(party).collect() },
        Isi::Diundang,
        Isi::Dibuka,
    ];
    let id = buat(&house.hall, &pelaku, begin).unwrap();
    let say = |all: Vec<Isi>| {
        let all = all.into_iter().map(|isi| (isi, None)).collect();
        catat(&house.hall, &pelaku, &id, |_| Ok(all)).unwrap()
    };
    let point = || Isi::Rumusan(isi::Rumusan { teks: long(1_000), ..isi::Rumusan::default() });
    let points = say((0..12).map(|_| point()).collect());
    say(vec![Isi::Disepakati { alasan: String::new() }]);
    let follow = |n: usize| {
        let i = bound[n % bound.len()];
        Isi::Rtl(Box::new(isi::Rtl {
            rumusan: points[0].to_string(),
            uraian: long(500),
            instansi: region.clone(),
            tenggat: kernel::Date::parse("2026-06-01"),
            bukti: long(500),
            verifikator: own.clone(),
            // Half of them are late, half are bound to a figure.
            indikator: if n.is_multiple_of(2) { String::new() } else { i.kode.into() },
            target: (n % 2 == 1).then_some(100),
            awal: Some(isi::Angka { atas: 1, bawah: 3, ..isi::Angka::default() }),
            ..isi::Rtl::default()
        }))
    };
    let ask = |arah: &str| {
        Isi::Rekomendasi(isi::Rekomendasi {
            rumusan: points[0].to_string(),
            arah: arah.into(),
            kepada: long(200),
            permintaan: long(1_000),
            ..isi::Rekomendasi::default()
        })
    };
    say((0..20).map(follow).collect());
    say((0..8).flat_map(|_| [ask("luar"), ask("gubernur")]).collect());
    let quarter = kernel::Date::parse("2026-09-30").unwrap();
    host::indikator::deret::simpan(&house.hall, "desi", "Desi", quarter).unwrap();
    let leader = [("nama", long(70)), ("jabatan", long(100)), ("pangkat", long(40))];
    let leader: Vec<(&str, &str)> = leader.iter().map(|(field, value)| (*field, value.as_str())).collect();
    for (jenis, count) in
        [(format!("lembar_rakor:{region}"), 1), ("lembar_sekda".into(), 1), ("nota_dinas".into(), 2)]
    {
        assert_eq!(pages(&house, &desi, &id, &jenis, &leader), count, "{jenis}");
    }
}
