//! What is typed about a letter.

use super::Bahan;
use crate::naskah::IsianSurat;
use crate::page::catat::{Salah, baris, hari, orang_bernama};
use crate::rule::hadirin::Peran;
use host::Ctx;
use host::teks::is_invisible;

/// Letters of a text of several lines.
const TEKS_MOST: usize = 6_000;

/// Reads it; what is wrong by field. What is left empty stands empty on a draft.
pub fn baca(ctx: &Ctx, bahan: &Bahan) -> (IsianSurat, Vec<(String, String)>) {
    let mut salah = Salah::default();
    let today = ctx.hall.today();
    let tanggal = match ctx.field("tanggal").trim() {
        "" => today,
        _ => salah.ambil("tanggal", hari(ctx, "tanggal", "Tanggal surat").map(Some)).unwrap_or(today),
    };
    let mut line = |name: &str, label: &str| salah.ambil(name, baris(ctx, name, label));
    let mut isian = IsianSurat {
        nomor: line("nomor", "Nomor surat"),
        tanggal,
        tempat: line("tempat", "Tempat surat dibuat"),
        perangkat: line("perangkat", "Perangkat daerah pada kop"),
        alamat: line("alamat", "Alamat pada kop"),
        nama: line("nama", "Nama penanda tangan"),
        jabatan: line("jabatan", "Jabatan penanda tangan"),
        pangkat: line("pangkat", "Pangkat penanda tangan"),
        nip: line("nip", "NIP penanda tangan"),
        tempat_acara: line("tempat_acara", "Tempat acara"),
        pukul: line("pukul", "Pukul"),
        tentang: line("tentang", "Tentang"),
        pengesah: line("pengesah", "Pengesah petikan"),
        pegawai: ctx.field("pegawai").to_owned(),
        ..bahan.isian(today)
    };
    isian.anggota = salah.ambil("anggota", orang_bernama(ctx, Peran::Anggota));
    isian.saksi = salah.ambil("saksi", orang_bernama(ctx, Peran::Saksi));
    let mut text = |name: &str| {
        let typed = ctx.field(name);
        let odd = |c: char| is_invisible(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        if typed.chars().count() > TEKS_MOST || typed.contains(odd) {
            let sentence =
                format!("Paling panjang {TEKS_MOST} huruf, tanpa karakter yang tidak terlihat. (PNP-10)");
            salah.0.push((name.to_owned(), sentence));
        }
        typed.to_owned()
    };
    isian.kepada = text("kepada");
    isian.tembusan = text("tembusan");
    isian.menimbang = text("menimbang");
    isian.mengingat = text("mengingat");
    isian.memperhatikan = text("memperhatikan");
    isian.diktum = text("diktum");
    let known = bahan.rancangan.iter().any(|d| d.pegawai.to_string() == isian.pegawai);
    if !isian.pegawai.is_empty() && !known {
        salah.0.push((
            "pegawai".into(),
            "Pegawai itu tidak pindah dalam rencana ini. Pilih dari daftar. (PNP-10)".into(),
        ));
    }
    (isian, salah.0)
}
