//! The daftar urut kepangkatan: who stands before whom, and which step of the table said so. The steps and
//! their order are data (`peraturan/tabel/duk.csv`); here stands only how a step compares two people.

use crate::tables::{DukStep, KriteriaDuk, Tables};
use crate::{Date, PegawaiId, Register};
use std::collections::HashMap;

/// How many things a step can compare.
const VALUES: usize = KriteriaDuk::Nip as usize + 1;

/// What the steps compare of one person; unknown is `None` and comes last, whatever the direction.
#[derive(Clone, Debug)]
pub struct Calon {
    /// Who.
    pub id: PegawaiId,
    values: [Option<u64>; VALUES],
}

impl Calon {
    /// Somebody of whom nothing is known yet.
    pub fn new(id: PegawaiId) -> Calon {
        Calon { id, values: [None; VALUES] }
    }

    /// The same with a value.
    pub fn with(mut self, what: KriteriaDuk, value: Option<u64>) -> Calon {
        self.values[what as usize] = value;
        self
    }
}

/// Why somebody stands behind the one before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sebab {
    /// The first of the list.
    Pertama,
    /// A step (its place among the steps) found the one before ahead.
    Langkah(usize),
    /// What that step compares is known of the one before and not of this one.
    TidakDiketahui(usize),
    /// No step tells them apart; the order of ids keeps the list the same every time.
    Sama,
}

/// A place in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tempat {
    /// Number among the people given.
    pub who: usize,
    /// Why not before the one before.
    pub sebab: Sebab,
}

/// A key that sorts as the step wants; unknown is the greatest.
fn key(step: &DukStep, calon: &Calon) -> u64 {
    match calon.values[step.nilai as usize] {
        None => u64::MAX,
        Some(value) if step.descending => u64::MAX - 1 - value.min(u64::MAX - 1),
        Some(value) => value.min(u64::MAX - 1),
    }
}

/// Everybody in order. Total and the same for every order of input: what no step decides, the id does.
pub fn order(steps: &[&DukStep], people: &[Calon]) -> Vec<Tempat> {
    // Beyond as many steps as there are values a step could only repeat one: the table refuses that.
    let keys = |calon: &Calon| {
        let mut keys = [0; VALUES];
        for (slot, step) in keys.iter_mut().zip(steps) {
            *slot = key(step, calon);
        }
        keys
    };
    let mut sorted: Vec<([u64; VALUES], PegawaiId, usize)> =
        people.iter().enumerate().map(|(who, calon)| (keys(calon), calon.id, who)).collect();
    sorted.sort_unstable();
    let mut places = Vec::with_capacity(sorted.len());
    for (n, (keys, _, who)) in sorted.iter().enumerate() {
        let before = n.checked_sub(1).map(|n| &sorted[n].0);
        let sebab = match before.map(|before| keys.iter().zip(before).position(|(own, other)| own != other)) {
            None => Sebab::Pertama,
            Some(None) => Sebab::Sama,
            Some(Some(step)) if keys[step] == u64::MAX => Sebab::TidakDiketahui(step),
            Some(Some(step)) => Sebab::Langkah(step),
        };
        places.push(Tempat { who: *who, sebab });
    }
    places
}

/// A day as a number that sorts like it.
fn number(day: Date) -> u64 {
    (i64::from(day.days()) - i64::from(i32::MIN)).unsigned_abs()
}

