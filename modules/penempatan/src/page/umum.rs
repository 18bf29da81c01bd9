//! What every page of one round begins with: the round as it is, who asks, and the head of the page.

use crate::isi::Surat;
use crate::rule::{Rencana, Tahap};
use crate::store;
use crate::view::kepala::Kepala;
use host::{Action, Ctx, Problem, Reach, Role, World, tanggal};
use kernel::PegawaiId;
use std::sync::Arc;
use web::component::langkah::Keadaan;
use web::component::tab::Tab;
use web::{Frame, Tone};

/// Where these pages stand.
pub const TRAIL: (&str, &str) = ("Penempatan", "/penempatan");

/// The round of an address. One the visitor may not read looks like one that does not exist.
///
/// # Errors
/// Not found for this visitor, or storage failed.
pub fn buka(ctx: &Ctx, id: &str, action: Action) -> Result<(Arc<World>, Arc<Rencana>), Problem> {
    let visitor = ctx.visitor()?;
    if visitor.reach(action) == Reach::None {
        return Err(Problem::Forbidden);
    }
    let found = store::semua(&ctx.hall)?.into_iter().find(|r| r.id == id).ok_or(Problem::NotFound)?;
    if !visitor.instansi.is_empty() && visitor.instansi != found.instansi {
        return Err(Problem::NotFound);
    }
    Ok((ctx.present()?, found))
}

/// The round of the address, for the panel.
///
/// # Errors
/// As [`buka`].
pub fn panel(ctx: &Ctx) -> Result<(Arc<World>, Arc<Rencana>), Problem> {
    buka(ctx, ctx.param("id"), Action::Penempatan)
}

/// The same for pages that show what single people have or get: auditors read them from the lock on.
///
/// # Errors
/// As [`buka`]; refused to auditors before the lock.
pub fn panel_orang(ctx: &Ctx) -> Result<(Arc<World>, Arc<Rencana>), Problem> {
    let found = panel(ctx)?;
    if !membaca_orang(ctx, &found.1) {
        let sentence = "Auditor membaca data orang dalam rencana ini sejak data dikunci. Data belum dikunci.";
        return Err(Problem::Refused("PNP-04", sentence.into()));
    }
    Ok(found)
}

/// Whether the visitor's office reads pages on single people of this round now; links to them follow it.
pub fn membaca_orang(ctx: &Ctx, r: &Rencana) -> bool {
    r.terkunci() || ctx.visitor().is_ok_and(|v| v.role != Role::Auditor)
}

/// Whoever is considered in a round does not read what others have or get in it, whatever the own office is.
///
/// # Errors
/// The visitor is considered.
pub fn tak_berkepentingan(ctx: &Ctx, beku: &crate::rule::Beku) -> Result<(), Problem> {
    let own = ctx.visitor()?.pegawai;
    let place = own.and_then(|own| beku.calon.iter().position(|c| c.pegawai == own));
    let considered = place.is_some_and(|n| beku.pasangan.iter().any(|p| p.calon as usize == n));
    if !considered {
        return Ok(());
    }
    let sentence = "Anda sendiri dipertimbangkan dalam rencana ini, jadi data orang lain di dalamnya tidak dibuka bagi Anda. Data Anda sendiri ada pada Penempatan saya.";
    Err(Problem::Refused("PNP-05", sentence.into()))
}

/// The frame of a page of these.
pub fn frame(ctx: &Ctx, title: &str, crumbs: &[(&str, &str)]) -> Frame {
    Frame { tambahan: &[web::assets::Tambahan::Koordinasi], ..ctx.frame(title, crumbs) }
}

/// The frame of a page of one round.
pub fn frame_rencana(ctx: &Ctx, r: &Rencana, title: &str) -> Frame {
    let at = format!("/penempatan/{}", r.id);
    frame(ctx, title, &[("Beranda", "/"), TRAIL, (r.pokok.judul.as_str(), &at)])
}

/// What an instansi is called; its id when it is not served here.
pub fn nama_instansi<'w>(world: &'w World, instansi: &'w str) -> &'w str {
    world.tenants.iter().find(|t| t.id == instansi).map_or(instansi, |t| t.nama.as_str())
}

/// What a person is called, and the NIP; the id where the register knows nobody of it.
pub fn orang(world: &World, id: PegawaiId) -> (String, String) {
    match world.register.find(id) {
        Some(i) => (world.register.nama(i).to_owned(), world.register.nip(i).to_owned()),
        None => (id.to_string(), String::new()),
    }
}

/// A moment, as a page says it: `19 Agu 2026 pukul 09.05`.
pub fn saat(stamp: kernel::Stamp) -> String {
    tanggal(stamp.date_wib()).short()
}

/// A letter in words: `800/12 tanggal 19 Agustus 2026`.
pub fn sebut(surat: &Surat) -> String {
    format!("{} tanggal {}", surat.nomor, tanggal(surat.tanggal).long())
}

