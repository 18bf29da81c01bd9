//! What a new token must say.

use kernel::Date;

/// Lives to choose from, in days, with their words; the first is the default.
pub const LIVES: [(i32, &str); 4] =
    [(90, "90 hari"), (30, "30 hari"), (180, "180 hari"), (366, "satu tahun")];
/// Longest name, in characters.
const NAMA_MAX: usize = 80;

/// A form as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the owner calls it.
    pub nama: String,
    /// Words of what it is for.
    pub izin: Vec<String>,
    /// Days, as chosen.
    pub masa: String,
}

/// A form that will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What the owner calls it.
    pub nama: String,
    /// Words of what it is for, each once.
    pub izin: Vec<String>,
    /// The last day it opens anything.
    pub until: Date,
}

/// Reads a form; `open` are the words of what the account itself reaches, `room` whether it may have one more.
///
/// # Errors
/// Field and sentence for everything that is wrong.
pub fn read(asked: &Asked, open: &[&str], room: bool, today: Date) -> Result<Wanted, Vec<(String, String)>> {
    let mut errors = Vec::new();
    let mut say = |field: &str, sentence: &str| errors.push((field.to_owned(), sentence.to_owned()));
    let nama = asked.nama.trim();
    if nama.is_empty() || nama.chars().count() > NAMA_MAX || nama.chars().any(char::is_control) {
        say("nama", "Isi nama program yang memakai token ini, paling banyak 80 karakter.");
    }
    // In the order of the list, each once, however they were sent.
    let chosen = open.iter().filter(|o| asked.izin.iter().any(|w| w == *o));
    let izin: Vec<String> = chosen.map(|w| (*w).to_owned()).collect();
    let strange = asked.izin.iter().any(|w| !open.contains(&w.as_str()));
    if izin.is_empty() || strange {
        say("izin", "Pilih paling sedikit satu izin yang juga dimiliki akun Anda.");
    }
    let days = LIVES.iter().find(|l| l.0.to_string() == asked.masa).map(|l| l.0);
    if days.is_none() {
        say("masa", "Pilih salah satu masa berlaku.");
    }
    if !room {
        say("nama", "Akun ini sudah mempunyai 20 token yang berlaku. Cabut yang tidak dipakai lagi.");
    }
    match days {
        Some(days) if errors.is_empty() => {
            Ok(Wanted { nama: nama.to_owned(), izin, until: today.add_days(days) })
        }
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_may_say() {
        let today = Date::new(2026, 11, 22).expect("a date");
        let open = ["pegawai:baca", "mutu:baca"];
        // Name, what for, days, room, fields that are wrong.
        for (nama, izin, masa, room, wrong) in [
            ("Aplikasi absen", "pegawai:baca mutu:baca", "90", true, ""),
            (" ", "pegawai:baca", "90", true, "nama"),
            ("a\u{7}b", "pegawai:baca", "90", true, "nama"),
            (&"x".repeat(81), "pegawai:baca", "90", true, "nama"),
            ("Absen", "", "90", true, "izin"),
            ("Absen", "jurnal:baca", "90", true, "izin"),
            ("Absen", "pegawai:baca jurnal:baca", "90", true, "izin"),
            ("Absen", "pegawai:tulis", "90", true, "izin"),
            ("Absen", "pegawai:baca", "9000", true, "masa"),
            ("Absen", "pegawai:baca", "-90", true, "masa"),
            ("Absen", "pegawai:baca", "90", false, "nama"),
            ("", "", "", false, "nama izin masa nama"),
        ] {
            let izin = izin.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
            let asked = Asked { nama: nama.to_owned(), izin, masa: masa.to_owned() };
            let said = read(&asked, &open, room, today);
            let fields = said.err().unwrap_or_default();
            let fields: Vec<&str> = fields.iter().map(|e| e.0.as_str()).collect();
            assert_eq!(fields.join(" "), wrong, "{nama:?} {masa}");
        }
        let asked = Asked { nama: " Absen ".into(), izin: vec!["mutu:baca".into(); 3], masa: "30".into() };
        let wanted =
            Wanted { nama: "Absen".into(), izin: vec!["mutu:baca".into()], until: today.add_days(30) };
        assert_eq!(read(&asked, &open, true, today), Ok(wanted));
    }
}
