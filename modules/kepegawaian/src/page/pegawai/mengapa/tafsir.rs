//! `/pegawai/{id}/tafsir/{norma}`: where the law answers with several positions, the one an official chose
//! for this person, and the form that records or takes back a choice. The answer itself stays as it is.

use super::layanan::frame;
use super::pohon::{hasil, ketentuan, value_of};
use super::{Dibaca, Tanya, read};
use crate::view::{self, FormTafsir, Pilihan, TafsirView};
use host::teks::{REASON, REASON_WRONG, typed};
use host::{Action, Answer, Ctx, Problem, Reach, Role, http, redirect, tafsir};
use kernel::check::day;
use kernel::{Date, Stamp};
use law::receipt::{Tertutup, receipt};
use law::{Answer as Jawab, Verdict};
use store::derive::hex;
use store::pejabat::Pejabat;
use store::pejabat::tafsir::{NewPilihan, Pilihan as Entri, Posisi, record};
use web::url;

/// The choice that takes the standing one back.
const BACK: &str = "!cabut";
/// Letters of an official's name and office, and of a number.
const NAME: std::ops::RangeInclusive<usize> = 5..=150;
const NUMBER: std::ops::RangeInclusive<usize> = 1..=100;

/// `GET /pegawai/{id}/tafsir/{norma}`.
pub fn form(ctx: &mut Ctx) -> Answer {
    let read = read(ctx)?;
    let tanya = read.ask(ctx)?;
    let norma = Norma::of(&tanya)?;
    Ok(http::html(said(&tanya, &norma, Vec::new())?))
}

/// A norm asked about a person, and what was chosen for it.
struct Norma<'t> {
    kunci: &'t str,
    answer: Option<Jawab>,
    /// Entries about it, oldest first.
    history: Vec<&'t Entri>,
}

/// A position one may choose now.
struct Offered {
    kunci: String,
    bunyi: String,
    jawaban: String,
}

impl<'t> Norma<'t> {
    fn of(tanya: &'t Tanya<'_>) -> Result<Norma<'t>, Problem> {
        let kunci = tanya.orang.ctx.param("norma");
        let answer = tanya.answer(kunci, &tanya.potret);
        let history: Vec<&Entri> = tanya.pilihan.iter().filter(|p| p.norma == kunci).collect();
        match answer.is_none() && history.is_empty() {
            true => Err(Problem::NotFound),
            false => Ok(Norma { kunci, answer, history }),
        }
    }

    fn in_force(&self) -> Option<&'t Entri> {
        self.history.last().copied().filter(|p| p.posisi.is_some())
    }

    fn positions(&self, tanya: &Tanya<'_>) -> Vec<Offered> {
        let Some(answer) = &self.answer else { return Vec::new() };
        let Verdict::Sengketa(list) = &answer.verdict else { return Vec::new() };
        let wording = |kunci: &str| answer.pohon.cabang.iter().find(|node| &*node.kunci == kunci);
        let one = |p: &law::verdict::Posisi| Offered {
            kunci: p.kunci.to_string(),
            bunyi: wording(&p.kunci).map_or(p.kunci.to_string(), |node| node.bunyi.clone()),
            jawaban: match &p.nilai {
                Some(value) => value_of(tanya, value, &answer.satuan),
                None => hasil(p.hasil).words().to_owned(),
            },
        };
        list.iter().map(one).collect()
    }

    /// What a form carries to say which positions and which entries its sender has seen.
    fn seen(&self, tanya: &Tanya<'_>) -> String {
        let positions = self.positions(tanya);
        let told: String = positions.iter().map(|p| format!("{} {}\n", p.kunci, p.jawaban)).collect();
        let last = self.history.last().map_or(String::new(), |last| last.entry.to_string());
        hex(&store::berkas::sha256(format!("{told}{last}{}", hex(&self.sidik(tanya))).as_bytes())[..16])
    }

    fn sidik(&self, tanya: &Tanya<'_>) -> [u8; 32] {
        tafsir::sidik(&tanya.hukum.pack, self.kunci, tanya.law_day(), tanya.wilayah)
    }

    /// Why nothing can be recorded here now; empty when it can.
    fn refusal(&self, tanya: &Tanya<'_>) -> &'static str {
        let ctx = tanya.orang.ctx;
        if tanya.orang.is_own() {
            "Posisi tentang diri sendiri dipilih oleh pejabat lain."
        } else if !ctx.clocks.is_present() {
            "Posisi dipilih pada keadaan hari ini. Kembali ke hari ini untuk memilih."
        } else if self.positions(tanya).is_empty() && self.in_force().is_none() {
            "Menurut data dan hukum tanggal ini jawabannya satu, jadi tidak ada posisi yang perlu dipilih."
        } else {
            ""
        }
    }
}

