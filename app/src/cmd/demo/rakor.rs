//! Two rakor of the demo province, a quarter apart, told through the very functions pages use: the second
//! opens with the figures of the first. One follow-up reaches its target, one is late and climbs the
//! ladder, one is done and moves nothing.
// Panjang: a story told in order of days; cutting it would scatter what belongs together.

use super::super::told;
use anyhow::{Result, anyhow};
use host::Hall;
use host::indikator::deret::simpan;
use host::indikator::{Isian, ukur};
use host::peristiwa::Pelaku;
use kernel::{Act, Code, Date, Document, Fact, Field, Kind, PegawaiId, Rank, Stamp, Subject, Value};
use rakor::isi::{self, Angka, Isi};
use rakor::store::{buat, catat};
use store::Clock;

/// Days before today of the first rakor, and between it and the second.
const FIRST: i32 = 95;
const QUARTER: i32 = 91;

/// Targets of the year in hundredths.
const GOALS: [(&str, i64); 4] = [("JAB-03", 1_100), ("KP-01", 600), ("KINERJA-01", 8_000), ("MUTU-07", 150)];

/// Who comes for each government, in turn; people of no register.
const NAMES: [&str; 12] = [
    "Hendra Wicaksana",
    "Lestari Anggraini",
    "Yusuf Ramadani",
    "Melati Puspitasari",
    "Bambang Suryadi",
    "Rini Oktaviani",
    "Agung Prasetya",
    "Dian Kartika",
    "Surya Dharma",
    "Nurhayati Siregar",
    "Wahyu Hidayat",
    "Citra Maharani",
];

/// Writes what the registers of all governments recorded up to a moment: the story goes on from there.
pub type Lanjutkan<'f> = dyn FnMut(Stamp) -> Result<()> + 'f;

/// The story and where it is in time.
struct Cerita<'c> {
    hall: &'c mut Hall,
    lanjutkan: &'c mut Lanjutkan<'c>,
    /// Governments: the province first.
    instansi: Vec<store::Tenant>,
    today: Date,
}

/// Tells it. A demo whose people have nothing to mend in any region has no story.
///
/// # Errors
/// When something of it cannot be recorded.
pub fn tell<'c>(hall: &'c mut Hall, today: Date, lanjutkan: &'c mut Lanjutkan<'c>) -> Result<()> {
    let instansi = hall.with(store::node::tenants).map_err(told)?;
    let clock = hall.node.clock;
    let mut cerita = Cerita { hall, lanjutkan, instansi, today };
    cerita.all()?;
    cerita.hall.node.clock = clock;
    (cerita.lanjutkan)(Stamp::MAX)
}

