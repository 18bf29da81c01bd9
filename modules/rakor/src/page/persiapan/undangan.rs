//! Invitations: sent, answered, put into calendars, shared; and called off.

use super::super::catat::{alasan, baris};
use super::{Siapa, buka, catat, kembali, penyelenggara, selesai};
use crate::isi::{self, Isi};
use crate::rule::sidang::JAWABAN;
use crate::rule::wakil::boleh_menggantikan;
use crate::rule::{Rakor, Tahap, Tolak};
use host::ics::{escape, fold, hari};
use host::{Action, Answer, Ctx, Problem, Reach, http, tanggal};
use kernel::{Date, Stamp};

/// `POST /rakor/{id}/undang`.
pub fn kirim(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_tahap(Tahap::Diundang)?;
        Ok(vec![(Isi::Diundang, None)])
    })?;
    kembali(ctx, "persiapan", "undangan")
}

/// `POST /rakor/{id}/batal`.
pub fn batal(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_tahap(Tahap::Dibatalkan)?;
        Ok(vec![(Isi::Dibatalkan { alasan: alasan(ctx)? }, None)])
    });
    selesai(ctx, "alasan-batal", "dibatalkan", done)
}

/// `POST /rakor/{id}/jawaban`: of the own instansi, or recorded by the convener from a letter or a call.
pub fn jawab(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let pihak = ctx.field("pihak").chars().take(80).collect::<String>();
    let read = baca(ctx, &pihak);
    let field = kurang(ctx).map_or(format!("jawaban-{pihak}"), |name| format!("{name}-{pihak}"));
    let leads = ctx.visitor()?.reach(Action::KelolaRakor) != Reach::None;
    let done = catat(ctx, Siapa::Peserta, |rakor, own| {
        rakor.boleh_dijawab()?;
        let pihak = rakor.pihak_undangan(&pihak)?;
        if pihak.tentang.instansi != own && !(leads && rakor.instansi == own) {
            return Err(Tolak("RAKOR-10", "Undangan ini dijawab oleh instansi yang diundang.".into()));
        }
        let jawaban = read?;
        cukup(&jawaban)?;
        boleh_menggantikan(pihak.jawaban.as_ref().map(|j| &j.1), &pihak.tentang.instansi, own)?;
        Ok(vec![(Isi::Jawaban(jawaban), None)])
    });
    selesai(ctx, &field, "jawaban", done)
}

fn baca(ctx: &Ctx, pihak: &str) -> Result<isi::Jawaban, Tolak> {
    Ok(isi::Jawaban {
        pihak: pihak.to_owned(),
        jawaban: ctx.field("jawaban").to_owned(),
        nama: baris(ctx, "nama", "Nama yang datang")?,
        jabatan: baris(ctx, "jabatan", "Jabatan")?,
        kuasa: baris(ctx, "kuasa", "Surat tugas atau kuasa")?,
    })
}

/// The first field that lacks what a representative has to say.
fn kurang(ctx: &Ctx) -> Option<&'static str> {
    let asked = ctx.field("jawaban") == "mewakili";
    ["nama", "jabatan", "kuasa"].into_iter().find(|name| asked && ctx.field(name).trim().is_empty())
}

/// Whether an answer says all it has to.
fn cukup(jawaban: &isi::Jawaban) -> Result<(), Tolak> {
    if !JAWABAN.iter().any(|j| j.0 == jawaban.jawaban) {
        return Err(Tolak("RAKOR-16", "Pilih hadir, diwakili, atau berhalangan.".into()));
    }
    let whole = ![&jawaban.nama, &jawaban.jabatan, &jawaban.kuasa].iter().any(|t| t.is_empty());
    if jawaban.jawaban == "mewakili" && !whole {
        let sentence = "Bila diwakili, isi nama, jabatan, dan surat tugas atau kuasanya.";
        return Err(Tolak("RAKOR-16", sentence.into()));
    }
    Ok(())
}

/// What a messenger is given: no name of a person.
pub fn bagikan(ctx: &Ctx, rakor: &Rakor) -> String {
    let p = &rakor.pokok;
    let mut lines = vec![format!("Undangan: {}", p.judul)];
    let day = p.tanggal.map(|d| tanggal(d).long()).unwrap_or_default();
    lines.push(match (p.pukul.0.as_str(), p.pukul.1.as_str()) {
        ("", _) => day,
        (from, "") => format!("{day}, pukul {from} WIB"),
        (from, until) => format!("{day}, pukul {from}–{until} WIB"),
    });
    for (label, text) in [("Tempat", &p.tempat), ("Daring", &p.tautan)] {
        if !text.is_empty() {
            lines.push(format!("{label}: {text}"));
        }
    }
    lines.push(format!("Jawab undangan: {}/rakor/{}/persiapan", ctx.rumah(), rakor.id));
    lines.join("\n")
}

