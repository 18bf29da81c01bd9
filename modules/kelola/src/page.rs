//! `/langkah-pertama`.

mod lengkap;
mod lengkap_view;

pub use lengkap::{form as complete, record as declare_complete};

use crate::rule::{self, Counts, Step};
use crate::store;
use crate::view::{self, CadanganTerakhir, Langkah, LangkahPertamaView};
use host::cadangan::{Backup, OLD_DAYS};
use host::{Action, Answer, Ctx, World, html, tanggal};
use web::format::angka;

/// `GET /langkah-pertama`.
pub fn first_steps(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let (accounts, last) =
        ctx.hall.with(|conn| Ok((store::active_accounts(conn)?, host::cadangan::last(conn)?)))?;
    let days = last.as_ref().map(|b| ctx.hall.today().days() - b.made.date_wib().days());
    let counts = Counts { accounts, backup_days: days, ..counts(ctx, &world) };
    let steps = rule::STEPS.map(|step| langkah(step, &counts));
    let backup = last.map(|b| backup(&b, days.unwrap_or(0)));
    let page = LangkahPertamaView { steps: steps.to_vec(), backup, old_days: OLD_DAYS };
    Ok(html(view::langkah_pertama(&ctx.frame("Langkah pertama", &[("Beranda", "/")]), &page)))
}

/// Counts of what this visitor serves.
fn counts(ctx: &Ctx, world: &World) -> Counts {
    let own = ctx.visitor.as_ref().map_or("", |v| v.instansi.as_str());
    let served = || world.organisations.iter().filter(|(id, _)| own.is_empty() || *id == own).map(|o| o.1);
    let units = served().filter(|o| o.has_list).map(|o| o.units.len() as u64).sum();
    let posts = served().flat_map(|o| &o.posts).filter(|p| !p.derived).count() as u64;
    let sees = ctx.sees_with(world, Some(Action::DaftarPegawai));
    let people = (0..world.register.len()).filter(|i| sees(*i)).count() as u64;
    Counts { units, posts, people, ..Counts::default() }
}

/// A step in words, and where it is done.
fn langkah(step: Step, counts: &Counts) -> Langkah {
    let (label, why, href, count) = match step {
        Step::Unor => (
            "Unggah daftar unor",
            "Pegawai lalu tampil menurut perangkat daerah dan unitnya.",
            "/impor/unggah?jenis=unor",
            format!("{} unit", angka(counts.units)),
        ),
        Step::Peta => (
            "Unggah peta jabatan",
            "Jabatan yang lowong dan yang berlebih lalu terlihat.",
            "/impor/unggah?jenis=peta",
            format!("{} jabatan", angka(counts.posts)),
        ),
        Step::Nominatif => (
            "Unggah nominatif SIASN",
            "Satu berkas mengisi Data Pegawai dan mulai memeriksa datanya.",
            "/impor/unggah?jenis=nominatif",
            format!("{} pegawai", angka(counts.people)),
        ),
        Step::Pengguna => (
            "Buat akun petugas",
            "Satu akun untuk satu orang; perannya menentukan apa yang dapat dilihat dan dicatat.",
            "/pengguna/baru",
            format!("{} akun aktif", angka(counts.accounts)),
        ),
        Step::Cadangan => (
            "Buat cadangan pertama",
            "Satu berkas yang menghidupkan kembali simpul ini di server lain.",
            "/panduan/cadangan",
            counts.backup_days.map_or(String::new(), view::age),
        ),
    };
    Langkah { label, why, href, count, done: rule::done(step, counts, OLD_DAYS) }
}

fn backup(last: &Backup, days: i32) -> CadanganTerakhir {
    let wib = last.made.wib();
    let time = wib.split(' ').nth(1).unwrap_or("");
    CadanganTerakhir {
        name: last.name.clone(),
        when: format!("{}, {time} WIB", tanggal(last.made.date_wib()).long()),
        days,
        by: last.by.clone(),
        size: last.size,
        hash: ::store::derive::hex(&last.hash),
    }
}