impl Cerita<'_> {
    fn all(&mut self) -> Result<()> {
        let (first, second) = (self.today.add_days(-FIRST), self.today.add_days(QUARTER - FIRST));
        self.goals(first.add_days(-14))?;
        let one = self.invite(first, "Rakor kepegawaian triwulan III", "")?;
        let Some((mended, points)) = self.meet(first, &one)? else { return Ok(()) };
        let follow = self.agree_on(first, &one, &points, mended)?;
        self.follow_up(first, &one, &follow, mended)?;
        let two = self.invite(second, "Rakor kepegawaian triwulan IV", &one)?;
        self.meet_again(second, &two)
    }

    /// What every government wants to reach this year; where a figure is there already, no target is set.
    fn goals(&mut self, day: Date) -> Result<()> {
        self.at(day, 8, 0)?;
        for n in 0..self.instansi.len() {
            for (kode, ratusan) in GOALS {
                let isian =
                    Isian { kode, instansi: &self.instansi[n].id, ratusan, dasar: "RPJMD, sasaran rekaan" };
                // A target behind the figure is refused: there is nothing left to reach.
                let _ = self.hall.tetapkan_sasaran(&self.who(n), &isian, day.year()).map_err(told)?;
            }
        }
        Ok(())
    }

    /// Stores the figures of this day.
    fn store_figures(&self, day: Date) -> Result<()> {
        simpan(self.hall, "sinergi", "Pengukuran berkala", day).map(|_| ()).map_err(told)
    }

    /// Moves the clock; what registers recorded until then is in before.
    fn at(&mut self, day: Date, hour: i64, minute: i64) -> Result<()> {
        // The end of a day in western Indonesia, less what is left of it.
        let left = (24 * 60 - hour * 60 - minute) * 60_000_000;
        let now = Stamp(Stamp::end_of(day).0 + 1 - left);
        (self.lanjutkan)(now)?;
        self.hall.node.clock = Clock::Fixed(now);
        Ok(())
    }

    fn who(&self, n: usize) -> Pelaku {
        let role = if n == 0 {
            "Desi Kurniasih, Petugas BKD".to_owned()
        } else {
            format!("{}, Petugas BKD", NAMES[n % NAMES.len()])
        };
        Pelaku { instansi: self.instansi[n].id.clone(), akun: format!("demo-{n}"), oleh: role }
    }

    fn say(&self, n: usize, id: &str, all: Vec<Isi>) -> Result<Vec<String>> {
        self.say_with(n, id, all.into_iter().map(|isi| (isi, None)).collect())
    }

    fn say_with(&self, n: usize, id: &str, all: Vec<rakor::store::Catatan>) -> Result<Vec<String>> {
        let done = catat(self.hall, &self.who(n), id, |_| Ok(all));
        let entries = done.map_err(|e| anyhow!("rakor demo: {e:?}"))?;
        Ok(entries.iter().map(ToString::to_string).collect())
    }

    /// Planned, invited two weeks ahead, answered; material is sent a week ahead.
    fn invite(&mut self, day: Date, judul: &str, sebelumnya: &str) -> Result<String> {
        self.at(day.add_days(-14), 9, 0)?;
        let templat = rakor::templat::cari("kepegawaian");
        let pokok = isi::Pokok {
            templat: templat.kunci.clone(),
            judul: format!("{judul} {}", day.year()),
            tema: "Satu data, satu kebijakan, satu tindak lanjut".into(),
            seri: sebelumnya.to_owned(),
            sebelumnya: sebelumnya.to_owned(),
            dasar: templat.dasar.clone(),
            tanggal: Some(day),
            pukul: ("09.00".into(), "15.30".into()),
            tempat: "Aula BKD Provinsi Bumi Raya".into(),
            tautan: String::new(),
            pimpinan: "Sekretaris Daerah Provinsi".into(),
            ..isi::Pokok::default()
        };
        let times = ["09.00", "09.30", "10.45", "13.15", "14.30"];
        let item = |(n, judul): (usize, &String)| isi::ButirAgenda {
            id: format!("a{}", n + 1),
            pukul: times.get(n).copied().unwrap_or("").to_owned(),
            judul: judul.clone(),
            penyaji: String::new(),
        };
        let butir = templat.agenda.iter().enumerate().map(item).collect();
        let party = |t: &store::Tenant| isi::Pihak {
            instansi: t.id.clone(),
            peran: "Kepala BKPSDM".into(),
            nama: String::new(),
        };
        let mut pihak: Vec<isi::Pihak> = self.instansi.iter().map(party).collect();
        pihak.push(isi::Pihak {
            instansi: String::new(),
            peran: "Kepala".into(),
            nama: "Kantor Regional BKN".into(),
        });
        let begin = vec![
            Isi::Dibuat(pokok),
            Isi::Agenda { butir },
            Isi::Pihak { pihak },
            Isi::BahanDiminta {
                tenggat: day.add_days(-7),
                uraian: "Matriks permasalahan kepegawaian dan praktik baik".into(),
            },
            Isi::Diundang,
        ];
        let id = buat(self.hall, &self.who(0), begin).map_err(|e| anyhow!("rakor demo: {e:?}"))?;
        self.at(day.add_days(-9), 10, 0)?;
        for n in 0..self.instansi.len() {
            self.answer(&id, n)?;
        }
        self.at(day.add_days(-8), 11, 0)?;
        for (n, (good, uraian, usul, bidang)) in [
            (false, "Nomor telepon genggam pegawai banyak yang kosong, pemberitahuan tidak sampai.", "Jadwal perbaikan bersama per perangkat daerah.", "mutu data"),
            (false, "Jabatan pengawas lama dirangkap pelaksana tugas.", "Pengisian lewat talenta antarwilayah.", "jabatan"),
            (true, "Desk perbaikan data tiap Jumat di setiap perangkat daerah menuntaskan temuan dalam enam pekan.", "Diterapkan di kabupaten lain.", "mutu data"),
        ].into_iter().enumerate() {
            let masalah = isi::Masalah { praktik_baik: good, uraian: uraian.into(), usul: usul.into(), bidang: bidang.into(), ..isi::Masalah::default() };
            let made = self.say(n + 1, &id, vec![Isi::Masalah(masalah)])?;
            self.say(n + 1, &id, vec![Isi::MasalahDikirim { masalah: made }])?;
        }
        Ok(id)
    }

    fn answer(&self, id: &str, n: usize) -> Result<()> {
        let rakor = self
            .hall
            .with(|conn| rakor::store::satu(conn, id))
            .map_err(told)?
            .ok_or_else(|| anyhow!("rakor demo hilang"))?;
        let own = rakor.pihak.iter().find(|p| p.tentang.instansi == self.instansi[n].id);
        let Some(pihak) = own else { return Ok(()) };
        let sends = n == 4;
        let jawaban = isi::Jawaban {
            pihak: pihak.id.clone(),
            jawaban: if sends { "mewakili" } else { "hadir" }.into(),
            nama: NAMES[n % NAMES.len()].into(),
            jabatan: if sends { "Sekretaris BKPSDM" } else { "Kepala BKPSDM" }.into(),
            kuasa: if sends { "Surat tugas 800/112" } else { "" }.into(),
        };
        self.say(n, id, vec![Isi::Jawaban(jawaban)]).map(|_| ())
    }

    /// Opened, attended; answers the region with most phone numbers missing and the points agreed on.
    fn meet(&mut self, day: Date, id: &str) -> Result<Option<(usize, Vec<String>)>> {
        self.at(day, 9, 0)?;
        self.store_figures(day)?;
        self.say(0, id, vec![Isi::Dibuka])?;
        self.attend(day, id)?;
        let world = self.hall.present().map_err(told)?;
        let register = &world.register;
        let missing = |n: &usize| {
            let own = register.names.find(&self.instansi[*n].id);
            (0..register.len())
                .filter(|&i| {
                    register.active[i]
                        && Some(register.instansi[i]) == own
                        && register.codes[i].contains(Code::HpKosong)
                })
                .count()
        };
        let mended = (1..self.instansi.len()).max_by_key(missing).filter(|n| missing(n) > 0);
        let Some(mended) = mended else { return Ok(None) };
        self.at(day, 10, 0)?;
        let lines = [
            (
                "a1",
                "Sekda menyampaikan bahwa rapat ini bukan seremoni: setiap kesepakatan diikat pada angka dan diperiksa lagi pada rakor berikutnya.",
            ),
            (
                "a2",
                "Kabupaten/kota memaparkan masalah menurut matriks yang dikirim. Mutu data dan jabatan kosong paling sering disebut.",
            ),
            ("a2", "Kabupaten yang sudah menuntaskan temuan berbagi cara: desk perbaikan tiap Jumat."),
            ("a4", "Tim perumus membacakan tiga butir rumusan."),
        ];
        let write = |(agenda, teks): (&str, &str)| {
            Isi::Tulis(isi::Tulis { agenda: agenda.into(), teks: teks.into(), ..isi::Tulis::default() })
        };
        self.say(0, id, lines.map(write).to_vec())?;
        self.at(day, 13, 15)?;
        let point = |agenda: &str, teks: &str| {
            Isi::Rumusan(isi::Rumusan { agenda: agenda.into(), teks: teks.into(), ..isi::Rumusan::default() })
        };
        let points = self.say(0, id, vec![
            point("a2", "Kelengkapan data kepegawaian dituntaskan di setiap kabupaten/kota; nomor telepon genggam dan surel diisi paling lambat dua bulan."),
            point("a2", "Jabatan yang kosong lebih dari tiga bulan diisi lewat penempatan, bukan diperpanjang pelaksana tugasnya."),
            point("a3", "Kenaikan pangkat dan pensiun diusulkan tepat waktu; daftar penjagaan dibahas setiap bulan."),
        ])?;
        self.agree(day, id, &points)?;
        Ok(Some((mended, points)))
    }

    fn attend(&mut self, day: Date, id: &str) -> Result<()> {
        let rakor = self
            .hall
            .with(|conn| rakor::store::satu(conn, id))
            .map_err(told)?
            .ok_or_else(|| anyhow!("rakor demo hilang"))?;
        self.at(day, 9, 5)?;
        let mut here = Vec::new();
        for (n, pihak) in rakor.undangan().enumerate() {
            here.push(Isi::Hadir(isi::Hadir {
                kunci: format!("demo-{n}"),
                pihak: pihak.id.clone(),
                instansi: pihak.tentang.nama.clone(),
                nama: NAMES[n % NAMES.len()].into(),
                jabatan: pihak.tentang.peran.clone(),
                cara: if n % 3 == 0 { "daftar" } else { "kode" }.into(),
                ..isi::Hadir::default()
            }));
        }
        self.say(0, id, here).map(|_| ())
    }

    /// Everybody takes a stand on every point, one with a note; the plenary agrees.
    fn agree(&mut self, day: Date, id: &str, points: &[String]) -> Result<()> {
        self.at(day, 14, 0)?;
        for n in 0..self.instansi.len() {
            let stand = |rumusan: &String| {
                let noted = n == 2 && Some(rumusan) == points.get(1);
                Isi::Sikap(isi::Sikap {
                    rumusan: rumusan.clone(),
                    versi: rumusan.clone(),
                    instansi: self.instansi[n].id.clone(),
                    sikap: if noted { "catatan" } else { "sepakat" }.into(),
                    catatan: if noted { "Sepanjang formasi tersedia." } else { "" }.into(),
                })
            };
            self.say(n, id, points.iter().map(stand).collect())?;
        }
        self.at(day, 14, 30)?;
        self.say(0, id, vec![Isi::Disepakati { alasan: String::new() }]).map(|_| ())
    }

    /// A figure of a government as it is at this moment.
    fn measure(&self, kode: &str, n: usize) -> Result<Option<Angka>> {
        let world = self.hall.present().map_err(told)?;
        let cell = ukur(self.hall, &world, kode, &self.instansi[n].id).map_err(told)?;
        Ok(cell.hasil.ukuran().map(|u| Angka {
            atas: u.atas,
            bawah: u.bawah,
            berlaku: Some(world.as_of.effective),
            diketahui: self.hall.now().0,
        }))
    }

    /// Follow-ups with the figure at the moment of agreement, and a request to BKN.
    fn agree_on(&mut self, day: Date, id: &str, points: &[String], mended: usize) -> Result<Vec<String>> {
        self.at(day, 14, 40)?;
        let (late, idle) = others(mended, self.instansi.len());
        let province = self.instansi[0].id.clone();
        let rtl =
            |point: usize, uraian: &str, n: usize, days: i32, kode: &str, target: i64, kelompok: &str| {
                Ok::<Isi, anyhow::Error>(Isi::Rtl(Box::new(isi::Rtl {
                    rumusan: points[point].clone(),
                    uraian: uraian.into(),
                    instansi: self.instansi[n].id.clone(),
                    unit: "BKPSDM".into(),
                    tenggat: Some(day.add_days(days)),
                    bukti: "Daftar perbaikan yang ditandatangani Kepala BKPSDM".into(),
                    verifikator: province.clone(),
                    verifikator_jabatan: "Kepala Bidang Data BKD Provinsi".into(),
                    indikator: kode.into(),
                    target: Some(target),
                    awal: self.measure(kode, n)?,
                    kelompok: kelompok.into(),
                    kewenangan: "Surat Gubernur 800/1.3 tanggal rakor ini".into(),
                })))
            };
        let mut all = vec![
            rtl(0, "Melengkapi nomor telepon genggam seluruh pegawai", mended, 60, "MUTU-07", 50, "")?,
            rtl(1, "Mengisi jabatan kosong lewat penempatan", late, 45, "JAB-03", 500, "")?,
            rtl(2, "Menyusun daftar periksa usul kenaikan pangkat", idle, 60, "KP-01", 0, "")?,
        ];
        for n in 1..self.instansi.len() {
            all.push(rtl(
                2,
                "Membahas daftar penjagaan kenaikan pangkat setiap bulan",
                n,
                160,
                "KP-01",
                0,
                "penjagaan",
            )?);
        }
        let mut made = self.say(0, id, all)?;
        made.truncate(3);
        let ask = isi::Rekomendasi {
            rumusan: points[0].clone(),
            arah: "luar".into(),
            kepada: "Kepala BKN".into(),
            permintaan: "Membuka unduhan massal data utama untuk BKD Provinsi.".into(),
            dasar: "Praktik rekonsiliasi data".into(),
            fakta: "Rekonsiliasi bulanan sekarang memakai unduhan per kabupaten/kota.".into(),
            tenggat: Some(day.add_days(60)),
        };
        let circular = isi::Rekomendasi {
            rumusan: points[2].clone(),
            arah: "gubernur".into(),
            kepada: "Gubernur".into(),
            permintaan: "Surat edaran daftar periksa usul kenaikan pangkat.".into(),
            ..isi::Rekomendasi::default()
        };
        let asked = self.say(0, id, vec![Isi::Rekomendasi(ask), Isi::Rekomendasi(circular)])?;
        self.at(day.add_days(5), 9, 0)?;
        let sent = |rekomendasi: &String, keadaan: &str, catatan: &str, days: i32| Isi::RekomendasiLanjut {
            rekomendasi: rekomendasi.clone(),
            keadaan: keadaan.into(),
            catatan: catatan.into(),
            tanggal: day.add_days(days),
        };
        self.say(
            0,
            id,
            vec![sent(&asked[0], "terkirim", "800/1.2/BKD", 5), sent(&asked[1], "dijawab", "SE 12", 5)],
        )?;
        Ok(made)
    }

    /// What becomes of them until the next one.
    fn follow_up(&mut self, day: Date, id: &str, rtl: &[String], mended: usize) -> Result<()> {
        let (late, idle) = others(mended, self.instansi.len());
        self.at(day.add_days(30), 9, 0)?;
        self.mend(mended)?;
        self.at(day.add_days(40), 9, 0)?;
        self.report(id, mended, &rtl[0], "Seluruh nomor telepon sudah dilengkapi per perangkat daerah.")?;
        self.at(day.add_days(41), 18, 0)?;
        self.store_figures(day.add_days(41))?;
        self.at(day.add_days(45), 13, 0)?;
        self.verify(id, &rtl[0], mended, "MUTU-07")?;
        for (tingkat, days) in [(1u8, 46), (2, 59)] {
            self.at(day.add_days(days), 6, 0)?;
            self.say(0, id, vec![Isi::Eskalasi { rtl: rtl[1].clone(), tingkat }])?;
        }
        self.at(day.add_days(62), 9, 0)?;
        self.report(id, idle, &rtl[2], "Daftar periksa sudah disusun dan dibagikan ke perangkat daerah.")?;
        self.at(day.add_days(64), 13, 0)?;
        self.verify(id, &rtl[2], idle, "KP-01")?;
        self.at(day.add_days(75), 6, 0)?;
        self.say(0, id, vec![Isi::Eskalasi { rtl: rtl[1].clone(), tingkat: 3 }])?;
        let _ = late;
        Ok(())
    }

    /// Phone numbers of everybody who has none there.
    fn mend(&mut self, n: usize) -> Result<()> {
        let world = self.hall.present().map_err(told)?;
        let register = &world.register;
        let own = register.names.find(&self.instansi[n].id);
        let these: Vec<PegawaiId> = (0..register.len())
            .filter(|&i| {
                register.active[i]
                    && Some(register.instansi[i]) == own
                    && register.codes[i].contains(Code::HpKosong)
            })
            .map(|i| register.id[i])
            .collect();
        let ledgers = self.hall.with(|conn| store::people::ledgers(conn, &these)).map_err(told)?;
        let today = self.hall.today();
        let draft = |(at, (id, ledger)): (usize, (&PegawaiId, &kernel::Ledger))| host::record::Draft {
            instansi: self.instansi[n].id.clone(),
            actor: format!("demo-{n}"),
            subject: Subject::Pegawai(*id),
            document: Document {
                rank: Rank::Surat,
                jenis: "Pemutakhiran data mandiri".into(),
                nomor: format!("800/{}/BKPSDM", 300 + at),
                tanggal: Some(today),
                penandatangan: String::new(),
                berkas: None,
                baris: None,
                urut: 0,
            },
            acts: vec![(
                Act::Perubahan,
                Fact::new(
                    Kind::Identitas,
                    None,
                    [(Field::NomorHp, Value::Text(format!("0812{:08}", 10_000_000 + at * 37).into()))],
                ),
            )],
            alasan: String::new(),
            based_on: ledger.heads().len(),
        };
        let drafts: Vec<_> = these.iter().zip(&ledgers).enumerate().map(draft).collect();
        for answer in self.hall.record_all(&drafts).map_err(told)? {
            answer.map_err(|e| anyhow!("rakor demo: {e:?}"))?;
        }
        Ok(())
    }

    fn report(&self, id: &str, n: usize, rtl: &str, teks: &str) -> Result<()> {
        let nama = "daftar-perbaikan.csv";
        let hash = self
            .hall
            .node
            .berkas
            .keep_text("No,Perangkat daerah,Keterangan\n1,Seluruh perangkat daerah,selesai\n")?;
        let laporan = isi::Laporan {
            rtl: rtl.to_owned(),
            teks: teks.into(),
            selesai: true,
            kendala: String::new(),
            berkas: nama.into(),
            sidik: store::derive::hex(&hash),
        };
        self.say_with(n, id, vec![(Isi::Laporan(laporan), Some(hash))]).map(|_| ())
    }

    fn verify(&self, id: &str, rtl: &str, n: usize, kode: &str) -> Result<()> {
        let rakor = self
            .hall
            .with(|conn| rakor::store::satu(conn, id))
            .map_err(told)?
            .ok_or_else(|| anyhow!("rakor demo hilang"))?;
        let report =
            rakor.rtl(rtl).and_then(|r| r.laporan.last()).map_or(String::new(), |l| l.tanda.id.clone());
        let verifikasi = isi::Verifikasi {
            rtl: rtl.to_owned(),
            laporan: report,
            selesai: true,
            alasan: "Bukti dukung lengkap dan sesuai.".into(),
            angka: self.measure(kode, n)?,
        };
        self.say(0, id, vec![Isi::Verifikasi(verifikasi)]).map(|_| ())
    }

    /// The next quarter: opened, attended, two points agreed.
    fn meet_again(&mut self, day: Date, id: &str) -> Result<()> {
        self.at(day, 9, 0)?;
        self.store_figures(day)?;
        self.say(0, id, vec![Isi::Dibuka])?;
        self.attend(day, id)?;
        self.at(day, 10, 0)?;
        let point = |agenda: &str, teks: &str| {
            Isi::Rumusan(isi::Rumusan { agenda: agenda.into(), teks: teks.into(), ..isi::Rumusan::default() })
        };
        let points = self.say(0, id, vec![
            point("a1", "Tindak lanjut yang terlambat dibawa ke rapat ini dan dilaporkan setiap bulan kepada Sekda Provinsi."),
            point("a2", "Cara desk Jumat diterapkan di seluruh kabupaten/kota."),
        ])?;
        self.agree(day, id, &points)
    }
}

/// The region whose follow-up is late, and the one whose moves nothing.
fn others(mended: usize, all: usize) -> (usize, usize) {
    let mut rest = (1..all).filter(|n| *n != mended);
    (rest.next().unwrap_or(0), rest.next().unwrap_or(0))
}
