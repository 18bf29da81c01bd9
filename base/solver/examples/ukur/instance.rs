//! Made-up rounds, the same bytes on any machine: every number is a hash of (seed, stream, index).
//!
//! The files are those of the published generator; their hashes stand in `tests/instances.rs`.

use solver::format::Files;

const FAMILIES: u64 = 40;
const REGIONS: u64 = 38;
const CLASSES: u64 = 15;

/// A named round: people, posts, draws per post, whole-point scores, whether most posts have a holder.
pub const NAMED: [(&str, usize, usize, usize, bool, bool); 11] = [
    ("s-tiny", 60, 30, 6, false, false),
    ("s-1k", 2_000, 1_000, 20, false, false),
    ("b1", 20_000, 5_000, 30, false, false),
    ("b1c", 20_000, 5_000, 30, true, false),
    ("b2", 100_000, 50_000, 40, false, false),
    ("b2c", 100_000, 50_000, 40, true, false),
    ("d-tiny", 60, 50, 6, false, true),
    ("d-2k", 2_400, 2_000, 20, false, true),
    ("d-10k", 12_000, 10_000, 30, false, true),
    ("d-50k", 60_000, 50_000, 30, false, true),
    ("d-50kc", 60_000, 50_000, 30, true, true),
];

fn mix(mut x: u64) -> u64 {
    x ^= x >> 30;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^= x >> 27;
    x = x.wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// A source of numbers: `of(stream, index)` is the same for ever.
#[derive(Clone, Copy)]
struct Dice {
    seed: u64,
}

impl Dice {
    fn of(self, stream: u64, index: u64) -> u64 {
        let start = self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let base = mix(start
            .wrapping_add(stream.wrapping_mul(0xD134_2543_DE82_EF95))
            .wrapping_add(0x632B_E59B_D9B4_E019));
        mix(index.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(base))
    }

    fn below(self, stream: u64, index: usize, limit: u64) -> u64 {
        ((self.of(stream, index as u64) >> 32) * limit) >> 32
    }

    /// The indices below `count` in the order of their numbers.
    fn shuffled(self, stream: u64, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|&index| self.of(stream, index as u64));
        order
    }

    /// A family; low numbers are larger.
    fn family(self, streams: (u64, u64), index: usize) -> u64 {
        self.below(streams.0, index, FAMILIES) * self.below(streams.1, index, FAMILIES * 4) / (FAMILIES * 4)
    }

    fn class(self, streams: (u64, u64), index: usize) -> u64 {
        1 + self.below(streams.0, index, CLASSES).min(self.below(streams.1, index, CLASSES))
    }
}

struct Person {
    family: u64,
    class: u64,
    region: u64,
    /// What does not depend on the post, in hundredths of a point.
    merit: u64,
    experienced: bool,
    duk: usize,
    home: Option<usize>,
}

struct Post {
    unit: usize,
    family: u64,
    class: u64,
    region: u64,
    holder: Option<usize>,
}

struct Round {
    dice: Dice,
    people: Vec<Person>,
    posts: Vec<Post>,
    /// People by family, class and seniority, with the key of the first two.
    pool: Vec<(u64, usize)>,
    chain: bool,
}

/// The files of a round made from a seed.
pub fn files(name: &str, seed: u64) -> Option<Files> {
    let &(name, people, posts, degree, coarse, chain) = NAMED.iter().find(|named| named.0 == name)?;
    let round = Round::new(Dice { seed }, people, posts, chain);
    let pairs = round.pairs(degree);
    let rows = pairs.iter().map(|&(post, person)| {
        let score = round.score(post, person);
        format!("{post},{person},{}\n", if coarse { score / 100 } else { score })
    });
    let mut files = round.tables();
    files.edges = table("position,candidate,score", rows);
    files.instance = format!(
        "format=sinergi-placement-1\nname={name}\nseed={seed}\ncandidates={people}\npositions={posts}\n\
         edges={}\nmaxscore={}\n",
        pairs.len(),
        if coarse { 100 } else { 10_000 }
    )
    .into_bytes();
    Some(files)
}

/// Scores of a dense round, row by row.
pub fn dense(kind: &str, n: usize, seed: u64) -> Vec<i64> {
    let dice = Dice { seed };
    let score = |k: usize| match kind {
        "uniform" => dice.below(1, k, 1_000_001),
        "coarse" => dice.below(1, k, 101),
        _ => dice.below(2, k % n, 1001) * dice.below(3, k / n, 1001) * 7 / 1000 + dice.below(4, k, 3001),
    };
    (0..n * n).map(|k| score(k) as i64).collect()
}

fn table(head: &str, rows: impl Iterator<Item = String>) -> Vec<u8> {
    let mut text = format!("{head}\n");
    rows.for_each(|row| text.push_str(&row));
    text.into_bytes()
}

fn signed(index: Option<usize>) -> i64 {
    index.map_or(-1, |index| index as i64)
}

