//! Small code tables in the words of the offices: only what the fictional province needs.

use crate::profil::Status;

/// Golongan ruang of PNS: id, name, pangkat; the place in the list is the step.
pub static GOLONGAN: [(&str, &str, &str); 17] = [
    ("11", "I/a", "Juru Muda"),
    ("12", "I/b", "Juru Muda Tingkat I"),
    ("13", "I/c", "Juru"),
    ("14", "I/d", "Juru Tingkat I"),
    ("21", "II/a", "Pengatur Muda"),
    ("22", "II/b", "Pengatur Muda Tingkat I"),
    ("23", "II/c", "Pengatur"),
    ("24", "II/d", "Pengatur Tingkat I"),
    ("31", "III/a", "Penata Muda"),
    ("32", "III/b", "Penata Muda Tingkat I"),
    ("33", "III/c", "Penata"),
    ("34", "III/d", "Penata Tingkat I"),
    ("41", "IV/a", "Pembina"),
    ("42", "IV/b", "Pembina Tingkat I"),
    ("43", "IV/c", "Pembina Utama Muda"),
    ("44", "IV/d", "Pembina Utama Madya"),
    ("45", "IV/e", "Pembina Utama"),
];

/// Golongan of PPPK: id and name.
pub static GOLONGAN_PPPK: [(&str, &str); 17] = [
    ("01", "I"),
    ("02", "II"),
    ("03", "III"),
    ("04", "IV"),
    ("05", "V"),
    ("06", "VI"),
    ("07", "VII"),
    ("08", "VIII"),
    ("09", "IX"),
    ("10", "X"),
    ("11", "XI"),
    ("12", "XII"),
    ("13", "XIII"),
    ("14", "XIV"),
    ("15", "XV"),
    ("16", "XVI"),
    ("17", "XVII"),
];

/// Since when the posts of the map exist, as files write it.
pub const POSTS_SINCE: &str = "01-01-1990";

/// Religions by code 1 to 6.
pub static AGAMA: [&str; 6] = ["Islam", "Kristen", "Katholik", "Hindu", "Budha", "Konghucu"];

/// Marital states by code 1 to 4.
pub static KAWIN: [&str; 4] = ["Menikah", "Cerai", "Janda / Duda", "Belum Kawin"];

/// Kind of employee and legal status as SIASN words them: id, name, id, name.
pub fn employment(status: Status, province: bool) -> [&'static str; 4] {
    match (status, province) {
        (Status::Pppk, _) => ["71", "PPPK", "71", "PPPK Aktif"],
        (Status::ParuhWaktu, _) => ["72", "PPPK Paruh Waktu", "101", "PPPK Paruh Waktu"],
        (Status::NonAsn, _) => ["", "Non-ASN", "01", "Aktif"],
        (_, true) => ["10", "PNS Daerah Propinsi yang bekerja pada Propinsi", "01", "Aktif"],
        (_, false) => ["15", "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota", "01", "Aktif"],
    }
}

/// Kinds of post: id and name, in the order of [`Jenis`].
pub static JENIS_JABATAN: [(&str, &str); 3] =
    [("1", "Jabatan Struktural"), ("2", "Jabatan Fungsional Tertentu"), ("4", "Jabatan Fungsional Umum")];

/// Kind of a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Jenis {
    /// Head of a unit.
    Struktural,
    /// JF.
    Fungsional,
    /// Pelaksana.
    Pelaksana,
}

/// Level of schooling.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tingkat {
    /// Primary school.
    Sd,
    /// Secondary school.
    Slta,
    /// Diploma.
    D3,
    /// First degree.
    S1,
    /// Second degree or profession.
    S2,
}

