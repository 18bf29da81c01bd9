//! The complete file for the BKN's technical consideration as one ZIP: usul, matrix, minutes of the meeting,
//! predicates of two years, posts held and posts to come, and the list of all of them with their hashes.

use crate::naskah::{IsianSurat, Jenis, Penulis};
use crate::rule::{Tahap, sidik};
use crate::tetapkan::RancanganSk;
use host::{Hall, Problem, World};
use kernel::typed::from_hex;
use sheet::{Bundle, CsvWriter};
use std::io::Cursor;

/// Years of predicates that go with it.
const TAHUN: usize = 2;

/// The ZIP; `rapat` writes of the round as the meeting had it. The same round and letters give the same bytes.
///
/// # Errors
/// When a letter cannot be printed or a file cannot be read.
pub fn kemas(
    hall: &Hall,
    world: &World,
    penulis: &Penulis<'_>,
    rapat: &Penulis<'_>,
    naskah_rapat: &str,
) -> Result<Vec<u8>, Problem> {
    let drafts = penulis.rancangan;
    let minutes = risalah(rapat);
    let minutes = Penulis { isian: &minutes, ..*rapat };
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("1-usul-pertek.pdf".into(), hall.percetakan.cetak(&penulis.tulis(Jenis::UsulPertek))?.pdf),
        ("2-matriks.pdf".into(), hall.percetakan.cetak(&penulis.matriks())?.pdf),
        ("2-matriks.csv".into(), tabel(&matriks(drafts))?),
        ("3-berita-acara-rapat.pdf".into(), hall.percetakan.cetak(&minutes.tulis(Jenis::BaRapat))?.pdf),
    ];
    if let Some(hash) = from_hex(naskah_rapat)
        && let Some((_, ending, bytes)) = host::naskah::read(&hall.node.berkas, &hash)?
    {
        files.push((format!("3-berita-acara-rapat-bertanda-tangan.{ending}"), bytes));
    }
    files.push(("4-predikat-kinerja.csv".into(), tabel(&predikat(world, drafts))?));
    files.push(("5-jabatan-lama-baru.csv".into(), tabel(&jabatan(drafts))?));
    let list: Vec<Vec<String>> = std::iter::once(row(&["berkas", "bita", "sha256"]))
        .chain(files.iter().map(|(name, bytes)| vec![name.clone(), bytes.len().to_string(), sidik(bytes)]))
        .collect();
    files.push(("0-daftar-berkas.csv".into(), tabel(&list)?));
    bungkus(&files).map_err(|e| store::Error::from(std::io::Error::other(e.to_string())).into())
}

/// What is typed is about the letter to the BKN: minutes bear number and date of the meeting as recorded.
fn risalah(penulis: &Penulis<'_>) -> IsianSurat {
    let meeting = penulis.rencana.surat(Tahap::Dirapatkan);
    IsianSurat {
        nomor: meeting.map_or_else(String::new, |s| s.nomor.clone()),
        tanggal: meeting.map_or(penulis.isian.tanggal, |s| s.tanggal),
        ..penulis.isian.clone()
    }
}

fn bungkus(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, sheet::Error> {
    let mut bundle = Bundle::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        bundle.add(name, bytes)?;
    }
    Ok(bundle.finish()?.into_inner())
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn tabel(rows: &[Vec<String>]) -> Result<Vec<u8>, Problem> {
    let written = || {
        let mut csv = CsvWriter::with_bom(Vec::new())?;
        for row in rows {
            csv.kept_row(row.iter().map(String::as_str))?;
        }
        csv.finish()
    };
    written().map_err(|e: std::io::Error| store::Error::from(e).into())
}

/// The matrix, as the annex of the letter shows it.
fn matriks(drafts: &[RancanganSk]) -> Vec<Vec<String>> {
    let head = row(&[
        "nomor",
        "nama",
        "status",
        "nip",
        "pangkat",
        "jabatan_lama",
        "jabatan_baru",
        "eselon",
        "kelas",
        "tmt",
    ]);
    let of = |(n, d): (usize, &RancanganSk)| {
        let s = &d.surat;
        let nip = s.nip.replace(' ', "");
        let (n, tmt) = ((n + 1).to_string(), s.tmt.dmy());
        let status = s.status.singkat();
        row(&[
            &n,
            &s.nama,
            status,
            &nip,
            &s.pangkat,
            &s.lama.nama,
            &s.baru.nama,
            &s.baru.eselon,
            &s.baru.kelas,
            &tmt,
        ])
    };
    std::iter::once(head).chain(drafts.iter().enumerate().map(of)).collect()
}

/// Both posts with their units and levels, for those who load it.
fn jabatan(drafts: &[RancanganSk]) -> Vec<Vec<String>> {
    let head = row(&[
        "nip",
        "jabatan_lama",
        "unit_lama",
        "eselon_lama",
        "kelas_lama",
        "pos_baru",
        "jabatan_baru",
        "unit_baru",
        "eselon_baru",
        "kelas_baru",
        "tmt",
    ]);
    let of = |d: &RancanganSk| {
        let (old, new) = (&d.surat.lama, &d.surat.baru);
        let pos =
            d.pos.as_ref().map_or("", |p| if p.kode.is_empty() { p.id.as_str() } else { p.kode.as_str() });
        row(&[
            &d.surat.nip.replace(' ', ""),
            &old.nama,
            &old.unit,
            &old.eselon,
            &old.kelas,
            pos,
            &new.nama,
            &new.unit,
            &new.eselon,
            &new.kelas,
            &d.surat.tmt.dmy(),
        ])
    };
    std::iter::once(head).chain(drafts.iter().map(of)).collect()
}

/// The last two predicates of each, as the register has them.
fn predikat(world: &World, drafts: &[RancanganSk]) -> Vec<Vec<String>> {
    let head = row(&["nama", "nip", "tahun_1", "predikat_1", "tahun_2", "predikat_2"]);
    let of = |d: &RancanganSk| {
        let r = &world.register;
        let mut cells = row(&[&d.surat.nama, &d.surat.nip.replace(' ', "")]);
        let years = r.find(d.pegawai).map(|i| r.predikat[i]).unwrap_or_default();
        for (year, text) in years.iter().rev().filter(|p| p.0 > 0).take(TAHUN) {
            cells.push(year.to_string());
            cells.push(r.names.text(*text).to_owned());
        }
        cells.resize(2 + 2 * TAHUN, String::new());
        cells
    };
    std::iter::once(head).chain(drafts.iter().map(of)).collect()
}
