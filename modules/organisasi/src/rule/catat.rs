//! Catat organisasi: what was typed about a unit or a post, what it means, what stands in its way.

use kernel::ledger::Head;
use kernel::typed::{self, Salah, TypedDocument, unfit, whole};
use kernel::{
    Act, AsOf, Date, Document, EntryId, Fact, FactId, Field, Kind, Ledger, Snapshot, Stamp, Subject, Tables,
    Type, Value,
};

/// What is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Apa {
    /// A unit that was not there.
    UnitBaru,
    /// Another name, place or kind of a unit.
    UbahUnit,
    /// A unit comes to an end.
    TutupUnit,
    /// A post that was not there.
    PosBaru,
    /// Another name, kelas or need of a post.
    UbahPos,
    /// A post comes to an end.
    HapusPos,
    /// A statement was recorded wrongly.
    Ralat(FactId),
    /// A statement is annulled.
    Batal(FactId),
}

/// Word in addresses, title of the page.
const WORDS: [(Apa, &str, &str); 6] = [
    (Apa::UnitBaru, "unit-baru", "Catat unit baru"),
    (Apa::UbahUnit, "ubah-unit", "Catat perubahan unit"),
    (Apa::TutupUnit, "tutup-unit", "Catat penghapusan unit"),
    (Apa::PosBaru, "pos-baru", "Catat pos jabatan baru"),
    (Apa::UbahPos, "ubah-pos", "Catat perubahan pos jabatan"),
    (Apa::HapusPos, "hapus-pos", "Catat penghapusan pos jabatan"),
];

impl Apa {
    /// From the word of an address.
    pub fn parse(word: &str) -> Option<Apa> {
        WORDS.iter().find(|w| w.1 == word).map(|w| w.0)
    }

    /// That word; a ralat and a pembatalan name their target instead.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|w| w.0 == self).map_or("", |w| w.1)
    }

    /// The heading of its page.
    pub fn title(self) -> &'static str {
        match self {
            Apa::Ralat(_) => "Ralat catatan organisasi",
            Apa::Batal(_) => "Batalkan catatan organisasi",
            _ => WORDS.iter().find(|w| w.0 == self).map_or("", |w| w.2),
        }
    }

    /// Whether the officer says why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Apa::Ralat(_) | Apa::Batal(_))
    }

    /// Whether the values of the subject are typed.
    pub fn asks(self) -> bool {
        !matches!(self, Apa::TutupUnit | Apa::HapusPos | Apa::Batal(_))
    }
}

/// What was typed, kept as typed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Isian {
    /// The paper.
    pub document: TypedDocument,
    /// Entries about units and posts when the form was opened.
    pub dasar: usize,
    /// First day.
    pub tmt: String,
    /// Why, for a ralat or pembatalan.
    pub alasan: String,
    /// BKN's id of a new unit, when there is one.
    pub id: String,
    /// Values by field; a field with a code list holds the code.
    pub values: Vec<(Field, String)>,
    /// Words to find the unit above by.
    pub cari: String,
    /// The unit above.
    pub pilih: String,
}

/// Name of a value's form field.
pub fn field_name(field: Field) -> String {
    format!("isi_{}", field.info().name)
}

impl Isian {
    /// From form pairs.
    pub fn read(kind: Kind, pairs: &[(String, String)]) -> Isian {
        let get = |name: &str| pairs.iter().find(|p| p.0 == name).map_or("", |p| p.1.as_str());
        let text = |name: &str| get(name).trim().to_owned();
        let values = asked(kind).iter().map(|f| (*f, text(&field_name(*f))));
        Isian {
            document: TypedDocument::read(get),
            dasar: get("dasar").parse().unwrap_or(0),
            tmt: text("tmt"),
            alasan: text("alasan"),
            id: text("id"),
            values: values.filter(|v| !v.1.is_empty()).collect(),
            cari: text("cari"),
            pilih: text("pilih"),
        }
    }

    /// As form pairs: what the confirming step carries along.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = self.document.pairs();
        let own = [
            ("dasar", self.dasar.to_string()),
            ("tmt", self.tmt.clone()),
            ("alasan", self.alasan.clone()),
            ("id", self.id.clone()),
            ("pilih", self.pilih.clone()),
        ];
        pairs.extend(own.into_iter().map(|(name, text)| (name.to_owned(), text)));
        pairs.extend(self.values.iter().map(|(field, text)| (field_name(*field), text.clone())));
        pairs
    }

    /// What was typed for a field, `""` when nothing.
    pub fn value(&self, field: Field) -> &str {
        self.values.iter().find(|v| v.0 == field).map_or("", |v| v.1.as_str())
    }
}

