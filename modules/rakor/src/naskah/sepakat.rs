//! What was worded, as letters: the rumusan and the berita acara, with the stand of every party as it was recorded.

use super::jenis::perlu;
use super::sebut::{urutan, wilayah};
use super::{Kurang, Penulis};
use crate::isi::Jawaban;
use crate::rule::rakor::{Hadir, Rumusan as Point};
use naskah_dinas::berita_acara::{self, BeritaAcara, Pihak};
use naskah_dinas::rumusan::{Butir, PenandaInstansi, Rumusan, Sikap};

impl Penulis<'_> {
    /// The points agreed on, with the stand of every party.
    pub(super) fn rumusan(&self) -> Result<Rumusan, Kurang> {
        if !self.disepakati() {
            return Err(perlu("rumusan"));
        }
        let point = |b: &Point| Butir {
            isi: b.kini.teks.clone(),
            rincian: Vec::new(),
            penanggung_jawab: String::new(),
            tenggat: None,
            sikap: self.sikap(b),
        };
        let sign = |instansi: &&str| PenandaInstansi {
            instansi: (self.nama)(instansi),
            penanda: self.wakil(instansi),
        };
        Ok(Rumusan {
            dokumen: self.dokumen(),
            acara: self.acara("rumusan")?,
            pembuka: "Rapat koordinasi merumuskan butir-butir berikut dengan sikap setiap pihak:".into(),
            butir: self.rakor.butir().map(point).collect(),
            penutup: "Rumusan ini menjadi dasar rencana tindak lanjut setiap instansi dan dievaluasi pada rakor berikutnya.".into(),
            penanda: self.rakor.penentu().iter().map(sign).collect(),
        })
    }

    /// The record of what was worded, with the attendance annexed.
    pub(super) fn berita_acara(&self) -> Result<BeritaAcara, Kurang> {
        let r = self.rakor;
        if !self.disepakati() {
            return Err(perlu("berita_acara"));
        }
        let party = |(n, instansi): (usize, &&str)| Pihak {
            sebagai: format!("PIHAK {}", urutan(n + 1)),
            instansi: (self.nama)(instansi),
            penanda: self.wakil(instansi),
            keterangan: self.kedatangan(instansi),
        };
        let point = |b: &Point| berita_acara::Butir { isi: b.kini.teks.clone(), sikap: self.sikap(b) };
        Ok(BeritaAcara {
            dokumen: self.dokumen(),
            acara: self.acara("berita_acara")?,
            hal: format!("Kesepakatan {}", r.pokok.judul),
            pihak: r.penentu().iter().enumerate().map(party).collect(),
            pengantar: "Berdasarkan pembahasan dalam rapat koordinasi tersebut, para pihak merumuskan butir-butir berikut dengan sikap masing-masing:".into(),
            butir: r.butir().map(point).collect(),
            catatan: r.catatan_tertib(),
            penutup: "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.".into(),
            mengetahui: Some(self.penanda()),
            hadir: self.orang(),
        })
    }

    /// Stands on a point, of whoever took none too; nobody is asked about a point that only informs.
    fn sikap(&self, point: &Point) -> Vec<Sikap> {
        if point.informasi && point.sikap.is_empty() {
            return Vec::new();
        }
        let words = |sikap: &str| match sikap {
            "sepakat" => "sepakat",
            "catatan" => "sepakat dengan catatan",
            _ => "tidak sepakat",
        };
        let of = |id: &str| {
            let instansi = wilayah(&(self.nama)(id)).to_owned();
            match point.sikap.get(id) {
                Some((sikap, tanda)) => Sikap {
                    instansi,
                    sikap: words(&sikap.sikap).into(),
                    catatan: sikap.catatan.clone(),
                    dicatat: tanda.instansi != id,
                },
                None => Sikap { instansi, sikap: String::new(), catatan: String::new(), dicatat: false },
            }
        };
        self.rakor.penentu().into_iter().map(of).collect()
    }

    /// Answers of an instansi to the invitation.
    fn jawaban<'s>(&'s self, instansi: &'s str) -> impl Iterator<Item = &'s Jawaban> {
        let own = self.rakor.undangan().filter(move |p| p.tentang.instansi == instansi);
        own.filter_map(|p| p.jawaban.as_ref().map(|j| &j.0))
    }

    /// Its answer that says who comes.
    pub(super) fn bernama<'s>(&'s self, instansi: &'s str) -> Option<&'s Jawaban> {
        self.jawaban(instansi).find(|j| j.jawaban != "berhalangan" && !j.nama.is_empty())
    }

    /// Somebody present of an instansi.
    pub(super) fn datang(&self, instansi: &str) -> Option<&Hadir> {
        let own = |id: &str| self.rakor.pihak.iter().any(|p| p.id == id && p.tentang.instansi == instansi);
        self.rakor.peserta().find(|h| own(&h.isi.pihak))
    }

    /// Who came in whose place, and whether somebody came.
    fn kedatangan(&self, instansi: &str) -> String {
        let sent = self.jawaban(instansi).find(|j| j.jawaban == "mewakili" && !j.nama.is_empty()).map(|j| {
            let post = if j.jabatan.is_empty() { String::new() } else { format!(", {}", j.jabatan) };
            let letter = if j.kuasa.is_empty() { String::new() } else { format!(" ({})", j.kuasa) };
            format!("Diwakili: {}{post}{letter}.", j.nama)
        });
        let absent = if self.datang(instansi).is_some() {
            None
        } else if self.jawaban(instansi).any(|j| j.jawaban == "berhalangan") {
            Some("Berhalangan hadir.".to_owned())
        } else {
            Some("Tidak tercatat hadir.".to_owned())
        };
        sent.into_iter().chain(absent).collect::<Vec<_>>().join(" ")
    }
}
