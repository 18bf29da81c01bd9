//! The form as plain values: what is asked for each kind of history, with what was typed.

use super::{Subjek, pos};
use crate::page::pegawai::kata;
use crate::rule::catat::{Isian, Pernyataan, Tindakan, act_words, field_name, name, pilihan};
use host::dokumen;
use host::view::{CariTempat, CatatView, PernyataanView};
use kernel::kind::{Constraint, Type};
use kernel::typed::Salah;
use kernel::{Kind, PegawaiId};
use web::component::formulir::Ruas;
use web::format;

/// Most posts or units a search offers at once.
const OFFERED_MAX: usize = 20;
/// What an SK of a person may weigh.
const BOBOT: &[(&str, &str)] = &[("sk", "SK atau putusan"), ("surat", "Surat, ijazah, sertifikat")];

/// `searched` is the statement whose search button was pressed.
pub fn view(subjek: &Subjek<'_>, isian: &Isian, errors: Vec<Salah>, searched: Option<usize>) -> CatatView {
    let document = &isian.document;
    let fields = dokumen::fields(document, BOBOT, "Misalnya SK Gubernur, SK Bupati, Ijazah", &errors);
    let statements = isian.pernyataan.iter().enumerate();
    CatatView {
        document: fields,
        hidden: vec![
            ("dasar".into(), isian.dasar.to_string()),
            ("berkas_tersimpan".into(), document.berkas.clone()),
            ("nama_berkas".into(), document.nama_berkas.clone()),
        ],
        kept_file: document.nama_berkas.clone(),
        statements: statements.map(|(n, p)| statement(subjek, n, p, &errors, searched == Some(n))).collect(),
        kinds: kinds(subjek),
        starts: starts(subjek),
        errors: errors.clone(),
        ..blank(subjek)
    }
}

/// What form and last step share.
pub fn blank(subjek: &Subjek<'_>) -> CatatView {
    CatatView {
        title: "Catat SK".into(),
        name: subjek.world.register.nama(subjek.i).to_owned(),
        number: format::nip(subjek.world.register.nip(subjek.i)),
        about: "pegawai ini".into(),
        back: subjek.base(),
        action: action(subjek.id),
        ..CatatView::default()
    }
}

fn action(id: PegawaiId) -> String {
    format!("/pegawai/{id}/catat")
}

/// What one SK often states together.
const OFTEN: &[(&str, &str)] = &[
    ("Kenaikan pangkat", "golongan,gaji_berkala"),
    ("Kenaikan gaji berkala", "gaji_berkala"),
    ("Jabatan", "jabatan,unit_kerja"),
    ("Pelantikan", "jabatan,unit_kerja,pelantikan"),
    ("Plt/Plh", "penugasan"),
    ("Pendidikan dan gelar", "pendidikan,identitas"),
    ("Pemberhentian", "pemberhentian,status"),
];

fn starts(subjek: &Subjek<'_>) -> Vec<(String, String)> {
    // Of an occasion an officer begins with what belongs to the own field, the first of it at least.
    let own = |kind: &&str| Kind::from_name(kind).is_some_and(|kind| subjek.records(kind));
    let start = |(label, kinds): &(&str, &str)| {
        let first = kinds.split(',').next().filter(own)?;
        let rest = kinds.split(',').skip(1).filter(own);
        let kinds = std::iter::once(first).chain(rest).collect::<Vec<_>>().join(",");
        Some(((*label).to_owned(), web::url::link(&action(subjek.id), &[("jenis", &kinds)])))
    };
    OFTEN.iter().filter_map(start).collect()
}

fn kinds(subjek: &Subjek<'_>) -> Vec<(String, String)> {
    let all = Kind::ALL.iter().filter(|k| subjek.records(**k));
    let named = all.map(|k| (k.info().name.to_owned(), k.info().label.to_owned()));
    std::iter::once((String::new(), "Pilih jenis riwayat".to_owned())).chain(named).collect()
}

fn statement(
    subjek: &Subjek<'_>,
    n: usize,
    p: &Pernyataan,
    errors: &[Salah],
    searched: bool,
) -> PernyataanView {
    let (word, target) = act_words(p.tindakan);
    let hidden = vec![
        (name(n, "jenis"), p.kind.info().name.to_owned()),
        (name(n, "tindakan"), word.to_owned()),
        (name(n, "sasaran"), target),
    ];
    let annuls = matches!(p.tindakan, Tindakan::Pembatalan(_));
    PernyataanView {
        title: p.kind.info().label.to_owned(),
        about: about(subjek, p),
        fields: if annuls { Vec::new() } else { fields(subjek, n, p, errors) },
        search: (!annuls && pilihan::searches(p.kind)).then(|| search(subjek, n, p, errors, searched)),
        hidden,
        n,
        removable: p.tindakan == Tindakan::Perubahan,
    }
}

