//! Rows of a file of competency standards, and what they become.

use crate::rule::profil::{
    Baris, Cari, PosDikenal, Profil, ProfilPos, Salah, angka, beda, susun, tulis, urai,
};

const KEPALA: PosDikenal<'static> =
    PosDikenal { id: "p-1", kode: "BR-1", unit: "Dinas Kesehatan", jabatan: "Kepala Dinas" };
const SEKRETARIS: PosDikenal<'static> =
    PosDikenal { id: "p-2", kode: "", unit: "Dinas Kesehatan", jabatan: "Sekretaris" };
const KEMBAR: [PosDikenal<'static>; 2] = [
    PosDikenal { id: "p-3", kode: "", unit: "Puskesmas", jabatan: "Perawat" },
    PosDikenal { id: "p-4", kode: "", unit: "Puskesmas", jabatan: "Perawat" },
];

fn baca(rows: &[[&str; 7]]) -> (Profil, Vec<Salah>) {
    let rows: Vec<Baris> =
        rows.iter().zip(2..).map(|(row, nomor)| Baris { nomor, sel: row.map(str::to_owned) }).collect();
    let cari = Cari::new([KEPALA, SEKRETARIS].into_iter().chain(KEMBAR));
    let level = |text: &str| if text == "S-1" { Some(40) } else { None };
    susun(&rows, &cari, level, "Pergub 5/2024")
}

#[test]
fn jabatan_dikenali_dari_kode_atau_namanya() {
    let (profil, salah) = baca(&[
        ["p-1", "", "", "S-1", "Kesehatan | Manajemen", "Integritas", "4"],
        ["BR-1", "", "", "", "", "Kerja Sama", "2,5"],
        ["", "dinas  kesehatan", "SEKRETARIS", "S-1", "", "Integritas", "3"],
    ]);
    assert_eq!(salah, []);
    assert_eq!(
        profil["p-1"],
        ProfilPos {
            pendidikan: 40,
            bidang: vec!["Kesehatan".into(), "Manajemen".into()],
            kompetensi: vec![("integritas".into(), 400), ("kerja sama".into(), 250)],
            nama: vec!["Integritas".into(), "Kerja Sama".into()],
            dokumen: "Pergub 5/2024".into(),
        }
    );
    assert_eq!(profil.len(), 2);
    assert_eq!(urai(&tulis(&profil)), Some(profil));
    assert_eq!([300, 250, 205].map(angka), ["3", "2,5", "2,05"]);
}

#[test]
fn setiap_baris_yang_salah_disebut_kolomnya() {
    // baris · kolom · bagian kalimat
    let rows: [([&str; 7], &str, &str); 12] = [
        (["x", "", "", "", "", "A", "3"], "pos", "Pos x tidak ada"),
        (["", "", "Sekretaris", "", "", "A", "3"], "pos", "Isi kolom pos, atau kolom unit dan jabatan"),
        (["", "Puskesmas", "Perawat", "", "", "A", "3"], "jabatan", "lebih dari satu"),
        (["", "Puskesmas", "Bidan", "", "", "A", "3"], "jabatan", "tidak ada pada peta jabatan"),
        (["p-2", "", "", "sarjana muda", "", "A", "3"], "pendidikan", "tidak dikenal"),
        (["p-2", "", "", "", "", "A", ""], "standar", "tidak terbaca"),
        (["p-2", "", "", "", "", "A", "tiga"], "standar", "tidak terbaca"),
        (["p-2", "", "", "", "", "A", "0"], "standar", "di atas 0"),
        (["p-2", "", "", "", "", "A", "101"], "standar", "sampai 100"),
        (["p-2", "", "", "", "", "A", "2,555"], "standar", "tidak terbaca"),
        (["p-2", "", "", "", "", "", "3"], "kompetensi", "Tulis nama kompetensi"),
        (["p-2", "", "", "", "", "", ""], "kompetensi", "belum menyebut apa pun"),
    ];
    for (row, kolom, kalimat) in rows {
        let (_, salah) = baca(&[row]);
        let told = salah.iter().any(|s| s.baris == 2 && s.kolom == kolom && s.kalimat.contains(kalimat));
        assert!(told, "{row:?}: {salah:?}");
    }
    let (_, salah) = baca(&[
        ["p-1", "", "", "S-1", "", "Integritas", "4"],
        ["p-1", "", "", "SLTA", "", "INTEGRITAS", "3"],
    ]);
    let told: Vec<(u64, &str)> = salah.iter().map(|s| (s.baris, s.kolom)).collect();
    assert_eq!(told, [(3, "pendidikan"), (3, "kompetensi")]);
}

#[test]
fn pratinjau_membedakan_baru_berubah_dan_tetap() {
    let (kini, _) = baca(&[["p-1", "", "", "", "", "A", "3"], ["p-2", "", "", "", "", "A", "3"]]);
    let (masuk, _) = baca(&[
        ["p-1", "", "", "", "", "A", "4"],
        ["p-2", "", "", "", "", "A", "3"],
        ["p-3", "", "", "", "", "A", "3"],
    ]);
    let beda = beda(&kini, &masuk);
    assert_eq!(
        (beda.baru, beda.berubah, beda.tetap),
        (vec!["p-3".into()], vec!["p-1".into()], vec!["p-2".into()])
    );
}