/// `POST /pegawai/{id}/tafsir/{norma}`.
pub fn choose(ctx: &mut Ctx) -> Answer {
    let read: Dibaca = read(ctx)?;
    let tanya = read.ask(ctx)?;
    let norma = Norma::of(&tanya)?;
    let refusal = norma.refusal(&tanya);
    if !refusal.is_empty() {
        return Err(Problem::Refused("TAFSIR-01", refusal.into()));
    }
    let typed = Diisi::read(&tanya, &norma);
    if !typed.errors.is_empty() {
        return Ok(http::refused(said(&tanya, &norma, typed.errors)?));
    }
    let visitor = ctx.visitor()?;
    let signature = visitor.signature();
    let new = NewPilihan {
        pegawai: tanya.orang.id,
        norma: norma.kunci,
        pejabat: &typed.pejabat,
        tertutup: tertutup(&tanya, &norma),
        posisi: typed.posisi,
        alasan: &typed.alasan,
        nomor: &typed.nomor,
        tanggal: typed.tanggal,
        after: norma.history.last().map(|last| last.entry),
    };
    let world = tanya.orang.world;
    let who = Pejabat { instansi: world.instansi_of(tanya.orang.i), actor: &visitor.akun, by: &signature };
    let node = &ctx.hall.node;
    ctx.hall.with(|conn| {
        let mut source = node.source(conn)?;
        record(conn, &node.key, &mut source, &who, &new)
    })?;
    Ok(redirect(&tanya.link(&tanya.tafsir_href(norma.kunci))))
}

/// What is taken back stays as closed as it was.
fn tertutup(tanya: &Tanya<'_>, norma: &Norma<'_>) -> &'static str {
    let before = norma.history.iter().any(|p| Tertutup::parse(&p.tertutup) == Tertutup::Dipakai);
    let now = norma.answer.as_ref().map(|answer| {
        let ask = tanya.question(norma.kunci, tanya.as_of().effective);
        receipt(&tanya.hukum.pack, &ask, &tanya.potret, answer, "", tanya.closed).tertutup
    });
    let used = before || now == Some(Tertutup::Dipakai);
    if used { Tertutup::Dipakai.word() } else { now.unwrap_or(Tertutup::Tidak).word() }
}

/// A form as typed, and what was wrong with it.
struct Diisi {
    posisi: Option<Posisi>,
    pejabat: String,
    alasan: String,
    nomor: String,
    tanggal: Option<Date>,
    errors: Vec<(String, String)>,
}

impl Diisi {
    fn read(tanya: &Tanya<'_>, norma: &Norma<'_>) -> Diisi {
        let ctx = tanya.orang.ctx;
        let mut errors: Vec<(String, String)> = Vec::new();
        let mut wrong = |field: &str, sentence: &str| errors.push((field.to_owned(), sentence.to_owned()));
        let word = ctx.field("posisi");
        let chosen = norma.positions(tanya).into_iter().find(|p| p.kunci == word);
        let back = word == BACK && norma.in_force().is_some();
        if ctx.field("dilihat") != norma.seen(tanya) {
            wrong(
                "posisi",
                "Jawaban atau pilihannya berubah sejak halaman ini dibuka. Baca yang baru, lalu putuskan lagi.",
            );
        } else if chosen.is_none() && !back {
            wrong("posisi", "Pilih satu posisi, atau cabut pilihan yang sekarang.");
        }
        let alasan = typed(ctx.field("alasan"), REASON);
        if alasan.is_none() {
            wrong("alasan", REASON_WRONG);
        }
        let (own, on_paper) = (ctx.visitor.as_ref(), on_paper(ctx));
        let pejabat = match own.filter(|_| !on_paper) {
            Some(visitor) => Some(visitor.signature()),
            None => typed(ctx.field("pejabat"), NAME),
        };
        if pejabat.is_none() {
            wrong("pejabat", "Tulis nama dan jabatan pejabat yang memilih, 5 sampai 150 huruf.");
        }
        let empty = |field: &str| ctx.field(field).trim().is_empty();
        let nomor = typed(ctx.field("nomor"), NUMBER);
        if nomor.is_none() && (on_paper || !empty("nomor")) {
            wrong("nomor", "Tulis nomor dokumen pejabat itu, paling banyak 100 huruf.");
        }
        let tanggal = Date::parse(ctx.field("tanggal").trim());
        let today = ctx.hall.today();
        if tanggal.is_none_or(|day| day > today) && (on_paper || !empty("tanggal")) {
            wrong("tanggal", "Tulis tanggal dokumen itu, tidak sesudah hari ini, misalnya 22-11-2026.");
        }
        let posisi = chosen.map(|p| Posisi {
            kunci: p.kunci,
            bunyi: p.bunyi,
            jawaban: p.jawaban,
            berlaku: tanya.as_of().effective,
            hukum: tanya.law_day(),
            paket: tanya.hukum.pack.hash,
            sidik: norma.sidik(tanya),
        });
        Diisi {
            posisi,
            pejabat: pejabat.unwrap_or_default(),
            alasan: alasan.unwrap_or_default(),
            nomor: nomor.unwrap_or_default(),
            tanggal,
            errors,
        }
    }
}

