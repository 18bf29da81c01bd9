//! Arguments of the commands about the law.

use super::{Place, TEMPLATE};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Paket {
    /// Baca paket dan sebutkan semua yang keliru; tanpa jalur, paket bawaan program.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi paket periksa peraturan\n")]
    Periksa {
        /// Folder paket atau berkas .paket.
        #[arg(value_name = "JALUR")]
        paket: Option<PathBuf>,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Satukan folder paket menjadi satu berkas.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi paket susun peraturan --keluaran nasional.paket --aktif-sejak 01-12-2026\n  sinergi paket susun perda --keluaran daerah.paket --aktif-sejak 01-12-2026 --lapisan\n")]
    Susun {
        /// Folder paket.
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
        /// Berkas yang ditulis.
        #[arg(long, value_name = "BERKAS")]
        keluaran: PathBuf,
        /// Hari pertama paket ini diikuti (hh-bb-tttt).
        #[arg(long, value_name = "TANGGAL")]
        aktif_sejak: String,
        /// Hanya berisi peraturan daerah atau akta tambahan, diletakkan di atas paket yang diikuti.
        #[arg(long)]
        lapisan: bool,
    },
    /// Tanda tangani berkas paket dengan kunci simpul.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi paket tanda-tangan nasional.paket --data D\n")]
    TandaTangan {
        /// Berkas .paket.
        #[arg(value_name = "BERKAS")]
        berkas: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Bandingkan dua paket: norma, param, dan tabel mana yang baru, hilang, atau berubah.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi paket banding peraturan nasional.paket\n")]
    Banding {
        /// Paket pertama: folder atau berkas.
        #[arg(value_name = "LAMA")]
        lama: PathBuf,
        /// Paket kedua.
        #[arg(value_name = "BARU")]
        baru: PathBuf,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Telaah {
    /// Kunci norma, misalnya kp.reguler.
    #[arg(value_name = "KUNCI")]
    pub kunci: String,
    #[command(flatten)]
    pub place: Place,
    /// NIP pegawai; tanpa ini hanya fakta yang disebut.
    #[arg(long, value_name = "NIP")]
    pub nip: Option<String>,
    /// Keadaan pada hari mana (hh-bb-tttt); tanpa ini hari ini.
    #[arg(long, value_name = "TANGGAL")]
    pub berlaku: Option<String>,
    /// Sejauh yang diketahui pada hari mana; tanpa ini semua yang tercatat.
    #[arg(long, value_name = "TANGGAL")]
    pub diketahui: Option<String>,
    /// Hukum hari mana; tanpa ini sama dengan --berlaku.
    #[arg(long, value_name = "TANGGAL")]
    pub hukum: Option<String>,
    /// Hanya peraturan yang sudah diundangkan pada hari itu.
    #[arg(long, value_name = "TANGGAL")]
    pub hukum_diketahui: Option<String>,
    /// Fakta yang diberikan atau diandaikan, misalnya golongan=III/c; boleh berulang.
    #[arg(long, value_name = "FAKTA=NILAI")]
    pub fakta: Vec<String>,
    /// Paket lain: folder atau berkas.
    #[arg(long, value_name = "JALUR")]
    pub paket: Option<PathBuf>,
    /// Simpan jawabannya sebagai bukti telaah pegawai itu, dengan keperluannya.
    #[arg(long, value_name = "KEPERLUAN", requires = "nip", conflicts_with = "fakta")]
    pub simpan: Option<String>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Kasus {
    /// Berkas CSV atau folder; tanpa ini kasus bawaan program.
    #[arg(value_name = "JALUR")]
    pub jalur: Vec<PathBuf>,
    /// Paket lain: folder atau berkas.
    #[arg(long, value_name = "JALUR")]
    pub paket: Option<PathBuf>,
    /// Tampilkan banyaknya kasus tiap norma.
    #[arg(long)]
    pub rinci: bool,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Saring {
    /// Kunci norma, misalnya kp.reguler.
    #[arg(value_name = "KUNCI")]
    pub kunci: String,
    #[command(flatten)]
    pub place: Place,
    /// Keadaan pada hari mana (hh-bb-tttt); tanpa ini hari ini.
    #[arg(long, value_name = "TANGGAL")]
    pub berlaku: Option<String>,
    /// Sejauh yang diketahui pada hari mana; tanpa ini semua yang tercatat.
    #[arg(long, value_name = "TANGGAL")]
    pub diketahui: Option<String>,
    /// Hukum hari mana; tanpa ini sama dengan --berlaku.
    #[arg(long, value_name = "TANGGAL")]
    pub hukum: Option<String>,
    /// Hanya pegawai instansi ini.
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Hanya pegawai aktif, seperti halaman Penjagaan.
    #[arg(long)]
    pub aktif: bool,
    /// Jangan nilai syarat yang bertumpu pada data tertutup (disiplin), seperti halaman Penjagaan.
    #[arg(long)]
    pub tanpa_tertutup: bool,
    /// Berkas CSV: nip, jawaban, penentu, ubah_pada, waktu_terpenuhi.
    #[arg(long, value_name = "BERKAS")]
    pub keluaran: Option<PathBuf>,
    /// Paket lain: folder atau berkas.
    #[arg(long, value_name = "JALUR")]
    pub paket: Option<PathBuf>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Andaikan {
    /// Folder atau berkas draf: akta dengan susunan seperti paket.
    #[arg(value_name = "PAKET-DRAF")]
    pub draf: PathBuf,
    #[command(flatten)]
    pub place: Place,
    /// Keadaan dan hukum hari mana (hh-bb-tttt); tanpa ini hari ini.
    #[arg(long, value_name = "TANGGAL")]
    pub berlaku: Option<String>,
    /// Norma yang ditanyakan; tanpa ini semua layanan. Boleh berulang.
    #[arg(long, value_name = "KUNCI")]
    pub norma: Vec<String>,
    /// Hanya pegawai instansi ini.
    #[arg(long, value_name = "ID")]
    pub instansi: Option<String>,
    /// Keluaran untuk mesin.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Bukti {
    #[command(flatten)]
    pub place: Place,
    /// Hanya yang bertumpu pada SK yang kemudian diralat atau dibatalkan, atau pada norma yang dibaca lain.
    #[arg(long)]
    pub terkena: bool,
    /// Bandingkan dengan paket lain: folder atau berkas.
    #[arg(long, value_name = "JALUR")]
    pub paket: Option<PathBuf>,
    /// Keluaran untuk mesin: satu bukti satu baris.
    #[arg(long)]
    pub json: bool,
}
