//! The documents of one life, one after another.

use super::flaws::Flaws;
use super::work::{agreements, performance};
use super::{ActSeed, DocumentSeed, Office, PersonSeed};
use crate::berkas::faults::written_nip;
use crate::codes::{
    self, AGAMA, ESELON, GOLONGAN, GOLONGAN_PPPK, JABATAN, JENIS_JABATAN, Jenis, KAWIN, Tingkat,
};
use crate::contact;
use crate::names::{self, KELURAHAN};
use crate::profil::{Profil, Status, month_start, promotion, span};
use crate::rng::{Rng, hash_text, hex_id};
use crate::units::PostKind;
use kernel::{Date, Document, Fact, Field, Kind, Rank, Value};

/// The first day the office kept a register: what is older was typed in from then on.
const REGISTER_SINCE: (i16, i8, i8) = (2010, 1, 4);

fn text(s: &str) -> Value {
    Value::Text(s.into())
}

/// A fact whose values stand in order already.
fn fact(kind: Kind, tmt: impl Into<Option<Date>>, values: Vec<(Field, Value)>) -> Fact {
    debug_assert!(values.is_sorted_by(|a, b| a.0 < b.0), "{kind:?}");
    Fact { kind, tmt: tmt.into(), until: None, values }
}

/// A life being written.
pub(super) struct Life<'a> {
    office: &'a Office,
    profil: &'a Profil,
    flaws: Flaws,
    seat: u32,
    /// Nothing is written after this day.
    today: Date,
    documents: Vec<DocumentSeed>,
    nip: String,
}

