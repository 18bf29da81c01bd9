//! The closed words the tables use.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $( $(#[$vdoc:meta])* $variant:ident = $word:literal, )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $( $(#[$vdoc])* $variant, )* }

        impl $name {
            pub(super) const WORDS: &'static [(&'static str, $name)] = &[ $( ($word, $name::$variant), )* ];

            /// The word used in tables.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize].0
            }
        }
    };
}

words! {
    /// Whether a legal status means working here.
    Kelompok {
        /// Counts as working.
        Aktif = "aktif",
        /// Belongs to the instansi but does not work for the time being.
        TidakAktif = "tidak_aktif",
        /// No longer belongs to it.
        Berhenti = "berhenti",
    }
}

words! {
    /// Whom a legal status is for.
    Untuk {
        /// PNS and CPNS.
        Pns = "pns",
        /// PPPK of either kind.
        Pppk = "pppk",
        /// Anyone.
        Semua = "semua",
    }
}

words! {
    /// Where a jenis pegawai code says a person works.
    Tempat {
        /// At the instansi that owns the person.
        Sendiri = "sendiri",
        /// Dipekerjakan at another instansi.
        Dpk = "dpk",
        /// Diperbantukan to another instansi.
        Dpb = "dpb",
        /// At a company or body that is no instansi.
        Luar = "luar",
    }
}

words! {
    /// What kind of post a name or an eselon was read as.
    #[derive(Default)]
    Jenjang {
        /// Not told.
        #[default]
        None = "",
        /// JPT utama.
        JptUtama = "JPT_UTAMA",
        /// JPT madya.
        JptMadya = "JPT_MADYA",
        /// JPT pratama.
        JptPratama = "JPT_PRATAMA",
        /// JPT of a level the name does not tell.
        Jpt = "JPT",
        /// Administrator.
        Administrator = "ADMINISTRATOR",
        /// Pengawas.
        Pengawas = "PENGAWAS",
        /// Administrator or pengawas, the name does not tell.
        Administrasi = "ADMINISTRASI",
        /// Pelaksana.
        Pelaksana = "PELAKSANA",
        /// JF ahli utama.
        AhliUtama = "AHLI_UTAMA",
        /// JF ahli madya.
        AhliMadya = "AHLI_MADYA",
        /// JF ahli muda.
        AhliMuda = "AHLI_MUDA",
        /// JF ahli pertama.
        AhliPertama = "AHLI_PERTAMA",
        /// JF penyelia.
        Penyelia = "PENYELIA",
        /// JF mahir.
        Mahir = "MAHIR",
        /// JF terampil.
        Terampil = "TERAMPIL",
        /// JF pemula.
        Pemula = "PEMULA",
        /// Guru, by its own statute.
        Guru = "GURU",
        /// Dosen, by its own statute.
        Dosen = "DOSEN",
        /// Professor, by its own statute.
        GuruBesar = "GURU_BESAR",
        /// Jaksa, by its own statute.
        Jaksa = "JAKSA",
    }
}

impl Jenjang {
    /// From the word used in tables.
    pub fn from_word(word: &str) -> Option<Jenjang> {
        Jenjang::WORDS.iter().find(|w| w.0 == word).map(|w| w.1)
    }

    /// Every level, in the order of the list.
    pub fn all() -> impl Iterator<Item = Jenjang> {
        Jenjang::WORDS.iter().map(|w| w.1)
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Jenjang::None => "Jenjang belum diketahui",
            Jenjang::JptUtama => "JPT utama (eselon I.a)",
            Jenjang::JptMadya => "JPT madya (eselon I)",
            Jenjang::JptPratama => "JPT pratama (eselon II)",
            Jenjang::Jpt => "JPT, jenjang belum jelas",
            Jenjang::Administrator => "Administrator (eselon III)",
            Jenjang::Pengawas => "Pengawas (eselon IV)",
            Jenjang::Administrasi => "Administrator atau pengawas",
            Jenjang::Pelaksana => "Pelaksana",
            Jenjang::AhliUtama => "Ahli utama",
            Jenjang::AhliMadya => "Ahli madya",
            Jenjang::AhliMuda => "Ahli muda",
            Jenjang::AhliPertama => "Ahli pertama",
            Jenjang::Penyelia => "Penyelia",
            Jenjang::Mahir => "Mahir",
            Jenjang::Terampil => "Terampil",
            Jenjang::Pemula => "Pemula",
            Jenjang::Guru => "Guru",
            Jenjang::Dosen => "Dosen",
            Jenjang::GuruBesar => "Guru besar",
            Jenjang::Jaksa => "Jaksa",
        }
    }

    /// Whether it is a pimpinan tinggi post.
    pub fn is_jpt(self) -> bool {
        matches!(self, Jenjang::JptUtama | Jenjang::JptMadya | Jenjang::JptPratama | Jenjang::Jpt)
    }
}

