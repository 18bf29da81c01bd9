//! Letters of two rakor of a series: what must be in each, who may issue and read it, and what a page costs.

use super::dokumen::Cermin;
use super::halaman_rtl::{day, orang};
use super::modules;
use crate::isi::{self, Isi};
use crate::rule::Rakor;
use crate::store::{buat, catat, satu};
use host::Role;
use host::indikator::deret;
use host::indikator::{Isian, angka::Ditolak};
use host::peristiwa::Pelaku;
use host::terbitan;
use host::testing::{Browser, House};
use kernel::EntryId;
use naskah_dinas::Permintaan;
use std::sync::Arc;

const NAMES: [(&str, &str); 4] = [
    ("P", "Pemerintah Provinsi Bumi Raya"),
    ("A", "Pemerintah Kabupaten Telaga Biru"),
    ("B", "Pemerintah Kota Sinar Pagi"),
    ("C", "Pemerintah Kabupaten Rimba Jaya"),
];

fn pelaku() -> Pelaku {
    Pelaku { instansi: "P".into(), akun: "desi".into(), oleh: "Desi, Petugas BKD".into() }
}

/// The story, and where its things are.
struct Kisah {
    pertama: String,
    kedua: String,
    luar: String,
    usul: String,
    rtl: String,
}

fn on_both(name: &str, body: impl Fn(&House, &Cermin, &Kisah)) {
    store::testing::on_both_with(name, host::schema::TABLES, |bench| {
        for (id, nama) in NAMES {
            store::node::add_tenant(&mut bench.conn, id, nama).expect("a tenant");
        }
        let non = |n: u8| orang(n, n, "NON_ASN", "2020-01-01");
        bench.append("A", &[non(1), non(2), non(3)]);
        bench.append("B", &[non(4)]);
        let cermin = Arc::new(Cermin::default());
        let house = House::shaped(bench, modules(), |hall| hall.percetakan.pencetak = Some(cermin.clone()));
        house.hall.present().expect("a world");
        let kisah = kisah(&house);
        body(&house, &cermin, &kisah);
    });
}

fn rakor(house: &House, judul: &str, tanggal: &str, seri: &str) -> String {
    let pokok = isi::Pokok {
        templat: "kepegawaian".into(),
        judul: judul.into(),
        seri: seri.into(),
        sebelumnya: seri.into(),
        tanggal: Some(day(tanggal)),
        tempat: "Aula".into(),
        ..isi::Pokok::default()
    };
    let party =
        |id: &str| isi::Pihak { instansi: id.into(), peran: "Kepala BKPSDM".into(), ..isi::Pihak::default() };
    let pihak = ["A", "B"].map(party).to_vec();
    let begin = vec![Isi::Dibuat(pokok), Isi::Pihak { pihak }, Isi::Diundang];
    buat(&house.hall, &pelaku(), begin).expect("planned")
}

fn say(house: &House, id: &str, all: Vec<Isi>) -> Vec<String> {
    let done = catat(&house.hall, &pelaku(), id, |_| Ok(all.into_iter().map(|isi| (isi, None)).collect()));
    done.expect("recorded").iter().map(EntryId::to_string).collect()
}

