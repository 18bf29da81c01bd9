//! Rows of the unor list and of the peta jabatan: units and posts, found by id or by name.

use super::lists_row::{Cells, Layout, Line};
use super::trouble::Trouble;
use kernel::search::fold_text;
use kernel::{AsOf, Date, Fact, Field, Kind, Ledger, Snapshot, Stamp, Tables, Value};
use std::collections::{HashMap, HashSet};

/// Columns of BKN's export the register has no field for; their cells stay with the entry.
const KEPT: [&str; 3] = ["CepatKode", "IndukUnorId", "PemimpinPnsId"];

/// A row of the unor list.
#[derive(Clone, Debug)]
pub struct UnitRow {
    /// BKN's id.
    pub id: String,
    /// Name without the dashes that indent it.
    pub nama: String,
    /// Id of the unit above, empty at the top.
    pub atasan: String,
    /// What it states; fields whose column the file lacks are not among them.
    pub values: Vec<(Field, Value)>,
    /// Fields the file has a column for.
    pub spoken: Vec<Field>,
    /// Cells without a field of their own.
    pub notes: Vec<(Box<str>, Box<str>)>,
    /// What is wrong.
    pub troubles: Vec<Trouble>,
}

/// Takes off the dashes an export indents a name with: two a level. Dashes inside stay.
pub fn without_indent(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some(inner) = rest.strip_prefix("--") {
        rest = inner.trim_start();
    }
    rest
}

/// Reads a row of the unor list.
pub fn read_unit(layout: &Layout, line: &Line, tables: &Tables) -> UnitRow {
    let mut cells = Cells::new(layout, line);
    let id = cells.need("Id", "Isi dengan Id unit dari SIASN.").to_owned();
    let nama = without_indent(cells.text("NamaUnor")).to_owned();
    if nama.is_empty() && line.unreadable.is_none() {
        cells.refuse("IMP-22", "NamaUnor", "Nama unit kosong.", "Isi nama unit seperti di SIASN.");
    }
    let atasan = cells.text("DiatasanId").to_owned();
    let eselon = cells.text("EselonId");
    let eselon = tables.eselon(eselon).map_or(eselon, |item| &*item.nama);
    let aktif = match cells.text("aktif").to_lowercase().as_str() {
        "" => "",
        "ya" | "y" | "1" | "true" | "aktif" => "ya",
        "tidak" | "t" | "0" | "false" | "nonaktif" | "tidak aktif" => "tidak",
        _ => {
            let message = "Isi kolom aktif tidak dikenal.";
            cells.refuse("IMP-28", "aktif", message, "Tulis ya atau tidak.");
            ""
        }
    };
    let columns = [
        (Field::UnorNamaUnit, "NamaUnor", nama.as_str()),
        (Field::UnorAtasan, "DiatasanId", atasan.as_str()),
        (Field::UnorEselon, "EselonId", eselon),
        (Field::UnorNamaJabatan, "NamaJabatan", cells.text("NamaJabatan")),
        (Field::UnorJenis, "JenisUnorId", cells.text("JenisUnorId")),
        (Field::UnorAktif, "aktif", aktif),
    ];
    let spoken = columns.iter().filter(|c| layout.has(c.1)).map(|c| c.0).collect();
    let values = columns.iter().filter(|c| !c.2.is_empty()).map(|c| (c.0, Value::text(c.2))).collect();
    let kept = KEPT.iter().map(|name| (*name, cells.text(name))).filter(|k| !k.1.is_empty());
    let notes = kept.map(|(name, cell)| (name.into(), cell.into())).collect();
    UnitRow { id, nama, atasan, values, spoken, notes, troubles: cells.troubles }
}

/// The fact a row of the unor list states. What the file has no column for stays as the list before
/// said it: a shorter export is no news about it.
pub fn unit_fact(row: &UnitRow, listed: &Fact) -> Fact {
    let silent = listed.values.iter().filter(|v| !row.spoken.contains(&v.0)).cloned();
    let mut values: Vec<(Field, Value)> = silent.chain(row.values.iter().cloned()).collect();
    if !values.iter().any(|v| v.0 == Field::UnorAktif) {
        values.push((Field::UnorAktif, Value::text("ya")));
    }
    Fact::new(Kind::Unor, None, values)
}

