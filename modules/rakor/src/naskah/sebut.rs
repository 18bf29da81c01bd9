//! How a letter calls people and cuts words to the room there is.

/// The head of a government by its name: `Bupati Telaga Biru` of `Pemerintah Kabupaten Telaga Biru`.
pub fn kepala(nama: &str) -> String {
    let place = wilayah(nama);
    for (kind, title) in [("Provinsi ", "Gubernur"), ("Kabupaten ", "Bupati"), ("Kota ", "Wali Kota")] {
        if let Some(rest) = place.strip_prefix(kind) {
            return format!("{title} {rest}");
        }
    }
    format!("Pimpinan {place}")
}

/// The region of a government: `Kabupaten Telaga Biru`.
pub fn wilayah(nama: &str) -> &str {
    nama.strip_prefix("Pemerintah ").unwrap_or(nama)
}

/// At most so many letters, cut between words.
pub fn potong(text: &str, most: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= most {
        return words;
    }
    let room = most.saturating_sub(1);
    let cut: String = words.chars().take(room).collect();
    let between = words.chars().nth(room) == Some(' ');
    let last = cut.rfind(' ').filter(|at| !between && *at * 2 > cut.len());
    let whole = last.map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ' ']))
}

/// Without the stop behind it: within a sentence.
pub fn frasa(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

/// With a stop behind it; what was cut ends in its own mark.
pub fn kalimat(text: &str) -> String {
    let stop = if text.ends_with('…') { "" } else { "." };
    format!("{}{stop}", frasa(text))
}

/// Lines somebody typed, each an item.
pub fn baris(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_governments_are_called_by_their_title() {
        for (nama, title) in [
            ("Pemerintah Provinsi Bumi Raya", "Gubernur Bumi Raya"),
            ("Pemerintah Kabupaten Telaga Biru", "Bupati Telaga Biru"),
            ("Pemerintah Kota Sinar Pagi", "Wali Kota Sinar Pagi"),
            ("Kabupaten Telaga Biru", "Bupati Telaga Biru"),
            ("Badan Pengusahaan", "Pimpinan Badan Pengusahaan"),
        ] {
            assert_eq!(kepala(nama), title);
        }
    }

    #[test]
    fn words_are_cut_between_them_and_say_so() {
        for (text, most, cut) in [
            ("Mengisi jabatan kosong", 30, "Mengisi jabatan kosong"),
            ("Mengisi jabatan kosong, lewat penempatan", 24, "Mengisi jabatan kosong…"),
            ("Panjangsekalitanpaspasi", 10, "Panjangse…"),
            ("dua\nbaris  teks", 20, "dua baris teks"),
        ] {
            assert_eq!(potong(text, most), cut);
            assert!(cut.chars().count() <= most);
        }
    }
}
