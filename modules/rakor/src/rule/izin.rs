//! What may happen next, and to whom it may be shown.

use super::rakor::Rakor;
use super::tahap::Tahap;

/// Why not: a permanent code and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolak(pub &'static str, pub String);

/// What somebody is to a rakor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Peran {
    /// Of the convener.
    Penyelenggara,
    /// Of an instansi on the list.
    Pihak,
    /// Neither.
    Luar,
}

impl Rakor {
    /// What an instansi is to it; an empty one serves all of them and stands for the convener.
    pub fn peran(&self, instansi: &str) -> Peran {
        if instansi.is_empty() || instansi == self.instansi {
            Peran::Penyelenggara
        } else if self.diundang() && (self.ikut(instansi) || self.batas_baca(instansi).is_some()) {
            Peran::Pihak
        } else {
            Peran::Luar
        }
    }

    /// Whether invitations went out: not of one called off before.
    pub fn diundang(&self) -> bool {
        self.tahap.terbuka() && (self.tahap != Tahap::Dibatalkan || self.sejak(Tahap::Diundang).is_some())
    }

    /// The entry as far as which an instansi reads it: the last that took it off the list, when it could read
    /// it by then and is on the list no more. `None` for whoever reads all of it, or nothing.
    pub fn batas_baca(&self, instansi: &str) -> Option<&str> {
        if instansi.is_empty() || self.ikut(instansi) {
            return None;
        }
        let own = self.pihak.iter().filter(|p| p.tentang.instansi == instansi);
        let last = own.filter_map(|p| p.akhir.as_ref()).max_by_key(|t| (t.pada, &t.id));
        last.map(|t| t.id.as_str())
    }

    /// Whether an instansi may read it. Who was taken off the list keeps what it could read by then.
    pub fn terlihat(&self, instansi: &str) -> bool {
        self.peran(instansi) != Peran::Luar
    }

    /// Whether an instansi may read a problem: its own always, others' once sent, and those of other regions
    /// only when the rakor has begun.
    pub fn masalah_terlihat(&self, masalah: &super::rakor::Masalah, instansi: &str) -> bool {
        if masalah.tanda.instansi == instansi {
            return true;
        }
        let begun = matches!(self.tahap, Tahap::Berlangsung | Tahap::Disepakati | Tahap::Ditutup);
        masalah.dikirim && (self.peran(instansi) == Peran::Penyelenggara || begun)
    }

    /// Whether parties may read its points: not what is drafted before it begins, nor of one that never did.
    pub fn rumusan_terbuka(&self) -> bool {
        self.sejak(Tahap::Berlangsung).is_some()
    }

    /// Takes away what an instansi may not read, so that no page can show it: drafts of points, and problems
    /// of others.
    pub fn tutupi(&mut self, instansi: &str) {
        let own = if instansi.is_empty() { self.instansi.clone() } else { instansi.to_owned() };
        if self.peran(&own) != Peran::Penyelenggara && !self.rumusan_terbuka() {
            self.rumusan.clear();
        }
        let mut all = std::mem::take(&mut self.masalah);
        all.retain(|m| self.masalah_terlihat(m, &own));
        self.masalah = all;
    }

    /// Whether the stage may become another one.
    ///
    /// # Errors
    /// A refusal that says what is missing.
    pub fn boleh_tahap(&self, next: Tahap) -> Result<(), Tolak> {
        let refuse = |code, text: &str| Err(Tolak(code, text.to_owned()));
        match (self.tahap, next) {
            (Tahap::Rancangan, Tahap::Diundang) => {
                if self.pokok.tanggal.is_none() {
                    return refuse(
                        "RAKOR-01",
                        "Tanggal rakor belum diisi. Isi tanggal sebelum mengirim undangan.",
                    );
                }
                if self.undangan().next().is_none() {
                    return refuse(
                        "RAKOR-02",
                        "Belum ada pihak yang diundang. Tambahkan pihak lebih dahulu.",
                    );
                }
                Ok(())
            }
            (Tahap::Rancangan | Tahap::Diundang, Tahap::Dibatalkan) => Ok(()),
            (Tahap::Diundang, Tahap::Berlangsung) => Ok(()),
            (Tahap::Berlangsung, Tahap::Disepakati) => self.boleh_disepakati(),
            (Tahap::Disepakati, Tahap::Ditutup) => match self.rtl.iter().filter(|r| r.terbuka()).count() {
                0 => Ok(()),
                open => Err(Tolak(
                    "RAKOR-05",
                    format!("Masih ada {open} tindak lanjut yang belum dinyatakan selesai atau dibatalkan."),
                )),
            },
            _ => Err(Tolak(
                "RAKOR-06",
                format!(
                    "Rakor pada tahap \"{}\" tidak dapat menjadi \"{}\". Muat ulang halaman ini.",
                    self.tahap.label(),
                    next.label()
                ),
            )),
        }
    }

    fn boleh_disepakati(&self) -> Result<(), Tolak> {
        if self.butir().next().is_none() {
            return Err(Tolak(
                "RAKOR-03",
                "Belum ada butir rumusan. Tulis butir rumusan lebih dahulu.".into(),
            ));
        }
        if let Some(at) = self.butir().position(|r| !r.bentrok.is_empty()) {
            return Err(Tolak(
                "RAKOR-04",
                format!(
                    "Butir R-{} ditulis dua orang sekaligus. Satukan kedua bunyinya lebih dahulu.",
                    at + 1
                ),
            ));
        }
        match self.butir().position(|r| r.dipungut()) {
            Some(at) => Err(Tolak(
                "RAKOR-27",
                format!("Pemungutan suara atas butir R-{} masih berlangsung. Tutup lebih dahulu.", at + 1),
            )),
            None => Ok(()),
        }
    }
}
