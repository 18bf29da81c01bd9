//! Letters of a round issued with a code, and given out to the panel: whoever takes one stands in the journal, for it
//! names people.

use super::bahan::Bahan;
use super::{formulir, lagi};
use crate::isi::{Isi, Terbit};
use crate::naskah::terbit::{Sasaran, sasaran};
use crate::naskah::{IsianSurat, Jenis};
use crate::page::catat::{kembali, ulang};
use crate::page::umum::{panel_orang, tak_berkepentingan};
use crate::rule::rencana::SuratTerbit;
use crate::rule::{Rencana, Tindak};
use crate::{store, tetapkan};
use host::peristiwa::Pelaku;
use host::terbitan::{self, Penerbitan, Tercetak};
use host::{Answer, Ctx, Problem, http, naskah};

/// What cannot be issued, beside its field.
type Salah = Vec<(String, String)>;

/// `POST /penempatan/{id}/surat`: letters are issued under number and date of the step that recorded them; all asked
/// for at one moment, or none.
pub fn terbitkan(ctx: &mut Ctx) -> Answer {
    let bahan = Bahan::gather(ctx)?;
    let (isian, mut salah) = formulir::baca(ctx, &bahan);
    let jenis = Jenis::baca(ctx.field("jenis"));
    let Some(jenis) = jenis else {
        salah.push(("jenis".into(), "Pilih surat yang hendak diterbitkan. (PNP-10)".into()));
        return lagi(ctx, &bahan, ulang(ctx, salah));
    };
    let ready = siap(&bahan.rencana, jenis, &isian);
    let isian = match ready {
        Ok(isian) if salah.is_empty() => isian,
        ready => {
            salah.extend(ready.err().unwrap_or_default());
            return lagi(ctx, &bahan, ulang(ctx, salah));
        }
    };
    let about = bahan.tentang(&ctx.hall, jenis)?;
    let ganti = ctx.field("ganti") == "1";
    let wanted = match siapa(&about, jenis, &isian, ganti) {
        Ok(wanted) => wanted,
        Err(wrong) => return lagi(ctx, &bahan, ulang(ctx, vec![wrong])),
    };
    let pelaku = Pelaku::of(ctx.visitor()?, &bahan.rencana.instansi);
    let printed = cetak(ctx, &pelaku, &about, jenis, (&isian, wanted))?;
    simpan(ctx, &pelaku, &bahan.rencana, jenis, printed)?;
    kembali(ctx, "/sk", "surat")
}

/// What was typed, under the number and date recorded; or what is missing.
fn siap(r: &Rencana, jenis: Jenis, isian: &IsianSurat) -> Result<IsianSurat, Salah> {
    let refuse = |field: &str, sentence: String| (field.to_owned(), sentence);
    let Some(surat) = jenis.tercatat(r) else {
        let sentence = format!(
            "{} diterbitkan sesudah {}. Sampai saat itu cetak konsepnya. (PNP-80)",
            jenis.label(),
            jenis.menunggu()
        );
        return Err(vec![refuse("jenis", sentence)]);
    };
    if !jenis.masih_sama(r) {
        let sentence = "Susunan berubah sesudah surat usul itu dicatat. Mintakan lagi dengan surat baru pada halaman Gerbang, lalu terbitkan. (PNP-81)";
        return Err(vec![refuse("jenis", sentence.into())]);
    }
    let missing: Salah = jenis
        .kurang(isian)
        .into_iter()
        .map(|(field, what)| refuse(field, format!("Isi {what} sebelum surat ini diterbitkan. (PNP-10)")))
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    Ok(IsianSurat { nomor: surat.nomor.clone(), tanggal: surat.tanggal, ..isian.clone() })
}

/// About whom, with the code each takes the place of.
fn siapa(
    about: &Bahan,
    jenis: Jenis,
    isian: &IsianSurat,
    ganti: bool,
) -> Result<Vec<Sasaran>, (String, String)> {
    let mut people: Vec<String> = about.rancangan.iter().map(|d| d.pegawai.to_string()).collect();
    if jenis.per_orang() && !isian.pegawai.is_empty() {
        people.retain(|id| *id == isian.pegawai);
    }
    if people.is_empty() {
        let sentence = "Tidak ada orang yang disebut surat ini: SK orang itu sudah dibatalkan. (PNP-82)";
        return Err(("pegawai".into(), sentence.into()));
    }
    let wanted = sasaran(&about.rencana, jenis, &people, ganti);
    if wanted.is_empty() {
        let sentence = match ganti {
            true => "Belum ada surat ini yang terbit, jadi belum ada yang diganti. (PNP-83)",
            false => {
                "Surat ini sudah terbit. Bila yang terbit keliru, centang Ganti yang sudah terbit. (PNP-83)"
            }
        };
        return Err(("jenis".into(), sentence.into()));
    }
    Ok(wanted)
}

