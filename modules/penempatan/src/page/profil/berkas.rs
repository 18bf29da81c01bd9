//! Standards from a file: check, preview, confirm. What was uploaded is kept by its hash; what is confirmed is read from
//! it again, so nothing stands between what was seen and what is recorded.

use super::{DAFTAR, RUMAH, alamat, instansi, pos, unit};
use crate::profil::{self, Impor, Isi, Tercatat, baru};
use crate::rule::profil::{Baris, Beda, Cari, KOLOM, PosDikenal, Profil, Salah, beda, susun, tulis};
use crate::view::profil::{self as view, BarisBeda, ImporView, PratinjauView};
use host::clocks::tanggal;
use host::peristiwa::Pelaku;
use host::{Answer, Ctx, Organisation, Problem, World, html, http, redirect};
use kernel::search::fold_text;
use kernel::typed::from_hex;
use kernel::{Date, Tables};
use sheet::{CellRules, Limits, Row};
use std::path::Path;

/// Heading rows are looked for this far down.
const HEADER_ROWS: usize = 20;
/// Wrong rows a page names.
const SALAH_MOST: usize = 200;
/// Posts a preview lists of each kind.
const BEDA_MOST: usize = 50;

fn limits() -> Limits {
    Limits {
        csv_bytes: 32 << 20,
        xlsx_bytes: 16 << 20,
        unpacked: 128 << 20,
        rows: 200_000,
        ..Limits::default()
    }
}

/// What a form brings about the document.
struct Dokumen {
    nomor: String,
    tanggal: Option<Date>,
    nama: String,
}

impl Dokumen {
    fn read(ctx: &Ctx, nama: &str) -> (Dokumen, Vec<(String, String)>) {
        let mut salah = Vec::new();
        let nomor = host::teks::typed(ctx.field("nomor"), 1..=100).unwrap_or_default();
        if nomor.is_empty() {
            let text = "Tulis nomor dokumen yang menetapkan standar, paling panjang 100 huruf.";
            salah.push(("nomor".to_owned(), text.to_owned()));
        }
        let tanggal = Date::parse(ctx.field("tanggal"));
        match tanggal {
            None => salah.push(("tanggal".into(), "Tulis tanggal dokumen sebagai hh-bb-tttt.".into())),
            Some(day) if day > ctx.hall.today() => {
                salah.push(("tanggal".into(), "Tanggal dokumen belum tiba. Periksa tahunnya.".into()));
            }
            Some(_) => {}
        }
        let nama: String = nama.chars().filter(|c| !c.is_control()).take(120).collect();
        (Dokumen { nomor, tanggal, nama }, salah)
    }

    fn sebutan(&self) -> String {
        let day = self.tanggal.map_or_else(String::new, |d| tanggal(d).short());
        format!("{} tanggal {day}", self.nomor)
    }
}

/// An import in one sentence.
pub fn kalimat(impor: &Tercatat<Impor>) -> String {
    let i = &impor.isi;
    format!("{} tanggal {}: {} jabatan, dicatat {}", i.nomor, tanggal(i.tanggal).short(), i.pos, impor.oleh)
}

/// `GET /penempatan/profil/impor`.
pub fn buka(ctx: &mut Ctx) -> Answer {
    Ok(html(halaman(ctx, Vec::new(), Vec::new(), 0)))
}

fn halaman(ctx: &Ctx, ruas: Vec<(String, String)>, salah: Vec<Salah>, lebih: usize) -> maud::Markup {
    let page = ImporView {
        nomor: ctx.field("nomor").to_owned(),
        tanggal: ctx.field("tanggal").to_owned(),
        ruas,
        salah: salah.into_iter().map(|s| (s.baris, s.kolom.to_owned(), s.kalimat)).collect(),
        lebih,
    };
    view::impor(&ctx.frame("Impor standar kompetensi", &[RUMAH[0], RUMAH[1], DAFTAR]), &page)
}

/// `POST /penempatan/profil/impor`: nothing is recorded yet.
pub fn terima(ctx: &mut Ctx) -> Answer {
    let upload = ctx.upload.take().filter(|u| u.size > 0);
    let (dokumen, mut ruas) = Dokumen::read(ctx, upload.as_ref().map_or("", |u| u.name.as_str()));
    if upload.is_none() {
        ruas.push(("berkas".into(), "Pilih berkas CSV atau XLSX menurut templat.".into()));
    }
    let Some(upload) = upload.filter(|_| ruas.is_empty()) else {
        return Ok(http::refused(halaman(ctx, ruas, Vec::new(), 0)));
    };
    let world = ctx.present()?;
    let own = instansi(ctx, &world)?;
    let (masuk, mut salah) = match periksa(&world, &own, &ctx.hall.tables, &upload.path, &dokumen) {
        Ok(judged) => judged,
        Err(sentence) => {
            return Ok(http::refused(halaman(ctx, vec![("berkas".into(), sentence)], Vec::new(), 0)));
        }
    };
    if !salah.is_empty() {
        let more = salah.len().saturating_sub(SALAH_MOST);
        salah.truncate(SALAH_MOST);
        return Ok(http::refused(halaman(ctx, Vec::new(), salah, more)));
    }
    let hash = ctx.hall.node.berkas.keep(&upload.path).map_err(store::Error::from)?;
    let kini = profil::baca(&ctx.hall, &own)?;
    let organisation = world.organisation(&own).ok_or(Problem::NotFound)?;
    let page = pratinjau(organisation, &kini, &masuk, &dokumen, &hash);
    Ok(html(view::pratinjau(
        &ctx.frame("Pratinjau standar kompetensi", &[RUMAH[0], RUMAH[1], DAFTAR]),
        &page,
    )))
}

