//! The receipt of a saved file.

use super::{CRUMB, berkas, href, when};
use crate::confirm::Receipt;
use crate::task::Task;
use crate::view::{self, PerkiraanIkd, TandaTerimaView};
use crate::work::{Checked, Scores};
use host::{Answer, Ctx, html};
use web::format::skor;

/// What was saved.
pub fn receipt(ctx: &mut Ctx, task: &Task, checked: &Checked, receipt: &Receipt, scores: &Scores) -> Answer {
    let summary = checked.summary();
    let last = receipt.entries.saturating_sub(1);
    let made = receipt.taken + u64::from(receipt.absent > 0);
    let view = TandaTerimaView {
        baru: summary.new,
        berubah: summary.changed,
        sama: summary.same,
        ditolak: summary.refused,
        absent: (!receipt.partial).then_some(receipt.absent),
        entries: (made > 0).then(|| (receipt.entries.saturating_sub(made), last)),
        journal_length: receipt.entries,
        head: store::derive::hex(&receipt.root),
        ikd: Some(PerkiraanIkd {
            before: scores.before.map(skor),
            after: skor(scores.after),
            coverage: format!("{} dari {} indikator", scores.coverage.0, scores.coverage.1),
        }),
        findings: Some((scores.findings, scores.people)),
        refused_href: refused_href(task, summary.refused),
        ..plain(ctx, task)
    };
    Ok(html(view::tanda_terima(&ctx.frame("Tanda terima", &[CRUMB]), &view)))
}

/// The receipt of an import saved before this process began: the journal knows the rest.
pub fn old_receipt(ctx: &mut Ctx, task: &Task) -> Answer {
    let sizes = ctx.hall.with(store::people::journal_sizes)?;
    let number = |name| task.number(name).unwrap_or(0);
    let view = TandaTerimaView {
        baru: number("baru"),
        berubah: number("berubah"),
        sama: number("sama"),
        ditolak: number("ditolak"),
        journal_length: sizes.iter().map(|s| s.1 as u64).max().unwrap_or(0),
        head: task.summary.split(' ').find_map(|p| p.strip_prefix("kepala=")).unwrap_or("").to_owned(),
        refused_href: refused_href(task, number("ditolak")),
        ..plain(ctx, task)
    };
    Ok(html(view::tanda_terima(&ctx.frame("Tanda terima", &[CRUMB]), &view)))
}

/// What is known of every saved import.
fn plain(ctx: &Ctx, task: &Task) -> TandaTerimaView {
    TandaTerimaView {
        file: berkas(ctx, task),
        saved_at: when(task.made),
        saved_by: task.akun.clone(),
        file_hash: store::derive::hex(&task.hash),
        ..TandaTerimaView::default()
    }
}

fn refused_href(task: &Task, refused: u64) -> Option<String> {
    (refused > 0).then(|| format!("{}/ditolak.csv", href(task)))
}
