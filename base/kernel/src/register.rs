//! Many people at once, as columns: what lists, filters and counts are answered from. A register is
//! about one moment; the people in it are numbered, and every column is indexed by that number.

mod column;
mod line;
mod pokok;
mod revise;
mod rumpun;

pub use column::Names;
pub use line::{Line, Penugasan, full_name, part_time};
pub use pokok::{Pokok, counted_from};
pub use rumpun::Rumpun;

use crate::check::{self, Codes, CrossItem, Status};
use crate::date::{AsOf, Date};
use crate::id::PegawaiId;
use crate::search::fold_into;
use crate::tables::{JenisJabatan, Jenjang};
use column::Column;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Years of predicates a list shows.
pub const PREDICATE_YEARS: usize = 3;

/// The register at a moment.
#[derive(Clone, Default, Debug)]
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
    /// What the documents call it (number).
    unor_nama: Vec<u32>,
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
    /// Date of birth.
    pub lahir: Vec<Option<Date>>,
    /// The day masa kerja golongan counts from.
    pub kerja_sejak: Vec<Option<Date>>,
    /// TMT of the post held.
    pub tmt_jabatan: Vec<Option<Date>>,
    /// Level of the post.
    pub jenjang: Vec<Jenjang>,
    /// Eselon (number).
    pub eselon: Vec<u32>,
    /// Level of education: number of BKN's code, 0 when unknown.
    pub pendidikan: Vec<u8>,
    /// Year of graduation, 0 when unknown.
    pub lulus: Vec<i16>,
    /// Highest latihan jabatan (0 for none) and the day it was finished.
    pub latihan: Vec<(u8, Option<Date>)>,
    /// Assignments in force, by person.
    pub penugasan: BTreeMap<u32, Vec<Penugasan>>,
    /// Structural posts held before, by person: the id of the post and the first day without them.
    pub dilepas: BTreeMap<u32, Vec<(Box<str>, Date)>>,
    /// Day of the newest download that said something new about each person.
    pub unduhan: Vec<Option<Date>>,
    /// Texts that repeat.
    pub names: Arc<Names>,
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

    /// Adds the next person, in order of id.
    pub fn push(&mut self, line: Line) {
        debug_assert!(self.id.last().is_none_or(|last| *last < line.id), "people come in order of id");
        self.id.push(line.id);
        let instansi = self.number(&line.instansi);
        self.instansi.push(instansi);
        self.status.push(line.status);
        self.part_time.push(line.part_time);
        self.active.push(line.active);
        let kedudukan = self.number(&line.kedudukan);
        self.kedudukan.push(kedudukan);
        self.golongan.push(line.golongan);
        self.tmt_golongan.push(line.tmt_golongan);
        self.jenis.push(line.jenis);
        let jabatan = self.number(&line.jabatan);
        self.jabatan.push(jabatan);
        let pos = self.number(&line.pos);
        self.pos.push(pos);
        let unor = self.number(&line.unor);
        let unor_nama = self.number(&line.unor_nama);
        self.unit_names.entry(unor).or_insert(unor_nama);
        self.unor.push(unor);
        self.unor_nama.push(unor_nama);
        self.sex.push(line.sex.as_bytes().first().copied().unwrap_or(0));
        self.nik.push(line.nik);
        self.own_codes.push(line.codes);
        let predikat = self.years(&line.predikat);
        self.predikat.push(predikat);
        self.limit.push(line.limit);
        let eselon = self.number(&line.pokok.eselon);
        self.eselon.push(eselon);
        self.lahir.push(line.pokok.lahir);
        self.kerja_sejak.push(line.pokok.kerja_sejak);
        self.tmt_jabatan.push(line.pokok.tmt_jabatan);
        self.jenjang.push(line.pokok.jenjang);
        self.pendidikan.push(line.pokok.pendidikan);
        self.lulus.push(line.pokok.lulus);
        self.latihan.push(line.pokok.latihan);
        if !line.penugasan.is_empty() {
            self.penugasan.insert(self.id.len() as u32 - 1, line.penugasan);
        }
        if !line.dilepas.is_empty() {
            self.dilepas.insert(self.id.len() as u32 - 1, line.dilepas);
        }
        self.unduhan.push(line.unduhan);
        self.folded.push(|text| fold_into(&line.bare, text));
        self.nip.push(|text| text.push_str(&line.nip));
        self.nama.push(|text| text.push_str(&line.nama));
    }

    /// The number of a text. Registers that follow one another share their texts until a new one comes.
    fn number(&mut self, text: &str) -> u32 {
        match self.names.find(text) {
            Some(number) => number,
            None => Arc::make_mut(&mut self.names).number(text),
        }
    }

    fn years(&mut self, stated: &[(i16, Box<str>)]) -> [(i16, u32); PREDICATE_YEARS] {
        let mut years = [(0, 0); PREDICATE_YEARS];
        for (slot, (year, text)) in years.iter_mut().zip(stated) {
            *slot = (*year, self.number(text));
        }
        years
    }

    /// Everybody is in: what only all of them together tell is worked out.
    pub fn finish(mut self) -> Register {
        let items: Vec<CrossItem> = (0..self.len()).map(|i| self.item(i)).collect();
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

    /// What checks across people need of one.
    fn item(&self, i: usize) -> CrossItem {
        CrossItem {
            active: self.active[i],
            structural: self.jenis[i].is_some_and(is_structural),
            pos: self.pos[i],
            nik: self.nik[i],
        }
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
            unor_nama: name(self.unor_nama[i]),
            sex: if self.sex[i] == 0 { "".into() } else { char::from(self.sex[i]).to_string().into() },
            nik: self.nik[i],
            codes: self.own_codes[i],
            predikat: self.predikat[i].iter().filter(|p| p.0 > 0).map(|p| (p.0, name(p.1))).collect(),
            limit: self.limit[i],
            pokok: Pokok {
                lahir: self.lahir[i],
                kerja_sejak: self.kerja_sejak[i],
                tmt_jabatan: self.tmt_jabatan[i],
                jenjang: self.jenjang[i],
                eselon: name(self.eselon[i]),
                pendidikan: self.pendidikan[i],
                lulus: self.lulus[i],
                latihan: self.latihan[i],
            },
            penugasan: self.penugasan.get(&(i as u32)).cloned().unwrap_or_default(),
            dilepas: self.dilepas.get(&(i as u32)).cloned().unwrap_or_default(),
            unduhan: self.unduhan[i],
        }
    }
}

/// Whether a post of this kind leads a unit.
pub fn is_structural(jenis: JenisJabatan) -> bool {
    matches!(jenis, JenisJabatan::Struktural | JenisJabatan::Rangkap)
}
