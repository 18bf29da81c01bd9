//! Documents of a scenario in the order they came in, as the ledger a register would keep of them.

use super::day;
use super::isi::{KETERANGAN, Sel, fact, kind, pairs};
use crate::lipat::Lipat;
use crate::pack::Pack;
use crate::potret::Potret;
use crate::value::Known;
use crate::vocabulary::{Asal, FaktaId};
use kernel::check::Context;
use kernel::{
    Act, AsOf, Date, Document, EntryId, Fact, FactId, Head, Kind, Ledger, Rank, Snapshot, Stamp, Tables,
};

/// Rows of one scenario; a career of more documents is no example any more.
const ROWS: usize = 500;
/// Columns of the documents, the first one marking the heading.
pub const KOLOM: &[&str] = &[
    "diketahui",
    "dokumen",
    "nomor",
    "tanggal",
    "tindakan",
    "atas",
    "jenis",
    "tmt",
    "sampai",
    "isi",
    "catatan",
];
/// Those no table can do without.
pub const WAJIB: &[&str] = &["diketahui", "dokumen", "jenis", "tmt", "isi"];

struct Baris {
    nomor: String,
    head: Head,
    acts: Vec<(Act, Fact)>,
}

/// What came in so far.
#[derive(Default)]
pub struct Terima {
    baris: Vec<Baris>,
    keterangan: Vec<(Date, FaktaId, Known)>,
    terakhir: Option<Date>,
}

