//! Every entry of the file beside what is recorded about its person: new, recorded already, or refused.

use super::{Ask, Entri, Gagal, Pemeriksaan, baca as berkas};
use crate::page::{banding, kata, pos};
use crate::rule::catat::lembar::{self, Line, Tempat};
use crate::rule::catat::{Isian, Rancangan, Rujukan, Tindakan, baca, dampak};
use host::hall::{self, Organisation, Organisations};
use host::record::Draft;
use host::sight::Sight;
use host::{dokumen, naskah};
use kernel::ledger::Head;
use kernel::typed::Salah;
use kernel::{Act, AsOf, Date, Document, EntryId, Fact, Field, Kind, Ledger, PegawaiId, Snapshot, Subject};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// Lines one document may have about one person: an assessment has one for each competence and aspect.
const LINES_MAX: usize = 60;

type Key = (String, String, String);
type Ledgers = HashMap<PegawaiId, Known>;

/// What is known about a person, with what the file said of them so far.
struct Known {
    instansi: String,
    recorded: usize,
    drafts: usize,
    ledger: Ledger,
}

/// Reads a file and judges every line of it; writes nothing. `each` hears how many entries are judged.
///
/// # Errors
/// When the file is none, or storage fails.
pub fn periksa(path: &Path, ask: &Ask<'_>, mut each: impl FnMut(u64)) -> Result<Pemeriksaan, Gagal> {
    let mut check = berkas::read(path, ask.sheet)?;
    let today = ask.hall.today();
    let (organisations, has_skp) = ask.hall.with(|conn| {
        Ok((hall::organisations(conn, AsOf::on(today))?.1, hall::has_skp(conn, kernel::Stamp::MAX)?))
    })?;
    let groups = grouped(&check);
    let people = gather(ask, groups.iter().map(|g| g.0.2.as_str()))?;
    let mut judge =
        Judge { ask, today, organisations: &organisations, has_skp, people, papers: HashMap::new() };
    for (n, (key, lines)) in groups.iter().enumerate() {
        let lines: Vec<&Line> = lines.iter().map(|at| &check.lines[*at]).collect();
        match judge.entry(key, &lines, &check.refused) {
            Ok(Judged { entri, recorded }) => {
                check.recorded += recorded;
                check.entri.extend(entri);
            }
            Err(reasons) => refuse(&mut check.refused, &lines, reasons),
        }
        each(n as u64 + 1);
    }
    Ok(check)
}

/// One wrong line keeps its whole document back: half of what an SK says is another SK.
fn refuse(refused: &mut BTreeMap<u64, String>, lines: &[&Line], reasons: Vec<(Option<usize>, String)>) {
    let whole: Vec<&str> = reasons.iter().filter(|r| r.0.is_none()).map(|r| r.1.as_str()).collect();
    let wrong = reasons.iter().find_map(|r| r.0).map(|n| lines[n].row);
    for (n, line) in lines.iter().enumerate() {
        let own = reasons.iter().filter(|r| r.0 == Some(n)).map(|r| r.1.as_str());
        let said: Vec<&str> = whole.iter().copied().chain(own).collect();
        let reason = match (said.is_empty(), wrong) {
            (true, Some(row)) => format!("Ditahan bersama baris {row} dari dokumen yang sama."),
            _ => said.join(" "),
        };
        refused.entry(line.row).or_insert(reason);
    }
}