/// Reads people of a register. A post's level is looked up once for each eselon and level, not for each person.
pub fn read(register: &Register, people: &[u32], tables: &Tables, today: Date) -> Vec<Calon> {
    let mut levels: HashMap<(u32, u8), Option<u64>> = HashMap::new();
    let mut one = |&i: &u32| {
        let i = i as usize;
        let jenjang = register.jenjang[i];
        let level = *levels.entry((register.eselon[i], jenjang as u8)).or_insert_with(|| {
            let eselon = register.names.text(register.eselon[i]);
            tables.duk_jabatan(eselon, jenjang, today).map(|found| u64::from(found.0))
        });
        let school = tables.pendidikan(&format!("{:02}", register.pendidikan[i])).map(|p| p.info.urutan);
        let (course, finished) = register.latihan[i];
        let some = |n: u64| (n > 0).then_some(n);
        use KriteriaDuk as K;
        Calon::new(register.id[i])
            .with(K::Pangkat, some(u64::from(register.golongan[i])))
            .with(K::TmtPangkat, register.tmt_golongan[i].map(number))
            .with(K::Jabatan, level)
            .with(K::TmtJabatan, register.tmt_jabatan[i].map(number))
            .with(K::MasaKerja, register.kerja_sejak[i].map(|since| u64::from(since.months_until(today))))
            .with(K::Latihan, some(u64::from(course)))
            .with(K::TanggalLatihan, finished.map(number))
            .with(K::Pendidikan, school.map(u64::from))
            .with(K::TahunLulus, u64::try_from(register.lulus[i]).ok().filter(|year| *year > 0))
            .with(K::Usia, register.lahir[i].map(|born| number(today).saturating_sub(number(born))))
            .with(K::Nip, register.nip(i).parse().ok())
    };
    people.iter().map(&mut one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STEPS: [&str; 11] = [
        "pangkat",
        "tmt_pangkat",
        "jabatan",
        "tmt_jabatan",
        "masa_kerja",
        "latihan",
        "tanggal_latihan",
        "pendidikan",
        "tahun_lulus",
        "usia",
        "nip",
    ];

    fn today() -> Date {
        Date::parse("2026-11-22").expect("a date")
    }

    /// `pangkat=112 tmt_pangkat=2020-04-01`: a person in words; days are days, the rest are numbers.
    fn calon(n: u8, words: &str) -> Calon {
        let mut values = [None; VALUES];
        for (name, value) in words.split_whitespace().filter_map(|w| w.split_once('=')) {
            let at = STEPS.iter().position(|s| *s == name).expect("a name of a step");
            values[at] = Date::parse(value).map(number).or_else(|| value.parse().ok());
        }
        Calon { id: PegawaiId([n; 16]), values }
    }

    const SAMA: &str = "pangkat=112 tmt_pangkat=2020-04-01 jabatan=50 tmt_jabatan=2021-01-01 masa_kerja=120 \
        latihan=1 tanggal_latihan=2019-08-01 pendidikan=7 tahun_lulus=2008 usia=15000 nip=198501012010011001";

    /// The same person with one thing changed; an empty value takes it away.
    fn changed(n: u8, change: &str) -> Calon {
        let (name, value) = change.split_once('=').expect("name=value");
        let kept: Vec<&str> =
            SAMA.split_whitespace().filter(|w| !w.starts_with(&format!("{name}="))).collect();
        calon(n, &format!("{} {name}={value}", kept.join(" ")))
    }

    #[test]
    fn satu_beda_satu_langkah() {
        let tables = Tables::bundled().expect("tables");
        let steps = tables.duk(today());
        // yang lebih dahulu · yang kemudian · alasan pada tabel
        for (first, second, reason) in [
            ("pangkat=113", "pangkat=112", "pangkat lebih tinggi"),
            ("tmt_pangkat=2019-10-01", "tmt_pangkat=2020-04-01", "TMT pangkat lebih dahulu"),
            ("jabatan=65", "jabatan=50", "jabatan lebih tinggi"),
            ("tmt_jabatan=2020-12-31", "tmt_jabatan=2021-01-01", "TMT jabatan lebih dahulu"),
            ("masa_kerja=121", "masa_kerja=120", "masa kerja lebih lama"),
            ("latihan=2", "latihan=1", "latihan jabatan lebih tinggi"),
            (
                "tanggal_latihan=2018-01-01",
                "tanggal_latihan=2019-08-01",
                "latihan jabatan lebih dahulu selesai",
            ),
            ("pendidikan=9", "pendidikan=7", "pendidikan lebih tinggi"),
            ("tahun_lulus=2007", "tahun_lulus=2008", "lebih dahulu lulus"),
            ("usia=15001", "usia=15000", "usia lebih tua"),
            ("nip=198501012010011001", "nip=198501012010011002", "urutan NIP, pembeda teknis"),
        ] {
            // Ids and input stand the other way round, so that only the step can decide.
            let people = [changed(1, second), changed(2, first)];
            let places = order(&steps, &people);
            assert_eq!(places[0], Tempat { who: 1, sebab: Sebab::Pertama }, "{first}");
            let Sebab::Langkah(step) = places[1].sebab else { panic!("{first}: {:?}", places[1].sebab) };
            assert_eq!(&*steps[step].alasan, reason);
        }
    }

    #[test]
    fn yang_belum_diketahui_di_belakang() {
        let tables = Tables::bundled().expect("tables");
        let steps = tables.duk(today());
        for (n, name) in STEPS.iter().enumerate() {
            let people = [changed(1, &format!("{name}=")), changed(2, &format!("{name}=0"))];
            let places = order(&steps, &people);
            assert_eq!((places[0].who, places[1].sebab), (1, Sebab::TidakDiketahui(n)), "{name}");
        }
        let same = order(&steps, &[calon(2, SAMA), calon(1, SAMA)]);
        assert_eq!((same[0].who, same[1].sebab), (1, Sebab::Sama));
    }

    #[test]
    fn langkah_sebelumnya_mengalahkan_semua_langkah_sesudahnya() {
        let tables = Tables::bundled().expect("tables");
        let steps = tables.duk(today());
        let better = calon(2, "pangkat=113");
        let rich = calon(1, SAMA);
        assert_eq!(order(&steps, &[rich, better])[0].who, 1);
    }

    fn anybody() -> impl Strategy<Value = Calon> {
        let value = || prop::option::weighted(0.8, 0_u64..3);
        (any::<u8>(), prop::collection::vec(value(), VALUES)).prop_map(|(n, values)| {
            let mut calon = Calon::new(PegawaiId([n; 16]));
            calon.values.copy_from_slice(&values);
            calon
        })
    }

    proptest! {
        #[test]
        fn the_order_is_total_and_the_same_for_every_input_and_thread(
            people in prop::collection::vec(anybody(), 0..60),
            turn in 0_usize..60,
        ) {
            let mut people = people;
            people.sort_by_key(|c| c.id);
            people.dedup_by_key(|c| c.id);
            let tables = Tables::bundled().expect("tables");
            let steps = tables.duk(today());
            let ids = |people: &[Calon]| -> Vec<PegawaiId> {
                order(&steps, people).iter().map(|place| people[place.who].id).collect()
            };
            let expected = ids(&people);
            let mut all = expected.clone();
            all.sort_unstable();
            prop_assert_eq!(all, people.iter().map(|c| c.id).collect::<Vec<_>>(), "everybody exactly once");
            let mut turned = people.clone();
            turned.rotate_left(turn % people.len().max(1));
            turned.reverse();
            let several: Vec<Vec<PegawaiId>> = std::thread::scope(|scope| {
                let hands: Vec<_> = (0..3).map(|_| scope.spawn(|| ids(&turned))).collect();
                hands.into_iter().map(|hand| hand.join().expect("a thread")).collect()
            });
            for other in several {
                prop_assert_eq!(&other, &expected);
            }
            // Nobody stands before one whom the first differing step puts ahead.
            let places = order(&steps, &people);
            for pair in places.windows(2) {
                let keys = |t: &Tempat| steps.iter().map(|s| key(s, &people[t.who])).collect::<Vec<_>>();
                prop_assert!(keys(&pair[0]) <= keys(&pair[1]));
            }
        }
    }
}
