//! The tree itself: which units a government has and which posts stand in them.

use super::mix::{
    AUDIT, CLINIC, FARM, FIELD, HOSPITAL, Mix, OFFICE, ORDER, PERSONNEL, SCHOOL, SECRETARIAT, WARD,
};
use super::{Organisation, Post, PostKind, UnitSeed, unit_id};
use crate::codes;
use crate::names::KELURAHAN;
use crate::rng::{hash_text, hex_id};

const SHARED_OFFICES: [&str; 22] = [
    "Dinas Pendidikan",
    "Dinas Kesehatan",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Dinas Perumahan dan Kawasan Permukiman",
    "Dinas Sosial",
    "Dinas Tenaga Kerja dan Transmigrasi",
    "Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
    "Dinas Ketahanan Pangan",
    "Dinas Lingkungan Hidup",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Pemberdayaan Masyarakat dan Desa",
    "Dinas Perhubungan",
    "Dinas Komunikasi dan Informatika",
    "Dinas Koperasi, Usaha Kecil dan Menengah",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "Dinas Kepemudaan dan Olahraga",
    "Dinas Perpustakaan dan Kearsipan",
    "Dinas Kelautan dan Perikanan",
    "Dinas Pariwisata dan Kebudayaan",
    "Dinas Pertanian",
    "Dinas Perindustrian dan Perdagangan",
    "Satuan Polisi Pamong Praja",
];

/// Where a new unit goes and who heads it.
struct Spec<'a> {
    above: usize,
    nama: &'a str,
    eselon: Option<u8>,
    head: String,
    jenis: &'static str,
}

impl Organisation {
    /// Builds the tree of `nama` for about `people` people. A province has biro and high schools,
    /// a kabupaten or kota has puskesmas, kecamatan and kelurahan.
    pub fn new(instansi_id: &str, nama: &str, people: usize) -> Organisation {
        let mut org =
            Organisation { units: vec![], posts: vec![], instansi: hash_text(instansi_id), paths: vec![] };
        let province = nama.contains("Provinsi");
        let place = nama.trim_start_matches("Pemerintah ").trim_start_matches("Provinsi ");
        org.units.push(UnitSeed {
            id: unit_id(instansi_id, ""),
            nama: nama.to_owned(),
            atasan_id: String::new(),
            eselon: "",
            nama_jabatan: if province {
                format!("Gubernur {place}")
            } else {
                format!("Kepala Daerah {place}")
            },
            jenis: "pemerintah",
            depth: 0,
        });
        org.paths.push(String::new());
        org.secretariat(province);
        for name in SHARED_OFFICES {
            org.office(name, province, people);
        }
        let personnel = if province {
            "Badan Kepegawaian Daerah"
        } else {
            "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
        };
        for name in [
            "Inspektorat Daerah",
            "Badan Perencanaan Pembangunan Daerah",
            "Badan Pengelola Keuangan dan Aset Daerah",
            "Badan Pendapatan Daerah",
            "Badan Kesatuan Bangsa dan Politik",
            "Badan Penanggulangan Bencana Daerah",
            personnel,
        ] {
            org.office(name, province, people);
        }
        if !province {
            org.districts(people);
        }
        org
    }

    fn add(&mut self, spec: Spec<'_>, mix: Mix) -> usize {
        let (above_id, depth) = (self.units[spec.above].id.clone(), self.units[spec.above].depth + 1);
        let above = &self.paths[spec.above];
        let path = if above.is_empty() { spec.nama.to_owned() } else { format!("{above}/{}", spec.nama) };
        let place = self.units.len();
        self.units.push(UnitSeed {
            id: hex_id(self.instansi, hash_text(&path)),
            nama: spec.nama.to_owned(),
            atasan_id: above_id,
            eselon: spec.eselon.map_or("", |e| codes::ESELON[usize::from(e)].nama),
            nama_jabatan: spec.head,
            jenis: spec.jenis,
            depth,
        });
        self.paths.push(path);
        let unit = place as u32;
        if let Some(eselon) = spec.eselon {
            self.posts.push(Post {
                unit,
                kind: PostKind::Head(eselon),
                kebutuhan: 1,
                terisi: 0,
                reserved: false,
                told: false,
            });
        }
        for &(listed, weight) in mix {
            // The weight waits in `kebutuhan` until the posts are filled.
            self.posts.push(Post {
                unit,
                kind: PostKind::Listed(listed),
                kebutuhan: weight as u16,
                terisi: 0,
                reserved: false,
                told: false,
            });
        }
        place
    }

