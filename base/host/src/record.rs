//! Recording what a document says about a person, a unit or a post: the one way a page writes facts. Officers
//! who press the button at the same moment share one transaction and one sync of the disk (group commit):
//! whoever comes first writes for all who wait.

use crate::hall::Hall;
use kernel::{Act, Document, Entry, EntryId, Fact, Field, PegawaiId, Stamp, Subject};
use std::sync::{Arc, Mutex, MutexGuard};
use store::Conn;
use store::derive::NOTE_REASON;
use store::journal::Writer;

/// What a document states about one subject, ready to be recorded.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Whose journal it goes to: the owner of the person, unit or post.
    pub instansi: String,
    /// Account name of who records it.
    pub actor: String,
    /// Whom or what it is about.
    pub subject: Subject,
    /// The paper.
    pub document: Document,
    /// What it states.
    pub acts: Vec<(Act, Fact)>,
    /// Why a statement is corrected or annulled, in the officer's words; empty when nobody asks.
    pub alasan: String,
    /// How many entries the officer had before them: about the person; about all units and posts of the
    /// instansi, since whether one fits depends on the others; about the instansi itself.
    pub based_on: usize,
}

/// Where it stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The entry.
    pub entry: EntryId,
    /// Its place in the journal.
    pub seq: i64,
    /// When (dicatat).
    pub recorded: Stamp,
}

/// Why nothing was recorded.
#[derive(Debug)]
pub enum Unrecorded {
    /// Somebody recorded something meanwhile that this was not judged against.
    Moved,
    /// The NIP or SIASN id stated belongs to somebody else here.
    Taken(Field),
    /// Storage failed.
    Failed(store::Error),
}

impl From<store::Error> for Unrecorded {
    fn from(e: store::Error) -> Unrecorded {
        Unrecorded::Failed(e)
    }
}

/// What became of a draft.
pub type Answer = Result<Recorded, Unrecorded>;

/// A draft in line, and where its answer is put.
struct Waiting {
    draft: Draft,
    answer: Arc<Mutex<Option<Answer>>>,
}

/// The line of drafts.
#[derive(Default)]
pub struct Line {
    waiting: Mutex<Vec<Waiting>>,
    writing: Mutex<()>,
}

impl Line {
    /// The writer's turn, for those who write by themselves: one waits here instead of at the database.
    pub(crate) fn turn(&self) -> MutexGuard<'_, ()> {
        lock(&self.writing)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|e| e.into_inner())
}

impl Hall {
    /// Records a draft; when this returns `Ok` it is safely on disk.
    ///
    /// # Errors
    /// See [`Unrecorded`]; then nothing of it was written.
    pub fn record(&self, draft: Draft) -> Answer {
        let answer = Arc::default();
        lock(&self.line.waiting).push(Waiting { draft, answer: Arc::clone(&answer) });
        let _writing = lock(&self.line.writing);
        if let Some(done) = lock(&answer).take() {
            return done;
        }
        let batch = std::mem::take(&mut *lock(&self.line.waiting));
        self.write(&batch);
        let done = lock(&answer).take();
        done.unwrap_or_else(|| {
            Err(Unrecorded::Failed(store::Error::Corrupt("catatan hilang dari antrean".into())))
        })
    }

    /// Records many drafts of one hand in one transaction, in their order; an answer for each.
    ///
    /// # Errors
    /// When storage failed; then nothing of any of them was written.
    pub fn record_all(&self, drafts: &[Draft]) -> store::Result<Vec<Answer>> {
        let _writing = lock(&self.line.writing);
        self.write_together(&drafts.iter().collect::<Vec<_>>())
    }

    fn write(&self, batch: &[Waiting]) {
        let drafts: Vec<&Draft> = batch.iter().map(|w| &w.draft).collect();
        match self.write_together(&drafts) {
            Ok(answers) => {
                self.signs.committed(batch.len());
                for (waiting, answer) in batch.iter().zip(answers) {
                    *lock(&waiting.answer) = Some(answer);
                }
            }
            // What one of them met must not take the others along.
            Err(_) if batch.len() > 1 => batch.iter().for_each(|w| self.write(std::slice::from_ref(w))),
            Err(e) => {
                if let [waiting] = batch {
                    *lock(&waiting.answer) = Some(Err(Unrecorded::Failed(e)));
                }
            }
        }
    }

