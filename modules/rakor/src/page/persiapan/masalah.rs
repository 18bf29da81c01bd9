//! Problems and good practices: drafts of an instansi, sent, read by all once the meeting has begun, and
//! found again years later.

use super::super::catat::{baris, satu_baris, teks};
use super::super::sidang::bingkai;
use super::super::umum::{Sidang, buka};
use super::super::utama::{TRAIL, frame, terlihat};
use super::{Siapa, catat, kabar, kembali};
use crate::isi::{self, Isi};
use crate::rule::rakor::Masalah;
use crate::rule::{Rakor, Tahap, Tolak};
use crate::view::masalah::{self as view, CariView, IsianMasalah, MasalahBaris, MasalahView};
use host::{Action, Answer, Ctx, Problem, Reach, html, http, tanggal};
use web::{Frame, Tone};

const PESAN: &[(&str, Tone, &str)] = &[
    ("draf", Tone::Ok, "Draf tersimpan. Hanya instansi Anda yang melihatnya sampai dikirim."),
    ("dikirim", Tone::Ok, "Terkirim kepada penyelenggara."),
    ("didukung", Tone::Ok, "Tercatat: juga di instansi Anda."),
];

/// Found items one page shows.
const SHOWN: usize = 50;

/// Whether drafts may still be written and sent.
fn boleh_ditulis(rakor: &Rakor) -> Result<(), Tolak> {
    if rakor.tahap.dirumuskan() {
        return Ok(());
    }
    Err(Tolak("RAKOR-15", "Masalah dan praktik baik ditulis sampai rumusan disepakati.".into()))
}

/// `GET /rakor/{id}/masalah`.
pub fn daftar(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let asked = ctx.query("ubah");
    let own = sidang.rakor.masalah.iter().find(|m| m.tanda.id == asked && milik(&sidang, m));
    let isian = own.map(|m| IsianMasalah {
        mengganti: m.tanda.id.clone(),
        jenis: if m.isi.praktik_baik { "praktik" } else { "masalah" }.into(),
        uraian: m.isi.uraian.clone(),
        sebab: m.isi.sebab.clone(),
        usul: m.isi.usul.clone(),
        bidang: m.isi.bidang.clone(),
        salah: Vec::new(),
    });
    Ok(html(halaman(ctx, &sidang, isian.unwrap_or_default())?))
}

fn milik(sidang: &Sidang, m: &Masalah) -> bool {
    m.tanda.instansi == bertindak(sidang)
}

/// Whose act something is here: the own instansi's, the convener's for those who serve all.
fn bertindak(sidang: &Sidang) -> &str {
    if sidang.instansi.is_empty() { &sidang.rakor.instansi } else { &sidang.instansi }
}

fn halaman(ctx: &Ctx, sidang: &Sidang, isian: IsianMasalah) -> Result<maud::Markup, Problem> {
    let rakor = &sidang.rakor;
    let own = bertindak(sidang);
    let answers = ctx.visitor()?.reach(Action::TindakLanjut) != Reach::None && rakor.ikut(own);
    let tulis = answers && boleh_ditulis(rakor).is_ok();
    let seen: Vec<&Masalah> = rakor.masalah_untuk(own).collect();
    let mut owners: Vec<&str> = seen.iter().map(|m| m.tanda.instansi.as_str()).collect();
    let code = |id: &str| sidang.world.organisations.get(id).map_or("", |o| o.wilayah.as_str());
    owners.sort_by_key(|id| (code(id).is_empty(), code(id), sidang.nama(id)));
    owners.dedup();
    let row = |m: &Masalah| MasalahBaris {
        draf: !m.dikirim,
        dukung: answers && m.dikirim && m.tanda.instansi != own && !m.dukungan.contains(own),
        ubah: tulis && m.tanda.instansi == own,
        ..satu(m)
    };
    let of = |owner: &str| seen.iter().filter(|m| m.tanda.instansi == owner).map(|m| row(m)).collect();
    let page = MasalahView {
        kepala: sidang.kepala("/masalah"),
        kabar: kabar(ctx, PESAN),
        alamat: format!("/rakor/{}", rakor.id),
        daerah: owners.iter().map(|owner| (sidang.nama(owner).to_owned(), of(owner))).collect(),
        draf: if tulis { seen.iter().filter(|m| m.tanda.instansi == own && !m.dikirim).count() } else { 0 },
        tulis,
        isian,
    };
    let frame =
        Frame { refused: !page.isian.salah.is_empty(), ..bingkai(ctx, "Masalah dan praktik baik", rakor) };
    Ok(view::masalah(&frame, &page))
}

fn satu(m: &Masalah) -> MasalahBaris {
    MasalahBaris {
        id: m.tanda.id.clone(),
        praktik_baik: m.isi.praktik_baik,
        uraian: m.isi.uraian.clone(),
        sebab: m.isi.sebab.clone(),
        usul: m.isi.usul.clone(),
        bidang: m.isi.bidang.clone(),
        dukungan: m.dukungan.len(),
        ..MasalahBaris::default()
    }
}

