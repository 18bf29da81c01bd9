//! Which guide belongs to which page: the longest address that fits. The texts are in docs/buku.

/// Addresses, `{}` for any one part, and the guide of each.
pub const GUIDES: &[(&str, &str)] = &[
    ("/", "beranda"),
    ("/cari", "beranda"),
    ("/panduan", "beranda"),
    ("/pegawai", "daftar-pegawai"),
    ("/pegawai/{}", "pegawai"),
    ("/pegawai/{}/catat", "catat-sk"),
    ("/organisasi", "organisasi"),
    ("/impor", "impor"),
    ("/ekspor", "ekspor"),
    ("/perbaikan", "perbaikan"),
    ("/tidak-dalam-unduhan", "tidak-dalam-unduhan"),
    ("/jurnal", "jurnal"),
    ("/pegawai/{}/bukti", "bukti-telaah"),
    ("/pegawai/{}/tafsir", "beda-tafsir"),
    ("/tinjau-ulang", "bukti-telaah"),
    ("/rakor/{}/rtl", "tindak-lanjut"),
    ("/rakor/{}/rekomendasi", "tindak-lanjut"),
    ("/rtl", "tindak-lanjut"),
    ("/akun", "akun"),
    ("/sandi", "akun"),
    ("/pengguna", "pengguna"),
    ("/statistik", "statistik"),
    ("/duk", "duk-nominatif-rekap"),
    ("/nominatif", "duk-nominatif-rekap"),
    ("/rekap", "duk-nominatif-rekap"),
    ("/penjagaan", "penjagaan"),
    ("/peraturan", "peraturan"),
    ("/peraturan/rancangan", "rancangan"),
    ("/langkah-pertama", "langkah-pertama"),
    ("/cadangan", "cadangan"),
    ("/pegawai/{}/akses", "siapa-melihat"),
    ("/pegawai/{}/buka", "siapa-melihat"),
    ("/tugas", "tugas"),
    ("/delegasi", "tugas"),
    ("/kalender", "tugas"),
    ("/pesan", "pesan"),
    ("/verifikasi", "verifikasi"),
    ("/dokumen", "verifikasi"),
    ("/rakor", "rakor"),
    ("/dasbor", "dasbor"),
    ("/dasbor/katalog", "indikator"),
    ("/indikator", "indikator"),
    ("/data", "indikator"),
    ("/akun/token", "api"),
    ("/api", "api"),
    ("/rakor/masalah", "rakor-persiapan"),
    ("/rakor/{}/persiapan", "rakor-persiapan"),
    ("/rakor/{}/masalah", "rakor-persiapan"),
    ("/hadir", "rakor-sidang"),
    ("/rakor/{}/hadir", "rakor-sidang"),
    ("/rakor/{}/presensi", "rakor-sidang"),
    ("/rakor/{}/notulen", "rakor-sidang"),
    ("/rakor/{}/rumusan", "rakor-sidang"),
    ("/rakor/{}/dokumen", "rakor-surat"),
    ("/penempatan", "penempatan"),
    ("/penempatan/saya", "penempatan-saya"),
    ("/penempatan/{}/sk", "penempatan-sk"),
    ("/penempatan/{}/perbandingan", "penempatan-sk"),
    ("/penempatan/profil", "standar-kompetensi"),
    ("/talenta", "talenta"),
    ("/suksesi", "talenta"),
];

/// The guide of a page: that of the longest address its path begins with, part by part. Home has its own
/// and lends it to nobody.
pub fn guide_of(path: &str) -> Option<&'static str> {
    let parts = |path: &'static str| path.split('/').filter(|p| !p.is_empty());
    let asked: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
    let fits = |pattern: &'static str| {
        let mut place = 0;
        let all = parts(pattern).all(|part| {
            let here = asked.get(place);
            place += 1;
            here.is_some_and(|here| part == "{}" || part == *here)
        });
        (all && (place > 0 || asked.is_empty())).then_some(place)
    };
    // Of two as long, a part that is named beats one that may be anything.
    GUIDES
        .iter()
        .filter_map(|(pattern, guide)| Some(((fits(pattern)?, !pattern.ends_with("{}")), *guide)))
        .max_by_key(|found| found.0)
        .map(|found| found.1)
}

#[cfg(test)]
mod tests {
    use super::guide_of;

    #[test]
    fn the_longest_address_wins() {
        for (path, guide) in [
            ("/", Some("beranda")),
            ("/pegawai", Some("daftar-pegawai")),
            ("/pegawai/0199-ab", Some("pegawai")),
            ("/pegawai/0199-ab/dokumen/1", Some("pegawai")),
            ("/pegawai/0199-ab/catat", Some("catat-sk")),
            ("/pegawai/0199-ab/akses", Some("siapa-melihat")),
            ("/impor/12", Some("impor")),
            ("/perbaikan/DATA-22", Some("perbaikan")),
            ("/pegawaian", None),
            ("/entah", None),
        ] {
            assert_eq!(guide_of(path), guide, "{path}");
        }
    }
}