fn pratinjau(
    o: &Organisation,
    kini: &Profil,
    masuk: &Profil,
    dokumen: &Dokumen,
    hash: &[u8; 32],
) -> PratinjauView {
    let Beda { baru, berubah, tetap } = beda(kini, masuk);
    let list = |ids: &[String]| -> Vec<BarisBeda> {
        let rows = ids.iter().take(BEDA_MOST).filter_map(|id| {
            let post = &o.posts[*o.post_at.get(id)?];
            let count = |p: &Profil| p.get(id).map(|p| p.kompetensi.len());
            Some(BarisBeda {
                jabatan: post.jabatan.clone(),
                unit: unit(o, post).to_owned(),
                sebelum: count(kini),
                sesudah: count(masuk).unwrap_or(0),
            })
        });
        rows.collect()
    };
    let left = pos(o).filter(|p| !kini.contains_key(&p.id) && !masuk.contains_key(&p.id)).count();
    PratinjauView {
        dokumen: dokumen.sebutan(),
        nama: dokumen.nama.clone(),
        nomor: dokumen.nomor.clone(),
        tanggal: dokumen.tanggal.map_or_else(String::new, Date::dmy),
        sidik: store::derive::hex(hash),
        jumlah: (baru.len(), berubah.len(), tetap.len()),
        sisa: left,
        baru: list(&baru),
        berubah: list(&berubah),
    }
}

/// `POST /penempatan/profil/catat`: the kept file once more, then recorded.
pub fn catat(ctx: &mut Ctx) -> Answer {
    let (dokumen, ruas) = Dokumen::read(ctx, ctx.field("nama"));
    let again = || {
        Problem::Refused(
            "PROFIL-01",
            "Pratinjau ini tidak berlaku lagi. Unggah berkasnya sekali lagi.".into(),
        )
    };
    let hash = from_hex(ctx.field("sidik")).ok_or_else(again)?;
    let tanggal = dokumen.tanggal.filter(|_| ruas.is_empty()).ok_or_else(again)?;
    let world = ctx.present()?;
    let own = instansi(ctx, &world)?;
    let path = ctx.hall.node.berkas.path(&hash);
    if !path.is_file() {
        return Err(again());
    }
    // The register may have become another since the preview.
    let (masuk, salah) = periksa(&world, &own, &ctx.hall.tables, &path, &dokumen)
        .map_err(|s| Problem::Refused("PROFIL-02", s))?;
    if let Some(first) = salah.first() {
        let text = format!("Baris {}, kolom {}: {}", first.baris, first.kolom, first.kalimat);
        return Err(Problem::Refused("PROFIL-02", text));
    }
    let kept = ctx.hall.node.berkas.keep_text(&tulis(&masuk)).map_err(store::Error::from)?;
    let isi = Isi::Diimpor(Impor {
        nomor: dokumen.nomor,
        tanggal,
        berkas: dokumen.nama,
        asal: store::derive::hex(&hash),
        sidik: store::derive::hex(&kept),
        pos: masuk.len(),
    });
    simpan(ctx, &own, &isi, Some(kept))?;
    Ok(redirect("/penempatan/profil?pesan=dicatat"))
}

/// `POST /penempatan/profil/{pos}/kritis`.
pub fn kritis(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let own = instansi(ctx, &world)?;
    let organisation = world.organisation(&own).ok_or(Problem::NotFound)?;
    let id = ctx.param("pos").to_owned();
    if !organisation.post_at.contains_key(&id) {
        return Err(Problem::NotFound);
    }
    let alasan = host::teks::typed(ctx.field("alasan"), host::teks::REASON)
        .ok_or_else(|| Problem::Refused("PROFIL-03", host::teks::REASON_WRONG.into()))?;
    let isi = Isi::Kritis { pos: id.clone(), kritis: ctx.field("kritis") == "1", alasan };
    simpan(ctx, &own, &isi, None)?;
    Ok(redirect(&alamat(&id)))
}

