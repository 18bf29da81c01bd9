//! `/rakor/{id}/dokumen`: letters and records of a rakor, issued as PDF with a code anybody can check.

mod daftar;
mod terbit;

use super::umum::{Sidang, buka};
use super::utama::{TRAIL, frame};
use crate::naskah::{Isian, Pilihan, dicari, pilihan};
use crate::view::dokumen as view;
use host::teks::typed;
use host::{Action, Answer, Ctx, Method, Problem, Route, html, http};
use web::Frame;

pub(super) use daftar::{surat_tentang, terbitan};

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/rakor/{id}/dokumen", action: Some(Action::Rakor), handler: lihat },
    Route {
        method: Method::Post,
        path: "/rakor/{id}/dokumen",
        action: Some(Action::KelolaRakor),
        handler: kirim,
    },
];

/// Letters each field of the form may have.
const LETTERS_MOST: usize = 120;

/// What was typed about a letter, and what is wrong with it.
#[derive(Default)]
struct Formulir {
    jenis: String,
    isian: Isian,
    salah: Vec<(String, String)>,
}

/// The form that begins with a letter about something.
pub(super) fn formulir(rakor: &str, kata: &str, untuk: &str) -> String {
    let form = web::url::link(&format!("/rakor/{rakor}/dokumen"), &[("jenis", &format!("{kata}:{untuk}"))]);
    form + "#terbitkan"
}

/// `GET /rakor/{id}/dokumen`; `jenis` is the letter the form begins with.
fn lihat(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let jenis = ctx.query("jenis").to_owned();
    halaman(ctx, &sidang, Formulir { jenis, ..Formulir::default() })
}

fn halaman(ctx: &Ctx, sidang: &Sidang, form: Formulir) -> Answer {
    let page = daftar::susun(ctx, sidang, &form)?;
    let crumbs = [("Beranda", "/"), TRAIL];
    if form.salah.is_empty() {
        return Ok(html(view::dokumen(&frame(ctx, "Dokumen rakor", &crumbs), &page)));
    }
    let frame = Frame { refused: true, ..frame(ctx, "Dokumen rakor", &crumbs) };
    Ok(http::refused(view::dokumen(&frame, &page)))
}

/// `POST /rakor/{id}/dokumen`: `langkah` says whether it is only looked at.
fn kirim(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    if !sidang.menyelenggarakan(ctx, Action::KelolaRakor) {
        return Err(Problem::Forbidden);
    }
    let only_looks = ctx.field("langkah") == "pratinjau";
    let mut form = Formulir { jenis: ctx.field("jenis").to_owned(), ..Formulir::default() };
    let offered = pilihan(&sidang.rakor, &|id| sidang.nama(id).to_owned());
    let asked = dicari(&offered, &form.jenis);
    form.isi(ctx, asked.as_ref().ok().filter(|_| !only_looks));
    let asked = match asked {
        Ok(asked) if form.salah.is_empty() => asked,
        Ok(_) => return halaman(ctx, &sidang, form),
        Err(sentence) => {
            form.salah.push(("jenis".into(), sentence));
            return halaman(ctx, &sidang, form);
        }
    };
    let made = terbit::tulis(ctx, &sidang, &form.isian, &asked)?;
    match made {
        Err(sentence) => {
            form.salah.push(("jenis".into(), sentence));
            halaman(ctx, &sidang, form)
        }
        Ok(letters) if only_looks => terbit::pratinjau(ctx, &letters),
        Ok(letters) => terbit::terbitkan(ctx, &sidang, &asked, &letters),
    }
}

impl Formulir {
    /// Reads what was typed; what a letter that is issued needs is asked for.
    fn isi(&mut self, ctx: &Ctx, issued: Option<&Pilihan>) {
        let signed = issued.is_some_and(|asked| asked.jenis.ditandatangani);
        let mut read = |name: &str, label: &str, needed: bool| {
            let value = ctx.field(name).trim().to_owned();
            if value.is_empty() {
                if needed {
                    self.salah.push((name.into(), format!("Isi {label}.")));
                }
            } else if value.chars().count() > LETTERS_MOST {
                self.salah.push((name.into(), format!("Paling panjang {LETTERS_MOST} huruf.")));
            } else if typed(&value, 1..=LETTERS_MOST).is_none() {
                self.salah.push((name.into(), "Hapus karakter yang tidak dapat dicetak.".into()));
            }
            value
        };
        self.isian = Isian {
            nomor: read("nomor", "nomor surat", signed),
            tempat: read("tempat", "tempat surat dibuat", issued.is_some()),
            perangkat: read("perangkat", "perangkat daerah pada kop", issued.is_some()),
            alamat: read("alamat", "alamat pada kop", false),
            atas_nama: read("atas_nama", "atas nama", false),
            nama: read("nama", "nama penanda tangan", signed),
            jabatan: read("jabatan", "jabatan penanda tangan", signed),
            pangkat: read("pangkat", "pangkat penanda tangan", false),
            nip: read("nip", "NIP penanda tangan", false),
        };
    }
}
