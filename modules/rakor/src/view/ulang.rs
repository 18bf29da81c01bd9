//! A form that was refused, shown again on its page: what was typed, and what is wrong beside its field.

/// What came, and why it was not taken.
#[derive(Clone, Debug, Default)]
pub struct Ulang {
    /// The last part of the form's address: which form it was.
    pub tujuan: String,
    /// Fields as sent.
    pub ruas: Vec<(String, String)>,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
    /// Somebody else has saved another version meanwhile.
    pub bentrok: bool,
}

impl Ulang {
    /// Whether this form was refused; where forms of one kind repeat, `kunci` is the field and value that name
    /// the one.
    pub fn tentang(&self, tujuan: &str, kunci: Option<(&str, &str)>) -> bool {
        let same = kunci.is_none_or(|(name, value)| self.isi(name) == Some(value));
        self.tujuan == tujuan && !self.salah.is_empty() && same
    }

    /// What was typed in a field.
    pub fn isi(&self, name: &str) -> Option<&str> {
        self.ruas.iter().find(|r| r.0 == name).map(|r| r.1.as_str())
    }

    /// Every value of a field that is sent several times, in order.
    pub fn semua(&self, name: &str) -> Vec<&str> {
        self.ruas.iter().filter(|r| r.0 == name).map(|r| r.1.as_str()).collect()
    }

    /// What is wrong with a field.
    pub fn galat(&self, name: &str) -> Option<&str> {
        self.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str())
    }
}