/// Fields the form asks for; the unit above and the unit of a post are chosen.
pub fn asked(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Unor => &[Field::UnorNamaUnit, Field::UnorEselon, Field::UnorNamaJabatan, Field::UnorJenis],
        _ => &[
            Field::PosJabatan,
            Field::PosJenis,
            Field::PosJenjang,
            Field::PosKelas,
            Field::PosKebutuhan,
            Field::PosKode,
        ],
    }
}

/// The field that names a subject, where it stands, and whether it is open.
pub fn parts(kind: Kind) -> (Field, Field, Field) {
    match kind {
        Kind::Unor => (Field::UnorNamaUnit, Field::UnorAtasan, Field::UnorAktif),
        _ => (Field::PosJabatan, Field::PosUnor, Field::PosAktif),
    }
}

/// A unit as the form sees it on the day of the TMT.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Its name.
    pub nama: String,
    /// Whether it is open.
    pub aktif: bool,
    /// Its first day, where a document says it.
    pub sejak: Option<Date>,
}

/// What would be left without a place when the subject comes to an end.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Isi {
    /// People in it, and below it.
    pub people: u64,
    /// Open posts.
    pub posts: u64,
    /// Open units below.
    pub units: u64,
    /// Plt and Plh that serve there.
    pub acting: u64,
}

/// What the form is read against.
pub struct Rujukan<'a> {
    /// Tables of the law.
    pub tables: &'a Tables,
    /// Today.
    pub today: Date,
    /// What is typed about: a unit or a post.
    pub kind: Kind,
    /// The unit the form was opened at.
    pub unit: &'a str,
    /// The subject, where it is known already.
    pub subject: Option<&'a str>,
    /// A unit of this instansi on the day.
    pub units: &'a dyn Fn(&str) -> Option<Unit>,
    /// Whether a unit is the subject or below it.
    pub below: &'a dyn Fn(&str) -> bool,
    /// Whether another instansi has a unit of this id.
    pub elsewhere: &'a dyn Fn(&str) -> bool,
    /// Whether a post of this id is open.
    pub post_open: &'a dyn Fn(&str) -> bool,
    /// What is in the subject now.
    pub isi: Isi,
    /// Makes the id of a new unit from the unit above, its name and the number of the document.
    pub unit_id: fn(&str, &str, &str) -> String,
    /// Makes the id of a post from unit and name.
    pub post_id: fn(&str, &str) -> String,
}

/// What is to be recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rancangan {
    /// Whom it is about.
    pub subject: Subject,
    /// The paper.
    pub document: Document,
    /// What it states.
    pub acts: Vec<(Act, Fact)>,
}

/// Id of the entry that is not written yet: greater than any that is.
const DRAFT: EntryId = EntryId([0xff; 16]);

impl Rancangan {
    /// The subject's ledger with this laid on top.
    pub fn upon(&self, ledger: &Ledger, now: Stamp) -> Ledger {
        let head = Head { entry: DRAFT, recorded: now, document: self.document.clone() };
        ledger.with_entry(head, &self.acts)
    }
}

/// The id a new unit or post gets; `None` for what is there already.
pub fn new_id(apa: Apa, isian: &Isian, rujukan: &Rujukan<'_>) -> Option<String> {
    match apa {
        Apa::UnitBaru if !isian.id.is_empty() => Some(isian.id.clone()),
        Apa::UnitBaru => {
            let nama = isian.value(Field::UnorNamaUnit);
            Some((rujukan.unit_id)(&isian.pilih, nama, &isian.document.nomor))
        }
        Apa::PosBaru => Some((rujukan.post_id)(rujukan.unit, isian.value(Field::PosJabatan))),
        _ => None,
    }
}

