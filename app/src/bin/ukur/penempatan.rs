//! A placement round of a demo province from the register to the plan: everything between pressing "hitung" and the
//! kept file, without the reading of the register, which the node has done before.

use crate::Bench;
use crate::fold::best;
use crate::halaman::open;
use crate::process;
use anyhow::{Context, Result, anyhow};
use host::indikator::kursi;
use host::{Hall, World};
use kernel::tables::Jenjang;
use kernel::{Stamp, Tables};
use penempatan::isi::{Bobot, Isi, Kriteria, Pokok, PosRencana};
use penempatan::kumpul::kumpul;
use penempatan::rule::hitung::hitung;
use penempatan::rule::{Kejadian, Rencana, lipat};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// Posts of the round, where the demo has so many.
const POS: usize = 3_000;
/// Seconds allowed.
const LIMIT: f64 = 3.0;

pub fn measure(bench: &mut Bench) -> Result<()> {
    if !bench.wants("penempatan") {
        return Ok(());
    }
    let data = bench.path("penempatan").display().to_string();
    let rows = bench.rows.to_string();
    let mut demo = Command::new(&bench.program);
    process::run(demo.args(["demo", "--hanya-data", "--pegawai", &rows, "--data", &data]))?;
    let tables = Tables::bundled().map_err(|wrong| anyhow!(wrong.join("; ")))?;
    let hall = Hall::new(open(Path::new(&data))?, tables, false);
    let world = hall.present()?;
    let rencana = round(&hall, &world)?;
    let mut told = String::new();
    let mut failed = None;
    let (wall, cpu) = best(1, || match once(&hall, &world, &rencana) {
        Ok(size) => told = size,
        Err(why) => failed = Some(why),
    });
    if let Some(why) = failed {
        return Err(why);
    }
    let figure = format!("jam {:.2} s, inti utas ini {:.2} s ({told})", wall, cpu);
    bench.report.line("penempatan: register ke rencana", &figure, "≤ 3 s", Some(wall <= LIMIT));
    Ok(())
}

fn once(hall: &Hall, world: &Arc<World>, rencana: &Rencana) -> Result<String> {
    let found = kumpul(hall, world, rencana).map_err(|why| anyhow!("{why:?}"))?;
    let hasil = hitung(&found.beku).map_err(|why| anyhow!(why.1))?;
    let bytes = found.beku.tulis().len() + hasil.tulis().len();
    Ok(format!(
        "{} tempat, {} calon, {} pasangan, {} MB",
        found.beku.kursi.len(),
        found.beku.calon.len(),
        found.beku.pasangan.len(),
        bytes >> 20
    ))
}

/// A round over every administrator and pengawas post of the instansi that has most of them.
fn round(hall: &Hall, world: &World) -> Result<Rencana> {
    let seats = kursi::semua(world, &hall.tables);
    let fits = |k: &&kursi::Kursi| matches!(k.jenjang, Jenjang::Administrator | Jenjang::Pengawas);
    let count = |n: usize| seats.iter().filter(fits).filter(|k| k.instansi == n).count();
    let most = (0..world.tenants.len()).max_by_key(|n| count(*n)).context("simpul tanpa instansi")?;
    let owner = &world.tenants[most].id;
    let posts = &world.organisation(owner).context("instansi tanpa peta jabatan")?.posts;
    let own = seats.iter().filter(fits).filter(|k| k.instansi == most).take(POS);
    let pos = own
        .map(|k| PosRencana {
            pos: posts[k.at].id.clone(),
            tempat: 1,
            kritis: false,
            sebab: if k.pemegang.is_empty() { "lowong" } else { "rotasi" }.into(),
        })
        .collect();
    let pokok = Pokok {
        judul: "Ukur".into(),
        macam: "administrator_pengawas".into(),
        dasar: "pengukuran".into(),
        berlaku: world.as_of.effective,
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 500,
        batas_unit: 0,
        rotasi: true,
    };
    let weight = |kriteria: &str, bobot: u8| Bobot { kriteria: kriteria.into(), bobot };
    let bobot = vec![weight("kinerja", 50), weight("senioritas", 30), weight("pelatihan", 20)];
    let events = [Isi::Dibuka(pokok), Isi::Pos { pos }, Isi::Kriteria(Kriteria { bobot, duk: true })];
    let kejadian: Vec<Kejadian> = events
        .into_iter()
        .enumerate()
        .map(|(n, isi)| Kejadian {
            id: n.to_string(),
            instansi: owner.clone(),
            akun: String::new(),
            oleh: String::new(),
            pada: Stamp(n as i64),
            isi: Some(isi),
        })
        .collect();
    lipat("ukur", &kejadian).context("rencana tidak terbuka")
}
