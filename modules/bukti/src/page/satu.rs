//! One receipt, laid out from the text that was kept, and what it rests on that changed since.

use super::{closed, person};
use crate::kata;
use crate::view::{self, BuktiView, Tinjauan, Tutupan, Ubah};
use host::bukti::{Changed, Reading, keadaan};
use host::opened::sight;
use host::sight::{HIDDEN, Sight};
use host::{Action, Answer, Ctx, Problem, Reach, World, html};
use kernel::{Act, EntryId, Fact, FactId, Ledger, PegawaiId, Stamp};
use serde_json::Value as Json;
use store::bukti::{Bukti, versions};
use store::derive::hex;
use store::pejabat::tinjau::{Tutup, corrections, of_receipt};
use store::people::Trace;
use web::component::perbandingan::Banding;

/// A receipt as it was kept, what of it changed since, and what of that nobody has closed yet.
pub struct Dibaca {
    pub bukti: Bukti,
    pub sight: Sight,
    /// Closings, oldest first.
    pub history: Vec<Tutup>,
    /// Corrections no closing has seen, in order.
    pub open: Vec<FactId>,
    /// Hash of what of its law reads differently.
    pub keadaan: [u8; 32],
    /// It waits in the queue.
    pub pending: bool,
    text: Option<Json>,
    changes: Vec<Ubah>,
}

impl Dibaca {
    /// It rests on closed facts, and the reader may not see those: nothing else is read then.
    pub fn closed(&self) -> bool {
        closed(&self.bukti, self.sight)
    }

    /// What a form carries to say which changes its sender has seen.
    pub fn seen(&self) -> String {
        let open: String = self.open.iter().map(|f| format!("{}/{} ", f.entry, f.ordinal)).collect();
        let last = self.history.last().map_or(String::new(), |last| last.entry.to_string());
        let all = format!("{open}{last} {}", hex(&self.keadaan));
        hex(&store::berkas::sha256(all.as_bytes())[..16])
    }
}

/// `GET /pegawai/{id}/bukti/{entri}`.
pub fn satu(ctx: &mut Ctx) -> Answer {
    let (world, i, id) = person(ctx)?;
    let read = read(ctx, id)?;
    Ok(html(page(ctx, &world, i, &read, Vec::new())?))
}

/// Reads the receipt of the address.
pub fn read(ctx: &Ctx, id: PegawaiId) -> Result<Dibaca, Problem> {
    let entry = EntryId::parse(ctx.param("entri")).ok_or(Problem::NotFound)?;
    let found = ctx.hall.with(|conn| of_receipt(conn, id, entry))?;
    let (bukti, history) = found.ok_or(Problem::NotFound)?;
    let sight = sight(ctx, id)?;
    let mut read = Dibaca {
        bukti,
        sight,
        history,
        open: Vec::new(),
        keadaan: [0; 32],
        pending: false,
        text: None,
        changes: Vec::new(),
    };
    if read.closed() {
        return Ok(read);
    }
    read.text = text(ctx, &read.bukti);
    let versi = match &read.text {
        Some(text) => {
            let (ledger, traces) = ctx.hall.with(|conn| store::people::ledger(conn, id))?;
            let last = read.history.last().map(|last| (last.recorded, last.seq));
            let found = changes(&read.bukti, &kata::statements(text), &ledger, &traces, sight);
            read.open = found.iter().filter(|c| last.is_none_or(|l| c.at > l)).map(|c| c.by).collect();
            read.open.sort_unstable();
            read.changes = found.into_iter().map(|c| c.ubah).collect();
            kata::versions(text)
        }
        // Without its text the tables still tell whether it waits.
        None => ctx.hall.with(|conn| {
            read.open = corrections(conn, id, entry)?;
            versions(conn, id, entry)
        })?,
    };
    let law = ctx.hall.hukum();
    let changed = Reading::of(&law.pack).changed(&read.bukti, &versi);
    read.keadaan = keadaan(&changed);
    let law_open = !changed.is_empty() && read.history.last().map(|last| last.keadaan) != Some(read.keadaan);
    read.pending = law_open || !read.open.is_empty();
    read.changes.extend(changed.into_iter().map(law_change));
    Ok(read)
}