    fn secretariat(&mut self, province: bool) {
        let top = u8::from(!province);
        let setda = self.add(
            Spec {
                above: 0,
                nama: "Sekretariat Daerah",
                eselon: Some(top),
                head: "Sekretaris Daerah".into(),
                jenis: "sekretariat",
            },
            &[],
        );
        let groups: [(&str, [&str; 3]); 3] = [
            (
                "Pemerintahan dan Kesejahteraan Rakyat",
                ["Pemerintahan dan Otonomi Daerah", "Kesejahteraan Rakyat", "Hukum"],
            ),
            (
                "Perekonomian dan Pembangunan",
                ["Perekonomian", "Pengadaan Barang dan Jasa", "Administrasi Pembangunan"],
            ),
            ("Administrasi Umum", ["Organisasi", "Umum", "Administrasi Pimpinan"]),
        ];
        for (field, offices) in groups {
            let assistant = self.add(
                Spec {
                    above: setda,
                    nama: &format!("Asisten {field}"),
                    eselon: Some(top + 1),
                    head: format!("Asisten {field}"),
                    jenis: "asisten",
                },
                &[],
            );
            for office in offices {
                let (word, eselon, below, below_eselon) =
                    if province { ("Biro", 2, "Bagian", 3) } else { ("Bagian", 3, "Subbagian", 5) };
                let bureau = self.add(
                    Spec {
                        above: assistant,
                        nama: &format!("{word} {office}"),
                        eselon: Some(eselon),
                        head: format!("Kepala {word} {office}"),
                        jenis: "biro",
                    },
                    OFFICE,
                );
                for part in ["Tata Usaha", "Kebijakan dan Pelaporan"] {
                    self.add(
                        Spec {
                            above: bureau,
                            nama: &format!("{below} {part} {office}"),
                            eselon: Some(below_eselon),
                            head: format!("Kepala {below} {part} {office}"),
                            jenis: "bagian",
                        },
                        FIELD,
                    );
                }
            }
        }
        let dprd = self.add(
            Spec {
                above: 0,
                nama: "Sekretariat DPRD",
                eselon: Some(top + 1),
                head: "Sekretaris DPRD".into(),
                jenis: "sekretariat",
            },
            OFFICE,
        );
        for part in ["Umum dan Keuangan", "Persidangan dan Perundang-undangan"] {
            self.add(
                Spec {
                    above: dprd,
                    nama: &format!("Bagian {part}"),
                    eselon: Some(3),
                    head: format!("Kepala Bagian {part}"),
                    jenis: "bagian",
                },
                FIELD,
            );
        }
    }

    /// A dinas or badan with its secretariat, fields and what belongs to it (schools, clinics …).
    fn office(&mut self, name: &str, province: bool, people: usize) {
        let word = name.split(' ').next().unwrap_or(name);
        let (jenis, head) = match word {
            "Inspektorat" => ("inspektorat", "Inspektur Daerah".to_owned()),
            "Satuan" => ("satpol", "Kepala Satuan Polisi Pamong Praja".to_owned()),
            "Badan" => ("badan", format!("Kepala {name}")),
            _ => ("dinas", format!("Kepala {name}")),
        };
        let top = if province { 1 } else { 2 };
        let office = self.add(Spec { above: 0, nama: name, eselon: Some(top), head, jenis }, &[]);
        let secretariat = self.add(
            Spec {
                above: office,
                nama: &format!("Sekretariat {name}"),
                eselon: Some(3),
                head: format!("Sekretaris {name}"),
                jenis: "sekretariat",
            },
            SECRETARIAT,
        );
        for part in ["Umum dan Kepegawaian", "Keuangan dan Perencanaan"] {
            self.add(
                Spec {
                    above: secretariat,
                    nama: &format!("Subbagian {part} {name}"),
                    eselon: Some(5),
                    head: format!("Kepala Subbagian {part} {name}"),
                    jenis: "subbagian",
                },
                OFFICE,
            );
        }
        let mix = match name {
            "Inspektorat Daerah" => AUDIT,
            "Dinas Pertanian" => FARM,
            "Satuan Polisi Pamong Praja" => ORDER,
            _ if name.starts_with("Badan Kepegawaian") => PERSONNEL,
            _ => FIELD,
        };
        for part in ["Perencanaan dan Kebijakan", "Pelayanan", "Pembinaan dan Pengawasan"] {
            self.add(
                Spec {
                    above: office,
                    nama: &format!("Bidang {part} {name}"),
                    eselon: Some(if province { 3 } else { 4 }),
                    head: format!("Kepala Bidang {part} {name}"),
                    jenis: "bidang",
                },
                mix,
            );
        }
        match name {
            "Dinas Pendidikan" => self.schools(office, province, people),
            "Dinas Kesehatan" => self.clinics(office, province, people),
            _ => {}
        }
    }