/// Lines of one document about one person, in the order of the file.
fn grouped(check: &Pemeriksaan) -> Vec<(Key, Vec<usize>)> {
    let mut places: HashMap<Key, usize> = HashMap::new();
    let mut groups: Vec<(Key, Vec<usize>)> = Vec::new();
    for (at, line) in check.lines.iter().enumerate() {
        let key = line.key();
        let place = *places.entry(key.clone()).or_insert_with(|| {
            groups.push((key, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(at);
    }
    groups
}

/// Ledgers of the people named, by NIP.
fn gather<'n>(
    ask: &Ask<'_>,
    nips: impl Iterator<Item = &'n str>,
) -> Result<(HashMap<String, PegawaiId>, Ledgers), Gagal> {
    let mut ids: HashMap<String, PegawaiId> = HashMap::new();
    let mut people = HashMap::new();
    ask.hall.with(|conn| {
        for nip in nips.filter(|nip| nip.len() == 18) {
            if !ids.contains_key(nip) {
                let holder = store::people::holder(conn, nip, store::schema::CLAIM_NIP)?;
                ids.extend(holder.map(|id| (nip.to_owned(), id)));
            }
        }
        let mut wanted: Vec<PegawaiId> = ids.values().copied().collect();
        wanted.sort_unstable();
        wanted.dedup();
        for (id, ledger) in wanted.iter().zip(store::people::ledgers(conn, &wanted)?) {
            let owner = store::people::owner(conn, *id)?;
            let Some(instansi) = owner.filter(|o| ask.instansi.is_none_or(|only| only == o)) else {
                continue;
            };
            people.insert(*id, Known { instansi, recorded: ledger.heads().len(), drafts: 0, ledger });
        }
        Ok(())
    })?;
    Ok((ids, people))
}

struct Judge<'a> {
    ask: &'a Ask<'a>,
    today: Date,
    organisations: &'a Organisations,
    has_skp: bool,
    people: (HashMap<String, PegawaiId>, Ledgers),
    /// Papers looked at: hash, or why not.
    papers: HashMap<PathBuf, Result<String, String>>,
}

struct Judged {
    entri: Option<Entri>,
    recorded: u64,
}

/// Line of the entry (`None`: all of them) and why.
type Reasons = Vec<(Option<usize>, String)>;

fn whole(sentence: impl Into<String>) -> Reasons {
    vec![(None, sentence.into())]
}

impl Judge<'_> {
    fn entry(
        &mut self,
        key: &Key,
        lines: &[&Line],
        unread: &BTreeMap<u64, String>,
    ) -> Result<Judged, Reasons> {
        let unread: Reasons = lines
            .iter()
            .enumerate()
            .filter_map(|(n, l)| Some((Some(n), unread.get(&l.row)?.clone())))
            .collect();
        if !unread.is_empty() {
            return Err(unread);
        }
        if lines.len() > LINES_MAX {
            return Err(whole(format!(
                "Paling banyak {LINES_MAX} baris per dokumen dan pegawai; dokumen ini {}. Pisahkan berkasnya.",
                lines.len()
            )));
        }
        let id = self.person(&key.2)?;
        let (document, naskah) = self.document(lines)?;
        let Some(known) = self.people.1.get(&id) else { return Err(whole(unknown(&key.2))) };
        let organisation = self.organisations.get(&known.instansi);
        let (ledger, tables) = (&known.ledger, &self.ask.hall.tables);
        let units = |text: &str| organisation.map_or_else(Vec::new, |o| units(o, text));
        let post = |unit: &str, name: &str| post(organisation?, unit, name);
        let tempat = Tempat { units: &units, post: &post };
        let mut pernyataan = Vec::new();
        let mut salah: Reasons = Vec::new();
        for (n, line) in lines.iter().enumerate() {
            match lembar::pernyataan(line, ledger, tables, &tempat) {
                Ok(p) if pernyataan.contains(&p) => {
                    salah
                        .push((Some(n), "Isi baris ini sama dengan baris lain. Hapus salah satunya.".into()));
                }
                Ok(p) if targets_draft(&p.tindakan) => {
                    salah.push((Some(n), "Yang dirujuk ada di berkas ini juga. Catat itu dulu.".into()));
                }
                Ok(p) => pernyataan.push(p),
                Err(told) => salah.extend(told.into_iter().map(|(at, why)| (Some(n), at_column(at, &why)))),
            }
        }
        if !salah.is_empty() {
            return Err(salah);
        }
        let unit = |id: &str| Some(organisation?.units.get(id)?.nama.clone());
        let place = |id: &str| {
            let o = organisation?;
            o.post_at.get(id).map(|&at| pos(o, &o.posts[at]))
        };
        let rujukan =
            Rujukan { tables, today: self.today, post: &place, unit: &unit, withheld: &|_: Field| true };
        let mut isian = Isian { document, dasar: known.recorded, pernyataan };
        let own = |d: &Document| d.nomor == key.0 && d.tanggal.is_some_and(|day| day.dmy() == key.1);
        let before = ledger.without(own);
        let mut rancangan = baca(&isian, &before, &rujukan).map_err(reasons)?;
        let mut rows: Vec<u64> = lines.iter().map(|l| l.row).collect();
        let fresh: Vec<bool> =
            rancangan.acts.iter().map(|(act, fact)| !stands(ledger, own, act, fact)).collect();
        let recorded = fresh.iter().filter(|fresh| !**fresh).count();
        if recorded > 0 {
            keep(&mut isian.pernyataan, &fresh);
            keep(&mut rows, &fresh);
            if rows.is_empty() {
                return Ok(Judged { entri: None, recorded: recorded as u64 });
            }
            // The rest of a document that is recorded in part is judged against all of it.
            rancangan = baca(&isian, ledger, &rujukan).map_err(|e| whole(first(&e)))?;
        }
        self.taken(id, &rancangan)?;
        let entri = self.said(id, key, rows, rancangan, naskah);
        Ok(Judged { entri, recorded: recorded as u64 })
    }

    fn person(&self, nip: &str) -> Result<PegawaiId, Reasons> {
        if nip.len() != 18 || !nip.bytes().all(|b| b.is_ascii_digit()) {
            return Err(whole(format!(
                "nip: NIP terdiri dari 18 angka. Sel ini berisi {} tanda.",
                nip.chars().count()
            )));
        }
        self.people.0.get(nip).copied().ok_or_else(|| whole(unknown(nip)))
    }

    /// The document of the first line; the others may leave out what it says, not contradict it.
    fn document(
        &mut self,
        lines: &[&Line],
    ) -> Result<(kernel::typed::TypedDocument, Option<PathBuf>), Reasons> {
        let mut document = lines[0].document();
        let mut paper = lines[0].cell("berkas").to_owned();
        for (n, line) in lines.iter().enumerate().skip(1) {
            for column in ["dokumen_jenis", "dokumen_bobot", "penandatangan", "berkas"] {
                let (said, own) = (lines[0].cell(column), line.cell(column));
                if column == "berkas" && paper.is_empty() {
                    own.clone_into(&mut paper);
                } else if !own.is_empty() && own != said && !(column == "berkas" && own == paper) {
                    let row = lines[0].row;
                    let why =
                        format!("{column}: berbeda dari baris {row} dokumen yang sama. Samakan keduanya.");
                    return Err(vec![(Some(n), why)]);
                }
            }
        }
        if !["sk", "surat"].contains(&document.bobot.as_str()) {
            return Err(whole("dokumen_bobot: tulis sk atau surat, atau kosongkan."));
        }
        if paper.is_empty() {
            return Ok((document, None));
        }
        let (path, hash) = self.paper(&paper).map_err(|why| whole(format!("berkas: {why}")))?;
        document.berkas = hash;
        document.nama_berkas = paper;
        Ok((document, Some(path)))
    }

    /// A paper of the folder by its name, never one outside of it.
    fn paper(&mut self, name: &str) -> Result<(PathBuf, String), String> {
        let Some(folder) = self.ask.naskah else {
            return Err("Sebutkan folder naskahnya dengan --berkas-dokumen.".into());
        };
        let plain = Path::new(name).components().count() == 1 && !name.contains(['/', '\\']) && name != "..";
        let path = folder.join(name);
        if !plain || !std::fs::symlink_metadata(&path).is_ok_and(|m| m.is_file()) {
            return Err(format!("Naskah \"{name}\" tidak ada di folder itu. Tulis nama berkasnya saja."));
        }
        let look = |path: &Path| -> store::Result<Result<String, String>> {
            if let Err(why) = naskah::fit(path)? {
                return Ok(Err(why));
            }
            Ok(Ok(store::derive::hex(&store::berkas::hash_file(path)?)))
        };
        let known = self.papers.entry(path.clone()).or_insert_with(|| {
            look(&path).unwrap_or_else(|_| Err(format!("Naskah \"{name}\" tidak dapat dibaca.")))
        });
        known.clone().map(|hash| (path, hash))
    }

    /// A NIP or SIASN id of somebody else.
    fn taken(&self, id: PegawaiId, rancangan: &Rancangan) -> Result<(), Reasons> {
        let claims = [(Field::Nip, store::schema::CLAIM_NIP), (Field::SiasnId, store::schema::CLAIM_SIASN)];
        for (n, (_, fact)) in rancangan.acts.iter().enumerate() {
            for (field, kind) in claims {
                let Some(value) = fact.text(field).filter(|v| !v.is_empty()) else { continue };
                let holder = self.ask.hall.with(|conn| store::people::holder(conn, value, kind));
                let holder = holder.map_err(|e| whole(e.to_string()))?;
                if holder.is_some_and(|holder| holder != id) {
                    let why = format!("{} ini sudah dipakai pegawai lain di sini.", field.info().label);
                    return Err(vec![(Some(n), why)]);
                }
            }
        }
        Ok(())
    }

    /// The entry in words, and the person's ledger with it laid on top.
    fn said(
        &mut self,
        id: PegawaiId,
        key: &Key,
        rows: Vec<u64>,
        rancangan: Rancangan,
        naskah: Option<PathBuf>,
    ) -> Option<Entri> {
        let (hall, now) = (self.ask.hall, self.ask.hall.now());
        let known = self.people.1.get_mut(&id)?;
        let context = hall::context(self.organisations, &known.instansi, self.has_skp);
        let seen = dampak(&known.ledger, &rancangan, now, &hall.tables, &context);
        let shown = seen.beda.iter().filter(|b| !b.field.is_some_and(kata::is_code));
        let beda = shown
            .map(|b| banding(b, Sight { numbers: false, ..Sight::WHOLE }))
            .map(|b| (b.field, b.before, b.after))
            .collect();
        let as_of = AsOf::on(self.today);
        let nama = Snapshot::of_kind(&known.ledger, Kind::Identitas, as_of).text(Field::Nama).to_owned();
        let entri = Entri {
            rows,
            nip: key.2.clone(),
            nama,
            dokumen: kata::document(&rancangan.document),
            beda,
            baris: seen.baris.iter().map(more).collect(),
            perhatian: dokumen::warnings(&known.ledger, &rancangan.document, &rancangan.acts, "pegawai ini"),
            draft: Draft {
                instansi: known.instansi.clone(),
                actor: self.ask.actor.to_owned(),
                subject: Subject::Pegawai(id),
                document: rancangan.document.clone(),
                acts: rancangan.acts.clone(),
                alasan: String::new(),
                based_on: known.recorded + known.drafts,
            },
            naskah,
        };
        let head = Head { entry: provisional(known.drafts), recorded: now, document: rancangan.document };
        known.ledger = known.ledger.with_entry(head, &rancangan.acts);
        known.drafts += 1;
        Some(entri)
    }
}

fn more((kind, more): &(Kind, i64)) -> String {
    let word = if *more > 0 { "bertambah" } else { "berkurang" };
    format!("{}: {word} {}", kind.info().label, more.unsigned_abs())
}

fn unknown(nip: &str) -> String {
    format!("nip: Tidak ada pegawai dengan NIP {nip} di sini. Periksa NIP, atau impor nominatifnya dulu.")
}

fn keep<T>(items: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    items.retain(|_| wanted.next().copied().unwrap_or(false));
}

fn at_column(column: &str, sentence: &str) -> String {
    if column.is_empty() { sentence.to_owned() } else { format!("{column}: {sentence}") }
}

/// Sentences of the form by line: `p2_isi_golongan` is of the third.
fn reasons(salah: Vec<Salah>) -> Reasons {
    let line = |name: &str| name.strip_prefix('p')?.split_once('_')?.0.parse().ok();
    salah
        .into_iter()
        .map(|(name, sentence)| match line(&name) {
            Some(n) => {
                let part = name.split_once('_').map_or("", |(_, part)| part);
                (Some(n), at_column(part.strip_prefix("isi_").unwrap_or(part), &sentence))
            }
            None => (None, sentence),
        })
        .collect()
}

fn first(salah: &[Salah]) -> String {
    salah.first().map_or_else(String::new, |s| s.1.clone())
}

/// Whether a document stated this already, whatever became of it since.
fn stands(ledger: &Ledger, own: impl Fn(&Document) -> bool, act: &Act, fact: &Fact) -> bool {
    ledger.rows().iter().any(|row| {
        let same = matches!(act, Act::Pembatalan(_)) || row.fact == *fact;
        row.act == *act && same && own(&ledger.head(row).document)
    })
}

/// Ids of units called so: by id, else by name.
fn units(organisation: &Organisation, text: &str) -> Vec<String> {
    if organisation.units.contains_key(text) {
        return vec![text.to_owned()];
    }
    let wanted = kernel::search::fold_text(text);
    let named = organisation.units.values().filter(|u| kernel::search::fold_text(&u.nama) == wanted);
    named.map(|u| u.id.clone()).collect()
}

fn post(organisation: &Organisation, unit: &str, name: &str) -> Option<String> {
    let wanted = kernel::search::fold_text(name);
    let mut posts = organisation.posts.iter().filter(|p| p.unor == unit);
    posts.find(|p| kernel::search::fold_text(&p.jabatan) == wanted).map(|p| p.id.clone())
}

/// Stands for the id of an entry of this file: later than any that is recorded.
fn provisional(n: usize) -> EntryId {
    let mut id = [0xff; 16];
    id[12..].copy_from_slice(&(n as u32).to_be_bytes());
    EntryId(id)
}

fn targets_draft(tindakan: &Tindakan) -> bool {
    match tindakan {
        Tindakan::Ralat(target) | Tindakan::Pembatalan(target) => target.entry.0[..12] == [0xff; 12],
        Tindakan::Perubahan => false,
    }
}
