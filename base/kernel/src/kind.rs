//! The closed list of kinds of history and of the fields a document can state about them.
//!
//! Codes are stored in the journal for ever: a code may retire, it is never reused. The list was
//! checked against BKN's `jenis_riwayat` (26 rows); kinds BKN keeps apart but that say the same
//! thing to a register (PWK, PNS unor) are one kind here.

/// How facts of one kind exclude each other in time (SAP calls these time constraints).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Constraint {
    /// Each field keeps its last value; a value without TMT held already before we learnt it (a name).
    Identity,
    /// Each field keeps its last value from its day on (unit kerja, KPKN, instansi kerja).
    Fields,
    /// Exactly one at any time; a new one ends the one before (golongan, jabatan).
    State,
    /// Has a first and a last day; several may hold together (Plt, contract, CLTN).
    Interval,
    /// Happens and stays (diklat, penghargaan).
    Event,
    /// One per calendar year, the last stated one counts (predikat kinerja).
    Yearly,
}

/// What a field's value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    /// Free text or an opaque code, kept as written.
    Text,
    /// A civil date.
    Date,
    /// A whole number: counts, years, rupiah; scores are in hundredths.
    Int,
}

/// Who may see a value without a reason (UU 27/2022 draws the line; see the access matrix).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// Open to officers of the unit: name, post, grade.
    Open,
    /// Personal: NIK, address, phone; masked by default.
    Personal,
    /// Specific: discipline, children, health; named case workers only.
    Specific,
}

/// What the register knows about a kind.
#[derive(Debug)]
pub struct KindInfo {
    /// Stable number, written in the journal.
    pub code: u16,
    /// Stable word for files and URLs.
    pub name: &'static str,
    /// What a page calls it.
    pub label: &'static str,
    /// How its facts exclude each other in time.
    pub constraint: Constraint,
    /// Its fields, in the order people read them.
    pub fields: &'static [Field],
}

/// What the register knows about a field.
#[derive(Debug)]
pub struct FieldInfo {
    /// Stable number, written in the journal: the kind's code × 100 + the field's own.
    pub code: u16,
    /// Stable word for files, unique inside its kind.
    pub name: &'static str,
    /// What a page calls it.
    pub label: &'static str,
    /// The kind it belongs to.
    pub kind: Kind,
    /// Type of its value.
    pub ty: Type,
    /// Who may see it.
    pub class: Class,
}

macro_rules! kinds {
    ($( $(#[$doc:meta])* $kind:ident = $kcode:literal $kname:literal $klabel:literal $constraint:ident {
        $( $field:ident = $fcode:literal $fname:literal $flabel:literal $ty:ident $class:ident; )*
    } )*) => {
        /// A kind of history, in the words of the office.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        pub enum Kind { $( $(#[$doc])* $kind, )* }

        /// A field a document can state; `field as usize` is its place in a snapshot.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        #[allow(missing_docs)] // each is documented by its label below
        pub enum Field { $( $( $field, )* )* }

        static KINDS: &[KindInfo] = &[ $( KindInfo {
            code: $kcode, name: $kname, label: $klabel, constraint: Constraint::$constraint,
            fields: &[ $( Field::$field, )* ],
        }, )* ];

        static FIELDS: &[FieldInfo] = &[ $( $( FieldInfo {
            code: $kcode * 100 + $fcode, name: $fname, label: $flabel, kind: Kind::$kind,
            ty: Type::$ty, class: Class::$class,
        }, )* )* ];

        impl Kind {
            /// Every kind, in reading order.
            pub const ALL: &'static [Kind] = &[ $( Kind::$kind, )* ];
            /// From the number in the journal; `None` when a newer program wrote it.
            pub fn from_code(code: u16) -> Option<Kind> {
                match code { $( $kcode => Some(Kind::$kind), )* _ => None }
            }
        }

        impl Field {
            /// How many fields there are: the width of a snapshot.
            pub const COUNT: usize = [ $( $( Field::$field, )* )* ].len();
            /// From the number in the journal; `None` when a newer program wrote it.
            pub fn from_code(code: u16) -> Option<Field> {
                // A match on literals becomes a jump table: decoding is the hot path of every fold.
                const CODES: &[(u16, Field)] = &[ $( $( ($kcode * 100 + $fcode, Field::$field), )* )* ];
                CODES.binary_search_by_key(&code, |c| c.0).ok().map(|i| CODES[i].1)
            }
        }
    };
}

