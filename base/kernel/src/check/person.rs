//! One person as the checks see them: what several checks ask for, worked out once.

use super::Context;
use crate::date::Date;
use crate::golongan::Golongan;
use crate::kind::{Field, Kind};
use crate::ledger::Row;
use crate::nip::Nip;
use crate::snapshot::Snapshot;
use crate::tables::{Ambang, Bup, Item, JenisJabatan, KedudukanInfo, Kelompok, Tables, Untuk};

/// What binds a person to the instansi.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Calon PNS.
    Cpns,
    /// PNS.
    Pns,
    /// PPPK, full or part time.
    Pppk,
    /// Not an ASN.
    NonAsn,
    /// The data do not tell.
    Unknown,
}

/// A snapshot with what the checks read from it. No allocation.
pub struct Person<'a, 'l> {
    /// The person as of the moment in question.
    pub snapshot: &'a Snapshot<'l>,
    /// The tables.
    pub tables: &'a Tables,
    /// What the register as a whole can answer.
    pub context: &'a Context<'a>,
    /// The day the question is about (berlaku).
    pub today: Date,
    /// NIP or NI PPPK, when it has 18 digits.
    pub nip: Option<Nip>,
    /// Date of birth.
    pub birth: Option<Date>,
    /// PNS, CPNS, PPPK.
    pub status: Status,
    /// Legal status, when it is on the list.
    pub kedudukan: Option<&'a Item<KedudukanInfo>>,
    /// Whether the person works.
    pub active: bool,
    /// TMT CPNS; for PPPK the same column holds the TMT of the appointment.
    pub cpns: Option<Date>,
    /// TMT PNS.
    pub pns: Option<Date>,
    /// Kind of post held.
    pub post: Option<JenisJabatan>,
}

impl<'a, 'l> Person<'a, 'l> {
    /// Reads a snapshot.
    pub fn new(snapshot: &'a Snapshot<'l>, tables: &'a Tables, context: &'a Context<'a>) -> Person<'a, 'l> {
        let nip = Nip::parse(snapshot.text(Field::Nip));
        let kedudukan = tables.kedudukan(snapshot.text(Field::KedudukanId));
        let tmt = |kind| snapshot.state(kind).and_then(|row: &Row| row.fact.tmt);
        let pns = tmt(Kind::Pns);
        Person {
            snapshot,
            tables,
            context,
            today: snapshot.as_of().effective,
            nip,
            birth: snapshot.date(Field::TanggalLahir),
            status: status(snapshot, nip, kedudukan, pns.is_some()),
            kedudukan,
            active: active(snapshot, kedudukan),
            cpns: tmt(Kind::Cpns),
            pns,
            post: JenisJabatan::from_code(snapshot.text(Field::JenisJabatanId)),
        }
    }

