//! Nine boxes and succession from outside: who stands where, why others do not, what successors lack.

use super::negeri::{day, entry, modules, organisasi, pos, text};
use crate::nilai::Penilaian;
use crate::profil::{self, Impor, Isi};
use crate::rule::profil::{Profil, ProfilPos, tulis};
use crate::suksesi::{cocok, kompetensi};
use host::Role;
use host::peristiwa::Pelaku;
use host::testing::{House, on_both};
use kernel::{Entry, Fact, Field, Kind, PegawaiId, Subject, Value};

/// Name, post held by its place in the list, predicate of last year, score, standard, day of birth.
const ORANG: [(&str, usize, &str, i64, &str); 4] = [
    ("Ani Wulandari", 0, "SANGAT BAIK", 300, "1967-03-10"),
    ("Budi Santosa", 1, "BAIK", 250, "1980-05-15"),
    ("Citra Lestari", 2, "", 290, "1985-05-15"),
    ("Dedi Kurnia", 2, "BAIK", 0, "1985-06-15"),
];

fn pegawai() -> Vec<Entry> {
    let mut all = organisasi();
    let since = Some(day("2019-01-01"));
    for (n, (nama, post, predikat, skor, lahir)) in ORANG.into_iter().enumerate() {
        let born = day(lahir);
        let nip = format!("{}{:02}{:02}201901100{n}", born.year(), born.ymd().1, born.ymd().2);
        let (unor, jabatan, jenjang, _) = super::negeri::POS[post];
        let mut facts = vec![
            Fact::new(
                Kind::Identitas,
                None,
                [text(Field::Nama, nama), text(Field::Nip, &nip), (Field::TanggalLahir, Value::Date(born))],
            ),
            Fact::new(
                Kind::Status,
                since,
                [text(Field::StatusPegawai, "PNS"), text(Field::KedudukanId, "01")],
            ),
            Fact::new(Kind::UnitKerja, since, [text(Field::UnorId, unor)]),
            Fact::new(
                Kind::Jabatan,
                since,
                [
                    text(Field::JabatanNama, jabatan),
                    text(Field::JenisJabatanId, "1"),
                    text(Field::Eselon, jenjang),
                    text(Field::PosId, &pos(post)),
                    text(Field::JabatanUnorId, unor),
                ],
            ),
        ];
        if !predikat.is_empty() {
            let year = store::Clock::System.now().date_wib().year() - 1;
            let values =
                [(Field::KinerjaTahun, Value::Int(year.into())), text(Field::KinerjaPredikat, predikat)];
            facts.push(Fact::new(Kind::Kinerja, None, values));
        }
        if skor > 0 {
            let values = [
                text(Field::KompetensiNama, "Integritas"),
                (Field::KompetensiSkor, Value::Int(skor)),
                (Field::KompetensiStandar, Value::Int(300)),
            ];
            facts.push(Fact::new(Kind::PenilaianKompetensi, Some(day("2026-01-05")), values));
        }
        let id = Subject::Pegawai(PegawaiId([n as u8 + 1; 16]));
        all.push(entry(100 + n as u64, id, facts));
    }
    all
}

/// The head's post asks for integrity 4, and is critical.
fn standar(house: &House) {
    let profil: Profil = [(
        pos(0),
        ProfilPos {
            kompetensi: vec![("integritas".into(), 400)],
            nama: vec!["Integritas".into()],
            dokumen: "Pergub 1/2025".into(),
            ..ProfilPos::default()
        },
    )]
    .into();
    let kept = house.hall.node.berkas.keep_text(&tulis(&profil)).expect("kept");
    let sidik = store::derive::hex(&kept);
    let impor = Impor {
        nomor: "Pergub 1/2025".into(),
        tanggal: day("2025-01-02"),
        berkas: "standar.csv".into(),
        asal: sidik.clone(),
        sidik,
        pos: 1,
    };
    let kritis = Isi::Kritis { pos: pos(0), kritis: true, alasan: "Pelayanan dasar".into() };
    let who = Pelaku { instansi: "A1".into(), akun: "desi".into(), oleh: "Desi, petugas".into() };
    let events =
        vec![(profil::baru("A1", &Isi::Diimpor(impor)), Some(kept)), (profil::baru("A1", &kritis), None)];
    house.hall.peristiwa(&who, "A1", |_| Ok(Ok::<_, ()>(events))).expect("recorded").expect("taken");
}

