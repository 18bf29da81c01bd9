//! Files of a pack become acts. Everything wrong is told at once, with file and line.

use crate::act::{Akta, Bagian, Change, Edit, Fields, NormDef, ParamDef, Peran, Repeal, Saving, Span};
use crate::reader::{At, Complaints, Part, Said, Source};
use crate::table;
use crate::vocabulary::Vocabulary;
use kernel::Date;
use kernel::tables::Kepastian;
use std::collections::BTreeMap;

/// What a pack may be at most; beyond it nothing is read.
const FILES: usize = 4000;
const BYTES: usize = 32 << 20;
/// The format this program reads.
const SCHEMA: i64 = 1;

const NORM_FIELDS: &[&str] = &[
    "judul",
    "bentuk",
    "subjek",
    "subjek_bunyi",
    "dasar",
    "nilai",
    "satuan",
    "tabel",
    "norma",
    "catatan",
    "bunyi",
    "kepastian",
];
const PART_FIELDS: &[&str] = &[
    "bunyi",
    "dasar",
    "bila",
    "nilai",
    "norma",
    "pertimbangan",
    "kecuali",
    "kecuali_bunyi",
    "sifat",
    "pihak",
    "kepastian",
    "catatan",
];

/// What stands in `paket.toml`.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Name of the pack.
    pub nama: Box<str>,
    /// Its version in words.
    pub versi: Box<str>,
}

/// Everything read, not yet put in order of time.
pub struct Raw {
    /// The header.
    pub header: Header,
    /// Facts.
    pub words: Vocabulary,
    /// Acts by id.
    pub akta: BTreeMap<Box<str>, Akta>,
}

/// Reads the files of a pack, given as (path inside the pack, text). Golden cases and code tables of
/// `tabel/` are no part of it and are passed over.
pub fn read(files: &[(String, String)], complaints: &Complaints) -> Option<Raw> {
    let nowhere = At { berkas: "paket".into(), baris: 1 };
    if files.len() > FILES || files.iter().map(|f| f.1.len()).sum::<usize>() > BYTES {
        complaints.add(
            &nowhere,
            format!("paket terlalu besar: paling banyak {FILES} berkas dan {} MiB.", BYTES >> 20),
        );
        return None;
    }
    let mut paths: Vec<&str> = files.iter().map(|f| f.0.as_str()).collect();
    paths.sort_unstable();
    for pair in paths.windows(2).filter(|p| p[0] == p[1]) {
        complaints.add(&At { berkas: pair[0].into(), baris: 1 }, "berkas ini ada dua kali.");
    }
    let find = |name: &str| files.iter().find(|f| f.0 == name);
    let Some((name, text)) = find("paket.toml") else {
        complaints.add(&nowhere, "paket.toml tidak ada.");
        return None;
    };
    let header = header(name, text, complaints)?;
    let Some((name, text)) = find("kosakata.toml") else {
        complaints.add(&nowhere, "kosakata.toml tidak ada.");
        return None;
    };
    let words = Vocabulary::read(name, text, complaints);
    let akta = acts(files, &words, complaints);
    Some(Raw { header, words, akta })
}

/// Files of a pack that stand in no folder.
const ROOT: [&str; 4] = ["paket.toml", "kosakata.toml", "layanan.toml", "penempatan.toml"];

fn is_law(path: &str) -> bool {
    path.ends_with(".toml") || path.ends_with(".csv")
}

/// Reads the acts among some files.
pub(crate) fn acts(
    files: &[(String, String)],
    words: &Vocabulary,
    complaints: &Complaints,
) -> BTreeMap<Box<str>, Akta> {
    let mut akta: BTreeMap<Box<str>, Akta> = BTreeMap::new();
    let mut sorted: Vec<&(String, String)> = files.iter().collect();
    // `akta.toml` first: it says what the others of its folder belong to.
    sorted.sort_by_key(|f| (folder(&f.0), !is_head(&f.0, folder(&f.0)), &f.0));
    for (path, text) in sorted {
        let inside = folder(path);
        if inside.is_empty() && !ROOT.contains(&path.as_str()) && is_law(path) {
            let at = At { berkas: path.as_str().into(), baris: 1 };
            complaints.add(&at, "berkas ini tidak di dalam folder akta; letakkan di NAMA-AKTA/akta.toml.");
        }
        if inside.is_empty() || matches!(inside, "tabel" | "kasus" | "pasal") {
            continue;
        }
        if path.ends_with(".toml") {
            read_act(path, inside, text, &mut akta, complaints);
        } else if path.ends_with(".csv") {
            match akta.get_mut(inside) {
                Some(act) => {
                    let read = table::read(path, text, act.span, act.kepastian, words, complaints);
                    act.tabel.extend(read.map(std::sync::Arc::new));
                }
                None => complaints.add(&At { berkas: path.as_str().into(), baris: 1 }, NO_ACT),
            }
        }
    }
    akta
}

