//! The assignment problem of a round: people on the left, seats on the right, in the units of the objective.

use super::{Beku, Tolak};
use solver::{Edge, Order, Problem, Refusal, Side};

/// Highest score there is, in hundredths of a point.
pub const SKOR_MAX: i64 = 10_000;

/// A problem, and what its weights are made of.
pub struct Soal {
    /// The problem.
    pub problem: Problem,
    /// The published order.
    pub urutan: Order,
    /// Weight of filling a seat.
    pub isi: i64,
}

/// Scores as `sinergi-placement-1` writes them. There a move costs a twentieth of the highest score, so that another
/// least gain needs another highest score; where the twentieth is more than the gain, scores of moves are that much
/// higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skala {
    /// Highest score.
    pub maks: i64,
    /// What a move costs there.
    pub pindah: i64,
    /// By how much scores of moves are higher.
    pub geser: i64,
}

/// The scale of a least gain.
pub fn skala(pindah_min: i64) -> Skala {
    const SHARE: i64 = 20;
    let pindah = if SHARE * pindah_min >= SKOR_MAX {
        pindah_min
    } else {
        (SKOR_MAX - pindah_min + SHARE - 2) / (SHARE - 1)
    };
    Skala { maks: SHARE * pindah, pindah, geser: pindah - pindah_min }
}

/// Weight of filling a seat: above every sum of scores.
pub fn isi(beku: &Beku) -> i64 {
    (skala(beku.pindah_min).maks + 1).saturating_mul(beku.kursi.len() as i64 + 1)
}

/// What filling a seat counts: critical ones double.
pub fn lipat(beku: &Beku, kursi: u32) -> i64 {
    beku.kursi.get(kursi as usize).map_or(0, |k| 1 + i64::from(k.kritis))
}

/// What a pair is worth.
pub fn bobot(beku: &Beku, isi: i64, calon: u32, kursi: u32, skor: i32) -> i64 {
    let home = beku.calon.get(calon as usize).and_then(|c| c.asal);
    let moves = home.is_some_and(|home| home != kursi);
    isi * lipat(beku, kursi) + i64::from(skor) - if moves { beku.pindah_min } else { 0 }
}

/// The problem of a round.
///
/// # Errors
/// When the inputs are not sound, or too large to be counted without overflow.
pub fn soal(beku: &Beku) -> Result<Soal, Tolak> {
    let isi = isi(beku);
    let must_left = beku.calon.iter().map(|c| c.asal.is_some()).collect();
    let edges = beku.pasangan.iter().map(|p| Edge {
        left: p.calon,
        right: p.kursi,
        weight: bobot(beku, isi, p.calon, p.kursi, p.skor),
    });
    let problem = Problem::new(must_left, vec![false; beku.kursi.len()], edges).map_err(refused)?;
    let urutan = Order {
        right_order: (0..beku.kursi.len() as u32).collect(),
        left_rank: beku.calon.iter().map(|c| c.duk).collect(),
    };
    Ok(Soal { problem, urutan, isi })
}

/// What is wrong with inputs before they are solved.
///
/// # Errors
/// Weights that do not sum to 100, a holder without the own seat among the pairs, an order with the same rank twice.
pub fn periksa(beku: &Beku) -> Result<(), Tolak> {
    let sum: u32 = beku.kriteria.iter().map(|k| u32::from(k.bobot)).sum();
    if sum != 100 {
        let said =
            format!("Bobot kriteria berjumlah {sum}, seharusnya 100. Ubah bobot rencana lalu kunci ulang.");
        return Err(Tolak("HITUNG-01", said));
    }
    if beku.kursi.is_empty() {
        return Err(Tolak(
            "HITUNG-02",
            "Rencana ini belum berisi pos. Tambahkan pos yang akan diisi.".into(),
        ));
    }
    if !(0..=SKOR_MAX).contains(&beku.pindah_min) {
        let said = "Selisih nilai paling kecil untuk memindahkan pemegang jabatan harus 0 sampai 100 poin.";
        return Err(Tolak("HITUNG-03", said.into()));
    }
    for (at, seat) in beku.kursi.iter().enumerate() {
        if seat.pemegang.is_some_and(|holder| beku.cari(holder, at as u32).is_none()) {
            let said = format!(
                "Pemegang {} tidak tercantum sebagai calon pada jabatannya sendiri. Kunci ulang data rencana.",
                seat.jabatan
            );
            return Err(Tolak("HITUNG-04", said));
        }
    }
    let mut ranks: Vec<u32> = beku.calon.iter().map(|c| c.duk).collect();
    ranks.sort_unstable();
    if ranks.windows(2).any(|two| two[0] == two[1]) {
        let said = "Dua calon mempunyai nomor urut yang sama, sehingga nilai seri tidak dapat diputus. Kunci ulang data rencana.";
        return Err(Tolak("HITUNG-05", said.into()));
    }
    beku.utuh()
}

fn refused(why: Refusal) -> Tolak {
    match why {
        Refusal::Overflow { vertices, .. } => Tolak(
            "HITUNG-06",
            format!(
                "Rencana dengan {vertices} calon dan pos terlalu besar untuk dihitung dengan pasti. Bagi menjadi beberapa rencana."
            ),
        ),
        Refusal::Size => Tolak(
            "HITUNG-06",
            "Rencana ini terlalu besar untuk dihitung. Bagi menjadi beberapa rencana.".into(),
        ),
        Refusal::Index { .. } | Refusal::Duplicate { .. } | Refusal::Spread { .. } => Tolak(
            "HITUNG-07",
            "Berkas masukan: isi bagian \"pasangan\" tidak saling cocok. Kunci ulang data rencana ini."
                .into(),
        ),
    }
}

/// A set of people and seats that cannot all be served, in words.
pub fn kurang(beku: &Beku, why: &solver::Infeasible) -> Tolak {
    let seats: Vec<String> = match why.side {
        Side::Left => why.partners.iter().map(|k| jabatan(beku, *k)).collect(),
        Side::Right => why.vertices.iter().map(|k| jabatan(beku, *k)).collect(),
    };
    let (people, posts) = match why.side {
        Side::Left => (why.vertices.len(), why.partners.len()),
        Side::Right => (why.partners.len(), why.vertices.len()),
    };
    let listed = sebut(&seats);
    let said = match why.side {
        Side::Left => format!(
            "{people} pemegang jabatan harus mendapat tempat, tetapi bersama-sama hanya memenuhi syarat untuk {posts} tempat: {listed}. Tambahkan pos atau keluarkan salah seorang dari rencana."
        ),
        Side::Right => format!(
            "{posts} tempat wajib terisi ({listed}), tetapi hanya {people} orang yang memenuhi syarat. Longgarkan kewajiban atau tambah calon."
        ),
    };
    Tolak("HITUNG-08", said)
}

fn jabatan(beku: &Beku, kursi: u32) -> String {
    beku.kursi.get(kursi as usize).map_or_else(String::new, |k| k.jabatan.clone())
}

/// The first few of many names.
fn sebut(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        Some(more) => format!("{shown}, dan {more} lagi"),
        None => shown,
    }
}
