//! Checking a bundle: that no byte changed, that scores follow from points and weights, that nobody can be read out of
//! it, and that no plan is better, by the second opinion that shares no code with whoever made the plan.

use super::{Lingkup, kemasan};
use crate::rule::soal::skala;
use std::collections::HashMap;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pemeriksaan {
    /// What was checked, in a few words.
    pub nama: String,
    /// Whether it holds.
    pub lulus: bool,
    /// What was found, in a sentence.
    pub kalimat: String,
}

fn lulus(nama: &str, kalimat: &str) -> Pemeriksaan {
    Pemeriksaan { nama: nama.to_owned(), lulus: true, kalimat: kalimat.to_owned() }
}

fn dari(nama: &str, found: Result<String, String>) -> Pemeriksaan {
    match found {
        Ok(kalimat) => lulus(nama, &kalimat),
        Err(kalimat) => Pemeriksaan { nama: nama.to_owned(), lulus: false, kalimat },
    }
}

/// Steps of work a page spends on working out what the PPK decided.
const KERJA: usize = 60_000_000;

/// Checks a bundle; it holds when every check does.
pub fn periksa(bytes: &[u8]) -> Vec<Pemeriksaan> {
    periksa_dengan(bytes, usize::MAX)
}

/// The same with little work: where it would take more, a check says so and fails.
pub fn periksa_terbatas(bytes: &[u8]) -> Vec<Pemeriksaan> {
    periksa_dengan(bytes, KERJA)
}

fn periksa_dengan(bytes: &[u8], kerja: usize) -> Vec<Pemeriksaan> {
    let whole = kemasan::utuh(bytes).map(|()| "Tidak ada bita yang berubah sejak bundel ditulis.".to_owned());
    let intact = whole.is_ok();
    let mut all = vec![dari("Bundel utuh", whole.map_err(|why| format!("{}.", huruf_besar(&why))))];
    if !intact {
        return all;
    }
    let full: Vec<&'static str> = Lingkup::Lengkap.berkas().collect();
    let open: Vec<&'static str> = Lingkup::Umum.berkas().collect();
    let read = kemasan::buka(bytes, &full).map(|files| (full, files));
    let (names, files) =
        match read.or_else(|why| Ok((open.clone(), kemasan::buka(bytes, &open).map_err(|_| why)?))) {
            Ok(read) => read,
            Err::<_, String>(why) => {
                all.push(dari("Daftar berkas", Err(format!("{}.", huruf_besar(&why)))));
                return all;
            }
        };
    let file = |name: &str| {
        let at = names.iter().position(|b| *b == name);
        at.and_then(|at| files.get(at)).map_or(&[][..], Vec::as_slice)
    };
    all.push(lulus("Daftar berkas", &format!("{} berkas terbaca.", names.len())));
    all.push(dari("Tanpa identitas", tanpa_identitas(&names, &files)));
    if names.contains(&"nilai.csv") {
        all.push(dari("Skor dari bobot dan nilai", skor(file)));
    }
    let report = checker::check(&checker::Files {
        instance: file("instance.txt"),
        edges: file("edges.csv"),
        positions: file("positions.csv"),
        candidates: file("candidates.csv"),
        units: file("units.csv"),
        plan: file("plan.csv"),
        certificate: file("certificate"),
    });
    let one = |check: &checker::Check| match &check.failure {
        None => lulus(check.name, "Sesuai."),
        Some(why) => dari(check.name, Err(why.clone())),
    };
    all.extend(report.checks.iter().map(one));
    let holds = |kept: bool, said: String| if kept { Ok(said) } else { Err(said) };
    let kept = report.limits == checker::Limits::Kept;
    all.push(dari("Batas keluar unit", holds(kept, report.limits.sentence())));
    let kept = matches!(report.order, checker::Order::Kept | checker::Order::Capped { .. });
    all.push(dari("Nilai seri menurut urutan", holds(kept, report.order.sentence())));
    // What was decided otherwise is worked out on a plan that holds.
    if all.iter().all(|check| check.lulus) {
        all.push(dari("Penyimpangan dan susunan akhir", super::akhir::periksa(file, kerja)));
    }
    all
}

