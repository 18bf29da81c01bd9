//! The preview of a checked file, and the receipt of a saved one.

use super::{CRUMB, berkas, href, when};
use crate::check::{Change, Check, Listed, NewRow};
use crate::confirm::Receipt;
use crate::lists::{ListCheck, ListPreview, ListTrouble};
use crate::rule::columns::{COLUMNS, Part};
use crate::rule::trouble::Weight;
use crate::task::Task;
use crate::view::{
    self, Bagian, BarisBaru, BarisBerubah, Butir, HitunganImpor, PerkiraanIkd, PratinjauView, RingkasMasalah,
    TandaTerimaView,
};
use crate::work::{Checked, Scores};
use host::{Answer, Ctx, html};
use web::component::paging::Paging;
use web::component::perbandingan::Banding;

/// Rows of a list shown at once.
const PAGE: usize = 50;

/// What the file would do.
pub fn preview(ctx: &mut Ctx, task: &Task, checked: &Checked) -> Answer {
    match checked {
        Checked::Nominatif(check) => of_nominatif(ctx, task, check),
        Checked::List(check) => of_list(ctx, task, check),
    }
}

fn of_list(ctx: &mut Ctx, task: &Task, check: &ListCheck) -> Answer {
    let part = match ctx.query("bagian") {
        "" if check.refused > 0 => "ditolak",
        "" if check.changed > 0 => "berubah",
        "" => "baru",
        part => part,
    };
    let code = ctx.query("kode").to_owned();
    let from: usize = ctx.query("mulai").parse().unwrap_or(0);
    let base = href(task);
    let previews =
        |new: bool| -> Vec<&ListPreview> { check.previews.iter().filter(|p| p.new == new).collect() };
    let (bagian, shown, total) = match part {
        "ragu" | "ditolak" => {
            let refusals = part == "ditolak";
            let list = if refusals { &check.refusals } else { &check.doubts };
            let matching: Vec<&ListTrouble> =
                list.iter().filter(|l| code.is_empty() || l.trouble.code == code).collect();
            let rows = slice(&matching, from);
            let items: Vec<Butir> = rows.iter().map(|l| list_item(check, l)).collect();
            let summary = summary(&check.counts, &base, part, &code, refusals);
            let total = summary.iter().filter(|s| code.is_empty() || s.current).map(|s| s.count).sum();
            let bagian =
                if refusals { Bagian::Ditolak(summary, items) } else { Bagian::Ragu(summary, items) };
            (bagian, rows.len(), total)
        }
        "berubah" => {
            let all = previews(false);
            let rows = slice(&all, from);
            let changed = rows.iter().map(|p| BarisBerubah {
                row: p.row,
                nip: String::new(),
                name: p.subject.clone(),
                href: String::new(),
                fields: vec![Banding {
                    field: "Isi".into(),
                    before: Some(p.before.clone()),
                    after: Some(p.after.clone()),
                }],
            });
            (Bagian::Berubah(changed.collect()), rows.len(), check.changed)
        }
        _ => {
            let all = previews(true);
            let rows = slice(&all, from);
            let new = |p: &&ListPreview| BarisBaru {
                row: p.row,
                nip: String::new(),
                name: p.subject.clone(),
                jabatan: p.after.clone(),
                unit: String::new(),
            };
            (Bagian::Baru(rows.iter().map(new).collect()), rows.len(), check.new)
        }
    };
    let view = PratinjauView {
        file: berkas(ctx, task),
        counts: HitunganImpor {
            rows: check.rows,
            baru: check.new,
            berubah: check.changed,
            sama: check.same,
            ragu: check.doubtful,
            ditolak: check.refused,
            tidak_ada: None,
        },
        extra: check.extra.clone(),
        missing: check.missing.clone(),
        bagian,
        paging: paging(&base, part, &code, from, shown, total),
        stale: None,
        older: None,
        href: base,
    };
    Ok(html(view::pratinjau(&ctx.frame("Pratinjau", &[CRUMB]), &view)))
}

fn list_item(check: &ListCheck, listed: &ListTrouble) -> Butir {
    let t = &listed.trouble;
    Butir {
        sheet: check.sheet.clone().unwrap_or_default(),
        row: listed.row,
        column: t.column.clone(),
        value: t.value.clone(),
        name: listed.subject.clone(),
        nip: String::new(),
        code: t.code.into(),
        message: t.message.clone(),
        suggestion: t.suggestion.clone(),
    }
}

