//! Letters: what each says follows from the rakor, and none is issued before what it speaks of is there.

use super::modules;
use crate::isi::{self, Isi};
use host::Role;
use host::cetak::Pencetak;
use host::peristiwa::Pelaku;
use host::terbitan;
use host::testing::House;
use naskah_dinas::{Cetakan, Permintaan};
use std::sync::{Arc, Mutex};

/// Keeps what it is told to print.
#[derive(Default)]
pub struct Cermin(pub Mutex<Vec<Permintaan>>);

impl Pencetak for Cermin {
    fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, String> {
        self.0.lock().expect("open").push(permintaan.clone());
        Ok(Cetakan { pdf: b"%PDF-1.7\n".to_vec(), halaman: 1, tak_tergambar: 0 })
    }
}

fn on_both(body: impl Fn(&House, &Cermin)) {
    store::testing::on_both_with("rakor_dokumen", host::schema::TABLES, |bench| {
        ["P", "A"].iter().for_each(|instansi| bench.tenant(instansi));
        let cermin = Arc::new(Cermin::default());
        let house = House::shaped(bench, modules(), |hall| hall.percetakan.pencetak = Some(cermin.clone()));
        house.hall.present().expect("a world");
        body(&house, &cermin);
    });
}

fn planned(house: &House) -> String {
    let pelaku = Pelaku { instansi: "P".into(), akun: "desi".into(), oleh: "Desi".into() };
    let pokok = isi::Pokok {
        judul: "Rakor kepegawaian".into(),
        tanggal: kernel::Date::parse("2026-12-10"),
        tempat: "Aula".into(),
        pukul: ("09.00".into(), String::new()),
        ..isi::Pokok::default()
    };
    let pihak = ["P", "A"].map(|i| isi::Pihak {
        instansi: i.into(),
        peran: "Kepala BKPSDM".into(),
        ..isi::Pihak::default()
    });
    let begin = vec![Isi::Dibuat(pokok), Isi::Pihak { pihak: pihak.to_vec() }, Isi::Diundang];
    crate::store::buat(&house.hall, &pelaku, begin).expect("planned")
}

const FORM: [(&str, &str); 5] = [
    ("nomor", "800/12"),
    ("tempat", "Bumi Raya"),
    ("perangkat", "Sekretariat Daerah"),
    ("nama", "Hendra Wicaksana"),
    ("jabatan", "Sekretaris Daerah"),
];

#[test]
fn an_invitation_is_issued_kept_and_can_be_checked() {
    on_both(|house, cermin| {
        let id = planned(house);
        let at = format!("/rakor/{id}/dokumen");
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        let kab = house.browser("kabul", Role::Petugas, "A", "", None);
        let form = [FORM.as_slice(), &[("jenis", "undangan")]].concat();
        assert_eq!(house.post(&desi, &at, &form).status, 303);
        let printed = cermin.0.lock().expect("open").pop().expect("printed");
        let text = printed.data.to_string();
        for said in [
            "Rakor kepegawaian",
            "800/12",
            "Aula",
            "Hendra Wicaksana",
            "09.00 WIB s.d. selesai",
            "Kepala BKPSDM",
        ] {
            assert!(text.contains(said), "{said}");
        }
        let rakor = house.hall.with(|conn| crate::store::satu(conn, &id)).expect("read").expect("there");
        let kode = rakor.dokumen[0].1.clone();
        let issued = house.hall.with(|conn| terbitan::baca(conn, &kode)).expect("read").expect("issued");
        assert_eq!((issued.nomor.as_str(), issued.templat.as_str()), ("800/12", "undangan"));
        assert_eq!(issued.pembaca, ["P", "A"]);
        let shown = house.get(&kab, &at);
        assert!(shown.has("Surat undangan 800/12") && !shown.has("Terbitkan dokumen"));
        assert_eq!(house.post(&kab, &at, &form).status, 403, "the convener's letters");
    });
}

#[test]
fn what_is_not_there_yet_is_not_put_on_paper() {
    on_both(|house, cermin| {
        let id = planned(house);
        let at = format!("/rakor/{id}/dokumen");
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        for (jenis, needs) in [
            ("notulen", "notulen yang sudah ditulis"),
            ("rumusan", "rumusan yang disepakati"),
            ("berita_acara", "rumusan yang disepakati"),
            ("nota_dinas", "rumusan yang disepakati"),
            ("permintaan_bahan", "permintaan bahan dengan tenggatnya"),
            ("lembar_rakor:semua", "indikator yang terukur atau tindak lanjut yang terbuka"),
            ("lembar_rakor:A", "indikator yang terukur atau tindak lanjut yang terbuka"),
            ("lembar_sekda", "indikator yang terukur"),
            ("rekomendasi", "rekomendasi ke luar yang sudah dicatat"),
            ("surat_edaran:0", "usul kebijakan Gubernur dari butir rumusan yang disepakati"),
            ("surat_gubernur", "usul kebijakan Gubernur dari butir rumusan yang disepakati"),
            ("surat_terlambat:0", "sudah sampai pada tingkat surat Sekda Provinsi"),
            ("piagam", "Pilih jenis dokumen"),
        ] {
            let page = house.post(&desi, &at, &[FORM.as_slice(), &[("jenis", jenis)]].concat());
            assert_eq!(page.status, 422, "{jenis}");
            assert!(page.has(needs) && page.has("value=\"800/12\""), "{jenis}");
        }
        let long = "x".repeat(121);
        let page = house.post(&desi, &at, &[("jenis", "undangan"), ("nomor", &long)]);
        assert!(page.has("Paling panjang 120 huruf.") && page.has("Isi nama penanda tangan."));
        assert!(cermin.0.lock().expect("open").is_empty());
    });
}
