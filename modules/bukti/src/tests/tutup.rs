//! Closing an item of the queue from outside: what leaves it, what brings it back, who may, and what is refused.

use super::{amends, base, golongan, officer, read, stored, target, with_house};
use crate::kata::OUTCOMES;
use host::Role;
use host::testing::{Browser, House, Page};
use kernel::{Act, Fact, Kind};
use store::testing::Bench;

const REASON: &str = "Masa kerja tetap cukup menurut TMT yang baru";

fn ralat(bench: &mut Bench, n: u8, who: u8, tmt: &str) {
    bench.append("A1", &[amends(n, who, Act::Ralat(target(who, 1)), golongan(tmt))]);
}

/// The value of the hidden field that says what its sender has seen.
fn seen(page: &Page) -> String {
    let field = page.body.split("name=\"dilihat\" value=\"").nth(1).expect("the form");
    field.split('"').next().unwrap_or("").to_owned()
}

fn close(house: &House, who: &Browser, at: &str, hasil: &str) -> Page {
    let token = seen(&read(house, who, at));
    let fields = [("hasil", hasil), ("alasan", REASON), ("dilihat", token.as_str())];
    house.post(who, &format!("{at}/tinjau"), &fields)
}

#[test]
fn a_closed_item_leaves_the_queue_and_a_later_ralat_brings_it_back() {
    with_house("tutup-butir", |house, bench| {
        let desi = officer(house);
        let at = stored(house, &desi, 1);
        assert!(!read(house, &desi, &at).has("name=\"dilihat\""), "nothing to close");
        ralat(bench, 40, 1, "2022-10-01");
        let page = read(house, &desi, &at);
        assert!(page.has("Tutup butir ini") && page.has("Tinjau lagi keputusan"));
        assert_eq!(close(house, &desi, &at, "tetap").location, at);
        let (queue, done) = ("/tinjau-ulang", "/tinjau-ulang?bagian=selesai");
        assert!(!read(house, &desi, queue).has(&at));
        let list = read(house, &desi, done);
        assert!(list.has(&at) && list.has(REASON) && list.has("desi lengkap, Petugas BKD"));
        let page = read(house, &desi, &at);
        assert!(page.has("sudah ditinjau ulang: tetap") && page.has(REASON) && !page.has("Tutup butir ini"));
        assert!(page.has("<ins>1 Okt 2022</ins>"), "what changed is still shown");
        ralat(bench, 41, 1, "2023-01-01");
        assert!(read(house, &desi, queue).has(&at) && !read(house, &desi, done).has(&at));
        assert!(read(house, &desi, &at).has("Tutup butir ini"));
        assert!(store::verify::verify(&mut bench.conn, |_| ()).expect("read").iter().all(|r| r.intact()));
    });
}

#[test]
fn renewing_asks_again_and_leads_to_the_new_receipt() {
    with_house("tutup-perbarui", |house, bench| {
        let desi = officer(house);
        let at = stored(house, &desi, 1);
        ralat(bench, 40, 1, "2022-10-01");
        assert_eq!(close(house, &desi, &at, "diperbarui").status, 303);
        let list = read(house, &desi, &base(1));
        let receipts: Vec<&str> = list.body.split(&format!("{}/", base(1))).skip(1).collect();
        let fresh = receipts.iter().map(|r| &r[..36]).find(|id| !at.ends_with(id)).expect("a new one");
        let page = read(house, &desi, &at);
        assert!(page.has(&format!("{}/{fresh}", base(1))) && page.has("Bukti baru"));
        let page = read(house, &desi, &format!("{}/{fresh}", base(1)));
        assert!(page.has("823/2201") && page.has("usul kenaikan pangkat April 2026"), "from the data of now");
        assert!(!page.has("Tutup butir ini"));
    });
}

