//! Who a person is, and how service begins.

use super::{Life, fact, text};
use crate::career::work::agreements;
use crate::codes::{self, AGAMA, ESELON, GOLONGAN, GOLONGAN_PPPK, JENIS_JABATAN, KAWIN, Tingkat};
use crate::contact;
use crate::names::KELURAHAN;
use crate::profil::{Status, span};
use crate::rng::{Rng, hash_text, hex_id};
use crate::units::PostKind;
use kernel::{Date, Fact, Field, Kind, Rank, Value};

impl Life<'_> {
    /// Identity and schooling, as the register was given them.
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

    pub(super) fn status(&self, tmt: Date, status: Status, legal: Option<(&str, &str)>) -> Fact {
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

    pub(super) fn grade(&self, step: usize, tmt: Date, way: &str) -> Fact {
        let (id, name) = if self.profil.status.contract() {
            GOLONGAN_PPPK[step]
        } else {
            (GOLONGAN[step].0, GOLONGAN[step].1)
        };
        let (years, months) = span(self.profil.tmt_awal, tmt);
        let mut v = vec![
            (Field::GolonganId, text(id)),
            (Field::GolonganNama, text(name)),
            (Field::MkTahun, Value::Int(years)),
            (Field::MkBulan, Value::Int(months)),
        ];
        if !way.is_empty() {
            v.push((Field::JenisKp, text(way)));
        }
        fact(Kind::Golongan, tmt, v)
    }

    pub(super) fn post(&self, seat: u32, tmt: Date) -> [Fact; 2] {
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
}
