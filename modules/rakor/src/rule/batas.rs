//! How much one rakor holds, and what forms may name: an item of the agenda, an entry.

use super::izin::Tolak;
use super::rakor::Rakor;
use crate::isi;

/// The item every rakor of a series begins with; it stands in no agenda and cannot be taken off.
pub const RTL_DULU: &str = "rtl";
/// What a form names that is not there: not kept when what was typed is sent again.
pub const TAK_ADA: &str = "RAKOR-33";

/// Proposals of one party.
const USUL: usize = 100;
/// Points.
const BUTIR: usize = 300;
/// Paragraphs of the minutes.
const PARAGRAF: usize = 2_000;
/// Problems and practices of one party.
const MASALAH: usize = 200;
/// Presences, repeated ones too.
const HADIR: usize = 3_000;
/// Letters of what a form calls an entry.
const NAMA: usize = 80;

fn paling_banyak(now: usize, most: usize, what: &str) -> Result<(), Tolak> {
    if now < most {
        return Ok(());
    }
    Err(Tolak("RAKOR-34", format!("{what} paling banyak {most}.")))
}

/// Whether names that forms carry are as long as names are.
fn nama_wajar(names: &[&str]) -> Result<(), Tolak> {
    if names.iter().all(|name| name.chars().count() <= NAMA) {
        return Ok(());
    }
    Err(Tolak(TAK_ADA, "Bagian yang ditulis tidak dikenal. Simpan lagi sebagai tulisan baru.".into()))
}

impl Rakor {
    fn boleh_agenda(&self, agenda: &str) -> Result<(), Tolak> {
        if agenda.is_empty() || agenda == RTL_DULU || self.agenda.iter().any(|a| a.id == agenda) {
            return Ok(());
        }
        let sentence =
            "Mata acara itu tidak ada dalam agenda. Simpan lagi di luar mata acara, atau muat ulang halaman.";
        Err(Tolak(TAK_ADA, sentence.into()))
    }

    /// Whether a party may propose one thing more under an item.
    ///
    /// # Errors
    /// No such item, or too many.
    pub fn muat_usul(&self, agenda: &str, instansi: &str) -> Result<(), Tolak> {
        self.boleh_agenda(agenda)?;
        let now = self.usul.iter().filter(|u| u.tanda.instansi == instansi).count();
        paling_banyak(now, USUL, "Usul satu pihak pada satu rakor")
    }

    /// Whether a paragraph fits.
    ///
    /// # Errors
    /// No such item, names nobody gave, or too many.
    pub fn muat_paragraf(&self, tulis: &isi::Tulis) -> Result<(), Tolak> {
        nama_wajar(&[&tulis.paragraf, &tulis.dari])?;
        self.boleh_agenda(&tulis.agenda)?;
        if self.notulen.iter().any(|p| p.id == tulis.paragraf) {
            return Ok(());
        }
        paling_banyak(self.notulen.len(), PARAGRAF, "Paragraf notulen satu rakor")
    }

    /// Whether a point fits.
    ///
    /// # Errors
    /// No such item, names nobody gave, or too many.
    pub fn muat_butir(&self, rumusan: &isi::Rumusan) -> Result<(), Tolak> {
        nama_wajar(&[&rumusan.rumusan, &rumusan.dari])?;
        self.boleh_agenda(&rumusan.agenda)?;
        if !rumusan.rumusan.is_empty() {
            return Ok(());
        }
        paling_banyak(self.rumusan.len(), BUTIR, "Butir rumusan satu rakor")
    }

    /// Whether a party may bring one problem more.
    ///
    /// # Errors
    /// Too many.
    pub fn muat_masalah(&self, masalah: &isi::Masalah, instansi: &str) -> Result<(), Tolak> {
        if !masalah.mengganti.is_empty() {
            return Ok(());
        }
        let now = self.masalah.iter().filter(|m| m.tanda.instansi == instansi).count();
        paling_banyak(now, MASALAH, "Masalah dan praktik baik satu pihak pada satu rakor")
    }

    /// Whether one presence more may be recorded.
    ///
    /// # Errors
    /// Too many.
    pub fn muat_hadir(&self) -> Result<(), Tolak> {
        paling_banyak(self.hadir.len() + self.hadir_ganda.len(), HADIR, "Kehadiran satu rakor")
    }
}
