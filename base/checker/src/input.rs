//! The four tables of `sinergi-placement-1` and the arithmetic of its weights.

use crate::report::Files;
use crate::table::{Table, number, quoted};

/// Names of the hashed tables, in the order of the certificate.
pub const TABLES: [&str; 4] = ["edges.csv", "positions.csv", "candidates.csv", "units.csv"];

/// Weights stay below this, so that two prices and a weight never overflow.
const WEIGHT_MAX: i128 = 1_000_000_000_000_000_000;

pub struct Post {
    pub unit: u32,
    pub class: i32,
    pub holder: Option<u32>,
    /// Weight of filling it, before the score.
    pub fill: i64,
}

pub struct Person {
    pub home: Option<u32>,
    pub duk: i32,
}

pub struct Input {
    pub name: String,
    pub maxscore: i64,
    pub fill: i64,
    pub moving: i64,
    pub edges: Table<3>,
    pub posts: Vec<Post>,
    pub people: Vec<Person>,
    /// Most holders that may leave each unit.
    pub caps: Vec<i32>,
    /// Hashes of the sorted forms, as [`TABLES`].
    pub hashes: [String; 4],
    /// Hashes `instance.txt` states, as [`TABLES`]; it may leave them to the certificate.
    pub stated: [Option<String>; 4],
}

impl Input {
    pub fn read(files: &Files) -> Result<Input, String> {
        let keys = Keys::read(files.instance)?;
        keys.is("format", "sinergi-placement-1")?;
        let edges = Table::read(TABLES[0], files.edges, "position,candidate,score")?;
        let positions: Table<6> =
            Table::read(TABLES[1], files.positions, "position,unit,region,class,critical,holder")?;
        let candidates: Table<7> =
            Table::read(TABLES[2], files.candidates, "candidate,unit,region,class,experienced,home,duk")?;
        let units: Table<2> = Table::read(TABLES[3], files.units, "unit,max_out")?;
        if let Some((row, [_, most])) = units.rows.iter().enumerate().find(|(_, [_, most])| *most < 0) {
            return Err(format!("{} baris {}: kolom max_out {most} di bawah 0.", TABLES[3], units.line(row)));
        }
        keys.count("candidates", candidates.rows.len(), TABLES[2])?;
        keys.count("positions", positions.rows.len(), TABLES[1])?;
        keys.count("edges", edges.rows.len(), TABLES[0])?;
        let (posts, people) = (positions.rows.len(), candidates.rows.len());
        dense(TABLES[1], &positions)?;
        dense(TABLES[2], &candidates)?;
        dense(TABLES[3], &units)?;

        let maxscore = keys.number("maxscore")?;
        let fill = (i128::from(maxscore) + 1) * (posts as i128 + 1);
        if maxscore < 0 || 2 * fill + i128::from(maxscore) > WEIGHT_MAX {
            return Err(format!("instance.txt: maxscore={maxscore} di luar batas."));
        }
        let fill = i64::try_from(fill).map_err(|_| "instance.txt: maxscore di luar batas.".to_string())?;

        let mut input = Input {
            name: keys.text("name")?.to_string(),
            maxscore,
            fill,
            moving: maxscore * 5 / 100,
            posts: Vec::with_capacity(posts),
            people: Vec::with_capacity(people),
            caps: units.rows.iter().map(|[_, most]| *most).collect(),
            hashes: [edges.hash.clone(), positions.hash.clone(), candidates.hash.clone(), units.hash.clone()],
            stated: [None, None, None, None],
            edges,
        };
        // All or none: one alone missing is a slip.
        if keys.0.iter().any(|(key, _)| key.starts_with("sha256.")) {
            for (stated, table) in input.stated.iter_mut().zip(TABLES) {
                *stated = Some(keys.text(&format!("sha256.{table}"))?.to_string());
            }
        }
        for (row, [_, unit, _, class, critical, holder]) in positions.rows.iter().enumerate() {
            let at = |column: &str| format!("{} baris {}: kolom {column}", TABLES[1], positions.line(row));
            let unit = id(*unit, units.rows.len()).ok_or_else(|| at("unit") + " tidak ada di units.csv.")?;
            if !matches!(critical, 0 | 1) {
                return Err(at("critical") + " harus 0 atau 1.");
            }
            let holder =
                optional(*holder, people).ok_or_else(|| at("holder") + " tidak ada di candidates.csv.")?;
            input.posts.push(Post { unit, class: *class, holder, fill: fill * i64::from(1 + critical) });
        }
        for (row, [_, unit, .., home, duk]) in candidates.rows.iter().enumerate() {
            let at = |column: &str| format!("{} baris {}: kolom {column}", TABLES[2], candidates.line(row));
            optional(*unit, units.rows.len()).ok_or_else(|| at("unit") + " tidak ada di units.csv.")?;
            let home = optional(*home, posts).ok_or_else(|| at("home") + " tidak ada di positions.csv.")?;
            input.people.push(Person { home, duk: *duk });
        }
        input.agree()?;
        Ok(input)
    }

