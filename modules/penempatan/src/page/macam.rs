//! Kinds of rounds and criteria, as the law pack of the node lists them.

use host::Ctx;
use law::penempatan::KriteriaDasar;

/// Keys and names, in the order of the pack.
pub fn semua(ctx: &Ctx) -> Vec<(String, String)> {
    let law = ctx.hall.hukum();
    law.pack.penempatan.macam.iter().map(|m| (m.kunci.to_string(), m.nama.to_string())).collect()
}

/// What a kind is called; its key when the pack does not know it any more.
pub fn nama(ctx: &Ctx, kunci: &str) -> String {
    ctx.hall.hukum().pack.penempatan.macam(kunci).map_or_else(|| kunci.to_owned(), |m| m.nama.to_string())
}

/// Criteria that may weigh, in the order of the pack.
pub fn kriteria(ctx: &Ctx) -> Vec<KriteriaDasar> {
    ctx.hall.hukum().pack.penempatan.kriteria.clone()
}

/// What a criterion is called; its key when the pack does not know it any more.
pub fn kriteria_nama(ctx: &Ctx, kunci: &str) -> String {
    let law = ctx.hall.hukum();
    law.pack.penempatan.kriteria(kunci).map_or_else(|| kunci.to_owned(), |k| k.nama.to_string())
}

/// Weights the pack proposes for a kind, together 100.
pub fn bobot(ctx: &Ctx, macam: &str) -> Vec<(String, u8)> {
    let law = ctx.hall.hukum();
    let found = law.pack.penempatan.macam(macam);
    found.map_or(Vec::new(), |m| m.bobot.iter().map(|(k, b)| (k.to_string(), *b)).collect())
}
