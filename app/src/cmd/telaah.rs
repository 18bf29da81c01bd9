//! `sinergi telaah`: one norm, one person or case, with its reasons.

use super::{connect, open_as_is, open_existing, paket, told};
use crate::cli::Telaah;
use crate::say::Misuse;
use anyhow::{Result, anyhow, bail};
use host::Hukum;
use host::bukti::{Keeper, Question};
use kernel::{AsOf, Date, PegawaiId, Stamp};
use law::{Ask, Known, Potret};
use std::process::ExitCode;

pub fn run(args: &Telaah) -> Result<ExitCode> {
    let day = |text: &Option<String>| text.as_deref().map(super::date).transpose();
    let (berlaku, hukum, hukum_diketahui) =
        (day(&args.berlaku)?, day(&args.hukum)?, day(&args.hukum_diketahui)?);
    let diketahui = day(&args.diketahui)?.map_or(Stamp::MAX, Stamp::end_of);
    let pack = paket::load(args.paket.as_deref())?;
    let law = Hukum::new(pack).map_err(|wrong| anyhow!("{}", wrong.join("\n")))?;
    if !law.pack.kunci().any(|k| k == args.kunci) {
        bail!("Norma \"{}\" tidak ada dalam paket. {}", args.kunci, alike(&law, &args.kunci));
    }
    if let (Some(keperluan), Some(nip)) = (&args.simpan, &args.nip) {
        let question = |today| Question {
            kunci: &args.kunci,
            berlaku: berlaku.unwrap_or(today),
            diketahui: Some(diketahui).filter(|known| *known != Stamp::MAX),
            hukum,
            hukum_diketahui,
            closed: false,
        };
        return keep(args, &law, nip, keperluan, question);
    }
    let (mut potret, hari, wilayah) = match &args.nip {
        Some(nip) => person(args, &law, nip, berlaku, diketahui)?,
        None => {
            let day = berlaku
                .ok_or_else(|| anyhow!(Misuse("Tanpa --nip, sebutkan harinya dengan --berlaku.".into())))?;
            (Potret::blank(&law.pack.words), day, String::new())
        }
    };
    for given in &args.fakta {
        let (name, value) = given
            .split_once('=')
            .ok_or_else(|| anyhow!(Misuse(format!("\"{given}\" harus ditulis FAKTA=NILAI."))))?;
        let fakta = law.pack.words.find(name).ok_or_else(|| {
            anyhow!(Misuse(format!("Fakta \"{name}\" tidak dikenal. Daftarnya ada pada docs/kosakata.md.")))
        })?;
        let known = law.pack.words.parse_known(fakta, value);
        potret.set(fakta, known.map_err(|s| anyhow!(Misuse(format!("{name}: {s}"))))?);
    }
    let ask = Ask {
        fakta_diketahui: diketahui,
        hukum,
        hukum_diketahui,
        wilayah: Some(wilayah.as_str()).filter(|w| !w.is_empty()),
        ..Ask::on(&args.kunci, hari)
    };
    let Some(answer) = law.pack.telaah(&ask, &potret) else {
        let law_day = hukum.unwrap_or(hari);
        match args.json {
            true => crate::out!(
                "{}",
                serde_json::json!({
                    "norma": args.kunci, "jawaban": "TIDAK_BERLAKU", "jam": { "hukum": law_day.to_string() },
                    "sebab": "tidak ada ketentuan yang berlaku pada hukum hari itu",
                })
            ),
            false => crate::out!(
                "{}: Tidak berlaku; tidak ada ketentuan yang berlaku pada hukum {}.",
                args.kunci,
                law::value::long_date(law_day)
            ),
        }
        return Ok(ExitCode::SUCCESS);
    };
    match args.json {
        true => crate::out!("{}", law::json::answer(&answer, &law.pack.words)),
        false => crate::say::text(format_args!("{}", law::json::text(&answer, &law.pack.words))),
    }
    Ok(ExitCode::SUCCESS)
}

