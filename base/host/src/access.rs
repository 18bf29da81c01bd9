//! Who may do what, and to whom: peran × tindakan × wilayah. The table below is the only place where it
//! is decided; `docs/akses.md` shows it to officials and a test holds the two together.

use kernel::{Kind, PegawaiId};

/// What a person is here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Runs the node.
    Super,
    /// Officer of the BKD or BKPSDM for every field of its work.
    Petugas,
    /// Officer for identity, appointment, dismissal and files.
    PetugasData,
    /// Officer for pangkat, jabatan and moves.
    PetugasMutasi,
    /// Officer for education and training.
    PetugasPengembangan,
    /// Officer for performance, discipline and awards.
    PetugasKinerja,
    /// Operator of a perangkat daerah: the subtree of a unit.
    Operator,
    /// Biro/Bagian Organisasi: owns units, posts and kelas.
    Organisasi,
    /// Biro/Bagian Hukum: the law, and figures without names.
    Hukum,
    /// Korpri and its legal aid (LKBH): members, as far as everybody in office may see them.
    Korpri,
    /// Secretariat of the Tim Penilai Kinerja.
    Tpk,
    /// Takes the minutes of a rakor.
    Notulis,
    /// Leader: reads.
    Pimpinan,
    /// Pejabat penilai: reads the people of the unit led.
    Penilai,
    /// An employee: the own record.
    Pegawai,
    /// Inspektorat and auditors: read, and read the journal.
    Auditor,
    /// Nobody signed in.
    Publik,
}

/// What stands in the database and on the command line, and what a page calls it.
const WORDS: [(Role, &str, &str); 17] = [
    (Role::Super, "super", "Administrator utama"),
    (Role::Petugas, "petugas", "Petugas BKD"),
    (Role::PetugasData, "petugas_data", "Petugas data dan pengadaan"),
    (Role::PetugasMutasi, "petugas_mutasi", "Petugas mutasi dan pangkat"),
    (Role::PetugasPengembangan, "petugas_pengembangan", "Petugas pengembangan"),
    (Role::PetugasKinerja, "petugas_kinerja", "Petugas kinerja dan disiplin"),
    (Role::Operator, "operator", "Operator perangkat daerah"),
    (Role::Organisasi, "organisasi", "Biro Organisasi"),
    (Role::Hukum, "hukum", "Biro Hukum"),
    (Role::Korpri, "korpri", "Korpri/LKBH"),
    (Role::Tpk, "tpk", "Sekretariat TPK"),
    (Role::Notulis, "notulis", "Notulis"),
    (Role::Pimpinan, "pimpinan", "Pimpinan"),
    (Role::Penilai, "penilai", "Pejabat penilai"),
    (Role::Pegawai, "pegawai", "Pegawai"),
    (Role::Auditor, "auditor", "Auditor/Inspektorat"),
    (Role::Publik, "publik", "Publik"),
];

impl Role {
    /// Every role, in the order of the matrix.
    pub const ALL: [Role; 17] = {
        let mut all = [Role::Publik; 17];
        let mut i = 0;
        while i < all.len() {
            all[i] = WORDS[i].0;
            i += 1;
        }
        all
    };

