//! Made-up names in the manner of many peoples of Indonesia; any likeness is chance.

use crate::rng::Rng;

/// How one people names its children here.
struct Culture {
    /// Before the name proper, when custom has it (I Made, Ni Luh).
    prefix: [&'static [&'static str]; 2],
    /// First names: men, women.
    first: [&'static [&'static str]; 2],
    /// What follows: men, women.
    last: [&'static [&'static str]; 2],
    /// Code of the religion most have.
    agama: u8,
}

const NONE: &[&str] = &[];

static CULTURES: &[Culture] = &[
    // Jawa
    Culture {
        prefix: [NONE, NONE],
        first: [
            &[
                "Bagas", "Wahyu", "Slamet", "Teguh", "Joko", "Prasetyo", "Hendro", "Tri", "Agung", "Danang",
                "Sigit", "Widodo", "Eko", "Bambang",
            ],
            &[
                "Ratih", "Endang", "Sri", "Wulan", "Retno", "Dyah", "Kusuma", "Lestari", "Tri", "Ningsih",
                "Rahayu", "Anjar", "Puspa", "Sekar",
            ],
        ],
        last: [
            &[
                "Wicaksono",
                "Nugraheni Putra",
                "Santosa",
                "Kuncoro",
                "Hadiwinata",
                "Purnomo",
                "Saptono",
                "Wibisana",
                "Prabaswara",
                "Tirtoyuwono",
            ],
            &[
                "Wulandari",
                "Handayani",
                "Pratiwi",
                "Kusumawati",
                "Setyaningrum",
                "Widyastuti",
                "Purwaningsih",
                "Utaminingtyas",
                "Larasati",
                "Anggraeni",
            ],
        ],
        agama: 1,
    },
    // Sunda
    Culture {
        prefix: [NONE, NONE],
        first: [
            &["Asep", "Cecep", "Dadang", "Ujang", "Deden", "Yayan", "Iwan", "Agus", "Tatang", "Entis"],
            &["Neneng", "Euis", "Iis", "Lilis", "Cucu", "Nining", "Yati", "Ai", "Tati", "Imas"],
        ],
        last: [
            &["Suryana", "Permana", "Kurnia", "Hidayat", "Sutisna", "Gumilar", "Ramdhani", "Wiraatmaja"],
            &["Suryani", "Komariah", "Rosmiati", "Nurjanah", "Mulyati", "Sopiah", "Herawati", "Kartika"],
        ],
        agama: 1,
    },
    // Melayu dan Minang
    Culture {
        prefix: [NONE, NONE],
        first: [
            &[
                "Muhammad", "Ahmad", "Syafril", "Zulkifli", "Ma'ruf", "Nu'man", "Rizal", "Fakhri",
                "Yusrizal", "Hamdani", "Azwar", "Irwandi",
            ],
            &[
                "Siti",
                "Nur",
                "Yulia",
                "Rahma",
                "Fitri",
                "Zahratul",
                "Rafi'ah",
                "Desmawati",
                "Elvira",
                "Asma'ul",
                "Mardiana",
                "Syamsiar",
            ],
        ],
        last: [
            &[
                "Hamid",
                "Chaniago",
                "Rasyidin",
                "Al Fajri",
                "Saputra",
                "Nasrullah",
                "Piliang",
                "Syahbana",
                "Tanjung Alam",
                "Mukhtar",
            ],
            &[
                "Aisyah",
                "Husna",
                "Rahmadani",
                "Khairunnisa",
                "Zainab",
                "Salsabila",
                "Hasanah",
                "Mutia",
                "Azizah",
                "Putri Amelia",
            ],
        ],
        agama: 1,
    },
    // Batak
    Culture {
        prefix: [NONE, NONE],
        first: [
            &["Parlindungan", "Marihot", "Tumpal", "Binsar", "Jonathan", "Poltak", "Hotman", "Sahat"],
            &["Rotua", "Tiurma", "Lamria", "Debora", "Hotmauli", "Melva", "Roslina", "Marince"],
        ],
        last: [
            &["Siregarhulu", "Hutapandan", "Simarmora", "Lumban Toruan Raja", "Nababanta", "Pardedean"],
            &["Siregarhulu", "Hutapandan", "Simarmora", "Boru Sihombingan", "Nababanta", "Pardedean"],
        ],
        agama: 2,
    },
    // Bali
    Culture {
        prefix: [
            &["I Wayan", "I Made", "I Nyoman", "I Ketut", "I Gede", "I Putu"],
            &["Ni Wayan", "Ni Made", "Ni Nyoman", "Ni Ketut", "Ni Luh", "Ni Putu"],
        ],
        first: [
            &["Adnyana", "Suardika", "Wirawan", "Artha", "Sudarma", "Mahendra"],
            &["Ayu", "Sukerti", "Widiani", "Suartini", "Kertiasih", "Darmayanti"],
        ],
        last: [
            &["Putra", "Yasa", "Wijaya", "Dharma", "Sentana"],
            &["Dewi", "Lestari", "Astuti", "Puspitasari", "Saraswati"],
        ],
        agama: 4,
    },
    // Bugis dan Makassar
    Culture {
        prefix: [&["Andi", "Daeng"], &["Andi", "Besse"]],
        first: [
            &["Mappasessu", "Baso", "Arung", "Ambo", "Syamsul", "Rusdi"],
            &["Tenri", "Batari", "Rosdiana", "Indo", "Hasnawati", "Nurhaeda"],
        ],
        last: [
            &["Mattola", "Parewangi", "Makkasau", "Patongai", "Bahar"],
            &["Ampareng", "Mattola", "Padauleng", "Patongai", "Bahar"],
        ],
        agama: 1,
    },
    // Nusa Tenggara Timur dan Maluku
    Culture {
        prefix: [NONE, NONE],
        first: [
            &["Yosef", "André", "Theodorus", "Marselinus", "Frans", "René", "Wilhelmus", "Octavianus"],
            &["Maria", "Yosefina", "Thérèse", "Kristina", "Agnes", "Desi", "Fransiska", "Noëlla"],
        ],
        last: [
            &["Lamabelawa", "Pattirane", "Nahakbria", "Tuhuleru", "Ledoh Rame", "Makatitasi"],
            &["Lamabelawa", "Pattirane", "Nahakbria", "Tuhuleru", "Ledoh Rame", "Makatitasi"],
        ],
        agama: 3,
    },
    // Dayak dan Papua
    Culture {
        prefix: [NONE, NONE],
        first: [
            &["Yohanis", "Dominggus", "Luhing", "Sampan", "Elias", "Daud", "Titus"],
            &["Yuliana", "Orpa", "Lince", "Mina", "Dorkas", "Salomina", "Rut"],
        ],
        last: [
            &["Wambraur", "Bulan Anyi", "Kalamuri", "Tingang Rei", "Yembisei"],
            &["Wambraur", "Bulan Anyi", "Kalamuri", "Tingang Rei", "Yembisei"],
        ],
        agama: 2,
    },
    // Tionghoa
    Culture {
        prefix: [NONE, NONE],
        first: [
            &["Hendra", "Steven", "Kevin", "Andreas", "Surya"],
            &["Lianawati", "Meilin", "Silvia", "Jessica", "Felicia"],
        ],
        last: [
            &["Wijayakusuma", "Limanto", "Gunadharma", "Tanujaya"],
            &["Wijayakusuma", "Limanto", "Halimkesuma", "Tanujaya"],
        ],
        agama: 5,
    },
];