fn of_nominatif(ctx: &mut Ctx, task: &Task, check: &Check) -> Answer {
    let part = match ctx.query("bagian") {
        "" if check.refused > 0 => "ditolak",
        "" if check.changed > 0 => "berubah",
        "" => "baru",
        part => part,
    };
    let code = ctx.query("kode").to_owned();
    let from: usize = ctx.query("mulai").parse().unwrap_or(0);
    let base = href(task);
    let (bagian, shown, total) = match part {
        "berubah" => {
            let rows = slice(&check.changes, from);
            let bagian =
                Bagian::Berubah(rows.iter().map(|c| changed(ctx, task, c)).collect::<Result<_, _>>()?);
            (bagian, rows.len(), check.changed)
        }
        "ragu" | "ditolak" => {
            let refusals = part == "ditolak";
            let list = if refusals { &check.refusals } else { &check.doubts };
            let matching: Vec<&Listed> =
                list.iter().filter(|l| code.is_empty() || l.trouble.code == code).collect();
            let rows = slice(&matching, from);
            let items: Vec<Butir> = rows.iter().map(|l| item(check, l)).collect();
            let summary = summary(&check.counts, &base, part, &code, refusals);
            let total = summary.iter().filter(|s| code.is_empty() || s.current).map(|s| s.count).sum();
            let bagian =
                if refusals { Bagian::Ditolak(summary, items) } else { Bagian::Ragu(summary, items) };
            (bagian, rows.len(), total)
        }
        _ => {
            let rows = slice(&check.first_new, from);
            let new = |n: &NewRow| BarisBaru {
                row: n.row,
                nip: n.nip.clone(),
                name: n.nama.clone(),
                jabatan: n.jabatan.clone(),
                unit: n.unit.clone(),
            };
            (Bagian::Baru(rows.iter().map(new).collect()), rows.len(), check.new)
        }
    };
    let view = PratinjauView {
        file: berkas(ctx, task),
        counts: counts(check),
        extra: check.extra.clone(),
        missing: check.missing.clone(),
        bagian,
        paging: paging(&base, part, &code, from, shown, total),
        stale: None,
        older: check.counts.get("IMP-15").map(|(_, n)| {
            format!("Data berkas ini lebih tua daripada unduhan terakhir {} orang. Periksa isian Data per tanggal.", web::format::angka(*n))
        }),
        href: base,
    };
    Ok(html(view::pratinjau(&ctx.frame("Pratinjau", &[CRUMB]), &view)))
}

fn slice<T>(list: &[T], from: usize) -> &[T] {
    let from = from.min(list.len());
    &list[from..(from + PAGE).min(list.len())]
}

fn paging(base: &str, part: &str, code: &str, from: usize, shown: usize, total: u64) -> Paging {
    let link = |from: usize| {
        let from = from.to_string();
        web::url::link(base, &[("bagian", part), ("kode", code), ("mulai", &from)])
    };
    // Lists are kept up to a limit; the file of refused rows is complete.
    let kept = (total as usize).min(crate::check::LISTED);
    Paging {
        first: if shown == 0 { 0 } else { from as u64 + 1 },
        last: (from + shown) as u64,
        total: Some(total),
        previous_href: (from > 0).then(|| link(from.saturating_sub(PAGE))),
        next_href: (shown > 0 && from + shown < kept).then(|| link(from + shown)),
        sizes: Vec::new(),
    }
}

fn counts(check: &Check) -> HitunganImpor {
    HitunganImpor {
        rows: check.rows,
        baru: check.new,
        berubah: check.changed,
        sama: check.same,
        ragu: check.doubtful,
        ditolak: check.refused,
        tidak_ada: None,
    }
}

fn summary(
    counts: &std::collections::BTreeMap<&'static str, (Weight, u64)>,
    base: &str,
    part: &str,
    code: &str,
    refusals: bool,
) -> Vec<RingkasMasalah> {
    let of_part = |weight: Weight| (weight == Weight::Refusal) == refusals;
    let line = |(public, (_, count)): (&&'static str, &(Weight, u64))| {
        let current = code == *public;
        RingkasMasalah {
            code: (*public).to_owned(),
            words: words(public),
            count: *count,
            href: web::url::link(base, &[("bagian", part), ("kode", if current { "" } else { public })]),
            current,
        }
    };
    counts.iter().filter(|c| of_part(c.1.0)).map(line).collect()
}

