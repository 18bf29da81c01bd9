//! `/suksesi/simulasi`: what happens when many retire, as chains that refill what they leave.

use super::super::hasil::gambar;
use super::super::kata;
use super::{Meja, PenerusView, RUMAH, alamat, umur};
use crate::simulasi::{Asal, Simulasi, simulasi};
use crate::view::simulasi::{IsianView, KosongView, PosKosong, SimulasiView, simulasi as view};
use host::{Answer, Ctx, Problem, html, http, tanggal};
use kernel::register::Rumpun;
use kernel::tables::Jenjang;
use kernel::{Date, PegawaiId};
use std::collections::{BTreeMap, HashMap, HashSet};
use web::Frame;

/// Years one may look ahead, and people that may be taken.
const TAHUN: i16 = 10;
const PENSIUN_MOST: usize = 200;
/// People taken where nobody says how many.
const BIASA: usize = 40;
/// Chains drawn, and posts listed.
const DRAWN: usize = 12;
const ROWS: usize = 200;

/// What was asked for.
struct Diminta {
    tahun: i16,
    jumlah: usize,
}

/// Reads the address; nothing stands for next year and forty people.
fn diminta(ctx: &Ctx, today: Date) -> Result<Diminta, Vec<(String, String)>> {
    let (first, last) = (today.year(), today.year() + TAHUN);
    let (year, many) = (ctx.query("tahun").trim(), ctx.query("jumlah").trim());
    let tahun = match year {
        "" => Some(first + 1),
        typed => typed.parse().ok().filter(|y| (first..=last).contains(y)),
    };
    let jumlah = match many {
        "" => Some(BIASA),
        typed => typed.parse().ok().filter(|n| (1..=PENSIUN_MOST).contains(n)),
    };
    match (tahun, jumlah) {
        (Some(tahun), Some(jumlah)) => Ok(Diminta { tahun, jumlah }),
        (tahun, jumlah) => {
            let wrong = |name: &str, said: String| (name.to_owned(), said);
            let year = || {
                wrong(
                    "tahun",
                    format!(
                        "Tulis tahun dengan angka, {first} sampai {last}, misalnya {}. (PNP-77)",
                        first + 1
                    ),
                )
            };
            let many = || {
                wrong(
                    "jumlah",
                    format!(
                        "Tulis banyaknya pegawai dengan angka, 1 sampai {PENSIUN_MOST}, misalnya {BIASA}. (PNP-84)"
                    ),
                )
            };
            let salah = [tahun.is_none().then(year), jumlah.is_none().then(many)];
            Err(salah.into_iter().flatten().collect())
        }
    }
}

/// `GET /suksesi/simulasi?tahun=2027&jumlah=40`.
pub(super) fn lihat(ctx: &mut Ctx) -> Answer {
    let today = ctx.hall.today();
    let frame = ctx.frame("Simulasi pensiun", &[RUMAH[0], ("Suksesi", "/suksesi")]);
    let asked = match diminta(ctx, today) {
        Ok(asked) => asked,
        Err(salah) => {
            let typed = (ctx.query("tahun").to_owned(), ctx.query("jumlah").to_owned());
            let isian = IsianView { tahun: typed.0, jumlah: typed.1, salah };
            return Ok(http::refused(view(&Frame { refused: true, ..frame }, &isian, None)));
        }
    };
    let isian =
        IsianView { tahun: asked.tahun.to_string(), jumlah: asked.jumlah.to_string(), salah: Vec::new() };
    let page = susun(ctx, today, &asked)?;
    Ok(html(view(&frame, &isian, Some(&page))))
}

fn susun(ctx: &Ctx, today: Date, asked: &Diminta) -> Result<SimulasiView, Problem> {
    let meja = Meja::siapkan(ctx)?;
    let register = &meja.world.register;
    let going = pensiun(&meja, today, asked.tahun);
    let mut retiring: Vec<(usize, Date)> =
        going.iter().filter(|(_, day)| day.year() == asked.tahun).copied().collect();
    let all = retiring.len();
    // Those whose posts somebody has to follow in come first.
    let leads =
        |i: usize| matches!(register.rumpun(i), Some(Rumpun::Jpt | Rumpun::Administrator | Rumpun::Pengawas));
    retiring.sort_by_key(|(i, day)| (!leads(*i), *day, *i));
    retiring.truncate(asked.jumlah);
    let row = |i: usize| u32::try_from(i).unwrap_or(u32::MAX);
    let asal = Asal {
        instansi: &meja.own,
        pensiun: &retiring.iter().map(|r| row(r.0)).collect(),
        pergi: &going.iter().map(|r| row(r.0)).collect(),
        tampak: &meja.rows.iter().map(|i| row(*i)).collect(),
    };
    let (found, catatan) = match simulasi(&ctx.hall, &meja.world, &asal) {
        Ok(found) => (found, String::new()),
        // What cannot be worked out is said; who retires is shown all the same.
        Err(Problem::Refused(_, said)) => (None, format!("Rantai tidak dihitung: {said}")),
        Err(failed) => return Err(failed),
    };
    let days: HashMap<u32, Date> = retiring.iter().map(|(i, day)| (row(*i), *day)).collect();
    let mut page = SimulasiView {
        tahun: asked.tahun,
        diminta: asked.jumlah,
        semua: all,
        pensiun: retiring.len(),
        catatan,
        ..SimulasiView::default()
    };
    if let Some(found) = found {
        page.terbuka = found.terbuka;
        page.pindah = found.rantai.iter().map(|c| c.langkah.len()).sum();
        page.rantai_lebih = found.rantai.len().saturating_sub(DRAWN);
        let drawn = found.rantai.iter().take(DRAWN).enumerate();
        page.rantai = drawn.map(|(n, c)| gambar(&meja.world, &found.beku, n + 1, c)).collect();
        page.kosong = ditinggalkan(&meja, &found, &days);
        page.tetap_kosong = tetap_kosong(&found);
    }
    Ok(page)
}