/// `GET /rakor/{id}/undangan/{pihak}.ics`: of the own instansi, or of any for the convener.
pub fn ics(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let asked = ctx.param("berkas").strip_suffix(".ics").ok_or(Problem::NotFound)?;
    let pihak = sidang.rakor.undangan().find(|p| p.id == asked).ok_or(Problem::NotFound)?;
    if !penyelenggara(&sidang) && pihak.tentang.instansi != sidang.instansi {
        return Err(Problem::NotFound);
    }
    let text = kalender(&sidang.rakor, asked, ctx.hall.now()).ok_or(Problem::NotFound)?;
    let day = sidang.rakor.pokok.tanggal.map_or(String::new(), |d| d.to_string());
    Ok(http::file(&format!("rakor-{day}.ics"), "text/calendar; charset=utf-8", text.into_bytes()))
}

const HEAD: [&str; 6] = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sinergi//Rakor//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
];

/// The event, without the name of anybody; `None` while the day is not set. A changed day replaces the event
/// that was sent before: the same name, a later number.
fn kalender(rakor: &Rakor, pihak: &str, now: Stamp) -> Option<String> {
    let p = &rakor.pokok;
    let day = p.tanggal?;
    let mut out = String::new();
    let mut line = |text: String| fold(&mut out, &text);
    HEAD.iter().for_each(|text| line((*text).to_owned()));
    line(format!("UID:{}-{pihak}@rakor.sinergi", rakor.id));
    line(format!("DTSTAMP:{}T000000Z", hari(now.date_wib())));
    line(format!("SEQUENCE:{}", now.0 / 60_000_000));
    match utc(day, &p.pukul.0) {
        Some(from) => {
            let until = utc(day, &p.pukul.1).or_else(|| utc(day, "23.59"));
            line(format!("DTSTART:{from}"));
            line(format!("DTEND:{}", until.unwrap_or(from)));
        }
        None => {
            line(format!("DTSTART;VALUE=DATE:{}", hari(day)));
            line(format!("DTEND;VALUE=DATE:{}", hari(day.add_days(1))));
        }
    }
    line(format!("SUMMARY:{}", escape(&p.judul)));
    for (name, text) in [("LOCATION", &p.tempat), ("URL", &p.tautan)] {
        if !text.is_empty() {
            line(format!("{name}:{}", escape(text)));
        }
    }
    line("END:VEVENT".into());
    line("END:VCALENDAR".into());
    Some(out)
}

/// `09.30` in western Indonesia on a day, as the calendar wants it.
fn utc(day: Date, pukul: &str) -> Option<String> {
    let (hour, minute) = pukul.split_once('.')?;
    let minutes = hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()? - 7 * 60;
    let day = day.add_days(minutes.div_euclid(1_440));
    let left = minutes.rem_euclid(1_440);
    Some(format!("{}T{:02}{:02}00Z", hari(day), left / 60, left % 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isi::Pokok;

    #[test]
    fn a_calendar_says_when_and_where_and_nothing_breaks_out() {
        let pokok = Pokok {
            judul: "Rakor;\nATTENDEE:x".into(),
            tanggal: Date::parse("2026-08-19"),
            pukul: ("06.30".into(), "12.00".into()),
            tempat: "Aula".into(),
            pimpinan: "Ratna Wulandari".into(),
            ..Pokok::default()
        };
        let mut rakor = Rakor { id: "r".into(), pokok, ..Rakor::default() };
        let text = kalender(&rakor, "p.0", Stamp(0)).expect("a day");
        assert!(text.contains("DTSTART:20260818T233000Z\r\n") && text.contains("DTEND:20260819T050000Z\r\n"));
        assert!(text.contains("SUMMARY:Rakor\\;\\nATTENDEE:x\r\n") && !text.contains("Ratna"));
        rakor.pokok.pukul = (String::new(), String::new());
        let text = kalender(&rakor, "p.0", Stamp(0)).expect("a day");
        assert!(text.contains("DTSTART;VALUE=DATE:20260819\r\n"), "the whole day");
        rakor.pokok.tanggal = None;
        assert_eq!(kalender(&rakor, "p.0", Stamp(0)), None);
    }

    #[test]
    fn who_comes_instead_says_who_and_by_what_right() {
        let answer = |jawaban: &str, nama: &str, kuasa: &str| isi::Jawaban {
            jawaban: jawaban.into(),
            nama: nama.into(),
            jabatan: "Sekretaris".into(),
            kuasa: kuasa.into(),
            ..isi::Jawaban::default()
        };
        for (jawaban, nama, kuasa, enough) in [
            ("hadir", "", "", true),
            ("berhalangan", "", "", true),
            ("mewakili", "Budi", "ST 1/2026", true),
            ("mewakili", "Budi", "", false),
            ("mewakili", "", "ST 1/2026", false),
            ("", "Budi", "", false),
            ("mungkin", "Budi", "", false),
        ] {
            assert_eq!(cukup(&answer(jawaban, nama, kuasa)).is_ok(), enough, "{jawaban} {nama} {kuasa}");
        }
    }
}
