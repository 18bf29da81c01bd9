//! Working the plan out, and `/penempatan/{id}/hasil`: what it is and what it means.

use super::catat::{catat, kembali};
use super::kata;
use super::umum::{frame_rencana, kepala, panel, panel_orang, tak_berkepentingan};
use crate::berkas;
use crate::isi::Isi;
use crate::rule::dampak::{Ukuran, dampak_dari};
use crate::rule::mengapa::nilai;
use crate::rule::peka::peka;
use crate::rule::rantai::rantai;
use crate::rule::{Beku, Rencana, Tindak, Tolak, hitung::hitung, urutan};
use crate::store;
use crate::tetapkan::{Akhir, akhir};
use crate::view::hasil::{BarisKursi, BarisUnit, HasilView, hasil as view};
use host::potong::potong;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html};
use kernel::search::fold_text;
use web::Tone;
use web::component::angka_utama::AngkaUtama;
use web::component::paging::Paging;
use web::component::rantai::{Rantai, Simpul};
use web::component::saring::{Pilihan, Saring};

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/hitung",
        action: Some(Action::KelolaPenempatan),
        handler: kerjakan,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/hasil",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
];

/// Rows of a page.
const ROWS: usize = 100;
/// Units listed.
const UNITS: usize = 60;
/// Seats that stay empty, listed with their reasons.
const EMPTY: usize = 60;

/// `POST /penempatan/{id}/hitung`.
fn kerjakan(ctx: &mut Ctx) -> Answer {
    let (_, r) = panel(ctx)?;
    r.boleh(Tindak::Hitung)?;
    let Some(kunci) = &r.kunci else {
        return Err(Problem::Refused("PNP-01", "Data belum dikunci. Kunci data lebih dahulu.".into()));
    };
    let beku = berkas::baca::<Beku>(&ctx.hall, &kunci.sidik)?;
    let hasil = hitung(&beku)?;
    let sidik = berkas::simpan(&ctx.hall, &hasil)?;
    catat(ctx, &r, Tindak::Hitung, |now| {
        if now.kunci.as_ref().map(|k| &k.sidik) != Some(&kunci.sidik) {
            let sentence = "Data dikunci ulang sementara rencana dihitung. Hitung sekali lagi.";
            return Err(Tolak("PNP-03", sentence.into()));
        }
        let nilai = hasil.nilai.to_string();
        Ok(vec![Isi::Dihitung { sidik, masukan: kunci.sidik.clone(), nilai }])
    })?;
    kembali(ctx, "/hasil", "dihitung")
}

/// What a plan comes to in numbers.
struct Angka {
    kursi: usize,
    terisi: usize,
    pindah: usize,
    baru: usize,
    rantai: usize,
    panjang: usize,
    skor: i64,
}

fn angka(a: &Akhir) -> Angka {
    let chains = rantai(&a.beku, &a.duduk);
    let home = |c: u32| a.beku.calon.get(c as usize).and_then(|c| c.asal);
    let sits = || a.duduk.iter().enumerate().filter_map(|(k, who)| who.map(|w| (k as u32, w)));
    Angka {
        kursi: a.duduk.len(),
        terisi: sits().count(),
        pindah: sits().filter(|(k, w)| home(*w).is_some_and(|h| h != *k)).count(),
        baru: sits().filter(|(_, w)| home(*w).is_none()).count(),
        rantai: chains.len(),
        panjang: chains.iter().map(|c| c.langkah.len()).max().unwrap_or(0),
        skor: nilai(&a.beku, &a.duduk).1,
    }
}

impl Angka {
    fn rerata(&self) -> String {
        self.skor.checked_div(self.terisi as i64).map_or("tidak ada".into(), kata::poin)
    }
}

/// `GET /penempatan/{id}/hasil`; `peka` works out the sensitivity, `dengan` compares with another round.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel_orang(ctx)?;
    let a = akhir(&ctx.hall, &r)?;
    tak_berkepentingan(ctx, &a.beku)?;
    let page = susun(ctx, &world, &r, &a)?;
    Ok(html(view(&frame_rencana(ctx, &r, "Hasil"), &page)))
}

