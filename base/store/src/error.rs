//! What can break below the seam, told so that a person knows what to do.

/// The machine broke: storage, network, or data that do not fit together.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite said no.
    #[error("basis data SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL said no.
    #[error("basis data PostgreSQL: {}", postgres_text(.0))]
    Postgres(#[from] postgres::Error),
    /// Bytes of the journal or of a table could not be read.
    #[error("{0}")]
    Unreadable(#[from] kernel::codec::Unreadable),
    /// A file could not be read or written.
    #[error("{}", io_text(.0))]
    Io(#[from] std::io::Error),
    /// Stored data contradict themselves.
    #[error("isi basis data tidak utuh: {0}")]
    Corrupt(String),
    /// A backup file is not what was written.
    #[error("{0}")]
    Backup(String),
    /// The request cannot be carried out as asked.
    #[error("{0}")]
    Refused(String),
}

/// Result of anything that touches storage.
pub type Result<T> = std::result::Result<T, Error>;

/// What the operating system said, in Indonesian.
pub fn io_text(e: &std::io::Error) -> String {
    use std::io::ErrorKind as K;
    // Words of our own, see `Error::at`.
    if e.get_ref().is_some() {
        return e.to_string();
    }
    let text = match e.kind() {
        K::NotFound => "berkas atau folder tidak ada",
        K::PermissionDenied => "tidak ada hak akses",
        K::AlreadyExists => "sudah ada",
        K::IsADirectory => "itu folder, bukan berkas",
        K::NotADirectory => "bagian dari jalurnya bukan folder",
        K::StorageFull | K::QuotaExceeded => "ruang penyimpanan penuh",
        K::ReadOnlyFilesystem => "tempat itu hanya dapat dibaca",
        K::FileTooLarge => "berkas terlalu besar untuk tempat itu",
        K::BrokenPipe => "pembacanya sudah menutup",
        K::AddrInUse => "alamat itu sedang dipakai program lain",
        K::AddrNotAvailable => "alamat itu bukan milik mesin ini",
        K::InvalidFilename => "nama berkas tidak dapat dipakai",
        K::UnexpectedEof => "berkas terpotong",
        // A number an administrator can look up.
        _ => match e.raw_os_error() {
            Some(number) => return format!("kesalahan sistem nomor {number}"),
            None => return e.to_string(),
        },
    };
    text.to_owned()
}

fn postgres_text(e: &postgres::Error) -> String {
    match e.as_db_error() {
        Some(db) => format!("{} ({})", db.message(), db.code().code()),
        None => e.to_string(),
    }
}

/// What stands in the way of PostgreSQL, by the class of its SQLSTATE.
fn postgres_advice(e: &postgres::Error) -> &'static str {
    const LOST: &str = "Sambungan ke PostgreSQL putus. Periksa layanan PostgreSQL dan jaringan, lalu ulangi; tidak ada yang tersimpan sebagian.";
    let network = std::error::Error::source(e).is_some_and(|s| s.is::<std::io::Error>());
    match e.code().map(|code| code.code()) {
        None if network || e.is_closed() => LOST,
        Some(code) if code.starts_with("57P0") || code.starts_with("08") => LOST,
        Some("53100") => {
            "Ruang penyimpanan server PostgreSQL penuh. Kosongkan tempat, lalu ulangi; tidak ada yang tersimpan sebagian."
        }
        Some("53300" | "55P03" | "40001" | "40P01") => {
            "Basis data sedang dipakai proses lain. Tunggu sebentar, lalu ulangi."
        }
        Some("28000" | "28P01" | "3D000" | "42501") => {
            "PostgreSQL menolak masuk. Periksa nama, sandi, basis data dan hak pada alamat PostgreSQL."
        }
        _ => "Ulangi; bila tetap gagal, simpan pesan ini untuk operator.",
    }
}

impl Error {
    /// A file that could not be read or written, named.
    pub fn at(path: &std::path::Path, e: std::io::Error) -> Error {
        Error::Io(std::io::Error::new(e.kind(), format!("{}: {}", path.display(), io_text(&e))))
    }

    /// What an operator can do about it, in one Indonesian sentence.
    pub fn advice(&self) -> &'static str {
        use rusqlite::ErrorCode;
        use std::io::ErrorKind;
        match self {
            Error::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => match e.code {
                ErrorCode::DiskFull => {
                    "Ruang penyimpanan penuh. Kosongkan tempat di disk, lalu ulangi; tidak ada yang tersimpan sebagian."
                }
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
                    "Basis data sedang dipakai proses lain. Tunggu sebentar, lalu ulangi."
                }
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => {
                    "Berkas basis data rusak. Hentikan layanan dan pulihkan dari cadangan terakhir."
                }
                ErrorCode::SystemIoFailure => {
                    "Disk menolak dibaca atau ditulis. Periksa apakah masih ada ruang dan apakah disknya sehat, lalu ulangi."
                }
                ErrorCode::CannotOpen | ErrorCode::ReadOnly => {
                    "Folder data tidak dapat ditulis. Periksa hak akses folder itu."
                }
                _ => "Ulangi; bila tetap gagal, simpan pesan ini untuk operator.",
            },
            Error::Postgres(e) => postgres_advice(e),
            Error::Io(e)
                if matches!(
                    e.kind(),
                    ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded
                ) =>
            {
                "Ruang penyimpanan penuh. Kosongkan tempat di disk, lalu ulangi."
            }
            Error::Io(e) if e.kind() == ErrorKind::NotFound => "Periksa jalurnya, lalu ulangi.",
            Error::Io(e) if e.kind() == ErrorKind::PermissionDenied => {
                "Periksa hak akses akun layanan, lalu ulangi."
            }
            Error::Backup(_) => "Pakai cadangan lain yang lolos `sinergi cadangan periksa`.",
            Error::Corrupt(_) | Error::Unreadable(_) => {
                "Jalankan `sinergi jurnal periksa` untuk melihat entri mana yang tidak cocok."
            }
            _ => "Ulangi; bila tetap gagal, simpan pesan ini untuk operator.",
        }
    }

    /// Whether what is stored is damaged, rather than out of reach.
    pub fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match self {
            Error::Corrupt(_) | Error::Unreadable(_) | Error::Backup(_) => true,
            Error::Sqlite(e) => matches!(e.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase)),
            _ => false,
        }
    }

    /// Another transaction won (serialization failure, deadlock, busy): the same work may be tried again.
    pub fn is_retryable(&self) -> bool {
        match self {
            Error::Postgres(e) => e.code().is_some_and(|c| matches!(c.code(), "40001" | "40P01")),
            Error::Sqlite(rusqlite::Error::SqliteFailure(e, _)) => {
                e.code == rusqlite::ErrorCode::DatabaseBusy
            }
            _ => false,
        }
    }
}