/// Which record is corrected or annulled, in words.
fn about(subjek: &Subjek<'_>, p: &Pernyataan) -> String {
    let (verb, target) = match p.tindakan {
        Tindakan::Perubahan => return String::new(),
        Tindakan::Ralat(target) => ("Meralat", target),
        Tindakan::Pembatalan(target) => ("Membatalkan", target),
    };
    let trace = subjek.traces.iter().find(|t| t.entry == target.entry);
    let number = trace.map_or(String::new(), |t| format!(" catatan {}", format::angka(t.seq as u64)));
    let what = subjek.fact(target).map_or(String::new(), |fact| kata::brief(fact, subjek.sight));
    match p.tindakan {
        Tindakan::Pembatalan(_) => {
            format!(
                "{verb}{number}: {what}. Sesudah dibatalkan, catatan ini seperti tidak pernah ditetapkan."
            )
        }
        _ => format!("{verb}{number}: {what}. Tulis isi yang benar; yang lama tetap terbaca di jurnal."),
    }
}

fn fields(subjek: &Subjek<'_>, n: usize, p: &Pernyataan, errors: &[Salah]) -> Vec<Ruas> {
    let error = |name: &str| errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let constraint = p.kind.info().constraint;
    let mut fields = Vec::new();
    let first = match constraint {
        Constraint::Event => "Tanggal",
        Constraint::Interval => "Mulai",
        _ => "TMT",
    };
    let tmt = name(n, "tmt");
    fields.push(Ruas::date(&tmt, first).value(&p.tmt).error(error(&tmt)));
    if constraint == Constraint::Interval {
        let end = name(n, "sampai");
        let field = Ruas::date(&end, "Sampai dengan (hari terakhir)").value(&p.sampai).error(error(&end));
        fields.push(field.help("Seperti tertulis pada dokumen; kosongkan bila belum ada").optional());
    }
    for &field in p.kind.info().fields.iter().filter(|f| pilihan::asked(**f)) {
        let (form, label) = (field_name(n, field), field.info().label);
        let ruas = match (pilihan::list(field, &subjek.ctx.hall.tables), field.info().ty) {
            (Some(list), _) => {
                let mut options = vec![(String::new(), "Pilih".to_owned())];
                options.extend(list.items.into_iter().map(|item| (item.value, item.label)));
                let typed = p.value(field);
                // What no list knows stays choosable where it stands already.
                if !typed.is_empty() && !options.iter().any(|o| o.0 == typed) {
                    options.push((typed.to_owned(), typed.to_owned()));
                }
                Ruas::choice(&form, label, options)
            }
            (None, Type::Date) => Ruas::date(&form, label),
            (None, _) => Ruas::text(&form, label),
        };
        let ruas = ruas.value(p.value(field)).error(error(&form));
        let withheld = matches!(p.tindakan, Tindakan::Ralat(_)) && subjek.withheld(field);
        fields.push(if withheld {
            ruas.help("Disamarkan. Kosongkan bila tetap seperti tercatat.")
        } else {
            ruas
        });
    }
    fields
}

fn search(subjek: &Subjek<'_>, n: usize, p: &Pernyataan, errors: &[Salah], pressed: bool) -> CariTempat {
    let at = name(n, "cari");
    let (label, help) = match p.kind {
        Kind::UnitKerja => ("Cari unit", "Kata dari nama unit"),
        _ => ("Cari pos jabatan", "Kata dari nama jabatan dan unitnya, misalnya: kepala bidang mutasi"),
    };
    let error = errors.iter().find(|e| e.0 == at).map(|e| e.1.as_str());
    let mut found = offer(subjek, p.kind, &p.cari);
    if let Some(chosen) = words(subjek, p.kind, &p.pilih)
        && !found.iter().any(|f| f.0 == p.pilih)
    {
        found.insert(0, (p.pilih.clone(), chosen));
    }
    CariTempat {
        field: Ruas::text(&at, label).value(&p.cari).help(help).error(error).optional(),
        name: name(n, "pilih"),
        nothing: found.is_empty() && pressed,
        found,
        chosen: p.pilih.clone(),
    }
}

fn words(subjek: &Subjek<'_>, kind: Kind, id: &str) -> Option<String> {
    match kind {
        _ if id.is_empty() => None,
        Kind::UnitKerja => Some(subjek.organisation()?.units.get(id)?.nama.clone()),
        _ => subjek.post(id).map(|pos| pilihan::post_words(&pos)),
    }
}

/// Posts or units that hold every word typed, in order of their words.
fn offer(subjek: &Subjek<'_>, kind: Kind, typed: &str) -> Vec<(String, String)> {
    let Some(organisation) = subjek.organisation().filter(|_| !typed.trim().is_empty()) else {
        return Vec::new();
    };
    let fits = |found: &(String, String)| pilihan::holds_all(&found.1, typed);
    let mut found: Vec<(String, String)> = if kind == Kind::UnitKerja {
        organisation
            .units
            .values()
            .filter(|u| u.aktif)
            .map(|u| (u.id.clone(), u.nama.clone()))
            .filter(fits)
            .collect()
    } else {
        let posts = organisation.posts.iter().filter(|p| p.aktif).map(|post| pos(organisation, post));
        posts.map(|pos| (pos.id.clone(), pilihan::post_words(&pos))).filter(fits).collect()
    };
    found.sort_unstable_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    found.truncate(OFFERED_MAX);
    found
}
