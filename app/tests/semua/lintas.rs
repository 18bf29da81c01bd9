//! An id guessed from another instansi: for every address that takes one, and every role, the answer is
//! the answer for an id nobody has.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use crate::bersama::house;
use host::access::{Action, Reach, Role, reach};
use host::testing::{Browser, House};
use host::{Method, Route};
use std::collections::HashMap;

const NOBODY: &str = "07070707-0707-0707-0707-070707070707";

/// What belongs to another instansi, by the name of the part of the path or of the query.
struct Foreign {
    parts: HashMap<&'static str, String>,
    unit: String,
}

fn foreign(house: &House, own: &str) -> Foreign {
    let world = house.hall.present().unwrap();
    let r = &world.register;
    let other = (0..r.len()).find(|&i| world.instansi_of(i) != own).unwrap();
    let instansi = world.instansi_of(other).to_owned();
    let unit = world.organisation(&instansi).unwrap().units.keys().min().unwrap().clone();
    let post = world.organisation(&instansi).unwrap().posts[0].id.clone();
    let entry = house.hall.with(|conn| store::people::ledger(conn, r.id[other])).unwrap().1[0].entry;
    house.account("asing", Role::Petugas, &instansi, "", None);
    let person = r.id[other].to_string();
    let rakor = drafted(house, &instansi);
    let templat = templated(house, &instansi);
    let parts = HashMap::from([
        ("pegawai", person.clone()),
        ("id", person),
        ("entri", entry.to_string()),
        ("instansi", instansi.clone()),
        ("seq", "0".to_owned()),
        ("akun", "asing".to_owned()),
        ("rakor", rakor.clone()),
        ("rtl", rakor.clone()),
        ("saran", rakor.clone()),
        ("laporan", rakor.clone()),
        ("paparan", rakor.clone()),
        ("pihak", rakor.clone()),
        ("templat", templat),
        ("paragraf", rakor.clone()),
        ("berkas", rakor),
        ("penempatan", penempatan(house, &instansi)),
        ("n", "0".to_owned()),
        ("sidik", "0".repeat(64)),
        ("pos", post),
        ("surat", "0000000000000000".to_owned()),
        // The same for everybody: only whose person it is asked about matters.
        ("layanan", "kp-reguler".to_owned()),
        ("norma", "kp.reguler".to_owned()),
    ]);
    Foreign { parts, unit }
}

/// A rakor another instansi is planning: nobody else sees it.
fn drafted(house: &House, instansi: &str) -> String {
    let pelaku =
        host::peristiwa::Pelaku { instansi: instansi.into(), akun: "asing".into(), oleh: "Asing".into() };
    let pokok = rakor::isi::Pokok { judul: "Rakor daerah lain".into(), ..Default::default() };
    rakor::store::buat(&house.hall, &pelaku, vec![rakor::isi::Isi::Dibuat(pokok)]).unwrap()
}

/// A placement round of another instansi.
fn penempatan(house: &House, instansi: &str) -> String {
    let pelaku =
        host::peristiwa::Pelaku { instansi: instansi.into(), akun: "asing".into(), oleh: "Asing".into() };
    let pokok = penempatan::isi::Pokok {
        judul: "Rencana daerah lain".into(),
        macam: "administrator_pengawas".into(),
        dasar: "Surat".into(),
        berlaku: house.hall.today(),
        jadwal: Vec::new(),
        unor: String::new(),
        jenjang: Vec::new(),
        pindah_min: 0,
        batas_unit: 0,
        rotasi: false,
    };
    penempatan::store::buat(&house.hall, &pelaku, &penempatan::isi::Isi::Dibuka(pokok)).unwrap()
}

/// A template of another instansi.
fn templated(house: &House, instansi: &str) -> String {
    let pelaku =
        host::peristiwa::Pelaku { instansi: instansi.into(), akun: "asing".into(), oleh: "Asing".into() };
    let isi = rakor::templat::daerah::IsiTemplat::Disimpan(Box::new(rakor::templat::bawaan()[0].clone()));
    rakor::store::simpan_templat(&house.hall, &pelaku, None, &isi).unwrap()
}

