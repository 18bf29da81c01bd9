//! The proof that no plan is worth more, in one pass over the pairs.

use crate::caps;
use crate::certificate::Certificate;
use crate::input::Input;
use crate::plan::Plan;
use crate::report::Check;

/// The checks that need no ties and no hashes.
pub fn checks(input: &Input, plan: &Plan, certificate: &Certificate) -> Vec<Check> {
    let mut checks = vec![
        Check::of("Tidak ada yang dipakai dua kali", plan.twice.clone()),
        Check::of("Setiap pemangku mendapat jabatan", unseated(input, plan)),
    ];
    if certificate.u.len() != input.people.len() || certificate.v.len() != input.posts.len() {
        return checks;
    }
    let pass = Pass::over(input, plan, certificate);
    let unlisted = plan.unknown.clone().or_else(|| unlisted(input, plan, &pass));
    checks.insert(0, Check::of("Pasangan rencana terdaftar", unlisted));
    checks.push(Check::of("Harga menutup setiap pasangan", pass.uncovered));
    match &certificate.caps {
        None => {
            checks.push(Check::of("Harga tepat pada pasangan terpilih", pass.loose));
            checks.push(Check::of("Tanda harga, nol bila tidak terpasang", signs(input, plan, certificate)));
            checks.push(Check::of("Jumlah harga sama dengan jumlah bobot", sums(certificate, pass.weight)));
        }
        Some(claim) => {
            let sums = caps::sums(input, certificate, claim, pass.weight);
            checks.push(Check::of("Batas keluar setiap unit dipatuhi", caps::exceeded(input, plan)));
            checks.push(Check::of("Tanda harga", caps::negative(input, certificate, claim)));
            checks.push(Check::of("Nilai, batas atas, dan selisihnya", sums));
        }
    }
    checks
}

/// What one walk over all pairs finds.
struct Pass {
    /// A pair whose prices stay below its weight.
    uncovered: Option<String>,
    /// A chosen pair whose prices are not exactly its weight.
    loose: Option<String>,
    /// Weight of the plan.
    weight: i128,
    /// How many rows of the plan are pairs of the input.
    found: usize,
}

impl Pass {
    fn over(input: &Input, plan: &Plan, certificate: &Certificate) -> Pass {
        // Moving away from home costs: added to the price once instead of taken from every pair.
        let leaving = caps::leaving(input, certificate.caps.as_ref());
        let asked: Vec<i64> =
            leaving.iter().zip(&certificate.u).map(|(leaving, price)| leaving + price).collect();
        let mut pass = Pass { uncovered: None, loose: None, weight: 0, found: 0 };
        let id = |id: Option<u32>| id.map_or(-1, |id| id as i32);
        let mut row = 0;
        for same_post in input.edges.rows.chunk_by(|a, b| a[0] == b[0]) {
            let position = same_post[0][0] as usize;
            let post = &input.posts[position];
            let (seated, holder) = (id(plan.of_post[position]), id(post.holder));
            let open = certificate.v[position] - post.fill;
            let staying = post.holder.map_or(0, |holder| leaving[holder as usize]);
            for [_, candidate, score] in same_post {
                let home = if *candidate == holder { staying } else { 0 };
                let slack = asked[*candidate as usize] + open - i64::from(*score) - home;
                if slack < 0 {
                    pass.uncovered.get_or_insert_with(|| below(input, row, slack));
                }
                if *candidate == seated {
                    pass.chosen(input, row, slack);
                }
                row += 1;
            }
        }
        pass
    }

    fn chosen(&mut self, input: &Input, row: usize, slack: i64) {
        let [position, candidate, score] = input.edges.rows[row];
        let moves = input.people[candidate as usize].home.is_some_and(|home| home != position as u32);
        let cost = if moves { input.moving } else { 0 };
        self.weight += i128::from(input.posts[position as usize].fill + i64::from(score) - cost);
        self.found += 1;
        if slack != 0 {
            self.loose.get_or_insert_with(|| loose(input, row, slack));
        }
    }
}

