//! Points agreed one by one: worded, reworded, taken out; each party's stand on the wording as it is.

use super::super::catat::{alasan, atau_ulang, teks};
use super::super::umum::{Sidang, buka};
use super::notulen::bunyi;
use super::{Siapa, boleh, catat, kabar, kembali, langsung, urut_wilayah};
use crate::isi::{self, Isi};
use crate::rule::batas::TAK_ADA;
use crate::rule::lipat::{dilihat, ditulis_dari};
use crate::rule::rakor::{Pemungutan, Rumusan};
use crate::rule::sidang::SIKAP;
use crate::rule::tertib::PILIHAN;
use crate::rule::wakil::{BelumSepakat, boleh_menggantikan, dicatatkan};
use crate::rule::{Peran, Tahap, Tolak};
use crate::view::notulen::Ditolak;
use crate::view::rumusan::{self as view, ButirView, RumusanView, SikapView, SuaraView};
use crate::view::ulang::Ulang;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::{Action, Answer, Ctx, Problem, html, redirect};
use web::{Frame, Tone};

const PESAN: &[(&str, Tone, &str)] = &[
    ("ditulis", Tone::Ok, "Butir tersimpan."),
    ("dipungut", Tone::Ok, "Pemungutan suara dibuka."),
    ("suara", Tone::Ok, "Suara tercatat. Suara dapat diubah sampai pemungutan ditutup."),
    ("ditutup", Tone::Ok, "Pemungutan suara ditutup."),
    ("dicabut", Tone::Ok, "Butir dicabut; bunyinya tetap tersimpan."),
    ("sikap", Tone::Ok, "Sikap tercatat."),
    ("disepakati", Tone::Ok, "Rumusan disepakati. Bunyinya tidak berubah lagi."),
    (
        "bentrok",
        Tone::Awas,
        "Orang lain mengubah butir yang sama. Kedua bunyi tersimpan dan tampil berdampingan.",
    ),
];

/// `GET /rakor/{id}/rumusan`.
pub fn baca(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    // What is being drafted before the meeting is the convener's.
    if sidang.peran() != Peran::Penyelenggara && !sidang.rakor.rumusan_terbuka() {
        return Err(Problem::Refused("RAKOR-14", "Rumusan dapat dibaca sejak rakor dibuka.".into()));
    }
    Ok(html(halaman(ctx, &sidang, None, Ulang::default())))
}

fn halaman(ctx: &Ctx, sidang: &Sidang, ditolak: Option<Ditolak>, ulang: Ulang) -> maud::Markup {
    let rakor = &sidang.rakor;
    let parties = urut_wilayah(sidang);
    let tulis = sidang.menyelenggarakan(ctx, Action::KelolaRakor);
    let bersikap = if rakor.tahap != Tahap::Berlangsung || !boleh(ctx, Action::TindakLanjut) {
        Vec::new()
    } else if tulis {
        parties.clone()
    } else {
        parties.iter().copied().filter(|i| *i == sidang.instansi).collect()
    };
    let page = RumusanView {
        kepala: sidang.kepala("/rumusan"),
        kabar: kabar(ctx, PESAN),
        alamat: format!("/rakor/{}", rakor.id),
        tulis: tulis && rakor.boleh_dirumuskan().is_ok(),
        sepakati: tulis && rakor.boleh_tahap(Tahap::Disepakati).is_ok(),
        belum: rakor.belum_sepakat().iter().map(|b| belum(sidang, b)).collect(),
        alasan: rakor.alasan_sepakat.clone(),
        bersikap: bersikap.iter().map(|i| ((*i).to_owned(), sidang.nama(i).to_owned())).collect(),
        pungut: tulis && rakor.pokok.tata_tertib && rakor.tahap == Tahap::Berlangsung,
        agenda: rakor.agenda.iter().map(|a| (a.id.clone(), a.judul.clone())).collect(),
        butir: rakor.butir().enumerate().map(|(n, r)| butir(sidang, &parties, n, r)).collect(),
        dicabut: rakor
            .rumusan
            .iter()
            .filter_map(|r| Some((r.kini.teks.clone(), r.dicabut.clone()?)))
            .collect(),
        ditolak,
        ulang,
    };
    let refused = page.ditolak.is_some() || !page.ulang.salah.is_empty();
    let frame = Frame { refused, ..langsung(ctx, "Rumusan", rakor) };
    view::rumusan(&frame, &page)
}

