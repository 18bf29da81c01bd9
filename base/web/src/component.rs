//! The drawers of `components/`: each holds its markup, its style and its samples.

macro_rules! drawers {
    ($($name:ident = $path:literal;)*) => {
        $(#[path = $path] pub mod $name;)*

        /// Every sample of every component, by drawer.
        pub fn samples() -> Vec<(&'static str, Vec<crate::Sample>)> {
            vec![$((stringify!($name), $name::samples()),)*]
        }
    };
}

drawers! {
    alur = "../components/alur/mod.rs";
    papan = "../components/papan/mod.rs";
    notulen = "../components/notulen/mod.rs";
    layar = "../components/layar/mod.rs";
    matriks = "../components/matriks/mod.rs";
    peta_ubin = "../components/peta_ubin/mod.rs";
    garis = "../components/garis/mod.rs";
    batang_susun = "../components/batang_susun/mod.rs";
    tombol = "../components/tombol/mod.rs";
    lencana = "../components/lencana/mod.rs";
    avatar = "../components/avatar/mod.rs";
    tanggal = "../components/tanggal/mod.rs";
    kartu = "../components/kartu/mod.rs";
    tab = "../components/tab/mod.rs";
    kabar = "../components/kabar/mod.rs";
    formulir = "../components/formulir/mod.rs";
    ringkasan_kesalahan = "../components/ringkasan_kesalahan/mod.rs";
    saring = "../components/saring/mod.rs";
    pilih_kolom = "../components/pilih_kolom/mod.rs";
    tabel = "../components/tabel/mod.rs";
    paging = "../components/paging/mod.rs";
    massal = "../components/massal/mod.rs";
    panel = "../components/panel/mod.rs";
    langkah = "../components/langkah/mod.rs";
    kemajuan = "../components/kemajuan/mod.rs";
    periksa = "../components/periksa/mod.rs";
    linimasa = "../components/linimasa/mod.rs";
    riwayat_karier = "../components/riwayat_karier/mod.rs";
    bilah_waktu = "../components/bilah_waktu/mod.rs";
    perbandingan = "../components/perbandingan/mod.rs";
    pohon_unor = "../components/pohon_unor/mod.rs";
    predikat = "../components/predikat/mod.rs";
    temuan = "../components/temuan/mod.rs";
    identitas = "../components/identitas/mod.rs";
    kosong = "../components/kosong/mod.rs";
    meter = "../components/meter/mod.rs";
    grafik = "../components/grafik/mod.rs";
    lembar = "../components/lembar/mod.rs";
    masalah = "../components/masalah/mod.rs";
    pintasan = "../components/pintasan/mod.rs";
    angka_utama = "../components/angka_utama/mod.rs";
    tugas = "../components/tugas/mod.rs";
    bagikan = "../components/bagikan/mod.rs";
    pilihan = "../components/pilihan/mod.rs";
    sidik = "../components/sidik/mod.rs";
    keadaan = "../components/keadaan/mod.rs";
    ubin = "../components/ubin/mod.rs";
    orang = "../components/orang/mod.rs";
    putusan = "../components/putusan/mod.rs";
    perorangan = "../components/perorangan/mod.rs";
    rantai = "../components/rantai/mod.rs";
    ranting = "../components/ranting/mod.rs";
    naskah = "../components/naskah/mod.rs";
    penjelasan = "../components/penjelasan/mod.rs";
}
