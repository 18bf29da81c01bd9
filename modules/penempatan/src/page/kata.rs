//! Plans, costs and reasons in sentences.

use crate::rule::Beku;
use crate::rule::batas::Pemegang;
use crate::rule::mengapa::{Biaya, Mengapa, Pasti, pecah};
use crate::tetapkan::Akhir;
use host::{World, tanggal};
use kernel::search::fold_text;

/// Hundredths of a point, as people write them.
pub fn poin(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{},{:02}", size / 100, size % 100)
}

/// A seat: post and unit.
pub fn kursi(beku: &Beku, kursi: u32) -> (String, String) {
    let Some(seat) = beku.kursi.get(kursi as usize) else { return (String::new(), String::new()) };
    let more = if seat.tempat > 0 { format!(" ({})", seat.tempat + 1) } else { String::new() };
    let unit = beku.unit.get(seat.unit as usize).map_or("", |u| u.nama.as_str());
    (format!("{}{more}", seat.jabatan), tanpa_ganda(&seat.jabatan, unit).to_owned())
}

/// The unit beside a post; nothing where the name of the post says it already, as `Kepala Bidang Mutasi` does of
/// `Bidang Mutasi`, and `Sekretaris Dinas Sosial` of `Sekretariat Dinas Sosial`.
pub fn tanpa_ganda<'u>(jabatan: &str, unit: &'u str) -> &'u str {
    let (post, own) = (fold_text(jabatan), fold_text(unit));
    let place = match own.split_once(' ') {
        Some((kind, place)) if place.contains(' ') || matches!(kind, "kecamatan" | "kelurahan") => place,
        _ => own.as_str(),
    };
    if post.ends_with(&own) || post.ends_with(place) { "" } else { unit }
}

/// `Kepala Seksi Pelayanan, Kecamatan Hulu`; the post alone where it names its unit.
pub fn sebut(jabatan: &str, unit: &str) -> String {
    match tanpa_ganda(jabatan, unit) {
        "" => jabatan.to_owned(),
        unit => format!("{jabatan}, {unit}"),
    }
}

/// A seat with its unit, as [`sebut`] says it.
pub fn sebut_kursi(beku: &Beku, k: u32) -> String {
    let (post, unit) = kursi(beku, k);
    if unit.is_empty() { post } else { format!("{post}, {unit}") }
}

/// A day as people write it: `30-11-2026`, `2026-11-30` or `30 November 2026`.
pub fn hari(text: &str) -> Option<kernel::Date> {
    let text = text.trim();
    let in_words = || {
        let [day, month, year] = text.split_whitespace().collect::<Vec<_>>()[..] else { return None };
        let month = (1..=12).find(|n| {
            let name = kernel::Date::new(2000, *n, 1).map_or(String::new(), |d| tanggal(d).long());
            name.split(' ').nth(1).is_some_and(|name| name.eq_ignore_ascii_case(month))
        })?;
        kernel::Date::new(year.parse().ok()?, month, day.parse().ok()?)
    };
    kernel::Date::parse(text).or_else(in_words)
}

/// The end of an entry of a timetable as people read it: dates are spelled out, words stay.
pub fn sampai(jadwal: &[(String, String)]) -> Vec<(String, String)> {
    let spelled = |until: &String| hari(until).map_or(until.clone(), |day| tanggal(day).long());
    jadwal.iter().map(|(what, until)| (what.clone(), spelled(until))).collect()
}

/// A person considered: name and NIP.
pub fn calon(world: &World, beku: &Beku, calon: u32) -> (String, String) {
    let found = beku.calon.get(calon as usize);
    found.map_or((String::new(), String::new()), |c| super::umum::orang(world, c.pegawai))
}

