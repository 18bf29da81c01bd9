//! Dates of the steps of a round, in a table.

use super::kecil::{day, surat};
use super::lipat;
use crate::isi::{Gerbang, Isi};
use crate::rule::{Tahap, berurutan};

#[test]
fn no_step_is_dated_before_what_it_follows() {
    let gate = |hari: &str| {
        let surat = surat("B/1", day(hari));
        Isi::Gerbang(Gerbang { gerbang: "camat".into(), pos: "q".into(), hasil: "disetujui".into(), surat })
    };
    let round = lipat::rencana(&[
        Isi::Diumumkan(surat("1", day("2026-08-01"))),
        Isi::Rapat(surat("2", day("2026-08-10"))),
        // A letter recorded anew takes the place of the one before.
        gate("2026-08-30"),
        gate("2026-08-15"),
        Isi::Diputus(surat("3", day("2026-08-20"))),
        Isi::Ditetapkan(surat("4", day("2026-08-25"))),
    ]);
    // langkah, tanggal, kata penolakan (kosong: boleh); TMT rencana 01-12-2026
    for (langkah, hari, words) in [
        (Tahap::Dirapatkan, "2026-07-31", "Tanggal rapat (31-07-2026) mendahului pengumuman (01-08-2026)"),
        (Tahap::Dirapatkan, "2026-08-01", ""),
        (Tahap::Diputus, "2026-08-09", "mendahului surat gerbang nomor B/1 (15-08-2026)"),
        (Tahap::Diputus, "2026-08-14", "mendahului surat gerbang nomor B/1 (15-08-2026)"),
        (Tahap::Diputus, "2026-08-15", ""),
        (Tahap::Ditetapkan, "2026-08-19", "Tanggal SK (19-08-2026) mendahului keputusan PPK (20-08-2026)"),
        (Tahap::Ditetapkan, "2026-08-20", ""),
        (Tahap::Dilantik, "2026-08-24", "Tanggal pelantikan (24-08-2026) mendahului SK (25-08-2026)"),
        (Tahap::Bertugas, "2026-11-30", "Tanggal SPMT (30-11-2026) mendahului TMT (01-12-2026)"),
        (Tahap::Bertugas, "2026-12-01", ""),
    ] {
        let said = berurutan(&round, langkah, day(hari)).err().map_or(String::new(), |e| e.1);
        assert!(if words.is_empty() { said.is_empty() } else { said.contains(words) }, "{hari}: {said}");
    }
}
