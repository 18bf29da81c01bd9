//! Particulars of the rakor, and the material regions are asked for.

use super::super::catat::{sama_versi, satu_baris, teks, ulang};
use super::{Siapa, buka, catat, halaman, selesai};
use crate::isi::{Isi, Kuorum, Pokok};
use crate::rule::{Rakor, Tolak};
use crate::view::persiapan::TertibView;
use host::{Answer, Ctx, Problem, http};
use kernel::Date;

/// Particulars as a form: field, label, value.
pub type Ruas = Vec<(&'static str, &'static str, String)>;

const LABELS: [(&str, &str); 9] = [
    ("judul", "Judul"),
    ("tema", "Tema"),
    ("tanggal", "Tanggal"),
    ("pukul_dari", "Mulai pukul"),
    ("pukul_sampai", "Sampai pukul"),
    ("tempat", "Tempat"),
    ("tautan", "Tautan daring"),
    ("pimpinan", "Pimpinan"),
    ("dasar", "Dasar hukum"),
];

/// Particulars as they are.
pub fn ruas(rakor: &Rakor) -> Ruas {
    let p = &rakor.pokok;
    let values = [
        p.judul.clone(),
        p.tema.clone(),
        p.tanggal.map(Date::dmy).unwrap_or_default(),
        p.pukul.0.clone(),
        p.pukul.1.clone(),
        p.tempat.clone(),
        p.tautan.clone(),
        p.pimpinan.clone(),
        p.dasar.clone(),
    ];
    LABELS.iter().zip(values).map(|((name, label), value)| (*name, *label, value)).collect()
}

/// `9.30` and `09:30` become `09.30`; empty stays empty.
pub fn pukul(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(String::new());
    }
    let (hour, minute) = text.split_once(['.', ':'])?;
    let number = |part: &str, most: u8| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u8>().ok().filter(|n| digits && *n <= most)
    };
    Some(format!("{:02}.{:02}", number(hour, 23)?, number(minute, 59)?))
}

/// Reads the form over what it was; what is wrong by field.
fn baca(ctx: &Ctx, before: &Pokok) -> Result<Pokok, Vec<(String, String)>> {
    let mut salah: Vec<(String, String)> = Vec::new();
    let mut read = |name: &str| {
        let label = LABELS.iter().find(|l| l.0 == name).map_or("", |l| l.1);
        satu_baris(ctx.field(name), label).unwrap_or_else(|Tolak(_, sentence)| {
            salah.push((name.to_owned(), sentence));
            String::new()
        })
    };
    let mut new = Pokok {
        judul: read("judul"),
        tema: read("tema"),
        tempat: read("tempat"),
        tautan: read("tautan"),
        pimpinan: read("pimpinan"),
        dasar: read("dasar"),
        ..before.clone()
    };
    let mut wrong = |name: &str, sentence: &str| salah.push((name.to_owned(), sentence.to_owned()));
    if ctx.field("judul").trim().is_empty() {
        wrong("judul", "Isi judul rakor.");
    }
    let day = ctx.field("tanggal").trim();
    new.tanggal = Date::parse(day);
    if new.tanggal.is_none() && !day.is_empty() {
        wrong("tanggal", "Tanggal tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 19-08-2026.");
    }
    let (from, until) = (pukul(ctx.field("pukul_dari")), pukul(ctx.field("pukul_sampai")));
    for (name, time) in [("pukul_dari", &from), ("pukul_sampai", &until)] {
        if time.is_none() {
            wrong(name, "Pukul tidak terbaca. Tulis misalnya 09.30.");
        }
    }
    if let (Some(from), Some(until)) = (&from, &until)
        && !until.is_empty()
        && until <= from
    {
        wrong("pukul_sampai", "Waktu selesai harus sesudah waktu mulai.");
    }
    new.pukul = (from.unwrap_or_default(), until.unwrap_or_default());
    if !new.tautan.is_empty() && !["https://", "http://"].iter().any(|s| new.tautan.starts_with(s)) {
        wrong("tautan", "Tautan diawali https://.");
    }
    if salah.is_empty() { Ok(new) } else { Err(salah) }
}

/// Particulars as typed, when it is their form that came.
pub fn terisi(ctx: &Ctx) -> Option<Ruas> {
    let typed = || LABELS.iter().map(|l| (l.0, l.1, ctx.field(l.0).to_owned())).collect();
    ctx.path.ends_with("/pokok").then(typed)
}

/// `POST /rakor/{id}/pokok`.
pub fn simpan(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let pokok = match baca(ctx, &sidang.rakor.pokok) {
        Ok(pokok) => pokok,
        Err(salah) => {
            return Ok(http::refused(halaman(ctx, &sidang, ulang(ctx, salah), terisi(ctx))?));
        }
    };
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_disiapkan()?;
        sama_versi(ctx.field("versi"), &rakor.versi_pokok)?;
        if pokok.tanggal.is_none() && rakor.tahap.terbuka() {
            let sentence = "Undangan sudah terkirim; tanggal rakor tidak dapat dikosongkan.";
            return Err(Tolak("RAKOR-01", sentence.into()));
        }
        // What another form sets stands as it is by now.
        let (tata_tertib, kuorum) = (rakor.pokok.tata_tertib, rakor.pokok.kuorum.clone());
        Ok(vec![(Isi::Diubah(Pokok { tata_tertib, kuorum, ..pokok }), None)])
    });
    let field = if ctx.field("tanggal").trim().is_empty() { "tanggal" } else { "judul" };
    selesai(ctx, field, "pokok", done)
}

