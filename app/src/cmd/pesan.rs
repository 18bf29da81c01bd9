//! `sinergi pesan`: messages and e-mail without the pages.

use super::{open_existing, tables, told};
use crate::cli::{Jalur, Pesan};
use crate::modules::modules;
use crate::say::{self, Misuse};
use anyhow::{Result, bail};
use host::Hall;
use host::surel::{Gagal, PATIENCE, Surat, Surel};
use serde_json::json;
use std::process::ExitCode;

/// The way to the mail server and the node's own address. A server without a sender or without an address
/// for links is refused: such mail would be of no use.
pub fn jalur(jalur: &Jalur) -> Result<(Option<Surel>, String)> {
    let given =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    let publik = given(&jalur.alamat_publik).unwrap_or_default().trim_end_matches('/').to_owned();
    let readable = publik.bytes().all(|b| b.is_ascii_graphic());
    if !publik.is_empty() && !(readable && (publik.starts_with("https://") || publik.starts_with("http://")))
    {
        bail!(Misuse("Tulis --alamat-publik seperti https://sinergi.prov.go.id.".into()));
    }
    let Some(url) = given(&jalur.smtp_url) else { return Ok((None, publik)) };
    let (Some(pengirim), false) = (given(&jalur.surel_pengirim), publik.is_empty()) else {
        bail!(Misuse(
            "Surel memerlukan --smtp-url, --surel-pengirim, dan --alamat-publik. Lengkapi ketiganya.".into()
        ));
    };
    Ok((Some(Surel::new(&url, &pengirim, PATIENCE).map_err(Misuse)?), publik))
}

pub fn run(command: &Pesan) -> Result<ExitCode> {
    match command {
        Pesan::Kirim { place, jalur: way, json } => {
            let (surel, publik) = jalur(way)?;
            let mut hall = Hall::new(open_existing(place)?, tables()?, true);
            (hall.surel, hall.alamat_publik) = (surel, publik);
            let done = host::pesan::putar(&hall, modules(), hall.now(), true).map_err(told)?;
            let states = hall.with(host::surat::keadaan).map_err(told)?;
            if *json {
                let states: serde_json::Map<_, _> = states.into_iter().map(|(k, n)| (k, n.into())).collect();
                crate::out!(
                    "{}",
                    json!({ "dibuat": done.dibuat, "terkirim": done.terkirim, "ditunda": done.ditunda, "gagal": done.gagal, "surel": states })
                );
            } else {
                crate::out!(
                    "{} pesan baru. Surel: {} terkirim, {} ditunda, {} gagal.",
                    done.dibuat,
                    done.terkirim,
                    done.ditunda,
                    done.gagal
                );
                if hall.surel.is_none() {
                    crate::out!("Tidak ada surel yang dikirim: --smtp-url tidak disebut.");
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        Pesan::Uji { alamat, jalur: way } => {
            if !host::surel::alamat_sah(alamat) {
                bail!(Misuse(format!("\"{alamat}\" bukan alamat surel. Tulis seperti nama@prov.go.id.")));
            }
            let (Some(surel), publik) = jalur(way)? else {
                bail!(Misuse("Sebutkan --smtp-url atau SINERGI_SMTP.".into()));
            };
            let isi = format!("Surel percobaan dari Sinergi di {publik}. Pengiriman surel berjalan.\r\n");
            let id = format!("uji-{}", store::Clock::System.now().0);
            let surat = Surat {
                kepada: alamat,
                nama: "Penerima",
                perihal: "Surel percobaan Sinergi",
                isi: &isi,
                id: &id,
            };
            match surel.kirim(&surat) {
                Ok(()) => crate::out!("Server surel menerima surel percobaan untuk {alamat}."),
                Err(Gagal::Server(why)) => {
                    bail!("Server surel tidak dapat dipakai: {}. Periksa --smtp-url.", say::plain(&why))
                }
                Err(Gagal::Sementara(why) | Gagal::Tetap(why)) => {
                    bail!("Server surel menolak surel ini: {}.", say::plain(&why))
                }
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}
