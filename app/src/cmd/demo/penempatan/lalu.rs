//! A round of a kabupaten that is over: opened, announced, locked, worked out, decided, enacted and reported, each on its
//! day and through the very functions pages use, so that its plan, its SK and the register before and after are real.

use super::{holders, open, seats, weights, who};
use anyhow::{Result, anyhow};
use demo::career::nilai::level;
use host::peristiwa::Pelaku;
use host::world::needed;
use host::{Hall, Problem};
use kernel::typed::from_hex;
use kernel::{Date, Stamp};
use penempatan::berkas;
use penempatan::isi::{Gerbang, Hadirin, Isi, Kriteria, Pokok, PosRencana, Putusan, Surat};
use penempatan::kumpul::{Sebab, kumpul};
use penempatan::rule::hitung::hitung;
use penempatan::rule::{Rencana, Tahap, Tindak, Tolak, berurutan};
use penempatan::siapkan_bundel;
use penempatan::store::{buat, catat, satu};
use penempatan::tetapkan::{Ketetapan, akhir, lantik, tetapkan};
use std::collections::HashSet;
use store::Clock;
use store::organisation::Post;

/// Days before today of its first step; it is reported before the first rakor is planned.
pub const MULAI: i32 = 190;
/// Vacant posts it fills, and filled ones people may be moved between, at most.
const LOWONG: usize = 8;
const TERISI: usize = 60;
const MACAM: &str = "administrator_pengawas";
/// Posts with a gate of their own stay out of it.
const BERGERBANG: [&str; 4] = ["Camat", "Inspektur", "Inspektorat", "Kependudukan"];

/// Where the story is.
pub struct Lalu<'c> {
    pub hall: &'c mut Hall,
    /// Writes what registers recorded up to a moment.
    pub lanjutkan: &'c mut super::super::rakor::Lanjutkan<'c>,
    pub today: Date,
    /// Posts somebody holds today, though the register did not say so then.
    pub kelak: HashSet<String>,
}

