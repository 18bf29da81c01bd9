//! Scenarios: documents in the order they came in, questions on both clocks, and what a reader is told
//! when a table cannot be understood.

use law::Pack;
use law::kasus::{Kasus, read, run};
use std::sync::OnceLock;

fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::bundled().unwrap_or_else(|wrong| panic!("{}", wrong.join("\n"))))
}

const SURAT: &str = "diketahui,dokumen,nomor,tanggal,tindakan,atas,jenis,tmt,sampai,isi\n";
const STATUS: &str = "2024-01-02,SK Gubernur,800/1,2023-12-01,,,status,2020-01-01,,status_pegawai=PNS; kedudukan_hukum_id=01\n";
const GOLONGAN: &str =
    "2024-01-02,SK Gubernur,821/1,2020-03-01,,,golongan,2020-04-01,,golongan=III/a; mk_tahun=0\n";
const TANYA: &str = "kasus,norma,hari,diketahui,=>hasil,=>nilai\n";

/// A scenario of these documents with a question about the salary, which tells golongan and years apart.
fn gaji(surat: &str, tanya: &str) -> String {
    format!("#skenario=uji\n{SURAT}{STATUS}{surat}{TANYA}{tanya}")
}

fn baca(text: &str) -> Vec<Kasus> {
    read(pack(), "uji.csv", text).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")))
}

