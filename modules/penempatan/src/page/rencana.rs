//! A round: what it is, what is to be done next, and the steps that are a letter or a word.

mod terjadi;

use self::terjadi::terjadi;
use super::catat::{Salah, alasan, atau_ulang, boleh, catat, kembali, orang_bernama, surat, ulang};
use super::umum::{frame_rencana, kepala, panel};
use crate::isi::{Isi, Surat};
use crate::rule::hadirin::Peran;
use crate::rule::{Oleh, Rencana, Tahap, Tindak, Tolak, berurutan};
use crate::view::rencana::{Kerja, RencanaView, rencana as view};
use crate::view::surat::{HadirForm, SuratForm};
use crate::view::ulang::Ulang;
use host::{Action, Answer, Ctx, Method, Problem, Route, World, html, http, naskah, tanggal};
use kernel::typed::from_hex;
use web::Frame;

/// These pages.
pub const ROUTES: &[Route] = &[
    Route { method: Method::Get, path: "/penempatan/{id}", action: Some(Action::Penempatan), handler: lihat },
    Route {
        method: Method::Upload,
        path: "/penempatan/{id}/langkah",
        action: Some(Action::Penempatan),
        handler: langkah,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/tinjau",
        action: Some(Action::KelolaPenempatan),
        handler: tinjau,
    },
    Route {
        method: Method::Post,
        path: "/penempatan/{id}/batal",
        action: Some(Action::KelolaPenempatan),
        handler: batal,
    },
    Route {
        method: Method::Get,
        path: "/penempatan/{id}/naskah/{sidik}",
        action: Some(Action::Penempatan),
        handler: berkas,
    },
];

/// Steps that are a letter: the word of the form, the act, what the letter is, the button, the stage it leads to.
const SURAT: [(&str, Tindak, &str, &str, Tahap); 5] = [
    ("rapat", Tindak::Rapat, "berita acara rapat", "Catat rapat atas hasil", Tahap::Dirapatkan),
    ("putus", Tindak::Putus, "keputusan PPK", "Putuskan rencana", Tahap::Diputus),
    ("lantik", Tindak::Lantik, "berita acara pelantikan", "Catat pelantikan dan sumpah", Tahap::Dilantik),
    ("spmt", Tindak::Spmt, "SPMT", "Catat SPMT", Tahap::Bertugas),
    ("lapor", Tindak::Lapor, "laporan", "Catat laporan", Tahap::Dilaporkan),
];

/// Who is named with a step: they sign its minutes.
fn peran(tindak: Tindak) -> Option<Peran> {
    match tindak {
        Tindak::Rapat => Some(Peran::Anggota),
        Tindak::Lantik => Some(Peran::Saksi),
        _ => None,
    }
}

fn isi(kata: &str, surat: Surat) -> Option<Isi> {
    Some(match kata {
        "rapat" => Isi::Rapat(surat),
        "putus" => Isi::Diputus(surat),
        "lantik" => Isi::Pelantikan(surat),
        "spmt" => Isi::Spmt(surat),
        "lapor" => Isi::Laporan(surat),
        _ => return None,
    })
}

/// `GET /penempatan/{id}`.
fn lihat(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let page = susun(ctx, &world, &r, Ulang::default())?;
    Ok(html(view(&frame_rencana(ctx, &r, "Ringkasan"), &page)))
}

fn lagi(ctx: &Ctx, world: &World, r: &Rencana, ulang: Ulang) -> Answer {
    let page = susun(ctx, world, r, ulang)?;
    Ok(http::refused(view(&Frame { refused: true, ..frame_rencana(ctx, r, "Ringkasan") }, &page)))
}

