//! Which letters may be issued: those whose step is recorded, with the number and date it was recorded under; about
//! whom, and what has to be typed first.

use super::{IsianSurat, Jenis};
use crate::isi::Surat;
use crate::rule::rencana::SuratTerbit;
use crate::rule::{Rencana, Tahap};

/// The gate whose letter asks the BKN, and the word under which it is recorded as asked.
const PERTEK: (&str, &str) = ("pertek_bkn", "dimintakan");

/// Letters of one press: each is typeset, and somebody waits.
pub const SEKALI: usize = 100;

impl Jenis {
    /// Whether everybody who moves gets an own one.
    pub fn per_orang(self) -> bool {
        matches!(self, Jenis::Petikan | Jenis::Spmt)
    }

    /// The step it speaks of.
    fn langkah(self) -> Option<Tahap> {
        Some(match self {
            Jenis::BaRapat => Tahap::Dirapatkan,
            Jenis::Keputusan | Jenis::Petikan => Tahap::Ditetapkan,
            Jenis::BaPelantikan => Tahap::Dilantik,
            Jenis::Spmt => Tahap::Bertugas,
            Jenis::Laporan => Tahap::Dilaporkan,
            Jenis::UsulPertek => return None,
        })
    }

    /// The step of a round that recorded it, by its place in [`Rencana::langkah`]; none while it is a draft.
    pub fn saat(self, r: &Rencana) -> Option<usize> {
        let tahap = self.langkah().filter(|t| r.tahap >= *t && r.tahap != Tahap::Dibatalkan)?;
        r.langkah.iter().rposition(|l| l.0 == tahap && l.2.is_some())
    }

    /// The place in [`Rencana::gerbang`] of the letter that asked the BKN; of other letters none.
    pub fn gerbang(self, r: &Rencana) -> Option<usize> {
        if self != Jenis::UsulPertek || r.tahap == Tahap::Dibatalkan || r.perhitungan.is_none() {
            return None;
        }
        r.gerbang.iter().rposition(|(g, _)| (g.gerbang.as_str(), g.hasil.as_str()) == PERTEK)
    }

    /// The letter as recorded: its number and date are those of the issued one. None while it is a draft.
    pub fn tercatat(self, r: &Rencana) -> Option<&Surat> {
        let step = self.saat(r).and_then(|at| r.langkah.get(at)?.2.as_ref());
        step.or_else(|| self.gerbang(r).and_then(|at| Some(&r.gerbang.get(at)?.0.surat)))
    }

    /// Whether who sits where is still what the recorded letter covers; only a letter that asks for something can be
    /// overtaken.
    pub fn masih_sama(self, r: &Rencana) -> bool {
        self.gerbang(r).is_none_or(|at| r.cakupan.get(at) == Some(&r.cakupan_kini()))
    }

    /// What has to be recorded before it is issued, as a sentence goes on: `sesudah …`.
    pub fn menunggu(self) -> &'static str {
        match self {
            Jenis::BaRapat => "rapatnya dicatat",
            Jenis::UsulPertek => "surat usulnya dicatat sebagai dimintakan pada halaman Gerbang",
            Jenis::Keputusan | Jenis::Petikan => "SK ditetapkan",
            Jenis::BaPelantikan => "pelantikan dicatat",
            Jenis::Spmt => "SPMT dicatat",
            Jenis::Laporan => "laporan dicatat",
        }
    }

    /// Fields that stay empty and may not on an issued letter: field and what it is called.
    pub fn kurang(self, isian: &IsianSurat) -> Vec<(&'static str, &'static str)> {
        let sk = matches!(self, Jenis::Keputusan | Jenis::Petikan);
        let acara = matches!(self, Jenis::BaRapat | Jenis::BaPelantikan);
        let text = |text: &str| text.trim().is_empty();
        // Minutes of a meeting are signed by its members.
        let signed = self != Jenis::BaRapat;
        let asked = [
            (true, "tempat", "tempat dibuat", text(&isian.tempat)),
            (true, "perangkat", "perangkat daerah pada kop", text(&isian.perangkat)),
            (signed, "nama", "nama penanda tangan", text(&isian.nama)),
            (signed, "jabatan", "jabatan penanda tangan", text(&isian.jabatan)),
            (acara, "tempat_acara", "tempat rapat atau pelantikan", text(&isian.tempat_acara)),
            (self == Jenis::BaRapat, "anggota", "anggota rapat", isian.anggota.is_empty()),
            (self == Jenis::BaPelantikan, "saksi", "saksi pelantikan", isian.saksi.is_empty()),
            (sk, "tentang", "tentang apa keputusan itu", text(&isian.tentang)),
            (sk, "menimbang", "bagian Menimbang", text(&isian.menimbang)),
            (sk, "mengingat", "bagian Mengingat", text(&isian.mengingat)),
        ];
        asked.into_iter().filter(|(needed, _, _, empty)| *needed && *empty).map(|a| (a.1, a.2)).collect()
    }
}

