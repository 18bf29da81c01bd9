//! Deciding one open condition about single people: `/penempatan/{id}/syarat?norma=…&syarat=…`, and recording it.

use super::catat::boleh;
use super::catat::{Salah, alasan, atau_ulang, catat, kembali, semua, ulang, wajib};
use super::norma::Norma;
use super::syarat::{Ruang, bahan, lagi as lagi_semua};
use super::umum::{frame_rencana, kepala, panel_orang, tak_berkepentingan};
use crate::isi::{Isi, Putusan};
use crate::kumpul::putusan::{Berlaku, Diputus, berlaku};
use crate::kumpul::{Kumpulan, Terbuka};
use crate::rule::{Rencana, Tindak, Tolak};
use crate::view::putus::{PutusView, YangDiputus, putus as view};
use crate::view::ulang::Ulang;
use host::{Answer, Ctx, Problem, World, html, http};
use kernel::PegawaiId;
use kernel::golongan::Golongan;
use kernel::search::fold_text;
use std::collections::BTreeSet;
use web::Frame;
use web::component::paging::Paging;
use web::component::saring::Saring;
use web::url::link;

/// People of a page.
const ROWS: usize = 50;
/// Letters of a NIP that tell people of one name apart.
const NIP_AKHIR: usize = 6;
/// Facts shown beside a person.
const FAKTA: usize = 4;

/// What is decided: norm, condition and group of posts, from the address or from the form.
struct Soal {
    norma: String,
    syarat: String,
    kelompok: String,
}

/// A value of the address, else of the form.
fn isian<'c>(ctx: &'c Ctx, name: &str) -> &'c str {
    Some(ctx.query(name)).filter(|v| !v.is_empty()).unwrap_or_else(|| ctx.field(name))
}

impl Soal {
    fn dari(ctx: &Ctx) -> Soal {
        let [norma, syarat, kelompok] = ["norma", "syarat", "kelompok"].map(|n| isian(ctx, n).to_owned());
        Soal { norma, syarat, kelompok }
    }

    fn cocok(&self, t: &Terbuka) -> bool {
        (&t.norma, &t.syarat, &t.kelompok) == (&self.norma, &self.syarat, &self.kelompok)
    }

    /// What of the round is about it: open, then decided.
    fn bagian<'k>(&self, found: &'k Kumpulan) -> Vec<&'k Terbuka> {
        found.terbuka.iter().chain(&found.diputus).filter(|t| self.cocok(t)).collect()
    }
}

/// How many decisions were made about a condition: a form carries it, so that nobody decides over what they have not
/// seen.
pub fn terlihat(r: &Rencana, norma: &str, syarat: &str, kelompok: &str) -> usize {
    let about = |p: &Putusan| {
        p.norma == norma && p.syarat == syarat && (p.kelompok == kelompok || p.kelompok.is_empty())
    };
    r.putusan.iter().filter(|(p, _)| about(p)).count()
}

/// The page where a condition is decided person by person.
pub fn alamat(r: &Rencana, norma: &str, syarat: &str, kelompok: &str) -> String {
    let at = format!("/penempatan/{}/syarat", r.id);
    link(&at, &[("norma", norma), ("syarat", syarat), ("kelompok", kelompok)])
}

/// `GET /penempatan/{id}/syarat?norma=…`.
pub fn lihat(ctx: &Ctx, ruang: &Ruang) -> Answer {
    let page = susun(ctx, ruang, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &ruang.1, "Putus per orang"), &page)))
}

