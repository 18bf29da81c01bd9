//! Before the meeting: what it is, its agenda with papers, who is invited, what they answer and bring.

mod acara;
mod berkas;
mod kuasa;
mod masalah;
mod pihak;
mod pokok;
mod undangan;

use super::catat::{Siapa, atau_ulang, catat, kembali};
use super::sidang::kabar;
use super::umum::{Sidang, buka};
use crate::rule::{Peran, Rakor, Tahap};
use crate::store;
use crate::view::persiapan::{self as view, ButirView, PersiapanView};
use crate::view::ulang::Ulang;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::kalender::Kalender;
use host::{Action, Answer, Ctx, Method, Problem, Reach, Route, html, tanggal};
use kernel::Date;
use web::{Frame, Tone};

const fn get(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Get, path, action: Some(action), handler }
}

const fn post(path: &'static str, action: Action, handler: fn(&mut Ctx) -> Answer) -> Route {
    Route { method: Method::Post, path, action: Some(action), handler }
}

/// These pages.
pub const ROUTES: &[Route] = &[
    get("/rakor/{id}/persiapan", Action::Rakor, persiapan),
    post("/rakor/{id}/pokok", Action::KelolaRakor, pokok::simpan),
    post("/rakor/{id}/tata-tertib", Action::KelolaRakor, pokok::tertib),
    post("/rakor/{id}/agenda", Action::KelolaRakor, acara::simpan),
    post("/rakor/{id}/pihak", Action::KelolaRakor, pihak::tambah),
    post("/rakor/{id}/pihak/tarik", Action::KelolaRakor, pihak::tarik),
    post("/rakor/{id}/bahan", Action::KelolaRakor, pokok::bahan),
    post("/rakor/{id}/undang", Action::KelolaRakor, undangan::kirim),
    post("/rakor/{id}/batal", Action::KelolaRakor, undangan::batal),
    post("/rakor/{id}/jawaban", Action::TindakLanjut, undangan::jawab),
    Route {
        method: Method::UploadMost(berkas::MB_MAX),
        path: "/rakor/{id}/kuasa",
        action: Some(Action::TindakLanjut),
        handler: kuasa::unggah,
    },
    get("/rakor/{id}/kuasa/{pihak}", Action::Rakor, kuasa::unduh),
    get("/rakor/{id}/undangan/{berkas}", Action::Rakor, undangan::ics),
    Route {
        method: Method::UploadMost(berkas::MB_MAX),
        path: "/rakor/{id}/paparan",
        action: Some(Action::TindakLanjut),
        handler: berkas::unggah,
    },
    post("/rakor/{id}/paparan/baca", Action::TindakLanjut, berkas::baca),
    get("/rakor/{id}/berkas/{paparan}", Action::Rakor, berkas::unduh),
    get("/rakor/{id}/masalah", Action::Rakor, masalah::daftar),
    post("/rakor/{id}/masalah", Action::TindakLanjut, masalah::tulis),
    post("/rakor/{id}/masalah/kirim", Action::TindakLanjut, masalah::kirim),
    post("/rakor/{id}/masalah/dukung", Action::TindakLanjut, masalah::dukung),
    get("/rakor/masalah", Action::Rakor, masalah::cari),
];

/// What the item every rakor of a series begins with is called.
pub const RTL_DULU_JUDUL: &str = "Tindak lanjut rakor sebelumnya";

const PESAN: &[(&str, Tone, &str)] = &[
    ("pokok", Tone::Ok, "Pokok rakor tersimpan."),
    ("tertib", Tone::Ok, "Tata tertib tersimpan."),
    ("agenda", Tone::Ok, "Agenda tersimpan."),
    ("pihak", Tone::Ok, "Pihak ditambahkan."),
    ("pihak-sebagian", Tone::Awas, "Sebagian pihak sudah ada dalam daftar dan tidak ditambahkan lagi."),
    ("pihak-ada", Tone::Awas, "Semua pihak itu sudah ada dalam daftar."),
    ("ditarik", Tone::Ok, "Pihak ditarik dari daftar; yang sudah dikerjakannya tetap tersimpan."),
    ("bahan", Tone::Ok, "Permintaan bahan tersimpan."),
    ("undangan", Tone::Ok, "Undangan terkirim. Para pihak sekarang melihat rakor ini."),
    ("dibatalkan", Tone::Ok, "Rakor dibatalkan."),
    ("jawaban", Tone::Ok, "Jawaban undangan tersimpan."),
    ("kuasa", Tone::Ok, "Surat tugas atau kuasa tersimpan."),
    ("paparan", Tone::Ok, "Paparan tersimpan."),
    ("dibaca", Tone::Ok, "Tercatat sudah dibaca."),
];

/// Agenda as it is read out: time and title.
pub fn mata_acara(rakor: &Rakor) -> Vec<(String, String)> {
    let first = (!rakor.pokok.sebelumnya.is_empty()).then(|| (String::new(), RTL_DULU_JUDUL.to_owned()));
    first.into_iter().chain(rakor.agenda.iter().map(|a| (a.pukul.clone(), a.judul.clone()))).collect()
}

/// `GET /rakor/{id}/persiapan`.
fn persiapan(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    Ok(html(halaman(ctx, &sidang, Ulang::default(), None)?))
}

