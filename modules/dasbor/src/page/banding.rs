//! `/dasbor/banding`: the figures of two days side by side, from what was stored on them where it was.

use super::angka::{nilai, ratusan, terbaca};
use super::tren::Tren;
use super::utama::{pilihan, sel};
use super::{TRAIL, instansi};
use crate::rule::banding::{Selisih, selisih};
use crate::view::{self, BandingBaris, BandingView};
use host::indikator::{Indikator, Kelompok, Matriks, Pengukuran, Sel, deret, ukur_semua};
use host::{Answer, Ctx, Problem, html, tanggal};
use kernel::indikator::{Gerak, Satuan};
use kernel::{AsOf, Date};
use std::collections::BTreeMap;
use std::sync::Arc;
use web::{Frame, Tone};

/// The figures of a day: those that were stored on it, or worked out from the journals now.
enum Hari {
    Tersimpan(BTreeMap<String, Pengukuran>),
    Dihitung(Arc<Matriks>),
}

impl Hari {
    fn baca(ctx: &Ctx, hari: Date, own: &str) -> Result<Hari, Problem> {
        let rows = deret::pada(&ctx.hall, hari)?;
        let rows: BTreeMap<String, Pengukuran> = rows.into_iter().map(|r| (r.instansi.clone(), r)).collect();
        if rows.contains_key(own) {
            return Ok(Hari::Tersimpan(rows));
        }
        let world = ctx.hall.at(AsOf::on(hari))?;
        Ok(Hari::Dihitung(ukur_semua(&ctx.hall, &world)?))
    }

    fn sel(&self, i: &Indikator, own: &str) -> Sel {
        match self {
            Hari::Dihitung(matriks) => sel(matriks, i, own),
            Hari::Tersimpan(rows) => {
                let found = rows.get(own).and_then(|r| r.nilai.get(i.kode)).cloned();
                found.unwrap_or_else(|| Sel::belum("Belum diukur pada hari itu."))
            }
        }
    }

    fn asal(&self) -> &'static str {
        match self {
            Hari::Tersimpan(_) => "angka tersimpan hari itu",
            Hari::Dihitung(_) => "dihitung sekarang dari jurnal",
        }
    }
}

/// `GET /dasbor/banding`.
pub fn banding(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let today = ctx.hall.today();
    let mut choices = instansi(ctx, &world)?;
    if choices.len() > 1 {
        choices.insert(0, ("semua".to_owned(), "Semua instansi".to_owned()));
    }
    let asked = ctx.query("instansi");
    let chosen = match asked {
        "" => choices.first(),
        asked => choices.iter().find(|c| c.0 == asked),
    };
    let (id, label) = chosen.cloned().ok_or(Problem::NotFound)?;
    let own = if id == "semua" { "" } else { id.as_str() };
    let last = Tren::baca(ctx, &world)?.triwulan().iter().rev().filter_map(|t| t.hari).find(|d| *d < today);
    let typed = |name: &str, usual: Option<Date>| match ctx.query(name).trim() {
        "" => usual.map_or(String::new(), |d| tanggal(d).typed()),
        text => text.to_owned(),
    };
    let (dari, sampai) = (typed("dari", last), typed("sampai", Some(today)));
    let kelompok = ctx.query("kelompok").to_owned();
    let mut page = BandingView {
        instansi: choices,
        pilihan: id.clone(),
        kelompok: kelompok.clone(),
        pilih_kelompok: kelompoknya(),
        label,
        ..BandingView::default()
    };
    match periksa(&dari, &sampai, today) {
        Err(salah) => page.salah = salah,
        Ok(None) => {}
        Ok(Some((from, to))) => {
            let (before, after) = (Hari::baca(ctx, from, own)?, Hari::baca(ctx, to, own)?);
            page.judul = [from, to].map(|d| tanggal(d).short());
            page.asal = [before.asal(), after.asal()];
            let row = |i: &&'static Indikator| baris(i, &before.sel(i, own), &after.sel(i, own), &id);
            page.baris = pilihan(ctx, &kelompok).iter().map(row).collect();
        }
    }
    (page.dari, page.sampai) = (dari, sampai);
    let wrong = !page.salah.is_empty();
    let frame = Frame {
        tambahan: &[web::assets::Tambahan::Koordinasi],
        ..ctx.frame("Bandingkan dua tanggal", &[("Beranda", "/"), TRAIL])
    };
    let said = view::banding(&frame, &page);
    Ok(if wrong { host::http::refused(said) } else { html(said) })
}