/// The head of a page of a round; `kini` is the address of the tab shown.
pub fn kepala(ctx: &Ctx, world: &World, r: &Rencana, kini: &str) -> Kepala {
    let kind = super::macam::nama(ctx, &r.pokok.macam);
    let facts = [
        kind,
        format!("berlaku {}", tanggal(r.pokok.berlaku).long()),
        nama_instansi(world, &r.instansi).to_owned(),
    ];
    Kepala {
        judul: r.pokok.judul.clone(),
        keterangan: facts.join(" · "),
        langkah: langkah(r),
        batal: (r.tahap == Tahap::Dibatalkan).then(|| r.alasan_batal.clone()),
        tab: tab(r, kini, membaca_orang(ctx, r)),
        kabar: kabar(ctx),
    }
}

fn langkah(r: &Rencana) -> Vec<(String, String, Keadaan)> {
    let step = |tahap: &Tahap| {
        let last = r.langkah.iter().rev().find(|l| l.0 == *tahap && *tahap <= r.tahap);
        let note = last.map_or(String::new(), |(_, tanda, surat)| match surat {
            Some(s) => format!("{} · {}", tanggal(s.tanggal).short(), s.nomor),
            None => saat(tanda.pada),
        });
        let state = match tahap {
            t if *t == Tahap::Ditinjau && r.tahap == Tahap::Ditinjau => Keadaan::Selesai,
            t if *t < r.tahap => Keadaan::Selesai,
            t if *t == r.tahap => Keadaan::Kini,
            _ => Keadaan::Nanti,
        };
        (tahap.label().to_owned(), note, state)
    };
    Tahap::URUT.iter().map(step).collect()
}

fn tab(r: &Rencana, kini: &str, orang: bool) -> Vec<Tab> {
    let count = |n: usize| (n > 0).then_some(n as u64);
    let planned = r.perhitungan.is_some();
    let all = [
        ("Ringkasan", "", None, true),
        ("Pos", "/pos", count(r.pos.len()), true),
        ("Kriteria", "/kriteria", count(r.kriteria.bobot.len()), true),
        ("Harus diputus", "/syarat", None, orang),
        ("Data dikunci", "/kunci", None, r.diumumkan()),
        ("Hasil", "/hasil", None, planned),
        ("Penyimpangan", "/menyimpang", count(r.penyimpangan.len() + r.pilihan.len()), planned),
        ("Gerbang", "/gerbang", None, r.diumumkan()),
        ("SK", "/sk", None, planned),
    ];
    let shown = all.into_iter().filter(|t| t.3 || t.1 == kini);
    shown
        .map(|(label, path, count, _)| Tab {
            label: label.to_owned(),
            href: format!("/penempatan/{}{path}", r.id),
            count,
            warn: false,
            current: path == kini,
        })
        .collect()
}

/// Words on what was done, by the word in the address.
const KABAR: &[(&str, &str)] = &[
    ("dibuka", "Rencana mutasi dibuka. Pilih posnya, lalu tetapkan kriteria dan bobot."),
    ("diubah", "Perubahan tersimpan."),
    ("pos", "Pos tersimpan."),
    ("kriteria", "Kriteria dan bobot tersimpan."),
    ("diumumkan", "Syarat dan bobot diumumkan. Pegawai dapat menyatakan minat sampai data dikunci."),
    ("diputus-syarat", "Putusan tercatat."),
    ("dikesampingkan", "Pengesampingan tercatat."),
    ("minat", "Minat tercatat."),
    ("dikunci", "Data dikunci. Sidiknya tercatat di jurnal."),
    ("kunci-dibuka", "Kunci dibuka. Hasil hitungan sebelumnya tidak berlaku lagi."),
    ("dihitung", "Rencana dihitung."),
    ("menyimpang", "Penyimpangan tercatat dengan biaya dan alasannya."),
    ("dicabut", "Penyimpangan dicabut."),
    ("pilihan", "Pilihan PPK tercatat."),
    ("gerbang", "Gerbang tercatat."),
    ("rapat", "Rapat tercatat."),
    ("diputus", "Keputusan PPK tercatat."),
    ("ditetapkan", "SK tercatat: jabatan dan unit kerja semua orang di bawah ini berubah sekaligus."),
    ("langkah", "Langkah tercatat."),
    ("bundel", "Bundel diterbitkan. Sidiknya tercatat di jurnal."),
    ("surat", "Surat diterbitkan. Kodenya dapat diperiksa siapa pun."),
    ("dibatalkan", "Rencana dibatalkan."),
];

fn kabar(ctx: &Ctx) -> Option<(Tone, String)> {
    let word = ctx.query("pesan");
    KABAR.iter().find(|k| k.0 == word).map(|k| (Tone::Ok, k.1.to_owned()))
}
