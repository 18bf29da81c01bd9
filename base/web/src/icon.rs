//! Line icons on a 20 px grid, 1.5 px stroke. Drawn in place: no sprite to fetch, and `currentColor` just works.

use maud::{Markup, html};

macro_rules! icons {
    ($($name:ident = $path:literal;)*) => {
        /// Names say what is drawn or what it stands for in the field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $($name),* }

        impl Icon {
            fn path(self) -> &'static str {
                match self { $(Icon::$name => $path),* }
            }
        }
    };
}

icons! {
    Rumah = "M3 9.2 10 3.5l7 5.7V17h-4.7v-4.6H7.7V17H3z";
    Orang = "M7.2 9.6a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.8 16.6c.4-3.1 2.6-4.8 5.4-4.8s5 1.7 5.4 4.8M13.2 3.8a3 3 0 0 1 0 5.6M15 12.2c1.8.7 2.9 2.2 3.2 4.4";
    Org = "M7.5 3h5v3.6h-5zM2.5 13.4h5V17h-5zM12.5 13.4h5V17h-5zM10 6.6V10M5 13.4V10h10v3.4";
    Cari = "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13.2 13.2 17 17";
    Tambah = "M10 4v12M4 10h12";
    Silang = "M5 5l10 10M15 5 5 15";
    Cek = "M4 10.5l4 4 8-9";
    Kanan = "M7.5 4.5 13 10l-5.5 5.5";
    Bawah = "M4.5 7.5 10 13l5.5-5.5";
    Pilih = "M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5";
    Titik = "M4.5 10h.01M10 10h.01M15.5 10h.01";
    Unduh = "M10 3.5v9M6.5 9.5 10 13l3.5-3.5M3.5 16.5h13";
    Jam = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.7";
    Dok = "M5 2.8h6.5L15.5 7v10.2H5zM11.5 2.8V7h4";
    Awas = "M10 3.3 17.5 16.5h-15zM10 8.5v3.7M10 14.3h.01";
    Info = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.3V14M10 6.5h.01";
    Bulan = "M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z";
    Lonceng = "M5.2 14.2V9a4.8 4.8 0 0 1 9.6 0v5.2l1.4 1.3H3.8zM8.3 17.6h3.4";
    Menu = "M3 5.5h14M3 10h14M3 14.5h14";
    Sinkron = "M4 9a6 6 0 0 1 10.5-3L16.5 8M16.5 4v4h-4M16 11a6 6 0 0 1-10.5 3l-2-2M3.5 16v-4h4";
    Naik = "M3 16.5h3.5v-4H10v-4h3.5v-4H17";
    Tukar = "M3.5 7h12.5l-3-3M16.5 13H4l3 3";
    Toga = "M10 4 2 7.8l8 3.7 8-3.7zM5.5 9.8v4c2.5 2 6.5 2 9 0v-4";
    Cetak = "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z";
    Akun = "M10 10a3.3 3.3 0 1 0 0-6.6A3.3 3.3 0 0 0 10 10zM3.5 17c.5-3.3 3.2-5 6.5-5s6 1.7 6.5 5";
    Tugas = "M4 3.5h12v13H4zM7 10.2l2.1 2L13 8";
    Lapis = "M10 3l7 3.8-7 3.8-7-3.8zM3 11.2 10 15l7-3.8";
    Grafik = "M3 17h14M5.5 14v-3.5M10 14V5.5M14.5 14V8.5";
    Buku = "M10 5.2C8.3 4 6 3.5 3.3 3.5v11.8c2.7 0 5 .5 6.7 1.7 1.7-1.2 4-1.7 6.7-1.7V3.5C14 3.5 11.7 4 10 5.2zM10 5.2V17";
    Kiri = "M12.5 4.5 7 10l5.5 5.5";
    Kunci = "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12.3v1.7";
    Keluar = "M8 3.5H4v13h4M8.5 10H17M13.5 6.5 17 10l-3.5 3.5";
    Unggah = "M10 13V4M6.5 7 10 3.5 13.5 7M3.5 16.5h13";
    Saring = "M3.5 4h13l-5 6.2v5.3l-3 1.5v-6.8z";
    Kolom = "M3.5 4h13v12h-13zM8 4v12M12 4v12";
    Coret = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM5.1 5.1l9.8 9.8";
    Rantai = "M8.5 11.5a3 3 0 0 0 4.3.2l2.7-2.7a3 3 0 0 0-4.2-4.3l-1.2 1.1M11.5 8.5a3 3 0 0 0-4.3-.2L4.5 11a3 3 0 0 0 4.2 4.3l1.2-1.1";
    Perisai = "M10 2.8l6 2.3v4.6c0 3.9-2.6 6.3-6 7.5-3.4-1.2-6-3.6-6-7.5V5.1z";
    Tanya = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.5M10 13.7h.01";
    Rakor = "M3 4h14v9.5H9.5L6 16.8v-3.3H3z";
    Pensil = "M4 16l.8-3.3L13.5 4l2.5 2.5-8.7 8.7z";
}

/// 20 px, decorative: the words beside it carry the meaning.
pub fn icon(icon: Icon) -> Markup {
    html! { svg class="i" viewBox="0 0 20 20" aria-hidden="true" { path d=(icon.path()) {} } }
}

/// 16 px, inside buttons, chips and small text.
pub fn icon_small(icon: Icon) -> Markup {
    html! { svg class="i i-s" viewBox="0 0 20 20" aria-hidden="true" { path d=(icon.path()) {} } }
}

/// 72 px outline for empty states.
pub fn icon_large(icon: Icon) -> Markup {
    html! { svg class="gbr" viewBox="0 0 20 20" aria-hidden="true" { path d=(icon.path()) {} } }
}
