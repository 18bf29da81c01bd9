//! `/penempatan/{id}/kursi/{n}` and `/penempatan/{id}/orang/{pegawai}`: the panel and auditors read who was
//! considered, and why somebody is where.

use super::catat::boleh;
use super::kata::{self, poin};
use super::macam::kriteria_nama;
use super::umum::{frame_rencana, kepala, orang, panel_orang, tak_berkepentingan};
use crate::rule::batas::pemegang;
use crate::rule::mengapa::{Mengapa, Mesin};
use crate::rule::{Beku, Rencana, Tindak, urutan};
use crate::tetapkan::{Akhir, akhir};
use crate::view::kursi::{BarisCalon, KursiView, kursi as view_kursi};
use crate::view::orang::{BarisDapat, OrangView, Tentang, orang as view_orang};
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html};
use kernel::PegawaiId;
use std::collections::BTreeMap;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/kursi/{n}",
        action: Some(Action::Penempatan),
        handler: satu,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/orang/{pegawai}",
        action: Some(Action::Penempatan),
        handler: tentang,
    },
];

/// People listed for a seat, and seats for a person.
const LISTED: usize = 60;
/// People whose exact margin is worked out: each is a plan solved again.
const MARGINS: usize = 3;
/// Reasons of exclusion listed for a seat.
const REASONS: usize = 30;

fn ruang(ctx: &Ctx) -> Result<(std::sync::Arc<World>, std::sync::Arc<Rencana>, Akhir), Problem> {
    let (world, r) = panel_orang(ctx)?;
    let a = akhir(&ctx.hall, &r)?;
    tak_berkepentingan(ctx, &a.beku)?;
    Ok((world, r, a))
}

/// Names of the criteria of a round with their weights.
pub fn kriteria(ctx: &Ctx, beku: &Beku) -> Vec<String> {
    beku.kriteria.iter().map(|k| format!("{} ({})", kriteria_nama(ctx, &k.kunci), k.bobot)).collect()
}

/// `GET /penempatan/{id}/kursi/{n}`.
fn satu(ctx: &mut Ctx) -> Answer {
    let (world, r, a) = ruang(ctx)?;
    let n: u32 = ctx.param("n").parse().map_err(|_| Problem::NotFound)?;
    let seat = a.beku.kursi.get(n as usize).ok_or(Problem::NotFound)?;
    let at = format!("/penempatan/{}", r.id);
    let order = urutan(&a.beku, n);
    let sits = a.duduk.get(n as usize).copied().flatten();
    let name = |c: u32| kata::calon(&world, &a.beku, c).0;
    let row = |(place, (who, skor)): (usize, &(u32, i32))| {
        let person = &a.beku.calon[*who as usize];
        let now = a.duduk.iter().position(|d| *d == Some(*who));
        BarisCalon {
            urutan: place + 1,
            nama: name(*who),
            href: format!("{at}/orang/{}", person.pegawai),
            kini: person.jabatan.clone(),
            nilai: a.beku.cari(*who, n).map_or(Vec::new(), |p| p.nilai.clone()),
            skor: poin(i64::from(*skor)),
            tempat: now.map_or("tidak dipindahkan".into(), |k| kata::kursi(&a.beku, k as u32).0),
            duduk: sits == Some(*who),
        }
    };
    let mesin = Mesin::new(&a.beku, &a.hasil);
    let others = order.iter().filter(|(who, _)| a.hasil.duduk.get(n as usize) != Some(&Some(*who)));
    let selisih = others.take(MARGINS).map(|(who, _)| {
        let m = mesin.mengapa(*who, n);
        (name(*who), kata::mengapa(&a.beku, &m, &name(*who), &name, false))
    });
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for d in a.beku.dikecualikan.iter().filter(|d| d.kelompok == seat.kelompok && !d.tertutup()) {
        *reasons.entry(d.bunyi.as_str()).or_default() += 1;
    }
    let mut reasons: Vec<(String, usize)> = reasons.into_iter().map(|(b, n)| (b.to_owned(), n)).collect();
    reasons.sort_by_key(|r| std::cmp::Reverse(r.1));
    reasons.truncate(REASONS);
    let (jabatan, unit) = kata::kursi(&a.beku, n);
    let chooses = boleh(ctx, &r, Tindak::Menyimpang);
    let page = KursiView {
        kepala: kepala(ctx, &world, &r, "/hasil"),
        fakta: vec![
            ("Jenjang".into(), jenjang(&seat.jenjang)),
            ("Kelas jabatan".into(), seat.kelas.to_string()),
            ("Pemegang sekarang".into(), seat.pemegang.map_or("kosong".into(), name)),
            ("Pengisi menurut rencana".into(), sits.map_or("tetap kosong".into(), name)),
            ("Dipertimbangkan".into(), format!("{} orang", order.len())),
            (
                "Keluar dari unit ini".into(),
                pemegang(&a.beku, &a.duduk).get(seat.unit as usize).map_or(String::new(), kata::keluar),
            ),
            ("Kritis".into(), if seat.kritis { "ya, berbobot dua kali".into() } else { "tidak".into() }),
        ],
        kriteria: kriteria(ctx, &a.beku),
        calon: order.iter().enumerate().take(LISTED).map(row).collect(),
        lebih: order.len().saturating_sub(LISTED),
        selisih: selisih.collect(),
        dikecualikan: reasons,
        menyimpang: if chooses { format!("{at}/menyimpang?kursi={n}#pilih") } else { String::new() },
        jabatan,
        unit,
    };
    Ok(html(view_kursi(&frame_rencana(ctx, &r, &page.jabatan), &page)))
}

