//! Whom a row is about, and whether this file may speak about them.

use super::Ask;
use super::tally::Tally;
use crate::rule::columns::at;
use crate::rule::nominatif::{RawRow, Reading};
use crate::rule::trouble::{Trouble, Weight};
use kernel::{Date, PegawaiId};
use store::Tenant;

/// A row of an instansi this file may not bring: one the node serves but not this account, or one it does
/// not serve at all.
pub(super) fn foreign(raw: &RawRow, ask: &Ask<'_>, tenants: &[Tenant]) -> Option<Trouble> {
    let id = raw.cells.get(at::INSTANSI).trim();
    if tenants.is_empty() || id.is_empty() || tenants.iter().any(|t| t.id == id) {
        return None;
    }
    let nama = match raw.cells.get(at::INSTANSI_NAMA).trim() {
        "" => id,
        nama => nama,
    };
    let (message, suggestion) = match ask.elsewhere.iter().any(|t| t.id == id) {
        true => (
            format!(
                "Instansi induk {nama} tidak termasuk impor ini; hanya baris {} yang diambil.",
                tenants[0].nama
            ),
            "Keluarkan baris ini; petugas instansi itu mengimpornya tersendiri.",
        ),
        false => (
            format!("Instansi induk {nama} tidak dilayani simpul ini."),
            "Keluarkan baris ini, atau daftarkan instansinya dengan `sinergi mulai`.",
        ),
    };
    Some(Trouble::new("IMP-07", Weight::Refusal, "instansi_induk_id", id, message, suggestion))
}

impl Tally<'_> {
    /// Whom a row is about. Somebody another instansi owns is neither shown nor written: ownership
    /// passes by a handover of two sides, never by a file.
    pub(super) fn person(&mut self, raw: &RawRow, reading: &mut Reading) -> Option<PegawaiId> {
        let person = self.named(raw, reading)?;
        let founder = self.check.owner.as_ref().map_or("", |o| o.0.as_str());
        let named = raw.cells.get(at::INSTANSI).trim();
        let journal = if named.is_empty() { founder } else { named };
        if self.known.owner(person).is_none_or(|owner| owner == journal) {
            return Some(person);
        }
        reading.troubles.push(Trouble::new(
            "IMP-16",
            Weight::Refusal,
            "nip_baru",
            raw.cells.get(at::NIP),
            "NIP atau ID SIASN ini tercatat pada instansi lain.",
            "Bila orangnya pindah, tunggu serah terima dari instansi asal; bila tidak, perbaiki NIP.",
        ));
        None
    }

    /// By pns_id, then by NIP; disagreement between the two is a doubt.
    fn named(&mut self, raw: &RawRow, reading: &mut Reading) -> Option<PegawaiId> {
        let siasn = raw.cells.get(at::SIASN_ID).trim();
        let by_nip = reading.nip.and_then(|n| self.known.by_nip(n.as_u64()));
        if siasn.is_empty() {
            return by_nip;
        }
        if !self.siasn.insert(siasn.into()) {
            reading.troubles.push(Trouble::new(
                "IMP-13",
                Weight::Doubt,
                "pns_id",
                siasn,
                "ID SIASN ini sudah ada di baris lain berkas ini; orang dicocokkan lewat NIP.",
                "Periksa di SIASN apakah dua orang memakai satu ID.",
            ));
            return by_nip;
        }
        let by_siasn = self.known.by_siasn(siasn);
        if let (Some(a), Some(b)) = (by_siasn, by_nip)
            && a != b
        {
            reading.troubles.push(Trouble::new(
                "IMP-14",
                Weight::Doubt,
                "nip_baru",
                raw.cells.get(at::NIP),
                "NIP ini tercatat pada orang lain di register; orang dicocokkan lewat ID SIASN.",
                "Periksa kedua orang itu sebelum menyimpan.",
            ));
        }
        by_siasn.or(by_nip)
    }

    /// A file older than what is known of the person.
    pub(super) fn older(&self, latest: Date, reading: &mut Reading) {
        if self.ask.per_tanggal < latest {
            reading.troubles.push(Trouble::new(
                "IMP-15",
                Weight::Doubt,
                "",
                "",
                format!(
                    "Data berkas ini ({}) lebih tua daripada unduhan terakhir orang ini ({}).",
                    self.ask.per_tanggal.dmy(),
                    latest.dmy()
                ),
                "Periksa isian Data per tanggal.",
            ));
        }
    }
}
