//! Fields of work (rumpun): which one a unit belongs to, what its people have mostly studied, and the technical
//! competences its standards name. Made up, but alike in what differs: a dinas kesehatan asks for other things than an
//! inspektorat.

/// A field of work.
#[derive(Debug)]
pub struct Rumpun {
    /// Group of programmes most of its heads have studied, an index of [`crate::codes::PRODI`].
    pub prodi: usize,
    /// Fields of study its standards ask for, as programmes spell them; none means any.
    pub bidang: &'static [&'static str],
    /// Technical competences of its standards.
    pub teknis: [&'static str; 3],
}

const fn rumpun(prodi: usize, bidang: &'static [&'static str], teknis: [&'static str; 3]) -> Rumpun {
    Rumpun { prodi, bidang, teknis }
}

const UMUM: usize = 6;

/// The fields of work; the first is for whatever has no field of its own.
static RUMPUN: [Rumpun; 12] = [
    rumpun(
        UMUM,
        &[],
        ["Penyelenggaraan Pemerintahan Daerah", "Pelayanan Administrasi Pemerintahan", "Fasilitasi Wilayah"],
    ),
    rumpun(
        11,
        &["Kesehatan Masyarakat", "Keperawatan", "Kebidanan", "Profesi Dokter"],
        ["Pelayanan Kesehatan", "Pencegahan dan Pengendalian Penyakit", "Sumber Daya Kesehatan"],
    ),
    rumpun(
        0,
        &["Pendidikan"],
        ["Pengelolaan Satuan Pendidikan", "Pengembangan Kurikulum", "Pembinaan Pendidik"],
    ),
    rumpun(
        10,
        &["Teknik Sipil", "Teknik Lingkungan"],
        ["Pembangunan Infrastruktur", "Penataan Ruang dan Permukiman", "Pengendalian Lingkungan"],
    ),
    rumpun(
        9,
        &["Akuntansi", "Ekonomi"],
        ["Pengelolaan Keuangan Daerah", "Penatausahaan Aset", "Pendapatan Daerah"],
    ),
    rumpun(
        9,
        &["Akuntansi", "Hukum"],
        ["Audit Intern Pemerintah", "Pengendalian Risiko", "Penanganan Pengaduan"],
    ),
    rumpun(
        UMUM,
        &["Administrasi", "Manajemen", "Hukum"],
        ["Manajemen ASN", "Pengembangan Kompetensi", "Penataan Organisasi"],
    ),
    rumpun(
        8,
        &["Agroteknologi", "Agribisnis"],
        ["Budidaya dan Produksi Pangan", "Penyuluhan", "Pemasaran Hasil Pertanian dan Perikanan"],
    ),
    rumpun(
        12,
        &["Kesejahteraan Sosial", "Sosiologi", "Administrasi"],
        ["Rehabilitasi dan Perlindungan Sosial", "Pemberdayaan Masyarakat", "Pendataan Warga"],
    ),
    rumpun(
        12,
        &["Ekonomi", "Manajemen"],
        ["Pembinaan Usaha dan Perdagangan", "Promosi dan Perizinan", "Hubungan Industrial"],
    ),
    rumpun(
        UMUM,
        &["Pemerintahan", "Hukum", "Administrasi"],
        ["Ketenteraman dan Ketertiban", "Penanggulangan Bencana", "Penegakan Peraturan Daerah"],
    ),
    rumpun(
        7,
        &["Informatika", "Administrasi"],
        ["Layanan Teknologi Informasi", "Pengelolaan Data dan Arsip", "Komunikasi Publik"],
    ),
];

