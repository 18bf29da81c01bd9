//! `/penempatan/{id}/gerbang`: what others have to say before the decision, from the law pack; each with its letter.

mod lagi;

use self::lagi::{susunan, terbuka_lagi};
use super::catat::{atau_ulang, boleh, catat, kembali, surat, ulang};
use super::rencana::tautan;
use super::syarat::nama_pos;
use super::umum::{frame_rencana, kepala, panel};
use crate::isi::{Gerbang, Isi};
use crate::rule::pindah::gerak_pos;
use crate::rule::{Rencana, Tahap, Tindak, Tolak};
use crate::tetapkan::Akhir;
use crate::view::gerbang::{BarisGerbang, GerbangView, gerbang as view};
use crate::view::surat::SuratForm;
use crate::view::ulang::Ulang;
use host::indikator::kursi;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http, tanggal};
use law::penempatan::{Daerah, PosGerbang};
use std::collections::{HashMap, HashSet};
use web::{Frame, Tone};

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/gerbang",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
    Route {
        method: Method::Upload,
        path: "/penempatan/{id}/gerbang",
        action: Some(Action::KelolaPenempatan),
        handler: simpan,
    },
];

/// Rows of the page, and sentences on what is missing.
const ROWS: usize = 400;
/// One letter for every post of a gate.
const SEMUA: &str = "*";

/// A gate as it applies to the round, or to one of its posts.
struct Berlaku {
    kunci: String,
    nama: String,
    kalimat: String,
    pihak: String,
    dasar: String,
    /// Empty for the whole round.
    pos: String,
    /// Asked when a holder is moved out of the post too.
    pemindahan: bool,
}

impl Berlaku {
    /// Why nothing is asked of it: nobody comes into its post, and whoever holds it is not moved by what it asks about.
    /// Of three names one has to be chosen first, or none said to be.
    fn tak_perlu(&self, r: &Rencana, plan: Option<&Akhir>) -> Option<&'static str> {
        let a = plan.filter(|_| !self.pos.is_empty())?;
        let left_empty = r.penyimpangan.iter().any(|(p, _)| p.kosong() && p.pos == self.pos);
        let (comes, leaves) = gerak_pos(&a.beku, &a.duduk, &self.pos);
        if comes || (leaves && self.pemindahan) || (a.beku.tiga_nama && !left_empty) {
            return None;
        }
        Some(if left_empty {
            "pos ini dibiarkan kosong oleh PPK"
        } else {
            "tidak ada orang lain yang ditempatkan di pos ini"
        })
    }
}

/// Gates of the round, in the order of the pack.
fn berlaku(ctx: &Ctx, world: &World, r: &Rencana) -> Vec<Berlaku> {
    let Some(organisation) = world.organisation(&r.instansi) else { return Vec::new() };
    let law = ctx.hall.hukum();
    let place = world.tenants.iter().position(|t| t.id == r.instansi);
    let wanted: HashSet<&str> = r.pos.iter().map(|p| p.pos.as_str()).collect();
    let seats = kursi::semua(world, &ctx.hall.tables);
    let levels: HashMap<&str, &str> = seats
        .iter()
        .filter(|k| Some(k.instansi) == place)
        .map(|k| (organisation.posts[k.at].id.as_str(), k.jenjang.word()))
        .collect();
    let tree = &organisation.tree;
    let posts: Vec<PosGerbang<'_>> = organisation
        .posts
        .iter()
        .filter(|p| wanted.contains(p.id.as_str()))
        .map(|p| {
            let node = tree.find(&p.unor);
            let unit = node.map_or("", |n| tree.nama(n));
            let opd = node.and_then(|n| tree.opd_of(n)).map_or("", |n| tree.nama(n));
            let jenjang = levels.get(p.id.as_str()).copied().unwrap_or("");
            PosGerbang { pos: &p.id, jabatan: &p.jabatan, unit: [unit, opd], jenjang }
        })
        .collect();
    let daerah = Daerah::dari_kode(&organisation.wilayah);
    let mut all = Vec::new();
    for found in law.pack.penempatan.gerbang(&r.pokok.macam, daerah, &posts) {
        let g = found.gerbang;
        let one = |pos: String| Berlaku {
            kunci: g.kunci.to_string(),
            nama: g.nama.to_string(),
            kalimat: g.kalimat.to_string(),
            pihak: g.pihak.to_string(),
            dasar: g.dasar.to_string(),
            pos,
            pemindahan: g.pemindahan,
        };
        if found.pos.is_empty() {
            all.push(one(String::new()));
        }
        all.extend(found.pos.iter().map(|n| one(posts[*n].pos.to_owned())));
    }
    all
}

