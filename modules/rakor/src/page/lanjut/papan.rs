//! The board of a rakor's follow-ups, what moved, what is carried over, and the same as a file.

use super::alat::{Alat, alamat, angka_tulis, nada, tulis};
use crate::page::sidang::kabar;
use crate::page::umum::{Sidang, buka, nama};
use crate::page::utama::{TRAIL, frame};
use crate::rule::bawaan::bawaan;
use crate::rule::dampak::{Dampak, dampak};
use crate::rule::kelompok::{Kelompok, kelompok};
use crate::rule::nilai::Dinilai;
use crate::rule::{Putusan, Rakor, Tahap, eskalasi};
use crate::store;
use crate::templat::TANGGA;
use crate::view::lanjut::{AnggotaView, KelompokView, PapanView, papan as view};
use ::store::Error;
use host::{Action, Answer, Ctx, html, http};
use kernel::indikator::Satuan;
use sheet::CsvWriter;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::Arc;
use web::component::alur::{Acara, ButirRtl, Jejak, Untai};
use web::component::papan::Lajur;
use web::component::saring::{Pilihan, Saring};

/// Cards in one column.
const CARDS: usize = 60;

/// `GET /rakor/{id}/rtl`.
pub fn papan(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let all = store::terlihat(&ctx.hall, &sidang.instansi)?;
    let mut read: Vec<&Rakor> = all.iter().map(Arc::as_ref).collect();
    read.retain(|r| r.seri() == sidang.rakor.seri());
    let alat = Alat::untuk(&ctx.hall, sidang.world.clone(), &read)?;
    let judged = alat.nilai(&sidang.rakor);
    let shown: Vec<&Dinilai<'_>> = judged.iter().filter(|d| cocok(ctx, &sidang, d)).collect();
    let late = judged.iter().filter(|d| d.putusan == Putusan::Terlambat).count();
    let bound = angka_bergerak(&alat, &sidang.rakor);
    let agrees = sidang.menyelenggarakan(ctx, Action::KelolaRakor)
        && matches!(sidang.rakor.tahap, Tahap::Berlangsung | Tahap::Disepakati);
    let base = format!("/rakor/{}/rtl", sidang.rakor.id);
    let pairs: Vec<(&str, &str)> = SARINGAN.iter().map(|name| (*name, ctx.query(name))).collect();
    let page = PapanView {
        kepala: sidang.kepala("/rtl"),
        kabar: kabar(ctx, &[("dicatat", web::Tone::Ok, "RTL tercatat untuk setiap penanggung jawab.")]),
        tambah: agrees.then(|| format!("{base}/baru")),
        csv: web::url::link(&format!("{base}/unduh.csv"), &pairs),
        saring: saring(ctx, &sidang, &alat, &judged, shown.len()),
        dampak: bound,
        tertinggal: if late == 0 { String::new() } else { format!("{late} RTL lewat tenggat.") },
        bawaan: terbawa(&alat, &all, &sidang),
        kelompok: kelompok(&judged, |i| alat.urutan(i))
            .iter()
            .filter(|k| k.anggota.iter().any(|d| cocok(ctx, &sidang, d)))
            .map(|k| rangkum(&alat, k))
            .collect(),
        lajur: lajur(&alat, &shown),
    };
    let crumbs = [
        ("Beranda", "/"),
        TRAIL,
        (sidang.rakor.pokok.judul.as_str(), &format!("/rakor/{}", sidang.rakor.id)),
    ];
    Ok(html(view(&frame(ctx, "Papan RTL", &crumbs), &page)))
}

const SARINGAN: [&str; 4] = ["cari", "pemilik", "putusan", "indikator"];

fn cocok(ctx: &Ctx, sidang: &Sidang, d: &Dinilai<'_>) -> bool {
    let asked = |name: &str, value: &str| ctx.query(name).is_empty() || ctx.query(name) == value;
    let words = ctx.query("cari").trim().to_lowercase();
    let owner = sidang.nama(&d.rtl.isi.instansi).to_lowercase();
    let found =
        words.is_empty() || d.rtl.isi.uraian.to_lowercase().contains(&words) || owner.contains(&words);
    found
        && asked("pemilik", &d.rtl.isi.instansi)
        && asked("putusan", d.putusan.label())
        && asked("indikator", &d.rtl.isi.indikator)
}

