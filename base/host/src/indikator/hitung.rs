//! Every indicator of every instansi in one pass over the columns. Sums do not depend on which core added
//! them, so the same world always gives the same matrix.

use super::{Bahan, Indikator, Rumus, angka};
use crate::derived::PerWorld;
use crate::hall::{Hall, World};
use crate::mutu::{self, Mutu};
use kernel::AsOf;
use kernel::indikator::{Hasil, Satuan, Ukuran};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use store::Result;

/// A figure with what could not be counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sel {
    /// The figure.
    pub hasil: Hasil,
    /// People or places left out because their data do not tell: the mark of how good the figure is.
    pub tanpa_data: i64,
}

impl Sel {
    /// A figure from whole data.
    pub fn terukur(ukuran: Ukuran) -> Sel {
        Sel { hasil: Hasil::Terukur(ukuran), tanpa_data: 0 }
    }

    /// No figure, and why.
    pub fn belum(why: impl Into<String>) -> Sel {
        Sel { hasil: Hasil::belum(why), tanpa_data: 0 }
    }
}

/// Every indicator of every instansi at a moment.
#[derive(Debug)]
pub struct Matriks {
    /// The moment.
    pub as_of: AsOf,
    /// The journals' sizes it was made from.
    pub sizes: Vec<(String, i64)>,
    /// The pack of the law it was measured with.
    pub paket: [u8; 32],
    /// Instansi in the order of the governments served; the last row, `""`, is all of them together.
    pub instansi: Vec<String>,
    /// Codes, in the order of the catalogue.
    pub kode: Vec<&'static str>,
    sel: Vec<Sel>,
}

impl Matriks {
    /// One figure; `None` for an unknown code or instansi.
    pub fn sel(&self, kode: &str, instansi: &str) -> Option<&Sel> {
        let column = self.kode.iter().position(|k| *k == kode)?;
        self.baris(instansi)?.get(column)
    }

    /// Figures of an instansi, in the order of the codes.
    pub fn baris(&self, instansi: &str) -> Option<&[Sel]> {
        let row = self.instansi.iter().position(|id| id == instansi)?;
        let wide = self.kode.len();
        self.sel.get(row * wide..(row + 1) * wide)
    }
}

#[derive(Default)]
struct Kept {
    dasar: Mutex<Option<Arc<Dasar>>>,
    matriks: Mutex<Option<Arc<Matriks>>>,
}

static KEPT: PerWorld<Kept> = PerWorld::new();

/// Every indicator of every instansi, worked out once for what is recorded; what rests on people and offices
/// only when one of them changed. Whoever comes meanwhile waits for it.
///
/// # Errors
/// When storage fails.
pub fn ukur_semua(hall: &Hall, world: &Arc<World>) -> Result<Arc<Matriks>> {
    let hukum = hall.hukum();
    let kept = KEPT.get(world, |_| Kept::default());
    let mut known = kept.matriks.lock().unwrap_or_else(|e| e.into_inner());
    let paket = hukum.pack.hash;
    if let Some(found) = known.as_ref().filter(|m| m.paket == paket && m.sizes == world.sizes) {
        return Ok(found.clone());
    }
    let bahan = Bahan::new(world, &hukum, &hall.tables);
    let dasar = {
        let mut dasar = kept.dasar.lock().unwrap_or_else(|e| e.into_inner());
        match dasar.as_ref().filter(|d| d.paket == paket) {
            Some(found) => found.clone(),
            None => dasar.insert(Arc::new(Dasar::of(&bahan, hall.katalog.semua()))).clone(),
        }
    };
    let made = Arc::new(matriks(hall, &bahan, &dasar)?);
    *known = Some(made.clone());
    Ok(made)
}

/// One figure; id `""` is all instansi together.
///
/// # Errors
/// When storage fails.
pub fn ukur(hall: &Hall, world: &Arc<World>, kode: &str, instansi: &str) -> Result<Sel> {
    let matriks = ukur_semua(hall, world)?;
    Ok(matriks.sel(kode, instansi).cloned().unwrap_or_else(|| Sel::belum(TIDAK_DIKENAL)))
}

const TIDAK_DIKENAL: &str = "Kode indikator atau instansi tidak dikenal.";
const TANPA_PEGAWAI: &str = "Belum ada pegawai aktif yang tercatat pada instansi ini.";
const TANPA_PETA: &str = "Peta jabatan dengan kebutuhan pegawai belum diimpor.";
const TANPA_ANGGOTA: &str = "Tidak ada yang termasuk hitungan indikator ini pada instansi ini.";
const BELUM_DILAPORKAN: &str = "Belum dilaporkan.";
const PER_INSTANSI: &str = "Dilaporkan per instansi.";