/// Who has not agreed to a point, by name.
fn belum(sidang: &Sidang, b: &BelumSepakat<'_>) -> String {
    let names = |all: &[&str]| all.iter().map(|i| sidang.nama(i)).collect::<Vec<_>>().join(", ");
    let said = [("belum menyatakan sikap", &b.diam), ("tidak sepakat", &b.menolak)];
    let said = said.iter().filter(|s| !s.1.is_empty()).map(|s| format!("{}: {}", s.0, names(s.1)));
    format!("R-{} {}", b.nomor, said.collect::<Vec<_>>().join("; "))
}

/// The page again with a form that was refused.
fn tampil_ulang(ctx: &Ctx, ulang: Ulang) -> Answer {
    let sidang = buka(ctx)?;
    Ok(host::http::refused(halaman(ctx, &sidang, None, ulang)))
}

/// How a stand is shown.
pub fn kata(point: &Rumusan, instansi: &str) -> (&'static str, Tone, &'static str) {
    match point.sikap.get(instansi).map(|s| s.0.sikap.as_str()) {
        Some("sepakat") => (SIKAP[0].1, Tone::Ok, "✓"),
        Some("catatan") => (SIKAP[1].1, Tone::Awas, "✎"),
        Some(_) => (SIKAP[2].1, Tone::Bahaya, "✗"),
        None => ("Belum menyatakan sikap", Tone::Netral, "–"),
    }
}

fn butir(sidang: &Sidang, parties: &[&str], n: usize, r: &Rumusan) -> ButirView {
    let note = |i: &str| r.sikap.get(i).map_or(String::new(), |s| s.0.catatan.clone());
    ButirView {
        id: r.id.clone(),
        nomor: format!("R-{}", n + 1),
        acara: sidang.rakor.mata_acara(&r.agenda).to_owned(),
        versi: r.kini.tanda.id.clone(),
        dari: ditulis_dari(&r.kini.tanda.id, r.bentrok.len()),
        kini: bunyi(&r.kini),
        beda: r.bentrok.iter().map(bunyi).collect(),
        informasi: r.informasi,
        sepakat: sidang.rakor.kesepakatan(r),
        sikap: parties
            .iter()
            .map(|i| SikapView {
                instansi: sidang.nama(i).to_owned(),
                kata: (kata(r, i).0.to_owned(), kata(r, i).1),
                catatan: note(i),
                dicatatkan: r.sikap.get(*i).is_some_and(|s| dicatatkan(&s.1, i)),
            })
            .collect(),
        suara: r.pemungutan.as_ref().map(|p| suara_view(sidang, parties, p)),
        cap: cap(n, r),
    }
}

fn suara_view(sidang: &Sidang, parties: &[&str], p: &Pemungutan) -> SuaraView {
    let word = |i: &&str| {
        let cast = p.suara.get(*i).and_then(|s| PILIHAN.iter().find(|k| k.0 == s.0.pilihan));
        let recorded = p.suara.get(*i).is_some_and(|s| dicatatkan(&s.1, i));
        (sidang.nama(i).to_owned(), cast.map_or("Belum memberi suara", |k| k.1).to_owned(), recorded)
    };
    SuaraView {
        terbuka: p.ditutup.is_none(),
        hitungan: sidang.rakor.hitung(p).kalimat(),
        daftar: parties.iter().map(word).collect(),
        pilihan: &PILIHAN,
    }
}

/// What an open page tells two states of a point apart by.
pub fn cap(n: usize, r: &Rumusan) -> String {
    let newest = r.sikap.values().map(|s| s.1.id.as_str()).max().unwrap_or("");
    let vote = r.pemungutan.as_ref().map_or(String::new(), |p| {
        let last = p.suara.values().map(|s| &s.1).chain(&p.ditutup).map(|t| t.id.as_str()).max();
        format!("{}{}", p.dibuka.id, last.unwrap_or(""))
    });
    format!("{n}.{}.{}.{}.{newest}{vote}", r.kini.tanda.id, r.bentrok.len(), r.sikap.len())
}

