//! The access matrix: role × action. Officials can read the table; a route without an action exists
//! only at the door.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use host::access::{Action, Reach, Role, reach};

/// I = own instansi, S = subtree of the unit, D = own record (diri), - = not at all.
/// Columns: super, petugas, operator, pimpinan, pegawai.
const MATRIX: &[(Action, &str)] = &[
    (Action::Beranda, "I I I I I"),
    (Action::DaftarPegawai, "I I S I -"),
    (Action::LihatPegawai, "I I S I D"),
    (Action::Organisasi, "I I S I -"),
    (Action::Catat, "I I - - -"),
    (Action::Impor, "I I - - -"),
    (Action::Ekspor, "I I S - -"),
    (Action::Temuan, "I I S I -"),
    (Action::Jurnal, "I I - I -"),
    (Action::Cari, "I I S I -"),
    (Action::Akun, "I I I I I"),
];

#[test]
fn the_matrix_is_as_written() {
    for (action, row) in MATRIX {
        for (role, mark) in Role::ALL.into_iter().zip(row.split(' ')) {
            let expected = match mark {
                "I" => Reach::Instansi,
                "S" => Reach::Subtree,
                "D" => Reach::Own,
                _ => Reach::None,
            };
            assert_eq!(reach(role, *action), expected, "{role:?} {action:?}");
        }
    }
}

#[test]
fn every_route_names_an_action_of_the_matrix() {
    for route in sinergi::modules::modules().iter().flat_map(|m| m.routes) {
        match route.action {
            Some(action) => assert!(MATRIX.iter().any(|m| m.0 == action), "{}", route.path),
            None => assert_eq!(route.path, "/masuk", "only the door is open to everybody"),
        }
    }
}
