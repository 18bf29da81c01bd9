//! Norms: the list by prefix, and one norm on one law date as article and as rule.

use super::kasus::Uji;
use super::tabel::{self, Tabel};
use super::ungkapan::{Pembaca, Rujukan};
use super::{Nama, cocok, judul, nama, versi};
use kernel::Date;
use kernel::tables::Kepastian;
use law::Pack;
use law::act::{Bagian as Part, Fields};
use law::book::{Book, Citation, NormBody};
use law::plan::{Bentuk, ParamUse, Piece, Plan, Step};
use law::value::Value;

/// Rows of one page of the list.
pub const ROWS: usize = 100;

/// A norm in the list.
#[derive(Clone, Debug)]
pub struct Baris {
    /// `kp.reguler`
    pub kunci: String,
    /// Its heading.
    pub judul: String,
    /// `syarat`
    pub bentuk: String,
    /// The act that says it on the law date; `None` when it does not hold then.
    pub akta: Option<Nama>,
    /// The act is repealed and this is carried on.
    pub diteruskan: bool,
    /// How sure we are.
    pub kepastian: Option<Kepastian>,
    /// Golden cases, and those that fail.
    pub kasus: (usize, usize),
}

/// Keys and headings of the norms that fit a question and a prefix, in order of keys.
pub fn cari(pack: &Pack, hukum: Date, question: &str, prefix: &str) -> Vec<(String, String)> {
    let book = pack.book(None, None);
    let within = pack.kunci().filter(|k| prefix.is_empty() || awalan(k) == prefix);
    let titled = within.map(|k| (k.to_owned(), judul(&book, k, hukum)));
    titled.filter(|(key, title)| cocok(question, [key.as_str(), title.as_str()])).collect()
}

/// Norms as rows, put together by prefix.
pub fn kelompok(
    pack: &Pack,
    uji: &Uji,
    hukum: Date,
    list: Vec<(String, String)>,
) -> Vec<(String, Vec<Baris>)> {
    let book = pack.book(None, None);
    let mut groups: Vec<(String, Vec<Baris>)> = Vec::new();
    for (kunci, judul) in list {
        let prefix = awalan(&kunci).to_owned();
        let row = baris(pack, &book, uji, &kunci, judul, hukum);
        match groups.last_mut() {
            Some((last, rows)) if *last == prefix => rows.push(row),
            _ => groups.push((prefix, vec![row])),
        }
    }
    groups
}

/// What stands before the first dot.
pub fn awalan(kunci: &str) -> &str {
    kunci.split_once('.').map_or(kunci, |parts| parts.0)
}

fn baris(pack: &Pack, book: &Book, uji: &Uji, kunci: &str, judul: String, hukum: Date) -> Baris {
    let version = book.version(kunci, hukum);
    let body = version.map(|v| book.body(kunci, v, hukum));
    let own = uji.norma.get(kunci);
    Baris {
        kunci: kunci.to_owned(),
        judul,
        bentuk: body.as_ref().map_or(String::new(), |b| text(&b.fields, "bentuk")),
        akta: version.map(|v| nama(&pack.akta, &v.akta)),
        diteruskan: version.is_some_and(|v| v.saving.is_some()),
        kepastian: body.map(|b| b.kepastian),
        kasus: own.map_or((0, 0), |u| (u.kasus, u.gagal)),
    }
}

/// One norm on one law date.
#[derive(Clone, Debug)]
pub struct Isi {
    /// Its shape.
    pub bentuk: Bentuk,
    /// Where it stands.
    pub dasar: Sitir,
    /// Whom it concerns, in words; empty for everybody.
    pub untuk: String,
    /// Expressions of the norm itself: whom it concerns, its value.
    pub aturan: Vec<Aturan>,
    /// What its value is counted in.
    pub satuan: String,
    /// Its law date is that of an event, in words; empty when that of the question.
    pub waktu: String,
    /// Conditions, components or positions in the order of the article.
    pub bagian: Vec<Bagian>,
    /// Parameters it uses, with value and unit.
    pub param: Vec<Pakai>,
    /// Tables it uses, rows of the law date.
    pub tabel: Vec<Tabel>,
    /// Norms it asks: key and heading.
    pub norma: Vec<(String, String)>,
    /// Facts it asks for: name and label.
    pub fakta: Vec<(String, String)>,
    /// Note for readers.
    pub catatan: String,
}

