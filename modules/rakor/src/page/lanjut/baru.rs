//! A follow-up is agreed on: typed, looked at with its baselines, recorded. The baseline is measured again at
//! the moment it is recorded: what a form says about it is not believed.

use super::alat::{Alat, Kini, angka_tulis};
use super::{butir, penyelenggara};
use crate::isi::{self, Isi};
use crate::page::umum::{Sidang, buka};
use crate::page::utama::{TRAIL, frame};
use crate::rule::Tolak;
use crate::store;
use crate::view::lanjut::{BarisTinjau, RtlBaruView, Terisi, rtl_baru};
use host::indikator::Indikator;
use host::teks::typed;
use host::{Answer, Ctx, html, http, redirect};
use kernel::Date;
use kernel::indikator::{Arah, Ukuran, periksa_sasaran};
use web::Frame;

/// Letters of what is done, and of what is to be shown.
const WORDS: std::ops::RangeInclusive<usize> = 5..=500;
/// Letters of a name of a unit or a letter.
const SHORT: std::ops::RangeInclusive<usize> = 0..=200;
/// Owners of one fan-out.
const OWNERS: usize = 600;

/// `GET /rakor/{id}/rtl/baru`.
pub fn formulir(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    let alat = Alat::dengan(&ctx.hall, sidang.world.clone(), false)?;
    let isi = Terisi {
        rumusan: ctx.query("rumusan").to_owned(),
        verifikator: sidang.rakor.instansi.clone(),
        ..Terisi::default()
    };
    Ok(html(halaman(ctx, &sidang, kosong(&alat, &sidang, isi))))
}

/// `POST /rakor/{id}/rtl/baru`: `langkah` says whether it is looked at or recorded.
pub fn kirim(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    penyelenggara(&sidang)?;
    let isi = terisi(ctx);
    let bound = !isi.indikator.is_empty();
    let alat = Alat::dengan(&ctx.hall, sidang.world.clone(), bound)?;
    let mut page = kosong(&alat, &sidang, isi);
    let drafts = susun(ctx, &alat, &sidang, &mut page);
    let wrong = !page.salah.is_empty() || page.tinjau.iter().any(|t| !t.salah.is_empty());
    if wrong {
        return Ok(http::refused(halaman(ctx, &sidang, page)));
    }
    if ctx.field("langkah") != "catat" {
        return Ok(html(halaman(ctx, &sidang, page)));
    }
    let (today, id) = (alat.today, sidang.rakor.id.clone());
    let many = drafts.len();
    let entries = store::catat(&ctx.hall, &sidang.pelaku(ctx)?, &id, |rakor| {
        for draft in &drafts {
            rakor.boleh_sepakat(draft, today)?;
        }
        Ok(drafts.into_iter().map(|draft| (Isi::Rtl(Box::new(draft)), None)).collect())
    })?;
    match entries.first() {
        Some(only) if many == 1 => Ok(redirect(&format!("/rtl/{id}/{only}?pesan=dicatat"))),
        _ => Ok(redirect(&format!("/rakor/{id}/rtl?pesan=dicatat"))),
    }
}

fn halaman(ctx: &Ctx, sidang: &Sidang, page: RtlBaruView) -> maud::Markup {
    let base = format!("/rakor/{}", sidang.rakor.id);
    let crumbs = [("Beranda", "/"), TRAIL, (sidang.rakor.pokok.judul.as_str(), base.as_str())];
    let refused = !page.salah.is_empty();
    rtl_baru(&Frame { refused, ..frame(ctx, "Tambah RTL", &crumbs) }, &page)
}