fn susun(ctx: &Ctx, (world, r): &Ruang, ulang: Ulang) -> Result<PutusView, Problem> {
    let found = bahan(ctx, world, r)?.map_err(|text| Problem::Refused("PNP-42", text))?;
    tak_berkepentingan(ctx, &found.beku)?;
    let soal = Soal::dari(ctx);
    let parts = soal.bagian(&found);
    let Some(first) = parts.first() else {
        let sentence = "Syarat ini tidak menunggu putusan: datanya sudah menjawab, atau data sudah dikunci. Kembali ke Harus diputus.";
        return Err(Problem::Refused("PNP-43", sentence.into()));
    };
    let past = isian(ctx, "putusan");
    let standing = berlaku(r);
    let named: Option<&Berlaku> = standing.iter().find(|b| b.tanda.id == past && !b.pegawai.is_empty());
    let decided = Diputus::dari(r);
    let words = fold_text(isian(ctx, "cari").trim());
    let ids: BTreeSet<PegawaiId> = parts.iter().flat_map(|t| t.pegawai.iter().copied()).collect();
    let mut people: Vec<YangDiputus> = ids
        .into_iter()
        .filter(|id| named.is_none_or(|b| b.pegawai.contains(&id.to_string().as_str())))
        .map(|id| {
            let state = decided.tentang(&soal.norma, &soal.syarat, &soal.kelompok, id).map(|p| p.terpenuhi);
            seorang(ctx, world, id, first, state)
        })
        .filter(|o| {
            words.is_empty() || fold_text(&format!("{} {} {}", o.nama, o.nip, o.unit)).contains(&words)
        })
        .collect();
    people
        .sort_by(|a, b| (a.keadaan.is_some(), &a.nama, &a.nip).cmp(&(b.keadaan.is_some(), &b.nama, &b.nip)));
    let all = people.len();
    let pages = all.div_ceil(ROWS).max(1);
    let page = isian(ctx, "hal").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let from = (page - 1) * ROWS;
    let kept: Vec<(&str, &str)> = vec![
        ("norma", &soal.norma),
        ("syarat", &soal.syarat),
        ("kelompok", &soal.kelompok),
        ("putusan", named.map_or("", |_| past)),
    ];
    let at = format!("/penempatan/{}/syarat", r.id);
    let cari = isian(ctx, "cari").to_owned();
    let to = |n: usize| link(&at, &[&kept[..], &[("cari", &cari), ("hal", &n.to_string())]].concat());
    let keep = kept.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let bar = Saring::of(&at, ("cari", "Cari nama, NIP, atau unit"), &cari, keep, &[]);
    let shown: Vec<YangDiputus> = people.into_iter().skip(from).take(ROWS).collect();
    Ok(PutusView {
        kepala: kepala(ctx, world, r, "/syarat"),
        norma_nama: Norma::baca(ctx, r, std::iter::once(soal.norma.as_str())).nama(&soal.norma),
        bunyi: first.bunyi.clone(),
        kelompok_nama: first.kelompok_nama.clone(),
        sebab: first.sebab.label().to_owned(),
        tetap: [
            ("dari", "orang"),
            ("norma", &soal.norma),
            ("syarat", &soal.syarat),
            ("kelompok", &soal.kelompok),
            ("putusan", named.map_or("", |_| past)),
            ("cari", &cari),
            ("hal", &page.to_string()),
            ("lihat", &terlihat(r, &soal.norma, &soal.syarat, &soal.kelompok).to_string()),
        ]
        .map(|(n, v)| (n.to_owned(), v.to_owned()))
        .to_vec(),
        saring: Saring { count: Some(all as u64), noun: "orang".into(), ..bar },
        paging: Paging {
            first: if all == 0 { 0 } else { from as u64 + 1 },
            last: (from + shown.len()) as u64,
            total: Some(all as u64),
            previous_href: (page > 1).then(|| to(page - 1)),
            next_href: (page < pages).then(|| to(page + 1)),
            sizes: Vec::new(),
        },
        orang: shown,
        dipilih: named.is_some(),
        memutus: boleh(ctx, r, Tindak::Putusan),
        alamat: at,
        ulang,
    })
}

