//! A letter written, looked at or issued, and recorded where it belongs.

use super::super::umum::Sidang;
use crate::isi::Isi;
use crate::naskah::{Bahan, Isian, Pembaca, Penulis, Pilihan, SEMUA, Surat, WILAYAH_MOST};
use crate::rule::Rakor;
use crate::store::{self, Catatan};
use host::terbitan::{Keadaan, Penerbitan, baca_banyak};
use host::{Answer, Ctx, Problem, http, redirect};
use kernel::Date;

/// A letter written, and what it is about.
pub type Tertulis = (String, Surat);

/// Letters asked for, or the sentence that says what they need. Of one for every instansi, those that have
/// something to say.
pub fn tulis(
    ctx: &Ctx,
    sidang: &Sidang,
    isian: &Isian,
    asked: &Pilihan,
) -> Result<Result<Vec<Tertulis>, String>, Problem> {
    let rakor = &sidang.rakor;
    let nama = |id: &str| sidang.nama(id).to_owned();
    let bahan = asked.jenis.berangka.then(|| Bahan::baca(&ctx.hall, &sidang.world, rakor)).transpose()?;
    let mut isian = isian.clone();
    if !asked.jenis.ditandatangani {
        isian.nomor.clear();
    }
    let penulis =
        Penulis { rakor, isian: &isian, nama: &nama, hari: ctx.hall.today(), bahan: bahan.as_ref() };
    if asked.untuk != SEMUA {
        return Ok(penulis.tulis(asked).map(|surat| vec![(asked.untuk.clone(), surat)]));
    }
    let mut written = Vec::new();
    let mut wanting = String::new();
    for instansi in rakor.penentu().into_iter().take(WILAYAH_MOST) {
        match penulis.tulis(&Pilihan { untuk: instansi.to_owned(), ..asked.clone() }) {
            Ok(surat) => written.push((instansi.to_owned(), surat)),
            Err(sentence) => wanting = sentence,
        }
    }
    Ok(if written.is_empty() { Err(wanting) } else { Ok(written) })
}

/// The first of them as a draft: it bears no code and says that it is one.
pub fn pratinjau(ctx: &Ctx, letters: &[Tertulis]) -> Answer {
    let Some((_, surat)) = letters.first() else { return Err(Problem::NotFound) };
    let asked = surat.permintaan();
    let printed = ctx.hall.percetakan.cetak(&asked)?;
    Ok(http::file(&format!("konsep-{}.pdf", asked.templat), "application/pdf", printed.pdf))
}

/// Issues them one after another; what was issued is recorded even when a later one cannot be printed.
pub fn terbitkan(ctx: &Ctx, sidang: &Sidang, asked: &Pilihan, letters: &[Tertulis]) -> Answer {
    let pelaku = sidang.pelaku(ctx)?;
    let before = terdahulu(ctx, &sidang.rakor, asked)?;
    let mut issued: Vec<(String, String)> = Vec::new();
    let mut failed = None;
    for (untuk, surat) in letters {
        let how = Penerbitan {
            hal: format!("{}: {}", asked.jenis.label, sidang.rakor.pokok.judul),
            pembaca: pembaca(&sidang.rakor, asked, untuk),
            asal: format!("rakor/{}", sidang.rakor.id),
            menggantikan: before.iter().find(|b| b.0 == *untuk).map(|b| b.1.clone()),
            tertutup: false,
        };
        match surat.terbit(&ctx.hall, &pelaku, &how) {
            Ok(kode) => issued.push((untuk.clone(), kode)),
            Err(why) => {
                failed = Some(why);
                break;
            }
        }
    }
    let (today, nomor) = (ctx.hall.today(), ctx.field("nomor").trim().to_owned());
    if !issued.is_empty() {
        store::catat(&ctx.hall, &pelaku, &sidang.rakor.id, |rakor| {
            let of = |(untuk, kode): &(String, String)| catatan(rakor, asked, (untuk, kode), (&nomor, today));
            Ok(issued.iter().flat_map(of).collect())
        })?;
    }
    match failed {
        Some(why) => Err(why),
        None => Ok(redirect(&format!("/rakor/{}/dokumen", sidang.rakor.id))),
    }
}

/// Sheets of figures are made again and again: the newest takes the place of the one before. What they are
/// about, and their codes.
fn terdahulu(ctx: &Ctx, rakor: &Rakor, asked: &Pilihan) -> Result<Vec<(String, String)>, Problem> {
    if asked.jenis.ditandatangani {
        return Ok(Vec::new());
    }
    let of_sort = rakor.dokumen.iter().rev().filter(|d| d.0 == asked.jenis.kata);
    let mut newest: Vec<(String, String)> = Vec::new();
    for (_, kode, untuk, _) in of_sort {
        if !newest.iter().any(|n| n.0 == *untuk) && newest.len() < WILAYAH_MOST {
            newest.push((untuk.clone(), kode.clone()));
        }
    }
    let codes: Vec<String> = newest.iter().map(|n| n.1.clone()).collect();
    let found = ctx.hall.with(|conn| baca_banyak(conn, &codes))?;
    newest.retain(|(_, kode)| found.get(kode).is_some_and(|d| d.keadaan == Keadaan::Berlaku));
    Ok(newest)
}

/// Who may read it beside its convener.
fn pembaca(rakor: &Rakor, asked: &Pilihan, untuk: &str) -> Vec<String> {
    match asked.jenis.pembaca {
        Pembaca::Undangan => rakor.penentu().into_iter().map(str::to_owned).collect(),
        Pembaca::Dituju => vec![rakor.rtl(untuk).map_or(untuk, |r| r.isi.instansi.as_str()).to_owned()],
        Pembaca::Tiada => Vec::new(),
    }
}

/// What the journal of the rakor says: the letter, and that a request went out or a policy was made with it.
fn catatan(
    rakor: &Rakor,
    asked: &Pilihan,
    (untuk, kode): (&str, &str),
    (nomor, hari): (&str, Date),
) -> Vec<Catatan> {
    let mut said = vec![(
        Isi::Dokumen {
            jenis_dokumen: asked.jenis.kata.to_owned(),
            surat: kode.to_owned(),
            untuk: untuk.to_owned(),
        },
        None,
    )];
    let Some(request) = rakor.rekomendasi.iter().find(|s| s.tanda.id == untuk) else { return said };
    let mut next = |keadaan: &str| {
        let catatan = format!("{} Nomor {nomor}", asked.jenis.label);
        let isi = Isi::RekomendasiLanjut {
            rekomendasi: untuk.to_owned(),
            keadaan: keadaan.to_owned(),
            catatan,
            tanggal: hari,
        };
        said.push((isi, None));
    };
    if request.lanjut.is_empty() {
        next("terkirim");
    }
    if request.isi.arah == "gubernur" && request.terbuka() {
        next("dijawab");
    }
    said
}
