//! What is odd about the person's data, the gravest first.

use super::{Orang, kata};
use host::Reach;
use host::sight::Sight;
use kernel::{Code, Severity, check};
use web::component::temuan::{Bobot, Temuan};

/// Findings about the person alone at the moment of the page; those across people only of today, for
/// the register of today is what they were found in.
pub fn findings(orang: &Orang<'_>) -> Vec<Temuan> {
    let (s, tables, context) = (&orang.snapshot, &orang.ctx.hall.tables, &orang.context);
    let mut codes = check::person(s, tables, context);
    if orang.ctx.clocks.is_present() {
        codes = codes.union(orang.world.register.codes[orang.i]);
    }
    let mut found: Vec<_> = codes.iter().map(|code| check::explain(code, s, tables, context)).collect();
    found.sort_by(|a, b| (b.severity, a.code).cmp(&(a.severity, b.code)));
    let say = |finding: kernel::Finding| {
        let stated = finding.field.and_then(|field| s.get(field));
        let kind = finding.field.map(|f| f.kind()).filter(|k| orang.sight.shows(*k));
        let anchor =
            |k: kernel::Kind| format!("{}#{}", orang.section("riwayat"), k.info().name.replace('_', "-"));
        Temuan {
            weight: match finding.severity {
                Severity::Berat => Bobot::Berat,
                Severity::Ragu => Bobot::Meragukan,
                Severity::Catatan => Bobot::Catatan,
            },
            code: finding.code.text().to_owned(),
            title: guarded(orang.sight, &finding),
            advice: format!("{}{}", finding.suggestion, others(orang, finding.code)),
            source: stated.map(|st| kata::document(st.document)).unwrap_or_default(),
            action: kind.map(|k| ("Lihat riwayat".to_owned(), anchor(k))),
        }
    };
    found.into_iter().map(say).collect()
}

/// A message names the very values; where they are masked, only the name of the check is left.
fn guarded(sight: Sight, finding: &kernel::Finding) -> String {
    if finding.field.is_none_or(|field| sight.tells(field)) {
        finding.message.clone()
    } else {
        finding.code.info().label.to_owned()
    }
}

/// Who else holds the same post, as far as the visitor may see them.
fn others(orang: &Orang<'_>, code: Code) -> String {
    let r = &orang.world.register;
    if code != Code::PosGanda || orang.ctx.reach() == Reach::Own {
        return String::new();
    }
    let sees = orang.ctx.sees(orang.world);
    let same = (0..r.len()).filter(|&j| j != orang.i && r.pos[j] == r.pos[orang.i] && r.active[j]);
    let names: Vec<&str> = same.filter(|&j| sees(j)).map(|j| r.nama(j)).collect();
    if names.is_empty() { String::new() } else { format!(" Pemegang lain: {}.", names.join("; ")) }
}