/// `POST /rakor/{id}/tata-tertib`: whether votes, quorum and the list of speakers are used, and which quorum.
pub fn tertib(ctx: &mut Ctx) -> Answer {
    let sidang = buka(ctx)?;
    let dipakai = ctx.field("tata_tertib") == "1";
    let kuorum = match kuorum(ctx.field("kuorum"), ctx.field("ambang").trim()) {
        Ok(kuorum) => kuorum,
        Err(sentence) => {
            let salah = vec![("ambang".to_owned(), sentence.to_owned())];
            return Ok(http::refused(halaman(ctx, &sidang, ulang(ctx, salah), None)?));
        }
    };
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_disiapkan()?;
        if !dipakai && rakor.butir().any(|r| r.dipungut()) {
            let sentence = "Pemungutan suara masih berlangsung. Tutup lebih dahulu.";
            return Err(Tolak("RAKOR-27", sentence.into()));
        }
        let pokok = Pokok { tata_tertib: dipakai, kuorum, ..rakor.pokok.clone() };
        Ok(vec![(Isi::Diubah(pokok), None)])
    });
    selesai(ctx, "ambang", "tertib", done)
}

/// The form of it: as typed when it was refused just now, else as it is.
pub fn isian_tertib(ctx: &Ctx, rakor: &Rakor) -> TertibView {
    let kuorum = &rakor.pokok.kuorum;
    if ctx.path.ends_with("/tata-tertib") {
        let field = |name: &str| ctx.field(name).to_owned();
        let dipakai = ctx.field("tata_tertib") == "1";
        return TertibView { dipakai, jenis: field("kuorum"), ambang: field("ambang") };
    }
    TertibView {
        dipakai: rakor.pokok.tata_tertib,
        jenis: kuorum.jenis.clone(),
        ambang: if kuorum.ambang == 0 { String::new() } else { kuorum.ambang.to_string() },
    }
}

/// A quorum as typed.
fn kuorum(jenis: &str, ambang: &str) -> Result<Kuorum, &'static str> {
    let most = match jenis {
        "jumlah" => 300,
        "persen" => 100,
        _ => return Ok(Kuorum::default()),
    };
    match ambang.trim_end_matches('%').trim_end().parse::<u16>() {
        Ok(n) if (1..=most).contains(&n) => Ok(Kuorum { jenis: jenis.to_owned(), ambang: n }),
        _ if most == 100 => Err("Isi bagian pihak yang harus hadir, 1 sampai 100 persen."),
        _ => Err("Isi banyaknya pihak yang harus hadir, 1 sampai 300."),
    }
}

/// `POST /rakor/{id}/bahan`.
pub fn bahan(ctx: &mut Ctx) -> Answer {
    // Whose rakor this is comes before what the form says.
    crate::page::umum::buka(ctx)?;
    let Some(tenggat) = Date::parse(ctx.field("tenggat").trim()) else {
        let sentence = "Tenggat bahan tidak terbaca. Tulis sebagai hh-bb-tttt, misalnya 10-08-2026.";
        return selesai::<()>(ctx, "tenggat", "bahan", Err(Problem::Refused("RAKOR-25", sentence.into())));
    };
    let uraian = match teks(ctx.field("uraian")) {
        Ok(uraian) => uraian,
        Err(wrong) => return selesai::<()>(ctx, "uraian", "bahan", Err(wrong.into())),
    };
    let today = ctx.hall.today();
    let done = catat(ctx, Siapa::Penyelenggara, |rakor, _| {
        rakor.boleh_disiapkan()?;
        if tenggat < today || rakor.pokok.tanggal.is_some_and(|day| tenggat > day) {
            return Err(Tolak("RAKOR-25", "Tenggat bahan harus antara hari ini dan hari rakor.".into()));
        }
        Ok(vec![(Isi::BahanDiminta { tenggat, uraian }, None)])
    });
    selesai(ctx, "tenggat", "bahan", done)
}

#[cfg(test)]
mod tests {
    #[test]
    fn quorums_as_people_type_them() {
        for (jenis, typed, kept) in [
            ("", "", Some(0)),
            ("", "12", Some(0)),
            ("jumlah", "12", Some(12)),
            ("jumlah", "301", None),
            ("persen", "50 %", Some(50)),
            ("persen", "101", None),
            ("persen", "0", None),
            ("jumlah", "-1", None),
            ("jumlah", "dua", None),
        ] {
            assert_eq!(super::kuorum(jenis, typed).ok().map(|k| k.ambang), kept, "{jenis} {typed}");
        }
    }

    #[test]
    fn times_as_people_type_them() {
        for (typed, kept) in [
            ("", Some("")),
            ("9.30", Some("09.30")),
            (" 09:30 ", Some("09.30")),
            ("23.59", Some("23.59")),
            ("24.00", None),
            ("9", None),
            ("9.3a", None),
            ("+9.30", None),
            ("099.30", None),
        ] {
            assert_eq!(super::pukul(typed).as_deref(), kept, "{typed:?}");
        }
    }
}