fn susun(ctx: &Ctx, world: &World, r: &Rencana, ulang: Ulang) -> Result<RencanaView, Problem> {
    let alamat = format!("/penempatan/{}", r.id);
    let halangan = super::gerbang::halangan(ctx, world, r)?;
    let form = |row: &(&str, Tindak, &str, &str, Tahap)| SuratForm {
        alamat: format!("{alamat}/langkah"),
        tetap: vec![("langkah", row.0.to_owned())],
        apa: row.2.to_owned(),
        tombol: row.3.to_owned(),
        hadir: peran(row.1).map(|p| HadirForm { ruas: p.ruas(), label: p.label(), bentuk: p.bentuk() }),
    };
    // Where two steps may follow, the one chosen in the address comes first.
    let open = |row: &&(&str, Tindak, &str, &str, Tahap)| {
        boleh(ctx, r, row.1) && (row.0 != "putus" || halangan.is_empty())
    };
    let asked = |row: &&(&str, Tindak, &str, &str, Tahap)| {
        ctx.query("langkah") == row.0 || ulang.isi("langkah", "") == row.0
    };
    let next = SURAT.iter().filter(open).find(asked).or_else(|| SURAT.iter().find(open));
    Ok(RencanaView {
        kepala: kepala(ctx, world, r, ""),
        kerja: kerja(r, &alamat, super::umum::membaca_orang(ctx, r)),
        langkah: next.map(form),
        hitung: boleh(ctx, r, Tindak::Hitung),
        tinjau: boleh(ctx, r, Tindak::Tinjau),
        batal: boleh(ctx, r, Tindak::Batal),
        ubah: boleh(ctx, r, Tindak::Ubah),
        fakta: fakta(world, r),
        jadwal: super::kata::sampai(&r.pokok.jadwal),
        surat: terjadi(r, &alamat),
        bundel: if super::bundel::boleh(ctx, r).is_some() {
            format!("{alamat}/bundel.zip")
        } else {
            String::new()
        },
        sidik: super::bundel::terbit::daftar(r),
        terbitkan: boleh(ctx, r, Tindak::Bundel),
        halangan,
        alamat,
        ulang,
    })
}

/// What is to be done at the present stage.
fn kerja(r: &Rencana, at: &str, orang: bool) -> Vec<Kerja> {
    let work = |judul: &str, oleh: Oleh, bunyi: &str, href: &str| Kerja {
        judul: judul.into(),
        oleh: match oleh {
            Oleh::Pengelola => "petugas mutasi atau sekretariat TPK".into(),
            Oleh::Ppk => "PPK".into(),
            Oleh::Peserta => "pegawai".into(),
        },
        bunyi: bunyi.into(),
        href: if href.is_empty() { String::new() } else { format!("{at}{href}") },
    };
    use Oleh::{Pengelola, Peserta, Ppk};
    match r.tahap {
        Tahap::Rancangan => {
            let mut all = Vec::new();
            if r.pos.is_empty() {
                all.push(work(
                    "Pilih pos",
                    Pengelola,
                    "Pos kosong dan yang akan kosong diusulkan; pilih yang diisi rencana ini.",
                    "/pos",
                ));
            }
            if r.kriteria.bobot.is_empty() {
                all.push(work(
                    "Tetapkan kriteria dan bobot",
                    Pengelola,
                    "Kriteria tanpa sumber data tidak dapat diberi bobot. Jumlah bobot harus 100.",
                    "/kriteria",
                ));
            }
            if all.is_empty() {
                all.push(work(
                    "Umumkan syarat dan bobot",
                    Pengelola,
                    "Sesudah diumumkan, pos dan bobot tidak berubah lagi.",
                    "/kriteria#umumkan",
                ));
            }
            all
        }
        Tahap::Diumumkan => vec![
            work("Nyatakan minat", Peserta, "Terbuka sampai data dikunci, lewat Penempatan saya.", ""),
            work(
                "Putus yang masih terbuka",
                Pengelola,
                "Yang belum diketahui atau perlu pertimbangan diputus pejabat dengan alasan.",
                if orang { "/syarat" } else { "" },
            ),
            work(
                "Kunci data",
                Pengelola,
                "Semua masukan dibekukan dalam satu berkas; sidiknya masuk jurnal.",
                "/kunci",
            ),
        ],
        Tahap::Dikunci => vec![work(
            "Hitung rencana",
            Pengelola,
            "Hasil mengikuti data yang dikunci saja, dan sama pada setiap komputer.",
            "",
        )],
        Tahap::Dihitung => vec![
            work(
                "Baca hasil",
                Pengelola,
                "Siapa duduk di mana, rantai perpindahan, dan pos yang tetap kosong.",
                "/hasil",
            ),
            work(
                "Catat rapat TPK atau panitia seleksi",
                Pengelola,
                "Nomor dan tanggal berita acara, di bawah.",
                "",
            ),
            work(
                "Menyimpang atau memilih",
                Ppk,
                "Bila memilih orang lain, biayanya diperlihatkan dan alasannya wajib.",
                "/menyimpang",
            ),
        ],
        Tahap::Dirapatkan => vec![
            work(
                "Lengkapi gerbang",
                Pengelola,
                "Persetujuan dan pertimbangan pihak lain, masing-masing dengan suratnya.",
                "/gerbang",
            ),
            work(
                "Menyimpang atau memilih",
                Ppk,
                "Bila memilih orang lain, biayanya diperlihatkan dan alasannya wajib.",
                "/menyimpang",
            ),
            work(
                "Putuskan rencana",
                Ppk,
                "Sesudah diputus, SK disusun dari hasil beserta penyimpangannya.",
                "",
            ),
        ],
        Tahap::Diputus => vec![work(
            "Tetapkan SK",
            Pengelola,
            "SK per orang disusun, dibandingkan, lalu dicatat sebagai satu perubahan.",
            "/sk",
        )],
        Tahap::Ditetapkan => vec![
            work(
                "Catat pelantikan dan sumpah",
                Pengelola,
                "Berita acara dan saksinya, di bawah.",
                "?langkah=lantik#langkah",
            ),
            work(
                "Catat SPMT",
                Pengelola,
                "Langsung, bila jabatan ini tidak memerlukan pelantikan.",
                "?langkah=spmt#langkah",
            ),
        ],
        Tahap::Dilantik => {
            vec![work("Catat SPMT", Pengelola, "Surat pernyataan melaksanakan tugas, di bawah.", "")]
        }
        Tahap::Bertugas => vec![work(
            "Catat laporan",
            Pengelola,
            "Laporan pelaksanaan beserta seluruh penyimpangan, di bawah.",
            "/menyimpang",
        )],
        Tahap::Dilaporkan => vec![work("Tinjau", Pengelola, "Apa yang terjadi sesudahnya, di bawah.", "")],
        Tahap::Ditinjau | Tahap::Dibatalkan => Vec::new(),
    }
}