/// `POST /rakor/{id}/rumusan`.
pub fn tulis(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let typed = isi::Rumusan {
        rumusan: ctx.field("rumusan").to_owned(),
        dari: ctx.field("dari").to_owned(),
        agenda: ctx.field("agenda").to_owned(),
        teks: ctx.field("teks").to_owned(),
        informasi: ctx.field("informasi") == "1",
    };
    let mut beside = false;
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_dirumuskan()?;
        rakor.muat_butir(&typed)?;
        rakor.tidak_dipungut(&typed.rumusan)?;
        let text = teks(&typed.teks)?;
        let there = rakor.butir().find(|r| r.id == typed.rumusan);
        if there.is_none() && !typed.rumusan.is_empty() {
            return Err(Tolak(
                "RAKOR-20",
                "Butir ini sudah dicabut. Simpan lagi sebagai butir baru bila masih perlu.".into(),
            ));
        }
        beside = there.is_some_and(|r| r.kini.tanda.id != dilihat(&typed.dari).0);
        Ok(vec![(Isi::Rumusan(isi::Rumusan { teks: text, ..typed.clone() }), None)])
    });
    match done {
        Ok(_) if beside => {
            let sidang = buka(ctx)?;
            ctx.query.push(("pesan".into(), "bentrok".into()));
            Ok((StatusCode::CONFLICT, html(halaman(ctx, &sidang, None, Ulang::default()))).into_response())
        }
        Ok(_) => kembali(ctx, "rumusan", "ditulis"),
        Err(Problem::Refused(code, alasan)) => {
            let sidang = buka(ctx)?;
            // A point that is gone is written as a new one.
            let gone = code == "RAKOR-20";
            let keep = |name: &str, value: &str| (name.to_owned(), value.to_owned());
            let mut ruas = vec![keep("informasi", if typed.informasi { "1" } else { "" })];
            // A name nobody knows would be refused again.
            let unknown = code == TAK_ADA;
            if !unknown {
                ruas.push(keep("agenda", &typed.agenda));
            }
            if !gone && !unknown {
                ruas.extend([keep("rumusan", &typed.rumusan), keep("dari", &typed.dari)]);
            }
            let alamat = format!("/rakor/{}/rumusan", sidang.rakor.id);
            let ditolak = Ditolak { alasan, teks: typed.teks, ruas, alamat };
            Ok(host::http::refused(halaman(ctx, &sidang, Some(ditolak), Ulang::default())))
        }
        Err(other) => Err(other),
    }
}

/// `POST /rakor/{id}/rumusan/cabut`.
pub fn cabut(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let rumusan = ctx.field("rumusan").to_owned();
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_dirumuskan()?;
        let alasan = alasan(ctx)?;
        if !rakor.butir().any(|r| r.id == rumusan) {
            return Err(Tolak("RAKOR-20", "Butir ini tidak ada lagi. Muat ulang halaman.".into()));
        }
        rakor.tidak_dipungut(&rumusan)?;
        Ok(vec![(Isi::RumusanDicabut { rumusan: rumusan.clone(), alasan }, None)])
    });
    match atau_ulang(ctx, &format!("alasan-{rumusan}"), done)? {
        Ok(_) => kembali(ctx, "rumusan", "dicabut"),
        Err(ulang) => tampil_ulang(ctx, ulang),
    }
}