impl Lalu<'_> {
    /// Tells it; a government without such vacancies, or where nobody may fill them, has no story or calls it off.
    ///
    /// # Errors
    /// When something of it cannot be recorded.
    pub fn ceritakan(&mut self) -> Result<()> {
        let clock = self.hall.node.clock;
        let done = self.semua();
        self.hall.node.clock = clock;
        done
    }

    fn semua(&mut self) -> Result<()> {
        self.pada(MULAI)?;
        let tenants = self.hall.with(store::node::tenants).map_err(super::told)?;
        for (n, tenant) in tenants.iter().enumerate().take(demo::career::nilai::DINILAI) {
            let world = self.hall.present().map_err(super::told)?;
            if let Some(organisation) = world.organisation(&tenant.id) {
                super::standards(self.hall, organisation, &who(n, &tenant.id), self.hari(MULAI))?;
            }
        }
        let Some(owner) = tenants.get(1) else { return Ok(()) };
        let (pelaku, nama) = (who(1, &owner.id), owner.nama.clone());
        let berlaku = self.hari(128).next_month_start();
        let pos = self.pos(&owner.id)?;
        if pos.iter().filter(|p| p.sebab == "lowong").count() < 2 {
            return Ok(());
        }
        let pokok = Pokok {
            judul: format!("Pengisian jabatan lowong {} semester I", berlaku.year()),
            macam: MACAM.into(),
            dasar: format!("Nota dinas Sekretaris Daerah 800/388/{}", berlaku.year()),
            berlaku,
            jadwal: vec![
                ("Minat pegawai".into(), self.hari(170).to_string()),
                ("Rapat Tim Penilai Kinerja".into(), self.hari(158).to_string()),
            ],
            unor: String::new(),
            jenjang: Vec::new(),
            pindah_min: 500,
            batas_unit: 25,
            rotasi: true,
        };
        let id = buat(self.hall, &pelaku, &Isi::Dibuka(pokok)).map_err(gagal)?;
        let kriteria = Kriteria { bobot: weights(self.hall, MACAM, self.hari(MULAI)), duk: true };
        self.catat(&pelaku, &id, Tindak::Pos, Isi::Pos { pos })?;
        self.catat(&pelaku, &id, Tindak::Kriteria, Isi::Kriteria(kriteria))?;
        self.pada(186)?;
        let umum = self.surat(186, "800/402", "Syarat, bobot, dan urutan DUK bila nilai sama diumumkan.");
        self.catat(&pelaku, &id, Tindak::Umumkan, Isi::Diumumkan(umum))?;
        self.pada(165)?;
        if let Err(why) = self.hitung(&pelaku, &id) {
            return self.batal(&pelaku, &id, why);
        }
        self.putuskan(&pelaku, &id)?;
        self.pada(142)?;
        let kepala = nama.replace("Pemerintah Kabupaten", "Bupati").replace("Pemerintah Kota", "Wali Kota");
        let sk = Ketetapan {
            jenis: format!("Keputusan {kepala}"),
            surat: self.surat(142, "821.2/77", "Pengangkatan dalam jabatan administrator dan pengawas"),
            penandatangan: kepala,
        };
        let susunan = |r: &Rencana| akhir(self.hall, r).map(|a| (a.beku, a.duduk));
        if let Err(why) = tetapkan(self.hall, &pelaku, &id, &sk, susunan) {
            return self.batal(&pelaku, &id, why);
        }
        self.sesudah(&pelaku, &id, berlaku)
    }

    fn hari(&self, lalu: i32) -> Date {
        self.today.add_days(-lalu)
    }

    /// Moves the clock to ten in the morning of a day; what registers recorded until then is in before.
    fn pada(&mut self, lalu: i32) -> Result<()> {
        let now = Stamp(Stamp::end_of(self.hari(lalu)).0 + 1 - 14 * 3_600_000_000);
        (self.lanjutkan)(now)?;
        self.hall.node.clock = Clock::Fixed(now);
        Ok(())
    }

    fn surat(&self, lalu: i32, nomor: &str, catatan: &str) -> Surat {
        let tanggal = self.hari(lalu);
        let nomor = format!("{nomor}/{}", tanggal.year());
        Surat {
            nomor,
            tanggal,
            catatan: catatan.into(),
            berkas: String::new(),
            sidik: String::new(),
            hadir: Vec::new(),
        }
    }

    /// Vacant posts and, for chains, filled ones.
    fn pos(&self, instansi: &str) -> Result<Vec<PosRencana>> {
        let world = self.hall.present().map_err(super::told)?;
        let Some(o) = world.organisation(instansi) else { return Ok(Vec::new()) };
        let held = holders(&world);
        let own_gate = |p: &Post| {
            let unit = o.units.get(&p.unor).map_or("", |u| u.nama.as_str());
            BERGERBANG.iter().any(|word| p.jabatan.contains(word) || unit.contains(word))
        };
        let heads = o.posts.iter().filter(|p| matches!(level(&p.jenjang), 2 | 3) && needed(p).is_some());
        let fits = heads.filter(|p| !own_gate(p) && !self.kelak.contains(&p.id));
        let (vacant, filled): (Vec<&Post>, Vec<&Post>) = fits.partition(|p| open(p, &held) > 0);
        // Not all of them: some stay for the rounds to come.
        let lowong = vacant.into_iter().take(LOWONG).map(|p| seats(p, 1, "lowong"));
        Ok(lowong.chain(filled.into_iter().take(TERISI).map(|p| seats(p, 1, "rotasi"))).collect())
    }

    fn catat(&self, pelaku: &Pelaku, id: &str, tindak: Tindak, isi: Isi) -> Result<()> {
        catat(self.hall, pelaku, id, |r| r.boleh(tindak).map(|()| vec![(isi, None)])).map_err(gagal)
    }

    /// A step that is a letter.
    fn langkah(&self, pelaku: &Pelaku, id: &str, tindak: Tindak, tahap: Tahap, surat: Surat) -> Result<()> {
        let isi = match tahap {
            Tahap::Dirapatkan => Isi::Rapat(surat.clone()),
            Tahap::Diputus => Isi::Diputus(surat.clone()),
            Tahap::Bertugas => Isi::Spmt(surat.clone()),
            _ => Isi::Laporan(surat.clone()),
        };
        // What is published is published with the decision.
        let bundles = match tahap {
            Tahap::Diputus => siapkan_bundel(self.hall, &self.rencana(id).map_err(gagal)?).map_err(gagal)?,
            _ => Vec::new(),
        };
        let kept = |isi: Isi| match &isi {
            Isi::Bundel { sidik, .. } => (from_hex(sidik), isi),
            _ => (None, isi),
        };
        let decide = |r: &Rencana| {
            r.boleh(tindak)?;
            berurutan(r, tahap, surat.tanggal)?;
            let all = std::iter::once(isi).chain(bundles).map(kept);
            Ok::<_, Tolak>(all.map(|(file, isi)| (isi, file)).collect())
        };
        catat(self.hall, pelaku, id, decide).map_err(gagal)
    }

    fn rencana(&self, id: &str) -> Result<Rencana, Problem> {
        self.hall.with(|conn| satu(conn, id))?.ok_or(Problem::NotFound)
    }

    /// What is open is decided, data are locked, the plan is worked out.
    fn hitung(&self, pelaku: &Pelaku, id: &str) -> Result<(), Problem> {
        let world = self.hall.present()?;
        let mut found = kumpul(self.hall, &world, &self.rencana(id)?)?;
        // Deciding one condition may open another.
        for _ in 0..4 {
            let decided: Vec<_> =
                found.terbuka.iter().map(putusan).map(|p| (Isi::Putusan(p), None)).collect();
            if decided.is_empty() {
                break;
            }
            catat(self.hall, pelaku, id, |r| r.boleh(Tindak::Putusan).map(|()| decided))?;
            found = kumpul(self.hall, &world, &self.rencana(id)?)?;
        }
        let refused = |Tolak(code, text): Tolak| Problem::Refused(code, text);
        let beku = found.beku;
        let hasil = hitung(&beku).map_err(refused)?;
        let (masukan, sidik) = (berkas::simpan(self.hall, &beku)?, berkas::simpan(self.hall, &hasil)?);
        let kunci = Isi::Dikunci { sidik: masukan.clone(), paket: beku.paket.clone() };
        catat(self.hall, pelaku, id, |r| r.boleh(Tindak::Kunci).map(|()| vec![(kunci, None)]))?;
        let made = Isi::Dihitung { sidik, masukan, nilai: hasil.nilai.to_string() };
        catat(self.hall, pelaku, id, |r| r.boleh(Tindak::Hitung).map(|()| vec![(made, None)]))
    }

    /// Meeting, the opinion of BKN, the decision.
    fn putuskan(&mut self, pelaku: &Pelaku, id: &str) -> Result<()> {
        self.pada(158)?;
        let rapat = self.surat(158, "800/BA-TPK/11", "Tim Penilai Kinerja menyetujui hasil tanpa perubahan.");
        let rapat = Surat { hadir: hadir(&ANGGOTA), ..rapat };
        self.langkah(pelaku, id, Tindak::Rapat, Tahap::Dirapatkan, rapat)?;
        self.pada(150)?;
        let surat = self.surat(150, "I-26.30/4471", "Pertimbangan teknis BKN lewat I-Mut");
        let gerbang =
            Gerbang { gerbang: "pertek_bkn".into(), pos: String::new(), hasil: "disetujui".into(), surat };
        self.catat(pelaku, id, Tindak::Gerbang, Isi::Gerbang(gerbang))?;
        let surat = self.surat(149, "800/598", "Di luar masa larangan penggantian pejabat");
        let gerbang = Gerbang {
            gerbang: "mendagri_pilkada".into(),
            pos: String::new(),
            hasil: "tidak_perlu".into(),
            surat,
        };
        self.catat(pelaku, id, Tindak::Gerbang, Isi::Gerbang(gerbang))?;
        self.pada(145)?;
        let putus = self.surat(145, "800/611", "Hasil disetujui seluruhnya.");
        self.langkah(pelaku, id, Tindak::Putus, Tahap::Diputus, putus)
    }

    /// Pelantikan, duty, report, and looking back.
    fn sesudah(&mut self, pelaku: &Pelaku, id: &str, berlaku: Date) -> Result<()> {
        let lalu = self.today.days() - berlaku.days();
        self.pada(lalu - 1)?;
        let a = akhir(self.hall, &self.rencana(id).map_err(gagal)?).map_err(gagal)?;
        let ba = self.surat(lalu - 1, "800/BA/29", "Pelantikan dan pengambilan sumpah di pendopo");
        let ba = Surat { hadir: hadir(&SAKSI), ..ba };
        lantik(self.hall, pelaku, id, &ba, &a.beku, &a.duduk).map_err(gagal)?;
        self.pada(lalu - 2)?;
        let spmt = self.surat(lalu - 2, "800/SPMT/30", "Semua yang dilantik mulai bertugas.");
        self.langkah(pelaku, id, Tindak::Spmt, Tahap::Bertugas, spmt)?;
        self.pada(lalu - 6)?;
        let lapor = self.surat(lalu - 6, "800/702", "Disampaikan kepada BKN dan gubernur");
        self.langkah(pelaku, id, Tindak::Lapor, Tahap::Dilaporkan, lapor)
    }

    /// It does not go on: for the reason the program gave; what is no refusal is an error.
    fn batal(&self, pelaku: &Pelaku, id: &str, why: Problem) -> Result<()> {
        match why {
            Problem::Refused(_, alasan) => {
                let alasan = alasan.chars().take(500).collect();
                self.catat(pelaku, id, Tindak::Batal, Isi::Dibatalkan { alasan })
            }
            other => Err(gagal(other)),
        }
    }
}