/// Whom a letter is issued about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sasaran {
    /// The person; empty for everybody who moves.
    pub pegawai: String,
    /// Code of the letter it takes the place of.
    pub menggantikan: Option<String>,
}

/// About whom letters of a sort are issued now; at most [`SEKALI`]. `orang` are
/// those it may be about. Without `ganti` whoever has none yet; with it whoever has one, the oldest first.
pub fn sasaran(r: &Rencana, jenis: Jenis, orang: &[String], ganti: bool) -> Vec<Sasaran> {
    let whole = [String::new()];
    let about = if jenis.per_orang() { orang } else { &whole[..] };
    let held = |who: &String| r.surat_terbit(jenis.kata(), who);
    if !ganti {
        let none = about.iter().filter(|who| held(who).is_none()).take(SEKALI);
        return none.map(|who| Sasaran { pegawai: who.clone(), menggantikan: None }).collect();
    }
    let mut some: Vec<_> = about.iter().filter_map(|who| Some((held(who)?, who))).collect();
    some.sort_by_key(|(letter, _)| letter.tanda.pada);
    let of = |(letter, who): (&SuratTerbit, &String)| Sasaran {
        pegawai: who.clone(),
        menggantikan: Some(letter.kode.clone()),
    };
    some.into_iter().take(SEKALI).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{SEKALI, Sasaran, sasaran};
    use crate::isi::{Isi, Terbit};
    use crate::naskah::Jenis;
    use crate::rule::Rencana;
    use crate::tests::lipat::rencana;

    fn people(from: usize, to: usize) -> Vec<String> {
        (from..to).map(|n| format!("{n:04}")).collect()
    }

    fn issued(batches: &[(usize, usize)]) -> Rencana {
        let of = |(from, to): &(usize, usize)| {
            let one = |who: String| Terbit { kode: format!("K{who}-{from}"), pegawai: who };
            let dokumen = people(*from, *to).into_iter().map(one).collect();
            Isi::Diterbitkan { surat: "petikan".into(), dokumen }
        };
        rencana(&batches.iter().map(of).collect::<Vec<_>>())
    }

    #[test]
    fn presses_go_on_where_the_last_one_ended() {
        let all = people(0, SEKALI + 30);
        let asked = |r: &Rencana, ganti| sasaran(r, Jenis::Petikan, &all, ganti);
        let named = |list: &[Sasaran]| list.iter().map(|s| s.pegawai.clone()).collect::<Vec<_>>();
        assert_eq!(named(&asked(&issued(&[]), false)), people(0, SEKALI));
        let half = issued(&[(0, SEKALI)]);
        assert_eq!(named(&asked(&half, false)), people(SEKALI, SEKALI + 30));
        let whole = issued(&[(0, SEKALI), (SEKALI, SEKALI + 30)]);
        assert!(asked(&whole, false).is_empty(), "everybody has one");
        // Replacing goes on too: what was replaced is the newest, and comes last.
        assert_eq!(named(&asked(&whole, true)), people(0, SEKALI));
        let replaced = issued(&[(0, SEKALI), (SEKALI, SEKALI + 30), (0, 60)]);
        let next = asked(&replaced, true);
        assert_eq!(named(&next)[..70], people(60, SEKALI + 30)[..70]);
        assert_eq!(next[0].menggantikan.as_deref(), Some("K0060-0"));
        assert!(asked(&issued(&[]), true).is_empty(), "nothing to replace");
        // A letter about everybody is one letter.
        assert_eq!(sasaran(&half, Jenis::Keputusan, &all, false).len(), 1);
    }
}
