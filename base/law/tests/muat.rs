//! What the loader refuses, and where it says so: each row of the table is one mistake of a writer.
//! The mark ` <<<` stands behind the line the refusal must name; it is taken away before loading.
// Panjang: one table, a row for each mistake.

mod common;

use common::{KOSAKATA, PAKET, akta, berkas};
use law::Pack;

/// What is wrong, the files, and a piece of the sentence.
struct Baris {
    salah: &'static str,
    berkas: Vec<(&'static str, String)>,
    kalimat: &'static str,
}

const TANDA: &str = " <<<";

fn uji(isi: &str) -> (&'static str, String) {
    ("UJI-1-2000", akta("UJI-1-2000", "2000-01-01", isi))
}

fn uji2(isi: &str) -> (&'static str, String) {
    ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", isi))
}

/// A norm with one condition, written on the marked line.
fn syarat(bila: &str) -> String {
    format!(
        "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n\
         [[norma.syarat]]\nkunci = \"a\"\nbunyi = \"a\"\ndasar = \"Pasal 2\"\nbila = \"{bila}\"{TANDA}\n"
    )
}

const SEHAT: &str = "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n\
    [[norma.syarat]]\nkunci = \"a\"\nbunyi = \"a\"\ndasar = \"Pasal 2\"\nbila = \"guru\"\n";

fn nilai(bentuk: &str, isi: &str) -> String {
    format!(
        "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"{bentuk}\"\ndasar = \"Pasal 1\"\n{isi}{TANDA}\n"
    )
}

fn tabel(text: &str) -> Vec<(&'static str, String)> {
    vec![uji(SEHAT), ("UJI-1-2000/tabel/t.csv", text.to_owned())]
}

fn baris(salah: &'static str, kalimat: &'static str, berkas: Vec<(&'static str, String)>) -> Baris {
    Baris { salah, berkas, kalimat }
}

/// Loads and gives every refusal; the pack must be refused.
fn tolak(row: &Baris) -> (Vec<String>, String) {
    let mut files = berkas(&row.berkas);
    let mut tempat = None;
    for (path, text) in &mut files {
        if let Some(at) = text.find(TANDA) {
            let line = text[..at].matches('\n').count() + 1;
            tempat = Some(format!("{path} baris {line}: "));
            *text = text.replace(TANDA, "");
        }
    }
    let wrong = Pack::load(&files).err().unwrap_or_else(|| vec!["diterima".to_owned()]);
    (wrong, tempat.unwrap_or_default())
}

fn periksa(rows: Vec<Baris>) {
    let mut amiss = Vec::new();
    for row in &rows {
        let (wrong, tempat) = tolak(row);
        if !wrong.iter().any(|w| w.contains(row.kalimat) && w.starts_with(&tempat)) {
            amiss.push(format!("{}: diharapkan {tempat}…{}…, dikatakan {wrong:#?}", row.salah, row.kalimat));
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}

#[test]
fn paket_yang_sehat_diterima() {
    Pack::load(&berkas(&[uji(SEHAT)])).expect("a sound pack");
}

#[test]
fn berkas_dan_identitas() {
    let kepala = akta("UJI-1-2000", "2000-01-01", "");
    let ubah = |lama: &str, baru: &str| vec![("UJI-1-2000", kepala.replace(lama, baru))];
    let besar = "#".repeat((32 << 20) + 1);
    periksa(vec![
        baris("skema lain", "`skema` harus 1", vec![("paket.toml", PAKET.replace('1', "2"))]),
        baris(
            "tanpa nama paket",
            "`nama` belum ditulis",
            vec![("paket.toml", "skema = 1 <<<\nversi = \"1\"".into())],
        ),
        baris(
            "kunci asing di paket.toml",
            "`warna` tidak dikenal",
            vec![("paket.toml", format!("{PAKET}warna = 1 <<<\n"))],
        ),
        baris("kunci asing di akta", "`pengarang` tidak dikenal", vec![uji("pengarang = \"x\" <<<\n")]),
        baris("bagian asing", "`normah` tidak dikenal", vec![uji("[[normah]] <<<\nkunci = \"x\"\n")]),
        baris(
            "id bukan nama folder",
            "harus sama dengan nama foldernya",
            ubah("id = \"UJI-1-2000\"", "id = \"UJI-9-2000\""),
        ),
        baris("tanpa tanggal mulai", "`mulai` belum ditulis", ubah("mulai = 2000-01-01\n", "")),
        baris(
            "tanpa tanggal diundangkan",
            "`diundangkan` belum ditulis",
            ubah("diundangkan = 2000-01-01\n", ""),
        ),
        baris(
            "tanggal dalam petik",
            "tanpa tanda petik",
            ubah("mulai = 2000-01-01", "mulai = \"2000-01-01\" <<<"),
        ),
        baris(
            "tanggal yang tidak ada",
            "bukan TOML yang benar",
            ubah("mulai = 2000-01-01", "mulai = 2000-02-30 <<<"),
        ),
        baris(
            "sampai sebelum mulai",
            "`sampai` harus sesudah `mulai`",
            ubah("mulai = 2000-01-01\nkep", "mulai = 2000-01-01\nsampai = 1999-01-01\nkep"),
        ),
        baris("tanpa kepastian", "`kepastian` belum ditulis", ubah("kepastian = \"seen\"\n", "")),
        baris("kepastian asing", "kepastian \"yakin\" tidak dikenal", ubah("\"seen\"", "\"yakin\"")),
        baris("TOML rusak", "bukan TOML yang benar", vec![uji("[[norma]\n")]),
        baris("kosakata rusak", "bukan TOML yang benar", vec![("kosakata.toml", "[fakta <<<\n".into())]),
        baris(
            "folder tanpa akta.toml",
            "tidak punya akta.toml",
            vec![("UJI-3-2000/tabel/t.csv", "#kebijakan=UNIK\na,=>b\n".into())],
        ),
        baris(
            "akta kedua dalam satu folder",
            "tidak dikenal",
            vec![uji(SEHAT), ("UJI-1-2000/lain/akta.toml", kepala.clone())],
        ),
        baris("paket terlalu besar", "paket terlalu besar", vec![("catatan.toml", besar)]),
    ]);
}

#[test]
fn kosakata() {
    let dengan = |isi: &str| vec![("kosakata.toml", format!("{KOSAKATA}{isi}"))];
    periksa(vec![
        baris(
            "tipe asing",
            "tipe `angka` tidak dikenal",
            dengan("[fakta.x]\nlabel = \"x\"\narti = \"x\"\ntipe = \"angka\"\nasal = \"masukan\"\n"),
        ),
        baris(
            "tanpa arti",
            "`arti` belum ditulis",
            dengan("[fakta.x]\nlabel = \"x\"\ntipe = \"teks\"\nasal = \"masukan\"\n"),
        ),
        baris(
            "asal asing",
            "`asal` \"langit\" tidak dikenal",
            dengan("[fakta.x]\nlabel = \"x\"\narti = \"x\"\ntipe = \"teks\"\nasal = \"langit\"\n"),
        ),
        baris(
            "nama fakta terpakai",
            "nama fakta `hari` tidak boleh",
            dengan("[fakta.hari]\nlabel = \"x\"\narti = \"x\"\ntipe = \"teks\"\nasal = \"masukan\"\n"),
        ),
        baris("pilihan ganda", "menyebut satu nilai dua kali", dengan("[jenis.x]\nnilai = [\"A\", \"A\"]\n")),
        baris(
            "label kurang",
            "harus sebanyak `nilai`",
            dengan("[jenis.x]\nnilai = [\"A\", \"B\"]\nlabel = [\"A\"]\n"),
        ),
        baris("pilihan kosong", "harus berisi 1 sampai 4000", dengan("[jenis.x]\nnilai = []\n")),
    ]);
}

#[test]
fn norma_dan_ungkapan() {
    let dalam = format!("{}guru{}", "(".repeat(30), ")".repeat(30));
    let daftar = format!("jumlah di {}1{}", "[".repeat(900), "]".repeat(900));
    let minus = format!("jumlah = {}1", "-".repeat(3000));
    let deret = format!("jumlah = 1{}", " + 1".repeat(900));
    let salah = |salah, kalimat, bila: &str| baris(salah, kalimat, vec![uji(&syarat(bila))]);
    periksa(vec![
        salah("fakta tidak dikenal", "fakta gaji tidak dikenal", "gaji > 1"),
        salah("fungsi tidak dikenal", "fungsi akar tidak dikenal", "akar(jumlah) = 2"),
        salah("param tidak dikenal", "param kp.masa tidak ada", "jumlah > @kp.masa"),
        salah("tabel tidak dikenal", "tabel batas tidak ada", "jumlah > tabel(batas.nilai)"),
        salah("norma tidak dikenal", "norma kp.lain tidak ada", "lulus(kp.lain)"),
        salah("tipe berbeda", "tanggal tidak dapat dibandingkan dengan bilangan", "tmt > 4"),
        salah("pilihan yang bukan pilihannya", "\"EMAS\" bukan pilihan", "tingkat = 'EMAS'"),
        salah("urutan pada pilihan tak berurut", "warna tidak berurut", "warna < 'BIRU'"),
        salah("urutan pada teks", "teks tidak berurut", "uraian > 'a'"),
        salah(
            "terkecil dari pilihan tak berurut",
            "memerlukan nilai yang berurut",
            "min(warna, 'BIRU') = 'BIRU'",
        ),
        salah("naik pada pilihan tak berurut", "berurut", "naik(warna, 1) = 'BIRU'"),
        salah("nilai sebagai syarat", "diharapkan syarat yang benar atau salah", "jumlah + 1"),
        salah("jumlah argumen", "memerlukan 2 nilai", "tambah_tahun(tmt) < hari"),
        salah("setengah bulan", "bilangan bulat, bukan 2,5", "tambah_bulan(tmt, 2.5) <= hari"),
        salah("hasil bagi yang pecahan", "bilangan bulat, bukan 2,5", "tambah_bulan(tmt, 5 / 2) <= hari"),
        salah("pecahan pada pilihan", "bukan 0,5", "tambah_hari(tmt, bila(guru, 1, 0.5)) <= hari"),
        salah("pembulatan ke desimal pecahan", "bukan 1,5", "bulat(besaran, 1.5) = 2"),
        salah("naik setengah tingkat", "bukan 0,5", "naik(tingkat, 0.5) = 'TINGGI'"),
        baris(
            "param pecahan",
            "tambah_bulan(…) memerlukan bilangan bulat, bukan 1,5",
            vec![uji(&format!(
                "[[param]]\nkunci = \"p\"\nnilai = \"1.5\"\ndasar = \"Pasal 1\"\n{}",
                syarat("tambah_bulan(tmt, @p) <= hari")
            ))],
        ),
        salah("kurung tidak ditutup", "diharapkan `)`", "(guru"),
        salah("petik tidak ditutup", "tidak ditutup", "tingkat = 'SEDANG"),
        salah("terlalu dalam", "bersarang lebih dari", &dalam),
        salah("daftar terlalu dalam", "bersarang lebih dari", &daftar),
        salah("tanda kurang beruntun", "bersarang lebih dari", &minus),
        salah("deret terlalu panjang", "terlalu banyak", &deret),
        salah("terlalu panjang", "lebih panjang dari", &format!("jumlah = {}", "1 ".repeat(3000))),
        baris(
            "tanpa dasar",
            "`dasar` belum ditulis",
            vec![uji("[[norma]] <<<\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\n")],
        ),
        baris(
            "dasar kosong",
            "`dasar` kosong",
            vec![uji("[[norma]] <<<\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \" \"\n")],
        ),
        baris(
            "bentuk asing",
            "bentuk \"aturan\" tidak dikenal",
            vec![uji(
                "[[norma]]\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"aturan\" <<<\ndasar = \"Pasal 1\"\n",
            )],
        ),
        baris(
            "tanpa syarat",
            "belum punya [[norma.syarat]]",
            vec![uji(
                "[[norma]] <<<\nkunci = \"n\"\njudul = \"N\"\nbentuk = \"syarat\"\ndasar = \"Pasal 1\"\n",
            )],
        ),
        baris(
            "pengecualian tanpa nama",
            "belum punya kecuali_bunyi",
            vec![uji(&format!("{SEHAT}kecuali = \"aktif\"\n"))],
        ),
        baris("syarat tanpa isi", "tepat satu dari bila", vec![uji(&SEHAT.replace("bila = \"guru\"\n", ""))]),
        baris(
            "syarat dengan dua isi",
            "tepat satu dari bila",
            vec![uji(&format!("{SEHAT}pertimbangan = \"Tim\"\n"))],
        ),
        baris(
            "dua syarat senama",
            "dua bagian bernama a",
            vec![uji(&format!(
                "{SEHAT}[[norma.syarat]] <<<\nkunci = \"a\"\nbunyi = \"b\"\ndasar = \"Pasal 3\"\nbila = \"aktif\"\n"
            ))],
        ),
        baris(
            "sifat asing",
            "sifat \"keras\" tidak dikenal",
            vec![uji(&format!("{SEHAT}sifat = \"keras\" <<<\n"))],
        ),
        baris(
            "kepastian syarat asing",
            "kepastian \"pasti\" tidak dikenal",
            vec![uji(&format!("{SEHAT}kepastian = \"pasti\"\n"))],
        ),
        baris(
            "fakta asing pada bunyi",
            "pada bunyi tidak dikenal",
            vec![uji(&SEHAT.replace("bunyi = \"a\"", "bunyi = \"{gaji}\" <<<"))],
        ),
        baris(
            "tanggal yang bukan tanggal",
            "`nilai` harus sebuah tanggal",
            vec![uji(&nilai("tanggal", "nilai = \"jumlah\"").replace(TANDA, ""))],
        ),
        baris(
            "nilai tidak ditulis",
            "`nilai` belum ditulis",
            vec![uji(&nilai("nilai", "satuan = \"rupiah\"").replace(TANDA, ""))],
        ),
        baris(
            "waktu bukan fakta tanggal",
            "bukan fakta bertipe tanggal",
            vec![uji(
                &SEHAT.replace("bentuk = \"syarat\"\n", "bentuk = \"syarat\"\nwaktu = \"jumlah\" <<<\n")
            )],
        ),
        baris(
            "satu posisi saja",
            "dua [[norma.posisi]]",
            vec![uji(&format!(
                "{}[[norma.posisi]]\nkunci = \"a\"\nbunyi = \"a\"\ndasar = \"Pasal 2\"\nnilai = \"jumlah\"\n",
                nilai("sengketa", "").replace(TANDA, "")
            ))],
        ),
        baris(
            "param tanpa nilai",
            "`nilai` belum ditulis",
            vec![uji("[[param]] <<<\nkunci = \"p\"\ndasar = \"Pasal 1\"\n")],
        ),
        baris(
            "param tanpa dasar",
            "`dasar` belum ditulis",
            vec![uji("[[param]] <<<\nkunci = \"p\"\nnilai = 1\n")],
        ),
        baris(
            "param yang berakhir lebih dulu",
            "tidak berlaku pada 2005-01-01",
            vec![uji(&format!(
                "[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\nsampai = 2005-01-01\n{}",
                syarat("jumlah > @p")
            ))],
        ),
        baris(
            "param pada bunyi yang berakhir lebih dulu",
            "tidak berlaku pada 2005-01-01",
            vec![uji(&format!(
                "[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\nsampai = 2005-01-01\n{}",
                SEHAT.replace("bunyi = \"a\"", "bunyi = \"{@p}\" <<<")
            ))],
        ),
        baris(
            "norma saling merujuk",
            "saling merujuk tanpa akhir",
            vec![uji(&format!(
                "{}{}",
                syarat("lulus(m)").replace(TANDA, ""),
                syarat("lulus(n)").replace("kunci = \"n\"", "kunci = \"m\"").replace(TANDA, "")
            ))],
        ),
        baris(
            "norma saling merujuk lewat masa yang berbeda: sebelum 2005 n bertanya m, sesudahnya m bertanya n",
            "juga antar masa",
            vec![uji(&format!(
                "{}{}{}{}",
                syarat("lulus(m)")
                    .replace(TANDA, "")
                    .replace("kunci = \"n\"", "kunci = \"n\"\nsampai = 2005-01-01"),
                syarat("hari > 2000-01-01")
                    .replace(TANDA, "")
                    .replace("kunci = \"n\"", "kunci = \"n\"\nmulai = 2005-01-01"),
                syarat("hari > 2000-01-01")
                    .replace(TANDA, "")
                    .replace("kunci = \"n\"", "kunci = \"m\"\nsampai = 2005-01-01"),
                syarat("lulus(n)")
                    .replace(TANDA, "")
                    .replace("kunci = \"n\"", "kunci = \"m\"\nmulai = 2005-01-01"),
            ))],
        ),
    ]);
}

#[test]
fn waktu_dan_akta_lain() {
    let p = |dari: &str| format!("[[param]] <<<\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\n{dari}");
    let q = |dari: &str| p(dari).replace(TANDA, "");
    periksa(vec![
        baris(
            "dua ketentuan pada hari yang sama",
            "sudah diatur UJI-1-2000",
            vec![uji(SEHAT), uji2(&SEHAT.replacen("[[norma]]", "[[norma]] <<<", 1))],
        ),
        baris(
            "dua param pada hari yang sama",
            "param p sudah diatur UJI-1-2000",
            vec![uji(&q("")), uji2(&p(""))],
        ),
        baris(
            "jeda yang tidak diakui",
            "tidak diatur dari 2005-01-01 sampai 2010-01-01",
            vec![uji(&q("sampai = 2005-01-01\n")), uji2(&p(""))],
        ),
        baris(
            "menggantikan yang tidak ada",
            "UJI-7-1999 tidak punya param p",
            vec![uji(&p("menggantikan = \"UJI-7-1999\"\n"))],
        ),
        baris(
            "mengubah akta yang tidak ada",
            "akta UJI-7-1999 tidak ada",
            vec![uji("[[mengubah]] <<<\nakta = \"UJI-7-1999\"\n")],
        ),
        baris(
            "mencabut akta yang tidak ada",
            "akta UJI-7-1999 tidak ada",
            vec![uji("[[mencabut]] <<<\nakta = \"UJI-7-1999\"\ndasar = \"Pasal 9\"\n")],
        ),
        baris(
            "melanjutkan akta yang tidak ada",
            "akta UJI-7-1999 tidak ada",
            vec![uji("[[melanjutkan]] <<<\nakta = \"UJI-7-1999\"\ndasar = \"Pasal 9\"\nsyarat = \"-\"\n")],
        ),
        baris(
            "melanjutkan tanpa syarat",
            "`syarat` belum ditulis",
            vec![uji("[[melanjutkan]] <<<\nakta = \"UJI-1-2000\"\ndasar = \"Pasal 9\"\n")],
        ),
        baris(
            "mengubah dirinya melalui yang lain",
            "mengubah dirinya sendiri",
            vec![uji("[[mengubah]]\nakta = \"UJI-2-2010\"\n"), uji2("[[mengubah]]\nakta = \"UJI-1-2000\"\n")],
        ),
        baris(
            "mengganti bagian yang tidak ada",
            "n tidak punya bagian b",
            vec![uji(SEHAT), uji2("[[ganti]] <<<\nkunci = \"n/b\"\ndasar = \"Pasal 9\"\nbila = \"aktif\"\n")],
        ),
        baris(
            "menghapus bagian yang tidak ada",
            "untuk dihapus",
            vec![uji(SEHAT), uji2("[[hapus]] <<<\nkunci = \"n/b\"\ndasar = \"Pasal 9\"\n")],
        ),
        baris(
            "menghapus norma seluruhnya",
            "tulis [[mencabut]]",
            vec![
                uji(&nilai("nilai", "nilai = \"1\"").replace(TANDA, "")),
                uji2("[[hapus]] <<<\nkunci = \"n\"\ndasar = \"Pasal 9\"\n"),
            ],
        ),
        baris(
            "mengubah norma yang tidak ada",
            "tidak dapat diubah",
            vec![uji2("[[ganti]] <<<\nkunci = \"m/b\"\ndasar = \"Pasal 9\"\nbila = \"aktif\"\n")],
        ),
        baris(
            "mengubah sebelum berlaku",
            "tidak berlaku pada 1999-01-01",
            vec![
                uji(SEHAT),
                uji2(
                    "[[ganti]] <<<\nkunci = \"n/a\"\nmulai = 1999-01-01\ndasar = \"Pasal 9\"\nbila = \"aktif\"\n",
                ),
            ],
        ),
        baris(
            "menambah setelah yang tidak ada",
            "n tidak punya bagian z",
            vec![
                uji(SEHAT),
                uji2(
                    "[[tambah]] <<<\nnorma = \"n\"\nsetelah = \"z\"\nkunci = \"b\"\nbunyi = \"b\"\ndasar = \"Pasal 9\"\nbila = \"aktif\"\n",
                ),
            ],
        ),
        baris(
            "mengganti tanpa dasar",
            "`dasar` belum ditulis",
            vec![uji(SEHAT), uji2("[[ganti]] <<<\nkunci = \"n/a\"\nbila = \"aktif\"\n")],
        ),
        baris(
            "mengganti dengan kepastian asing",
            "kepastian \"pasti\" tidak dikenal",
            vec![
                uji(SEHAT),
                uji2("[[ganti]]\nkunci = \"n/a\"\ndasar = \"Pasal 9\"\nkepastian = \"pasti\"\n"),
            ],
        ),
        baris(
            "ganti yang merusak ungkapan",
            "fakta gaji tidak dikenal",
            vec![
                uji(SEHAT),
                uji2("[[ganti]]\nkunci = \"n/a\"\ndasar = \"Pasal 9\"\nbila = \"gaji > 1\" <<<\n"),
            ],
        ),
        baris(
            "celah tanpa sebab",
            "`sebab` belum ditulis",
            vec![uji("[[celah]] <<<\nkunci = \"p\"\nmulai = 2005-01-01\n")],
        ),
    ]);
}

#[test]
fn peraturan_daerah() {
    let nasional = |delegasi: &str| {
        uji(&format!("[[param]]\nkunci = \"p\"\nnilai = 1\ndasar = \"Pasal 1\"\n{delegasi}"))
    };
    let daerah = |kode: &str, isi: &str| {
        ("UJI-2-2010", akta("UJI-2-2010", "2010-01-01", &format!("wilayah = \"{kode}\"\n{isi}")))
    };
    let mengisi = "[[param]] <<<\nkunci = \"p\"\nnilai = 2\ndasar = \"Pasal 1\"\n";
    periksa(vec![
        baris(
            "mengisi yang tidak didelegasikan",
            "tidak mendelegasikan param p",
            vec![nasional(""), daerah("17", mengisi)],
        ),
        baris("mengisi yang tidak ada", "tidak mendelegasikan param p", vec![daerah("17", mengisi)]),
        baris(
            "kabupaten mengisi delegasi provinsi",
            "tidak mendelegasikan param p",
            vec![nasional("delegasi = \"PROVINSI\"\n"), daerah("17.01", mengisi)],
        ),
        baris(
            "provinsi mengisi delegasi kabupaten",
            "tidak mendelegasikan param p",
            vec![nasional("delegasi = \"KABKOTA\"\n"), daerah("17", mengisi)],
        ),
        baris("delegasi asing", "delegasi \"DESA\" tidak dikenal", vec![nasional("delegasi = \"DESA\"\n")]),
        baris("daerah menulis norma", "hanya boleh mengisi param", vec![daerah("17", SEHAT)]),
    ]);
}

#[test]
fn tabel_keputusan() {
    let k = "#kebijakan=UNIK\n#dasar=Lampiran\n";
    let teks = |text: &str| tabel(text);
    periksa(vec![
        baris("tanpa kebijakan", "tulis #kebijakan=", teks("tingkat,=>hasil <<<\nRENDAH,a\n")),
        baris(
            "kebijakan asing",
            "kebijakan \"ACAK\" tidak dikenal",
            teks("#kebijakan=ACAK <<<\ntingkat,=>hasil\nRENDAH,a\n"),
        ),
        baris(
            "tanda # asing",
            "#lama tidak dikenal",
            teks("#kebijakan=UNIK\n#lama=x <<<\ntingkat,=>hasil\n"),
        ),
        baris(
            "lengkap bukan ya atau tidak",
            "lengkap",
            teks("#kebijakan=UNIK\n#lengkap=yes <<<\ntingkat,=>hasil,dasar\n-,a,Pasal 1\n"),
        ),
        baris(
            "baris tanpa dasar",
            "tidak menyebut dasar",
            teks("#kebijakan=UNIK\ntingkat,=>hasil\nRENDAH,a <<<\n"),
        ),
        baris("pilihan asing", "\"EMAS\" bukan pilihan", teks(&format!("{k}tingkat,=>hasil\nEMAS,a <<<\n"))),
        baris(
            "rentang pilihan tak berurut",
            "tidak berurut",
            teks(&format!("{k}warna,=>hasil\nMERAH..HIJAU,a <<<\n")),
        ),
        baris(
            "rentang pilihan terbalik",
            "terbalik",
            teks(&format!("{k}tingkat,=>hasil\nTINGGI..RENDAH,a <<<\n")),
        ),
        baris("rentang terbalik", "terbalik", teks(&format!("{k}jumlah,=>hasil\n9..3,a <<<\n"))),
        baris(
            "bilangan yang bukan bilangan",
            "bukan bilangan",
            teks(&format!("{k}jumlah,=>hasil:bilangan\n1,\"1,5\" <<<\n").replace("\" <<<", " <<<\"")),
        ),
        baris("sel masukan kosong", "sel kosong", teks(&format!("{k}tingkat,=>hasil\n,a <<<\n"))),
        baris("tanpa kolom hasil", "tidak ada kolom hasil", teks(&format!("{k}tingkat <<<\nRENDAH\n"))),
        baris(
            "dua kolom hasil senama",
            "ada dua kali",
            teks(&format!("{k}tingkat,=>hasil,=>hasil <<<\nRENDAH,a,b\n")),
        ),
        baris(
            "tipe kolom asing",
            "tipe kolom \"uang\" tidak dikenal",
            teks(&format!("{k}tingkat,=>hasil:uang <<<\nRENDAH,1\n")),
        ),
        baris(
            "baris bertumpang tindih",
            "bertumpang tindih dengan baris 4",
            teks(&format!("{k}jumlah,=>hasil\n1..5,a\n5..9,b <<<\n")),
        ),
        baris(
            "baris yang sama pada hari yang sama",
            "bertumpang tindih",
            teks(&format!(
                "{k}tingkat,=>hasil,mulai,sampai\nRENDAH,a,2000-01-01,2010-01-01\nRENDAH,b,2009-12-31, <<<\n"
            )),
        ),
        baris(
            "pilihan tidak lengkap",
            "tidak ada baris untuk tingkat TINGGI",
            teks("#kebijakan=UNIK\n#lengkap=ya\n#dasar=L\ntingkat,=>hasil <<<\nRENDAH;SEDANG,a\n"),
        ),
        baris(
            "bilangan tidak lengkap",
            "tidak ada baris untuk jumlah 5",
            teks("#kebijakan=UNIK\n#lengkap=ya\n#dasar=L\njumlah,=>hasil <<<\n..4,a\n6..,b\n"),
        ),
        baris(
            "desimal tidak lengkap di antara dua batas",
            "tidak ada baris untuk besaran 4.5",
            teks("#kebijakan=UNIK\n#lengkap=ya\n#dasar=L\nbesaran,=>hasil <<<\n..4,a\n5..,b\n"),
        ),
        baris(
            "teks lain tidak tercakup",
            "tidak ada baris untuk uraian",
            teks("#kebijakan=UNIK\n#lengkap=ya\n#dasar=L\nuraian,=>hasil <<<\nA,a\nB,b\n"),
        ),
        baris(
            "lengkap hanya sampai suatu hari",
            "(hukum 2010-01-01)",
            teks(
                "#kebijakan=UNIK\n#lengkap=ya\n#dasar=L\ntingkat,=>hasil,mulai,sampai <<<\n-,a,2000-01-01,2010-01-01\nRENDAH,b,2010-01-01,\n",
            ),
        ),
        baris("CSV rusak", "tidak terbaca", teks(&format!("{k}tingkat,=>hasil\nRENDAH,a,b,c\n"))),
        baris("tabel senama di akta lain", "tabel t sudah diatur", {
            let mut b = tabel(&format!("{k}tingkat,=>hasil\n-,a\n"));
            b.push(uji2(""));
            b.push(("UJI-2-2010/tabel/t.csv", format!("{k}tingkat,=>hasil\n-,b\n")));
            b
        }),
        baris(
            "kolom hasil yang tidak ada",
            "tidak punya kolom hasil batas",
            vec![
                uji(&syarat("jumlah > tabel(t.batas)")),
                ("UJI-1-2000/tabel/t.csv", format!("{k}tingkat,=>hasil:bilangan\n-,1\n")),
            ],
        ),
    ]);
}

#[test]
fn peralihan() {
    let norma = "[[norma]]\nkunci = \"alih\"\njudul = \"A\"\nbentuk = \"peralihan\"\ntabel = \"t\"\ndasar = \"Pasal 9\"\n";
    let dengan =
        |csv: &str| vec![uji(&format!("{SEHAT}{norma}")), ("UJI-1-2000/tabel/t.csv", csv.to_owned())];
    let kepala = "#kebijakan=UNIK\n#lengkap=ya\n#dasar=L\n";
    periksa(vec![
        baris(
            "peralihan berlubang sehari",
            "tidak ada baris untuk tanggal_perbuatan 2021-08-31",
            dengan(&format!(
                "{kepala}tanggal_perbuatan,=>pakai,=>hukum,=>sifat <<<\n<2021-08-31,n,-,lama\n>2021-08-31,n,-,baru\n"
            )),
        ),
        baris(
            "peralihan yang tidak dibuktikan lengkap",
            "#lengkap=ya",
            dengan("#kebijakan=UNIK\n#dasar=L\ntanggal_perbuatan,=>pakai <<<\n<2021-08-31,n\n"),
        ),
        baris(
            "peralihan ke norma yang tidak ada",
            "norma m tidak ada",
            dengan(&format!("{kepala}tanggal_perbuatan,=>pakai\n-,m <<<\n")),
        ),
        baris(
            "hukum yang bukan tanggal",
            "bukan fakta bertipe tanggal",
            dengan(&format!("{kepala}tanggal_perbuatan,=>pakai,=>hukum\n-,n,jumlah <<<\n")),
        ),
        baris(
            "peralihan tanpa tabel",
            "`tabel` belum ditulis",
            vec![uji(&norma.replace("tabel = \"t\"\n", ""))],
        ),
    ]);
}
