//! Every test of the whole house in one program: the house with its typesetter is linked once, not once a file.

mod bersama;

mod akses;
mod akun;
mod api;
mod bukti;
mod bunuh;
mod cadangan;
mod catat;
mod hukum;
mod indikator;
mod keluaran;
mod kunci;
mod laporan;
mod lintas;
mod nominatif;
mod panduan;
mod penjagaan;
mod perbaikan;
mod periksa;
mod perintah;
mod seam;
mod surat;
mod tautan;
mod token;