/// Words of a unit's name, and the place of its field; the first that fits decides.
const UNIT: [(&str, usize); 40] = [
    ("Kesehatan", 1),
    ("RSUD", 1),
    ("Puskesmas", 1),
    ("Kesejahteraan", 8),
    ("Dinas Pendidikan", 2),
    ("SD Negeri", 2),
    ("SMP Negeri", 2),
    ("SMA Negeri", 2),
    ("SMK Negeri", 2),
    ("SLB Negeri", 2),
    ("Pekerjaan Umum", 3),
    ("Perumahan", 3),
    ("Lingkungan Hidup", 3),
    ("Perhubungan", 3),
    ("Pembangunan Daerah", 3),
    ("Administrasi Pembangunan", 3),
    ("Badan Pengelola Keuangan", 4),
    ("Badan Pendapatan", 4),
    ("Perekonomian", 4),
    ("Inspektorat", 5),
    ("Pengadaan", 5),
    ("Badan Kepegawaian", 6),
    ("Organisasi", 6),
    ("Ketahanan Pangan", 7),
    ("Kelautan", 7),
    ("Pertanian", 7),
    ("Sosial", 8),
    ("Pemberdayaan", 8),
    ("Kependudukan", 8),
    ("Kepemudaan", 8),
    ("Tenaga Kerja", 9),
    ("Koperasi", 9),
    ("Penanaman Modal", 9),
    ("Pariwisata", 9),
    ("Perindustrian", 9),
    ("Pamong Praja", 10),
    ("Bencana", 10),
    ("Kesatuan Bangsa", 10),
    ("Komunikasi", 11),
    ("Perpustakaan", 11),
];

/// The field of work of a unit, by its name: `Bidang Pelayanan Dinas Kesehatan`.
pub fn dari_unit(nama: &str) -> &'static Rumpun {
    &RUMPUN[UNIT.iter().find(|u| nama.contains(u.0)).map_or(0, |u| u.1)]
}

/// The field of work people with this group of programmes have studied for; `None` for general ones.
pub fn dari_prodi(prodi: usize) -> Option<&'static Rumpun> {
    let studied = match prodi {
        1..=5 => 11,
        UMUM => return None,
        other => other,
    };
    RUMPUN.iter().find(|r| r.prodi == studied)
}

/// Words of the name of a unit or post, and what its task asks for.
const TUGAS: [(&str, &[&str]); 8] = [
    ("Keuangan dan Perencanaan", &["Penganggaran Perangkat Daerah", "Perencanaan Program"]),
    ("Umum dan Kepegawaian", &["Administrasi Umum dan Kepegawaian"]),
    ("Tata Usaha", &["Administrasi Umum dan Kepegawaian"]),
    ("Sekret", &["Administrasi Umum dan Kepegawaian", "Penganggaran Perangkat Daerah"]),
    ("Kebijakan", &["Perumusan Kebijakan", "Perencanaan Program"]),
    ("Pembinaan dan Pengawasan", &["Pengawasan dan Evaluasi"]),
    ("Pelayanan", &["Manajemen Pelayanan"]),
    ("Camat", &["Kompetensi Pemerintahan"]),
];

/// What the task of a unit asks for beside its field.
pub fn tugas(nama: &str) -> &'static [&'static str] {
    TUGAS.iter().find(|t| nama.contains(t.0)).map_or(&[], |t| t.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::PRODI;
    use crate::units::Organisation;

    #[test]
    fn every_field_is_studied_and_some_unit_has_it() {
        let names: Vec<String> = [("A", "Pemerintah Provinsi Bumi Raya"), ("B", "Pemerintah Kabupaten X")]
            .iter()
            .flat_map(|(id, nama)| Organisation::new(id, nama, 8_000).units)
            .map(|u| u.nama)
            .collect();
        for (n, rumpun) in RUMPUN.iter().enumerate() {
            assert!(names.iter().any(|u| std::ptr::eq(dari_unit(u), rumpun)), "field {n} has no unit");
            let studied = |field: &str| {
                let folded = field.to_uppercase();
                PRODI.iter().flat_map(|group| group.iter()).any(|p| p.nama.contains(&folded))
            };
            assert!(
                rumpun.bidang.iter().all(|f| studied(f)),
                "field {n}: nobody studied {:?}",
                rumpun.bidang
            );
            let own =
                |p: &crate::codes::Prodi| rumpun.bidang.iter().any(|f| p.nama.contains(&f.to_uppercase()));
            assert!(
                rumpun.bidang.is_empty() || PRODI[rumpun.prodi].iter().any(own),
                "field {n}: heads studied other things"
            );
        }
    }

    #[test]
    fn bidang_of_one_dinas_differ_by_task() {
        let asked: Vec<_> =
            ["Bidang Perencanaan dan Kebijakan Dinas Sosial", "Bidang Pelayanan Dinas Sosial"]
                .map(|u| (dari_unit(u).teknis, tugas(u)))
                .to_vec();
        assert_eq!(asked[0].0, asked[1].0);
        assert_ne!(asked[0].1, asked[1].1);
        assert_ne!(dari_unit("Dinas Sosial").teknis, dari_unit("SMA Negeri 1 Bukit").teknis);
    }
}
