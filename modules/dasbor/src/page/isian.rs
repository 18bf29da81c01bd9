//! What people state about an indicator: a target, a figure no register holds, the misi it serves. Only for
//! the own instansi, and only about now.

use super::satu::halaman;
use super::utama::dikenal;
use super::{instansi, link};
use crate::rule::ketik::ruas;
use crate::view::{Formulir, Jenis};
use host::http::refused;
use host::indikator::{Indikator, Isian};
use host::peristiwa::Pelaku;
use host::{Action, Answer, Ctx, Problem, Reach, World, redirect, tanggal};
use kernel::Date;

/// The forms of an indicator's page; none for those who may not, or may not now.
pub fn formulir(ctx: &Ctx, world: &World, i: &Indikator) -> Result<Option<Formulir>, Problem> {
    let visitor = ctx.visitor()?;
    if visitor.reach(Action::Sasaran) != Reach::Instansi || !ctx.clocks.is_present() || !i.bersumber() {
        return Ok(None);
    }
    let own = visitor.instansi.as_str();
    let mine = instansi(ctx, world)?.into_iter().filter(|row| own.is_empty() || row.0 == own);
    let today = ctx.hall.today();
    Ok(Some(Formulir {
        kode: i.kode.to_owned(),
        instansi: mine.collect(),
        satuan: i.satuan.kata(),
        bertarget: i.arah != kernel::indikator::Arah::Netral,
        dilaporkan: i.dilaporkan(),
        isi: vec![
            (Jenis::Sasaran, "tahun", today.year().to_string()),
            (Jenis::Lapor, "periode", tanggal(today).typed()),
        ],
        salah: Vec::new(),
    }))
}

/// `POST /indikator/{kode}/sasaran`.
pub fn sasaran(ctx: &mut Ctx) -> Answer {
    nyatakan(ctx, Jenis::Sasaran)
}

/// `POST /indikator/{kode}/lapor`.
pub fn lapor(ctx: &mut Ctx) -> Answer {
    nyatakan(ctx, Jenis::Lapor)
}

/// `POST /indikator/{kode}/misi`.
pub fn misi(ctx: &mut Ctx) -> Answer {
    nyatakan(ctx, Jenis::Misi)
}

/// Field and sentence.
type Salah = Vec<(&'static str, String)>;

fn nyatakan(ctx: &mut Ctx, jenis: Jenis) -> Answer {
    let i = dikenal(ctx)?;
    let world = ctx.present()?;
    let form = formulir(ctx, &world, i)?.ok_or(Problem::Forbidden)?;
    let whose = ctx.field("instansi").to_owned();
    let mut salah: Salah = Vec::new();
    if !form.instansi.iter().any(|row| row.0 == whose) {
        salah
            .push(("instansi", "Pilih instansi dari daftar ini; instansi lain tidak dapat Anda isi.".into()));
    }
    let found = if jenis == Jenis::Misi { Vec::new() } else { angka(ctx, i, jenis, &mut salah) };
    if salah.is_empty() {
        let pelaku = Pelaku::of(ctx.visitor()?, &whose);
        let dasar = ctx.field("dasar").to_owned();
        let isian = |ratusan| Isian { kode: i.kode, instansi: &whose, ratusan, dasar: &dasar };
        let done = match (jenis, found.as_slice()) {
            (Jenis::Misi, _) => ctx.hall.kaitkan_misi(&pelaku, i.kode, &whose, dasar.trim())?,
            (Jenis::Sasaran, [Typed::Angka(n), Typed::Tahun(year)]) => {
                ctx.hall.tetapkan_sasaran(&pelaku, &isian(*n), *year)?
            }
            (Jenis::Lapor, [Typed::Angka(n), Typed::Hari(day)]) => {
                ctx.hall.lapor_angka(&pelaku, &isian(*n), *day)?
            }
            _ => Err("Angka belum terbaca. Isi kembali lalu kirim lagi.".to_owned()),
        };
        match done {
            Ok(_) => {
                let to = link(ctx, &format!("/indikator/{}", i.kode), &[("hasil", jenis.kata())]);
                return Ok(redirect(&to));
            }
            Err(kalimat) => {
                let beside = if jenis == Jenis::Misi { "dasar" } else { ruas(&kalimat) };
                salah.push((beside, kalimat));
            }
        }
    }
    let typed = ["instansi", "tahun", "periode", "nilai", "dasar"];
    let kept = typed.map(|name| (jenis, name, ctx.field(name).to_owned()));
    let others = form.isi.iter().filter(|f| f.0 != jenis).cloned();
    let isi = others.chain(kept).collect();
    let salah = salah.into_iter().map(|(name, said)| (jenis, name, said)).collect();
    Ok(refused(halaman(ctx, i, Some(Formulir { isi, salah, ..form }))?))
}

/// A field that was read.
enum Typed {
    Angka(i64),
    Tahun(i16),
    Hari(Date),
}

fn angka(ctx: &Ctx, i: &Indikator, jenis: Jenis, salah: &mut Salah) -> Vec<Typed> {
    let mut all = Vec::new();
    match i.satuan.baca(ctx.field("nilai")) {
        Some(n) => all.push(Typed::Angka(n)),
        None => salah.push((
            "nilai",
            "Tulis angkanya seperti 31,4 atau 1.250, paling banyak dua angka di belakang koma.".into(),
        )),
    }
    match jenis {
        Jenis::Sasaran => match ctx.field("tahun").trim().parse() {
            Ok(year) => all.push(Typed::Tahun(year)),
            Err(_) => salah.push(("tahun", "Tulis tahun dengan empat angka, misalnya 2027.".into())),
        },
        Jenis::Lapor => match Date::parse(ctx.field("periode").trim()) {
            Some(day) => all.push(Typed::Hari(day)),
            None => salah.push(("periode", "Tulis tanggal sebagai hh-bb-tttt, misalnya 30-09-2026.".into())),
        },
        Jenis::Misi => {}
    }
    all
}
