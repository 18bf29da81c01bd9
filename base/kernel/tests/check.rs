//! Pemeriksaan mutu data, satu baris satu keadaan.

mod common;

use common::{Orang, document, fact, tables};
use kernel::check::{Context, CrossItem, cross};
use kernel::{Act, Code, Date, Field, Kind, Rank, Severity, check};

#[test]
fn data_yang_beres_tidak_dipersoalkan() {
    let tables = tables();
    let context = Context::default();
    for orang in [
        Orang::ratih(),
        Orang::jaya(),
        // CPNS pada hari terakhir masa percobaan
        Orang::sari().pada("01-01-2027"),
        // pensiunan: surel, unit, dan jabatan tidak ditagih lagi
        Orang::ratih()
            .with(Field::KedudukanId, "99")
            .with(Field::Kedudukan, "Pensiun")
            .without(Field::Email)
            .without(Field::NomorHp)
            .without(Field::UnorId)
            .without(Field::JabatanId),
        // SK PNS tanpa nomor: TMT-nya tetap terbaca
        Orang::ratih().without(Field::PnsSkNomor),
        // TMT pada hari unduhan, dan kode dengan angka nol di depan yang hilang
        Orang::ratih().tmt(Kind::Golongan, "01-11-2026").with(Field::AgamaId, "01"),
        // perjanjian kerja bersambung
        Orang::jaya().kontrak("PK-1", "01-03-2023", "29-02-2024").kontrak("PK-2", "01-03-2024", "28-02-2028"),
    ] {
        assert_eq!(orang.codes(&tables, &context), [""; 0]);
    }
}