impl<'a> Life<'a> {
    pub fn new(office: &'a Office, profil: &'a Profil, flaws: Flaws, seat: u32, today: Date) -> Life<'a> {
        let nip = written_nip(flaws.nip(profil.status.contract()), profil);
        Life { office, profil, flaws, seat, today, documents: Vec::with_capacity(16), nip }
    }

    /// A day some time after a paper's own; never before there was a register, never after today.
    fn recorded(&self, day: Date, delay: i32) -> Date {
        let (y, m, d) = REGISTER_SINCE;
        let opened = Date::new(y, m, d).unwrap_or(Date::MIN).add_days((self.profil.number % 240) as i32);
        // Nobody's paper is recorded before the person is.
        let known = self.documents.first().map_or(opened, |d| d.recorded_on);
        day.add_days(delay).max(opened).max(known).min(self.today)
    }

    fn push(
        &mut self,
        rank: Rank,
        jenis: &str,
        nomor: String,
        day: Date,
        recorded_on: Date,
        facts: Vec<Fact>,
    ) -> usize {
        let document = Document {
            rank,
            jenis: jenis.to_owned(),
            nomor,
            tanggal: Some(day),
            penandatangan: if rank == Rank::Sk { self.office.head.clone() } else { String::new() },
            berkas: None,
            baris: None,
            urut: 0,
        };
        let acts = facts.into_iter().map(|f| (ActSeed::Perubahan, f)).collect();
        self.documents.push(DocumentSeed { document, recorded_on, acts });
        self.documents.len() - 1
    }

    /// An SK two to eight weeks before its TMT, recorded some weeks after the paper.
    fn sk(&mut self, rng: &mut Rng, jenis: &str, code: &str, tmt: Date, facts: Vec<Fact>) -> usize {
        let day = tmt.add_days(-rng.between(14, 56)).min(self.today);
        let nomor = format!("{code}/{}/{}", 100 + rng.below(900), day.year());
        let delay = rng.between(4, 45);
        let recorded = self.recorded(day, delay);
        self.push(Rank::Sk, jenis, nomor, day, recorded, facts)
    }

    pub fn identity(&mut self, rng: &mut Rng) {
        let (p, flaws) = (self.profil, self.flaws);
        let asn = p.status != Status::NonAsn;
        let mut buffer = String::with_capacity(96);
        let mut written = |write: &mut dyn FnMut(&mut String)| {
            buffer.clear();
            write(&mut buffer);
            text(&buffer)
        };
        let mut v = Vec::with_capacity(20);
        if asn {
            v.push((Field::SiasnId, text(&hex_id(self.office.seed ^ 0x504E_5349, p.number))));
            v.push((Field::Nip, text(&self.nip)));
        }
        v.push((Field::Nama, text(&p.nama)));
        if !flaws.no_title && !p.prodi.depan.is_empty() {
            v.push((Field::GelarDepan, text(p.prodi.depan)));
        }
        if !flaws.no_title && !p.prodi.belakang.is_empty() {
            v.push((Field::GelarBelakang, text(p.prodi.belakang)));
        }
        let agama = usize::from(p.agama) - 1;
        let kawin = usize::from(p.kawin) - 1;
        v.push((Field::TempatLahir, text(rng.word(KELURAHAN))));
        v.push((Field::TanggalLahir, Value::Date(p.lahir)));
        v.push((Field::JenisKelamin, text(if p.female { "F" } else { "M" })));
        v.push((Field::AgamaId, text(["1", "2", "3", "4", "5", "6"][agama])));
        v.push((Field::Agama, text(AGAMA[agama])));
        v.push((Field::JenisKawinId, text(["1", "2", "3", "4"][kawin])));
        v.push((Field::JenisKawin, text(KAWIN[kawin])));
        v.push((
            Field::Nik,
            written(&mut |s| {
                p.write_nik(s);
                if flaws.bad_nik && p.number.is_multiple_of(2) {
                    s.pop();
                }
            }),
        ));
        if !flaws.no_phone {
            v.push((Field::NomorHp, written(&mut |s| contact::write_phone(s, p))));
        }
        if !flaws.no_email {
            v.push((Field::Email, written(&mut |s| contact::write_email(s, p, "surat.example"))));
        }
        if asn {
            v.push((Field::EmailGov, written(&mut |s| contact::write_email(s, p, "bumiraya.example"))));
        }
        v.push((Field::Alamat, written(&mut |s| contact::write_address(s, rng))));
        v.push((Field::NikValid, text(if flaws.bad_nik { "0" } else { "1" })));
        let day = self.recorded(p.tmt_awal, 2);
        let facts = vec![fact(Kind::Identitas, None, v)];
        self.push(Rank::Surat, "Data pokok kepegawaian", String::new(), day, day, facts);
        let school = if p.prodi.tingkat >= Tingkat::D3 { "Universitas" } else { "Sekolah Negeri" };
        let (level_id, level) = p.prodi.tingkat.code();
        let graduated = Date::new(p.lulus, 7, 15).unwrap_or(p.tmt_awal);
        let v = vec![
            (Field::TingkatPendidikanId, text(level_id)),
            (Field::TingkatPendidikan, text(level)),
            (Field::PendidikanId, text(&hex_id(hash_text(p.prodi.nama), 2))),
            (Field::PendidikanNama, text(p.prodi.nama)),
            (Field::TahunLulus, Value::Int(i64::from(p.lulus))),
            (Field::NamaSekolah, text(&format!("{school} {}", rng.word(KELURAHAN)))),
        ];
        let facts = vec![fact(Kind::Pendidikan, graduated, v)];
        self.push(Rank::Surat, "Ijazah", format!("IJZ-{:07}", p.number), graduated, day, facts);
    }

    fn status(&self, tmt: Date, status: Status, legal: Option<(&str, &str)>) -> Fact {
        let [kind_id, kind, legal_id, legal_name] = codes::employment(status, self.office.province);
        let (legal_id, legal_name) = legal.unwrap_or((legal_id, legal_name));
        let mut v = Vec::with_capacity(6);
        v.push((Field::StatusPegawai, text(status.text())));
        if !kind_id.is_empty() {
            v.push((Field::JenisPegawaiId, text(kind_id)));
        }
        v.push((Field::JenisPegawai, text(kind)));
        v.push((Field::KedudukanId, text(legal_id)));
        v.push((Field::Kedudukan, text(legal_name)));
        match status {
            Status::Pns => v.push((Field::StatusCpnsPns, text("P"))),
            Status::Cpns => v.push((Field::StatusCpnsPns, text("C"))),
            _ => {}
        }
        fact(Kind::Status, tmt, v)
    }

    fn grade(&self, step: usize, tmt: Date, way: &str) -> Fact {
        let (id, name) = if self.profil.status.contract() {
            GOLONGAN_PPPK[step]
        } else {
            (GOLONGAN[step].0, GOLONGAN[step].1)
        };
        let (years, months) = span(self.profil.tmt_awal, tmt);
        let v = vec![
            (Field::GolonganId, text(id)),
            (Field::GolonganNama, text(name)),
            (Field::MkTahun, Value::Int(years)),
            (Field::MkBulan, Value::Int(months)),
            (Field::JenisKp, text(way)),
        ];
        fact(Kind::Golongan, tmt, v)
    }

    fn post(&self, seat: u32, tmt: Date) -> [Fact; 2] {
        let post = self.office.post(seat);
        let unit = &self.office.org.units[post.unit as usize];
        let (kind_id, kind) = JENIS_JABATAN[post.jenis() as usize];
        let id = match post.kind {
            PostKind::Head(_) => unit.id.as_str(),
            PostKind::Listed(n) => self.office.jabatan_ids[usize::from(n)].as_str(),
        };
        let mut v = Vec::with_capacity(6);
        v.push((Field::JenisJabatanId, text(kind_id)));
        v.push((Field::JenisJabatan, text(kind)));
        v.push((Field::JabatanId, text(id)));
        v.push((Field::JabatanNama, text(self.office.org.jabatan(post))));
        if let PostKind::Head(e) = post.kind {
            v.push((Field::Eselon, text(ESELON[usize::from(e)].nama)));
        }
        v.push((Field::JabatanUnorId, text(&unit.id)));
        let place = vec![
            (Field::UnorId, text(&unit.id)),
            (Field::UnorNama, text(&unit.nama)),
            (Field::InstansiIndukId, text(&self.office.id)),
            (Field::InstansiInduk, text(&self.office.nama)),
            (Field::InstansiKerjaId, text(&self.office.id)),
            (Field::InstansiKerja, text(&self.office.nama)),
        ];
        [fact(Kind::Jabatan, tmt, v), fact(Kind::UnitKerja, tmt, place)]
    }

    /// Appointment: as CPNS and PNS, or by work agreement.
    pub fn start(&mut self, rng: &mut Rng) {
        let p = self.profil;
        let tmt = p.tmt_awal;
        match p.status {
            Status::Pns | Status::Cpns => {
                let (nomor, day) =
                    (format!("813/{}/{}", 100 + p.number % 900, tmt.year()), tmt.add_days(-21));
                let v = vec![
                    (Field::CpnsSkNomor, text(&nomor)),
                    (Field::CpnsSkTanggal, Value::Date(day)),
                    (Field::GolonganAwalId, text(GOLONGAN[p.golongan.0].0)),
                    (Field::GolonganAwal, text(GOLONGAN[p.golongan.0].1)),
                ];
                let facts = vec![
                    fact(Kind::Cpns, tmt, v),
                    self.status(tmt, Status::Cpns, None),
                    self.grade(p.golongan.0, tmt, "Gol. dari Pengadaan CPNS/PNS"),
                ];
                let recorded = self.recorded(day, 20);
                self.push(Rank::Sk, "SK CPNS", nomor, day, recorded, facts);
                if let Some(tmt) = p.tmt_pns {
                    let (nomor, day) =
                        (format!("821.1/{}/{}", 100 + p.number % 900, tmt.year()), tmt.add_days(-14));
                    let v = vec![(Field::PnsSkNomor, text(&nomor)), (Field::PnsSkTanggal, Value::Date(day))];
                    let facts = vec![fact(Kind::Pns, tmt, v), self.status(tmt, Status::Pns, None)];
                    let recorded = self.recorded(day, 16);
                    self.push(Rank::Sk, "SK PNS", nomor, day, recorded, facts);
                }
            }
            Status::Pppk | Status::ParuhWaktu => {
                let jenis = if p.status == Status::Pppk { "PPPK" } else { "paruh waktu" };
                for (ke, (from, last)) in agreements(p, self.office.today).into_iter().enumerate() {
                    // The overlap: an extension that begins before the agreement before it ends.
                    let from = if ke > 0 && self.flaws.overlap { from.add_days(-61) } else { from };
                    let nomor = format!("814/{}/PK/{}", 100 + p.number % 900, from.year());
                    let v = vec![
                        (Field::PerjanjianNomor, text(&nomor)),
                        (Field::PerjanjianJenis, text(jenis)),
                        (Field::PerjanjianKe, Value::Int(ke as i64)),
                    ];
                    let mut facts = vec![fact(Kind::PerjanjianKerja, from, v).until(Some(last.add_days(1)))];
                    if ke == 0 {
                        facts.push(self.status(tmt, p.status, None));
                        facts.push(self.grade(p.golongan.0, tmt, ""));
                    }
                    let day = from.add_days(-10);
                    let (title, recorded) = (
                        if ke == 0 { "Perjanjian kerja" } else { "Perpanjangan perjanjian kerja" },
                        self.recorded(day, 12),
                    );
                    self.push(Rank::Sk, title, nomor, day, recorded, facts);
                }
            }
            Status::NonAsn => {
                let facts = vec![self.status(tmt, Status::NonAsn, None)];
                self.sk(rng, "SK pengangkatan tenaga non-ASN", "814.1", tmt, facts);
            }
        }
    }

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
            let (tmt, step) = (promotion(p.tmt_awal, n), p.golongan.0 + n);
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
            // One promotion too many, taken back half a year later.
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

    /// What not everybody has.
    pub fn extras(&mut self, rng: &mut Rng) {
        super::work::extras(self, rng);
    }

    /// Yearly predicates, from recaps: the last five full years.
    pub fn years(&mut self) {
        let this = self.today.year();
        let first = (this - 5).max(self.profil.tmt_awal.year() + 1).max(2021);
        if self.profil.status == Status::NonAsn {
            return;
        }
        for year in first..this {
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

    /// The documents in the order they were recorded.
    pub fn finish(self) -> PersonSeed {
        PersonSeed { documents: in_order(self.documents) }
    }

    pub(super) fn profil(&self) -> &'a Profil {
        self.profil
    }
    pub(super) fn office(&self) -> &'a Office {
        self.office
    }
    pub(super) fn head_of_unit(&self) -> bool {
        self.office.post(self.seat).jenis() == Jenis::Struktural
    }
    /// Adds a document with one fact, when its day has come.
    pub(super) fn add(&mut self, rank: Rank, jenis: &str, nomor: String, day: Date, what: Fact) {
        if day <= self.today {
            let recorded = self.recorded(day, 9);
            self.push(rank, jenis, nomor, day, recorded, vec![what]);
        }
    }
    /// The legal status changes for a while.
    pub(super) fn add_status(
        &mut self,
        jenis: &str,
        nomor: String,
        tmt: Date,
        legal: (&str, &str),
        what: Fact,
    ) {
        let (day, status) = (tmt.add_days(-15), self.status(tmt, self.profil.status, Some(legal)));
        let recorded = self.recorded(day, 9);
        self.push(Rank::Sk, jenis, nomor, day, recorded, vec![what, status]);
    }
}

