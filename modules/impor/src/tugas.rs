//! What waits for an officer: previews nobody has confirmed, and people the last download does not name.

use crate::absent;
use crate::page::label;
use crate::task::{self, State};
use host::tugas::Tugas;
use host::{Action, Hall, Reach, Visitor};
use kernel::Date;

/// Previews that wait.
pub fn pratinjau(hall: &Hall, visitor: &Visitor, _: Date) -> store::Result<Vec<Tugas>> {
    if visitor.reach(Action::Impor) == Reach::None {
        return Ok(Vec::new());
    }
    let newest = hall.with(task::newest)?;
    let waiting = newest.iter().filter(|t| t.state == State::Waiting && t.visible_to(visitor));
    Ok(waiting
        .map(|t| {
            let id = kernel::PegawaiId(t.id);
            Tugas {
                kunci: format!("impor/{id}"),
                bidang: "Impor data",
                judul: format!("Periksa pratinjau impor: {}", label(&t.jenis)),
                rincian: t.name.clone(),
                alamat: format!("/impor/{id}"),
                tindakan: Action::Impor,
                tenggat: None,
                sejak: Some(t.made.date_wib()),
            }
        })
        .collect())
}

/// The work list "tidak ada dalam unduhan", as one task.
pub fn tidak_dalam_unduhan(hall: &Hall, visitor: &Visitor, _: Date) -> store::Result<Vec<Tugas>> {
    if visitor.reach(Action::Impor) == Reach::None {
        return Ok(Vec::new());
    }
    let count = hall.with(|conn| absent::count_open(conn, &visitor.instansi))?;
    let one = || Tugas {
        kunci: format!("tidak-dalam-unduhan/{}", visitor.instansi),
        bidang: "Impor data",
        judul: format!("Periksa {} pegawai yang tidak ada dalam unduhan", web::format::angka(count)),
        rincian: String::new(),
        alamat: "/tidak-dalam-unduhan".into(),
        tindakan: Action::Impor,
        tenggat: None,
        sejak: None,
    };
    Ok((count > 0).then(one).into_iter().collect())
}