#[test]
fn satu_cacat_satu_temuan() {
    use Field::*;
    let tables = tables();
    let (ratih, jaya) = (Orang::ratih, Orang::jaya);
    // temuan · orang · sebagian kalimatnya
    let kasus: Vec<(&str, Orang, &str)> = vec![
        ("DATA-01", ratih().with(Nip, "19840312201001200"), "17 angka"),
        (
            "DATA-02",
            ratih().with(Nip, "198403212010012007"),
            "(21 Mar 1984) berbeda dengan data pribadi (12 Mar 1984)",
        ),
        ("DATA-02", ratih().with(Nip, "198413212010012007"), "19841321, bukan tanggal"),
        ("DATA-03", ratih().with(Nip, "198403122010011007"), "Angka ke-15 NIP adalah 1"),
        ("DATA-04", ratih().tmt(Kind::Cpns, "01-03-2010"), "(01-2010) berbeda dengan TMT CPNS (1 Mar 2010)"),
        (
            "DATA-05",
            jaya().tmt(Kind::Cpns, "01-12-2022"),
            "(2023) berbeda dengan TMT pengangkatan (1 Des 2022)",
        ),
        ("DATA-07", ratih().without(GelarBelakang), "S-1/Sarjana"),
        ("DATA-08", ratih().without(PendidikanId).without(PendidikanNama), "pendidikan kosong"),
        ("DATA-09", ratih().without(PnsSkNomor).tmt(Kind::Pns, ""), "TMT PNS kosong"),
        ("DATA-10", ratih().tmt(Kind::Pns, "01-12-2009"), "(1 Jan 2010) sesudah TMT PNS (1 Des 2009)"),
        ("DATA-11", ratih().without(Nik), "NIK kosong"),
        ("DATA-11", ratih().with(Nik, "157102520384"), "16 angka"),
        ("DATA-11", ratih().with(NikValid, "0"), "Dukcapil"),
        ("DATA-12", ratih().with(Nik, "1571025303840003"), "(13-03-84) berbeda"),
        ("DATA-13", ratih().with(Email, "ratih@contoh"), "nama@domain"),
        ("DATA-13", ratih().without(Email), "Surel kosong"),
        ("DATA-14", ratih().without(NomorHp), "Nomor HP kosong"),
        ("DATA-15", ratih().without(JabatanId), "Guru Ahli Muda"),
        ("DATA-16", ratih().without(UnorId), "Unit organisasi kosong"),
        ("DATA-18", jaya().with(KedudukanId, "01").with(Kedudukan, "Aktif"), "Statusnya PPPK"),
        ("DATA-18", ratih().with(StatusPegawai, "PNS").with(KedudukanId, "71"), "Statusnya PNS"),
        ("DATA-19", ratih().with(InstansiKerjaId, "I-2").with(InstansiKerja, "KPU"), "\"KPU\""),
        ("DATA-19", ratih().with(JenisPegawaiId, "12"), "Jenis pegawai"),
        // sehari sesudah masa percobaan genap setahun
        (
            "DATA-20",
            Orang::sari().pada("02-01-2027"),
            "sejak 1 Jan 2026; masa percobaan seharusnya selesai 1 Jan 2027",
        ),
        (
            "DATA-21",
            ratih().pada("01-04-2044"),
            "60 tahun (UU 14/2005 Pasal 40; PP 11/2017 Pasal 240): pensiun 1 Apr 2044",
        ),
        ("DATA-22", jaya().kontrak("PK-1", "01-03-2023", "31-12-2026"), "berakhir 31 Des 2026, 39 hari lagi"),
        ("DATA-23", jaya().kontrak("PK-1", "01-03-2023", "21-11-2026"), "berakhir 21 Nov 2026"),
        (
            "DATA-24",
            Orang::sari().with(JenisJabatanId, "1").with(JabatanNama, "Kepala Seksi Kurikulum"),
            "kurang dari 2 tahun",
        ),
        ("DATA-26", ratih().without(GolonganId).with(GolonganNama, "3C"), "\"3C\""),
        ("DATA-27", ratih().with(GolonganId, "34"), "34 berarti III/d, sedangkan namanya III/c"),
        ("DATA-28", ratih().with(KedudukanId, "55").with(Kedudukan, "Aktif Kembali"), "kode \"55\""),
        (
            "DATA-30",
            ratih().tmt(Kind::Golongan, "01-04-2009"),
            "(1 Apr 2009) mendahului TMT CPNS (1 Jan 2010)",
        ),
        ("DATA-36", jaya().with(StatusCpnsPns, "C"), "bertanda C"),
        ("DATA-36", jaya().with(StatusCpnsPns, "P"), "bertanda P (PNS)"),
        ("DATA-36", jaya().tmt(Kind::Pns, "01-03-2024"), "TMT PNS 1 Mar 2024"),
        (
            "DATA-38",
            ratih()
                .with(JenisJabatanId, "1")
                .with(JabatanNama, "Kepala Bidang SMA")
                .with(TingkatPendidikanId, "30"),
            "Diploma III/Sarjana Muda di bawah syarat jabatan \"Kepala Bidang SMA\" (PP 11/2017 Pasal 54)",
        ),
        (
            "DATA-39",
            ratih().with(JabatanNama, "Perencana Ahli Muda").with(TingkatPendidikanId, "30"),
            "Perencana Ahli Muda",
        ),
        (
            "DATA-42",
            ratih().with(JenisJabatanId, "4").with(JabatanNama, "Perencana Ahli Muda"),
            "Jenis jabatan pelaksana",
        ),
        (
            "DATA-43",
            ratih().with(JenisJabatanId, "1").with(JabatanNama, "Kepala Dinas").with(Eselon, "II.a"),
            "Golongan III/c, sedangkan golongan terendah eselon II.a IV/c",
        ),
        (
            "DATA-44",
            jaya().with(Nip, "199208092017211038").tmt(Kind::Cpns, "01-03-2017"),
            "TMT PPPK 1 Mar 2017",
        ),
        ("DATA-49", ratih().with(AgamaId, "9"), "Kode agama tidak ada"),
        ("DATA-49", ratih().with(JenisKawinId, "9"), "Kode status kawin tidak ada"),
        ("DATA-49", ratih().with(TingkatPendidikanId, "99"), "Kode tingkat pendidikan tidak ada"),
        // unduhan 1 Nov 2026: TMT sehari kemudian belum mungkin terlihat, TMT hari itu juga mungkin
        ("DATA-29", ratih().tmt(Kind::Golongan, "02-11-2026"), "Golongan ber-TMT 2 Nov 2026"),
    ];
    for (code, orang, sentence) in kasus {
        assert_eq!(orang.codes(&tables, &Context::default()), [code], "{sentence}");
        let code = Code::from_text(code).expect("dikenal");
        let finding = orang.see(|s| check::explain(code, s, &tables, &Context::default()));
        assert!(finding.message.contains(sentence), "{}: {}", code, finding.message);
        assert!(finding.message.ends_with('.') && finding.suggestion.ends_with('.'), "{finding:?}");
        assert!(finding.field.is_some());
    }
}