#[test]
fn sembilan_kotak_dan_suksesi() {
    on_both("penempatan", modules(), &[("A1", pegawai()), ("B2", organisasi())], |house, _| {
        standar(house);
        let petugas = house.browser("desi", Role::Petugas, "A1", "", None);
        let lain = house.browser("lia", Role::Petugas, "B2", "", None);
        let pegawai = house.browser("ani", Role::Pegawai, "A1", "", Some(PegawaiId([1; 16])));
        house.get(&petugas, "/talenta");
        let before = house.queries();
        let page = house.get(&petugas, "/talenta?kotak=9");
        assert!(house.queries() - before <= 6);
        // 300 of 300 is high, 250 of 300 (83 percent) between 78 and 90.
        let said = page.body.split("<h1>Manajemen talenta").nth(1).unwrap_or("");
        assert!(
            page.has("2 pegawai dipetakan, 2 belum"),
            "{}",
            said.split("belum-dipetakan").nth(2).unwrap_or("").chars().take(700).collect::<String>()
        );
        assert!(page.has("Ani Wulandari") && !page.has("Budi Santosa"));
        assert!(house.get(&petugas, "/talenta?kotak=5").has("Budi Santosa"));
        let without = house.get(&petugas, "/talenta?belum=predikat");
        assert!(without.has("Citra Lestari") && !without.has("Dedi Kurnia"));
        assert!(house.get(&petugas, "/talenta?belum=penilaian").has("Dedi Kurnia"));
        assert!(!house.get(&lain, "/talenta?kotak=9").has("Ani Wulandari"), "of another instansi");
        for path in ["/talenta", "/suksesi", "/suksesi/simulasi"] {
            assert_eq!(house.get(&pegawai, path).status, 403, "{path}");
        }
        let before = house.queries();
        let page = house.get(&petugas, "/suksesi");
        assert!(house.queries() - before <= 6);
        assert!(page.has("Kepala Dinas Kesehatan") && page.has("Budi Santosa"));
        assert!(page.has("Integritas 2,5 dari 4 yang dituntut, kurang 1,5."));
        assert!(!page.has("Ani Wulandari"), "whoever holds the post does not follow in it");
        assert!(!house.get(&lain, "/suksesi").has("Kepala Dinas Kesehatan"));
        // Born in March 1967, JPT: sixty in March 2027, pension from 1 April.
        let page = house.get(&petugas, "/suksesi/simulasi?tahun=2027&jumlah=40");
        assert!(page.has("Bila 1 orang pensiun pada 2027") && page.has("1 Apr 2027"));
        assert!(page.has("Diminta 40 orang; yang mencapai TMT pensiun pada 2027 ada 1 orang."));
        assert!(page.has("Jabatan yang ditinggalkan") && page.has("Kepala Dinas Kesehatan"));
        assert!(house.get(&petugas, "/suksesi/simulasi?tahun=2028").has("Bila 0 orang pensiun"));
        let events = house.queries();
        house.get(&petugas, "/suksesi/simulasi?tahun=2027&jumlah=1");
        assert!(house.queries() - events <= 6, "statements: {}", house.queries() - events);
        // alamat · yang salah · isian yang tetap
        for (asked, code, typed) in [
            ("tahun=0&jumlah=40", "PNP-77", "value=\"0\""),
            ("tahun=-1&jumlah=40", "PNP-77", "value=\"-1\""),
            ("tahun=dua&jumlah=5", "PNP-77", "value=\"dua\""),
            ("tahun=2999", "PNP-77", "value=\"2999\""),
            ("tahun=2027&jumlah=-4", "PNP-84", "value=\"-4\""),
            ("tahun=2027&jumlah=0", "PNP-84", "value=\"2027\""),
            ("tahun=2027&jumlah=empat", "PNP-84", "value=\"empat\""),
            ("tahun=2027&jumlah=201", "PNP-84", "value=\"201\""),
        ] {
            let page = house.get(&petugas, &format!("/suksesi/simulasi?{asked}"));
            assert!(page.status == 422 && page.has(code) && page.has(typed), "{asked}: {}", page.status);
            assert!(!page.has("Jabatan manajerial ditinggalkan"), "{asked}: nothing is worked out");
        }
    });
}

#[test]
fn kesesuaian_dan_kekurangan() {
    let profil = ProfilPos {
        kompetensi: vec![("integritas".into(), 400), ("kerja sama".into(), 200)],
        nama: vec!["Integritas".into(), "Kerja Sama".into()],
        ..ProfilPos::default()
    };
    let nilai = |list: &[(&str, i64)]| Penilaian {
        kompetensi: list.iter().map(|(n, s)| (Box::from(*n), *s, 0)).collect(),
        ..Penilaian::default()
    };
    // hasil penilaian · persen · kekurangan
    type Baris<'r> = (&'r [(&'r str, i64)], i64, &'r [&'r str]);
    let rows: [Baris<'_>; 4] = [
        (&[("integritas", 400), ("kerja sama", 200)], 100, &[]),
        (&[("integritas", 500), ("kerja sama", 100)], 75, &["Kerja Sama 1 dari 2 yang dituntut, kurang 1."]),
        (
            &[("integritas", 399)],
            49,
            &["Integritas 3,99 dari 4 yang dituntut, kurang 0,01.", "Kerja Sama belum dinilai."],
        ),
        (&[], 0, &["Integritas belum dinilai.", "Kerja Sama belum dinilai."]),
    ];
    for (list, percent, wanted) in rows {
        let found = nilai(list);
        let mut kurang = Vec::new();
        kompetensi(&profil, &found, &mut kurang);
        assert_eq!(cocok(&profil, &found), Some(percent), "{list:?}");
        assert_eq!(kurang, wanted, "{list:?}");
    }
    assert_eq!(cocok(&ProfilPos::default(), &nilai(&[])), None);
}

#[test]
fn contoh_halaman_utuh() {
    let all = crate::view::samples_talenta::samples();
    assert_eq!(all.len(), 11);
    for sample in all {
        let text = sample.body.into_string();
        assert_eq!(text.matches("<h1").count(), 1, "{}", sample.name);
        assert!(!text.contains(" style=\"") && !text.contains("href=\"\""), "{}", sample.name);
    }
}
