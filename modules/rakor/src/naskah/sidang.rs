//! Letters of the meeting itself: the invitation, who came, what was said, what was agreed.

use super::jenis::perlu;
use super::sebut::wilayah;
use super::{Kurang, Penulis};
use naskah_dinas::bagian::Surat;
use naskah_dinas::berita_acara::{BeritaAcara, Pihak};
use naskah_dinas::daftar_hadir::{DaftarHadir, Kehadiran};
use naskah_dinas::notulen::{Notulen, Pembahasan, TindakLanjut, Ujaran};
use naskah_dinas::rumusan::{Butir, PenandaInstansi, Rumusan, Sikap};
use naskah_dinas::undangan::{Susunan, Undangan};

impl Penulis<'_> {
    /// The invitation.
    pub(super) fn undangan(&self) -> Result<Undangan, Kurang> {
        let pokok = &self.rakor.pokok;
        let daftar = self.pihak();
        if daftar.is_empty() {
            return Err(perlu("undangan"));
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
            lampiran: match self.rakor.agenda.len() {
                0 => "1 (satu) lembar".into(),
                _ => "2 (dua) lembar".into(),
            },
            hal: format!("Undangan {}", pokok.judul),
            kepada: vec!["Daftar undangan terlampir".into()],
            di: "tempat".into(),
            penanda: self.penanda(),
            tembusan: Vec::new(),
        };
        Ok(Undangan {
            surat,
            pembuka: format!("{dasar}kami mengharap kehadiran Saudara pada:"),
            acara: self.acara("undangan")?,
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
    pub(super) fn daftar_hadir(&self) -> Result<DaftarHadir, Kurang> {
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
        Ok(DaftarHadir {
            dokumen: self.dokumen(),
            acara: self.acara("daftar_hadir")?,
            hadir: hadir.collect(),
            baris_kosong: 4,
            penanda: Some(self.penanda()),
        })
    }

    /// The minutes.
    pub(super) fn notulen(&self) -> Result<Notulen, Kurang> {
        let r = self.rakor;
        if r.notulen.is_empty() {
            return Err(perlu("notulen"));
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
        Ok(Notulen {
            dokumen: self.dokumen(),
            acara: self.acara("notulen")?,
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
    pub(super) fn rumusan(&self) -> Result<Rumusan, Kurang> {
        let r = self.rakor;
        if r.tahap.dirumuskan() || r.butir().next().is_none() {
            return Err(perlu("rumusan"));
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
            sikap: r
                .penentu()
                .into_iter()
                .filter_map(|instansi| {
                    let (sikap, _) = b.sikap.get(instansi)?;
                    Some(Sikap {
                        instansi: wilayah(&(self.nama)(instansi)).to_owned(),
                        sikap: words(&sikap.sikap).into(),
                        catatan: sikap.catatan.clone(),
                    })
                })
                .collect(),
        };
        let sign = |instansi: &&str| PenandaInstansi {
            instansi: (self.nama)(instansi),
            penanda: self.wakil(instansi),
        };
        Ok(Rumusan {
            dokumen: self.dokumen(),
            acara: self.acara("rumusan")?,
            pembuka: "Peserta rapat koordinasi menyepakati butir-butir sebagai berikut:".into(),
            butir: r.butir().map(point).collect(),
            penutup: "Rumusan ini menjadi dasar rencana tindak lanjut setiap instansi dan dievaluasi pada rakor berikutnya.".into(),
            penanda: r.penentu().iter().map(sign).collect(),
        })
    }

    /// The record of what was agreed, with the attendance annexed.
    pub(super) fn berita_acara(&self) -> Result<BeritaAcara, Kurang> {
        let r = self.rakor;
        if r.tahap.dirumuskan() || r.butir().next().is_none() {
            return Err(perlu("berita_acara"));
        }
        const ORDINALS: [&str; 3] = ["PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA"];
        let party = |(n, instansi): (usize, &&str)| Pihak {
            sebagai: ORDINALS.get(n).map_or_else(|| format!("PIHAK KE-{}", n + 1), |o| (*o).to_owned()),
            instansi: (self.nama)(instansi),
            penanda: self.wakil(instansi),
        };
        Ok(BeritaAcara {
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