    /// Tables agree with each other: holder and home, pairs and ids, a seniority order without ties.
    fn agree(&self) -> Result<(), String> {
        for (position, post) in self.posts.iter().enumerate() {
            let home = post.holder.and_then(|who| self.people.get(who as usize)?.home);
            if post.holder.is_some() && home != Some(position as u32) {
                return Err(format!(
                    "positions.csv: pemangku jabatan {position} tidak menyebutnya sebagai home."
                ));
            }
        }
        for (candidate, person) in self.people.iter().enumerate() {
            let holder = person.home.and_then(|post| self.posts.get(post as usize)?.holder);
            if person.home.is_some() && holder != Some(candidate as u32) {
                return Err(format!(
                    "candidates.csv: kandidat {candidate} bukan pemangku jabatan yang disebut home."
                ));
            }
        }
        for (position, post) in self.posts.iter().enumerate() {
            let home = post.holder.map(|holder| (position as i32, holder as i32));
            let pair = |edge: &[i32; 3]| (edge[0], edge[1]);
            if home.is_some_and(|home| self.edges.rows.binary_search_by_key(&home, pair).is_err()) {
                return Err(format!(
                    "edges.csv: pemangku jabatan {position} tidak terdaftar untuk jabatannya sendiri."
                ));
            }
        }
        let mut ranks: Vec<i32> = self.people.iter().map(|person| person.duk).collect();
        ranks.sort_unstable();
        if let Some(twice) = ranks.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("candidates.csv: nomor duk {} dipakai dua kali.", twice[0]));
        }
        for (row, [position, candidate, score]) in self.edges.rows.iter().enumerate() {
            let at = || format!("{} baris {}", TABLES[0], self.edges.line(row));
            if id(*position, self.posts.len()).is_none() || id(*candidate, self.people.len()).is_none() {
                return Err(at() + ": jabatan atau kandidat tidak ada di tabelnya.");
            }
            if !(0..=self.maxscore).contains(&i64::from(*score)) {
                return Err(format!("{}: score {score} di luar 0 sampai {}.", at(), self.maxscore));
            }
            let before = row.checked_sub(1).map(|before| self.edges.rows[before]);
            if before.is_some_and(|before| before[..2] == [*position, *candidate]) {
                return Err(at() + ": pasangan ini sudah ada di baris lain.");
            }
        }
        Ok(())
    }
}

/// Ids are 0, 1, 2, … without gap.
fn dense<const N: usize>(file: &str, table: &Table<N>) -> Result<(), String> {
    match table.rows.iter().enumerate().find(|(row, cells)| cells[0] as usize != *row) {
        None => Ok(()),
        Some((row, cells)) => {
            let line = table.line(row);
            Err(format!("{file} baris {line}: nomor {} tidak berurutan; {row} yang diharapkan.", cells[0]))
        }
    }
}

fn id(value: i32, count: usize) -> Option<u32> {
    u32::try_from(value).ok().filter(|id| (*id as usize) < count)
}

/// -1 says nobody or nowhere; anything else has to exist.
fn optional(value: i32, count: usize) -> Option<Option<u32>> {
    if value == -1 { Some(None) } else { id(value, count).map(Some) }
}

/// Lines `key=value` of `instance.txt`.
struct Keys<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Keys<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(bytes).map_err(|_| "instance.txt: bukan teks.".to_string())?;
        let mut keys = Vec::new();
        for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.is_empty()) {
            let pair = text.split_once('=').ok_or_else(|| {
                format!("instance.txt baris {line}: {} bukan kunci=nilai.", quoted(text.as_bytes()))
            })?;
            keys.push(pair);
        }
        Ok(Keys(keys))
    }

    fn text(&self, key: &str) -> Result<&'a str, String> {
        let mut found = self.0.iter().filter(|(name, _)| *name == key).map(|(_, value)| *value);
        match (found.next(), found.next()) {
            (Some(value), None) => Ok(value),
            (None, _) => Err(format!("instance.txt: kunci {key} tidak ada.")),
            (Some(_), Some(_)) => Err(format!("instance.txt: kunci {key} ada dua kali.")),
        }
    }

    fn number(&self, key: &str) -> Result<i64, String> {
        let text = self.text(key)?.as_bytes();
        number(text).ok_or_else(|| format!("instance.txt: {key}={} bukan bilangan bulat.", quoted(text)))
    }

    fn is(&self, key: &str, value: &str) -> Result<(), String> {
        if self.text(key)? == value { Ok(()) } else { Err(format!("instance.txt: {key} harus {value}.")) }
    }

    fn count(&self, key: &str, rows: usize, file: &str) -> Result<(), String> {
        let stated = self.number(key)?;
        if i64::try_from(rows) == Ok(stated) {
            return Ok(());
        }
        Err(format!("instance.txt: {key}={stated}, tetapi {file} berisi {rows} baris."))
    }
}
