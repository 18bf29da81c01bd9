//! Two days side by side, and the nearest deadlines.

use super::tren::{akhir_lalu, simpan};
use crate::module;
use host::testing::on_both;
use host::tugas::Tugas;
use host::{Action, Hall, Module, Role, Visitor};
use kernel::Date;

fn menunggu(_: &Hall, visitor: &Visitor, today: Date) -> store::Result<Vec<Tugas>> {
    let tugas = |n: i32, tenggat: Option<i32>, tindakan| Tugas {
        kunci: format!("uji/{n}/{}", visitor.akun),
        bidang: "Uji",
        judul: format!("Pekerjaan ke-{n}"),
        rincian: String::new(),
        alamat: "/dasbor".into(),
        tindakan,
        tenggat: tenggat.map(|days| today.add_days(days)),
        sejak: None,
    };
    Ok(vec![
        tugas(1, Some(-7), Action::Dasbor),
        tugas(2, Some(3), Action::Dasbor),
        tugas(3, Some(2), Action::Kelola),
        tugas(4, None, Action::Dasbor),
    ])
}

const TUGAS: &[host::tugas::Sumber] = &[menunggu];
static MODULES: [Module; 2] = [module(), Module { name: "uji", tugas: TUGAS, ..Module::EMPTY }];

#[test]
fn two_days_are_compared_and_what_is_due_is_listed() {
    on_both("dasbor-banding", &MODULES, &[("P", Vec::new()), ("A", Vec::new())], |house, _| {
        let desi = house.browser("desi", Role::Petugas, "P", "", None);
        let today = house.hall.today();
        let before = akhir_lalu(today);
        simpan(house, "A", 2_000, before);
        simpan(house, "A", 3_100, today);
        let typed = |day: Date| host::tanggal(day).typed();
        let path = |more: &str| {
            format!("/dasbor/banding?kelompok=6&dari={}&sampai={}{more}", typed(before), typed(today))
        };
        let page = house.get(&desi, &path("&instansi=A"));
        assert!(page.has("+11,0 poin") && page.has("memburuk") && page.has("angka tersimpan hari itu"));
        let count = house.queries();
        house.get(&desi, &path("&instansi=A"));
        assert!(house.queries() - count <= 6, "{}", house.queries() - count);
        let other = house.get(&desi, &path("&instansi=P"));
        assert!(other.has("tidak dapat dibandingkan") && !other.has("memburuk"));
        let computed = house.get(&desi, &format!("/dasbor/banding?dari={}", typed(before.add_days(-3))));
        assert!(computed.has("dihitung sekarang dari jurnal"));
        for (query, said) in [
            ("dari=kemarin", "Tulis tanggal sebagai hh-bb-tttt"),
            ("dari=01-01-2024&sampai=01-01-2199", "Tanggal itu belum tiba"),
            ("dari=02-01-2024&sampai=01-01-2024", "lebih dahulu daripada tanggal akhir"),
        ] {
            let page = house.get(&desi, &format!("/dasbor/banding?{query}"));
            assert!(page.status == 422 && page.has(said), "{query}");
        }
        let kabul = house.browser("kabul", Role::Petugas, "A", "", None);
        assert_eq!(house.get(&kabul, &path("&instansi=P")).status, 404);

        let home = house.get(&desi, "/dasbor");
        let at = |text: &str| home.body.find(text);
        assert!(at("Pekerjaan ke-1") < at("Pekerjaan ke-2") && at("Pekerjaan ke-1").is_some());
        assert!(at("Pekerjaan ke-3").is_none(), "not theirs to do");
        assert!(at("Pekerjaan ke-4").is_none(), "without a deadline");
        assert!(!house.get(&desi, "/dasbor?berlaku=2024-03-01").has("Pekerjaan ke-1"), "about another day");
    });
}
