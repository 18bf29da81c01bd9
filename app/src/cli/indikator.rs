//! Arguments of the commands about indicators.

use super::{Place, TEMPLATE};
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Indikator {
    /// Katalog: kode, nama, satuan, arah, dan cara mengukurnya.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi indikator daftar --json\n")]
    Daftar {
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Hitung tanpa menyimpan, dengan sidik hasilnya.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi indikator hitung --data D --berlaku 30-09-2026 --kode JAB-03 --kode JAB-07\n\nPertanyaan yang sama selalu mempunyai sidik yang sama.\n")]
    Hitung(Hitung),
    /// Hitung dan simpan satu hari untuk semua instansi.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi indikator ukur --data D --berlaku 30-09-2026\n\nHasil yang sama tidak disimpan dua kali.\n")]
    Ukur(Ukur),
    /// Hitung ulang angka yang tersimpan dari jurnal saat itu, lalu bandingkan.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi indikator bukti JAB-03 --data D --berlaku 30-09-2026 --instansi A5EB03E23B4BF6A0E040640A040252AD\n\nKode keluar: 0 sama, 1 berbeda atau belum disimpan, 2 salah pakai.\n")]
    Bukti(Bukti),
    /// Catat angka yang dilaporkan instansi.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi indikator lapor BELANJA-01 --data D --instansi ID --tanggal 31-12-2025 --nilai 31,4 --sumber \"LRA 2025\"\n")]
    Lapor(Lapor),
    /// Tetapkan sasaran instansi untuk akhir satu tahun.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi indikator sasaran JAB-03 --data D --instansi ID --tahun 2027 --nilai 5 --dasar \"Rumusan Rakor 2026\"\n")]
    Sasaran(Sasaran),
}

#[derive(Args)]
pub struct Hitung {
    /// Hari yang diukur (hh-bb-tttt); hari ini bila tidak disebut.
    #[arg(long, value_name = "TANGGAL")]
    pub berlaku: Option<String>,
    /// Menurut yang tercatat sampai akhir hari ini (hh-bb-tttt).
    #[arg(long, value_name = "TANGGAL")]
    pub diketahui: Option<String>,
    /// Hanya instansi ini.
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Hanya indikator ini; dapat disebut beberapa kali.
    #[arg(long, value_name = "KODE")]
    pub kode: Vec<String>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Args)]
pub struct Ukur {
    /// Hari yang diukur (hh-bb-tttt); hari ini bila tidak disebut.
    #[arg(long, value_name = "TANGGAL")]
    pub berlaku: Option<String>,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Args)]
pub struct Bukti {
    /// Kode indikator.
    #[arg(value_name = "KODE")]
    pub kode: String,
    /// Hari yang diukur (hh-bb-tttt).
    #[arg(long, value_name = "TANGGAL")]
    pub berlaku: String,
    /// Instansinya; semua instansi bersama bila tidak disebut.
    #[arg(long, value_name = "ID", default_value = "")]
    pub instansi: String,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Args)]
pub struct Lapor {
    /// Kode indikator.
    #[arg(value_name = "KODE")]
    pub kode: String,
    /// Instansinya.
    #[arg(long, value_name = "ID")]
    pub instansi: String,
    /// Hari yang dibicarakan angka itu (hh-bb-tttt).
    #[arg(long, value_name = "TANGGAL")]
    pub tanggal: String,
    /// Angkanya, paling banyak dua angka di belakang koma.
    #[arg(long, value_name = "ANGKA")]
    pub nilai: String,
    /// Dari mana angka itu.
    #[arg(long, value_name = "TEKS")]
    pub sumber: String,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Args)]
pub struct Sasaran {
    /// Kode indikator.
    #[arg(value_name = "KODE")]
    pub kode: String,
    /// Instansinya.
    #[arg(long, value_name = "ID")]
    pub instansi: String,
    /// Tahun yang pada akhirnya sasaran itu tercapai.
    #[arg(long, value_name = "TAHUN")]
    pub tahun: i16,
    /// Sasarannya, paling banyak dua angka di belakang koma.
    #[arg(long, value_name = "ANGKA")]
    pub nilai: String,
    /// Dasar penetapannya.
    #[arg(long, value_name = "TEKS")]
    pub dasar: String,
    #[command(flatten)]
    pub place: Place,
}
