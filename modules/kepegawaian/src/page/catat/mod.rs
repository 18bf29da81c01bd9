//! Catat SK: gather the person and what was typed, decide what it means, say what would change, record.

mod berkas;
mod formulir;
mod periksa;

pub use berkas::document;
pub use periksa::banding;

use crate::rule::catat::{
    Isian, Pernyataan, Pos, Rancangan, Rujukan, STATEMENTS_MAX, Tindakan, baca, pilihan,
};
use host::hall::Organisation;
use host::record::{Draft, Unrecorded};
use host::sight::{Sight, is_number};
use host::{Answer, Ctx, Problem, Role, World, dokumen, html, redirect, view};
use kernel::typed::{Salah, TypedDocument, parse_target};
use kernel::{FactId, Field, Kind, Ledger, PegawaiId, Subject, Value};
use std::sync::Arc;
use store::people::Trace;
use web::url;

/// The person a form is about, as of now.
struct Subjek<'a> {
    ctx: &'a Ctx,
    world: Arc<World>,
    i: usize,
    id: PegawaiId,
    ledger: Ledger,
    traces: Vec<Trace>,
    role: Role,
    sight: Sight,
}

impl<'a> Subjek<'a> {
    fn gather(ctx: &'a Ctx) -> Result<Subjek<'a>, Problem> {
        let world = ctx.present()?;
        Subjek::gather_in(ctx, world)
    }

    fn gather_in(ctx: &'a Ctx, world: Arc<World>) -> Result<Subjek<'a>, Problem> {
        let id = PegawaiId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
        let i = world.register.find(id).filter(|&i| ctx.sees(&world)(i)).ok_or(Problem::NotFound)?;
        let (ledger, traces) = ctx.hall.with(|conn| store::people::ledger(conn, id))?;
        let visitor = ctx.visitor()?;
        let role = visitor.role;
        // What is masked stays masked here too, until it is opened with a reason.
        let sight = Sight::of_recorder(visitor, id, &host::opened::opened(ctx, id)?.0);
        Ok(Subjek { ctx, world, i, id, ledger, traces, role, sight })
    }

    fn base(&self) -> String {
        format!("/pegawai/{}", self.id)
    }

    fn organisation(&self) -> Option<&Organisation> {
        self.world.organisation(self.world.instansi_of(self.i))
    }

    /// Whether the kind belongs to the officer's field of work.
    fn records(&self, kind: Kind) -> bool {
        self.role.records(kind)
    }

    /// Whether what stands of a kind may be corrected or annulled: it has to be in sight.
    fn corrects(&self, kind: Kind) -> bool {
        self.records(kind) && self.sight.shows(kind)
    }

    /// Numbers of identity are typed anew, never shown.
    fn withheld(&self, field: Field) -> bool {
        is_number(field) || !self.sight.reads(field)
    }

    fn post(&self, id: &str) -> Option<Pos> {
        let organisation = self.organisation()?;
        organisation.post_at.get(id).map(|&at| pos(organisation, &organisation.posts[at]))
    }

    fn read(&self, isian: &Isian) -> Result<Rancangan, Vec<Salah>> {
        let unit = |id: &str| Some(self.organisation()?.units.get(id)?.nama.clone());
        let rujukan = Rujukan {
            tables: &self.ctx.hall.tables,
            today: self.ctx.hall.today(),
            post: &|id| self.post(id),
            unit: &unit,
            withheld: &|field| self.withheld(field),
        };
        baca(isian, &self.ledger, &rujukan)
    }

    /// What stands of a statement about this person, if this reader may see it.
    fn fact(&self, target: FactId) -> Option<&kernel::Fact> {
        let row = self.ledger.standing(target)?;
        self.corrects(row.fact.kind).then_some(&row.fact)
    }

    fn say(&self, view: view::CatatView) -> Answer {
        let name = self.world.register.nama(self.i).to_owned();
        let crumbs = [("Beranda", "/"), ("Data Pegawai", "/pegawai"), (name.as_str(), &self.base())];
        let refused = !view.errors.is_empty() || view.moved;
        let frame = self.ctx.frame("Catat SK", &crumbs);
        let page = view::catat(&frame, &view);
        Ok(if refused { host::http::refused(page) } else { html(page) })
    }
}

/// A post that can be chosen.
pub fn pos(organisation: &Organisation, post: &store::organisation::Post) -> Pos {
    Pos {
        id: post.id.clone(),
        jabatan: post.jabatan.clone(),
        jenis: post.jenis.clone(),
        jenjang: post.jenjang.clone(),
        unor: post.unor.clone(),
        unor_nama: organisation.units.get(&post.unor).map_or(String::new(), |u| u.nama.clone()),
    }
}

/// `GET /pegawai/{id}/catat`: empty, or begun with what the address names: kinds (`jenis=golongan,gaji_berkala`),
/// a fact to correct (`ralat=…`) or to annul (`batal=…`).
pub fn form(ctx: &mut Ctx) -> Answer {
    let subjek = Subjek::gather(ctx)?;
    let begun = |target: FactId, tindakan: fn(FactId) -> Tindakan| {
        let fact = subjek.fact(target).ok_or(Problem::NotFound)?;
        Ok::<_, Problem>(copy(fact, tindakan(target), &|field| subjek.withheld(field)))
    };
    let asked = |name: &str| parse_target(ctx.query(name)).map(|target| subjek.ledger.first(target));
    let pernyataan = match (asked("ralat"), asked("batal")) {
        (Some(target), _) => vec![begun(target, Tindakan::Ralat)?],
        (_, Some(target)) => vec![begun(target, Tindakan::Pembatalan)?],
        _ => {
            let kinds = ctx.query("jenis").split(',').filter_map(Kind::from_name);
            let known = kinds.filter(|k| subjek.records(*k));
            known.take(STATEMENTS_MAX).map(|kind| Pernyataan::new(kind, Tindakan::Perubahan)).collect()
        }
    };
    let dasar = subjek.ledger.heads().len();
    let document = TypedDocument { bobot: "sk".into(), ..TypedDocument::default() };
    let isian = Isian { document, dasar, pernyataan };
    subjek.say(formulir::view(&subjek, &isian, Vec::new(), None))
}

/// What a ralat begins with: the fact as recorded.
fn copy(fact: &kernel::Fact, tindakan: Tindakan, withheld: &dyn Fn(Field) -> bool) -> Pernyataan {
    let mut p = Pernyataan::new(fact.kind, tindakan);
    p.tmt = fact.tmt.map_or(String::new(), |day| day.dmy());
    p.sampai = fact.until.map_or(String::new(), |day| day.add_days(-1).dmy());
    let asked = fact.values.iter().filter(|v| pilihan::asked(v.0) && !withheld(v.0));
    p.values = asked.map(|(field, value)| (*field, typed(fact, *field, value))).collect();
    p
}

/// A listed field is typed as its code, where it has one.
fn typed(fact: &kernel::Fact, field: Field, value: &Value) -> String {
    let code = pilihan::code_of(field).and_then(|code| fact.text(code)).filter(|code| !code.is_empty());
    code.map_or_else(|| value.show(), str::to_owned)
}

/// `POST /pegawai/{id}/catat`: every button of the form.
pub fn send(ctx: &mut Ctx) -> Answer {
    let upload = ctx.upload.take();
    let subjek = match ctx.field("aksi") {
        // Somebody imported a moment ago may be missing there.
        "simpan" => Subjek::gather_in(ctx, ctx.hall.recent()?).or_else(|_| Subjek::gather(ctx))?,
        _ => Subjek::gather(ctx)?,
    };
    let mut isian = Isian::read(&ctx.form);
    let mut errors = dokumen::take_in(ctx, upload, &mut isian.document)?;
    let may = |p: &Pernyataan| match p.tindakan {
        Tindakan::Perubahan => subjek.records(p.kind),
        _ => subjek.corrects(p.kind),
    };
    isian.pernyataan.retain(may);
    let action = ctx.field("aksi").to_owned();
    let (verb, number) = action.split_once(':').unwrap_or((&action, ""));
    match verb {
        "tambah" => {
            let kind = Kind::from_name(ctx.field("tambah"));
            let room = isian.pernyataan.len() < STATEMENTS_MAX;
            match kind.filter(|k| room && subjek.records(*k)) {
                Some(kind) => isian.pernyataan.push(Pernyataan::new(kind, Tindakan::Perubahan)),
                None if room => {
                    errors.push(("tambah".into(), "Pilih jenis riwayat yang hendak ditambah.".into()))
                }
                None => errors.push((
                    "tambah".into(),
                    format!(
                        "Paling banyak {STATEMENTS_MAX} hal sekali catat. Simpan dulu, lalu catat sisanya."
                    ),
                )),
            }
        }
        "hapus" => {
            if let Some(n) = number.parse().ok().filter(|n| *n < isian.pernyataan.len()) {
                isian.pernyataan.remove(n);
            }
        }
        "cari" | "ubah" => {}
        "simpan" => return save(&subjek, &isian, errors),
        _ => return check(&subjek, &isian, errors),
    }
    let searched = (verb == "cari").then(|| number.parse().ok()).flatten();
    subjek.say(formulir::view(&subjek, &isian, errors, searched))
}

fn check(subjek: &Subjek<'_>, isian: &Isian, mut errors: Vec<Salah>) -> Answer {
    match subjek.read(isian) {
        Ok(rancangan) if errors.is_empty() => {
            // From here on the officer answers for what stands now, not for what stood when they began.
            let isian = Isian { dasar: subjek.ledger.heads().len(), ..isian.clone() };
            subjek.say(periksa::view(subjek, &isian, &rancangan))
        }
        read => {
            errors.extend(read.err().unwrap_or_default());
            subjek.say(formulir::view(subjek, isian, errors, None))
        }
    }
}

fn save(subjek: &Subjek<'_>, isian: &Isian, errors: Vec<Salah>) -> Answer {
    let rancangan = match subjek.read(isian) {
        Ok(rancangan) if errors.is_empty() => rancangan,
        _ => return check(subjek, isian, errors),
    };
    let draft = Draft {
        instansi: subjek.world.instansi_of(subjek.i).to_owned(),
        actor: subjek.ctx.visitor()?.akun.clone(),
        subject: Subject::Pegawai(subjek.id),
        document: rancangan.document,
        acts: rancangan.acts,
        alasan: String::new(),
        based_on: isian.dasar,
    };
    match subjek.ctx.hall.record(draft) {
        Ok(recorded) => {
            let seq = recorded.seq.to_string();
            Ok(redirect(&url::link(&subjek.base(), &[("bagian", "jurnal"), ("tercatat", &seq)])))
        }
        Err(Unrecorded::Moved) => {
            let now = Subjek::gather(subjek.ctx)?;
            let mut view = match now.read(isian) {
                Ok(again) => {
                    let isian = Isian { dasar: now.ledger.heads().len(), ..isian.clone() };
                    periksa::view(&now, &isian, &again)
                }
                Err(errors) => formulir::view(&now, isian, errors, None),
            };
            view.moved = true;
            now.say(view)
        }
        Err(Unrecorded::Taken(field)) => {
            let n = isian.pernyataan.iter().position(|p| p.kind == Kind::Identitas).unwrap_or(0);
            let at = crate::rule::catat::field_name(n, field);
            let label = field.info().label;
            let sentence = format!("{label} ini sudah dipakai pegawai lain di sini. Periksa naskahnya.");
            subjek.say(formulir::view(subjek, isian, vec![(at, sentence)], None))
        }
        Err(Unrecorded::Failed(e)) => Err(e.into()),
    }
}