/// Every word on a gate with its place in the round, the last one first.
fn kata<'r>(r: &'r Rencana, g: &Berlaku) -> impl Iterator<Item = (usize, &'r Gerbang)> {
    let (kunci, pos) = (g.kunci.clone(), g.pos.clone());
    let all = r.gerbang.iter().enumerate().rev().map(|(n, x)| (n, &x.0));
    all.filter(move |(_, x)| x.gerbang == kunci && x.pos == pos)
}

fn lewat(g: &Gerbang) -> bool {
    matches!(g.hasil.as_str(), "disetujui" | "tidak_perlu")
}

/// What keeps the decision from being taken, in sentences; nothing is asked before the meeting.
pub fn halangan(ctx: &Ctx, world: &World, r: &Rencana) -> Result<Vec<String>, Problem> {
    if r.tahap != Tahap::Dirapatkan {
        return Ok(Vec::new());
    }
    let plan = susunan(ctx, r)?;
    let mut all = tertahan(ctx, world, r, plan.as_ref())?;
    if let Some(a) = plan.filter(|a| a.beku.tiga_nama) {
        let open = |k: &&crate::rule::beku::KursiBeku| {
            let empty = r.penyimpangan.iter().any(|(p, _)| p.kosong() && p.pos == k.pos);
            !empty && !r.pilihan.iter().any(|p| p.0.pos == k.pos)
        };
        let able = |k: usize| !a.beku.calon_kursi(k as u32).is_empty();
        let seats = a.beku.kursi.iter().enumerate().filter(|(n, _)| able(*n)).map(|(_, k)| k);
        all.extend(
            seats.filter(open).map(|k| format!("{}: PPK belum memilih satu dari tiga nama.", k.jabatan)),
        );
    }
    all.truncate(ROWS);
    Ok(all)
}

fn tertahan(ctx: &Ctx, world: &World, r: &Rencana, plan: Option<&Akhir>) -> Result<Vec<String>, Problem> {
    let line = |g: &Berlaku| -> Result<Option<String>, Problem> {
        if g.tak_perlu(r, plan).is_some() {
            return Ok(None);
        }
        let state = match kata(r, g).next() {
            Some((n, word)) if lewat(word) => match terbuka_lagi(ctx, world, r, plan, n)? {
                Some(why) => why,
                None => return Ok(None),
            },
            Some((_, word)) if word.hasil == "ditolak" => "ditolak.".into(),
            Some(_) => "masih dimintakan.".into(),
            None => "belum ada.".into(),
        };
        let about =
            if g.pos.is_empty() { String::new() } else { format!(" untuk {}", nama_pos(world, r, &g.pos)) };
        Ok(Some(format!("{}{about}: {state}", g.nama)))
    };
    berlaku(ctx, world, r).iter().filter_map(|g| line(g).transpose()).collect()
}

/// `GET /penempatan/{id}/gerbang`.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let page = susun(ctx, &world, &r, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &r, "Gerbang"), &page)))
}