/// One person, told apart from others of the same name, with what the condition looks at.
fn seorang(ctx: &Ctx, world: &World, id: PegawaiId, soal: &Terbuka, keadaan: Option<bool>) -> YangDiputus {
    let register = &world.register;
    let Some(i) = register.find(id) else {
        return YangDiputus { id: id.to_string(), nama: id.to_string(), keadaan, ..YangDiputus::default() };
    };
    let hukum = ctx.hall.hukum();
    let (words, kolom) = (&hukum.pack.words, world.kolom());
    let said = |fakta: &law::FaktaId| {
        let def = words.fakta(*fakta);
        let known = kolom.as_ref().filter(|_| !def.tertutup)?.get(i, *fakta);
        known.value().map(|value| format!("{}: {}", def.label, value.show(words)))
    };
    let values: Vec<String> = soal.fakta.iter().filter_map(said).take(FAKTA).collect();
    let nip = register.nip(i);
    YangDiputus {
        id: id.to_string(),
        nama: register.nama(i).to_owned(),
        nip: nip.to_owned(),
        nip_akhir: nip.get(nip.len().saturating_sub(NIP_AKHIR)..).unwrap_or(nip).to_owned(),
        unit: world.unit_of(i).to_owned(),
        jabatan: register.names.text(register.jabatan[i]).to_owned(),
        golongan: Golongan::from_code(register.golongan[i]).map_or_else(String::new, |g| g.to_string()),
        nilai: values.join("; "),
        keadaan,
    }
}

fn lagi(ctx: &Ctx, ruang: &Ruang, ulang: Ulang) -> Answer {
    if ctx.field("dari") != "orang" {
        return lagi_semua(ctx, ruang, ulang);
    }
    let page = susun(ctx, ruang, ulang)?;
    let frame = Frame { refused: true, ..frame_rencana(ctx, &ruang.1, "Putus per orang") };
    Ok(http::refused(view(&frame, &page)))
}

/// `POST /penempatan/{id}/syarat`: what is open is decided, or what was decided is decided again.
pub fn putus(ctx: &mut Ctx) -> Answer {
    let ruang = panel_orang(ctx)?;
    let (world, r) = &ruang;
    let mut salah = Salah::default();
    let pejabat = salah.ambil("pejabat", wajib(ctx, "pejabat", "Pejabat yang memutus"));
    let alasan = salah.ambil("alasan", alasan(ctx));
    let met = match ctx.field("terpenuhi") {
        "1" => true,
        "0" => false,
        _ => {
            salah.0.push(("terpenuhi".into(), "Pilih putusan. (PNP-10)".into()));
            false
        }
    };
    let named: Vec<String> = semua(ctx, "pegawai").into_iter().map(str::to_owned).collect();
    let everybody = ctx.field("semua") == "1" || (ctx.field("dari") != "orang" && named.is_empty());
    if everybody != named.is_empty() {
        let sentence = if everybody {
            "Anda mencentang orang dan juga memilih semua orang. Pilih salah satu. (PNP-46)"
        } else {
            "Centang orang yang diputus, atau pilih semua orang. (PNP-46)"
        };
        salah.0.push(("semua".into(), sentence.into()));
    }
    if !salah.0.is_empty() {
        return lagi(ctx, &ruang, ulang(ctx, salah.0));
    }
    let soal = Soal::dari(ctx);
    let found = bahan(ctx, world, r)?.map_err(|text| Problem::Refused("PNP-42", text))?;
    let parts = soal.bagian(&found);
    let known = |id: &String| parts.iter().any(|t| t.pegawai.iter().any(|p| p.to_string() == *id));
    let fits = !parts.is_empty() && named.iter().all(known);
    let seen: usize = ctx.field("lihat").parse().unwrap_or(0);
    let every_group = ctx.field("semua_kelompok") == "1";
    let done = catat(ctx, r, Tindak::Putusan, |now| {
        if terlihat(now, &soal.norma, &soal.syarat, &soal.kelompok) != seen {
            let sentence = "Orang lain memutus syarat ini sesudah Anda membukanya. Muat ulang halaman ini, baca putusannya, lalu putus lagi bila perlu.";
            return Err(Tolak("PNP-43", sentence.into()));
        }
        if !fits {
            let sentence = "Syarat ini tidak menunggu putusan tentang orang itu: datanya berubah. Muat ulang halaman ini.";
            return Err(Tolak("PNP-43", sentence.into()));
        }
        let Soal { norma, syarat, kelompok } = soal;
        let kelompok = if every_group { String::new() } else { kelompok };
        let terpenuhi = met;
        Ok(vec![Isi::Putusan(Putusan {
            norma,
            syarat,
            pegawai: named,
            kelompok,
            terpenuhi,
            pejabat,
            alasan,
        })])
    });
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "/syarat", "diputus-syarat"),
        Err(ulang) => lagi(ctx, &ruang, ulang),
    }
}
