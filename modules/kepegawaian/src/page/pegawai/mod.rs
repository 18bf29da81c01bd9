//! One person. Two statements read the ledger, the register in memory says whether the visitor may see
//! it, and everything on the page is one fold of that ledger at the moment asked about.

mod dokumen;
mod jejak;
pub mod kata;
mod pokok;
mod ringkasan;
mod riwayat;
mod temuan;

use super::buka;
use super::words;
use crate::view::{self, Isi, Jumlah, PegawaiView, Tersamar};
use host::sight::{Bagian, Sight};
use host::{Action, Answer, Ctx, Problem, Reach, World, hall, html};
use kernel::check::Context;
use kernel::ledger::Head;
use kernel::register::full_name;
use kernel::tables::Kelompok;
use kernel::{Field, Kind, Ledger, PegawaiId, Rank, Snapshot, Stamp};
use std::sync::Arc;
use store::people::Trace;
use web::component::kabar::Kabar;
use web::{Tone, url};

/// What the page is made from.
struct Orang<'a> {
    ctx: &'a Ctx,
    world: &'a World,
    /// Number in the register of today.
    i: usize,
    id: PegawaiId,
    snapshot: Snapshot<'a>,
    traces: &'a [Trace],
    sight: Sight,
    /// Until when what was opened stays in sight.
    open_until: Option<Stamp>,
    context: Context<'a>,
}

/// `GET /pegawai/{id}`. Somebody unknown, somebody of another circle and nonsense look alike.
pub fn person(ctx: &mut Ctx) -> Answer {
    let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    // Who may see a person follows from where they are now, whatever day the page is about.
    let world = ctx.present()?;
    let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
    let (ledger, traces) = ctx.hall.with(|conn| store::people::ledger(conn, id))?;
    let as_of = ctx.clocks.as_of();
    if !hall::known(&ledger, as_of) {
        let sentence = "Sampai tanggal itu belum ada yang tercatat tentang pegawai ini. Pilih tanggal yang lebih baru, atau kembali ke hari ini.";
        return Err(Problem::Refused("WAKTU-01", sentence.into()));
    }
    let orang = orang(ctx, &world, i, &ledger, &traces)?;
    let view = say(&orang)?;
    // Whoever reads only the own record has no list to go back to.
    let lists = ctx.visitor()?.reach(Action::DaftarPegawai) != Reach::None;
    let crumbs = [("Beranda", "/"), ("Data Pegawai", "/pegawai")];
    let mut frame = ctx.frame_at(&view.name, if lists { &crumbs[..] } else { &crumbs[..1] }, &["bagian"]);
    if let Some(trace) = traces.iter().find(|t| ctx.query("tercatat") == t.seq.to_string()) {
        let number = web::format::angka(trace.seq as u64);
        frame.flash = Some(Kabar::new(Tone::Ok, &format!("Tercatat di jurnal sebagai catatan {number}.")));
    }
    Ok(html(view::pegawai(&frame, &view)))
}

/// The base document of an entry about a person, for those who see what it establishes.
pub fn document_of(ctx: &Ctx, entry: kernel::EntryId) -> Result<kernel::Document, Problem> {
    let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    let world = ctx.present()?;
    let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
    let (ledger, traces) = ctx.hall.with(|conn| store::people::ledger(conn, id))?;
    let orang = orang(ctx, &world, i, &ledger, &traces)?;
    let head = ledger.heads().iter().find(|head| head.entry == entry).ok_or(Problem::NotFound)?;
    if dokumen::establishes(&orang, entry).is_none() {
        return Err(Problem::NotFound);
    }
    match dokumen::gives_paper(&orang, entry) {
        true => Ok(head.document.clone()),
        false => Err(Problem::Refused("BUKA-01", CLOSED.into())),
    }
}

fn orang<'a>(
    ctx: &'a Ctx,
    world: &'a Arc<World>,
    i: usize,
    ledger: &'a Ledger,
    traces: &'a [Trace],
) -> Result<Orang<'a>, Problem> {
    let id = world.register.id[i];
    let (opened, open_until) = host::opened::opened(ctx, id)?;
    Ok(Orang {
        ctx,
        world,
        i,
        id,
        snapshot: Snapshot::fold(ledger, ctx.clocks.as_of()),
        traces,
        sight: Sight::of(ctx.visitor()?, id, &opened),
        open_until,
        context: hall::context(&world.organisations, world.instansi_of(i), world.has_skp),
    })
}

