//! The closed list of findings. Codes are public and permanent: one may retire, none is reused.

use crate::finding::Severity;

/// Whom a check looks at: the others cannot fail it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Everyone in the register.
    Semua,
    /// Those who work (kedudukan aktif).
    Aktif,
    /// PNS and CPNS.
    Pns,
    /// PPPK of either kind.
    Pppk,
    /// PPPK who work.
    PppkAktif,
    /// A unit of the organisation, not a person.
    Unit,
}

/// What a page says about a code.
#[derive(Debug)]
pub struct CodeInfo {
    /// Permanent public code: `DATA-02`.
    pub text: &'static str,
    /// Short name.
    pub label: &'static str,
    /// One sentence: what is looked at.
    pub penjelasan: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Whom it is about.
    pub scope: Scope,
}

macro_rules! codes {
    ($( $code:ident = $number:literal $text:literal $severity:ident $scope:ident $label:literal $penjelasan:literal; )*) => {
        /// A kind of finding; the number is its place in [`Codes`].
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        #[allow(missing_docs)] // each is documented by its label below
        pub enum Code { $( $code = $number, )* }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Code] = &[ $( Code::$code, )* ];

            /// What a page says about it.
            pub fn info(self) -> &'static CodeInfo {
                match self { $( Code::$code => &CodeInfo {
                    text: $text, label: $label, penjelasan: $penjelasan,
                    severity: Severity::$severity, scope: Scope::$scope,
                }, )* }
            }

            /// From its number; `None` for one this program does not know.
            pub fn from_number(number: u8) -> Option<Code> {
                match number { $( $number => Some(Code::$code), )* _ => None }
            }

            /// From its public text: `DATA-02`.
            pub fn from_text(text: &str) -> Option<Code> {
                match text { $( $text => Some(Code::$code), )* _ => None }
            }
        }
    };
}

