//! Limits of units in sentences: how they are counted, what they changed, and what is proven.

use super::kata::{self, poin};
use crate::rule::batas::{Batas, ada, pemegang};
use crate::rule::{Beku, Hasil};
use crate::tetapkan::Akhir;
use crate::view::hasil::{BarisBatas, BatasView};

/// Units listed.
const UNITS: usize = 60;

/// What is said about limits where a unit has one; `persen` is what was announced.
pub fn susun(beku: &Beku, hasil: &Hasil, duduk: &[Option<u32>], persen: i64) -> Option<BatasView> {
    let price = |unit: usize| hasil.batas.as_ref().and_then(|b| b.harga.get(unit)).copied().unwrap_or(0);
    let mut all: Vec<(i64, BarisBatas)> = pemegang(beku, duduk)
        .into_iter()
        .enumerate()
        .filter_map(|(at, unit)| {
            let most = unit.boleh.filter(|_| unit.ada > 0)?;
            let row = BarisBatas {
                nama: beku.unit.get(at).map_or(String::new(), |u| u.nama.clone()),
                orang: (unit.ada, most, unit.keluar),
                longgar: longgar(hasil, price(at)),
            };
            Some((price(at), row))
        })
        .collect();
    if all.is_empty() || beku.tiga_nama {
        return None;
    }
    all.sort_by_key(|row| std::cmp::Reverse((row.0, row.1.orang.2)));
    let lebih = all.len().saturating_sub(UNITS);
    let unit = all.into_iter().take(UNITS).map(|(_, row)| row).collect();
    Some(BatasView { kalimat: kalimat(hasil, beku.kursi.len(), persen), unit, lebih })
}

fn longgar(hasil: &Hasil, price: i64) -> String {
    let Some(batas) = &hasil.batas else { return "tidak mengubah hasil".into() };
    let beside = if batas.selisih(hasil.nilai) > 0 { ", di luar selisih di atas" } else { "" };
    match price {
        0 if beside.is_empty() => "tidak menambah nilai rencana".into(),
        0 => "menambah paling banyak selisih di atas".into(),
        price => {
            let more = kata::tambahan(hasil.isi, price);
            format!("setiap orang lagi yang boleh keluar dari unit ini menambah paling banyak {more}{beside}")
        }
    }
}

fn kalimat(hasil: &Hasil, kursi: usize, persen: i64) -> Vec<String> {
    let mut all = vec![format!(
        "Dihitung dari pemegang pos rencana ini di tiap unit: {persen} persen, dibulatkan ke bawah, paling sedikit satu orang. Pemegang yang pindah ke pos lain di unit yang sama ikut dihitung; pegawai unit itu yang tidak memegang pos rencana ini tidak."
    )];
    let Some(batas) = &hasil.batas else {
        all.push(
            "Rencana terbaik tanpa batas pun mematuhi batas ini, jadi batas tidak mengubah hasil.".into(),
        );
        return all;
    };
    all.push("Batas ini mengubah hasil: tanpa batas, ada unit yang ditinggalkan lebih banyak orang.".into());
    all.push(terbukti(batas, hasil, kursi));
    all.push(
        if batas.berurut {
            "Nilai seri diputus menurut urutan yang diumumkan, di antara semua susunan terbaik dalam batas ini."
        } else {
            "Siapa yang keluar dari unit yang mencapai batasnya dipilih hitungan menurut nilai; bila nilainya seri, urutan yang diumumkan tidak menentukan siapa. Urutan itu memutus nilai seri di antara susunan dengan orang keluar yang sama."
        }
        .into(),
    );
    if !(batas.tepat && batas.berurut) {
        all.push("Pada kepekaan dan perbandingan rencana, sebagian pos yang berganti pengisi dapat berasal dari hal ini, bukan dari bobot.".into());
    }
    all
}

/// How good a plan is within the limits.
fn terbukti(batas: &Batas, hasil: &Hasil, kursi: usize) -> String {
    let gap = batas.selisih(hasil.nilai);
    let most = kata::tambahan(hasil.isi, gap);
    if gap == 0 {
        "Terbukti: tidak ada susunan dalam batas ini yang bernilai lebih daripada hasil hitungan.".into()
    } else if batas.tepat {
        format!(
            "Tidak ada susunan dalam batas ini yang bernilai lebih daripada hasil hitungan: semua kemungkinan sudah diperiksa. Bukti pada bundel sendiri menunjukkan selisih paling banyak {most}."
        )
    } else {
        let each = gap.checked_div(kursi as i64).unwrap_or(0);
        format!(
            "Hasil hitungan terbukti paling banyak {most} di bawah susunan terbaik dalam batas ini, rata-rata {} poin per tempat. Angka itu selisih di antara nilai rencana dan batas atas yang dibuktikan.",
            poin(each)
        )
    }
}

/// The same in a few words, to compare rounds.
pub fn ringkas(a: &Akhir) -> String {
    match &a.hasil.batas {
        None if ada(&a.beku) => "ada, tidak mengubah hasil".into(),
        None => "tanpa batas".into(),
        Some(batas) if batas.tepat => "ada, terbaik dalam batas".into(),
        Some(batas) => {
            let most = kata::tambahan(a.hasil.isi, batas.selisih(a.hasil.nilai));
            format!("ada, paling banyak {most} di bawah yang terbaik")
        }
    }
}
