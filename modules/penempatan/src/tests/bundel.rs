//! A bundle is checked by anybody, and none of its bytes can change unseen.

use super::contoh::{dikecualikan, id, putaran};
use crate::bundel::Lingkup::{self, Lengkap, Umum};
use crate::bundel::{nomor_calon, periksa, tulis};
use crate::isi::Penyimpangan;
use crate::rule::Beku;
use crate::rule::hitung::hitung;
use crate::rule::rencana::Tanda;

fn round(pindah_min: i64) -> Beku {
    let pairs = [(0, 1, 90), (1, 0, 70), (2, 1, 60), (2, 2, 55), (3, 2, 55), (1, 2, 30)];
    let mut beku = dikecualikan(putaran(&[Some(0), None, None], 4, &pairs), 9);
    beku.pindah_min = pindah_min;
    beku.kursi[1].kritis = true;
    beku
}

fn failures(bytes: &[u8]) -> Vec<String> {
    periksa(bytes).into_iter().filter(|p| !p.lulus).map(|p| format!("{}: {}", p.nama, p.kalimat)).collect()
}

#[test]
fn a_bundle_holds_whatever_the_least_gain() {
    for pindah_min in [0, 1, 300, 499, 500, 501, 800, 2_000] {
        let beku = round(pindah_min);
        let hasil = hitung(&beku).expect("a plan");
        let bundle = tulis(&beku, &hasil, &[], "Rotasi, Desember", Lengkap).expect("a bundle");
        assert_eq!(failures(&bundle), Vec::<String>::new(), "least gain {pindah_min}");
        assert_eq!(
            tulis(&beku, &hasil, &[], "Rotasi, Desember", Lengkap),
            Ok(bundle),
            "the same bytes again"
        );
    }
}

#[test]
fn every_changed_byte_is_found() {
    let beku = round(500);
    let bundle = tulis(&beku, &hitung(&beku).expect("a plan"), &[], "Rotasi", Lengkap).expect("a bundle");
    for at in 0..bundle.len() {
        let mut changed = bundle.clone();
        changed[at] ^= 0x20;
        let found = failures(&changed);
        assert!(found.first().is_some_and(|f| f.starts_with("Bundel utuh: ")), "byte {at}: {found:?}");
    }
    assert!(!failures(&bundle[..bundle.len() - 1]).is_empty());
    assert!(failures(b"bukan bundel")[0].contains("bukan ZIP"));
    assert!(!failures(b"PK bukan bundel")[0].contains("bukan ZIP"));
}

#[test]
fn a_plan_of_other_inputs_does_not_hold() {
    let beku = round(500);
    let mut hasil = hitung(&beku).expect("a plan");
    hasil.duduk.swap(1, 2);
    let bundle = tulis(&beku, &hasil, &[], "Rotasi", Lengkap).expect("a bundle");
    assert!(!failures(&bundle).is_empty(), "another plan under the same prices");
    let mut hasil = hitung(&beku).expect("a plan");
    hasil.harga_kursi[0] += 1;
    assert!(
        !failures(&tulis(&beku, &hasil, &[], "Rotasi", Lengkap).expect("a bundle")).is_empty(),
        "another price"
    );
    hasil.harga_kursi.clear();
    hasil.harga_calon.clear();
    assert_eq!(tulis(&beku, &hasil, &[], "Rotasi", Lengkap).expect_err("no prices").0, "BUNDEL-03");
}

#[test]
fn nobody_can_be_read_out_of_it() {
    let mut beku = round(500);
    let mut numbers = nomor_calon(&beku);
    numbers.sort_unstable();
    assert_eq!(numbers, [0, 1, 2, 3]);
    let hasil = hitung(&beku).expect("a plan");
    beku.kursi[0].jabatan = "Kepala Bidang 198501012010011001".into();
    let found = failures(&tulis(&beku, &hasil, &[], "Rotasi", Lengkap).expect("a bundle"));
    assert_eq!(found, ["Tanpa identitas: jabatan.csv baris 2: ada 18 angka yang dapat berupa NIP."]);
    beku.kursi[0].jabatan = format!("Kepala Bidang {}", beku.calon[0].pegawai);
    let found = failures(&tulis(&beku, &hasil, &[], "Rotasi", Lengkap).expect("a bundle"));
    assert_eq!(found, ["Tanpa identitas: jabatan.csv baris 2: ada nomor pegawai."]);
    beku.tiga_nama = true;
    assert_eq!(tulis(&beku, &hasil, &[], "Rotasi", Lengkap).expect_err("three names").0, "BUNDEL-01");
}

/// What the PPK decided otherwise stands in it with its cost, and follows; why, only for the panel.
#[test]
fn decisions_of_the_ppk_are_in_it() {
    let beku = round(500);
    let hasil = hitung(&beku).expect("a plan");
    let one = |kursi: usize, pegawai: String, susun_ulang: bool| {
        let alasan = "Lebih lama, \"di sana\"; 198501012010011001".to_owned();
        let pos = beku.kursi[kursi].pos.clone();
        (Penyimpangan { pos, pegawai, susun_ulang, alasan, ..Penyimpangan::default() }, Tanda::default())
    };
    for (n, decided) in [
        vec![],
        vec![one(1, String::new(), false)],
        vec![one(2, id(4).to_string(), false)],
        vec![one(2, id(4).to_string(), true), one(1, String::new(), false)],
        vec![one(1, id(3).to_string(), true), one(0, String::new(), true)],
    ]
    .into_iter()
    .enumerate()
    {
        for lingkup in [Lengkap, Umum] {
            let bundle = tulis(&beku, &hasil, &decided, "Rotasi", lingkup).expect("a bundle");
            assert_eq!(failures(&bundle), Vec::<String>::new(), "{n} {lingkup:?}");
            assert!(periksa(&bundle).iter().any(|p| p.nama == "Penyimpangan dan susunan akhir"));
            assert_eq!(tulis(&beku, &hasil, &decided, "Rotasi", lingkup), Ok(bundle), "the same bytes again");
        }
    }
}

fn holds(bundle: &[u8], name: &str) -> bool {
    bundle.windows(name.len()).any(|w| w == name.as_bytes())
}

/// Whoever knows who was appointed where must not read that person's points out of what everybody may have.
#[test]
fn everybody_gets_sums_and_numbers_only() {
    let beku = round(500);
    let hasil = hitung(&beku).expect("a plan");
    let bundle = |lingkup: Lingkup| tulis(&beku, &hasil, &[], "Rotasi", lingkup).expect("a bundle");
    let (whole, open) = (bundle(Lengkap), bundle(Umum));
    for closed in ["nilai.csv", "jabatan.csv", "unit.csv"] {
        assert!(holds(&whole, closed) && !holds(&open, closed), "{closed}");
    }
    assert_eq!(failures(&open), Vec::<String>::new(), "it can be checked all the same");
    assert!(periksa(&whole).len() > periksa(&open).len(), "points are checked where they are");
}