/// Whom a letter is about, and the letter.
type Cetakan = (String, Tercetak);

fn cetak(
    ctx: &Ctx,
    pelaku: &Pelaku,
    about: &Bahan,
    jenis: Jenis,
    (isian, wanted): (&IsianSurat, Vec<Sasaran>),
) -> Result<Vec<Cetakan>, Problem> {
    let mut printed = Vec::with_capacity(wanted.len());
    for Sasaran { pegawai, menggantikan } in wanted {
        let isian = IsianSurat { pegawai: pegawai.clone(), ..isian.clone() };
        let how = Penerbitan {
            hal: format!("{}: {}", jenis.label(), about.rencana.pokok.judul),
            pembaca: Vec::new(),
            asal: format!("penempatan/{}", about.rencana.id),
            menggantikan,
            tertutup: true,
        };
        let letter = about.tulis(&isian, |penulis| penulis.naskah(jenis));
        printed.push((pegawai, letter.cetak(&ctx.hall, pelaku, &how)?));
    }
    Ok(printed)
}

fn simpan(
    ctx: &Ctx,
    pelaku: &Pelaku,
    judged: &Rencana,
    jenis: Jenis,
    printed: Vec<Cetakan>,
) -> Result<(), Problem> {
    let of =
        |(pegawai, letter): &Cetakan| Terbit { kode: letter.kode().to_owned(), pegawai: pegawai.clone() };
    let dokumen = printed.iter().map(of).collect();
    let issued = Isi::Diterbitkan { surat: jenis.kata().to_owned(), dokumen };
    let letters = printed.into_iter().map(|p| p.1).collect();
    ctx.hall.catat_terbitan(pelaku, letters, |conn| {
        let Some(now) = store::satu(conn, &judged.id)?.filter(|r| r.instansi == pelaku.instansi) else {
            return Ok(Err(Problem::NotFound));
        };
        if let Err(refused) = now.boleh(Tindak::Terbitkan) {
            return Ok(Err(refused.into()));
        }
        // What was printed is what stands: two presses at once issue one letter.
        if now.terbit != judged.terbit || jenis.tercatat(&now) != jenis.tercatat(judged) {
            let sentence = "Surat rencana ini baru saja berubah. Muat ulang halaman ini.";
            return Ok(Err(Problem::Refused("PNP-03", sentence.into())));
        }
        Ok(Ok(vec![(store::baru(&judged.id, &issued), None)]))
    })
}

/// `POST /penempatan/{id}/surat/{surat}`: the panel takes an issued letter; the journal says who did.
pub fn ambil(ctx: &mut Ctx) -> Answer {
    let (_, r) = panel_orang(ctx)?;
    let akhir = tetapkan::akhir(&ctx.hall, &r)?;
    tak_berkepentingan(ctx, &akhir.beku)?;
    let kode = ctx.param("surat");
    let letter = r.terbit.iter().find(|t| t.kode == kode).ok_or(Problem::NotFound)?;
    let (nama, kind, bytes) = berkas(ctx, letter)?;
    let moves = crate::rule::pindah::pindah(&akhir.beku, &akhir.duduk).len();
    let taken = Isi::Diunduh {
        berkas: nama.clone(),
        sidik: crate::rule::sidik(&bytes),
        orang: if letter.pegawai.is_empty() { u32::try_from(moves).unwrap_or(u32::MAX) } else { 1 },
    };
    let pelaku = Pelaku::of(ctx.visitor()?, &r.instansi);
    store::catat(&ctx.hall, &pelaku, &r.id, |_| Ok(vec![(taken, None)]))?;
    Ok(http::file(&nama, kind, bytes))
}

/// An issued letter to the person it is about.
///
/// # Errors
/// It is about somebody else, or not there.
pub fn sendiri(ctx: &Ctx, r: &Rencana, pegawai: kernel::PegawaiId, kode: &str) -> Answer {
    let own = pegawai.to_string();
    let letter = r.terbit.iter().find(|t| t.kode == kode && t.pegawai == own).ok_or(Problem::NotFound)?;
    let (nama, kind, bytes) = berkas(ctx, letter)?;
    Ok(http::file(&nama, kind, bytes))
}

/// Name, type and bytes.
fn berkas(ctx: &Ctx, letter: &SuratTerbit) -> Result<(String, &'static str, Vec<u8>), Problem> {
    let found = ctx.hall.with(|conn| terbitan::baca(conn, &letter.kode))?.ok_or(Problem::NotFound)?;
    let (kind, ending, bytes) =
        naskah::read(&ctx.hall.node.berkas, &found.berkas)?.ok_or(Problem::NotFound)?;
    Ok((format!("{}-{}.{ending}", letter.surat, letter.kode), kind, bytes))
}