codes! {
    NipBentuk = 1 "DATA-01" Berat Semua "NIP bukan 18 angka"
        "NIP dan NI PPPK terdiri dari 18 angka tanpa spasi.";
    NipLahir = 2 "DATA-02" Ragu Semua "NIP berbeda dengan tanggal lahir"
        "Delapan angka pertama NIP adalah tanggal lahir: tahun, bulan, tanggal.";
    NipKelamin = 3 "DATA-03" Ragu Semua "NIP berbeda dengan jenis kelamin"
        "Angka ke-15 NIP adalah 1 untuk laki-laki dan 2 untuk perempuan.";
    NipCpns = 4 "DATA-04" Ragu Pns "NIP berbeda dengan TMT CPNS"
        "Angka ke-9 sampai ke-14 NIP adalah tahun dan bulan TMT CPNS.";
    NiPppkTahun = 5 "DATA-05" Ragu Pppk "NI PPPK berbeda dengan tahun pengangkatan"
        "Angka ke-9 sampai ke-12 NI PPPK adalah tahun pengangkatan.";
    LahirKosong = 6 "DATA-06" Berat Semua "Tanggal lahir kosong"
        "Tanpa tanggal lahir tanggal pensiun tidak dapat dihitung.";
    GelarKosong = 7 "DATA-07" Catatan Aktif "Gelar kosong"
        "Tingkat pendidikan yang bergelar seharusnya disertai gelar depan atau belakang.";
    PendidikanKosong = 8 "DATA-08" Ragu Aktif "Pendidikan kosong"
        "Tingkat atau nama pendidikan terakhir belum tercatat.";
    TmtPnsKosong = 9 "DATA-09" Ragu Pns "TMT PNS kosong"
        "Pegawai berstatus PNS mempunyai TMT PNS.";
    CpnsSesudahPns = 10 "DATA-10" Berat Semua "TMT CPNS sesudah TMT PNS"
        "Seseorang menjadi CPNS sebelum menjadi PNS.";
    NikTidakSah = 11 "DATA-11" Ragu Aktif "NIK kosong, salah, atau belum tervalidasi"
        "NIK terdiri dari 16 angka dan tervalidasi Dukcapil.";
    NikLahir = 12 "DATA-12" Catatan Aktif "NIK berbeda dengan tanggal lahir"
        "Angka ke-7 sampai ke-12 NIK adalah tanggal lahir, ditambah 40 pada tanggal untuk perempuan.";
    SurelSalah = 13 "DATA-13" Catatan Aktif "Surel kosong atau salah"
        "Surel ditulis nama@domain.";
    HpKosong = 14 "DATA-14" Catatan Aktif "Nomor HP kosong"
        "Nomor telepon genggam belum tercatat.";
    JabatanIdKosong = 15 "DATA-15" Ragu Aktif "ID jabatan kosong"
        "Jabatan fungsional dan pelaksana mempunyai ID pada daftar BKN.";
    UnorKosong = 16 "DATA-16" Berat Aktif "Unit organisasi kosong"
        "Pegawai aktif ditempatkan pada satu unit organisasi.";
    UnorTidakAktif = 17 "DATA-17" Berat Aktif "Unit organisasi tidak aktif atau tidak dikenal"
        "Unit penempatan harus ada dan aktif pada daftar unit organisasi.";
    PppkKedudukan = 18 "DATA-18" Ragu Semua "Kedudukan hukum tidak sesuai status"
        "Kedudukan hukum PPPK berbeda dari kedudukan hukum PNS.";
    DpkInstansi = 19 "DATA-19" Ragu Aktif "Status DPK/DPB tidak sesuai instansi kerja"
        "Pegawai DPK atau DPB bekerja di luar instansi induknya, yang lain di dalamnya.";
    CpnsLama = 20 "DATA-20" Berat Pns "Masih CPNS melewati masa percobaan"
        "Sesudah masa percobaan CPNS diangkat menjadi PNS atau diberhentikan.";
    LewatBup = 21 "DATA-21" Berat Aktif "Melewati BUP tetapi masih aktif"
        "Pensiun jatuh pada tanggal 1 bulan berikutnya sesudah usia pensiun tercapai.";
    KontrakSegera = 22 "DATA-22" Catatan PppkAktif "Perjanjian kerja segera berakhir"
        "Perpanjangan disiapkan sebelum perjanjian kerja berakhir.";
    KontrakBerakhir = 23 "DATA-23" Berat PppkAktif "Perjanjian kerja berakhir tetapi masih aktif"
        "Pegawai dengan perjanjian kerja aktif selama perjanjian itu berlaku.";
    StrukturalBaru = 24 "DATA-24" Ragu Pns "Jabatan struktural dengan masa kerja kurang"
        "Masa kerja sejak TMT CPNS terlalu pendek untuk jabatan struktural.";
    SkpKosong = 25 "DATA-25" Ragu Aktif "Predikat kinerja tahun lalu belum ada"
        "Setiap pegawai dinilai sekali setahun.";
    GolonganTidakDikenal = 26 "DATA-26" Ragu Semua "Golongan tidak dikenal"
        "Golongan PNS ditulis I/a sampai IV/e, golongan PPPK I sampai XVII.";
    GolonganBeda = 27 "DATA-27" Ragu Pns "Kode dan nama golongan berbeda"
        "Kode golongan BKN dan nama golongan menunjuk golongan yang sama.";
    KedudukanTidakDikenal = 28 "DATA-28" Ragu Semua "Kedudukan hukum tidak dikenal"
        "Kedudukan hukum harus ada pada daftar, agar jelas pegawai aktif atau tidak.";
    TmtSesudahDokumen = 29 "DATA-29" Catatan Semua "TMT jauh sesudah tanggal dokumen"
        "TMT biasanya dekat dengan tanggal dokumennya; unduhan tidak menyebut TMT sesudah hari unduhnya.";
    GolonganSebelumCpns = 30 "DATA-30" Berat Semua "TMT golongan mendahului TMT CPNS"
        "Golongan diperoleh sejak atau sesudah pengangkatan.";
    DokumenBertentangan = 31 "DATA-31" Ragu Semua "Dua dokumen dengan TMT sama bertentangan"
        "Dokumen sejenis dengan TMT sama menyatakan hal yang berbeda; yang satu perlu diralat atau diberi nomor urut.";
    UnduhanBertentangan = 32 "DATA-32" Ragu Semua "Dokumen dan unduhan SIASN berbeda"
        "Yang dipakai adalah dokumen; data BKN perlu diperbaiki, atau dokumennya salah catat.";
    RalatTanpaSasaran = 33 "DATA-33" Berat Semua "Ralat atau pembatalan tanpa sasaran"
        "Ralat dan pembatalan menyebut fakta yang diubahnya, dari jenis yang sama.";
    GolonganTurun = 34 "DATA-34" Catatan Semua "Golongan turun tanpa hukuman disiplin"
        "Golongan turun hanya karena hukuman disiplin; selain itu biasanya salah catat.";
    PerjanjianTumpang = 35 "DATA-35" Ragu Pppk "Perjanjian kerja tumpang tindih"
        "Dua perjanjian kerja tidak berlaku pada hari yang sama.";
    PppkBertandaPns = 36 "DATA-36" Catatan Pppk "PPPK bertanda CPNS atau PNS"
        "PPPK tidak mempunyai tanda C atau P dan pengangkatan PNS.";
    CltnLewat = 37 "DATA-37" Ragu Pns "CLTN melewati masanya"
        "Sesudah CLTN berakhir pegawai diaktifkan kembali atau diberhentikan.";
    StrukturalPendidikan = 38 "DATA-38" Catatan Aktif "Pendidikan di bawah syarat jabatan struktural"
        "Jabatan manajerial mensyaratkan tingkat pendidikan terendah.";
    JfPendidikan = 39 "DATA-39" Catatan Aktif "Pendidikan di bawah syarat jabatan fungsional"
        "Jabatan fungsional keahlian mensyaratkan tingkat pendidikan terendah.";
    PosGanda = 40 "DATA-40" Berat Aktif "Jabatan struktural dipegang lebih dari satu orang"
        "Satu jabatan struktural dipegang satu pegawai definitif.";
    NikGanda = 41 "DATA-41" Berat Semua "NIK dipakai lebih dari satu orang"
        "Satu NIK milik satu orang.";
    PelaksanaJf = 42 "DATA-42" Catatan Aktif "Jenis jabatan pelaksana bernama jabatan fungsional"
        "Nama jabatan menunjuk jenjang jabatan fungsional, sedangkan jenisnya pelaksana.";
    JptGolongan = 43 "DATA-43" Catatan Aktif "Golongan di bawah golongan terendah eselon"
        "Setiap eselon jabatan pimpinan tinggi mempunyai golongan terendah.";
    PppkTahunAwal = 44 "DATA-44" Ragu Pppk "Tahun pengangkatan PPPK tidak sesuai"
        "TMT PPPK tidak mendahului adanya PPPK dan sama tahunnya dengan perjanjian kerja pertama.";
    UsiaMasuk = 45 "DATA-45" Ragu Semua "Terlalu muda saat TMT CPNS"
        "Pengangkatan mensyaratkan usia terendah.";
    PerjanjianJeda = 46 "DATA-46" Catatan Pppk "Ada jeda antara dua perjanjian kerja"
        "Perpanjangan berlaku sejak hari sesudah perjanjian sebelumnya berakhir.";
    AngkaMustahil = 47 "DATA-47" Ragu Semua "Angka yang tidak mungkin"
        "Masa kerja, bulan, tahun, dan jumlah berada dalam batas umur dan kalender.";
    TandaTersembunyi = 48 "DATA-48" Ragu Semua "Nama memuat tanda yang tidak tampak"
        "Nama orang, jabatan, dan unit tidak memuat tanda kendali atau pembalik arah tulisan.";
    KodeTidakDikenal = 49 "DATA-49" Catatan Semua "Kode SIASN tidak dikenal"
        "Kode agama, status kawin, tingkat pendidikan, dan jenis jabatan ada pada daftar rujukan BKN.";
    UnorSiklus = 50 "UNOR-01" Berat Unit "Unit berada di bawah dirinya sendiri"
        "Rantai unit atasan harus berujung pada pemerintah daerah.";
    UnorAtasanTidakAda = 51 "UNOR-02" Ragu Unit "Unit atasan tidak dikenal"
        "Unit atasan harus ada pada daftar yang sama.";
    UnorGanda = 52 "UNOR-03" Ragu Unit "ID unit tercatat dua kali"
        "Satu ID untuk satu unit.";
}

