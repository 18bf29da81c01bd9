//! A hall full of phones behind one address.

use super::modules;
use super::persiapan::{Orang, SEMUA, diundang};
use axum::body::Body;
use axum::http::Request;
use host::testing::House;

#[test]
fn everybody_in_a_hall_registers_behind_one_address() {
    store::testing::on_both_with("rakor-aula", host::schema::TABLES, |bench| {
        SEMUA.iter().for_each(|id| bench.tenant(id));
        let house = House::shaped(bench, modules(), |hall| hall.proxied = true);
        let o = Orang::dari(&house);
        let at = diundang(&house, &o);
        let screen = house.get(&o.notulis, &format!("{at}/kode"));
        let shown = screen.body.split_once("class=\"kode\">").and_then(|p| p.1.split('<').next());
        let code: String = shown.expect("a code").split(' ').collect();
        let door = format!("/hadir{}/{code}", at.trim_start_matches("/rakor"));
        let ask = |path: &str, from: &str| {
            let request = Request::get(path).header("x-forwarded-for", from).body(Body::empty());
            house.ask(request.expect("request")).status
        };
        let refused = (0..600).filter(|_| ask(&door, "203.0.113.9") != 200).count();
        assert_eq!(refused, 0, "five hundred phones, some of them twice");
        // Whoever tries codes is stopped all the same.
        let tries: Vec<u16> = (0..301).map(|n| ask(&format!("{door}{n}"), "203.0.113.10")).collect();
        assert!(tries[0] == 404 && tries[299] == 404 && tries[300] == 429);
    });
}