/// What a cost is, in words.
pub fn biaya(b: &Biaya) -> String {
    let seats = match b.isi {
        n if n > 0 => format!("{n} bobot pos lagi kosong"),
        n if n < 0 => format!("{} bobot pos lebih terisi", -n),
        _ => String::new(),
    };
    let points = match b.poin {
        0 => String::new(),
        n if n > 0 => format!("{} poin hilang", poin(n)),
        n => format!("{} poin lebih", poin(-n)),
    };
    match (seats.is_empty(), points.is_empty()) {
        (true, true) => "tidak ada poin yang hilang".into(),
        (true, false) => points,
        (false, true) => seats,
        (false, false) => format!("{seats} dan {points}"),
    }
}

/// What a cost is and how sure that is, in words.
pub fn biaya_pasti(b: &Biaya, pasti: Pasti) -> String {
    let least = |isi, poin| biaya(&Biaya { isi, poin, ..Biaya::default() });
    match pasti {
        Pasti::Tepat => biaya(b),
        Pasti::Antara { isi, poin } if (isi, poin) > (0, 0) => {
            format!(
                "{} menurut susunan yang ditemukan, terbukti paling sedikit {}",
                biaya(b),
                least(isi, poin)
            )
        }
        Pasti::Antara { .. } => {
            format!("{} menurut susunan yang ditemukan, belum terbukti yang paling ringan", biaya(b))
        }
        Pasti::Sedikitnya if (b.isi, b.poin) > (0, 0) => format!("terbukti paling sedikit {}", biaya(b)),
        Pasti::Sedikitnya => "tidak dapat ditentukan untuk rencana sebesar ini".into(),
    }
}

/// So much more worth, in words; `harga` is in the units of the objective.
pub fn tambahan(isi: i64, harga: i64) -> String {
    match pecah(isi, harga) {
        (0, points) => format!("{} poin", poin(points)),
        (seats, 0) => format!("{seats} bobot pos terisi"),
        (seats, points) if points < 0 => format!("{seats} bobot pos terisi dikurangi {} poin", poin(-points)),
        (seats, points) => format!("{seats} bobot pos terisi dan {} poin", poin(points)),
    }
}

/// How many holders of a unit leave, of how many that may.
pub fn keluar(p: &Pemegang) -> String {
    match p.boleh {
        Some(most) => format!("{} dari {} pemegang, boleh {most}", p.keluar, p.ada),
        None => format!("{} dari {} pemegang, tanpa batas", p.keluar, p.ada),
    }
}

/// Who moves otherwise then, one sentence each; `sebut` says what a person is called.
pub fn perubahan(beku: &Beku, b: &Biaya, sebut: &dyn Fn(u32) -> String) -> Vec<String> {
    let place = |k: Option<u32>, none: &str| match k {
        Some(k) => sebut_kursi(beku, k),
        None => none.to_owned(),
    };
    let line = |(who, from, to): &(u32, Option<u32>, Option<u32>)| {
        let from = place(*from, "tidak mendapat pos dalam rencana ini");
        let to = place(*to, "tidak mendapat pos dalam rencana ini");
        format!("{}: {from} → {to}", sebut(*who))
    };
    b.perubahan.iter().map(line).collect()
}

