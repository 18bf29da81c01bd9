//! How good the data are: BKN's data-quality index, its dimensions, and each of its 27 indicators in the
//! order of `peraturan/tabel/ikd.csv` (a test compares both).

use crate::indikator::{Bahan, Indikator, Kelompok, Rumus, Sel, hitung};
use kernel::indikator::{Arah, Irama, Satuan, Ukuran};
use kernel::{Code, Severity};

const TANPA_PEGAWAI: &str = "Belum ada pegawai aktif yang tercatat pada instansi ini.";
const IKD: &str = "Indeks Kualitas Data BKN";

/// A row of the index.
const BUTIR: Indikator = Indikator {
    satuan: Satuan::Persen,
    arah: Arah::Turun,
    dasar: IKD,
    kelompok: Kelompok::Mutu,
    ..Indikator::BIASA
};

/// A score of the index.
const NILAI: Indikator = Indikator { satuan: Satuan::Skor, arah: Arah::Naik, ..BUTIR };

/// The index and its parts.
pub static SEMUA: &[Indikator] = &[
    Indikator {
        kode: "IKD-01",
        nama: "Perkiraan Indeks Kualitas Data (IKD)",
        definisi: "Perkiraan nilai IKD BKN dari hasil pemeriksaan data pegawai aktif, 0 sampai 100. \
                   Angka resmi BKN dapat berbeda.",
        rumus: Rumus::Instansi(|b, id| nilai(b, id, "")),
        ..NILAI
    },
    Indikator {
        kode: "IKD-02",
        nama: "IKD: dimensi kelengkapan",
        definisi: "Nilai dimensi kelengkapan pada perkiraan IKD, 0 sampai 100.",
        rumus: Rumus::Instansi(|b, id| nilai(b, id, "kelengkapan")),
        ..NILAI
    },
    Indikator {
        kode: "IKD-03",
        nama: "IKD: dimensi ketepatan waktu",
        definisi: "Nilai dimensi ketepatan waktu pada perkiraan IKD, 0 sampai 100.",
        rumus: Rumus::Instansi(|b, id| nilai(b, id, "ketepatan_waktu")),
        ..NILAI
    },
    Indikator {
        kode: "IKD-04",
        nama: "IKD: dimensi akurasi",
        definisi: "Nilai dimensi akurasi pada perkiraan IKD, 0 sampai 100.",
        rumus: Rumus::Instansi(|b, id| nilai(b, id, "akurasi")),
        ..NILAI
    },
    Indikator {
        kode: "IKD-05",
        nama: "IKD: dimensi konsistensi",
        definisi: "Nilai dimensi konsistensi pada perkiraan IKD, 0 sampai 100.",
        rumus: Rumus::Instansi(|b, id| nilai(b, id, "konsistensi")),
        ..NILAI
    },
    Indikator {
        kode: "MUTU-01",
        nama: "SKP belum ada",
        definisi: "Bagian pegawai aktif dengan temuan KL-1: predikat kinerja tahun terakhir belum tercatat.",
        rumus: Rumus::Temuan(Code::SkpKosong),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-02",
        nama: "ID jabatan kosong",
        definisi: "Bagian pegawai aktif dengan temuan KL-2: jabatan fungsional atau pelaksana tanpa ID jabatan.",
        rumus: Rumus::Temuan(Code::JabatanIdKosong),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-03",
        nama: "Pendidikan kosong",
        definisi: "Bagian pegawai aktif dengan temuan KL-3: pendidikan terakhir belum tercatat.",
        rumus: Rumus::Temuan(Code::PendidikanKosong),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-04",
        nama: "TMT PNS kosong",
        definisi: "Bagian pegawai aktif dengan temuan KL-4: PNS tanpa TMT PNS.",
        rumus: Rumus::Temuan(Code::TmtPnsKosong),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-05",
        nama: "Gelar kosong",
        definisi: "Bagian pegawai aktif dengan temuan KL-5: berpendidikan diploma ke atas tanpa gelar.",
        rumus: Rumus::Temuan(Code::GelarKosong),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-06",
        nama: "Surel kosong atau salah",
        definisi: "Bagian pegawai aktif dengan temuan KL-6: surel tidak diisi atau bentuknya salah.",
        rumus: Rumus::Temuan(Code::SurelSalah),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-07",
        nama: "Nomor HP kosong",
        definisi: "Bagian pegawai aktif dengan temuan KL-7: nomor telepon genggam tidak diisi.",
        rumus: Rumus::Temuan(Code::HpKosong),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-08",
        nama: "Unor tidak aktif",
        definisi: "Bagian pegawai aktif dengan temuan KW-1: ditempatkan pada unit organisasi yang tidak aktif.",
        rumus: Rumus::Temuan(Code::UnorTidakAktif),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-09",
        nama: "Calon JF belum diangkat",
        definisi: "Bagian pegawai aktif dengan temuan KW-2: lebih dari 2 tahun sejak TMT CPNS belum diangkat dalam jabatan fungsional formasinya.",
        rumus: Rumus::BelumAda(
            "Jabatan fungsional yang menjadi formasi CPNS belum tercatat pada register, jadi belum dapat diukur.",
        ),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-10",
        nama: "CPNS lebih dari satu tahun",
        definisi: "Bagian pegawai aktif dengan temuan KW-3: masih CPNS melewati masa percobaan.",
        rumus: Rumus::Temuan(Code::CpnsLama),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-11",
        nama: "Jabatan struktural dipegang lebih dari satu orang",
        definisi: "Bagian pegawai aktif dengan temuan KW-4: satu jabatan struktural dipegang lebih dari satu pegawai aktif.",
        rumus: Rumus::Temuan(Code::PosGanda),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-12",
        nama: "Melewati BUP tetapi aktif",
        definisi: "Bagian pegawai aktif dengan temuan KW-5: masih aktif sesudah tanggal pensiun.",
        rumus: Rumus::Temuan(Code::LewatBup),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-13",
        nama: "CLTN melewati masanya",
        definisi: "Bagian pegawai aktif dengan temuan KW-6: masa CLTN sudah berakhir tetapi kedudukan masih CLTN.",
        rumus: Rumus::Temuan(Code::CltnLewat),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-14",
        nama: "TMT CPNS sesudah TMT PNS",
        definisi: "Bagian pegawai aktif dengan temuan AK-1: TMT CPNS lebih lambat daripada TMT PNS.",
        rumus: Rumus::Temuan(Code::CpnsSesudahPns),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-15",
        nama: "Status DPK/DPB tidak sesuai",
        definisi: "Bagian pegawai aktif dengan temuan AK-2: jenis pegawai DPK/DPB tidak sesuai dengan instansi kerja.",
        rumus: Rumus::Temuan(Code::DpkInstansi),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-16",
        nama: "Struktural dengan masa kerja kurang",
        definisi: "Bagian pegawai aktif dengan temuan AK-3: jabatan struktural dengan masa kerja kurang dari 2 tahun.",
        rumus: Rumus::Temuan(Code::StrukturalBaru),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-17",
        nama: "Kedudukan PPPK salah",
        definisi: "Bagian pegawai aktif dengan temuan AK-4: kedudukan hukum PPPK tidak sesuai.",
        rumus: Rumus::Temuan(Code::PppkKedudukan),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-18",
        nama: "NIK tidak valid",
        definisi: "Bagian pegawai aktif dengan temuan AK-5: NIK kosong, salah, atau belum tervalidasi.",
        rumus: Rumus::Temuan(Code::NikTidakSah),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-19",
        nama: "Eselon di bawah syarat pendidikan",
        definisi: "Bagian pegawai aktif dengan temuan AK-6: pendidikan pejabat struktural di bawah syarat.",
        rumus: Rumus::Temuan(Code::StrukturalPendidikan),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-20",
        nama: "Tahun pengangkatan PPPK",
        definisi: "Bagian pegawai aktif dengan temuan AK-7: tahun pengangkatan PPPK tidak sesuai dengan perjanjian kerja.",
        rumus: Rumus::Temuan(Code::PppkTahunAwal),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-21",
        nama: "JF di bawah syarat pendidikan",
        definisi: "Bagian pegawai aktif dengan temuan AK-8: pendidikan pejabat fungsional di bawah syarat.",
        rumus: Rumus::Temuan(Code::JfPendidikan),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-22",
        nama: "Pelaksana bernama JF",
        definisi: "Bagian pegawai aktif dengan temuan AK-9: jenis jabatan pelaksana tetapi namanya jabatan fungsional.",
        rumus: Rumus::Temuan(Code::PelaksanaJf),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-23",
        nama: "JPT di bawah golongan terendah",
        definisi: "Bagian pegawai aktif dengan temuan AK-10: golongan pejabat pimpinan tinggi di bawah golongan terendah eselonnya.",
        rumus: Rumus::Temuan(Code::JptGolongan),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-24",
        nama: "NIP dan TMT CPNS",
        definisi: "Bagian pegawai aktif dengan temuan KS-1: angka ke-9 sampai ke-14 NIP tidak sesuai TMT CPNS.",
        rumus: Rumus::Temuan(Code::NipCpns),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-25",
        nama: "NIP dan tanggal lahir",
        definisi: "Bagian pegawai aktif dengan temuan KS-2: angka ke-1 sampai ke-8 NIP tidak sesuai tanggal lahir.",
        rumus: Rumus::Temuan(Code::NipLahir),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-26",
        nama: "NIP dan jenis kelamin",
        definisi: "Bagian pegawai aktif dengan temuan KS-3: angka ke-15 NIP tidak sesuai jenis kelamin.",
        rumus: Rumus::Temuan(Code::NipKelamin),
        ..BUTIR
    },
    Indikator {
        kode: "MUTU-27",
        nama: "Tahun NI PPPK",
        definisi: "Bagian pegawai aktif dengan temuan KS-4: angka ke-9 sampai ke-12 NI PPPK tidak sesuai tahun pengangkatan.",
        rumus: Rumus::Temuan(Code::NiPppkTahun),
        ..BUTIR
    },
    Indikator {
        kode: "TEMUAN-01",
        nama: "Pegawai dengan temuan data",
        definisi: "Bagian pegawai aktif yang datanya mempunyai paling sedikit satu temuan pemeriksaan.",
        dasar: "praktik",
        rumus: Rumus::Instansi(|b, id| bertemuan(b, id, false)),
        ..BUTIR
    },
    Indikator {
        kode: "TEMUAN-02",
        nama: "Pegawai dengan temuan data berat",
        definisi: "Bagian pegawai aktif yang datanya mempunyai temuan berat, misalnya melewati BUP atau NIP salah.",
        dasar: "praktik",
        rumus: Rumus::Instansi(|b, id| bertemuan(b, id, true)),
        ..BUTIR
    },
    Indikator {
        kode: "IMPOR-01",
        nama: "Umur impor data terakhir",
        definisi: "Hari sejak tanggal unduhan SIASN terbaru yang membawa perubahan bagi pegawai aktif instansi.",
        satuan: Satuan::Hari,
        dasar: "praktik",
        irama: Irama::Harian,
        rumus: Rumus::Instansi(umur),
        ..BUTIR
    },
];