/// The first rakor left a follow-up of A that is late; the second asks for material.
fn kisah(house: &House) -> Kisah {
    let pertama = rakor(house, "Rakor triwulan II", "2026-05-12", "");
    let point = isi::Rumusan { teks: "Status non-ASN diselesaikan".into(), ..isi::Rumusan::default() };
    let made = say(
        house,
        &pertama,
        vec![Isi::Rumusan(point), Isi::Dibuka, Isi::Disepakati { alasan: String::new() }],
    );
    let rumusan = made[0].clone();
    let rtl = isi::Rtl {
        rumusan: rumusan.clone(),
        uraian: "Menyelesaikan status non-ASN".into(),
        instansi: "A".into(),
        tenggat: Some(day("2026-08-03")),
        bukti: "SK penyelesaian".into(),
        verifikator: "P".into(),
        indikator: "NONASN-01".into(),
        target: Some(0),
        awal: Some(isi::Angka { atas: 5, bawah: 1, ..isi::Angka::default() }),
        ..isi::Rtl::default()
    };
    let ask = |arah: &str, kepada: &str, permintaan: &str| {
        Isi::Rekomendasi(isi::Rekomendasi {
            rumusan: rumusan.clone(),
            arah: arah.into(),
            kepada: kepada.into(),
            permintaan: permintaan.into(),
            fakta: "Terdapat 4 orang.".into(),
            ..isi::Rekomendasi::default()
        })
    };
    let made = say(
        house,
        &pertama,
        vec![
            Isi::Rtl(Box::new(rtl)),
            ask("luar", "Kepala BKN", "Membuka unduhan massal."),
            ask("gubernur", "SE Gubernur", "Penyelesaian status non-ASN."),
        ],
    );
    let (rtl, luar, usul) = (made[0].clone(), made[1].clone(), made[2].clone());
    say(house, &pertama, vec![Isi::Eskalasi { rtl: rtl.clone(), tingkat: 4 }]);
    let kedua = rakor(house, "Rakor triwulan IV", "2026-12-10", &pertama);
    say(
        house,
        &kedua,
        vec![Isi::BahanDiminta { tenggat: day("2026-12-01"), uraian: "Matriks permasalahan".into() }],
    );
    deret::simpan(&house.hall, "desi", "Desi", day("2026-09-30")).expect("stored");
    let own = Pelaku { instansi: "A".into(), ..pelaku() };
    let goal = Isian { kode: "NONASN-01", instansi: "A", ratusan: 100, dasar: "Renstra" };
    let set: Result<_, Ditolak> = house.hall.tetapkan_sasaran(&own, &goal, 2026).expect("stored");
    set.expect("a target");
    let misi = house.hall.kaitkan_misi(&own, "NONASN-01", "A", "Birokrasi yang melayani").expect("stored");
    misi.expect("a misi");
    Kisah { pertama, kedua, luar, usul, rtl }
}

const FORM: [(&str, &str); 6] = [
    ("nomor", "800/12"),
    ("tempat", "Mandalapura"),
    ("perangkat", "Sekretariat Daerah"),
    ("alamat", "Jalan Merdeka 1"),
    ("nama", "Hendra Wicaksana"),
    ("jabatan", "Sekretaris Daerah"),
];

fn issue(house: &House, who: &Browser, id: &str, jenis: &str) -> u16 {
    let form = [FORM.as_slice(), &[("jenis", jenis)]].concat();
    house.post(who, &format!("/rakor/{id}/dokumen"), &form).status
}

fn read(house: &House, id: &str) -> Rakor {
    house.hall.with(|conn| satu(conn, id)).expect("read").expect("there")
}

fn printed(cermin: &Cermin) -> Vec<Permintaan> {
    std::mem::take(&mut *cermin.0.lock().expect("open"))
}

