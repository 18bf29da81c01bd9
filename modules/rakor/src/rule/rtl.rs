//! How far a follow-up is: an answer computed from the figure, the reports and the calendar, with its reasons.

/// The answer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Putusan {
    /// The figure is where it was to be, or without a figure the verifier says it is done.
    Tercapai,
    /// There is time left.
    SesuaiJadwal,
    /// The day has passed.
    Terlambat,
    /// Reported as done; evidence or the verifier's word is missing.
    MenungguBukti,
    /// Bound to a figure that cannot be measured.
    BelumTerukur,
    /// The verifier says it is done, and the figure has not moved.
    TanpaDampak,
    /// Given up.
    Dibatalkan,
}

impl Putusan {
    /// Every one, in the order of the board.
    pub const ALL: [Putusan; 7] = [
        Putusan::Terlambat,
        Putusan::MenungguBukti,
        Putusan::BelumTerukur,
        Putusan::SesuaiJadwal,
        Putusan::Tercapai,
        Putusan::TanpaDampak,
        Putusan::Dibatalkan,
    ];

    /// As a page says it.
    pub fn label(self) -> &'static str {
        match self {
            Putusan::Tercapai => "Tercapai",
            Putusan::SesuaiJadwal => "Sesuai jadwal",
            Putusan::Terlambat => "Terlambat",
            Putusan::MenungguBukti => "Menunggu bukti dukung",
            Putusan::BelumTerukur => "Belum terukur",
            Putusan::TanpaDampak => "Selesai, angka tidak bergerak",
            Putusan::Dibatalkan => "Dibatalkan",
        }
    }
}

/// Where a figure went since the moment of agreement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gerak {
    /// Towards the target.
    Membaik,
    /// Nowhere.
    Tetap,
    /// Away from it.
    Memburuk,
}

/// The figure a follow-up is bound to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Angka {
    /// To none.
    TidakTerikat,
    /// It cannot be measured, now or at the moment of agreement.
    BelumTerukur,
    /// Measured.
    Terukur {
        /// It is where it was to be.
        tercapai: bool,
        /// Where it went.
        gerak: Gerak,
    },
}

/// The newest report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lapor {
    /// None, or one that does not say it is done.
    Berjalan,
    /// Done, with evidence or without, and nobody has judged it yet.
    Selesai {
        /// A file came with it.
        berbukti: bool,
    },
    /// Judged: sent back.
    Dikembalikan,
    /// Judged: done.
    Diterima,
}

/// What the answer is computed from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Telaah {
    /// It was given up.
    pub dibatalkan: bool,
    /// The figure.
    pub angka: Angka,
    /// The newest report.
    pub lapor: Lapor,
    /// Days since the last working day of the deadline; 0 or less when there is time left.
    pub lewat: i32,
}

impl Telaah {
    /// The answer and why, in one sentence.
    pub fn putus(&self) -> (Putusan, String) {
        use Putusan::{
            BelumTerukur, Dibatalkan, MenungguBukti, SesuaiJadwal, TanpaDampak, Tercapai, Terlambat,
        };
        if self.dibatalkan {
            return (Dibatalkan, "Tindak lanjut ini dibatalkan.".into());
        }
        let late = self.lewat > 0;
        let days = self.lewat;
        match (self.lapor, self.angka) {
            (_, Angka::Terukur { tercapai: true, .. }) => {
                let more = if self.lapor == Lapor::Diterima {
                    "dan verifikator menyatakannya selesai"
                } else {
                    "walau belum dinyatakan selesai oleh verifikator"
                };
                (Tercapai, format!("Angka sudah mencapai target, {more}."))
            }
            (Lapor::Diterima, Angka::TidakTerikat) => {
                (Tercapai, "Verifikator menyatakannya selesai. Tidak ada angka yang diikat.".into())
            }
            (Lapor::Diterima, Angka::BelumTerukur) => (
                BelumTerukur,
                "Verifikator menyatakannya selesai, tetapi angkanya belum dapat diukur.".into(),
            ),
            (Lapor::Diterima, Angka::Terukur { gerak: Gerak::Membaik, .. }) if late => (
                Terlambat,
                format!(
                    "Dinyatakan selesai dan angkanya membaik, tetapi {days} hari setelah tenggat target belum tercapai."
                ),
            ),
            (Lapor::Diterima, Angka::Terukur { gerak: Gerak::Membaik, .. }) => (
                SesuaiJadwal,
                "Dinyatakan selesai; angkanya membaik dan masih ada waktu sampai target.".into(),
            ),
            (Lapor::Diterima, Angka::Terukur { gerak, .. }) => {
                let how = if gerak == Gerak::Tetap { "tidak bergerak" } else { "memburuk" };
                (
                    TanpaDampak,
                    format!("Verifikator menyatakannya selesai, tetapi angkanya {how} sejak disepakati."),
                )
            }
            (Lapor::Selesai { berbukti: true }, _) => {
                (MenungguBukti, "Dilaporkan selesai dengan bukti dukung; menunggu verifikasi.".into())
            }
            (Lapor::Selesai { berbukti: false }, _) if !late => {
                (MenungguBukti, "Dilaporkan selesai tanpa bukti dukung.".into())
            }
            // Saying so stops no clock: what shows it does.
            (Lapor::Selesai { berbukti: false }, _) => (
                Terlambat,
                format!("Tenggat lewat {days} hari dan laporan selesai tidak disertai bukti dukung."),
            ),
            (Lapor::Dikembalikan, _) if !late => {
                (MenungguBukti, "Verifikator mengembalikan laporan; bukti dukung perlu dilengkapi.".into())
            }
            _ if late => (Terlambat, format!("Tenggat lewat {days} hari dan belum dinyatakan selesai.")),
            (_, Angka::BelumTerukur) => {
                (BelumTerukur, "Angka yang diikat belum dapat diukur; lihat alasannya pada indikator.".into())
            }
            _ => (SesuaiJadwal, "Tenggat belum lewat dan belum dilaporkan selesai.".into()),
        }
    }
}

/// The rung of the ladder that so many days of lateness reach; 0 when none. `tangga` are days, ascending.
pub fn tingkat(lewat: i32, tangga: &[u16]) -> u8 {
    tangga.iter().take_while(|days| lewat >= i32::from(**days)).count() as u8
}
