//! Many people at once, as columns: what lists, filters and counts are answered from. A register is
//! about one moment; the people in it are numbered, and every column is indexed by that number.

use crate::check::{self, Codes, Context, CrossItem, Person as Seen, Status};
use crate::date::{AsOf, Date};
use crate::golongan::Golongan;
use crate::id::PegawaiId;
use crate::kind::{Field, Kind};
use crate::nip;
use crate::search::fold_into;
use crate::snapshot::Snapshot;
use crate::tables::{JenisJabatan, Tables};
use std::collections::HashMap;

/// Years of predicates a list shows.
pub const PREDICATE_YEARS: usize = 3;

/// What a list needs of one person, read from a snapshot; made on any core.
#[derive(Clone, Debug)]
pub struct Line {
    /// The person.
    pub id: PegawaiId,
    /// BKN's id of the owning instansi.
    pub instansi: Box<str>,
    /// NIP as stated, which need not be 18 digits.
    pub nip: Box<str>,
    /// Name with titles.
    pub nama: Box<str>,
    /// Name without titles, for search.
    pub bare: Box<str>,
    /// What binds the person to the instansi.
    pub status: Status,
    /// Whether PPPK paruh waktu.
    pub part_time: bool,
    /// Whether the person works.
    pub active: bool,
    /// Legal status in words.
    pub kedudukan: Box<str>,
    /// [`Golongan::code`], 0 when unknown.
    pub golongan: u8,
    /// TMT golongan.
    pub tmt_golongan: Option<Date>,
    /// Kind of post.
    pub jenis: Option<JenisJabatan>,
    /// Name of the post.
    pub jabatan: Box<str>,
    /// Id of the post, empty when unknown.
    pub pos: Box<str>,
    /// Unit.
    pub unor: Box<str>,
    /// Name of the unit as the documents state it.
    pub unor_nama: Box<str>,
    /// Sex as files write it: `M`, `F`, or empty.
    pub sex: Box<str>,
    /// NIK as a number when it is one.
    pub nik: Option<u64>,
    /// Findings about this person alone.
    pub codes: Codes,
    /// Predicate per year, newest last: (year, first letters), empty when none.
    pub predikat: Vec<(i16, Box<str>)>,
    /// Next limit in time and whether it is the end of a contract: its last day; else the first day of pension.
    pub limit: Option<(Date, bool)>,
}

impl Line {
    /// Reads a snapshot.
    pub fn read(
        id: PegawaiId,
        instansi: &str,
        snapshot: &Snapshot<'_>,
        tables: &Tables,
        context: &Context<'_>,
    ) -> Line {
        let seen = Seen::new(snapshot, tables, context);
        let text = |field| Box::<str>::from(snapshot.text(field));
        let nama = full_name(snapshot);
        let nik = snapshot.text(Field::Nik);
        Line {
            id,
            instansi: instansi.into(),
            nip: text(Field::Nip),
            bare: text(Field::Nama),
            status: seen.status,
            part_time: part_time(snapshot),
            active: seen.active,
            kedudukan: text(Field::Kedudukan),
            golongan: Golongan::parse(snapshot.text(Field::GolonganNama)).map_or(0, Golongan::code),
            tmt_golongan: snapshot.tmt_of(Kind::Golongan),
            jenis: seen.post,
            jabatan: text(Field::JabatanNama),
            pos: text(Field::PosId),
            unor: text(Field::UnorId),
            unor_nama: text(Field::UnorNama),
            sex: text(Field::JenisKelamin),
            nik: nip::nik_trouble(nik).is_none().then(|| nik.parse().ok()).flatten(),
            codes: check::person(snapshot, tables, context),
            predikat: predicates(snapshot),
            limit: limit(snapshot, &seen),
            nama: nama.into(),
        }
    }
}

