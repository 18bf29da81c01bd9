//! From CSV text to tables, refusing what cannot be meant.

use super::list::{List, code_number};
use super::sheet::{Line, Refusals, Sheet};
use super::{
    Ambang, EselonInfo, GolonganInfo, Indicator, Item, JenisJabatan, Jenjang, KedudukanInfo, Kelompok,
    PendidikanInfo, Tables, Tempat, Untuk, bup::BupTable,
};
use crate::check::Code;
use crate::golongan::Golongan;

pub(super) type Sources<'s> = &'s [(&'s str, &'s str)];

pub(super) fn tables(sources: Sources<'_>) -> Result<Tables, Vec<String>> {
    let mut refusals = Vec::new();
    let r = &mut refusals;
    let golongan = golongan(sources, r);
    let mut golongan_by_step = [0; 128];
    for (index, item) in golongan.iter().enumerate() {
        golongan_by_step[usize::from(item.info.golongan.code()) & 127] = index as u16 + 1;
    }
    let pendidikan = List::new(pendidikan(sources, r));
    let tables = Tables {
        golongan_by_step,
        kedudukan: List::new(kedudukan(sources, r)),
        eselon: List::new(eselon(sources, &List::new(golongan.clone()), r)),
        golongan: List::new(golongan),
        jenis_pegawai: List::new(plain(sources, "jenis_pegawai.csv", &["kelompok"], r, |l, r| {
            l.word("kelompok", Tempat::WORDS, r)
        })),
        jenis_jabatan: List::new(plain(sources, "jenis_jabatan.csv", &["kelompok"], r, |l, r| {
            l.word("kelompok", JenisJabatan::WORDS, r)
        })),
        agama: List::new(plain(sources, "agama.csv", &[], r, |_, _| Some(()))),
        jenis_kawin: List::new(plain(sources, "jenis_kawin.csv", &[], r, |_, _| Some(()))),
        bup: bup(sources, r),
        syarat: syarat(sources, &pendidikan, r),
        pendidikan,
        ambang: ambang(sources, r),
        ikd: ikd(sources, r),
        duk: super::duk::DukTable::read(sources, r),
    };
    for (name, _) in sources {
        if !super::BUNDLED.iter().any(|known| known.0 == *name) {
            r.push(format!("{name}: tabel ini tidak dikenal. Periksa nama berkasnya."));
        }
    }
    if refusals.is_empty() { Ok(tables) } else { Err(refusals) }
}

pub(super) fn sheet<'s>(
    sources: Sources<'s>,
    name: &'s str,
    columns: &[&str],
    r: &mut Refusals,
) -> Sheet<'s> {
    let text = sources.iter().find(|source| source.0 == name).map(|source| source.1);
    if text.is_none() {
        r.push(format!("{name}: tabel ini tidak ada. Letakkan di peraturan/tabel."));
        return Sheet::empty(name);
    }
    Sheet::read(name, text.unwrap_or(""), columns, r)
}

fn check_code(line: &Line<'_>, seen: &mut Vec<usize>, r: &mut Refusals) {
    let kode = line.cell("kode");
    match code_number(kode) {
        Some(code) if seen.contains(&code) => {
            line.refuse(r, &format!("kode {kode} sudah dipakai baris lain. Satu kode satu baris."));
        }
        Some(code) => seen.push(code),
        None => line.refuse(r, &format!("kode \"{kode}\" tidak dikenal. Tulis satu sampai tiga angka.")),
    }
}