impl Tingkat {
    /// Code and name.
    pub fn code(self) -> (&'static str, &'static str) {
        match self {
            Tingkat::Sd => ("05", "Sekolah Dasar"),
            Tingkat::Slta => ("15", "SLTA"),
            Tingkat::D3 => ("30", "Diploma III/Sarjana Muda"),
            Tingkat::S1 => ("40", "S-1/Sarjana"),
            Tingkat::S2 => ("45", "S-2"),
        }
    }
    /// Step of [`GOLONGAN`] a CPNS starts on.
    pub fn start(self) -> usize {
        match self {
            Tingkat::Sd => 0,
            Tingkat::Slta => 4,
            Tingkat::D3 => 6,
            Tingkat::S1 => 8,
            Tingkat::S2 => 9,
        }
    }
    /// Highest step without leaving the group of pelaksana.
    pub fn ceiling(self) -> usize {
        match self {
            Tingkat::Sd => 4,
            Tingkat::Slta => 9,
            Tingkat::D3 => 10,
            Tingkat::S1 => 11,
            Tingkat::S2 => 12,
        }
    }
    /// Step of [`GOLONGAN_PPPK`] at entry.
    pub fn pppk(self) -> usize {
        match self {
            Tingkat::Sd => 0,
            Tingkat::Slta => 4,
            Tingkat::D3 => 6,
            Tingkat::S1 => 8,
            Tingkat::S2 => 9,
        }
    }
    /// Youngest age at the end of it.
    pub fn age(self) -> i16 {
        match self {
            Tingkat::Sd => 19,
            Tingkat::Slta => 19,
            Tingkat::D3 => 22,
            Tingkat::S1 => 23,
            Tingkat::S2 => 25,
        }
    }
}

/// A programme of study with the titles it gives.
#[derive(Debug)]
pub struct Prodi {
    /// Level.
    pub tingkat: Tingkat,
    /// Name as SIASN writes it.
    pub nama: &'static str,
    /// Title before the name.
    pub depan: &'static str,
    /// Title after the name.
    pub belakang: &'static str,
}

const fn prodi(tingkat: Tingkat, nama: &'static str, depan: &'static str, belakang: &'static str) -> Prodi {
    Prodi { tingkat, nama, depan, belakang }
}

use Tingkat::{D3, S1, S2, Sd, Slta};

/// Programmes by field of work; a field of [`Jabatan`] points here.
pub static PRODI: [&[Prodi]; 13] = [
    &[
        prodi(S1, "S-1 PENDIDIKAN GURU SEKOLAH DASAR", "", "S.Pd."),
        prodi(S1, "S-1 PENDIDIKAN MATEMATIKA", "", "S.Pd."),
        prodi(S1, "S-1 PENDIDIKAN BAHASA INDONESIA", "", "S.Pd."),
        prodi(S2, "S-2 MANAJEMEN PENDIDIKAN", "", "S.Pd., M.Pd."),
    ],
    &[prodi(D3, "D-III KEPERAWATAN", "", "A.Md.Kep."), prodi(S1, "S-1 KEPERAWATAN", "Ns.", "S.Kep.")],
    &[prodi(D3, "D-III KEBIDANAN", "", "A.Md.Keb."), prodi(S1, "S-1 KEBIDANAN", "", "S.Keb., Bd.")],
    &[prodi(S2, "PROFESI DOKTER", "dr.", ""), prodi(S2, "DOKTER SPESIALIS ANAK", "dr.", "Sp.A.")],
    &[prodi(S2, "PROFESI APOTEKER", "apt.", "S.Farm.")],
    &[
        prodi(D3, "D-III KESEHATAN LINGKUNGAN", "", "A.Md.KL."),
        prodi(S1, "S-1 KESEHATAN MASYARAKAT", "", "S.K.M."),
    ],
    &[
        prodi(Sd, "SEKOLAH DASAR", "", ""),
        prodi(Slta, "SMA IPS", "", ""),
        prodi(Slta, "SMA IPA", "", ""),
        prodi(D3, "D-III ADMINISTRASI PERKANTORAN", "", "A.Md."),
        prodi(S1, "S-1 ILMU ADMINISTRASI NEGARA", "", "S.A.P."),
        prodi(S1, "S-1 HUKUM", "", "S.H."),
        prodi(S1, "S-1 EKONOMI MANAJEMEN", "", "S.E."),
        prodi(S1, "S-1 ILMU PEMERINTAHAN", "", "S.IP."),
        prodi(S2, "S-2 ADMINISTRASI PUBLIK", "", "S.Sos., M.A.P."),
        prodi(S2, "S-2 MANAJEMEN", "", "S.E., M.M."),
    ],
    &[
        prodi(D3, "D-III MANAJEMEN INFORMATIKA", "", "A.Md.Kom."),
        prodi(S1, "S-1 TEKNIK INFORMATIKA", "", "S.Kom."),
    ],
    &[prodi(D3, "D-III AGRIBISNIS", "", "A.Md.P."), prodi(S1, "S-1 AGROTEKNOLOGI", "Ir.", "S.P.")],
    &[prodi(S1, "S-1 AKUNTANSI", "", "S.E., Ak."), prodi(S2, "S-2 AKUNTANSI", "", "S.E., M.Ak.")],
    // From here on what heads have studied who rose in the field of their office.
    &[
        prodi(S1, "S-1 TEKNIK SIPIL", "", "S.T."),
        prodi(S1, "S-1 TEKNIK LINGKUNGAN", "", "S.T."),
        prodi(S2, "S-2 TEKNIK SIPIL", "", "S.T., M.T."),
    ],
    &[
        prodi(S1, "S-1 KESEHATAN MASYARAKAT", "", "S.K.M."),
        prodi(S2, "S-2 KESEHATAN MASYARAKAT", "", "S.K.M., M.Kes."),
    ],
    &[
        prodi(S1, "S-1 KESEJAHTERAAN SOSIAL", "", "S.Tr.Sos."),
        prodi(S1, "S-1 SOSIOLOGI", "", "S.Sos."),
        prodi(S1, "S-1 EKONOMI PEMBANGUNAN", "", "S.E."),
        prodi(S2, "S-2 MANAJEMEN", "", "S.E., M.M."),
    ],
];

