//! Reading `penempatan.toml`, and what makes a pack refuse it.

use super::{Cara, Daerah, Gerbang, KriteriaDasar, Lingkup, Macam, Penempatan, Poin, Syarat};
use crate::book::Book;
use crate::load::kepastian;
use crate::reader::{Complaints, Part, Source};
use kernel::search::fold_text;
use kernel::tables::{Jenjang, Kepastian};

/// Reads `penempatan.toml`; empty when the pack has none.
pub(crate) fn read(files: &[(String, String)], complaints: &Complaints) -> Penempatan {
    let mut read = Penempatan::default();
    let Some((name, text)) = files.iter().find(|f| f.0 == "penempatan.toml") else { return read };
    let source = Source::new(name, text, complaints);
    let Some(root) = source.table(text) else { return read };
    let root = source.part(root.get_ref(), 0);
    read.macam.extend(root.list("macam").iter().filter_map(macam));
    read.gerbang.extend(root.list("gerbang").iter().filter_map(gerbang));
    read.kriteria.extend(root.list("kriteria").iter().filter_map(kriteria));
    root.done();
    read
}

/// Every norm, kind and criterion it names must be there, and every key once.
pub(crate) fn check(read: &Penempatan, book: &Book, complaints: &Complaints) {
    for one in &read.macam {
        for kunci in one.syarat.iter().flat_map(|s| s.norma.iter().chain(&s.peringatan)) {
            if !book.norma.contains_key(kunci) {
                complaints.add(&one.at, format!("norma {kunci} tidak ada."));
            }
        }
        for (kunci, _) in one.bobot.iter().filter(|b| read.kriteria(&b.0).is_none()) {
            complaints.add(&one.at, format!("kriteria {kunci} tidak ada."));
        }
        let sum: u32 = one.bobot.iter().map(|b| u32::from(b.1)).sum();
        if !one.bobot.is_empty() && sum != 100 {
            complaints.add(&one.at, format!("jumlah `bobot` {sum}, seharusnya 100."));
        }
    }
    for one in &read.gerbang {
        if let Some(kunci) = one.bila.as_ref().filter(|n| !book.norma.contains_key(*n)) {
            complaints.add(&one.at, format!("norma {kunci} tidak ada."));
        }
        for kunci in one.macam.iter().filter(|m| read.macam(m).is_none()) {
            complaints.add(&one.at, format!("macam {kunci} tidak ada."));
        }
    }
    let keys = |list: Vec<(&Box<str>, &crate::reader::At)>, what: &str| {
        for (i, (kunci, at)) in list.iter().enumerate() {
            if list[..i].iter().any(|(other, _)| other == kunci) {
                complaints.add(at, format!("{what} {kunci} ada dua kali."));
            }
        }
    };
    keys(read.macam.iter().map(|m| (&m.kunci, &m.at)).collect(), "macam");
    keys(read.gerbang.iter().map(|g| (&g.kunci, &g.at)).collect(), "gerbang");
    keys(read.kriteria.iter().map(|k| (&k.kunci, &k.at)).collect(), "kriteria");
}

fn macam(part: &Part<'_>) -> Option<Macam> {
    let (kunci, nama, forum) = (part.need("kunci"), part.need("nama"), part.need("forum"));
    let cara = choice(part, "cara", &[("optimum", Cara::Optimum), ("tiga_nama", Cara::TigaNama)]);
    let (dasar, sure) = basis(part);
    let catatan = part.text("catatan").map(|s| s.text).unwrap_or_default();
    let syarat: Vec<Syarat> = part.list("syarat").iter().map(syarat).collect();
    let bobot: Vec<(Box<str>, u8)> = part.list("bobot").iter().filter_map(bobot).collect();
    part.done();
    if syarat.is_empty() {
        part.complain("[[macam.syarat]] belum ditulis.");
    }
    let mut levels: Vec<&Box<str>> = syarat.iter().flat_map(|s| &s.jenjang).collect();
    levels.sort_unstable();
    if let Some(twice) = levels.windows(2).find(|w| w[0] == w[1]) {
        part.complain(format!("jenjang {} ada dua kali.", twice[0]));
    }
    Some(Macam {
        kunci: kunci?.text,
        nama: nama?.text,
        cara: cara?,
        forum: forum?.text,
        dasar: dasar?,
        kepastian: sure?,
        catatan,
        syarat,
        bobot,
        at: part.at.clone(),
    })
}

fn syarat(part: &Part<'_>) -> Syarat {
    let (jenjang, norma, peringatan) = (levels(part), words(part, "norma"), words(part, "peringatan"));
    part.done();
    if jenjang.is_empty() {
        part.complain("`jenjang` belum ditulis.");
    }
    if norma.is_empty() {
        part.complain("`norma` belum ditulis.");
    }
    Syarat { jenjang, norma, peringatan }
}

fn bobot(part: &Part<'_>) -> Option<(Box<str>, u8)> {
    let (kunci, persen) = (part.need("kriteria"), points(part, "persen"));
    part.done();
    Some((kunci?.text, persen?))
}

