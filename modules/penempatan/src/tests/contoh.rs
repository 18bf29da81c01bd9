//! Small rounds in words, for the tests of rules.

use crate::rule::Beku;
use crate::rule::beku::{CalonBeku, KriteriaBeku, KursiBeku, Pasangan, Pengecualian, UnitBeku};
use kernel::PegawaiId;

/// Somebody's id.
pub fn id(n: u8) -> PegawaiId {
    PegawaiId([n; 16])
}

/// A round: seats with who holds them, how many people there are, and pairs of person, seat and points. Holders get
/// their own seat with 50 points where no pair says otherwise.
pub fn putaran(kursi: &[Option<u32>], orang: u32, pasangan: &[(u32, u32, u8)]) -> Beku {
    let seat = |(n, holder): (usize, &Option<u32>)| KursiBeku {
        pos: format!("p{n}"),
        jabatan: format!("Jabatan {n}"),
        unit: (n % 2) as u32,
        pemegang: *holder,
        ..KursiBeku::default()
    };
    let home = |c: u32| kursi.iter().position(|holder| *holder == Some(c)).map(|k| k as u32);
    let person = |c: u32| CalonBeku {
        pegawai: id(c as u8 + 1),
        unit: home(c).unwrap_or(0) % 2,
        jabatan: "Analis".into(),
        asal: home(c),
        duk: c,
    };
    let own = (0..orang).filter_map(|c| home(c).map(|k| (c, k, 50)));
    let missing = own.filter(|(c, k, _)| !pasangan.iter().any(|p| (p.0, p.1) == (*c, *k)));
    let mut pairs: Vec<Pasangan> = missing
        .chain(pasangan.iter().copied())
        .map(|(calon, kursi, n)| Pasangan { kursi, calon, nilai: vec![n], skor: i32::from(n) * 100 })
        .collect();
    pairs.sort_by_key(|p| (p.kursi, p.calon));
    let unit = |n: u8| UnitBeku {
        unor: format!("u{n}"),
        nama: format!("Unit {n}"),
        wilayah: format!("Wilayah {n}"),
        batas: None,
    };
    Beku {
        rencana: "r".into(),
        pindah_min: 500,
        kriteria: vec![KriteriaBeku { kunci: "kinerja".into(), bobot: 100 }],
        kursi: kursi.iter().enumerate().map(seat).collect(),
        calon: (0..orang).map(person).collect(),
        pasangan: pairs,
        kelompok: vec!["pengawas".into()],
        unit: vec![unit(0), unit(1)],
        ..Beku::default()
    }
}

/// The same with somebody left out.
pub fn dikecualikan(mut beku: Beku, orang: u8) -> Beku {
    beku.dikecualikan.push(Pengecualian {
        pegawai: id(orang),
        kelompok: 0,
        norma: "jabatan.pengawas".into(),
        syarat: "pendidikan".into(),
        bunyi: "pendidikan paling rendah D-III\tatau yang setara\n(\\)".into(),
    });
    beku
}
