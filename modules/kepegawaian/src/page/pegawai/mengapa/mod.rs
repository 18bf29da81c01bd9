//! "Mengapa?": what the law answers about a person, and why. Two statements read the ledger, everything
//! else is worked out from it; a supposition changes a portrait in memory and is never written.

mod layanan;
mod pohon;
mod simulasi;
mod surat;
mod tafsir;

pub use layanan::{list, service};
pub use surat::letter;
pub use tafsir::{choose, form as positions};

use super::{Orang, buka, orang};
use crate::rule::mengapa::kata;
use crate::view::Tentang;
use host::hukum::Hukum;
use host::sight::Bagian;
use host::{Ctx, Problem, World, hall};
use kernel::register::full_name;
use kernel::{AsOf, Date, Field, Ledger, PegawaiId, Snapshot};
use law::layanan::Layanan;
use law::pack::Ask;
use law::{Answer, Kode, Potret, Verdict};
use std::sync::Arc;
use store::pejabat::tafsir::Pilihan;
use store::people::Trace;
use web::url;

/// A person as read, before a view is made of them.
struct Dibaca {
    world: Arc<World>,
    i: usize,
    ledger: Ledger,
    traces: Vec<Trace>,
    /// Positions officials chose, oldest first.
    pilihan: Vec<Pilihan>,
    hukum: Arc<Hukum>,
}

/// Who may see a person follows from where they are now, whatever day is asked about.
fn read(ctx: &Ctx) -> Result<Dibaca, Problem> {
    let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    let world = ctx.present()?;
    let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
    let ((ledger, traces), pilihan) = ctx
        .hall
        .with(|conn| Ok((store::people::ledger(conn, id)?, store::pejabat::tafsir::of_person(conn, id)?)))?;
    if !hall::known(&ledger, ctx.clocks.as_of()) {
        return Err(Problem::Refused("WAKTU-01", super::NOT_YET.into()));
    }
    Ok(Dibaca { world, i, ledger, traces, pilihan, hukum: ctx.hall.hukum() })
}

/// A question being answered: whose, at which law, by whom.
struct Tanya<'a> {
    orang: Orang<'a>,
    hukum: &'a Hukum,
    potret: Potret,
    wilayah: Option<&'a str>,
    hukum_pada: Option<Date>,
    /// What tells of discipline is kept from this reader.
    closed: bool,
    open_href: Option<String>,
    /// Positions officials chose, as far as this reader may know of them.
    pilihan: Vec<Pilihan>,
}

impl Dibaca {
    fn ask<'a>(&'a self, ctx: &'a Ctx) -> Result<Tanya<'a>, Problem> {
        let orang = orang(ctx, &self.world, self.i, &self.ledger, &self.traces)?;
        let instansi = self.world.instansi_of(self.i);
        let (organisations, has_skp) = (&self.world.organisations, self.world.has_skp);
        let as_of = ctx.clocks.as_of();
        let mut potret =
            self.hukum.potret_at(&ctx.hall.tables, organisations, has_skp, as_of, instansi, &self.ledger);
        let closed = !orang.sight.has(Bagian::Disiplin);
        if closed {
            potret.close(&self.hukum.pack.words);
        }
        let opens = closed && buka::parts(ctx)?.contains(&Bagian::Disiplin);
        let wilayah = self.world.organisation(instansi).map(|o| o.wilayah.as_str());
        Ok(Tanya {
            open_href: opens.then(|| format!("{}/buka", orang.base())),
            orang,
            hukum: &self.hukum,
            potret,
            wilayah: wilayah.filter(|w| !w.is_empty()),
            hukum_pada: law_date(ctx)?,
            closed,
            pilihan: host::tafsir::visible(self.pilihan.clone(), as_of.known, !closed),
        })
    }
}

/// `?hukum=`: at the law of which day; that of the day asked about when not said.
pub fn law_date(ctx: &Ctx) -> Result<Option<Date>, Problem> {
    match ctx.query("hukum").trim() {
        "" => Ok(None),
        text => Date::parse(text).map(Some).ok_or_else(|| {
            let sentence = format!(
                "Tanggal hukum \"{text}\" tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 22-11-2026."
            );
            Problem::Refused("WAKTU-02", sentence)
        }),
    }
}

