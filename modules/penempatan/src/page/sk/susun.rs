//! The page put together.

use super::super::kata::tanpa_ganda;
use super::Bahan;
use crate::naskah::{IsianSurat, Jenis};
use crate::page::catat::boleh;
use crate::page::umum::kepala;
use crate::rule::pindah::kosong;
use crate::rule::{Tahap, Tindak};
use crate::tetapkan::RancanganSk;
use crate::view::sk::{BarisSk, FormSk, FormSurat, SkView, Tercatat};
use crate::view::ulang::Ulang;
use host::potong::potong;
use host::{Action, Ctx, Problem, Reach, Role, tanggal};
use kernel::Kind;
use web::component::paging::Paging;

/// Drafts of one page.
const ROWS: usize = 50;
/// People one can choose a single letter of.
const PILIHAN_MOST: usize = 500;

pub fn susun(ctx: &Ctx, bahan: &Bahan, ulang: Ulang) -> Result<SkView, Problem> {
    let visitor = ctx.visitor()?;
    let runs = visitor.reach(Action::KelolaPenempatan) != Reach::None;
    let base = format!("/penempatan/{}", bahan.rencana.id);
    let drafts = &bahan.rancangan;
    let behind = drafts.iter().position(|d| d.pegawai.to_string() == ctx.query("sesudah"));
    let cut = potong(drafts.len(), ROWS, behind);
    let to = |place: Option<usize>| {
        let id = place.and_then(|p| drafts.get(p)).map_or(String::new(), |d| d.pegawai.to_string());
        web::url::link(&format!("{base}/sk"), &[("sesudah", &id)])
    };
    let enacted = bahan.rencana.langkah.iter().find(|l| l.0 == Tahap::Ditetapkan);
    let may = boleh(ctx, &bahan.rencana, Tindak::Tetapkan) && visitor.role.records(Kind::Jabatan);
    let isian = IsianSurat::awal(&bahan.rencana, bahan.pemerintah(), ctx.hall.today());
    let tmt = tanggal(bahan.rencana.pokok.berlaku);
    let paging = Paging {
        first: if drafts.is_empty() { 0 } else { cut.rows.start as u64 + 1 },
        last: cut.rows.end as u64,
        total: Some(drafts.len() as u64),
        previous_href: cut.previous.map(to),
        next_href: cut.next.map(|p| to(Some(p))),
        sizes: Vec::new(),
    };
    Ok(SkView {
        kepala: kepala(ctx, &bahan.world, &bahan.rencana, "/sk"),
        alamat: base,
        tmt,
        orang: drafts.len(),
        kosong: kosong(&bahan.akhir.beku, &bahan.akhir.duduk).count(),
        halangan: drafts.iter().flat_map(|d| d.halangan.iter().cloned()).collect(),
        rows: drafts.get(cut.rows).unwrap_or_default().iter().map(|d| baris(d, enacted.is_some())).collect(),
        paging,
        tercatat: enacted.map(|(_, tanda, surat)| Tercatat {
            nomor: surat.as_ref().map_or(String::new(), |s| s.nomor.clone()),
            pada: tanggal(tanda.pada.date_wib()),
            oleh: tanda.oleh.clone(),
        }),
        tetapkan: may.then(|| FormSk {
            jenis: format!("Keputusan {}", gelar(&isian.jabatan)),
            penandatangan: isian.jabatan.clone(),
        }),
        surat: (runs || visitor.role == Role::Auditor).then(|| FormSurat {
            cetak: runs,
            jenis: Jenis::semua(enacted.is_some())
                .map(|j| (j.kata().to_owned(), j.label().to_owned()))
                .collect(),
            orang: drafts
                .iter()
                .take(PILIHAN_MOST)
                .map(|d| (d.pegawai.to_string(), d.surat.nama.clone()))
                .collect(),
            isian: isian.ruas(),
        }),
        ulang,
    })
}

fn baris(d: &RancanganSk, enacted: bool) -> BarisSk {
    let tempat = |j: &naskah_dinas::Jabatan| (j.nama.clone(), tanpa_ganda(&j.nama, &j.unit).to_owned());
    BarisSk {
        nama: d.surat.nama.clone(),
        nip: d.surat.nip.clone(),
        pangkat: d.surat.pangkat.clone(),
        href: format!("/pegawai/{}", d.pegawai),
        lama: tempat(&d.surat.lama),
        baru: tempat(&d.surat.baru),
        eselon: (d.surat.lama.eselon.clone(), d.surat.baru.eselon.clone()),
        kelas: (d.surat.lama.kelas.clone(), d.surat.baru.kelas.clone()),
        halangan: d.halangan.clone(),
        batal: enacted.then(|| format!("/pegawai/{}?bagian=riwayat", d.pegawai)),
    }
}

/// `Wali Kota` of `Wali Kota Mandalapura`.
fn gelar(kepala: &str) -> &str {
    match kepala.strip_prefix("Wali Kota ") {
        Some(_) => "Wali Kota",
        None => kepala.split(' ').next().unwrap_or(""),
    }
}