/// Why somebody does or does not sit somewhere. `aku` speaks to the person and names nobody else.
pub fn mengapa(
    beku: &Beku,
    m: &Mengapa,
    siapa: &str,
    nama: &dyn Fn(u32) -> String,
    aku: bool,
) -> Vec<String> {
    let there = |oleh: &Option<u32>| match oleh {
        Some(who) if !aku => format!("Pos ini diisi {}.", nama(*who).trim_end_matches('.')),
        Some(_) => "Pos ini diisi orang lain.".into(),
        None => "Pos ini tetap kosong.".into(),
    };
    let own = |duduk: &Option<u32>| match duduk {
        Some(k) => format!("Menurut rencana, {siapa} di {}.", sebut_kursi(beku, *k)),
        None => format!("Menurut rencana, {siapa} tidak dipindahkan."),
    };
    match m {
        Mengapa::Duduk => vec![format!("Rencana menempatkan {siapa} di pos ini.")],
        Mengapa::Dikecualikan(reasons) => {
            let all = reasons.iter().filter_map(|n| beku.dikecualikan.get(*n));
            let told: Vec<String> =
                all.filter(|d| aku || !d.tertutup()).map(|d| d.bunyi.clone()).collect();
            if told.is_empty() {
                return mengapa(beku, &Mengapa::BukanCalon, siapa, nama, aku);
            }
            let head = format!("Menurut syarat, {siapa} tidak dapat ditempatkan di pos ini:");
            std::iter::once(head).chain(told).collect()
        }
        Mengapa::BukanCalon => {
            vec![format!("Untuk pos ini {siapa} tidak termasuk yang dipertimbangkan.")]
        }
        Mengapa::Kalah { skor, peringkat, dari, biaya: b, pasti, batas, duduk_di, oleh } => {
            let mut all = vec![
                format!("Nilai {siapa} di pos ini {}, urutan {peringkat} dari {dari}.", poin(i64::from(*skor))),
                there(oleh),
                own(duduk_di),
                format!("Bila {siapa} ditempatkan di pos ini, akibat bagi seluruh rencana: {}.", biaya_pasti(b, *pasti)),
            ];
            if let Some(unit) = batas.and_then(|unit| beku.unit.get(unit as usize)) {
                all.push(format!(
                    "Dari {} paling banyak {} pemegang boleh keluar; batas itu ikut menentukan hasil ini.",
                    unit.nama,
                    unit.batas.unwrap_or_default()
                ));
            }
            let least = match pasti {
                Pasti::Antara { isi, poin } => (*isi, *poin),
                Pasti::Tepat | Pasti::Sedikitnya => (b.isi, b.poin),
            };
            if least.0 == 0 && least.1 > 0 {
                all.push(format!(
                    "Yang mengubahnya: tambahan paling sedikit {} poin di pos ini, dengan nilai orang lain tetap.",
                    poin(least.1)
                ));
            } else if least.0 > 0 {
                all.push("Tambahan nilai tidak mengubahnya: mengisi pos didahulukan daripada nilai.".into());
            }
            all
        }
        Mengapa::Seri { berurut: false, skor, peringkat, dari, duduk_di, oleh } => vec![
            format!("Nilai {siapa} di pos ini {}, urutan {peringkat} dari {dari}.", poin(i64::from(*skor))),
            there(oleh),
            own(duduk_di),
            "Nilai seluruh rencana sama saja. Siapa yang keluar dari unit yang mencapai batasnya dipilih hitungan; urutan menurut pengumuman memutus selebihnya.".into(),
        ],
        Mengapa::Seri { skor, peringkat, dari, duduk_di, oleh, .. } => vec![
            format!("Nilai {siapa} di pos ini {}, urutan {peringkat} dari {dari}.", poin(i64::from(*skor))),
            there(oleh),
            own(duduk_di),
            if beku.duk {
                "Nilai seluruh rencana sama saja; yang menentukan urutan kepangkatan (DUK) menurut pengumuman rencana ini.".into()
            } else {
                "Nilai seluruh rencana sama saja; yang menentukan urutan undian yang ditarik dari data yang dikunci.".into()
            },
        ],
        Mengapa::TidakMungkin { batas, skor, oleh } => vec![
            format!("Nilai {siapa} di pos ini {}.", poin(i64::from(*skor))),
            there(oleh),
            if *batas {
                "Tidak ditemukan susunan bila ditempatkan di sini: batas keluar unit akan dilanggar, atau ada pemegang jabatan yang akan kehilangan pos.".into()
            } else {
                "Tidak ada susunan yang mungkin bila ditempatkan di sini: ada pemegang jabatan yang akan kehilangan pos.".into()
            },
        ],
    }
}

/// Seats on which the final arrangement differs from the plan.
pub fn berbeda(a: &Akhir) -> Vec<u32> {
    let differs = a.duduk.iter().zip(&a.hasil.duduk).enumerate().filter(|(_, (x, y))| x != y);
    differs.map(|(k, _)| k as u32).collect()
}