fn kosong(alat: &Alat<'_>, sidang: &Sidang, isi: Terisi) -> RtlBaruView {
    let mut parties: Vec<&str> = sidang.rakor.penentu();
    if !parties.contains(&sidang.rakor.instansi.as_str()) {
        parties.push(&sidang.rakor.instansi);
    }
    parties.sort_by_key(|i| alat.urutan(i));
    let base = format!("/rakor/{}/rtl", sidang.rakor.id);
    RtlBaruView {
        alamat: format!("{base}/baru"),
        papan: base,
        rumusan: butir(&sidang.rakor),
        pihak: parties.iter().map(|i| ((*i).to_owned(), sidang.nama(i).to_owned())).collect(),
        indikator: dapat_diikat(alat).map(|i| (i.kode.to_owned(), sebut(i))).collect(),
        isi,
        ..RtlBaruView::default()
    }
}

/// Indicators a follow-up may be bound to: measured, judged, and open to everybody here.
fn dapat_diikat<'a>(alat: &'a Alat<'_>) -> impl Iterator<Item = &'static Indikator> + 'a {
    let all = alat.hall.katalog.semua().iter().copied();
    all.filter(|i| i.bersumber() && i.arah != Arah::Netral && !i.tertutup)
}

fn sebut(i: &Indikator) -> String {
    format!("{} · {} ({}, {})", i.kode, i.nama, i.satuan.kata(), i.arah.label())
}

fn terisi(ctx: &Ctx) -> Terisi {
    let field = |name: &str| ctx.field(name).trim().to_owned();
    let mut owners: Vec<String> = Vec::new();
    for (_, owner) in ctx.form.iter().filter(|f| f.0 == "instansi").take(OWNERS) {
        if !owners.contains(owner) {
            owners.push(owner.clone());
        }
    }
    Terisi {
        rumusan: field("rumusan"),
        uraian: field("uraian"),
        instansi: owners,
        unit: field("unit"),
        tenggat: field("tenggat"),
        bukti: field("bukti"),
        verifikator: field("verifikator"),
        verifikator_jabatan: field("verifikator_jabatan"),
        kewenangan: field("kewenangan"),
        indikator: field("indikator"),
        target: field("target"),
    }
}

/// What is typed becomes one draft for each owner; what is wrong goes to the page.
fn susun(ctx: &Ctx, alat: &Alat<'_>, sidang: &Sidang, page: &mut RtlBaruView) -> Vec<isi::Rtl> {
    let typed_in = page.isi.clone();
    let mut salah: Vec<(String, String)> = Vec::new();
    let mut wrong = |field: &str, text: &str| salah.push((field.to_owned(), text.to_owned()));
    let mut words = |field: &str, value: &str, letters, sentence: &str| {
        typed(value, letters).unwrap_or_else(|| {
            wrong(field, sentence);
            String::new()
        })
    };
    let uraian = words("uraian", &typed_in.uraian, WORDS, "Tulis apa yang dikerjakan, 5 sampai 500 huruf.");
    let bukti =
        words("bukti", &typed_in.bukti, WORDS, "Tulis bukti dukung yang diharapkan, 5 sampai 500 huruf.");
    let long = "Paling panjang 200 huruf, tanpa karakter kendali.";
    let unit = words("unit", &typed_in.unit, SHORT, long);
    let post = words("verifikator_jabatan", &typed_in.verifikator_jabatan, SHORT, long);
    let letter = words("kewenangan", &typed_in.kewenangan, SHORT, long);
    let tenggat = Date::parse(&typed_in.tenggat);
    if tenggat.is_none() {
        wrong("tenggat", "Isi tenggat sebagai hh-bb-tttt, misalnya 31-12-2026.");
    }
    if typed_in.instansi.is_empty() {
        wrong("instansi", "Pilih penanggung jawab.");
    }
    let indikator = dapat_diikat(alat).find(|i| i.kode == typed_in.indikator);
    if indikator.is_none() && !typed_in.indikator.is_empty() {
        wrong("indikator", "Indikator itu tidak ada atau belum ada sumbernya. Pilih indikator lain.");
    }
    if indikator.is_some_and(|i| i.satuan.baca(&typed_in.target).is_none()) {
        wrong("target", "Isi target dalam satuan indikator, misalnya 500 atau 37,5.");
    }
    let group = format!("{}-{}", typed_in.rumusan, ctx.hall.now().0);
    let fan_out = typed_in.instansi.len() > 1;
    let draft = |owner: &String| isi::Rtl {
        rumusan: typed_in.rumusan.clone(),
        uraian: uraian.clone(),
        instansi: owner.clone(),
        unit: unit.clone(),
        tenggat,
        bukti: bukti.clone(),
        verifikator: typed_in.verifikator.clone(),
        verifikator_jabatan: post.clone(),
        kewenangan: letter.clone(),
        kelompok: if fan_out { group.clone() } else { String::new() },
        ..isi::Rtl::default()
    };
    let mut drafts: Vec<isi::Rtl> = typed_in.instansi.iter().map(draft).collect();
    for one in &drafts {
        // What is missing was already said beside its field.
        if let Err(Tolak(code, text)) = sidang.rakor.boleh_sepakat(one, alat.today) {
            let field = ruas(code);
            if !salah.iter().any(|s| s.0 == field) {
                salah.push((field.to_owned(), text));
            }
        }
    }
    page.salah = salah;
    if !page.salah.is_empty() {
        return Vec::new();
    }
    page.catatan.extend(tenggat.and_then(|day| alat.catatan_tenggat(day)));
    if indikator.is_none() {
        page.catatan.push("Tanpa indikator: hasilnya hanya dinilai verifikator, bukan oleh angka.".into());
    }
    for one in &mut drafts {
        let line = ikat(ctx, alat, indikator, one);
        page.tinjau.push(BarisTinjau { nama: sidang.nama(&one.instansi).to_owned(), ..line });
    }
    drafts
}