const NO_ACT: &str = "folder ini tidak punya akta.toml yang benar.";

fn folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a file says what act its folder is.
fn is_head(path: &str, inside: &str) -> bool {
    path.strip_prefix(inside) == Some("/akta.toml")
}

fn header(name: &str, text: &str, complaints: &Complaints) -> Option<Header> {
    let source = Source::new(name, text, complaints);
    let root = source.table(text)?;
    let root = source.part(root.get_ref(), 0);
    let schema = root.whole("skema");
    if schema != Some(SCHEMA) {
        root.complain(format!("`skema` harus {SCHEMA}: program ini tidak mengenal bentuk paket yang lain."));
        return None;
    }
    let (nama, versi) = (root.need("nama")?, root.need("versi")?);
    root.done();
    Some(Header { nama: nama.text, versi: versi.text })
}

fn read_act(
    path: &str,
    inside: &str,
    text: &str,
    akta: &mut BTreeMap<Box<str>, Akta>,
    complaints: &Complaints,
) {
    let source = Source::new(path, text, complaints);
    let Some(root) = source.table(text) else { return };
    let root = source.part(root.get_ref(), 0);
    if is_head(path, inside) {
        match root.table("akta").and_then(|part| head(&part, inside)) {
            Some(act) => {
                akta.insert(inside.into(), act);
            }
            None => {
                root.complain("bagian [akta] tidak ada atau tidak lengkap.");
                return;
            }
        }
    }
    let Some(act) = akta.get_mut(inside) else {
        root.complain(NO_ACT);
        return;
    };
    relations(&root, act);
    let reader = Reader { span: act.span, kepastian: act.kepastian };
    act.param.extend(root.list("param").iter().filter_map(|p| reader.param(p)));
    act.norma.extend(root.list("norma").iter().filter_map(|p| reader.norm(p)));
    for (key, kind) in [("ganti", 0), ("hapus", 1), ("tambah", 2)] {
        act.ubahan.extend(root.list(key).iter().filter_map(|p| reader.edit(p, kind, &act.id)));
    }
    for part in root.list("celah") {
        let (kunci, mulai, sebab) = (part.need("kunci"), part.need_date("mulai"), part.need("sebab"));
        let sampai = part.date("sampai");
        part.done();
        if let (Some(kunci), Some(mulai), Some(sebab)) = (kunci, mulai, sebab) {
            act.celah.push((kunci.text, Span { mulai, sampai }, sebab.text));
        }
    }
    root.done();
}

/// How sure the writer is; a complaint when the word is not known.
pub(crate) fn kepastian(part: &Part<'_>) -> Option<Kepastian> {
    let said = part.text("kepastian")?;
    let found = Kepastian::from_word(&said.text);
    if found.is_none() {
        part.complain(format!(
            "kepastian \"{}\" tidak dikenal; tulis seen, memory-high, memory-medium, memory-low, atau praktik.",
            said.text
        ));
    }
    found
}

fn head(part: &Part<'_>, inside: &str) -> Option<Akta> {
    let (id, jenis, sebutan, tentang) =
        (part.need("id"), part.need("jenis"), part.need("sebutan"), part.need("tentang"));
    let (diundangkan, mulai) = (part.need_date("diundangkan"), part.need_date("mulai"));
    let sampai = part.date("sampai");
    if !part.has("kepastian") {
        part.complain("`kepastian` belum ditulis.");
    }
    let kepastian = kepastian(part);
    let sumber = part.need("sumber");
    let catatan = part.text("catatan");
    let wilayah = part.text("wilayah");
    part.done();
    let id = id?;
    if &*id.text != inside {
        part.complain(format!("id \"{}\" harus sama dengan nama foldernya, {inside}.", id.text));
    }
    if sampai.is_some_and(|end| mulai.is_some_and(|start| end <= start)) {
        part.complain("`sampai` harus sesudah `mulai`.");
    }
    Some(Akta {
        id: id.text,
        jenis: jenis?.text,
        sebutan: sebutan?.text,
        tentang: tentang?.text,
        diundangkan: diundangkan?,
        span: Span { mulai: mulai?, sampai },
        kepastian: kepastian?,
        sumber: sumber?.text,
        catatan: catatan.map(|s| s.text).unwrap_or_default(),
        wilayah: wilayah.map(|s| s.text),
        at: part.at.clone(),
        mengubah: Vec::new(),
        mencabut: Vec::new(),
        melanjutkan: Vec::new(),
        param: Vec::new(),
        norma: Vec::new(),
        ubahan: Vec::new(),
        tabel: Vec::new(),
        celah: Vec::new(),
    })
}