fn plain<T>(
    sources: Sources<'_>,
    name: &str,
    columns: &[&str],
    r: &mut Refusals,
    info: impl Fn(&Line<'_>, &mut Refusals) -> Option<T>,
) -> Vec<Item<T>> {
    let sheet = sheet(sources, name, &[&["kode", "nama"], columns].concat(), r);
    let (mut items, mut seen) = (Vec::new(), Vec::new());
    for line in sheet.lines() {
        check_code(&line, &mut seen, r);
        let citation = line.citation(false, r);
        let Some(info) = info(&line, r) else { continue };
        items.push(Item { kode: line.cell("kode").into(), nama: line.cell("nama").into(), info, citation });
    }
    items
}

fn golongan(sources: Sources<'_>, r: &mut Refusals) -> Vec<Item<GolonganInfo>> {
    let sheet = sheet(sources, "golongan.csv", &["kode", "nama", "pangkat", "urutan"], r);
    let (mut items, mut seen): (Vec<Item<GolonganInfo>>, _) = (Vec::new(), Vec::new());
    for line in sheet.lines() {
        // BKN's codes for PPPK are not known: such a row is found by its name.
        if !line.cell("kode").is_empty() {
            check_code(&line, &mut seen, r);
        }
        let citation = line.citation(false, r);
        let nama = line.need("nama", r);
        let order = line.number("urutan", r);
        let Some(golongan) = Golongan::parse(nama) else {
            line.refuse(r, &format!("golongan \"{nama}\" tidak dikenal. Tulis seperti III/d atau IX."));
            continue;
        };
        let (Golongan::Pns(step) | Golongan::Pppk(step)) = golongan;
        if i64::from(step) != order {
            line.refuse(r, &format!("urutan {nama} seharusnya {step}."));
        }
        if items.iter().any(|item| item.info.golongan == golongan) {
            line.refuse(r, &format!("golongan {nama} sudah ada pada baris lain."));
        }
        let info = GolonganInfo { golongan, pangkat: line.cell("pangkat").into() };
        items.push(Item { kode: line.cell("kode").into(), nama: nama.into(), info, citation });
    }
    items
}

fn kedudukan(sources: Sources<'_>, r: &mut Refusals) -> Vec<Item<KedudukanInfo>> {
    plain(sources, "kedudukan_hukum.csv", &["kelompok", "untuk", "tanda"], r, |line, r| {
        let kelompok = line.word("kelompok", Kelompok::WORDS, r)?;
        let untuk = line.word("untuk", Untuk::WORDS, r)?;
        let cltn = line.word("tanda", &[("", false), ("cltn", true)], r)?;
        Some(KedudukanInfo { kelompok, untuk, cltn })
    })
}

fn pendidikan(sources: Sources<'_>, r: &mut Refusals) -> Vec<Item<PendidikanInfo>> {
    plain(sources, "tingkat_pendidikan.csv", &["urutan", "gelar_diharapkan"], r, |line, r| {
        let urutan = line.number("urutan", r).clamp(0, 255) as u8;
        let gelar = line.word("gelar_diharapkan", &[("ya", true), ("tidak", false)], r)?;
        Some(PendidikanInfo { urutan, gelar })
    })
}

fn eselon(sources: Sources<'_>, golongan: &List<GolonganInfo>, r: &mut Refusals) -> Vec<Item<EselonInfo>> {
    plain(sources, "eselon.csv", &["jenjang", "golongan_min"], r, |line, r| {
        let jenjang = line.word("jenjang", Jenjang::WORDS, r)?;
        let least = line.cell("golongan_min");
        let golongan_min = golongan.by_code(least).map(|item| item.info.golongan);
        if !least.is_empty() && golongan_min.is_none() {
            line.refuse(r, &format!("golongan_min {least} tidak ada pada golongan.csv."));
        }
        Some(EselonInfo { jenjang, golongan_min })
    })
}

fn bup(sources: Sources<'_>, r: &mut Refusals) -> BupTable {
    let columns = ["jenis_jabatan", "jenjang", "kata", "letak", "urutan", "usia"];
    let sheet = sheet(sources, "bup.csv", &columns, r);
    let mut table = BupTable::default();
    for line in sheet.lines() {
        table.add(&line, r);
    }
    table.arrange();
    table
}

fn syarat(
    sources: Sources<'_>,
    pendidikan: &List<PendidikanInfo>,
    r: &mut Refusals,
) -> Vec<(Jenjang, u8, super::Citation)> {
    let sheet = sheet(sources, "syarat_jenjang.csv", &["jenjang", "pendidikan_min"], r);
    let mut rows: Vec<(Jenjang, u8, super::Citation)> = Vec::new();
    for line in sheet.lines() {
        let citation = line.citation(true, r);
        let Some(jenjang) = line.word("jenjang", Jenjang::WORDS, r) else { continue };
        let least = line.cell("pendidikan_min");
        let Some(item) = pendidikan.by_code(least) else {
            line.refuse(r, &format!("pendidikan_min \"{least}\" tidak ada pada tingkat_pendidikan.csv."));
            continue;
        };
        if rows.iter().any(|row| row.0 == jenjang && row.2.overlaps(&citation)) {
            line.refuse(r, "masa berlakunya tumpang tindih dengan baris lain untuk jenjang yang sama.");
        }
        rows.push((jenjang, item.info.urutan, citation));
    }
    rows
}

fn ambang(sources: Sources<'_>, r: &mut Refusals) -> Vec<(Ambang, i64, super::Citation)> {
    let sheet = sheet(sources, "ambang.csv", &["nama", "nilai", "satuan", "keterangan"], r);
    let mut rows: Vec<(Ambang, i64, super::Citation)> = Vec::new();
    for line in sheet.lines() {
        let citation = line.citation(true, r);
        let value = line.number("nilai", r);
        let Some(name) = line.word("nama", Ambang::WORDS, r) else { continue };
        if rows.iter().any(|row| row.0 == name && row.2.overlaps(&citation)) {
            line.refuse(r, "masa berlakunya tumpang tindih dengan baris lain untuk nama yang sama.");
        }
        rows.push((name, value, citation));
    }
    for (name, ambang) in Ambang::WORDS {
        if !rows.iter().any(|row| row.0 == *ambang) {
            r.push(format!("ambang.csv: {name} tidak ada. Tambahkan barisnya."));
        }
    }
    rows
}

fn ikd(sources: Sources<'_>, r: &mut Refusals) -> Vec<Indicator> {
    let columns = ["kode", "dimensi", "bobot_dimensi", "bobot", "label", "deskripsi", "pemeriksaan"];
    let sheet = sheet(sources, "ikd.csv", &columns, r);
    let mut rows: Vec<Indicator> = Vec::new();
    for line in sheet.lines() {
        let check = line.cell("pemeriksaan");
        let code = Code::from_text(check);
        if !check.is_empty() && code.is_none() {
            line.refuse(r, &format!("pemeriksaan \"{check}\" tidak dikenal. Tulis kode seperti DATA-02."));
        }
        let row = Indicator {
            kode: line.need("kode", r).into(),
            dimensi: line.need("dimensi", r).into(),
            dimension_weight: line.decimal("bobot_dimensi", r),
            weight: line.decimal("bobot", r),
            label: line.need("label", r).into(),
            deskripsi: line.need("deskripsi", r).into(),
            check: code,
            citation: line.citation(true, r),
        };
        let clash = |other: &Indicator| {
            other.dimensi == row.dimensi && other.dimension_weight != row.dimension_weight
        };
        if rows.iter().any(clash) {
            line.refuse(r, "bobot_dimensi berbeda dari baris lain pada dimensi yang sama.");
        }
        if rows.iter().any(|other| other.kode == row.kode) {
            line.refuse(r, &format!("kode {} sudah dipakai baris lain.", row.kode));
        }
        rows.push(row);
    }
    rows
}
