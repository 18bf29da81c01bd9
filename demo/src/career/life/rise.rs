//! Promotions, posts, yearly predicates, and the end of service.

use super::{Life, fact, text};
use crate::career::ActSeed;
use crate::career::work::performance;
use crate::codes::{JABATAN, Jenis};
use crate::profil::{Status, kenaikan, month_start};
use crate::rng::Rng;
use crate::units::PostKind;
use kernel::{Date, Fact, Field, Kind, Rank, Value};

impl Life<'_> {
    /// Promotions, with what goes wrong with them.
    pub fn ladder(&mut self, rng: &mut Rng) {
        let p = self.profil;
        if p.status != Status::Pns {
            return;
        }
        let steps = p.golongan.1 - p.golongan.0;
        let way = match self.office.post(self.seat).jenis() {
            Jenis::Struktural => "Pilihan  (Jabatan Struktural)",
            Jenis::Fungsional => "Pilihan  (Jabatan Fungsional Tertentu)",
            Jenis::Pelaksana => "Reguler",
        };
        for n in 1..=steps {
            let (tmt, step) = (kenaikan(p.tmt_awal, n), p.golongan.0 + n);
            let middle = n == steps.div_ceil(2);
            if self.flaws.gap && middle && n < steps {
                continue;
            }
            let facts = vec![self.grade(step, tmt, way)];
            let at = self.sk(rng, "SK kenaikan pangkat", "823", tmt, facts);
            if self.flaws.late && middle {
                let day = self.documents[at].recorded_on;
                self.documents[at].recorded_on = day.add_days(rng.between(400, 1_700)).min(self.today);
            }
            if self.flaws.contradiction && n == steps {
                let other = vec![self.grade((step - 1).max(p.golongan.0), tmt, way)];
                self.sk(rng, "SK kenaikan pangkat", "823", tmt, other);
            }
            if self.flaws.ralat && middle {
                // The years of service were one short in the first paper.
                let right = self.documents[at].acts[0].1.clone();
                let wrong = &mut self.documents[at].acts[0].1.values;
                if let Some((_, Value::Int(years))) = wrong.iter_mut().find(|v| v.0 == Field::MkTahun) {
                    *years -= 1;
                }
                self.amend(rng, at, "SK ralat kenaikan pangkat", right);
            }
        }
        if self.flaws.pembatalan && steps > 0 {
            // One kenaikan too many, taken back half a year later.
            let tmt = month_start(self.today, 14);
            let facts = vec![self.grade((p.golongan.1 + 1).min(16), tmt, way)];
            let at = self.sk(rng, "SK kenaikan pangkat", "823", tmt, facts);
            let same = self.documents[at].acts[0].1.clone();
            let by = self.amend(rng, at, "SK pembatalan kenaikan pangkat", same);
            self.documents[by].acts[0].0 = ActSeed::Pembatalan { document_ix: at, ordinal: 0 };
        }
    }

    fn amend(&mut self, rng: &mut Rng, target: usize, jenis: &str, right: Fact) -> usize {
        let day = self.documents[target].recorded_on.add_days(rng.between(40, 200)).min(self.today);
        let nomor = format!("823/{}/R/{}", 100 + rng.below(900), day.year());
        let at = self.push(Rank::Sk, jenis, nomor, day, day, vec![right]);
        self.documents[at].acts[0].0 = ActSeed::Ralat { document_ix: target, ordinal: 0 };
        at
    }

    /// Posts from the first to the present one.
    pub fn posts(&mut self, rng: &mut Rng) {
        let p = self.profil;
        let present = *self.office.post(self.seat);
        let mut chain = vec![self.seat];
        match present.kind {
            PostKind::Head(e) => {
                // A lower head first, when there is a lower one, and an office post at the start.
                if e < 5 {
                    let lower = *rng.pick(&self.office.heads);
                    if matches!(self.office.post(lower).kind, PostKind::Head(l) if l > e) {
                        chain.push(lower);
                    }
                }
                chain.push(self.office.elsewhere(rng, 39, self.seat));
            }
            PostKind::Listed(n) => {
                let mut kind = usize::from(n);
                while let Some(lower) = lower_level(kind) {
                    kind = lower;
                    let moved = rng.chance(350);
                    let same_unit = self.office.by_kind[kind]
                        .iter()
                        .copied()
                        .find(|&s| !moved && self.office.post(s).unit == present.unit);
                    chain.push(same_unit.unwrap_or_else(|| self.office.elsewhere(rng, kind, self.seat)));
                }
                if chain.len() == 1 && p.status == Status::Pns && rng.chance(400) {
                    chain.push(self.office.elsewhere(rng, kind, self.seat));
                }
            }
        }
        let (first, last) = (p.tmt_awal, if chain.len() == 1 { p.tmt_awal } else { p.tmt_jabatan });
        let count = chain.len();
        for (n, seat) in chain.into_iter().rev().enumerate() {
            let tmt = match n {
                0 => first,
                _ if n + 1 == count => last,
                _ => month_start(
                    first.add_days((last.days() - first.days()) * n as i32 / (count as i32 - 1)),
                    0,
                ),
            };
            let facts = self.post(seat, tmt).into();
            let title = if self.office.post(seat).jenis() == Jenis::Struktural {
                "SK pengangkatan dalam jabatan"
            } else {
                "SK jabatan"
            };
            self.sk(rng, title, "821.2", tmt, facts);
        }
    }

    /// Yearly predicates, from recaps: the last five full years.
    pub fn years(&mut self) {
        let this = self.today.year();
        // Who started in the first half of a year is judged for that year.
        let (y, m, _) = self.profil.tmt_awal.ymd();
        let first = (this - 5).max(if m <= 6 { y } else { y + 1 }).max(2021);
        let last = if self.flaws.no_skp { this - 1 } else { this };
        if self.profil.status == Status::NonAsn {
            return;
        }
        for year in first..last {
            let (hasil, perilaku, predikat) = performance(self.profil.number, year);
            let v = vec![
                (Field::KinerjaTahun, Value::Int(i64::from(year))),
                (Field::KinerjaHasil, text(hasil)),
                (Field::KinerjaPerilaku, text(perilaku)),
                (Field::KinerjaPredikat, text(predikat)),
            ];
            let (Some(tmt), Some(day)) = (Date::new(year, 1, 1), Date::new(year + 1, 2, 10)) else {
                continue;
            };
            let recorded = self.recorded(day, (self.profil.number % 30) as i32);
            let facts = vec![fact(Kind::Kinerja, tmt, v)];
            self.push(
                Rank::Rekap,
                "Rekap SKP",
                format!("800/SKP/{year}"),
                day.min(self.today),
                recorded,
                facts,
            );
        }
    }

    /// The end of service.
    pub fn leave(&mut self, tmt: Date, way: u32) {
        let (title, jenis, hak, legal) = match way {
            0..85 => ("SK pensiun", "Pemberhentian Karena BUP", "Ya", ("99", "Pensiun")),
            85..91 => {
                ("SK pensiun janda/duda", "Pemberhentian Karena Meninggal Dunia", "Ya", ("99", "Pensiun"))
            }
            91..96 => (
                "SK pemberhentian",
                "Pemberhentian Karena Atas Permintaan Sendiri",
                "Tidak",
                ("66", "Diberhentikan"),
            ),
            _ => (
                "SK pemberhentian",
                "Pemberhentian Karena Hukuman Disiplin",
                "Tidak",
                ("66", "Diberhentikan"),
            ),
        };
        let v = vec![(Field::HentiJenis, text(jenis)), (Field::HentiHak, text(hak))];
        let facts = vec![
            self.status(tmt, Status::Pns, Some(legal)),
            // Without fields: no post is held any more.
            fact(Kind::Jabatan, tmt, Vec::new()),
            fact(Kind::Pemberhentian, tmt, v),
        ];
        let day = tmt.add_days(-60);
        let nomor = format!("882/{}/{}", 100 + self.profil.number % 900, day.year());
        let recorded = day.add_days(20).max(self.recorded(day, 20));
        self.push(Rank::Sk, title, nomor, day, recorded, facts);
    }
}

/// Catalogue place of the level below.
fn lower_level(kind: usize) -> Option<usize> {
    let (this, lower) = (&JABATAN[kind], kind.checked_sub(1)?);
    let rises = matches!(this.jenjang, "MU" | "MA" | "MH" | "PY");
    let family = |n: usize| JABATAN[n].nama.split(' ').next();
    (rises && family(kind) == family(lower) && JABATAN[lower].golongan.1 < this.golongan.0).then_some(lower)
}
