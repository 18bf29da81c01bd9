//! `sinergi demo`: a fictional province in a folder, and its pages.

mod penempatan;
mod rakor;

use super::{connect, locate, tables, told};
use crate::cli::{Demo, Place};
use crate::say;
use anyhow::{Result, bail};
use demo::province::{InstansiSeed, Province};
use kernel::{Act, Date, Document, Entry, Fact, Field, Kind, Rank, Stamp, Subject, Value};
use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc;
use store::journal::Writer;
use store::{Database, Node, Source};

/// Kinds of history the demo declares complete.
const LENGKAP: &str = "hukuman_disiplin, tugas_belajar, cltn, pemberhentian_sementara, penugasan, diklat";

/// Where a demo lives when nobody says otherwise.
const FOLDER: &str = "sinergi-data/demo";
/// Entries made ahead of the writer.
const AHEAD: usize = 16;

pub fn run(args: &Demo) -> Result<ExitCode> {
    let place = Place {
        data: args
            .place
            .data
            .clone()
            .or_else(|| args.place.database.is_none().then(|| PathBuf::from(FOLDER))),
        database: args.place.database.clone(),
    };
    let people = args.pegawai.unwrap_or(60_000);
    // 60 is for tests.
    if !(500..=200_000).contains(&people) && people != 60 {
        bail!(say::Misuse(format!(
            "Banyaknya pegawai demo 500 sampai 200.000; --pegawai {people} tidak dapat dipakai."
        )));
    }
    let address = super::serve::address(&args.alamat)?;
    let node = open(&place, args)?;
    crate::out!("Folder demo: {}", node.folder().display());
    let mut conn = connect(&node)?;
    if store::people::journal_sizes(&mut conn).map_err(told)?.is_empty() {
        let seed = node.demo_seed.unwrap_or(args.benih);
        fill(&node, &place, seed, people as usize)?;
        store::node::put_setting(&mut conn, PEOPLE, &people.to_string()).map_err(told)?;
    } else {
        crate::out!("{}", kept(&mut conn, args.pegawai)?);
    }
    let password = super::pengguna::first_administrator(&node, &mut conn, "Administrator")?;
    drop(conn);
    if args.hanya_data {
        announce(password.as_deref());
        return Ok(ExitCode::SUCCESS);
    }
    let mut hall = host::Hall::new(node, tables()?, false);
    hall.percetakan.alamat = format!("http://{}", args.alamat);
    crate::cetak::plug(&mut hall);
    super::serve::serve(hall, &address, None, || announce(password.as_deref()))
}

/// Setting with how many people a demo was made for.
const PEOPLE: &str = "pegawai";

/// What is there already, and how to get what was asked for when that is something else.
fn kept(conn: &mut store::Conn, asked: Option<u64>) -> Result<String> {
    let settings = store::node::settings(conn).map_err(told)?;
    let there = settings.iter().find(|s| s.0 == PEOPLE).and_then(|s| s.1.parse().ok());
    let there = match there {
        Some(there) => there,
        // Made before the number was kept.
        None => store::people::count(conn).map_err(told)?,
    };
    let words = format!("Folder demo sudah berisi data {} pegawai; dipakai apa adanya", say::angka(there));
    Ok(match asked.filter(|asked| *asked != there) {
        None => format!("{words}."),
        Some(asked) => format!(
            "{words}, --pegawai {asked} tidak berlaku. Untuk demo dengan {} pegawai pakai folder lain:\n  sinergi demo --pegawai {asked} --data sinergi-data/demo-{asked}",
            say::angka(asked)
        ),
    })
}

fn announce(password: Option<&str>) {
    match password {
        Some(password) => {
            crate::out!("Masuk sebagai: admin\nSandi sekali pakai: {password}\n(hanya ditampilkan sekali)")
        }
        None => crate::out!("Masuk sebagai: admin. Lupa sandi? `sinergi pengguna sandi admin --data …`"),
    }
    if password.is_some() && say::shown().is_err() {
        say::complain(format_args!("sinergi: {}\n", super::pengguna::unseen("admin")));
    }
}