fn susun(ctx: &Ctx, world: &World, r: &Rencana, ulang: Ulang) -> Result<GerbangView, Problem> {
    let at = format!("/penempatan/{}", r.id);
    let all = berlaku(ctx, world, r);
    let plan = susunan(ctx, r)?;
    let row = |g: &Berlaku| -> Result<BarisGerbang, Problem> {
        let mut words = kata(r, g);
        let last = words.next();
        let spared = g.tak_perlu(r, plan.as_ref());
        let open = match last.filter(|l| lewat(l.1) && spared.is_none()) {
            Some((n, _)) => terbuka_lagi(ctx, world, r, plan.as_ref(), n)?,
            None => None,
        };
        let surat = |l: &Gerbang| (l.surat.nomor.clone(), tanggal(l.surat.tanggal), tautan(&at, &l.surat));
        Ok(BarisGerbang {
            nama: g.nama.clone(),
            kalimat: g.kalimat.clone(),
            pihak: g.pihak.clone(),
            dasar: g.dasar.clone(),
            tentang: tentang(world, r, g),
            keadaan: match last {
                _ if spared.is_some() => ("Tidak diminta".into(), Tone::Netral),
                Some(_) if open.is_some() => ("Terbuka lagi".into(), Tone::Awas),
                Some((_, word)) => keadaan(word),
                None => ("Belum ada".into(), Tone::Awas),
            },
            sebab: open.or(spared.map(|why| format!("{why}."))).unwrap_or_default(),
            surat: last.map(|l| surat(l.1)),
            riwayat: words.map(|(_, word)| (keadaan(word).0, surat(word))).collect(),
        })
    };
    let mut pilihan: Vec<(String, String)> = Vec::new();
    for g in &all {
        let whole = format!("{}|{SEMUA}", g.kunci);
        let several = all.iter().filter(|o| o.kunci == g.kunci).count() > 1;
        if several && !pilihan.iter().any(|p| p.0 == whole) {
            pilihan.push((whole, format!("{}: semua pos, satu surat", g.nama)));
        }
        pilihan.push((format!("{}|{}", g.kunci, g.pos), format!("{}: {}", g.nama, tentang(world, r, g))));
    }
    Ok(GerbangView {
        kepala: kepala(ctx, world, r, "/gerbang"),
        lebih: all.len().saturating_sub(ROWS),
        rows: all.iter().take(ROWS).map(row).collect::<Result<_, _>>()?,
        // Once decided nothing holds the decision up.
        halangan: if r.diputus() { Vec::new() } else { tertahan(ctx, world, r, plan.as_ref())? },
        form: boleh(ctx, r, Tindak::Gerbang).then(|| SuratForm {
            alamat: format!("{at}/gerbang"),
            tetap: Vec::new(),
            apa: "surat".into(),
            tombol: "Catat surat".into(),
            hadir: None,
        }),
        pilihan,
        ulang,
    })
}

fn keadaan(word: &Gerbang) -> (String, Tone) {
    let (label, tone) = match word.hasil.as_str() {
        "disetujui" => ("Disetujui", Tone::Ok),
        "tidak_perlu" => ("Tidak perlu", Tone::Netral),
        "ditolak" => ("Ditolak", Tone::Bahaya),
        _ => ("Dimintakan", Tone::Info),
    };
    (label.into(), tone)
}

fn tentang(world: &World, r: &Rencana, g: &Berlaku) -> String {
    if g.pos.is_empty() { "seluruh rencana".into() } else { nama_pos(world, r, &g.pos) }
}

/// `POST /penempatan/{id}/gerbang`.
fn simpan(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let again = |ctx: &Ctx, ulang: Ulang| -> Answer {
        let page = susun(ctx, &world, &r, ulang)?;
        Ok(http::refused(view(&Frame { refused: true, ..frame_rencana(ctx, &r, "Gerbang") }, &page)))
    };
    let chosen = ctx.field("gerbang").to_owned();
    let (key, pos) = chosen.split_once('|').unwrap_or(("", ""));
    let all = berlaku(ctx, &world, &r);
    let about: Vec<String> = all
        .iter()
        .filter(|g| g.kunci == key && (pos == SEMUA || g.pos == pos))
        .map(|g| g.pos.clone())
        .collect();
    let hasil = ctx.field("hasil").to_owned();
    let mut salah = Vec::new();
    if about.is_empty() {
        salah.push(("gerbang".to_owned(), "Pilih gerbang. (PNP-61)".to_owned()));
    }
    if !["dimintakan", "disetujui", "ditolak", "tidak_perlu"].contains(&hasil.as_str()) {
        salah.push(("hasil".into(), "Pilih hasil. (PNP-61)".into()));
    }
    let read = surat(ctx)?;
    let surat = match read {
        Ok(surat) if salah.is_empty() => surat,
        read => {
            salah.extend(read.err().unwrap_or_default());
            return again(ctx, ulang(ctx, salah));
        }
    };
    let done = catat(ctx, &r, Tindak::Gerbang, |now| {
        if now.pos != r.pos {
            return Err(Tolak("PNP-03", "Pos rencana berubah sementara itu. Muat ulang halaman ini.".into()));
        }
        let one = |pos: &String| {
            Isi::Gerbang(Gerbang {
                gerbang: key.to_owned(),
                pos: pos.clone(),
                hasil: hasil.clone(),
                surat: surat.clone(),
            })
        };
        Ok(about.iter().map(one).collect())
    });
    match atau_ulang(ctx, "nomor", done)? {
        Ok(()) => kembali(ctx, "/gerbang", "gerbang"),
        Err(ulang) => again(ctx, ulang),
    }
}
