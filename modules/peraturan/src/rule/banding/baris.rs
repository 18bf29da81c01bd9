//! What an act says, line by line: what each line is called, and its text.

use crate::rule::tabel::sel;
use crate::rule::ungkapan::Pembaca;
use law::Vocabulary;
use law::act::{Akta, Bagian, Change, Edit, Fields, NormDef, ParamDef, Peran, Span};
use law::banding::Isi;
use law::book::NormBody;
use law::table::TableDef;
use law::value::long_date;

/// Label and text.
pub type Lines = Vec<(String, String)>;

/// Something as its pack has it.
pub fn lines(isi: Isi<'_>, words: &Vocabulary) -> Lines {
    let mut out = Out { words, lines: Vec::new() };
    match isi {
        Isi::Akta(act) => out.act(act),
        Isi::Norma(norm) => out.norm(norm),
        Isi::Param(param) => out.param(param),
        Isi::Tabel(table) => out.table(table),
        Isi::Ubahan(edit) => out.edit(edit),
    }
    out.done()
}

/// A norm as it reads with the amendments of a day, and the days of its version.
pub fn body(body: &NormBody, span: Span, words: &Vocabulary) -> Lines {
    let mut out = Out { words, lines: Vec::new() };
    out.fields("", &body.fields);
    out.days(span);
    out.put("Kepastian norma", body.kepastian.label());
    body.bagian.iter().for_each(|part| out.part("", part));
    out.done()
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

    /// Lines that say something.
    fn done(mut self) -> Lines {
        self.lines.retain(|line| !line.1.is_empty());
        self.lines
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
        self.put("Tindakan", act_of(edit));
        match &edit.what {
            Change::Ganti(fields) => self.fields("Menjadi ", fields),
            Change::Hapus => {}
            Change::Tambah(part, _) => self.part("", part),
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

/// What an amendment does, in a clause.
pub fn act_of(edit: &Edit) -> String {
    let part = edit.bagian.as_deref().map_or("seluruh norma".to_owned(), |key| format!("bagian {key}"));
    let what = match &edit.what {
        Change::Ganti(_) => format!("mengganti isian {part}"),
        Change::Hapus => format!("menghapus {part}"),
        Change::Tambah(new, None) => format!("menambah bagian {} di akhir", new.kunci),
        Change::Tambah(new, Some(after)) => format!("menambah bagian {} sesudah {after}", new.kunci),
    };
    format!("{} {what} sejak {}", edit.dasar, long_date(edit.mulai))
}