#[test]
fn yang_tidak_mungkin_dan_yang_tidak_tampak() {
    use Field::*;
    let tables = tables();
    // Bu Ratih lahir 1984, dilihat 22 Nov 2026. isian · nilai · temuan · sebagian kalimatnya
    let kasus: [(Field, &str, &str, &str); 19] = [
        (MkTahun, "-5", "DATA-47", "Masa kerja (tahun) tertulis -5; yang mungkin 0 sampai 42"),
        (MkTahun, "0", "", ""),
        (MkTahun, "42", "", ""),
        (MkTahun, "43", "DATA-47", "43"),
        (MkBulan, "11", "", ""),
        (MkBulan, "13", "DATA-47", "Masa kerja (bulan) tertulis 13; yang mungkin 0 sampai 11"),
        (TahunLulus, "2007", "", ""),
        (TahunLulus, "1983", "DATA-47", "yang mungkin 1984 sampai 2026"),
        (TahunLulus, "99999", "DATA-47", "99999"),
        (GajiPokok, "3500000", "", ""),
        (GajiPokok, "-1", "DATA-47", "yang mungkin 1 atau lebih"),
        (KgbMkBulan, "12", "DATA-47", "sampai 11"),
        (Nama, "Ma'ruf Thérèse-Anne", "", ""),
        (Nama, "Budi\u{202e}ijaB", "DATA-48", "Nama memuat tanda yang tidak tampak (U+202E)"),
        (Nama, "Budi\tSantosa", "DATA-48", "U+0009"),
        (GelarBelakang, "S.\u{200b}Pd.", "DATA-48", "U+200B"),
        (JabatanNama, "Guru Ahli Muda\u{7}", "DATA-48", "U+0007"),
        (UnorNama, "SMAN 1\u{2067}", "DATA-48", "U+2067"),
        (TempatLahir, "Jambi\u{feff}", "DATA-48", "U+FEFF"),
    ];
    for (field, value, code, sentence) in kasus {
        let orang = Orang::ratih().with(field, value);
        let found = orang.codes(&tables, &Context::default());
        assert_eq!(found, if code.is_empty() { vec![] } else { vec![code] }, "{field:?} {value:?}");
        if let Some(code) = Code::from_text(code) {
            let finding = orang.see(|s| check::explain(code, s, &tables, &Context::default()));
            assert!(finding.message.contains(sentence), "{}", finding.message);
            assert!(finding.message.ends_with('.') && finding.suggestion.ends_with('.'), "{finding:?}");
            assert_eq!(finding.field, Some(field));
            assert!(!finding.message.contains(check::hidden), "kalimatnya sendiri terbaca");
        }
    }
    // fakta yang dapat lebih dari satu, juga yang bukan terakhir
    let pmk = |bulan| {
        let acts = vec![(Act::Perubahan, fact(Kind::Pmk, "01-04-2020", &[(PmkBulan, bulan)]))];
        Orang::ratih().doc(document(Rank::Sk, "824/1", "01-03-2020"), acts)
    };
    assert_eq!(pmk("7").codes(&tables, &Context::default()), [""; 0]);
    assert_eq!(pmk("-7").codes(&tables, &Context::default()), ["DATA-47"]);
}

