//! The command line: flags, environment and help from one declaration.

// Panjang: every command with its options and its help stands here; longer families have files of their own.

mod catat;
mod hukum;
pub mod indikator;
pub mod penempatan;
mod pesan;

pub use self::penempatan::{Penempatan, Solver};
pub use hukum::{Andaikan, Bukti, Kasus, Paket, Saring, Telaah};
pub use indikator::Indikator;
pub use pesan::{Jalur, Pesan};

use clap::{Args, CommandFactory, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

const TEMPLATE: &str = "{about}\n\nPemakaian: {usage}\n\n{all-args}{after-help}";

/// Register kepegawaian provinsi dan kabupaten/kota: dari berkas nominatif sampai halaman pegawai.
#[derive(Parser)]
#[command(
    name = "sinergi",
    version,
    about = "Sinergi: register kepegawaian provinsi dan kabupaten/kota",
    help_template = TEMPLATE,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_help_heading = "Perintah",
    subcommand_value_name = "PERINTAH",
    next_help_heading = "Pilihan",
    after_help = "Contoh:\n  sinergi demo\n  sinergi impor nominatif pegawai.xlsx --data data-bkd --pratinjau\n  sinergi jurnal periksa --data data-bkd\n"
)]
pub struct Cli {
    /// Tampilkan bantuan ini.
    #[arg(short = 'h', long = "help", visible_alias = "bantuan", action = clap::ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Tampilkan versi program.
    #[arg(long = "version", visible_alias = "versi", action = clap::ArgAction::Version)]
    version: Option<bool>,
    /// Apa yang dikerjakan.
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// The arguments with `bantuan impor` and `help impor` turned into `impor --help`.
    pub fn arguments(given: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
        let mut args: Vec<OsString> = given.into_iter().collect();
        if args.get(1).is_some_and(|word| word == "help" || word == "bantuan") {
            args.remove(1);
            args.push("--help".into());
        }
        args
    }

    /// The command the arguments speak of, as far as they can be followed: `sinergi impor`.
    pub fn path(args: &[OsString]) -> String {
        let (mut command, mut path) = (Cli::command(), String::from("sinergi"));
        for word in args.iter().skip(1).filter_map(|a| a.to_str()).filter(|a| !a.starts_with('-')) {
            let Some(sub) = command.find_subcommand(word).cloned() else { break };
            (path, command) = (format!("{path} {word}"), sub);
        }
        path
    }
}