/// `POST /rakor/{id}/masalah`: a draft, or another text of one that is there.
pub fn tulis(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let mut isian = IsianMasalah {
        mengganti: ctx.field("mengganti").to_owned(),
        jenis: ctx.field("jenis").to_owned(),
        uraian: ctx.field("uraian").to_owned(),
        sebab: ctx.field("sebab").to_owned(),
        usul: ctx.field("usul").to_owned(),
        bidang: ctx.field("bidang").to_owned(),
        salah: Vec::new(),
    };
    match baca(&isian) {
        Err(salah) => isian.salah = salah,
        Ok(masalah) => {
            let done = catat(ctx, Siapa::Peserta, |rakor, own| {
                boleh_ditulis(rakor)?;
                let mine = |m: &Masalah| m.tanda.id == masalah.mengganti && m.tanda.instansi == own;
                if !masalah.mengganti.is_empty() && !rakor.masalah.iter().any(mine) {
                    return Err(Tolak("RAKOR-20", "Butir ini bukan milik instansi Anda.".into()));
                }
                rakor.muat_masalah(&masalah, own)?;
                Ok(vec![(Isi::Masalah(masalah), None)])
            });
            match done {
                Ok(_) => return kembali(ctx, "masalah", "draf"),
                Err(Problem::Refused(_, sentence)) => isian.salah.push(("uraian".into(), sentence)),
                Err(other) => return Err(other),
            }
        }
    }
    let sidang = buka(ctx)?;
    Ok(http::refused(halaman(ctx, &sidang, isian)?))
}

fn baca(isian: &IsianMasalah) -> Result<isi::Masalah, Vec<(String, String)>> {
    let mut salah = Vec::new();
    let mut keep = |name: &str, read: Result<String, Tolak>| {
        read.unwrap_or_else(|Tolak(_, sentence)| {
            salah.push((name.to_owned(), sentence));
            String::new()
        })
    };
    let long = |text: &str| if text.trim().is_empty() { Ok(String::new()) } else { teks(text) };
    let masalah = isi::Masalah {
        mengganti: isian.mengganti.clone(),
        praktik_baik: isian.jenis == "praktik",
        uraian: keep("uraian", teks(&isian.uraian)),
        sebab: keep("sebab", long(&isian.sebab)),
        usul: keep("usul", long(&isian.usul)),
        bidang: keep("bidang", satu_baris(&isian.bidang, "Kata kunci")),
        indikator: String::new(),
    };
    if salah.is_empty() { Ok(masalah) } else { Err(salah) }
}

/// `POST /rakor/{id}/masalah/kirim`: every draft of the own instansi.
pub fn kirim(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    catat(ctx, Siapa::Peserta, |rakor, own| {
        boleh_ditulis(rakor)?;
        let drafts = rakor.masalah.iter().filter(|m| m.tanda.instansi == own && !m.dikirim);
        let masalah: Vec<String> = drafts.map(|m| m.tanda.id.clone()).collect();
        Ok(if masalah.is_empty() { Vec::new() } else { vec![(Isi::MasalahDikirim { masalah }, None)] })
    })?;
    kembali(ctx, "masalah", "dikirim")
}

/// `POST /rakor/{id}/masalah/dukung`.
pub fn dukung(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let masalah = baris(ctx, "masalah", "Butir")?;
    catat(ctx, Siapa::Peserta, |rakor, own| {
        let there = rakor.masalah_untuk(own).find(|m| m.tanda.id == masalah && m.tanda.instansi != own);
        let Some(there) = there else {
            return Err(Tolak("RAKOR-20", "Butir ini tidak ada. Muat ulang halaman.".into()));
        };
        let again = there.dukungan.contains(own);
        Ok(if again { Vec::new() } else { vec![(Isi::MasalahDidukung { masalah }, None)] })
    })?;
    kembali(ctx, "masalah", "didukung")
}

/// `GET /rakor/masalah?kata=`: over every rakor the visitor may read; who solved it comes first.
pub fn cari(ctx: &mut Ctx) -> Answer {
    let kata = ctx.query("kata").chars().take(200).collect::<String>();
    let own = ctx.visitor()?.instansi.clone();
    let world = ctx.present()?;
    let all = terlihat(ctx)?;
    let wanted: Vec<String> = kata.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<MasalahBaris> = Vec::new();
    for rakor in all.iter().filter(|r| r.tahap != Tahap::Dibatalkan) {
        let own = if own.is_empty() { &rakor.instansi } else { &own };
        let day = rakor.pokok.tanggal.map_or(String::new(), |d| format!(", {}", tanggal(d).short()));
        for m in rakor.masalah_untuk(own).filter(|m| m.dikirim && cocok(m, &wanted)) {
            let who = super::super::umum::nama(&world, &m.tanda.instansi);
            found.push(MasalahBaris {
                asal: format!("{who} · {}{day}", rakor.pokok.judul),
                href: format!("/rakor/{}/masalah", rakor.id),
                ..satu(m)
            });
        }
    }
    // Rakor come newest first; a practice answers the question, a problem only shares it.
    found.sort_by_key(|m| !m.praktik_baik);
    let lagi = found.len().saturating_sub(SHOWN);
    found.truncate(SHOWN);
    let title = "Siapa sudah pernah menyelesaikan ini?";
    Ok(html(view::cari(&frame(ctx, title, &[("Beranda", "/"), TRAIL]), &CariView { kata, ada: found, lagi })))
}

/// Whether every word stands in it.
fn cocok(m: &Masalah, wanted: &[String]) -> bool {
    let text = [&m.isi.uraian, &m.isi.sebab, &m.isi.usul, &m.isi.bidang].map(|t| t.to_lowercase()).join(" ");
    wanted.iter().all(|word| text.contains(word.as_str()))
}