/// Rakor, letter, template, readers beside its issuer, and what must stand in it.
type Naskah<'n> = (&'n str, String, &'n str, &'n [&'n str], &'n [&'n str]);

#[test]
fn every_letter_says_what_the_rakor_says() {
    on_both("surat-isi", |house, cermin, kisah| {
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        let kab = house.browser("kabul", Role::Petugas, "A", "", None);
        let (luar, usul) = (kisah.luar.as_str(), kisah.usul.as_str());
        // rakor · jenis dan tentang · templat · pembaca selain penerbit · yang harus tertulis
        #[rustfmt::skip]
        let letters: [Naskah<'_>; 9] = [
            (&kisah.kedua, "permintaan_bahan".into(), "permintaan_bahan", &["A", "B"],
                &["Kepala BKPSDM kabupaten/kota di Provinsi Bumi Raya", "Matriks permasalahan", "2026-12-01",
                  "Perkembangan tindak lanjut rakor sebelumnya", "halaman Masalah", "800/12", "Jalan Merdeka 1"]),
            (&kisah.kedua, "lembar_rakor:A".into(), "lembar_rakor", &["A"],
                &["Pemerintah Kabupaten Telaga Biru", "Non-ASN tanpa status kepegawaian", "Misi: Birokrasi yang melayani",
                  "\"sasaran\":\"1\"", "\"nilai\":\"3\"", "\"sebelum\":\"3\"", "30 September 2026", "Menyelesaikan status non-ASN",
                  "Rakor triwulan II, butir 1", "\"tercapai\":false", "lewat 111 hari"]),
            (&kisah.kedua, "lembar_sekda".into(), "lembar_sekda", &[],
                &["Keadaan kepegawaian se-Provinsi Bumi Raya", "RTL lewat tenggat", "Jumlah ASN", "Kota Sinar Pagi",
                  "Kabupaten Telaga Biru: lewat 111 hari, Menyelesaikan status non-ASN"]),
            (&kisah.pertama, "nota_dinas".into(), "nota_dinas", &[],
                &["Gubernur Bumi Raya", "Sekretaris Daerah", "Status non-ASN diselesaikan.", "1 terlambat",
                  "Penyelesaian status non-ASN, atas dasar butir 1.", "Non-ASN tanpa status kepegawaian"]),
            (&kisah.pertama, format!("rekomendasi:{luar}"), "rekomendasi", &["A", "B"],
                &["Kepala BKN", "Membuka unduhan massal.", "Terdapat 4 orang.",
                  "Rumusan Rakor triwulan II tanggal 12 Mei 2026, butir 1."]),
            (&kisah.pertama, format!("surat_gubernur:{usul}"), "surat_dinas", &["A", "B"],
                &["Bupati Telaga Biru", "Wali Kota Sinar Pagi", "Penyelesaian status non-ASN",
                  "Menyelesaikan status non-ASN, paling lambat 3 Agustus 2026."]),
            (&kisah.pertama, format!("surat_edaran:{usul}"), "surat_edaran", &["A", "B"],
                &["Bupati Telaga Biru", "menyepakati pada butir 1: Status non-ASN diselesaikan.", "Terdapat 4 orang."]),
            (&kisah.pertama, format!("surat_terlambat:{}", kisah.rtl), "surat_dinas", &["A"],
                &["Bupati Telaga Biru", "\"atas_nama\":\"Gubernur Bumi Raya\"", "Gubernur Bumi Raya (sebagai laporan)",
                  "lewat 111 hari", "5 pada saat disepakati, 3 sekarang; targetnya 0", "SK penyelesaian",
                  "Nomor 800/12"]),
            (&kisah.pertama, "rumusan".into(), "rumusan", &["A", "B"], &["Status non-ASN diselesaikan"]),
        ];
        for (id, jenis, templat, readers, must) in &letters {
            assert_eq!(issue(house, &kab, id, jenis), 403, "{jenis}: the convener's letters");
            assert_eq!(issue(house, &desi, id, jenis), 303, "{jenis}");
            let letter = printed(cermin).pop().expect("printed");
            let text = letter.data.to_string();
            for said in *must {
                assert!(text.contains(said), "{jenis} lacks {said}: {text}");
            }
            let kode = read(house, id).dokumen.last().expect("recorded").1.clone();
            let issued = house.hall.with(|conn| terbitan::baca(conn, &kode)).expect("read").expect("issued");
            assert_eq!(
                (issued.templat.as_str(), issued.pembaca.as_slice()),
                (*templat, owned(readers).as_slice()),
                "{jenis}"
            );
            assert_eq!(
                issued.nomor.is_empty(),
                templat.starts_with("lembar"),
                "{jenis}: sheets bear no number"
            );
        }
        let list = |who: &Browser, id: &str| house.get(who, &format!("/rakor/{id}/dokumen"));
        assert!(list(&desi, &kisah.pertama).has("Nota dinas kepada Gubernur 800/12"));
        let seen = list(&kab, &kisah.pertama);
        assert!(seen.has("Surat Sekda a.n. Gubernur 800/12") && !seen.has("Nota dinas kepada Gubernur"));
    });
}

fn owned(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

#[test]
fn a_letter_stands_beside_what_it_is_about_and_gives_authority() {
    on_both("surat-tempat", |house, _, kisah| {
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        let kab = house.browser("kabul", Role::Petugas, "A", "", None);
        let veri = house.browser("vera", Role::Petugas, "B", "", None);
        let requests = format!("/rakor/{}/rekomendasi", kisah.pertama);
        let follow_up = format!("/rtl/{}/{}", kisah.pertama, kisah.rtl);
        let asked = |kata: &str, id: &str| format!("jenis={kata}%3A{id}#terbitkan");
        let page = house.get(&desi, &requests);
        assert!(
            page.has(&asked("rekomendasi", &kisah.luar)) && page.has(&asked("surat_edaran", &kisah.usul))
        );
        assert!(!house.get(&kab, &requests).has("#terbitkan"), "only its convener issues");
        assert!(house.get(&desi, &follow_up).has(&asked("surat_terlambat", &kisah.rtl)));
        assert!(house.get(&kab, &follow_up).has("menunggu surat atau SE Gubernur"));
        assert_eq!(house.tugas("desi").iter().filter(|t| t.judul.contains("a.n. Gubernur")).count(), 1);
        let form =
            house.get(&desi, &format!("/rakor/{}/dokumen?jenis=rekomendasi:{}", kisah.pertama, kisah.luar));
        assert!(form.has(&format!("value=\"rekomendasi:{}\" selected", kisah.luar)));
        for jenis in [
            format!("rekomendasi:{}", kisah.luar),
            format!("surat_edaran:{}", kisah.usul),
            format!("surat_terlambat:{}", kisah.rtl),
        ] {
            assert_eq!(issue(house, &desi, &kisah.pertama, &jenis), 303, "{jenis}");
        }
        let page = house.get(&kab, &requests);
        assert!(page.has("Surat rekomendasi 800/12 tanggal 22 Nov 2026 (berlaku)"));
        assert!(
            page.has("Terkirim") && page.has("Surat edaran Gubernur Nomor 800/12"),
            "what became of them"
        );
        let page = house.get(&kab, &follow_up);
        assert!(page.has("SE Gubernur · Surat edaran Gubernur Nomor 800/12"), "what gives it authority");
        assert!(page.has("Surat Sekda a.n. Gubernur 800/12"));
        assert!(!house.get(&veri, &follow_up).has("Surat Sekda a.n. Gubernur 800/12"), "not told to others");
        assert!(house.tugas("desi").iter().all(|t| !t.judul.contains("a.n. Gubernur")), "written");
    });
}

#[test]
fn sheets_are_issued_for_every_instansi_at_once_and_the_newest_holds() {
    on_both("surat-lembar", |house, cermin, kisah| {
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        let kab = house.browser("kabul", Role::Petugas, "A", "", None);
        let at = format!("/rakor/{}/dokumen", kisah.kedua);
        let look = [("jenis", "lembar_rakor:semua"), ("langkah", "pratinjau")];
        let draft = house.post(&desi, &at, &look);
        assert_eq!(draft.status, 200);
        assert!(draft.header("content-type").starts_with("application/pdf"));
        let drafted = printed(cermin);
        assert!(drafted.iter().all(|p| p.data["dokumen"]["verifikasi"].is_null()), "it says that it is one");
        assert!(read(house, &kisah.kedua).dokumen.is_empty(), "nothing was issued");
        assert_eq!(house.post(&kab, &at, &look).status, 403);
        let unsigned = [("jenis", "lembar_rakor:semua"), ("tempat", "Mandalapura"), ("perangkat", "BKD")];
        assert_eq!(house.post(&desi, &at, &unsigned).status, 303, "a sheet bears no number");
        let whom: Vec<String> = read(house, &kisah.kedua).dokumen.iter().map(|d| d.2.clone()).collect();
        assert_eq!(whom, ["A", "B"]);
        let own = house.get(&kab, &at);
        assert!(own.has("Pemerintah Kabupaten Telaga Biru") && !own.has("Pemerintah Kota Sinar Pagi</span>"));
        assert_eq!(house.post(&desi, &at, &unsigned).status, 303);
        let page = house.get(&desi, &at);
        assert_eq!((page.body.matches(">diganti<").count(), page.body.matches(">berlaku<").count()), (2, 2));
    });
}

#[test]
fn a_list_of_forty_documents_is_one_statement() {
    on_both("surat-daftar", |house, _, kisah| {
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        let at = format!("/rakor/{}/dokumen", kisah.kedua);
        let cost = || {
            house.get(&desi, &at);
            let before = house.queries();
            let page = house.get(&desi, &at);
            (house.queries() - before, page.body.matches("/verifikasi/").count())
        };
        assert_eq!(issue(house, &desi, &kisah.kedua, "permintaan_bahan"), 303);
        let (one, listed) = cost();
        assert_eq!(listed, 1);
        let kode = read(house, &kisah.kedua).dokumen[0].1.clone();
        for _ in 0..39 {
            assert_eq!(issue(house, &desi, &kisah.kedua, "permintaan_bahan"), 303);
        }
        let (forty, listed) = cost();
        assert_eq!(listed, 40);
        assert_eq!(one, forty);
        assert!(forty <= 6, "{forty} statements");
        let many = vec![kode; terbitan::BANYAK + 1];
        assert!(house.hall.with(|conn| terbitan::baca_banyak(conn, &many)).is_err(), "more are refused");
    });
}
