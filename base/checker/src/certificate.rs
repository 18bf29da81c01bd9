//! `certificate`: what is claimed about the plan, and the prices that prove it.

use crate::input::{Input, TABLES};
use crate::plan::Plan;
use crate::table::{for_each, number, quoted};

const FILE: &str = "certificate";

/// Keys of the head, in their order.
const KEYS: [&str; 15] = [
    "format",
    "instance",
    "candidates",
    "positions",
    "edges",
    "maxscore",
    "fill",
    "move",
    "objective",
    "sha256.edges.csv",
    "sha256.positions.csv",
    "sha256.candidates.csv",
    "sha256.units.csv",
    "sha256.plan.csv",
    "order",
];
/// Keys of a round with caps on leaving a unit, after `objective`.
const CAPPED: [&str; 2] = ["bound", "gap"];

pub struct Certificate {
    /// Keys and values of the head, line by line.
    head: Vec<(&'static str, String)>,
    pub objective: i64,
    /// Price of every candidate.
    pub u: Vec<i64>,
    /// Price of every position.
    pub v: Vec<i64>,
    pub caps: Option<Caps>,
}

/// What a certificate says where only so many may leave a unit.
pub struct Caps {
    /// No plan within the caps is worth more.
    pub bound: i64,
    pub gap: i64,
    /// Price of leaving every unit.
    pub leaving: Vec<i64>,
}

impl Certificate {
    pub fn read(bytes: &[u8]) -> Result<Certificate, String> {
        let mut rest = bytes;
        let mut certificate =
            Certificate { head: Vec::new(), objective: 0, u: Vec::new(), v: Vec::new(), caps: None };
        for key in KEYS {
            if key == "sha256.edges.csv" && rest.starts_with(b"bound=") {
                for key in CAPPED {
                    certificate.take(&mut rest, key)?;
                }
            }
            certificate.take(&mut rest, key)?;
        }
        let mut blocks = Blocks(Some(rest));
        certificate.objective = certificate.number("objective")?;
        certificate.u = blocks.prices("candidate")?;
        certificate.v = blocks.prices("position")?;
        if certificate.line("bound").is_some() {
            let (bound, gap) = (certificate.number("bound")?, certificate.number("gap")?);
            certificate.caps = Some(Caps { bound, gap, leaving: blocks.prices("unit")? });
        }
        match blocks.0 {
            None => Ok(certificate),
            Some(_) => Err(format!("{FILE}: ada isi sesudah daftar harga yang terakhir.")),
        }
    }

    /// The next line of the head, which has to be of this key.
    fn take(&mut self, rest: &mut &[u8], key: &'static str) -> Result<(), String> {
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        let value = text.strip_prefix(key.as_bytes()).and_then(|value| value.strip_prefix(b"="));
        let value = value.and_then(|value| std::str::from_utf8(value).ok()).ok_or_else(|| {
            format!("{FILE} baris {}: harus {key}=…, tertulis {}.", self.head.len() + 1, quoted(text))
        })?;
        self.head.push((key, value.to_string()));
        *rest = after.strip_prefix(b"\n").unwrap_or_default();
        Ok(())
    }

    /// Line of a key, if it is there.
    pub fn line(&self, key: &str) -> Option<usize> {
        self.head.iter().position(|(name, _)| *name == key).map(|at| at + 1)
    }

    fn value(&self, key: &str) -> &str {
        self.head.iter().find(|(name, _)| *name == key).map_or("", |(_, value)| value)
    }

    fn number(&self, key: &str) -> Result<i64, String> {
        let text = self.value(key).as_bytes();
        number(text).ok_or_else(|| format!("{FILE}: {key}={} bukan bilangan bulat.", quoted(text)))
    }
}

/// What is left of the lists of prices, an empty line before each.
struct Blocks<'a>(Option<&'a [u8]>);

impl Blocks<'_> {
    fn prices(&mut self, what: &str) -> Result<Vec<i64>, String> {
        let rest = self.0.and_then(|rest| rest.strip_prefix(b"\n"));
        let rest =
            rest.ok_or_else(|| format!("{FILE}: daftar harga {what}, didahului baris kosong, tidak ada."))?;
        let end = rest.windows(2).position(|pair| pair == b"\n\n").map(|end| end + 1);
        let (block, after) = end.map_or((rest, None), |end| (&rest[..end], Some(&rest[end..])));
        self.0 = after;
        prices(block, what)
    }
}

/// One price for each id, ascending from 0.
fn prices(bytes: &[u8], what: &str) -> Result<Vec<i64>, String> {
    let mut list = Vec::new();
    let block = format!("{FILE}, daftar harga {what}");
    for_each(&block, bytes, &format!("{what},price"), |line, [id, price]| {
        if usize::try_from(id) != Ok(list.len()) {
            return Err(format!("{block} baris {line}: nomor {id}, seharusnya {}.", list.len()));
        }
        list.push(price);
        Ok(())
    })?;
    Ok(list)
}

/// The head says what the input says.
pub fn head(input: &Input, certificate: &Certificate) -> Result<(), String> {
    let order = if certificate.caps.is_some() { "none" } else { "class-desc,position;duk-asc" };
    let expected = [
        ("format", "sinergi-certificate-1".to_string()),
        ("instance", input.name.clone()),
        ("candidates", input.people.len().to_string()),
        ("positions", input.posts.len().to_string()),
        ("edges", input.edges.rows.len().to_string()),
        ("maxscore", input.maxscore.to_string()),
        ("fill", input.fill.to_string()),
        ("move", input.moving.to_string()),
        ("order", order.to_string()),
    ];
    for (key, expected) in expected {
        let stated = certificate.value(key);
        if stated != expected {
            let line = certificate.line(key).unwrap_or_default();
            return Err(format!("{FILE} baris {line}: {key}={stated}, seharusnya {expected}."));
        }
    }
    let units = certificate.caps.as_ref().map(|caps| ("unit", caps.leaving.len(), input.caps.len()));
    for (what, listed, needed) in [
        ("candidate", certificate.u.len(), input.people.len()),
        ("position", certificate.v.len(), input.posts.len()),
    ]
    .into_iter()
    .chain(units)
    {
        if listed != needed {
            return Err(format!("{FILE}: daftar harga {what} berisi {listed} baris, seharusnya {needed}."));
        }
    }
    Ok(())
}

/// Every file is the one that was certified; tables count in their sorted form.
pub fn hashes(input: &Input, plan: &Plan, certificate: &Certificate) -> Result<(), String> {
    for (at, table) in TABLES.iter().enumerate() {
        if input.stated[at].as_ref().is_some_and(|stated| *stated != input.hashes[at]) {
            return Err(format!("{table}: isinya tidak sesuai sha256.{table} di instance.txt."));
        }
        if input.hashes[at] != certificate.value(&format!("sha256.{table}")) {
            return Err(format!("{table}: isinya tidak sesuai sha256.{table} di {FILE}."));
        }
    }
    if plan.hash != certificate.value("sha256.plan.csv") {
        return Err(format!("plan.csv: isinya tidak sesuai sha256.plan.csv di {FILE}."));
    }
    Ok(())
}
