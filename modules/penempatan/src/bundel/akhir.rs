//! What the PPK decided otherwise and where it ends, in a bundle: written, and worked out again from its other files.

use super::Lingkup;
use super::isi::sel;
use super::periksa::{angka, baris, is_id};
use crate::isi::Penyimpangan;
use crate::rule::akhir::{Langkah, bertahap, langkah};
use crate::rule::beku::{CalonBeku, KursiBeku, Pasangan, UnitBeku};
use crate::rule::rencana::Tanda;
use crate::rule::soal::{self, SKOR_MAX, skala};
use crate::rule::ulang::{ULANG_MOST, batas};
use crate::rule::{Beku, Hasil};
use kernel::PegawaiId;
use std::fmt::Write;

/// What a plan costs in looks at the whole input, measured on the published rounds: without limits on leaving units, and with
/// them.
const KERJA_RENCANA: usize = 40;
const KERJA_BATAS: usize = 2_000;

const MENYIMPANG: &str = "position,candidate,rearranged,cost";
const SUSUNAN: &str = "position,candidate";

/// `penyimpangan.csv` and `akhir.csv`; people by their numbers in the bundle.
pub(super) fn tulis(
    beku: &Beku,
    hasil: &Hasil,
    penyimpangan: &[(Penyimpangan, Tanda)],
    number: &[u32],
    lingkup: Lingkup,
) -> (String, String) {
    let place = |p| Some((langkah(std::slice::from_ref(p), &[], beku).pop()?, p.0.alasan.as_str()));
    let all: Vec<(Langkah, &str)> = penyimpangan.iter().filter_map(place).collect();
    let steps: Vec<Langkah> = all.iter().map(|a| a.0).collect();
    let (costs, akhir) = bertahap(beku, &hasil.duduk, soal::isi(beku), &steps);
    let whole = lingkup == Lingkup::Lengkap;
    let mut text = format!("{MENYIMPANG}{}\n", if whole { ",reason" } else { "" });
    for ((step, alasan), cost) in all.iter().zip(costs) {
        let who = step.calon.and_then(|c| number.get(c as usize)).map_or_else(String::new, u32::to_string);
        let _ = write!(text, "{},{who},{},{cost}", step.kursi, u8::from(step.ulang));
        if whole {
            let _ = write!(text, ",{}", sel(&samarkan(alasan)));
        }
        text.push('\n');
    }
    let mut seats = format!("{SUSUNAN}\n");
    for (kursi, who) in akhir.iter().enumerate() {
        if let Some(number) = who.and_then(|c| number.get(c as usize)) {
            let _ = writeln!(seats, "{kursi},{number}");
        }
    }
    (text, seats)
}

/// A text without what points at a person by number.
pub(super) fn samarkan(text: &str) -> String {
    const HIDDEN: &str = "(disamarkan)";
    let mut made = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in nip(text.as_bytes()) {
        made.push_str(&text[from..start]);
        made.push_str(HIDDEN);
        from = end;
    }
    made.push_str(&text[from..]);
    let points = |word: &str| {
        let bytes = word.as_bytes();
        (0..bytes.len()).any(|at| bytes[at] == b'-' && is_id(bytes, at))
    };
    let words: Vec<&str> = made.split(' ').map(|word| if points(word) { HIDDEN } else { word }).collect();
    words.join(" ")
}

/// Where 18 digits or more stand together, with at most one space, full stop or hyphen between two: what may be a NIP.
pub(super) fn nip(bytes: &[u8]) -> Vec<(usize, usize)> {
    const NIP: usize = 18;
    let mut found = Vec::new();
    let (mut start, mut end, mut digits) = (0, 0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        let between = digits > 0 && at == end && matches!(byte, b' ' | b'.' | b'-');
        if byte.is_ascii_digit() && (digits == 0 || at <= end + 1) {
            (start, digits, end) = (if digits == 0 { at } else { start }, digits + 1, at + 1);
        } else if !between {
            if digits >= NIP {
                found.push((start, end));
            }
            digits = 0;
            if byte.is_ascii_digit() {
                (start, digits, end) = (at, 1, at + 1);
            }
        }
    }
    if digits >= NIP {
        found.push((start, end));
    }
    found
}