impl Terima {
    /// Whether nothing came in.
    pub fn is_empty(&self) -> bool {
        self.terakhir.is_none()
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// A sentence.
    pub fn take(&mut self, pack: &Pack, sel: &Sel<'_>) -> Result<(), String> {
        let get = |column: &str| sel.get(column);
        if self.baris.len() + self.keterangan.len() >= ROWS {
            return Err(format!("lebih dari {ROWS} dokumen dalam satu skenario."));
        }
        let diketahui = day(get("diketahui"))?.ok_or("kolom diketahui kosong.")?;
        if let Some(before) = self.terakhir.filter(|before| diketahui < *before) {
            return Err(format!(
                "diterima {diketahui}, padahal baris di atasnya {before}; tulis menurut urutan diterima."
            ));
        }
        self.terakhir = Some(diketahui);
        if get("jenis") == KETERANGAN {
            return self.told(pack, sel, diketahui);
        }
        if get("dokumen").is_empty() {
            return Err("kolom dokumen kosong; tulis misalnya SK Gubernur atau Unduhan SIASN.".to_owned());
        }
        let entry = EntryId((self.baris.len() as u128 + 1).to_be_bytes());
        let acts = self.acts(sel)?;
        let document = Document {
            rank: Rank::of_name(get("dokumen")),
            jenis: get("dokumen").to_owned(),
            nomor: get("nomor").to_owned(),
            tanggal: day(get("tanggal"))?,
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        };
        // On one day they came in as they stand in the table.
        let recorded = Stamp(Stamp::end_of(diketahui.add_days(-1)).0 + 1 + self.baris.len() as i64);
        let head = Head { entry, recorded, document };
        self.baris.push(Baris { nomor: get("nomor").to_owned(), head, acts });
        Ok(())
    }

    fn acts(&self, sel: &Sel<'_>) -> Result<Vec<(Act, Fact)>, String> {
        let get = |column: &str| sel.get(column);
        let kind = match get("jenis") {
            "" => None,
            word => Some(kind(word)?),
        };
        let atas = get("atas");
        let act = get("tindakan");
        if matches!(act, "ralat" | "pembatalan") && atas.is_empty() {
            return Err(format!("kolom atas kosong; tulis nomor dokumen yang dikenai {act}."));
        }
        match (act, kind) {
            ("" | "perubahan", _) if !atas.is_empty() => {
                Err("kolom atas hanya untuk ralat dan pembatalan.".to_owned())
            }
            ("" | "perubahan" | "ralat", None) => Err("kolom jenis kosong.".to_owned()),
            ("" | "perubahan", Some(kind)) => Ok(vec![(Act::Perubahan, fact(kind, sel)?)]),
            ("ralat", Some(kind)) => match self.stated(atas, Some(kind), false).as_slice() {
                [one] => Ok(vec![(Act::Ralat(one.0), fact(kind, sel)?)]),
                [] => Err(missing(atas, get("jenis"))),
                many => Err(format!(
                    "nomor {atas} menyatakan {} sebanyak {} kali; beri tiap pernyataan nomornya sendiri.",
                    get("jenis"),
                    many.len()
                )),
            },
            ("pembatalan", kind) => {
                if ["tmt", "sampai", "isi"].iter().any(|column| !get(column).is_empty()) {
                    return Err("pembatalan tidak punya tmt, sampai, dan isi.".to_owned());
                }
                let stated = self.stated(atas, kind, true);
                if stated.is_empty() {
                    return Err(missing(atas, get("jenis")));
                }
                Ok(stated
                    .into_iter()
                    .map(|(id, kind)| (Act::Pembatalan(id), Fact::new(kind, None, [])))
                    .collect())
            }
            (other, _) => Err(format!(
                "tindakan \"{other}\" tidak dikenal; tulis ralat atau pembatalan, atau kosongkan."
            )),
        }
    }

    /// The first statements a document of this number is about; of a ralat, what it corrects.
    fn stated(&self, nomor: &str, kind: Option<Kind>, annulled: bool) -> Vec<(FactId, Kind)> {
        let mut found = Vec::new();
        for row in self.baris.iter().filter(|row| row.nomor == nomor) {
            for (ordinal, (act, fact)) in row.acts.iter().enumerate() {
                let own = FactId { entry: row.head.entry, ordinal: ordinal as u16 };
                let id = match act {
                    Act::Ralat(first) => *first,
                    Act::Pembatalan(_) if !annulled => continue,
                    _ => own,
                };
                if kind.is_none_or(|k| k == fact.kind) && !found.contains(&(id, fact.kind)) {
                    found.push((id, fact.kind));
                }
            }
        }
        found
    }

    /// A statement of facts no register holds: known from the day it came in.
    fn told(&mut self, pack: &Pack, sel: &Sel<'_>, diketahui: Date) -> Result<(), String> {
        let get = |column: &str| sel.get(column);
        if let Some(column) = ["tindakan", "atas", "tmt", "sampai"].iter().find(|c| !get(c).is_empty()) {
            return Err(format!(
                "keterangan tidak punya {column}; keterangan yang lebih baru menggantikannya."
            ));
        }
        for (name, value) in pairs(get("isi"))? {
            let id =
                pack.words.find(name).ok_or_else(|| format!("fakta {name} tidak ada dalam kosakata."))?;
            if pack.words.fakta(id).asal == Asal::Riwayat {
                return Err(format!("{name} dibaca dari dokumen; tulis dokumen yang menyatakannya."));
            }
            let known = pack.words.parse_known(id, value).map_err(|s| format!("{name}: {s}"))?;
            self.keterangan.push((diketahui, id, known));
        }
        Ok(())
    }

    /// The ledger that follows.
    pub fn ledger(&self) -> Ledger {
        let heads = self.baris.iter().map(|row| row.head.clone()).collect();
        let facts = self.baris.iter().flat_map(|row| {
            row.acts.iter().enumerate().map(|(ordinal, (act, fact))| {
                (FactId { entry: row.head.entry, ordinal: ordinal as u16 }, *act, fact.clone())
            })
        });
        Ledger::new(heads, facts.collect())
    }

    /// The person as of a day, as far as documents had come in: read as everybody in a register is.
    pub fn potret(&self, pack: &Pack, bacaan: &Bacaan<'_>, ledger: &Ledger, as_of: AsOf) -> Potret {
        let snapshot = Snapshot::fold(ledger, as_of);
        let context = Context::default();
        let (tables, lengkap) = (bacaan.tables, bacaan.lengkap);
        let mut potret = bacaan.lipat.potret(&pack.words, &snapshot, tables, &context, lengkap, true);
        potret.known.resize(pack.words.fakta_list().len(), Known::Unknown);
        let came = self.keterangan.iter().filter(|(day, ..)| Stamp::end_of(*day) <= as_of.known);
        came.for_each(|(_, id, known)| potret.set(*id, known.clone()));
        potret
    }
}

/// What a ledger is read with.
pub struct Bacaan<'a> {
    /// Readings of facts.
    pub lipat: &'a Lipat,
    /// Lists of the regulations.
    pub tables: &'a Tables,
    /// Kinds of history declared complete.
    pub lengkap: &'a [Kind],
}

fn missing(nomor: &str, jenis: &str) -> String {
    let of = if jenis.is_empty() { String::new() } else { format!(" dengan jenis {jenis}") };
    format!("dokumen nomor {nomor}{of} tidak ada di atas baris ini.")
}