/// A row of the peta jabatan, its unit not yet found.
#[derive(Clone, Debug)]
pub struct PostRow {
    /// The unit as written: an id or a name.
    pub unor: String,
    /// Name of the post.
    pub jabatan: String,
    /// What it states beside unit and name.
    pub values: Vec<(Field, Value)>,
    /// First day it holds.
    pub tmt: Option<Date>,
    /// What is wrong.
    pub troubles: Vec<Trouble>,
}

/// Reads a row of the peta jabatan.
pub fn read_post(layout: &Layout, line: &Line, tables: &Tables) -> PostRow {
    let mut cells = Cells::new(layout, line);
    let unor = cells.need("unor", "Isi dengan Id unit, atau nama unit yang hanya satu.").to_owned();
    let jabatan = cells.need("jabatan", "Isi nama jabatan seperti di SIASN.").to_owned();
    let jenis = cells.text("jenis");
    let code = jenis_code(jenis, tables);
    if code.is_none() && !jenis.is_empty() {
        cells.refuse(
            "IMP-28",
            "jenis",
            format!("Jenis jabatan \"{jenis}\" tidak dikenal."),
            "Tulis struktural, fungsional atau pelaksana.",
        );
    }
    let jenjang = match cells.text("eselon") {
        "" => cells.text("jenjang"),
        eselon => eselon,
    };
    let mut values: Vec<(Field, Value)> = Vec::new();
    let texts = [
        (Field::PosKode, cells.text("kode")),
        (Field::PosJenis, code.unwrap_or("")),
        (Field::PosJenjang, jenjang),
    ];
    values.extend(texts.into_iter().filter(|t| !t.1.is_empty()).map(|(f, text)| (f, Value::text(text))));
    let many = 0..=i64::from(u32::MAX);
    values.extend(cells.int("kelas", many.clone()).map(|n| (Field::PosKelas, Value::Int(n))));
    values.extend(cells.int("kebutuhan", many).map(|n| (Field::PosKebutuhan, Value::Int(n))));
    let tmt = cells.date("tmt");
    PostRow { unor, jabatan, values, tmt, troubles: cells.troubles }
}

/// BKN's code of a kind of post, from the code, BKN's name or the short word.
fn jenis_code(word: &str, tables: &Tables) -> Option<&'static str> {
    let plain = fold_text(word);
    ["1", "2", "3", "4"].into_iter().find(|code| {
        let known = tables.jenis_jabatan(code);
        plain == *code || known.is_some_and(|j| plain == fold_text(&j.nama) || plain == j.info.word())
    })
}

/// What a ledger holds about a unit or post on a day, as one fact.
pub fn held(ledger: &Ledger, kind: Kind, day: Date) -> Fact {
    let snapshot = Snapshot::fold(ledger, AsOf::on(day));
    let fields = kind.info().fields.iter();
    Fact::new(kind, None, fields.filter_map(|f| Some((*f, snapshot.value(*f)?.clone()))))
}

/// The ledger as if only lists of one name had spoken, up to those of a day: what such a list is
/// compared with, because a decree may say otherwise and a list repeated is still no news.
pub fn lists_only(ledger: &Ledger, jenis: &str, until: Date) -> Ledger {
    let heads: Vec<_> = ledger
        .heads()
        .iter()
        .filter(|h| h.document.jenis == jenis && h.document.tanggal.is_none_or(|day| day <= until))
        .cloned()
        .collect();
    let kept: HashSet<kernel::EntryId> = heads.iter().map(|h| h.entry).collect();
    let rows = ledger.rows().iter().filter(|r| kept.contains(&r.id.entry));
    let facts = rows.map(|r| (r.id, r.act, r.fact.clone())).collect();
    Ledger::new(heads, facts)
}

/// The place of a list among those of its day, so that the one recorded later is applied later.
pub fn next_urut(ledger: &Ledger, jenis: &str, day: Date) -> u16 {
    let same = ledger.heads().iter().filter(|h| h.document.jenis == jenis && h.document.tanggal == Some(day));
    same.map(|h| h.document.urut.saturating_add(1)).max().unwrap_or(0)
}

/// Whether a fact says nothing that is not held.
pub fn within(fact: &Fact, held: &Fact) -> bool {
    fact.values.iter().all(|(field, value)| held.get(*field) == Some(value))
}

