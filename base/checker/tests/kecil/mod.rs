//! Tiny cases solved by looking at every plan there is.
#![allow(dead_code, reason = "each test file uses its part")]

use std::fmt::Write as _;

use proptest::prelude::*;
use sha2::{Digest, Sha256};

pub type Plan = Vec<Option<usize>>;

#[derive(Debug, Clone)]
pub struct Tiny {
    pub maxscore: i64,
    /// class, critical, holder
    pub posts: Vec<(i64, bool, Option<usize>)>,
    /// Rank in the seniority order.
    pub duk: Vec<usize>,
    /// position, candidate, score; sorted
    pub edges: Vec<(usize, usize, i64)>,
}

/// The seven files.
#[derive(Debug, Clone)]
pub struct Texts {
    pub instance: String,
    pub edges: String,
    pub positions: String,
    pub candidates: String,
    pub units: String,
    pub plan: String,
    pub certificate: String,
}

impl Texts {
    pub fn files(&self) -> checker::Files<'_> {
        let [instance, edges, positions, candidates, units, plan, certificate] =
            self.all().map(String::as_bytes);
        checker::Files { instance, edges, positions, candidates, units, plan, certificate }
    }

    pub fn all(&self) -> [&String; 7] {
        let Texts { instance, edges, positions, candidates, units, plan, certificate } = self;
        [instance, edges, positions, candidates, units, plan, certificate]
    }

    pub fn all_mut(&mut self) -> [&mut String; 7] {
        let Texts { instance, edges, positions, candidates, units, plan, certificate } = self;
        [instance, edges, positions, candidates, units, plan, certificate]
    }

    /// Makes the hashes fit again, as somebody would who forges a file.
    pub fn rehashed(mut self) -> Texts {
        let tables = [
            ("edges.csv", sha256(&self.edges)),
            ("positions.csv", sha256(&self.positions)),
            ("candidates.csv", sha256(&self.candidates)),
            ("units.csv", sha256(&self.units)),
            ("plan.csv", sha256(&self.plan)),
        ];
        for text in [&mut self.instance, &mut self.certificate] {
            let lines = text.lines().map(|line| {
                let fits = tables.iter().find(|(name, _)| line.starts_with(&format!("sha256.{name}=")));
                fits.map_or(line.to_string(), |(name, hash)| format!("sha256.{name}={hash}")) + "\n"
            });
            *text = lines.collect();
        }
        self
    }
}

impl Tiny {
    pub fn fill(&self) -> i64 {
        (self.maxscore + 1) * (self.posts.len() as i64 + 1)
    }

    pub fn weight(&self, post: usize, who: usize) -> Option<i64> {
        let score = self.edges.iter().find(|edge| (edge.0, edge.1) == (post, who))?.2;
        let moves = self.home(who).is_some_and(|home| home != post);
        let (_, critical, _) = self.posts[post];
        Some(
            self.fill() * (1 + i64::from(critical)) + score - if moves { self.maxscore * 5 / 100 } else { 0 },
        )
    }

    pub fn home(&self, who: usize) -> Option<usize> {
        self.posts.iter().position(|post| post.2 == Some(who))
    }

    pub fn worth(&self, plan: &Plan) -> i64 {
        plan.iter().enumerate().filter_map(|(post, who)| self.weight(post, (*who)?)).sum()
    }

