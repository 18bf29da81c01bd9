//! The agenda, in the order of its numbers.

use super::super::catat::{sama_versi, satu_baris, semua};
use super::pokok::pukul;
use super::{Siapa, catat, selesai};
use crate::isi::{ButirAgenda, Isi};
use crate::rule::{Rakor, Tolak};
use host::{Answer, Ctx};

/// Items an agenda may have.
const MOST: usize = 40;

/// `POST /rakor/{id}/agenda`. A row without a title is none; ids stay with their items.
pub fn simpan(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let read = match baca(ctx) {
        Ok(read) => read,
        Err((field, wrong)) => return selesai::<()>(ctx, &field, "agenda", Err(wrong.into())),
    };
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_disiapkan()?;
        sama_versi(ctx.field("versi"), &rakor.versi_agenda)?;
        Ok(vec![(Isi::Agenda { butir: bernama(rakor, read) }, None)])
    });
    selesai(ctx, "judul-0", "agenda", done)
}

/// Each item with the name it had, or one no item has had: papers and minutes of a former item stay with it.
fn bernama(rakor: &Rakor, read: Vec<ButirAgenda>) -> Vec<ButirAgenda> {
    let mut items: Vec<ButirAgenda> = Vec::with_capacity(read.len());
    for mut item in read {
        let known = rakor.agenda.iter().any(|a| a.id == item.id);
        if !known || items.iter().any(|i| i.id == item.id) {
            let used =
                |id: &String| rakor.agenda.iter().chain(&items).any(|a| a.id == *id) || dipakai(rakor, id);
            item.id = (1..).map(|n| format!("a{n}")).find(|id| !used(id)).unwrap_or_default();
        }
        items.push(item);
    }
    items
}

/// Whether anything stands under this item.
fn dipakai(rakor: &Rakor, id: &str) -> bool {
    rakor.notulen.iter().any(|p| p.agenda == id)
        || rakor.paparan.iter().any(|p| p.isi.agenda == id)
        || rakor.rumusan.iter().any(|r| r.agenda == id)
        || rakor.usul.iter().any(|u| u.agenda == id)
}

/// The rows of the form, or which field is wrong.
fn baca(ctx: &Ctx) -> Result<Vec<ButirAgenda>, (String, Tolak)> {
    let (ids, orders) = (semua(ctx, "butir"), semua(ctx, "urut"));
    let (times, titles, people) = (semua(ctx, "pukul"), semua(ctx, "judul"), semua(ctx, "penyaji"));
    if titles.len() > MOST {
        let sentence = format!("Agenda paling banyak {MOST} mata acara.");
        return Err(("judul-0".to_owned(), Tolak("RAKOR-26", sentence)));
    }
    let at = |list: &[&str], n: usize| list.get(n).map_or(String::new(), |t| (*t).to_owned());
    let mut items: Vec<(u32, ButirAgenda)> = Vec::new();
    for (n, title) in titles.iter().enumerate() {
        let judul = satu_baris(title, "Judul mata acara").map_err(|t| (format!("judul-{n}"), t))?;
        if judul.is_empty() {
            continue;
        }
        let typed = at(&times, n);
        let time = pukul(&typed).ok_or_else(|| {
            let sentence = format!("Pukul \"{typed:.20}\" tidak terbaca. Tulis misalnya 09.30.");
            (format!("pukul-{n}"), Tolak("RAKOR-26", sentence))
        })?;
        let penyaji = satu_baris(&at(&people, n), "Penyaji").map_err(|t| (format!("penyaji-{n}"), t))?;
        let order = at(&orders, n).trim().parse().unwrap_or(u32::MAX);
        items.push((order, ButirAgenda { id: at(&ids, n), pukul: time, judul, penyaji }));
    }
    // Of two with the same number the one that stood first stays first.
    items.sort_by_key(|i| i.0);
    Ok(items.into_iter().map(|i| i.1).collect())
}