fn saring(ctx: &Ctx, sidang: &Sidang, alat: &Alat<'_>, all: &[Dinilai<'_>], count: usize) -> Saring {
    let mut owners: Vec<&str> = all.iter().map(|d| d.rtl.isi.instansi.as_str()).collect();
    owners.sort_by_key(|i| alat.urutan(i));
    owners.dedup();
    let mut codes: Vec<&str> =
        all.iter().map(|d| d.rtl.isi.indikator.as_str()).filter(|c| !c.is_empty()).collect();
    codes.sort_unstable();
    codes.dedup();
    let choice = |name: &str, label: &str, options: Vec<(String, String)>| Pilihan {
        name: name.into(),
        label: label.into(),
        value: ctx.query(name).to_owned(),
        options,
    };
    let indicator = |c: &&str| ((*c).to_owned(), alat.indikator(c).map_or(*c, |i| i.nama).to_owned());
    let choices = [
        choice(
            "pemilik",
            "Penanggung jawab",
            owners.iter().map(|i| ((*i).into(), sidang.nama(i).into())).collect(),
        ),
        choice(
            "putusan",
            "Putusan",
            Putusan::ALL.iter().map(|p| (p.label().into(), p.label().into())).collect(),
        ),
        choice("indikator", "Indikator", codes.iter().map(indicator).collect()),
    ];
    let base = format!("/rakor/{}/rtl", sidang.rakor.id);
    let bar =
        Saring::of(&base, ("cari", "Cari uraian atau wilayah"), ctx.query("cari"), Vec::new(), &choices);
    Saring { count: Some(count as u64), noun: "RTL".into(), ..bar }
}

fn lajur(alat: &Alat<'_>, shown: &[&Dinilai<'_>]) -> Vec<Lajur> {
    let column = |putusan: &Putusan| {
        let mut of: Vec<&&Dinilai<'_>> = shown.iter().filter(|d| d.putusan == *putusan).collect();
        of.sort_by_key(|d| (d.rtl.isi.tenggat, alat.urutan(&d.rtl.isi.instansi)));
        Lajur {
            judul: putusan.label().to_owned(),
            nada: nada(*putusan),
            butir: of.iter().take(CARDS).map(|d| alat.kartu(d, None)).collect(),
            lebih: of.len().saturating_sub(CARDS),
        }
    };
    Putusan::ALL.iter().map(column).filter(|l| !l.butir.is_empty()).collect()
}

fn rangkum(alat: &Alat<'_>, k: &Kelompok<'_, '_>) -> KelompokView {
    let member = |d: &&Dinilai<'_>| {
        let satuan = alat.indikator(&d.rtl.isi.indikator).map_or(Satuan::Butir, |i| i.satuan);
        let say = |of: fn(&crate::rule::nilai::Terikat) -> Option<kernel::indikator::Ukuran>| {
            d.terikat.as_ref().map_or("tanpa indikator".into(), |t| tulis(of(t), satuan))
        };
        AnggotaView {
            href: alamat(d),
            nama: nama(&alat.world, &d.rtl.isi.instansi).to_owned(),
            putusan: (d.putusan.label().to_owned(), nada(d.putusan)),
            angka: [say(|t| t.awal), say(|t| t.kini), say(|t| t.target)],
            tenggat: d.rtl.isi.tenggat.map_or(String::new(), |t| host::tanggal(t).short()),
            tingkat: anak_tangga(d),
        }
    };
    KelompokView {
        judul: k.anggota.first().map_or(String::new(), |d| d.rtl.isi.uraian.clone()),
        capaian: format!("{} dari {} tercapai", k.banyak(Putusan::Tercapai), k.berlaku()),
        anggota: k.anggota.iter().map(member).collect(),
    }
}

/// The rung recorded for it, in words; empty when none.
fn anak_tangga(d: &Dinilai<'_>) -> String {
    let rung = usize::from(eskalasi::tercatat(d.rtl));
    TANGGA.get(rung.wrapping_sub(1)).map_or(String::new(), |to| format!("tingkat {rung}: {to}"))
}

fn terbawa(alat: &Alat<'_>, all: &[Arc<Rakor>], sidang: &Sidang) -> Vec<ButirRtl> {
    bawaan(all, &sidang.rakor)
        .iter()
        .map(|b| alat.kartu(&alat.satu(b.asal, b.rtl), Some(&b.asal.pokok.judul)))
        .collect()
}