    /// Positions in the published order.
    pub fn published(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.posts.len()).collect();
        order.sort_by_key(|post| (-self.posts[*post].0, *post));
        order
    }

    /// Every valid plan; the one the published order prefers before the others.
    pub fn plans(&self) -> Vec<Plan> {
        let mut people: Vec<usize> = (0..self.duk.len()).collect();
        people.sort_by_key(|who| self.duk[*who]);
        let mut plans = Vec::new();
        self.extend(&self.published(), &people, &mut vec![None; self.posts.len()], &mut plans);
        let is_seated = |plan: &Plan, who: usize| self.home(who).is_none() || plan.contains(&Some(who));
        plans.retain(|plan| people.iter().all(|who| is_seated(plan, *who)));
        plans
    }

    fn extend(&self, posts: &[usize], people: &[usize], plan: &mut Plan, plans: &mut Vec<Plan>) {
        let Some((post, rest)) = posts.split_first() else { return plans.push(plan.clone()) };
        for who in people {
            if self.weight(*post, *who).is_some() && !plan.contains(&Some(*who)) {
                plan[*post] = Some(*who);
                self.extend(rest, people, plan, plans);
                plan[*post] = None;
            }
        }
        self.extend(rest, people, plan, plans);
    }

    /// All plans of the highest worth, the published one first.
    pub fn best(&self) -> Vec<Plan> {
        let plans = self.plans();
        let most = plans.iter().map(|plan| self.worth(plan)).max().expect("everybody at home is a plan");
        plans.into_iter().filter(|plan| self.worth(plan) == most).collect()
    }

    /// Prices that prove a best plan: the lowest there are for candidates, raised until every pair is covered.
    pub fn prices(&self, plan: &Plan) -> (Vec<i64>, Vec<i64>) {
        let seat = |who: usize| plan.iter().position(|seated| *seated == Some(who));
        let floor = |who: usize| if self.home(who).is_some() { -1000 * self.fill() } else { 0 };
        let mut u: Vec<i64> = (0..self.duk.len()).map(floor).collect();
        let price =
            |u: &[i64], post: usize| plan[post].map_or(0, |who| self.weight(post, who).unwrap_or(0) - u[who]);
        for _ in 0..=self.duk.len() {
            for (post, who, _) in &self.edges {
                let weight = self.weight(*post, *who).expect("a pair");
                if seat(*who) != Some(*post) {
                    u[*who] = u[*who].max(weight - price(&u, *post));
                }
            }
        }
        let v = (0..self.posts.len()).map(|post| price(&u, post)).collect();
        (u, v)
    }

    /// The files of this case with any plan and any prices.
    pub fn texts(&self, plan: &Plan, u: &[i64], v: &[i64]) -> Texts {
        let (posts, people, edges) = (self.posts.len(), self.duk.len(), self.edges.len());
        let mut texts = Texts {
            instance: format!(
                "format=sinergi-placement-1\nname=kecil\nseed=1\ncandidates={people}\npositions={posts}\nedges={edges}\nmaxscore={}\n\
                 sha256.candidates.csv=\nsha256.edges.csv=\nsha256.positions.csv=\nsha256.units.csv=\n",
                self.maxscore
            ),
            edges: "position,candidate,score\n".into(),
            positions: "position,unit,region,class,critical,holder\n".into(),
            candidates: "candidate,unit,region,class,experienced,home,duk\n".into(),
            units: "unit,max_out\n0,1\n".into(),
            plan: "position,candidate\n".into(),
            certificate: format!(
                "format=sinergi-certificate-1\ninstance=kecil\ncandidates={people}\npositions={posts}\nedges={edges}\n\
                 maxscore={}\nfill={}\nmove={}\nobjective={}\nsha256.edges.csv=\nsha256.positions.csv=\n\
                 sha256.candidates.csv=\nsha256.units.csv=\nsha256.plan.csv=\norder=class-desc,position;duk-asc\n\n",
                self.maxscore,
                self.fill(),
                self.maxscore * 5 / 100,
                self.worth(plan),
            ),
        };
        let id = |id: Option<usize>| id.map_or(-1, |id| id as i64);
        for (position, candidate, score) in &self.edges {
            let _ = writeln!(texts.edges, "{position},{candidate},{score}");
        }
        for (post, (class, critical, holder)) in self.posts.iter().enumerate() {
            let _ = writeln!(texts.positions, "{post},0,3,{class},{},{}", u8::from(*critical), id(*holder));
        }
        for (who, duk) in self.duk.iter().enumerate() {
            let _ = writeln!(texts.candidates, "{who},-1,3,9,1,{},{duk}", id(self.home(who)));
        }
        for (post, who) in plan.iter().enumerate().filter_map(|(post, who)| Some((post, (*who)?))) {
            let _ = writeln!(texts.plan, "{post},{who}");
        }
        for (what, prices) in [("candidate", u), ("position", v)] {
            let gap = if what == "position" { "\n" } else { "" };
            let _ = writeln!(texts.certificate, "{gap}{what},price");
            for (id, price) in prices.iter().enumerate() {
                let _ = writeln!(texts.certificate, "{id},{price}");
            }
        }
        texts.rehashed()
    }

    /// The files of a round with one unit that `most` holders may leave, leaving it at a price. Prices of
    /// vertices are loose, but they cover.
    pub fn capped(&self, plan: &Plan, most: i64, price: i64) -> Texts {
        let pairs =
            |who: usize| (0..self.posts.len()).filter_map(move |post| Some((post, self.weight(post, who)?)));
        let left = |who: usize, post: usize| self.home(who).is_some_and(|home| home != post);
        let best =
            |who| pairs(who).map(|(post, weight)| weight - if left(who, post) { price } else { 0 }).max();
        let u: Vec<i64> = (0..self.duk.len()).map(|who| best(who).unwrap_or(0).max(0)).collect();
        let bound = u.iter().sum::<i64>() + price * most;
        let mut texts = self.texts(plan, &u, &vec![0; self.posts.len()]);
        texts.units = format!("unit,max_out\n0,{most}\n");
        let worth = self.worth(plan);
        let caps = format!("objective={worth}\nbound={bound}\ngap={}\n", bound - worth);
        texts.certificate = texts.certificate.replace(&format!("objective={worth}\n"), &caps);
        texts.certificate = texts.certificate.replace("order=class-desc,position;duk-asc", "order=none");
        let _ = write!(texts.certificate, "\nunit,price\n0,{price}\n");
        texts.rehashed()
    }

    /// Holders who end away from home.
    pub fn leavers(&self, plan: &Plan) -> usize {
        self.posts.iter().zip(plan).filter(|(post, seated)| post.2.is_some() && post.2 != **seated).count()
    }

    pub fn proven(&self, plan: &Plan) -> Texts {
        let (u, v) = self.prices(plan);
        self.texts(plan, &u, &v)
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Cases with many ties, holders, critical positions, people without any pair.
pub fn tiny() -> impl Strategy<Value = Tiny> {
    (1usize..6, 1usize..6)
        .prop_flat_map(|(posts, people)| {
            let post = (0i64..3, any::<bool>(), any::<bool>());
            let seats = Just((0..people).collect::<Vec<_>>()).prop_shuffle();
            let duk = Just((0..people).collect::<Vec<_>>()).prop_shuffle();
            let scores = prop::collection::vec(prop::option::of(0i64..3), posts * people);
            (prop::collection::vec(post, posts), seats, duk, scores)
        })
        .prop_map(|(posts, seats, duk, scores)| {
            let mut free = seats.into_iter();
            let posts: Vec<_> = posts
                .into_iter()
                .map(|(class, critical, held)| (class, critical, if held { free.next() } else { None }))
                .collect();
            let people = duk.len();
            let edges = scores.into_iter().enumerate().filter_map(|(at, score)| {
                let (post, who) = (at / people, at % people);
                let at_home = posts[post].2 == Some(who);
                let score = score.or(at_home.then_some(0))?;
                Some((post, who, score * 2))
            });
            Tiny { maxscore: 40, edges: edges.collect(), posts, duk }
        })
}
