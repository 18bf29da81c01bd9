//! Letters of a rakor: what each says follows from the rakor as it is, and nothing is typed twice.

mod angka;
mod bahan;
mod edaran;
mod jenis;
mod keluar;
mod lembar;
mod nota;
mod sebut;
mod sekda;
mod sidang;
mod surat;

pub use bahan::Bahan;
pub use jenis::{Jenis, Pembaca, Pilihan, SEMUA, WILAYAH_MOST, dicari, jenis, pilihan};
pub use surat::Surat;

use crate::rule::Rakor;
use crate::rule::rakor::{Rekomendasi, Rumusan};
pub use crate::view::dokumen::Isian;
use jenis::perlu;
use kernel::Date;
use naskah_dinas::bagian::{self, Acara, Dokumen, Hadir, Kop, Penanda};

/// Why a letter cannot be written yet: a sentence that says what it needs.
pub type Kurang = String;

/// Names of instansi by their id.
pub type Nama<'n> = &'n dyn Fn(&str) -> String;

/// Letters about one rakor, made on a day.
pub struct Penulis<'r> {
    /// The rakor.
    pub rakor: &'r Rakor,
    /// What an officer added.
    pub isian: &'r Isian,
    /// Names of instansi.
    pub nama: Nama<'r>,
    /// The day of the letter.
    pub hari: Date,
    /// Figures and earlier rakor; letters that show none are written without.
    pub bahan: Option<&'r Bahan<'r>>,
}