    /// Roles an account can have.
    pub fn of_accounts() -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(|r| *r != Role::Publik)
    }

    /// The word in the database and on the command line.
    pub fn word(self) -> &'static str {
        WORDS[self as usize].1
    }

    /// From that word; nobody has an account as the public.
    pub fn parse(word: &str) -> Option<Role> {
        Role::of_accounts().find(|r| r.word() == word)
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        WORDS[self as usize].2
    }

    /// Whether the role serves the subtree of one unit, and an account of it names that unit.
    pub fn serves_unit(self) -> bool {
        matches!(self, Role::Operator | Role::Penilai)
    }

    /// Officers of the BKD: they see what is personal (address, religion, phone) in their daily work.
    pub fn is_officer(self) -> bool {
        use Role::{Petugas, PetugasData, PetugasKinerja, PetugasMutasi, PetugasPengembangan, Super};
        matches!(self, Super | Petugas | PetugasData | PetugasMutasi | PetugasPengembangan | PetugasKinerja)
    }

    /// Whether recording this kind of history belongs to the role's field of work.
    pub fn records(self, kind: Kind) -> bool {
        use Kind::{
            AngkaKredit, Cltn, Cpns, Cuti, Diklat, Dpk, GajiBerkala, Golongan, HukumanDisiplin, Identitas,
            Jabatan, Keluarga, Kinerja, Pelantikan, Pemberhentian, PemberhentianSementara, Pendidikan,
            Penghargaan, PenilaianKompetensi, Penugasan, PerjanjianKerja, PindahInstansi, Pmk, Pns,
            PutusanPengadilan, Sertifikasi, Status, TugasBelajar, UjiKompetensi, UjianDinas, UnitKerja,
        };
        match self {
            Role::Super | Role::Petugas => kind.about_pegawai(),
            Role::PetugasData => matches!(
                kind,
                Identitas | Status | Cpns | Pns | PerjanjianKerja | Keluarga | Pmk | Pemberhentian
            ),
            Role::PetugasMutasi => matches!(
                kind,
                Golongan
                    | Jabatan
                    | UnitKerja
                    | GajiBerkala
                    | AngkaKredit
                    | Penugasan
                    | Pelantikan
                    | PindahInstansi
                    | Dpk
                    | Cltn
                    | Pmk
            ),
            Role::PetugasPengembangan => matches!(
                kind,
                Pendidikan
                    | Diklat
                    | TugasBelajar
                    | UjiKompetensi
                    | Sertifikasi
                    | UjianDinas
                    | PenilaianKompetensi
            ),
            Role::PetugasKinerja => matches!(
                kind,
                Kinerja
                    | AngkaKredit
                    | Cuti
                    | Penghargaan
                    | HukumanDisiplin
                    | PemberhentianSementara
                    | PutusanPengadilan
            ),
            _ => false,
        }
    }
}

/// What is asked for. Every route names one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// The home page.
    Beranda,
    /// The own account: password, theme, sign-out.
    Akun,
    /// Guides to the pages.
    Panduan,
    /// The list of people.
    DaftarPegawai,
    /// A person's page.
    LihatPegawai,
    /// See what is masked: numbers of identity, family, discipline; journaled with its reason.
    Buka,
    /// Units, posts, holders.
    Organisasi,
    /// Figures; their people only for those who may list them.
    Statistik,
    /// DUK and lists by name.
    Laporan,
    /// Who becomes eligible or due when.
    Penjagaan,
    /// Acts, norms and cases: the law is for everybody who works here.
    Peraturan,
    /// Compare packs, and try out drafts of the law.
    UjiRancangan,
    /// Sign a norm after comparing article, rule and cases; journaled.
    ParafNorma,
    /// Search.
    Cari,
    /// Findings and the quality index.
    Temuan,
    /// Record what a document says about a person.
    Catat,
    /// Close an item of the re-examination queue with an outcome and a reason; journaled.
    TutupTinjau,
    /// Choose a position where the law has several: a leader does, officers record the leader's paper.
    PilihTafsir,
    /// Record what a document says about a unit or a post.
    CatatOrganisasi,
    /// Check and confirm files.
    Impor,
    /// Lists out as files.
    Ekspor,
    /// The nominatif with all its columns out; journaled.
    EksporLengkap,
    /// The journal and its check.
    Jurnal,
    /// Tokens for other programs.
    Token,
    /// What waits for the visitor, and messages.
    Tugas,
    /// Indicators and the dashboard: figures by instansi.
    Dasbor,
    /// Set targets, and report figures no register holds.
    Sasaran,
    /// Rakor the own instansi calls or is invited to, what was agreed, what became of it.
    Rakor,
    /// Prepare and lead one: agenda, invitations, what is agreed, letters.
    KelolaRakor,
    /// Attendance and minutes.
    CatatRakor,
    /// Answer an invitation, bring material, take a stand, report on the own follow-up.
    TindakLanjut,
    /// Say that a follow-up is done, or is not.
    VerifikasiRtl,
    /// Placement rounds: posts, requirements, weights, plan, margins.
    Penempatan,
    /// Open and run one: posts, weights, what is decided before inputs are frozen, the plan, letters.
    KelolaPenempatan,
    /// Deviate from a plan, choose among names, decide a round: the PPK, or officers who record the PPK's paper.
    PutusPenempatan,
    /// The own row of a round, and asking for posts.
    PenempatanSaya,
    /// Check a published plan.
    PeriksaPenempatan,
    /// Competency standards of posts, nine boxes, successors.
    Talenta,
    /// Be present: with a short-lived code or the own link.
    Hadir,
    /// Ask whether a document is genuine.
    Verifikasi,
    /// Figures for everybody.
    DataTerbuka,
    /// Accounts and their roles.
    Pengguna,
    /// The node itself: first steps, backups, its state.
    Kelola,
}