/// How many in a thousand belong to each of the cultures above.
const SHARE: [u32; 9] = [300, 120, 270, 90, 60, 60, 50, 35, 15];

/// One-word names, as in many identity cards.
const SINGLE: [&[&str]; 2] = [
    &["Suparjo", "Sukirman", "Mulyonoto", "Ngatiman", "Sarwono", "Paijan"],
    &["Suminarti", "Ngatinem", "Sutarmi", "Kasiyem", "Wartini", "Sulastri"],
];

const MIDDLE: [&[&str]; 2] = [
    &[
        "Adi",
        "Budi",
        "Cahya",
        "Dwi",
        "Fajar",
        "Gilang",
        "Imam",
        "Kurniawan",
        "Nur",
        "Panji",
        "Rangga",
        "Satria",
        "Yudha",
        "Arif",
    ],
    &[
        "Ayu", "Bunga", "Citra", "Dewi", "Eka", "Indah", "Intan", "Kartika", "Mega", "Nur", "Permata",
        "Rizki", "Tiara", "Wahyuni",
    ],
];

/// A name written into `out`, and the code of the religion that goes with it most often.
pub fn write_name(rng: &mut Rng, female: bool, out: &mut String) -> u8 {
    let sex = usize::from(female);
    let shape = rng.below(1000);
    if shape < 45 {
        out.push_str(rng.word(SINGLE[sex]));
        return 1;
    }
    let mut left = rng.below(1000);
    let mut culture = &CULTURES[0];
    for (candidate, share) in CULTURES.iter().zip(SHARE) {
        if left < share {
            culture = candidate;
            break;
        }
        left -= share;
    }
    if !culture.prefix[sex].is_empty() {
        out.push_str(rng.word(culture.prefix[sex]));
        out.push(' ');
    }
    out.push_str(rng.word(culture.first[sex]));
    // One, sometimes two and rarely five more words: long names break narrow columns.
    let middles = if shape < 500 {
        0
    } else if shape < 960 {
        1
    } else {
        4
    };
    for _ in 0..middles {
        out.push(' ');
        out.push_str(rng.word(MIDDLE[sex]));
    }
    out.push(' ');
    out.push_str(rng.word(culture.last[sex]));
    culture.agama
}

/// Villages, streets and schools are as made up as the people.
pub const JALAN: &[&str] = &[
    "Kenanga",
    "Merpati",
    "Pahlawan Desa",
    "Sungai Tirta",
    "Melati Indah",
    "Gajah Putih",
    "Pasar Lama",
    "Dermaga",
    "Kebun Karet",
    "Cendana",
    "Bukit Barisan Kecil",
    "Flamboyan",
];

/// Wards used in addresses and as kelurahan.
pub const KELURAHAN: &[&str] = &[
    "Sukamaju Hulu",
    "Tanah Seribu",
    "Pasir Kencana",
    "Muara Bening",
    "Kampung Baru Timur",
    "Simpang Empat Lama",
    "Rawa Embun",
    "Bukit Sejuk",
    "Talang Merdu",
    "Lubuk Jernih",
    "Padang Ilalang",
    "Sungai Kelapa",
    "Teluk Permai",
    "Gunung Awan",
    "Rimba Sepi",
    "Batu Bersusun",
    "Pulau Pandan Kecil",
    "Tebing Rata",
    "Kuala Sunyi",
    "Desa Baru Makmur",
];
