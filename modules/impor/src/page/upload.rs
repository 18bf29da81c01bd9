//! What can be imported, the form, and the file coming in.

use super::{CRUMB, href, when};
use crate::lists::List;
use crate::rule::columns::COLUMNS;
use crate::rule::day::refused;
use crate::task::{self, State, Task};
use crate::view::{self, BerandaImporView, ImporLalu, JenisBerkas, KeadaanImpor, UnggahView};
use crate::work;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use host::{Action, Answer, Ctx, Problem, Reach, html, redirect, tanggal};
use kernel::Date;
use web::Icon;

/// A kind of file.
struct Kind {
    word: &'static str,
    label: &'static str,
    sentence: &'static str,
    icon: Icon,
}

const KINDS: &[Kind] = &[
    Kind {
        word: "nominatif",
        label: "Nominatif SIASN",
        sentence: "Unduhan data utama dari SIASN, apa adanya: 67 kolom, CSV atau XLSX. Mengisi dan memperbarui register.",
        icon: Icon::Orang,
    },
    Kind {
        word: "unor",
        label: "Daftar unor",
        sentence: "Susunan unit organisasi dari SIASN. Membentuk pohon organisasi.",
        icon: Icon::Org,
    },
    Kind {
        word: "peta",
        label: "Peta jabatan",
        sentence: "Jabatan, kelas dan kebutuhan per unit. Menunjukkan jabatan terisi dan lowong.",
        icon: Icon::Lapis,
    },
    Kind {
        word: "kontrak",
        label: "Perjanjian kerja",
        sentence: "Perjanjian kerja PPPK dan paruh waktu: nomor, mulai, selesai, perpanjangan.",
        icon: Icon::Dok,
    },
    Kind {
        word: "skp",
        label: "Rekap SKP",
        sentence: "Predikat kinerja per pegawai dan tahun.",
        icon: Icon::Grafik,
    },
];

/// Largest file named on the form; the reader has the exact limits per format.
const LIMIT: &str = "256 MB (CSV) atau 64 MB (XLSX)";

/// What a page calls a kind.
pub(crate) fn label(word: &str) -> &'static str {
    KINDS.iter().find(|k| k.word == word).map_or("Riwayat", |k| k.label)
}

/// Kinds of files and past imports.
pub fn home(ctx: &mut Ctx) -> Answer {
    let visitor = ctx.visitor()?.clone();
    let past = ctx.hall.with(task::newest)?;
    let past: Vec<Task> = past.into_iter().filter(|t| t.visible_to(&visitor)).collect();
    let kinds = KINDS.iter().map(|kind| {
        let last = past.iter().find(|t| t.jenis == kind.word && t.state == State::Done);
        JenisBerkas {
            icon: kind.icon,
            label: kind.label.into(),
            sentence: kind.sentence.into(),
            columns: columns(kind),
            last: last.map_or(String::new(), |t| {
                let rows = web::format::angka(t.number("baris").unwrap_or(0));
                format!("Terakhir {}, {rows} baris", tanggal(t.made.date_wib()).short())
            }),
            upload_href: web::url::link("/impor/unggah", &[("jenis", kind.word)]),
            sample_href: format!("/impor/contoh/{}", kind.word),
        }
    });
    let open = ctx.hall.with(|conn| crate::absent::count_open(conn, &visitor.instansi))?;
    let view = BerandaImporView {
        kinds: kinds.collect(),
        past: past.iter().map(line).collect(),
        older_href: None,
        absent: (open > 0).then(|| (open, "/tidak-dalam-unduhan".into())),
        export: visitor.reach(Action::EksporLengkap) == Reach::Instansi,
    };
    Ok(html(view::beranda_impor(&ctx.frame("Impor data", &[]), &view)))
}

fn columns(kind: &Kind) -> Vec<String> {
    match kind.word {
        "nominatif" => COLUMNS.iter().map(|c| c.name.to_owned()).collect(),
        word => List::parse(word)
            .map_or_else(Vec::new, |list| list.columns().iter().map(|c| c.name.to_owned()).collect()),
    }
}

