//! A register after something was recorded about a few people: what they touch is worked out again,
//! the rest is taken over.

use super::{Column, Line, Register};
use crate::check::{Code, CrossItem, held_post};
use crate::id::PegawaiId;
use crate::search::fold_text;
use std::collections::HashMap;

/// More people than this are cheaper put together anew than patched one by one.
const FEW: usize = 256;

/// What a change of one person can change about others.
#[derive(Default)]
struct Touched {
    posts: Vec<u64>,
    niks: Vec<u64>,
    units: Vec<u32>,
    renamed: Vec<u32>,
}

impl Register {
    /// The same moment after something was recorded about `changed` (ascending), who are now as in
    /// `lines` (ascending too; nobody is in them whom the moment does not know).
    pub fn revised(&self, changed: &[PegawaiId], lines: Vec<Line>) -> Register {
        let same = changed.len() <= FEW
            && lines.len() == changed.len()
            && lines.iter().zip(changed).all(|(line, id)| line.id == *id);
        let places: Option<Vec<usize>> = changed.iter().map(|id| self.find(*id)).collect();
        match places.filter(|_| same) {
            Some(places) => self.patched(&places, lines),
            None => self.anew(changed, lines),
        }
    }

    fn anew(&self, changed: &[PegawaiId], lines: Vec<Line>) -> Register {
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

    fn patched(&self, places: &[usize], lines: Vec<Line>) -> Register {
        let mut register = self.clone();
        let mut touched = Touched::default();
        for (&i, line) in places.iter().zip(lines) {
            register.note(i, &mut touched);
            register.put(i, line, &mut touched);
            register.note(i, &mut touched);
        }
        for (code, keys, key) in [
            (Code::PosGanda, &mut touched.posts, held_post as fn(&CrossItem) -> Option<u64>),
            (Code::NikGanda, &mut touched.niks, |item: &CrossItem| item.nik),
        ] {
            keys.sort_unstable();
            keys.dedup();
            register.mark(code, keys, key);
        }
        register.name_units(&touched.units);
        register.reorder(&touched.renamed);
        register
    }

    fn note(&self, i: usize, touched: &mut Touched) {
        let item = self.item(i);
        touched.posts.extend(held_post(&item));
        touched.niks.extend(item.nik);
        touched.units.push(self.unor[i]);
    }

    fn put(&mut self, i: usize, line: Line, touched: &mut Touched) {
        self.instansi[i] = self.number(&line.instansi);
        self.status[i] = line.status;
        self.part_time[i] = line.part_time;
        self.active[i] = line.active;
        self.kedudukan[i] = self.number(&line.kedudukan);
        self.golongan[i] = line.golongan;
        self.tmt_golongan[i] = line.tmt_golongan;
        self.jenis[i] = line.jenis;
        self.jabatan[i] = self.number(&line.jabatan);
        self.pos[i] = self.number(&line.pos);
        self.unor[i] = self.number(&line.unor);
        self.unor_nama[i] = self.number(&line.unor_nama);
        self.sex[i] = line.sex.as_bytes().first().copied().unwrap_or(0);
        self.nik[i] = line.nik;
        self.own_codes[i] = line.codes;
        self.codes[i] = line.codes;
        self.predikat[i] = self.years(&line.predikat);
        self.limit[i] = line.limit;
        self.eselon[i] = self.number(&line.pokok.eselon);
        self.lahir[i] = line.pokok.lahir;
        self.kerja_sejak[i] = line.pokok.kerja_sejak;
        self.tmt_jabatan[i] = line.pokok.tmt_jabatan;
        self.jenjang[i] = line.pokok.jenjang;
        self.pendidikan[i] = line.pokok.pendidikan;
        self.lulus[i] = line.pokok.lulus;
        self.latihan[i] = line.pokok.latihan;
        match line.penugasan.is_empty() {
            true => self.penugasan.remove(&(i as u32)),
            false => self.penugasan.insert(i as u32, line.penugasan),
        };
        match line.dilepas.is_empty() {
            true => self.dilepas.remove(&(i as u32)),
            false => self.dilepas.insert(i as u32, line.dilepas),
        };
        self.unduhan[i] = line.unduhan;
        let folded = fold_text(&line.bare);
        if self.folded.get(i) != folded {
            touched.renamed.push(i as u32);
        }
        for (column, text) in
            [(&mut self.folded, &*folded), (&mut self.nip, &*line.nip), (&mut self.nama, &*line.nama)]
        {
            replace(column, i, text);
        }
    }

    /// Gives a cross code to everyone whose key is among these and is shared, takes it from the others.
    fn mark(&mut self, code: Code, keys: &[u64], key: impl Fn(&CrossItem) -> Option<u64>) {
        let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
        for i in 0..self.len() {
            if let Some(found) = key(&self.item(i)).filter(|k| keys.binary_search(k).is_ok()) {
                holders.entry(found).or_default().push(i);
            }
        }
        for people in holders.values() {
            for &i in people {
                if people.len() > 1 { self.codes[i].insert(code) } else { self.codes[i].remove(code) }
            }
        }
    }

    /// A unit is called what the first of its people calls it.
    fn name_units(&mut self, units: &[u32]) {
        for unit in units {
            match self.unor.iter().position(|u| u == unit) {
                Some(first) => self.unit_names.insert(*unit, self.unor_nama[first]),
                None => self.unit_names.remove(unit),
            };
        }
    }

    fn reorder(&mut self, renamed: &[u32]) {
        if renamed.is_empty() {
            return;
        }
        let mut order = std::mem::take(&mut self.by_name);
        order.retain(|i| !renamed.contains(i));
        for &i in renamed {
            let key = |i: u32| (self.folded(i as usize), self.id[i as usize]);
            let place = order.partition_point(|&other| key(other) < key(i));
            order.insert(place, i);
        }
        for (place, &i) in order.iter().enumerate() {
            self.rank[i as usize] = place as u32;
        }
        self.by_name = order;
    }
}

fn replace(column: &mut Column, i: usize, text: &str) {
    if column.get(i) != text {
        column.set(i, text);
    }
}
