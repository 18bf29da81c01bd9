//! One act: what it is, how it stands to others, and everything it orders.

use super::hubungan::{self, Hubungan};
use super::tabel::{self, Tabel};
use super::{Nama, nama};
use kernel::Date;
use kernel::tables::Kepastian;
use law::Pack;
use law::act::{Change, Span};
use law::book::Version;

/// An act with its content.
#[derive(Clone, Debug)]
pub struct IsiAkta {
    /// Which.
    pub akta: Nama,
    /// `PP`
    pub jenis: String,
    /// What it is about.
    pub tentang: String,
    /// When the public could know it.
    pub diundangkan: Date,
    /// First day.
    pub mulai: Date,
    /// First day no longer, as a whole.
    pub sampai: Option<Date>,
    /// Region code of a regional act; empty for a national one.
    pub wilayah: String,
    /// How sure we are.
    pub kepastian: Kepastian,
    /// Where it was read.
    pub sumber: String,
    /// What a reader should know.
    pub catatan: String,
    /// What it does to others.
    pub keluar: Vec<Hubungan>,
    /// What others do to it.
    pub masuk: Vec<Hubungan>,
    /// Its parameters.
    pub param: Vec<Param>,
    /// Its tables.
    pub tabel: Vec<Tabel>,
    /// Its norms.
    pub norma: Vec<Norma>,
    /// What it changes in norms of other acts.
    pub ubahan: Vec<Ubahan>,
    /// Times without a provision: keys, days, why.
    pub celah: Vec<(String, Span, String)>,
}

/// A parameter as the act states it.
#[derive(Clone, Debug)]
pub struct Param {
    /// `kp.masa_min`
    pub kunci: String,
    /// `4 tahun`, as written.
    pub nilai: String,
    /// Article.
    pub dasar: String,
    /// How sure we are.
    pub kepastian: Kepastian,
    /// How it stands on the day asked about.
    pub keadaan: Keadaan,
    /// Which regional acts may fill it; empty for none.
    pub delegasi: String,
}

/// A norm as the act states it.
#[derive(Clone, Debug)]
pub struct Norma {
    /// `kp.reguler`
    pub kunci: String,
    /// Its heading.
    pub judul: String,
    /// `syarat`
    pub bentuk: String,
    /// Article.
    pub dasar: String,
    /// How sure we are.
    pub kepastian: Kepastian,
    /// How it stands on the day asked about.
    pub keadaan: Keadaan,
}

/// A change to a norm of another act.
#[derive(Clone, Debug)]
pub struct Ubahan {
    /// The norm.
    pub norma: String,
    /// `syarat masa diganti`
    pub kata: String,
    /// First day.
    pub mulai: Date,
    /// Article.
    pub dasar: String,
}

/// How a provision of an act stands on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Keadaan {
    /// It holds.
    Berlaku,
    /// Its act is repealed; this is carried on by another.
    Diteruskan(Nama),
    /// It begins later.
    Mendatang(Date),
    /// It ended; another act now says it.
    Digantikan(Date, Nama),
    /// It ended.
    Berakhir(Date),
    /// It never held in the national law.
    Tidak,
}

/// An act by its id, as of a law date. One of its tables may be asked for: of the others
/// nothing but their size is told then.
pub fn akta(pack: &Pack, id: &str, hukum: Date, tabel: &str) -> Option<IsiAkta> {
    let act = pack.akta.get(id)?;
    let book = pack.book(None, None);
    let masuk = hubungan::masuk(&pack.akta, id);
    let state = |versions: Option<&Vec<Version>>, place: usize| {
        keadaan(pack, versions.map_or(&[][..], |v| v), id, place, hukum)
    };
    let table = |t: &law::table::TableDef| {
        let limit = match tabel {
            "" => tabel::FEW,
            asked if *t.nama == *asked => tabel::ROWS,
            _ => 0,
        };
        tabel::tabel(&pack.words, id, t, None, limit)
    };
    let param = act.param.iter().enumerate().map(|(i, p)| Param {
        kunci: p.kunci.to_string(),
        nilai: format!("{} {}", p.nilai.text, p.satuan).trim().to_owned(),
        dasar: p.dasar.to_string(),
        kepastian: p.kepastian,
        keadaan: state(book.param.get(&p.kunci), i),
        delegasi: p.delegasi.as_deref().unwrap_or("").to_owned(),
    });
    let field =
        |n: &law::act::NormDef, key: &str| n.fields.get(key).map_or(String::new(), |s| s.text.to_string());
    let norma = act.norma.iter().enumerate().map(|(i, n)| Norma {
        kunci: n.kunci.to_string(),
        judul: field(n, "judul"),
        bentuk: field(n, "bentuk"),
        dasar: field(n, "dasar"),
        kepastian: n.kepastian,
        keadaan: state(book.norma.get(&n.kunci), i),
    });
    Some(IsiAkta {
        akta: nama(&pack.akta, id),
        jenis: act.jenis.to_string(),
        tentang: act.tentang.to_string(),
        diundangkan: act.diundangkan,
        mulai: act.span.mulai,
        sampai: hubungan::akhir(act, &masuk),
        wilayah: act.wilayah.as_deref().unwrap_or("").to_owned(),
        kepastian: act.kepastian,
        sumber: act.sumber.to_string(),
        catatan: act.catatan.to_string(),
        keluar: hubungan::keluar(&pack.akta, act),
        param: param.collect(),
        tabel: act.tabel.iter().map(|t| table(t)).collect(),
        norma: norma.collect(),
        ubahan: act.ubahan.iter().map(ubahan).collect(),
        celah: act.celah.iter().map(|(k, span, why)| (k.to_string(), *span, why.to_string())).collect(),
        masuk,
    })
}

fn ubahan(edit: &law::act::Edit) -> Ubahan {
    Ubahan {
        norma: edit.norma.to_string(),
        kata: kata_ubahan(edit),
        mulai: edit.mulai,
        dasar: edit.dasar.to_string(),
    }
}

/// What an amendment does, in words.
pub fn kata_ubahan(edit: &law::act::Edit) -> String {
    let part = edit.bagian.as_deref().map_or("isi norma".to_owned(), |b| format!("bagian {b}"));
    match &edit.what {
        Change::Ganti(fields) => {
            let named: Vec<&str> = fields.keys().copied().collect();
            format!("{part} diganti ({})", named.join(", "))
        }
        Change::Hapus => format!("{part} dihapus"),
        Change::Tambah(added, _) => format!("bagian {} ditambahkan", added.kunci),
    }
}

/// How the definition at a place of an act stands among the versions of its key.
fn keadaan(pack: &Pack, versions: &[Version], id: &str, place: usize, hukum: Date) -> Keadaan {
    let own = || versions.iter().filter(|v| *v.akta == *id && v.place == place);
    if let Some(version) = own().find(|v| v.span.holds(hukum)) {
        return match &version.saving {
            Some((by, _)) => Keadaan::Diteruskan(nama(&pack.akta, by)),
            None => Keadaan::Berlaku,
        };
    }
    let Some(first) = own().map(|v| v.span.mulai).min() else { return Keadaan::Tidak };
    if hukum < first {
        return Keadaan::Mendatang(first);
    }
    let end = own().filter_map(|v| v.span.sampai).filter(|end| *end <= hukum).max().unwrap_or(hukum);
    match versions.iter().find(|v| v.span.holds(hukum)) {
        Some(other) => Keadaan::Digantikan(end, nama(&pack.akta, &other.akta)),
        None => Keadaan::Berakhir(end),
    }
}
