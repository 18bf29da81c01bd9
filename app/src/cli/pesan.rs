//! `sinergi pesan`, and where e-mail leaves.

use super::{Place, TEMPLATE};
use clap::{Args, Subcommand};

/// Where e-mail leaves.
#[derive(Args, Clone)]
#[command(next_help_heading = "Surel")]
pub struct Jalur {
    /// Server surel, misalnya smtps://akun:sandi@surel.prov.go.id:465; tanpa ini tidak ada surel.
    #[arg(long, env = "SINERGI_SMTP", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Alamat pengirim, misalnya sinergi@prov.go.id.
    #[arg(long, env = "SINERGI_SUREL_PENGIRIM", hide_env_values = true, value_name = "ALAMAT")]
    pub surel_pengirim: Option<String>,
    /// Alamat layanan ini di peramban, untuk tautan dalam surel, naskah, dan kode QR: https://sinergi.prov.go.id.
    #[arg(long, env = "SINERGI_ALAMAT_PUBLIK", hide_env_values = true, value_name = "URL")]
    pub alamat_publik: Option<String>,
}

#[derive(Subcommand)]
pub enum Pesan {
    /// Buat pesan dari jurnal dan pengingat, lalu kirim surel yang sudah waktunya; untuk cron bila layanan tidak berjalan.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pesan kirim --data D --smtp-url smtp://127.0.0.1:25 --surel-pengirim sinergi@prov.go.id --alamat-publik https://sinergi.prov.go.id\n\n`sinergi serve` sudah mengerjakannya sendiri. Keduanya boleh berjalan bersama: tidak ada pesan yang ganda.\n")]
    Kirim {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        jalur: Jalur,
        /// Keluaran untuk mesin.
        #[arg(long)]
        json: bool,
    },
    /// Kirim satu surel percobaan.
    #[command(help_template = TEMPLATE, after_help = "Contoh:\n  sinergi pesan uji sari@prov.go.id --smtp-url smtp://127.0.0.1:25 --surel-pengirim sinergi@prov.go.id --alamat-publik https://sinergi.prov.go.id\n")]
    Uji {
        /// Alamat surel penerima.
        #[arg(value_name = "ALAMAT")]
        alamat: String,
        #[command(flatten)]
        jalur: Jalur,
    },
}
