//! Contrast of every token pair in use: both themes, all brands. Text 4.5, borders of controls, icons, focus 3.

use std::collections::HashMap;

type Tokens = HashMap<String, String>;

/// Declarations of the block that follows `selector` at the start of a line.
fn block(css: &str, selector: &str) -> Tokens {
    let start = css.find(&format!("\n{selector}{{")).unwrap_or_else(|| panic!("no block {selector}"));
    let body = &css[start + selector.len() + 2..];
    let body = &body[..body.find('}').expect("block closes")];
    let pairs = body.split(';').filter_map(|d| d.split_once(':'));
    pairs
        .map(|(n, v)| (n.trim().to_owned(), v.trim().to_owned()))
        .filter(|(n, _)| n.starts_with("--"))
        .collect()
}

fn themes() -> Vec<(String, Tokens)> {
    let light = include_str!("../css/token.css");
    let dark = include_str!("../css/gelap.css");
    let mut all = vec![];
    for brand in ["", "bkn", "panrb"] {
        let of = |css: &str, base: &str| {
            if brand.is_empty() { Tokens::new() } else { block(css, &format!("{base}[data-merek={brand}]")) }
        };
        let mut day = block(light, ":root");
        day.extend(of(light, ":root"));
        let mut night = day.clone();
        night.extend(block(dark, ":gelap"));
        night.extend(of(dark, ":gelap"));
        all.push((format!("light {brand}"), day));
        all.push((format!("dark {brand}"), night));
    }
    all
}

fn colour(tokens: &Tokens, name: &str) -> [f64; 3] {
    let value = tokens.get(name).unwrap_or_else(|| panic!("token {name}"));
    match value.strip_prefix("var(") {
        Some(other) => colour(tokens, other.trim_end_matches(')')),
        None => hex(value),
    }
}

fn hex(value: &str) -> [f64; 3] {
    let digits = value.strip_prefix('#').unwrap_or_else(|| panic!("colour {value}"));
    let part = |at: usize| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("hex")) / 255.0;
    [part(0), part(2), part(4)]
}

fn hsl(h: f64, s: f64, l: f64) -> [f64; 3] {
    let a = s * l.min(1.0 - l);
    [0.0, 8.0, 4.0].map(|n: f64| {
        let k = (n + h / 30.0) % 12.0;
        l - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    })
}

fn luminance(rgb: [f64; 3]) -> f64 {
    let [r, g, b] = rgb.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (x, y) = (luminance(a), luminance(b));
    (x.max(y) + 0.05) / (x.min(y) + 0.05)
}

const TEXT: &[(&str, &[&str])] = &[
    (
        "--teks",
        &[
            "--kanvas",
            "--muka",
            "--muka-2",
            "--sorot",
            "--sorot-2",
            "--merek-lembut",
            "--info-lembut",
            "--awas-lembut",
            "--bahaya-lembut",
            "--ok-lembut",
        ],
    ),
    (
        "--teks-2",
        &[
            "--kanvas",
            "--muka",
            "--muka-2",
            "--sorot",
            "--sorot-2",
            "--merek-lembut",
            "--d0",
            "--bahaya-lembut",
            "--awas-lembut",
            "--d-1",
        ],
    ),
    (
        "--teks-3",
        &[
            "--kanvas",
            "--muka",
            "--muka-2",
            "--sorot",
            "--sorot-2",
            "--merek-lembut",
            "--awas-lembut",
            "--bahaya-lembut",
        ],
    ),
    (
        "--tautan",
        &[
            "--muka",
            "--muka-2",
            "--kanvas",
            "--info-lembut",
            "--awas-lembut",
            "--bahaya-lembut",
            "--ok-lembut",
            "--merek-lembut",
        ],
    ),
    ("--merek-teks", &["--muka", "--merek-lembut", "--kanvas"]),
    ("--atas-merek", &["--merek", "--merek-gelap"]),
    ("--ok", &["--ok-lembut", "--muka"]),
    ("--awas", &["--awas-lembut", "--muka", "--muka-2", "--merek-lembut"]),
    ("--bahaya", &["--bahaya-lembut", "--muka", "--muka-2", "--merek-lembut"]),
    ("--info", &["--info-lembut"]),
    ("--ungu", &["--ungu-lembut"]),
    ("--atas-bahaya", &["--bahaya-pekat"]),
    ("--d-teks-2", &["--d-2", "--d-1", "--muka-2", "--muka"]),
    ("--d-teks2", &["--d1", "--d2"]),
    ("--k2", &["--muka"]),
    ("--pita-teks", &["--pita"]),
];

const SHAPES: &[(&str, &[&str])] = &[
    ("--garis-kontrol", &["--muka", "--muka-2", "--kanvas"]),
    ("--fokus", &["--muka", "--kanvas", "--muka-2", "--sorot"]),
    ("--merek", &["--muka"]),
    ("--k1", &["--muka"]),
    ("--k2", &["--muka", "--d-1"]),
    ("--bahaya-pekat", &["--muka", "--bahaya-lembut"]),
    ("--ok-pekat", &["--muka"]),
    ("--awas-pekat", &["--muka"]),
    ("--info-pekat", &["--muka"]),
];

#[test]
fn every_pair_in_every_theme() {
    let mut low = vec![];
    for (theme, tokens) in themes() {
        for (pairs, least) in [(TEXT, 4.5), (SHAPES, 3.0)] {
            for (front, backs) in pairs {
                for back in *backs {
                    let got = ratio(colour(&tokens, front), colour(&tokens, back));
                    if got < least {
                        low.push(format!("{theme}: {front} on {back} is {got:.2}, needs {least}"));
                    }
                }
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn avatars_in_every_hue() {
    for (theme, tokens) in themes() {
        let share = |name: &str| tokens[name].trim_end_matches('%').parse::<f64>().expect("share") / 100.0;
        for hue in (0..360).step_by(30).map(f64::from) {
            let back = hsl(hue, share("--av-s"), share("--av-l"));
            let front = hsl(hue, share("--av-ts"), share("--av-tl"));
            let got = ratio(front, back);
            assert!(got >= 4.5, "{theme}: avatar hue {hue} has {got:.2}");
        }
    }
}
