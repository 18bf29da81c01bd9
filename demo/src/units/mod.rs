//! The tree of a government's units and the posts in them.
//!
//! Ids follow from the instansi and the path of names, not from the seed: the known people may
//! name their units, and a page of the demonstration keeps its address.

mod build;
mod mix;

use crate::codes::{JABATAN, Jenis};
use crate::rng::{Rng, hash_text, hex_id, mix};

/// A unit of the organisation (unor).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitSeed {
    /// BKN's id.
    pub id: String,
    /// Its name.
    pub nama: String,
    /// The unit above; empty for the root.
    pub atasan_id: String,
    /// Echelon of its head, "III.a"; empty when it has none.
    pub eselon: &'static str,
    /// What its head is called; empty when nobody of the civil service heads it.
    pub nama_jabatan: String,
    /// Kind of unit: "dinas", "sekolah", "kecamatan" …
    pub jenis: &'static str,
    /// How deep it stands below the root.
    pub depth: u8,
}

/// What a post is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostKind {
    /// Heads its unit; place in [`codes::ESELON`].
    Head(u8),
    /// Place in [`codes::JABATAN`].
    Listed(u8),
}

/// A post before it is written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Post {
    /// Place of its unit in the list of units.
    pub unit: u32,
    /// What it is.
    pub kind: PostKind,
    /// How many people the office needs.
    pub kebutuhan: u16,
    /// How many people hold it.
    pub terisi: u16,
    /// Somebody of the story book holds it already.
    pub reserved: bool,
    /// Somebody of the story book holds it or held it: it stays on the map.
    pub told: bool,
}

impl Post {
    /// Kind of the post.
    pub fn jenis(&self) -> Jenis {
        match self.kind {
            PostKind::Head(_) => Jenis::Struktural,
            PostKind::Listed(n) => JABATAN[usize::from(n)].jenis,
        }
    }
}

/// Units and posts of one government, sized for a number of people.
#[derive(Debug)]
pub struct Organisation {
    /// The units, every unit after the one above it.
    pub units: Vec<UnitSeed>,
    /// Their posts, in the order of the units.
    pub posts: Vec<Post>,
    instansi: u64,
    paths: Vec<String>,
}

/// So many things handed out evenly over so many places, one place after another.
struct Spread {
    things: usize,
    places: usize,
    at: usize,
}

impl Spread {
    fn new(things: usize, places: usize) -> Spread {
        Spread { things, places, at: 0 }
    }

    /// How many the next place gets.
    fn take(&mut self) -> u16 {
        let until = |at: usize| (at * self.things).checked_div(self.places).unwrap_or(0);
        let given = until(self.at + 1) - until(self.at);
        self.at += 1;
        given as u16
    }
}

/// The unit id of a path of names under an instansi.
pub fn unit_id(instansi_id: &str, path: &str) -> String {
    hex_id(hash_text(instansi_id), hash_text(path))
}

impl Organisation {
    /// Nothing at all.
    pub fn empty() -> Organisation {
        Organisation { units: vec![], posts: vec![], instansi: 0, paths: vec![] }
    }

    /// Decides how many people each post has, so that exactly `people` are placed, and how many it needs.
    pub fn fill(&mut self, people: usize, rng: &mut Rng) {
        let open_head = |p: &Post| p.jenis() == Jenis::Struktural && !p.reserved;
        let heads = self.posts.iter().filter(|p| open_head(p)).count();
        // In a small government most heads are missing: at most one head in eight people.
        // The province is between two rounds: more of its heads are missing.
        let share = if self.units.first().is_some_and(|u| u.nama.contains("Provinsi")) { 71 } else { 90 };
        let heads_filled = (heads * share / 100).min(people / 8);
        let mut head = 0;
        // Three posts in a hundred stay vacant; their weight goes to the others.
        for post in self.posts.iter_mut().filter(|p| p.jenis() != Jenis::Struktural && !p.reserved) {
            if rng.chance(30) {
                post.kebutuhan = 0;
            }
        }
        let weight: u64 = self
            .posts
            .iter()
            .filter(|p| p.jenis() != Jenis::Struktural && !p.reserved)
            .map(|p| u64::from(p.kebutuhan))
            .sum();
        let rest = (people - heads_filled) as u64;
        let mut seen = 0u64;
        for post in &mut self.posts {
            if post.reserved {
                continue;
            }
            if post.jenis() == Jenis::Struktural {
                // Spread over the tree: exactly `heads_filled` of `heads`.
                post.terisi = ((head + 1) * heads_filled / heads - head * heads_filled / heads) as u16;
                head += 1;
                continue;
            }
            let before = seen * rest / weight.max(1);
            seen += u64::from(post.kebutuhan);
            post.terisi = (seen * rest / weight.max(1) - before) as u16;
        }
        self.need(people, rng);
    }

