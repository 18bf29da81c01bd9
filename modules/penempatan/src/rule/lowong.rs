//! Which posts a round may fill: those that are empty, those that will be on its day, and those held that a rotation
//! may move people between.

/// A post as the register has it on the day of the round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PosKini {
    /// Its id.
    pub pos: String,
    /// Places a peta jabatan needs.
    pub kebutuhan: i64,
    /// How many hold it.
    pub isi: i64,
    /// How many of them go on pension by that day.
    pub pensiun: i64,
    /// Somebody serves it as Plt or Plh.
    pub dilayani: bool,
}

/// A post that may be in the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usulan {
    /// Its id.
    pub pos: String,
    /// How many of its places.
    pub tempat: i64,
    /// Why: as in [`crate::isi::PosRencana::sebab`].
    pub sebab: &'static str,
}

/// Whether a post is offered, with how many places and why; posts that are held only where people may be moved.
pub fn usulan(p: &PosKini, rotasi: bool) -> Option<Usulan> {
    let empty = (p.kebutuhan - p.isi).max(0);
    let becoming = (p.kebutuhan - p.isi + p.pensiun).clamp(0, p.pensiun.max(0));
    let held = p.isi - p.pensiun;
    let sebab = match (empty, becoming) {
        (1.., _) if p.dilayani => "plt_berakhir",
        (1.., _) => "lowong",
        (_, 1..) => "pensiun",
        _ if rotasi && held > 0 => "rotasi",
        _ => return None,
    };
    // A vacant place is filled by itself: whoever holds another place of the post stays there.
    let tempat = if sebab == "rotasi" { p.kebutuhan.max(1) } else { (empty + becoming).min(p.kebutuhan) };
    Some(Usulan { pos: p.pos.clone(), tempat, sebab })
}

/// As a page says it.
pub fn sebab_label(sebab: &str) -> &'static str {
    match sebab {
        "lowong" => "Kosong",
        "plt_berakhir" => "Kosong, dilayani Plt",
        "pensiun" => "Pemegangnya pensiun",
        "rotasi" => "Terisi, ikut rotasi",
        _ => "Dipilih",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered() {
        // kebutuhan, isi, pensiun, dilayani, rotasi -> tempat, sebab
        for (kebutuhan, isi, pensiun, dilayani, rotasi, expected) in [
            (1, 0, 0, false, false, Some((1, "lowong"))),
            (1, 0, 0, true, false, Some((1, "plt_berakhir"))),
            (1, 1, 0, false, false, None),
            (1, 1, 0, false, true, Some((1, "rotasi"))),
            (1, 1, 1, false, false, Some((1, "pensiun"))),
            (1, 1, 1, false, true, Some((1, "pensiun"))),
            (5, 3, 1, false, false, Some((3, "lowong"))),
            (5, 3, 1, false, true, Some((3, "lowong"))),
            (2, 3, 1, false, false, None),
            (2, 3, 2, false, false, Some((1, "pensiun"))),
            (0, 0, 0, false, true, None),
        ] {
            let p = PosKini { pos: "p".into(), kebutuhan, isi, pensiun, dilayani };
            let found = usulan(&p, rotasi).map(|u| (u.tempat, u.sebab));
            assert_eq!(found, expected, "{p:?} rotasi {rotasi}");
        }
    }
}
