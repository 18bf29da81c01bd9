//! A receipt tells which position was chosen when it was kept, and earlier ones do not.

use super::{base, day, entry, officer, person, read, states, stored, text, with_house};
use host::testing::{Browser, House};
use kernel::{Fact, Field, Kind, Value};
use store::pejabat::Pejabat;
use store::pejabat::tafsir::{NewPilihan, Posisi, record};

const NORM: &str = "pensiun.hak.aps";

fn keep(house: &House, who: &Browser) -> String {
    let form = [("norma", NORM), ("berlaku", "2026-11-22"), ("keperluan", "permohonan berhenti")];
    let answer = house.post(who, &base(1), &form);
    assert_eq!(answer.status, 303);
    answer.location
}

#[test]
fn a_receipt_tells_what_was_chosen_by_then() {
    with_house("bukti-tafsir", |house, bench| {
        let born = [(Field::TanggalLahir, Value::Date(day("1979-05-05"))), text(Field::Nama, "Ani Uji")];
        let cpns = Fact::new(Kind::Cpns, Some(day("2003-01-01")), []);
        let facts = vec![states(Fact::new(Kind::Identitas, None, born)), states(cpns)];
        bench.append("A1", &[entry(60, 1, "823/60", facts)]);
        house.hall.present().expect("a world");
        let desi = officer(house);
        let before = keep(house, &desi);
        assert!(read(house, &desi, &before).has("Beda tafsir"));
        let today = day("2026-11-22");
        let posisi = Posisi {
            kunci: "pp_11_2017".into(),
            bunyi: "usia 45 tahun dan masa kerja 20 tahun".into(),
            jawaban: "Memenuhi syarat (MS)".into(),
            berlaku: today,
            hukum: today,
            paket: house.hall.hukum().pack.hash,
            sidik: [1; 32],
        };
        let new = NewPilihan {
            pegawai: person(1),
            norma: NORM,
            pejabat: "Kepala BKD, Rahmat Hidayat",
            posisi: Some(posisi),
            tertutup: "tidak",
            alasan: "bunyi PP lebih baru",
            nomor: "",
            tanggal: None,
            after: None,
        };
        let who = Pejabat { instansi: "A1", actor: "gub", by: "Gubernur, Pimpinan" };
        let node = &house.hall.node;
        let done = house.hall.with(|conn| {
            let mut source = node.source(conn)?;
            record(conn, &node.key, &mut source, &who, &new)
        });
        done.expect("recorded");
        let after = keep(house, &desi);
        let page = read(house, &desi, &after);
        assert!(page.has("Posisi yang dipilih") && page.has("Kepala BKD, Rahmat Hidayat"));
        assert!(page.has("Beda tafsir"), "the answer stays");
        assert!(!read(house, &desi, &before).has("Posisi yang dipilih"), "as it was kept");
        assert!(!read(house, &desi, &stored(house, &desi, 1)).has("Posisi yang dipilih"), "another norm");
    });
}