/// When something was last recorded about a subject.
pub fn last_recorded(ledger: &Ledger) -> Stamp {
    ledger.heads().iter().map(|h| h.recorded).max().unwrap_or(Stamp::MIN)
}

/// Units by id and by name.
#[derive(Default)]
pub struct Units {
    names: HashMap<String, (String, bool)>,
    by_name: HashMap<String, Vec<String>>,
}

/// What a cell that names a unit leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// This unit.
    One(String),
    /// Several units of that name.
    Several(Vec<String>),
    /// No unit.
    None,
}

impl Units {
    /// From id, name and whether the unit is active.
    pub fn new(units: impl IntoIterator<Item = (String, String, bool)>) -> Units {
        let mut all = Units::default();
        for (id, nama, aktif) in units {
            all.by_name.entry(fold_text(&nama)).or_default().push(id.clone());
            all.names.insert(id, (nama, aktif));
        }
        all
    }

    /// Name of a unit.
    pub fn nama(&self, id: &str) -> Option<&str> {
        self.names.get(id).map(|unit| unit.0.as_str())
    }

    /// By id, else by a name that only one unit bears, or only one active unit.
    pub fn find(&self, text: &str) -> Found {
        if self.names.contains_key(text) {
            return Found::One(text.to_owned());
        }
        let ids = self.by_name.get(&fold_text(text)).map_or(&[][..], Vec::as_slice);
        let active: Vec<&String> = ids.iter().filter(|id| self.names.get(*id).is_some_and(|u| u.1)).collect();
        match (ids, active.as_slice()) {
            ([], _) => Found::None,
            ([one], _) => Found::One(one.clone()),
            (_, [one]) => Found::One((*one).clone()),
            _ => Found::Several(ids.to_vec()),
        }
    }

    /// Up to three names that look like this one, the nearest first.
    pub fn near(&self, text: &str) -> Vec<&str> {
        let wanted = pairs(&fold_text(text));
        let score = |name: &str| {
            let other = pairs(name);
            let shared = wanted.intersection(&other).count();
            // Dice's coefficient in hundredths; sums of small sets, so no overflow.
            (shared * 200).checked_div(wanted.len() + other.len()).unwrap_or(0)
        };
        let mut scored: Vec<(usize, &str)> = self.by_name.keys().map(|n| (score(n), n.as_str())).collect();
        scored.retain(|s| s.0 >= NEAR);
        scored.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let ids = scored.iter().take(3).filter_map(|s| self.by_name.get(s.1)?.first());
        ids.filter_map(|id| self.nama(id)).collect()
    }
}

/// Names below this likeness (hundredths) are no help.
const NEAR: usize = 50;

/// Neighbouring letters of a folded text.
fn pairs(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indents_go_inner_dashes_stay() {
        for (written, name) in [
            ("--Sekretariat Daerah", "Sekretariat Daerah"),
            ("----Bagian Tata Usaha - Keuangan", "Bagian Tata Usaha - Keuangan"),
            ("-- --UPTD A--B", "UPTD A--B"),
            ("Badan", "Badan"),
            ("-X", "-X"),
            ("----", ""),
        ] {
            assert_eq!(without_indent(written), name, "{written}");
        }
    }

    #[test]
    fn units_by_id_by_name_and_nearly() {
        let unit = |id: &str, nama: &str, aktif| (id.to_owned(), nama.to_owned(), aktif);
        let units = Units::new([
            unit("1", "Dinas Kesehatan", true),
            unit("2", "Subbagian Umum", true),
            unit("3", "Subbagian Umum", true),
            unit("4", "Bidang Mutasi", true),
            unit("5", "Bidang Mutasi", false),
        ]);
        let one = |id: &str| Found::One(id.into());
        assert_eq!(units.find("1"), one("1"));
        assert_eq!(units.find("DINAS  kesehatan"), one("1"));
        assert_eq!(units.find("Bidang Mutasi"), one("4"));
        assert_eq!(units.find("Subbagian Umum"), Found::Several(vec!["2".into(), "3".into()]));
        assert_eq!(units.find("Dinas Kesehtan"), Found::None);
        assert_eq!(units.near("Dinas Kesehtan"), ["Dinas Kesehatan"]);
        assert!(units.near("Zzz").is_empty());
    }
}
