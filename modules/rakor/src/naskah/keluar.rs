//! Letters that go out: for material before a rakor, to bodies outside, and about what is late.

use super::jenis::perlu;
use super::sebut::{baris, frasa, kalimat, kepala, potong, wilayah};
use super::{Kurang, Penulis};
use crate::rule::eskalasi::{SURAT, tercatat};
use host::tanggal;
use naskah_dinas::nota_dinas::Bagian;
use naskah_dinas::permintaan_bahan::Bahan;
use naskah_dinas::{PermintaanBahan, Rekomendasi, SuratDinas};

/// Where a letter says that something is told.
const LEWAT: &str = "melalui Sinergi";

impl Penulis<'_> {
    /// Roles invited of other instansi, as a letter addresses them: one by its instansi, several together.
    fn peran_diundang(&self) -> Vec<String> {
        let others = || {
            let of = |p: &&crate::rule::rakor::Pihak| {
                !p.tentang.instansi.is_empty() && p.tentang.instansi != self.rakor.instansi
            };
            self.rakor.undangan().filter(of)
        };
        let mut roles: Vec<&str> = Vec::new();
        for party in others() {
            if !roles.contains(&party.tentang.peran.as_str()) {
                roles.push(&party.tentang.peran);
            }
        }
        let home = (self.nama)(&self.rakor.instansi);
        let say = |role: &&str| {
            let of: Vec<&str> =
                others().filter(|p| p.tentang.peran == **role).map(|p| p.tentang.instansi.as_str()).collect();
            match of.as_slice() {
                [only] => format!("{role} {}", wilayah(&(self.nama)(only))),
                _ => format!("{role} kabupaten/kota di {}", wilayah(&home)),
            }
        };
        roles.iter().map(say).collect()
    }

    /// Asks regions for their material.
    pub(super) fn permintaan_bahan(&self) -> Result<PermintaanBahan, Kurang> {
        const SORT: &str = "permintaan_bahan";
        let (tenggat, uraian) = self.rakor.bahan.clone().ok_or_else(|| perlu(SORT))?;
        let kepada = self.peran_diundang();
        if kepada.is_empty() {
            return Err(perlu(SORT));
        }
        let ask = |uraian: String| Bahan {
            uraian,
            bentuk: "Isian Sinergi".into(),
            dari: "Instansi masing-masing".into(),
        };
        let mut bahan = vec![ask(uraian)];
        if !self.rakor.pokok.sebelumnya.is_empty() {
            bahan.push(ask("Perkembangan tindak lanjut rakor sebelumnya beserta bukti dukungnya".into()));
        }
        Ok(PermintaanBahan {
            surat: self.surat(format!("Permintaan bahan {}", self.rakor.pokok.judul), kepada),
            pembuka:
                "Untuk menyiapkan rapat koordinasi di bawah ini, kami meminta bahan yang menjadi tanggung \
                      jawab Saudara."
                    .into(),
            acara: self.acara(SORT).ok(),
            bahan,
            tenggat,
            cara_kirim: format!("{LEWAT} pada menu Rakor, halaman Masalah"),
            narahubung: String::new(),
            penutup: "Atas kerja sama Saudara disampaikan terima kasih.".into(),
        })
    }

    /// What it rests on: what was written, and the point it follows from.
    pub(super) fn dasar(&self, written: &str, rumusan: &str) -> Vec<String> {
        let point = self.butir(rumusan).map(|(n, _)| format!("Rumusan {}, butir {n}.", self.rapat()));
        baris(written).iter().map(|line| kalimat(line)).chain(point).collect()
    }

    /// A request to a body outside.
    pub(super) fn rekomendasi(&self, id: &str) -> Result<Rekomendasi, Kurang> {
        let asked = self.saran(id).filter(|s| s.isi.arah == "luar").ok_or_else(|| perlu("rekomendasi"))?;
        let isi = &asked.isi;
        let hal = format!("Rekomendasi: {}", potong(frasa(&isi.permintaan), 90));
        Ok(Rekomendasi {
            surat: self.surat(hal, vec![isi.kepada.clone()]),
            pembuka: format!(
                "Menindaklanjuti {}, dengan hormat kami sampaikan rekomendasi sebagai berikut.",
                self.rapat()
            ),
            dasar: self.dasar(&isi.dasar, &isi.rumusan),
            fakta: baris(&isi.fakta),
            permintaan: baris(&isi.permintaan),
            tenggat: isi.tenggat,
            penutup: "Atas perhatian dan kerja sama Saudara disampaikan terima kasih.".into(),
        })
    }

    /// The rung of the ladder at which the province writes: about one late follow-up, to who leads the region.
    pub(super) fn surat_terlambat(&self, id: &str) -> Result<SuratDinas, Kurang> {
        const SORT: &str = "surat_terlambat";
        let found = self.rakor.rtl(id).filter(|r| r.terbuka() && tercatat(r) >= SURAT);
        let (rtl, bahan) = found.zip(self.bahan).ok_or_else(|| perlu(SORT))?;
        let d = bahan.alat.satu(self.rakor, rtl);
        let owner = (self.nama)(&rtl.isi.instansi);
        let leader = kepala(&(self.nama)(&self.rakor.instansi));
        let due =
            rtl.isi.tenggat.map_or(String::new(), |day| format!(" paling lambat {}", tanggal(day).long()));
        let mut keadaan = vec![
            format!("{owner} menyepakati: {}{due}.", frasa(&rtl.isi.uraian)),
            format!(
                "Sampai dengan {} tindak lanjut tersebut lewat {} hari dari tenggat dan belum dinyatakan selesai.",
                tanggal(self.hari).long(),
                d.lewat.max(0)
            ),
        ];
        keadaan.extend(bahan.angka_rtl(&d));
        let mut surat = self
            .surat(format!("Penyelesaian tindak lanjut {}", self.rakor.pokok.judul), vec![kepala(&owner)]);
        surat.sifat = "Segera".into();
        surat.penanda.atas_nama.get_or_insert(leader.clone());
        surat.tembusan = vec![format!("{leader} (sebagai laporan)")];
        let part = |judul: &str, isi: Vec<String>| Bagian { judul: judul.into(), isi };
        Ok(SuratDinas {
            surat,
            pembuka: format!("Menindaklanjuti {}, dengan hormat kami sampaikan hal-hal sebagai berikut.", self.rapat()),
            bagian: vec![
                part("Dasar", self.dasar(&self.rakor.kewenangan(rtl).unwrap_or_default(), &rtl.isi.rumusan)),
                part("Keadaan", keadaan),
                part(
                    "Permintaan",
                    vec![
                        "Menyelesaikan tindak lanjut tersebut dan menyampaikan kendalanya bila ada.".into(),
                        format!("Melaporkannya {LEWAT} dengan bukti dukung: {}.", frasa(&rtl.isi.bukti)),
                    ],
                ),
            ],
            penutup: "Perkembangannya dibahas pada rapat koordinasi berikutnya. Atas perhatian Saudara disampaikan \
                      terima kasih."
                .into(),
        })
    }
}
