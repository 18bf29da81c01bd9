//! The flaws of real data, at fixed small rates.

use crate::codes::Jenis;
use crate::rng::Rng;
use crate::units::Post;

/// What is wrong with one person's papers.
#[derive(Clone, Copy, Default, Debug)]
pub struct Flaws {
    /// One SK golongan was recorded years late.
    pub late: bool,
    /// One SK golongan never came.
    pub gap: bool,
    /// Two SK golongan have the same TMT and differ.
    pub contradiction: bool,
    /// An SK golongan was corrected.
    pub ralat: bool,
    /// A promotion was annulled.
    pub pembatalan: bool,
    /// No titles in the identity.
    pub no_title: bool,
    /// No e-mail address.
    pub no_email: bool,
    /// No telephone number.
    pub no_phone: bool,
    /// NIK not confirmed, every second one malformed.
    pub bad_nik: bool,
    /// Two work agreements overlap.
    pub overlap: bool,
    /// Still working past the pension age.
    pub past_bup: bool,
    /// CPNS for more than a year.
    pub long_cpns: bool,
    /// Sits in the post of a head that somebody else holds too.
    pub shared_head: bool,
    /// No predicate of the last year.
    pub no_skp: bool,
    /// NIP with wrong digits; the number keeps NIPs apart.
    pub reserved: Option<u32>,
}

/// One person in so many has wrong digits in the NIP: birth, sex and TMT in turn.
pub const NIP_EVERY: u64 = 167;

/// Rates in a thousand, for tests and for the text of demonstrations.
pub mod rate {
    #![allow(missing_docs)] // each is named as its field above
    pub const LATE: u32 = 30;
    pub const GAP: u32 = 15;
    pub const CONTRADICTION: u32 = 8;
    pub const RALAT: u32 = 15;
    pub const PEMBATALAN: u32 = 4;
    pub const NO_TITLE: u32 = 20;
    pub const NO_EMAIL: u32 = 25;
    pub const NO_PHONE: u32 = 20;
    pub const BAD_NIK: u32 = 15;
    pub const OVERLAP: u32 = 10;
    pub const PAST_BUP: u32 = 6;
    pub const LONG_CPNS: u32 = 4;
    pub const SHARED_HEAD: u32 = 1;
    pub const NO_SKP: u32 = 12;
}

impl Flaws {
    /// Draws the flaws of a person; always the same number of draws, so that a changed rate moves
    /// nothing else.
    pub fn draw(rng: &mut Rng, number: u64, post: &Post) -> Flaws {
        let mut hit = |per_mille: u32| rng.chance(per_mille);
        let flaws = Flaws {
            late: hit(rate::LATE),
            gap: hit(rate::GAP),
            contradiction: hit(rate::CONTRADICTION),
            ralat: hit(rate::RALAT),
            pembatalan: hit(rate::PEMBATALAN),
            no_title: hit(rate::NO_TITLE),
            no_email: hit(rate::NO_EMAIL),
            no_phone: hit(rate::NO_PHONE),
            bad_nik: hit(rate::BAD_NIK),
            overlap: hit(rate::OVERLAP),
            past_bup: hit(rate::PAST_BUP),
            long_cpns: hit(rate::LONG_CPNS),
            shared_head: hit(rate::SHARED_HEAD),
            no_skp: hit(rate::NO_SKP),
            reserved: number.is_multiple_of(NIP_EVERY).then_some((number / NIP_EVERY) as u32),
        };
        let plain = post.jenis() == Jenis::Pelaksana;
        Flaws {
            past_bup: flaws.past_bup && plain,
            long_cpns: flaws.long_cpns && !flaws.past_bup,
            shared_head: flaws.shared_head && post.jenis() == Jenis::Fungsional,
            ..flaws
        }
    }

    /// Which digits of the NIP are wrong, in the words of the file faults.
    pub fn nip(&self, contract: bool) -> &'static str {
        match (self.reserved.map(|n| n % 3), contract) {
            (None, _) => "",
            (Some(0), _) => "nip_tanggal_lahir",
            (Some(1), _) => "nip_jenis_kelamin",
            (_, true) => "nip_pppk_tahun",
            (_, false) => "nip_tmt_cpns",
        }
    }
}
