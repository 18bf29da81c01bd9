//! The preview of a checked file: one way for every kind of file.

use super::words::words;
use super::{CRUMB, berkas, href};
use crate::check::{Change, LISTED, Listed, Summary};
use crate::lists::ListPreview;
use crate::rule::columns::{COLUMNS, Part};
use crate::rule::trouble::Weight;
use crate::task::Task;
use crate::view::{
    self, Bagian, BarisBaru, BarisBerubah, Berkas, Butir, HitunganImpor, PratinjauView, RingkasMasalah,
};
use crate::work::Checked;
use host::{Answer, Ctx, Problem, html};
use web::component::paging::Paging;
use web::component::perbandingan::Banding;

/// Rows of a list shown at once.
const PAGE: usize = 50;

/// Which list of the preview is asked for, and from which row on.
struct Asked {
    base: String,
    part: String,
    code: String,
    from: usize,
}

/// What the file would do.
pub fn preview(ctx: &mut Ctx, task: &Task, checked: &Checked) -> Answer {
    let summary = checked.summary();
    let part = match ctx.query("bagian") {
        "" if summary.refused > 0 => "ditolak",
        "" if summary.changed > 0 => "berubah",
        "" => "baru",
        part => part,
    };
    let asked = Asked {
        base: href(task),
        part: part.to_owned(),
        code: ctx.query("kode").to_owned(),
        from: ctx.query("mulai").parse().unwrap_or(0),
    };
    let (bagian, shown, total) = match part {
        "ragu" | "ditolak" => troubles(summary, &asked),
        "berubah" => {
            let rows = changed(ctx, task, checked, asked.from)?;
            let shown = rows.len();
            (Bagian::Berubah(rows), shown, summary.changed)
        }
        _ => {
            let rows = new(checked, asked.from);
            let shown = rows.len();
            (Bagian::Baru(rows), shown, summary.new)
        }
    };
    let view = PratinjauView {
        file: Berkas { sheet: summary.sheet.clone().unwrap_or_default(), ..berkas(ctx, task) },
        counts: counts(summary),
        also: summary.also.clone(),
        extra: summary.extra.clone(),
        missing: summary.missing.clone(),
        bagian,
        paging: asked.paging(shown, total),
        stale: None,
        older: summary.counts.get("IMP-15").map(|(_, n)| {
            format!("Data berkas ini lebih tua daripada unduhan terakhir {} orang.", web::format::angka(*n))
        }),
        href: asked.base,
    };
    Ok(html(view::pratinjau(&ctx.frame("Pratinjau", &[CRUMB]), &view)))
}

fn counts(summary: &Summary) -> HitunganImpor {
    HitunganImpor {
        rows: summary.rows,
        baru: summary.new,
        berubah: summary.changed,
        sama: summary.same,
        ragu: summary.doubtful,
        ditolak: summary.refused,
        tidak_ada: Some(summary.absent).filter(|n| *n > 0),
    }
}

fn troubles(summary: &Summary, asked: &Asked) -> (Bagian, usize, u64) {
    let refusals = asked.part == "ditolak";
    let list = if refusals { &summary.refusals } else { &summary.doubts };
    let matching: Vec<&Listed> =
        list.iter().filter(|l| asked.code.is_empty() || l.trouble.code == asked.code).collect();
    let items: Vec<Butir> = slice(&matching, asked.from).iter().map(|l| item(summary, l)).collect();
    let (kinds, shown) = (kinds(summary, asked, refusals), items.len());
    let total = kinds.iter().filter(|k| asked.code.is_empty() || k.current).map(|k| k.count).sum();
    let bagian = if refusals { Bagian::Ditolak(kinds, items) } else { Bagian::Ragu(kinds, items) };
    (bagian, shown, total)
}

fn item(summary: &Summary, listed: &Listed) -> Butir {
    let t = &listed.trouble;
    Butir {
        sheet: summary.sheet.clone().unwrap_or_default(),
        row: listed.row,
        column: t.column.clone(),
        value: t.value.clone(),
        name: listed.subject.clone(),
        nip: listed.nip.clone(),
        code: t.code.into(),
        message: t.message.clone(),
        suggestion: t.suggestion.clone(),
    }
}