/// Where something stands, with what a page adds to the sentence.
#[derive(Clone, Debug)]
pub struct Sitir {
    /// The act.
    pub akta: Nama,
    /// The whole citation.
    pub teks: String,
    /// The same inside its norm: the article alone where the rest is that of the norm.
    pub singkat: String,
    /// On which condition it is carried on.
    pub syarat: String,
    /// How sure we are.
    pub kepastian: Kepastian,
}

/// A rule as data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aturan {
    /// `Terpenuhi bila`
    pub label: &'static str,
    /// Read aloud; the same as `kode` where there is nothing to read.
    pub kata: String,
    /// As the pack has it; empty for words only.
    pub kode: String,
}

/// A part of a norm.
#[derive(Clone, Debug)]
pub struct Bagian {
    /// Its key.
    pub kunci: String,
    /// What the law says.
    pub bunyi: String,
    /// Where it stands.
    pub dasar: Sitir,
    /// It never fails anybody: too uncertain, or it only warns.
    pub lunak: bool,
    /// What it asks.
    pub aturan: Vec<Aturan>,
    /// Routes of which one is enough.
    pub jalur: Vec<Bagian>,
    /// Note for readers.
    pub catatan: String,
}

/// A parameter as used.
#[derive(Clone, Debug)]
pub struct Pakai {
    /// `kp.masa_min`
    pub kunci: String,
    /// `4 tahun`
    pub nilai: String,
    /// Where it stands.
    pub dasar: Sitir,
}

/// A norm on a law date; `None` when it does not hold then.
pub fn isi(pack: &Pack, kunci: &str, hukum: Date) -> Option<Isi> {
    let book = pack.book(None, None);
    let version = book.version(kunci, hukum)?;
    // Not through the store of plans: a page may be asked for any day.
    let plan = law::compile::plan(&book, &pack.words, kunci, hukum, &[]).ok().flatten()?;
    let body = book.body(kunci, version, hukum);
    let param = |key: &str| book.param(key, hukum).map(|(_, p)| format!("{} {}", p.nilai.text, p.satuan));
    let param = |key: &str| param(key).map(|text| text.replace('\'', "").trim().to_owned());
    let norma = |key: &str| judul(&book, key, hukum);
    let reader = Pembaca { words: &pack.words, param: &param, norma: &norma };
    let all = names(&body);
    let used = used_params(&plan);
    let table = |name: &String| {
        book.table(name, hukum).map(|(v, t)| tabel::tabel(&pack.words, &v.akta, t, Some(hukum), tabel::FEW))
    };
    let waktu = body.fields.get("waktu").map_or(String::new(), |s| reader.kata(&s.text));
    Some(Isi {
        bentuk: plan.bentuk,
        dasar: sitir(&plan.dasar),
        untuk: text(&body.fields, "subjek_bunyi"),
        aturan: rules(
            &reader,
            &body.fields,
            &[
                ("subjek", "Berlaku bagi"),
                ("nilai", "Nilainya"),
                ("tabel", "Menurut tabel"),
                ("norma", "Diambil dari norma"),
                ("waktu_calon", "Dibandingkan pada hukum tanggal"),
            ],
        ),
        satuan: plan.satuan.to_string(),
        waktu,
        bagian: body
            .bagian
            .iter()
            .filter_map(|part| {
                let step = plan.langkah.iter().find(|s| s.kunci == part.kunci)?;
                Some(bagian(pack, &reader, part, step, &plan.dasar))
            })
            .collect(),
        param: used.iter().map(|p| pakai(pack, p, &plan.dasar)).collect(),
        tabel: all.tabel.iter().filter_map(table).collect(),
        norma: all.norma.iter().map(|k| (k.clone(), norma(k))).collect(),
        fakta: plan
            .fakta
            .iter()
            .map(|id| pack.words.fakta(*id))
            .map(|f| (f.nama.to_string(), f.label.to_string()))
            .collect(),
        catatan: plan.catatan.to_string(),
    })
}

fn names(body: &NormBody) -> Rujukan {
    let mut all = Rujukan::default();
    versi::of_fields(&body.fields, &mut all);
    body.bagian.iter().for_each(|part| versi::of_part(part, &mut all));
    all
}