/// The field of the form a refusal is about.
fn ruas(code: &str) -> &'static str {
    match code {
        "RTL-04" | "RTL-05" => "instansi",
        "RTL-06" | "RTL-07" => "verifikator",
        "RTL-08" | "RTL-09" => "tenggat",
        _ => "rumusan",
    }
}

/// Measures the baseline of an owner and lays its target beside it.
fn ikat(ctx: &Ctx, alat: &Alat<'_>, indikator: Option<&Indikator>, one: &mut isi::Rtl) -> BarisTinjau {
    let id = one.instansi.clone();
    let Some(i) = indikator else { return BarisTinjau { id, ..BarisTinjau::default() } };
    let (awal, said) = match alat.kini(i.kode, &id) {
        Kini::Ada(ukuran) => (Some(ukuran), format!("{} {}", angka_tulis(ukuran, i.satuan), satuan_kata(i))),
        Kini::Belum(why) => (None, format!("belum terukur: {why}")),
    };
    one.indikator = i.kode.to_owned();
    one.awal = awal.map(|u| isi::Angka {
        atas: u.atas,
        bawah: u.bawah,
        berlaku: Some(alat.today),
        diketahui: ctx.hall.now().0,
    });
    let own = ctx.field(&format!("target.{id}")).trim();
    let text = if own.is_empty() { ctx.field("target").trim() } else { own }.to_owned();
    one.target = i.satuan.baca(&text);
    let salah = match one.target {
        None => "Isi target dalam satuan indikator, misalnya 500 atau 37,5.".to_owned(),
        Some(target) => arah_salah(i, awal, Ukuran::dari_ratusan(target, i.satuan)).unwrap_or_default(),
    };
    BarisTinjau { id, awal: said, target: text, salah, ..BarisTinjau::default() }
}

fn satuan_kata(i: &Indikator) -> &'static str {
    if i.satuan == kernel::indikator::Satuan::Persen { "" } else { i.satuan.kata() }
}

/// Why a target cannot be meant, with baseline and direction; `None` when it can.
fn arah_salah(i: &Indikator, awal: Option<Ukuran>, target: Ukuran) -> Option<String> {
    let sentence = periksa_sasaran(awal, target, i.satuan, i.arah).err()?;
    let awal = awal.map_or(String::new(), |u| format!(" Angka awal {}.", angka_tulis(u, i.satuan)));
    Some(format!("{sentence}{awal}"))
}
