//! `/peraturan/rancangan/{id}/andaikan`: the people a draft would touch, as far as the visitor reaches.

use super::rancangan::{Uji, uji};
use super::{HOME, LIBRARY};
use crate::rule::banding::banding;
use crate::rule::{judul, norma};
use crate::view::{self, AndaikanView, BarisLayanan, BarisOrang, Daftar, IsiAndaian, RANCANGAN, Satu};
use host::andaian::{Dampak, Pengandaian, Terdampak, layanan};
use host::potong::potong;
use host::{Action, Answer, Ctx, Problem, Reach, World, html};
use kernel::{Date, PegawaiId};
use law::{Kode, Pack};
use std::collections::BTreeMap;
use web::component::paging::Paging;
use web::url;

/// People of one page.
const PEOPLE: usize = 50;
/// Units that are shown.
const UNITS: usize = 60;
/// Readers of figures only learn nothing of fewer people than this: a question about few is one about a person.
const FEW: u64 = 5;
/// Days ahead that are offered.
const DAYS: usize = 3;

/// A question put to the page, and what the links of its answer keep.
struct Tanya<'a> {
    ctx: &'a Ctx,
    world: &'a World,
    sekarang: &'a Pack,
    rancangan: &'a Pack,
    path: String,
}

/// `GET /peraturan/rancangan/{id}/andaikan`.
pub fn page(ctx: &mut Ctx) -> Answer {
    let Uji { alamat, nama, hukum: draft } = uji(ctx)?;
    let hukum = ctx.hall.hukum();
    let world = ctx.world()?;
    let path = format!("{alamat}/andaikan");
    let tanya = Tanya { ctx, world: &world, sekarang: &hukum.pack, rancangan: &draft.pack, path };
    let hari = world.as_of.effective;
    let pilih = tanya.chosen()?;
    let sees = ctx.sees(&world);
    let counted = |i: usize| world.register.active[i] && sees(i);
    let everybody: Vec<bool> = (0..world.register.len()).map(counted).collect();
    let isi = tanya.answered(pilih, &everybody)?;
    let page = AndaikanView {
        dasar: alamat,
        nama,
        hari,
        dihitung: everybody.iter().filter(|counted| **counted).count() as u64,
        norma: tanya.choices(),
        pilih: pilih.unwrap_or("").to_owned(),
        keep: ctx.clocks.keep(),
        mendatang: tanya.ahead(),
        tertutup: tanya.closed(),
        samar: (!tanya.named()).then_some(FEW),
        isi,
    };
    let trail = [HOME, LIBRARY, ("Rancangan", RANCANGAN), ("Bandingkan", &page.dasar)];
    Ok(html(view::andaikan(&ctx.frame_at("Simulasi", &trail, &["norma"]), &page)))
}

