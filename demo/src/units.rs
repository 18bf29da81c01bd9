//! The tree of a government's units and the posts in them.
//!
//! Ids follow from the instansi and the path of names, not from the seed: the known people may
//! name their units, and a page of the demonstration keeps its address.

use crate::codes::{self, JABATAN, Jenis};
use crate::names::KELURAHAN;
use crate::rng::{Rng, hash_text, hex_id};

/// A unit of the organisation (unor).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitSeed {
    /// BKN's id.
    pub id: String,
    /// Its name.
    pub nama: String,
    /// The unit above; empty for the root.
    pub atasan_id: String,
    /// Echelon of its head, "III.a"; empty when it has none.
    pub eselon: &'static str,
    /// What its head is called; empty when nobody of the civil service heads it.
    pub nama_jabatan: String,
    /// Kind of unit: "dinas", "sekolah", "kecamatan" …
    pub jenis: &'static str,
    /// How deep it stands below the root.
    pub depth: u8,
}

/// What a post is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostKind {
    /// Heads its unit; place in [`codes::ESELON`].
    Head(u8),
    /// Place in [`codes::JABATAN`].
    Listed(u8),
}

/// A post before it is written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Post {
    /// Place of its unit in the list of units.
    pub unit: u32,
    /// What it is.
    pub kind: PostKind,
    /// How many people the office needs.
    pub kebutuhan: u16,
    /// How many people hold it.
    pub terisi: u16,
}

impl Post {
    /// Kind of the post.
    pub fn jenis(&self) -> Jenis {
        match self.kind {
            PostKind::Head(_) => Jenis::Struktural,
            PostKind::Listed(n) => JABATAN[usize::from(n)].jenis,
        }
    }
}

/// Units and posts of one government, sized for a number of people.
#[derive(Debug)]
pub struct Organisation {
    /// The units, every unit after the one above it.
    pub units: Vec<UnitSeed>,
    /// Their posts, in the order of the units.
    pub posts: Vec<Post>,
    instansi: u64,
    paths: Vec<String>,
}

/// Groups of posts as places in the catalogue with their weight (how many people, relatively).
type Mix = &'static [(u8, u32)];

const OFFICE: Mix = &[(39, 4), (41, 3), (43, 3), (44, 2)];
const SECRETARIAT: Mix =
    &[(22, 2), (23, 2), (26, 1), (27, 1), (39, 4), (40, 2), (42, 2), (43, 4), (44, 2), (45, 1)];
const FIELD: Mix = &[(24, 2), (25, 3), (28, 1), (29, 1), (39, 5), (41, 3)];
const SCHOOL: Mix = &[(0, 9), (1, 6), (2, 4), (43, 1), (44, 1)];
const CLINIC: Mix = &[
    (12, 2),
    (13, 1),
    (3, 5),
    (4, 3),
    (5, 2),
    (6, 3),
    (8, 5),
    (9, 3),
    (10, 2),
    (11, 2),
    (15, 1),
    (17, 1),
    (18, 1),
    (43, 1),
];
const HOSPITAL: Mix = &[
    (12, 8),
    (13, 6),
    (14, 4),
    (3, 24),
    (4, 14),
    (5, 8),
    (6, 14),
    (7, 6),
    (8, 8),
    (9, 4),
    (15, 3),
    (16, 2),
    (29, 1),
    (42, 4),
    (43, 6),
    (44, 6),
];
const AUDIT: Mix = &[(30, 5), (31, 5), (32, 3), (41, 2), (43, 1)];
const PERSONNEL: Mix = &[(19, 4), (20, 3), (21, 1), (28, 1), (29, 2), (39, 2)];
const FARM: Mix = &[(33, 4), (34, 5), (35, 3), (42, 2)];
const ORDER: Mix = &[(36, 8), (37, 5), (44, 6)];
const WARD: Mix = &[(42, 1), (43, 2), (44, 1)];

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

/// The unit id of a path of names under an instansi.
pub fn unit_id(instansi_id: &str, path: &str) -> String {
    hex_id(hash_text(instansi_id), hash_text(path))
}

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
            self.posts.push(Post { unit, kind: PostKind::Head(eselon), kebutuhan: 1, terisi: 0 });
        }
        for &(listed, weight) in mix {
            // The weight waits in `kebutuhan` until the posts are filled.
            self.posts.push(Post {
                unit,
                kind: PostKind::Listed(listed),
                kebutuhan: weight as u16,
                terisi: 0,
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

    /// Decides who many people each post has and needs, so that exactly `people` are placed.
    /// A few posts stay vacant and a few have one too many, as in life.
    pub fn fill(&mut self, people: usize, rng: &mut Rng) {
        let heads = self.posts.iter().filter(|p| p.jenis() == Jenis::Struktural).count();
        // In a small government most heads are missing: at most one head in eight people.
        let heads_filled = (heads * 94 / 100).min(people / 8);
        let mut head = 0;
        // Three posts in a hundred stay vacant; their weight goes to the others.
        for post in self.posts.iter_mut().filter(|p| p.jenis() != Jenis::Struktural) {
            if rng.chance(30) {
                post.kebutuhan = 0;
            }
        }
        let weight: u64 = self
            .posts
            .iter()
            .filter(|p| p.jenis() != Jenis::Struktural)
            .map(|p| u64::from(p.kebutuhan))
            .sum();
        let rest = (people - heads_filled) as u64;
        let mut seen = 0u64;
        for post in &mut self.posts {
            if post.jenis() == Jenis::Struktural {
                // Spread over the tree: exactly `heads_filled` of `heads`.
                post.terisi = ((head + 1) * heads_filled / heads - head * heads_filled / heads) as u16;
                head += 1;
                continue;
            }
            let before = seen * rest / weight.max(1);
            seen += u64::from(post.kebutuhan);
            post.terisi = (seen * rest / weight.max(1) - before) as u16;
            post.kebutuhan = match rng.below(100) {
                0..60 => post.terisi.max(1),
                60..92 => post.terisi + 1 + rng.below(2) as u16,
                _ => post.terisi.saturating_sub(1).max(1),
            };
        }
    }

    /// For each place in the list of people (in an order of chance) the place of the post held.
    pub fn assignment(&self, rng: &mut Rng) -> Vec<u32> {
        let mut list = Vec::with_capacity(self.posts.iter().map(|p| usize::from(p.terisi)).sum());
        for (n, post) in self.posts.iter().enumerate() {
            list.extend(std::iter::repeat_n(n as u32, usize::from(post.terisi)));
        }
        rng.shuffle(&mut list);
        list
    }

    /// Name of a post.
    pub fn jabatan(&self, post: &Post) -> &str {
        match post.kind {
            PostKind::Head(_) => &self.units[post.unit as usize].nama_jabatan,
            PostKind::Listed(n) => JABATAN[usize::from(n)].nama,
        }
    }
}
