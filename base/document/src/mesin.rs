//! The machine that prints.

use crate::dunia::{self, Alas, Dunia};
use crate::{Gagal, bersih, qr};
use naskah_dinas::{Cetakan, Permintaan};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;
use typst::foundations::{Bytes, Smart};
use typst::syntax::{FileId, Source};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Templates shipped with the program; the first is what the others share.
const BAWAAN: &[(&str, &str)] = &[
    ("dasar", include_str!("../templat/dasar.typ")),
    ("ba_pelantikan", include_str!("../templat/ba_pelantikan.typ")),
    ("ba_rapat", include_str!("../templat/ba_rapat.typ")),
    ("berita_acara", include_str!("../templat/berita_acara.typ")),
    ("daftar_hadir", include_str!("../templat/daftar_hadir.typ")),
    ("lembar_rakor", include_str!("../templat/lembar_rakor.typ")),
    ("lembar_sekda", include_str!("../templat/lembar_sekda.typ")),
    ("nota_dinas", include_str!("../templat/nota_dinas.typ")),
    ("notulen", include_str!("../templat/notulen.typ")),
    ("permintaan_bahan", include_str!("../templat/permintaan_bahan.typ")),
    ("rekomendasi", include_str!("../templat/rekomendasi.typ")),
    ("rumusan", include_str!("../templat/rumusan.typ")),
    ("sk_jabatan", include_str!("../templat/sk_jabatan.typ")),
    ("spmt", include_str!("../templat/spmt.typ")),
    ("surat_dinas", include_str!("../templat/surat_dinas.typ")),
    ("surat_edaran", include_str!("../templat/surat_edaran.typ")),
    ("undangan", include_str!("../templat/undangan.typ")),
    ("usul_pertek", include_str!("../templat/usul_pertek.typ")),
];

/// Most a letter may say.
const BYTE_MAX: usize = 2 << 20;
/// Most pages of a file.
const HALAMAN_MAX: usize = 500;
/// Longest a letter may take.
const DETIK_MAX: u64 = 60;
/// Typst descends with the nesting of what it sets.
const TUMPUKAN: usize = 32 << 20;
/// Results the typesetter remembers are dropped after so many letters without use.
const INGATAN: usize = 2;

/// Prints letters.
pub struct Mesin {
    alas: Arc<Alas>,
    templat: BTreeMap<String, Result<String, String>>,
    aset: BTreeMap<String, Bytes>,
}

impl Default for Mesin {
    fn default() -> Mesin {
        Mesin::new()
    }
}

impl Mesin {
    /// With the templates of the program.
    pub fn new() -> Mesin {
        let templat = BAWAAN.iter().map(|(nama, isi)| ((*nama).to_owned(), Ok((*isi).to_owned())));
        Mesin { alas: Arc::new(Alas::new()), templat: templat.collect(), aset: BTreeMap::new() }
    }

    /// Names of the templates.
    pub fn templat(&self) -> impl Iterator<Item = &str> {
        self.templat.keys().map(String::as_str).filter(|nama| *nama != "dasar")
    }

    /// Puts a region's template in the place of ours, after trying it with a sample. One that does not
    /// print stands broken under its name: ours is not used behind anybody's back.
    ///
    /// # Errors
    /// When there is no template of the sample's name, or the new one does not print.
    pub fn ganti(&mut self, isi: &str, contoh: &Permintaan) -> Result<(), Gagal> {
        let nama = contoh.templat.as_str();
        if nama == "dasar" || !self.templat.contains_key(nama) {
            return Err(Gagal::TidakAda(nama.to_owned()));
        }
        self.templat.insert(nama.to_owned(), Ok(isi.to_owned()));
        let sebab = match self.cetak(contoh) {
            Ok(_) => return Ok(()),
            Err(Gagal::TidakTersusun(_, sebab)) => sebab,
            Err(other) => other.to_string(),
        };
        self.templat.insert(nama.to_owned(), Err(sebab.clone()));
        Err(Gagal::TemplatRusak(nama.to_owned(), sebab))
    }