impl Tanya<'_> {
    /// The norm of the address; one that neither pack has is not there.
    fn chosen(&self) -> Result<Option<&str>, Problem> {
        match self.ctx.query("norma") {
            "" => Ok(None),
            asked => {
                let mut all = self.sekarang.kunci().chain(self.rancangan.kunci());
                all.find(|k| *k == asked).map(Some).ok_or(Problem::NotFound)
            }
        }
    }

    /// Services by name, and the norm asked when it is none of them.
    fn choices(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = layanan(self.sekarang, self.rancangan)
            .into_iter()
            .map(|kunci| (kunci.to_owned(), self.called(kunci)))
            .collect();
        let asked = self.ctx.query("norma");
        if !asked.is_empty() && all.iter().all(|(kunci, _)| kunci != asked) {
            all.push((asked.to_owned(), self.called(asked)));
        }
        all
    }

    /// What the office calls a norm.
    fn called(&self, kunci: &str) -> String {
        let mut services = self.sekarang.layanan.iter().chain(&self.rancangan.layanan);
        let title = || judul(&self.rancangan.book(None, None), kunci, self.world.as_of.effective);
        services.find(|l| &*l.norma == kunci).map_or_else(title, |l| l.nama.to_string())
    }

    /// Days ahead on which something of the draft begins.
    fn ahead(&self) -> Vec<(Date, String)> {
        let days = banding(self.sekarang, self.rancangan, self.world.as_of.effective, |_| false).mendatang;
        let norma = self.ctx.query("norma");
        let at = |day: Date| (day, url::link(&self.path, &[("norma", norma), ("berlaku", &day.to_string())]));
        days.into_iter().take(DAYS).map(at).collect()
    }

    /// Closed facts, in words.
    fn closed(&self) -> Vec<String> {
        let all = self.sekarang.words.fakta_list().iter().filter(|f| f.tertutup);
        all.map(|f| f.label.to_string()).collect()
    }

    /// Whether people may be told by name.
    fn named(&self) -> bool {
        self.ctx.visitor.as_ref().is_some_and(|v| v.reach(Action::DaftarPegawai) != Reach::None)
    }

    /// Whether so many may be told of.
    fn told(&self, n: u64) -> bool {
        n >= FEW || self.named()
    }

    fn answered(&self, pilih: Option<&str>, counted: &[bool]) -> Result<IsiAndaian, Problem> {
        let asked = Pengandaian {
            sekarang: self.sekarang,
            rancangan: self.rancangan,
            norma: pilih.map_or_else(|| layanan(self.sekarang, self.rancangan), |one| vec![one]),
            tertutup: false,
        };
        let world = self.world;
        let found = self.ctx.hall.on_rancangan(|| world.andaikan(&asked, |i| counted[i]));
        Ok(match (found.ok_or(Problem::Busy)?, pilih) {
            (Err(why), _) => IsiAndaian::Tidak(why),
            (Ok(all), None) => IsiAndaian::Ringkas(all.iter().map(|one| self.service(one)).collect()),
            (Ok(all), Some(_)) => {
                let told = all.first().filter(|one| self.told(one.orang.len() as u64));
                IsiAndaian::Satu(Box::new(told.map(|one| self.single(one)).unwrap_or_default()))
            }
        })
    }

    fn service(&self, one: &Dampak) -> BarisLayanan {
        let orang = Some(one.orang.len() as u64).filter(|n| self.told(*n)).unwrap_or(0);
        let turns = one.perubahan().into_iter().map(|((a, b), n)| (a, b, n));
        BarisLayanan {
            nama: self.called(&one.norma),
            href: self.link(&one.norma, &[]),
            norma: one.norma.clone(),
            orang,
            perubahan: turns.filter(|(_, _, n)| self.told(*n)).collect(),
        }
    }

    /// This page about a norm, on the same day.
    fn link(&self, norma: &str, more: &[(&str, &str)]) -> String {
        let clocks = self.ctx.clocks.keep();
        let mut pairs = vec![("norma", norma)];
        pairs.extend(clocks.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        pairs.extend(more);
        url::link(&self.path, &pairs)
    }

    fn single(&self, one: &Dampak) -> Satu {
        let named = self.named();
        let list = |more: &[(&str, &str)]| named.then(|| format!("{}#pegawai", self.link(&one.norma, more)));
        let mut units: Vec<_> = one.menurut_unit(self.world).into_iter().collect();
        units.sort_by_key(|((_, unit), n)| (std::cmp::Reverse(*n), *unit));
        let many = units.iter().any(|((id, _), _)| *id != units[0].0.0);
        let instansi = |id: &str| {
            let own = self.world.tenants.iter().find(|t| many && t.id == id);
            own.map_or(String::new(), |t| t.nama.clone())
        };
        let mut by_instansi: BTreeMap<&str, u64> = BTreeMap::new();
        units.iter().for_each(|((id, _), n)| *by_instansi.entry(id).or_default() += n);
        let by_instansi = by_instansi.into_iter().filter(|(_, n)| many && self.told(*n));
        let mut governments: Vec<(String, u64)> = by_instansi.map(|(id, n)| (instansi(id), n)).collect();
        units.retain(|(_, n)| self.told(*n));
        governments.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Satu {
            orang: one.orang.len() as u64,
            instansi: governments,
            perubahan: one
                .perubahan()
                .into_iter()
                .filter(|(_, n)| self.told(*n))
                .map(|((a, b), n)| (a, b, n, list(&[("arah", &turn(a, b))])))
                .collect(),
            sebab: one
                .menurut_sebab()
                .into_iter()
                .filter(|(_, n)| self.told(*n))
                .map(|(key, n)| (key.to_owned(), self.wording(&one.norma, key), n, list(&[("sebab", key)])))
                .collect(),
            unit_sisa: units.len().saturating_sub(UNITS),
            unit: units
                .into_iter()
                .take(UNITS)
                .map(|((id, unit), n)| (instansi(id), unit.to_owned(), n))
                .collect(),
            daftar: named.then(|| self.people(one)),
        }
    }

    /// What the part that decides says, under the draft or else now.
    fn wording(&self, kunci: &str, part: &str) -> String {
        let of = |pack: &Pack| {
            let isi = norma::isi(pack, kunci, self.world.as_of.effective)?;
            isi.bagian.into_iter().find(|b| b.kunci == part).map(|b| b.bunyi)
        };
        of(self.rancangan).or_else(|| of(self.sekarang)).unwrap_or_default()
    }

    /// Those whom the visitor may list, by name.
    fn people(&self, one: &Dampak) -> Daftar {
        let (ctx, r) = (self.ctx, &self.world.register);
        let listed = ctx.sees_with(self.world, Some(Action::DaftarPegawai));
        let opened = ctx.sees_with(self.world, Some(Action::LihatPegawai));
        let (arah, sebab) = (ctx.query("arah"), ctx.query("sebab"));
        let wanted = |o: &&Terdampak| {
            listed(o.baris as usize)
                && (arah.is_empty() || turn(o.dari, o.jadi) == arah)
                && (sebab.is_empty() || one.sebab_of(o) == sebab)
        };
        let mut all: Vec<&Terdampak> = one.orang.iter().filter(wanted).collect();
        all.sort_by_key(|o| r.rank(o.baris as usize));
        let id = |o: &Terdampak| r.id[o.baris as usize];
        let behind = ctx.query("sesudah");
        let place = PegawaiId::parse(behind).and_then(|wanted| all.iter().position(|o| id(o) == wanted));
        let cut = potong(all.len(), PEOPLE, place);
        let to = |place: Option<usize>| {
            let behind = place.and_then(|p| all.get(p)).map_or(String::new(), |o| id(o).to_string());
            let more = [("arah", arah), ("sebab", sebab), ("sesudah", behind.as_str())];
            format!("{}#pegawai", self.link(&one.norma, &more))
        };
        let row = |o: &&Terdampak| {
            let i = o.baris as usize;
            BarisOrang {
                nama: r.nama(i).to_owned(),
                nip: r.nip(i).to_owned(),
                href: opened(i).then(|| format!("/pegawai/{}", r.id[i])),
                unit: self.world.unit_of(i).to_owned(),
                dari: o.dari,
                jadi: o.jadi,
                sebab: one.sebab_of(o).to_owned(),
            }
        };
        let narrowed = (!arah.is_empty() || !sebab.is_empty()).then(|| {
            let what = if sebab.is_empty() { "sebagian jawaban" } else { sebab };
            (what.to_owned(), format!("{}#pegawai", self.link(&one.norma, &[])))
        });
        Daftar {
            saring: narrowed,
            paging: Paging {
                first: if cut.rows.is_empty() { 0 } else { cut.rows.start as u64 + 1 },
                last: cut.rows.end as u64,
                total: Some(all.len() as u64),
                previous_href: cut.previous.map(to),
                next_href: cut.next.map(|place| to(Some(place))),
                sizes: Vec::new(),
            },
            rows: all[cut.rows].iter().map(row).collect(),
        }
    }
}

/// A turn in an address.
fn turn(from: Kode, to: Kode) -> String {
    format!("{}-{}", from.word(), to.word())
}
