//! Published bundles: their hashes stand in the journal, and a bundle forged as a whole is told from them.

use super::kecil::{self, OWNER, on_both, surat};
use super::putaran::{Sampai, beku, langkah, putaran};
use crate::bundel::{Lingkup, periksa, tulis};
use crate::isi::{Isi, POKOK};
use crate::rule::hitung::hitung;
use crate::rule::sidik;
use host::Role;
use host::testing::{Browser, House, Page};

const JUDUL: &str = "Pengisian jabatan administrator";
const DOOR: &str = "/penempatan/periksa";
const NEVER: &str = "Bundel ini tidak pernah diterbitkan oleh layanan ini.";
const PUBLISHED: &str = "Bundel ini diterbitkan oleh layanan ini.";

fn check(house: &House, file: &[u8]) -> Page {
    house.upload(&Browser::default(), DOOR, &[], "bundel.zip", file)
}

/// A hash as a page shows it.
fn shown(hash: &str) -> String {
    web::component::sidik::sidik(hash).into_string()
}

/// Hashes published of a round, from its journal.
fn published(house: &House, id: &str) -> Vec<(String, String)> {
    let all = house.hall.with(|conn| store::peristiwa::of_thing(conn, POKOK, id)).expect("read");
    let of = |e: &store::peristiwa::Peristiwa| match Isi::baca(&e.jenis, &e.isi)? {
        Isi::Bundel { lingkup, sidik } => Some((lingkup, sidik)),
        _ => None,
    };
    all.iter().filter_map(of).collect()
}

/// A round whose PPK decides it from its page; its id.
fn decided(house: &House, ppk: &Browser, petugas: &Browser) -> String {
    let today = house.hall.today();
    let mut steps = langkah(house, Sampai::Dihitung, false);
    steps.push(Isi::Rapat(surat("800/11", today)));
    let id = kecil::rencana(&house.hall, steps);
    let at = format!("/penempatan/{id}");
    let day = today.dmy();
    let letter = [("nomor", "900/1"), ("tanggal", day.as_str())];
    let gates = house.get(petugas, &format!("{at}/gerbang"));
    let keys = gates.body.split("<option value=\"").filter_map(|p| p.split('"').next());
    for key in keys.filter(|v| v.contains('|') && !v.ends_with('*')) {
        let form = [&letter[..], &[("gerbang", key), ("hasil", "disetujui")]].concat();
        assert_eq!(house.upload(petugas, &format!("{at}/gerbang"), &form, "", b"").status, 303, "{key}");
    }
    let form = [&letter[..], &[("langkah", "putus")]].concat();
    assert_eq!(house.upload(ppk, &format!("{at}/langkah"), &form, "", b"").status, 303);
    id
}

#[test]
fn a_bundle_forged_as_a_whole_is_told_from_what_was_published() {
    on_both("penempatan-palsu", |house, bench| {
        let ppk = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let publik = Browser::default();
        let id = decided(house, &ppk, &petugas);
        let at = format!("/penempatan/{id}");
        let listed = published(house, &id);
        let words: Vec<&str> = listed.iter().map(|l| l.0.as_str()).collect();
        assert_eq!(words, ["lengkap", "umum"], "both, with the decision");
        let get = |who: &Browser| house.get(who, &format!("{at}/bundel.zip")).bytes;
        let (whole, open) = (get(&petugas), get(&publik));
        assert_eq!([sidik(&whole), sidik(&open)], [listed[0].1.clone(), listed[1].1.clone()]);

        // Inputs, plan and certificate changed alike: Dedi gets the points that seat him.
        let mut other = beku(false);
        let dedi = other.pasangan.iter_mut().find(|p| (p.kursi, p.calon) == (2, 3)).expect("a pair");
        (dedi.nilai, dedi.skor) = (vec![95], 9_500);
        let plan = hitung(&other).expect("a plan");
        assert_eq!(plan.duduk[2], Some(3), "it says something else");
        let forge = |lingkup| tulis(&other, &plan, &[], JUDUL, lingkup).expect("a bundle");
        let (forged, forged_open) = (forge(Lingkup::Lengkap), forge(Lingkup::Umum));
        for file in [&whole, &open, &forged, &forged_open] {
            assert!(periksa(file).iter().all(|p| p.lulus), "mathematics alone cannot tell them apart");
        }
        let mut broken = whole.clone();
        broken[40] ^= 1;
        // berkas · diterbitkan · yang disebut
        for (name, file, known, kind) in [
            ("lengkap", &whole, true, "Bundel lengkap rencana"),
            ("umum", &open, true, "Bundel untuk umum rencana"),
            ("palsu", &forged, false, ""),
            ("palsu untuk umum", &forged_open, false, ""),
            ("satu bita", &broken, false, "Bundel tidak lulus."),
        ] {
            let page = check(house, file);
            assert_eq!((page.status, page.has(PUBLISHED), page.has(NEVER)), (200, known, !known), "{name}");
            assert!(page.has(kind) && page.has(&shown(&sidik(file))), "{name}: {kind}");
            assert_eq!(page.has("class=\"kabar ok\""), known, "{name}: no good news of what is not ours");
            for name in ["Ani", "Budi", "Citra", "Kepala Bidang"] {
                assert!(!page.has(name), "the public hears title and instansi only");
            }
        }
        assert!(check(house, &whole).has(JUDUL) && check(house, &whole).has("Instansi A1"));

        // Listed on both pages, kept over a restart, and given out as published.
        let later = House::new(bench, super::modules());
        for (who, path) in [(&petugas, at.as_str()), (&publik, DOOR)] {
            for house in [house, &later] {
                let page = house.get(who, path);
                assert!(listed.iter().all(|l| page.has(&shown(&l.1))), "{path}");
            }
        }
        assert!(check(&later, &open).has(PUBLISHED) && check(&later, &forged).has(NEVER));
        assert_eq!(later.get(&publik, &format!("{at}/bundel.zip")).bytes, open);
        for report in store::verify::verify(&mut bench.connect(), |_| {}).expect("verified") {
            assert!(report.trouble.is_none(), "{report:?}");
        }
    });
}