/// What one pass adds up for one indicator of one instansi.
#[derive(Clone, Copy, Default)]
struct Jumlah {
    dari: i64,
    yang: i64,
    tanpa: i64,
}

impl Jumlah {
    fn add(&mut self, other: Jumlah) {
        self.dari += other.dari;
        self.yang += other.yang;
        self.tanpa += other.tanpa;
    }
}

/// One sum for each instansi (the last is all of them) and each indicator.
type Papan = Vec<Vec<Jumlah>>;

/// What people and offices alone come to.
struct Dasar {
    paket: [u8; 32],
    orang: Papan,
    pos: Papan,
    mutu: Vec<Mutu>,
    mapped: Vec<bool>,
}

impl Dasar {
    fn of(bahan: &Bahan<'_>, katalog: &[&'static Indikator]) -> Dasar {
        let tempat = bahan.world.tenants.len();
        Dasar {
            paket: bahan.hukum.pack.hash,
            orang: orang(bahan, katalog),
            pos: pos(bahan, katalog),
            mutu: (0..=tempat).into_par_iter().map(|at| mutu_of(bahan, at)).collect(),
            mapped: (0..=tempat)
                .map(|at| bahan.kursi().iter().any(|k| at == tempat || k.instansi == at))
                .collect(),
        }
    }
}

fn matriks(hall: &Hall, bahan: &Bahan<'_>, dasar: &Dasar) -> Result<Matriks> {
    let katalog = hall.katalog.semua();
    let world = bahan.world;
    let Dasar { orang, pos, mutu, mapped, .. } = dasar;
    let mut stored: BTreeMap<usize, BTreeMap<String, Sel>> = BTreeMap::new();
    for (column, indikator) in katalog.iter().enumerate() {
        if let Rumus::Simpanan(read) = indikator.rumus {
            stored.insert(column, read(hall, bahan)?);
        }
    }
    let told = match katalog.iter().any(|i| i.dilaporkan()) {
        true => hall.with(|conn| angka::dilaporkan(conn, world.as_of))?,
        false => BTreeMap::new(),
    };
    let mut instansi: Vec<String> = world.tenants.iter().map(|t| t.id.clone()).collect();
    instansi.push(String::new());
    let mut sel = Vec::with_capacity(instansi.len() * katalog.len());
    for (row, id) in instansi.iter().enumerate() {
        for (column, indikator) in katalog.iter().enumerate() {
            let anyone = mutu[row].population > 0;
            sel.push(match indikator.rumus {
                Rumus::Orang { .. } if !anyone => Sel::belum(TANPA_PEGAWAI),
                Rumus::Orang { data, .. } => figure(indikator, orang[row][column], data),
                Rumus::Pos { .. } if !mapped[row] => Sel::belum(TANPA_PETA),
                Rumus::Pos { data, .. } => figure(indikator, pos[row][column], data),
                Rumus::Temuan(_) if !anyone => Sel::belum(TANPA_PEGAWAI),
                Rumus::Temuan(code) => finding(&mutu[row], code),
                Rumus::Instansi(read) => read(bahan, id),
                Rumus::Simpanan(_) => {
                    let found = stored.get_mut(&column).and_then(|all| all.remove(id));
                    found.unwrap_or_else(|| Sel::belum(TANPA_ANGGOTA))
                }
                Rumus::Laporan => match told.get(&(indikator.kode.to_owned(), id.clone())) {
                    Some(angka) => Sel::terukur(angka.nilai),
                    None if id.is_empty() => Sel::belum(PER_INSTANSI),
                    None => Sel::belum(BELUM_DILAPORKAN),
                },
                Rumus::BelumAda(why) => Sel::belum(why),
            });
        }
    }
    let kode = katalog.iter().map(|i| i.kode).collect();
    let sizes = world.sizes.clone();
    Ok(Matriks { as_of: world.as_of, sizes, paket: bahan.hukum.pack.hash, instansi, kode, sel })
}