fn kelompoknya() -> Vec<(String, String)> {
    let all = Kelompok::ALL.iter().enumerate().map(|(n, k)| (n.to_string(), k.1.to_owned()));
    std::iter::once((String::new(), "Ringkas".to_owned())).chain(all).collect()
}

type Salah = Vec<(String, String)>;

/// Both days in order; nothing while one is not given.
fn periksa(dari: &str, sampai: &str, today: Date) -> Result<Option<(Date, Date)>, Salah> {
    if dari.is_empty() || sampai.is_empty() {
        return Ok(None);
    }
    let mut salah = Vec::new();
    let days = [("dari", dari), ("sampai", sampai)].map(|(name, text)| {
        let day = Date::parse(text);
        let said = match day {
            None => Some("Tulis tanggal sebagai hh-bb-tttt, misalnya 30-09-2026."),
            Some(day) if day > today => Some("Tanggal itu belum tiba. Isi tanggal sampai hari ini."),
            Some(_) => None,
        };
        salah.extend(said.map(|said| (name.to_owned(), said.to_owned())));
        day
    });
    match days {
        [Some(from), Some(to)] if salah.is_empty() && from >= to => Err(vec![(
            "dari".to_owned(),
            "Isi tanggal awal yang lebih dahulu daripada tanggal akhir.".to_owned(),
        )]),
        [Some(from), Some(to)] if salah.is_empty() => Ok(Some((from, to))),
        _ => Err(salah),
    }
}

fn baris(i: &Indikator, dari: &Sel, sampai: &Sel, id: &str) -> BandingBaris {
    let moved = selisih(terbaca(i, dari), terbaca(i, sampai), i.satuan, i.arah);
    BandingBaris {
        indikator: i.nama.to_owned(),
        href: format!("/indikator/{}/{}", i.kode, web::url::encode(id)),
        nilai: [nilai(i, dari), nilai(i, sampai)],
        selisih: moved.map(|s| (beda(s, i.satuan), s.kata(), nada(s))),
    }
}

/// `+2,1 poin`, `-640`; nothing moved is `0`. What one place behind the comma would hide is told with two.
fn beda(s: Selisih, satuan: Satuan) -> String {
    let plus = if s.ratusan > 0 { "+" } else { "" };
    match satuan {
        Satuan::Persen | Satuan::Skor if s.ratusan == 0 && s.gerak != Gerak::Tetap => {
            "kurang dari 0,01".into()
        }
        Satuan::Persen | Satuan::Skor if (1..10).contains(&s.ratusan.unsigned_abs()) => {
            format!("{}0,0{}", if s.ratusan > 0 { "+" } else { "-" }, s.ratusan.unsigned_abs())
        }
        Satuan::Persen => format!("{plus}{} poin", ratusan(s.ratusan, Satuan::Skor)),
        satuan => format!("{plus}{}", ratusan(s.ratusan, satuan)),
    }
}

fn nada(s: Selisih) -> Tone {
    match s.gerak {
        Gerak::Membaik => Tone::Ok,
        Gerak::Memburuk => Tone::Awas,
        Gerak::Tetap | Gerak::Berubah => Tone::Netral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_never_rounded_away() {
        use Gerak::{Membaik, Memburuk, Tetap};
        for (ratusan, gerak, satuan, said) in [
            (210, Membaik, Satuan::Persen, "+2,1 poin"),
            (-210, Memburuk, Satuan::Persen, "-2,1 poin"),
            (4, Membaik, Satuan::Skor, "+0,04"),
            (-9, Memburuk, Satuan::Persen, "-0,09"),
            (0, Membaik, Satuan::Persen, "kurang dari 0,01"),
            (0, Tetap, Satuan::Persen, "0,0 poin"),
            (-64_000, Membaik, Satuan::Orang, "-640"),
        ] {
            assert_eq!(beda(Selisih { ratusan, gerak }, satuan), said, "{ratusan} {satuan:?}");
        }
    }
}