/// Where the node is.
#[derive(Args, Clone)]
#[command(next_help_heading = "Pilihan")]
pub struct Place {
    /// Folder data simpul (basis data SQLite, kunci, berkas).
    #[arg(long, value_name = "FOLDER", env = "SINERGI_DATA", hide_env_values = true)]
    pub data: Option<PathBuf>,
    /// Basis data PostgreSQL 15+, misalnya postgres://sinergi@localhost/sinergi.
    #[arg(long, value_name = "URL", env = "SINERGI_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Buat provinsi rekaan dan layani halamannya.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi demo --pegawai 5000\n")]
    Demo(Demo),
    /// Buat simpul baru untuk sebuah instansi.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi mulai\n  sinergi mulai --data data-bkd --instansi A5EB03E23B4BF6A0E040640A040252AD --nama \"Pemerintah Provinsi Bumi Raya\"\n")]
    Mulai(Mulai),
    /// Layani halaman web.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi serve --data D --alamat 127.0.0.1:8080 --di-belakang-tls\n")]
    Serve(Serve),
    /// Ambil berkas: nominatif, unor, peta, kontrak, skp, riwayat-<jenis>.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi impor nominatif pegawai.csv --data D --pratinjau --json\n  sinergi impor nominatif pegawai.csv --data D --ya\n  sinergi impor unor unor.csv --data D --ya\n  sinergi impor riwayat-golongan golongan.csv --data D --ya\n\nJenis riwayat: golongan, jabatan, unit_kerja, pendidikan, diklat, kinerja, hukuman_disiplin, keluarga, angka_kredit,\npenghargaan, gaji_berkala, cuti, penugasan, perjanjian_kerja, pemberhentian, dan lainnya menurut docs/operasi.md.\n\nKode keluar: 0 dijalankan (juga bila ada baris ditolak), 1 tidak ada yang diambil, 2 salah pakai.\n")]
    Impor(Impor),
    /// Catat isi dokumen tentang pegawai dari berkas: satu hal sebaris, seperti formulir Catat SK.
    #[command(help_template = TEMPLATE, after_help = catat::HELP)]
    Catat(Catat),
    /// Tulis berkas: nominatif, riwayat-<jenis>, perbaikan.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi ekspor nominatif --data D --keluaran nominatif.xlsx\n  sinergi ekspor nominatif --data D --keluaran nominatif.csv\n  sinergi ekspor perbaikan --data D --keluaran perbaikan.zip\n")]
    Ekspor(Ekspor),
    /// Periksa jurnal, bangun ulang tabel darinya, atau ganti kuncinya.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi jurnal periksa --data D\n  sinergi jurnal bangun-ulang --data D\n  sinergi jurnal kunci --data D\n")]
    Jurnal {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Jurnal,
    },
    /// Cadangkan simpul ke satu berkas, periksa cadangan, atau pulihkan.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi cadangan buat /cadangan --data D\n  sinergi cadangan periksa /cadangan/sinergi-2026-11-22-0130.cadangan\n  sinergi cadangan pulihkan /cadangan/sinergi-2026-11-22-0130.cadangan --data D-baru\n")]
    Cadangan {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Cadangan,
    },
    /// Kelola akun pengguna.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi pengguna tambah sari --nama \"Sari Maharani\" --peran petugas --data D\n")]
    Pengguna {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Pengguna,
    },
    /// Buat dan kirim pesan, atau uji pengiriman surel.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi pesan kirim --data D\n  sinergi pesan uji sari@prov.go.id --smtp-url smtp://127.0.0.1:25 --surel-pengirim sinergi@prov.go.id --alamat-publik https://sinergi.prov.go.id\n")]
    Pesan {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Pesan,
    },
    /// Periksa, satukan, tanda tangani, atau bandingkan paket peraturan.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi paket periksa peraturan\n  sinergi paket susun peraturan --keluaran nasional.paket --aktif-sejak 01-12-2026\n  sinergi paket tanda-tangan nasional.paket --data D\n  sinergi paket banding peraturan nasional.paket\n")]
    Paket {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Paket,
    },
    /// Tanyakan satu norma tentang satu pegawai atau satu perkara, dengan alasannya.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi telaah kp.reguler --nip 198203092005011004 --data D\n  sinergi telaah kp.reguler --nip 198203092005011004 --data D --berlaku 01-04-2027 --hukum 19-05-2025 --json\n  sinergi telaah pemberhentian.tmt --berlaku 01-12-2026 --fakta jenis_asn=PNS --fakta tanggal_inkracht=2014-06-12 --fakta tanggal_keputusan_berhenti=2018-12-20\n  sinergi telaah kp.reguler --nip 198203092005011004 --data D --simpan \"usul kenaikan pangkat\"\n\nKode keluar: 0 terjawab, apa pun jawabannya; 1 pegawai atau norma tidak ada; 2 salah pakai.\n")]
    Telaah(Telaah),
    /// Daftar bukti telaah yang tersimpan, atau yang perlu ditinjau ulang.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi bukti --data D\n  sinergi bukti --data D --terkena --json\n")]
    Bukti(Bukti),
    /// Hitung, simpan, dan buktikan indikator.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi indikator daftar\n  sinergi indikator hitung --data D --berlaku 30-09-2026 --json\n  sinergi indikator ukur --data D --berlaku 30-09-2026\n  sinergi indikator bukti JAB-03 --data D --berlaku 30-09-2026\n")]
    Indikator {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Indikator,
    },
    /// Periksa bundel rencana mutasi.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi penempatan verifikasi rencana.zip\n")]
    Penempatan {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Penempatan,
    },
    /// Cari dan periksa penempatan terbaik dari berkas.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, after_help = "Contoh:\n  sinergi solver selesaikan masukan --keluaran hasil\n  sinergi solver periksa masukan hasil\n")]
    Solver {
        /// Apa yang dikerjakan.
        #[command(subcommand)]
        command: Solver,
    },
    /// Jalankan tabel kasus: pertanyaan hukum beserta jawaban yang benar.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi kasus peraturan/kasus\n  sinergi kasus kasus-kami.csv --paket nasional.paket\n\nTanpa --paket dipakai paket bawaan program. Kode keluar: 0 semua lulus, 1 ada yang gagal, 2 salah pakai.\n")]
    Kasus(Kasus),
    /// Tanyakan satu norma tentang semua pegawai sekaligus.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi saring kp.reguler --data D --berlaku 01-12-2026 --keluaran kp.csv\n  sinergi saring kp.reguler --data D --berlaku 01-12-2026 --aktif --tanpa-tertutup\n\nYang kedua memberi angka yang sama dengan Rekap jawaban pada halaman Penjagaan tanggal itu.\n")]
    Saring(Saring),
    /// Letakkan draf peraturan di atas paket dan lihat siapa yang terkena, menurut unit; tidak ada yang dicatat.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi andaikan draf-pp --data D --berlaku 01-12-2026\n  sinergi andaikan draf-pp --data D --norma kp.reguler --json\n")]
    Andaikan(Andaikan),
    /// Tampilkan tabel basis data: untuk SQLite, PostgreSQL, atau Citus.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi skema --mesin postgres\n")]
    Skema(Skema),
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Demo {
    #[command(flatten)]
    pub place: Place,
    /// Banyaknya pegawai, 500 sampai 200.000; tanpa ini 60.000.
    #[arg(long, value_name = "N")]
    pub pegawai: Option<u64>,
    /// Benih acak: benih yang sama memberi data yang sama.
    #[arg(long, default_value_t = 2_026, value_name = "N")]
    pub benih: u64,
    /// Jam simpul demo (hh-bb-tttt); hanya untuk folder demo.
    #[arg(long, value_name = "TANGGAL")]
    pub jam: Option<String>,
    /// Alamat dan porta layanan.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ALAMAT")]
    pub alamat: String,
    /// Jangan buka peramban.
    #[arg(long)]
    pub tanpa_buka: bool,
    /// Hanya buat datanya, jangan layani.
    #[arg(long)]
    pub hanya_data: bool,
}

#[derive(Args, Clone)]
#[command(next_help_heading = "Pilihan")]
pub struct Mulai {
    #[command(flatten)]
    pub place: Place,
    /// ID instansi menurut BKN; di terminal ditanyakan bila tidak disebut.
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Nama instansi; di terminal ditanyakan bila tidak disebut.
    #[arg(long, value_name = "NAMA")]
    pub nama: Option<String>,
    /// Nama lengkap administrator pertama.
    #[arg(long, value_name = "NAMA")]
    pub administrator: Option<String>,
    /// Layani instansi ini di samping yang sudah dilayani.
    #[arg(long)]
    pub tambahan: bool,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,
    /// Alamat dan porta layanan.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ALAMAT")]
    pub alamat: String,
    /// Layanan berada di belakang proksi TLS: kuki hanya lewat https.
    #[arg(long)]
    pub di_belakang_tls: bool,
    /// Sertifikat TLS (PEM, berikut rantainya): layani https langsung, tanpa proksi.
    #[arg(long, value_name = "BERKAS", requires = "tls_key", conflicts_with = "di_belakang_tls")]
    pub tls_cert: Option<PathBuf>,
    /// Kunci sertifikat itu (PEM).
    #[arg(long, value_name = "BERKAS", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Ikuti berkas paket peraturan ini (ditandatangani) sejak tanggal aktifnya; boleh berulang.
    #[arg(long, value_name = "BERKAS", env = "SINERGI_PAKET", value_delimiter = ',')]
    pub paket: Vec<PathBuf>,
    /// Administrator wajib memasang aplikasi autentikator sebelum bekerja.
    #[arg(long)]
    pub wajib_autentikator: bool,
    /// Catatan sebagai JSON.
    #[arg(long)]
    pub json: bool,
    /// Permintaan API per menit untuk setiap token.
    #[arg(long, default_value_t = host::api::limit::A_MINUTE, env = "SINERGI_API_PER_MENIT", value_name = "BANYAK")]
    pub api_per_menit: u32,
    /// Token untuk membaca /metrik dari luar server ini; tanpa ini hanya dari server ini.
    #[arg(long, env = "SINERGI_TOKEN_METRIK", hide_env_values = true, value_name = "TOKEN")]
    pub token_metrik: Option<String>,
    #[command(flatten)]
    pub jalur: Jalur,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Impor {
    /// Jenis berkas.
    #[arg(value_name = "JENIS")]
    pub jenis: String,
    /// Berkas CSV atau XLSX.
    #[arg(value_name = "BERKAS")]
    pub berkas: PathBuf,
    #[command(flatten)]
    pub place: Place,
    /// Data per tanggal (hh-bb-tttt); tanpa ini hari ini.
    #[arg(long, value_name = "TANGGAL")]
    pub per_tanggal: Option<String>,
    /// Lembar buku kerja yang dibaca.
    #[arg(long, value_name = "NAMA")]
    pub lembar: Option<String>,
    /// Instansi pemilik data (ID BKN), bila simpul melayani beberapa.
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Periksa saja, jangan simpan apa pun.
    #[arg(long, conflicts_with = "ya")]
    pub pratinjau: bool,
    /// Simpan semua baris yang tidak ditolak, tanpa bertanya.
    #[arg(long)]
    pub ya: bool,
    /// Tulis baris yang ditolak ke berkas ini, siap diperbaiki dan dikirim ulang.
    #[arg(long, value_name = "BERKAS")]
    pub tolakan: Option<PathBuf>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Catat {
    /// Berkas CSV atau XLSX, paling banyak 50.000 baris.
    #[arg(value_name = "BERKAS")]
    pub berkas: PathBuf,
    #[command(flatten)]
    pub place: Place,
    /// Folder naskah (PDF, JPEG, PNG) yang disebut kolom berkas.
    #[arg(long, value_name = "FOLDER")]
    pub berkas_dokumen: Option<PathBuf>,
    /// Lembar buku kerja yang dibaca.
    #[arg(long, value_name = "NAMA")]
    pub lembar: Option<String>,
    /// Hanya pegawai instansi ini (ID BKN).
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Periksa saja, jangan catat apa pun.
    #[arg(long, conflicts_with = "ya")]
    pub pratinjau: bool,
    /// Catat semua yang tidak ditolak, tanpa bertanya.
    #[arg(long)]
    pub ya: bool,
    /// Tulis baris yang ditolak ke berkas ini, siap diperbaiki dan dikirim ulang.
    #[arg(long, value_name = "BERKAS")]
    pub tolakan: Option<PathBuf>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Ekspor {
    /// Jenis berkas.
    #[arg(value_name = "JENIS")]
    pub jenis: String,
    #[command(flatten)]
    pub place: Place,
    /// Berkas yang ditulis, .csv atau (nominatif) .xlsx; "-" untuk keluaran baku.
    #[arg(long, value_name = "BERKAS")]
    pub keluaran: PathBuf,
    /// Hanya instansi ini (ID BKN).
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum Jurnal {
    /// Periksa rantai, tanda tangan, dan kecocokan tabel dengan jurnal; tidak mengubah apa pun.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi jurnal periksa --data D\n  sinergi jurnal periksa --data D --kunci 0123456789abcdef0123456789abcdef\n  sinergi jurnal periksa --data D --berkas\n\nFolder data boleh berada di tempat yang hanya dapat dibaca.\n\nKode keluar: 0 utuh, 1 tidak utuh, 2 salah pakai, 3 tidak dapat diperiksa.\n")]
    Periksa {
        #[command(flatten)]
        place: Place,
        /// Sidik kunci yang dicatat di luar server; boleh beberapa kali. Kunci lain harus disebut oleh kunci itu.
        #[arg(long, value_name = "SIDIK")]
        kunci: Vec<String>,
        /// Periksa juga isi setiap berkas yang disebut dokumen dan tugas impor; kira-kira 1 menit per 10 GB, lebih lama bila foldernya di jaringan.
        #[arg(long)]
        berkas: bool,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Periksa jurnal, lalu buang tabel turunan dan bangun lagi darinya; jurnal yang tidak utuh ditolak.
    #[command(name = "bangun-ulang", help_template = TEMPLATE, after_help = "Contoh:\n  sinergi jurnal bangun-ulang --data D\n")]
    BangunUlang {
        #[command(flatten)]
        place: Place,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Sebutkan kunci yang menandatangani jurnal, atau ganti kuncinya.
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Perintah", subcommand_value_name = "PERINTAH", disable_help_subcommand = true, args_conflicts_with_subcommands = true, after_help = "Contoh:\n  sinergi jurnal kunci --data D\n  sinergi jurnal kunci ganti --data D --alasan \"kunci dicurigai bocor\"\n")]
    Kunci {
        /// Apa yang dikerjakan; tanpa ini sebutkan kuncinya.
        #[command(subcommand)]
        command: Option<Kunci>,
        #[command(flatten)]
        place: Place,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
pub enum Cadangan {
    /// Tulis seluruh simpul ke satu berkas; layanan boleh tetap berjalan.
    #[command(help_template = TEMPLATE, after_help = "Berkas cadangan RAHASIA: memuat kunci simpul, akun, dan seluruh data pegawai. Haknya 0600; simpan di tempat yang\nsama terjaganya dengan server, dan jangan dikirim tanpa disandikan.\n\nContoh:\n  sinergi cadangan buat /cadangan --data D\n  sinergi cadangan buat /cadangan/sebelum-pembaruan.cadangan --data D --json\n")]
    Buat {
        /// Berkas yang ditulis (belum boleh ada), atau folder: namanya lalu menurut hari dan jam.
        #[arg(value_name = "TEMPAT")]
        tempat: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Periksa jumlah periksa dan jurnal di dalam cadangan; tidak perlu basis data.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi cadangan periksa /cadangan/sinergi-2026-11-22-0130.cadangan\n\nKode keluar: 0 utuh, 1 tidak utuh, 2 salah pakai, 3 tidak dapat diperiksa.\n")]
    Periksa {
        /// Berkas cadangan.
        #[arg(value_name = "BERKAS")]
        berkas: PathBuf,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Pulihkan cadangan ke simpul kosong, SQLite atau PostgreSQL: seluruhnya atau tidak sama sekali.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi cadangan pulihkan C.cadangan --data D-baru\n  sinergi cadangan pulihkan C.cadangan --data D-baru --database postgres://sinergi@localhost/sinergi_baru\n\nFolder dan basis datanya harus kosong. Yang tercatat sesudah cadangan dibuat tidak ikut; lihat docs/operasi.md.\n")]
    Pulihkan {
        /// Berkas cadangan.
        #[arg(value_name = "BERKAS")]
        berkas: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
pub enum Kunci {
    /// Buat kunci baru; kunci lama ikut menandatangani penggantian bila masih ada.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi jurnal kunci ganti --data D --alasan \"kunci dicurigai bocor\"\n")]
    Ganti {
        #[command(flatten)]
        place: Place,
        /// Mengapa kunci diganti; tercatat untuk seterusnya.
        #[arg(long, value_name = "ALASAN")]
        alasan: String,
    },
}

#[derive(Subcommand)]
pub enum Pengguna {
    /// Tambah akun; sandi sekali pakainya dicetak sekali.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna tambah sari --nama \"Sari Maharani\" --peran petugas --data D\n")]
    Tambah {
        /// Nama untuk masuk.
        #[arg(value_name = "AKUN")]
        akun: String,
        #[command(flatten)]
        place: Place,
        /// Nama lengkap.
        #[arg(long, value_name = "NAMA")]
        nama: String,
        /// Peran: super, petugas (atau petugas_data, petugas_mutasi, petugas_pengembangan, petugas_kinerja), operator, organisasi, hukum, korpri, tpk, notulis, pimpinan, penilai, pegawai, auditor.
        #[arg(long, value_name = "PERAN")]
        peran: String,
        /// Instansi (ID BKN); tanpa ini instansi pertama, untuk super semua.
        #[arg(long, value_name = "ID")]
        instansi: Option<String>,
        /// Unit kerja seorang operator atau pejabat penilai (ID unor).
        #[arg(long, value_name = "ID", default_value = "")]
        unit: String,
        /// NIP orangnya, untuk peran pegawai.
        #[arg(long, value_name = "NIP")]
        nip: Option<String>,
    },
    /// Daftar akun.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna daftar --data D\n")]
    Daftar {
        #[command(flatten)]
        place: Place,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Beri sandi sekali pakai yang baru.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna sandi sari --data D\n")]
    Sandi {
        /// Nama akun.
        #[arg(value_name = "AKUN")]
        akun: String,
        #[command(flatten)]
        place: Place,
    },
    /// Buat token API sebuah akun; token dicetak sekali.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna token sari --nama Absensi --izin pegawai:baca,mutu:baca --data D\n")]
    Token {
        /// Nama akun.
        #[arg(value_name = "AKUN")]
        akun: String,
        #[command(flatten)]
        place: Place,
        /// Nama program yang memakainya.
        #[arg(long, value_name = "NAMA")]
        nama: String,
        /// Izin, dipisah koma: pegawai:baca, organisasi:baca, mutu:baca, jurnal:baca, statistik:baca.
        #[arg(long, value_name = "IZIN", value_delimiter = ',', required = true)]
        izin: Vec<String>,
        /// Masa berlaku dalam hari, paling lama 366.
        #[arg(long, default_value_t = 90, value_name = "HARI")]
        hari: u16,
    },
    /// Tutup akun dan akhiri sesinya.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna tutup sari --data D\n")]
    Tutup {
        /// Nama akun.
        #[arg(value_name = "AKUN")]
        akun: String,
        #[command(flatten)]
        place: Place,
    },
    /// Lepas aplikasi autentikator akun yang kehilangan ponselnya.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna lepas-autentikator sari --data D\n")]
    LepasAutentikator {
        /// Nama akun.
        #[arg(value_name = "AKUN")]
        akun: String,
        #[command(flatten)]
        place: Place,
    },
    /// Buka lagi akun yang ditutup.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pengguna buka sari --data D\n")]
    Buka {
        /// Nama akun.
        #[arg(value_name = "AKUN")]
        akun: String,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Skema {
    /// sqlite, postgres, atau citus.
    #[arg(long, default_value = "sqlite", value_name = "MESIN")]
    pub mesin: String,
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    fn each(command: &mut clap::Command, path: &str, seen: &mut Vec<(String, String)>) {
        let path = format!("{path} {}", command.get_name());
        seen.push((path.clone(), crate::say::indonesian(&command.render_long_help().to_string())));
        command.get_subcommands_mut().for_each(|sub| each(sub, &path, seen));
    }

    #[test]
    fn every_help_is_indonesian_and_has_an_example() {
        let (mut command, mut seen) = (Cli::command(), Vec::new());
        command.build();
        each(&mut command, "", &mut seen);
        assert!(seen.len() >= 18, "{}", seen.len());
        const ENGLISH: [&str; 10] = [
            "OPTIONS",
            "Options",
            "Usage",
            "Commands",
            "Arguments",
            "default",
            "possible",
            "alias",
            "env:",
            "Print",
        ];
        for (path, help) in seen {
            assert!(help.contains("Contoh:\n  sinergi"), "{path} has no example:\n{help}");
            let left = ENGLISH.iter().find(|word| help.contains(*word));
            assert_eq!(left, None, "{path}:\n{help}");
        }
    }

    /// The words of a command as a shell would split them; `…` stands for more of the same.
    fn words(line: &str) -> Vec<String> {
        let (mut words, mut quoted) = (vec![String::new()], false);
        for c in line.split(" #").next().unwrap_or_default().chars() {
            match c {
                '"' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                c => words.last_mut().expect("a word").push(c),
            }
        }
        words.retain(|w| !w.is_empty());
        if words.last().is_some_and(|w| w == "…") {
            words.pop();
            words.pop_if(|w| w.starts_with("--"));
        }
        words
    }

    /// Every command a document or a help text shows is one of this program.
    #[test]
    fn commands_shown_are_commands_that_exist() {
        use clap::error::ErrorKind;
        let (mut command, mut helps) = (Cli::command(), Vec::new());
        command.build();
        each(&mut command, "", &mut helps);
        let mut shown: Vec<(String, String)> = Vec::new();
        for (path, help) in helps {
            let lines =
                help.lines().filter_map(|l| l.strip_prefix("  ")).filter(|l| l.starts_with("sinergi "));
            shown.extend(lines.map(|l| (path.clone(), l.to_owned())));
        }
        for name in ["README.md", "docs/operasi.md"] {
            let path = format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).expect("document");
            let inline = text.split('`').skip(1).step_by(2).map(|code| code.replace('\n', " "));
            let all = inline.chain(text.lines().map(str::to_owned)).filter(|c| c.starts_with("sinergi "));
            shown.extend(all.map(|code| (name.to_owned(), code)));
        }
        assert!(shown.len() > 40, "{}", shown.len());
        for (place, line) in shown {
            let kind = Cli::command().try_get_matches_from(words(&line)).map_err(|e| e.kind()).err();
            let named_only = [
                ErrorKind::MissingRequiredArgument,
                ErrorKind::DisplayHelp,
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
            ];
            assert!(kind.is_none_or(|k| named_only.contains(&k)), "{place}: {line}: {kind:?}");
        }
    }
}
