//! One follow-up: what, whose, how far, and the forms of those who may do something about it.

use super::alat::{Alat, angka_tulis, nada, tulis};
use super::{BUKTI_MB, dicari};
use crate::page::dokumen::{formulir as surat_baru, surat_tentang, terbitan};
use crate::page::sidang::kabar;
use crate::page::umum::{Sidang, buka};
use crate::page::utama::{TRAIL, frame};
use crate::rule::eskalasi::{SURAT, tercatat};
use crate::rule::lanjut::Oleh;
use crate::rule::nilai::Dinilai;
use crate::rule::rakor::{Rtl, Tanda};
use crate::rule::{Putusan, rtl::Gerak};
use crate::templat::TANGGA;
use crate::view::lanjut::{AturView, LaporView, NilaiView, RtlView, rtl as view};
use host::{Action, Answer, Ctx, Problem, Reach, html, http, tanggal};
use web::component::linimasa::Peristiwa;
use web::{Frame, Icon, Tone};

const PESAN: &[(&str, Tone, &str)] = &[
    ("dicatat", Tone::Ok, "RTL tercatat."),
    ("lapor", Tone::Ok, "Laporan terkirim."),
    ("selesai", Tone::Ok, "Verifikasi tercatat: tindak lanjut dinyatakan selesai."),
    ("dikembalikan", Tone::Ok, "Verifikasi tercatat: laporan dikembalikan kepada penanggung jawab."),
    ("diatur", Tone::Ok, "Perubahan tersimpan."),
];

/// `GET /rtl/{id}/{rtl}`.
pub fn satu(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let page = susun(ctx, &sidang)?;
    Ok(html(view(&kerangka(ctx, &sidang, &page), &page)))
}

/// The page again with what is wrong in a form of it.
pub fn salah(ctx: &Ctx, sidang: &Sidang, salah: Vec<(String, String)>) -> Answer {
    let mut page = susun(ctx, sidang)?;
    page.salah = salah;
    if let Some(form) = &mut page.lapor {
        form.teks = ctx.field("teks").to_owned();
        form.kendala = ctx.field("kendala").to_owned();
        form.selesai = !ctx.field("selesai").is_empty();
    }
    if let Some(form) = &mut page.nilai {
        form.alasan = ctx.field("alasan").to_owned();
    }
    if let Some(form) = &mut page.atur {
        form.tenggat = ctx.field("tenggat").to_owned();
        let why = ctx.field("alasan").to_owned();
        if ctx.path.ends_with("/batal") { form.alasan_batal = why } else { form.alasan = why }
    }
    Ok(http::refused(view(&kerangka(ctx, sidang, &page), &page)))
}

fn kerangka(ctx: &Ctx, sidang: &Sidang, page: &RtlView) -> Frame {
    let base = format!("/rakor/{}/rtl", sidang.rakor.id);
    let crumbs = [("Beranda", "/"), TRAIL, (sidang.rakor.pokok.judul.as_str(), base.as_str())];
    Frame { refused: !page.salah.is_empty(), ..frame(ctx, &page.judul, &crumbs) }
}

fn susun(ctx: &Ctx, sidang: &Sidang) -> Result<RtlView, Problem> {
    let rakor = &sidang.rakor;
    let rtl = dicari(ctx, rakor)?;
    let alat = Alat::dengan(&ctx.hall, sidang.world.clone(), !rtl.isi.indikator.is_empty())?;
    let d = alat.satu(rakor, rtl);
    let (jejak, deret) = alat.jejak_lama(&d)?.map_or((None, Vec::new()), |(j, words)| (Some(j), words));
    let number = rakor.nomor(&rtl.isi.rumusan).map_or("Butir dicabut".into(), |n| format!("R-{n}"));
    let point = rakor.rumusan.iter().find(|r| r.id == rtl.isi.rumusan);
    let alamat = format!("/rtl/{}/{}", rakor.id, rtl.tanda.id);
    let reads = rakor.boleh_bukti(rtl, &sidang.instansi);
    let files = rtl.laporan.iter().filter(|l| reads && !l.isi.sidik.is_empty());
    let file = |l: &crate::rule::rakor::Laporan| {
        let day = tanggal(l.tanda.pada.date_wib()).short();
        (format!("{} · {day}", l.isi.berkas), format!("{alamat}/bukti/{}", l.tanda.id))
    };
    Ok(RtlView {
        judul: rtl.isi.uraian.clone(),
        asal: (rakor.pokok.judul.clone(), format!("/rakor/{}", rakor.id)),
        rumusan: (number, point.map_or(String::new(), |p| p.kini.teks.clone())),
        putusan: (d.putusan.label().to_owned(), nada(d.putusan)),
        alasan: d.alasan.clone(),
        fakta: fakta(&alat, sidang, &d),
        catatan: catatan(&alat, &d),
        jejak,
        deret,
        riwayat: riwayat(sidang, rtl),
        bukti: files.map(file).collect(),
        lapor: lapor(ctx, sidang, rtl),
        nilai: nilai(ctx, sidang, rtl),
        atur: atur(ctx, sidang, rtl),
        surat: surat_tentang(rakor, &terbitan(ctx, sidang, |untuk| untuk == rtl.tanda.id)?, &rtl.tanda.id),
        terbitkan: (sidang.menyelenggarakan(ctx, Action::KelolaRakor)
            && rtl.terbuka()
            && tercatat(rtl) >= SURAT)
            .then(|| surat_baru(&rakor.id, "surat_terlambat", &rtl.tanda.id)),
        salah: Vec::new(),
        kabar: kabar(ctx, PESAN),
        alamat,
    })
}

