//! Nobody is sent to a page that is not there: every link of every page a role reaches is followed, and
//! a number on the first page is the number of its list.
#![allow(clippy::unwrap_used, clippy::type_complexity, reason = "a test that fails; cases as a table")]

use crate::bersama::house;
use host::Role;
use host::testing::{Browser, House};
use kernel::PegawaiId;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Addresses of one shape that are followed; the others differ from them only in whom they name.
const OF_A_SHAPE: usize = 10;

/// Everything one may press on a page, without what opens another program.
fn links(body: &str, path: &str) -> Vec<String> {
    let hrefs = body.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let plain = hrefs.map(|href| href.replace("&amp;", "&"));
    let own = plain.filter_map(|href| match href.split('#').next().unwrap_or("") {
        "" => None,
        query if query.starts_with('?') => Some(format!("{}{query}", path.split('?').next().unwrap_or(""))),
        href if href.starts_with('/') && !href.starts_with("//") => Some(href.to_owned()),
        _ => None,
    });
    own.collect()
}

/// An address without what it names: `/pegawai/·?bagian=temuan`, `/pegawai?batas=`.
fn shape(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let id = |part: &&str| part.len() > 7 && part.contains(|c: char| c.is_ascii_digit());
    let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    // A hundred indicators are one shape: `IKD-01`.
    let kode = |part: &str| path.starts_with("/indikator/") && part.contains('-');
    let parts = path.split('/').map(|part| if id(&part) || number(part) || kode(part) { "·" } else { part });
    let names = query.split('&').map(|pair| match pair.split_once('=') {
        Some(("bagian" | "jenis", value)) => value,
        Some((name, _)) => name,
        None => "",
    });
    format!(
        "{}?{}",
        parts.collect::<Vec<_>>().join("/"),
        names.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("&")
    )
}

/// What on a page could not be done without script: a button that only script answers, a form that
/// leads nowhere or has no button.
fn only_by_script(body: &str) -> Vec<String> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    let mut found = Vec::new();
    for tag in body.split("<button").skip(1).filter_map(|rest| rest.split('>').next()) {
        let plain = tag.contains("type=\"submit\"") || tag.contains("popovertarget=");
        if !plain && !tag.contains(" hidden") {
            found.push(format!("<button{tag}>"));
        }
    }
    for form in body.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or("");
        let tag = form.split('>').next().unwrap_or("");
        let post = attribute(tag, "method").is_some_and(|m| m == "post");
        let action = attribute(tag, "action").unwrap_or_default();
        let path = action.split('?').next().unwrap_or("");
        let routes = sinergi::modules::modules().iter().flat_map(|m| m.routes);
        let known = routes.filter(|r| (r.method == host::Method::Get) != post).any(|r| fits(r.path, path));
        // A lone field is sent by the Enter key.
        let pressed = form.contains("type=\"submit\"") || form.matches("<input").count() == 1;
        if !known || !pressed {
            found.push(format!("<form{tag}>"));
        }
    }
    found
}

fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(path).all(|(p, part)| p.starts_with('{') || *p == part)
}

/// Follows every link from the first page on; answers the dead ones with where they stand.
fn dead_links(house: &House, who: &Browser) -> (Vec<String>, BTreeSet<String>) {
    let (mut shapes, mut seen) = (BTreeMap::<String, usize>::new(), BTreeSet::new());
    let mut waiting = VecDeque::from([("(awal)".to_owned(), "/".to_owned())]);
    let mut dead = Vec::new();
    while let Some((from, address)) = waiting.pop_front() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let count = shapes.entry(shape(&address)).or_default();
        *count += 1;
        // Whatever the first pages say is followed to the last one.
        if *count > OF_A_SHAPE && from != "/" {
            continue;
        }
        let page = house.get(who, &address);
        if page.status != 200 {
            dead.push(format!("{from} → {address}: {}", page.status));
        } else if page.body.starts_with("<!DOCTYPE html>") {
            let stuck = only_by_script(&page.body);
            dead.extend(stuck.into_iter().map(|what| format!("{address}: hanya dengan skrip: {what}")));
            waiting.extend(links(&page.body, &address).into_iter().map(|href| (address.clone(), href)));
        }
    }
    (dead, shapes.into_keys().collect())
}