/// `POST /rakor/{id}/rumusan/sikap`: of the own instansi, or recorded by the convener for those in the room.
pub fn sikap(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let leads = boleh(ctx, Action::KelolaRakor);
    let mut typed = isi::Sikap {
        rumusan: ctx.field("rumusan").to_owned(),
        versi: ctx.field("versi").to_owned(),
        instansi: ctx.field("instansi").to_owned(),
        sikap: ctx.field("sikap").to_owned(),
        catatan: ctx.field("catatan").trim().to_owned(),
    };
    let done = catat(ctx, Siapa::Peserta, |rakor, own| {
        let for_others = leads && rakor.instansi == own;
        if !for_others || typed.instansi.is_empty() {
            typed.instansi = own.to_owned();
        }
        if !typed.catatan.is_empty() {
            typed.catatan = teks(&typed.catatan)?;
        }
        rakor.boleh_bersikap(&typed)?;
        let point = rakor.butir().find(|r| r.id == typed.rumusan);
        let there = point.and_then(|r| r.sikap.get(&typed.instansi)).map(|s| &s.1);
        boleh_menggantikan(there, &typed.instansi, own)?;
        Ok(vec![(Isi::Sikap(typed.clone()), None)])
    });
    match atau_ulang(ctx, &format!("catatan-{}", typed.rumusan), done)? {
        Ok(_) => ke_butir(ctx, "sikap"),
        Err(ulang) => tampil_ulang(ctx, ulang),
    }
}

/// `POST /rakor/{id}/rumusan/pungut`: a vote on a point begins.
pub fn pungut(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let (rumusan, versi) = (ctx.field("rumusan").to_owned(), ctx.field("versi").to_owned());
    catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_memungut(&rumusan, &versi)?;
        Ok(vec![(Isi::PemungutanDibuka { rumusan, versi }, None)])
    })?;
    ke_butir(ctx, "dipungut")
}

/// `POST /rakor/{id}/rumusan/suara`: of the own instansi, or recorded by the convener for those in the room.
pub fn suara(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let leads = boleh(ctx, Action::KelolaRakor);
    let mut typed = isi::Suara {
        rumusan: ctx.field("rumusan").to_owned(),
        versi: ctx.field("versi").to_owned(),
        instansi: ctx.field("instansi").to_owned(),
        pilihan: ctx.field("pilihan").to_owned(),
    };
    catat(ctx, Siapa::Peserta, |rakor, own| {
        let for_others = leads && rakor.instansi == own;
        if !for_others || typed.instansi.is_empty() {
            typed.instansi = own.to_owned();
        }
        rakor.boleh_bersuara(&typed)?;
        let point = rakor.butir().find(|r| r.id == typed.rumusan).and_then(|r| r.pemungutan.as_ref());
        let there = point.and_then(|p| p.suara.get(&typed.instansi)).map(|s| &s.1);
        boleh_menggantikan(there, &typed.instansi, own)?;
        Ok(vec![(Isi::Suara(typed), None)])
    })?;
    ke_butir(ctx, "suara")
}

/// `POST /rakor/{id}/rumusan/suara/tutup`: the vote counts as it stands.
pub fn tutup_suara(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let rumusan = ctx.field("rumusan").to_owned();
    catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_menutup_suara(&rumusan)?;
        Ok(vec![(Isi::PemungutanDitutup { rumusan }, None)])
    })?;
    ke_butir(ctx, "ditutup")
}

/// Back to the point the form was about, with a word on what was done.
fn ke_butir(ctx: &Ctx, pesan: &str) -> Answer {
    let (id, point) = (ctx.param("id"), ctx.field("rumusan"));
    Ok(redirect(&format!("/rakor/{id}/rumusan?pesan={pesan}#r-{point}")))
}

/// Letters of a reason to go on without everybody.
const ALASAN: std::ops::RangeInclusive<usize> = 10..=300;

/// `POST /rakor/{id}/rumusan/sepakati`. Where somebody has not agreed, it goes on with a reason only.
pub fn sepakati(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_tahap(Tahap::Disepakati)?;
        let alasan = match rakor.belum_sepakat().is_empty() {
            true => String::new(),
            false => host::teks::typed(ctx.field("alasan"), ALASAN).ok_or_else(|| {
                let sentence =
                    "Belum semua pihak sepakat. Tulis alasan rumusan tetap disepakati, 10 sampai 300 huruf.";
                Tolak("RAKOR-32", sentence.into())
            })?,
        };
        Ok(vec![(Isi::Disepakati { alasan }, None)])
    });
    match atau_ulang(ctx, "alasan-sepakat", done)? {
        Ok(_) => kembali(ctx, "rumusan", "disepakati"),
        Err(ulang) => tampil_ulang(ctx, ulang),
    }
}
