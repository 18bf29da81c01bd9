//! The five facts people come for. Nothing is computed that a document or a table does not say.

use super::{Orang, kata};
use crate::page::words;
use host::tanggal;
use kernel::check::{Person, Status};
use kernel::tables::Kepastian;
use kernel::{Field, Kind};
use web::component::identitas::Fakta;

const UNKNOWN: &str = "belum diketahui";
const NON_ASN: &str = "bukan ASN, tidak ada batas usia pensiun; akhir kontrak belum tercatat";

fn fact(label: &str, value: Option<String>, note: String) -> Fakta {
    Fakta { label: label.into(), value: value.unwrap_or_else(|| UNKNOWN.to_owned()), note }
}

/// Golongan, masa kerja as stated, last predicate, since when the post is held, next limit.
pub fn facts(orang: &Orang<'_>, seen: &Person<'_, '_>) -> Vec<Fakta> {
    vec![golongan(orang), masa_kerja(orang), predikat(orang), jabatan(orang), limit(orang, seen)]
}

fn golongan(orang: &Orang<'_>) -> Fakta {
    let s = &orang.snapshot;
    let name = s.text(Field::GolonganNama);
    let pangkat = orang.ctx.hall.tables.golongan_by_name(name).map_or("", |g| &g.info.pangkat);
    let tmt = s.tmt_of(Kind::Golongan).map(|d| format!("TMT {}", tanggal(d).short()));
    let tmt = tmt.unwrap_or_else(|| "TMT belum diketahui".into());
    let note = if pangkat.is_empty() { tmt } else { format!("{pangkat} · {tmt}") };
    let known = !name.is_empty();
    fact("Golongan", known.then(|| name.to_owned()), if known { note } else { String::new() })
}

fn masa_kerja(orang: &Orang<'_>) -> Fakta {
    let s = &orang.snapshot;
    let value = kata::masa_kerja(s.int(Field::MkTahun), s.int(Field::MkBulan));
    let document = s.get(Field::MkTahun).or_else(|| s.get(Field::MkBulan)).map(|stated| stated.document);
    let note =
        document.and_then(|d| d.tanggal).map(|d| format!("menurut dokumen tgl {}", tanggal(d).short()));
    fact("Masa kerja golongan", value, note.unwrap_or_default())
}

fn predikat(orang: &Orang<'_>) -> Fakta {
    let last = orang.snapshot.several(Kind::Kinerja).last();
    let text = last.and_then(|r| r.fact.text(Field::KinerjaPredikat));
    let value = text.map(|t| words::predikat(t).map_or_else(|| t.to_owned(), |p| p.words().to_owned()));
    let year = last.and_then(|r| r.fact.get(Field::KinerjaTahun)).and_then(kernel::Value::as_int);
    fact("Predikat terakhir", value, year.map(|y| format!("tahun {y}")).unwrap_or_default())
}

fn jabatan(orang: &Orang<'_>) -> Fakta {
    let s = &orang.snapshot;
    let since = s.tmt_of(Kind::Jabatan).map(|d| tanggal(d).short());
    fact("Jabatan sejak", since, s.text(Field::JabatanNama).to_owned())
}

/// End of the contract that runs, else pension by the table of BUP with its citation.
fn limit(orang: &Orang<'_>, seen: &Person<'_, '_>) -> Fakta {
    let s = &orang.snapshot;
    let today = tanggal(s.as_of().effective);
    if !seen.active {
        return Fakta {
            label: "Batas berikutnya".into(),
            value: "tidak ada".into(),
            note: "tidak aktif".into(),
        };
    }
    if let Some((last, true)) = orang.world.register.limit[orang.i] {
        let last = tanggal(last);
        return fact("Akhir perjanjian kerja", Some(last.short()), last.distance(today));
    }
    if seen.is_pppk() {
        return fact("Akhir perjanjian kerja", None, String::new());
    }
    if seen.status == Status::NonAsn {
        return fact("Pensiun", Some("–".into()), NON_ASN.into());
    }
    let note = seen.bup().map(|bup| {
        let c = bup.citation;
        // Said only where the reader has to do something about it.
        let doubt = match c.kepastian {
            Kepastian::Seen | Kepastian::High => String::new(),
            doubt => format!("; kepastian: {}", doubt.label()),
        };
        format!("batas usia {} tahun · Dasar: {}{doubt}", bup.age, c.dasar)
    });
    fact("Pensiun", seen.pension_day().map(|d| tanggal(d).short()), note.unwrap_or_default())
}
