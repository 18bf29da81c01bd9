//! `plan.csv`: who ends where.

use crate::table::{for_each, sha256};

const FILE: &str = "plan.csv";

/// A row as it stands; ids may still be of nobody.
pub struct Row {
    pub line: usize,
    pub position: i64,
    pub candidate: i64,
}

/// Rows sorted by position.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, String> {
    let mut rows: Vec<Row> = Vec::new();
    for_each(FILE, bytes, "position,candidate", |line, [position, candidate]| {
        if rows.last().is_some_and(|before| before.position > position) {
            return Err(format!(
                "{FILE} baris {line}: jabatan {position} tidak urut; urutkan menurut position."
            ));
        }
        rows.push(Row { line, position, candidate });
        Ok(())
    })?;
    Ok(rows)
}

/// The plan as two tables, and what is wrong with it as a list.
pub struct Plan {
    pub rows: Vec<Row>,
    pub of_post: Vec<Option<u32>>,
    pub of_person: Vec<Option<u32>>,
    pub hash: String,
    /// First row that names a position or candidate nobody knows.
    pub unknown: Option<String>,
    /// First row that uses a position or a candidate again.
    pub twice: Option<String>,
}

impl Plan {
    pub fn new(rows: Vec<Row>, bytes: &[u8], posts: usize, people: usize) -> Plan {
        let mut plan = Plan {
            rows: Vec::new(),
            of_post: vec![None; posts],
            of_person: vec![None; people],
            hash: sha256(bytes),
            unknown: None,
            twice: None,
        };
        for row in &rows {
            let post = usize::try_from(row.position).ok().and_then(|at| plan.of_post.get_mut(at));
            let person = usize::try_from(row.candidate).ok().and_then(|at| plan.of_person.get_mut(at));
            let (Some(post), Some(person)) = (post, person) else {
                plan.unknown.get_or_insert_with(|| {
                    let Row { line, position, candidate } = row;
                    format!("{FILE} baris {line}: jabatan {position} atau kandidat {candidate} tidak ada.")
                });
                continue;
            };
            if post.is_some() || person.is_some() {
                let who = if person.is_some() {
                    format!("kandidat {}", row.candidate)
                } else {
                    format!("jabatan {}", row.position)
                };
                let line = row.line;
                plan.twice.get_or_insert_with(|| {
                    format!("{FILE} baris {line}: {who} sudah dipakai di baris lain.")
                });
                continue;
            }
            *post = u32::try_from(row.candidate).ok();
            *person = u32::try_from(row.position).ok();
        }
        plan.rows = rows;
        plan
    }
}