fn jenjang(word: &str) -> String {
    kernel::tables::Jenjang::from_word(word).map_or_else(|| word.to_owned(), |j| j.label().to_owned())
}

/// `GET /penempatan/{id}/orang/{pegawai}`; `kursi` is the seat asked about.
fn tentang(ctx: &mut Ctx) -> Answer {
    let (world, r, a) = ruang(ctx)?;
    let who = PegawaiId::parse(ctx.param("pegawai")).ok_or(Problem::NotFound)?;
    let known = a.beku.calon_dari(who).is_some() || a.beku.dikecualikan.iter().any(|d| d.pegawai == who);
    if !known {
        return Err(Problem::NotFound);
    }
    let (nama, nip) = orang(&world, who);
    let page = OrangView {
        kepala: kepala(ctx, &world, &r, "/hasil"),
        alamat: format!("/penempatan/{}/orang/{who}", r.id),
        tentang: susun(ctx, &world, &r, &a.beku, Some(&a), who, false),
        nama: nama.clone(),
        nip,
    };
    Ok(html(view_orang(&frame_rencana(ctx, &r, &nama), &page)))
}

/// What is said about a person; `aku` says it to the person, without anything of anybody else.
pub fn susun(
    ctx: &Ctx,
    world: &World,
    r: &Rencana,
    beku: &Beku,
    a: Option<&Akhir>,
    who: PegawaiId,
    aku: bool,
) -> Tentang {
    let at = format!("/penempatan/{}", r.id);
    let own = beku.calon_dari(who);
    let mut pairs: Vec<_> = beku.pasangan.iter().filter(|p| Some(p.calon) == own).collect();
    pairs.sort_by_key(|p| (std::cmp::Reverse(p.skor), p.kursi));
    let sits = a.zip(own).and_then(|(a, c)| a.duduk.iter().position(|d| *d == Some(c))).map(|k| k as u32);
    // To the person the arrangement is told when it stands: after the decision became an SK.
    let told = a.is_some() && (!aku || r.langkah.iter().any(|l| l.0 == crate::rule::Tahap::Ditetapkan));
    let state = |k: u32| match (told, sits == Some(k)) {
        (true, true) => "di pos ini".to_owned(),
        (true, false) => String::new(),
        (false, _) => "belum ditetapkan".to_owned(),
    };
    let row = |p: &&crate::rule::beku::Pasangan| {
        let (jabatan, unit) = kata::kursi(beku, p.kursi);
        let order = urutan(beku, p.kursi);
        let place = order.iter().position(|o| o.0 == p.calon).map_or(0, |n| n + 1);
        BarisDapat {
            jabatan,
            unit,
            href: if aku { String::new() } else { format!("{at}/kursi/{}", p.kursi) },
            nilai: p.nilai.clone(),
            skor: poin(i64::from(p.skor)),
            // The place among others says something of others: to the person only once it stands.
            urutan: if told { format!("{place} dari {}", order.len()) } else { "belum ditetapkan".into() },
            keadaan: state(p.kursi),
        }
    };
    let named = |k: usize| beku.kriteria.get(k).map_or(String::new(), |k| kriteria_nama(ctx, &k.kunci));
    let documents = own.map_or(Vec::new(), |c| {
        let all = (0..beku.kriteria.len()).map(|k| (named(k), beku.sumber(c, k).to_owned()));
        all.filter(|(_, d)| !d.is_empty()).collect()
    });
    let asked: Option<u32> = ctx.query("kursi").parse().ok();
    let asked = asked.filter(|k| (*k as usize) < beku.kursi.len());
    let answer = asked.zip(a.filter(|_| told)).map(|(k, a)| jawab(world, beku, a, own, who, k, aku));
    let (jawaban, perubahan) = answer.unwrap_or_default();
    let seat = |k: Option<u32>| k.map(|k| kata::sebut_kursi(beku, k));
    let person = own.and_then(|c| beku.calon.get(c as usize));
    let mut facts =
        vec![("Jabatan sekarang".to_owned(), person.map_or(String::new(), |c| c.jabatan.clone()))];
    facts.push(("Dapat mengisi".into(), format!("{} pos", pairs.len())));
    if told {
        facts.push((
            "Menurut rencana".into(),
            seat(sits).unwrap_or("tidak dipindahkan oleh rencana ini".into()),
        ));
    }
    let asks = if told { tanya(beku, &pairs) } else { Vec::new() };
    Tentang {
        fakta: facts.into_iter().filter(|f| !f.1.is_empty()).collect(),
        kriteria: kriteria(ctx, beku),
        pos: pairs.iter().take(LISTED).map(row).collect(),
        lebih: pairs.len().saturating_sub(LISTED),
        sumber: documents,
        dikecualikan: beku
            .dikecualikan
            .iter()
            .filter(|d| d.pegawai == who && (aku || !d.tertutup()))
            .map(|d| (beku.kelompok.get(d.kelompok as usize).cloned().unwrap_or_default(), d.bunyi.clone()))
            .collect(),
        tanya: asks,
        tentang: ctx.query("kursi").to_owned(),
        jawaban,
        perubahan,
    }
}

