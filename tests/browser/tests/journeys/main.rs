//! Journeys through the real product. One browser and one province serve them all, in this order.

mod akses;
mod buka;
mod catat;
mod catat_organisasi;
mod gambar;
mod impor;
mod langkah;
mod masuk;
mod papan_ketik;
mod penempatan_utuh;
mod rakor;
mod rakor_utuh;
mod rancangan;
mod saring;
mod stage;
mod tampilan;
mod waktu;

use std::process::ExitCode;

use browser::runner::{self, Journey, Wish};
use stage::Stage;

/// `name => function`: the boxes that async functions need, written once.
macro_rules! journeys {
    ($($name:literal => $function:path),* $(,)?) => {
        &[$(($name, |stage| Box::pin($function(stage)))),*]
    };
}

const JOURNEYS: &[Journey<Stage>] = journeys![
    "masuk_pertama" => masuk::first_sign_in,
    "masuk_terkunci" => masuk::locked_out,
    "impor_sampai_pegawai" => impor::from_file_to_person,
    "catat_sk" => catat::three_acts,
    "catat_organisasi" => catat_organisasi::a_unit,
    "saring_simpan_ekspor" => saring::kept_and_taken_along,
    "buka_data" => buka::opened_and_told,
    "langkah_pertama" => langkah::from_empty,
    "rancangan" => rancangan::laid_over_people,
    "presensi_luring" => rakor::without_network,
    "notulen_dua_jendela" => rakor::two_windows,
    "rakor_utuh" => rakor_utuh::to_the_next,
    "penempatan_utuh" => penempatan_utuh::to_the_bundle,
    "dua_jam" => waktu::both_clocks,
    "hp" => tampilan::phone,
    "tema_gelap" => tampilan::dark,
    "papan_ketik" => papan_ketik::keyboard,
    "aksesibilitas" => akses::everyone,
];

/// Pictures for the documentation: not a check, taken when asked for.
const PICTURES: &[Journey<Stage>] = journeys![
    "gambar" => gambar::pictures,
    "gambar_penempatan" => penempatan_utuh::to_the_bundle,
];

fn main() -> ExitCode {
    let journeys = if std::env::var_os("SINERGI_GAMBAR").is_some() { PICTURES } else { JOURNEYS };
    let filters = match runner::wish(std::env::args().skip(1)) {
        Wish::List => {
            journeys.iter().for_each(|(name, _)| println!("{name}: test"));
            return ExitCode::SUCCESS;
        }
        Wish::Nothing => return ExitCode::SUCCESS,
        Wish::Run(filters) => filters,
    };
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(why) => return fail(&why.into()),
    };
    let outcome = runtime.block_on(async {
        let mut stage = Stage::start().await?;
        Ok(runner::run(&mut stage, journeys, &filters, Stage::after_failure).await)
    });
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => fail(&why),
    }
}

fn fail(why: &anyhow::Error) -> ExitCode {
    eprintln!("{why:#}");
    ExitCode::FAILURE
}
