//! `/penempatan/{id}/syarat`: what the law or the data leave open, decided by a named official before data are locked;
//! who is left out; who may not sit where, with the article.

use super::catat::{Salah, alasan, atau_ulang, boleh, catat, kembali, ulang};
use super::norma::Norma;
use super::putus::{self, alamat, terlihat};
use super::umum::{frame_rencana, kepala, orang, panel_orang, saat, tak_berkepentingan};
use crate::berkas;
use crate::isi::{Isi, Pengesampingan};
use crate::kumpul::putusan::{Berlaku, berlaku};
use crate::kumpul::{Kumpulan, Terbuka, kumpul};
use crate::rule::{Beku, Rencana, Tindak, Tolak};
use crate::view::syarat::{
    KecualiView, KesampinganView, PutusanView, SyaratView, TerbukaView, syarat as view,
};
use crate::view::ulang::Ulang;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http};
use kernel::PegawaiId;
use kernel::search::fold_text;
use std::sync::Arc;
use web::Frame;
use web::component::saring::Saring;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/syarat",
        action: Some(Action::Penempatan),
        handler: lihat,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/syarat",
        action: Some(Action::KelolaPenempatan),
        handler: putus::putus,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/kesampingkan",
        action: Some(Action::KelolaPenempatan),
        handler: kesampingkan,
    },
];

/// Rows of a list.
const ROWS: usize = 100;

/// The world and the round.
pub type Ruang = (Arc<World>, Arc<Rencana>);

/// `GET /penempatan/{id}/syarat`.
fn lihat(ctx: &mut Ctx) -> Answer {
    let ruang = panel_orang(ctx)?;
    if !ctx.query("norma").is_empty() {
        return putus::lihat(ctx, &ruang);
    }
    let page = susun(ctx, &ruang, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &ruang.1, "Harus diputus"), &page)))
}

/// The page again, with the form as refused.
///
/// # Errors
/// Storage failed.
pub fn lagi(ctx: &Ctx, ruang: &Ruang, ulang: Ulang) -> Answer {
    let page = susun(ctx, ruang, ulang)?;
    let frame = Frame { refused: true, ..frame_rencana(ctx, &ruang.1, "Harus diputus") };
    Ok(http::refused(view(&frame, &page)))
}

/// What the round would be locked with, or was; else the sentence that says why nothing can be gathered.
pub fn bahan(ctx: &Ctx, world: &Arc<World>, r: &Rencana) -> Result<Result<Kumpulan, String>, Problem> {
    if let Some(kunci) = &r.kunci {
        let beku = Beku::clone(&*berkas::baca::<Beku>(&ctx.hall, &kunci.sidik)?);
        return Ok(Ok(Kumpulan { beku, ..Kumpulan::default() }));
    }
    match kumpul(&ctx.hall, world, r) {
        Ok(found) => Ok(Ok(found)),
        Err(Problem::Refused(code, text)) => Ok(Err(format!("{text} ({code})"))),
        Err(other) => Err(other),
    }
}