    /// A field's text, `""` when unknown.
    pub fn text(&self, field: Field) -> &'l str {
        self.snapshot.text(field)
    }

    /// Whether a text field is unknown or blank.
    pub fn blank(&self, field: Field) -> bool {
        self.text(field).trim().is_empty()
    }

    /// Whether the person is PNS or CPNS.
    pub fn is_pns(&self) -> bool {
        matches!(self.status, Status::Pns | Status::Cpns)
    }

    /// Whether the person is PPPK of either kind.
    pub fn is_pppk(&self) -> bool {
        self.status == Status::Pppk
    }

    /// Whether the post held is struktural, alone or beside a functional one.
    pub fn is_structural(&self) -> bool {
        matches!(self.post, Some(JenisJabatan::Struktural | JenisJabatan::Rangkap))
    }

    /// A threshold in force on the day in question.
    pub fn ambang(&self, name: Ambang) -> Option<i64> {
        self.tables.ambang(name, self.today).map(|found| found.0)
    }

    /// The pension age that goes with the post held.
    pub fn bup(&self) -> Option<Bup<'a>> {
        let s = self.snapshot;
        let (jenis, nama) = (s.text(Field::JenisJabatanId), s.text(Field::JabatanNama));
        self.tables.bup_with_eselon(jenis, nama, s.text(Field::Eselon), self.today)
    }

    /// The pension day: first of the month after the birthday on which the pension age is reached.
    /// Nobody pensions whoever is not an ASN: their contract ends, no age limit of an ASN binds them.
    pub fn pension_day(&self) -> Option<Date> {
        if self.status == Status::NonAsn {
            return None;
        }
        let age = self.bup()?.age;
        Some(self.birth?.add_years(i16::from(age)).next_month_start())
    }

    /// The golongan as named, else by its code.
    pub fn golongan(&self) -> Option<Golongan> {
        let named = Golongan::parse(self.text(Field::GolonganNama));
        let code = self.text(Field::GolonganId);
        named.or_else(|| self.tables.golongan_by_code(code).map(|item| item.info.golongan))
    }

    /// The standing rows of one kind, whatever day they hold on, in no particular order.
    pub fn rows(&self, kind: Kind) -> impl Iterator<Item = &'l Row> + Clone + use<'l> {
        let (ledger, known) = (self.snapshot.ledger(), self.snapshot.as_of().known);
        let bases = ledger.bases();
        let from = bases.partition_point(|row| row.fact.kind < kind);
        let count = bases[from..].partition_point(|row| row.fact.kind == kind);
        (from..from + count)
            .filter_map(move |index| ledger.stands(index as u32, known))
            .map(move |index| ledger.row(index))
            .filter(move |row| row.fact.kind == kind)
    }

    /// The last day after which the rows of an interval kind are all over; `None` without rows or
    /// when one of them has no end.
    pub fn last_until(&self, kind: Kind) -> Option<Date> {
        let mut last = None;
        for row in self.rows(kind) {
            last = last.max(Some(row.fact.until?));
        }
        last
    }

    /// TMT of the first work agreement.
    pub fn first_contract(&self) -> Option<Date> {
        self.rows(Kind::PerjanjianKerja).filter_map(|row| row.fact.tmt).min()
    }
}

fn status(
    snapshot: &Snapshot<'_>,
    nip: Option<Nip>,
    kedudukan: Option<&Item<KedudukanInfo>>,
    has_pns: bool,
) -> Status {
    let stated = snapshot.text(Field::StatusPegawai);
    match stated {
        "PNS" => return Status::Pns,
        "CPNS" => return Status::Cpns,
        _ if stated.starts_with("PPPK") => return Status::Pppk,
        _ if stated.starts_with("NON") => return Status::NonAsn,
        _ => {}
    }
    let by_kedudukan = match kedudukan {
        Some(item) => item.info.untuk == Untuk::Pppk,
        None => snapshot.text(Field::Kedudukan).contains("PPPK"),
    };
    if by_kedudukan || nip.is_some_and(Nip::is_pppk) {
        return Status::Pppk;
    }
    match snapshot.text(Field::StatusCpnsPns) {
        "C" | "c" => Status::Cpns,
        "P" | "p" => Status::Pns,
        _ if has_pns => Status::Pns,
        _ => Status::Unknown,
    }
}

fn active(snapshot: &Snapshot<'_>, kedudukan: Option<&Item<KedudukanInfo>>) -> bool {
    if let Some(item) = kedudukan {
        return item.info.kelompok == Kelompok::Aktif;
    }
    let name = snapshot.text(Field::Kedudukan);
    if name.is_empty() {
        // A register built from documents alone: whoever was not dismissed works.
        let dismissed = snapshot.state(Kind::Pemberhentian);
        return dismissed.is_none_or(|row| row.fact.values.is_empty() && row.fact.tmt.is_none());
    }
    let has =
        |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.eq_ignore_ascii_case(word));
    has("aktif") && !has("tidak")
}
