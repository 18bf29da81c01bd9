//! Rows of another instansi: shown after a basis was stated and journaled, to the province alone.

use super::MODULES;
use crate::rule::dapat_dibuka;
use host::Role;
use host::testing::{Browser, on_both};
use kernel::{
    Act, Date, Document, Entry, EntryId, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value,
};

/// A person who works, as one entry.
fn pegawai(n: u8, nama: &str) -> Entry {
    let since = Date::new(2020, 1, 1);
    let of = |field, text: &str| (field, Value::text(text));
    let facts = [
        Fact::new(
            Kind::Identitas,
            None,
            [of(Field::Nama, nama), of(Field::Nip, &format!("19800101200501100{n}"))],
        ),
        Fact::new(Kind::Status, since, [of(Field::StatusPegawai, "PNS"), of(Field::KedudukanId, "01")]),
    ];
    Entry {
        id: EntryId([n; 16]),
        recorded: Stamp::end_of(Date::new(2020, 1, 2).expect("a date")),
        actor: "desi".into(),
        subject: Subject::Pegawai(PegawaiId([n; 16])),
        document: Document {
            rank: Rank::Sk,
            jenis: "SK".into(),
            nomor: n.to_string(),
            tanggal: since,
            penandatangan: String::new(),
            berkas: None,
            baris: None,
            urut: 0,
        },
        acts: facts.into_iter().map(|fact| (Act::Perubahan, fact)).collect(),
        row: None,
        notes: Vec::new(),
    }
}

#[test]
fn who_may_have_rows_opened() {
    // sendiri · pemilik simpul · milik · boleh
    for (own, owner, of, may) in [
        ("P", "P", "A", true),
        ("P", "P", "P", false),
        ("A", "P", "B", false),
        ("A", "P", "A", false),
        ("", "P", "A", false),
        ("P", "P", "", false),
    ] {
        assert_eq!(dapat_dibuka(own, owner, of), may, "{own} {owner} {of}");
    }
}

#[test]
fn rows_of_another_instansi_open_with_a_basis_and_the_look_is_journaled() {
    let journals = [("P", vec![pegawai(1, "Ani")]), ("A", vec![pegawai(2, "Budi"), pegawai(3, "Citra")])];
    on_both("dasbor-dasar", &MODULES, &journals, |house, _| {
        let who = |nama, role, own| house.browser(nama, role, own, "", None);
        let (desi, lain) = (who("desi", Role::Petugas, "P"), who("lain", Role::Petugas, "P"));
        let page = house.get(&desi, "/indikator/ASN-01/A");
        assert!(page.has("Buka daftar dengan dasar") && !page.has("Budi"));
        let send = |who: &Browser, path: &str, dasar: &str| house.post(who, path, &[("dasar", dasar)]);
        let long = "dasar ".repeat(60);
        for typed in ["", "tugas", "         x          ", &long] {
            let page = send(&desi, "/indikator/ASN-01/A/dasar", typed);
            assert!(page.status == 422 && page.has("10 sampai 300 huruf") && !page.has("Budi"), "{typed}");
        }
        assert!(send(&desi, "/indikator/ASN-01/A/dasar", "tugas saja").location.ends_with("/ASN-01/A"));
        let page = house.get(&desi, "/indikator/ASN-01/A");
        assert!(page.has("Budi") && page.has("Citra") && page.has("sampai pukul"));
        assert!(!page.has("/pegawai/0"), "the list, and not the pages of the people");
        assert!(!house.get(&desi, "/indikator/KP-01/A").has("Budi"), "of another indicator");
        assert!(!house.get(&lain, "/indikator/ASN-01/A").has("Budi"), "somebody else did not state a basis");
        let seen = house
            .hall
            .with(|conn| store::dibuka::seen(conn, PegawaiId([2; 16]), "A", 9))
            .expect("openings read");
        let told: Vec<_> = seen.iter().map(|s| (s.part.as_str(), s.reason.as_str(), s.everybody)).collect();
        assert_eq!(told, [("rincian indikator ASN-01", "tugas saja", true)]);
        send(&desi, "/indikator/ASN-01/A/dasar", "surat tugas lain");
        let again = house.hall.with(|conn| store::dibuka::seen(conn, PegawaiId([2; 16]), "A", 9));
        assert_eq!(again.expect("openings read").len(), 1, "open already");

        let basis = "surat tugas pembinaan";
        for (nama, role, own, path, status) in [
            ("kabul", Role::Petugas, "A", "/indikator/ASN-01/P/dasar", 404),
            ("kusno", Role::Petugas, "A", "/indikator/ASN-01/A/dasar", 403),
            ("notu", Role::Notulis, "P", "/indikator/ASN-01/A/dasar", 403),
            ("pim", Role::Pimpinan, "P", "/indikator/ASN-01/A/dasar", 403),
            ("asni", Role::Pegawai, "P", "/indikator/ASN-01/A/dasar", 403),
            ("dian", Role::Petugas, "P", "/indikator/ASN-01/P/dasar", 403),
            ("dewi", Role::Petugas, "P", "/indikator/ASN-01/semua/dasar", 404),
            ("dodi", Role::Petugas, "P", "/indikator/DISIPLIN-01/A/dasar", 403),
        ] {
            let visitor = who(nama, role, own);
            assert_eq!(send(&visitor, path, basis).status, status, "{nama} {path}");
        }
        let before = house.queries();
        house.get(&desi, "/indikator/ASN-01/A");
        assert!(house.queries() - before <= 6, "{}", house.queries() - before);
    });
}
