//! Questions pages ask of a world.

use crate::hall::{Organisation, World};
use kernel::register::Penugasan;
use std::collections::HashSet;
use store::organisation::Post;

impl World {
    /// Numbers (in the register) of a unit and everything under it.
    pub fn units_within(&self, instansi: &str, unor: &str) -> HashSet<u32> {
        let names = &self.register.names;
        let Some(organisation) = self.organisations.get(instansi) else { return HashSet::new() };
        let Some(top) = organisation.tree.find(unor) else { return names.find(unor).into_iter().collect() };
        let range = organisation.tree.subtree(top);
        range.filter_map(|n| names.find(organisation.tree.id(kernel::unor::Node(n)))).collect()
    }

    /// Units and posts of an instansi.
    pub fn organisation(&self, instansi: &str) -> Option<&Organisation> {
        self.organisations.get(instansi)
    }

    /// The instansi of a person.
    pub fn instansi_of(&self, i: usize) -> &str {
        self.register.names.text(self.register.instansi[i])
    }

    /// A person's unit as the list of units calls it, else as the documents do.
    pub fn unit_of(&self, i: usize) -> &str {
        let unor = self.register.unor[i];
        let listed =
            self.organisation(self.instansi_of(i)).and_then(|o| o.units.get(self.register.names.text(unor)));
        listed.map_or_else(|| self.register.unit_name(unor), |u| u.nama.as_str())
    }

    /// Id and name of the perangkat daerah a person works in; empty when unknown.
    pub fn opd_of(&self, i: usize) -> (&str, &str) {
        let unor = self.register.names.text(self.register.unor[i]);
        let found = self.organisation(self.instansi_of(i)).and_then(|o| {
            let node = o.tree.find(unor)?;
            let opd = o.tree.opd_of(node).unwrap_or(node);
            Some((o.tree.id(opd), o.tree.nama(opd)))
        });
        found.unwrap_or(("", ""))
    }
}

/// The id of the post an assignment serves; where the document gives unit and name only, it follows from them.
pub fn serves(p: &Penugasan) -> String {
    match (&*p.pos, &*p.unor, &*p.jabatan) {
        ("", "", _) | ("", _, "") => String::new(),
        ("", unor, jabatan) => store::derive::post_id(unor, jabatan),
        (pos, _, _) => pos.to_owned(),
    }
}

/// Places a peta jabatan needs in a post; `None` for a post that does not stand, or that only a
/// nominatif names.
pub fn needed(post: &Post) -> Option<u64> {
    (!post.derived && post.aktif).then(|| post.kebutuhan.max(0).unsigned_abs())
}