fn susun(ctx: &Ctx, world: &World, r: &Rencana, a: &Akhir) -> Result<HasilView, Problem> {
    let at = format!("/penempatan/{}", r.id);
    let base = format!("{at}/hasil");
    let n = angka(a);
    let chains = rantai(&a.beku, &a.duduk);
    let longer: Vec<_> = chains.iter().filter(|c| !c.langkah.is_empty()).collect();
    let rows = kursi(ctx, world, r, a, &at);
    let behind = rows.iter().position(|b| b.href == ctx.query("sesudah"));
    let cut = potong(rows.len(), ROWS, behind);
    let kept: Vec<(&str, &str)> = ["cari", "keadaan"].iter().map(|n| (*n, ctx.query(n))).collect();
    let to = |after: &str| web::url::link(&base, &[&kept[..], &[("sesudah", after)]].concat());
    let others: Vec<_> = store::semua(&ctx.hall)?
        .into_iter()
        .filter(|o| o.instansi == r.instansi && o.id != r.id && o.perhitungan.is_some())
        .collect();
    // This one and two more stand beside each other.
    let asked: Vec<&str> = ["dengan", "dan"].map(|n| ctx.query(n)).into_iter().collect();
    let beside: Vec<_> = asked
        .iter()
        .enumerate()
        .filter(|(n, id)| !asked[..*n].contains(id))
        .filter_map(|(_, id)| others.iter().find(|o| o.id == *id))
        .collect();
    let theirs: Vec<Akhir> = beside.iter().map(|o| akhir(&ctx.hall, o)).collect::<Result<_, _>>()?;
    let names = |k: &str| super::macam::kriteria_nama(ctx, k);
    let asks = ctx.query("peka") == "1";
    let effects = dampak_dari(&a.beku, &a.duduk);
    let mut unit: Vec<BarisUnit> = effects
        .unit
        .iter()
        .map(|(u, size)| baris_unit(a.beku.unit.get(*u as usize).map_or("", |u| u.nama.as_str()), size))
        .collect();
    unit.sort_by_key(|u| std::cmp::Reverse(u.gerak.0 + u.gerak.1));
    let units = unit.len();
    unit.truncate(UNITS);
    Ok(HasilView {
        kepala: kepala(ctx, world, r, "/hasil"),
        bundel: format!("{at}/bundel.zip"),
        angka: angka_utama(&n),
        catatan: catatan(r, a),
        rantai: longer.iter().enumerate().map(|(n, c)| gambar(world, &a.beku, n + 1, c)).collect(),
        saring: saring(ctx, &base, rows.len()),
        paging: Paging {
            first: if rows.is_empty() { 0 } else { cut.rows.start as u64 + 1 },
            last: cut.rows.end as u64,
            total: Some(rows.len() as u64),
            previous_href: cut.previous.map(|p| to(p.map_or("", |p| rows[p].href.as_str()))),
            next_href: cut.next.map(|p| to(&rows[p].href)),
            sizes: Vec::new(),
        },
        kursi: rows[cut.rows].to_vec(),
        kosong: kosong(r, a, &at),
        luar: kata::ditinggalkan(a),
        unit,
        lebih: [
            a.duduk.iter().filter(|who| who.is_none()).count().saturating_sub(EMPTY),
            units.saturating_sub(UNITS),
            effects.wilayah.len().saturating_sub(UNITS),
        ],
        wilayah: effects.wilayah.iter().take(UNITS).map(|(name, size)| baris_unit(name, size)).collect(),
        batas: super::batas::susun(&a.beku, &a.hasil, &a.duduk, r.pokok.batas_unit),
        peka_href: if asks { String::new() } else { format!("{base}?peka=1#peka") },
        peka: if asks { kepekaan(a, &names) } else { Vec::new() },
        pembanding: others.iter().map(|o| (o.id.clone(), o.pokok.judul.clone())).collect(),
        dengan: asked.iter().map(|id| (*id).to_owned()).collect(),
        banding_judul: beside.iter().map(|o| o.pokok.judul.clone()).collect(),
        banding: if theirs.is_empty() { Vec::new() } else { banding(a, &theirs) },
        alamat: base,
    })
}

fn angka_utama(n: &Angka) -> Vec<AngkaUtama> {
    let empty = (n.kursi - n.terisi) as u64;
    vec![
        AngkaUtama::new("Pos terisi", n.terisi as u64, &format!("dari {} tempat", n.kursi)),
        AngkaUtama::new("Tetap kosong", empty, if empty == 0 { "" } else { "sebabnya di bawah" }),
        AngkaUtama::new("Pindah antarpos", n.pindah as u64, &format!("dan {} dari luar rencana", n.baru)),
        AngkaUtama::new("Rantai", n.rantai as u64, &format!("terpanjang {} perpindahan", n.panjang)),
        AngkaUtama {
            label: "Rerata nilai".into(),
            value: n.rerata(),
            note: "per pos terisi, dari 100".into(),
            ..AngkaUtama::default()
        },
    ]
}

fn catatan(r: &Rencana, a: &Akhir) -> Vec<String> {
    let mut all = Vec::new();
    if a.beku.tiga_nama {
        all.push(
            "Macam rencana ini menyajikan tiga nama per pos; PPK yang memilih. Lihat halaman Penyimpangan."
                .into(),
        );
    }
    let differs = kata::berbeda(a).len();
    if differs > 0 && !a.beku.tiga_nama {
        all.push(format!(
            "{} penyimpangan PPK sudah dihitung di sini; {differs} pos berbeda dari hasil semula.",
            r.penyimpangan.len()
        ));
    }
    if !a.hasil.seri.is_empty() {
        let by = if a.beku.duk { "urutan kepangkatan (DUK)" } else { "urutan undian" };
        all.push(format!(
            "{} pos bernilai sama bagi lebih dari satu susunan dan ditentukan {by} menurut pengumuman.",
            a.hasil.seri.len()
        ));
    }
    all
}