    /// One transaction; journal by journal, in order of arrival inside each.
    fn write_together(&self, drafts: &[&Draft]) -> store::Result<Vec<Answer>> {
        let mut journals: Vec<&str> = drafts.iter().map(|d| d.instansi.as_str()).collect();
        journals.sort_unstable();
        journals.dedup();
        self.with(|conn| {
            let mut source = self.node.source(conn)?;
            conn.transaction(|conn| {
                let mut answers: Vec<Option<Answer>> = drafts.iter().map(|_| None).collect();
                for journal in &journals {
                    let mut writer = Writer::open(conn, &self.node.key, &mut source, journal)?;
                    for (draft, answer) in drafts.iter().zip(&mut answers) {
                        if draft.instansi == *journal {
                            *answer = Some(append(&mut writer, draft)?);
                        }
                    }
                    writer.finish()?;
                }
                Ok(answers.into_iter().flatten().collect())
            })
        })
    }
}

/// The lock is ours: what the officer saw must still be all there is.
fn append(writer: &mut Writer<'_>, draft: &Draft) -> store::Result<Answer> {
    if let Err(why) = allowed(writer.conn(), draft)? {
        return Ok(Err(why));
    }
    let recorded = writer.moment();
    Ok(Ok(append_at(writer, draft, recorded)?))
}

/// Appends what was allowed.
pub(crate) fn append_at(writer: &mut Writer<'_>, draft: &Draft, recorded: Stamp) -> store::Result<Recorded> {
    let entry = Entry {
        id: writer.source().entry_id(recorded),
        recorded,
        actor: draft.actor.clone(),
        subject: draft.subject.clone(),
        document: draft.document.clone(),
        acts: draft.acts.clone(),
        row: None,
        notes: match draft.alasan.as_str() {
            "" => Vec::new(),
            alasan => vec![(NOTE_REASON.into(), alasan.into())],
        },
    };
    let seq = writer.append(&entry)?;
    Ok(Recorded { entry: entry.id, seq, recorded })
}

/// Whether what the officer saw is still all there is.
pub(crate) fn allowed(conn: &mut Conn, draft: &Draft) -> store::Result<Result<(), Unrecorded>> {
    match &draft.subject {
        Subject::Pegawai(id) => about_person(conn, *id, draft),
        Subject::Instansi => {
            let (ledger, _) = store::organisation::ledger(conn, &draft.instansi, &Subject::Instansi)?;
            let known = ledger.heads().len();
            Ok(if known == draft.based_on { Ok(()) } else { Err(Unrecorded::Moved) })
        }
        Subject::Unor(_) | Subject::Pos(_) => {
            let known = store::organisation::entries(conn, &draft.instansi)?;
            Ok(if known == draft.based_on { Ok(()) } else { Err(Unrecorded::Moved) })
        }
    }
}

fn about_person(conn: &mut Conn, id: PegawaiId, draft: &Draft) -> store::Result<Result<(), Unrecorded>> {
    let owner = store::people::owner(conn, id)?;
    let (ledger, _) = store::people::ledger(conn, id)?;
    if owner.as_deref() != Some(draft.instansi.as_str()) || ledger.heads().len() != draft.based_on {
        return Ok(Err(Unrecorded::Moved));
    }
    let claims = [(Field::Nip, store::schema::CLAIM_NIP), (Field::SiasnId, store::schema::CLAIM_SIASN)];
    for ((_, fact), (field, kind)) in draft.acts.iter().flat_map(|act| claims.map(|claim| (act, claim))) {
        let Some(value) = fact.text(field).filter(|value| !value.is_empty()) else { continue };
        let holder = store::people::holder(conn, value, kind)?;
        if holder.is_some_and(|holder| holder != id) {
            return Ok(Err(Unrecorded::Taken(field)));
        }
    }
    Ok(Ok(()))
}