fn keys(part: &Part<'_>) -> Vec<Box<str>> {
    part.texts("kunci").into_iter().map(|s| s.text).collect()
}

fn relations(root: &Part<'_>, act: &mut Akta) {
    let begin = act.span.mulai;
    for part in root.list("mengubah") {
        let (akta, mulai) = (part.need("akta"), part.date("mulai").unwrap_or(begin));
        part.done();
        if let Some(akta) = akta {
            act.mengubah.push((akta.text, mulai, part.at.clone()));
        }
    }
    for part in root.list("mencabut") {
        let (akta, dasar) = (part.need("akta"), part.need("dasar"));
        let (mulai, kunci) = (part.date("mulai").unwrap_or(begin), keys(&part));
        part.done();
        if let (Some(akta), Some(dasar)) = (akta, dasar) {
            act.mencabut.push(Repeal {
                akta: akta.text,
                dasar: dasar.text,
                mulai,
                kunci,
                at: part.at.clone(),
            });
        }
    }
    for part in root.list("melanjutkan") {
        let (akta, dasar, syarat) = (part.need("akta"), part.need("dasar"), part.need("syarat"));
        let span = Span { mulai: part.date("mulai").unwrap_or(begin), sampai: part.date("sampai") };
        let kunci = keys(&part);
        part.done();
        if let (Some(akta), Some(dasar), Some(syarat)) = (akta, dasar, syarat) {
            act.melanjutkan.push(Saving {
                akta: akta.text,
                kunci,
                dasar: dasar.text,
                syarat: syarat.text,
                span,
                at: part.at.clone(),
            });
        }
    }
}

/// Days and certainty a part of an act inherits.
struct Reader {
    span: Span,
    kepastian: Kepastian,
}

impl Reader {
    fn span(&self, part: &Part<'_>) -> Span {
        let span = Span {
            mulai: part.date("mulai").unwrap_or(self.span.mulai),
            sampai: part.date("sampai").or(self.span.sampai),
        };
        if span.sampai.is_some_and(|end| end <= span.mulai) {
            part.complain("`sampai` harus sesudah `mulai`.");
        }
        span
    }

    fn param(&self, part: &Part<'_>) -> Option<ParamDef> {
        let (kunci, dasar) = (part.need("kunci"), part.need("dasar"));
        let nilai = part.constant("nilai");
        if !part.has("nilai") {
            part.complain("`nilai` belum ditulis.");
        }
        let satuan = part.text("satuan").map(|s| s.text).unwrap_or_default();
        let span = self.span(part);
        let kepastian = kepastian(part).unwrap_or(self.kepastian);
        let menggantikan = part.text("menggantikan").map(|s| s.text);
        let delegasi = part.text("delegasi").map(|s| s.text);
        if let Some(word) = delegasi.as_deref().filter(|w| !matches!(*w, "PROVINSI" | "KABKOTA" | "SEMUA")) {
            part.complain(format!("delegasi \"{word}\" tidak dikenal; tulis PROVINSI, KABKOTA, atau SEMUA."));
        }
        part.text("catatan");
        part.done();
        Some(ParamDef {
            kunci: kunci?.text,
            nilai: nilai?,
            satuan,
            dasar: dasar?.text,
            span,
            kepastian,
            menggantikan,
            delegasi,
            at: part.at.clone(),
        })
    }