/// The first item of the agenda by itself: what earlier rakor of the series left open. `None` when nothing is.
pub fn pembuka(alat: &Alat<'_>, all: &[Arc<Rakor>], sidang: &Sidang) -> Option<Acara> {
    let rtl = terbawa(alat, all, sidang);
    let untai = Untai {
        nomor: "Bawaan".into(),
        sepakat: format!("{} terbuka", rtl.len()),
        teks: "RTL rakor sebelumnya yang belum selesai, dengan rakor asalnya.".into(),
        rtl,
        ..Untai::default()
    };
    (!untai.rtl.is_empty()).then(|| Acara {
        nomor: "Pembuka".into(),
        judul: "Laporan tindak lanjut rakor sebelumnya".into(),
        untai: vec![untai],
        ..Acara::default()
    })
}

/// "Did this rakor change the numbers?": each figure as drawn, and how many owners moved which way.
pub fn angka_bergerak(alat: &Alat<'_>, rakor: &Rakor) -> Vec<(Jejak, String)> {
    let judged = alat.nilai(rakor);
    let satuan = |kode: &str| alat.indikator(kode).map(|i| i.satuan);
    let draw = |d: Dampak| {
        let unit = satuan(&d.indikator).unwrap_or(Satuan::Butir);
        let label = alat.indikator(&d.indikator).map_or(d.indikator.clone(), |i| i.nama.to_owned());
        (alat.gambar(label, unit, rakor, [d.awal, d.kini, d.target]), kata(&d, unit))
    };
    dampak(&judged, satuan).into_iter().map(draw).collect()
}

/// `membaik di 7 dari 11 instansi, 3 tetap, 1 belum terukur; bergeser 63 → 58`
fn kata(d: &Dampak, satuan: Satuan) -> String {
    let mut parts = vec![format!("membaik di {} dari {} instansi", d.membaik, d.pemilik.len())];
    let missing = d.pemilik.len() - d.terukur;
    for (count, word) in [(d.tetap, "tetap"), (d.memburuk, "memburuk"), (missing, "belum terukur")] {
        if count > 0 {
            parts.push(format!("{count} {word}"));
        }
    }
    let mut said = parts.join(", ");
    if let (Some(awal), Some(kini)) = (d.awal, d.kini) {
        let (from, to) = (angka_tulis(awal, satuan), angka_tulis(kini, satuan));
        said.push_str(&format!("; dari {from} menjadi {to}, {} mencapai target", d.tercapai));
    }
    said + "."
}

const HEAD: [&str; 14] = [
    "RTL",
    "Butir",
    "Penanggung jawab",
    "Unit",
    "Tenggat",
    "Verifikator",
    "Bukti yang diharapkan",
    "Indikator",
    "Saat rakor",
    "Kini",
    "Target",
    "Putusan",
    "Alasan",
    "Eskalasi",
];

/// `GET /rakor/{id}/rtl/unduh.csv`.
pub fn csv(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let alat = Alat::untuk(&ctx.hall, sidang.world.clone(), &[&sidang.rakor])?;
    let made = ctx.hall.node.berkas.temporary().map_err(Error::from)?;
    let out = BufWriter::new(File::create(made.path()).map_err(Error::from)?);
    let mut csv = CsvWriter::with_bom(out).map_err(Error::from)?;
    csv.row(HEAD).map_err(Error::from)?;
    let judged = alat.nilai(&sidang.rakor);
    for d in judged.iter().filter(|d| cocok(ctx, &sidang, d)) {
        let isi = &d.rtl.isi;
        let satuan = alat.indikator(&isi.indikator).map_or(Satuan::Butir, |i| i.satuan);
        let figure =
            |of: Option<kernel::indikator::Ukuran>| d.terikat.map_or(String::new(), |_| tulis(of, satuan));
        let terikat = d.terikat;
        let cells = [
            isi.uraian.clone(),
            sidang.rakor.nomor(&isi.rumusan).map_or(String::new(), |n| format!("R-{n}")),
            sidang.nama(&isi.instansi).to_owned(),
            isi.unit.clone(),
            isi.tenggat.map_or(String::new(), |t| t.to_string()),
            sidang.nama(&isi.verifikator).to_owned(),
            isi.bukti.clone(),
            isi.indikator.clone(),
            figure(terikat.and_then(|t| t.awal)),
            figure(terikat.and_then(|t| t.kini)),
            figure(terikat.and_then(|t| t.target)),
            d.putusan.label().to_owned(),
            d.alasan.clone(),
            anak_tangga(d),
        ];
        csv.row(cells.each_ref().map(String::as_str)).map_err(Error::from)?;
    }
    csv.finish().and_then(|mut out| out.flush()).map_err(Error::from)?;
    http::file_from(&format!("rtl-{}.csv", alat.today), "text/csv; charset=utf-8", made)
}