/// Whether the decisions and the arrangement they come to follow from the plan; the first that does not, by file and
/// row. At most `kerja` steps of work are spent on it.
pub(super) fn periksa<'f>(file: impl Fn(&str) -> &'f [u8], kerja: usize) -> Result<String, String> {
    let text = |name: &str| std::str::from_utf8(file(name)).map_err(|_| format!("{name} bukan teks."));
    let beku = masukan(&text)?;
    let mut duduk = vec![None; beku.kursi.len()];
    for (n, kursi, calon) in susunan("plan.csv", text("plan.csv")?, &beku)? {
        let free = duduk[kursi as usize].replace(calon).is_none();
        free.then_some(()).ok_or_else(|| format!("plan.csv baris {n}: tempat {kursi} ada dua kali."))?;
    }
    let decided = text("penyimpangan.csv")?;
    let size = beku.pasangan.len() + beku.kursi.len() + beku.calon.len();
    let too_much = |steps: usize| {
        let sentence = "penyimpangan.csv: terlalu banyak untuk diperiksa di halaman ini. Periksa dengan perintah sinergi penempatan verifikasi.";
        if size.saturating_mul(steps) > kerja { Err(sentence.to_owned()) } else { Ok(()) }
    };
    too_much(baris(decided).count())?;
    let rows = keputusan(decided, &beku)?;
    let steps: Vec<Langkah> = rows.iter().map(|r| r.1).collect();
    // Seating everybody anew is a plan of its own, and within limits on leaving units many of them.
    let plans = if steps.iter().any(|l| l.ulang) {
        steps.iter().filter(|l| l.ulang || l.calon.is_none()).count()
    } else {
        0
    };
    let each = if batas(&beku).iter().any(|u| u.batas.is_some()) { KERJA_BATAS } else { KERJA_RENCANA };
    too_much(steps.len().saturating_add(plans.saturating_mul(each)))?;
    let (costs, akhir) = bertahap(&beku, &duduk, soal::isi(&beku), &steps);
    for ((n, _, stated), cost) in rows.iter().zip(&costs) {
        if stated != cost {
            return Err(format!("penyimpangan.csv baris {n}: biaya seharusnya {cost}, tertulis {stated}."));
        }
    }
    let stated = susunan("akhir.csv", text("akhir.csv")?, &beku)?;
    let worked = (0_u32..).zip(&akhir).filter_map(|(k, who)| Some((k, (*who)?)));
    let mut left = stated.iter();
    for (kursi, calon) in worked {
        let found = left.next();
        if found.map(|f| (f.1, f.2)) != Some((kursi, calon)) {
            let at = found.map_or_else(String::new, |f| format!(" baris {}", f.0));
            return Err(format!(
                "akhir.csv{at}: tempat {kursi} seharusnya calon {calon} menurut plan.csv dan penyimpangan.csv."
            ));
        }
    }
    if let Some((n, kursi, _)) = left.next() {
        return Err(format!(
            "akhir.csv baris {n}: tempat {kursi} seharusnya kosong menurut plan.csv dan penyimpangan.csv."
        ));
    }
    Ok(match rows.len() {
        0 => "Tidak ada penyimpangan; susunan akhir sama dengan rencana.".into(),
        n => format!("{n} penyimpangan, biaya masing-masing, dan susunan akhirnya mengikuti dari rencana."),
    })
}