fn susun(ctx: &Ctx, (world, r): &Ruang, ulang: Ulang) -> Result<SyaratView, Problem> {
    let at = format!("/penempatan/{}", r.id);
    let (found, halangan) = match bahan(ctx, world, r)? {
        Ok(found) => (found, String::new()),
        Err(sentence) => (Kumpulan::default(), sentence),
    };
    tak_berkepentingan(ctx, &found.beku)?;
    let name = |id: PegawaiId| orang(world, id).0;
    let words = fold_text(ctx.query("cari").trim());
    let all = found.beku.dikecualikan.iter().filter(|d| !d.tertutup()).map(|d| {
        let group = found.beku.kelompok.get(d.kelompok as usize).cloned().unwrap_or_default();
        let href = if r.perhitungan.is_some() { format!("{at}/orang/{}", d.pegawai) } else { String::new() };
        let (norma, bunyi) = (d.norma.clone(), d.bunyi.clone());
        KecualiView { nama: name(d.pegawai), href, kelompok: group, norma, norma_nama: String::new(), bunyi }
    });
    let fits = |k: &KecualiView| {
        words.is_empty() || fold_text(&format!("{} {} {}", k.nama, k.kelompok, k.bunyi)).contains(&words)
    };
    let mut kecuali: Vec<KecualiView> = all.filter(fits).collect();
    let kecuali_semua = kecuali.len();
    kecuali.truncate(ROWS);
    let standing = berlaku(r);
    let keys = standing.iter().map(|b| b.putusan.norma.as_str());
    let keys = keys.chain(found.terbuka.iter().map(|t| t.norma.as_str()));
    let norma =
        Norma::baca(ctx, r, keys.chain(kecuali.iter().map(|k| k.norma.as_str()).filter(|k| !k.is_empty())));
    kecuali.iter_mut().filter(|k| !k.norma.is_empty()).for_each(|k| k.norma_nama = norma.nama(&k.norma));
    let bar = Saring::of(
        &format!("{at}/syarat"),
        ("cari", "Cari nama, kelompok pos, atau sebab"),
        ctx.query("cari"),
        Vec::new(),
        &[],
    );
    let post = |id: &str| nama_pos(world, r, id);
    Ok(SyaratView {
        kepala: kepala(ctx, world, r, "/syarat"),
        terbuka: found.terbuka.iter().map(|t| terbuka(r, t, &norma)).collect(),
        halangan,
        memutus: boleh(ctx, r, Tindak::Putusan),
        putusan: standing.iter().take(ROWS).map(|b| putusan(r, b, &found.diputus, &norma, &name)).collect(),
        putusan_lebih: standing.len().saturating_sub(ROWS),
        mengesampingkan: boleh(ctx, r, Tindak::Kesampingkan),
        pos: r.pos.iter().map(|p| (p.pos.clone(), post(&p.pos))).collect(),
        kesampingan_lebih: r.dikesampingkan.len().saturating_sub(ROWS),
        minat_lebih: r.minat.len().saturating_sub(ROWS),
        kesampingan: r
            .dikesampingkan
            .iter()
            .take(ROWS)
            .map(|(k, t)| KesampinganView {
                nama: PegawaiId::parse(&k.pegawai).map_or(k.pegawai.clone(), name),
                pegawai: k.pegawai.clone(),
                pos_nama: if k.pos.is_empty() { String::new() } else { post(&k.pos) },
                pos: k.pos.clone(),
                sebab: if k.sebab == "konflik" { "Konflik kepentingan" } else { "Menolak" }.into(),
                alasan: k.alasan.clone(),
                oleh: format!("{}, {}", t.oleh, saat(t.pada)),
            })
            .collect(),
        minat: r
            .minat
            .iter()
            .take(ROWS)
            .map(|m| {
                let posts: Vec<String> = m.pos.iter().map(|p| post(p)).collect();
                (PegawaiId::parse(&m.pegawai).map_or(m.pegawai.clone(), name), posts.join("; "))
            })
            .collect(),
        saring: Saring { count: Some(kecuali_semua as u64), noun: "pengecualian".into(), ..bar },
        kecuali_lebih: kecuali_semua.saturating_sub(ROWS),
        kecuali,
        alamat: at,
        ulang,
    })
}

/// Name and unit of a post of the owner; its id when the register knows it no more.
pub fn nama_pos(world: &World, r: &Rencana, id: &str) -> String {
    let found = world.organisation(&r.instansi).and_then(|o| {
        let post = &o.posts[*o.post_at.get(id)?];
        let unit = o.units.get(&post.unor).map_or("", |u| u.nama.as_str());
        Some(super::kata::sebut(&post.jabatan, unit))
    });
    found.unwrap_or_else(|| id.to_owned())
}

fn terbuka(r: &Rencana, t: &Terbuka, norma: &Norma) -> TerbukaView {
    TerbukaView {
        norma: t.norma.clone(),
        norma_nama: norma.nama(&t.norma),
        syarat: t.syarat.clone(),
        kelompok: t.kelompok.clone(),
        kelompok_nama: t.kelompok_nama.clone(),
        bunyi: t.bunyi.clone(),
        sebab: t.sebab.label().to_owned(),
        banyak: t.pegawai.len(),
        lihat: terlihat(r, &t.norma, &t.syarat, &t.kelompok),
        href: alamat(r, &t.norma, &t.syarat, &t.kelompok),
    }
}

/// People a decision names, as many as a row lists.
const NAMED: usize = 10;