fn may(ctx: &Ctx, action: Action) -> bool {
    ctx.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None)
}

/// For whom the visitor acts in a part that belongs to an instansi: the own one, or that one for who serves all.
pub fn bagi<'v>(sidang: &'v Sidang, instansi: &'v str) -> &'v str {
    if sidang.instansi.is_empty() { instansi } else { &sidang.instansi }
}

fn oleh<'v>(ctx: &'v Ctx, sidang: &'v Sidang, instansi: &'v str) -> Oleh<'v> {
    let akun = ctx.visitor.as_ref().map_or("", |v| v.akun.as_str());
    Oleh { instansi: bagi(sidang, instansi), akun }
}

fn lapor(ctx: &Ctx, sidang: &Sidang, rtl: &Rtl) -> Option<LaporView> {
    let who = oleh(ctx, sidang, &rtl.isi.instansi);
    (may(ctx, Action::TindakLanjut) && sidang.rakor.boleh_lapor(rtl, who).is_ok()).then(|| LaporView {
        jenis: host::naskah::ENDINGS.to_owned(),
        batas: format!("PDF, JPEG, atau PNG, paling besar {BUKTI_MB} MB. Berkas yang lebih besar ditolak bersama isian lain"),
        ..LaporView::default()
    })
}

fn nilai(ctx: &Ctx, sidang: &Sidang, rtl: &Rtl) -> Option<NilaiView> {
    let who = oleh(ctx, sidang, &rtl.isi.verifikator);
    let last = rtl.laporan.last()?;
    let judge = |done| sidang.rakor.boleh_verifikasi(rtl, who, &last.tanda.id, done);
    if !may(ctx, Action::VerifikasiRtl) || judge(false).is_err() {
        return None;
    }
    let kurang = judge(true).err().map_or(String::new(), |t| t.1);
    Some(NilaiView {
        laporan: last.tanda.id.clone(),
        isi: last.isi.teks.clone(),
        boleh_selesai: kurang.is_empty(),
        kurang,
        alasan: String::new(),
    })
}

fn atur(ctx: &Ctx, sidang: &Sidang, rtl: &Rtl) -> Option<AturView> {
    let who = oleh(ctx, sidang, &sidang.rakor.instansi);
    let leads = sidang.menyelenggarakan(ctx, Action::KelolaRakor);
    (leads && sidang.rakor.boleh_atur(rtl, who).is_ok()).then(AturView::default)
}