/// The part of those who work with a finding, heavy ones alone when asked.
fn bertemuan(b: &Bahan<'_>, instansi: &str, heavy: bool) -> Sel {
    let r = b.register();
    let (mut all, mut found) = (0, 0);
    for i in b.orang(instansi) {
        all += 1;
        let worst = r.codes[i].severity();
        found += i64::from(if heavy { worst == Some(Severity::Berat) } else { worst.is_some() });
    }
    Ukuran::bagian(found, all).map_or_else(|| Sel::belum(TANPA_PEGAWAI), Sel::terukur)
}

/// Days since the newest download that brought something new.
fn umur(b: &Bahan<'_>, instansi: &str) -> Sel {
    let newest = b.orang(instansi).filter_map(|i| b.register().unduhan[i]).max();
    match newest {
        Some(day) => Sel::terukur(Ukuran::bulat(i64::from(b.hari.days() - day.days()).max(0))),
        None => Sel::belum("Belum ada unduhan SIASN yang diimpor untuk instansi ini."),
    }
}

/// The score of the index or of one of its dimensions, in hundredths.
fn nilai(b: &Bahan<'_>, instansi: &str, dimensi: &str) -> Sel {
    let Some(tempat) = b.tempat(instansi) else { return Sel::belum("Instansi tidak dikenal.") };
    let mutu = hitung::mutu_of(b, tempat);
    if mutu.population == 0 {
        return Sel::belum(TANPA_PEGAWAI);
    }
    let ikd = mutu.ikd(b.tables);
    let found = match dimensi {
        "" => Some(ikd.score),
        _ => ikd.dimensions.iter().find(|d| d.name == dimensi).and_then(|d| d.score),
    };
    match found {
        Some(score) => Sel::terukur(Ukuran::skor(i64::from(score))),
        None => Sel::belum("Belum ada pemeriksaan yang mengukur dimensi ini."),
    }
}
