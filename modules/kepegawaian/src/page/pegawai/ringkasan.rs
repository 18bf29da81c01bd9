//! First section: the career drawn, what holds now, who the person is, what happened last.

use super::{Orang, kata};
use crate::page::words;
use crate::rule::karier::{Span, spans};
use crate::view::{Butir, DataPribadi, Ringkasan};
use host::sight::HIDDEN;
use host::tanggal;
use kernel::{Field, Kind};
use web::component::linimasa::Peristiwa;
use web::component::predikat::Predikat;
use web::component::riwayat_karier::{Lajur, Potong, RiwayatKarier, Warna};
use web::component::temuan::Temuan;
use web::{Icon, Tone};

/// Findings and events the first section shows.
const FINDINGS: usize = 3;
const EVENTS: usize = 12;

/// The first section.
pub fn summary(orang: &Orang<'_>, mut findings: Vec<Temuan>) -> Ringkasan {
    findings.truncate(FINDINGS);
    Ringkasan {
        career: career(orang),
        employment: employment(orang),
        personal: personal(orang),
        findings,
        timeline: timeline(orang),
    }
}

fn career(orang: &Orang<'_>) -> RiwayatKarier {
    let s = &orang.snapshot;
    let lane = |name: &str, field| lane(name, spans(s.ledger(), s.as_of(), field));
    let years: Vec<(i32, Predikat)> = s
        .several(Kind::Kinerja)
        .filter_map(|row| {
            let year = row.fact.get(Field::KinerjaTahun)?.as_int()?;
            Some((i32::try_from(year).ok()?, words::predikat(row.fact.text(Field::KinerjaPredikat)?)?))
        })
        .collect();
    let at = tanggal(s.as_of().effective);
    let lanes = [
        lane("Golongan", Field::GolonganNama),
        lane("Jabatan", Field::JabatanNama),
        lane("Unit kerja", Field::UnorNama),
        Lajur::ratings("Predikat", &years),
    ];
    RiwayatKarier {
        at,
        at_label: if orang.ctx.clocks.berlaku.is_none() { "kini".into() } else { at.short() },
        lanes: lanes.into_iter().filter(|l| !l.pieces.is_empty()).collect(),
    }
}

/// Pieces shaded by age; one whose beginning no document names is dashed.
fn lane(name: &str, spans: Vec<Span>) -> Lajur {
    let certain: Vec<bool> = spans.iter().map(|s| s.certain).collect();
    let pieces = spans.into_iter().map(|s| (tanggal(s.start), s.end.map(tanggal), s.label.clone(), s.label));
    let mut lane = Lajur::shaded(name, pieces.collect());
    let mark = |(piece, certain): (&mut Potong, bool)| {
        if !certain {
            piece.colour = Warna::TidakTentu;
        }
    };
    lane.pieces.iter_mut().zip(certain).for_each(mark);
    lane
}

fn employment(orang: &Orang<'_>) -> Vec<Butir> {
    let s = &orang.snapshot;
    let documents = orang.section("dokumen");
    let butir = |label: &str, field: Field, value: Option<String>| {
        let stated = s.get(field);
        let note = match (&stated, s.tmt(field)) {
            (Some(_), Some(tmt)) => format!("TMT {}", tanggal(tmt).short()),
            (Some(st), None) => format!("diketahui sejak {}", tanggal(s.ledger().since(st.row)).short()),
            (None, _) => String::new(),
        };
        Butir {
            label: label.to_owned(),
            value: value.or_else(|| stated.map(|st| kata::shown(field, st.value, orang.sight))),
            note,
            document: stated.map(|st| (kata::document(st.document), documents.clone())),
        }
    };
    let masa_kerja = kata::masa_kerja(s.int(Field::MkTahun), s.int(Field::MkBulan));
    let mut said = vec![
        butir("Golongan", Field::GolonganNama, None),
        butir("Jabatan", Field::JabatanNama, None),
        butir("Unit kerja", Field::UnorNama, orang.unit().map(|u| u.0)),
        butir("Kedudukan", Field::Kedudukan, None),
        butir("Masa kerja golongan", Field::MkTahun, masa_kerja),
    ];
    // Beside the post held: whoever has no assignment is not told so.
    said.extend(s.several(Kind::Penugasan).map(|row| {
        let text = |field| row.fact.text(field).unwrap_or("");
        Butir {
            label: "Penugasan".to_owned(),
            value: Some(format!("{}. {}", text(Field::PenugasanJenis), text(Field::PenugasanJabatan))),
            note: row.fact.tmt.map_or(String::new(), |day| format!("sejak {}", tanggal(day).short())),
            document: Some((kata::document(&s.ledger().head(row).document), documents.clone())),
        }
    }));
    said
}

