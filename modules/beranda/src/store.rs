//! What waits, as stored: imports on their way and people a download no longer names.

use kernel::{EntryId, Stamp};
use store::{Bind, Conn, Result};

store::statements! {
    IMPORTS = "SELECT tugas_id, berkas, keadaan, ringkasan, dibuat, instansi_id FROM tugas
        WHERE keadaan IN ('menunggu', 'selesai') ORDER BY dibuat DESC, tugas_id DESC LIMIT $1";
    ABSENT = "SELECT t.instansi_id, COUNT(*) FROM tidak_dalam_unduhan t
        LEFT JOIN tutup_unduhan c ON c.pegawai_id = t.pegawai_id AND c.sasaran = t.entri_id
        WHERE c.entri_id IS NULL GROUP BY t.instansi_id";
}

/// Imports read to find a few of one's own.
const READ: i64 = 40;

/// An import whose preview waits, or that is saved.
pub struct Import {
    /// Its page.
    pub href: String,
    /// Name of the file.
    pub name: String,
    /// The preview waits to be saved.
    pub waiting: bool,
    /// A few numbers: `baris=20 ditolak=3`.
    pub summary: String,
    /// When it was uploaded.
    pub made: Stamp,
}

impl Import {
    /// A number of the summary.
    pub fn number(&self, name: &str) -> Option<u64> {
        let pairs = self.summary.split(' ').filter_map(|p| p.split_once('='));
        pairs.into_iter().find(|p| p.0 == name)?.1.parse().ok()
    }
}

/// The newest imports of an instansi (empty: of all).
pub fn imports(conn: &mut Conn, instansi: &str) -> Result<Vec<Import>> {
    let all = conn.all(&IMPORTS, &[Bind::Int(READ)], |r| {
        let import = Import {
            href: format!("/impor/{}", EntryId(r.uuid(0)?)),
            name: r.text(1)?.to_owned(),
            waiting: r.text(2)? == "menunggu",
            summary: r.text(3)?.to_owned(),
            made: r.stamp(4)?,
        };
        Ok((r.text(5)?.to_owned(), import))
    })?;
    Ok(all.into_iter().filter(|i| instansi.is_empty() || i.0 == instansi).map(|i| i.1).collect())
}

/// People a download no longer names and nobody has closed.
pub fn absent(conn: &mut Conn, instansi: &str) -> Result<u64> {
    let counts = conn.all(&ABSENT, &[], |r| Ok((r.text(0)?.to_owned(), r.int(1)?.unsigned_abs())))?;
    Ok(counts.iter().filter(|c| instansi.is_empty() || c.0 == instansi).map(|c| c.1).sum())
}
