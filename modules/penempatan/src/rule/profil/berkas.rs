//! The rows of a file of competency standards become profiles, or each wrong row is named with what to do.

use super::{Profil, ProfilPos};
use kernel::search::fold_text;
use std::collections::{BTreeMap, HashMap};

/// Columns, in the order of the template: one row a competence of a post.
pub const KOLOM: [&str; 7] = ["pos", "unit", "jabatan", "pendidikan", "bidang", "kompetensi", "standar"];

/// Longest text of a cell.
const TEKS_MOST: usize = 200;
/// The greatest standard, in hundredths.
const STANDAR_MOST: i64 = 10_000;

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Baris {
    /// Its number in the file.
    pub nomor: u64,
    /// Its cells in the order of [`KOLOM`], trimmed.
    pub sel: [String; 7],
}

/// Something wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salah {
    /// The row.
    pub baris: u64,
    /// The column.
    pub kolom: &'static str,
    /// What is wrong, and what to do.
    pub kalimat: String,
}

/// A post as rows may name it.
#[derive(Clone, Copy, Debug)]
pub struct PosDikenal<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its code in the peta jabatan; may be empty.
    pub kode: &'a str,
    /// Name of its unit.
    pub unit: &'a str,
    /// Its name.
    pub jabatan: &'a str,
}

/// Posts by what rows may call them.
pub struct Cari<'a> {
    by_id: HashMap<&'a str, &'a str>,
    by_name: HashMap<(String, String), Vec<&'a str>>,
}

impl<'a> Cari<'a> {
    /// Over the posts of an instansi.
    pub fn new(all: impl IntoIterator<Item = PosDikenal<'a>>) -> Cari<'a> {
        let mut cari = Cari { by_id: HashMap::new(), by_name: HashMap::new() };
        for pos in all {
            cari.by_id.insert(pos.id, pos.id);
            if !pos.kode.is_empty() {
                cari.by_id.entry(pos.kode).or_insert(pos.id);
            }
            let name = (fold_text(pos.unit), fold_text(pos.jabatan));
            cari.by_name.entry(name).or_default().push(pos.id);
        }
        cari
    }

    fn satu(&self, baris: &Baris) -> Result<&'a str, Salah> {
        let [pos, unit, jabatan, ..] = &baris.sel;
        let wrong = |kolom, kalimat: String| Salah { baris: baris.nomor, kolom, kalimat };
        if !pos.is_empty() {
            return self.by_id.get(pos.as_str()).copied().ok_or_else(|| {
                wrong("pos", format!("Pos {pos} tidak ada pada peta jabatan. Salin kolom pos dari templat."))
            });
        }
        if unit.is_empty() || jabatan.is_empty() {
            return Err(wrong("pos", "Isi kolom pos, atau kolom unit dan jabatan.".into()));
        }
        match self.by_name.get(&(fold_text(unit), fold_text(jabatan))).map(Vec::as_slice) {
            Some([one]) => Ok(one),
            Some(_) => {
                let text = format!("{jabatan} pada {unit} ada lebih dari satu. Isi kolom pos dari templat.");
                Err(wrong("jabatan", text))
            }
            None => {
                let text = format!(
                    "{jabatan} pada {unit} tidak ada pada peta jabatan. Samakan namanya, atau isi kolom pos."
                );
                Err(wrong("jabatan", text))
            }
        }
    }
}

/// Profiles of all rows, and what is wrong with them. `pendidikan` reads a level of education.
pub fn susun(
    baris: &[Baris],
    cari: &Cari<'_>,
    pendidikan: impl Fn(&str) -> Option<u8>,
    dokumen: &str,
) -> (Profil, Vec<Salah>) {
    let mut profil = Profil::new();
    let mut salah = Vec::new();
    // The row a post was first said to ask for a level of education or fields in.
    let mut first: BTreeMap<&str, (u64, &str, &str)> = BTreeMap::new();
    for row in baris {
        let pos = match cari.satu(row) {
            Ok(pos) => pos,
            Err(wrong) => {
                salah.push(wrong);
                continue;
            }
        };
        let one = profil
            .entry(pos.to_owned())
            .or_insert_with(|| ProfilPos { dokumen: dokumen.into(), ..ProfilPos::default() });
        let [.., level, fields, _, _] = &row.sel;
        let said = first.entry(pos).or_insert((row.nomor, level, fields));
        salah.extend(sama(row, *said));
        if said.0 == row.nomor {
            salah.extend(kualifikasi(row, one, &pendidikan));
        }
        salah.extend(kompetensi(row, one));
    }
    salah.extend(kosong(baris, cari, &profil));
    salah.sort_by_key(|s| s.baris);
    (profil, salah)
}

