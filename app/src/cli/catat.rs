//! What `sinergi catat --help` explains of its columns.

/// Columns, examples, exit codes.
pub const HELP: &str = "Kolom:
  nip               NIP pegawai, 18 angka
  jenis             jenis riwayat: golongan, jabatan, unit_kerja, gaji_berkala, penugasan, dan lainnya menurut docs/operasi.md
  tindakan          perubahan (juga bila kosong), ralat, atau pembatalan
  sasaran_nomor     untuk ralat dan pembatalan: nomor dokumen yang isinya dimaksud; sasaran_tmt bila isinya beberapa
  dokumen_jenis     misalnya SK Gubernur; dokumen_bobot (sk atau surat) hanya bila namanya tidak mengatakannya
  dokumen_nomor     nomor dokumen, dokumen_tanggal tanggalnya, penandatangan pejabatnya
  tmt               hari pertama; sampai hari terakhir, untuk yang berakhir
  berkas            nama berkas naskah dalam folder --berkas-dokumen; boleh kosong
  selebihnya        isi jenis itu menurut namanya, misalnya golongan, mk_tahun, jabatan, unor_id, gaji_pokok;
                    isi yang bernama sama dengan kolom di atas diawali isi_, misalnya isi_jenis, isi_nip

Tanggal ditulis hh-bb-tttt atau tttt-bb-hh. Baris dengan NIP, nomor, dan tanggal dokumen yang sama menjadi satu catatan; satu
baris keliru menahan dokumennya. Pada ralat, sel kosong berarti tetap. Berkas yang sama dua kali tidak mencatat apa pun lagi.

Contoh:
  sinergi catat sk-oktober.csv --data D
  sinergi catat sk-oktober.csv --data D --berkas-dokumen pindaian --tolakan tolakan.csv --ya

Kode keluar: 0 dijalankan (juga bila ada baris ditolak), 1 tidak ada yang dapat dicatat, 2 salah pakai.
";