/// Opens a folder as a demo. Its clock is the machine's unless `--jam` sets one; a folder with a real
/// journal is refused.
fn open(place: &Place, args: &Demo) -> Result<Node> {
    let (folder, database) = locate(place)?;
    let tables = crate::modules::tables();
    if let Some(text) = &args.jam {
        // Nine in the morning in Jakarta: offices are open.
        let clock = Stamp(Stamp::end_of(super::date(text)?).0 - 54_000_000_000 + 1);
        return Node::open(&folder, database, &tables, Some((args.benih, clock))).map_err(told);
    }
    if !marked(&folder, &database, &tables)? {
        Node::open(&folder, database.clone(), &tables, Some((args.benih, store::Clock::System.now())))
            .map_err(told)?;
        let node = Node::open(&folder, database.clone(), &tables, None).map_err(told)?;
        let mut conn = connect(&node)?;
        conn.transaction(|conn| store::node::put_setting(conn, store::node::DEMO_CLOCK, "")).map_err(told)?;
    }
    Node::open(&folder, database, &tables, None).map_err(told)
}

/// Whether the place is a demo already; asked without making a key for it.
fn marked(
    folder: &std::path::Path,
    database: &Database,
    tables: &[&'static store::table::Table],
) -> Result<bool> {
    if *database == Database::Sqlite && !folder.join("sinergi.db").exists() {
        return Ok(false);
    }
    let node = Node::open(folder, database.clone(), tables, None).map_err(told)?;
    Ok(node.demo_seed.is_some())
}

/// People from which on a province has rakor to tell of; the smallest demo is for tests of something else.
const TELLS_FROM: usize = 500;

/// Fills an empty demo: every government in a transaction of its own, up to the day its rakor begin; then
/// the rakor, and what was recorded between them.
fn fill(node: &Node, place: &Place, seed: u64, people: usize) -> Result<()> {
    let now = node.clock.now();
    let today = now.date_wib();
    let tells = people >= TELLS_FROM;
    let begin = if tells { penempatan::begins(today) } else { Stamp::MAX };
    let mut later: Vec<(String, VecDeque<Made>)> = Vec::new();
    let province = Province::new(seed, people, today);
    let bar = say::bar(Some(people as u64), "Membuat provinsi rekaan");
    let mut conn = connect(node)?;
    if let store::Conn::Sqlite(sqlite) = &conn {
        sqlite.cache_mib(Some(256)).map_err(told)?;
    }
    for (n, instansi) in province.instansi().into_iter().enumerate() {
        let mut source = node.source(&mut conn).map_err(told)?;
        conn.transaction(|conn| {
            store::node::add_tenant(conn, &instansi.id, &instansi.nama)?;
            let ids = source.child();
            let mut writer = Writer::open(conn, &node.key, &mut source, &instansi.id)?;
            std::thread::scope(|scope| {
                let (send, receive) = mpsc::sync_channel::<Vec<Made>>(AHEAD);
                let maker = Maker { province: &province, n, ids, today, now };
                let own = &instansi;
                scope.spawn(move || maker.run(own, &send));
                let mut rest = VecDeque::new();
                for batch in receive {
                    let new = batch.iter().filter(|(e, _)| e.document.jenis == IDENTITY).count();
                    for (entry, bytes) in batch {
                        if entry.recorded < begin {
                            writer.append_bytes(&entry, &bytes)?;
                        } else {
                            rest.push_back((entry, bytes));
                        }
                    }
                    bar.inc(new as u64);
                }
                later.push((instansi.id.clone(), rest));
                writer.finish().map(|_| ())
            })
        })
        .map_err(told)?;
    }
    bar.finish_and_clear();
    drop(conn);
    if tells { story(place, today, later) } else { Ok(()) }
}

/// An entry with its bytes.
type Made = (Entry, Vec<u8>);

/// The rakor of the province, with what its governments recorded meanwhile.
fn story(place: &Place, today: Date, mut later: Vec<(String, VecDeque<Made>)>) -> Result<()> {
    let bar = say::bar(None, "Membuat rakor dan rencana mutasi rekaan");
    let kelak = held_later(&later);
    let (folder, database) = locate(place)?;
    let node = || Node::open(&folder, database.clone(), &crate::modules::tables(), None).map_err(told);
    let (registers, mut hall) = (node()?, host::Hall::new(node()?, tables()?, false));
    hall.katalog = host::indikator::Katalog::of(crate::modules::modules());
    let mut until = |moment: Stamp| -> Result<()> {
        let mut conn = connect(&registers)?;
        for (instansi, rest) in &mut later {
            if rest.front().is_none_or(|(entry, _)| entry.recorded > moment) {
                continue;
            }
            let mut source = registers.source(&mut conn).map_err(told)?;
            let append = |conn: &mut store::Conn| {
                let mut writer = Writer::open(conn, &registers.key, &mut source, instansi)?;
                while let Some((entry, bytes)) = rest.pop_front_if(|(entry, _)| entry.recorded <= moment) {
                    writer.append_bytes(&entry, &bytes)?;
                }
                writer.finish().map(|_| ())
            };
            conn.transaction(append).map_err(told)?;
        }
        Ok(())
    };
    penempatan::before(&mut hall, today, kelak, &mut until)?;
    rakor::tell(&mut hall, today, &mut until)?;
    penempatan::tell(&hall, today)?;
    bar.finish_and_clear();
    Ok(())
}

/// Posts somebody is appointed to by what is still to be recorded.
fn held_later(later: &[(String, VecDeque<Made>)]) -> HashSet<String> {
    let facts = later.iter().flat_map(|l| &l.1).flat_map(|(entry, _)| &entry.acts).map(|act| &act.1);
    let posts = facts.filter(|f| f.kind == Kind::Jabatan).filter_map(|f| f.text(Field::PosId));
    posts.map(str::to_owned).collect()
}

/// Name of the document that first speaks of a person.
const IDENTITY: &str = "Data pokok kepegawaian";

/// Makes the entries of one government in the order they were recorded.
struct Maker<'p> {
    province: &'p Province,
    n: usize,
    ids: Source,
    today: Date,
    /// Nothing is recorded later than this.
    now: Stamp,
}

