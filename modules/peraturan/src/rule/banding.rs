//! Two packs beside each other, line by line: what an act says now, and what it would say.

use super::tabel::sel;
use super::ungkapan::Pembaca;
use kernel::Date;
use law::act::{Akta, Bagian, Change, Edit, Fields, NormDef, ParamDef, Peran, Span};
use law::banding::{Apa, Beda, Isi, rinci};
use law::table::TableDef;
use law::value::long_date;
use law::{Pack, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Lines of one difference that are shown; the rest is counted.
pub const LINES: usize = 60;

/// Kinds of what an act says, in reading order, with what a page calls them.
pub const JENIS: [(&str, &str); 5] = [
    ("akta", "Akta"),
    ("norma", "Norma"),
    ("param", "Param"),
    ("tabel", "Tabel"),
    ("ubahan", "Perubahan norma akta lain"),
];

/// A line on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isian {
    /// What it is.
    pub label: String,
    /// Now.
    pub lama: Option<String>,
    /// Under the other pack.
    pub baru: Option<String>,
}

/// One difference with its lines.
#[derive(Clone, Debug)]
pub struct Perbedaan {
    /// What differs.
    pub beda: Beda,
    /// The act as cited.
    pub sebutan: String,
    /// Lines that differ, at most [`LINES`].
    pub isian: Vec<Isian>,
    /// Lines that differ and are not shown.
    pub sisa: usize,
    /// Lines that read the same.
    pub sama: usize,
}

/// All differences of two packs.
#[derive(Clone, Debug, Default)]
pub struct Banding {
    /// How many by kind and by what happened.
    pub hitung: BTreeMap<(&'static str, Apa), u64>,
    /// First days that lie ahead, of what is new or changed.
    pub mendatang: BTreeSet<Date>,
    /// Those asked for, in order of [`kunci`].
    pub list: Vec<Perbedaan>,
}

/// By what a difference is found again; pages go on behind it.
pub fn kunci(beda: &Beda) -> String {
    format!("{}/{}/{}", beda.akta, beda.jenis, beda.kunci)
}

/// Compares; only differences of this kind and this turn are read in full.
pub fn banding(lama: &Pack, baru: &Pack, today: Date, wanted: impl Fn(&Beda) -> bool) -> Banding {
    let mut made = Banding::default();
    for one in rinci(lama, baru) {
        *made.hitung.entry((one.beda.jenis, one.beda.apa)).or_default() += 1;
        made.mendatang.extend(one.baru.map(first_day).filter(|day| *day > today));
        if !wanted(&one.beda) {
            continue;
        }
        let side = |isi: Option<Isi<'_>>, pack: &Pack| isi.map(|isi| lines(isi, &pack.words));
        let (isian, sama) = beside(side(one.lama, lama), side(one.baru, baru));
        let act = baru.akta.get(&*one.beda.akta).or_else(|| lama.akta.get(&*one.beda.akta));
        made.list.push(Perbedaan {
            sebutan: act.map_or(one.beda.akta.clone(), |a| a.sebutan.to_string()),
            sisa: isian.len().saturating_sub(LINES),
            isian: isian.into_iter().take(LINES).collect(),
            sama,
            beda: one.beda,
        });
    }
    made.list.sort_by_key(|p| kunci(&p.beda));
    made
}

fn first_day(isi: Isi<'_>) -> Date {
    match isi {
        Isi::Akta(a) => a.span.mulai,
        Isi::Norma(n) => n.span.mulai,
        Isi::Param(p) => p.span.mulai,
        Isi::Tabel(t) => t.span.mulai,
        Isi::Ubahan(e) => e.mulai,
    }
}

type Lines = Vec<(String, String)>;

/// Lines of both sides by label, those of the first in its order, and how many read the same.
fn beside(lama: Option<Lines>, baru: Option<Lines>) -> (Vec<Isian>, usize) {
    let (lama, baru) = (numbered(lama.unwrap_or_default()), numbered(baru.unwrap_or_default()));
    let find = |list: &Lines, label: &str| list.iter().find(|l| l.0 == label).map(|l| l.1.clone());
    let mut all: Vec<Isian> = lama
        .iter()
        .map(|(label, text)| Isian {
            label: label.clone(),
            lama: Some(text.clone()),
            baru: find(&baru, label),
        })
        .collect();
    let known: BTreeSet<&str> = lama.iter().map(|l| l.0.as_str()).collect();
    let added = baru.iter().filter(|l| !known.contains(l.0.as_str()));
    all.extend(added.map(|(label, text)| Isian {
        label: label.clone(),
        lama: None,
        baru: Some(text.clone()),
    }));
    let before = all.len();
    all.retain(|i| i.lama != i.baru);
    let same = before - all.len();
    (all, same)
}

/// Labels told apart by number where one comes twice.
fn numbered(lines: Lines) -> Lines {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let one = |(label, text): (String, String)| {
        let n = seen.entry(label.clone()).or_default();
        *n += 1;
        (if *n == 1 { label } else { format!("{label} ({n})") }, text)
    };
    lines.into_iter().map(one).collect()
}

fn lines(isi: Isi<'_>, words: &Vocabulary) -> Lines {
    let mut out = Out { words, lines: Vec::new() };
    match isi {
        Isi::Akta(act) => out.act(act),
        Isi::Norma(norm) => out.norm(norm),
        Isi::Param(param) => out.param(param),
        Isi::Tabel(table) => out.table(table),
        Isi::Ubahan(edit) => out.edit(edit),
    }
    out.lines.retain(|line| !line.1.is_empty());
    out.lines
}

/// What fields are called.
const FIELDS: [(&str, &str); 20] = [
    ("judul", "Judul"),
    ("bunyi", "Bunyi"),
    ("bila", "Terpenuhi bila"),
    ("nilai", "Nilai"),
    ("satuan", "Satuan"),
    ("subjek_bunyi", "Untuk"),
    ("subjek", "Berlaku bagi"),
    ("tabel", "Menurut tabel"),
    ("norma", "Menurut norma"),
    ("kecuali", "Tidak dituntut bila"),
    ("kecuali_bunyi", "Bunyi pengecualian"),
    ("pertimbangan", "Diputus oleh"),
    ("pihak", "Pihak"),
    ("bobot", "Bobot (persen)"),
    ("maks", "Paling banyak"),
    ("sifat", "Sifat"),
    ("bentuk", "Bentuk"),
    ("dasar", "Dasar"),
    ("kepastian", "Kepastian"),
    ("catatan", "Catatan"),
];
/// Fields that are expressions: read aloud, and as the pack has them where that is not the same.
const ASKED: [&str; 6] = ["bila", "nilai", "subjek", "kecuali", "bobot", "maks"];

struct Out<'v> {
    words: &'v Vocabulary,
    lines: Lines,
}