fn bagian(pack: &Pack, reader: &Pembaca<'_>, part: &Part, step: &Step, norm: &Citation) -> Bagian {
    let routes: &[Step] = match &step.isi {
        law::plan::Isi::SalahSatu(routes) => routes,
        _ => &[],
    };
    let of_route = |step: &Step| {
        let part = part.jalur.iter().find(|p| p.kunci == step.kunci)?;
        Some(bagian(pack, reader, part, step, norm))
    };
    let mut aturan = rules(
        reader,
        &part.fields,
        &[
            ("bila", "Terpenuhi bila"),
            ("nilai", "Nilainya"),
            ("norma", "Menurut norma"),
            ("bobot", "Bobot (persen)"),
            ("maks", "Paling banyak"),
            ("kecuali", "Tidak dituntut bila"),
            ("pertimbangan", "Diputus oleh"),
            ("pihak", "Pihak"),
        ],
    );
    if !routes.is_empty() {
        aturan.push(Aturan {
            label: "Cukup salah satu",
            kata: format!("{} jalur di bawah ini", routes.len()),
            kode: String::new(),
        });
    }
    Bagian {
        kunci: step.kunci.to_string(),
        bunyi: bunyi(pack, &step.bunyi),
        dasar: di_dalam(&step.dasar, norm),
        lunak: step.lunak,
        aturan,
        jalur: routes.iter().filter_map(of_route).collect(),
        catatan: step.catatan.to_string(),
    }
}

/// Fields of these names as rules, in this order. Only expressions are read aloud.
fn rules(reader: &Pembaca<'_>, fields: &Fields, wanted: &[(&str, &'static str)]) -> Vec<Aturan> {
    let rule = |(name, label): &(&str, &'static str)| {
        let said = &fields.get(name)?.text;
        Some(match *name {
            "norma" => Aturan { label, kata: (reader.norma)(said), kode: said.to_string() },
            "pertimbangan" | "pihak" | "tabel" => {
                Aturan { label, kata: said.to_string(), kode: String::new() }
            }
            "waktu_calon" => {
                let facts: Vec<String> = said.split(',').map(|f| reader.kata(f)).collect();
                Aturan { label, kata: facts.join(", "), kode: said.to_string() }
            }
            _ => Aturan { label, kata: reader.kata(said), kode: said.to_string() },
        })
    };
    wanted.iter().filter_map(rule).collect()
}

fn used_params(plan: &Plan) -> Vec<ParamUse> {
    fn of_step(step: &Step, list: &mut Vec<ParamUse>) {
        list.extend(step.param.iter().cloned());
        if let law::plan::Isi::SalahSatu(routes) = &step.isi {
            routes.iter().for_each(|route| of_step(route, list));
        }
    }
    let mut list = plan.param.clone();
    plan.langkah.iter().for_each(|step| of_step(step, &mut list));
    list.sort_by(|a, b| a.kunci.cmp(&b.kunci));
    list.dedup_by(|a, b| a.kunci == b.kunci);
    list
}

fn pakai(pack: &Pack, used: &ParamUse, norm: &Citation) -> Pakai {
    let values: Vec<String> = used.nilai.iter().map(|v: &Value| v.show(&pack.words)).collect();
    Pakai {
        kunci: used.kunci.to_string(),
        nilai: format!("{} {}", values.join(", "), used.satuan).trim().to_owned(),
        dasar: di_dalam(&used.dasar, norm),
    }
}

/// Wording with the names of facts where their values would stand.
fn bunyi(pack: &Pack, pieces: &[Piece]) -> String {
    let piece = |p: &Piece| match p {
        Piece::Text(text) => text.to_string(),
        Piece::Fact(id) => format!("[{}]", pack.words.fakta(*id).label),
    };
    pieces.iter().map(piece).collect()
}

fn sitir(c: &Citation) -> Sitir {
    Sitir {
        akta: Nama { id: c.akta.to_string(), sebutan: c.sebutan.to_string() },
        teks: c.text(),
        singkat: c.text(),
        syarat: c.diteruskan.as_ref().map_or(String::new(), |d| d.2.to_string()),
        kepastian: c.kepastian,
    }
}

/// Where a part or a parameter of a norm stands, the norm's own place known.
fn di_dalam(c: &Citation, norm: &Citation) -> Sitir {
    let mut s = sitir(c);
    let same = (&c.akta, &c.jo, &c.diteruskan) == (&norm.akta, &norm.jo, &norm.diteruskan);
    if same && c.diubah.is_none() {
        s.singkat = c.letak.to_string();
        s.syarat = String::new();
    }
    s
}

fn text(fields: &Fields, name: &str) -> String {
    fields.get(name).map_or(String::new(), |s| s.text.to_string())
}