fn baris_unit(nama: &str, size: &Ukuran) -> BarisUnit {
    BarisUnit {
        nama: nama.to_owned(),
        kursi: size.kursi,
        gerak: (size.keluar, size.masuk),
        kosong: size.kosong,
        pengalaman: size.pengalaman,
        lewat: size.lewat_batas,
    }
}

/// Seats that fit the filter, in the order of the plan.
fn kursi(ctx: &Ctx, world: &World, r: &Rencana, a: &Akhir, at: &str) -> Vec<BarisKursi> {
    let words = fold_text(ctx.query("cari").trim());
    let asked = ctx.query("keadaan");
    let row = |(k, who): (usize, &Option<u32>)| {
        let (jabatan, unit) = kata::kursi(&a.beku, k as u32);
        let seat = &a.beku.kursi[k];
        let name = |c: Option<u32>| c.map_or(String::new(), |c| kata::calon(world, &a.beku, c).0);
        let deviates = r.penyimpangan.iter().any(|p| p.0.pos == seat.pos && p.0.tempat == seat.tempat);
        let asal = who.and_then(|w| a.beku.calon.get(w as usize)).and_then(|c| c.asal);
        let keadaan = match who {
            _ if deviates => ("Menyimpang", Tone::Awas),
            None => ("Kosong", Tone::Netral),
            Some(_) if asal == Some(k as u32) => ("Tetap", Tone::Netral),
            Some(_) if asal.is_some() => ("Pindah", Tone::Info),
            Some(_) => ("Baru", Tone::Ok),
        };
        let pair = who.and_then(|w| a.beku.cari(w, k as u32));
        let id = who.and_then(|w| a.beku.calon.get(w as usize)).map(|c| c.pegawai);
        BarisKursi {
            href: format!("{at}/kursi/{k}"),
            jabatan,
            unit,
            kini: name(seat.pemegang),
            nanti: name(*who),
            orang_href: id.map_or(String::new(), |id| format!("{at}/orang/{id}")),
            skor: pair.map_or(String::new(), |p| kata::poin(i64::from(p.skor))),
            keadaan: (keadaan.0.to_owned(), keadaan.1),
        }
    };
    let fits = |b: &BarisKursi| {
        let text = || fold_text(&format!("{} {} {} {}", b.jabatan, b.unit, b.kini, b.nanti));
        (asked.is_empty() || asked == b.keadaan.0) && (words.is_empty() || text().contains(&words))
    };
    a.duduk.iter().enumerate().map(row).filter(fits).collect()
}

fn saring(ctx: &Ctx, base: &str, count: usize) -> Saring {
    let states = ["Tetap", "Pindah", "Baru", "Kosong", "Menyimpang"];
    let choices = [Pilihan {
        name: "keadaan".into(),
        label: "Keadaan".into(),
        value: ctx.query("keadaan").to_owned(),
        options: states.map(|s| (s.to_owned(), s.to_owned())).to_vec(),
    }];
    let bar =
        Saring::of(base, ("cari", "Cari pos, unit, atau nama"), ctx.query("cari"), Vec::new(), &choices);
    Saring { count: Some(count as u64), noun: "tempat".into(), ..bar }
}

/// A chain as it is drawn.
pub(super) fn gambar(world: &World, beku: &Beku, nomor: usize, c: &crate::rule::hasil::Rantai) -> Rantai {
    let place = |k: u32, kind: Simpul, more: &str| {
        let (name, unit) = kata::kursi(beku, k);
        let beside = match (unit.is_empty(), more.is_empty()) {
            (_, true) => unit,
            (true, false) => more.to_owned(),
            (false, false) => format!("{unit}: {more}"),
        };
        (name, beside, kind)
    };
    let mut simpul: Vec<(String, String, Simpul)> =
        c.langkah.iter().map(|(_, _, to)| place(*to, Simpul::Isi, "")).collect();
    match c.langkah.last() {
        Some((_, _, _)) if c.melingkar => {
            simpul.extend(c.langkah.first().map(|first| place(first.2, Simpul::Luar, "kembali ke atas")));
        }
        Some((_, Some(from), _)) => {
            let empty = c.kosong == Some(*from);
            let kind = if empty { Simpul::Kosong } else { Simpul::Isi };
            simpul.push(place(*from, kind, if empty { "tetap kosong" } else { "" }));
        }
        Some((who, None, _)) => {
            let job = beku.calon.get(*who as usize).map_or(String::new(), |c| c.jabatan.clone());
            simpul.push((job, "dari luar rencana ini".into(), Simpul::Luar));
        }
        None => {}
    }
    let count = c.langkah.len();
    let what = if c.melingkar { "Tukar tempat".to_owned() } else { format!("Rantai {nomor}") };
    Rantai {
        judul: format!("{what}: {count} perpindahan"),
        orang: c.langkah.iter().map(|l| kata::calon(world, beku, l.0).0).collect(),
        simpul,
    }
}

