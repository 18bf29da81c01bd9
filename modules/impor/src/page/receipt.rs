//! The receipt of a saved file: from what was kept with the import, so that it says the same for ever.

use super::{CRUMB, berkas, href, when};
use crate::task::Task;
use crate::view::{self, PerkiraanIkd, TandaTerimaView};
use host::{Answer, Ctx, html};
use web::format::skor;

/// What was saved.
pub fn receipt(ctx: &mut Ctx, task: &Task) -> Answer {
    let number = |name| task.number(name).unwrap_or(0);
    let small = |name| task.number(name).and_then(|n| u32::try_from(n).ok());
    // Imports of an earlier program did not note the length of the journal and what follows from it.
    let length = task.number("panjang");
    let made = number("tersimpan") + u64::from(number("tidak_ada") > 0);
    let saved_at = task.word("pada").and_then(|micros| micros.parse().ok()).map(kernel::Stamp);
    let view = TandaTerimaView {
        file: berkas(ctx, task),
        saved_at: when(saved_at.unwrap_or(task.made)),
        saved_by: task.word("oleh").unwrap_or(&task.akun).to_owned(),
        baru: number("baru"),
        berubah: number("berubah"),
        sama: number("sama"),
        ditolak: number("ditolak"),
        absent: task.number("tidak_ada"),
        entries: length
            .filter(|_| made > 0)
            .map(|length| (length.saturating_sub(made), length.saturating_sub(1))),
        journal_length: length,
        head: task.word("kepala").unwrap_or("").to_owned(),
        file_hash: store::derive::hex(&task.hash),
        ikd: small("ikd").map(|after| PerkiraanIkd {
            before: small("ikd_sebelum").map(skor),
            after: skor(after),
            coverage: format!("{} dari {} indikator", number("terukur"), number("indikator")),
        }),
        findings: task.number("temuan").map(|findings| (findings, number("orang"))),
        refused_href: (number("ditolak") > 0).then(|| format!("{}/ditolak.csv", href(task))),
    };
    Ok(html(view::tanda_terima(&ctx.frame("Tanda terima", &[CRUMB]), &view)))
}
