//! Positions officials chose where the law has several: who may read one, whether the law still reads as it
//! did then, and how programs get it. Pages, letters, receipts and the API take it from here.

use kernel::{Date, Stamp};
use law::receipt::{Tertutup, versions};
use law::{Ask, Pack};
use serde_json::{Value as Json, json};
use store::pejabat::tafsir::Pilihan;

/// What was known by a moment of choices about a person, oldest first. Of a norm about which one entry
/// rests on closed facts, a reader who may not see those learns nothing.
pub fn visible(mut all: Vec<Pilihan>, known: Stamp, discipline: bool) -> Vec<Pilihan> {
    let closed = |p: &Pilihan| !discipline && Tertutup::parse(&p.tertutup) == Tertutup::Dipakai;
    let hidden: Vec<String> = all.iter().filter(|p| closed(p)).map(|p| p.norma.clone()).collect();
    all.retain(|p| p.recorded <= known && !hidden.contains(&p.norma));
    all
}

/// The last entry about a norm.
pub fn last<'p>(all: &'p [Pilihan], norma: &str) -> Option<&'p Pilihan> {
    all.iter().rev().find(|p| p.norma == norma)
}

/// The choice that stands for a norm; none when the last one was taken back.
pub fn in_force<'p>(all: &'p [Pilihan], norma: &str) -> Option<&'p Pilihan> {
    last(all, norma).filter(|p| p.posisi.is_some())
}

/// Hash of all a norm is read from on a law date; the same as long as it reads the same.
pub fn sidik(pack: &Pack, kunci: &str, hukum: Date, wilayah: Option<&str>) -> [u8; 32] {
    let ask = Ask { wilayah, ..Ask::on(kunci, hukum) };
    let lines = versions(pack, &ask)
        .iter()
        .map(|v| format!("{} {} {} {}\n", v.jenis.word(), v.kunci, v.hukum, law::json::hex(&v.isi.sidik)))
        .collect::<String>();
    store::berkas::sha256(lines.as_bytes())
}

/// Whether the norm reads differently now than when the position was chosen.
pub fn reads_differently(pack: &Pack, pilihan: &Pilihan, wilayah: Option<&str>) -> bool {
    let chosen = pilihan.posisi.as_ref().filter(|p| p.paket != pack.hash);
    chosen.is_some_and(|p| sidik(pack, &pilihan.norma, p.hukum, wilayah) != p.sidik)
}

/// A choice in force for programs and receipts; nothing for one taken back.
pub fn json(pack: &Pack, pilihan: &Pilihan, wilayah: Option<&str>) -> Option<Json> {
    let posisi = pilihan.posisi.as_ref()?;
    Some(json!({
        "norma": pilihan.norma,
        "posisi": posisi.kunci,
        "bunyi": posisi.bunyi,
        "jawaban": posisi.jawaban,
        "pejabat": pilihan.pejabat,
        "oleh": pilihan.by,
        "dicatat": crate::api::time(pilihan.recorded),
        "alasan": pilihan.alasan,
        "nomor": pilihan.nomor,
        "tanggal": pilihan.tanggal.map(|day| day.to_string()),
        "berlaku": posisi.berlaku.to_string(),
        "hukum": posisi.hukum.to_string(),
        "norma_berubah": reads_differently(pack, pilihan, wilayah),
        "entri": pilihan.entry.to_string(),
    }))
}
