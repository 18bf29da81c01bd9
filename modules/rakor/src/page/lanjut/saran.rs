//! Requests to bodies outside and proposals to the Gubernur: written from a point, sent, answered.

use super::{butir, penyelenggara};
use crate::isi::{self, Isi};
use crate::page::dokumen::{formulir as surat_baru, surat_tentang, terbitan};
use crate::page::umum::{Sidang, buka};
use crate::page::utama::{TRAIL, frame};
use crate::rule::Tahap;
use crate::rule::lanjut::{KEADAAN, boleh_keadaan, keadaan};
use crate::rule::rakor::Rekomendasi;
use crate::store;
use crate::view::lanjut::{BarisSaran, SaranBaruView, SaranView, saran as view, saran_baru};
use host::teks::typed;
use host::{Action, Answer, Ctx, Problem, html, http, redirect, tanggal};
use kernel::Date;
use web::component::linimasa::Peristiwa;
use web::{Frame, Icon, Tone};

/// `GET /rakor/{id}/rekomendasi`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    Ok(html(halaman(ctx, &sidang, Vec::new())?))
}

fn halaman(ctx: &Ctx, sidang: &Sidang, salah: Vec<(String, String)>) -> Result<maud::Markup, Problem> {
    let r = &sidang.rakor;
    let leads = sidang.menyelenggarakan(ctx, Action::KelolaRakor) && !r.tahap.selesai();
    let writes = leads && matches!(r.tahap, Tahap::Berlangsung | Tahap::Disepakati);
    let new = |label: &str, arah: &str| {
        (label.to_owned(), web::url::link(&format!("/rakor/{}/rekomendasi/baru", r.id), &[("arah", arah)]))
    };
    let asked = |untuk: &str| r.rekomendasi.iter().any(|s| s.tanda.id == untuk);
    let letters = terbitan(ctx, sidang, asked)?;
    let of = |arah: &str| -> Vec<BarisSaran> {
        let these = r.rekomendasi.iter().filter(|s| s.isi.arah == arah);
        these
            .map(|s| BarisSaran { surat: surat_tentang(r, &letters, &s.tanda.id), ..baris(sidang, s, leads) })
            .collect()
    };
    let page = SaranView {
        kepala: sidang.kepala("/rekomendasi"),
        tambah: if writes {
            vec![new("Tulis rekomendasi", "luar"), new("Usulkan kebijakan", "gubernur")]
        } else {
            Vec::new()
        },
        luar: of("luar"),
        gubernur: of("gubernur"),
        salah,
    };
    let base = format!("/rakor/{}", r.id);
    let crumbs = [("Beranda", "/"), TRAIL, (r.pokok.judul.as_str(), base.as_str())];
    let refused = !page.salah.is_empty();
    Ok(view(&Frame { refused, ..frame(ctx, "Rekomendasi dan usul kebijakan", &crumbs) }, &page))
}

fn baris(sidang: &Sidang, s: &Rekomendasi, leads: bool) -> BarisSaran {
    let r = &sidang.rakor;
    let now = s.lanjut.last().map(|l| l.0.as_str());
    let tone = match now {
        None => Tone::Netral,
        Some("dijawab") => Tone::Ok,
        Some("ditolak") => Tone::Bahaya,
        Some(_) => Tone::Info,
    };
    let mut facts = Vec::new();
    for (label, words) in [("Fakta", &s.isi.fakta), ("Dasar hukum", &s.isi.dasar)] {
        if !words.is_empty() {
            facts.push((label.to_owned(), words.clone()));
        }
    }
    if let Some(day) = s.isi.tenggat {
        facts.push(("Jawaban diharapkan sampai".to_owned(), tanggal(day).long()));
    }
    let event = |(state, note, day, by): &(String, String, Date, crate::rule::rakor::Tanda)| Peristiwa {
        title: keadaan(Some(state)).to_owned(),
        date: Some(tanggal(*day)),
        text: note.clone(),
        by: by.oleh.clone(),
        icon: Icon::Dok,
        tone: Tone::Info,
    };
    let write = |(kata, label): &(&str, &str)| ((*label).to_owned(), surat_baru(&r.id, kata, &s.tanda.id));
    let sorts: &[(&str, &str)] = match s.isi.arah.as_str() {
        "gubernur" if r.tahap.dirumuskan() => &[],
        "gubernur" => {
            &[("surat_edaran", "Terbitkan surat edaran"), ("surat_gubernur", "Terbitkan surat Gubernur")]
        }
        _ => &[("rekomendasi", "Terbitkan surat")],
    };
    let open = KEADAAN.iter().filter(|k| leads && boleh_keadaan(now, k.0).is_ok());
    BarisSaran {
        id: s.tanda.id.clone(),
        permintaan: s.isi.permintaan.clone(),
        kepada: s.isi.kepada.clone(),
        rumusan: r.nomor(&s.isi.rumusan).map_or("Butir dicabut".into(), |n| format!("R-{n}")),
        keadaan: (keadaan(now).to_owned(), tone),
        fakta: facts,
        lanjut: s.lanjut.iter().map(event).collect(),
        pilihan: open.map(|k| (k.0.to_owned(), k.1.to_owned())).collect(),
        alamat: format!("/rakor/{}/rekomendasi/{}", r.id, s.tanda.id),
        surat: Vec::new(),
        terbitkan: sorts.iter().filter(|_| leads).map(write).collect(),
    }
}

