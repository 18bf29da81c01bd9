//! The files say what `Planted` says: each fault is looked for in the cells, with no help from the plan.

use super::columns::at;
use super::*;
use crate::rng::hash_text;
use std::collections::{HashMap, HashSet};

fn spec(rows: usize) -> NominatifSpec {
    NominatifSpec::new(7, rows, Date::new(2026, 11, 22).expect("a day"))
}

fn written(spec: &NominatifSpec) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_nominatif(spec, &mut bytes).expect("into memory");
    bytes
}

fn day(cells: &Cells, column: usize) -> Option<Date> {
    Date::parse(cells.get(column))
}

/// Counts of every fault as a checker finds them in the cells.
fn found(spec: &NominatifSpec) -> HashMap<&'static str, u64> {
    let mut unor = Vec::new();
    write_unor(spec, &mut unor).expect("into memory");
    let units: HashSet<String> =
        String::from_utf8_lossy(&unor).lines().skip(1).map(|l| l[..32].to_owned()).collect();
    let mut counts: HashMap<&'static str, u64> = HashMap::new();
    let (mut nik, mut posts): (HashMap<String, u64>, HashMap<String, u64>) = Default::default();
    let mut see = |name, yes: bool| {
        if yes {
            *counts.entry(name).or_default() += 1;
        }
    };
    for c in rows(spec) {
        let (nip, today) = (c.get(at::NIP).to_owned(), spec.today);
        assert!(nip.len() == 18 && nip.bytes().all(|b| b.is_ascii_digit()), "{nip}");
        let contract = c.get(at::JENIS_PEGAWAI).starts_with("PPPK");
        let (birth, start) =
            (day(&c, at::TANGGAL_LAHIR).expect("birth"), day(&c, at::TMT_CPNS).expect("start"));
        let plain = |d: Date| d.to_string().replace('-', "");
        see("nip_tanggal_lahir", plain(birth) != nip[..8]);
        see("nip_jenis_kelamin", (c.get(at::JENIS_KELAMIN) == "F") != (&nip[14..15] == "2"));
        see("nip_tmt_cpns", !contract && plain(start)[..6] != nip[8..14]);
        see("nip_pppk_tahun", contract && plain(start)[..4] != nip[8..12]);
        see("pppk_kedudukan", contract && c.get(at::KEDUDUKAN_ID) == "01");
        let listed = c.get(at::JENIS_JABATAN_ID) != "1";
        let (heads_60, teacher) = (!listed, c.get(at::JABATAN).starts_with("Guru"));
        let bup = if heads_60 || teacher || c.get(at::JABATAN).ends_with("Ahli Madya") { 60 } else { 58 };
        see("lewat_bup", birth.add_years(bup).next_month_start() <= today);
        let cpns = c.get(at::STATUS) == "C";
        see("cpns_lebih_setahun", cpns && start.add_years(1) < today);
        let degree = matches!(c.get(at::TINGKAT_ID), "30" | "35" | "40" | "45" | "50");
        see(
            "gelar_kosong",
            degree && c.get(at::GELAR_DEPAN).is_empty() && c.get(at::GELAR_BELAKANG).is_empty(),
        );
        see("jabatan_kosong", listed && c.get(at::JABATAN_ID).is_empty());
        see("pendidikan_kosong", c.get(at::PENDIDIKAN_ID).is_empty());
        let pns = day(&c, at::TMT_PNS);
        see("tmt_pns_kosong", !contract && !cpns && pns.is_none());
        see("tmt_cpns_setelah_pns", pns.is_some_and(|p| p < start));
        let number = c.get(at::NIK).to_owned();
        let shaped = number.len() == 16 && number.bytes().all(|b| b.is_ascii_digit());
        see("nik_cacat", !shaped);
        see("nik_belum_valid", shaped && c.get(at::NIK_VALID) == "0");
        if shaped {
            *nik.entry(number).or_default() += 1;
        }
        let email = c.get(at::EMAIL);
        see("email_kosong", email.is_empty());
        let parts: Vec<&str> = email.split('@').collect();
        let address = parts.len() == 2 && parts.iter().all(|p| !p.is_empty());
        see("email_cacat", !(email.is_empty() || address));
        see("hp_kosong", c.get(at::HP).is_empty());
        see("unor_tidak_terdaftar", !units.contains(c.get(at::UNOR_ID)));
        see("kode_tidak_dikenal", c.get(at::AGAMA_ID) > "7" || c.get(at::KAWIN_ID) > "4");
        see("golongan_tidak_dikenal", c.get(at::GOL_AKHIR_ID) > "45");
        see("kedudukan_tidak_dikenal", !["01", "71", "101"].contains(&c.get(at::KEDUDUKAN_ID)));
        see("pppk_bertanda_pns", contract && c.get(at::STATUS) == "P");
        see(
            "tmt_mendatang",
            [at::TMT_GOLONGAN, at::TMT_JABATAN].iter().any(|&t| day(&c, t).is_some_and(|d| d > today)),
        );
        if !listed {
            *posts.entry(format!("{} {}", c.get(at::UNOR_ID), c.get(at::JABATAN))).or_default() += 1;
            assert!(c.get(at::MK_TAHUN) >= "02" && c.get(at::TINGKAT_ID) >= "40", "a head like others");
        }
    }
    for (name, map) in [("nik_ganda", nik), ("struktural_ganda", posts)] {
        let twice = map.values().filter(|n| **n > 1).count() as u64;
        if twice > 0 {
            counts.insert(name, twice);
        }
    }
    counts
}

