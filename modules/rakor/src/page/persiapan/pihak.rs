//! Parties: many at once, nothing doubled, taken off with a reason.

use super::super::catat::{alasan, baris, satu_baris, semua};
use super::super::sidang::{jawaban, tautan};
use super::super::umum::Sidang;
use super::{Siapa, catat, kuasa, selesai};
use crate::isi::{self, Isi};
use crate::rule::rakor::Pihak;
use crate::rule::wakil::dicatatkan;
use crate::rule::{Tahap, Tolak};
use crate::view::persiapan::PihakView;
use crate::view::rumusan::DICATATKAN;
use host::{Action, Answer, Ctx, Problem};
use web::Tone;

/// Parties one rakor may have.
const MOST: usize = 300;

/// Parties as the page shows them.
pub fn daftar(ctx: &Ctx, sidang: &Sidang, leads: bool, answers: bool) -> Result<Vec<PihakView>, Problem> {
    let rakor = &sidang.rakor;
    let links =
        if sidang.menyelenggarakan(ctx, Action::CatatRakor) { tautan(ctx, rakor)? } else { Vec::new() };
    let open = rakor.boleh_dijawab().is_ok() && answers;
    let view = |p: &Pihak| {
        let own = !sidang.instansi.is_empty() && p.tentang.instansi == sidang.instansi;
        let listed = p.ditarik.is_none();
        let answer = p.jawaban.as_ref().map(|j| j.0.clone()).unwrap_or_default();
        let tone = match answer.jawaban.as_str() {
            "hadir" => Tone::Ok,
            "mewakili" => Tone::Info,
            "berhalangan" => Tone::Awas,
            _ => Tone::Netral,
        };
        let calendar = (own || leads) && listed && rakor.tahap == Tahap::Diundang;
        let may = open && listed && (own || leads);
        let recorded = p.jawaban.as_ref().is_some_and(|j| dicatatkan(&j.1, &p.tentang.instansi));
        let word = if recorded { DICATATKAN } else { "" };
        PihakView {
            id: p.id.clone(),
            nama: nama(sidang, p),
            peran: p.tentang.peran.clone(),
            jawaban: (jawaban(p), tone),
            catatan: [answer.jabatan.as_str(), answer.kuasa.as_str(), word]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            ditarik: p.ditarik.clone(),
            kuasa: kuasa::tautan(sidang, p),
            unggah_kuasa: may && answer.jawaban == "mewakili",
            jawab: may.then_some([answer.jawaban, answer.nama, answer.jabatan, answer.kuasa]),
            sendiri: own,
            ics: if calendar { format!("/rakor/{}/undangan/{}.ics", rakor.id, p.id) } else { String::new() },
            tautan: links.iter().find(|l| l.0 == p.id).map_or(String::new(), |l| l.1.clone()),
        }
    };
    Ok(rakor.pihak.iter().map(view).collect())
}

fn nama(sidang: &Sidang, p: &Pihak) -> String {
    let about = &p.tentang;
    if about.instansi.is_empty() { about.nama.clone() } else { sidang.nama(&about.instansi).to_owned() }
}

/// `POST /rakor/{id}/pihak`: every chosen instansi in every chosen role, and bodies outside.
pub fn tambah(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let asked = match diminta(ctx) {
        Ok(asked) => asked,
        Err(wrong) => {
            let chosen = !semua(ctx, "instansi").is_empty();
            let field = if chosen { "peran_lain" } else { "luar_lain" };
            return selesai::<()>(ctx, field, "pihak", Err(wrong));
        }
    };
    let mut word = "pihak";
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_disiapkan()?;
        let (new, repeated) = rakor.pihak_baru(asked);
        if rakor.pihak.len() + new.len() > MOST {
            return Err(Tolak("RAKOR-24", format!("Pihak paling banyak {MOST}.")));
        }
        word = match (new.is_empty(), repeated) {
            (true, _) => "pihak-ada",
            (false, 0) => "pihak",
            _ => "pihak-sebagian",
        };
        Ok(if new.is_empty() { Vec::new() } else { vec![(Isi::Pihak { pihak: new }, None)] })
    });
    selesai(ctx, "luar_lain", word, done)
}

fn diminta(ctx: &Ctx) -> Result<Vec<isi::Pihak>, Problem> {
    let world = ctx.present()?;
    let served = |id: &&str| world.tenants.iter().any(|t| t.id == *id);
    let lines = |names: Vec<&str>, label: &str| -> Result<Vec<String>, Tolak> {
        let read: Result<Vec<String>, Tolak> = names.into_iter().map(|n| satu_baris(n, label)).collect();
        Ok(read?.into_iter().filter(|t| !t.is_empty()).collect())
    };
    let roles = lines([semua(ctx, "peran"), vec![ctx.field("peran_lain")]].concat(), "Peran")?;
    let bodies = lines([semua(ctx, "luar"), vec![ctx.field("luar_lain")]].concat(), "Pihak luar")?;
    let chosen: Vec<&str> = semua(ctx, "instansi").into_iter().filter(served).collect();
    if !chosen.is_empty() && roles.is_empty() {
        let sentence = "Pilih peran yang diundang dari setiap instansi.";
        return Err(Problem::Refused("RAKOR-24", sentence.into()));
    }
    let mut asked: Vec<isi::Pihak> = Vec::new();
    for instansi in chosen {
        let of = |peran: &String| isi::Pihak {
            instansi: instansi.to_owned(),
            peran: peran.clone(),
            nama: String::new(),
        };
        asked.extend(roles.iter().map(of));
    }
    asked.extend(bodies.into_iter().map(|nama| isi::Pihak { nama, ..isi::Pihak::default() }));
    if asked.is_empty() {
        let sentence = "Pilih instansi atau pihak luar yang diundang.";
        return Err(Problem::Refused("RAKOR-24", sentence.into()));
    }
    Ok(asked)
}

/// `POST /rakor/{id}/pihak/tarik`.
pub fn tarik(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let pihak = baris(ctx, "pihak", "Pihak")?;
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_disiapkan()?;
        rakor.pihak_undangan(&pihak)?;
        Ok(vec![(Isi::PihakDitarik { pihak: pihak.clone(), alasan: alasan(ctx)? }, None)])
    });
    selesai(ctx, &format!("alasan-{pihak}"), "ditarik", done)
}