/// A post name of the catalogue (JF with its jenjang, or pelaksana).
#[derive(Debug)]
pub struct Jabatan {
    /// Full name, jenjang included.
    pub nama: &'static str,
    /// JF or pelaksana.
    pub jenis: Jenis,
    /// Short jenjang of a JF (PT, MU, MA, TR, MH, PY), empty for pelaksana.
    pub jenjang: &'static str,
    /// Class of the post.
    pub kelas: u8,
    /// Lowest and highest step of [`GOLONGAN`].
    pub golongan: (usize, usize),
    /// Least schooling.
    pub tingkat: Tingkat,
    /// Field of study, an index of [`PRODI`].
    pub bidang: usize,
}

impl Jabatan {
    /// Its id in the reference list: follows from the name.
    pub fn id(&self) -> String {
        jabatan_id(self.nama)
    }
}

/// The reference id of a post name.
pub fn jabatan_id(nama: &str) -> String {
    crate::rng::hex_id(crate::rng::hash_text(nama), 0x4A41_4241)
}

const fn jf(
    nama: &'static str,
    jenjang: &'static str,
    kelas: u8,
    golongan: (usize, usize),
    tingkat: Tingkat,
    bidang: usize,
) -> Jabatan {
    Jabatan { nama, jenis: Jenis::Fungsional, jenjang, kelas, golongan, tingkat, bidang }
}

const fn pelaksana(nama: &'static str, kelas: u8, golongan: (usize, usize), tingkat: Tingkat) -> Jabatan {
    Jabatan { nama, jenis: Jenis::Pelaksana, jenjang: "", kelas, golongan, tingkat, bidang: 6 }
}

const PT: (usize, usize) = (8, 9);
const MU: (usize, usize) = (10, 11);
const MA: (usize, usize) = (12, 14);
const TR: (usize, usize) = (6, 7);
const MH: (usize, usize) = (8, 9);
const PY: (usize, usize) = (10, 11);

