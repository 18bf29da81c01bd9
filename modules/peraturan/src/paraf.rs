//! Signatures on norms: read for the pages, signed and taken back by legal staff.

use crate::page::{day, uji};
use crate::rule::kasus::Uji;
use crate::rule::paraf::{Bunyi, Status, Tertanda, bunyi, keadaan, statuses};
use crate::view::{ParafView, Tanda};
use host::teks::{REASON, REASON_WRONG, typed};
use host::{Action, Answer, Ctx, Problem, Reach, redirect};
use kernel::{Date, EntryId, Stamp};
use law::Pack;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};
use store::derive::hex;
use store::pejabat::Pejabat;
use store::pejabat::paraf::{Naskah, Paraf, in_force, of_instansi, of_norm, record, signs};

/// Letters of a remark.
const REMARK: std::ops::RangeInclusive<usize> = 3..=300;
/// Texts kept worked out for a pack.
const KEPT: usize = 20_000;

/// Texts of a pack, worked out when asked for the first time.
type Known = (Option<[u8; 32]>, HashMap<(String, Date), Option<Bunyi>>);

/// What norms say, worked out once for a pack.
fn read(pack: &Pack, uji: &Uji, kunci: &str, hukum: Date) -> Option<Bunyi> {
    static KNOWN: Mutex<Option<Known>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let (hash, texts) = known.get_or_insert_with(Known::default);
    if *hash != Some(pack.hash) || texts.len() > KEPT {
        (*hash, *texts) = (Some(pack.hash), HashMap::new());
    }
    let make = || bunyi(pack, uji.norma.get(kunci), kunci, hukum);
    *texts.entry((kunci.to_owned(), hukum)).or_insert_with(make)
}

/// The instansi whose legal staff sign on the visitor's pages.
fn instansi(ctx: &Ctx) -> Result<String, Problem> {
    let world = ctx.present()?;
    Ok(ctx.visitor()?.home(&world.tenants).map(|t| t.id.clone()).unwrap_or_default())
}

fn signed(paraf: &Paraf) -> Tertanda {
    let Naskah { hukum, sidik, kasus, .. } = paraf.naskah;
    Tertanda { hukum, bunyi: Bunyi { sidik, kasus } }
}

/// How every signed norm stands on a law date.
pub fn all(ctx: &Ctx, pack: &Pack, hukum: Date) -> Result<BTreeMap<String, Status>, Problem> {
    let instansi = instansi(ctx)?;
    let list = ctx.hall.with(|conn| of_instansi(conn, &instansi))?;
    let uji = uji(pack);
    let mut all = BTreeMap::new();
    for norm in list.chunk_by(|a, b| a.norma == b.norma) {
        let open = in_force(norm).filter(|p| pack.kunci().any(|k| k == p.norma));
        let open = open.map(|p| (p.norma.as_str(), signed(p)));
        all.extend(statuses(open, hukum, |kunci, day| read(pack, &uji, kunci, day)));
    }
    Ok(all)
}

/// Signatures on one norm as its page shows them.
pub fn of_page(ctx: &Ctx, pack: &Pack, kunci: &str, hukum: Date) -> Result<ParafView, Problem> {
    let instansi = instansi(ctx)?;
    let list = ctx.hall.with(|conn| of_norm(conn, &instansi, kunci))?;
    let uji = uji(pack);
    let now = read(pack, &uji, kunci, hukum);
    let visitor = ctx.visitor()?;
    let may = visitor.reach(Action::ParafNorma) != Reach::None;
    let by_me = |text: &Bunyi| in_force(&list).any(|p| signs(p, &visitor.akun, &naskah(pack, hukum, text)));
    let back = |entry| list.iter().find(|p| p.mencabut == Some(entry));
    let tanda = |p: &Paraf| Tanda {
        entry: p.entry.to_string(),
        by: p.by.clone(),
        when: moment(p.recorded),
        hukum: p.naskah.hukum,
        sidik: hex(&p.naskah.sidik)[..16].to_owned(),
        catatan: p.catatan.clone(),
        keadaan: keadaan(&signed(p), now, read(pack, &uji, kunci, p.naskah.hukum)),
        dicabut: back(p.entry)
            .map(|b| format!("Dicabut {} oleh {}: {}", moment(b.recorded), b.by, b.catatan)),
    };
    Ok(ParafView {
        tanda: list.iter().rev().filter(|p| p.mencabut.is_none()).map(tanda).collect(),
        may,
        seen: now.filter(|text| may && !by_me(text)).map(|text| seen(&text)),
    })
}

