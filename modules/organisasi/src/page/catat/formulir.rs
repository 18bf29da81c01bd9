//! The form as plain values: what can be recorded about a unit or post, what is asked for, with what was typed.

use super::{Subjek, typed};
use crate::rule::catat::{Apa, Isian, asked, field_name, held};
use host::dokumen;
use host::view::{CariTempat, CatatView, PernyataanView};
use kernel::search::fold_text;
use kernel::typed::Salah;
use kernel::{Fact, Field, Kind, Value};
use web::component::formulir::Ruas;
use web::{format, url};

/// Most units a search offers at once.
const OFFERED_MAX: usize = 20;
/// What a document about an organisation may weigh.
const BOBOT: &[(&str, &str)] = &[("sk", "Peraturan atau keputusan"), ("surat", "Surat")];
const EXAMPLES: &str = "Misalnya Perda, Perkada, SK Gubernur";

/// What form and last step share.
pub fn blank(subjek: &Subjek<'_>) -> CatatView {
    let kind = subjek.kind();
    let apa = subjek.apa;
    let begins = matches!(apa, Some(Apa::UnitBaru | Apa::PosBaru));
    let name = subjek.name();
    CatatView {
        title: apa.map_or("Catat perubahan organisasi", Apa::title).to_owned(),
        name: if begins { format!("pada {name}") } else { name },
        about: if kind == Kind::Pos { "pos jabatan ini".into() } else { "unit organisasi".into() },
        back: subjek.base(),
        action: subjek.action(),
        ..CatatView::default()
    }
}

/// What can be recorded here.
pub fn choose(subjek: &Subjek<'_>) -> CatatView {
    let start =
        |label: &str, apa: Apa| (label.to_owned(), subjek.link("/organisasi/catat", &[("apa", apa.word())]));
    let starts = match (subjek.pos.is_empty(), listed(subjek)) {
        (_, false) => vec![("Impor daftar unor dulu".to_owned(), "/impor/unggah?jenis=unor".to_owned())],
        (true, true) => vec![
            start("Unit baru di bawahnya", Apa::UnitBaru),
            start("Nama, induk, atau jenis unit", Apa::UbahUnit),
            start("Unit dihapus", Apa::TutupUnit),
            start("Pos jabatan baru", Apa::PosBaru),
        ],
        (false, true) => vec![
            start("Nama, kelas, kebutuhan, atau jenjang", Apa::UbahPos),
            start("Pos jabatan dihapus", Apa::HapusPos),
        ],
    };
    CatatView { starts, ..blank(subjek) }
}

/// A map that only a nominatif draws would lose all its units to the first one recorded.
fn listed(subjek: &Subjek<'_>) -> bool {
    subjek.organisation().is_some_and(|o| o.has_list)
}

/// What the form begins with; `None` for what cannot be recorded about this subject.
pub fn begun(subjek: &Subjek<'_>, apa: Apa) -> Option<Isian> {
    let kind = subjek.kind();
    let here = (kind == Kind::Pos) != subjek.pos.is_empty();
    match apa {
        _ if !listed(subjek) => None,
        Apa::UnitBaru if subjek.pos.is_empty() => {
            Some(Isian { pilih: subjek.unit.clone(), ..Isian::default() })
        }
        Apa::PosBaru if subjek.pos.is_empty() => Some(Isian::default()),
        Apa::UbahUnit | Apa::UbahPos if here => {
            Some(Isian { tmt: String::new(), ..typed(&now(subjek), kind) })
        }
        Apa::TutupUnit | Apa::HapusPos if here => Some(Isian::default()),
        Apa::Ralat(target) => Some(typed(&subjek.ledger.standing(target)?.fact, kind)),
        Apa::Batal(target) => subjek.ledger.standing(target).map(|_| Isian::default()),
        _ => None,
    }
}

/// What holds today, also of a unit or post no document speaks of yet.
fn now(subjek: &Subjek<'_>) -> Fact {
    let held = held(&subjek.ledger, subjek.kind(), subjek.ctx.hall.today());
    if !held.values.is_empty() {
        return held;
    }
    let text = |field, text: &str| (field, Value::text(text));
    match subjek.post() {
        Some(post) => Fact::new(
            Kind::Pos,
            None,
            [text(Field::PosJabatan, &post.jabatan), text(Field::PosJenis, &post.jenis)],
        ),
        None => Fact::new(Kind::Unor, None, [text(Field::UnorNamaUnit, &subjek.unit_name(&subjek.unit))]),
    }
}

/// `pressed`: the search for a unit was.
pub fn view(subjek: &Subjek<'_>, apa: Apa, isian: &Isian, errors: Vec<Salah>, pressed: bool) -> CatatView {
    let document = &isian.document;
    let mut hidden = vec![
        ("dasar".to_owned(), isian.dasar.to_string()),
        ("berkas_tersimpan".to_owned(), document.berkas.clone()),
        ("nama_berkas".to_owned(), document.nama_berkas.clone()),
    ];
    let moves = subjek.kind() == Kind::Unor && apa.asks();
    if !moves {
        hidden.push(("pilih".to_owned(), isian.pilih.clone()));
    }
    let blocked = errors.iter().any(|e| e.1.contains("masih berisi"));
    let statement = PernyataanView {
        title: title(subjek).to_owned(),
        about: about(subjek, apa),
        fields: fields(subjek, apa, isian, &errors),
        search: moves.then(|| search(subjek, isian, &errors, pressed)),
        hidden: Vec::new(),
        n: 0,
        removable: false,
    };
    CatatView {
        document: dokumen::fields(document, BOBOT, EXAMPLES, &errors),
        hidden,
        kept_file: document.nama_berkas.clone(),
        statements: vec![statement],
        links: if blocked { links(subjek) } else { Vec::new() },
        errors,
        ..blank(subjek)
    }
}