    fn norm(&self, part: &Part<'_>) -> Option<NormDef> {
        let kunci = part.need("kunci");
        part.need("dasar");
        part.need("judul");
        part.need("bentuk");
        let mut fields = fields(part, NORM_FIELDS);
        if let Some(waktu) = part.constant("waktu") {
            fields.insert("waktu", waktu);
        }
        if let Some(bulat) = part.whole("bulat") {
            fields.insert("bulat", Said { text: bulat.to_string().into(), at: part.at.clone() });
        }
        let calon = part.texts("waktu_calon");
        if let Some(first) = calon.first() {
            let all: Vec<&str> = calon.iter().map(|s| &*s.text).collect();
            fields.insert("waktu_calon", Said { text: all.join(",").into(), at: first.at.clone() });
        }
        let span = self.span(part);
        let kepastian = kepastian(part).unwrap_or(self.kepastian);
        let menggantikan = part.text("menggantikan").map(|s| s.text);
        let mut bagian = Vec::new();
        for (key, peran) in [("syarat", Peran::Syarat), ("unsur", Peran::Unsur), ("posisi", Peran::Posisi)] {
            bagian.extend(part.list(key).iter().filter_map(|p| self.bagian(p, peran, None)));
        }
        part.done();
        Some(NormDef {
            kunci: kunci?.text,
            fields,
            bagian,
            span,
            kepastian,
            menggantikan,
            at: part.at.clone(),
        })
    }

    fn bagian(&self, part: &Part<'_>, peran: Peran, oleh: Option<(Box<str>, Box<str>)>) -> Option<Bagian> {
        let kunci = part.need("kunci");
        part.need("bunyi");
        part.need("dasar");
        kepastian(part);
        let mut fields = fields(part, PART_FIELDS);
        for key in ["bobot", "maks"] {
            if let Some(said) = part.constant(key) {
                fields.insert(key, said);
            }
        }
        let jalur = part
            .list("salah_satu")
            .iter()
            .filter_map(|p| self.bagian(p, Peran::Syarat, oleh.clone()))
            .collect();
        part.done();
        Some(Bagian { peran, kunci: kunci?.text, fields, jalur, oleh, at: part.at.clone() })
    }

    fn certainty(&self, part: &Part<'_>) -> Said {
        Said { text: self.kepastian.word().into(), at: part.at.clone() }
    }

    fn edit(&self, part: &Part<'_>, kind: u8, act: &str) -> Option<Edit> {
        let mulai = part.date("mulai").unwrap_or(self.span.mulai);
        if kind == 2 {
            let (norma, dasar) = (part.need("norma")?, part.need("dasar")?);
            let setelah = part.text("setelah").map(|s| s.text);
            part.has("mulai");
            let mut bagian = self.bagian(part, Peran::Syarat, Some((act.into(), dasar.text.clone())))?;
            // `norma` names the norm that grows, and the article is that of this act: no fields of the part.
            bagian.fields.remove("norma");
            bagian.fields.remove("dasar");
            // What an amending act writes is as sure as that act.
            bagian.fields.entry("kepastian").or_insert_with(|| self.certainty(part));
            return Some(Edit {
                norma: norma.text,
                bagian: None,
                mulai,
                dasar: dasar.text,
                what: Change::Tambah(Box::new(bagian), setelah),
                at: part.at.clone(),
            });
        }
        let (kunci, dasar) = (part.need("kunci"), part.need("dasar"));
        let what = if kind == 1 {
            Change::Hapus
        } else {
            let mut all = fields(part, PART_FIELDS);
            all.append(&mut fields(part, NORM_FIELDS));
            all.remove("dasar");
            kepastian(part);
            all.entry("kepastian").or_insert_with(|| self.certainty(part));
            for key in ["bobot", "maks", "waktu"] {
                if let Some(said) = part.constant(key) {
                    all.insert(key, said);
                }
            }
            Change::Ganti(all)
        };
        part.text("catatan");
        part.done();
        let kunci = kunci?;
        let (norma, bagian) = match kunci.text.split_once('/') {
            Some((norma, bagian)) => (norma.into(), Some(bagian.into())),
            None => (kunci.text.clone(), None),
        };
        Some(Edit { norma, bagian, mulai, dasar: dasar?.text, what, at: part.at.clone() })
    }
}

fn fields(part: &Part<'_>, names: &[&'static str]) -> Fields {
    names.iter().filter_map(|name| Some((*name, part.text(name)?))).collect()
}

/// A day every pack must be able to speak of is one of these; used to walk over time.
pub fn first_days(from: i16, to: i16) -> impl Iterator<Item = Date> {
    (from..=to).flat_map(|y| (1..=12).filter_map(move |m| Date::new(y, m, 1)))
}