/// PPPK paruh waktu, as stated or as the words of a download say (practice, no code list of BKN is public).
fn part_time(snapshot: &Snapshot<'_>) -> bool {
    let says = |field| snapshot.text(field).to_lowercase().contains("paruh waktu");
    snapshot.text(Field::StatusPegawai) == "PPPK_PARUH_WAKTU"
        || says(Field::Kedudukan)
        || says(Field::JenisPegawai)
}

/// Name with titles, as an SK writes it: `dr. Ratna Wulandari, M.Kes.`
pub fn full_name(snapshot: &Snapshot<'_>) -> String {
    let (front, name, back) =
        (snapshot.text(Field::GelarDepan), snapshot.text(Field::Nama), snapshot.text(Field::GelarBelakang));
    let mut full = String::with_capacity(front.len() + name.len() + back.len() + 3);
    if !front.is_empty() {
        full.push_str(front);
        full.push(' ');
    }
    full.push_str(name);
    if !back.is_empty() {
        full.push_str(", ");
        full.push_str(back);
    }
    full
}

fn predicates(snapshot: &Snapshot<'_>) -> Vec<(i16, Box<str>)> {
    let rows = snapshot.several(Kind::Kinerja).filter_map(|row| {
        let year = row.fact.get(Field::KinerjaTahun)?.as_int()?;
        Some((i16::try_from(year).ok()?, row.fact.text(Field::KinerjaPredikat)?.into()))
    });
    let mut rows: Vec<(i16, Box<str>)> = rows.collect();
    rows.drain(..rows.len().saturating_sub(PREDICATE_YEARS));
    rows
}

/// End of the contract that runs, else pension (PP 11/2017 art. 239; the age comes from the table).
fn limit(snapshot: &Snapshot<'_>, seen: &Seen<'_, '_>) -> Option<(Date, bool)> {
    if !seen.active {
        return None;
    }
    let contract = snapshot.several(Kind::PerjanjianKerja).filter_map(|row| row.fact.until).max();
    if let Some(end) = contract {
        // Everybody counts to the last day under contract; the ledger keeps the first day without.
        return Some((end.add_days(-1), true));
    }
    seen.pension_day().map(|day| (day, false))
}

/// Numbers for texts that repeat.
#[derive(Default, Debug)]
pub struct Names {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
}

impl Names {
    /// The number of a text; 0 is the empty text.
    pub fn number(&mut self, text: &str) -> u32 {
        if self.texts.is_empty() {
            self.texts.push("".into());
            self.numbers.insert("".into(), 0);
        }
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }

    /// The number a text has already.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |t| t)
    }
}

/// Texts that hardly repeat, one a line in a single piece of memory.
#[derive(Default, Debug)]
struct Column {
    text: String,
    starts: Vec<u32>,
}

impl Column {
    /// Adds the next person's text, written by `write`.
    fn push(&mut self, write: impl FnOnce(&mut String)) {
        self.starts.push(self.text.len() as u32);
        write(&mut self.text);
        self.text.push('\n');
    }

    fn get(&self, i: usize) -> &str {
        let start = self.starts[i] as usize;
        let end = self.starts.get(i + 1).map_or(self.text.len(), |e| *e as usize);
        &self.text[start..end - 1]
    }

    /// Whose text a place belongs to.
    fn at(&self, place: usize) -> usize {
        self.starts.partition_point(|s| *s as usize <= place).saturating_sub(1)
    }

    fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
    }
}