/// Officers record what a leader decided on paper; a leader chooses under the own name.
fn on_paper(ctx: &Ctx) -> bool {
    ctx.visitor.as_ref().is_none_or(|v| v.role != Role::Pimpinan)
}

fn said(
    tanya: &Tanya<'_>,
    norma: &Norma<'_>,
    errors: Vec<(String, String)>,
) -> Result<maud::Markup, Problem> {
    let ctx = tanya.orang.ctx;
    let href = tanya.tafsir_href(norma.kunci);
    let may = ctx.visitor()?.reach(Action::PilihTafsir) != Reach::None;
    let refusal = norma.refusal(tanya);
    let choices =
        norma.positions(tanya).into_iter().map(|p| (p.kunci, format!("{}: {}", p.jawaban, p.bunyi)));
    let back = norma.in_force().map(|_| (BACK.to_owned(), "Cabut pilihan yang sekarang".to_owned()));
    let hukum = tanya.hukum_pada.map(|day| day.to_string()).unwrap_or_default();
    let field = |name: &str| (name.to_owned(), ctx.field(name).to_owned());
    let form = (may && refusal.is_empty()).then(|| FormTafsir {
        action: url::link(&href, &[("hukum", &hukum)]),
        seen: norma.seen(tanya),
        choices: choices.chain(back).collect(),
        on_paper: on_paper(ctx),
        typed: ["posisi", "pejabat", "alasan", "nomor", "tanggal"].map(field).to_vec(),
        errors,
    });
    let mut ketentuan = ketentuan(tanya, norma.kunci, &tanya.potret, None);
    // A page does not lead to itself.
    let here = tanya.link(&href);
    ketentuan.pilih.retain(|(_, to)| *to != here);
    let frame = frame(tanya, &format!("Beda tafsir: {}", ketentuan.title))?;
    let view = TafsirView {
        about: tanya.about(href, false),
        ketentuan,
        history: norma.history.iter().rev().map(|p| pilihan(tanya, p)).collect(),
        form,
        refusal: if may { refusal.to_owned() } else { String::new() },
    };
    Ok(view::tafsir(&frame, &view))
}

/// A choice as a page says it.
pub fn pilihan(tanya: &Tanya<'_>, entry: &Entri) -> Pilihan {
    let nomor =
        [entry.nomor.clone(), entry.tanggal.map(|d| format!("tanggal {}", day(d))).unwrap_or_default()];
    let posisi = entry.posisi.as_ref();
    Pilihan {
        position: posisi.map(|p| p.bunyi.clone()),
        answer: posisi.map(|p| p.jawaban.clone()).unwrap_or_default(),
        asked: posisi
            .map_or(String::new(), |p| format!("Keadaan per {}, hukum per {}", day(p.berlaku), day(p.hukum))),
        official: entry.pejabat.clone(),
        document: nomor.iter().filter(|t| !t.is_empty()).cloned().collect::<Vec<_>>().join(" "),
        reason: entry.alasan.clone(),
        recorded: format!("{} oleh {}", moment(entry.recorded), entry.by),
        outdated: tafsir::reads_differently(&tanya.hukum.pack, entry, tanya.wilayah),
    }
}

/// `22 Nov 2026 09.31 WIB`
fn moment(stamp: Stamp) -> String {
    let wib = stamp.wib();
    format!("{} {} WIB", day(stamp.date_wib()), wib.split(' ').nth(1).unwrap_or(""))
}