/// Seats that stay empty: name, unit, why, page.
fn kosong(r: &Rencana, a: &Akhir, at: &str) -> Vec<(String, String, String, String)> {
    let empty = a.duduk.iter().enumerate().filter(|(_, who)| who.is_none());
    empty
        .take(EMPTY)
        .map(|(k, _)| {
            let (name, unit) = kata::kursi(&a.beku, k as u32);
            let able = urutan(&a.beku, k as u32).len();
            let group = a.beku.kursi[k].kelompok;
            let out = a.beku.dikecualikan.iter().filter(|d| d.kelompok == group).count();
            let seat = &a.beku.kursi[k];
            let decided = r
                .penyimpangan
                .iter()
                .find(|(p, _)| p.kosong() && (&p.pos, p.tempat) == (&seat.pos, seat.tempat));
            let why = match able {
                _ if decided.is_some() => {
                    format!("Dibiarkan kosong oleh PPK: {}", decided.map_or("", |(p, _)| &p.alasan))
                }
                0 => format!("Tidak ada yang memenuhi syarat; {out} orang dikecualikan dengan alasan."),
                n => {
                    format!("{n} orang memenuhi syarat, tetapi semuanya ditempatkan atau tetap di pos lain.")
                }
            };
            (name, unit, why, format!("{at}/kursi/{k}"))
        })
        .collect()
}

fn kepekaan(a: &Akhir, nama: &dyn Fn(&str) -> String) -> Vec<(String, String, String, usize)> {
    let key = |n: usize| a.beku.kriteria.get(n).map_or("", |k| k.kunci.as_str());
    peka(&a.beku, &a.hasil)
        .into_iter()
        .map(|p| {
            let weights: Vec<String> =
                p.bobot.iter().enumerate().map(|(n, b)| format!("{} {b}", nama(key(n)))).collect();
            (nama(key(p.kriteria)), format!("{:+}", p.geser), weights.join(", "), p.berubah)
        })
        .collect()
}

/// Figures of this round, then of each other one.
fn banding(here: &Akhir, others: &[Akhir]) -> Vec<(String, Vec<String>)> {
    let all: Vec<(&Akhir, Angka)> = std::iter::once(here).chain(others).map(|a| (a, angka(a))).collect();
    let row = |name: &str, cell: &dyn Fn(&Akhir, &Angka) -> String| {
        (name.to_owned(), all.iter().map(|(a, n)| cell(a, n)).collect())
    };
    let weights = |a: &Akhir, _: &Angka| {
        a.beku.kriteria.iter().map(|k| format!("{} {}", k.kunci, k.bobot)).collect::<Vec<_>>().join(", ")
    };
    vec![
        row("Bobot", &weights),
        row("Pos terisi", &|_, n| format!("{} dari {}", n.terisi, n.kursi)),
        row("Pindah antarpos", &|_, n| n.pindah.to_string()),
        row("Dari luar rencana", &|_, n| n.baru.to_string()),
        row("Rantai", &|_, n| n.rantai.to_string()),
        row("Rantai terpanjang", &|_, n| n.panjang.to_string()),
        row("Rerata nilai", &|_, n| n.rerata()),
        row("Batas keluar unit", &|a, _| super::batas::ringkas(a)),
        row("Pengisi berbeda dari rencana ini", &|a, _| {
            if std::ptr::eq(a, here) { "–".to_owned() } else { berbeda(here, a) }
        }),
    ]
}

/// On how many of the posts both have somebody else sits.
fn berbeda(here: &Akhir, there: &Akhir) -> String {
    let same = |(k, who): (usize, &Option<u32>)| {
        let (seat, who) = (&here.beku.kursi[k], who.and_then(|w| here.beku.calon.get(w as usize)));
        let other = there.beku.kursi_dari(&seat.pos, seat.tempat)?;
        let sits = there.duduk.get(other as usize).copied().flatten();
        let sits = sits.and_then(|w| there.beku.calon.get(w as usize));
        Some(sits.map(|c| c.pegawai) == who.map(|c| c.pegawai))
    };
    let all: Vec<bool> = here.duduk.iter().enumerate().filter_map(same).collect();
    format!("{} dari {} pos bersama", all.iter().filter(|s| !**s).count(), all.len())
}