fn kinds(summary: &Summary, asked: &Asked, refusals: bool) -> Vec<RingkasMasalah> {
    let of_part = |weight: Weight| (weight == Weight::Refusal) == refusals;
    let line = |(public, (_, count)): (&&'static str, &(Weight, u64))| {
        let current = asked.code == *public;
        let code = if current { "" } else { public };
        RingkasMasalah {
            code: (*public).to_owned(),
            words: words(public),
            count: *count,
            href: web::url::link(&asked.base, &[("bagian", &asked.part), ("kode", code)]),
            current,
        }
    };
    summary.counts.iter().filter(|c| of_part(c.1.0)).map(line).collect()
}

fn new(checked: &Checked, from: usize) -> Vec<BarisBaru> {
    match checked {
        Checked::Nominatif(check) => slice(&check.first_new, from)
            .iter()
            .map(|n| BarisBaru {
                row: n.row,
                nip: n.nip.clone(),
                name: n.nama.clone(),
                isi: vec![n.jabatan.clone(), n.unit.clone()],
            })
            .collect(),
        Checked::List(check) => previews(&check.previews, true, from)
            .map(|p| BarisBaru {
                row: p.row,
                nip: String::new(),
                name: p.subject.clone(),
                isi: vec![p.after()],
            })
            .collect(),
    }
}

fn changed(ctx: &Ctx, task: &Task, checked: &Checked, from: usize) -> Result<Vec<BarisBerubah>, Problem> {
    match checked {
        Checked::Nominatif(check) => {
            slice(&check.changes, from).iter().map(|c| person(ctx, task, c)).collect()
        }
        Checked::List(check) => Ok(previews(&check.previews, false, from)
            .map(|p| BarisBerubah {
                row: p.row,
                nip: String::new(),
                name: p.subject.clone(),
                href: String::new(),
                fields: p
                    .differences
                    .iter()
                    .map(|d| Banding {
                        field: d.label.clone(),
                        before: d.before.clone(),
                        after: d.after.clone(),
                    })
                    .collect(),
            })
            .collect()),
    }
}

fn previews(all: &[ListPreview], new: bool, from: usize) -> impl Iterator<Item = &ListPreview> {
    all.iter().filter(move |p| p.new == new).skip(from).take(PAGE)
}

fn slice<T>(list: &[T], from: usize) -> &[T] {
    let from = from.min(list.len());
    &list[from..(from + PAGE).min(list.len())]
}

impl Asked {
    fn paging(&self, shown: usize, total: u64) -> Paging {
        let link = |from: usize| {
            let from = from.to_string();
            web::url::link(&self.base, &[("bagian", &self.part), ("kode", &self.code), ("mulai", &from)])
        };
        // Lists are kept up to a limit; the file of refused rows is complete.
        let kept = usize::try_from(total).map_or(LISTED, |total| total.min(LISTED));
        let end = self.from.saturating_add(shown);
        Paging {
            first: if shown == 0 { 0 } else { self.from as u64 + 1 },
            last: if shown == 0 { 0 } else { end as u64 },
            total: Some(total),
            previous_href: (self.from > 0).then(|| link(self.from.saturating_sub(PAGE))),
            next_href: (shown > 0 && end < kept).then(|| link(end)),
            sizes: Vec::new(),
        }
    }
}

/// Before and after of one person: against the row these cells replace, else against the register.
fn person(ctx: &Ctx, task: &Task, change: &Change) -> Result<BarisBerubah, Problem> {
    let before: Vec<String> = ctx.hall.with(|conn| {
        if let Some((instansi, seq)) = &change.before
            && let Some(row) = crate::store::source_row(conn, instansi, *seq)?
        {
            return Ok(row.cells.iter().map(str::to_owned).collect());
        }
        let (ledger, _) = store::people::ledger(conn, change.pegawai)?;
        let snapshot = kernel::Snapshot::fold(&ledger, kernel::AsOf::on(task.per_tanggal));
        Ok(crate::export::amended(&snapshot, None))
    })?;
    let differing = COLUMNS
        .iter()
        .enumerate()
        .filter(|(n, _)| before.get(*n).map(String::as_str) != Some(change.after.get(*n)));
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let fields = differing.map(|(n, column)| Banding {
        field: match column.part {
            Part::Field(field) => field.info().label.to_owned(),
            Part::Tmt(kind) => format!("TMT {}", kind.info().label.to_lowercase()),
        },
        before: before.get(n).and_then(|b| some(b)),
        after: some(change.after.get(n)),
    });
    Ok(BarisBerubah {
        row: change.row,
        nip: change.nip.clone(),
        name: change.nama.clone(),
        href: format!("/pegawai/{}", change.pegawai),
        fields: fields.collect(),
    })
}
