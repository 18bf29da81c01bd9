//! What people read about a pack, written from the pack itself so that the two cannot part.

use crate::value::Type;
use crate::vocabulary::{Asal, Fakta, Jenis, Vocabulary};

const HEAD: &str = "# Kosakata: fakta dan pilihan

Daftar tertutup fakta yang boleh ditanyakan norma, beserta pilihan nilainya. Dibuat dari `peraturan/kosakata.toml`;
halaman ini tidak diubah dengan tangan. Fungsi dan bentuk ungkapan ada di [paket.md](paket.md) bagian 5.

- **Riwayat**: dilipat program dari register; menambahnya memerlukan pengembang.
- **Masukan**: diberikan penanya pada formulir atau tabel kasus; menambahnya cukup di `kosakata.toml`.
- **Tertutup**: menyangkut disiplin, pemberhentian sementara, atau putusan; hanya bagi yang berhak.
- **Tahunan**: tentang tahun tertentu dan berganti setiap 1 Januari.
";

/// `docs/kosakata.md`: every fact and every choice.
pub fn kosakata(words: &Vocabulary) -> String {
    let mut text = HEAD.to_owned();
    for (asal, title) in [(Asal::Riwayat, "Fakta dari riwayat"), (Asal::Masukan, "Fakta masukan")] {
        let list: Vec<&Fakta> = words.fakta_list().iter().filter(|f| f.asal == asal).collect();
        text += &format!(
            "\n## {title} ({})\n\n| fakta | label | tipe | arti | sifat |\n|---|---|---|---|---|\n",
            list.len()
        );
        list.into_iter().for_each(|f| text += &fakta(words, f));
    }
    text += &format!(
        "\n## Pilihan ({})\n\nDitulis `kode` (label), atau `kode` saja bila keduanya sama.\n",
        words.jenis_list().len()
    );
    words.jenis_list().iter().for_each(|j| text += &jenis(j));
    text
}

fn fakta(words: &Vocabulary, f: &Fakta) -> String {
    let tipe = match f.tipe {
        Type::Pilihan(id) => format!("[{0}](#{0})", words.jenis(id).nama),
        other => words.type_word(other).to_owned(),
    };
    let nature = [(f.tertutup, "tertutup"), (f.tahunan, "tahunan")];
    let nature: Vec<&str> = nature.into_iter().filter(|n| n.0).map(|n| n.1).collect();
    format!(
        "| `{}` | {} | {tipe} | {} | {} |\n",
        f.nama,
        cell(&f.label),
        cell(&f.arti),
        if nature.is_empty() { "–".to_owned() } else { nature.join(", ") }
    )
}

fn jenis(j: &Jenis) -> String {
    let order = if j.berurut { "Berurut dari rendah ke tinggi" } else { "Tidak berurut" };
    let one = |i: u16| {
        let (code, label) = (j.nilai(i), j.label(i));
        if code == label { format!("`{code}`") } else { format!("`{code}` ({label})") }
    };
    let all: Vec<String> = (0..j.len()).filter_map(|i| u16::try_from(i).ok()).map(one).collect();
    format!("\n### {}\n\n{order}: {}.\n", j.nama, all.join(" · "))
}

/// A bar inside a cell would begin the next one.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::kosakata;
    use crate::pack::Pack;

    const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/kosakata.md");

    #[test]
    fn the_page_says_what_the_pack_says() {
        let pack = Pack::bundled().expect("the pack is sound");
        let text = kosakata(&pack.words);
        if std::env::var_os("SINERGI_TULIS").is_some() {
            std::fs::write(DOCUMENT, &text).expect("docs can be written");
        }
        let kept = std::fs::read_to_string(DOCUMENT).unwrap_or_default();
        let first = text.lines().zip(kept.lines()).find(|(a, b)| a != b);
        assert!(
            text == kept,
            "docs/kosakata.md is behind the pack: {first:?}; SINERGI_TULIS=1 cargo nextest run -p law docs"
        );
        for fakta in pack.words.fakta_list() {
            assert!(kept.contains(&format!("| `{}` | ", fakta.nama)), "{}", fakta.nama);
        }
    }

    #[test]
    fn a_bar_does_not_break_a_row() {
        assert_eq!(super::cell("a | b"), "a \\| b");
    }
}
