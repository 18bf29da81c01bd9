//! A form that was refused, shown again on its page: what was typed, and what is wrong beside its field.

/// What came, and why it was not taken; nothing when no form was refused.
#[derive(Clone, Debug, Default)]
pub struct Ulang {
    /// The last part of the form's address: which form it was.
    pub tujuan: String,
    /// Fields as sent.
    pub ruas: Vec<(String, String)>,
    /// Field and sentence.
    pub salah: Vec<(String, String)>,
}

impl Ulang {
    /// Whether a form was refused.
    pub fn ada(&self) -> bool {
        !self.salah.is_empty()
    }

    /// Whether it was the form of this address.
    pub fn tentang(&self, tujuan: &str) -> bool {
        self.ada() && self.tujuan == tujuan
    }

    /// What was typed in a field, else what it is now.
    pub fn isi<'u>(&'u self, name: &str, now: &'u str) -> &'u str {
        self.ruas.iter().find(|r| r.0 == name).map_or(now, |r| r.1.as_str())
    }

    /// Every value of a field that is sent several times, in order.
    pub fn semua(&self, name: &str) -> Vec<&str> {
        self.ruas.iter().filter(|r| r.0 == name).map(|r| r.1.as_str()).collect()
    }

    /// Whether a box was ticked; as it is now when no form was refused.
    pub fn centang(&self, name: &str, value: &str, now: bool) -> bool {
        if self.ada() { self.semua(name).contains(&value) } else { now }
    }

    /// What is wrong with a field.
    pub fn galat(&self, name: &str) -> Option<&str> {
        self.salah.iter().find(|s| s.0 == name).map(|s| s.1.as_str())
    }
}
