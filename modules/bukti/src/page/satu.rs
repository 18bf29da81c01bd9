//! One receipt, laid out from the text that was kept, and what it rests on that changed since.

use super::{closed, person};
use crate::kata;
use crate::view::{self, BuktiView, Ubah};
use host::bukti::Reading;
use host::opened::sight;
use host::sight::{HIDDEN, Sight};
use host::{Answer, Ctx, Problem, html};
use kernel::{Act, EntryId, Fact, FactId, Ledger};
use law::meaning::Meaning;
use serde_json::Value as Json;
use store::bukti::{Bukti, NormVersion, one};
use store::people::Trace;
use web::component::perbandingan::Banding;

/// `GET /pegawai/{id}/bukti/{entri}`.
pub fn satu(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    let entry = EntryId::parse(ctx.param("entri")).ok_or(Problem::NotFound)?;
    let bukti = ctx.hall.with(|conn| one(conn, id, entry))?.ok_or(Problem::NotFound)?;
    let (base, sight) = (format!("/pegawai/{id}"), sight(ctx, id)?);
    let mut page = BuktiView {
        name: world.register.nama(i).to_owned(),
        nip: world.register.nip(i).to_owned(),
        stored: kata::moment(bukti.recorded),
        by: bukti.by.clone(),
        purpose: bukti.keperluan.clone(),
        hash: store::derive::hex(&bukti.sidik),
        open_href: format!("{base}/buka"),
        closed: closed(&bukti, sight),
        ..BuktiView::default()
    };
    if !page.closed {
        let law = ctx.hall.hukum();
        page.title = kata::title(&law.pack, &bukti.norma, bukti.hukum);
        page.verdict = kata::verdict(&bukti.putusan);
        page.clocks = kata::clocks(&bukti);
        page.without_discipline = bukti.tertutup == "ditutup";
        page.text = text(ctx, &bukti).map(|text| kata::tree(&text["jawaban"]["penjelasan"]));
        let whole = text(ctx, &bukti).unwrap_or_default();
        page.value = kata::value(&whole["jawaban"]);
        let (ledger, traces) = ctx.hall.with(|conn| store::people::ledger(conn, id))?;
        page.changes = changes(&bukti, &kata::statements(&whole), &ledger, &traces, sight);
        let versi = kata::versions(&whole);
        let mut reading = Reading::of(&law.pack);
        page.changes.extend(reading.changed(&bukti, &versi).into_iter().map(law_change));
    }
    let crumbs = [("Beranda", "/"), (page.name.as_str(), base.as_str())];
    let own = format!("{base}/bukti");
    let crumbs = [crumbs[0], crumbs[1], ("Bukti telaah", own.as_str())];
    Ok(html(view::bukti(&ctx.frame("Satu bukti", &crumbs), &page)))
}

/// The text as it was kept; `None` when the file is gone or no longer what its name says.
fn text(ctx: &Ctx, bukti: &Bukti) -> Option<Json> {
    let bytes = std::fs::read(ctx.hall.node.berkas.path(&bukti.sidik)).ok()?;
    (store::berkas::sha256(&bytes) == bukti.sidik).then(|| serde_json::from_slice(&bytes).ok())?
}

/// Statements the receipt rests on that were corrected or annulled after it.
fn changes(bukti: &Bukti, used: &[FactId], ledger: &Ledger, traces: &[Trace], sight: Sight) -> Vec<Ubah> {
    let after = |entry: EntryId, recorded| {
        let seq = traces.iter().find(|t| t.entry == entry).map_or(0, |t| t.seq);
        (recorded, seq) > (bukti.recorded, bukti.seq)
    };
    let mut found = Vec::new();
    for row in ledger.rows() {
        let (Act::Ralat(target) | Act::Pembatalan(target)) = row.act else { continue };
        let read = used.iter().find(|f| **f == target || ledger.first(**f) == target);
        let head = ledger.head(row);
        let Some(read) = read.filter(|_| after(row.id.entry, head.recorded)) else { continue };
        let Some(before) = ledger.rows().iter().find(|r| r.id == *read) else { continue };
        if !sight.shows(before.fact.kind) {
            continue;
        }
        let annuls = matches!(row.act, Act::Pembatalan(_));
        let kind = before.fact.kind.info().label;
        let what = if annuls { "dibatalkan" } else { "diralat" };
        found.push(Ubah {
            title: format!("{kind} {what} pada {}", kata::moment(head.recorded)),
            from: kata::document(&ledger.head(before).document),
            by: kata::document(&head.document),
            before: "Dipakai bukti ini".into(),
            after: "Sekarang".into(),
            rows: compared(&before.fact, (!annuls).then_some(&row.fact), sight),
        });
    }
    found
}

fn compared(before: &Fact, after: Option<&Fact>, sight: Sight) -> Vec<Banding> {
    let tell = |fact: &Fact, field: kernel::Field| {
        let value = fact.get(field)?;
        Some(if sight.tells(field) { value.show() } else { HIDDEN.to_owned() })
    };
    let tmt = |fact: &Fact| fact.tmt.map(kernel::check::day);
    let mut rows = vec![Banding { field: "TMT".into(), before: tmt(before), after: after.and_then(tmt) }];
    rows.extend(before.kind.info().fields.iter().map(|field| Banding {
        field: field.info().label.to_owned(),
        before: tell(before, *field),
        after: after.and_then(|fact| tell(fact, *field)),
    }));
    rows.retain(|row| row.before.is_some() || row.after.is_some());
    rows
}

fn law_change((used, now): (&NormVersion, Option<Meaning>)) -> Ubah {
    let told = |akta: &str, mulai| format!("{akta}, berlaku mulai {}", kernel::check::day(mulai));
    let before = told(&used.akta, used.mulai);
    let after = now.map(|now| told(&now.akta, now.mulai));
    let same = after.as_deref() == Some(before.as_str());
    Ubah {
        title: format!("{} {} dibaca lain dalam paket sekarang", kata::capital(&used.jenis), used.kunci),
        from: String::new(),
        by: String::new(),
        before: "Paket bukti ini".into(),
        after: "Paket sekarang".into(),
        rows: vec![Banding {
            field: "Ketentuan".into(),
            before: Some(before),
            after: after.map(|text| if same { format!("{text}, dengan isi lain") } else { text }),
        }],
    }
}