fn line(task: &Task) -> ImporLalu {
    ImporLalu {
        href: href(task),
        file: task.name.clone(),
        kind: label(&task.jenis).into(),
        per_tanggal: Some(tanggal(task.per_tanggal)),
        when: when(task.made),
        by: task.akun.clone(),
        state: match task.state {
            State::Checking => KeadaanImpor::Diperiksa,
            State::Waiting => KeadaanImpor::MenungguSimpan,
            State::Saving => KeadaanImpor::Disimpan,
            State::Done => KeadaanImpor::Selesai,
            State::Refused => KeadaanImpor::Ditolak,
            State::Cancelled => KeadaanImpor::Dibatalkan,
            State::Same if task.number("baris") == task.number("ditolak") => KeadaanImpor::TanpaBaris,
            State::Same => KeadaanImpor::Sama,
        },
        rows: task.number("baris"),
        saved: task.number("tersimpan"),
        refused: task.number("ditolak").unwrap_or(0),
    }
}

/// The form.
pub fn upload(ctx: &mut Ctx) -> Answer {
    let (jenis, today) = (ctx.query("jenis").to_owned(), ctx.clocks.today.dmy());
    Ok(form(ctx, &jenis, &today, Vec::new()))
}

fn form(
    ctx: &Ctx,
    jenis: &str,
    per_tanggal: &str,
    errors: Vec<(String, String)>,
) -> axum::response::Response {
    let chosen = KINDS.iter().find(|k| k.word == jenis).unwrap_or(&KINDS[0]);
    let refused = !errors.is_empty();
    let view = UnggahView {
        jenis: chosen.word.into(),
        kinds: KINDS.iter().map(|k| (k.word.to_owned(), k.label.to_owned())).collect(),
        per_tanggal: per_tanggal.to_owned(),
        limit: LIMIT.into(),
        sentence: chosen.sentence.into(),
        sample_href: format!("/impor/contoh/{}", chosen.word),
        errors,
    };
    let mut frame = ctx.frame("Unggah berkas", &[CRUMB]);
    frame.refused = refused;
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, html(view::unggah(&frame, &view))).into_response()
}

/// The file comes in and is checked in the background.
pub fn receive(ctx: &mut Ctx) -> Answer {
    let (jenis, typed) = (ctx.field("jenis").to_owned(), ctx.field("per_tanggal").trim().to_owned());
    let mut errors = Vec::new();
    if !KINDS.iter().any(|k| k.word == jenis) {
        errors.push(("jenis".to_owned(), "Pilih jenis berkas.".to_owned()));
    }
    let day = if typed.is_empty() { Some(ctx.clocks.today) } else { Date::parse(&typed) };
    match day {
        None => errors
            .push(("per_tanggal".into(), "Tulis tanggal sebagai hh-bb-tttt, misalnya 22-11-2026.".into())),
        Some(day) => errors.extend(
            refused(day, ctx.clocks.today).map(|sentence| ("per_tanggal".to_owned(), sentence.to_owned())),
        ),
    }
    let Some(upload) = ctx.upload.take().filter(|u| u.size > 0) else {
        errors.push(("berkas".into(), "Pilih berkas CSV atau XLSX yang akan diunggah.".into()));
        return Ok(form(ctx, &jenis, &typed, errors));
    };
    let (Some(per_tanggal), true) = (day, errors.is_empty()) else {
        return Ok(form(ctx, &jenis, &typed, errors));
    };
    let hash = ctx.hall.node.berkas.keep(&upload.path).map_err(store::Error::from)?;
    let visitor = ctx.visitor()?;
    let mut source = store::Source::system(ctx.hall.node.clock).map_err(store::Error::from)?;
    let task = Task {
        id: source.id(),
        jenis,
        akun: visitor.akun.clone(),
        instansi: visitor.instansi.clone(),
        name: upload.name.chars().filter(|c| !c.is_control()).take(120).collect(),
        hash,
        per_tanggal,
        state: State::Checking,
        summary: String::new(),
        made: ctx.hall.now(),
    };
    ctx.hall.with(|conn| task::add(conn, &task))?;
    work::check(&ctx.hall, &task);
    Ok(redirect(&href(&task)))
}

