//! Lines of a file as the form would hold them: one fact a line, lines of one document about one person are
//! one form.

use super::isian::{Pernyataan, Tindakan};
use super::pilihan;
use kernel::typed::TypedDocument;
use kernel::{Date, Fact, FactId, Field, Kind, Ledger, Rank, Tables};

/// Columns about person, document and act; every other one is a field of a kind.
pub const COLUMNS: [&str; 13] = [
    "nip",
    "jenis",
    "tindakan",
    "dokumen_jenis",
    "dokumen_bobot",
    "dokumen_nomor",
    "dokumen_tanggal",
    "penandatangan",
    "tmt",
    "sampai",
    "sasaran_nomor",
    "sasaran_tmt",
    "berkas",
];

/// Columns without which no line can be read.
pub const NEEDED: [&str; 6] =
    ["nip", "jenis", "dokumen_jenis", "dokumen_nomor", "dokumen_tanggal", "penandatangan"];

/// What a column is called whose own name is taken by one of [`COLUMNS`]: `isi_jenis`.
const PREFIX: &str = "isi_";

/// A line: its row, and the cells that hold anything, by column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Row number as a spreadsheet program shows it.
    pub row: u64,
    /// Column and text, in the order of the file.
    pub cells: Vec<(String, String)>,
}

/// Column and sentence, or only a sentence when it is about the whole line.
pub type Alasan = (&'static str, String);

/// Where units and posts are found by what a cell calls them.
pub struct Tempat<'a> {
    /// Ids of the units of this id or name.
    pub units: &'a dyn Fn(&str) -> Vec<String>,
    /// The post of this name at a unit.
    pub post: &'a dyn Fn(&str, &str) -> Option<String>,
}

impl Line {
    /// A cell, `""` when it is empty or not there.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.iter().find(|c| c.0 == column).map_or("", |c| c.1.as_str())
    }

    /// The digits of the NIP, as pages show it in groups or plain.
    pub fn nip(&self) -> String {
        self.cell("nip").chars().filter(|c| *c != ' ').collect()
    }

    /// The document, as the form would hold it.
    pub fn document(&self) -> TypedDocument {
        let text = |column| self.cell(column).to_owned();
        let jenis = text("dokumen_jenis");
        let bobot = match self.cell("dokumen_bobot").to_lowercase().as_str() {
            "" if Rank::of_name(&jenis) == Rank::Sk => "sk".to_owned(),
            "" => "surat".to_owned(),
            word => word.to_owned(),
        };
        let (nomor, tanggal) = (text("dokumen_nomor"), text("dokumen_tanggal"));
        let penandatangan = text("penandatangan");
        TypedDocument { jenis, bobot, nomor, tanggal, penandatangan, ..TypedDocument::default() }
    }

    /// Lines with the same key are one entry: number and day of the document, and the person.
    pub fn key(&self) -> (String, String, String) {
        let tanggal = self.cell("dokumen_tanggal");
        let tanggal = Date::parse(tanggal).map_or_else(|| tanggal.to_owned(), |day| day.dmy());
        (self.cell("dokumen_nomor").to_owned(), tanggal, self.nip())
    }
}

/// The field a column is for in lines of a kind.
pub fn field_of(kind: Kind, column: &str) -> Option<Field> {
    let name = match column.strip_prefix(PREFIX) {
        Some(name) => name,
        None if COLUMNS.contains(&column) => return None,
        None => column,
    };
    kind.info().fields.iter().copied().find(|f| f.info().name == name)
}

/// Whether any kind about people has such a column.
pub fn is_field(column: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.about_pegawai() && field_of(*kind, column).is_some())
}