fn below(input: &Input, row: usize, slack: i64) -> String {
    let ([position, candidate, _], line) = (input.edges.rows[row], input.edges.line(row));
    format!(
        "edges.csv baris {line}: harga kandidat {candidate} dan jabatan {position} kurang {} dari bobot pasangannya.",
        slack.unsigned_abs()
    )
}

fn loose(input: &Input, row: usize, slack: i64) -> String {
    let ([position, candidate, _], line) = (input.edges.rows[row], input.edges.line(row));
    format!(
        "edges.csv baris {line}: pasangan terpilih (jabatan {position}, kandidat {candidate}) berharga {} {} dari bobotnya.",
        slack.unsigned_abs(),
        if slack > 0 { "lebih" } else { "kurang" },
    )
}

/// First row of the plan that is no pair of the input; looked for only when the counts differ.
fn unlisted(input: &Input, plan: &Plan, pass: &Pass) -> Option<String> {
    if pass.found == plan.rows.len() {
        return None;
    }
    let is_listed = |position: i64, candidate: i64| {
        let pairs = &input.edges.rows;
        let pair = |edge: &[i32; 3]| (i64::from(edge[0]), i64::from(edge[1]));
        pairs.binary_search_by_key(&(position, candidate), pair).is_ok()
    };
    let row = plan.rows.iter().find(|row| !is_listed(row.position, row.candidate))?;
    Some(format!(
        "plan.csv baris {}: kandidat {} tidak terdaftar untuk jabatan {} di edges.csv.",
        row.line, row.candidate, row.position
    ))
}

fn unseated(input: &Input, plan: &Plan) -> Option<String> {
    let lost = (0..).zip(input.people.iter().zip(&plan.of_person));
    let (who, home) = lost
        .filter(|(_, (_, seat))| seat.is_none())
        .find_map(|(who, (person, _))| Some((who as usize, person.home?)))?;
    Some(format!(
        "plan.csv: kandidat {who} memangku jabatan {home} tetapi tidak mendapat jabatan dalam rencana."
    ))
}

/// Who may stay unmatched pays nothing when unmatched and never less than nothing.
fn signs(input: &Input, plan: &Plan, certificate: &Certificate) -> Option<String> {
    let people = (certificate.u.iter().zip(&plan.of_person).zip(&input.people))
        .map(|((price, seat), person)| wrong_sign(*price, seat.is_some(), person.home.is_some()));
    let posts = (certificate.v.iter().zip(&plan.of_post))
        .map(|(price, seat)| wrong_sign(*price, seat.is_some(), false));
    let say = |what: &str, id: usize, wrong: &str| format!("certificate: harga {what} {id} {wrong}.");
    let find = |wrong: &mut dyn Iterator<Item = Option<&'static str>>, what: &str| {
        wrong.enumerate().find_map(|(id, wrong)| Some(say(what, id, wrong?)))
    };
    find(&mut { people }, "kandidat").or_else(|| find(&mut { posts }, "jabatan"))
}

fn wrong_sign(price: i64, is_matched: bool, must: bool) -> Option<&'static str> {
    match (is_matched, must) {
        (false, false) if price != 0 => Some("harus 0 karena tidak terpasang"),
        (true, false) if price < 0 => Some("tidak boleh di bawah 0"),
        _ => None,
    }
}

fn sums(certificate: &Certificate, weight: i128) -> Option<String> {
    let prices: i128 = certificate.u.iter().chain(&certificate.v).map(|price| i128::from(*price)).sum();
    let stated = certificate.objective;
    if prices == weight && weight == i128::from(stated) {
        return None;
    }
    Some(format!(
        "certificate baris 9: objective={stated}, jumlah semua harga {prices}, jumlah bobot rencana {weight}."
    ))
}
