//! `GET /api/v1/pegawai/{id}/telaah/{norma}`: what the law answers about a person, with its reasons.

use super::pegawai::find;
use crate::page::law_date;
use host::api::{self, Kind, Object, Operation, Param, Schema, Scope, Shape};
use host::{Answer, Ctx, Problem, tafsir};
use law::pack::Ask;
use law::plan::Bentuk;

const DAY: Schema = Schema::Maybe(&Schema::Day);

static NILAI: Object = Object {
    name: "NilaiHukum",
    parts: &[
        ("kode", Schema::Text, "Untuk program: 2026-04-01, 12.5, III/a."),
        ("bacaan", Schema::Text, "Untuk orang: 1 April 2026, 12,5, Sangat Baik."),
    ],
};

static BAGIAN_AKTA: Object = Object {
    name: "BagianAkta",
    parts: &[("letak", Schema::Text, "Pasal."), ("akta", Schema::Text, "Sebutan akta.")],
};

static PENERUSAN: Object = Object {
    name: "Penerusan",
    parts: &[
        ("dasar", Schema::Text, "Pasal yang meneruskan."),
        ("akta", Schema::Text, "Sebutan akta yang meneruskan."),
        ("syarat", Schema::Text, "Sepanjang apa diteruskan."),
    ],
};

static SEBUTAN: Object = Object {
    name: "Sebutan",
    parts: &[
        ("sebutan", Schema::Text, "Seluruhnya dalam satu kalimat."),
        ("akta", Schema::Text, "Pengenal akta pada paket."),
        ("letak", Schema::Text, "Pasal."),
        ("jo", Schema::List(&Schema::Text), "Akta yang mengubah."),
        ("diubah", Schema::Maybe(&Schema::Object(&BAGIAN_AKTA)), "Yang memberi bunyi sekarang."),
        ("diteruskan", Schema::Maybe(&Schema::Object(&PENERUSAN)), "Bila aktanya sudah dicabut."),
        ("berlaku_mulai", Schema::Day, ""),
        ("berlaku_sampai", DAY, "Hari pertama yang tidak lagi termasuk."),
        ("kepastian", Schema::Text, "seen, memory-high, memory-medium, memory-low, atau praktik."),
    ],
};

static SUMBER: Object = Object {
    name: "SumberFakta",
    parts: &[
        ("dokumen", Schema::Text, ""),
        ("entri", Schema::Uuid, "Entri jurnal."),
        ("ke", Schema::Int, "Urutan pernyataan di dalam entri."),
    ],
};

static FAKTA: Object = Object {
    name: "FaktaDipakai",
    parts: &[
        ("fakta", Schema::Text, "Nama fakta pada kosakata paket."),
        ("label", Schema::Text, ""),
        ("nilai", Schema::Maybe(&Schema::Text), "null bila tidak ada, belum diketahui, atau tertutup."),
        ("bacaan", Schema::Text, ""),
        ("sumber", Schema::List(&Schema::Object(&SUMBER)), ""),
    ],
};

static PARAM: Object = Object {
    name: "ParamDipakai",
    parts: &[
        ("kunci", Schema::Text, ""),
        ("nilai", Schema::List(&Schema::Text), ""),
        ("satuan", Schema::Text, ""),
        ("dasar", Schema::Object(&SEBUTAN), ""),
    ],
};

static BARIS: Object = Object {
    name: "BarisTabelDipakai",
    parts: &[
        ("tabel", Schema::Text, ""),
        ("baris", Schema::Int, "Nomor baris pada berkasnya."),
        ("isi", Schema::Text, ""),
        ("dasar", Schema::Object(&SEBUTAN), ""),
        ("catatan", Schema::Text, ""),
    ],
};

const JAWABAN: Schema =
    Schema::Word(&["LULUS", "GAGAL", "BELUM_TAHU", "TIDAK_BERLAKU", "PERTIMBANGAN", "SENGKETA"]);