fn title(subjek: &Subjek<'_>) -> &'static str {
    if subjek.kind() == Kind::Pos { "Pos jabatan" } else { "Unit organisasi" }
}

/// Where those are whom an end would leave without a place.
fn links(subjek: &Subjek<'_>) -> Vec<(String, String)> {
    let (isi, scope) = (subjek.isi(), ("instansi", subjek.scope()));
    let people = match subjek.kind() {
        Kind::Pos => url::link("/pegawai", &[scope, ("pos", &subjek.pos)]),
        _ => url::link("/pegawai", &[scope, ("unit", &subjek.unit)]),
    };
    let mut links = Vec::new();
    if isi.people > 0 {
        links.push((format!("Lihat {} pegawai", format::angka(isi.people)), people));
    }
    if isi.posts + isi.units > 0 {
        links.push(("Lihat unit dan posnya".to_owned(), subjek.base()));
    }
    links
}

fn about(subjek: &Subjek<'_>, apa: Apa) -> String {
    let (target, verb) = match apa {
        Apa::Ralat(target) => (target, "Meralat"),
        Apa::Batal(target) => (target, "Membatalkan"),
        Apa::TutupUnit => return "Sejak TMT unit ini tidak ada lagi; riwayatnya tetap terbaca.".into(),
        Apa::HapusPos => return "Sejak TMT pos ini tidak ada lagi; riwayatnya tetap terbaca.".into(),
        _ => return String::new(),
    };
    let trace = subjek.traces.iter().find(|t| t.entry == target.entry);
    let number = trace.map_or(String::new(), |t| format!(" catatan {}", format::angka(t.seq as u64)));
    match apa {
        Apa::Batal(_) => {
            format!("{verb}{number}. Sesudah dibatalkan, catatan ini seperti tidak pernah ditetapkan.")
        }
        _ => format!("{verb}{number}. Tulis isi yang benar; yang lama tetap terbaca di jurnal."),
    }
}

fn fields(subjek: &Subjek<'_>, apa: Apa, isian: &Isian, errors: &[Salah]) -> Vec<Ruas> {
    let error = |name: &str| errors.iter().find(|e| e.0 == name).map(|e| e.1.as_str());
    let field = |ruas: Ruas, name: &str, value: &str| ruas.value(value).error(error(name));
    let mut fields = Vec::new();
    if !matches!(apa, Apa::Batal(_)) {
        fields.push(field(Ruas::date("tmt", "TMT"), "tmt", &isian.tmt));
    }
    if apa.needs_reason() {
        fields.push(field(Ruas::text("alasan", "Alasan"), "alasan", &isian.alasan));
    }
    if apa == Apa::UnitBaru {
        let id = field(Ruas::text("id", "ID unit menurut BKN"), "id", &isian.id).optional();
        fields.push(id.help("Kosongkan bila belum ada"));
    }
    if apa.asks() {
        for of in asked(subjek.kind()) {
            let name = field_name(*of);
            let ruas = match of {
                Field::PosJenis => Ruas::choice(&name, of.info().label, jenis(subjek)),
                _ => Ruas::text(&name, of.info().label),
            };
            fields.push(field(ruas, &name, isian.value(*of)));
        }
    }
    fields
}

fn jenis(subjek: &Subjek<'_>) -> Vec<(String, String)> {
    let tables = &subjek.ctx.hall.tables;
    let known = ["1", "2", "3", "4"].into_iter().filter_map(|code| {
        let item = tables.jenis_jabatan(code)?;
        Some((code.to_owned(), item.nama.to_string()))
    });
    std::iter::once((String::new(), "Pilih".to_owned())).chain(known).collect()
}

fn search(subjek: &Subjek<'_>, isian: &Isian, errors: &[Salah], pressed: bool) -> CariTempat {
    let mut found: Vec<(String, String)> = offer(subjek, &isian.cari);
    if !isian.pilih.is_empty() && !found.iter().any(|f| f.0 == isian.pilih) {
        found.insert(0, (isian.pilih.clone(), subjek.unit_name(&isian.pilih)));
    }
    let error = errors.iter().find(|e| e.0 == "cari").map(|e| e.1.as_str());
    let nothing = pressed && found.iter().all(|f| f.0 == isian.pilih);
    CariTempat {
        field: Ruas::text("cari", "Cari unit atasan")
            .value(&isian.cari)
            .help("Kata dari nama unit")
            .error(error)
            .optional(),
        name: "pilih".into(),
        nothing,
        found,
        chosen: isian.pilih.clone(),
    }
}

/// Open units whose name holds every word typed, in order of name.
fn offer(subjek: &Subjek<'_>, typed: &str) -> Vec<(String, String)> {
    let words: Vec<String> =
        fold_text(typed).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let Some(organisation) = subjek.organisation().filter(|_| !words.is_empty()) else { return Vec::new() };
    let fits = |name: &str| words.iter().all(|word| fold_text(name).contains(word.as_str()));
    let units = organisation.units.values().filter(|u| u.aktif && fits(&u.nama));
    let mut found: Vec<(String, String)> = units.map(|u| (u.id.clone(), u.nama.clone())).collect();
    found.sort_unstable_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    found.truncate(OFFERED_MAX);
    found
}