/// Seats that can be asked about: those one may sit in first, then the others of the round.
fn tanya(beku: &Beku, pairs: &[&crate::rule::beku::Pasangan]) -> Vec<(String, String)> {
    let first = pairs.iter().map(|p| p.kursi);
    let others = (0..beku.kursi.len() as u32).filter(|k| !pairs.iter().any(|p| p.kursi == *k));
    first.chain(others).map(|k| (k.to_string(), kata::sebut_kursi(beku, k))).collect()
}

fn jawab(
    world: &World,
    beku: &Beku,
    a: &Akhir,
    own: Option<u32>,
    who: PegawaiId,
    k: u32,
    aku: bool,
) -> (Vec<String>, Vec<String>) {
    let name = |c: u32| kata::calon(world, beku, c).0;
    let called = if aku { "Anda".to_owned() } else { orang(world, who).0 };
    let m = match own {
        Some(c) => Mesin::new(beku, &a.hasil).mengapa(c, k),
        None => {
            let group = beku.kursi.get(k as usize).map(|s| s.kelompok);
            let about = beku.dikecualikan.iter().enumerate();
            let of = about.filter(|(_, d)| d.pegawai == who && Some(d.kelompok) == group);
            Mengapa::Dikecualikan(of.map(|(n, _)| n).collect())
        }
    };
    let changes = match &m {
        Mengapa::Kalah { biaya, .. } if !aku => kata::perubahan(beku, biaya, &name),
        _ => Vec::new(),
    };
    let mut said = kata::mengapa(beku, &m, &called, &name, aku);
    if kata::berbeda(a).contains(&k) {
        // What holds comes first; what was worked out says so.
        let sits = a.duduk.get(k as usize).copied().flatten();
        let holds = match sits {
            Some(c) if own == Some(c) => format!("PPK menempatkan {called} di pos ini."),
            Some(c) if !aku => format!("PPK menempatkan {} di pos ini.", name(c)),
            Some(_) => "PPK menempatkan orang lain di pos ini.".to_owned(),
            None => "Pos ini kosong menurut putusan PPK.".to_owned(),
        };
        let then = "Sebelum putusan itu, menurut hitungan:".to_owned();
        said.splice(0..0, [format!("{holds} Alasannya tercatat dan dimuat dalam laporan rencana."), then]);
    }
    (said, changes)
}