/// The address with foreign ids, and with ids of nobody; `None` when it takes none.
fn addresses(route: &Route, foreign: &Foreign) -> Option<(String, String)> {
    // Words of a closed list, not ids.
    const WORDS: [&str; 6] = ["{jenis}", "{halaman}", "{kode}", "{kunci}", "{akta}", "{pernyataan}"];
    // A calendar is found by a secret, whoever asks.
    let secret = route.path.starts_with("/kalender/");
    if secret || !route.path.contains('{') || WORDS.iter().any(|w| route.path.contains(w)) {
        return None;
    }
    let (mut theirs, mut nobodys) = (route.path.to_owned(), route.path.to_owned());
    while let Some((before, rest)) = theirs.clone().split_once('{') {
        let (name, after) = rest.split_once('}').unwrap();
        let unit = name == "unor" || route.path.contains("/unor/");
        let of_rakor = ["/rakor/", "/rtl/"].iter().any(|p| route.path.starts_with(p));
        let value = if unit {
            &foreign.unit
        } else if of_rakor && name == "id" {
            &foreign.parts["rakor"]
        } else if route.path.starts_with("/penempatan/") && name == "id" {
            &foreign.parts["penempatan"]
        } else {
            foreign.parts.get(name).unwrap_or_else(|| panic!("what is {name} in {}?", route.path))
        };
        theirs = format!("{before}{value}{after}");
        let (before, rest) = nobodys.split_once('{').unwrap();
        let (_, after) = rest.split_once('}').unwrap();
        let none = match name {
            "akun" => "tidak.ada",
            "instansi" => "TIDAK-ADA",
            "seq" | "n" => "0",
            "layanan" => "kp-reguler",
            "norma" => "kp.reguler",
            _ => NOBODY,
        };
        nobodys = format!("{before}{none}{after}");
    }
    Some((theirs, nobodys))
}

/// Status and what is said, without the address itself.
fn said(house: &House, who: &Browser, token: &str, method: Method, address: &str) -> (u16, String) {
    let page = match method {
        Method::Get => house.get(who, address),
        Method::Post => house.post(who, address, &[("aksi", "simpan"), ("alasan", "ingin tahu saja")]),
        Method::Upload | Method::UploadMost(_) => house.upload(who, address, &[("aksi", "simpan")], "", b""),
        Method::Api(_) => house.call(token, address),
    };
    let address = address.split('?').next().unwrap();
    (page.status, page.body.replace(address, "·"))
}

#[test]
fn another_instansi_looks_like_nobody_whoever_asks() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(&folder);
    let own = house.hall.present().unwrap().tenants[0].id.clone();
    let foreign = foreign(&house, &own);
    let world = house.hall.present().unwrap();
    let mine = world.register.id[(0..world.register.len()).find(|&i| world.instansi_of(i) == own).unwrap()];
    let tree = &world.organisation(&own).unwrap().tree;
    let unit = tree.id(tree.opd()[0]).to_owned();
    let mut tried = 0;
    for (n, role) in Role::of_accounts().enumerate() {
        let unor = if role.serves_unit() { unit.as_str() } else { "" };
        let name = format!("akun{n}");
        let who = house.browser(&name, role, &own, unor, (role == Role::Pegawai).then_some(mine));
        let token = match reach(role, Action::Token) {
            Reach::None => String::new(),
            _ => house.token_of(&name, &host::api::Scope::ALL),
        };
        for route in sinergi::modules::modules().iter().flat_map(|m| m.routes) {
            let Some((theirs, nobodys)) = addresses(route, &foreign) else { continue };
            let is_api = matches!(route.method, Method::Api(_));
            if is_api && token.is_empty() {
                continue;
            }
            let (status, body) = said(&house, &who, &token, route.method, &theirs);
            assert!([403, 404].contains(&status), "{role:?} {theirs}: {status}");
            let (none, nothing) = said(&house, &who, &token, route.method, &nobodys);
            assert!(status == none && body == nothing, "{role:?} {theirs} is told from {nobodys}: {none}");
            tried += 1;
        }
        // The same id where an address takes it as a question.
        let (person, instansi) = (&foreign.parts["pegawai"], &foreign.parts["instansi"]);
        for (address, secret) in [
            (format!("/pegawai?instansi={instansi}&kedudukan=semua"), person),
            (format!("/pegawai?unit={}", foreign.unit), person),
            (format!("/pegawai?panel={person}"), person),
            (format!("/organisasi?unit={}", foreign.unit), person),
            (format!("/jurnal?instansi={instansi}"), person),
            (format!("/duk?instansi={instansi}"), person),
            (format!("/nominatif?instansi={instansi}"), person),
        ] {
            let page = house.get(&who, &address);
            let links = page.body.contains(&format!("/pegawai/{secret}\""));
            assert!(!links && page.status != 500, "{role:?} {address}");
        }
    }
    assert!(tried > 150, "{tried} attempts");
}
