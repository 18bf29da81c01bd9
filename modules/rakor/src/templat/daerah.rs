//! Templates of a region: what its journal says about them, folded, and what a template has to keep to.

use super::Templat;
use crate::rule::rakor::Tanda;
use serde::{Deserialize, Serialize};

/// The sort of thing these events are about.
pub const POKOK: &str = "templat";

/// One event. A word here is in the journal for ever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "jenis", content = "isi", rename_all = "snake_case")]
pub enum IsiTemplat {
    /// A template is made, or says something else from now on.
    Disimpan(Box<Templat>),
    /// It is not offered any more; rakor that began with it keep it.
    TidakDipakai {
        /// Why.
        alasan: String,
    },
}

impl IsiTemplat {
    /// The word of the journal and the particulars.
    pub fn tulis(&self) -> (&'static str, String) {
        let value = serde_json::to_value(self).unwrap_or_default();
        let word = match self {
            IsiTemplat::Disimpan(_) => "disimpan",
            IsiTemplat::TidakDipakai { .. } => "tidak_dipakai",
        };
        (word, value["isi"].to_string())
    }

    /// Back from them; `None` for what this program does not know.
    pub fn baca(jenis: &str, isi: &str) -> Option<IsiTemplat> {
        let content: serde_json::Value = serde_json::from_str(isi).ok()?;
        serde_json::from_value(serde_json::json!({ "jenis": jenis, "isi": content })).ok()
    }
}

/// A template of a region as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Daerah {
    /// What it says; its key is its id.
    pub isi: Templat,
    /// Whose it is.
    pub instansi: String,
    /// Who said so last.
    pub tanda: Tanda,
    /// Why it is not offered any more.
    pub tidak_dipakai: Option<String>,
}

/// A template after everything that happened to it, oldest first. What another instansi says about it
/// changes nothing.
pub fn lipat(id: &str, events: impl IntoIterator<Item = (Tanda, Option<IsiTemplat>)>) -> Option<Daerah> {
    let mut made: Option<Daerah> = None;
    for (tanda, isi) in events {
        match (isi, &mut made) {
            (Some(IsiTemplat::Disimpan(isi)), None) => {
                let isi = Templat { kunci: id.to_owned(), ..*isi };
                made = Some(Daerah { isi, instansi: tanda.instansi.clone(), tanda, tidak_dipakai: None });
            }
            (Some(isi), Some(there)) if there.instansi == tanda.instansi => {
                match isi {
                    IsiTemplat::Disimpan(isi) => {
                        there.isi = Templat { kunci: id.to_owned(), ..*isi };
                        there.tidak_dipakai = None;
                    }
                    IsiTemplat::TidakDipakai { alasan } => there.tidak_dipakai = Some(alasan),
                }
                there.tanda = tanda;
            }
            _ => {}
        }
    }
    made
}

/// Letters of a line.
const LINE: usize = 200;
/// Days anything here may be.
const DAYS_MOST: u16 = 365;