/// Rows of `penyimpangan.csv`: number of the row, the decision, its cost.
fn keputusan(text: &str, beku: &Beku) -> Result<Vec<(usize, Langkah, i64)>, String> {
    let head = text.lines().next().unwrap_or("");
    if head != MENYIMPANG && head.strip_suffix(",reason") != Some(MENYIMPANG) {
        return Err("penyimpangan.csv: baris judul tidak dikenal.".into());
    }
    let mut all: Vec<(usize, Langkah, i64)> = Vec::new();
    let mut seen = vec![false; beku.kursi.len()];
    for (n, line) in baris(text) {
        let wrong = |why: String| format!("penyimpangan.csv baris {n}: {why}");
        let cells: Vec<&str> = line.splitn(5, ',').collect();
        let [seat, who, anew, cost, ..] = cells[..] else { return Err(wrong("tidak terbaca.".into())) };
        let kursi: Option<u32> = seat.parse().ok().filter(|k| (*k as usize) < beku.kursi.len());
        let kursi = kursi.ok_or_else(|| wrong(format!("tempat {seat} tidak ada.")))?;
        if std::mem::replace(&mut seen[kursi as usize], true) {
            return Err(wrong(format!("tempat {kursi} ada dua kali.")));
        }
        let calon =
            match who {
                "" => None,
                who => {
                    let known = who.parse().ok().filter(|c| beku.cari(*c, kursi).is_some());
                    Some(known.ok_or_else(|| {
                        wrong(format!("calon {who} tidak dapat duduk pada tempat {kursi}."))
                    })?)
                }
            };
        let ulang = match anew {
            "0" => false,
            "1" => true,
            other => return Err(wrong(format!("rearranged {other} bukan 0 atau 1."))),
        };
        let cost = cost.parse().map_err(|_| wrong(format!("biaya {cost} bukan bilangan bulat.")))?;
        all.push((n, Langkah { kursi, calon, ulang }, cost));
    }
    if all.iter().filter(|row| row.1.ulang).count() > ULANG_MOST {
        return Err(format!("penyimpangan.csv: lebih dari {ULANG_MOST} kali yang lain disusun ulang."));
    }
    Ok(all)
}

/// Rows `position,candidate`, by seat.
fn susunan(name: &str, text: &str, beku: &Beku) -> Result<Vec<(usize, u32, u32)>, String> {
    if text.lines().next() != Some(SUSUNAN) {
        return Err(format!("{name}: baris judul tidak dikenal."));
    }
    let one = |(n, line): (usize, &str)| {
        let [kursi, calon] = angka::<2>(line).ok_or_else(|| format!("{name} baris {n}: tidak terbaca."))?;
        let seat = u32::try_from(kursi).ok().filter(|k| (*k as usize) < beku.kursi.len());
        let who = u32::try_from(calon).ok().filter(|c| (*c as usize) < beku.calon.len());
        let both = seat.zip(who).ok_or_else(|| format!("{name} baris {n}: tempat atau calon tidak ada."))?;
        Ok((n, both.0, both.1))
    };
    baris(text).map(one).collect()
}

