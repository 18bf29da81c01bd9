//! What every page of one rakor begins with: the rakor as it is, who asks, and the head of the page.

use crate::rule::{Peran, Rakor, Tahap};
use crate::store;
use crate::view::kepala::{Kepala, Langkah};
use host::peristiwa::Pelaku;
use host::{Action, Ctx, Problem, World, tanggal};
use std::sync::Arc;
use web::Tone;
use web::component::langkah::Keadaan;
use web::component::tab::Tab;

/// One rakor, read for one visitor.
pub struct Sidang {
    /// As it is now.
    pub rakor: Rakor,
    /// The present: names of instansi.
    pub world: Arc<World>,
    /// The visitor's own instansi; empty for those who serve all of them.
    pub instansi: String,
}

/// The rakor of the address. One the visitor may not read looks like one that does not exist.
///
/// # Errors
/// Not found, or storage failed.
pub fn buka(ctx: &Ctx) -> Result<Sidang, Problem> {
    let id = ctx.param("id");
    let rakor = ctx.hall.with(|conn| store::satu(conn, id))?.ok_or(Problem::NotFound)?;
    let instansi = ctx.visitor()?.instansi.clone();
    if !rakor.terlihat(&instansi) {
        return Err(Problem::NotFound);
    }
    let then = match rakor.batas_baca(&instansi) {
        Some(last) => ctx.hall.with(|conn| store::sesudah(conn, id, last))?,
        None => None,
    };
    let mut sidang = Sidang { rakor: then.unwrap_or(rakor), world: ctx.present()?, instansi };
    sidang.rakor.tutupi(&sidang.instansi);
    Ok(sidang)
}

impl Sidang {
    /// What the visitor's instansi is to it.
    pub fn peran(&self) -> Peran {
        self.rakor.peran(&self.instansi)
    }

    /// What an instansi is called.
    pub fn nama<'s>(&'s self, instansi: &'s str) -> &'s str {
        nama(&self.world, instansi)
    }

    /// Whether the visitor is of the convener and may do this.
    pub fn menyelenggarakan(&self, ctx: &Ctx, action: Action) -> bool {
        let may = ctx.visitor.as_ref().is_some_and(|v| v.reach(action) != host::Reach::None);
        may && self.peran() == Peran::Penyelenggara
    }

    /// Whose act something recorded here is: the visitor's instansi, the convener's for those who serve all.
    pub fn pelaku(&self, ctx: &Ctx) -> Result<Pelaku, Problem> {
        Ok(Pelaku::of(ctx.visitor()?, &self.rakor.instansi))
    }

    /// The head of its pages; `kini` is the address of the tab shown.
    pub fn kepala(&self, kini: &str) -> Kepala {
        let r = &self.rakor;
        let day = r.pokok.tanggal.map_or("tanggal belum ditetapkan".to_owned(), |d| tanggal(d).long());
        let mut facts = vec![day];
        for more in [r.pokok.tempat.as_str(), r.pokok.pimpinan.as_str()] {
            if !more.is_empty() {
                facts.push(more.to_owned());
            }
        }
        facts.push(format!("{} · {}", r.templat().nama, self.nama(&r.instansi)));
        Kepala {
            judul: r.pokok.judul.clone(),
            keterangan: facts.join(" · "),
            langkah: langkah(r),
            kuorum: r
                .kuorum()
                .filter(|_| r.rumusan_terbuka())
                .map(|k| (if k.tercapai() { Tone::Ok } else { Tone::Awas }, k.kalimat())),
            batal: (r.tahap == Tahap::Dibatalkan).then(|| r.alasan_batal.clone()),
            tab: tab(r, kini),
        }
    }
}

/// What an instansi is called; its id when it is not served here.
pub fn nama<'w>(world: &'w World, instansi: &'w str) -> &'w str {
    world.tenants.iter().find(|t| t.id == instansi).map_or(instansi, |t| t.nama.as_str())
}

fn langkah(r: &Rakor) -> Vec<Langkah> {
    let day = |tahap| r.sejak(tahap).map(|t| tanggal(t.pada.date_wib()).short());
    let open = r.rtl.iter().filter(|rtl| rtl.terbuka()).count();
    let notes = [
        (Tahap::Diundang, "Undangan", format!("{} pihak", r.undangan().count())),
        (Tahap::Berlangsung, "Pelaksanaan", format!("{} hadir", r.peserta().count())),
        (Tahap::Disepakati, "Rumusan disepakati", format!("{} butir", r.butir().count())),
        (Tahap::Ditutup, "Ditutup", if open > 0 { format!("{open} RTL terbuka") } else { String::new() }),
    ];
    let now = if r.tahap == Tahap::Rancangan { Tahap::Diundang } else { r.tahap };
    let step = |(tahap, label, note): (Tahap, &'static str, String)| {
        let keadaan = match tahap {
            t if t < now || r.tahap == Tahap::Ditutup => Keadaan::Selesai,
            t if t == now => Keadaan::Kini,
            _ => Keadaan::Nanti,
        };
        let note = match day(tahap) {
            Some(day) if note.is_empty() => day,
            Some(day) => format!("{day} · {note}"),
            None => note,
        };
        Langkah { label, note, keadaan }
    };
    notes.map(step).to_vec()
}

fn tab(r: &Rakor, kini: &str) -> Vec<Tab> {
    let tabs: [(&str, &str, Option<usize>); 9] = [
        ("Alur", "", None),
        ("Persiapan", "/persiapan", None),
        ("Masalah", "/masalah", None),
        ("Notulen", "/notulen", None),
        ("Rumusan", "/rumusan", Some(r.butir().count()).filter(|n| *n > 0)),
        ("Papan RTL", "/rtl", Some(r.rtl.len()).filter(|n| *n > 0)),
        ("Rekomendasi", "/rekomendasi", Some(r.rekomendasi.len()).filter(|n| *n > 0)),
        ("Dokumen", "/dokumen", Some(r.dokumen.len()).filter(|n| *n > 0)),
        ("Daftar hadir", "/hadir", Some(r.peserta().count()).filter(|n| *n > 0)),
    ];
    let tab = |(label, path, count): (&str, &str, Option<usize>)| Tab {
        label: label.to_owned(),
        href: format!("/rakor/{}{path}", r.id),
        count: count.map(|n| n as u64),
        warn: false,
        current: path == kini,
    };
    tabs.map(tab).to_vec()
}
