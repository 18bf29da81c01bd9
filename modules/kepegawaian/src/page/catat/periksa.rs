//! The last step: before | after, and what to look at again.

use super::{Subjek, formulir};
use crate::page::pegawai::kata;
use crate::rule::catat::{Beda, Isian, Rancangan, dampak};
use host::sight::Sight;
use host::view::{CatatView, PeriksaView};
use host::{dokumen, hall, tanggal};
use kernel::{Code, Date, Value};
use web::component::perbandingan::Banding;

/// What recording would do, in words.
pub fn view(subjek: &Subjek<'_>, isian: &Isian, rancangan: &Rancangan) -> CatatView {
    let ctx = subjek.ctx;
    let instansi = subjek.world.instansi_of(subjek.i);
    let context = hall::context(&subjek.world.organisations, instansi, subjek.world.has_skp);
    let dampak = dampak(&subjek.ledger, rancangan, ctx.hall.now(), &ctx.hall.tables, &context);
    let mut changes: Vec<(Date, Vec<Banding>)> = Vec::new();
    for beda in dampak.beda.iter().filter(|b| !b.field.is_some_and(kata::is_code)) {
        let line = banding(beda, subjek.sight);
        match changes.iter_mut().find(|c| c.0 == beda.hari) {
            Some(day) => day.1.push(line),
            None => changes.push((beda.hari, vec![line])),
        }
    }
    let label = |code: &Code| code.info().label.to_owned();
    let document = &rancangan.document;
    let mut about = vec![
        ("Dokumen".to_owned(), kata::document(document)),
        ("Tanggal".to_owned(), document.tanggal.map_or(String::new(), |day| tanggal(day).short())),
        ("Penandatangan".to_owned(), document.penandatangan.clone()),
    ];
    if !isian.document.nama_berkas.is_empty() {
        about.push(("Naskah".to_owned(), isian.document.nama_berkas.clone()));
    }
    let rows = dampak.baris.iter().map(|(kind, more)| {
        let word = if *more > 0 { "bertambah" } else { "berkurang" };
        format!("{}: {word} {}", kind.info().label, more.unsigned_abs())
    });
    CatatView {
        periksa: Some(PeriksaView {
            changes: changes
                .into_iter()
                .map(|(day, lines)| (format!("Keadaan per {}", tanggal(day).short()), lines))
                .collect(),
            rows: rows.collect(),
            warnings: dokumen::warnings(&subjek.ledger, &rancangan.document, &rancangan.acts, "pegawai ini"),
            arising: dampak.temuan_baru.iter().map(label).collect(),
            settled: dampak.temuan_hilang.iter().map(label).collect(),
            document: about,
            hidden: isian.pairs(),
        }),
        ..formulir::blank(subjek)
    }
}

/// A field that would change, in words.
pub fn banding(beda: &Beda, sight: Sight) -> Banding {
    let label = beda.kind.info().label;
    let shown = |value: &Value| match beda.field {
        Some(field) => kata::shown(field, value, sight),
        None => value.as_date().map_or_else(|| value.show(), |day| tanggal(day).short()),
    };
    Banding {
        field: match beda.field {
            Some(field) if field.info().label == label => label.to_owned(),
            Some(field) => format!("{label}: {}", field.info().label),
            None => format!("{label}: TMT"),
        },
        before: beda.sebelum.as_ref().map(shown),
        after: beda.sesudah.as_ref().map(shown),
    }
}