/// What the plan follows from, out of the files of a bundle.
fn masukan<'f>(text: &impl Fn(&str) -> Result<&'f str, String>) -> Result<Beku, String> {
    let least = text("asal.txt")?.lines().find_map(|line| line.strip_prefix("pindah_min=")?.parse().ok());
    let least: Option<i64> = least.filter(|n| (0..=SKOR_MAX).contains(n));
    let pindah_min = least.ok_or("asal.txt: pindah_min tidak terbaca.")?;
    let highest = text("instance.txt")?.lines().find_map(|line| line.strip_prefix("maxscore=")?.parse().ok());
    if highest != Some(skala(pindah_min).maks) {
        return Err(format!(
            "asal.txt: pindah_min {pindah_min} tidak cocok dengan maxscore pada instance.txt."
        ));
    }
    let mut beku = Beku { pindah_min, ..Beku::default() };
    let index = |n: i64| u32::try_from(n).ok();
    let maybe = |n: i64| if n == -1 { Some(None) } else { index(n).map(Some) };
    let unread = |name: &str, n: usize| format!("{name} baris {n}: tidak terbaca.");
    for (n, line) in baris(text("units.csv")?) {
        let row = angka::<2>(line).filter(|c| c[0] == beku.unit.len() as i64).and_then(|c| index(c[1]));
        let batas = Some(row.ok_or_else(|| unread("units.csv", n))?);
        beku.unit.push(UnitBeku { batas, ..UnitBeku::default() });
    }
    for (n, line) in baris(text("candidates.csv")?) {
        let at = beku.calon.len();
        let row = angka::<7>(line).filter(|c| c[0] == at as i64);
        let row = row.and_then(|c| Some((maybe(c[5])?, index(c[6])?)));
        let (asal, duk) = row.ok_or_else(|| unread("candidates.csv", n))?;
        let mut id = [0; 16];
        id[8..].copy_from_slice(&(at as u64).to_be_bytes());
        beku.calon.push(CalonBeku { pegawai: PegawaiId(id), unit: 0, jabatan: String::new(), asal, duk });
    }
    for (n, line) in baris(text("positions.csv")?) {
        let at = beku.kursi.len();
        let row = angka::<6>(line).filter(|c| c[0] == at as i64);
        let row = row.and_then(|c| Some((index(c[1])?, c[4], maybe(c[5])?)));
        let (unit, critical, pemegang) = row.ok_or_else(|| unread("positions.csv", n))?;
        let home = |c: u32| beku.calon.get(c as usize).and_then(|c| c.asal) == Some(at as u32);
        if unit as usize >= beku.unit.len() || !pemegang.is_none_or(home) || !(0..=1).contains(&critical) {
            return Err(format!("positions.csv baris {n}: unit, critical, atau holder tidak cocok."));
        }
        beku.kursi.push(KursiBeku { unit, kritis: critical == 1, pemegang, ..KursiBeku::default() });
    }
    for (c, person) in beku.calon.iter().enumerate() {
        let holds = |k: u32| beku.kursi.get(k as usize).and_then(|k| k.pemegang) == Some(c as u32);
        if !person.asal.is_none_or(holds) {
            return Err(format!("candidates.csv: home calon {c} tidak cocok dengan positions.csv."));
        }
    }
    let geser = skala(pindah_min).geser;
    for (n, line) in baris(text("edges.csv")?) {
        let row = angka::<3>(line).and_then(|c| Some((index(c[0])?, index(c[1])?, c[2])));
        let (kursi, calon, score) = row.ok_or_else(|| unread("edges.csv", n))?;
        let after = beku.pasangan.last().is_none_or(|last| (last.kursi, last.calon) < (kursi, calon));
        let person = beku.calon.get(calon as usize).filter(|_| (kursi as usize) < beku.kursi.len() && after);
        let home =
            person.ok_or_else(|| format!("edges.csv baris {n}: tidak ada, atau tidak berurutan."))?.asal;
        let score = score - if home.is_some_and(|home| home != kursi) { geser } else { 0 };
        let skor = i32::try_from(score).ok().filter(|s| (0..=SKOR_MAX).contains(&i64::from(*s)));
        let skor = skor.ok_or_else(|| format!("edges.csv baris {n}: skor di luar 0 sampai {SKOR_MAX}."))?;
        beku.pasangan.push(Pasangan { kursi, calon, nilai: Vec::new(), skor });
    }
    Ok(beku)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundel::Lingkup::{Lengkap, Umum};
    use crate::rule::hitung::hitung;
    use crate::tests::contoh::{id, putaran};

    /// A chain of three, with seat 2 given to another and seat 0 left empty.
    fn berkas(lingkup: Lingkup) -> Vec<(&'static str, String)> {
        let pairs = [(0, 0, 90), (1, 1, 80), (2, 2, 75), (3, 2, 71), (2, 0, 60), (3, 0, 50)];
        let beku = putaran(&[None, Some(0), Some(1)], 4, &pairs);
        let hasil = hitung(&beku).expect("a plan");
        let one = |pos: &str, pegawai: String, susun_ulang: bool| {
            let alasan = "mengenal NIP 198501012010011001, unit ini".into();
            let p = Penyimpangan { pos: pos.into(), pegawai, susun_ulang, alasan, ..Penyimpangan::default() };
            (p, Tanda::default())
        };
        let decided = [one("p2", id(4).to_string(), true), one("p0", String::new(), false)];
        let files = super::super::isi::berkas(&beku, &hasil, &decided, "Rotasi", lingkup).expect("files");
        files.into_iter().map(|f| (f.0, String::from_utf8(f.1).expect("text"))).collect()
    }

    fn diperiksa(files: &[(&str, String)]) -> Result<String, String> {
        periksa(|name| files.iter().find(|f| f.0 == name).map_or(&[][..], |f| f.1.as_bytes()), usize::MAX)
    }

    #[test]
    fn numbers_of_people_are_masked_however_they_are_written() {
        for (text, masked) in [
            ("NIP 198501012010011001, unit ini", "NIP (disamarkan), unit ini"),
            ("NIP 19850101 201001 1 001 dan lain", "NIP (disamarkan) dan lain"),
            ("NIP 19850101.201001.1.001", "NIP (disamarkan)"),
            ("NIP198501012010011001a", "NIP(disamarkan)a"),
            ("id 01890a5d-ac96-774b-bcce-b302099a8057 ini", "id (disamarkan) ini"),
            ("tanggal 20-08-2026 dan 30-11-2026", "tanggal 20-08-2026 dan 30-11-2026"),
            ("19850101  201001  1001", "19850101  201001  1001"),
        ] {
            assert_eq!(samarkan(text), masked, "{text}");
        }
        assert_eq!(sel("=HYPERLINK(1)"), "'=HYPERLINK(1)", "no formula to a spreadsheet program");
    }

    #[test]
    fn a_page_does_not_work_longer_than_it_may() {
        let files = berkas(Umum);
        let file = |name: &str| files.iter().find(|f| f.0 == name).map_or(&[][..], |f| f.1.as_bytes());
        // Pairs, seats and people: 13. Two decisions in a round with limits on leaving units.
        for (kerja, holds) in [(10, false), (13 * 2, false), (13 * (2 + 2 * KERJA_BATAS), true)] {
            let found = periksa(file, kerja);
            assert_eq!(found.is_ok(), holds, "{kerja}: {found:?}");
            assert!(holds || found.is_err_and(|why| why.contains("terlalu banyak")));
        }
    }

    #[test]
    fn what_does_not_follow_is_named() {
        let files = berkas(Lengkap);
        let of = |name: &str| files.iter().find(|f| f.0 == name).map(|f| f.1.clone()).expect("a file");
        let (decided, seats) = (of("penyimpangan.csv"), of("akhir.csv"));
        assert_eq!(diperiksa(&files).expect("it follows").split(' ').next(), Some("2"));
        assert!(!decided.contains("19850101") && decided.contains("(disamarkan)"), "{decided}");
        let open = berkas(Umum);
        assert!(diperiksa(&open).is_ok() && !open.iter().any(|f| f.1.contains("mengenal")));
        let rows: Vec<Vec<&str>> = decided.lines().map(|l| l.splitn(5, ',').collect()).collect();
        let row = |n: usize, at: usize, cell: &str| {
            let mut all = rows.clone();
            all[n][at] = cell;
            all.iter().map(|r| r.join(",") + "\n").collect::<String>()
        };
        let more = format!("{seats}0,0\n");
        let fewer: String = seats.lines().take(2).map(|l| format!("{l}\n")).collect();
        // berkas · isi yang diubah · bagian kalimat
        for (name, text, said) in [
            ("penyimpangan.csv", row(1, 3, "1"), "penyimpangan.csv baris 2: biaya seharusnya "),
            ("penyimpangan.csv", row(2, 3, "x"), "penyimpangan.csv baris 3: biaya x bukan bilangan bulat."),
            ("penyimpangan.csv", row(1, 1, "99"), "baris 2: calon 99 tidak dapat duduk pada tempat 2."),
            ("penyimpangan.csv", row(1, 0, "9"), "penyimpangan.csv baris 2: tempat 9 tidak ada."),
            ("penyimpangan.csv", row(2, 0, "2"), "penyimpangan.csv baris 3: tempat 2 ada dua kali."),
            ("penyimpangan.csv", row(1, 2, "2"), "rearranged 2 bukan 0 atau 1."),
            ("penyimpangan.csv", row(0, 0, "seat"), "penyimpangan.csv: baris judul tidak dikenal."),
            ("akhir.csv", more, "akhir.csv"),
            ("akhir.csv", fewer, "akhir.csv: tempat "),
            (
                "akhir.csv",
                "position,candidate\n0,7\n".into(),
                "akhir.csv baris 2: tempat atau calon tidak ada.",
            ),
            ("edges.csv", "position,candidate,score\n1,0,1\n0,0,1\n".into(), "edges.csv baris 3"),
            ("positions.csv", "p\n0,0,0,0,2,-1\n".into(), "positions.csv baris 2"),
        ] {
            let mut other = files.clone();
            other.iter_mut().filter(|f| f.0 == name).for_each(|f| f.1.clone_from(&text));
            let why = diperiksa(&other).expect_err(said);
            assert!(why.contains(said), "{name}: {why}");
        }
        let little =
            periksa(|name| files.iter().find(|f| f.0 == name).map_or(&[][..], |f| f.1.as_bytes()), 3);
        assert!(little.expect_err("too much").contains("sinergi penempatan verifikasi"));
    }
}