impl Orang<'_> {
    fn base(&self) -> String {
        format!("/pegawai/{}", self.id)
    }

    /// A section of this page, with both clocks.
    fn section(&self, name: &str) -> String {
        let keep = self.ctx.clocks.keep();
        let mut pairs = vec![("bagian", name)];
        pairs.extend(keep.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        url::link(&self.base(), &pairs)
    }

    fn known(&self, recorded: Stamp) -> bool {
        recorded <= self.snapshot.as_of().known
    }

    fn trace(&self, entry: kernel::EntryId) -> Option<&Trace> {
        self.traces.iter().find(|t| t.entry == entry)
    }

    fn may(&self, action: Action) -> bool {
        self.ctx.visitor.as_ref().is_some_and(|v| v.reach(action) != Reach::None)
    }

    /// Whether this reader may record about the person, and the page is about now.
    fn records_now(&self) -> bool {
        self.may(Action::Catat) && self.ctx.clocks.is_present()
    }

    /// The same for one kind of history.
    fn records(&self, kind: Kind) -> bool {
        self.records_now() && self.ctx.visitor.as_ref().is_some_and(|v| v.role.records(kind))
    }

    fn is_own(&self) -> bool {
        self.ctx.visitor.as_ref().is_some_and(|v| v.pegawai == Some(self.id))
    }

    /// Address of the paper of an entry, where one is kept that is about this person alone.
    fn paper_href(&self, head: &Head) -> Option<String> {
        let d = &head.document;
        let own = d.berkas.is_some() && d.rank >= Rank::Surat && d.baris.is_none();
        own.then(|| format!("{}/dokumen/{}", self.base(), head.entry))
    }

    /// Address of an entry in the journal, for those who may read it.
    fn entry_href(&self, seq: i64) -> Option<String> {
        let before = (seq + 1).to_string();
        let pairs = [("instansi", self.world.instansi_of(self.i)), ("sebelum", before.as_str())];
        self.may(Action::Jurnal).then(|| url::link("/jurnal", &pairs))
    }

    /// Name of the unit as the list of units calls it, else as the documents do; and its address.
    fn unit(&self) -> Option<(String, String)> {
        let s = &self.snapshot;
        let (id, instansi) = (s.text(Field::UnorId), self.world.instansi_of(self.i));
        let listed = self.world.organisation(instansi).and_then(|o| o.units.get(id));
        let name = listed.map_or(s.text(Field::UnorNama), |u| u.nama.as_str());
        let mut pairs = vec![("instansi", instansi), ("unit", id)];
        let keep = self.ctx.clocks.keep();
        pairs.extend(keep.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        let href =
            if self.may(Action::Organisasi) { url::link("/organisasi", &pairs) } else { String::new() };
        (!name.is_empty()).then(|| (name.to_owned(), href))
    }
}

fn say(orang: &Orang<'_>) -> Result<PegawaiView, Problem> {
    let s = &orang.snapshot;
    let (histories, documents, findings) =
        (riwayat::histories(orang), dokumen::documents(orang), temuan::findings(orang));
    let entries = orang.snapshot.ledger().heads().iter().filter(|h| orang.known(h.recorded)).count();
    let counts = Jumlah {
        riwayat: histories.iter().map(|k| k.rows.len() as u64).sum(),
        dokumen: documents.len() as u64,
        temuan: findings.len() as u64,
        jurnal: entries as u64,
    };
    let content = match orang.ctx.query("bagian") {
        "riwayat" => Isi::Riwayat(histories),
        "dokumen" => Isi::Dokumen(documents),
        "temuan" => Isi::Temuan(findings),
        "jurnal" => Isi::Jurnal(jejak::journal(orang)?),
        _ => Isi::Ringkasan(Box::new(ringkasan::summary(orang, findings))),
    };
    let seen = kernel::check::Person::new(s, &orang.ctx.hall.tables, &orang.context);
    let part_time = s.text(Field::StatusPegawai) == "PPPK_PARUH_WAKTU";
    let kelompok = seen.kedudukan.map(|k| k.info.kelompok);
    let kedudukan = s.text(Field::Kedudukan);
    Ok(PegawaiView {
        name: full_name(s),
        nip: s.text(Field::Nip).to_owned(),
        jabatan: s.text(Field::JabatanNama).to_owned(),
        unit: orang.unit(),
        status: words::status(seen.status, part_time).to_owned(),
        kedudukan: if kedudukan.is_empty() {
            "Kedudukan belum diketahui".into()
        } else {
            kedudukan.to_owned()
        },
        kedudukan_tone: match kelompok {
            Some(Kelompok::Aktif) => Tone::Ok,
            Some(Kelompok::Berhenti) => Tone::Netral,
            Some(Kelompok::TidakAktif) | None => Tone::Awas,
        },
        facts: pokok::facts(orang, &seen),
        base_href: orang.base(),
        keep: orang.ctx.clocks.keep(),
        counts,
        export_href: None,
        record_href: orang.records_now().then(|| format!("{}/catat", orang.base())),
        seen_href: (orang.is_own() || orang.may(Action::Jurnal)).then(|| format!("{}/akses", orang.base())),
        own: orang.is_own(),
        mask: mask(orang)?,
        content,
    })
}

const CLOSED: &str = "Naskah ini juga memuat data yang disamarkan. Buka bagian itu dahulu, dengan alasan, dari halaman pegawai.";

/// What stays masked for this reader, and how it is opened.
fn mask(orang: &Orang<'_>) -> Result<Tersamar, Problem> {
    if orang.is_own() {
        return Ok(Tersamar::default());
    }
    let closed: Vec<&str> =
        Bagian::ALL.iter().filter(|part| !orang.sight.has(**part)).map(|part| part.label()).collect();
    let may_open = buka::parts(orang.ctx)?.iter().any(|part| !orang.sight.has(*part));
    let clock = |at: Stamp| at.wib().rsplit(' ').next().unwrap_or("").to_owned();
    Ok(Tersamar {
        personal: !orang.sight.personal,
        parts: closed.into_iter().map(str::to_owned).collect(),
        open_href: may_open.then(|| format!("{}/buka", orang.base())),
        open_until: orang.open_until.map(clock),
    })
}