/// The kind of a line.
///
/// # Errors
/// When nobody knows it.
pub fn kind(line: &Line) -> Result<Kind, Alasan> {
    let word = line.cell("jenis").to_lowercase();
    Kind::from_name(&word).filter(|k| k.about_pegawai()).ok_or_else(|| {
        let sentence = match word.as_str() {
            "" => "Tulis jenis riwayat, misalnya golongan, jabatan, atau gaji_berkala.".to_owned(),
            word => format!("Jenis riwayat \"{word}\" tidak dikenal. Daftarnya ada pada docs/operasi.md."),
        };
        ("jenis", sentence)
    })
}

/// A line as a statement of the form.
///
/// # Errors
/// Everything wrong with it that can be told before the whole form is judged.
pub fn pernyataan(
    line: &Line,
    ledger: &Ledger,
    tables: &Tables,
    tempat: &Tempat<'_>,
) -> Result<Pernyataan, Vec<Alasan>> {
    let kind = kind(line).map_err(|alasan| vec![alasan])?;
    let tindakan = tindakan(line, kind, ledger).map_err(|alasan| vec![alasan])?;
    let mut p = Pernyataan::new(kind, tindakan);
    let mut salah = Vec::new();
    if let Tindakan::Pembatalan(_) = tindakan {
        return Ok(p);
    }
    p.tmt = line.cell("tmt").to_owned();
    // People write the last day; a span ends on the first day after it.
    p.sampai = line.cell("sampai").to_owned();
    let mut codes: Vec<(Field, String)> = Vec::new();
    for (column, text) in &line.cells {
        if COLUMNS.contains(&column.as_str()) || !is_field(column) {
            continue;
        }
        match field_of(kind, column) {
            Some(field) if pilihan::asked(field) => {
                p.values.push((field, chosen(field, text, tables)));
            }
            Some(field) => codes.push((field, text.clone())),
            None => salah.push((
                "",
                format!(
                    "Kolom {column} bukan isi dari {}. Kosongkan selnya.",
                    kind.info().label.to_lowercase()
                ),
            )),
        }
    }
    place(&mut p, &codes, tempat, &mut salah);
    by_code(&mut p, &codes, tables, &mut salah);
    if let Tindakan::Ralat(target) = tindakan
        && let Some(row) = ledger.standing(target)
    {
        keep(&mut p, &row.fact);
    }
    if salah.is_empty() { Ok(p) } else { Err(salah) }
}

/// What a ralat leaves empty stays as recorded; the values themselves are kept where the form is read.
fn keep(p: &mut Pernyataan, fact: &Fact) {
    let day = |typed: &mut String, day: Option<Date>| {
        if typed.is_empty() {
            *typed = day.map_or(String::new(), |day| day.dmy());
        }
    };
    day(&mut p.tmt, fact.tmt);
    day(&mut p.sampai, fact.until.map(|day| day.add_days(-1)));
}

/// A listed field is sent as its code; files hold the word or the code.
fn chosen(field: Field, text: &str, tables: &Tables) -> String {
    let Some(list) = pilihan::list(field, tables) else { return text.to_owned() };
    let word = text.to_lowercase();
    let item = list.items.iter().find(|item| {
        item.value == text
            || item.code == text
            || item.word.to_lowercase() == word
            || item.label.to_lowercase() == word
    });
    item.map_or_else(|| text.to_owned(), |item| item.value.clone())
}

/// A code beside its word must mean the same; alone it stands for the word.
fn by_code(p: &mut Pernyataan, codes: &[(Field, String)], tables: &Tables, salah: &mut Vec<Alasan>) {
    for (field, text) in codes {
        let fields = p.kind.info().fields;
        let Some(of) = fields.iter().copied().find(|f| pilihan::code_of(*f) == Some(*field)) else {
            continue;
        };
        let code = chosen(of, text, tables);
        match p.value(of) {
            "" => p.values.push((of, code)),
            word if word == code => {}
            _ => salah.push((
                field.info().name,
                format!("Kode {text} tidak sesuai dengan isi kolom {}. Samakan keduanya.", of.info().name),
            )),
        }
    }
}