static POSISI: Object = Object {
    name: "PosisiHukum",
    parts: &[
        ("kunci", Schema::Text, ""),
        ("pihak", Schema::Text, "Siapa yang memegangnya."),
        ("jawaban", JAWABAN, ""),
        ("nilai", Schema::Maybe(&Schema::Object(&NILAI)), ""),
    ],
};

const KURANG: Schema = Schema::Sometimes(&Schema::List(&Schema::Text));
const KATA: Schema = Schema::Sometimes(&Schema::Text);
const PENDAPAT: Schema = Schema::Sometimes(&Schema::List(&Schema::Object(&POSISI)));

static SIMPUL: Object = Object {
    name: "Penjelasan",
    parts: &[
        ("kunci", Schema::Text, "Norma, syarat, unsur, atau posisi."),
        ("bunyi", Schema::Text, ""),
        ("dasar", Schema::Object(&SEBUTAN), ""),
        ("jawaban", JAWABAN, ""),
        ("arti", Schema::Text, "Jawaban itu dalam kata."),
        ("peringatan", Schema::Flag, "Tidak terpenuhi berarti perlu pertimbangan, bukan gagal."),
        ("fakta", Schema::List(&Schema::Object(&FAKTA)), ""),
        ("param", Schema::List(&Schema::Object(&PARAM)), ""),
        ("tabel", Schema::List(&Schema::Object(&BARIS)), ""),
        ("hitungan", Schema::Maybe(&Schema::Text), ""),
        ("nilai", Schema::Maybe(&Schema::Object(&NILAI)), ""),
        ("ubah_pada", DAY, "Hari pertama jawaban bagian ini berubah karena waktu saja."),
        ("catatan", Schema::Text, ""),
        ("cabang", Schema::List(&Schema::Object(&SIMPUL)), ""),
        ("kurang", KURANG, "Fakta yang belum diketahui."),
        ("bertentangan", KURANG, "Fakta yang dokumennya bertentangan."),
        ("sebab", KATA, "Mengapa tidak berlaku."),
        ("pertimbangan", KATA, "Siapa yang menimbang, atau atas ketidakpastian apa."),
        ("posisi", PENDAPAT, "Pendapat yang berbeda."),
    ],
};

static JAM: Object = Object {
    name: "JamTelaah",
    parts: &[
        ("berlaku", Schema::Day, "Keadaan pegawai pada tanggal ini."),
        ("diketahui", Schema::Maybe(&Schema::Text), "Batas pencatatan; null berarti semua yang tercatat."),
        ("hukum", Schema::Day, "Norma yang berlaku pada tanggal ini."),
        ("hukum_diketahui", Schema::Day, "Akta yang diundangkan sampai tanggal ini."),
        ("paket", Schema::Text, "SHA-256 paket peraturan."),
    ],
};

static PILIHAN: Object = Object {
    name: "PilihanTafsir",
    parts: &[
        ("norma", Schema::Text, ""),
        ("posisi", Schema::Text, "Kunci posisi yang dipilih."),
        ("bunyi", Schema::Text, "Bunyinya ketika dipilih."),
        ("jawaban", Schema::Text, "Jawaban menurut posisi itu ketika dipilih."),
        ("pejabat", Schema::Text, "Nama dan jabatan yang memilih."),
        ("oleh", Schema::Text, "Nama dan peran yang mencatat."),
        ("dicatat", Schema::Time, ""),
        ("alasan", Schema::Text, ""),
        ("nomor", Schema::Text, "Nomor dokumennya; kosong bila tidak ada."),
        ("tanggal", DAY, "Tanggal dokumennya."),
        ("berlaku", Schema::Day, "Keadaan pegawai yang dinilai ketika itu."),
        ("hukum", Schema::Day, "Tanggal hukum yang dipakai ketika itu."),
        ("norma_berubah", Schema::Flag, "Bunyi norma sekarang lain daripada ketika dipilih."),
        ("entri", Schema::Uuid, "Entri jurnal."),
    ],
};