#[test]
fn wrong_forms_are_told_and_close_nothing() {
    with_house("tutup-salah", |house, bench| {
        let desi = officer(house);
        let at = stored(house, &desi, 1);
        ralat(bench, 40, 1, "2022-10-01");
        let token = seen(&read(house, &desi, &at));
        let long = "x".repeat(501);
        let odd = "\"><script>x</script> alasan panjang";
        let unseen = "alasan yang \u{202e}terbalik";
        let cases: &[(&str, &str, &str, &str)] = &[
            ("", REASON, &token, "Pilih hasil tinjau ulang"),
            ("bebas", REASON, &token, "Pilih hasil tinjau ulang"),
            ("tetap", "pendek", &token, "Tulis alasannya"),
            ("tetap", &long, &token, "Tulis alasannya"),
            ("tetap", "   \n\t   \u{a0}  ", &token, "Tulis alasannya"),
            ("tetap", REASON, "", "Ada perubahan baru"),
            ("tetap", unseen, &token, "Tulis alasannya"),
            ("tetap", "alasan dengan \u{0} nol", &token, "Tulis alasannya"),
            ("tetap", odd, "f00", "Ada perubahan baru"),
        ];
        let send = |fields: &[(&str, &str)]| house.post(&desi, &format!("{at}/tinjau"), fields);
        for (hasil, alasan, dilihat, said) in cases {
            let page = send(&[("hasil", hasil), ("alasan", alasan), ("dilihat", dilihat)]);
            assert_eq!((page.status, page.has(said)), (422, true), "{said}");
            assert!(!page.has("<script>x"), "what was typed is no markup");
        }
        // A ralat that came after the page was opened.
        ralat(bench, 41, 1, "2023-01-01");
        house.hall.present().expect("a world");
        let page = send(&[("hasil", "tetap"), ("alasan", REASON), ("dilihat", &token)]);
        assert!(page.status == 422 && page.has("Ada perubahan baru"));
        assert!(read(house, &desi, "/tinjau-ulang").has(&at));
        let untouched = stored(house, &desi, 2);
        let fields = [("hasil", "tetap"), ("alasan", REASON), ("dilihat", token.as_str())];
        let page = house.post(&desi, &format!("{untouched}/tinjau"), &fields);
        assert!(page.status == 422 && page.has("tidak sedang menunggu"));
        let forged = Browser { csrf: "lain".into(), ..desi.clone() };
        assert_eq!(house.post(&forged, &format!("{at}/tinjau"), &fields).status, 403);
        // Odd letters are kept as letters.
        let token = seen(&read(house, &desi, &at));
        let kept = send(&[("hasil", "dibatalkan"), ("alasan", odd), ("dilihat", &token)]);
        assert_eq!(kept.status, 303);
        let page = read(house, &desi, &at);
        assert!(page.has("&lt;script&gt;x") && !page.has("<script>x"));
    });
}

/// Who; what closing the item of a receipt of Ani answers.
const ROLES: &[(Role, u16)] = &[
    (Role::Auditor, 403),
    (Role::Pimpinan, 403),
    (Role::Hukum, 403),
    (Role::Korpri, 403),
    (Role::Pegawai, 403),
    (Role::PetugasMutasi, 303),
];

#[test]
fn only_officers_close_and_only_within_their_circle() {
    with_house("tutup-peran", |house, bench| {
        let desi = officer(house);
        let at = stored(house, &desi, 1);
        ralat(bench, 40, 1, "2022-10-01");
        let token = seen(&read(house, &desi, &at));
        let fields = [("hasil", "tetap"), ("alasan", REASON), ("dilihat", token.as_str())];
        let path = format!("{at}/tinjau");
        let neighbour = house.browser("eko", Role::Petugas, "B2", "", None);
        assert_eq!(house.post(&neighbour, &path, &fields).status, 404);
        let auditor = house.browser("audi", Role::Auditor, "A1", "", None);
        assert!(!read(house, &auditor, &at).has("Tutup butir ini"), "no form for who may not");
        for (role, status) in ROLES {
            let who = house.browser(role.word(), *role, "A1", "", None);
            assert_eq!(house.post(&who, &path, &fields).status, *status, "{role:?}");
        }
        assert!(!read(house, &neighbour, "/tinjau-ulang?bagian=selesai").has("Ani Uji"));
        assert!(read(house, &auditor, "/tinjau-ulang?bagian=selesai").has("Ani Uji"));
    });
}

#[test]
fn a_receipt_of_closed_facts_tells_nothing_of_its_closing() {
    with_house("tutup-disiplin", |house, bench| {
        let desi = officer(house);
        let node = &house.hall.node;
        let opening = store::dibuka::Opening {
            instansi: "A1",
            pegawai: Some(super::person(2)),
            actor: "desi",
            by: "Desi, Petugas BKD",
            part: "disiplin",
            reason: "usul kenaikan pangkat",
        };
        let opened = house.hall.with(|conn| {
            let mut source = node.source(conn)?;
            store::dibuka::record(conn, &node.key, &mut source, &[opening])
        });
        opened.expect("opened");
        let at = stored(house, &desi, 2);
        let annulled = amends(40, 2, Act::Pembatalan(target(2, 1)), Fact::new(Kind::Golongan, None, []));
        bench.append("A1", &[annulled]);
        house.hall.present().expect("a world");
        let sari = house.browser("sari", Role::Petugas, "A1", "", None);
        assert!(!read(house, &sari, &at).has("Tutup butir ini"));
        let fields = [("hasil", "tetap"), ("alasan", REASON), ("dilihat", "x")];
        let refused = house.post(&sari, &format!("{at}/tinjau"), &fields);
        assert!(refused.status == 422 && refused.has("Buka data itu dahulu"));
        assert_eq!(close(house, &desi, &at, "tetap").status, 303);
        for (who, path) in [(&sari, "/tinjau-ulang?bagian=selesai"), (&sari, at.as_str())] {
            let page = read(house, who, path);
            assert!(!page.has(REASON) && !page.has("kp.reguler"), "{path}");
        }
        assert!(read(house, &sari, "/tinjau-ulang?bagian=selesai").has("Isi tersamar"));
        assert!(read(house, &desi, &at).has(REASON), "she opened it");
    });
}

#[test]
fn every_outcome_has_a_word_and_a_label() {
    for (word, form, label, _) in OUTCOMES {
        assert!(form.starts_with(label) && word == label.to_lowercase(), "{word}");
    }
}