impl Kind {
    /// Its description.
    pub fn info(self) -> &'static KindInfo {
        &KINDS[self as usize]
    }
    /// From the word used in files and URLs.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|k| k.info().name == name)
    }
    /// Kinds about people; the rest describe instansi, units and posts.
    pub fn about_pegawai(self) -> bool {
        self.info().code < 90
    }
}

impl Field {
    /// Its description.
    pub fn info(self) -> &'static FieldInfo {
        &FIELDS[self as usize]
    }
    /// The kind it belongs to.
    pub fn kind(self) -> Kind {
        self.info().kind
    }
}

// Codes inside a kind and kinds by code must ascend: `from_code` searches them in order.
kinds! {
    /// Who a person is.
    Identitas = 1 "identitas" "Identitas" Identity {
        SiasnId = 1 "pns_id" "ID SIASN" Text Open;
        Nip = 2 "nip" "NIP" Text Open;
        NipLama = 3 "nip_lama" "NIP lama" Text Open;
        Nama = 4 "nama" "Nama" Text Open;
        GelarDepan = 5 "gelar_depan" "Gelar depan" Text Open;
        GelarBelakang = 6 "gelar_belakang" "Gelar belakang" Text Open;
        TempatLahirId = 7 "tempat_lahir_id" "ID tempat lahir" Text Open;
        TempatLahir = 8 "tempat_lahir" "Tempat lahir" Text Open;
        TanggalLahir = 9 "tanggal_lahir" "Tanggal lahir" Date Open;
        JenisKelamin = 10 "jenis_kelamin" "Jenis kelamin" Text Open;
        AgamaId = 11 "agama_id" "Kode agama" Text Personal;
        Agama = 12 "agama" "Agama" Text Personal;
        JenisKawinId = 13 "jenis_kawin_id" "Kode status kawin" Text Personal;
        JenisKawin = 14 "jenis_kawin" "Status kawin" Text Personal;
        Nik = 15 "nik" "NIK" Text Personal;
        NomorHp = 16 "nomor_hp" "Nomor HP" Text Personal;
        Email = 17 "email" "Surel" Text Personal;
        EmailGov = 18 "email_gov" "Surel dinas" Text Open;
        Alamat = 19 "alamat" "Alamat" Text Personal;
        Npwp = 20 "npwp" "NPWP" Text Personal;
        Bpjs = 21 "bpjs" "BPJS" Text Personal;
        KartuAsn = 22 "kartu_asn" "Kartu ASN virtual" Text Open;
        NikValid = 23 "nik_valid" "NIK tervalidasi Dukcapil" Text Open;
        FlagIkd = 24 "flag_ikd" "Penanda IKD" Text Open;
    }
    /// PNS, CPNS, PPPK, PPPK paruh waktu or non-ASN, and the legal status in it.
    Status = 2 "status" "Status kepegawaian" State {
        StatusPegawai = 1 "status_pegawai" "Status" Text Open;
        JenisPegawaiId = 2 "jenis_pegawai_id" "Kode jenis pegawai" Text Open;
        JenisPegawai = 3 "jenis_pegawai" "Jenis pegawai" Text Open;
        KedudukanId = 4 "kedudukan_hukum_id" "Kode kedudukan hukum" Text Open;
        Kedudukan = 5 "kedudukan_hukum" "Kedudukan hukum" Text Open;
        StatusCpnsPns = 6 "status_cpns_pns" "C/P" Text Open;
    }
    /// Appointment as CPNS (BKN: CPNS/PNS).
    Cpns = 3 "cpns" "Pengangkatan CPNS" State {
        CpnsSkNomor = 1 "sk_nomor" "Nomor SK CPNS" Text Open;
        CpnsSkTanggal = 2 "sk_tanggal" "Tanggal SK CPNS" Date Open;
        GolonganAwalId = 3 "golongan_awal_id" "Kode golongan awal" Text Open;
        GolonganAwal = 4 "golongan_awal" "Golongan awal" Text Open;
    }
    /// Appointment as PNS.
    Pns = 4 "pns" "Pengangkatan PNS" State {
        PnsSkNomor = 1 "sk_nomor" "Nomor SK PNS" Text Open;
        PnsSkTanggal = 2 "sk_tanggal" "Tanggal SK PNS" Date Open;
    }
    /// Work agreement of PPPK and PPPK paruh waktu; an extension is a new row.
    PerjanjianKerja = 5 "perjanjian_kerja" "Perjanjian kerja" Interval {
        PerjanjianNomor = 1 "nomor" "Nomor perjanjian" Text Open;
        PerjanjianJenis = 2 "jenis" "Jenis (PPPK, paruh waktu)" Text Open;
        PerjanjianKe = 3 "ke" "Perpanjangan ke" Int Open;
    }
    /// Golongan/ruang of PNS, golongan of PPPK.
    Golongan = 6 "golongan" "Golongan" State {
        GolonganId = 1 "golongan_id" "Kode golongan" Text Open;
        GolonganNama = 2 "golongan" "Golongan" Text Open;
        MkTahun = 3 "mk_tahun" "Masa kerja (tahun)" Int Open;
        MkBulan = 4 "mk_bulan" "Masa kerja (bulan)" Int Open;
        JenisKp = 5 "jenis_kp" "Jenis kenaikan pangkat" Text Open;
    }
    /// The post a person holds.
    Jabatan = 7 "jabatan" "Jabatan" State {
        JenisJabatanId = 1 "jenis_jabatan_id" "Kode jenis jabatan" Text Open;
        JenisJabatan = 2 "jenis_jabatan" "Jenis jabatan" Text Open;
        JabatanId = 3 "jabatan_id" "ID jabatan" Text Open;
        JabatanNama = 4 "jabatan" "Jabatan" Text Open;
        PosId = 5 "pos" "Pos jabatan" Text Open;
        Eselon = 6 "eselon" "Eselon" Text Open;
        JabatanUnorId = 7 "unor_id" "Unit jabatan" Text Open;
    }
    /// Where a person works (BKN: PNS unor, PWK).
    UnitKerja = 8 "unit_kerja" "Unit kerja" Fields {
        UnorId = 1 "unor_id" "ID unit organisasi" Text Open;
        UnorNama = 2 "unor" "Unit organisasi" Text Open;
        LokasiKerjaId = 3 "lokasi_kerja_id" "ID lokasi kerja" Text Open;
        LokasiKerja = 4 "lokasi_kerja" "Lokasi kerja" Text Open;
        KpknId = 5 "kpkn_id" "ID KPKN" Text Open;
        Kpkn = 6 "kpkn" "KPKN" Text Open;
        InstansiIndukId = 7 "instansi_induk_id" "ID instansi induk" Text Open;
        InstansiInduk = 8 "instansi_induk" "Instansi induk" Text Open;
        InstansiKerjaId = 9 "instansi_kerja_id" "ID instansi kerja" Text Open;
        InstansiKerja = 10 "instansi_kerja" "Instansi kerja" Text Open;
        SatkerIndukId = 11 "satuan_kerja_induk_id" "ID satuan kerja induk" Text Open;
        SatkerInduk = 12 "satuan_kerja_induk" "Satuan kerja induk" Text Open;
        SatkerKerjaId = 13 "satuan_kerja_kerja_id" "ID satuan kerja" Text Open;
        SatkerKerja = 14 "satuan_kerja_kerja" "Satuan kerja" Text Open;
    }
    /// Formal education.
    Pendidikan = 9 "pendidikan" "Pendidikan" State {
        TingkatPendidikanId = 1 "tingkat_pendidikan_id" "Kode tingkat" Text Open;
        TingkatPendidikan = 2 "tingkat_pendidikan" "Tingkat pendidikan" Text Open;
        PendidikanId = 3 "pendidikan_id" "ID pendidikan" Text Open;
        PendidikanNama = 4 "pendidikan" "Pendidikan" Text Open;
        TahunLulus = 5 "tahun_lulus" "Tahun lulus" Int Open;
        NamaSekolah = 6 "nama_sekolah" "Nama sekolah" Text Open;
        NomorIjazah = 7 "nomor_ijazah" "Nomor ijazah" Text Open;
    }
    /// Diklat and kursus.
    Diklat = 10 "diklat" "Diklat dan kursus" Event {
        DiklatJenis = 1 "jenis" "Jenis diklat" Text Open;
        DiklatNama = 2 "nama" "Nama diklat" Text Open;
        DiklatJp = 3 "jp" "Jam pelajaran" Int Open;
        DiklatPenyelenggara = 4 "penyelenggara" "Penyelenggara" Text Open;
    }
    /// Yearly performance predicate (SKP).
    Kinerja = 11 "kinerja" "Predikat kinerja" Yearly {
        KinerjaTahun = 1 "tahun" "Tahun" Int Open;
        KinerjaHasil = 2 "hasil" "Hasil kerja" Text Open;
        KinerjaPerilaku = 3 "perilaku" "Perilaku kerja" Text Open;
        KinerjaPredikat = 4 "predikat" "Predikat" Text Open;
    }
    /// Disciplinary punishment.
    HukumanDisiplin = 12 "hukuman_disiplin" "Hukuman disiplin" Interval {
        HukdisTingkat = 1 "tingkat" "Tingkat" Text Specific;
        HukdisJenis = 2 "jenis" "Jenis hukuman" Text Specific;
        HukdisAlasan = 3 "alasan" "Alasan" Text Specific;
    }
    /// Spouse, children, parents.
    Keluarga = 13 "keluarga" "Keluarga" Event {
        KeluargaHubungan = 1 "hubungan" "Hubungan" Text Specific;
        KeluargaNama = 2 "nama" "Nama" Text Specific;
        KeluargaLahir = 3 "tanggal_lahir" "Tanggal lahir" Date Specific;
        KeluargaStatus = 4 "status" "Status tunjangan" Text Specific;
    }
    /// Angka kredit (PAK); hundredths.
    AngkaKredit = 14 "angka_kredit" "Angka kredit" Event {
        AngkaKreditNilai = 1 "nilai" "Angka kredit (per seratus)" Int Open;
        AngkaKreditMulai = 2 "mulai" "Masa penilaian mulai" Date Open;
        AngkaKreditSelesai = 3 "selesai" "Masa penilaian selesai" Date Open;
    }
    /// Awards.
    Penghargaan = 15 "penghargaan" "Penghargaan" Event {
        PenghargaanNama = 1 "nama" "Penghargaan" Text Open;
        PenghargaanTahun = 2 "tahun" "Tahun" Int Open;
    }
    /// Kenaikan gaji berkala; rupiah.
    GajiBerkala = 16 "gaji_berkala" "Gaji berkala" State {
        GajiPokok = 1 "gaji_pokok" "Gaji pokok (rupiah)" Int Personal;
        KgbMkTahun = 2 "mk_tahun" "Masa kerja (tahun)" Int Open;
        KgbMkBulan = 3 "mk_bulan" "Masa kerja (bulan)" Int Open;
    }
    /// Leave taken.
    Cuti = 17 "cuti" "Cuti" Interval {
        CutiJenis = 1 "jenis" "Jenis cuti" Text Open;
        CutiHari = 2 "hari" "Hari kerja" Int Open;
    }
    /// Plt, Plh, Pj beside the post held.
    Penugasan = 18 "penugasan" "Penugasan Plt/Plh" Interval {
        PenugasanJenis = 1 "jenis" "Jenis penugasan" Text Open;
        PenugasanJabatan = 2 "jabatan" "Jabatan" Text Open;
        PenugasanUnorId = 3 "unor_id" "ID unit organisasi" Text Open;
        PenugasanPosId = 4 "pos" "Pos jabatan" Text Open;
    }
    /// Assessment of competence and potential: one row a competence.
    PenilaianKompetensi = 19 "penilaian_kompetensi" "Penilaian kompetensi dan potensi" Interval {
        KompetensiLembaga = 1 "lembaga" "Lembaga penilai" Text Open;
        KompetensiNama = 2 "kompetensi" "Kompetensi atau potensi" Text Open;
        KompetensiSkor = 3 "skor" "Skor (per seratus)" Int Open;
        KompetensiStandar = 4 "standar" "Standar (per seratus)" Int Open;
    }
    /// Competence test for a functional post.
    UjiKompetensi = 20 "uji_kompetensi" "Uji kompetensi" Interval {
        UjiJabatan = 1 "jabatan" "Jabatan tujuan" Text Open;
        UjiHasil = 2 "hasil" "Hasil" Text Open;
    }
    /// Professional certificate.
    Sertifikasi = 21 "sertifikasi" "Sertifikasi" Interval {
        SertifikasiNama = 1 "nama" "Sertifikasi" Text Open;
        SertifikasiNomor = 2 "nomor" "Nomor sertifikat" Text Open;
        SertifikasiLembaga = 3 "lembaga" "Lembaga" Text Open;
    }
    /// Ujian dinas and UKPPI.
    UjianDinas = 22 "ujian_dinas" "Ujian dinas dan UKPPI" Event {
        UjianJenis = 1 "jenis" "Jenis ujian" Text Open;
        UjianHasil = 2 "hasil" "Hasil" Text Open;
    }
    /// Peninjauan masa kerja.
    Pmk = 23 "pmk" "Peninjauan masa kerja" Event {
        PmkTahun = 1 "tahun" "Tambahan (tahun)" Int Open;
        PmkBulan = 2 "bulan" "Tambahan (bulan)" Int Open;
        PmkPengalaman = 3 "pengalaman" "Pengalaman" Text Open;
    }
    /// Move to another instansi.
    PindahInstansi = 24 "pindah_instansi" "Pindah instansi" Event {
        PindahAsal = 1 "asal" "Instansi asal" Text Open;
        PindahTujuan = 2 "tujuan" "Instansi tujuan" Text Open;
    }
    /// Seconded (DPK) or lent (DPB).
    Dpk = 25 "dpk_dpb" "DPK/DPB" Interval {
        DpkJenis = 1 "jenis" "Jenis (DPK, DPB)" Text Open;
        DpkInstansi = 2 "instansi" "Instansi tempat bekerja" Text Open;
    }
    /// Study assignment.
    TugasBelajar = 26 "tugas_belajar" "Tugas belajar" Interval {
        TubelJenjang = 1 "jenjang" "Jenjang" Text Open;
        TubelSekolah = 2 "sekolah" "Perguruan tinggi" Text Open;
    }
    /// Unpaid leave outside the state's charge.
    Cltn = 27 "cltn" "CLTN" Interval {
        CltnJenis = 1 "jenis" "Jenis" Text Open;
    }
    /// Dismissal, retirement, death.
    Pemberhentian = 28 "pemberhentian" "Pemberhentian" State {
        HentiJenis = 1 "jenis" "Jenis pemberhentian" Text Open;
        HentiHak = 2 "hak_pensiun" "Hak pensiun" Text Open;
    }
    /// Temporary dismissal.
    PemberhentianSementara = 29 "pemberhentian_sementara" "Pemberhentian sementara" Interval {
        SementaraAlasan = 1 "alasan" "Alasan" Text Specific;
    }
    /// Court ruling.
    PutusanPengadilan = 30 "putusan_pengadilan" "Putusan pengadilan" Event {
        PutusanPengadilanNama = 1 "pengadilan" "Pengadilan" Text Specific;
        PutusanIsi = 2 "amar" "Amar putusan" Text Specific;
        PutusanInkracht = 3 "inkracht" "Berkekuatan hukum tetap" Date Specific;
    }
    /// Inauguration and oath.
    Pelantikan = 31 "pelantikan" "Pelantikan" Event {
        PelantikanJabatan = 1 "jabatan" "Jabatan" Text Open;
        PelantikanTempat = 2 "tempat" "Tempat" Text Open;
    }
    /// An instansi: a government or ministry that owns people.
    Instansi = 90 "instansi" "Instansi" Fields {
        InstansiNama = 1 "nama" "Nama" Text Open;
        InstansiJenis = 2 "jenis" "Jenis" Text Open;
        InstansiWilayah = 3 "wilayah" "Kode wilayah" Text Open;
        InstansiLengkap = 4 "riwayat_lengkap" "Riwayat yang dinyatakan lengkap" Text Open;
    }
    /// A unit of the organisation (unor).
    Unor = 91 "unor" "Unit organisasi" Fields {
        UnorNamaUnit = 1 "nama" "Nama unit" Text Open;
        UnorAtasan = 2 "atasan_id" "Unit atasan" Text Open;
        UnorEselon = 3 "eselon" "Eselon" Text Open;
        UnorNamaJabatan = 4 "nama_jabatan" "Nama jabatan pimpinan" Text Open;
        UnorJenis = 5 "jenis" "Jenis unit" Text Open;
        UnorAktif = 6 "aktif" "Aktif" Text Open;
    }
    /// A post (pos jabatan) at a unit.
    Pos = 92 "pos" "Pos jabatan" Fields {
        PosKode = 1 "kode" "Kode" Text Open;
        PosUnor = 2 "unor_id" "Unit" Text Open;
        PosJabatan = 3 "jabatan" "Jabatan" Text Open;
        PosJenis = 4 "jenis" "Jenis jabatan" Text Open;
        PosJenjang = 5 "jenjang" "Eselon atau jenjang" Text Open;
        PosKelas = 6 "kelas" "Kelas jabatan" Int Open;
        PosKebutuhan = 7 "kebutuhan" "Kebutuhan (orang)" Int Open;
        PosAsal = 8 "asal" "Asal data" Text Open;
        PosAktif = 9 "aktif" "Aktif" Text Open;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_round_trip() {
        let codes: Vec<u16> = FIELDS.iter().map(|f| f.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "from_code searches in order");
        for (slot, info) in FIELDS.iter().enumerate() {
            let field = Field::from_code(info.code).expect("known");
            assert_eq!(field as usize, slot);
            assert_eq!(field.kind(), info.kind);
        }
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.info().code), Some(*kind));
            assert_eq!(Kind::from_name(kind.info().name), Some(*kind));
        }
        assert_eq!(Field::COUNT, FIELDS.len());
    }
}
