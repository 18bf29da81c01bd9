//! What waits for somebody in rakor: an invitation without an answer, a policy paper nobody took note of, a
//! follow-up to report on or to judge, a letter of the ladder to write.

use crate::rule::eskalasi::tercatat;
use crate::rule::rakor::Rtl;
use crate::rule::{Rakor, Tahap};
use crate::store;
use host::tugas::Tugas;
use host::{Action, Hall, Visitor};
use kernel::Date;

const BIDANG: &str = "Rakor dan tindak lanjut";
/// The rung at which the province writes a letter.
const SURAT: u8 = 4;

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
    Ok(all.iter().filter(|r| r.terlihat(own)).flat_map(|r| satu(r, own, &visitor.akun)).collect())
}

fn satu(rakor: &Rakor, own: &str, akun: &str) -> Vec<Tugas> {
    let mut found = undangan(rakor, own);
    if rakor.tahap.selesai() {
        return Vec::new();
    }
    for rtl in rakor.rtl.iter().filter(|r| r.terbuka()) {
        let make = |word: &str, judul: &str, tindakan, tenggat, sejak: Date| Tugas {
            kunci: format!("rtl/{}/{word}", rtl.tanda.id),
            bidang: BIDANG,
            judul: format!("{judul} {}", butir(rakor, rtl)),
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
            None if rtl.isi.instansi == own && !rakor.ditarik(own) => {
                found.push(make(
                    "lapor",
                    "Laporkan tindak lanjut",
                    Action::TindakLanjut,
                    rtl.isi.tenggat,
                    agreed,
                ));
            }
            _ => {}
        }
        if rakor.instansi == own && tercatat(rtl) == SURAT {
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

fn butir(rakor: &Rakor, rtl: &Rtl) -> String {
    rakor.nomor(&rtl.isi.rumusan).map_or("RTL".into(), |n| format!("RTL butir R-{n}"))
}

fn undangan(rakor: &Rakor, own: &str) -> Vec<Tugas> {
    let make = |kunci: String, judul: &str, tenggat| Tugas {
        kunci,
        bidang: BIDANG,
        judul: judul.to_owned(),
        rincian: rakor.pokok.judul.clone(),
        alamat: format!("/rakor/{}", rakor.id),
        tindakan: Action::TindakLanjut,
        tenggat,
        sejak: rakor.sejak(Tahap::Diundang).map(|t| t.pada.date_wib()),
    };
    let mut found = Vec::new();
    let silent = |p: &&crate::rule::rakor::Pihak| p.tentang.instansi == own && p.jawaban.is_none();
    if rakor.tahap == Tahap::Diundang && rakor.instansi != own && rakor.undangan().any(|p| silent(&p)) {
        found.push(make(format!("rakor/{}/undangan", rakor.id), "Jawab undangan rakor", rakor.pokok.tanggal));
    }
    if rakor.instansi != own && rakor.ikut(own) && rakor.tahap.terbuka() {
        let unread = rakor.paparan.iter().filter(|p| p.isi.kebijakan && !p.dibaca.contains_key(own));
        found.extend(unread.map(|p| {
            make(format!("paparan/{}", p.tanda.id), "Nyatakan sudah membaca paparan kebijakan", None)
        }));
    }
    found
}
