//! Letters of the meeting before it begins and while people come: the invitation, who came.

use super::jenis::perlu;
use super::{Kurang, Penulis};
use naskah_dinas::bagian::Surat;
use naskah_dinas::daftar_hadir::{DaftarHadir, Kehadiran};
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
}