/// A filled example of a kind of file.
pub fn sample(ctx: &mut Ctx) -> Answer {
    let word = ctx.param("jenis").trim_end_matches(".csv").to_owned();
    let text = match word.as_str() {
        "nominatif" => {
            let (world, instansi) = (ctx.present()?, ctx.visitor()?.instansi.clone());
            // An account of no instansi acts for all of the node: its owner stands for them.
            let mut tenants = world.tenants.iter();
            let own = tenants.find(|t| instansi.is_empty() || t.id == instansi);
            let own = own.map(|t| (t.id.as_str(), t.nama.as_str()));
            nominatif_sample(own.unwrap_or(("CONTOH-INSTANSI", "Pemerintah Kabupaten Contoh")))
        }
        word => crate::lists::sample(crate::lists::List::parse(word).ok_or(Problem::NotFound)?),
    };
    Ok(host::http::file(&format!("contoh-{word}.csv"), "text/csv; charset=utf-8", text.into_bytes()))
}

/// The heading row and invented people: those the other examples speak of.
fn nominatif_sample((instansi, nama_instansi): (&str, &str)) -> String {
    //            NIP, nama, gelar, lahir, sex, TMT CPNS, golongan (id, nama, TMT), jabatan, unit
    let people = [
        [
            "198001012005011001",
            "BUDI SANTOSA",
            "S.E.",
            "01-01-1980",
            "M",
            "01-01-2005",
            "34",
            "III/d",
            "01-04-2022",
            "Kepala Badan",
            "U-02",
            "Badan Kepegawaian Daerah",
        ],
        [
            "198502022010012002",
            "SITI RAHAYU",
            "S.Kom.",
            "02-02-1985",
            "F",
            "01-01-2010",
            "33",
            "III/c",
            "01-10-2021",
            "Analis SDM Aparatur",
            "U-02",
            "Badan Kepegawaian Daerah",
        ],
        [
            "199208092023212038",
            "DEWI ANGGRAINI",
            "A.Md.Kep.",
            "09-08-1992",
            "F",
            "01-03-2023",
            "",
            "VII",
            "01-03-2023",
            "Analis SDM Aparatur",
            "U-02",
            "Badan Kepegawaian Daerah",
        ],
    ];
    let heading: Vec<&str> = COLUMNS.iter().map(|c| c.name).collect();
    let mut text = heading.join(",");
    for person in people {
        let [nip, nama, gelar, lahir, sex, cpns, gol, golongan, tmt, jabatan, unor, unit] = person;
        let pns = !gol.is_empty();
        let cell = |name: &str| match name {
            "pns_id" | "nik" => String::new(),
            "nip_baru" => format!("'{nip}"),
            "nama" => nama.into(),
            "gelar_belakang" => gelar.into(),
            "tanggal_lahir" => lahir.into(),
            "jenis_kelamin" => sex.into(),
            "kedudukan_hukum_id" => if pns { "01" } else { "71" }.into(),
            "kedudukan_hukum_nama" => if pns { "Aktif" } else { "PPPK Aktif" }.into(),
            "status_cpns_pns" if pns => "P".into(),
            "tmt_cpns" => cpns.into(),
            "tmt_pns" if pns => format!("01-02-{}", cpns[6..].parse::<u16>().unwrap_or(0) + 1),
            "gol_akhir_id" => gol.into(),
            "gol_akhir_nama" => golongan.into(),
            "tmt_golongan" | "tmt_jabatan" => tmt.into(),
            "jenis_jabatan_id" => if jabatan.starts_with("Kepala") { "1" } else { "2" }.into(),
            "jabatan_id" if !jabatan.starts_with("Kepala") => format!("J-{unor}"),
            "jabatan_nama" => jabatan.into(),
            "unor_id" => unor.into(),
            "unor_nama" => unit.into(),
            "instansi_induk_id" | "instansi_kerja_id" => instansi.into(),
            "instansi_induk_nama" | "instansi_kerja_nama" => nama_instansi.into(),
            _ => String::new(),
        };
        text.push_str("\r\n");
        text.push_str(&COLUMNS.iter().map(|c| cell(c.name)).collect::<Vec<_>>().join(","));
    }
    text + "\r\n"
}