fn fakta(world: &World, r: &Rencana) -> Vec<(String, String)> {
    let p = &r.pokok;
    let unit = world.organisation(&r.instansi).and_then(|o| o.units.get(&p.unor)).map(|u| u.nama.clone());
    let levels: Vec<&str> = p
        .jenjang
        .iter()
        .map(|word| kernel::tables::Jenjang::from_word(word).map_or(word.as_str(), |j| j.label()))
        .collect();
    let mut all = vec![
        ("Dasar", p.dasar.clone()),
        ("Berlaku", tanggal(p.berlaku).long()),
        ("Pegawai", unit.unwrap_or_else(|| "seluruh instansi".into())),
        ("Jenjang", if levels.is_empty() { "semua yang memenuhi syarat".into() } else { levels.join(", ") }),
        (
            "Cara",
            if p.rotasi {
                "pemegang pos dalam rencana dapat dipindahkan".into()
            } else {
                "hanya pos kosong yang diisi".into()
            },
        ),
        ("Selisih terkecil", format!("{} poin", web::format::skor(p.pindah_min.max(0) as u32))),
        (
            "Batas keluar per unit",
            if p.batas_unit > 0 {
                format!("{} persen pemegang, dibulatkan ke bawah, paling sedikit satu orang", p.batas_unit)
            } else {
                "tanpa batas".into()
            },
        ),
    ];
    if let Some(k) = &r.kunci {
        all.push(("Sidik data", k.sidik.clone()));
    }
    if let Some(p) = &r.perhitungan {
        all.push(("Sidik hasil", p.sidik.clone()));
    }
    if !r.tinjauan.is_empty() {
        all.push(("Tinjauan", r.tinjauan.clone()));
    }
    all.into_iter().map(|(l, v)| (l.to_owned(), v)).collect()
}

/// Where the file of a letter is; empty without one.
pub fn tautan(alamat: &str, surat: &Surat) -> String {
    if surat.sidik.is_empty() { String::new() } else { format!("{alamat}/naskah/{}", surat.sidik) }
}

