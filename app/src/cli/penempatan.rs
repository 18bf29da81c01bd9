//! Arguments of the commands about placement rounds and the solver.

use super::TEMPLATE;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Penempatan {
    /// Periksa bundel rencana: utuh, skornya benar, tanpa identitas, batas unit dipatuhi, dan seberapa baik ia terbukti.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi penempatan verifikasi rencana.zip\n\nTidak memerlukan data simpul, jadi tidak tahu apa yang diterbitkan: samakan SHA-256 yang dicetak dengan\nsidik pada halaman rencana atau /penempatan/periksa. Kode keluar: 0 semua lulus, 1 ada yang gagal, 2 salah pakai.\n")]
    Verifikasi(Verifikasi),
}

#[derive(Args)]
pub struct Verifikasi {
    /// Bundel (ZIP) yang diunduh dari halaman rencana.
    #[arg(value_name = "BUNDEL")]
    pub bundel: PathBuf,
}

#[derive(Subcommand)]
pub enum Solver {
    /// Cari rencana terbaik dari berkas sinergi-placement-1.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi solver selesaikan masukan --keluaran hasil\n\nMenulis plan.csv, certificate, dan summary.txt. Masukan yang sama selalu memberi dua berkas pertama yang sama.\nDengan --batas-unit, max_out pada units.csv dipatuhi dan sertifikat memuat batas atas dan selisihnya.\n")]
    Selesaikan(Selesaikan),
    /// Periksa rencana dan sertifikatnya dengan pemeriksa yang terpisah.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi solver periksa masukan hasil\n\nKode keluar: 0 semua lulus, 1 ada yang gagal, 2 salah pakai.\nSertifikat tanpa batas tidak menyatakan apa-apa tentang max_out: bila rencananya melewatinya, tertulis tidak diperiksa. Dengan --batas-unit itu gagal.\n")]
    Periksa(Periksa),
}

#[derive(Args)]
pub struct Selesaikan {
    /// Folder masukan: instance.txt, positions.csv, candidates.csv, units.csv, edges.csv.
    #[arg(value_name = "DIR")]
    pub masukan: PathBuf,
    /// Folder hasil; dibuat bila belum ada.
    #[arg(long, value_name = "DIR")]
    pub keluaran: PathBuf,
    /// Patuhi max_out pada units.csv: paling banyak sekian pemangku keluar dari tiap unit.
    #[arg(long)]
    pub batas_unit: bool,
}

#[derive(Args)]
pub struct Periksa {
    /// Folder masukan.
    #[arg(value_name = "DIR")]
    pub masukan: PathBuf,
    /// Folder hasil.
    #[arg(value_name = "DIR2")]
    pub hasil: PathBuf,
    /// Tolak rencana yang melewati max_out pada units.csv, juga bila sertifikatnya tidak memuat batas.
    #[arg(long)]
    pub batas_unit: bool,
}