/// Who presses: name, role, and what of the house is theirs.
type Peran = (&'static str, Role, Wilayah);

#[derive(Clone, Copy, PartialEq)]
enum Wilayah {
    Semua,
    Instansi,
    Opd,
    Bidang,
    Diri,
}

/// Every role presses every link it is shown, and reaches the pages named.
fn follow(cases: &[(Peran, &[&str])]) {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let world = house.hall.present().unwrap();
    let own = &world.tenants[0].id;
    let tree = &world.organisation(own).unwrap().tree;
    let opd = tree.opd().into_iter().max_by_key(|n| tree.subtree(*n).len()).unwrap();
    let bidang = tree.children(opd).next().unwrap();
    for ((nama, role, wilayah), reached) in cases {
        let instansi = if *wilayah == Wilayah::Semua { "" } else { own };
        let unit = match wilayah {
            Wilayah::Opd => tree.id(opd),
            Wilayah::Bidang => tree.id(bidang),
            _ => "",
        };
        let person: Option<PegawaiId> = (*wilayah == Wilayah::Diri).then(|| world.register.id[0]);
        let who = house.browser(nama, *role, instansi, unit, person);
        let (dead, shapes) = dead_links(&house, &who);
        assert!(
            dead.is_empty(),
            "{nama}: {} tautan mati, antara lain {:#?}",
            dead.len(),
            &dead[..dead.len().min(8)]
        );
        for page in *reached {
            assert!(shapes.contains(*page), "{nama} tidak sampai ke {page}: {shapes:#?}");
        }
    }
}

use Wilayah::{Bidang, Diri, Instansi, Opd, Semua};

// Every role stands in one of these lists, as the last test sees to: they run beside each other.

const KELOLA: [(Peran, &[&str]); 4] = [
    (("admin1", Role::Super, Semua), &["/jurnal/·/·?", "/organisasi?instansi&unit"]),
    (
        ("desi", Role::Petugas, Instansi),
        &["/pegawai/·?temuan", "/perbaikan/DATA-22?", "/jurnal/·/·?", "/pegawai?batas"],
    ),
    (("dara", Role::PetugasData, Instansi), &["/pegawai/·/buka?", "/pegawai/·/catat?"]),
    (("peni", Role::PetugasPengembangan, Instansi), &["/pegawai/·/catat?pendidikan"]),
];
const UNIT: [(Peran, &[&str]); 4] = [
    (("ina", Role::Operator, Opd), &["/pegawai/·?", "/organisasi?unit"]),
    (("ino", Role::Penilai, Bidang), &["/pegawai?"]),
    (("siti", Role::Pegawai, Diri), &["/pegawai/·?", "/pegawai/·?temuan", "/pegawai/·/akses?"]),
    (("mira", Role::PetugasMutasi, Instansi), &["/pegawai/·/catat?penugasan"]),
];
const PIMPIN: [(Peran, &[&str]); 4] = [
    (("agus", Role::Pimpinan, Instansi), &["/pegawai/·?", "/jurnal/·/·?"]),
    (("kirana", Role::PetugasKinerja, Instansi), &["/pegawai/·/buka?"]),
    (("oki", Role::Organisasi, Instansi), &["/organisasi?unit"]),
    (("hadi", Role::Hukum, Instansi), &["/?"]),
];
const PANEL: [(Peran, &[&str]); 4] = [
    (("kori", Role::Korpri, Instansi), &["/pegawai/·?"]),
    (("tono", Role::Tpk, Instansi), &["/pegawai/·?"]),
    (("nita", Role::Notulis, Instansi), &["/?"]),
    (("rian", Role::Auditor, Instansi), &["/pegawai/·/akses?", "/pegawai/·/buka?", "/jurnal/·/·?"]),
];

#[test]
fn every_link_leads_somewhere_for_those_who_keep_the_register() {
    follow(&KELOLA);
}

#[test]
fn every_link_leads_somewhere_in_a_unit() {
    follow(&UNIT);
}

#[test]
fn every_link_leads_somewhere_for_those_who_lead() {
    follow(&PIMPIN);
}

#[test]
fn every_link_leads_somewhere_for_panels_and_auditors() {
    follow(&PANEL);
}

#[test]
fn every_role_presses_links() {
    let listed: Vec<Role> =
        [&KELOLA, &UNIT, &PIMPIN, &PANEL].iter().flat_map(|list| list.iter().map(|c| c.0.1)).collect();
    for role in Role::of_accounts() {
        assert!(listed.contains(&role), "{role:?}");
    }
}

/// The number of a list, as its filter bar says it.
fn total(body: &str) -> Option<&str> {
    body.split("class=\"jumlah\"").nth(1)?.split("<b class=\"angka\">").nth(1)?.split('<').next()
}

/// What the first page says of lists of people: address and number.
fn said(body: &str) -> Vec<(String, String)> {
    let anchors = body.split("<a href=\"/pegawai?").skip(1);
    let read = |rest: &str| {
        let (query, rest) = rest.split_once("\">")?;
        let words = rest.split('<').next()?;
        let number = words.split(' ').find(|w| w.starts_with(|c: char| c.is_ascii_digit()))?;
        Some((format!("/pegawai?{}", query.replace("&amp;", "&")), number.to_owned()))
    };
    anchors.filter_map(read).collect()
}

#[test]
fn a_number_on_the_first_page_is_the_number_of_its_list() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let own = house.hall.present().unwrap().tenants[0].id.clone();
    for (nama, role, instansi) in [("admin1", Role::Super, ""), ("desi", Role::Petugas, own.as_str())] {
        let who = house.browser(nama, role, instansi, "", None);
        let said = said(&house.get(&who, "/").body);
        let deadlines = said.iter().filter(|s| s.0.contains("batas=")).count();
        assert!(deadlines >= 3 && said.len() >= deadlines + 3, "{said:?}");
        for (address, number) in &said {
            let page = house.get(&who, address);
            assert_eq!(total(&page.body), Some(number.as_str()), "{address}");
            // The chip says it in words of the form.
            let chosen = page.body.split("class=\"keping\"").nth(1).unwrap_or("");
            let words = chosen.split("<b>").nth(1).and_then(|b| b.split('<').next()).unwrap_or("");
            assert!(page.has(&format!("selected>{words}</option>")), "{address}: {words}");
        }
        let parts = said.iter().filter(|s| s.0.contains("status="));
        let sum: u64 = parts.map(|s| s.1.replace('.', "").parse::<u64>().unwrap()).sum();
        let all = house.get(&who, "/pegawai");
        assert_eq!(
            total(&all.body).unwrap().replace('.', ""),
            sum.to_string(),
            "{nama}: parts sum to the whole"
        );
    }
}