fn words(code: &str) -> String {
    if let Some(known) = kernel::Code::from_text(code) {
        return known.info().label.to_owned();
    }
    let words = match code {
        "IMP-01" => "NIP bukan 18 angka",
        "IMP-02" => "Nama kosong",
        "IMP-03" => "Tanggal tidak terbaca",
        "IMP-04" => "NIP dua kali dalam berkas",
        "IMP-05" => "Huruf bukan UTF-8",
        "IMP-07" => "Instansi lain",
        "IMP-11" => "Bukan angka",
        "IMP-12" => "Sel rusak di Excel",
        "IMP-13" => "ID SIASN dua kali",
        "IMP-14" => "NIP milik orang lain",
        "IMP-15" => "Data lebih tua",
        _ => code,
    };
    words.to_owned()
}

fn item(check: &Check, listed: &Listed) -> Butir {
    let t = &listed.trouble;
    Butir {
        sheet: check.sheet.clone().unwrap_or_default(),
        row: listed.row,
        column: t.column.clone(),
        value: t.value.clone(),
        name: listed.nama.clone(),
        nip: listed.nip.clone(),
        code: t.code.into(),
        message: t.message.clone(),
        suggestion: t.suggestion.clone(),
    }
}

/// Before and after of one person: against the row these cells replace, else against the register.
fn changed(ctx: &Ctx, task: &Task, change: &Change) -> Result<BarisBerubah, host::Problem> {
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

/// What was saved.
pub fn receipt(ctx: &mut Ctx, task: &Task, checked: &Checked, receipt: &Receipt, scores: Scores) -> Answer {
    let [_, new, changed, same, _, refused] = checked.counts();
    let whole = matches!(checked, Checked::Nominatif(_)) && !receipt.partial;
    let percent = |score: u32| format!("{},{}", score / 100, score / 10 % 10);
    let ikd = kernel::check::ikd::estimate(&kernel::check::ikd::Counts::default(), 1, &ctx.hall.tables);
    let all: usize = ikd.dimensions.iter().map(|d| d.indicators.len()).sum();
    let measured = ikd.dimensions.iter().flat_map(|d| &d.indicators).filter(|i| i.source.is_some()).count();
    let last = receipt.entries.saturating_sub(1);
    let made = receipt.taken + u64::from(receipt.absent > 0);
    let view = TandaTerimaView {
        file: berkas(ctx, task),
        saved_at: when(task.made),
        saved_by: task.akun.clone(),
        baru: new,
        berubah: changed,
        sama: same,
        ditolak: refused,
        absent: whole.then_some(receipt.absent),
        entries: (made > 0).then(|| (receipt.entries - made, last)),
        journal_length: receipt.entries,
        head: store::derive::hex(&receipt.root),
        file_hash: store::derive::hex(&task.hash),
        ikd: Some(PerkiraanIkd {
            before: scores.before.map(percent),
            after: percent(scores.after),
            coverage: format!("{measured} dari {all} indikator"),
        }),
        findings: scores.findings,
        refused_href: (refused > 0).then(|| format!("{}/ditolak.csv", href(task))),
        list_href: "/pegawai".into(),
    };
    Ok(html(view::tanda_terima(&ctx.frame("Tanda terima", &[CRUMB]), &view)))
}

/// The receipt of an import saved before this process began: the journal knows the rest.
pub fn old_receipt(ctx: &mut Ctx, task: &Task) -> Answer {
    let sizes = ctx.hall.with(store::people::journal_sizes)?;
    let number = |name| task.number(name).unwrap_or(0);
    let view = TandaTerimaView {
        file: berkas(ctx, task),
        saved_at: when(task.made),
        saved_by: task.akun.clone(),
        baru: number("baru"),
        berubah: number("berubah"),
        sama: number("sama"),
        ditolak: number("ditolak"),
        absent: None,
        entries: None,
        journal_length: sizes.iter().map(|s| s.1 as u64).max().unwrap_or(0),
        head: task.summary.split(' ').find_map(|p| p.strip_prefix("kepala=")).unwrap_or("").to_owned(),
        file_hash: store::derive::hex(&task.hash),
        ikd: None,
        findings: 0,
        refused_href: (number("ditolak") > 0).then(|| format!("{}/ditolak.csv", href(task))),
        list_href: "/pegawai".into(),
    };
    Ok(html(view::tanda_terima(&ctx.frame("Tanda terima", &[CRUMB]), &view)))
}