#[test]
fn before_the_decision_nothing_is_published() {
    on_both("penempatan-belum-terbit", |house, _| {
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let at = putaran(house, Sampai::Dihitung);
        let early = house.get(&petugas, &format!("{at}/bundel.zip")).bytes;
        let page = check(house, &early);
        assert!(page.has(NEVER) && page.has("yang diunduh sebelum itu belum terbit"));
        let refused = house.post(&petugas, &format!("{at}/bundel"), &[]);
        assert!(refused.status == 422 && refused.has("PNP-01"));
    });
}

#[test]
fn every_hash_stays_listed_when_another_bundle_is_published() {
    on_both("penempatan-terbit-lagi", |house, bench| {
        let petugas = house.browser("desi", Role::PetugasMutasi, OWNER, "", None);
        let pimpinan = house.browser("pim", Role::Pimpinan, OWNER, "", None);
        // A round that was decided before hashes were recorded, and one hash of what it said then.
        let at = putaran(house, Sampai::Ditetapkan);
        let id = at.trim_start_matches("/penempatan/").to_owned();
        assert!(published(house, &id).is_empty());
        assert!(house.get(&petugas, &at).has("Belum ada bundel yang diterbitkan"));
        let old = b"bundel lama".to_vec();
        let hash = crate::berkas::simpan_bita(&house.hall, &old).expect("kept");
        let event = Isi::Bundel { lingkup: "umum".into(), sidik: hash.clone() };
        let file = kernel::typed::from_hex(&hash);
        crate::store::catat(&house.hall, &kecil::pelaku(), &id, |_| Ok(vec![(event, file)]))
            .expect("recorded");
        let publish = |who: &Browser| house.post(who, &format!("{at}/bundel"), &[]);
        assert_eq!(publish(&pimpinan).status, 403, "the office that runs the round publishes");
        assert_eq!(publish(&petugas).status, 303);
        let again = publish(&petugas);
        assert!(again.status == 422 && again.has("PNP-78"), "the same again is not published twice");
        let listed = published(house, &id);
        assert_eq!(listed.iter().map(|l| l.0.as_str()).collect::<Vec<_>>(), ["umum", "lengkap", "umum"]);
        let later = House::new(bench, super::modules());
        for house in [house, &later] {
            for path in [at.as_str(), DOOR] {
                let page = house.get(&petugas, path);
                assert!(listed.iter().all(|l| page.has(&shown(&l.1))), "{path}");
            }
            let page = check(house, &old);
            assert!(page.has(PUBLISHED) && page.has("terbit bundel yang lebih baru"));
            let now = house.get(&Browser::default(), &format!("{at}/bundel.zip")).bytes;
            assert_eq!(sidik(&now), listed[2].1);
        }
        for path in [at.as_str(), DOOR] {
            let before = house.queries();
            assert_eq!(house.get(&petugas, path).status, 200);
            assert!(house.queries() - before <= 6, "{path}: {}", house.queries() - before);
        }
    });
}
