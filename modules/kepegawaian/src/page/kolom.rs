//! Columns of the list that not every list shows: the form that chooses them, and their values.

use super::daftar::Links;
use super::words;
use crate::rule::kolom::MOST;
use crate::rule::{Filter, Kolom, KolomPilihan};
use crate::view::{Isian, KolomTampil};
use host::World;
use kernel::tables::{Jenjang, Tables};
use web::component::pilih_kolom::PilihKolom;

/// The form, with everything else the address says.
pub fn choose(links: &Links<'_>) -> PilihKolom {
    let filter = links.filter;
    let kept = filter.pairs().into_iter().filter(|p| p.0 != "kolom").map(|(k, v)| (k.to_owned(), v));
    let usual = Filter { columns: KolomPilihan::default(), ..filter.clone() };
    PilihKolom {
        action: "/pegawai".into(),
        keep: kept.chain(links.keep.iter().cloned()).collect(),
        columns: Kolom::ALL
            .into_iter()
            .map(|(k, word, label)| (word, label, filter.columns.has(k)))
            .collect(),
        help: format!("Nama dan NIP selalu tampil; paling banyak {MOST} kolom lain."),
        usual_href: (filter.columns != usual.columns).then(|| links.list(&usual)),
        swap: Some("#daftar"),
    }
}

/// What the table shows.
pub fn shown(columns: KolomPilihan) -> Vec<KolomTampil> {
    let isian = |column| match column {
        Kolom::Jabatan => Isian::Jabatan,
        Kolom::Golongan => Isian::Golongan,
        Kolom::Status => Isian::Status,
        Kolom::Predikat => Isian::Predikat,
        Kolom::Batas => Isian::Batas,
        Kolom::Temuan => Isian::Temuan,
        _ => Isian::Lain,
    };
    columns.iter().map(|column| (isian(column), column.label())).collect()
}

/// Value and small line of each chosen column that the usual ones do not cover.
pub fn more(tables: &Tables, world: &World, columns: KolomPilihan, i: usize) -> Vec<(String, String)> {
    let (r, today) = (&world.register, world.as_of.effective);
    let plain = |text: &str| Some((text.to_owned(), String::new()));
    let of = |column| match column {
        Kolom::Jabatan | Kolom::Golongan | Kolom::Status | Kolom::Predikat | Kolom::Batas | Kolom::Temuan => {
            None
        }
        Kolom::Umur => {
            let years = r.lahir[i].map(|born| format!("{} tahun", born.months_until(today) / 12));
            Some((years.unwrap_or_default(), String::new()))
        }
        Kolom::MasaKerja => {
            let since = r.kerja_sejak[i].map(|since| words::months(since.months_until(today)));
            Some((since.unwrap_or_default(), String::new()))
        }
        Kolom::Pendidikan => {
            let year = if r.lulus[i] > 0 { format!("lulus {}", r.lulus[i]) } else { String::new() };
            Some((words::pendidikan(tables, r.pendidikan[i]).to_owned(), year))
        }
        Kolom::JenisKelamin => plain(words::sex(r.sex[i])),
        Kolom::JenisJabatan => plain(words::jenis(r.jenis[i])),
        Kolom::Jenjang if r.jenjang[i] == Jenjang::None => plain(""),
        Kolom::Jenjang => plain(r.jenjang[i].label()),
        Kolom::Kedudukan => plain(r.names.text(r.kedudukan[i])),
    };
    columns.iter().filter_map(of).collect()
}
