//! The minutes as a letter: everything that was written, under whatever item it stands.

use super::jenis::perlu;
use super::sebut::potong;
use super::{Kurang, Penulis};
use crate::page::persiapan::RTL_DULU_JUDUL;
use crate::rule::batas::RTL_DULU;
use crate::rule::rakor::{Paragraf, Usul, Versi};
use naskah_dinas::notulen::{Notulen, Pembahasan, TindakLanjut, Ujaran};

/// Letters of a text by which a sentence names it.
const SEBUT: usize = 60;
/// What was said about items that are not on the agenda any more.
const DIHAPUS: &str = "Mata acara yang dihapus dari agenda";
/// What was said about no item.
const LAIN: &str = "Lain-lain";

impl Penulis<'_> {
    /// The minutes.
    pub(super) fn notulen(&self) -> Result<Notulen, Kurang> {
        let r = self.rakor;
        if r.notulen.is_empty() {
            return Err(perlu("notulen"));
        }
        self.disatukan()?;
        Ok(Notulen {
            dokumen: self.dokumen(),
            acara: self.acara("notulen")?,
            diundang: self.pihak(),
            peserta: self.orang(),
            pembahasan: self.pembahasan(),
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

    /// Whether no text stands beside another, as long as somebody can still join them.
    fn disatukan(&self) -> Result<(), Kurang> {
        let r = self.rakor;
        let title = |agenda: &str| match (r.mata_acara(agenda), agenda) {
            ("", RTL_DULU) => RTL_DULU_JUDUL.to_owned(),
            ("", _) => LAIN.to_owned(),
            (known, _) => known.to_owned(),
        };
        let told = |what: &str, teks: &str, agenda: &str, page: &str| {
            Err(format!(
                "{what} \"{}\" pada \"{}\" ditulis dua orang sekaligus. Buka halaman {page}, satukan bunyinya, lalu \
                 terbitkan lagi.",
                potong(teks, SEBUT),
                title(agenda)
            ))
        };
        let double = r.notulen.iter().find(|p| !p.bentrok.is_empty());
        if let Some(p) = double.filter(|_| r.boleh_ditulis().is_ok()) {
            return told("Paragraf", &p.kini.teks, &p.agenda, "Notulen");
        }
        let double = r.butir().find(|b| !b.bentrok.is_empty());
        match double.filter(|_| r.boleh_dirumuskan().is_ok()) {
            Some(b) => told("Butir rumusan", &b.kini.teks, &b.agenda, "Rumusan"),
            None => Ok(()),
        }
    }

    /// Items in the order of the page, then those taken off the agenda, then what belongs to none.
    fn pembahasan(&self) -> Vec<Pembahasan> {
        let r = self.rakor;
        let first = (!r.pokok.sebelumnya.is_empty()).then_some((RTL_DULU, RTL_DULU_JUDUL));
        let agenda = r.agenda.iter().map(|a| (a.id.as_str(), a.judul.as_str()));
        let items: Vec<(&str, &str)> = first.into_iter().chain(agenda).collect();
        let gone = |id: &str| !id.is_empty() && !items.iter().any(|i| i.0 == id);
        let mut all: Vec<Pembahasan> =
            items.iter().map(|(id, judul)| self.dibahas(judul, |agenda| agenda == *id)).collect();
        all.push(self.dibahas(DIHAPUS, gone));
        all.push(self.dibahas(LAIN, str::is_empty));
        all.retain(|p| !p.ujaran.is_empty() || !p.kesimpulan.is_empty());
        all
    }

    /// Paragraphs, proposals and points of the items meant.
    fn dibahas(&self, judul: &str, meant: impl Fn(&str) -> bool) -> Pembahasan {
        let r = self.rakor;
        let said = r.notulen.iter().filter(|p| meant(&p.agenda)).flat_map(ujaran);
        let proposed = r.usul.iter().filter(|u| meant(&u.agenda)).map(|u| self.usulan(u));
        let points = r.butir().filter(|b| meant(&b.agenda)).map(|b| b.kini.teks.clone());
        Pembahasan {
            pokok: judul.to_owned(),
            ujaran: said.chain(proposed).collect(),
            kesimpulan: points.collect::<Vec<_>>().join(" "),
        }
    }

    fn usulan(&self, usul: &Usul) -> Ujaran {
        Ujaran { siapa: format!("Usul {}", (self.nama)(&usul.tanda.instansi)), isi: usul.teks.clone() }
    }
}

/// A paragraph; of texts nobody can join any more, each with who wrote it.
fn ujaran(p: &Paragraf) -> Vec<Ujaran> {
    if p.bentrok.is_empty() {
        return vec![Ujaran { siapa: String::new(), isi: p.kini.teks.clone() }];
    }
    let beside = |v: &Versi| Ujaran { siapa: format!("Ditulis {}", v.tanda.oleh), isi: v.teks.clone() };
    std::iter::once(&p.kini).chain(&p.bentrok).map(beside).collect()
}