/// Later rows of a post may leave out what the first says, not contradict it.
fn sama(row: &Baris, (nomor, level, fields): (u64, &str, &str)) -> Vec<Salah> {
    let pairs = [("pendidikan", &row.sel[3], level), ("bidang", &row.sel[4], fields)];
    let other = pairs.into_iter().filter(|(_, own, said)| !own.is_empty() && own.as_str() != *said);
    other
        .map(|(kolom, ..)| Salah {
            baris: row.nomor,
            kolom,
            kalimat: format!("Berbeda dari baris {nomor} untuk pos yang sama. Samakan keduanya."),
        })
        .collect()
}

fn kualifikasi(row: &Baris, one: &mut ProfilPos, pendidikan: impl Fn(&str) -> Option<u8>) -> Vec<Salah> {
    let mut salah = Vec::new();
    let mut wrong = |kolom, kalimat: String| salah.push(Salah { baris: row.nomor, kolom, kalimat });
    let (level, fields) = (&row.sel[3], &row.sel[4]);
    match pendidikan(level) {
        _ if level.is_empty() => {}
        Some(code) => one.pendidikan = code,
        None => wrong(
            "pendidikan",
            format!("Tingkat pendidikan \"{level}\" tidak dikenal. Tulis misalnya SLTA, D-III, S-1, S-2."),
        ),
    }
    if fields.chars().count() > TEKS_MOST {
        wrong("bidang", format!("Paling panjang {TEKS_MOST} huruf."));
    } else {
        one.bidang =
            fields.split(['|', ';']).map(str::trim).filter(|f| !f.is_empty()).map(Box::from).collect();
    }
    salah
}

fn kompetensi(row: &Baris, one: &mut ProfilPos) -> Option<Salah> {
    let (name, number) = (&row.sel[5], &row.sel[6]);
    let wrong = |kolom, kalimat: String| Some(Salah { baris: row.nomor, kolom, kalimat });
    if name.is_empty() {
        return match number.is_empty() {
            true => None,
            false => wrong("kompetensi", "Tulis nama kompetensi untuk standar ini.".into()),
        };
    }
    if name.chars().count() > TEKS_MOST {
        return wrong("kompetensi", format!("Paling panjang {TEKS_MOST} huruf."));
    }
    let folded: Box<str> = fold_text(name).into();
    if one.kompetensi.iter().any(|k| k.0 == folded) {
        return wrong("kompetensi", format!("{name} sudah disebut untuk pos ini. Hapus salah satunya."));
    }
    let Some(standar) = ratusan(number).filter(|n| (1..=STANDAR_MOST).contains(n)) else {
        let text = format!(
            "Standar \"{number}\" tidak terbaca. Tulis angka di atas 0 sampai 100, misalnya 3 atau 2,5."
        );
        return wrong("standar", text);
    };
    one.kompetensi.push((folded, standar));
    one.nama.push(name.as_str().into());
    None
}

/// A post of which nothing at all is said.
fn kosong(baris: &[Baris], cari: &Cari<'_>, profil: &Profil) -> Vec<Salah> {
    let nothing = |pos: &str| {
        profil.get(pos).is_some_and(|p| p.pendidikan == 0 && p.bidang.is_empty() && p.kompetensi.is_empty())
    };
    let says = |row: &&Baris| row.sel[3..].iter().all(String::is_empty);
    let rows = baris.iter().filter(says).filter(|row| cari.satu(row).is_ok_and(nothing));
    rows.map(|row| Salah {
        baris: row.nomor,
        kolom: "kompetensi",
        kalimat: "Baris ini belum menyebut apa pun. Isi, atau hapus barisnya.".into(),
    })
    .collect()
}

/// `3` is 300, `2,5` is 250; at most two decimals.
fn ratusan(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + part)
}