static TELAAH: Object = Object {
    name: "Telaah",
    parts: &[
        ("norma", Schema::Text, ""),
        (
            "bentuk",
            Schema::Text,
            "syarat, nilai, tanggal, klasifikasi, skor, peralihan, teringan, atau sengketa.",
        ),
        ("jawaban", JAWABAN, ""),
        ("arti", Schema::Text, "Jawaban itu dalam kata."),
        ("penentu", Schema::Maybe(&Schema::Text), "Jalur bagian yang menentukan jawaban selain LULUS."),
        ("nilai", Schema::Maybe(&Schema::Object(&NILAI)), "Bagi norma yang memberi nilai."),
        ("satuan", Schema::Text, ""),
        ("ubah_pada", DAY, "Hari pertama jawabannya berubah karena waktu saja."),
        ("waktu_terpenuhi", DAY, "Hari pertama semua syarat waktu terpenuhi."),
        ("hukum_berubah", DAY, "Hari pertama normanya sendiri berubah."),
        ("fakta_berganti", DAY, "1 Januari, bila memakai data tahunan."),
        ("jam", Schema::Object(&JAM), ""),
        ("penjelasan", Schema::Object(&SIMPUL), ""),
        ("kurang", KURANG, "Fakta yang belum diketahui."),
        ("bertentangan", KURANG, "Fakta yang dokumennya bertentangan."),
        ("sebab", KATA, "Mengapa tidak berlaku."),
        ("pertimbangan", KATA, "Siapa yang menimbang, atau atas ketidakpastian apa."),
        ("posisi", PENDAPAT, "Pendapat yang berbeda."),
        (
            "pilihan_tafsir",
            Schema::Sometimes(&Schema::Object(&PILIHAN)),
            "Posisi yang dipilih pejabat bagi pegawai ini; jawabannya sendiri tidak berubah.",
        ),
    ],
};

/// The question.
pub static ASK: Operation = Operation {
    name: "telaahPegawai",
    summary: "Jawaban satu norma tentang seorang pegawai, dengan seluruh alasannya; fakta tertutup tidak ikut.",
    scope: Scope::Pegawai,
    params: &[Param {
        name: "hukum",
        kind: Kind::Day,
        says: "Menurut hukum pada tanggal ini; tanpa ini tanggal `berlaku`.",
    }],
    clocks: true,
    answer: Shape::One(&TELAAH),
};

/// `GET /api/v1/pegawai/{id}/telaah/{norma}`.
pub fn ask(ctx: &mut Ctx) -> Answer {
    let found = find(ctx)?;
    let (hukum, as_of) = (ctx.hall.hukum(), ctx.clocks.as_of());
    let (world, instansi) = (&found.world, found.world.instansi_of(found.i));
    let (organisations, has_skp) = (&world.organisations, world.has_skp);
    let tables = &ctx.hall.tables;
    let mut potret = hukum.potret_at(tables, organisations, has_skp, as_of, instansi, &found.ledger);
    // Programs open nothing with a reason: what tells of discipline is closed to every token.
    potret.close(&hukum.pack.words);
    let wilayah = world.organisation(instansi).map(|o| o.wilayah.as_str()).filter(|w| !w.is_empty());
    let question = Ask {
        kunci: ctx.param("norma"),
        hari: as_of.effective,
        fakta_diketahui: as_of.known,
        hukum: law_date(ctx)?,
        hukum_diketahui: None,
        wilayah,
    };
    let answer = hukum.pack.telaah(&question, &potret).ok_or(Problem::NotFound)?;
    let mut body = law::json::answer(&answer, &hukum.pack.words);
    if answer.bentuk == Bentuk::Sengketa {
        let id = world.register.id[found.i];
        let chosen = ctx.hall.with(|conn| store::pejabat::tafsir::of_person(conn, id))?;
        let chosen = tafsir::visible(chosen, as_of.known, false);
        let told = tafsir::in_force(&chosen, &answer.kunci);
        if let Some(told) = told.and_then(|one| tafsir::json(&hukum.pack, one, wilayah)) {
            body["pilihan_tafsir"] = told;
        }
    }
    api::one(ctx, body)
}
