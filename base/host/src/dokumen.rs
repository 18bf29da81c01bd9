//! The document part of a form that records what a document says: its file taken in, its fields drawn, and
//! what about it is to be looked at twice.

use crate::clocks::tanggal;
use crate::http::{Ctx, Upload};
use crate::naskah;
use crate::problem::Problem;
use kernel::typed::{Salah, TypedDocument};
use kernel::{Act, Document, Fact, Ledger};
use web::component::formulir::Ruas;

/// A document this many years younger than what it establishes is looked at twice.
const YEARS_LATE: i16 = 5;
/// And one this many years older.
const YEARS_EARLY: i16 = 10;

/// Takes the file of a form in, and forgets a kept one that is no longer there. What is wrong with it comes
/// back.
///
/// # Errors
/// When the disk does not give or take it.
pub fn take_in(ctx: &Ctx, upload: Option<Upload>, typed: &mut TypedDocument) -> Result<Vec<Salah>, Problem> {
    let mut salah = Vec::new();
    let berkas = &ctx.hall.node.berkas;
    let akun = &ctx.visitor()?.akun;
    if let Some(upload) = upload.filter(|u| u.size > 0) {
        match naskah::keep(berkas, &upload.path)? {
            Ok(hash) => {
                ctx.hall.papers.brought(akun, &hash);
                typed.berkas = hash;
                typed.nama_berkas = upload.name.clone();
            }
            Err(sentence) => salah.push(("berkas".into(), sentence)),
        }
    }
    // The hash of a paper is no right to it: it has to be the one this account brought to this form.
    let own = ctx.hall.papers.is_of(akun, &typed.berkas) && naskah::is_kept(berkas, &typed.berkas);
    if !typed.berkas.is_empty() && !own {
        typed.berkas.clear();
        salah.push(("berkas".into(), "Berkas dokumen tidak ada lagi. Unggah lagi.".into()));
    }
    Ok(salah)
}

/// The fields of a document. `bobot` are the weights to choose from, `examples` names of such documents.
pub fn fields(typed: &TypedDocument, bobot: &[(&str, &str)], examples: &str, errors: &[Salah]) -> Vec<Ruas> {
    let error = |name: &str| errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let field = |ruas: Ruas, name: &str, value: &str| ruas.value(value).error(error(name));
    let bobot = bobot.iter().map(|(word, label)| ((*word).to_owned(), (*label).to_owned())).collect();
    vec![
        field(Ruas::choice("bobot", "Bobot dokumen", bobot), "bobot", &typed.bobot),
        field(Ruas::text("jenis_dokumen", "Jenis dokumen"), "jenis_dokumen", &typed.jenis).help(examples),
        field(Ruas::text("nomor", "Nomor"), "nomor", &typed.nomor),
        field(Ruas::date("tanggal", "Tanggal dokumen"), "tanggal", &typed.tanggal),
        field(Ruas::text("penandatangan", "Penandatangan"), "penandatangan", &typed.penandatangan),
        Ruas::file("berkas", "Naskah", naskah::ENDINGS)
            .help("PDF, JPEG, atau PNG, paling besar 20 MB")
            .optional()
            .error(error("berkas")),
    ]
}

/// Odd, and perhaps right: the officer decides.
pub fn warnings(ledger: &Ledger, document: &Document, acts: &[(Act, Fact)], about: &str) -> Vec<String> {
    let mut said = Vec::new();
    let twice = ledger.heads().iter().any(|head| {
        let known = &head.document;
        !known.nomor.is_empty() && (&known.nomor, known.tanggal) == (&document.nomor, document.tanggal)
    });
    if twice {
        said.push(format!(
            "Dokumen bernomor {} bertanggal sama sudah tercatat pada {about}.",
            document.nomor
        ));
    }
    let days = acts.iter().filter_map(|(_, fact)| fact.tmt);
    if let (Some(first), Some(signed)) = (days.min(), document.tanggal)
        && signed > first.add_years(YEARS_LATE)
    {
        let years = signed.year() - first.year();
        said.push(format!(
            "Dokumen bertanggal {} menetapkan sesuatu sejak {}, {years} tahun lebih awal. Pastikan tahunnya benar.",
            tanggal(signed).short(),
            tanggal(first).short(),
        ));
    }
    let last = acts.iter().filter_map(|(_, fact)| fact.tmt).max();
    if let (Some(last), Some(signed)) = (last, document.tanggal)
        && last > signed.add_years(YEARS_EARLY)
    {
        said.push(format!(
            "TMT {} lebih dari {YEARS_EARLY} tahun sesudah tanggal dokumen. Pastikan tahunnya benar.",
            tanggal(last).short(),
        ));
    }
    said
}
