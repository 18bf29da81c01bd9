//! What the Gubernur says to regions after a rakor: a circular to all of them, or a letter. It gives the
//! follow-ups of a point their authority.

use super::jenis::perlu;
use super::sebut::{baris, frasa, kalimat, kepala, wilayah};
use super::{Kurang, Penulis};
use crate::rule::rakor::{Rekomendasi, Rumusan};
use host::tanggal;
use naskah_dinas::nota_dinas::Bagian;
use naskah_dinas::surat_edaran::Ketentuan;
use naskah_dinas::{SuratDinas, SuratEdaran};

/// Heads of regions a letter names one by one; more are named together.
const NAMED: usize = 6;

/// What the letter is about: the proposal without the name of its form, which the letter bears already.
fn perihal(permintaan: &str) -> String {
    const FORMS: [&str; 5] =
        ["surat edaran gubernur ", "surat edaran ", "se gubernur ", "surat gubernur ", "tentang "];
    let mut rest = frasa(permintaan);
    for form in FORMS {
        if let Some((head, tail)) = rest.split_at_checked(form.len()).filter(|t| !t.1.is_empty()) {
            rest = if head.eq_ignore_ascii_case(form) { tail } else { rest };
        }
    }
    let mut letters = rest.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

impl Penulis<'_> {
    /// A proposal from a point that is agreed on.
    fn usul(&self, kata: &str, id: &str) -> Result<(&Rekomendasi, usize, &Rumusan), Kurang> {
        let proposal = self.saran(id).filter(|s| s.isi.arah == "gubernur" && self.disepakati());
        let proposal = proposal.ok_or_else(|| perlu(kata))?;
        let (n, point) = self.butir(&proposal.isi.rumusan).ok_or_else(|| perlu(kata))?;
        Ok((proposal, n, point))
    }

    fn kepala_daerah(&self) -> Vec<String> {
        let own = self.rakor.instansi.as_str();
        let others: Vec<String> =
            self.rakor.penentu().into_iter().filter(|i| *i != own).map(|i| kepala(&(self.nama)(i))).collect();
        if others.len() > NAMED || others.is_empty() {
            vec![format!("Bupati/Wali Kota se-{}", wilayah(&(self.nama)(own)))]
        } else {
            others
        }
    }

    /// What is to be done: what was agreed to follow from the point, each once; without any the point itself.
    fn ketentuan(&self, point: &Rumusan) -> Vec<Ketentuan> {
        let mut found: Vec<Ketentuan> = Vec::new();
        let follow = self.rakor.rtl.iter().filter(|r| r.isi.rumusan == point.id && r.dibatalkan.is_none());
        for rtl in follow {
            let due =
                rtl.isi.tenggat.map_or(String::new(), |d| format!(", paling lambat {}", tanggal(d).long()));
            let isi = format!("{}{due}.", frasa(&rtl.isi.uraian));
            if !found.iter().any(|k| k.isi == isi) {
                found.push(Ketentuan { isi, rincian: Vec::new() });
            }
        }
        if found.is_empty() {
            found.push(Ketentuan { isi: kalimat(&point.kini.teks), rincian: Vec::new() });
        }
        let report =
            "Pelaksanaannya dilaporkan melalui Sinergi dan dibahas pada rapat koordinasi berikutnya.";
        found.push(Ketentuan { isi: report.into(), rincian: Vec::new() });
        found
    }

    /// A circular of the Gubernur.
    pub(super) fn surat_edaran(&self, id: &str) -> Result<SuratEdaran, Kurang> {
        let (proposal, n, point) = self.usul("surat_edaran", id)?;
        let facts = match baris(&proposal.isi.fakta) {
            facts if facts.is_empty() => String::new(),
            facts => format!(" {}", facts.join(" ")),
        };
        Ok(SuratEdaran {
            dokumen: self.dokumen(),
            kepada: self.kepala_daerah(),
            di: "tempat".into(),
            tentang: perihal(&proposal.isi.permintaan),
            latar_belakang: format!("{} menyepakati pada butir {n}: {}{facts}", self.rapat(), kalimat(&point.kini.teks)),
            maksud: "Surat edaran ini menjadi pedoman pelaksanaan kesepakatan tersebut oleh pemerintah kabupaten/kota.".into(),
            ruang_lingkup: String::new(),
            dasar: self.dasar(&proposal.isi.dasar, &proposal.isi.rumusan),
            isi: self.ketentuan(point),
            penutup: "Surat edaran ini berlaku sejak tanggal ditetapkan.".into(),
            penanda: self.penanda(),
            tembusan: Vec::new(),
        })
    }

    /// A letter of the Gubernur to those who lead regions.
    pub(super) fn surat_gubernur(&self, id: &str) -> Result<SuratDinas, Kurang> {
        let (proposal, _, point) = self.usul("surat_gubernur", id)?;
        let part = |judul: &str, isi: Vec<String>| Bagian { judul: judul.into(), isi };
        let todo = self.ketentuan(point).into_iter().map(|k| k.isi).collect();
        Ok(SuratDinas {
            surat: self.surat(perihal(&proposal.isi.permintaan), self.kepala_daerah()),
            pembuka: format!("Menindaklanjuti {}, kami sampaikan hal-hal sebagai berikut.", self.rapat()),
            bagian: vec![
                part("Dasar", self.dasar(&proposal.isi.dasar, &proposal.isi.rumusan)),
                part("Keadaan", baris(&proposal.isi.fakta)),
                part("Hal yang dilaksanakan", todo),
            ],
            penutup: "Atas perhatian dan kerja sama Saudara disampaikan terima kasih.".into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::perihal;

    #[test]
    fn a_letter_does_not_name_its_form_twice() {
        for (asked, about) in [
            ("Surat edaran daftar periksa usul kenaikan pangkat.", "Daftar periksa usul kenaikan pangkat"),
            ("SE Gubernur tentang disiplin", "Disiplin"),
            ("Penyelesaian status non-ASN.", "Penyelesaian status non-ASN"),
            ("Surat edaran", "Surat edaran"),
        ] {
            assert_eq!(perihal(asked), about);
        }
    }
}
