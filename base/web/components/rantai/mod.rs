//! A vacancy chain: whoever fills a place leaves the one below it. Drawn from top to bottom, so that it is read on a
//! phone as on paper; the list under it says the same in words.

use crate::Sample;
use maud::{Markup, html};

/// What a place of a chain is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Simpul {
    /// Filled by the one below.
    #[default]
    Isi,
    /// Left empty at the end.
    Kosong,
    /// From outside the round, or back to the top of a ring.
    Luar,
}

/// A chain.
#[derive(Clone, Debug, Default)]
pub struct Rantai {
    /// `Rantai 1: 4 perpindahan`
    pub judul: String,
    /// Places from the top: name, unit, what it is.
    pub simpul: Vec<(String, String, Simpul)>,
    /// Who moves from each place to the one above it; one less than places.
    pub orang: Vec<String>,
}

const LEBAR: usize = 344;
/// Height of a line of text, of what is above and below the lines of a box, and of the way between two boxes.
const BARIS: usize = 17;
const TEPI: usize = 12;
const JARAK: usize = 38;
/// Letters that fit a line of a box.
const HURUF: usize = 44;
/// Letters of whoever moves, beside the arrow.
const HURUF_ORANG: usize = 40;

/// The words of a text in lines; a word longer than a line has one of its own.
fn lipat(text: &str, huruf: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|l| l.chars().count() + 1 + word.chars().count() <= huruf) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A place as it is drawn: where its box begins, how tall it is, lines of its name and of its unit.
struct Kotak {
    y: usize,
    tinggi: usize,
    nama: Vec<String>,
    unit: Vec<String>,
    orang: Vec<String>,
}

fn kotak(one: &Rantai) -> Vec<Kotak> {
    let mut y = 2;
    let place = |(n, (name, unit, _)): (usize, &(String, String, Simpul))| {
        let (nama, unit) = (lipat(name, HURUF), lipat(unit, HURUF));
        let orang = one.orang.get(n).map_or(Vec::new(), |who| lipat(who, HURUF_ORANG));
        let tinggi = (nama.len() + unit.len()).max(1) * BARIS + TEPI;
        let own = Kotak { y, tinggi, nama, unit, orang };
        y += tinggi + JARAK + own.orang.len().saturating_sub(1) * BARIS;
        own
    };
    one.simpul.iter().enumerate().map(place).collect()
}

impl Rantai {
    /// The moves in words, from the top.
    fn kalimat(&self) -> Vec<String> {
        let step = |(n, who): (usize, &String)| {
            let place = |at: usize| self.simpul.get(at).map_or("", |s| s.0.as_str());
            format!("{who}: dari {} ke {}", place(n + 1), place(n))
        };
        self.orang.iter().enumerate().map(step).collect()
    }
}

/// Draws chains side by side where there is room.
pub fn rantai(all: &[Rantai]) -> Markup {
    html! { div class="rantai" { @for one in all { (satu(one)) } } }
}

fn satu(one: &Rantai) -> Markup {
    let boxes = kotak(one);
    let tall = boxes.last().map_or(0, |b| b.y + b.tinggi + 2);
    let words = one.kalimat();
    html! {
        figure {
            figcaption { b { (one.judul) } }
            svg viewBox={ "0 0 " (LEBAR + 4) " " (tall) } role="img" aria-label={ (one.judul) ". " (words.join(". ")) "." } {
                @for (n, (b, (_, _, kind))) in boxes.iter().zip(&one.simpul).enumerate() {
                    rect class=(class(*kind)) x="2" y=(b.y) width=(LEBAR) height=(b.tinggi) rx="8" {}
                    @for (line, text) in b.nama.iter().enumerate() { text x="12" y=(b.y + 18 + line * BARIS) { (text) } }
                    @for (line, text) in b.unit.iter().enumerate() { text class="kecil" x="12" y=(b.y + 18 + (b.nama.len() + line) * BARIS) { (text) } }
                    @if let Some(next) = boxes.get(n + 1).filter(|_| !b.orang.is_empty()) {
                        path d={ "M24 " (next.y - 2) "V" (b.y + b.tinggi + 4) "m-5 6 5-6 5 6" } {}
                        @for (line, text) in b.orang.iter().enumerate() { text class="siapa" x="40" y=(b.y + b.tinggi + 23 + line * BARIS) { (text) } }
                    }
                }
            }
            details { summary class="buka" { "Rantai dalam kata" } ol { @for line in &words { li { (line) } } } }
        }
    }
}

fn class(kind: Simpul) -> &'static str {
    match kind {
        Simpul::Isi => "isi",
        Simpul::Kosong => "kosong",
        Simpul::Luar => "luar",
    }
}

pub fn samples() -> Vec<Sample> {
    let place = |name: &str, unit: &str, kind| (name.to_owned(), unit.to_owned(), kind);
    let open = Rantai {
        judul: "Rantai 1: 2 perpindahan".into(),
        simpul: vec![
            place("Kepala Bidang Penempatan dan Pengembangan Karier Aparatur Sipil Negara Daerah", "Badan Kepegawaian Daerah", Simpul::Isi),
            place("Kepala Subbidang Mutasi", "Badan Kepegawaian Daerah", Simpul::Isi),
            place("Kepala Seksi Pelayanan", "Kecamatan Hulu: tetap kosong", Simpul::Kosong),
        ],
        orang: vec!["Ratna Wulandari, S.Sos.".into(), "Budi Santoso, S.E.".into()],
    };
    let ring = Rantai {
        judul: "Tukar tempat: 2 perpindahan".into(),
        simpul: vec![
            place("Camat Hulu", "Kecamatan Hulu", Simpul::Isi),
            place("Camat Hilir", "Kecamatan Hilir", Simpul::Isi),
            place("Camat Hulu", "kembali ke atas", Simpul::Luar),
        ],
        orang: vec!["Siti Aminah".into(), "Joko Susilo".into()],
    };
    vec![Sample::new("rantai dan lingkaran", rantai(&[open, ring]))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_long_name_is_drawn_and_boxes_do_not_touch() {
        let name = "Kepala Bidang Perencanaan dan Kebijakan Dinas Pekerjaan Umum dan Penataan Ruang";
        let one = Rantai {
            judul: "Rantai".into(),
            simpul: vec![
                (name.into(), String::new(), Simpul::Isi),
                ("Camat".into(), "Kecamatan Hulu".into(), Simpul::Isi),
                ("Lurah".into(), String::new(), Simpul::Kosong),
            ],
            orang: vec!["Dr. Ir. Melva Dewi Tiara Ayu Permata Nababan, S.T., M.T.".into(), "Budi".into()],
        };
        let boxes = kotak(&one);
        assert_eq!(boxes[0].nama.join(" "), name);
        assert!(boxes[0].nama.len() > 1 && boxes[0].nama.iter().all(|l| l.chars().count() <= HURUF));
        for pair in boxes.windows(2) {
            let people = pair[0].orang.len() * BARIS;
            assert!(pair[0].y + pair[0].tinggi + people + 10 < pair[1].y, "room for whoever moves");
        }
    }
}
