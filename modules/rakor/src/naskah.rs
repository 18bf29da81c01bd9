//! Letters of a rakor: what each says follows from the rakor as it is, and nothing is typed twice.

use crate::rule::Rakor;
use kernel::Date;
use naskah_dinas::bagian::{Acara, Dokumen, Hadir, Kop, Penanda, Surat};
use naskah_dinas::berita_acara::{BeritaAcara, Pihak};
use naskah_dinas::daftar_hadir::{DaftarHadir, Kehadiran};
use naskah_dinas::notulen::{Notulen, Pembahasan, TindakLanjut, Ujaran};
use naskah_dinas::rumusan::{Butir, PenandaInstansi, Rumusan, Sikap};
use naskah_dinas::undangan::{Susunan, Undangan};

/// Letters a rakor can be asked for: word, label, and what has to be there first.
pub const JENIS: [(&str, &str, &str); 5] = [
    ("undangan", "Surat undangan", "tanggal dan pihak"),
    ("daftar_hadir", "Daftar hadir", "tanggal"),
    ("notulen", "Notulen", "notulen yang sudah ditulis"),
    ("rumusan", "Rumusan", "rumusan yang disepakati"),
    ("berita_acara", "Berita acara", "rumusan yang disepakati"),
];

/// What an officer adds to it.
#[derive(Clone, Debug, Default)]
pub struct Isian {
    /// Number of the letter.
    pub nomor: String,
    /// Where it is made.
    pub tempat: String,
    /// Perangkat daerah that sends it.
    pub perangkat: String,
    /// Who signs: name, post, NIP.
    pub nama: String,
    /// Post of who signs.
    pub jabatan: String,
    /// NIP of who signs; may be empty.
    pub nip: String,
}

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
}