/// Asks about somebody of the register and keeps the answer with all it rests on.
fn keep<'q>(
    args: &Telaah,
    law: &Hukum,
    nip: &str,
    keperluan: &str,
    question: impl Fn(Date) -> Question<'q>,
) -> Result<ExitCode> {
    let keperluan = keperluan.split_whitespace().collect::<Vec<_>>().join(" ");
    if keperluan.is_empty() {
        bail!(Misuse(
            "Sebutkan keperluannya, misalnya --simpan \"usul kenaikan pangkat April 2026\".".into()
        ));
    }
    let node = open_existing(&args.place)?;
    let mut conn = connect(&node)?;
    let id = holder(&mut conn, nip)?;
    let (tables, now) = (super::tables()?, node.clock.now());
    let asked =
        host::bukti::ask(&mut conn, law, &tables, now, id, &question(now.date_wib())).map_err(told)?;
    let asked =
        asked.ok_or_else(|| anyhow!("Norma \"{}\" tidak berlaku pada hukum hari itu.", args.kunci))?;
    let keeper = Keeper { actor: "operator", by: "Operator simpul", keperluan: &keperluan };
    let entry = host::bukti::keep(&mut conn, &node, &asked, &keeper).map_err(told)?;
    let sidik = law::json::hex(&asked.receipt.sidik);
    match args.json {
        true => crate::out!(
            "{}",
            serde_json::json!({ "bukti": entry.to_string(), "sidik": sidik, "jawaban": asked.answer.verdict.kode().word() })
        ),
        false => {
            crate::say::text(format_args!("{}", law::json::text(&asked.answer, &law.pack.words)));
            crate::out!("Bukti tersimpan dengan sidik {sidik}.");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn holder(conn: &mut store::Conn, nip: &str) -> Result<PegawaiId> {
    // As pages show it: in groups.
    let plain: String = nip.split_whitespace().collect();
    let id = store::people::holder(conn, &plain, store::schema::CLAIM_NIP).map_err(told)?;
    id.ok_or_else(|| anyhow!("Tidak ada pegawai dengan NIP {nip} di sini."))
}

fn person(
    args: &Telaah,
    law: &Hukum,
    nip: &str,
    berlaku: Option<Date>,
    diketahui: Stamp,
) -> Result<(Potret, Date, String)> {
    let node = open_as_is(&args.place)?;
    let mut conn = connect(&node)?;
    let hari = berlaku.unwrap_or_else(|| node.clock.now().date_wib());
    let as_of = AsOf { effective: hari, known: diketahui };
    let id = holder(&mut conn, nip)?;
    let instansi = store::people::owner(&mut conn, id).map_err(told)?.unwrap_or_default();
    let (ledger, _) = store::people::ledger(&mut conn, id).map_err(told)?;
    let (_, organisations) = host::hall::organisations(&mut conn, as_of).map_err(told)?;
    let has_skp = host::hall::has_skp(&mut conn, diketahui).map_err(told)?;
    let tables = super::tables()?;
    let potret = law.potret_at(&tables, &organisations, has_skp, as_of, &instansi, &ledger);
    if potret.known.iter().all(|k| *k == Known::Unknown) {
        bail!("Tentang pegawai ini belum ada yang diketahui pada hari itu.");
    }
    let wilayah = organisations.get(&instansi).map_or_else(String::new, |o| o.wilayah.clone());
    Ok((potret, hari, wilayah))
}

/// Keys that begin alike, to help whoever mistyped one.
fn alike(law: &Hukum, kunci: &str) -> String {
    const SHOWN: usize = 8;
    let begin = kunci.split('.').next().unwrap_or("");
    let list: Vec<&str> = law.pack.kunci().filter(|k| k.starts_with(begin)).take(SHOWN).collect();
    if list.is_empty() {
        "Daftarnya: sinergi kasus --rinci.".to_owned()
    } else {
        format!("Yang mirip: {}.", list.join(", "))
    }
}