fn putusan(
    r: &Rencana,
    b: &Berlaku<'_>,
    decided: &[Terbuka],
    norma: &Norma,
    name: &dyn Fn(PegawaiId) -> String,
) -> PutusanView {
    let p = b.putusan;
    let same = |t: &&Terbuka| {
        t.norma == p.norma && t.syarat == p.syarat && (p.kelompok.is_empty() || t.kelompok == p.kelompok)
    };
    let item = decided.iter().find(same);
    let mut named: Vec<String> = b
        .pegawai
        .iter()
        .take(NAMED)
        .map(|id| PegawaiId::parse(id).map_or_else(|| (*id).to_owned(), name))
        .collect();
    if b.pegawai.len() > NAMED {
        named.push(format!("dan {} orang lagi", b.pegawai.len() - NAMED));
    }
    let again = |t: &Terbuka| {
        let at = alamat(r, &t.norma, &t.syarat, &t.kelompok);
        if named.is_empty() { at } else { format!("{at}&putusan={}", web::url::encode(&b.tanda.id)) }
    };
    let group = item.filter(|_| !p.kelompok.is_empty()).map_or(&p.kelompok, |t| &t.kelompok_nama);
    PutusanView {
        norma: p.norma.clone(),
        norma_nama: norma.nama(&p.norma),
        syarat: norma.syarat(&p.norma, &p.syarat),
        kelompok: group.clone(),
        terpenuhi: p.terpenuhi,
        href: item.map_or_else(String::new, again),
        tentang: if named.is_empty() {
            "semua yang tidak diputus dengan nama".into()
        } else {
            named.join(", ")
        },
        alasan: format!("{}: {}", p.pejabat, p.alasan),
        oleh: format!("{}, {}", b.tanda.oleh, saat(b.tanda.pada)),
    }
}

/// `POST /penempatan/{id}/kesampingkan`: somebody is left out, or that is taken back.
fn kesampingkan(ctx: &mut Ctx) -> Answer {
    let ruang = panel_orang(ctx)?;
    let (world, r) = &ruang;
    let pos = ctx.field("pos").to_owned();
    let back = ctx.field("cabut").to_owned();
    if !back.is_empty() {
        catat(ctx, r, Tindak::Kesampingkan, |now| {
            let there = now.dikesampingkan.iter().find(|k| k.0.pegawai == back && k.0.pos == pos);
            let Some((one, _)) = there else {
                return Err(Tolak(
                    "PNP-44",
                    "Pengesampingan itu sudah dicabut. Muat ulang halaman ini.".into(),
                ));
            };
            Ok(vec![Isi::Dikesampingkan(Pengesampingan { dicabut: true, ..one.clone() })])
        })?;
        return kembali(ctx, "/syarat", "dikesampingkan");
    }
    let mut salah = Salah::default();
    let digits: String = ctx.field("nip").chars().filter(char::is_ascii_digit).collect();
    let register = &world.register;
    let own = register.names.find(&r.instansi);
    let row = (0..register.len())
        .find(|i| !digits.is_empty() && register.nip(*i) == digits && Some(register.instansi[*i]) == own);
    if row.is_none() {
        salah.0.push(("nip".into(), "Tidak ada pegawai instansi ini dengan NIP itu. (PNP-45)".into()));
    }
    if !pos.is_empty() && !r.pos.iter().any(|p| p.pos == pos) {
        salah.0.push(("pos".into(), "Pos itu tidak ada dalam rencana ini. (PNP-45)".into()));
    }
    let sebab = ctx.field("sebab").to_owned();
    if !["menolak", "konflik"].contains(&sebab.as_str()) {
        salah.0.push(("sebab".into(), "Pilih sebab. (PNP-45)".into()));
    }
    let alasan = salah.ambil("alasan", alasan(ctx));
    let Some(row) = row.filter(|_| salah.0.is_empty()) else {
        return lagi(ctx, &ruang, ulang(ctx, salah.0));
    };
    let one = Pengesampingan { pegawai: register.id[row].to_string(), pos, sebab, alasan, dicabut: false };
    let done = catat(ctx, r, Tindak::Kesampingkan, |_| Ok(vec![Isi::Dikesampingkan(one)]));
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "/syarat", "dikesampingkan"),
        Err(ulang) => lagi(ctx, &ruang, ulang),
    }
}
