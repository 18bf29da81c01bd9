//! What documents said about a unit or post, one statement a line; and their papers.

use super::{Subjek, periksa};
use crate::view::{self, BarisRiwayat, RiwayatView};
use host::{Action, Answer, Ctx, Problem, Reach, html, naskah, tanggal};
use kernel::ledger::Row;
use kernel::typed::target_text;
use kernel::{Act, EntryId, Rank};
use web::{format, url};

/// Statements on a page; a unit that changed more often than this is read in the journal.
const ROWS_MAX: usize = 200;

/// `GET /organisasi/riwayat?unit=…` or `?pos=…`.
pub fn history(ctx: &mut Ctx) -> Answer {
    let subjek = gather(ctx)?;
    let records = ctx.visitor()?.reach(Action::CatatOrganisasi) != Reach::None;
    let mut rows: Vec<&Row> = subjek.ledger.rows().iter().collect();
    let seq_of = |entry: EntryId| subjek.traces.iter().find(|t| t.entry == entry).map_or(0, |t| t.seq);
    rows.sort_by_key(|r| std::cmp::Reverse((seq_of(r.id.entry), r.id.ordinal)));
    let total = rows.len();
    rows.truncate(ROWS_MAX);
    let last = rows.first().map(|r| &subjek.ledger.head(r).document).filter(|d| d.rank >= Rank::Surat);
    let seq: Option<u64> = ctx.query("tercatat").parse().ok();
    let view = RiwayatView {
        name: subjek.name(),
        back: subjek.base(),
        rows: rows.into_iter().map(|row| line(&subjek, row, records)).collect(),
        total: total as u64,
        record_href: records.then(|| subjek.link("/organisasi/catat", &[])),
        recorded: seq.map(format::angka),
        again_href: last.filter(|_| records && seq.is_some()).map(|d| again(&subjek, d)),
    };
    let base = subjek.base();
    let frame = ctx.frame("Riwayat organisasi", &[("Beranda", "/"), ("Peta organisasi", base.as_str())]);
    Ok(html(view::riwayat(&frame, &view)))
}

/// Whose circle ends at a unit reads what stands in the map of it.
fn gather(ctx: &Ctx) -> Result<Subjek<'_>, Problem> {
    let subjek = Subjek::gather(ctx)?;
    let inside = ctx.reach() == Reach::Instansi || ctx.reaches_unit(&subjek.world, &subjek.unit);
    if inside { Ok(subjek) } else { Err(Problem::NotFound) }
}

/// The form about the same unit, with the document that was just recorded.
fn again(subjek: &Subjek<'_>, document: &kernel::Document) -> String {
    let tanggal = document.tanggal.map_or(String::new(), |day| day.dmy());
    let berkas = document.berkas.map_or(String::new(), |hash| store::derive::hex(&hash));
    let bobot = if document.rank == Rank::Surat { "surat" } else { "sk" };
    let unit = subjek.unit.as_str();
    url::link(
        "/organisasi/catat",
        &[
            ("instansi", subjek.scope()),
            ("unit", unit),
            ("bobot", bobot),
            ("jenis_dokumen", &document.jenis),
            ("nomor", &document.nomor),
            ("tanggal", &tanggal),
            ("penandatangan", &document.penandatangan),
            ("berkas_tersimpan", &berkas),
        ],
    )
}

fn line(subjek: &Subjek<'_>, row: &Row, records: bool) -> BarisRiwayat {
    let ledger = &subjek.ledger;
    let head = ledger.head(row);
    let trace = subjek.traces.iter().find(|t| t.entry == head.entry);
    let first = ledger.first(row.id);
    let stands = ledger.standing(first).is_some_and(|s| s.id == row.id);
    let act = match (row.act, stands) {
        (Act::Perubahan, true) => "",
        (Act::Perubahan, false) => "diralat atau dibatalkan",
        (Act::Ralat(_), true) => "ralat",
        (Act::Ralat(_), false) => "ralat, tidak berlaku lagi",
        (Act::Pembatalan(_), _) => "pembatalan",
    };
    let own =
        head.document.rank >= Rank::Surat && head.document.baris.is_none() && head.document.berkas.is_some();
    let entry = head.entry.to_string();
    let change = |word: &str| subjek.link("/organisasi/catat", &[(word, &target_text(first))]);
    BarisRiwayat {
        tmt: row.fact.tmt.map(tanggal),
        what: match row.act {
            Act::Pembatalan(_) => "Catatan sebelumnya dibatalkan".to_owned(),
            _ => periksa::brief(subjek, &row.fact),
        },
        act: act.to_owned(),
        document: periksa::paper(&head.document),
        paper_href: own.then(|| subjek.link("/organisasi/dokumen", &[("entri", &entry)])),
        recorded: tanggal(head.recorded.date_wib()),
        by: trace
            .map_or(String::new(), |t| format!("catatan {} oleh {}", format::angka(t.seq as u64), t.actor)),
        change: (records && stands).then(|| (change("ralat"), change("batal"))),
    }
}

/// `GET /organisasi/dokumen?unit=…&entri=…`: the paper of an entry.
pub fn document(ctx: &mut Ctx) -> Answer {
    let subjek = gather(ctx)?;
    let entry = EntryId::parse(ctx.query("entri")).ok_or(Problem::NotFound)?;
    let head = subjek.ledger.heads().iter().find(|h| h.entry == entry);
    let document = &head.ok_or(Problem::NotFound)?.document;
    // Files of an import hold other units too: they are no document of one.
    let own = document.rank >= Rank::Surat && document.baris.is_none();
    let hash = document.berkas.filter(|_| own).ok_or(Problem::NotFound)?;
    let (kind, ending, bytes) = naskah::read(&ctx.hall.node.berkas, &hash)?.ok_or(Problem::NotFound)?;
    Ok(host::http::file(&format!("dokumen-{entry}.{ending}"), kind, bytes))
}