/// Posts outside the round that fall vacant with it: the post, its unit, how many places.
pub fn ditinggalkan(a: &Akhir) -> Vec<(String, String, usize)> {
    let unit = |u: u32| a.beku.unit.get(u as usize).map_or(String::new(), |u| u.nama.clone());
    let left = crate::rule::pindah::ditinggalkan(&a.beku, &a.duduk);
    let beside = |jabatan: &str, u: u32| tanpa_ganda(jabatan, &unit(u)).to_owned();
    left.into_iter().map(|((jabatan, u), n)| (jabatan.to_owned(), beside(jabatan, u), n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_said_twice() {
        for (post, unit, said) in [
            ("Kepala Bidang Mutasi", "Bidang Mutasi", "Kepala Bidang Mutasi"),
            ("Sekretaris Dinas Sosial", "Sekretariat Dinas Sosial", "Sekretaris Dinas Sosial"),
            ("Camat Hulu", "Kecamatan Hulu", "Camat Hulu"),
            ("Kepala Seksi Pelayanan", "Kecamatan Hulu", "Kepala Seksi Pelayanan, Kecamatan Hulu"),
            ("Penyuluh Pertanian", "Dinas Pertanian", "Penyuluh Pertanian, Dinas Pertanian"),
            ("Guru Ahli Muda", "SMA Negeri 1 Hulu", "Guru Ahli Muda, SMA Negeri 1 Hulu"),
        ] {
            assert_eq!(sebut(post, unit), said);
        }
    }

    #[test]
    fn timetables_spell_dates_out() {
        let row = |until: &str| sampai(&[("Minat".into(), until.into())])[0].1.clone();
        assert_eq!(row("2026-11-30"), "30 November 2026");
        assert_eq!(row("akhir November"), "akhir November");
    }

    #[test]
    fn costs_in_words() {
        for (isi, hundredths, said) in [
            (0, 0, "tidak ada poin yang hilang"),
            (0, 425, "4,25 poin hilang"),
            (1, 0, "1 bobot pos lagi kosong"),
            (1, -50, "1 bobot pos lagi kosong dan 0,50 poin lebih"),
            (2, 1_000, "2 bobot pos lagi kosong dan 10,00 poin hilang"),
        ] {
            assert_eq!(biaya(&Biaya { isi, poin: hundredths, perubahan: Vec::new() }), said);
        }
    }

    #[test]
    fn how_sure_a_cost_is_in_words() {
        let found = |isi, poin| Biaya { isi, poin, perubahan: Vec::new() };
        for (cost, pasti, said) in [
            (found(0, 425), Pasti::Tepat, "4,25 poin hilang"),
            (
                found(0, 425),
                Pasti::Antara { isi: 0, poin: 100 },
                "4,25 poin hilang menurut susunan yang ditemukan, terbukti paling sedikit 1,00 poin hilang",
            ),
            (
                found(0, 425),
                Pasti::Antara { isi: 0, poin: -5 },
                "4,25 poin hilang menurut susunan yang ditemukan, belum terbukti yang paling ringan",
            ),
            (found(1, 0), Pasti::Sedikitnya, "terbukti paling sedikit 1 bobot pos lagi kosong"),
            (found(0, -3), Pasti::Sedikitnya, "tidak dapat ditentukan untuk rencana sebesar ini"),
        ] {
            assert_eq!(biaya_pasti(&cost, pasti), said);
        }
    }

    #[test]
    fn worth_in_words() {
        for (harga, said) in [
            (425, "4,25 poin"),
            (1_000_000, "1 bobot pos terisi"),
            (1_000_250, "1 bobot pos terisi dan 2,50 poin"),
            (1_999_750, "2 bobot pos terisi dikurangi 2,50 poin"),
        ] {
            assert_eq!(tambahan(1_000_000, harga), said);
        }
    }
}