fn huruf_besar(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A NIP is 18 digits, perhaps with spaces between, an id of a person 32 hexadecimal digits with hyphens. The id of the
/// round is one too, and hashes are longer; both stand in `asal.txt` and `instance.txt`, which name nobody.
fn tanpa_identitas(names: &[&str], files: &[Vec<u8>]) -> Result<String, String> {
    let own_hash = |name: &&str| matches!(*name, "asal.txt" | "instance.txt" | "certificate");
    for (name, bytes) in names.iter().zip(files).filter(|(name, _)| !own_hash(name)) {
        let row = |at: usize| 1 + bytes[..at].iter().filter(|b| **b == b'\n').count();
        if let Some(at) = (0..bytes.len()).find(|at| bytes[*at] == b'-' && is_id(bytes, *at)) {
            return Err(format!("{name} baris {}: ada nomor pegawai.", row(at)));
        }
        if let Some((at, _)) = super::akhir::nip(bytes).first() {
            return Err(format!("{name} baris {}: ada 18 angka yang dapat berupa NIP.", row(*at)));
        }
    }
    Ok("Tidak ada NIP atau nomor pegawai; calon hanya disebut dengan nomor baru.".into())
}

/// Whether the hyphen is the first of an id: `01890a5d-ac96-774b-bcce-b302099a8057`.
pub(super) fn is_id(bytes: &[u8], at: usize) -> bool {
    let Some(from) = at.checked_sub(8) else { return false };
    let Some(id) = bytes.get(from..from + 36) else { return false };
    id.iter().enumerate().all(|(n, b)| match n {
        8 | 13 | 18 | 23 => *b == b'-',
        _ => b.is_ascii_hexdigit(),
    })
}

/// Weights sum to 100, points lie between 0 and 100, and every score of `edges.csv` follows from them.
fn skor<'f>(file: impl Fn(&str) -> &'f [u8]) -> Result<String, String> {
    let text = |name: &str| std::str::from_utf8(file(name)).map_err(|_| format!("{name} bukan teks."));
    let weights: Vec<(&str, i64)> = baris(text("kriteria.csv")?)
        .map(|(n, cells)| {
            let weight = cells.rsplit_once(',').and_then(|(key, w)| Some((key, w.parse().ok()?)));
            let weight = weight.filter(|(_, w)| (0..=100).contains(w));
            weight.ok_or_else(|| format!("kriteria.csv baris {n}: bobot harus bilangan bulat 0 sampai 100."))
        })
        .collect::<Result<_, _>>()?;
    let sum: i64 = weights.iter().map(|w| w.1).sum();
    if sum != 100 {
        return Err(format!("kriteria.csv: bobot berjumlah {sum}, seharusnya 100."));
    }
    let origin = text("asal.txt")?;
    let least = origin.lines().find_map(|line| line.strip_prefix("pindah_min=")?.parse().ok());
    let least = least.filter(|n| (0..=10_000).contains(n));
    let skala = skala(least.ok_or("asal.txt: pindah_min tidak terbaca.")?);
    let stated = text("instance.txt")?.lines().find_map(|line| line.strip_prefix("maxscore=")?.parse().ok());
    if stated != Some(skala.maks) {
        return Err(format!("instance.txt: maxscore seharusnya {} menurut pindah_min.", skala.maks));
    }
    let mut homes: HashMap<i64, i64> = HashMap::new();
    for (n, line) in baris(text("candidates.csv")?) {
        let cells = angka::<7>(line).ok_or_else(|| format!("candidates.csv baris {n}: tidak terbaca."))?;
        homes.insert(cells[0], cells[5]);
    }
    let mut edges = baris(text("edges.csv")?);
    for (n, line) in baris(text("nilai.csv")?) {
        let cells: Option<Vec<i64>> = line.split(',').map(|cell| cell.parse().ok()).collect();
        let cells =
            cells.filter(|c| c.len() == weights.len() + 2 && c[2..].iter().all(|p| (0..=100).contains(p)));
        let cells =
            cells.ok_or_else(|| format!("nilai.csv baris {n}: nilai harus bilangan bulat 0 sampai 100."))?;
        let home = homes.get(&cells[1]).copied().unwrap_or(-1);
        let moves = if home != -1 && home != cells[0] { skala.geser } else { 0 };
        let score: i64 = cells[2..].iter().zip(&weights).map(|(p, w)| p * w.1).sum::<i64>() + moves;
        let edge = edges.next().and_then(|(_, line)| angka::<3>(line));
        if edge != Some([cells[0], cells[1], score]) {
            return Err(format!(
                "edges.csv baris {n}: skor calon {} pada tempat {} seharusnya {score} menurut nilai.csv dan kriteria.csv.",
                cells[1], cells[0]
            ));
        }
    }
    if let Some((n, _)) = edges.next() {
        return Err(format!("edges.csv baris {n}: pasangan ini tidak ada di nilai.csv."));
    }
    Ok("Setiap skor adalah jumlah bobot kali nilai; bobot berjumlah 100.".into())
}

/// Rows after the head, with their number.
pub(super) fn baris(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().skip(1).map(|(n, line)| (n + 1, line))
}

pub(super) fn angka<const N: usize>(line: &str) -> Option<[i64; N]> {
    let cells: Option<Vec<i64>> = line.split(',').map(|cell| cell.parse().ok()).collect();
    cells?.try_into().ok()
}