/// How far a permission reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Not at all.
    None,
    /// The own record.
    Own,
    /// The subtree of the account's unit.
    Subtree,
    /// The account's instansi; every instansi of the node for an account without one.
    Instansi,
}

const I: Reach = Reach::Instansi;
const S: Reach = Reach::Subtree;
const D: Reach = Reach::Own;
const O: Reach = Reach::None;

/// The matrix: an action, what it is in the words of the office, and how far each role reaches with it,
/// in the order of [`Role::ALL`].
#[rustfmt::skip]
pub const MATRIX: [(Action, &str, [Reach; 17]); 43] = [
    //                                                                      sup pet dat mut pen kin opr org huk kor tpk not pim pnl peg aud pub
    (Action::Beranda, "Beranda",                                            [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  O]),
    (Action::Akun, "Akun sendiri",                                          [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  O]),
    (Action::Panduan, "Panduan",                                            [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  O]),
    (Action::DaftarPegawai, "Daftar pegawai",                               [I, I,  I,  I,  I,  I,  S,  I,  O,  I,  I,  O,  I,  S,  O,  I,  O]),
    (Action::LihatPegawai, "Halaman seorang pegawai",                       [I, I,  I,  I,  I,  I,  S,  I,  O,  I,  I,  O,  I,  S,  D,  I,  O]),
    (Action::Buka, "Buka data yang disamarkan, dengan alasan",              [I, I,  I,  I,  I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  D,  I,  O]),
    (Action::Organisasi, "Peta organisasi",                                 [I, I,  I,  I,  I,  I,  S,  I,  O,  I,  I,  O,  I,  S,  O,  I,  O]),
    (Action::Statistik, "Statistik dan rekapitulasi",                       [I, I,  I,  I,  I,  I,  S,  I,  I,  I,  I,  O,  I,  S,  O,  I,  O]),
    (Action::Laporan, "DUK dan nominatif",                                  [I, I,  I,  I,  I,  I,  S,  O,  O,  O,  I,  O,  I,  S,  O,  I,  O]),
    (Action::Penjagaan, "Penjagaan: siapa jatuh tempo dan kapan",           [I, I,  I,  I,  I,  I,  S,  O,  O,  O,  I,  O,  I,  S,  O,  I,  O]),
    (Action::Peraturan, "Peraturan, norma, dan kasusnya",                   [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  O]),
    (Action::UjiRancangan, "Bandingkan paket dan simulasi rancangan",       [I, I,  O,  O,  O,  O,  O,  O,  I,  O,  O,  O,  I,  O,  O,  O,  O]),
    (Action::ParafNorma, "Paraf norma",                                     [O, O,  O,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::Cari, "Pencarian",                                             [I, I,  I,  I,  I,  I,  S,  I,  O,  I,  I,  O,  I,  S,  O,  I,  O]),
    (Action::Temuan, "Temuan dan indeks kualitas data",                     [I, I,  I,  I,  I,  I,  S,  O,  O,  O,  O,  O,  I,  O,  O,  I,  O]),
    (Action::Catat, "Catat SK tentang pegawai (menurut bidangnya)",         [I, I,  I,  I,  I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::TutupTinjau, "Tutup butir tinjau ulang, dengan hasil dan alasan", [I, I,  I,  I,  I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::PilihTafsir, "Pilih posisi bila hukum beda tafsir, dengan alasan", [I, I,  O,  O,  O,  I,  O,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O]),
    (Action::CatatOrganisasi, "Catat unit dan pos jabatan",                 [I, I,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::Impor, "Impor berkas",                                         [I, I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::Ekspor, "Ekspor daftar",                                       [I, I,  I,  I,  I,  I,  S,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::EksporLengkap, "Ekspor nominatif lengkap (67 kolom), tercatat", [I, I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::Jurnal, "Jurnal dan pemeriksaannya",                           [I, I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  I,  O,  O,  I,  O]),
    (Action::Token, "Token API",                                            [I, I,  I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::Tugas, "Tugas saya dan pesan",                                 [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  O]),
    (Action::Dasbor, "Dasbor dan indikator",                                [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  O,  I,  O]),
    (Action::Sasaran, "Tetapkan target dan laporkan angka",                 [I, I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O]),
    (Action::Rakor, "Rakor, rumusan, dan tindak lanjutnya",                 [I, I,  I,  I,  I,  I,  O,  I,  I,  I,  I,  I,  I,  O,  O,  I,  O]),
    (Action::KelolaRakor, "Siapkan dan pimpin rakor",                       [I, I,  O,  O,  O,  O,  O,  I,  O,  I,  O,  O,  O,  O,  O,  O,  O]),
    (Action::CatatRakor, "Daftar hadir dan notulen",                        [I, I,  O,  O,  O,  O,  O,  I,  O,  I,  O,  I,  O,  O,  O,  O,  O]),
    (Action::TindakLanjut, "Jawab undangan, bahan, sikap, laporan RTL",     [I, I,  I,  I,  I,  I,  O,  I,  I,  I,  O,  O,  I,  O,  O,  O,  O]),
    (Action::VerifikasiRtl, "Verifikasi tindak lanjut",                     [I, I,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O,  I,  O,  O,  I,  O]),
    (Action::Penempatan, "Rencana mutasi, hasil, dan selisihnya",           [I, I,  O,  I,  I,  O,  O,  O,  O,  O,  I,  O,  I,  O,  O,  I,  O]),
    (Action::KelolaPenempatan, "Buka dan jalankan rencana mutasi",          [I, I,  O,  I,  O,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O,  O,  O]),
    (Action::PutusPenempatan, "Menyimpang, memilih, dan memutus rencana mutasi", [I, I,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  I,  O,  O,  O,  O]),
    (Action::PenempatanSaya, "Rencana mutasi tentang diri sendiri",         [D, D,  D,  D,  D,  D,  D,  D,  D,  D,  D,  D,  D,  D,  D,  D,  O]),
    (Action::PeriksaPenempatan, "Periksa sendiri rencana mutasi terbitan",  [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I]),
    (Action::Talenta, "Standar kompetensi, sembilan kotak, suksesi",        [I, I,  O,  I,  I,  I,  O,  O,  O,  O,  I,  O,  I,  O,  O,  I,  O]),
    (Action::Hadir, "Presensi dengan kode atau tautan",                     [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I]),
    (Action::Verifikasi, "Periksa keaslian dokumen",                        [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I]),
    (Action::DataTerbuka, "Data terbuka",                                   [I, I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I,  I]),
    (Action::Pengguna, "Akun dan peran",                                    [I, O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
    (Action::Kelola, "Simpul: langkah pertama, cadangan, keadaan",          [I, O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O,  O]),
];

/// How far a role reaches with an action.
pub fn reach(role: Role, action: Action) -> Reach {
    let row = MATRIX.iter().find(|row| row.0 == action);
    row.map_or(Reach::None, |row| row.2[role as usize])
}

/// Who is here.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Account name.
    pub akun: String,
    /// Full name.
    pub lengkap: String,
    /// Role.
    pub role: Role,
    /// Own instansi; empty means every instansi of the node.
    pub instansi: String,
    /// Unit whose subtree an operator serves.
    pub unor: String,
    /// Whose record is the own one.
    pub pegawai: Option<PegawaiId>,
    /// The one-time password must be changed first.
    pub must_change: bool,
    /// The account has an authenticator app (as its session says it).
    pub totp: bool,
    /// Messages not read yet, counted up to 100 (as its session says it).
    pub pesan_baru: u64,
    /// Token of this session's forms.
    pub csrf: String,
}

impl Visitor {
    /// Full name and role, as the people whose data were opened will read it.
    pub fn signature(&self) -> String {
        format!("{}, {}", self.lengkap, self.role.label())
    }

    /// How far this visitor reaches with an action.
    pub fn reach(&self, action: Action) -> Reach {
        reach(self.role, action)
    }

    /// The instansi that heads the visitor's pages: the own one, or the owner of the node for those who
    /// serve all of them. Never somebody else's.
    pub fn home<'t>(&self, tenants: &'t [store::Tenant]) -> Option<&'t store::Tenant> {
        match self.instansi.as_str() {
            "" => tenants.first(),
            own => tenants.iter().find(|t| t.id == own),
        }
    }

    /// Whether the visitor may see a person: by owner, unit (given as "is inside the own subtree") and self.
    pub fn may_see(&self, action: Action, owner: &str, inside: impl FnOnce() -> bool, id: PegawaiId) -> bool {
        let own_government = self.instansi.is_empty() || self.instansi == owner;
        match self.reach(action) {
            Reach::None => false,
            Reach::Own => self.pegawai == Some(id),
            Reach::Subtree => own_government && inside(),
            Reach::Instansi => own_government,
        }
    }
}
