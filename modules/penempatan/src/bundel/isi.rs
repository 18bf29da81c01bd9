//! What a bundle says, file by file.

use super::Lingkup;
use crate::isi::Penyimpangan;
use crate::rule::mengapa::tempat;
use crate::rule::rencana::Tanda;
use crate::rule::soal::{SKOR_MAX, skala};
use crate::rule::{Beku, Hasil, Tolak, sidik};
use solver::format::{Files, Instance};
use solver::{Engine, Floored, Matching, Prices, Settled, Solution};
use std::collections::BTreeMap;
use std::fmt::Write;

type Berkas = Vec<(&'static str, Vec<u8>)>;

/// The number of everybody considered in the bundle, by place in [`Beku::calon`]: an order nobody can guess who does
/// not hold the inputs, for it follows from all of them.
pub fn nomor_calon(beku: &Beku) -> Vec<u32> {
    let secret = sidik(&[b"nomor calon\n", &beku.tulis()[..]].concat());
    let mut order: Vec<usize> = (0..beku.calon.len()).collect();
    order.sort_by_cached_key(|c| sidik(format!("{secret}{}", beku.calon[*c].pegawai).as_bytes()));
    let mut numbers = vec![0; order.len()];
    order.into_iter().enumerate().for_each(|(n, c)| numbers[c] = n as u32);
    numbers
}

/// Every file.
pub(super) fn berkas(
    beku: &Beku,
    hasil: &Hasil,
    penyimpangan: &[(Penyimpangan, Tanda)],
    judul: &str,
    lingkup: Lingkup,
) -> Result<Berkas, Tolak> {
    let number = nomor_calon(beku);
    let nomor = |c: u32| number.get(c as usize).copied();
    let (positions, candidates, units) = (kursi(beku, nomor), calon(beku, &number), unit(beku));
    let edges = pasangan(beku, &number);
    let skala = skala(beku.pindah_min);
    let mut instance = format!(
        "format=sinergi-placement-1\nname={}\nseed=0\ncandidates={}\npositions={}\nedges={}\nmaxscore={}\n",
        nama(&beku.rencana),
        beku.calon.len(),
        beku.kursi.len(),
        beku.pasangan.len(),
        skala.maks
    );
    for (file, text) in [
        ("candidates.csv", &candidates),
        ("edges.csv", &edges),
        ("positions.csv", &positions),
        ("units.csv", &units),
    ] {
        let _ = writeln!(instance, "sha256.{file}={}", sidik(text.as_bytes()));
    }
    let read = Instance::read(Files {
        instance: instance.clone().into_bytes(),
        positions: positions.clone().into_bytes(),
        candidates: candidates.clone().into_bytes(),
        units: units.clone().into_bytes(),
        edges: edges.clone().into_bytes(),
    });
    let broken = |why: String| Tolak("BUNDEL-03", format!("Masukan dan rencana tidak saling cocok: {why}."));
    let read = read.map_err(|e| broken(e.to_string()))?;
    if hasil.duduk.len() != beku.kursi.len() || hasil.harga_calon.len() != beku.calon.len() {
        return Err(broken("jumlah calon atau tempat berbeda".into()));
    }
    let mut left = vec![None; number.len()];
    let mut u = vec![0; number.len()];
    for (c, seat) in tempat(beku, &hasil.duduk).into_iter().enumerate() {
        left[number[c] as usize] = seat;
        u[number[c] as usize] = hasil.harga_calon[c];
    }
    let matching = Matching { left };
    let prices = Prices { u, v: hasil.harga_kursi.clone() };
    let objective = hasil.nilai;
    let answer = match &hasil.batas {
        Some(batas) if batas.harga.len() != beku.unit.len() => {
            return Err(broken("jumlah unit berbeda".into()));
        }
        Some(batas) => {
            let (bound, floor_prices, is_exact) = (batas.atas, batas.harga.clone(), batas.tepat);
            let found = Floored { matching, objective, bound, floor_prices, prices, is_exact };
            read.answer_capped(&found, &[])
        }
        None => {
            let settled = Settled { matching: matching.clone(), ties: hasil.seri.clone() };
            let solution = Solution { matching, prices, objective, engine: Engine::Paths };
            read.answer(&solution, &settled, &[])
        }
    };
    let (menyimpang, susunan) = super::akhir::tulis(beku, hasil, penyimpangan, &number, lingkup);
    Ok(vec![
        ("baca-saya.txt", baca_saya(beku, hasil, judul, lingkup).into_bytes()),
        ("instance.txt", instance.into_bytes()),
        ("positions.csv", positions.into_bytes()),
        ("candidates.csv", candidates.into_bytes()),
        ("units.csv", units.into_bytes()),
        ("edges.csv", edges.into_bytes()),
        ("plan.csv", answer.plan),
        ("certificate", answer.certificate),
        ("penyimpangan.csv", menyimpang.into_bytes()),
        ("akhir.csv", susunan.into_bytes()),
        ("kriteria.csv", kriteria(beku).into_bytes()),
        ("nilai.csv", nilai(beku, &number).into_bytes()),
        ("jabatan.csv", jabatan(beku).into_bytes()),
        ("unit.csv", nama_unit(beku).into_bytes()),
        ("pengecualian.csv", pengecualian(beku, lingkup).into_bytes()),
        ("asal.txt", asal(beku, hasil).into_bytes()),
    ])
}

/// Ids hold letters, digits and hyphens; anything else has no place in a name of an instance.
fn nama(rencana: &str) -> String {
    rencana.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

fn or_none(number: Option<u32>) -> String {
    number.map_or_else(|| "-1".to_owned(), |n| n.to_string())
}

fn kursi(beku: &Beku, nomor: impl Fn(u32) -> Option<u32>) -> String {
    let regions = wilayah(beku);
    let mut text = "position,unit,region,class,critical,holder\n".to_owned();
    for (at, k) in beku.kursi.iter().enumerate() {
        let region = beku.unit.get(k.unit as usize).and_then(|u| regions.get(u.wilayah.as_str()));
        let region = region.copied().unwrap_or(0);
        let holder = or_none(k.pemegang.and_then(&nomor));
        let _ = writeln!(text, "{at},{},{region},{},{},{holder}", k.unit, k.kelas, u8::from(k.kritis));
    }
    text
}

fn wilayah(beku: &Beku) -> BTreeMap<&str, u32> {
    let mut all: BTreeMap<&str, u32> = beku.unit.iter().map(|u| (u.wilayah.as_str(), 0)).collect();
    all.values_mut().enumerate().for_each(|(n, slot)| *slot = n as u32);
    all
}

/// Of people only what the plan follows from: no unit, region or class.
fn calon(beku: &Beku, number: &[u32]) -> String {
    let mut rows: Vec<(u32, String, u32)> =
        beku.calon.iter().zip(number).map(|(c, n)| (*n, or_none(c.asal), c.duk)).collect();
    rows.sort_unstable();
    let mut text = "candidate,unit,region,class,experienced,home,duk\n".to_owned();
    for (n, home, duk) in rows {
        let _ = writeln!(text, "{n},-1,0,0,0,{home},{duk}");
    }
    text
}

fn unit(beku: &Beku) -> String {
    let mut text = "unit,max_out\n".to_owned();
    for (n, u) in beku.unit.iter().enumerate() {
        let held = beku.kursi.iter().filter(|k| k.unit as usize == n && k.pemegang.is_some()).count();
        let _ = writeln!(text, "{n},{}", u.batas.unwrap_or(held as u32));
    }
    text
}

/// Pairs by seat and by number of the person.
fn urut<'b>(beku: &'b Beku, number: &[u32]) -> Vec<(u32, u32, &'b crate::rule::beku::Pasangan)> {
    let mut rows: Vec<_> = beku.pasangan.iter().map(|p| (p.kursi, number[p.calon as usize], p)).collect();
    rows.sort_unstable_by_key(|row| (row.0, row.1));
    rows
}

fn pasangan(beku: &Beku, number: &[u32]) -> String {
    let geser = skala(beku.pindah_min).geser;
    let mut text = "position,candidate,score\n".to_owned();
    for (kursi, calon, p) in urut(beku, number) {
        let home = beku.calon[p.calon as usize].asal;
        let moves = home.is_some_and(|home| home != kursi);
        let score = i64::from(p.skor) + if moves { geser } else { 0 };
        let _ = writeln!(text, "{kursi},{calon},{score}");
    }
    text
}

fn kriteria(beku: &Beku) -> String {
    let mut text = "kriteria,bobot\n".to_owned();
    for k in &beku.kriteria {
        let _ = writeln!(text, "{},{}", sel(&k.kunci), k.bobot);
    }
    text
}

fn nilai(beku: &Beku, number: &[u32]) -> String {
    let names: Vec<String> = beku.kriteria.iter().map(|k| sel(&k.kunci)).collect();
    let mut text = format!("position,candidate,{}\n", names.join(","));
    for (kursi, calon, p) in urut(beku, number) {
        let _ = write!(text, "{kursi},{calon}");
        for n in &p.nilai {
            let _ = write!(text, ",{n}");
        }
        text.push('\n');
    }
    text
}

fn jabatan(beku: &Beku) -> String {
    let mut text = "position,jabatan,unit,jenjang,kelas,tempat\n".to_owned();
    for (at, k) in beku.kursi.iter().enumerate() {
        let _ =
            writeln!(text, "{at},{},{},{},{},{}", sel(&k.jabatan), k.unit, k.jenjang, k.kelas, k.tempat + 1);
    }
    text
}

fn nama_unit(beku: &Beku) -> String {
    let mut text = "unit,nama,wilayah\n".to_owned();
    for (n, u) in beku.unit.iter().enumerate() {
        let _ = writeln!(text, "{n},{},{}", sel(&u.nama), sel(&u.wilayah));
    }
    text
}

/// Fewer people than this are not counted out to everybody.
const SEDIKIT: usize = 5;

/// How many may not sit where, by group of posts and condition: numbers only, nobody is pointed at.
fn pengecualian(beku: &Beku, lingkup: Lingkup) -> String {
    let mut counted: BTreeMap<(u32, &str, &str), usize> = BTreeMap::new();
    let told = |d: &&crate::rule::beku::Pengecualian| lingkup == Lingkup::Lengkap || !d.tertutup();
    for d in beku.dikecualikan.iter().filter(told) {
        *counted.entry((d.kelompok, &d.norma, &d.syarat)).or_default() += 1;
    }
    let mut text = "kelompok,norma,syarat,orang\n".to_owned();
    for ((group, norma, syarat), count) in counted {
        let group = beku.kelompok.get(group as usize).map_or("", String::as_str);
        let count = match lingkup {
            Lingkup::Umum if count < SEDIKIT => format!("kurang dari {SEDIKIT}"),
            _ => count.to_string(),
        };
        let _ = writeln!(text, "{},{},{},{count}", sel(group), sel(norma), sel(syarat));
    }
    text
}

fn asal(beku: &Beku, hasil: &Hasil) -> String {
    format!(
        "rencana={}\nmacam={}\nberlaku={}\npaket={}\npindah_min={}\nurutan={}\nsidik_masukan={}\nsidik_rencana={}\n",
        beku.rencana,
        beku.macam,
        beku.berlaku.map_or_else(|| "-".to_owned(), |day| day.to_string()),
        beku.paket,
        beku.pindah_min,
        if beku.duk { "duk" } else { "undian" },
        sidik(&beku.tulis()),
        sidik(&hasil.tulis()),
    )
}

/// A cell: quoted where it must be, never on two lines, and no formula to a spreadsheet program.
pub(super) fn sel(text: &str) -> String {
    let guard = if sheet::needs_guard(text) { "'" } else { "" };
    let clean = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let line: String = guard.chars().chain(clean).collect();
    if line.contains([',', '"']) { format!("\"{}\"", line.replace('"', "\"\"")) } else { line }
}

fn baca_saya(beku: &Beku, hasil: &Hasil, judul: &str, lingkup: Lingkup) -> String {
    let skala = skala(beku.pindah_min);
    let judul: String = judul.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let judul = super::akhir::samarkan(&judul);
    let order = if beku.duk {
        "daftar urut kepangkatan, menurut pengumuman rencana ini"
    } else {
        "undian dari nomor rencana dan nomor orang, karena pengumuman rencana ini tidak memakai DUK"
    };
    let reason = if lingkup == Lingkup::Lengkap { "; reason = alasannya" } else { "" };
    let (points, names) = match lingkup {
        Lingkup::Lengkap => (
            "nilai.csv        nilai 0 sampai 100 tiap calon pada tiap tempat\n",
            "positions.csv    tempat; jabatan.csv dan unit.csv menyebut namanya",
        ),
        Lingkup::Umum => (
            "                 (nilai tiap kriteria dan nama jabatan ada pada bundel lengkap, untuk auditor)\n",
            "positions.csv    tempat, dengan nomor",
        ),
    };
    let (proof, among) = match &hasil.batas {
        None => ("harga yang membuktikan tidak ada rencana yang lebih baik", ""),
        Some(batas) => (
            "harga yang membuktikan bound: tidak ada rencana dalam batas keluar unit (max_out pada units.csv) yang bernilai lebih; gap = selisihnya dengan rencana ini",
            if batas.berurut {
                ""
            } else {
                " Itu hanya di antara susunan dengan orang keluar yang sama: siapa yang keluar dari unit yang mencapai batasnya tidak diputus urutan."
            },
        ),
    };
    format!(
        "Bundel rencana mutasi: {judul}\n\n\
         Berkas ini berisi semua yang menentukan rencana, tanpa nama, NIP, atau nomor pegawai. Calon diberi nomor baru.\n\
         Nomor baru bukan jaminan: orang yang tahu nilainya sendiri dan siapa memegang jabatan apa masih dapat menemukan rekannya di sini.\n\n\
         Memeriksa dengan Sinergi: sinergi penempatan verifikasi BUNDEL\n\
         Memeriksa tanpa Sinergi: buka bundel ini ke sebuah folder, lalu python3 periksa.py FOLDER FOLDER;\n\
         periksa.py ada pada folder docs kode sumber Sinergi dan tidak dimuat di sini, supaya tidak perlu dipercaya.\n\n\
         kriteria.csv     kriteria dan bobot (persen, berjumlah 100)\n\
         {points}\
         edges.csv        skor = jumlah bobot x nilai (0 sampai {SKOR_MAX}); bagi pemegang jabatan pada tempat lain ditambah {}\n\
         {names}\n\
         candidates.csv   calon; home = tempat yang dipegang, duk = urutan pemutus nilai seri\n\
         plan.csv         siapa duduk di mana menurut hitungan\n\
         certificate      {proof}\n\
         penyimpangan.csv keputusan PPK yang lain dari hitungan, berurutan; candidate kosong: tempat dibiarkan kosong;\n\
         \x20                rearranged 1: yang lain disusun ulang; cost = biaya di atas keputusan sebelumnya{reason}\n\
         akhir.csv        siapa duduk di mana sesudah keputusan itu\n\
         pengecualian.csv berapa orang tidak memenuhi syarat apa\n\
         asal.txt         sidik berkas masukan dan rencana pada jurnal\n\n\
         Memindahkan pemegang jabatan harus menambah paling sedikit {} perseratus poin; pada edges.csv biayanya {}.\n\
         Nilai yang sama diputus menurut {order}; tempat menurut kelas jabatan lalu nomor.{among}\n",
        skala.geser, beku.pindah_min, skala.pindah
    )
}
