//! `instance.txt`: what the other files have to agree with.

use super::Error;

const FILE: &str = "instance.txt";
/// What `format` must say.
const FORMAT: &str = "sinergi-placement-1";
/// With more the weights of a round of usual size would no longer fit.
const MAXSCORE: i64 = 1_000_000;

pub(super) struct Manifest {
    pub name: String,
    pub maxscore: i64,
    pub edges: usize,
    candidates: usize,
    positions: usize,
    /// Hashes the instance states, by file.
    stated: Vec<(String, String)>,
}

impl Manifest {
    pub fn read(bytes: &[u8]) -> Result<Manifest, Error> {
        let text = std::str::from_utf8(bytes).map_err(|_| Error::new(FILE, "bukan teks UTF-8"))?;
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let Some((key, value)) = line.split_once('=') else {
                return Err(Error::at(FILE, n + 1, "tidak berbentuk kunci=nilai"));
            };
            if pairs.iter().any(|pair| pair.0 == key) {
                return Err(Error::at(FILE, n + 1, format!("kunci {key} tertulis dua kali")));
            }
            pairs.push((key, value));
        }
        let get = |key: &str| {
            let found = pairs.iter().find(|pair| pair.0 == key);
            found.map(|pair| pair.1).ok_or_else(|| Error::new(FILE, format!("kunci {key} tidak ada")))
        };
        let whole = |key: &str, limit: i64| {
            let value = get(key)?;
            let bad = || Error::new(FILE, format!("{key} {value:?} bukan bilangan bulat 0 sampai {limit}"));
            value.parse().ok().filter(|number| (0..=limit).contains(number)).ok_or_else(bad)
        };
        if get("format")? != FORMAT {
            return Err(Error::new(FILE, format!("format harus {FORMAT}")));
        }
        let count = |key| whole(key, i64::from(u32::MAX - 2)).map(|count| count as usize);
        let hash = |&(key, value): &(&str, &str)| {
            Some((key.strip_prefix("sha256.")?.to_string(), value.to_string()))
        };
        Ok(Manifest {
            name: get("name")?.to_string(),
            maxscore: whole("maxscore", MAXSCORE)?,
            edges: count("edges")?,
            candidates: count("candidates")?,
            positions: count("positions")?,
            stated: pairs.iter().filter_map(hash).collect(),
        })
    }

    /// Whether counts and stated hashes are those of the files: `[candidates, positions, edges]`.
    pub fn agrees(&self, found: [usize; 3], hashes: &[(&'static str, String)]) -> Result<(), Error> {
        let stated = [self.candidates, self.positions, self.edges];
        let files = ["candidates.csv", "positions.csv", "edges.csv"];
        for ((file, stated), found) in files.into_iter().zip(stated).zip(found) {
            if stated != found {
                let what = format!("ada {found} baris data, {FILE} menyebut {stated}");
                return Err(Error::new(file, what));
            }
        }
        for (file, hash) in hashes {
            if self.stated.iter().any(|(name, stated)| name == file && stated != hash) {
                let what = format!("isinya tidak sama dengan sha256.{file} di {FILE}");
                return Err(Error::new(file, what));
            }
        }
        Ok(())
    }
}