/// The catalogue; groups below speak of it by place.
pub static JABATAN: [Jabatan; 46] = [
    jf("Guru Ahli Pertama", "PT", 8, PT, S1, 0),
    jf("Guru Ahli Muda", "MU", 9, MU, S1, 0),
    jf("Guru Ahli Madya", "MA", 11, MA, S1, 0),
    jf("Perawat Terampil", "TR", 6, TR, D3, 1),
    jf("Perawat Mahir", "MH", 7, MH, D3, 1),
    jf("Perawat Penyelia", "PY", 8, PY, D3, 1),
    jf("Perawat Ahli Pertama", "PT", 8, PT, S1, 1),
    jf("Perawat Ahli Muda", "MU", 9, MU, S1, 1),
    jf("Bidan Terampil", "TR", 6, TR, D3, 2),
    jf("Bidan Mahir", "MH", 7, MH, D3, 2),
    jf("Bidan Penyelia", "PY", 8, PY, D3, 2),
    jf("Bidan Ahli Pertama", "PT", 8, PT, S1, 2),
    jf("Dokter Ahli Pertama", "PT", 9, (9, 9), S2, 3),
    jf("Dokter Ahli Muda", "MU", 10, MU, S2, 3),
    jf("Dokter Ahli Madya", "MA", 12, MA, S2, 3),
    jf("Apoteker Ahli Pertama", "PT", 8, (9, 9), S2, 4),
    jf("Apoteker Ahli Muda", "MU", 9, MU, S2, 4),
    jf("Tenaga Sanitasi Lingkungan Terampil", "TR", 6, TR, D3, 5),
    jf("Epidemiolog Kesehatan Ahli Pertama", "PT", 8, PT, S1, 5),
    jf("Analis Sumber Daya Manusia Aparatur Ahli Pertama", "PT", 8, PT, S1, 6),
    jf("Analis Sumber Daya Manusia Aparatur Ahli Muda", "MU", 9, MU, S1, 6),
    jf("Analis Sumber Daya Manusia Aparatur Ahli Madya", "MA", 11, MA, S1, 6),
    jf("Perencana Ahli Pertama", "PT", 8, PT, S1, 6),
    jf("Perencana Ahli Muda", "MU", 9, MU, S1, 6),
    jf("Analis Kebijakan Ahli Pertama", "PT", 8, PT, S1, 6),
    jf("Analis Kebijakan Ahli Muda", "MU", 9, MU, S1, 6),
    jf("Arsiparis Terampil", "TR", 6, TR, D3, 6),
    jf("Arsiparis Ahli Pertama", "PT", 8, PT, S1, 6),
    jf("Pranata Komputer Terampil", "TR", 6, TR, D3, 7),
    jf("Pranata Komputer Ahli Pertama", "PT", 8, PT, S1, 7),
    jf("Auditor Ahli Pertama", "PT", 8, PT, S1, 9),
    jf("Auditor Ahli Muda", "MU", 9, MU, S1, 9),
    jf("Auditor Ahli Madya", "MA", 11, MA, S1, 9),
    jf("Penyuluh Pertanian Terampil", "TR", 6, TR, D3, 8),
    jf("Penyuluh Pertanian Ahli Pertama", "PT", 8, PT, S1, 8),
    jf("Penyuluh Pertanian Ahli Muda", "MU", 9, MU, S1, 8),
    jf("Polisi Pamong Praja Terampil", "TR", 6, TR, D3, 6),
    jf("Polisi Pamong Praja Ahli Pertama", "PT", 8, PT, S1, 6),
    jf("Pengawas Sekolah Ahli Madya", "MA", 11, MA, S1, 0),
    pelaksana("Penelaah Teknis Kebijakan", 7, (8, 11), S1),
    pelaksana("Penata Layanan Operasional", 7, (8, 11), S1),
    pelaksana("Pengolah Data dan Informasi", 6, (6, 10), D3),
    pelaksana("Pengelola Layanan Operasional", 6, (6, 10), D3),
    pelaksana("Pengadministrasi Perkantoran", 5, (4, 9), Slta),
    pelaksana("Operator Layanan Operasional", 5, (4, 9), Slta),
    pelaksana("Pengelola Umum Operasional", 1, (0, 4), Sd),
];

/// An echelon: id, name, lowest and highest step, class of the post.
#[derive(Debug, PartialEq, Eq)]
pub struct Eselon {
    /// SIASN id.
    pub id: &'static str,
    /// Name, "II.b".
    pub nama: &'static str,
    /// Lowest and highest step of [`GOLONGAN`].
    pub golongan: (usize, usize),
    /// Class of the post.
    pub kelas: u8,
}

/// Echelons from the top.
pub static ESELON: [Eselon; 7] = [
    Eselon { id: "12", nama: "I.b", golongan: (14, 16), kelas: 16 },
    Eselon { id: "21", nama: "II.a", golongan: (14, 15), kelas: 15 },
    Eselon { id: "22", nama: "II.b", golongan: (13, 14), kelas: 14 },
    Eselon { id: "31", nama: "III.a", golongan: (12, 13), kelas: 12 },
    Eselon { id: "32", nama: "III.b", golongan: (11, 12), kelas: 11 },
    Eselon { id: "41", nama: "IV.a", golongan: (10, 11), kelas: 9 },
    Eselon { id: "42", nama: "IV.b", golongan: (9, 10), kelas: 8 },
];