fn gerbang(part: &Part<'_>) -> Option<Gerbang> {
    let (kunci, nama, pihak) = (part.need("kunci"), part.need("nama"), part.need("pihak"));
    let (kalimat, surat) = (part.need("kalimat"), part.need("surat"));
    let (dasar, sure) = basis(part);
    let lingkup = choice(part, "lingkup", &[("rencana", Lingkup::Rencana), ("pos", Lingkup::Pos)]);
    let daerah = part
        .has("daerah")
        .then(|| choice(part, "daerah", &[("PROVINSI", Daerah::Provinsi), ("KABKOTA", Daerah::Kabkota)]))
        .flatten();
    let (macam, jenjang) = (words(part, "macam"), levels(part));
    let folded = |key: &str| words(part, key).iter().map(|w| fold_text(w).into()).collect();
    let (awal, unit) = (folded("awal"), folded("unit"));
    let bila = part.text("bila").map(|s| s.text);
    let (mendahului, pemindahan) = (part.flag("mendahului"), part.flag("pemindahan"));
    part.done();
    if macam.is_empty() {
        part.complain("`macam` belum ditulis.");
    }
    if pemindahan && lingkup == Some(Lingkup::Rencana) {
        part.complain("`pemindahan` hanya untuk `lingkup` pos.");
    }
    Some(Gerbang {
        kunci: kunci?.text,
        nama: nama?.text,
        pihak: pihak?.text,
        kalimat: kalimat?.text,
        dasar: dasar?,
        kepastian: sure?,
        macam,
        lingkup: lingkup?,
        jenjang,
        awal,
        unit,
        daerah,
        bila,
        surat: surat?.text,
        mendahului,
        pemindahan,
        at: part.at.clone(),
    })
}

fn kriteria(part: &Part<'_>) -> Option<KriteriaDasar> {
    let (kunci, nama, arti) = (part.need("kunci"), part.need("nama"), part.need("arti"));
    let sumber = part.need("sumber");
    let (dasar, sure) = basis(part);
    let cara = part.need("cara").map(|s| s.text);
    let rows = part.list("tabel");
    let poin = match cara.as_deref() {
        Some("persen") if rows.is_empty() => Some(Poin::Persen),
        Some("pilihan") if !rows.is_empty() => Some(Poin::Pilihan(
            rows.iter().filter_map(|row| Some((row.need("nilai")?.text, points(row, "poin")?))).collect(),
        )),
        Some("batas") if !rows.is_empty() => {
            let list: Vec<(i64, u8)> =
                rows.iter().filter_map(|row| Some((row.whole("batas")?, points(row, "poin")?))).collect();
            if !list.is_sorted_by(|a, b| a.0 < b.0) {
                part.complain("`batas` pada `tabel` harus naik.");
            }
            Some(Poin::Batas(list))
        }
        Some("pilihan" | "batas") => {
            part.complain("`tabel` belum ditulis.");
            None
        }
        Some("persen") => {
            part.complain("`cara` persen tidak memakai `tabel`.");
            None
        }
        Some(other) => {
            part.complain(format!("`cara` {other} tidak dikenal. Pilihannya: pilihan, batas, persen."));
            None
        }
        None => None,
    };
    rows.iter().for_each(Part::done);
    part.done();
    Some(KriteriaDasar {
        kunci: kunci?.text,
        nama: nama?.text,
        arti: arti?.text,
        sumber: sumber?.text,
        dasar: dasar?,
        kepastian: sure?,
        poin: poin?,
        at: part.at.clone(),
    })
}

/// Where it stands and how sure we are: nothing here is without.
fn basis(part: &Part<'_>) -> (Option<Box<str>>, Option<Kepastian>) {
    if !part.has("kepastian") {
        part.complain("`kepastian` belum ditulis.");
    }
    (part.need("dasar").map(|s| s.text), kepastian(part))
}

fn choice<T: Copy>(part: &Part<'_>, key: &str, words: &[(&str, T)]) -> Option<T> {
    let said = part.need(key)?;
    let found = words.iter().find(|w| w.0 == &*said.text).map(|w| w.1);
    if found.is_none() {
        let list: Vec<&str> = words.iter().map(|w| w.0).collect();
        part.complain(format!("`{key}` {} tidak dikenal. Pilihannya: {}.", said.text, list.join(", ")));
    }
    found
}

fn words(part: &Part<'_>, key: &str) -> Vec<Box<str>> {
    part.texts(key).into_iter().map(|s| s.text).collect()
}

fn levels(part: &Part<'_>) -> Vec<Box<str>> {
    let list = words(part, "jenjang");
    for word in list.iter().filter(|w| w.is_empty() || Jenjang::from_word(w).is_none()) {
        part.complain(format!("jenjang {word} tidak dikenal."));
    }
    list
}

/// A whole number from 0 to 100.
fn points(part: &Part<'_>, key: &str) -> Option<u8> {
    if !part.has(key) {
        part.complain(format!("`{key}` belum ditulis."));
        return None;
    }
    let number = part.whole(key)?;
    let fits = u8::try_from(number).ok().filter(|n| *n <= 100);
    if fits.is_none() {
        part.complain(format!("`{key}` {number} di luar 0 sampai 100."));
    }
    fits
}