impl Round {
    fn new(dice: Dice, people: usize, posts: usize, chain: bool) -> Round {
        let mut people: Vec<Person> = (0..people).map(|c| person(dice, c)).collect();
        for (rank, c) in dice.shuffled(20, people.len()).into_iter().enumerate() {
            people[c].duk = rank;
        }
        let mut posts: Vec<Post> = (0..posts).map(|p| post(dice, p)).collect();
        if chain {
            let mut held = dice.shuffled(41, posts.len());
            held.truncate(posts.len() * 90 / 100);
            held.sort_unstable();
            for (holder, home) in held.into_iter().enumerate() {
                let (post, person) = (&mut posts[home], &mut people[holder]);
                (post.holder, person.home) = (Some(holder), Some(home));
                (person.family, person.class, person.region) = (post.family, post.class, post.region);
            }
        }
        let mut order: Vec<usize> = (0..people.len()).collect();
        order.sort_by_key(|&c| (key(people[c].family, people[c].class), people[c].duk));
        let pool = order.into_iter().map(|c| (key(people[c].family, people[c].class), c)).collect();
        Round { dice, people, posts, pool, chain }
    }

    /// Eligible pairs, sorted: mostly the family and the class or the one below, some from next door.
    fn pairs(&self, degree: usize) -> Vec<(usize, usize)> {
        let barred = |c: usize| self.dice.below(54, c, 12) == 0;
        let draws = degree + degree / 6;
        let mut pairs = Vec::new();
        for (p, post) in self.posts.iter().enumerate() {
            let own = self.range(post.family, (post.class - 1).max(1), post.class);
            let next = self.range((post.family + 1) % FAMILIES, post.class, post.class);
            let limited = self.dice.below(53, p, 4) == 0;
            for k in p * draws..(p + 1) * draws {
                let from_next = !next.is_empty() && self.dice.below(51, k, 8) == 0;
                let (stream, range) = if from_next { (52, &next) } else { (50, &own) };
                if range.is_empty() {
                    continue;
                }
                let c = self.pool[range.start + self.dice.below(stream, k, range.len() as u64) as usize].1;
                let apart = self.people[c].region.abs_diff(post.region);
                let too_far = limited && apart.min(REGIONS - apart) > 12;
                if !too_far && !barred(c) && post.holder != Some(c) {
                    pairs.push((p, c));
                }
            }
            pairs.extend(post.holder.map(|holder| (p, holder)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    fn range(&self, family: u64, low: u64, high: u64) -> std::ops::Range<usize> {
        let start = self.pool.partition_point(|entry| entry.0 < key(family, low));
        start..self.pool.partition_point(|entry| entry.0 <= key(family, high)).max(start)
    }

    fn score(&self, post: usize, person: usize) -> u64 {
        let fit = self.dice.below(30, person * (1 << 20) + post, 101);
        let same = self.people[person].family == self.posts[post].family;
        40 * fit.saturating_sub(if same { 0 } else { 30 }) + self.people[person].merit
    }

    fn tables(&self) -> Files {
        let units = self.posts.last().map_or(0, |post| post.unit + 1);
        let mut holders = vec![0usize; units];
        for post in self.posts.iter().filter(|post| !self.chain || post.holder.is_some()) {
            holders[post.unit] += 1;
        }
        let positions = self.posts.iter().enumerate().map(|(p, post)| {
            let critical = u8::from(self.dice.below(55, p, 10) == 0);
            let Post { unit, region, class, holder, .. } = post;
            format!("{p},{unit},{region},{class},{critical},{}\n", signed(*holder))
        });
        let candidates = self.people.iter().enumerate().map(|(c, person)| {
            let unit = match person.home {
                _ if !self.chain => self.dice.below(56, c, units as u64) as i64,
                home => signed(home.map(|home| self.posts[home].unit)),
            };
            let Person { region, class, experienced, home, duk, .. } = person;
            format!("{c},{unit},{region},{class},{},{},{duk}\n", u8::from(*experienced), signed(*home))
        });
        let units = holders.iter().enumerate().map(|(u, held)| format!("{u},{}\n", (held * 20 / 100).max(1)));
        Files {
            positions: table("position,unit,region,class,critical,holder", positions),
            candidates: table("candidate,unit,region,class,experienced,home,duk", candidates),
            units: table("unit,max_out", units),
            ..Files::default()
        }
    }
}

fn key(family: u64, class: u64) -> u64 {
    family * 32 + class
}

fn person(dice: Dice, c: usize) -> Person {
    let percent = |stream| dice.below(stream, c, 101);
    let (performance, senior) = ((percent(15) + percent(16)) / 2, percent(18));
    Person {
        family: dice.family((10, 11), c),
        class: dice.class((12, 13), c),
        region: dice.below(14, c, REGIONS),
        merit: 30 * performance + 10 * (percent(17) + senior + percent(19)),
        experienced: senior >= 40,
        duk: 0,
        home: None,
    }
}

fn post(dice: Dice, p: usize) -> Post {
    let unit = p / 25;
    Post {
        unit,
        family: dice.family((42, 43), unit),
        class: dice.class((44, 45), p),
        region: dice.below(40, unit, REGIONS),
        holder: None,
    }
}