    fn schools(&mut self, office: usize, province: bool, people: usize) {
        let count = (people / if province { 110 } else { 38 }).max(1);
        for n in 0..count {
            let ward = KELURAHAN[n % KELURAHAN.len()];
            let kind = match (province, n % 5) {
                (true, 0..=2) => "SMA Negeri",
                (true, 3) => "SMK Negeri",
                (true, _) => "SLB Negeri",
                (false, 0..=3) => "SD Negeri",
                (false, _) => "SMP Negeri",
            };
            let nama = format!("{kind} {} {ward}", n / KELURAHAN.len() + 1);
            self.add(
                Spec { above: office, nama: &nama, eselon: None, head: String::new(), jenis: "sekolah" },
                SCHOOL,
            );
        }
    }

    fn clinics(&mut self, office: usize, province: bool, people: usize) {
        for n in 0..if province { 2 } else { 1 } {
            let nama = if n == 0 { "RSUD Harapan Bumi".to_owned() } else { "RSUD Sehat Sentosa".to_owned() };
            let eselon = Some(if province { 2 } else { 3 });
            self.add(
                Spec {
                    above: office,
                    nama: &nama,
                    eselon,
                    head: format!("Direktur {nama}"),
                    jenis: "rumah sakit",
                },
                HOSPITAL,
            );
        }
        let count = if province { people / 2_000 } else { (people / 260).max(1) };
        for n in 0..count {
            let ward = KELURAHAN[n % KELURAHAN.len()];
            let kind = if province { "UPTD Laboratorium Kesehatan" } else { "Puskesmas" };
            let nama = match n / KELURAHAN.len() {
                0 => format!("{kind} {ward}"),
                more => format!("{kind} {ward} {}", more + 1),
            };
            self.add(
                Spec { above: office, nama: &nama, eselon: None, head: String::new(), jenis: "puskesmas" },
                CLINIC,
            );
        }
    }

    fn districts(&mut self, people: usize) {
        for n in 0..(people / 420).clamp(2, KELURAHAN.len()) {
            let ward = KELURAHAN[n];
            let nama = format!("Kecamatan {ward}");
            let district = self.add(
                Spec {
                    above: 0,
                    nama: &nama,
                    eselon: Some(3),
                    head: format!("Camat {ward}"),
                    jenis: "kecamatan",
                },
                WARD,
            );
            for (part, eselon, head) in [
                ("Sekretariat", 4, "Sekretaris"),
                ("Seksi Pemerintahan", 5, "Kepala Seksi Pemerintahan"),
                ("Seksi Pemberdayaan", 5, "Kepala Seksi Pemberdayaan"),
            ] {
                let (nama, head) = (format!("{part} Kecamatan {ward}"), format!("{head} Kecamatan {ward}"));
                self.add(
                    Spec { above: district, nama: &nama, eselon: Some(eselon), head, jenis: "seksi" },
                    WARD,
                );
            }
            let village = KELURAHAN[(n + 7) % KELURAHAN.len()];
            let nama = format!("Kelurahan {village}");
            self.add(
                Spec {
                    above: district,
                    nama: &nama,
                    eselon: Some(5),
                    head: format!("Lurah {village}"),
                    jenis: "kelurahan",
                },
                WARD,
            );
        }
    }
}
