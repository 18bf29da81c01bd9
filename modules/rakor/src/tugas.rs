//! What waits for somebody in rakor: an invitation without an answer, a policy paper nobody took note of, a
//! follow-up to report on or to judge, a letter of the ladder to write.

use crate::rule::eskalasi::{SURAT, tercatat};
use crate::rule::nilai::lapor;
use crate::rule::rakor::{Laporan, Pihak};
use crate::rule::rtl::Lapor;
use crate::rule::{Rakor, Tahap};
use crate::store;
use host::kalender::Kalender;
use host::tugas::Tugas;
use host::{Action, Hall, Visitor};
use kernel::Date;

const BIDANG: &str = "Rakor dan tindak lanjut";

/// Everything of rakor that waits for a visitor of one instansi.
///
/// # Errors
/// When storage fails.
pub fn sumber(hall: &Hall, visitor: &Visitor, _today: Date) -> ::store::Result<Vec<Tugas>> {
    // Who serves every instansi of a node answers for none of them.
    if visitor.instansi.is_empty() {
        return Ok(Vec::new());
    }
    let all = store::semua(hall)?;
    let own = visitor.instansi.as_str();
    let kalender = Kalender::of(hall);
    let due = |day: Date| kalender.maju(day).unwrap_or(day);
    Ok(all.iter().filter(|r| r.terlihat(own)).flat_map(|r| satu(r, own, &visitor.akun, due)).collect())
}

/// `due` is the working day a deadline falls on: lateness is counted from it.
fn satu(rakor: &Rakor, own: &str, akun: &str, due: impl Fn(Date) -> Date) -> Vec<Tugas> {
    let mut found = undangan(rakor, own);
    if rakor.tahap.selesai() {
        return Vec::new();
    }
    for rtl in rakor.rtl.iter().filter(|r| r.terbuka()) {
        let make = |word: &str, judul: &str, tindakan, tenggat, sejak: Date| Tugas {
            kunci: format!("rtl/{}/{word}", rtl.tanda.id),
            bidang: BIDANG,
            judul: format!("{judul}: {}", pendek(&rtl.isi.uraian)),
            rincian: rakor.pokok.judul.clone(),
            alamat: format!("/rtl/{}/{}", rakor.id, rtl.tanda.id),
            tindakan,
            tenggat,
            sejak: Some(sejak),
        };
        let agreed = rtl.tanda.pada.date_wib();
        match rtl.menunggu() {
            Some(l) if rtl.isi.verifikator == own && rtl.laporan.iter().all(|l| l.tanda.akun != akun) => {
                let since = l.tanda.pada.date_wib();
                found.push(make("verifikasi", "Verifikasi laporan", Action::VerifikasiRtl, None, since));
            }
            _ => {}
        }
        // A report that shows nothing leaves it with its owner, also while somebody is to judge it.
        let waits = rtl.menunggu().is_some_and(Laporan::berbukti);
        if !waits && rtl.isi.instansi == own && !rakor.ditarik(own) {
            let back = lapor(rtl) == Lapor::Dikembalikan;
            let word = if back { "Lengkapi laporan yang dikembalikan" } else { "Laporkan tindak lanjut" };
            found.push(make("lapor", word, Action::TindakLanjut, rtl.isi.tenggat.map(&due), agreed));
        }
        if rakor.instansi == own && tercatat(rtl) == SURAT && rakor.surat(&rtl.tanda.id).is_none() {
            let since = rtl.eskalasi.last().map_or(agreed, |e| e.1.pada.date_wib());
            found.push(make(
                "surat",
                "Siapkan surat Sekda a.n. Gubernur untuk",
                Action::KelolaRakor,
                None,
                since,
            ));
        }
    }
    found
}

/// Letters of a follow-up's words in a title.
const PENDEK: usize = 70;

fn pendek(uraian: &str) -> String {
    if uraian.chars().count() <= PENDEK {
        return uraian.to_owned();
    }
    let cut: String = uraian.chars().take(PENDEK - 1).collect();
    format!("{}…", cut.trim_end())
}

fn undangan(rakor: &Rakor, own: &str) -> Vec<Tugas> {
    let make = |kunci: String, judul: &str, halaman: &str, tenggat, tahap| Tugas {
        kunci,
        bidang: BIDANG,
        judul: judul.to_owned(),
        rincian: rakor.pokok.judul.clone(),
        alamat: format!("/rakor/{}/{halaman}", rakor.id),
        tindakan: Action::TindakLanjut,
        tenggat,
        sejak: rakor.sejak(tahap).map(|t| t.pada.date_wib()),
    };
    let mut found = Vec::new();
    let silent = |p: &&Pihak| p.tentang.instansi == own && p.jawaban.is_none();
    let unanswered = rakor.undangan().find(silent).filter(|_| rakor.boleh_dijawab().is_ok());
    if let Some(p) = unanswered.filter(|_| rakor.instansi != own) {
        let (kunci, at) = (format!("rakor/{}/undangan", rakor.id), format!("persiapan#undangan-{}", p.id));
        found.push(make(kunci, "Jawab undangan rakor", &at, rakor.pokok.tanggal, Tahap::Diundang));
    }
    let unstated = |r: &crate::rule::rakor::Rumusan| !r.sikap.contains_key(own);
    let stands = rakor.tahap == Tahap::Berlangsung && rakor.penentu().contains(&own);
    if stands && rakor.butir().any(unstated) {
        let kunci = format!("rakor/{}/sikap", rakor.id);
        let word = "Nyatakan sikap atas rumusan";
        found.push(make(kunci, word, "rumusan", rakor.pokok.tanggal, Tahap::Berlangsung));
    }
    if rakor.instansi != own && rakor.ikut(own) && rakor.tahap.terbuka() {
        let unread = rakor.paparan.iter().filter(|p| p.isi.kebijakan && !p.dibaca.contains_key(own));
        let word = "Nyatakan sudah membaca paparan kebijakan";
        found.extend(unread.map(|p| {
            make(format!("paparan/{}", p.tanda.id), word, "persiapan#agenda", None, Tahap::Diundang)
        }));
    }
    found
}