/// Reads the form against what is known about the subject.
///
/// # Errors
/// Every field that is wrong, in the order of the form.
pub fn baca(
    apa: Apa,
    isian: &Isian,
    ledger: &Ledger,
    rujukan: &Rujukan<'_>,
) -> Result<Rancangan, Vec<Salah>> {
    let mut salah = Vec::new();
    let document = isian.document.document(rujukan.today, &mut salah);
    let mut wrong = |name: &str, sentence: &str| salah.push((name.to_owned(), sentence.to_owned()));
    let tmt = match (apa, isian.tmt.as_str()) {
        (Apa::Batal(_), _) => None,
        (_, "") => {
            wrong("tmt", "Tulis TMT: hari pertama hal ini berlaku.");
            None
        }
        (_, typed) => typed::day(typed, rujukan.today).map_err(|sentence| wrong("tmt", &sentence)).ok(),
    };
    if apa.needs_reason() {
        match unfit(&isian.alasan) {
            _ if isian.alasan.is_empty() => {
                wrong("alasan", "Tulis mengapa catatan itu diralat atau dibatalkan.")
            }
            Some(sentence) => wrong("alasan", &sentence),
            None => {}
        }
    }
    let target = match apa {
        Apa::Ralat(target) | Apa::Batal(target) => Some(target),
        _ => None,
    };
    let standing = target.map(|target| ledger.standing(target).filter(|row| row.fact.kind == rujukan.kind));
    if standing.is_some_and(|row| row.is_none()) {
        wrong("tmt", "Catatan itu tidak ada, atau sudah dibatalkan. Mulai lagi dari riwayat unit.");
    }
    let day = tmt.unwrap_or(rujukan.today);
    let held = held(ledger, rujukan.kind, day);
    let mut values = if apa.asks() { typed_values(isian, rujukan, &mut salah) } else { Vec::new() };
    let (name, place, open) = parts(rujukan.kind);
    match apa {
        Apa::UnitBaru | Apa::UbahUnit => values.push((place, Value::text(&isian.pilih))),
        Apa::PosBaru | Apa::UbahPos => values.push((place, Value::text(rujukan.unit))),
        Apa::TutupUnit | Apa::HapusPos => values.push((open, Value::text("tidak"))),
        Apa::Ralat(_) => {
            // What the form does not ask for stays as recorded.
            let kept = standing.flatten().map(|row| row.fact.values.as_slice()).unwrap_or_default();
            let unasked =
                kept.iter().filter(|v| !asked(rujukan.kind).contains(&v.0) && v.0 != place).cloned();
            values.extend(unasked);
            if !isian.pilih.is_empty() {
                values.push((place, Value::text(&isian.pilih)));
            }
        }
        Apa::Batal(_) => {}
    }
    if matches!(apa, Apa::UnitBaru | Apa::PosBaru) && isian.value(name).is_empty() {
        salah.push((field_name(name), format!("Tulis {}.", name.info().label.to_lowercase())));
    }
    if apa == Apa::PosBaru && isian.value(Field::PosJenis).is_empty() {
        salah.push((field_name(Field::PosJenis), "Pilih jenis jabatan.".into()));
    }
    if matches!(apa, Apa::UbahUnit | Apa::UbahPos) {
        values.retain(|(field, value)| held.get(*field) != Some(value));
        if values.is_empty() && salah.is_empty() {
            let sentence = "Tidak ada yang berubah. Ubah isian yang ditetapkan dokumen ini.";
            salah.push((field_name(name), sentence.into()));
        }
    }
    if apa == Apa::PosBaru && held.text(open) == Some("tidak") {
        values.push((open, Value::text("ya")));
    }
    let fact = Fact::new(rujukan.kind, tmt, values);
    if matches!(apa, Apa::Ralat(_)) && standing.flatten().is_some_and(|row| row.fact == fact) {
        salah.push(("tmt".into(), "Ralat ini sama dengan yang tercatat. Ubah isian yang keliru.".into()));
    }
    let act = match apa {
        Apa::Ralat(target) => Act::Ralat(target),
        Apa::Batal(target) => Act::Pembatalan(target),
        _ => Act::Perubahan,
    };
    let id = new_id(apa, isian, rujukan).or_else(|| rujukan.subject.map(str::to_owned)).unwrap_or_default();
    let subject = if rujukan.kind == Kind::Unor { Subject::Unor(id) } else { Subject::Pos(id) };
    let rancangan = Rancangan { subject, document, acts: vec![(act, fact)] };
    if salah.is_empty() {
        judge(apa, &rancangan, ledger, day, isian, rujukan, &mut salah);
    }
    if salah.is_empty() { Ok(rancangan) } else { Err(salah) }
}

fn typed_values(isian: &Isian, rujukan: &Rujukan<'_>, salah: &mut Vec<Salah>) -> Vec<(Field, Value)> {
    let mut values = Vec::new();
    for (field, text) in &isian.values {
        let mut wrong = |sentence: String| salah.push((field_name(*field), sentence));
        match field.info().ty {
            Type::Int => match whole(text) {
                Some(number) => values.push((*field, Value::Int(number))),
                None => wrong(format!("\"{text}\" bukan angka bulat. Tulis angkanya saja, misalnya 9.")),
            },
            _ if *field == Field::PosJenis && rujukan.tables.jenis_jabatan(text).is_none() => {
                wrong(format!("Jenis jabatan \"{text}\" tidak ada pada daftar. Pilih lagi."));
            }
            _ => match unfit(text) {
                Some(sentence) => wrong(sentence),
                None => values.push((*field, Value::text(text))),
            },
        }
    }
    values
}