/// The post or unit a line names.
fn place(p: &mut Pernyataan, ids: &[(Field, String)], tempat: &Tempat<'_>, salah: &mut Vec<Alasan>) {
    let id = |field: Field| ids.iter().find(|i| i.0 == field).map_or("", |i| i.1.as_str());
    let (pos, unor, named) = match p.kind {
        Kind::Jabatan => (Field::PosId, Field::JabatanUnorId, Some(Field::JabatanNama)),
        Kind::Penugasan => (Field::PenugasanPosId, Field::PenugasanUnorId, Some(Field::PenugasanJabatan)),
        Kind::UnitKerja => (Field::UnorId, Field::UnorId, None),
        _ => return,
    };
    let unit = match id(unor) {
        "" if p.kind == Kind::UnitKerja => p.value(Field::UnorNama).to_owned(),
        unit => unit.to_owned(),
    };
    if named.is_some() && !id(pos).is_empty() {
        p.pilih = id(pos).to_owned();
        return;
    }
    if unit.is_empty() {
        return;
    }
    let found = (tempat.units)(&unit);
    let found = match found.as_slice() {
        [one] => one,
        // A unit that is only named may be gone: it is kept as written.
        [] if id(unor).is_empty() => return,
        [] => {
            let sentence = format!("Unit \"{unit}\" tidak ada pada peta organisasi. Periksa ID unitnya.");
            return salah.push(("unor_id", sentence));
        }
        several => {
            let sentence = format!("Ada {} unit bernama \"{unit}\". Tulis ID unitnya.", several.len());
            return salah.push(("unor_id", sentence));
        }
    };
    let Some(named) = named else {
        p.pilih.clone_from(found);
        return;
    };
    let jabatan = p.value(named);
    match (tempat.post)(found, jabatan) {
        Some(post) => p.pilih = post,
        None => salah.push((
            "jabatan",
            format!(
                "Pos jabatan \"{jabatan}\" tidak ada pada unit itu. Periksa namanya, atau kosongkan unor_id."
            ),
        )),
    }
}