words! {
    /// BKN's four kinds of post.
    JenisJabatan {
        /// 1: struktural.
        Struktural = "struktural",
        /// 2: fungsional tertentu.
        Fungsional = "fungsional",
        /// 3: both at once.
        Rangkap = "rangkap",
        /// 4: fungsional umum, now called pelaksana.
        Pelaksana = "pelaksana",
    }
}

impl JenisJabatan {
    /// From BKN's code.
    pub fn from_code(code: &str) -> Option<JenisJabatan> {
        match code {
            "1" => Some(JenisJabatan::Struktural),
            "2" => Some(JenisJabatan::Fungsional),
            "3" => Some(JenisJabatan::Rangkap),
            "4" => Some(JenisJabatan::Pelaksana),
            _ => None,
        }
    }
}

words! {
    /// Named thresholds; every one must be in `ambang.csv`.
    Ambang {
        /// Years after which a CPNS should have become PNS.
        CpnsMaksTahun = "cpns_maks_tahun",
        /// Years of service below which a structural post is odd.
        StrukturalMasaKerjaMinTahun = "struktural_masa_kerja_min_tahun",
        /// Days before its end from which a contract is pointed out.
        KontrakSegeraBerakhirHari = "kontrak_segera_berakhir_hari",
        /// Days after 1 January from which last year's predicate is asked for.
        SkpTersediaHari = "skp_tersedia_hari",
        /// Days of service at the end of a year from which a predicate is asked for.
        SkpMasaKerjaMinHari = "skp_masa_kerja_min_hari",
        /// Days a TMT may lie after the date of its document.
        TmtSesudahDokumenMaksHari = "tmt_sesudah_dokumen_maks_hari",
        /// Youngest age at TMT CPNS.
        UsiaMasukMinTahun = "usia_masuk_min_tahun",
        /// First year a PPPK can have been appointed in.
        PppkTahunMulai = "pppk_tahun_mulai",
        /// Hours from which a technical course counts as one.
        DiklatTeknisJpMin = "diklat_teknis_jp_min",
        /// Years back in which the gravest punishment is looked for.
        HukdisTerberatTahun = "hukdis_terberat_tahun",
        /// Months after which a vacancy counts as a long one.
        LowongLamaBulan = "lowong_lama_bulan",
        /// Months ahead that count as soon.
        MenjelangDekatBulan = "menjelang_dekat_bulan",
        /// Months ahead that count as coming.
        MenjelangBulan = "menjelang_bulan",
    }
}

words! {
    /// What one step of the daftar urut kepangkatan compares.
    KriteriaDuk {
        /// Golongan/ruang.
        Pangkat = "pangkat",
        /// TMT golongan.
        TmtPangkat = "tmt_pangkat",
        /// Level of the post.
        Jabatan = "jabatan",
        /// TMT of the post.
        TmtJabatan = "tmt_jabatan",
        /// Masa kerja golongan in whole months.
        MasaKerja = "masa_kerja",
        /// Latihan jabatan.
        Latihan = "latihan",
        /// The day it was finished.
        TanggalLatihan = "tanggal_latihan",
        /// Level of education.
        Pendidikan = "pendidikan",
        /// Year of graduation.
        TahunLulus = "tahun_lulus",
        /// Age.
        Usia = "usia",
        /// NIP: no criterion, it only keeps the order the same every time.
        Nip = "nip",
    }
}