/// What holds of a subject on a day, as one fact.
pub fn held(ledger: &Ledger, kind: Kind, day: Date) -> Fact {
    let snapshot = Snapshot::fold(ledger, AsOf { effective: day, known: Stamp::MAX });
    let fields = kind.info().fields.iter();
    Fact::new(kind, None, fields.filter_map(|f| Some((*f, snapshot.value(*f)?.clone()))))
}

/// Whether what would hold afterwards can hold: a place in the tree, nobody left without one.
fn judge(
    apa: Apa,
    rancangan: &Rancangan,
    ledger: &Ledger,
    day: Date,
    isian: &Isian,
    rujukan: &Rujukan<'_>,
    salah: &mut Vec<Salah>,
) {
    let (name, place, open) = parts(rujukan.kind);
    let after = held(&rancangan.upon(ledger, Stamp::MAX), rujukan.kind, day);
    let before = held(ledger, rujukan.kind, day);
    let (Subject::Unor(id) | Subject::Pos(id)) = &rancangan.subject else { return };
    let mut wrong = |name: &str, sentence: String| salah.push((name.to_owned(), sentence));
    match apa {
        Apa::UnitBaru if (rujukan.units)(id).is_some() || (rujukan.elsewhere)(id) => {
            wrong("id", format!("ID unit {id} sudah dipakai. Ubah unit itu, atau periksa ID-nya."));
        }
        Apa::UnitBaru if !plain_id(id) => {
            wrong("id", "ID unit hanya memuat huruf, angka, dan tanda hubung, paling banyak 64.".into());
        }
        Apa::PosBaru if (rujukan.post_open)(id) => {
            let sentence = "Jabatan ini sudah ada pada unit ini. Ubah pos itu, misalnya kebutuhannya.";
            wrong(&field_name(name), sentence.into());
        }
        _ => {}
    }
    let at = if rujukan.kind == Kind::Unor { "cari" } else { "tmt" };
    let above = after.text(place).unwrap_or("");
    let moved = before.text(place).unwrap_or("") != above;
    if rujukan.kind == Kind::Unor && above.is_empty() && (moved || apa == Apa::UnitBaru) {
        wrong(at, "Pilih unit atasannya.".into());
    } else if !above.is_empty() && (moved || matches!(apa, Apa::UnitBaru | Apa::PosBaru)) {
        match (rujukan.units)(above) {
            None if (rujukan.elsewhere)(above) => {
                wrong(at, "Unit atasan itu milik instansi lain. Pilih unit dari instansi ini.".into());
            }
            None => {
                wrong(
                    at,
                    "Unit atasan itu tidak ada pada peta organisasi pada TMT. Cari dan pilih lagi.".into(),
                );
            }
            Some(unit) if !unit.aktif => {
                wrong(at, format!("{} sudah dihapus pada TMT. Pilih unit lain.", unit.nama));
            }
            Some(unit) if unit.sejak.is_some_and(|first| day < first) => {
                let first = unit.sejak.map_or(String::new(), Date::dmy);
                wrong("tmt", format!("TMT mendahului {}, yang baru ada sejak {first}.", unit.nama));
            }
            Some(unit) if rujukan.kind == Kind::Unor && apa != Apa::UnitBaru && (rujukan.below)(above) => {
                wrong(at, format!("{} berada di bawah unit ini sendiri. Pilih unit lain.", unit.nama));
            }
            Some(_) => {}
        }
    }
    let there = |fact: &Fact| fact.get(name).is_some() && fact.text(open) != Some("tidak");
    let ends = (there(&before) || apa == Apa::TutupUnit || apa == Apa::HapusPos) && !there(&after);
    if ends && rujukan.isi != Isi::default() {
        wrong(if isian.tmt.is_empty() { "alasan" } else { "tmt" }, left_behind(rujukan));
    }
}

/// Why a unit or post cannot come to an end yet.
fn left_behind(rujukan: &Rujukan<'_>) -> String {
    let Isi { people, posts, units, acting } = rujukan.isi;
    let counts = [
        (people, "pegawai"),
        (acting, "penugasan Plt/Plh"),
        (posts, "pos jabatan terbuka"),
        (units, "unit di bawahnya"),
    ];
    let said: Vec<String> =
        counts.iter().filter(|c| c.0 > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let (subject, advice) = match rujukan.kind {
        Kind::Unor => ("Unit", "Pindahkan atau hapus dulu."),
        _ => ("Pos jabatan", "Catat dulu jabatan mereka yang baru, atau akhir penugasannya."),
    };
    format!("{subject} ini masih berisi {}. {advice}", said.join(", "))
}

fn plain_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