fn personal(orang: &Orang<'_>) -> DataPribadi {
    let (s, sight) = (&orang.snapshot, orang.sight);
    let text = |field: Field| s.get(field).map(|st| kata::shown(field, st.value, sight));
    // For readers without any right to them not even the ends of a number are left.
    let number = |field: Field| {
        let known = Some(s.text(field)).filter(|t| !t.is_empty());
        known.map(|t| match (sight.tells(field), sight.reads(field)) {
            (true, _) => t.to_owned(),
            (_, true) => web::format::mask(t),
            _ => "••••••••".to_owned(),
        })
    };
    let birth = [
        s.text(Field::TempatLahir).to_owned(),
        s.date(Field::TanggalLahir).map(|d| tanggal(d).short()).unwrap_or_default(),
    ];
    let birth: Vec<String> = birth.into_iter().filter(|t| !t.is_empty()).collect();
    let year = s.int(Field::TahunLulus).map(|y| y.to_string());
    let education: Vec<String> = [text(Field::PendidikanNama), year].into_iter().flatten().collect();
    let others = [Field::Agama, Field::Alamat, Field::NomorHp, Field::Email, Field::EmailGov];
    let others = others.into_iter().filter_map(|f| Some((f.info().label.to_owned(), text(f)?)));
    DataPribadi {
        nik: number(Field::Nik),
        npwp: number(Field::Npwp),
        birth: (!birth.is_empty()).then(|| birth.join(", ")),
        gender: text(Field::JenisKelamin),
        marital: text(Field::JenisKawin),
        education: (!education.is_empty()).then(|| education.join(", ")),
        others: others.filter(|(_, value)| value != HIDDEN || !sight.personal).collect(),
    }
}

/// What happened, newest first, of every kind this reader sees.
fn timeline(orang: &Orang<'_>) -> Vec<Peristiwa> {
    let ledger = orang.snapshot.ledger();
    let kinds =
        Kind::ALL.iter().filter(|k| k.about_pegawai() && !matches!(k, Kind::Identitas | Kind::Kinerja));
    let mut rows: Vec<_> = kinds
        .filter(|k| orang.sight.shows(**k))
        .flat_map(|k| super::riwayat::of(orang, *k).standing)
        .map(|line| line.row)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse((ledger.since(row), row.id)));
    rows.truncate(EVENTS);
    let event = |row: &kernel::Row| {
        let head = ledger.head(row);
        let (icon, tone) = picture(row.fact.kind);
        Peristiwa {
            title: kata::brief(&row.fact, orang.sight),
            date: row.fact.tmt.map(tanggal),
            text: kata::document(&head.document),
            by: orang.trace(head.entry).map(|t| t.actor.clone()).unwrap_or_default(),
            icon,
            tone,
        }
    };
    rows.into_iter().map(event).collect()
}

fn picture(kind: Kind) -> (Icon, Tone) {
    match kind {
        Kind::Golongan => (Icon::Naik, Tone::Ok),
        Kind::Jabatan | Kind::Penugasan | Kind::Pelantikan => (Icon::Akun, Tone::Netral),
        Kind::UnitKerja | Kind::PindahInstansi | Kind::Dpk => (Icon::Tukar, Tone::Netral),
        Kind::Pendidikan | Kind::Diklat | Kind::Sertifikasi | Kind::TugasBelajar => (Icon::Toga, Tone::Info),
        _ => (Icon::Dok, Tone::Netral),
    }
}
