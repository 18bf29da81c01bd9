//! The pages of an import: kinds, upload, progress, preview, receipt.

mod absent;
pub mod export;
mod preview;
mod receipt;
mod upload;
mod words;

use crate::task::{self, State, Task};
use crate::view::{self, Alasan, BerjalanView, Berkas, GagalView};
use crate::work::{self, Outcome};
use host::{Answer, Ctx, Problem, html, redirect, tanggal};

pub use absent::{close, list};
pub(crate) use upload::label;
pub use upload::{home, receive, sample, upload};

/// Registered statements of these pages.
pub(crate) static STATEMENTS: &[&store::Sql] = crate::absent::ALL;

pub(crate) const CRUMB: (&str, &str) = ("Impor data", "/impor");

/// An import, whatever page its state asks for.
pub fn show(ctx: &mut Ctx) -> Answer {
    let task = task_of(ctx)?;
    let running = ctx.hall.tasks.get(task.id);
    let outcome = running.as_ref().and_then(|t| t.outcome.clone()).and_then(|o| o.downcast::<Outcome>().ok());
    match (task.state, outcome, running) {
        (State::Cancelled, _, _) => Ok(redirect("/impor")),
        (State::Done, _, _) => receipt::receipt(ctx, &task),
        (State::Refused, _, _) => failed(ctx, &task, &task.summary),
        // What came of it may be known although it could not be written down.
        (_, Some(outcome), _) => match &*outcome {
            Outcome::Broken(text) => broken(ctx, &task, text),
            Outcome::Checked(check) if task.state != State::Saving => preview::preview(ctx, &task, check),
            _ => underway(ctx, &task),
        },
        // The process was started anew in between: what was in memory is made again.
        (_, None, None) => {
            work::check(&ctx.hall, &task);
            underway(ctx, &task)
        }
        (_, None, Some(_)) => underway(ctx, &task),
    }
}

/// Saves what the preview announced.
pub fn save(ctx: &mut Ctx) -> Answer {
    let task = task_of(ctx)?;
    let actor = ctx.visitor()?.akun.clone();
    match task.state {
        // Two presses at once: one of them saves.
        State::Waiting => {
            if ctx.hall.with(|conn| task::claim(conn, task.id))? {
                work::confirm(&ctx.hall, &task, &actor);
            }
        }
        // Twice pressed is once saved.
        State::Saving | State::Done => {}
        // There is nothing to save.
        State::Same => {}
        _ => return Err(Problem::Conflict("Impor ini sudah tidak menunggu. Muat ulang halamannya.".into())),
    }
    Ok(redirect(&href(&task)))
}

/// Looks at the file again after the machine broke.
pub fn again(ctx: &mut Ctx) -> Answer {
    let task = task_of(ctx)?;
    let outcome =
        ctx.hall.tasks.get(task.id).and_then(|t| t.outcome).and_then(|o| o.downcast::<Outcome>().ok());
    if matches!(outcome.as_deref(), Some(Outcome::Broken(_))) {
        work::check(&ctx.hall, &task);
    }
    Ok(redirect(&href(&task)))
}

/// Lets an import be.
pub fn cancel(ctx: &mut Ctx) -> Answer {
    let task = task_of(ctx)?;
    ctx.hall.with(|conn| task::cancel(conn, task.id))?;
    Ok(redirect("/impor"))
}

/// The refused rows with their reasons, ready to be mended and sent again.
pub fn refused(ctx: &mut Ctx) -> Answer {
    let task = task_of(ctx)?;
    let made = ctx.hall.node.berkas.temporary().map_err(store::Error::from)?;
    work::refused_rows(&ctx.hall, &task, made.path())
        .map_err(|e| Problem::Refused("IMP-08", e.to_string()))?;
    host::http::file_from(&format!("ditolak-{}.csv", task.per_tanggal), "text/csv; charset=utf-8", made)
}

fn underway(ctx: &Ctx, task: &Task) -> Answer {
    let progress = ctx.hall.tasks.get(task.id).map(|t| t.progress).unwrap_or_default();
    let saving = task.state == State::Saving;
    let view = BerjalanView {
        file: berkas(ctx, task),
        done: progress.done,
        total: (progress.of > 0).then_some(progress.of),
        watch_href: href(task),
        finished_href: None,
        cancel_action: (!saving).then(|| format!("{}/batal", href(task))),
    };
    let mut frame = ctx.frame(if saving { "Menyimpan" } else { "Memeriksa berkas" }, &[CRUMB]);
    frame.refresh_seconds = Some(2);
    Ok(html(if saving { view::menyimpan(&frame, &view) } else { view::memeriksa(&frame, &view) }))
}

fn failed(ctx: &Ctx, task: &Task, text: &str) -> Answer {
    let (code, sentence) = text.split_once(": ").filter(|p| p.0.len() <= 10).unwrap_or(("IMP-00", text));
    let view = GagalView {
        file: berkas(ctx, task),
        reasons: vec![Alasan { code: code.into(), sentence: sentence.into(), suggestion: String::new() }],
        again_href: web::url::link("/impor/unggah", &[("jenis", &task.jenis)]),
        sample_href: format!("/impor/contoh/{}", task.jenis),
    };
    Ok(html(view::gagal(&ctx.frame("Berkas tidak dapat diambil", &[CRUMB]), &view)))
}

/// The machine broke: nothing is wrong with the file, and it waits.
fn broken(ctx: &Ctx, task: &Task, text: &str) -> Answer {
    let frame = ctx.frame("Gangguan pada server", &[CRUMB]);
    Ok(html(view::gangguan(&frame, &berkas(ctx, task), text, &format!("{}/ulang", href(task)))))
}

pub(crate) fn task_of(ctx: &Ctx) -> Result<Task, Problem> {
    let id = kernel::EntryId::parse(ctx.param("id")).ok_or(Problem::NotFound)?;
    let task = ctx.hall.with(|conn| task::find(conn, id.0))?.ok_or(Problem::NotFound)?;
    if task.visible_to(ctx.visitor()?) { Ok(task) } else { Err(Problem::NotFound) }
}

pub(crate) fn href(task: &Task) -> String {
    format!("/impor/{}", kernel::EntryId(task.id))
}

pub(crate) fn berkas(ctx: &Ctx, task: &Task) -> Berkas {
    let size = std::fs::metadata(ctx.hall.node.berkas.path(&task.hash)).map_or(0, |m| m.len());
    Berkas {
        name: task.name.clone(),
        sheet: String::new(),
        jenis: task.jenis.clone(),
        kind: upload::label(&task.jenis).to_owned(),
        per_tanggal: Some(tanggal(task.per_tanggal)),
        uploaded: when(task.made),
        by: task.akun.clone(),
        size: human_size(size),
    }
}

/// `22 Nov 2026 09.12 WIB`
pub(crate) fn when(stamp: kernel::Stamp) -> String {
    let wib = stamp.wib();
    let time = wib.split(' ').nth(1).unwrap_or("");
    format!("{} {time} WIB", tanggal(stamp.date_wib()).short())
}

fn human_size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes / 1_000),
        _ => format!("{},{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