impl Penulis<'_> {
    fn dokumen(&self) -> Dokumen {
        let kop = Kop {
            pemerintah: (self.nama)(&self.rakor.instansi),
            perangkat: self.isian.perangkat.clone(),
            alamat: String::new(),
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
        Penanda {
            atas_nama: None,
            jabatan: self.isian.jabatan.clone(),
            nama: self.isian.nama.clone(),
            pangkat: String::new(),
            nip: self.isian.nip.clone(),
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

    /// When and where; `None` when its day is not set.
    fn acara(&self) -> Option<Acara> {
        let pokok = &self.rakor.pokok;
        let pukul = match (pokok.pukul.0.as_str(), pokok.pukul.1.as_str()) {
            ("", _) => String::new(),
            (from, "") => format!("{from} WIB s.d. selesai"),
            (from, to) => format!("{from} s.d. {to} WIB"),
        };
        Some(Acara {
            tanggal: pokok.tanggal?,
            pukul,
            tempat: pokok.tempat.clone(),
            acara: pokok.judul.clone(),
            pimpinan: pokok.pimpinan.clone(),
        })
    }

    fn pihak(&self) -> Vec<String> {
        let of = |p: &crate::rule::rakor::Pihak| {
            let who = if p.tentang.instansi.is_empty() {
                p.tentang.nama.clone()
            } else {
                (self.nama)(&p.tentang.instansi)
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

    /// The invitation.
    pub fn undangan(&self) -> Option<Undangan> {
        let pokok = &self.rakor.pokok;
        let daftar = self.pihak();
        if daftar.is_empty() {
            return None;
        }
        let mut isi = Vec::new();
        if !pokok.tema.is_empty() {
            isi.push(format!("Rapat ini bertema \"{}\".", pokok.tema));
        }
        if !pokok.tautan.is_empty() {
            isi.push(format!("Peserta yang mengikuti secara daring masuk melalui {}.", pokok.tautan));
        }
        if let Some((tenggat, uraian)) = &self.rakor.bahan {
            isi.push(format!("{uraian} disampaikan paling lambat {}.", host::tanggal(*tenggat).long()));
        }
        isi.push("Konfirmasi kehadiran atau yang mewakili disampaikan melalui Sinergi.".into());
        let dasar =
            if pokok.dasar.is_empty() { String::new() } else { format!("Berdasarkan {}, ", pokok.dasar) };
        let surat = Surat {
            dokumen: self.dokumen(),
            sifat: "Biasa".into(),
            lampiran: "1 (satu) berkas".into(),
            hal: format!("Undangan {}", pokok.judul),
            kepada: vec!["Daftar undangan terlampir".into()],
            di: "tempat".into(),
            penanda: self.penanda(),
            tembusan: Vec::new(),
        };
        Some(Undangan {
            surat,
            pembuka: format!("{dasar}kami mengharap kehadiran Saudara pada:"),
            acara: self.acara()?,
            isi,
            penutup: "Atas perhatian dan kehadiran Saudara disampaikan terima kasih.".into(),
            daftar_undangan: daftar,
            susunan: self
                .rakor
                .agenda
                .iter()
                .map(|a| Susunan {
                    waktu: a.pukul.clone(),
                    kegiatan: a.judul.clone(),
                    oleh: a.penyaji.clone(),
                })
                .collect(),
        })
    }

    /// The attendance.
    pub fn daftar_hadir(&self) -> Option<DaftarHadir> {
        let how = |h: &crate::rule::rakor::Hadir| {
            let wib = h.tanda.pada.wib();
            let time = wib.split(' ').nth(1).unwrap_or("").to_owned();
            let means = match h.isi.cara.as_str() {
                "kode" => "kode rapat",
                "tautan" => "tautan",
                "luring" => "dicatat luring",
                _ => "daftar",
            };
            format!("{time}, {means}")
        };
        let signs: Vec<String> = self.rakor.peserta().map(how).collect();
        let hadir = self.orang().into_iter().zip(signs).map(|(orang, tanda)| Kehadiran { orang, tanda });
        Some(DaftarHadir {
            dokumen: self.dokumen(),
            acara: self.acara()?,
            hadir: hadir.collect(),
            baris_kosong: 4,
            penanda: Some(self.penanda()),
        })
    }

    /// The minutes.
    pub fn notulen(&self) -> Option<Notulen> {
        let r = self.rakor;
        if r.notulen.is_empty() {
            return None;
        }
        let said = |agenda: &str| -> Vec<Ujaran> {
            let of = r.notulen.iter().filter(|p| p.agenda == agenda);
            of.map(|p| Ujaran { siapa: String::new(), isi: p.kini.teks.clone() }).collect()
        };
        let item = |a: &crate::isi::ButirAgenda| Pembahasan {
            pokok: a.judul.clone(),
            ujaran: said(&a.id),
            kesimpulan: r
                .butir()
                .filter(|b| b.agenda == a.id)
                .map(|b| b.kini.teks.clone())
                .collect::<Vec<_>>()
                .join(" "),
        };
        Some(Notulen {
            dokumen: self.dokumen(),
            acara: self.acara()?,
            peserta: self.pihak(),
            pembahasan: r
                .agenda
                .iter()
                .map(item)
                .filter(|p| !p.ujaran.is_empty() || !p.kesimpulan.is_empty())
                .collect(),
            tindak_lanjut: r
                .rtl
                .iter()
                .filter(|t| t.dibatalkan.is_none())
                .map(|t| TindakLanjut {
                    uraian: t.isi.uraian.clone(),
                    penanggung_jawab: (self.nama)(&t.isi.instansi),
                    tenggat: t.isi.tenggat,
                })
                .collect(),
            pimpinan: self.penanda(),
            notulis: Penulis::kosong("Notulis"),
        })
    }

    /// The points agreed on, with the stand of every party.
    pub fn rumusan(&self) -> Option<Rumusan> {
        let r = self.rakor;
        if r.tahap.dirumuskan() || r.butir().next().is_none() {
            return None;
        }
        let words = |sikap: &str| match sikap {
            "sepakat" => "sepakat",
            "catatan" => "sepakat dengan catatan",
            _ => "tidak sepakat",
        };
        let point = |b: &crate::rule::rakor::Rumusan| Butir {
            isi: b.kini.teks.clone(),
            rincian: Vec::new(),
            penanggung_jawab: String::new(),
            tenggat: None,
            sikap: b
                .sikap
                .iter()
                .map(|(instansi, (sikap, _))| Sikap {
                    instansi: (self.nama)(instansi),
                    sikap: words(&sikap.sikap).into(),
                    catatan: sikap.catatan.clone(),
                })
                .collect(),
        };
        let sign = |instansi: &&str| PenandaInstansi {
            instansi: (self.nama)(instansi),
            penanda: Penulis::kosong("Yang mewakili"),
        };
        Some(Rumusan {
            dokumen: self.dokumen(),
            acara: self.acara()?,
            pembuka: "Peserta rapat koordinasi menyepakati butir-butir sebagai berikut:".into(),
            butir: r.butir().map(point).collect(),
            penutup: "Rumusan ini menjadi dasar rencana tindak lanjut setiap instansi dan dievaluasi pada rakor berikutnya.".into(),
            penanda: r.penentu().iter().map(sign).collect(),
        })
    }

    /// The record of what was agreed, with the attendance annexed.
    pub fn berita_acara(&self) -> Option<BeritaAcara> {
        let r = self.rakor;
        if r.tahap.dirumuskan() || r.butir().next().is_none() {
            return None;
        }
        const ORDINALS: [&str; 3] = ["PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA"];
        let party = |(n, instansi): (usize, &&str)| Pihak {
            sebagai: ORDINALS.get(n).map_or_else(|| format!("PIHAK KE-{}", n + 1), |o| (*o).to_owned()),
            instansi: (self.nama)(instansi),
            penanda: Penulis::kosong("Yang mewakili"),
        };
        Some(BeritaAcara {
            dokumen: self.dokumen(),
            hal: format!("Kesepakatan {}", r.pokok.judul),
            pihak: r.penentu().iter().enumerate().map(party).collect(),
            pengantar: "Berdasarkan pembahasan dalam rapat koordinasi tersebut, para pihak menyatakan hal-hal sebagai berikut:".into(),
            butir: r.butir().map(|b| b.kini.teks.clone()).collect(),
            penutup: "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.".into(),
            mengetahui: Some(self.penanda()),
            hadir: self.orang(),
        })
    }
}