    /// One place in nine is vacant whatever the size of the government: some posts nobody holds, and a
    /// place more than holders on others; a few have one too many, as in life. The posts beyond that,
    /// which a government of this size does not have, go.
    fn need(&mut self, people: usize, rng: &mut Rng) {
        let vacant = people / 8;
        let unheld = |p: &Post| p.terisi == 0 && !p.told;
        let held = |p: &Post| p.terisi > 0 && p.jenis() != Jenis::Struktural;
        let empty = self.posts.iter().filter(|p| unheld(p)).count();
        let kept = empty.min(vacant / 2);
        let mut spread = Spread::new(kept, empty);
        self.posts.retain(|p| !unheld(p) || spread.take() > 0);
        let mut spread = Spread::new(vacant - kept, self.posts.iter().filter(|p| held(p)).count());
        for post in self.posts.iter_mut().filter(|p| !p.reserved) {
            post.kebutuhan = match held(post) {
                true if rng.chance(50) && post.terisi > 1 => post.terisi - 1,
                true => post.terisi + spread.take(),
                false => 1,
            };
        }
        self.teachers();
    }

    /// Teachers are many at some schools and few at others, as in life: a fifth of the schools has too few for its
    /// classes, a fifth has more than it needs.
    fn teachers(&mut self) {
        let held = |p: &&mut Post| !p.reserved && p.terisi > 1;
        let teacher = |p: &&mut Post| matches!(p.kind, PostKind::Listed(n) if JABATAN[usize::from(n)].nama.starts_with("Guru"));
        for post in self.posts.iter_mut().filter(held).filter(teacher) {
            match mix(u64::from(post.unit), 0x4755_5255) % 5 {
                0 => post.kebutuhan = post.terisi + 1,
                1 => post.kebutuhan = post.terisi - 1,
                _ => {}
            }
        }
    }

    /// For each place in the list of people (in an order of chance) the place of the post held.
    pub fn assignment(&self, rng: &mut Rng) -> Vec<u32> {
        let mut list = Vec::with_capacity(self.posts.iter().map(|p| usize::from(p.terisi)).sum());
        for (n, post) in self.posts.iter().enumerate() {
            list.extend(std::iter::repeat_n(n as u32, usize::from(post.terisi)));
        }
        rng.shuffle(&mut list);
        list
    }

    /// Keeps a post for the people of the story book, `people` of them.
    pub fn reserve(&mut self, unit_id: &str, jabatan: &str, people: u16) {
        if let Some(post) = self.find(unit_id, jabatan) {
            (post.reserved, post.terisi, post.kebutuhan) = (true, 0, people.max(1));
            if post.jenis() == Jenis::Struktural {
                post.kebutuhan = 1;
            }
        }
    }

    /// Keeps a post on the map, held or not.
    pub fn keep(&mut self, unit_id: &str, jabatan: &str) {
        if let Some(post) = self.find(unit_id, jabatan) {
            post.told = true;
        }
    }

    fn find(&mut self, unit_id: &str, jabatan: &str) -> Option<&mut Post> {
        let unit = self.units.iter().position(|u| u.id == unit_id)?;
        let place = self.posts.iter().position(|p| p.unit as usize == unit && self.jabatan(p) == jabatan)?;
        self.posts.get_mut(place)
    }

    /// Name of a post.
    pub fn jabatan(&self, post: &Post) -> &str {
        match post.kind {
            PostKind::Head(_) => &self.units[post.unit as usize].nama_jabatan,
            PostKind::Listed(n) => JABATAN[usize::from(n)].nama,
        }
    }
}