/// The register at a moment.
#[derive(Default, Debug)]
pub struct Register {
    /// The moment.
    pub as_of: Option<AsOf>,
    /// People, in order of id.
    pub id: Vec<PegawaiId>,
    /// Owning instansi (number in [`Register::names`]).
    pub instansi: Vec<u32>,
    /// NIP as stated.
    nip: Column,
    /// Name with titles.
    nama: Column,
    /// What binds the person.
    pub status: Vec<Status>,
    /// PPPK paruh waktu.
    pub part_time: Vec<bool>,
    /// Whether the person works.
    pub active: Vec<bool>,
    /// Legal status (number).
    pub kedudukan: Vec<u32>,
    /// Golongan code.
    pub golongan: Vec<u8>,
    /// TMT golongan.
    pub tmt_golongan: Vec<Option<Date>>,
    /// Kind of post.
    pub jenis: Vec<Option<JenisJabatan>>,
    /// Name of post (number).
    pub jabatan: Vec<u32>,
    /// Post (number).
    pub pos: Vec<u32>,
    /// Unit (number).
    pub unor: Vec<u32>,
    /// Sex.
    pub sex: Vec<u8>,
    nik: Vec<Option<u64>>,
    own_codes: Vec<Codes>,
    /// Findings, those across people included.
    pub codes: Vec<Codes>,
    /// Predicates, newest last; the text is a number.
    pub predikat: Vec<[(i16, u32); PREDICATE_YEARS]>,
    /// Next limit in time: see [`Line::limit`].
    pub limit: Vec<Option<(Date, bool)>>,
    /// Texts that repeat.
    pub names: Names,
    /// Names of units by their number in [`Register::unor`].
    pub unit_names: HashMap<u32, u32>,
    /// Folded names.
    folded: Column,
    /// People by name, then id.
    by_name: Vec<u32>,
    /// Place of each person in that order.
    rank: Vec<u32>,
}

impl Register {
    /// From lines in any order. Deterministic, whatever core made which line.
    pub fn build(as_of: AsOf, mut lines: Vec<Line>) -> Register {
        lines.sort_unstable_by_key(|l| l.id);
        let mut register = Register::begin(as_of);
        lines.into_iter().for_each(|line| register.push(line));
        register.finish()
    }

    /// Begins one that is filled a few people at a time, so that never more than a few lines are held.
    pub fn begin(as_of: AsOf) -> Register {
        Register { as_of: Some(as_of), ..Register::default() }
    }

    /// The same moment after something was recorded about `changed` (ascending), who are now as in
    /// `lines` (ascending too; nobody is in them whom the moment does not know).
    pub fn revised(&self, changed: &[PegawaiId], lines: Vec<Line>) -> Register {
        let mut register = Register { as_of: self.as_of, ..Register::default() };
        let mut lines = lines.into_iter().peekable();
        for i in (0..self.len()).filter(|&i| changed.binary_search(&self.id[i]).is_err()) {
            while let Some(line) = lines.next_if(|line| line.id < self.id[i]) {
                register.push(line);
            }
            register.push(self.line(i));
        }
        lines.for_each(|line| register.push(line));
        register.finish()
    }

    /// Adds the next person, in order of id.
    pub fn push(&mut self, line: Line) {
        debug_assert!(self.id.last().is_none_or(|last| *last < line.id), "people come in order of id");
        self.id.push(line.id);
        self.instansi.push(self.names.number(&line.instansi));
        self.status.push(line.status);
        self.part_time.push(line.part_time);
        self.active.push(line.active);
        self.kedudukan.push(self.names.number(&line.kedudukan));
        self.golongan.push(line.golongan);
        self.tmt_golongan.push(line.tmt_golongan);
        self.jenis.push(line.jenis);
        self.jabatan.push(self.names.number(&line.jabatan));
        self.pos.push(self.names.number(&line.pos));
        let unor = self.names.number(&line.unor);
        let unor_nama = self.names.number(&line.unor_nama);
        self.unit_names.entry(unor).or_insert(unor_nama);
        self.unor.push(unor);
        self.sex.push(line.sex.as_bytes().first().copied().unwrap_or(0));
        self.nik.push(line.nik);
        self.own_codes.push(line.codes);
        let mut predikat = [(0, 0); PREDICATE_YEARS];
        for (slot, (year, text)) in predikat.iter_mut().zip(&line.predikat) {
            *slot = (*year, self.names.number(text));
        }
        self.predikat.push(predikat);
        self.limit.push(line.limit);
        self.folded.push(|text| fold_into(&line.bare, text));
        self.nip.push(|text| text.push_str(&line.nip));
        self.nama.push(|text| text.push_str(&line.nama));
    }