fn naskah(pack: &Pack, hukum: Date, text: &Bunyi) -> Naskah {
    Naskah { hukum, paket: pack.hash, sidik: text.sidik, kasus: text.kasus }
}

/// What a form carries to say which text its sender has read.
fn seen(text: &Bunyi) -> String {
    format!("{}{}", hex(&text.sidik[..16]), hex(&text.kasus[..16]))
}

fn refused(sentence: &str) -> Problem {
    Problem::Refused("PARAF-01", sentence.into())
}

/// `POST /peraturan/norma/{kunci}/paraf`: signs, or takes a signature back.
pub fn send(ctx: &mut Ctx) -> Answer {
    let hukum = day(ctx, "hukum", ctx.hall.today())?;
    let law = ctx.hall.hukum();
    let pack = &law.pack;
    let kunci = ctx.param("kunci");
    if !pack.kunci().any(|k| k == kunci) {
        return Err(Problem::NotFound);
    }
    let instansi = instansi(ctx)?;
    let (naskah, mencabut, remark) = match ctx.field("cabut") {
        "" => sign(ctx, pack, kunci, hukum)?,
        entry => take_back(ctx, &instansi, kunci, entry)?,
    };
    let visitor = ctx.visitor()?;
    let signature = visitor.signature();
    let who = Pejabat { instansi: &instansi, actor: &visitor.akun, by: &signature };
    let node = &ctx.hall.node;
    ctx.hall.with(|conn| {
        let mut source = node.source(conn)?;
        record(conn, &node.key, &mut source, &who, kunci, &naskah, (mencabut, &remark))
    })?;
    let base = format!("/peraturan/norma/{}", web::url::encode(kunci));
    let day = if hukum == ctx.hall.today() { String::new() } else { hukum.to_string() };
    Ok(redirect(&web::url::link(&base, &[("hukum", &day)])))
}

type Stated = (Naskah, Option<EntryId>, String);

fn sign(ctx: &Ctx, pack: &Pack, kunci: &str, hukum: Date) -> Result<Stated, Problem> {
    let uji = uji(pack);
    let text = read(pack, &uji, kunci, hukum).ok_or_else(|| {
        refused("Norma ini tidak berlaku pada tanggal hukum itu. Pilih tanggal lain, lalu paraf.")
    })?;
    let own = uji.norma.get(kunci);
    if own.is_some_and(|own| own.gagal > 0) {
        return Err(refused("Ada kasus emas norma ini yang dijawab berbeda. Perbaiki dahulu, lalu paraf."));
    }
    if ctx.field("dilihat") != seen(&text) {
        return Err(refused(
            "Bunyi norma atau kasusnya lain daripada yang Anda buka. Muat ulang halaman norma, periksa, lalu paraf.",
        ));
    }
    let remark = match ctx.field("catatan").trim() {
        "" => String::new(),
        given => typed(given, REMARK)
            .ok_or_else(|| refused("Catatan paraf 3 sampai 300 huruf, tanpa karakter kendali."))?,
    };
    Ok((naskah(pack, hukum, &text), None, remark))
}

fn take_back(ctx: &Ctx, instansi: &str, kunci: &str, entry: &str) -> Result<Stated, Problem> {
    let entry = EntryId::parse(entry).ok_or(Problem::NotFound)?;
    let list = ctx.hall.with(|conn| of_norm(conn, instansi, kunci))?;
    let found = list.iter().find(|p| p.entry == entry && p.mencabut.is_none()).ok_or(Problem::NotFound)?;
    let reason = typed(ctx.field("alasan"), REASON).ok_or_else(|| refused(REASON_WRONG))?;
    Ok((found.naskah, Some(entry), reason))
}

/// `22 Nov 2026 09.31 WIB`
fn moment(stamp: Stamp) -> String {
    let wib = stamp.wib();
    format!("{} {} WIB", kernel::check::day(stamp.date_wib()), wib.split(' ').nth(1).unwrap_or(""))
}