/// The act of a line; a ralat or pembatalan names the document whose statement it is about.
fn tindakan(line: &Line, kind: Kind, ledger: &Ledger) -> Result<Tindakan, Alasan> {
    let act: fn(FactId) -> Tindakan = match line.cell("tindakan").to_lowercase().as_str() {
        "" | "perubahan" => return Ok(Tindakan::Perubahan),
        "ralat" => Tindakan::Ralat,
        "pembatalan" => Tindakan::Pembatalan,
        word => {
            let sentence =
                format!("Tindakan \"{word}\" tidak dikenal. Tulis perubahan, ralat, atau pembatalan.");
            return Err(("tindakan", sentence));
        }
    };
    let nomor = line.cell("sasaran_nomor");
    if nomor.is_empty() {
        return Err(("sasaran_nomor", "Tulis nomor dokumen yang isinya diralat atau dibatalkan.".into()));
    }
    let tmt = line.cell("sasaran_tmt");
    let day = Date::parse(tmt);
    if day.is_none() && !tmt.is_empty() {
        return Err(("sasaran_tmt", kernel::typed::unreadable(tmt)));
    }
    let of_paper = ledger.bases().iter().filter(|row| {
        row.fact.kind == kind
            && ledger.head(row).document.nomor == nomor
            && (day.is_none() || row.fact.tmt == day)
    });
    match of_paper.collect::<Vec<_>>().as_slice() {
        [one] => Ok(act(one.id)),
        [] => {
            let label = kind.info().label.to_lowercase();
            let sentence = format!(
                "Tidak ada catatan {label} dari dokumen nomor \"{nomor}\" pada pegawai ini. Periksa nomornya."
            );
            Err(("sasaran_nomor", sentence))
        }
        several => {
            let count = several.len();
            let sentence = format!(
                "Dokumen itu memuat {count} catatan sejenis. Tulis TMT yang dimaksud di sasaran_tmt."
            );
            Err(("sasaran_nomor", sentence))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[(&str, &str)]) -> Line {
        let cells = cells.iter().map(|(c, t)| ((*c).to_owned(), (*t).to_owned())).collect();
        Line { row: 2, cells }
    }

    fn read(cells: &[(&str, &str)]) -> Result<Pernyataan, Vec<Alasan>> {
        let tables = Tables::bundled().expect("tables");
        let units = |text: &str| match text {
            "U1" | "Dinas Kesehatan" => vec!["U1".to_owned()],
            "Bidang Umum" => vec!["U2".to_owned(), "U3".to_owned()],
            _ => Vec::new(),
        };
        let post = |unit: &str, name: &str| (unit == "U1" && name == "Kepala Dinas").then(|| "P1".to_owned());
        pernyataan(&line(cells), &Ledger::default(), &tables, &Tempat { units: &units, post: &post })
    }

    #[test]
    fn a_line_is_a_statement_of_the_form() {
        //   cells of the line                                                            field           value
        for (cells, field, value) in [
            (&[("jenis", "golongan"), ("golongan", "III/c")][..], Field::GolonganNama, "33"),
            (&[("jenis", "Golongan"), ("golongan", "33")], Field::GolonganNama, "33"),
            (&[("jenis", "golongan"), ("golongan_id", "33")], Field::GolonganNama, "33"),
            (&[("jenis", "diklat"), ("isi_jenis", "Teknis")], Field::DiklatJenis, "Teknis"),
            (&[("jenis", "identitas"), ("isi_nip", "19")], Field::Nip, "19"),
            (&[("jenis", "gaji_berkala"), ("gaji_pokok", "3.420.600")], Field::GajiPokok, "3.420.600"),
        ] {
            assert_eq!(read(cells).expect("read").value(field), value, "{cells:?}");
        }
        let cuti = read(&[("jenis", "cuti"), ("tmt", "2026-10-01"), ("sampai", "03-10-2026")]).expect("read");
        assert_eq!((cuti.tmt.as_str(), cuti.sampai.as_str()), ("2026-10-01", "03-10-2026"));
        let post = [("jenis", "jabatan"), ("jabatan", "Kepala Dinas"), ("unor_id", "Dinas Kesehatan")];
        assert_eq!(read(&post).expect("read").pilih, "P1");
    }

    #[test]
    fn what_a_line_cannot_say() {
        //   cells of the line                                                  column          words
        for (cells, column, words) in [
            (&[("jenis", "")][..], "jenis", "Tulis jenis riwayat"),
            (&[("jenis", "unor")], "jenis", "tidak dikenal"),
            (&[("jenis", "golongan"), ("tindakan", "hapus")], "tindakan", "\"hapus\" tidak dikenal"),
            (&[("jenis", "golongan"), ("tindakan", "ralat")], "sasaran_nomor", "Tulis nomor dokumen"),
            (
                &[("jenis", "golongan"), ("tindakan", "ralat"), ("sasaran_nomor", "1")],
                "sasaran_nomor",
                "Tidak ada catatan golongan",
            ),
            (&[("jenis", "diklat"), ("golongan", "III/c")], "", "bukan isi dari diklat"),
            (
                &[("jenis", "golongan"), ("golongan", "III/c"), ("golongan_id", "34")],
                "golongan_id",
                "tidak sesuai",
            ),
            (
                &[("jenis", "jabatan"), ("jabatan", "Kepala"), ("unor_id", "U9")],
                "unor_id",
                "tidak ada pada peta",
            ),
            (
                &[("jenis", "jabatan"), ("jabatan", "Kepala"), ("unor_id", "U1")],
                "jabatan",
                "tidak ada pada unit",
            ),
            (&[("jenis", "unit_kerja"), ("unor_id", "Bidang Umum")], "unor_id", "Ada 2 unit"),
        ] {
            let told = read(cells).expect_err("refused");
            assert!(told[0].0 == column && told[0].1.contains(words), "{cells:?}: {told:?}");
        }
    }
}
