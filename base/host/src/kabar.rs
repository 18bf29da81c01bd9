//! Messages: what modules tell people about something that happened or that falls due. Modules say what is
//! told to whom; that it arrives, and once, is the work of [`crate::pesan`].

use crate::access::Role;
use crate::hall::Hall;
use kernel::Date;
use store::peristiwa::Peristiwa;

/// What sort of message it is: people choose by it what comes by e-mail.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Jenis {
    /// Somebody is invited.
    Undangan,
    /// Work was given to somebody.
    Penugasan,
    /// A deadline comes near.
    Pengingat,
    /// A deadline has passed.
    Keterlambatan,
    /// Something happened that is good to know.
    Pemberitahuan,
}

/// The word in the database, and what a page calls it.
const WORDS: [(Jenis, &str, &str); 5] = [
    (Jenis::Undangan, "undangan", "Undangan"),
    (Jenis::Penugasan, "penugasan", "Penugasan"),
    (Jenis::Pengingat, "pengingat", "Pengingat tenggat"),
    (Jenis::Keterlambatan, "keterlambatan", "Keterlambatan"),
    (Jenis::Pemberitahuan, "pemberitahuan", "Pemberitahuan"),
];

impl Jenis {
    /// Every sort.
    pub const ALL: [Jenis; 5] = [WORDS[0].0, WORDS[1].0, WORDS[2].0, WORDS[3].0, WORDS[4].0];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        WORDS[self as usize].1
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Jenis> {
        Jenis::ALL.into_iter().find(|j| j.word() == word)
    }

    /// As a page says it.
    pub fn label(self) -> &'static str {
        WORDS[self as usize].2
    }
}

/// For whom a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Penerima {
    /// One account.
    Akun(String),
    /// Everybody with one of these roles in an instansi.
    Peran {
        /// Which instansi.
        instansi: String,
        /// Which roles.
        peran: Vec<Role>,
    },
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kabar {
    /// The same for the same message every time it is made: whoever has it does not get it again.
    pub kunci: String,
    /// What sort it is.
    pub jenis: Jenis,
    /// For whom.
    pub kepada: Penerima,
    /// Subject, in one line, without personal data: it goes into e-mails.
    pub judul: String,
    /// One sentence, without personal data.
    pub isi: String,
    /// The page it is about, from `/`.
    pub alamat: String,
    /// Until when something is to be done.
    pub tenggat: Option<Date>,
}

/// Turns an event into messages. It is called at least once for each event, oldest first, and must
/// answer the same each time.
pub type DariPeristiwa = fn(&Hall, &Peristiwa) -> store::Result<Vec<Kabar>>;

/// Messages that follow from the calendar. It is called several times a day and answers with all that are
/// due by now (see [`jatuh`]); those made before are known by their key.
pub type Pengingat = fn(&Hall, Date) -> store::Result<Vec<Kabar>>;

/// Which step of a reminder a deadline has come to: days before it as negative numbers, days after it as
/// positive ones. The latest step passed is meant, so that a node that stood still for a week does
/// not send what the days between would have brought.
///
/// ```
/// # use host::kabar::jatuh;
/// let tenggat = kernel::Date::new(2026, 12, 10).expect("a date");
/// let steps = [-7, -1, 1, 14];
/// assert_eq!(jatuh(tenggat, tenggat.add_days(-8), &steps), None);
/// assert_eq!(jatuh(tenggat, tenggat.add_days(-5), &steps), Some(-7));
/// assert_eq!(jatuh(tenggat, tenggat.add_days(13), &steps), Some(1));
/// ```
pub fn jatuh(tenggat: Date, today: Date, steps: &[i32]) -> Option<i32> {
    let now = today.days() - tenggat.days();
    steps.iter().copied().filter(|step| *step <= now).max()
}