impl Code {
    /// Permanent public text: `DATA-02`.
    pub fn text(self) -> &'static str {
        self.info().text
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

/// A set of codes in eight bytes: what a register keeps for each person.
#[derive(Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Codes(pub u64);

impl Codes {
    /// No finding.
    pub const NONE: Codes = Codes(0);

    /// Adds a code.
    pub fn insert(&mut self, code: Code) {
        self.0 |= 1 << code as u8;
    }
    /// Takes a code away.
    pub fn remove(&mut self, code: Code) {
        self.0 &= !(1 << code as u8);
    }
    /// Whether it holds a code.
    pub fn contains(self, code: Code) -> bool {
        self.0 >> (code as u8) & 1 == 1
    }
    /// All of both.
    #[must_use]
    pub fn union(self, other: Codes) -> Codes {
        Codes(self.0 | other.0)
    }
    /// Those in both.
    #[must_use]
    pub fn intersection(self, other: Codes) -> Codes {
        Codes(self.0 & other.0)
    }
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// How many.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// The codes, by number; bits of a newer program are passed over.
    pub fn iter(self) -> impl Iterator<Item = Code> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            while rest != 0 {
                let number = rest.trailing_zeros() as u8;
                rest &= rest - 1;
                if let Some(code) = Code::from_number(number) {
                    return Some(code);
                }
            }
            None
        })
    }
    /// The heaviest severity among them.
    pub fn severity(self) -> Option<Severity> {
        self.iter().map(|code| code.info().severity).max()
    }
}

impl FromIterator<Code> for Codes {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Codes {
        let mut set = Codes::NONE;
        for code in codes {
            set.insert(code);
        }
        set
    }
}

impl std::fmt::Debug for Codes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Code::text)).finish()
    }
}