impl Out<'_> {
    fn put(&mut self, label: &str, text: impl Into<String>) {
        self.lines.push((label.to_owned(), text.into()));
    }

    fn days(&mut self, span: Span) {
        self.put("Masa", days(span));
    }

    fn act(&mut self, act: &Akta) {
        self.put("Jenis", &*act.jenis);
        self.put("Sebutan", &*act.sebutan);
        self.put("Tentang", &*act.tentang);
        self.put("Diundangkan", long_date(act.diundangkan));
        self.days(act.span);
        self.put("Kepastian", act.kepastian.label());
        for (akta, mulai, _) in &act.mengubah {
            self.put(&format!("Mengubah {akta}"), format!("sejak {}", long_date(*mulai)));
        }
        for r in &act.mencabut {
            let text = format!("sejak {}, {}{}", long_date(r.mulai), r.dasar, only(&r.kunci));
            self.put(&format!("Mencabut {}", r.akta), text);
        }
        for s in &act.melanjutkan {
            let text = format!("{}, {}, {}{}", days(s.span), s.dasar, s.syarat, only(&s.kunci));
            self.put(&format!("Meneruskan {}", s.akta), text);
        }
    }

    fn norm(&mut self, norm: &NormDef) {
        self.fields("", &norm.fields);
        self.days(norm.span);
        self.put("Kepastian norma", norm.kepastian.label());
        self.put("Menggantikan", norm.menggantikan.as_deref().unwrap_or(""));
        norm.bagian.iter().for_each(|part| self.part("", part));
    }

    fn part(&mut self, above: &str, part: &Bagian) {
        let kind = match part.peran {
            Peran::Syarat => "Syarat",
            Peran::Unsur => "Unsur",
            Peran::Posisi => "Posisi",
        };
        let name = format!("{above}{kind} {}", part.kunci);
        self.fields(&format!("{name}: "), &part.fields);
        part.jalur.iter().for_each(|route| self.part(&format!("{name}, jalur "), route));
    }

    fn fields(&mut self, before: &str, fields: &Fields) {
        let place = |name: &str| FIELDS.iter().position(|f| f.0 == name).unwrap_or(FIELDS.len());
        let mut all: Vec<_> = fields.iter().collect();
        all.sort_by_key(|(name, _)| place(name));
        for (name, said) in all {
            let label = FIELDS.iter().find(|f| f.0 == *name).map_or(*name, |f| f.1);
            let label =
                if before.is_empty() { label.to_owned() } else { format!("{before}{}", lower(label)) };
            let text = said.text.trim();
            if !ASKED.contains(name) {
                self.put(&label, text);
                continue;
            }
            let reader = Pembaca { words: self.words, param: &|_| None, norma: &str::to_owned };
            let aloud = reader.kata(text);
            let same = aloud == text;
            self.put(&label, aloud);
            if !same {
                self.put(&format!("{label} (dalam paket)"), text);
            }
        }
    }

    fn param(&mut self, param: &ParamDef) {
        self.put("Nilai", format!("{} {}", param.nilai.text, param.satuan).trim());
        self.put("Dasar", &*param.dasar);
        self.days(param.span);
        self.put("Kepastian", param.kepastian.label());
        self.put("Menggantikan", param.menggantikan.as_deref().unwrap_or(""));
        self.put("Didelegasikan kepada", param.delegasi.as_deref().unwrap_or(""));
    }

    fn table(&mut self, table: &TableDef) {
        self.days(table.span);
        self.put("Menggantikan", table.menggantikan.as_deref().unwrap_or(""));
        self.put("Didelegasikan kepada", table.delegasi.as_deref().unwrap_or(""));
        self.put("Lengkap", if table.lengkap { "ya" } else { "tidak" });
        let heads = table.inputs.iter().chain(&table.outputs).map(|c| &*c.0);
        self.put("Kolom", heads.collect::<Vec<_>>().join(", "));
        for row in &table.rows {
            let asked =
                row.cells.iter().zip(&table.inputs).map(|(cell, (_, tipe))| sel(self.words, cell, *tipe));
            let outs = row.outs.iter().map(|v| v.as_ref().map_or("–".to_owned(), |v| v.show(self.words)));
            let mut text = outs.collect::<Vec<_>>().join(" · ");
            if row.span != table.span {
                text = format!("{text}, {}", days(row.span));
            }
            let label = format!("Baris {}", asked.collect::<Vec<_>>().join(" · "));
            self.put(&label, format!("{text} ({}, {})", row.dasar, row.kepastian.label()));
        }
    }

    fn edit(&mut self, edit: &Edit) {
        self.put("Bagian", edit.bagian.as_deref().unwrap_or("seluruh norma"));
        self.put("Mulai", long_date(edit.mulai));
        self.put("Dasar", &*edit.dasar);
        match &edit.what {
            Change::Ganti(fields) => {
                self.put("Tindakan", "isian diganti");
                self.fields("Menjadi ", fields);
            }
            Change::Hapus => self.put("Tindakan", "bagian dihapus"),
            Change::Tambah(part, after) => {
                let place = after.as_deref().map_or("di akhir".to_owned(), |key| format!("sesudah {key}"));
                self.put("Tindakan", format!("bagian ditambahkan {place}"));
                self.part("", part);
            }
        }
    }
}

fn lower(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

fn days(span: Span) -> String {
    match span.sampai {
        None => format!("sejak {}", long_date(span.mulai)),
        Some(end) => format!("{} sampai {}", long_date(span.mulai), long_date(end.add_days(-1))),
    }
}

fn only(keys: &[Box<str>]) -> String {
    if keys.is_empty() { String::new() } else { format!(", hanya {}", keys.join(", ")) }
}