/// `POST /penempatan/{id}/langkah`.
fn langkah(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let kata = ctx.field("langkah").to_owned();
    let Some(row) = SURAT.iter().find(|row| row.0 == kata) else {
        return Err(Problem::Refused("PNP-10", "Pilih langkah yang dicatat.".into()));
    };
    let mut salah = Salah::default();
    let hadir = match peran(row.1) {
        Some(peran) => salah.ambil(peran.ruas(), orang_bernama(ctx, peran)),
        None => Vec::new(),
    };
    let surat = match surat(ctx)? {
        Ok(surat) if salah.0.is_empty() => Surat { hadir, ..surat },
        read => {
            salah.0.extend(read.err().unwrap_or_default());
            return lagi(ctx, &world, &r, ulang(ctx, salah.0));
        }
    };
    if row.1 == Tindak::Lantik {
        return match atau_ulang(ctx, "nomor", super::sk::lantik(ctx, &r, &surat))? {
            Ok(()) => kembali(ctx, "", "langkah"),
            Err(ulang) => lagi(ctx, &world, &r, ulang),
        };
    }
    let decides = row.1 == Tindak::Putus;
    let missing = if decides { super::gerbang::halangan(ctx, &world, &r)? } else { Vec::new() };
    // Made before the lock is taken: what is published is decided with it, or not at all.
    let bundles = match decides && missing.is_empty() && boleh(ctx, &r, Tindak::Putus) {
        true => super::bundel::terbit::siapkan(&ctx.hall, &r)?,
        false => Vec::new(),
    };
    let done = catat(ctx, &r, row.1, |now| {
        if let Some(first) = missing.first() {
            return Err(Tolak("PNP-60", format!("Belum dapat diputus: {first}")));
        }
        // What was judged is what stands: stage, gates and whom the PPK chose.
        let same = now.tahap == r.tahap
            && now.perhitungan == r.perhitungan
            && now.gerbang == r.gerbang
            && now.penyimpangan == r.penyimpangan
            && now.pilihan == r.pilihan;
        if decides && !same {
            let sentence = "Rencana ini baru saja berubah. Muat ulang halaman ini.";
            return Err(Tolak("PNP-03", sentence.into()));
        }
        berurutan(now, row.4, surat.tanggal)?;
        Ok(isi(&kata, surat).into_iter().chain(bundles).collect())
    });
    match atau_ulang(ctx, "nomor", done)? {
        Ok(()) => kembali(ctx, "", "langkah"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}

/// `POST /penempatan/{id}/tinjau`.
fn tinjau(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let mut salah = Salah::default();
    let read = host::teks::typed(ctx.field("tinjauan"), 10..=4000)
        .ok_or_else(|| Tolak("PNP-11", "Tulis hasil tinjauan, 10 sampai 4.000 huruf.".into()));
    let catatan = salah.ambil("tinjauan", read);
    if !salah.0.is_empty() {
        return lagi(ctx, &world, &r, ulang(ctx, salah.0));
    }
    let done = catat(ctx, &r, Tindak::Tinjau, |_| Ok(vec![Isi::Ditinjau { catatan }]));
    match atau_ulang(ctx, "tinjauan", done)? {
        Ok(()) => kembali(ctx, "", "langkah"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}

/// `POST /penempatan/{id}/batal`.
fn batal(ctx: &mut Ctx) -> Answer {
    let (world, r) = panel(ctx)?;
    let done = alasan(ctx)
        .map_err(Problem::from)
        .and_then(|alasan| catat(ctx, &r, Tindak::Batal, |_| Ok(vec![Isi::Dibatalkan { alasan }])));
    match atau_ulang(ctx, "alasan", done)? {
        Ok(()) => kembali(ctx, "", "dibatalkan"),
        Err(ulang) => lagi(ctx, &world, &r, ulang),
    }
}

/// `GET /penempatan/{id}/naskah/{sidik}`: the file of a letter of this round.
fn berkas(ctx: &mut Ctx) -> Answer {
    let (_, r) = panel(ctx)?;
    let sidik = ctx.param("sidik");
    let steps = r.langkah.iter().filter_map(|l| l.2.as_ref());
    let letters: Vec<&Surat> = steps.chain(r.gerbang.iter().map(|g| &g.0.surat)).collect();
    let known = letters.iter().any(|s| !s.sidik.is_empty() && s.sidik == sidik);
    let hash = from_hex(sidik).filter(|_| known).ok_or(Problem::NotFound)?;
    let (kind, ending, bytes) = naskah::read(&ctx.hall.node.berkas, &hash)?.ok_or(Problem::NotFound)?;
    Ok(http::file(&format!("naskah-{}.{ending}", &sidik[..8]), kind, bytes))
}
