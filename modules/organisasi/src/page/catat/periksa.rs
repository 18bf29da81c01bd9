//! The last step: before | after, and what to look at again.

use super::{Subjek, formulir};
use crate::rule::catat::{Apa, Isian, Rancangan, held};
use host::view::{CatatView, PeriksaView};
use host::{dokumen, tanggal};
use kernel::{Act, Date, Document, Fact, Field, Kind, Ledger, Stamp, Value};
use web::component::perbandingan::Banding;

/// What recording would do, in words.
pub fn view(
    subjek: &Subjek<'_>,
    apa: Apa,
    isian: &Isian,
    rancangan: &Rancangan,
    ledger: &Ledger,
) -> CatatView {
    let (document, today) = (&rancangan.document, subjek.ctx.hall.today());
    let after = rancangan.upon(ledger, Stamp::MAX);
    let mut changes: Vec<(String, Vec<Banding>)> = Vec::new();
    for day in days(rancangan, ledger, today) {
        let lines = beda(subjek, &held(ledger, subjek.kind(), day), &held(&after, subjek.kind(), day));
        let known = changes.last().map(|c| &c.1);
        if !lines.is_empty() && known != Some(&lines) {
            changes.push((format!("Keadaan per {}", tanggal(day).short()), lines));
        }
    }
    let mut about = vec![
        ("Dokumen".to_owned(), paper(document)),
        ("Tanggal".to_owned(), document.tanggal.map_or(String::new(), |day| tanggal(day).short())),
        ("Penandatangan".to_owned(), document.penandatangan.clone()),
    ];
    for (label, text) in [("Naskah", &isian.document.nama_berkas), ("Alasan", &isian.alasan)] {
        if !text.is_empty() {
            about.push((label.to_owned(), text.clone()));
        }
    }
    let warnings = dokumen::warnings(ledger, document, &rancangan.acts, "unit atau pos ini");
    CatatView {
        title: apa.title().to_owned(),
        periksa: Some(PeriksaView {
            changes,
            warnings,
            document: about,
            hidden: isian.pairs(),
            ..PeriksaView::default()
        }),
        ..formulir::blank(subjek)
    }
}

/// The days a draft speaks of: its own, that of what it corrects, and today.
fn days(rancangan: &Rancangan, ledger: &Ledger, today: Date) -> Vec<Date> {
    let mut days = vec![today];
    for (act, fact) in &rancangan.acts {
        days.extend(fact.tmt);
        if let Act::Ralat(target) | Act::Pembatalan(target) = act {
            days.extend(ledger.standing(*target).map(|row| ledger.since(row)));
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn beda(subjek: &Subjek<'_>, before: &Fact, after: &Fact) -> Vec<Banding> {
    let fields = subjek.kind().info().fields.iter().filter(|f| before.get(**f) != after.get(**f));
    let shown = |fact: &Fact, field: Field| fact.get(field).map(|value| shown(subjek, field, value));
    let line = |field: &Field| Banding {
        field: field.info().label.to_owned(),
        before: shown(before, *field),
        after: shown(after, *field),
    };
    fields.map(line).collect()
}

/// A value as people read it: ids by what they name.
pub fn shown(subjek: &Subjek<'_>, field: Field, value: &Value) -> String {
    let text = value.show();
    match field {
        Field::UnorAtasan | Field::PosUnor => subjek.unit_name(&text),
        Field::PosJenis => {
            subjek.ctx.hall.tables.jenis_jabatan(&text).map_or(text, |item| item.nama.to_string())
        }
        _ => text,
    }
}

/// `Perda 4 Tahun 2026`.
pub fn paper(document: &Document) -> String {
    format!("{} {}", document.jenis, document.nomor).trim().to_owned()
}

/// What a fact says, in a line.
pub fn brief(subjek: &Subjek<'_>, fact: &Fact) -> String {
    let aktif = if fact.kind == Kind::Unor { Field::UnorAktif } else { Field::PosAktif };
    if fact.text(aktif) == Some("tidak") && fact.values.len() == 1 {
        return "Dihapus".to_owned();
    }
    let said = fact.values.iter().filter(|v| v.0 != Field::PosAsal);
    let parts: Vec<String> = said
        .map(|(field, value)| format!("{}: {}", field.info().label, shown(subjek, *field, value)))
        .collect();
    parts.join("; ")
}