fn fakta(alat: &Alat<'_>, sidang: &Sidang, d: &Dinilai<'_>) -> Vec<(String, String)> {
    let isi = &d.rtl.isi;
    let joined = |name: &str, more: &str| {
        let more = if more.is_empty() { String::new() } else { format!(" · {more}") };
        format!("{}{more}", sidang.nama(name))
    };
    let mut facts = vec![
        ("Penanggung jawab".to_owned(), joined(&isi.instansi, &isi.unit)),
        ("Tenggat".to_owned(), alat.tenggat(d.rtl)),
    ];
    for (day, why, _) in &d.rtl.tenggat_dulu {
        facts.push(("Tenggat semula".to_owned(), format!("{} · diubah: {why}", tanggal(*day).short())));
    }
    facts.push(("Verifikator".to_owned(), joined(&isi.verifikator, &isi.verifikator_jabatan)));
    facts.push(("Bukti yang diharapkan".to_owned(), isi.bukti.clone()));
    if isi.instansi != sidang.rakor.instansi {
        let letter = sidang.rakor.kewenangan(d.rtl);
        let letter = letter.unwrap_or_else(|| "menunggu surat atau SE Gubernur".to_owned());
        facts.push(("Dasar bagi kab/kota".to_owned(), letter));
    }
    if let Some(t) = d.terikat {
        let found = alat.indikator(&isi.indikator);
        let satuan = found.map_or(kernel::indikator::Satuan::Butir, |i| i.satuan);
        facts.push((
            "Indikator".to_owned(),
            found.map_or(isi.indikator.clone(), |i| format!("{} · {}", i.kode, i.nama)),
        ));
        let measured = isi.awal.as_ref().and_then(|a| a.berlaku);
        let when = measured.map_or(String::new(), |day| format!(" · diukur {}", tanggal(day).short()));
        facts.push(("Angka saat disepakati".to_owned(), format!("{}{when}", tulis(t.awal, satuan))));
        facts.push(("Angka kini".to_owned(), tulis(t.kini, satuan)));
        facts.push(("Target".to_owned(), t.target.map_or("tanpa target".into(), |u| angka_tulis(u, satuan))));
    } else {
        facts.push(("Indikator".to_owned(), "tidak ada yang diikat".to_owned()));
    }
    facts
}

fn catatan(alat: &Alat<'_>, d: &Dinilai<'_>) -> Vec<(Tone, String)> {
    let mut notes = Vec::new();
    if let Some(day) = d.rtl.isi.tenggat.and_then(|day| alat.catatan_tenggat(day)) {
        notes.push((Tone::Info, day));
    }
    let moved = d.terikat.and_then(|t| t.bergerak());
    let closed = d.rtl.selesai().is_some();
    if closed && d.putusan != Putusan::Tercapai && matches!(moved, Some(Gerak::Tetap | Gerak::Memburuk)) {
        notes.push((Tone::Awas, "Dinyatakan selesai, tetapi angkanya tidak bergerak ke arah target.".into()));
    }
    if let Some(to) = TANGGA.get(usize::from(d.tingkat).wrapping_sub(1)) {
        notes.push((Tone::Bahaya, format!("Lewat {} hari: eskalasi sampai {to}.", d.lewat)));
    }
    if let Some(why) = &d.rtl.dibatalkan {
        notes.push((Tone::Netral, format!("Dibatalkan: {why}")));
    }
    notes
}

fn riwayat(sidang: &Sidang, rtl: &Rtl) -> Vec<Peristiwa> {
    let mut all: Vec<(kernel::Stamp, Peristiwa)> = Vec::new();
    let mut add = |tanda: &Tanda, title: &str, text: String, icon: Icon, tone: Tone| {
        let date = Some(tanggal(tanda.pada.date_wib()));
        let by = format!("{}, {}", tanda.oleh, sidang.nama(&tanda.instansi));
        all.push((tanda.pada, Peristiwa { title: title.to_owned(), date, text, by, icon, tone }));
    };
    add(&rtl.tanda, "Disepakati", rtl.isi.bukti.clone(), Icon::Tugas, Tone::Netral);
    for (day, why, tanda) in &rtl.tenggat_dulu {
        let text = format!("Semula {}. {why}", tanggal(*day).short());
        add(tanda, "Tenggat diubah", text, Icon::Jam, Tone::Awas);
    }
    for l in &rtl.laporan {
        let title = if l.isi.selesai { "Dilaporkan selesai" } else { "Laporan" };
        let mut text = l.isi.teks.clone();
        if !l.isi.kendala.is_empty() {
            text.push_str(&format!(" Kendala: {}", l.isi.kendala));
        }
        if !l.isi.berkas.is_empty() {
            text.push_str(&format!(" Bukti: {}", l.isi.berkas));
        }
        add(&l.tanda, title, text, Icon::Dok, Tone::Info);
    }
    for (v, tanda) in &rtl.verifikasi {
        let (title, icon, tone) = if v.selesai {
            ("Dinyatakan selesai", Icon::Cek, Tone::Ok)
        } else {
            ("Dikembalikan", Icon::Tukar, Tone::Awas)
        };
        add(tanda, title, v.alasan.clone(), icon, tone);
    }
    for (rung, tanda) in &rtl.eskalasi {
        let to = TANGGA.get(usize::from(*rung).wrapping_sub(1)).copied().unwrap_or("");
        add(tanda, "Eskalasi", format!("Tingkat {rung}: {to}."), Icon::Awas, Tone::Bahaya);
    }
    all.sort_by_key(|e| std::cmp::Reverse(e.0));
    all.into_iter().map(|e| e.1).collect()
}