/// Catalogue place of the level below.
fn lower_level(kind: usize) -> Option<usize> {
    let (this, lower) = (&JABATAN[kind], kind.checked_sub(1)?);
    let rises = matches!(this.jenjang, "MU" | "MA" | "MH" | "PY");
    let family = |n: usize| JABATAN[n].nama.split(' ').next();
    (rises && family(kind) == family(lower) && JABATAN[lower].golongan.1 < this.golongan.0).then_some(lower)
}

/// Sorts by day of recording and moves the places that amendments speak of.
pub(crate) fn in_order(mut documents: Vec<DocumentSeed>) -> Vec<DocumentSeed> {
    if documents.is_sorted_by_key(|d| d.recorded_on) {
        return documents;
    }
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_key(|&n| documents[n].recorded_on);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    for document in &mut documents {
        for (act, _) in &mut document.acts {
            match act {
                ActSeed::Ralat { document_ix, .. } | ActSeed::Pembatalan { document_ix, .. } => {
                    *document_ix = place[*document_ix]
                }
                ActSeed::Perubahan => {}
            }
        }
    }
    let mut slots: Vec<Option<DocumentSeed>> = documents.into_iter().map(Some).collect();
    order.into_iter().filter_map(|old| slots[old].take()).collect()
}

/// A name for a member of the family.
pub(super) fn relative(rng: &mut Rng, female: bool) -> String {
    let mut name = String::new();
    names::write_name(rng, female, &mut name);
    name
}