impl Maker<'_> {
    fn run(mut self, instansi: &InstansiSeed, send: &mpsc::SyncSender<Vec<Made>>) {
        let mut entries: Vec<(Stamp, Entry)> = Vec::new();
        let province = self.province;
        for person in province.people(self.n) {
            let subject = Subject::Pegawai(self.ids.pegawai_id(Stamp(0)));
            for mut entry in person.entries(&subject, "demo", || self.ids.entry_id(Stamp(0))) {
                entry.acts.iter_mut().for_each(|(_, fact)| place_post(fact));
                entry.recorded = entry.recorded.min(self.now);
                entries.push((entry.recorded, entry));
            }
        }
        // A journal grows in the order of recording; ids break ties, so the order is the seed's.
        entries.sort_unstable_by_key(|(recorded, entry)| (*recorded, entry.id));
        let first = entries.first().map_or(Stamp(0), |e| e.0);
        let organisation = self.organisation(instansi, first);
        let all = organisation.into_iter().chain(entries.into_iter().map(|e| e.1));
        let mut batch = Vec::with_capacity(512);
        for entry in all {
            let bytes = kernel::codec::entry_bytes(&entry);
            batch.push((entry, bytes));
            // The writer hangs up when it fails; its error is the one to tell.
            if batch.len() == 512 && send.send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
        let _ = send.send(batch);
    }

    /// Units and posts stand before the first person is recorded.
    fn organisation(&mut self, instansi: &InstansiSeed, recorded: Stamp) -> Vec<Entry> {
        let (units, posts) = self.province.organisation(self.n);
        let founding = document("Perda pembentukan perangkat daerah", "Perda 1/1990", Date::new(1990, 1, 1));
        let map = document("Peta jabatan", "Pergub 12/2017", Date::new(2017, 1, 2));
        let mut entries = Vec::with_capacity(units.len() + posts.len() + 1);
        let name = Fact::new(
            Kind::Instansi,
            None,
            [
                (Field::InstansiNama, Value::text(&instansi.nama)),
                // The demo's people have their whole history in it; where there is none, there was none.
                (Field::InstansiLengkap, Value::text(LENGKAP)),
                (Field::InstansiWilayah, Value::text(instansi.wilayah)),
            ],
        );
        entries.push(self.entry(recorded, Subject::Instansi, founding.clone(), name));
        for unit in units {
            let values = [
                (Field::UnorNamaUnit, unit.nama),
                (Field::UnorAtasan, unit.atasan_id),
                (Field::UnorEselon, unit.eselon.into()),
                (Field::UnorNamaJabatan, unit.nama_jabatan),
                (Field::UnorJenis, unit.jenis.into()),
                (Field::UnorAktif, "ya".into()),
            ];
            let values =
                values.into_iter().filter(|v| !v.1.is_empty()).map(|(f, v)| (f, Value::Text(v.into())));
            let fact = Fact::new(Kind::Unor, Date::new(1990, 1, 1), values);
            entries.push(self.entry(recorded, Subject::Unor(unit.id), founding.clone(), fact));
        }
        for post in posts {
            let id = store::derive::post_id(&post.unor_id, &post.jabatan);
            let values = [
                (Field::PosKode, Value::Text(post.kode.into())),
                (Field::PosUnor, Value::Text(post.unor_id.into())),
                (Field::PosJabatan, Value::Text(post.jabatan.into())),
                (Field::PosJenis, Value::text(post.jenis)),
                (Field::PosJenjang, Value::text(post.jenjang)),
                (Field::PosKelas, Value::Int(post.kelas.into())),
                (Field::PosKebutuhan, Value::Int(post.kebutuhan.into())),
            ];
            let fact = Fact::new(Kind::Pos, Some(post.tmt), values);
            entries.push(self.entry(recorded, Subject::Pos(id), map.clone(), fact));
        }
        debug_assert!(recorded.date_wib() <= self.today);
        entries
    }

    fn entry(&mut self, recorded: Stamp, subject: Subject, document: Document, fact: Fact) -> Entry {
        Entry {
            id: self.ids.entry_id(Stamp(0)),
            recorded,
            actor: "demo".into(),
            subject,
            document,
            acts: vec![(Act::Perubahan, fact)],
            row: None,
            notes: Vec::new(),
        }
    }
}

fn document(jenis: &str, nomor: &str, tanggal: Option<Date>) -> Document {
    Document {
        rank: Rank::Sk,
        jenis: jenis.into(),
        nomor: nomor.into(),
        tanggal,
        penandatangan: String::new(),
        berkas: None,
        baris: None,
        urut: 0,
    }
}

/// A post is known by its unit and name; people hold posts.
fn place_post(fact: &mut Fact) {
    let (Kind::Jabatan, Some(unor), Some(jabatan)) =
        (fact.kind, fact.text(Field::JabatanUnorId), fact.text(Field::JabatanNama))
    else {
        return;
    };
    let id = store::derive::post_id(unor, jabatan);
    let values = fact.values.drain(..).chain([(Field::PosId, Value::Text(id.into()))]).collect::<Vec<_>>();
    *fact = Fact::new(Kind::Jabatan, fact.tmt, values).until(fact.until);
}
