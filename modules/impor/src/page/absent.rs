//! The work list "tidak ada dalam unduhan": people whom a download no longer names.

use super::CRUMB;
use crate::absent;
use crate::view::{self, OrangTidakAda, Penolakan, TidakDalamUnduhanView};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::{Answer, Ctx, Problem, html, redirect, tanggal};
use kernel::{Document, Entry, EntryId, PegawaiId, Rank, Subject};
use store::derive::{NOTE_CLOSES, NOTE_REASON};
use web::component::paging::Paging;
use web::component::saring::Saring;

/// Items of a page.
const PAGE: usize = 30;
/// Reasons an officer chooses from.
const REASONS: [(&str, &str); 4] =
    [("pensiun", "Pensiun"), ("pindah", "Pindah instansi"), ("meninggal", "Meninggal dunia"), ("lain", "")];

/// The list.
pub fn list(ctx: &mut Ctx) -> Answer {
    page(ctx, None)
}

fn page(ctx: &mut Ctx, refused: Option<Penolakan>) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let after = PegawaiId::parse(ctx.query("sesudah")).map_or([0; 16], |p| p.0);
    let (total, mut items) = ctx.hall.with(|conn| {
        Ok((
            absent::count_open(conn, &visitor.instansi)?,
            absent::open_items(conn, &visitor.instansi, after, PAGE)?,
        ))
    })?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    let world = ctx.world()?;
    let rows: Vec<OrangTidakAda> = items
        .iter()
        .filter_map(|item| {
            let i = world.register.find(item.person)?;
            let register = &world.register;
            let hint = match register.limit[i] {
                Some((day, false)) if day <= world.as_of.effective => {
                    format!("Mencapai batas usia pensiun {}", tanggal(day).short())
                }
                Some((day, true)) if day < world.as_of.effective => {
                    format!("Perjanjian kerja berakhir {}", tanggal(day).short())
                }
                _ => String::new(),
            };
            Some(OrangTidakAda {
                pegawai: item.person.to_string(),
                item: item.entry.to_string(),
                name: register.nama(i).to_owned(),
                nip: register.nip(i).to_owned(),
                href: format!("/pegawai/{}", item.person),
                jabatan: register.names.text(register.jabatan[i]).to_owned(),
                unit: world.unit_of(i).to_owned(),
                status: register.names.text(register.kedudukan[i]).to_owned(),
                last_seen: item.last_seen.map(tanggal),
                missing_in: tanggal(item.tanggal.unwrap_or(world.as_of.effective)),
                hint,
            })
        })
        .collect();
    let days: Vec<_> = items.iter().map(|i| i.tanggal).collect();
    let one_day = days.first().copied().flatten().filter(|d| days.iter().all(|x| *x == Some(*d)));
    let next = items
        .last()
        .filter(|_| more)
        .map(|i| web::url::link("/tidak-dalam-unduhan", &[("sesudah", &i.person.to_string())]));
    let view = TidakDalamUnduhanView {
        total,
        per_tanggal: one_day.map(tanggal),
        filter: Saring::of("/tidak-dalam-unduhan", ("q", "Nama atau NIP"), ctx.query("q"), Vec::new(), &[]),
        paging: Paging {
            first: u64::from(!rows.is_empty()),
            last: rows.len() as u64,
            total: Some(total),
            previous_href: (after != [0; 16]).then(|| "/tidak-dalam-unduhan".into()),
            next_href: next,
            sizes: Vec::new(),
        },
        rows,
        export_href: None,
        refused,
    };
    let status = if view.refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let frame = ctx.frame("Tidak ada dalam unduhan", &[CRUMB]);
    Ok((status, html(view::tidak_dalam_unduhan(&frame, &view))).into_response())
}

/// Closes an item with its reason: an entry in the journal about the person.
pub fn close(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let person = PegawaiId::parse(ctx.param("pegawai")).ok_or(Problem::NotFound)?;
    let target = EntryId::parse(ctx.field("sasaran")).ok_or(Problem::NotFound)?;
    let (alasan, keterangan) = (ctx.field("alasan").to_owned(), ctx.field("keterangan").trim().to_owned());
    let chosen = REASONS.iter().find(|r| r.0 == alasan);
    let message = match chosen {
        None => Some("Pilih satu alasan."),
        Some((_, "")) if keterangan.is_empty() => Some("Tulis alasannya."),
        Some(_) if keterangan.chars().count() > 500 => Some("Alasan paling banyak 500 huruf."),
        Some(_) => None,
    };
    if let Some(message) = message {
        let item = target.to_string();
        return page(ctx, Some(Penolakan { item, alasan, keterangan, message: message.into() }));
    }
    let label = chosen.map_or("", |c| c.1);
    let reason = [label, &keterangan].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(": ");
    let owner = ctx.hall.with(|conn| store::people::owner(conn, person))?.ok_or(Problem::NotFound)?;
    if !visitor.instansi.is_empty() && visitor.instansi != owner {
        return Err(Problem::NotFound);
    }
    let hall = ctx.hall.clone();
    let closed = ctx.hall.with(|conn| {
        let mut source = hall.node.source(conn)?;
        conn.transaction(|conn| {
            let mut writer = store::journal::Writer::open(conn, &hall.node.key, &mut source, &owner)?;
            // Asked with the journal locked: of two who close it at once one finds it closed.
            if !absent::is_open(writer.conn(), person, target)? {
                return Ok(false);
            }
            let recorded = writer.moment();
            let document = Document {
                rank: Rank::Rekap,
                jenis: "Penutupan daftar kerja".into(),
                nomor: String::new(),
                tanggal: Some(recorded.date_wib()),
                penandatangan: visitor.lengkap.clone(),
                berkas: None,
                baris: None,
                urut: 0,
            };
            let entry = Entry {
                id: writer.source().entry_id(recorded),
                recorded,
                actor: visitor.akun.clone(),
                subject: Subject::Pegawai(person),
                document,
                acts: Vec::new(),
                row: None,
                notes: vec![
                    (NOTE_CLOSES.into(), target.to_string().into()),
                    (NOTE_REASON.into(), reason.clone().into()),
                ],
            };
            writer.append(&entry)?;
            writer.finish().map(|_| true)
        })
    })?;
    if !closed {
        return Err(Problem::NotFound);
    }
    Ok(redirect("/tidak-dalam-unduhan"))
}