/// The figure a sum comes to.
fn figure(indikator: &Indikator, sum: Jumlah, data: &str) -> Sel {
    let known = sum.dari - sum.tanpa;
    let nobody_known = known == 0 && sum.tanpa > 0;
    let hasil = match indikator.satuan {
        _ if nobody_known => Hasil::belum(format!("Belum ada data {data} pada instansi ini.")),
        Satuan::Persen => {
            let part = Ukuran::bagian(sum.yang, known);
            part.map_or_else(|| Hasil::belum(TANPA_ANGGOTA), Hasil::Terukur)
        }
        _ => Hasil::Terukur(Ukuran::bulat(sum.yang)),
    };
    Sel { hasil, tanpa_data: sum.tanpa }
}

fn finding(mutu: &Mutu, code: kernel::Code) -> Sel {
    if mutu.silent.contains(code) {
        return Sel::belum("Data pembandingnya belum diimpor, jadi tidak ditemukan tidak berarti tidak ada.");
    }
    let part = Ukuran::bagian(i64::from(mutu.counts.get(code)), i64::from(mutu.population));
    part.map_or_else(|| Sel::belum(TANPA_PEGAWAI), Sel::terukur)
}

/// Findings of an instansi; of all of them for the place behind the last.
pub(super) fn mutu_of(bahan: &Bahan<'_>, tempat: usize) -> Mutu {
    let r = bahan.register();
    match bahan.world.tenants.get(tempat) {
        Some(tenant) => {
            let own = r.names.find(&tenant.id);
            mutu::hitung(bahan.world, |i| Some(r.instansi[i]) == own)
        }
        None => mutu::hitung(bahan.world, |_| true),
    }
}

/// People of a few thousand rows a core at a time.
const ROWS: usize = 4_096;

fn orang(bahan: &Bahan<'_>, katalog: &[&'static Indikator]) -> Papan {
    let r = bahan.register();
    let tempat = tempat_of_names(bahan);
    let blank = || vec![vec![Jumlah::default(); katalog.len()]; bahan.world.tenants.len() + 1];
    let parts: Vec<usize> = (0..r.len()).step_by(ROWS).collect();
    let sums: Vec<Papan> = parts
        .into_par_iter()
        .map(|start| {
            let mut papan = blank();
            for i in (start..r.len().min(start + ROWS)).filter(|&i| r.active[i]) {
                let Some(Some(row)) = tempat.get(r.instansi[i] as usize) else { continue };
                for (column, indikator) in katalog.iter().enumerate() {
                    let Rumus::Orang { dari, yang, .. } = indikator.rumus else { continue };
                    if dari(bahan, i) {
                        let yang = yang(bahan, i);
                        papan[*row][column].add(Jumlah {
                            dari: 1,
                            yang: i64::from(yang == Some(true)),
                            tanpa: i64::from(yang.is_none()),
                        });
                    }
                }
            }
            papan
        })
        .collect();
    together(sums, blank())
}

fn pos(bahan: &Bahan<'_>, katalog: &[&'static Indikator]) -> Papan {
    let blank = vec![vec![Jumlah::default(); katalog.len()]; bahan.world.tenants.len() + 1];
    let mut papan = blank.clone();
    for kursi in bahan.kursi() {
        for (column, indikator) in katalog.iter().enumerate() {
            let Rumus::Pos { dari, yang, .. } = indikator.rumus else { continue };
            let whole = dari(bahan, kursi);
            if whole > 0 {
                let part = yang(bahan, kursi);
                let tanpa = if part.is_none() { whole } else { 0 };
                papan[kursi.instansi][column].add(Jumlah { dari: whole, yang: part.unwrap_or(0), tanpa });
            }
        }
    }
    together(vec![papan], blank)
}

/// Adds up, and adds all instansi into the last row.
fn together(sums: Vec<Papan>, mut papan: Papan) -> Papan {
    let last = papan.len() - 1;
    for part in sums {
        for (row, cells) in part.iter().enumerate().take(last) {
            for (column, sum) in cells.iter().enumerate() {
                papan[row][column].add(*sum);
                papan[last][column].add(*sum);
            }
        }
    }
    papan
}

/// Place of an instansi among the governments served, by its number in the register.
pub(super) fn tempat_of_names(bahan: &Bahan<'_>) -> Vec<Option<usize>> {
    let mut tempat = Vec::new();
    for (at, tenant) in bahan.world.tenants.iter().enumerate() {
        if let Some(number) = bahan.register().names.find(&tenant.id) {
            let number = number as usize;
            tempat.resize(tempat.len().max(number + 1), None);
            tempat[number] = Some(at);
        }
    }
    tempat
}
