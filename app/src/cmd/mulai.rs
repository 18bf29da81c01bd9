//! `sinergi mulai`: a node for an instansi, and its first administrator.

use super::{connect, open, told};
use crate::cli::Mulai;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

pub fn run(args: &Mulai) -> Result<ExitCode> {
    let asked;
    let args = match terminal() && (args.instansi.is_none() || args.nama.is_none()) {
        true => {
            asked = questions(args, &mut std::io::stdin().lock(), &mut std::io::stderr())?;
            &asked
        }
        false => args,
    };
    let missing: Vec<&str> = [("--instansi <ID>", &args.instansi), ("--nama <NAMA>", &args.nama)]
        .iter()
        .filter(|(_, given)| given.is_none())
        .map(|(option, _)| *option)
        .collect();
    if !missing.is_empty() {
        bail!(Misuse(format!("Belum diisi: {}. Lihat `sinergi mulai --help`.", missing.join(", "))));
    }
    let given = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let (id, nama) = (given(&args.instansi), given(&args.nama));
    let (id, nama) = (id.as_str(), nama.as_str());
    if !well_formed(id) || nama.is_empty() {
        bail!(Misuse(format!(
            "Isi --instansi dengan ID instansi menurut BKN (huruf A sampai Z, angka, dan tanda -; {WHERE}) dan --nama dengan namanya."
        )));
    }
    let node = open(&args.place)?;
    let mut conn = connect(&node)?;
    let known = store::node::tenants(&mut conn).map_err(told)?;
    let new = !known.iter().any(|t| t.id == id);
    if new {
        refuse_slip(id, &known, args.tambahan)?;
    }
    conn.transaction(|conn| store::node::add_tenant(conn, id, nama)).map_err(told)?;
    let administrator = match given(&args.administrator) {
        none if none.is_empty() => ADMINISTRATOR.to_owned(),
        named => named,
    };
    let journals = store::people::journal_sizes(&mut conn).map_err(told)?;
    let filled = journals.iter().any(|journal| journal.0 == id && journal.1 > 0);
    let password = super::pengguna::first_administrator(&node, &mut conn, &administrator)?;
    if args.json {
        let value = serde_json::json!({ "instansi": id, "nama": nama, "baru": new });
        crate::out!("{value}");
        return Ok(ExitCode::SUCCESS);
    }
    match new {
        true => crate::out!("Simpul siap untuk {nama} ({id})."),
        false => crate::out!("{id} sudah dilayani simpul ini."),
    }
    if let Some(password) = password {
        crate::out!("Akun pertama: admin. Sandi sekali pakai: {password}");
        crate::out!("Sandi ini hanya ditampilkan sekali dan diganti saat pertama masuk.");
        say::shown().with_context(|| super::pengguna::unseen("admin"))?;
    }
    let place =
        args.place.data.as_ref().map_or("--database URL".to_owned(), |d| format!("--data {}", d.display()));
    if !is_bkn(id) {
        eprintln!(
            "sinergi: \"{id}\" tidak berbentuk ID BKN (32 angka heksadesimal). Berkas nominatif hanya diterima bila memuat ID yang sama; {WHERE}."
        );
    }
    match filled {
        true => crate::out!("Berikutnya: sinergi serve {place}"),
        false => {
            crate::out!("Berikutnya: sinergi impor nominatif BERKAS {place}, lalu sinergi serve {place}")
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Full name of the first account when nobody says another.
const ADMINISTRATOR: &str = "Administrator";

/// Whether somebody sits there to answer.
fn terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for what was not given, again when the answer cannot be used.
fn questions(args: &Mulai, input: &mut impl BufRead, out: &mut impl Write) -> Result<Mulai> {
    let mut args = args.clone();
    writeln!(
        out,
        "Simpul baru. Tekan Enter untuk memakai isian di dalam kurung siku; Ctrl C untuk berhenti."
    )?;
    if args.place.data.is_none() && args.place.database.is_none() {
        let folder = ask(input, out, "Folder data", Some("data-sinergi"), |folder| {
            match Path::new(folder).is_file() {
                true => Some("Itu sebuah berkas. Sebutkan folder, yang belum ada pun boleh.".into()),
                false => None,
            }
        })?;
        args.place.data = Some(folder.into());
    }
    if args.instansi.is_none() {
        writeln!(out, "ID instansi menurut BKN: 32 angka heksadesimal; {WHERE}.")?;
        args.instansi = Some(ask(input, out, "ID instansi", None, |id| match well_formed(id) {
            true => None,
            false => Some("ID hanya memuat huruf A sampai Z, angka, dan tanda -, paling banyak 64.".into()),
        })?);
    }
    if args.nama.is_none() {
        args.nama =
            Some(ask(input, out, "Nama instansi, misalnya Pemerintah Provinsi Bumi Raya", None, |_| None)?);
    }
    let new = args.place.data.as_ref().is_none_or(|folder| !folder.join("sinergi.db").exists());
    if args.administrator.is_none() && new {
        args.administrator =
            Some(ask(input, out, "Nama lengkap administrator", Some(ADMINISTRATOR), |_| None)?);
    }
    Ok(args)
}

/// One answer; `wrong` says what cannot be used about it. An empty one takes the default, where there is one.
fn ask(
    input: &mut impl BufRead,
    out: &mut impl Write,
    question: &str,
    default: Option<&str>,
    wrong: impl Fn(&str) -> Option<String>,
) -> Result<String> {
    loop {
        match default {
            Some(default) => write!(out, "{question} [{default}]: ")?,
            None => write!(out, "{question}: ")?,
        }
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            bail!(Misuse("Jawaban terputus; tidak ada yang dibuat.".into()));
        }
        let answer = match line.trim() {
            "" => default.unwrap_or(""),
            answer => answer,
        };
        let trouble = match answer {
            "" => Some("Isian ini diperlukan.".into()),
            answer if answer.chars().any(kernel::check::hidden) => {
                Some("Isian itu memuat karakter yang tidak tampak. Ketik ulang.".into())
            }
            answer => wrong(answer),
        };
        match trouble {
            Some(trouble) => writeln!(out, "  {trouble}")?,
            None => return Ok(answer.to_owned()),
        }
    }
}

/// Where the id stands.
const WHERE: &str = "lihat kolom instansi_induk_id pada berkas nominatif";

/// Letters, digits and dashes: BKN's ids are hexadecimal, those of rehearsals are words.
fn well_formed(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// 32 hexadecimal digits, with or without dashes.
fn is_bkn(id: &str) -> bool {
    let digits = id.chars().filter(|c| *c != '-');
    digits.clone().count() == 32 && digits.into_iter().all(|c| c.is_ascii_hexdigit())
}

/// A new instansi that is the old one in other letters, or that comes to another's node unannounced.
fn refuse_slip(id: &str, known: &[store::Tenant], wanted: bool) -> Result<()> {
    let plain = |id: &str| id.replace('-', "").to_ascii_lowercase();
    if let Some(same) = known.iter().find(|t| plain(&t.id) == plain(id)) {
        bail!(Misuse(format!(
            "Instansi ini sudah dilayani sebagai {} ({}). Tulis ID-nya persis demikian.",
            same.id, same.nama
        )));
    }
    match known.first() {
        Some(first) if !wanted => bail!(Misuse(format!(
            "Simpul ini sudah melayani {} ({}). Periksa --instansi ({WHERE}) dan --data; bila memang melayani instansi lain juga, tambahkan --tambahan.",
            first.nama, first.id
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_ids() {
        //   id                                       taken  BKN's
        for (id, good, bkn) in [
            ("A5EB03E23B4BF6A0E040640A040252AD", true, true),
            ("a5eb03e2-3b4b-f6a0-e040-640a040252ad", true, true),
            ("A5EB03E23B4BF6A0E040640A040252A", true, false),
            ("INSTANSI-A", true, false),
            ("", false, false),
            ("A 1", false, false),
            ("../A1", false, false),
            ("Pemerintah,Provinsi", false, false),
        ] {
            assert_eq!((well_formed(id), is_bkn(id)), (good, bkn), "{id}");
        }
    }

    #[test]
    fn questions_are_asked_until_they_are_answered() {
        let none = || Mulai {
            place: crate::cli::Place { data: None, database: None },
            instansi: None,
            nama: None,
            administrator: None,
            tambahan: false,
            json: false,
        };
        //   answers                                             folder            id           nama        administrator
        let table: [(&str, Option<[&str; 4]>); 5] = [
            ("D\nA5EB-1\nProvinsi\nSari\n", Some(["D", "A5EB-1", "Provinsi", "Sari"])),
            ("\nA1\n Provinsi Uji \n\n", Some(["data-sinergi", "A1", "Provinsi Uji", "Administrator"])),
            ("\n\nA 1\n../x\nA1\n\n\nP\n\n", Some(["data-sinergi", "A1", "P", "Administrator"])),
            ("\nA1\nNama\u{202e}\nNama\n\n", Some(["data-sinergi", "A1", "Nama", "Administrator"])),
            ("\nA1\n", None),
        ];
        for (answers, expected) in table {
            let (mut input, mut shown) = (answers.as_bytes(), Vec::new());
            let asked = questions(&none(), &mut input, &mut shown);
            let shown = String::from_utf8(shown).expect("text");
            let Some(expected) = expected else {
                assert!(asked.is_err(), "{answers:?}");
                continue;
            };
            let asked = asked.expect("answered");
            let folder = asked.place.data.expect("a folder").display().to_string();
            let got = [Some(folder), asked.instansi, asked.nama, asked.administrator]
                .map(Option::unwrap_or_default);
            assert_eq!(got, expected, "{answers:?}");
            assert!(shown.contains("Nama lengkap administrator [Administrator]: "), "{shown}");
        }
        let given = Mulai { instansi: Some("A1".into()), ..none() };
        let mut shown = Vec::new();
        let asked = questions(&given, &mut "\nP\n\n".as_bytes(), &mut shown).expect("answered");
        assert_eq!(asked.instansi.as_deref(), Some("A1"));
        assert!(!String::from_utf8_lossy(&shown).contains("ID instansi"), "what was given is not asked");
    }

    #[test]
    fn another_instansi_is_asked_for_by_name() {
        let known = [store::Tenant { id: "A1-b2".into(), nama: "Provinsi".into() }];
        //   id       --tambahan   taken
        for (id, wanted, good) in
            [("C3", false, false), ("C3", true, true), ("a1-B2", true, false), ("A1B2", true, false)]
        {
            assert_eq!(refuse_slip(id, &known, wanted).is_ok(), good, "{id} {wanted}");
        }
        assert!(refuse_slip("C3", &[], false).is_ok(), "the first of a node");
    }
}