/// What is answered to the last question.
fn jawab(text: &str) -> String {
    let cases = baca(text);
    let case = cases.last().expect("a question");
    run(pack(), "uji.csv", case).jawab.iter().map(|(_, given)| given.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn yang_diketahui_menentukan_jawaban() {
    let naik = "2024-06-30,SK Gubernur,821/2,2024-03-01,,,golongan,2024-04-01,,golongan=III/b; mk_tahun=4\n";
    let ralat = "2024-07-10,SK Gubernur,821/2-R,2024-07-01,ralat,821/2,golongan,2024-04-01,,golongan=III/b; mk_tahun=2\n";
    let batal = "2024-08-15,Putusan PTUN,1/G,2024-08-01,pembatalan,821/2,golongan,,,\n";
    let hidup = "2024-09-20,Putusan PTTUN,1/B,2024-09-01,pembatalan,1/G,,,,\n";
    let semua = format!("{GOLONGAN}{naik}{ralat}{batal}{hidup}");
    // Rupiah of PP 5/2024: III/a after 4 years, III/b after 4 and after 2.
    for (diketahui, rupiah, sebab) in [
        ("2024-01-01", "", "belum ada yang diketahui"),
        ("2024-06-29", "2964000", "sehari sebelum SK III/b diterima"),
        ("2024-06-30", "3089300", "hari SK diterima"),
        ("2024-07-10", "2995000", "masa kerja diralat"),
        ("2024-08-15", "2964000", "SK beserta ralatnya batal"),
        ("2024-09-20", "2995000", "pembatalannya batal: ralatnya hidup kembali"),
        ("", "2995000", "tanpa jam: semua yang diterima"),
    ] {
        let tanya = format!("a,gaji.pokok,2024-05-01,{diketahui},LULUS,1\n");
        let hasil = if rupiah.is_empty() { "BELUM_TAHU " } else { "LULUS " };
        assert_eq!(jawab(&gaji(&semua, &tanya)), format!("{hasil}{rupiah}"), "{sebab}");
    }
}

#[test]
fn pembatalan_satu_dokumen_mengenai_semua_isinya() {
    let dua = "2024-02-01,SK Gubernur,822/1,2024-01-20,,,golongan,2024-01-01,,golongan=III/b; mk_tahun=3\n\
        2024-02-01,SK Gubernur,822/1,2024-01-20,,,status,2024-01-01,,status_pegawai=NON ASN\n";
    let satu = "2024-03-01,Putusan PTUN,9/G,2024-02-20,pembatalan,822/1,golongan,,,\n";
    let semua = "2024-03-01,Putusan PTUN,9/G,2024-02-20,pembatalan,822/1,,,,\n";
    let tanya = "a,gaji.pokok,2024-05-01,,LULUS,1\n";
    assert_eq!(jawab(&gaji(&format!("{GOLONGAN}{dua}"), tanya)), "TIDAK_BERLAKU ");
    assert_eq!(jawab(&gaji(&format!("{GOLONGAN}{dua}{satu}"), tanya)), "TIDAK_BERLAKU ");
    assert_eq!(jawab(&gaji(&format!("{GOLONGAN}{dua}{semua}"), tanya)), "LULUS 2964000");
}

#[test]
fn keterangan_berlaku_sejak_diterima_dan_kolom_pertanyaan_didahulukan() {
    let kabar = "2018-01-05,Surat,A,,,,keterangan,,,tanggal_inkracht=-; jenis_tindak_pidana=JABATAN\n\
        2018-10-02,Surat,B,,,,keterangan,,,tanggal_inkracht=2015-06-10\n";
    let status = STATUS.replace("2024-01-02", "2016-01-02").replace("2020-01-01", "2010-01-01");
    for (diketahui, kolom, hasil) in [
        ("2017-12-31", "", "BELUM_TAHU"),
        ("2018-10-01", "", "GAGAL"),
        ("2018-10-02", "", "LULUS"),
        ("2018-10-02", "UMUM_BERENCANA", "GAGAL"),
    ] {
        let text = format!(
            "#skenario=uji\n#norma=pemberhentian.skb\n{SURAT}{status}{kabar}kasus,hari,diketahui,jenis_tindak_pidana,=>hasil\n\
             a,2018-12-01,{diketahui},{kolom},LULUS\n"
        );
        assert_eq!(jawab(&text), hasil, "{diketahui} {kolom}");
    }
}

#[test]
fn riwayat_yang_dinyatakan_lengkap() {
    let tanya = "kasus,norma,hari,=>hasil\na,kp.hambatan,2026-04-01,LULUS\n";
    let text = |lengkap: &str| format!("#skenario=uji\n{lengkap}{SURAT}{STATUS}{tanya}");
    assert_eq!(jawab(&text("")), "PERTIMBANGAN");
    assert_eq!(jawab(&text("#lengkap=hukuman_disiplin, cltn\n")), "LULUS");
}

#[test]
fn lembar_kerja_menyimpan_sama_saja() {
    let tanya = "a,gaji.pokok,2024-05-01,,LULUS,1\n";
    let biasa = gaji(GOLONGAN, tanya);
    let wide = |line: &str| format!("{line}{}\r\n", ",".repeat(12 - line.matches(',').count()));
    let lebar: String = biasa.lines().map(wide).collect();
    let kutip = biasa.replace("#skenario=uji", "\"#skenario=uji, kedua\"");
    for text in [format!("\u{feff}{lebar}"), kutip.clone(), format!("# catatan = bebas\n,,,\n{biasa}")] {
        assert_eq!(jawab(&text), "LULUS 2964000");
    }
    assert_eq!(baca(&kutip)[0].nama, "uji, kedua: a");
}

#[test]
fn beberapa_skenario_dalam_satu_berkas_tidak_bercampur() {
    let naik = "2024-06-30,SK Gubernur,821/2,2024-03-01,,,golongan,2024-04-01,,golongan=III/b; mk_tahun=4\n";
    let tanya = "a,gaji.pokok,2024-05-01,,LULUS,1\n";
    let dua = gaji(&format!("{GOLONGAN}{naik}"), tanya) + &gaji(GOLONGAN, tanya).replace("=uji", "=kedua");
    let cases = baca(&dua);
    let names: Vec<&str> = cases.iter().map(|c| c.nama.as_str()).collect();
    assert_eq!(names, ["uji: a", "kedua: a"]);
    assert_eq!(jawab(&dua), "LULUS 2964000");
}

#[test]
fn dokumen_di_balik_jawaban() {
    let tanya =
        |harap: &str| format!("kasus,norma,hari,=>hasil,=>dokumen\na,gaji.pokok,2024-05-01,LULUS,{harap}\n");
    let beda = |harap: &str| {
        let cases = baca(&format!("#skenario=uji\n{SURAT}{STATUS}{GOLONGAN}{}", tanya(harap)));
        run(pack(), "uji.csv", &cases[0]).beda
    };
    assert!(beda("821/1").is_empty(), "{:?}", beda("821/1"));
    assert_eq!(beda("821/99").len(), 1);
}

/// Each line of a table with what is wrong in it; the sentence names file and line.
#[test]
fn yang_keliru_ditolak_dengan_berkas_dan_baris() {
    let surat = |row: &str| gaji(&format!("{GOLONGAN}{row}\n"), "a,gaji.pokok,2024-05-01,,LULUS,1\n");
    let tanya = |row: &str| gaji(GOLONGAN, &format!("{row}\n"));
    let judul = |title: &str| format!("#skenario=uji\n{SURAT}{STATUS}{title}\n");
    for (text, baris, bagian) in [
        (surat("2023-01-01,SK,1,,,,golongan,,,golongan=III/b"), 5, "menurut urutan diterima"),
        (surat(",SK,1,,,,golongan,,,golongan=III/b"), 5, "kolom diketahui kosong"),
        (surat("kemarin,SK,1,,,,golongan,,,golongan=III/b"), 5, "bukan tanggal"),
        (surat("2024-02-30,SK,1,,,,golongan,,,golongan=III/b"), 5, "bukan tanggal"),
        (surat("2024-03-01,,1,,,,golongan,,,golongan=III/b"), 5, "kolom dokumen kosong"),
        (surat("2024-03-01,SK,1,,,,,2024-04-01,,golongan=III/b"), 5, "kolom jenis kosong"),
        (
            surat("2024-03-01,SK,1,,,,pangkat,,,golongan=III/b"),
            5,
            "jenis \"pangkat\" tidak dikenal; pilihannya: identitas",
        ),
        (surat("2024-03-01,SK,1,,,,unor,,,nama=Dinas"), 5, "jenis \"unor\" tidak dikenal"),
        (
            surat("2024-03-01,SK,1,,,,golongan,,,pangkat=III/b"),
            5,
            "golongan tidak punya ruas pangkat; ruasnya: golongan_id, golongan",
        ),
        (surat("2024-03-01,SK,1,,,,golongan,,,III/b"), 5, "ruas=nilai"),
        (surat("2024-03-01,SK,1,,,,golongan,,,golongan="), 5, "ruas=nilai"),
        (
            surat("2024-03-01,SK,1,,,,golongan,,,mk_tahun=empat"),
            5,
            "mk_tahun: \"empat\" bukan bilangan bulat",
        ),
        (surat("2024-03-01,SK,1,,,,golongan,,,golongan=III/b; golongan=III/c"), 5, "ditulis dua kali"),
        (surat("2024-03-01,SK,1,,,,golongan,,,"), 5, "tidak menyatakan apa pun"),
        (
            surat("2024-03-01,SK,1,,,,golongan,2024-04-01,2025-01-01,golongan=III/b"),
            5,
            "golongan tidak punya hari berakhir",
        ),
        (
            surat("2024-03-01,SK,1,,ubah,,golongan,2024-04-01,,golongan=III/b"),
            5,
            "tindakan \"ubah\" tidak dikenal",
        ),
        (surat("2024-03-01,SK,1,,ralat,,golongan,2024-04-01,,golongan=III/b"), 5, "kolom atas kosong"),
        (
            surat("2024-03-01,SK,1,,,821/1,golongan,2024-04-01,,golongan=III/b"),
            5,
            "hanya untuk ralat dan pembatalan",
        ),
        (
            surat("2024-03-01,SK,1,,ralat,821/9,golongan,2024-04-01,,golongan=III/b"),
            5,
            "nomor 821/9 dengan jenis golongan tidak ada di atas",
        ),
        (
            surat("2024-03-01,SK,1,,ralat,821/1,jabatan,2024-04-01,,jabatan=Guru"),
            5,
            "nomor 821/1 dengan jenis jabatan tidak ada di atas",
        ),
        (surat("2024-03-01,SK,1,,pembatalan,821/9,,,,"), 5, "nomor 821/9 tidak ada di atas"),
        (surat("2024-03-01,SK,1,,pembatalan,821/1,,2024-01-01,,"), 5, "pembatalan tidak punya tmt"),
        (surat("2024-03-01,SK,1,,,,golongan,,,golongan=III/b,lebih"), 5, "\"lebih\" tidak punya judul kolom"),
        (surat("2024-03-01,S,1,,,,keterangan,,,golongan=III/b"), 5, "golongan dibaca dari dokumen"),
        (surat("2024-03-01,S,1,,,,keterangan,,,warna=BIRU"), 5, "fakta warna tidak ada dalam kosakata"),
        (
            surat("2024-03-01,S,1,,,,keterangan,,,tanggal_inkracht=besok"),
            5,
            "tanggal_inkracht: \"besok\" bukan tanggal",
        ),
        (
            surat("2024-03-01,S,1,,,,keterangan,2024-01-01,,tanggal_inkracht=-"),
            5,
            "keterangan tidak punya tmt",
        ),
        (tanya("a,gaji.pokok,,,LULUS,"), 6, "kolom hari kosong"),
        (tanya("a,gaji.pokok,2024-05-01,,BAGUS,"), 6, "=>hasil \"BAGUS\" tidak dikenal"),
        (tanya("a,gaji.buta,2024-05-01,,LULUS,"), 6, "norma \"gaji.buta\" tidak ada"),
        (
            tanya("a,gaji.pokok,2024-05-01,,LULUS,\na,gaji.pokok,2024-05-01,,LULUS,"),
            7,
            "sudah dipakai baris 6",
        ),
        (judul("kasus,norma,hari,golongan,=>hasil"), 4, "golongan dibaca dari dokumen"),
        (judul("kasus,norma,hari,besok,=>hasil"), 4, "kolom besok bukan fakta"),
        (judul("kasus,norma,=>hasil"), 4, "kolom hari tidak ada"),
        (judul("diketahui,dokumen,jenis,tmt,isi,warna"), 4, "kolom warna tidak dikenal"),
        (judul("diketahui,dokumen,jenis,tmt"), 4, "kolom isi tidak ada"),
        (judul("diketahui,dokumen,jenis,tmt,isi,isi"), 4, "kolom isi ada dua kali"),
        (judul("#lengkp=cuti"), 4, "#lengkp= tidak dikenal"),
        (judul("#lengkap=sakit"), 4, "jenis \"sakit\" tidak dikenal"),
        (format!("#skenario=uji\n{STATUS}"), 2, "belum ada judul kolom"),
        (format!("#skenario=uji\n{SURAT}{STATUS}"), 1, "tidak punya pertanyaan"),
        (format!("#skenario=uji\n{TANYA}a,gaji.pokok,2024-05-01,,LULUS,\n"), 1, "tidak punya dokumen"),
        (format!("#skenario=\n{SURAT}{STATUS}"), 1, "nama skenario kosong"),
        (format!("#norma=gaji.pokok\n#skenario=uji\n{SURAT}"), 1, "belum ada #skenario="),
        (format!("#norma=gaji.pokok\nkasus,hari,=>hasil\n#skenario=uji\n{SURAT}"), 3, "harus di awal berkas"),
        (
            "#norma=gaji.pokok\nkasus,hari,diketahui,=>hasil\n".to_owned(),
            2,
            "kolom diketahui hanya untuk #skenario=",
        ),
        (
            "#norma=gaji.pokok\nkasus,hari,=>hasil,=>dokumen\n".to_owned(),
            2,
            "kolom =>dokumen hanya untuk #skenario=",
        ),
    ] {
        let wrong = read(pack(), "uji.csv", &text).expect_err(bagian);
        let place = format!("uji.csv baris {baris}: ");
        assert!(
            wrong.iter().any(|s| s.starts_with(&place) && s.contains(bagian)),
            "baris {baris} {bagian}\n{}",
            wrong.join("\n")
        );
    }
}

/// What the guide shows is what the reader understands.
#[test]
fn contoh_pada_panduan_lulus() {
    let panduan = include_str!("../../../docs/kasus.md");
    let blocks = panduan.split("```csv\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let contoh: Vec<&str> = blocks.map(|(block, _)| block).filter(|b| b.starts_with('#')).collect();
    let shown = contoh.iter().map(|block| baca(block).len());
    assert_eq!(shown.collect::<Vec<_>>(), [4, 5], "a flat table, a scenario");
    let cases: Vec<_> = contoh.iter().flat_map(|block| baca(block)).collect();
    let beda: Vec<String> = cases.iter().flat_map(|case| run(pack(), "docs/kasus.md", case).beda).collect();
    assert!(beda.is_empty(), "{}", beda.join("\n"));
}

/// The contents the guide lists, each with the facts it says they become.
#[test]
fn isi_pada_panduan_menjadi_fakta() {
    for (jenis, tmt, sampai, isi, fakta) in [
        (
            "identitas",
            "",
            "",
            "tanggal_lahir=1985-03-02; jenis_kelamin=P",
            "tanggal_lahir=1985-03-02 jenis_kelamin=P",
        ),
        (
            "status",
            "2020-01-01",
            "",
            "status_pegawai=PNS; kedudukan_hukum_id=01; kedudukan_hukum=Aktif",
            "jenis_asn=PNS aktif=ya diberhentikan_sementara=tidak cltn_sampai=-",
        ),
        ("status", "2020-01-01", "", "status_pegawai=NON ASN", "jenis_asn=NON_ASN"),
        ("cpns", "2019-03-01", "", "", "tmt_cpns=2019-03-01"),
        ("pns", "2020-03-01", "", "", "tmt_pns=2020-03-01 jenis_asn=PNS"),
        (
            "golongan",
            "2024-04-01",
            "",
            "golongan=III/b; mk_tahun=4; mk_bulan=0",
            "tmt_golongan=2024-04-01 mkg_sejak=2020-04-01",
        ),
        (
            "gaji_berkala",
            "2026-03-01",
            "",
            "gaji_pokok=3186600; mk_tahun=6; mk_bulan=0",
            "tmt_kgb=2026-03-01 gaji_pokok=3186600",
        ),
        (
            "jabatan",
            "2022-01-01",
            "",
            "jenis_jabatan_id=4; jabatan=Pengelola Keuangan",
            "kelompok_jabatan=PELAKSANA tmt_jabatan=2022-01-01 guru=tidak",
        ),
        (
            "jabatan",
            "2022-01-01",
            "",
            "jenis_jabatan_id=1; jabatan=Kepala Bidang; eselon=31",
            "kelompok_jabatan=ADMINISTRATOR eselon=III.a",
        ),
        (
            "jabatan",
            "2022-01-01",
            "",
            "jenis_jabatan_id=2; jabatan=Analis SDM Aparatur Ahli Muda",
            "kelompok_jabatan=JF jenjang_jf=AHLI_MUDA",
        ),
        (
            "pendidikan",
            "2012-08-01",
            "",
            "tingkat_pendidikan_id=40; tahun_lulus=2012",
            "pendidikan=S1 tahun_lulus=2012",
        ),
        ("kinerja", "2026-01-31", "", "tahun=2025; predikat=Baik", "predikat_1=BAIK predikat_2=?"),
        (
            "hukuman_disiplin",
            "2026-01-01",
            "2027-01-01",
            "tingkat=Sedang",
            "hukdis_sampai=2027-01-01 hukdis_terberat_5=SEDANG",
        ),
        (
            "perjanjian_kerja",
            "2026-01-01",
            "2027-01-01",
            "nomor=PK/20; jenis=PPPK",
            "kontrak_mulai=2026-01-01 kontrak_sampai=2027-01-01",
        ),
        (
            "diklat",
            "2026-02-01",
            "",
            "jenis=Teknis; nama=Pengelolaan Keuangan; jp=40",
            "jp_tahun_ini=40 diklat_teknis_terakhir=2026-02-01",
        ),
        ("ujian_dinas", "2026-02-01", "", "jenis=Ujian Dinas Tingkat I; hasil=Lulus", "ujian_dinas_1=LULUS"),
        ("tugas_belajar", "2026-01-01", "2028-01-01", "jenjang=S-2", "tugas_belajar_sampai=2028-01-01"),
        ("cltn", "2026-01-01", "2028-01-01", "", "cltn_sampai=2028-01-01"),
        ("pemberhentian_sementara", "2026-01-01", "", "", "diberhentikan_sementara=ya"),
        ("angka_kredit", "2026-01-01", "", "nilai=12550", "angka_kredit=125.5"),
        ("cuti", "2026-01-01", "2026-02-01", "jenis=Besar", "tmt_cuti_besar=2026-01-01"),
        ("penugasan", "2026-01-01", "2026-07-01", "jenis=Plt", "plt_sejak=2026-01-01"),
    ] {
        let surat = format!("2026-03-01,SK Gubernur,1,2026-02-01,,,{jenis},{tmt},{sampai},{isi}\n");
        let text = format!("#skenario=uji\n{SURAT}{surat}{TANYA}a,gaji.pokok,2026-06-01,,LULUS,\n");
        let (case, words) = (baca(&text).remove(0), &pack().words);
        for pair in fakta.split(' ') {
            let (nama, wanted) = pair.split_once('=').expect("nama=nilai");
            let id = words.find(nama).expect(nama);
            let wanted = words.parse_known(id, wanted).expect(nama);
            assert_eq!(*case.potret.get(id), wanted, "{jenis} {isi}: {nama}");
        }
    }
}