impl<'a> Tanya<'a> {
    fn as_of(&self) -> AsOf {
        self.orang.snapshot.as_of()
    }

    fn law_day(&self) -> Date {
        self.hukum_pada.unwrap_or(self.as_of().effective)
    }

    fn question<'q>(&'q self, kunci: &'q str, hari: Date) -> Ask<'q> {
        let at = self.as_of();
        Ask {
            kunci,
            hari,
            fakta_diketahui: at.known,
            hukum: Some(self.law_day()),
            hukum_diketahui: None,
            wilayah: self.wilayah,
        }
    }

    /// `None` when no such norm holds on that law date.
    fn answer(&self, kunci: &str, potret: &Potret) -> Option<Answer> {
        self.hukum.pack.telaah(&self.question(kunci, self.as_of().effective), potret)
    }

    /// The same on a later day, at the same law: what time alone makes of it.
    fn later(&self, kunci: &str, day: Date, potret: &Potret) -> Option<Answer> {
        self.hukum.pack.telaah(&self.question(kunci, day), potret)
    }

    fn clock_pairs(&self, whole_hash: bool) -> Vec<(String, String)> {
        let jam = self.hukum.pack.clocks(&self.question("", self.as_of().effective));
        kata::clocks(&jam, whole_hash).into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
    }

    fn base(&self) -> String {
        format!("{}/mengapa", self.orang.base())
    }

    /// Where a position is chosen for a norm.
    fn tafsir_href(&self, norma: &str) -> String {
        format!("{}/tafsir/{}", self.orang.base(), url::encode(norma))
    }

    /// All clocks of this page, the law's included.
    fn keep(&self) -> Vec<(String, String)> {
        let mut pairs = self.orang.ctx.clocks.keep();
        pairs.extend(self.hukum_pada.map(|day| ("hukum".to_owned(), day.to_string())));
        pairs
    }

    fn link(&self, path: &str) -> String {
        let keep = self.keep();
        url::link(path, &keep.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect::<Vec<_>>())
    }

    fn service_href(&self, layanan: &Layanan) -> String {
        format!("{}/{}", self.base(), layanan.kunci)
    }

    fn about(&self, action: String, whole_hash: bool) -> Tentang {
        let s: &Snapshot<'_> = &self.orang.snapshot;
        Tentang {
            name: full_name(s),
            nip: s.text(Field::Nip).to_owned(),
            jabatan: s.text(Field::JabatanNama).to_owned(),
            base_href: self.orang.base(),
            keep: self.orang.ctx.clocks.keep(),
            clocks: self.clock_pairs(whole_hash),
            closed: self.closed,
            open_href: self.open_href.clone(),
            action,
            hukum: self.hukum_pada.map(|day| host::tanggal(day).typed()).unwrap_or_default(),
        }
    }

    fn service(&self) -> Result<&'a Layanan, Problem> {
        let word = self.orang.ctx.param("layanan");
        self.hukum.pack.layanan.iter().find(|l| &*l.kunci == word).ok_or(Problem::NotFound)
    }

    /// The norms of a service, its own first.
    fn norms(layanan: &Layanan) -> impl Iterator<Item = &str> {
        [Some(&layanan.norma), layanan.tanggal.as_ref()]
            .into_iter()
            .flatten()
            .chain(&layanan.juga)
            .map(|k| &**k)
    }

    /// Why a norm that does not hold gives no answer.
    fn silent(&self) -> Verdict {
        let day = law::value::long_date(self.law_day());
        Verdict::TidakBerlaku(format!("tidak ada ketentuan yang berlaku pada {day}").into())
    }

    /// What time alone makes of an answer on the day it changes.
    fn then(&self, answer: &Answer, potret: &Potret) -> Option<Kode> {
        let day = answer.ubah_pada?;
        self.later(&answer.kunci, day, potret).map(|a| a.verdict.kode())
    }
}
