//! `sinergi pengguna`: accounts, by the server's operator.

use super::{connect, open_as_is, open_existing, told};
use crate::cli::Pengguna;
use crate::say::{self, Misuse};
use anyhow::{Context, Result, bail};
use host::access::{Action, Reach, Role};
use host::account::{self, NewAccount};
use host::api::Scope;
use host::appoint::{Asked, appoint};
use host::token::{self, NewToken};
use std::process::ExitCode;
use store::{Conn, Node};

/// Makes the first account when there is none; answers its one-time password.
pub fn first_administrator(node: &Node, conn: &mut Conn, lengkap: &str) -> Result<Option<String>> {
    if account::any(conn).map_err(told)? {
        return Ok(None);
    }
    // Passwords come from the operating system, also in a demo folder: they are not part of its data.
    let mut source = store::Source::system(node.clock)?;
    let admin =
        NewAccount { nama: "admin", lengkap, role: Role::Super, instansi: "", unor: "", pegawai: None };
    Ok(Some(account::create(conn, &mut source, &admin).map_err(told)?))
}

pub fn run(command: &Pengguna) -> Result<ExitCode> {
    match command {
        Pengguna::Tambah { akun, place, nama, peran, instansi, unit, nip } => {
            let Some(role) = Role::parse(peran) else {
                let known: Vec<&str> = Role::of_accounts().map(Role::word).collect();
                bail!(Misuse(format!("Peran \"{peran}\" tidak dikenal. Pilih: {}.", known.join(", "))));
            };
            let blank = |text: &str| text.trim().is_empty();
            match role {
                role if role.serves_unit() && blank(unit) => {
                    bail!(Misuse(format!("{} memerlukan --unit (ID unor).", role.label())))
                }
                Role::Pegawai if blank(nip.as_deref().unwrap_or("")) => {
                    bail!(Misuse("Peran pegawai memerlukan --nip seseorang yang ada di register.".into()))
                }
                _ => {}
            }
            let node = open_existing(place)?;
            let mut conn = connect(&node)?;
            super::served(&mut conn, instansi.as_deref())?;
            let mut source = store::Source::system(node.clock)?;
            let asked = Asked {
                nama: akun,
                lengkap: nama,
                role,
                instansi: instansi.as_deref(),
                unor: unit,
                nip: nip.as_deref(),
            };
            let password = appoint(&mut conn, &mut source, &asked).map_err(told)?;
            let akun = account::canonical(akun);
            crate::out!("Akun {akun} dibuat. Sandi sekali pakai: {password}");
            say::shown().with_context(|| unseen(&akun))?;
        }
        Pengguna::Daftar { place, json } => {
            let node = open_as_is(place)?;
            let list = account::list(&mut connect(&node)?).map_err(told)?;
            if list.is_empty() && !json {
                crate::out!(
                    "Belum ada akun. Buat yang pertama dengan `sinergi mulai` atau `sinergi pengguna tambah`."
                );
            }
            for a in list {
                match json {
                    true => crate::out!(
                        "{}",
                        serde_json::json!({ "akun": a.nama, "nama": a.lengkap, "peran": a.peran, "instansi": a.instansi, "unit": a.unor, "aktif": a.active })
                    ),
                    false => crate::out!(
                        "{:<20} {:<10} {}{}",
                        a.nama,
                        a.peran,
                        a.lengkap,
                        if a.active { "" } else { " (ditutup)" }
                    ),
                }
            }
        }
        Pengguna::Sandi { akun, place } => {
            let node = open_existing(place)?;
            let mut source = store::Source::system(node.clock)?;
            match account::reset(&mut connect(&node)?, &mut source, akun).map_err(told)? {
                Some(password) => {
                    crate::out!("Sandi sekali pakai untuk {akun}: {password}");
                    say::shown().with_context(|| unseen(akun))?;
                }
                None => bail!("Akun {akun} tidak ada."),
            }
        }
        Pengguna::Token { akun, place, nama, izin, hari } => token(akun, place, nama, izin, *hari)?,
        Pengguna::LepasAutentikator { akun, place } => {
            let node = open_existing(place)?;
            match host::totp::drop_of(&mut connect(&node)?, &account::canonical(akun)).map_err(told)? {
                true => crate::out!("Autentikator akun {akun} dilepas; akun itu masuk dengan sandi saja."),
                false => bail!("Akun {akun} tidak memakai autentikator, atau tidak ada."),
            }
        }
        Pengguna::Tutup { akun, place } => switch(akun, place, false)?,
        Pengguna::Buka { akun, place } => switch(akun, place, true)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes a token and prints nothing but it, so that a script can take it.
fn token(akun: &str, place: &crate::cli::Place, nama: &str, izin: &[String], days: u16) -> Result<()> {
    let mut scopes = Vec::new();
    for word in izin {
        let Some(scope) = Scope::parse(word.trim()) else {
            let known = Scope::ALL.map(Scope::word).join(", ");
            bail!(Misuse(format!("Izin \"{word}\" tidak dikenal. Pilih dari: {known}.")));
        };
        scopes.push(scope);
    }
    let days = i32::from(days);
    if !(1..=token::DAYS_MAX).contains(&days) {
        bail!(Misuse(format!("Isi --hari dengan 1 sampai {}.", token::DAYS_MAX)));
    }
    let node = open_existing(place)?;
    let mut conn = connect(&node)?;
    let Some(account) = account::find(&mut conn, akun).map_err(told)?.filter(|a| a.active) else {
        bail!("Akun {akun} tidak ada atau ditutup.");
    };
    let visitor = account.visitor;
    if visitor.reach(Action::Token) == Reach::None {
        bail!("Peran {} tidak dapat mempunyai token.", visitor.role.label());
    }
    let open: Vec<Scope> = token::open_to(&visitor).collect();
    if let Some(beyond) = scopes.iter().find(|s| !open.contains(s)) {
        bail!("Peran {} tidak mencakup izin {}.", visitor.role.label(), beyond.word());
    }
    let mut source = store::Source::system(node.clock)?;
    let until = source.now().date_wib().add_days(days);
    let new = NewToken { akun: &visitor.akun, nama, scopes: &scopes, until };
    let made = token::create(&mut conn, &mut source, &new).map_err(told)?;
    crate::out!("{made}");
    say::shown()
        .context("Token tidak sempat ditampilkan. Cabut pada halaman Token API, lalu buat yang baru")?;
    Ok(())
}

/// What to do when a password was made and nobody saw it.
pub fn unseen(akun: &str) -> String {
    format!(
        "Sandi akun {akun} tidak sempat ditampilkan. Buat yang baru dengan `sinergi pengguna sandi {akun}`"
    )
}

fn switch(akun: &str, place: &crate::cli::Place, active: bool) -> Result<()> {
    let node = open_existing(place)?;
    if !account::set_active(&mut connect(&node)?, akun, active).map_err(told)? {
        bail!("Akun {akun} tidak ada.");
    }
    crate::out!("Akun {akun} {}.", if active { "dibuka" } else { "ditutup; sesinya diakhiri" });
    Ok(())
}