fn simpan(ctx: &Ctx, own: &str, isi: &Isi, berkas: Option<[u8; 32]>) -> Result<(), Problem> {
    let pelaku = Pelaku::of(ctx.visitor()?, own);
    let event = (baru(own, isi), berkas);
    ctx.hall.peristiwa(&pelaku, own, |_| Ok(Ok::<_, Problem>(vec![event])))??;
    Ok(())
}

/// `GET /penempatan/profil/templat`: a row for each post without a standard, to be filled in.
pub fn templat(ctx: &mut Ctx) -> Answer {
    let world = ctx.present()?;
    let own = instansi(ctx, &world)?;
    let known = profil::baca(&ctx.hall, &own)?;
    let fail = |e: std::io::Error| Problem::from(store::Error::from(e));
    let mut csv = sheet::CsvWriter::with_bom(Vec::new()).map_err(fail)?;
    csv.row(KOLOM).map_err(fail)?;
    let organisation = world.organisation(&own);
    for post in organisation.into_iter().flat_map(pos).filter(|p| !known.contains_key(&p.id)) {
        let unit = organisation.map_or("", |o| unit(o, post));
        csv.row([post.id.as_str(), unit, &post.jabatan, "", "", "", ""]).map_err(fail)?;
    }
    let bytes = csv.finish().map_err(fail)?;
    Ok(http::file("templat-standar-kompetensi.csv", "text/csv; charset=utf-8", bytes))
}

/// Reads and judges a file; a sentence when it is none at all.
fn periksa(
    world: &World,
    own: &str,
    tables: &Tables,
    path: &Path,
    dokumen: &Dokumen,
) -> Result<(Profil, Vec<Salah>), String> {
    let rows = baca(path).map_err(|e| e.to_string())??;
    if rows.is_empty() {
        return Err("Berkas ini tidak berisi baris. Isi templatnya dahulu.".into());
    }
    let Some(o) = world.organisation(own) else {
        return Err("Instansi ini belum mempunyai peta jabatan. Impor peta jabatan dahulu.".into());
    };
    let known =
        pos(o).map(|p| PosDikenal { id: &p.id, kode: &p.kode, unit: unit(o, p), jabatan: &p.jabatan });
    let level = |text: &str| pendidikan(tables, text);
    Ok(susun(&rows, &Cari::new(known), level, &dokumen.sebutan()))
}

fn baca(path: &Path) -> Result<Result<Vec<Baris>, String>, sheet::Error> {
    let mut reader = sheet::open(path, &limits(), None)?;
    let header = sheet::find_header(&mut reader, &KOLOM, HEADER_ROWS)?;
    let missing: Vec<&str> =
        ["kompetensi", "standar"].into_iter().filter(|k| header.missing.iter().any(|m| m == k)).collect();
    if !missing.is_empty() {
        return Ok(Err(format!("Kolom {} tidak ada. Pakai templat dari halaman ini.", missing.join(", "))));
    }
    let mut rows = Vec::new();
    let mut row = Row::default();
    while reader.next_row(&mut row)? {
        let mut baris = Baris { nomor: row.number(), ..Baris::default() };
        for (at, cell) in header.columns.iter().zip(&mut baris.sel) {
            if let Some(at) = at {
                CellRules::read(row.cell(*at).text).trim().clone_into(cell);
            }
        }
        if baris.sel.iter().any(|cell| !cell.is_empty()) {
            rows.push(baris);
        }
    }
    Ok(Ok(rows))
}

/// BKN's code of a level of education, written as code, name or in short: `S-1`, `D III`.
fn pendidikan(tables: &Tables, text: &str) -> Option<u8> {
    let found =
        tables.pendidikan(text).or_else(|| tables.pendidikan_by_name(text)).map(|p| p.kode.to_string());
    let code = found.or_else(|| {
        let wanted = ringkas(text);
        let all = tables.daftar(kernel::tables::Daftar::Pendidikan);
        let same = |name: &str| name.split('/').any(|part| ringkas(part) == wanted);
        all.into_iter().find(|(_, name)| same(name)).map(|(code, _)| code.to_owned())
    })?;
    code.parse().ok()
}

/// `Diploma III` and `D-3` are both `d3`.
fn ringkas(text: &str) -> String {
    let plain: String = fold_text(text).replace("diploma", "d").replace(' ', "");
    for (roman, digit) in [("diii", "d3"), ("div", "d4"), ("dii", "d2"), ("di", "d1")] {
        if plain == roman {
            return digit.to_owned();
        }
    }
    match plain.as_str() {
        "sd" => "sekolahdasar".to_owned(),
        "smp" => "sltp".to_owned(),
        "sma" => "slta".to_owned(),
        "smk" => "sltakejuruan".to_owned(),
        _ => plain,
    }
}