    /// Everybody is in: what only all of them together tell is worked out.
    pub fn finish(mut self) -> Register {
        let structural = |jenis: Option<JenisJabatan>| jenis.is_some_and(is_structural);
        let items: Vec<CrossItem> = (0..self.len())
            .map(|i| CrossItem {
                active: self.active[i],
                structural: structural(self.jenis[i]),
                pos: self.pos[i],
                nik: self.nik[i],
            })
            .collect();
        let across = check::cross(&items);
        self.codes = self.own_codes.iter().zip(across).map(|(own, more)| own.union(more)).collect();
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        order.sort_unstable_by_key(|&i| (self.folded(i as usize), self.id[i as usize]));
        self.rank = vec![0; order.len()];
        for (place, &i) in order.iter().enumerate() {
            self.rank[i as usize] = place as u32;
        }
        self.by_name = order;
        for column in [&mut self.folded, &mut self.nip, &mut self.nama] {
            column.shrink();
        }
        self
    }

    /// How many people.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// A person's number.
    pub fn find(&self, id: PegawaiId) -> Option<usize> {
        self.id.binary_search(&id).ok()
    }

    /// NIP as stated.
    pub fn nip(&self, i: usize) -> &str {
        self.nip.get(i)
    }

    /// Name with titles.
    pub fn nama(&self, i: usize) -> &str {
        self.nama.get(i)
    }

    /// Unit's name as the documents state it.
    pub fn unit_name(&self, unor: u32) -> &str {
        self.unit_names.get(&unor).map_or("", |n| self.names.text(*n))
    }

    /// People in order of name.
    pub fn by_name(&self) -> &[u32] {
        &self.by_name
    }

    /// Place of a person in the order of names.
    pub fn rank(&self, i: usize) -> u32 {
        self.rank[i]
    }

    /// The folded name.
    pub fn folded(&self, i: usize) -> &str {
        self.folded.get(i)
    }

    /// Every folded name, one a line, for a search over all of them at once.
    pub fn haystack(&self) -> &str {
        &self.folded.text
    }

    /// Whose folded name a place in the haystack belongs to.
    pub fn at(&self, place: usize) -> usize {
        self.folded.at(place)
    }

    /// Every NIP, one a line, for a search over all of them at once.
    pub fn nips(&self) -> &str {
        &self.nip.text
    }

    /// Whose NIP a place in [`Register::nips`] belongs to.
    pub fn nip_at(&self, place: usize) -> usize {
        self.nip.at(place)
    }

    /// Back to lines, to change a few people and build again: cheaper than reading everybody anew.
    pub fn line(&self, i: usize) -> Line {
        let name = |n: u32| Box::<str>::from(self.names.text(n));
        Line {
            id: self.id[i],
            instansi: name(self.instansi[i]),
            nip: self.nip(i).into(),
            nama: self.nama(i).into(),
            bare: self.folded(i).into(),
            status: self.status[i],
            part_time: self.part_time[i],
            active: self.active[i],
            kedudukan: name(self.kedudukan[i]),
            golongan: self.golongan[i],
            tmt_golongan: self.tmt_golongan[i],
            jenis: self.jenis[i],
            jabatan: name(self.jabatan[i]),
            pos: name(self.pos[i]),
            unor: name(self.unor[i]),
            unor_nama: self.unit_name(self.unor[i]).into(),
            sex: if self.sex[i] == 0 { "".into() } else { char::from(self.sex[i]).to_string().into() },
            nik: self.nik[i],
            codes: self.own_codes[i],
            predikat: self.predikat[i].iter().filter(|p| p.0 > 0).map(|p| (p.0, name(p.1))).collect(),
            limit: self.limit[i],
        }
    }
}

/// Whether a post of this kind leads a unit.
pub fn is_structural(jenis: JenisJabatan) -> bool {
    matches!(jenis, JenisJabatan::Struktural | JenisJabatan::Rangkap)
}