impl Penulis<'_> {
    /// The letter asked for.
    ///
    /// # Errors
    /// The sentence that says what it needs first.
    pub fn tulis(&self, asked: &Pilihan) -> Result<Surat, Kurang> {
        let untuk = asked.untuk.as_str();
        Ok(match asked.jenis.kata {
            "undangan" => self.undangan()?.into(),
            "permintaan_bahan" => self.permintaan_bahan()?.into(),
            "daftar_hadir" => self.daftar_hadir()?.into(),
            "notulen" => self.notulen()?.into(),
            "rumusan" => self.rumusan()?.into(),
            "berita_acara" => self.berita_acara()?.into(),
            "lembar_rakor" => self.lembar_rakor(untuk)?.into(),
            "lembar_sekda" => self.lembar_sekda()?.into(),
            "nota_dinas" => self.nota_dinas()?.into(),
            "rekomendasi" => self.rekomendasi(untuk)?.into(),
            "surat_edaran" => self.surat_edaran(untuk)?.into(),
            "surat_gubernur" => self.surat_gubernur(untuk)?.into(),
            _ => self.surat_terlambat(untuk)?.into(),
        })
    }

    fn dokumen(&self) -> Dokumen {
        let home = (self.nama)(&self.rakor.instansi);
        let leader = sebut::kepala(&home);
        // Who leads the government and signs in that name writes under it, not under a perangkat daerah.
        let leads = self.isian.atas_nama.is_empty() && self.isian.jabatan.eq_ignore_ascii_case(&leader);
        let kop = Kop {
            pemerintah: if leads { String::new() } else { home },
            perangkat: if leads { leader } else { self.isian.perangkat.clone() },
            alamat: self.isian.alamat.clone(),
            lambang: None,
        };
        Dokumen {
            kop,
            nomor: self.isian.nomor.clone(),
            tempat: self.isian.tempat.clone(),
            tanggal: self.hari,
            verifikasi: None,
        }
    }

    fn penanda(&self) -> Penanda {
        let isian = self.isian.clone();
        Penanda {
            atas_nama: Some(isian.atas_nama).filter(|whom| !whom.is_empty()),
            jabatan: isian.jabatan,
            nama: isian.nama,
            pangkat: isian.pangkat,
            nip: isian.nip,
        }
    }

    /// Room for a name and a signature.
    fn kosong(jabatan: &str) -> Penanda {
        Penanda {
            atas_nama: None,
            jabatan: jabatan.to_owned(),
            nama: String::new(),
            pangkat: String::new(),
            nip: String::new(),
        }
    }

    /// Who signs for an instansi: whoever of it was present first, else room for a name.
    fn wakil(&self, instansi: &str) -> Penanda {
        let own = |id: &str| self.rakor.pihak.iter().any(|p| p.id == id && p.tentang.instansi == instansi);
        match self.rakor.peserta().find(|h| own(&h.isi.pihak)) {
            Some(h) => Penanda {
                nama: h.isi.nama.clone(),
                nip: h.isi.nip.clone(),
                ..Penulis::kosong(if h.isi.jabatan.is_empty() { "Yang mewakili" } else { &h.isi.jabatan })
            },
            None => Penulis::kosong("Yang mewakili"),
        }
    }

    /// A letter to somebody.
    fn surat(&self, hal: String, kepada: Vec<String>) -> bagian::Surat {
        bagian::Surat {
            dokumen: self.dokumen(),
            sifat: "Biasa".into(),
            lampiran: String::new(),
            hal,
            kepada,
            di: "tempat".into(),
            penanda: self.penanda(),
            tembusan: Vec::new(),
        }
    }

    /// When and where, for a letter of this sort; wanting when its day is not set.
    fn acara(&self, kata: &str) -> Result<Acara, Kurang> {
        let pokok = &self.rakor.pokok;
        let pukul = match (pokok.pukul.0.as_str(), pokok.pukul.1.as_str()) {
            ("", _) => String::new(),
            (from, "") => format!("{from} WIB s.d. selesai"),
            (from, to) => format!("{from} s.d. {to} WIB"),
        };
        Ok(Acara {
            tanggal: pokok.tanggal.ok_or_else(|| perlu(kata))?,
            pukul,
            tempat: pokok.tempat.clone(),
            acara: pokok.judul.clone(),
            pimpinan: pokok.pimpinan.clone(),
        })
    }

    /// The meeting as a sentence names it, with its day when that is set.
    fn rapat(&self) -> String {
        let pokok = &self.rakor.pokok;
        match pokok.tanggal {
            Some(day) => format!("{} tanggal {}", pokok.judul, host::tanggal(day).long()),
            None => pokok.judul.clone(),
        }
    }

    /// Whether its points are agreed on and some stand.
    fn disepakati(&self) -> bool {
        let r = self.rakor;
        !r.tahap.dirumuskan() && r.butir().next().is_some()
    }

    /// A point that stands, with its number.
    fn butir(&self, rumusan: &str) -> Option<(usize, &Rumusan)> {
        self.rakor.butir().enumerate().find(|b| b.1.id == rumusan).map(|(at, b)| (at + 1, b))
    }

    fn saran(&self, id: &str) -> Option<&Rekomendasi> {
        self.rakor.rekomendasi.iter().find(|s| s.tanda.id == id)
    }

    fn pihak(&self) -> Vec<String> {
        let of = |p: &crate::rule::rakor::Pihak| {
            let who = if p.tentang.instansi.is_empty() {
                p.tentang.nama.clone()
            } else {
                sebut::wilayah(&(self.nama)(&p.tentang.instansi)).to_owned()
            };
            format!("{} {who}", p.tentang.peran)
        };
        self.rakor.undangan().map(of).collect()
    }

    fn orang(&self) -> Vec<Hadir> {
        let party = |id: &str| self.rakor.pihak.iter().find(|p| p.id == id);
        let of = |h: &crate::rule::rakor::Hadir| Hadir {
            nama: h.isi.nama.clone(),
            jabatan: h.isi.jabatan.clone(),
            instansi: match party(&h.isi.pihak) {
                Some(p) if !p.tentang.instansi.is_empty() => (self.nama)(&p.tentang.instansi),
                Some(p) => p.tentang.nama.clone(),
                None => h.isi.instansi.clone(),
            },
        };
        self.rakor.peserta().map(of).collect()
    }
}
