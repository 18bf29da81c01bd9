//! What may be done with a follow-up, by whom: agreed on, reported, judged, changed, given up.

use super::izin::{Peran, Tolak};
use super::rakor::{Rakor, Rtl};
use super::tahap::Tahap;
use crate::isi;
use kernel::Date;

/// Who acts, as far as this matters.
#[derive(Clone, Copy, Debug)]
pub struct Oleh<'o> {
    /// For which instansi.
    pub instansi: &'o str,
    /// With which account.
    pub akun: &'o str,
}

fn tolak<T>(code: &'static str, text: impl Into<String>) -> Result<T, Tolak> {
    Err(Tolak(code, text.into()))
}

fn sama(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl Rakor {
    /// Whether something may follow from its points now.
    ///
    /// # Errors
    /// A refusal that says what is missing.
    pub fn boleh_menurunkan(&self, rumusan: &str) -> Result<(), Tolak> {
        if !matches!(self.tahap, Tahap::Berlangsung | Tahap::Disepakati) {
            return tolak(
                "RTL-01",
                format!(
                    "Rakor pada tahap \"{}\" tidak menerima tindak lanjut baru. Tindak lanjut ditetapkan sejak rakor dibuka sampai ditutup.",
                    self.tahap.label()
                ),
            );
        }
        match self.butir().find(|r| r.id == rumusan) {
            None => tolak("RTL-02", "Butir rumusan itu tidak ada atau sudah dicabut. Pilih butir lain."),
            Some(r) if r.informasi => tolak(
                "RTL-03",
                "Butir ini hanya informasi. Ubah butirnya lebih dahulu bila perlu tindak lanjut.",
            ),
            Some(_) => Ok(()),
        }
    }

    /// Whether a follow-up may be agreed on.
    ///
    /// # Errors
    /// A refusal that says what is missing.
    pub fn boleh_sepakat(&self, rtl: &isi::Rtl, today: Date) -> Result<(), Tolak> {
        self.boleh_menurunkan(&rtl.rumusan)?;
        if self.ditarik(&rtl.instansi) {
            return tolak(
                "RTL-04",
                "Penanggung jawab sudah ditarik dari daftar pihak rakor ini. Pilih pihak lain.",
            );
        }
        if !self.ikut(&rtl.instansi) {
            return tolak(
                "RTL-05",
                "Penanggung jawab tidak ada dalam daftar pihak rakor ini. Pilih salah satu pihak.",
            );
        }
        if !self.ikut(&rtl.verifikator) {
            return tolak(
                "RTL-06",
                "Verifikator tidak ada dalam daftar pihak rakor ini. Pilih penyelenggara atau salah satu pihak.",
            );
        }
        if !verifikator_lain(rtl) {
            return tolak(
                "RTL-07",
                "Verifikator sama dengan penanggung jawab. Pilih instansi lain, atau sebut unit lain pada instansi yang sama.",
            );
        }
        match rtl.tenggat {
            None => tolak("RTL-08", "Tenggat belum diisi."),
            Some(day) if day < today => {
                tolak("RTL-09", "Tenggat sudah lewat. Isi tanggal hari ini atau sesudahnya.")
            }
            Some(_) => Ok(()),
        }
    }

    /// Whether an instansi was on the list and is no longer.
    pub fn ditarik(&self, instansi: &str) -> bool {
        !self.ikut(instansi) && self.pihak.iter().any(|p| p.tentang.instansi == instansi)
    }

    fn berjalan(&self, rtl: &Rtl) -> Result<(), Tolak> {
        if self.tahap.selesai() {
            return tolak(
                "RTL-10",
                format!(
                    "Rakor ini sudah pada tahap \"{}\"; tindak lanjutnya tidak berubah lagi.",
                    self.tahap.label()
                ),
            );
        }
        if rtl.dibatalkan.is_some() {
            return tolak("RTL-11", "Tindak lanjut ini sudah dibatalkan penyelenggara.");
        }
        if rtl.selesai().is_some() {
            return tolak("RTL-12", "Tindak lanjut ini sudah dinyatakan selesai oleh verifikator.");
        }
        Ok(())
    }

    /// Whether its owner may report.
    ///
    /// # Errors
    /// A refusal that says why not.
    pub fn boleh_lapor(&self, rtl: &Rtl, oleh: Oleh<'_>) -> Result<(), Tolak> {
        if oleh.instansi != rtl.isi.instansi {
            return tolak("RTL-13", "Hanya penanggung jawab yang melaporkan tindak lanjut ini.");
        }
        if self.ditarik(oleh.instansi) {
            return tolak(
                "RTL-14",
                "Instansi ini sudah ditarik dari daftar pihak. Laporan lama tetap tersimpan; hubungi penyelenggara untuk melanjutkan.",
            );
        }
        self.berjalan(rtl)
    }

    /// Whether a report may be judged: `laporan` is the one the judge has read.
    ///
    /// # Errors
    /// A refusal that says why not.
    pub fn boleh_verifikasi(
        &self,
        rtl: &Rtl,
        oleh: Oleh<'_>,
        laporan: &str,
        selesai: bool,
    ) -> Result<(), Tolak> {
        if oleh.instansi != rtl.isi.verifikator {
            return tolak("RTL-15", "Hanya verifikator yang ditunjuk yang menilai laporan ini.");
        }
        if !verifikator_lain(&rtl.isi) {
            return tolak(
                "RTL-07",
                "Verifikator sama dengan penanggung jawab. Penyelenggara perlu menetapkan ulang tindak lanjut ini.",
            );
        }
        if rtl.laporan.iter().any(|l| l.tanda.akun == oleh.akun) {
            return tolak(
                "RTL-16",
                "Akun Anda ikut melaporkan tindak lanjut ini. Verifikasi dilakukan orang lain.",
            );
        }
        self.berjalan(rtl)?;
        let Some(last) = rtl.laporan.last() else {
            return tolak("RTL-17", "Belum ada laporan untuk dinilai.");
        };
        if last.tanda.id != laporan {
            return tolak(
                "RTL-18",
                "Ada laporan baru sejak halaman ini dibuka. Baca laporan itu, lalu nilai lagi.",
            );
        }
        if rtl.verifikasi.iter().any(|(v, _)| v.laporan == laporan) {
            return tolak("RTL-19", "Laporan ini sudah dinilai. Tunggu laporan berikutnya.");
        }
        if selesai && !last.isi.selesai {
            return tolak(
                "RTL-20",
                "Penanggung jawab belum melaporkan selesai. Kembalikan laporan dengan catatan.",
            );
        }
        if selesai && !last.berbukti() {
            return tolak("RTL-21", "Laporan ini tanpa bukti dukung. Kembalikan laporan dan minta buktinya.");
        }
        Ok(())
    }

    /// Whether its deadline may be changed or it may be given up.
    ///
    /// # Errors
    /// A refusal that says why not.
    pub fn boleh_atur(&self, rtl: &Rtl, oleh: Oleh<'_>) -> Result<(), Tolak> {
        if self.peran(oleh.instansi) != Peran::Penyelenggara {
            return tolak(
                "RTL-22",
                "Hanya penyelenggara rakor yang mengubah tenggat atau membatalkan tindak lanjut.",
            );
        }
        self.berjalan(rtl)
    }

    /// Whether evidence may be read: by the convener, the owner and the verifier.
    pub fn boleh_bukti(&self, rtl: &Rtl, instansi: &str) -> bool {
        let peran = self.peran(instansi);
        peran == Peran::Penyelenggara
            || (peran == Peran::Pihak
                && [&rtl.isi.instansi, &rtl.isi.verifikator].contains(&&instansi.to_owned()))
    }
}

impl Rakor {
    /// What gives a follow-up of a kab/kota its authority: the letter named in it, else the policy proposed from
    /// the same point that came out.
    pub fn kewenangan(&self, rtl: &Rtl) -> Option<String> {
        if !rtl.isi.kewenangan.is_empty() {
            return Some(rtl.isi.kewenangan.clone());
        }
        let proposed = self.rekomendasi.iter().rev();
        let mut proposed = proposed.filter(|r| r.isi.arah == "gubernur" && r.isi.rumusan == rtl.isi.rumusan);
        proposed.find_map(|r| {
            let answer = r.lanjut.iter().rfind(|l| l.0 == "dijawab")?;
            Some(format!("{} · {}", r.isi.kepada, answer.1))
        })
    }
}

/// Whether somebody else verifies than who owns: another instansi, or a named unit that is another.
pub fn verifikator_lain(rtl: &isi::Rtl) -> bool {
    rtl.verifikator != rtl.instansi
        || (!rtl.verifikator_jabatan.trim().is_empty()
            && !rtl.unit.trim().is_empty()
            && !sama(&rtl.verifikator_jabatan, &rtl.unit))
}

/// States of a request, in their order, with what a page says.
pub const KEADAAN: [(&str, &str); 4] =
    [("terkirim", "Terkirim"), ("diterima", "Diterima"), ("dijawab", "Dijawab"), ("ditolak", "Ditolak")];

/// What a page says of a state; one that was never sent is a draft.
pub fn keadaan(kata: Option<&str>) -> &'static str {
    kata.and_then(|kata| KEADAAN.iter().find(|k| k.0 == kata)).map_or("Belum dikirim", |k| k.1)
}

/// Whether a request in one state may come to another: sent first, then received, answered or refused; what is
/// answered stays so.
pub fn boleh_keadaan(dari: Option<&str>, ke: &str) -> Result<(), Tolak> {
    let allowed: &[&str] = match dari {
        None => &["terkirim"],
        Some("terkirim") => &["diterima", "dijawab", "ditolak"],
        Some("diterima") => &["dijawab", "ditolak"],
        Some(_) => &[],
    };
    if allowed.contains(&ke) {
        return Ok(());
    }
    tolak(
        "REK-01",
        format!("Dari keadaan \"{}\" tidak dapat menjadi \"{}\".", keadaan(dari), keadaan(Some(ke))),
    )
}
