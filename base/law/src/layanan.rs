//! The services of the office as a list of norms to ask: what "Mengapa?" shows and Penjagaan watches.
//! Which norms belong to a service is data (`layanan.toml`), like the norms themselves.

use crate::jaga::Macam;
use crate::reader::{At, Complaints, Source};

/// A service.
#[derive(Clone, Debug)]
pub struct Layanan {
    /// Its word in addresses: `kp-reguler`.
    pub kunci: Box<str>,
    /// What people call it.
    pub nama: Box<str>,
    /// Heading it stands under.
    pub kelompok: Box<str>,
    /// The norm with its conditions, or the one that gives the day or value.
    pub norma: Box<str>,
    /// The norm that gives the day it can take effect, when there is one.
    pub tanggal: Option<Box<str>>,
    /// Norms shown beside it: amount, kind, who decides.
    pub juga: Vec<Box<str>>,
    /// A fact and the word it must be, where other routes of the norm are open to few: only those people
    /// are watched under it.
    pub jalur: Option<(Box<str>, Box<str>)>,
    /// Whether Penjagaan watches it, and what its day means.
    pub penjagaan: Option<Macam>,
    /// Days before the day on which a proposal is due; a practice or a rule, see `usul_dasar`.
    pub usul_hari: Option<i64>,
    /// Where that stands.
    pub usul_dasar: Box<str>,
    /// Where it is listed.
    pub at: At,
}

/// Reads `layanan.toml`; empty when the pack has none.
pub fn read(files: &[(String, String)], complaints: &Complaints) -> Vec<Layanan> {
    let Some((name, text)) = files.iter().find(|f| f.0 == "layanan.toml") else { return Vec::new() };
    let source = Source::new(name, text, complaints);
    let Some(root) = source.table(text) else { return Vec::new() };
    let root = source.part(root.get_ref(), 0);
    let mut list: Vec<Layanan> = Vec::new();
    for part in root.list("layanan") {
        let (kunci, nama, kelompok, norma) =
            (part.need("kunci"), part.need("nama"), part.need("kelompok"), part.need("norma"));
        let tanggal = part.text("tanggal").map(|s| s.text);
        let juga = part.texts("juga").into_iter().map(|s| s.text).collect();
        let mut route = part.texts("jalur").into_iter().map(|s| s.text);
        let jalur = route.next().zip(route.next());
        let said = part.text("penjagaan").map(|s| s.text);
        let penjagaan = said.as_deref().and_then(Macam::from_word);
        let usul_hari = part.whole("usul_hari");
        let usul_dasar = part.text("usul_dasar").map(|s| s.text).unwrap_or_default();
        part.done();
        if let Some(said) = said.filter(|_| penjagaan.is_none()) {
            let words = Macam::ALL.map(|m| m.1).join(", ");
            part.complain(format!("`penjagaan` {said} tidak dikenal. Pilihannya: {words}."));
        }
        if usul_hari.is_some() && usul_dasar.is_empty() {
            part.complain("`usul_hari` harus menyebut `usul_dasar`.");
        }
        let (Some(kunci), Some(nama), Some(kelompok), Some(norma)) = (kunci, nama, kelompok, norma) else {
            continue;
        };
        if list.iter().any(|l| l.kunci == kunci.text) {
            part.complain(format!("layanan {} ada dua kali.", kunci.text));
        }
        list.push(Layanan {
            kunci: kunci.text,
            nama: nama.text,
            kelompok: kelompok.text,
            norma: norma.text,
            tanggal,
            juga,
            jalur,
            penjagaan,
            usul_hari,
            usul_dasar,
            at: part.at.clone(),
        });
    }
    root.done();
    list
}