/// Back to the page with a word on what was done; or the page again with what was typed and, beside `ruas`,
/// why it was refused.
fn selesai<T>(ctx: &Ctx, ruas: &str, pesan: &str, done: Result<T, Problem>) -> Answer {
    match atau_ulang(ctx, ruas, done)? {
        Ok(_) => kembali(ctx, "persiapan", pesan),
        Err(ulang) => {
            let sidang = buka(ctx)?;
            let status = if ulang.bentrok { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let page = halaman(ctx, &sidang, ulang, pokok::terisi(ctx))?;
            Ok((status, html(page)).into_response())
        }
    }
}

/// The page; `pokok` are particulars as typed when they were refused.
fn halaman(
    ctx: &Ctx,
    sidang: &Sidang,
    ulang: Ulang,
    pokok: Option<pokok::Ruas>,
) -> Result<maud::Markup, Problem> {
    let rakor = &sidang.rakor;
    let leads = sidang.menyelenggarakan(ctx, Action::KelolaRakor);
    let answers = ctx.visitor()?.reach(Action::TindakLanjut) != Reach::None;
    let today = ctx.hall.today();
    let templat = rakor.templat();
    let page = PersiapanView {
        kepala: sidang.kepala("/persiapan"),
        kabar: kabar(ctx, PESAN),
        salah: ulang.salah.clone(),
        ulang,
        versi: [rakor.versi_pokok.clone(), rakor.versi_agenda.clone()],
        kini: pokok::ruas(rakor),
        belum_undang: if leads && rakor.tahap == Tahap::Rancangan {
            rakor.boleh_tahap(Tahap::Diundang).err().map_or(String::new(), |t| t.1)
        } else {
            String::new()
        },
        alamat: format!("/rakor/{}", rakor.id),
        siapkan: leads && rakor.boleh_disiapkan().is_ok(),
        undang: leads && rakor.boleh_tahap(Tahap::Diundang).is_ok(),
        batal: leads && rakor.boleh_tahap(Tahap::Dibatalkan).is_ok(),
        pokok: pokok.unwrap_or_else(|| pokok::ruas(rakor)),
        tertib: pokok::isian_tertib(ctx, rakor),
        peringatan: if rakor.boleh_disiapkan().is_ok() {
            peringatan(ctx, rakor.pokok.tanggal, today)
        } else {
            None
        },
        rtl_dulu: rtl_dulu(ctx, sidang)?,
        agenda: rakor
            .agenda
            .iter()
            .map(|a| ButirView {
                id: a.id.clone(),
                pukul: a.pukul.clone(),
                judul: a.judul.clone(),
                penyaji: a.penyaji.clone(),
                paparan: berkas::daftar(sidang, &a.id, answers),
            })
            .collect(),
        pihak: pihak::daftar(ctx, sidang, leads, answers)?,
        instansi: sidang.world.tenants.iter().map(|t| (t.id.clone(), t.nama.clone())).collect(),
        peran: templat.pihak.clone(),
        luar: templat.luar.clone(),
        bahan: rakor.bahan.as_ref().map(|b| (tanggal(b.0), b.1.clone())),
        hari_ini: Some(tanggal(today)),
        paparan: berkas::daftar(sidang, "", answers),
        unggah: answers && !rakor.tahap.selesai() && (leads || rakor.ikut(&sidang.instansi)),
        bagikan: if rakor.tahap == Tahap::Diundang { undangan::bagikan(ctx, rakor) } else { String::new() },
    };
    let frame = Frame { refused: !page.salah.is_empty(), ..super::sidang::bingkai(ctx, "Persiapan", rakor) };
    Ok(view::persiapan(&frame, &page))
}

/// What to look at twice about the day.
fn peringatan(ctx: &Ctx, day: Option<Date>, today: Date) -> Option<String> {
    let day = day?;
    if day < today {
        return Some("Tanggal rakor sudah lewat.".into());
    }
    match Kalender::of(&ctx.hall).bekerja(day) {
        Ok(true) => None,
        Ok(false) => Some(format!("{} bukan hari kerja.", tanggal(day).long())),
        Err(missing) => Some(format!("Belum dapat diperiksa: {missing}.")),
    }
}

/// What the rakor before left open, for whoever may read that one; `None` when there is none before.
fn rtl_dulu(ctx: &Ctx, sidang: &Sidang) -> Result<Option<Vec<(String, String)>>, Problem> {
    let before = &sidang.rakor.pokok.sebelumnya;
    if before.is_empty() {
        return Ok(None);
    }
    let Some(before) = ctx.hall.with(|conn| store::satu(conn, before))? else { return Ok(Some(Vec::new())) };
    // Its open items are on this agenda: whoever is invited here reads them, as the meeting will.
    let open = before.rtl.iter().filter(|r| r.terbuka()).map(|r| {
        let due = r.isi.tenggat.map_or(String::new(), |d| format!(" · tenggat {}", tanggal(d).short()));
        (r.isi.uraian.clone(), format!("{}{due}", sidang.nama(&r.isi.instansi)))
    });
    Ok(Some(open.collect()))
}

/// Whether the visitor is of the convener.
fn penyelenggara(sidang: &Sidang) -> bool {
    sidang.peran() == Peran::Penyelenggara
}