#[test]
fn hari_batas_pensiun_dan_kontrak() {
    let tables = tables();
    let context = Context::default();
    // Bu Ratih, guru, lahir 12 Mar 1984: usia 60 pada 12 Mar 2044, pensiun 1 Apr 2044
    for (hari, lewat) in [("12-03-2044", false), ("31-03-2044", false), ("01-04-2044", true)] {
        assert_eq!(Orang::ratih().pada(hari).codes(&tables, &context).contains(&"DATA-21"), lewat, "{hari}");
    }
    // bukan ASN: tidak ada batas usia pensiun yang dapat dilewati
    let bukan_asn = Orang::ratih().with(Field::StatusPegawai, "NON_ASN").pada("01-04-2044");
    assert!(!bukan_asn.codes(&tables, &context).contains(&"DATA-21"));
    let batas = |orang: &Orang| {
        orang.see(|s| {
            let id = kernel::PegawaiId([1; 16]);
            kernel::register::Line::read(id, "A1", s, &tables, &context).limit.map(|l| l.0.to_string())
        })
    };
    assert_eq!(batas(&Orang::ratih()).as_deref(), Some("2044-04-01"));
    assert_eq!(batas(&Orang::ratih().with(Field::StatusPegawai, "NON_ASN")), None);
    let kontrak =
        Orang::ratih().with(Field::StatusPegawai, "NON_ASN").kontrak("K-1", "01-01-2026", "31-12-2026");
    assert_eq!(batas(&kontrak).as_deref(), Some("2026-12-31"));
    // perjanjian sampai 31 Des 2026: ditandai 90 hari sebelumnya, berakhir 1 Jan 2027
    for (hari, temuan) in [
        ("01-10-2026", vec![]),
        ("02-10-2026", vec!["DATA-22"]),
        ("31-12-2026", vec!["DATA-22"]),
        ("01-01-2027", vec!["DATA-23"]),
    ] {
        let orang = Orang::jaya().kontrak("PK-1", "01-03-2023", "31-12-2026").pada(hari);
        assert_eq!(orang.codes(&tables, &context), temuan, "{hari}");
    }
}

#[test]
fn skp_hanya_ditagih_bila_register_memilikinya() {
    let tables = tables();
    let has_skp = Context { has_skp: true, ..Context::default() };
    assert_eq!(Orang::ratih().codes(&tables, &has_skp), ["DATA-25"]);
    let skp = |tahun: &str| {
        let values = [(Field::KinerjaTahun, tahun), (Field::KinerjaPredikat, "Baik")];
        let tmt = format!("31-12-{tahun}");
        Orang::ratih()
            .doc(document(Rank::Rekap, "", &tmt), vec![(Act::Perubahan, fact(Kind::Kinerja, &tmt, &values))])
    };
    assert_eq!(skp("2025").codes(&tables, &has_skp), [""; 0]);
    assert_eq!(skp("2024").codes(&tables, &has_skp), ["DATA-25"]);
    // sampai akhir Februari yang ditagih masih tahun sebelumnya lagi
    assert!(!skp("2025").pada("15-02-2027").codes(&tables, &has_skp).contains(&"DATA-25"));
    // PPPK yang baru bekerja dua bulan pada akhir tahun itu belum dinilai
    let baru = Orang::jaya().tmt(Kind::Cpns, "01-11-2025");
    assert!(!baru.codes(&tables, &has_skp).contains(&"DATA-25"));
}

#[test]
fn unit_dicocokkan_bila_daftarnya_ada() {
    use kernel::unor::{Tree, Unit};
    let tables = tables();
    let unit = |id, aktif| Unit { id, nama: "SMAN 1", atasan_id: "", aktif };
    for (units, temuan, kalimat) in [
        (vec![unit("U-1", true)], vec![], ""),
        (vec![unit("U-1", false)], vec!["DATA-17"], "tidak aktif lagi"),
        (vec![unit("U-2", true)], vec!["DATA-17"], "tidak ada pada daftar"),
    ] {
        let (tree, _) = Tree::build(units);
        let context = Context { units: Some(&tree), ..Context::default() };
        assert_eq!(Orang::ratih().codes(&tables, &context), temuan);
        if !temuan.is_empty() {
            let finding = Orang::ratih().see(|s| check::explain(Code::UnorTidakAktif, s, &tables, &context));
            assert!(finding.message.contains(kalimat), "{}", finding.message);
        }
    }
}

