//! What waits for an officer: receipts to be looked at again, as one task that leads to their list.

use crate::page::menunggu;
use host::tugas::Tugas;
use host::{Action, Hall, PerEntry, Reach, Visitor};
use kernel::{Date, PegawaiId};

/// The queue follows from the journals and the pack: read when something was recorded.
static KEPT: PerEntry<Vec<PegawaiId>> = PerEntry::new();

/// Items of the queue about people of the visitor's instansi.
pub fn tinjau_ulang(hall: &Hall, visitor: &Visitor, _: Date) -> store::Result<Vec<Tugas>> {
    // Whoever may close items reaches the whole instansi and may open what is hidden.
    if visitor.reach(Action::TutupTinjau) != Reach::Instansi {
        return Ok(Vec::new());
    }
    let world = hall.present()?;
    let people = KEPT.get(&world, || menunggu(hall))?;
    let register = &world.register;
    let own = register.names.find(&visitor.instansi);
    let theirs = |id: &&PegawaiId| {
        let row = register.find(**id);
        row.is_some_and(|i| visitor.instansi.is_empty() || own == Some(register.instansi[i]))
    };
    let count = people.iter().filter(theirs).count() as u64;
    let one = || Tugas {
        kunci: format!("tinjau-ulang/{}", visitor.instansi),
        bidang: "Tinjau ulang",
        judul: format!("Tinjau ulang {} bukti telaah", web::format::angka(count)),
        rincian: "SK yang dipakainya berubah, atau normanya dibaca lain".into(),
        alamat: "/tinjau-ulang".into(),
        tindakan: Action::TutupTinjau,
        tenggat: None,
        sejak: None,
    };
    Ok((count > 0).then(one).into_iter().collect())
}