    /// A picture templates may show by name, such as the crest of a region.
    ///
    /// # Errors
    /// When it is no picture we know, or its name leads elsewhere.
    pub fn aset(&mut self, nama: &str, isi: Vec<u8>) -> Result<(), Gagal> {
        let refuse = |sebab| Err(Gagal::Aset(nama.to_owned(), sebab));
        if nama.is_empty() || !nama.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)) {
            return refuse("namanya hanya boleh huruf, angka, titik, dan garis");
        }
        if ![".png", ".jpg", ".svg"].iter().any(|ending| nama.ends_with(ending)) {
            return refuse("bukan gambar PNG, JPEG, atau SVG");
        }
        if isi.len() > BYTE_MAX {
            return refuse("lebih besar dari 2 MB");
        }
        self.aset.insert(nama.to_owned(), Bytes::new(isi));
        Ok(())
    }

    /// Prints a letter.
    ///
    /// # Errors
    /// When the template is unknown or broken, does not fit the data, or a bound is passed.
    pub fn cetak(&self, permintaan: &Permintaan) -> Result<Cetakan, Gagal> {
        let (dunia, tak_tergambar) = self.dunia(permintaan)?;
        let nama = permintaan.templat.clone();
        let (done, result) = sync_channel(1);
        let work = move || {
            let printed = print(&nama, &dunia, tak_tergambar);
            drop(dunia);
            typst::comemo::evict(INGATAN);
            // Nobody listens any more when it took too long.
            let _ = done.send(printed);
        };
        let builder = std::thread::Builder::new().name("cetak".into()).stack_size(TUMPUKAN);
        builder.spawn(work).map_err(|e| Gagal::Mesin(e.to_string()))?;
        match result.recv_timeout(Duration::from_secs(DETIK_MAX)) {
            Ok(printed) => printed,
            Err(RecvTimeoutError::Timeout) => Err(Gagal::TerlaluLama(DETIK_MAX)),
            Err(RecvTimeoutError::Disconnected) => Err(Gagal::Mesin("pencetakan terhenti".into())),
        }
    }

    /// Everything one letter is made of, and how many characters cannot be drawn.
    fn dunia(&self, permintaan: &Permintaan) -> Result<(Dunia, usize), Gagal> {
        let nama = permintaan.templat.as_str();
        let isi = match self.templat.get(nama).filter(|_| nama != "dasar") {
            None => return Err(Gagal::TidakAda(nama.to_owned())),
            Some(Err(sebab)) => return Err(Gagal::TemplatRusak(nama.to_owned(), sebab.clone())),
            Some(Ok(isi)) => isi,
        };
        let Some(font) = self.alas.font() else { return Err(Gagal::Mesin("huruf tidak terbaca".into())) };
        let mut data = permintaan.data.clone();
        let qr = qr::of(&data);
        let tak_tergambar = bersih::clean(&mut data, font);
        let data = data.to_string();
        if data.len() > BYTE_MAX {
            return Err(Gagal::TerlaluBesar(data.len(), BYTE_MAX));
        }
        let mut sources = BTreeMap::new();
        for (nama, isi) in
            [("dasar", self.templat.get("dasar").and_then(|t| t.as_deref().ok())), (nama, Some(isi))]
        {
            let path = format!("{nama}.typ");
            let source = Source::new(named(&path)?, isi.unwrap_or_default().to_owned());
            sources.insert(path, source);
        }
        let mut files = BTreeMap::from([("data.json".to_owned(), Bytes::from_string(data))]);
        files.extend(qr.map(|picture| ("qr.svg".to_owned(), Bytes::new(picture))));
        files.extend(self.aset.iter().map(|(nama, isi)| (format!("aset/{nama}"), isi.clone())));
        let main = named(&format!("{nama}.typ"))?;
        Ok((
            Dunia { alas: self.alas.clone(), main, sources, files, tanggal: permintaan.tanggal },
            tak_tergambar,
        ))
    }
}

fn named(path: &str) -> Result<FileId, Gagal> {
    dunia::id(path).ok_or_else(|| Gagal::TidakAda(path.to_owned()))
}

fn print(nama: &str, dunia: &Dunia, tak_tergambar: usize) -> Result<Cetakan, Gagal> {
    let document: PagedDocument =
        typst::compile(dunia).output.map_err(|errors| told(nama, dunia, &errors))?;
    let halaman = document.pages().len();
    if halaman > HALAMAN_MAX {
        return Err(Gagal::TerlaluPanjang(halaman, HALAMAN_MAX));
    }
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|e| Gagal::Mesin(e.message().to_string()))?;
    let options = PdfOptions {
        // The same letter is the same file: the id follows from the template and the data.
        ident: Smart::Custom(fingerprint(nama, dunia)),
        creator: Smart::Custom(Some("Sinergi".into())),
        timestamp: dunia::datetime(dunia.tanggal).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| told(nama, dunia, &errors))?;
    Ok(Cetakan { pdf, halaman, tak_tergambar })
}

fn fingerprint(nama: &str, dunia: &Dunia) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new_with_prefix(nama);
    for bytes in dunia.files.values() {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first complaint of the typesetter, with the line it is about.
fn told(nama: &str, dunia: &Dunia, errors: &[typst::diag::SourceDiagnostic]) -> Gagal {
    use typst::WorldExt;
    let sebab = errors.first().map_or_else(String::new, |error| {
        let place = error.span.id().and_then(|id| {
            let source = dunia.sources.get(id.vpath().get_without_slash())?;
            let line = source.lines().byte_to_line(dunia.range(error.span)?.start)?;
            Some(format!(" ({} baris {})", id.vpath().get_without_slash(), line + 1))
        });
        format!("{}{}", error.message, place.unwrap_or_default())
    });
    Gagal::TidakTersusun(nama.to_owned(), sebab)
}