/// SK kenaikan pangkat.
fn sk(nomor: &str, tanggal: &str, tmt: &str, golongan: &str) -> (kernel::Document, Vec<(Act, kernel::Fact)>) {
    let fact = fact(Kind::Golongan, tmt, &[(Field::GolonganNama, golongan)]);
    (document(Rank::Sk, nomor, tanggal), vec![(Act::Perubahan, fact)])
}

#[test]
fn dokumen_yang_tidak_sejalan() {
    let tables = tables();
    let with = |list: &[(&'static str, &'static str, &'static str, &'static str)]| {
        list.iter().fold(Orang::ratih(), |orang, (nomor, tanggal, tmt, golongan)| {
            let (document, acts) = sk(nomor, tanggal, tmt, golongan);
            orang.doc(document, acts)
        })
    };
    // SK (nomor, tanggal, TMT, golongan) · temuan. Unduhan 1 Nov 2026 menyatakan III/c TMT 1 Apr 2020.
    type Sk = (&'static str, &'static str, &'static str, &'static str);
    let kasus: [(&[Sk], &[&str]); 9] = [
        // sama dengan unduhan, walau hurufnya lain
        (&[("823/1", "01-03-2020", "01-04-2020", "III/C")], &[]),
        // golongan berbeda pada TMT yang sama
        (&[("823/1", "01-03-2020", "01-04-2020", "III/d")], &["DATA-32"]),
        // TMT berbeda
        (&[("823/1", "01-03-2020", "01-10-2020", "III/c")], &["DATA-32"]),
        // SK lebih baru daripada unduhan: BKN belum tahu
        (&[("823/2", "05-11-2026", "01-12-2026", "III/d")], &[]),
        // dua SK dengan TMT sama
        (
            &[("823/1", "01-03-2020", "01-04-2020", "III/c"), ("823/9", "01-03-2020", "01-04-2020", "III/b")],
            &["DATA-31", "DATA-32"],
        ),
        // riwayat naik, wajar
        (
            &[("823/0", "01-03-2016", "01-04-2016", "III/b"), ("823/1", "01-03-2020", "01-04-2020", "III/c")],
            &[],
        ),
        // pernah lebih tinggi
        (
            &[("823/0", "01-03-2016", "01-04-2016", "III/d"), ("823/1", "01-03-2020", "01-04-2020", "III/c")],
            &["DATA-34"],
        ),
        // TMT salah abad
        (&[("823/1", "01-03-2020", "01-04-2120", "III/d")], &["DATA-29"]),
        // SK yang menyebut hari itu, ditandatangani kemudian, wajar
        (&[("823/1", "01-09-2020", "01-04-2020", "III/c")], &[]),
    ];
    for (list, temuan) in kasus {
        let orang = with(list).pada("10-12-2026");
        assert_eq!(orang.codes(&tables, &Context::default()), temuan, "{list:?}");
        for code in temuan {
            let code = Code::from_text(code).expect("dikenal");
            let finding = orang.see(|s| check::explain(code, s, &tables, &Context::default()));
            assert!(
                finding.message.contains("823/") || finding.message.contains("turun"),
                "{}",
                finding.message
            );
        }
    }
    let finding = with(&[("823/1", "01-03-2020", "01-04-2020", "III/d")])
        .see(|s| check::explain(Code::UnduhanBertentangan, s, &tables, &Context::default()));
    assert_eq!(
        finding.message,
        "SK Gubernur 823/1 menyatakan Golongan III/d, sedangkan Unduhan SIASN 1 Nov 2026 menyatakan III/c."
    );
}