/// The page, with what was wrong in its form.
pub fn page(
    ctx: &Ctx,
    world: &World,
    i: usize,
    read: &Dibaca,
    errors: Vec<(String, String)>,
) -> Result<maud::Markup, Problem> {
    let bukti = &read.bukti;
    let base = format!("/pegawai/{}", bukti.pegawai);
    let own = format!("{base}/bukti");
    let mut page = BuktiView {
        name: world.register.nama(i).to_owned(),
        nip: world.register.nip(i).to_owned(),
        stored: kata::moment(bukti.recorded),
        by: bukti.by.clone(),
        purpose: bukti.keperluan.clone(),
        hash: hex(&bukti.sidik),
        open_href: format!("{base}/buka"),
        closed: read.closed(),
        ..BuktiView::default()
    };
    if !page.closed {
        let law = ctx.hall.hukum();
        page.title = kata::title(&law.pack, &bukti.norma, bukti.hukum);
        page.verdict = kata::verdict(&bukti.putusan);
        page.clocks = kata::clocks(bukti);
        page.without_discipline = bukti.tertutup == "ditutup";
        page.text = read.text.as_ref().map(|text| kata::tree(&text["jawaban"]["penjelasan"]));
        page.value = read.text.as_ref().map(|text| kata::value(&text["jawaban"])).unwrap_or_default();
        page.chosen = read.text.as_ref().map(kata::chosen).unwrap_or_default();
        page.changes = read.changes.clone();
        page.pending = read.pending;
        page.history = read.history.iter().rev().map(|done| tinjauan(done, &own)).collect();
        let may = ctx.visitor()?.reach(Action::TutupTinjau) != Reach::None;
        page.form = (may && (read.pending || !errors.is_empty())).then(|| Tutupan {
            action: format!("{own}/{}/tinjau", bukti.entry),
            seen: read.seen(),
            outcome: ctx.field("hasil").to_owned(),
            reason: ctx.field("alasan").to_owned(),
            errors,
        });
    }
    let crumbs = [("Beranda", "/"), (page.name.as_str(), base.as_str()), ("Bukti telaah", own.as_str())];
    Ok(view::bukti(&ctx.frame("Satu bukti", &crumbs), &page))
}

fn tinjauan(done: &Tutup, own: &str) -> Tinjauan {
    Tinjauan {
        outcome: kata::outcome(&done.hasil),
        reason: done.alasan.clone(),
        by: done.by.clone(),
        when: kata::moment(done.recorded),
        successor: done.pengganti.map(|entry| format!("{own}/{entry}")),
    }
}

/// The text as it was kept; `None` when the file is gone or no longer what its name says.
fn text(ctx: &Ctx, bukti: &Bukti) -> Option<Json> {
    let bytes = std::fs::read(ctx.hall.node.berkas.path(&bukti.sidik)).ok()?;
    (store::berkas::sha256(&bytes) == bukti.sidik).then(|| serde_json::from_slice(&bytes).ok())?
}

/// A correction: its statement, when and where it was recorded, and how it reads.
struct Koreksi {
    by: FactId,
    at: (Stamp, i64),
    ubah: Ubah,
}

/// Statements the receipt rests on that were corrected or annulled after it.
fn changes(bukti: &Bukti, used: &[FactId], ledger: &Ledger, traces: &[Trace], sight: Sight) -> Vec<Koreksi> {
    let seq = |entry: EntryId| traces.iter().find(|t| t.entry == entry).map_or(0, |t| t.seq);
    let mut found = Vec::new();
    for row in ledger.rows() {
        let (Act::Ralat(target) | Act::Pembatalan(target)) = row.act else { continue };
        let read = used.iter().find(|f| **f == target || ledger.first(**f) == target);
        let head = ledger.head(row);
        let at = (head.recorded, seq(row.id.entry));
        let Some(read) = read.filter(|_| at > (bukti.recorded, bukti.seq)) else { continue };
        let Some(before) = ledger.rows().iter().find(|r| r.id == *read) else { continue };
        let annuls = matches!(row.act, Act::Pembatalan(_));
        let what = if annuls { "dibatalkan" } else { "diralat" };
        if !sight.shows(before.fact.kind) {
            let title = format!("Pernyataan yang tersamar {what} pada {}", kata::moment(head.recorded));
            found.push(Koreksi { by: row.id, at, ubah: Ubah { title, ..Ubah::default() } });
            continue;
        }
        let kind = before.fact.kind.info().label;
        let ubah = Ubah {
            title: format!("{kind} {what} pada {}", kata::moment(head.recorded)),
            from: kata::document(&ledger.head(before).document),
            by: kata::document(&head.document),
            before: "Dipakai bukti ini".into(),
            after: "Sekarang".into(),
            rows: compared(&before.fact, (!annuls).then_some(&row.fact), sight),
        };
        found.push(Koreksi { by: row.id, at, ubah });
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

fn law_change((used, now): Changed<'_>) -> Ubah {
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
