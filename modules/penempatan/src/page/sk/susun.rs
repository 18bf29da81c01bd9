//! The page put together.

use super::super::kata::tanpa_ganda;
use super::Bahan;
use crate::naskah::Jenis;
use crate::page::catat::boleh;
use crate::page::umum::{kepala, saat};
use crate::rule::pindah::kosong;
use crate::rule::{Rencana, Tahap, Tindak};
use crate::tetapkan::RancanganSk;
use crate::view::sk::{BarisSk, BarisTerbit, FormSk, FormSurat, SkView, Tercatat};
use crate::view::ulang::Ulang;
use host::potong::potong;
use host::terbitan::tulis_kode;
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
    let isian = bahan.isian(ctx.hall.today());
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
        rows: drafts
            .get(cut.rows)
            .unwrap_or_default()
            .iter()
            .map(|d| baris(&bahan.rencana, d, enacted.is_some()))
            .collect(),
        terbit: terbit(&bahan.rencana, drafts),
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
            siap: Jenis::semua(true)
                .filter(|j| j.tercatat(&bahan.rencana).is_some())
                .map(|j| j.label().to_owned())
                .collect(),
        }),
        ulang,
    })
}

/// Letters that hold: those about everybody, and how many of those about one person each there are.
fn terbit(r: &Rencana, drafts: &[RancanganSk]) -> Vec<BarisTerbit> {
    let row = |j: Jenis| {
        let surat = j.tercatat(r)?;
        let mut row = BarisTerbit {
            label: j.label().to_owned(),
            nomor: surat.nomor.clone(),
            tanggal: tanggal(surat.tanggal),
            kode: String::new(),
            tampil: String::new(),
            orang: None,
            oleh: String::new(),
        };
        if j.per_orang() {
            let held = drafts.iter().filter(|d| r.surat_terbit(j.kata(), &d.pegawai.to_string()).is_some());
            row.orang = Some((held.count(), drafts.len()));
            return row.orang.is_some_and(|o| o.0 > 0).then_some(row);
        }
        let letter = r.surat_terbit(j.kata(), "")?;
        (row.kode, row.tampil) = (letter.kode.clone(), tulis_kode(&letter.kode));
        row.oleh = format!("{}, {}", letter.tanda.oleh, saat(letter.tanda.pada));
        Some(row)
    };
    Jenis::semua(true).filter_map(row).collect()
}

/// Letters about one person that hold: label and code.
fn surat_orang(r: &Rencana, pegawai: &str) -> Vec<(String, String)> {
    let of = |j: Jenis| Some((j.label().to_owned(), r.surat_terbit(j.kata(), pegawai)?.kode.clone()));
    Jenis::semua(true).filter(|j| j.per_orang()).filter_map(of).collect()
}

fn baris(r: &Rencana, d: &RancanganSk, enacted: bool) -> BarisSk {
    let tempat = |j: &naskah_dinas::Jabatan| (j.nama.clone(), tanpa_ganda(&j.nama, &j.unit).to_owned());
    BarisSk {
        nama: d.surat.nama.clone(),
        status: d.surat.status.singkat(),
        nip: d.surat.nip.clone(),
        surat: surat_orang(r, &d.pegawai.to_string()),
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
