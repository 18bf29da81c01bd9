//! Who may do what, and to whom: peran × tindakan × wilayah. The table below is the documentation.

use kernel::PegawaiId;

/// What a person is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Runs the node.
    Super,
    /// Officer of the BKD or BKPSDM.
    Petugas,
    /// Operator of a perangkat daerah: the subtree of a unit.
    Operator,
    /// Leader: reads.
    Pimpinan,
    /// An employee: the own record.
    Pegawai,
}

impl Role {
    /// Every role, in the order of the matrix.
    pub const ALL: [Role; 5] = [Role::Super, Role::Petugas, Role::Operator, Role::Pimpinan, Role::Pegawai];

    /// The word in the database and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Role::Super => "super",
            Role::Petugas => "petugas",
            Role::Operator => "operator",
            Role::Pimpinan => "pimpinan",
            Role::Pegawai => "pegawai",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|r| r.word() == word)
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Role::Super => "Administrator utama",
            Role::Petugas => "Petugas BKD",
            Role::Operator => "Operator perangkat daerah",
            Role::Pimpinan => "Pimpinan",
            Role::Pegawai => "Pegawai",
        }
    }
}

/// What is asked for. Every route names one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// The home page.
    Beranda,
    /// The list of people.
    DaftarPegawai,
    /// A person's page.
    LihatPegawai,
    /// Units, posts, holders.
    Organisasi,
    /// Record what an SK says about a person.
    Catat,
    /// Check and confirm files.
    Impor,
    /// Files out.
    Ekspor,
    /// Findings and the quality index.
    Temuan,
    /// The journal and its check.
    Jurnal,
    /// Search.
    Cari,
    /// The own account: password, theme, sign-out.
    Akun,
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

/// The matrix.
pub fn reach(role: Role, action: Action) -> Reach {
    use Action::{
        Akun, Beranda, Cari, Catat, DaftarPegawai, Ekspor, Impor, Jurnal, LihatPegawai, Organisasi, Temuan,
    };
    use Reach::{Instansi, None, Own, Subtree};
    match (action, role) {
        //           super                 petugas                  operator                pimpinan                  pegawai
        (Beranda | Akun, _) => Instansi,
        (DaftarPegawai, Role::Super | Role::Petugas | Role::Pimpinan) => Instansi,
        (DaftarPegawai | Cari | LihatPegawai | Temuan | Ekspor, Role::Operator) => Subtree,
        (DaftarPegawai, Role::Pegawai) => None,
        (LihatPegawai, Role::Pegawai) => Own,
        (LihatPegawai | Cari | Temuan, Role::Super | Role::Petugas | Role::Pimpinan) => Instansi,
        (Organisasi, Role::Pegawai) => None,
        (Organisasi, Role::Operator) => Subtree,
        (Organisasi, _) => Instansi,
        (Catat | Impor | Ekspor, Role::Super | Role::Petugas) => Instansi,
        (Jurnal, Role::Super | Role::Petugas | Role::Pimpinan) => Instansi,
        (Catat | Impor | Ekspor | Jurnal | Cari | Temuan, _) => None,
    }
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
    /// Token of this session's forms.
    pub csrf: String,
}

impl Visitor {
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