#[test]
fn turun_karena_hukuman_bukan_temuan() {
    let tables = tables();
    let (a, acts_a) = sk("823/0", "01-03-2016", "01-04-2016", "III/d");
    let (b, acts_b) = sk("823/1", "01-03-2020", "01-04-2020", "III/c");
    let punished = fact(Kind::HukumanDisiplin, "01-04-2020", &[(Field::HukdisTingkat, "Berat")]);
    let orang = Orang::ratih()
        .doc(a, acts_a)
        .doc(b, acts_b)
        .doc(document(Rank::Sk, "862/1", "01-03-2020"), vec![(Act::Perubahan, punished)]);
    assert_eq!(orang.codes(&tables, &Context::default()), [""; 0]);
}

#[test]
fn ralat_tanpa_sasaran() {
    let tables = tables();
    let target = |entry, ordinal| Act::Ralat(kernel::FactId { entry: common::entry_id(entry), ordinal });
    let ralat = |act| {
        let fact = fact(Kind::Golongan, "01-04-2020", &[(Field::GolonganNama, "III/c")]);
        Orang::ratih().doc(document(Rank::Sk, "823/5", "02-05-2026"), vec![(act, fact)])
    };
    // tidak ada entrinya; ada entrinya tetapi fakta pertamanya identitas, bukan golongan
    for act in [target(99, 0), target(1, 0)] {
        assert_eq!(ralat(act).codes(&tables, &Context::default()), ["DATA-33"], "{act:?}");
    }
}

#[test]
fn perjanjian_tumpang_tindih_dan_jeda() {
    let tables = tables();
    for (second, temuan) in
        [("01-03-2025", vec![]), ("28-02-2025", vec!["DATA-35"]), ("02-03-2025", vec!["DATA-46"])]
    {
        let orang =
            Orang::jaya().kontrak("PK-1", "01-03-2023", "28-02-2025").kontrak("PK-2", second, "28-02-2028");
        assert_eq!(orang.codes(&tables, &Context::default()), temuan, "{second}");
    }
}

#[test]
fn antar_orang() {
    let orang = |active, structural, pos, nik| CrossItem { active, structural, pos, nik };
    let items = [
        orang(true, true, 7, Some(1)),
        orang(true, true, 7, Some(2)),
        orang(false, true, 7, Some(3)), // sudah pensiun: bukan pemegang
        orang(true, false, 8, Some(2)), // guru di pos yang sama dengan guru lain: wajar
        orang(true, false, 8, None),    // tanpa NIK tidak sama dengan siapa pun
        orang(true, true, 0, None),     // pos tidak diketahui
        orang(true, true, 0, None),
    ];
    let codes: Vec<Vec<&str>> = cross(&items).iter().map(|c| c.iter().map(Code::text).collect()).collect();
    let expected: [&[&str]; 7] = [&["DATA-40"], &["DATA-40", "DATA-41"], &[], &["DATA-41"], &[], &[], &[]];
    assert_eq!(codes, expected);
}

#[test]
fn kode_tetap_dan_himpunannya() {
    let all: check::Codes = Code::ALL.iter().copied().collect();
    assert_eq!(all.len(), Code::ALL.len());
    assert_eq!(all.iter().collect::<Vec<_>>(), Code::ALL);
    for code in Code::ALL {
        assert!((*code as u8) < 64);
        assert_eq!(Code::from_text(code.text()), Some(*code));
        assert_eq!(Code::from_number(*code as u8), Some(*code));
        assert!(code.info().penjelasan.ends_with('.'), "{code}");
    }
    assert_eq!(all.severity(), Some(Severity::Berat));
    assert_eq!(
        check::Codes(u64::MAX).iter().count(),
        Code::ALL.len(),
        "bit program yang lebih baru dilewati"
    );
    assert_eq!(check::day(Date::new(1984, 3, 12).expect("ada")), "12 Mar 1984");
}