/// The posts left, each with the day, who comes into it, and how many may.
fn ditinggalkan(meja: &Meja, s: &Simulasi, days: &HashMap<u32, Date>) -> Vec<KosongView> {
    let register = &meja.world.register;
    let mut of_post: HashMap<&str, Vec<Date>> = HashMap::new();
    for (row, day) in days {
        of_post.entry(register.names.text(register.pos[*row as usize])).or_default().push(*day);
    }
    of_post.values_mut().for_each(|list| list.sort_unstable_by(|a, b| b.cmp(a)));
    let person = |c: u32, skor: i32| -> Option<PenerusView> {
        let i = register.find(s.beku.calon.get(c as usize)?.pegawai)?;
        Some(PenerusView {
            nama: register.nama(i).to_owned(),
            href: format!("/pegawai/{}", register.id[i]),
            jabatan: register.names.text(register.jabatan[i]).to_owned(),
            poin: kata::poin(i64::from(skor)),
            kurang: Vec::new(),
        })
    };
    let mut all: Vec<KosongView> = Vec::new();
    for k in &s.ditinggalkan {
        let seat = &s.beku.kursi[*k as usize];
        let day = of_post.get_mut(seat.pos.as_str()).and_then(Vec::pop);
        let sits = s.duduk.get(*k as usize).copied().flatten();
        let skor = sits.and_then(|c| s.beku.cari(c, *k)).map_or(0, |p| p.skor);
        let unit = s.beku.unit.get(seat.unit as usize).map_or("", |u| u.nama.as_str());
        all.push(KosongView {
            jabatan: seat.jabatan.clone(),
            href: alamat(&seat.pos),
            unit: unit.to_owned(),
            jenjang: Jenjang::from_word(&seat.jenjang).map_or_else(String::new, |j| j.label().to_owned()),
            pensiun: day.map(tanggal),
            tanpa_profil: !meja.profil.contains_key(&seat.pos),
            calon: s.beku.calon_kursi(*k).len(),
            pengisi: sits.and_then(|c| person(c, skor)),
        });
    }
    all.truncate(ROWS);
    all
}

/// Seats that end empty, and why.
fn tetap_kosong(s: &Simulasi) -> Vec<PosKosong> {
    let empty = s.duduk.iter().enumerate().filter(|(_, who)| who.is_none()).take(ROWS);
    let one = |(k, _): (usize, &Option<u32>)| {
        let (jabatan, unit) = kata::kursi(&s.beku, k as u32);
        let able = s.beku.calon_kursi(k as u32).len();
        let sebab = match able {
            0 => tak_seorang(s, k),
            n => format!("{n} orang dapat menempatinya, tetapi semuanya mengisi pos lain."),
        };
        PosKosong { jabatan, unit, sebab, ditinggalkan: s.ditinggalkan.binary_search(&(k as u32)).is_ok() }
    };
    empty.map(one).collect()
}

/// What keeps most people out of a seat; what is told to the person alone stays out of it.
fn tak_seorang(s: &Simulasi, k: usize) -> String {
    let group = s.beku.kursi[k].kelompok;
    let mut counted: BTreeMap<&str, HashSet<PegawaiId>> = BTreeMap::new();
    for d in s.beku.dikecualikan.iter().filter(|d| d.kelompok == group && !d.tertutup()) {
        counted.entry(&d.bunyi).or_default().insert(d.pegawai);
    }
    let most = counted.into_iter().max_by_key(|(_, people)| people.len());
    match most {
        Some((bunyi, people)) => {
            let bunyi = bunyi.trim_end_matches('.');
            format!(
                "Tidak ada yang memenuhi syarat. Paling banyak terhalang ({} orang): {bunyi}.",
                people.len()
            )
        }
        None => "Tidak ada yang memenuhi syarat dan dapat naik ke pos ini.".to_owned(),
    }
}

/// Who reaches TMT pensiun up to the end of a year, the earliest first, by the norm of the pack.
fn pensiun(meja: &Meja, today: Date, year: i16) -> Vec<(usize, Date)> {
    let register = &meja.world.register;
    let old = |born: Date| umur(born, year) || umur(born, today.year());
    let mut list: Vec<(usize, Date)> = meja
        .rows
        .iter()
        .filter(|i| register.active[**i] && register.lahir[**i].is_some_and(old))
        .filter_map(|i| {
            let ask = law::Ask::on("pensiun.tmt", today);
            let answer = meja.hukum.pack.telaah(&ask, &meja.kolom.potret(*i))?;
            let day = answer.nilai.and_then(|v| v.day())?;
            (day.year() <= year && day > today).then_some((*i, day))
        })
        .collect();
    list.sort_by_key(|(i, day)| (*day, *i));
    list
}