/// What is wrong with a template: field and sentence, none when it may be kept.
pub fn periksa(t: &Templat) -> Vec<(&'static str, String)> {
    let mut wrong: Vec<(&'static str, String)> = Vec::new();
    let mut say = |field: &'static str, sentence: &str| wrong.push((field, sentence.to_owned()));
    let long = |text: &str| text.chars().count() > LINE;
    if !(3..=100).contains(&t.nama.chars().count()) {
        say("nama", "Isi nama templat, 3 sampai 100 huruf.");
    }
    for (field, text) in [("dasar", &t.dasar), ("penyelenggara", &t.penyelenggara)] {
        if long(text) {
            say(field, "Paling panjang 200 huruf.");
        }
    }
    for (field, lines, least, most, sentence) in [
        (
            "agenda",
            &t.agenda,
            1,
            40,
            "Isi 1 sampai 40 mata acara, satu per baris, masing-masing paling panjang 200 huruf.",
        ),
        (
            "pihak",
            &t.pihak,
            1,
            20,
            "Isi 1 sampai 20 peran, satu per baris, masing-masing paling panjang 200 huruf.",
        ),
        (
            "luar",
            &t.luar,
            0,
            20,
            "Paling banyak 20 pihak luar, satu per baris, masing-masing paling panjang 200 huruf.",
        ),
    ] {
        if !(least..=most).contains(&lines.len()) || lines.iter().any(|l| long(l)) {
            say(field, sentence);
        }
    }
    if t.keluaran.is_empty() || t.keluaran.iter().any(|k| !super::KELUARAN.iter().any(|known| known.0 == k)) {
        say("keluaran", "Pilih sedikitnya satu keluaran.");
    }
    let rungs = 1..super::TANGGA.len();
    if !rungs.contains(&t.tangga.len()) || t.tangga.iter().any(|d| !(1..=DAYS_MOST).contains(d)) {
        say("tangga", "Isi anak tangga eskalasi dari yang pertama, masing-masing 1 sampai 365 hari.");
    } else if t.tangga.windows(2).any(|pair| pair[0] >= pair[1]) {
        say("tangga", "Hari eskalasi harus makin besar dari satu anak tangga ke anak tangga berikutnya.");
    }
    if !(1..=90).contains(&t.pengingat) {
        say("pengingat", "Isi pengingat tenggat, 1 sampai 90 hari sebelumnya.");
    }
    if t.undangan > 60 {
        say("undangan", "Isi pengingat undangan, 0 sampai 60 hari sebelum rakor; 0 berarti tanpa pengingat.");
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templat::bawaan;
    use kernel::Stamp;

    #[test]
    fn what_a_template_has_to_keep_to() {
        for built_in in bawaan() {
            assert_eq!(periksa(built_in), Vec::new(), "{}", built_in.kunci);
        }
        type Change = fn(&mut Templat);
        // yang diubah · isian yang ditolak
        let all: [(Change, &str); 17] = [
            (|t| t.nama = "x".into(), "nama"),
            (|t| t.nama = "x".repeat(101), "nama"),
            (|t| t.dasar = "x".repeat(201), "dasar"),
            (|t| t.agenda.clear(), "agenda"),
            (|t| t.agenda = vec!["Acara".into(); 41], "agenda"),
            (|t| t.agenda[0] = "x".repeat(201), "agenda"),
            (|t| t.pihak.clear(), "pihak"),
            (|t| t.luar = vec!["BKN".into(); 21], "luar"),
            (|t| t.keluaran.clear(), "keluaran"),
            (|t| t.keluaran = vec!["puisi".into()], "keluaran"),
            (|t| t.tangga.clear(), "tangga"),
            (|t| t.tangga = vec![1, 14, 14, 60], "tangga"),
            (|t| t.tangga = vec![30, 14], "tangga"),
            (|t| t.tangga = vec![0, 14], "tangga"),
            (|t| t.tangga = vec![1, 2, 3, 4, 5], "tangga"),
            (|t| t.pengingat = 0, "pengingat"),
            (|t| t.undangan = 61, "undangan"),
        ];
        for (change, field) in all {
            let mut templat = bawaan()[0].clone();
            change(&mut templat);
            assert_eq!(periksa(&templat).iter().map(|w| w.0).collect::<Vec<_>>(), [field]);
        }
    }

    #[test]
    fn a_template_is_what_its_own_instansi_said_last() {
        let said = |instansi: &str, isi: IsiTemplat| {
            (Tanda { instansi: instansi.into(), pada: Stamp(0), ..Tanda::default() }, Some(isi))
        };
        let named =
            |nama: &str| IsiTemplat::Disimpan(Box::new(Templat { nama: nama.into(), ..bawaan()[0].clone() }));
        let gone = IsiTemplat::TidakDipakai { alasan: "diganti yang baru".into() };
        for isi in [named("Rakor kami"), gone.clone()] {
            let (word, content) = isi.tulis();
            assert_eq!(IsiTemplat::baca(word, &content), Some(isi), "{word}");
        }
        assert_eq!(IsiTemplat::baca("belum_dikenal", "{}"), None);
        let events = vec![
            said("A", gone.clone()),
            said("A", named("satu")),
            said("B", named("milik lain")),
            said("A", named("dua")),
            (Tanda::default(), None),
        ];
        let made = lipat("t", events.clone()).expect("made");
        assert_eq!(
            (made.isi.nama.as_str(), made.isi.kunci.as_str(), made.instansi.as_str()),
            ("dua", "t", "A")
        );
        let withdrawn = lipat("t", [events, vec![said("A", gone)]].concat()).expect("made");
        assert!(withdrawn.tidak_dipakai.is_some());
    }
}