const FIELDS: [&str; 6] = ["rumusan", "kepada", "permintaan", "fakta", "dasar", "tenggat"];

fn baru(ctx: &Ctx, sidang: &Sidang, page: SaranBaruView) -> maud::Markup {
    let base = format!("/rakor/{}", sidang.rakor.id);
    let title = if page.gubernur { "Usul kebijakan" } else { "Rekomendasi" };
    let crumbs = [("Beranda", "/"), TRAIL, (sidang.rakor.pokok.judul.as_str(), base.as_str())];
    let page = SaranBaruView {
        alamat: format!("{base}/rekomendasi/baru"),
        daftar: format!("{base}/rekomendasi"),
        rumusan: butir(&sidang.rakor),
        ..page
    };
    saran_baru(&Frame { refused: !page.salah.is_empty(), ..frame(ctx, title, &crumbs) }, &page)
}

/// `GET /rakor/{id}/rekomendasi/baru`.
pub fn formulir(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    let page = SaranBaruView {
        gubernur: ctx.query("arah") == "gubernur",
        isi: vec![("rumusan".into(), ctx.query("rumusan").to_owned())],
        ..SaranBaruView::default()
    };
    Ok(html(baru(ctx, &sidang, page)))
}

/// `POST /rakor/{id}/rekomendasi/baru`.
pub fn kirim(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    let gubernur = ctx.field("arah") == "gubernur";
    let mut salah: Vec<(String, String)> = Vec::new();
    let mut words = |name: &str, letters: std::ops::RangeInclusive<usize>| {
        let needed = *letters.start() > 0;
        let read = typed(ctx.field(name), letters.clone());
        if read.is_none() {
            let least = if needed { format!("{} sampai ", letters.start()) } else { "paling banyak ".into() };
            salah.push((
                name.to_owned(),
                format!("Isi {least}{} huruf, tanpa karakter kendali.", letters.end()),
            ));
        }
        read.unwrap_or_default()
    };
    let (kepada, permintaan) = (words("kepada", 3..=200), words("permintaan", 5..=1_000));
    let (fakta, dasar) = (words("fakta", 0..=2_000), words("dasar", 0..=300));
    let asked = ctx.field("tenggat").trim();
    let tenggat = Date::parse(asked);
    if tenggat.is_none() && !asked.is_empty() {
        salah.push((
            "tenggat".into(),
            "Tanggal tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 31-12-2026.".into(),
        ));
    }
    let rumusan = ctx.field("rumusan").to_owned();
    if let Err(t) = sidang.rakor.boleh_menurunkan(&rumusan) {
        salah.push(("rumusan".into(), t.1));
    }
    if !salah.is_empty() {
        let isi = FIELDS.iter().map(|f| ((*f).to_owned(), ctx.field(f).to_owned())).collect();
        let page = SaranBaruView { gubernur, isi, salah, ..SaranBaruView::default() };
        return Ok(http::refused(baru(ctx, &sidang, page)));
    }
    let arah = if gubernur { "gubernur" } else { "luar" }.to_owned();
    let isi = isi::Rekomendasi { rumusan: rumusan.clone(), arah, kepada, permintaan, dasar, fakta, tenggat };
    let id = sidang.rakor.id.clone();
    store::catat(&ctx.hall, &sidang.pelaku(ctx)?, &id, |rakor| {
        rakor.boleh_menurunkan(&rumusan)?;
        Ok(vec![(Isi::Rekomendasi(isi), None)])
    })?;
    Ok(redirect(&format!("/rakor/{id}/rekomendasi")))
}

/// `POST /rakor/{id}/rekomendasi/{saran}`: it went out, it came in, it was answered or refused.
pub fn lanjut(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    let nama = ctx.param("saran").to_owned();
    if !sidang.rakor.rekomendasi.iter().any(|s| s.tanda.id == nama) {
        return Err(Problem::NotFound);
    }
    let mut salah: Vec<(String, String)> = Vec::new();
    let tanggal = Date::parse(ctx.field("tanggal").trim()).filter(|day| *day <= ctx.hall.today());
    if tanggal.is_none() {
        let sentence = "Isi tanggalnya sebagai hh-bb-tttt, tidak sesudah hari ini.";
        salah.push((format!("tanggal-{nama}"), sentence.into()));
    }
    let catatan = typed(ctx.field("catatan"), 3..=1_000);
    if catatan.is_none() {
        salah.push((
            format!("catatan-{nama}"),
            "Isi nomor surat atau isi jawabannya, 3 sampai 1.000 huruf.".into(),
        ));
    }
    let (Some(tanggal), Some(catatan)) = (tanggal, catatan) else {
        return Ok(http::refused(halaman(ctx, &sidang, salah)?));
    };
    let keadaan = ctx.field("keadaan").to_owned();
    let id = sidang.rakor.id.clone();
    store::catat(&ctx.hall, &sidang.pelaku(ctx)?, &id, |rakor| {
        let now = rakor.rekomendasi.iter().find(|s| s.tanda.id == nama).and_then(|s| s.lanjut.last());
        boleh_keadaan(now.map(|l| l.0.as_str()), &keadaan)?;
        Ok(vec![(Isi::RekomendasiLanjut { rekomendasi: nama, keadaan, catatan, tanggal }, None)])
    })?;
    Ok(redirect(&format!("/rakor/{id}/rekomendasi")))
}