/// What an official decides: what is left to judgement is met, a warning of the law is heeded, what data do not tell
/// is not taken as met.
fn putusan(t: &penempatan::kumpul::Terbuka) -> Putusan {
    let (terpenuhi, alasan) = match t.sebab {
        Sebab::PerluPertimbangan => (true, "Berkas dan keterangan atasan langsung sudah diperiksa."),
        Sebab::Sengketa => (true, "Mengikuti tafsir yang dipakai instansi ini selama ini."),
        Sebab::BelumTahu => (false, "Datanya belum dapat dibuktikan sampai data dikunci."),
        Sebab::Peringatan => (false, "Peringatan diikuti: masih ada calon lain."),
    };
    Putusan {
        norma: t.norma.clone(),
        syarat: t.syarat.clone(),
        pegawai: Vec::new(),
        kelompok: t.kelompok.clone(),
        terpenuhi,
        pejabat: "Drs. Sarwono Adi, Sekretaris Daerah".into(),
        alasan: alasan.into(),
    }
}

fn gagal(why: Problem) -> anyhow::Error {
    anyhow!("penempatan demo: {why:?}")
}

/// Name, post, and as what: the meeting, then the oath.
const ANGGOTA: [(&str, &str, &str); 3] = [
    ("Drs. Hendra Wibisana, M.Si.", "Sekretaris Daerah", "Ketua"),
    ("Lestari Anggraini, S.STP.", "Kepala BKPSDM", "Sekretaris"),
    ("Rahmat Fadillah, S.H.", "Inspektur Daerah", "Anggota"),
];
const SAKSI: [(&str, &str, &str); 2] =
    [("Rahmat Fadillah, S.H.", "Inspektur Daerah", ""), ("Lestari Anggraini, S.STP.", "Kepala BKPSDM", "")];

fn hadir(all: &[(&str, &str, &str)]) -> Vec<Hadirin> {
    let one = |(nama, jabatan, sebagai): &(&str, &str, &str)| Hadirin {
        nama: (*nama).to_owned(),
        jabatan: (*jabatan).to_owned(),
        sebagai: (*sebagai).to_owned(),
        ..Hadirin::default()
    };
    all.iter().map(one).collect()
}