#[test]
fn same_seed_same_bytes() {
    let spec =
        NominatifSpec { faults: true, hostile: true, extra_columns: true, reorder: true, ..spec(1_500) };
    let hash = |s: &NominatifSpec| hash_text(&String::from_utf8_lossy(&written(s)));
    assert_eq!(hash(&spec), hash(&spec.clone()));
    assert_ne!(hash(&spec), hash(&NominatifSpec { seed: 8, ..spec.clone() }));
}

#[test]
fn clean_people_are_clean() {
    let days =
        [(2025, 1, 15), (2026, 7, 1), (2028, 2, 29)].map(|(y, m, d)| Date::new(y, m, d).expect("a day"));
    let names = ["Pemerintah Kabupaten Telaga Wangi", "Pemerintah Provinsi Bumi Raya"];
    for (seed, today, instansi) in days.iter().zip(0..).flat_map(|(d, n)| names.map(|name| (n, *d, name))) {
        let spec =
            NominatifSpec { instansi: ("AB".repeat(16), instansi.to_owned()), today, seed, ..spec(6_000) };
        assert_eq!(found(&spec), HashMap::new(), "{instansi} {today}");
        for column in [at::NIP, at::PNS_ID, at::NIK, at::EMAIL, at::HP, at::NPWP] {
            let cells: HashSet<String> = rows(&spec).map(|c| c.get(column).to_owned()).collect();
            assert_eq!(cells.len(), 6_000, "{} twice", COLUMNS[column]);
        }
    }
}

#[test]
fn planted_is_what_a_checker_finds() {
    for rows in [400, 6_000] {
        let spec = NominatifSpec { faults: true, ..spec(rows) };
        let mut planted = planted(&spec);
        assert_eq!(planted.rows, rows as u64);
        assert_eq!(planted.people, rows as u64);
        let (_, missing) = write_skp(&spec, &mut io::sink()).expect("nowhere");
        assert_eq!(planted.faults.remove("skp_kosong"), Some(missing));
        assert_eq!(planted.faults.len(), faults::FAULTS.len() - 1, "each kind at least once");
        let found: BTreeMap<&str, u64> = found(&spec).into_iter().collect();
        assert_eq!(found, planted.faults);
        let listed: Vec<&String> = planted.nips.values().flatten().collect();
        let once: HashSet<&String> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "nobody carries two faults");
    }
}

#[test]
fn refused_rows_are_where_they_are_said_to_be() {
    let spec =
        NominatifSpec { hostile: true, judul: true, delimiter: b';', bom: true, crlf: true, ..spec(3_000) };
    let bytes = written(&spec);
    assert!(bytes.starts_with(b"\xEF\xBB\xBFDAFTAR") && std::str::from_utf8(&bytes).is_err());
    let planted = planted(&spec);
    assert_eq!(planted.refused.len(), hostile::REFUSALS.len());
    assert_eq!(planted.oddities.len(), hostile::ODDITIES.len());
    assert_eq!(planted.people + planted.refused.values().sum::<u64>(), planted.rows);
    let list: Vec<Cells> = rows(&spec).collect();
    let (mut seen, mut twice) = (HashSet::new(), 0);
    for cells in &list {
        twice += u64::from(!seen.insert(cells.get(at::NIP).trim_matches(['\'', ' ']).to_owned()));
    }
    assert_eq!(Some(&twice), planted.refused.get("nip_ganda"));
    for refused in &planted.refused_rows {
        // Three rows of title and the header stand above.
        assert_eq!(list[refused.baris as usize - 5].get(at::NIP), refused.nip, "{}", refused.alasan);
    }
}

#[test]
fn posts_add_up() {
    for rows in [50, 2_000, 20_000] {
        let spec = spec(rows);
        let posts = planted(&spec).posts;
        assert_eq!(posts.holders, rows as u64);
        assert_eq!(posts.filled + posts.vacant, posts.posts);
        assert!(posts.vacant > 0);
        let mut map = Vec::new();
        assert_eq!(write_peta_jabatan(&spec, &mut map).expect("into memory"), posts.posts);
        let text = String::from_utf8(map).expect("text");
        let keys: HashSet<Vec<&str>> = text.lines().map(|l| l.split(',').skip(1).take(2).collect()).collect();
        assert_eq!(keys.len() as u64, posts.posts + 1, "a post is its unit and its name");
    }
}

#[test]
fn histories_speak_of_people_in_the_nominatif() {
    let spec = NominatifSpec { faults: true, ..spec(800) };
    let nips: HashSet<String> = rows(&spec).map(|c| c.get(at::NIP).to_owned()).collect();
    for kind in kernel::Kind::ALL.iter().copied().filter(|k| k.about_pegawai()) {
        let mut bytes = Vec::new();
        let count = write_riwayat(kind, &spec, 300, &mut bytes).expect("into memory");
        let text = String::from_utf8(bytes).expect("text");
        let mut lines = text.lines();
        let width = DOCUMENT_COLUMNS.len() + kind.info().fields.len();
        assert_eq!(lines.next().map(|l| l.split(',').count()), Some(width));
        assert_eq!(lines.clone().count() as u64, count);
        assert!(lines.all(|l| nips.contains(&l[..18])), "{kind:?}");
    }
}
