//! The list: one line a module.

use host::Module;
use std::sync::OnceLock;
use store::Sql;
use store::table::Table;

/// Every module of this program.
pub fn modules() -> &'static [Module] {
    static MODULES: OnceLock<Vec<Module>> = OnceLock::new();
    MODULES.get_or_init(|| {
        vec![
            beranda::module(),
            tugas::module(),
            kepegawaian::module(),
            kualitas::module(),
            laporan::module(),
            penjagaan::module(),
            peraturan::module(),
            dasbor::module(),
            rakor::module(),
            penempatan::module(),
            impor::module(),
            organisasi::module(),
            verifikasi::module(),
            jurnal::module(),
            bukti::module(),
            pengguna::module(),
            kelola::module(),
            panduan::module(),
        ]
    })
}

/// Tables beside the ground floor's.
pub fn tables() -> Vec<&'static Table> {
    host::schema::TABLES.to_vec()
}

/// Every registered statement of the program, for the test that prepares them on both engines.
pub fn statements() -> Vec<&'static Sql> {
    let modules = modules().iter().flat_map(|m| m.statements).copied();
    store::statements().into_iter().chain(host::statements()).chain(modules).collect()
}

#[cfg(test)]
mod tests {
    use super::modules;

    /// Five words of at most ten letters stand side by side on the narrowest phone.
    #[test]
    fn the_bar_of_a_phone_has_room_for_its_words() {
        let words: Vec<&str> = modules().iter().flat_map(|m| m.menu).filter_map(|i| i.phone).collect();
        assert!((2..=5).contains(&words.len()), "{words:?}");
        for word in words {
            assert!(word.len() <= 10 && !word.contains(' '), "{word}");
        }
    }
}
