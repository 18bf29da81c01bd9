//! The catalogue of open data in DCAT, for portals that gather such catalogues.

use super::{Umum, berkas, terbuka};
use host::{Answer, Ctx};
use serde_json::json;

/// `GET /data/katalog.jsonld`.
pub fn katalog(ctx: &mut Ctx) -> Answer {
    let all = Umum::baca(ctx)?;
    let world = ctx.present()?;
    let owner = world.tenants.first().map_or("Sinergi", |t| t.nama.as_str());
    let at = |path: &str| format!("{}{path}", ctx.asal);
    let publisher = json!({ "@type": "foaf:Organization", "foaf:name": owner });
    let title = |text: &str| json!({ "@language": "id", "@value": text });
    let distribution = |path: &str, media: &str, sum: Option<&str>| {
        let mut one = json!({
            "@id": at(path), "@type": "dcat:Distribution",
            "dct:title": title(path.trim_start_matches("/data/")),
            "dcat:accessURL": { "@id": at(path) }, "dcat:downloadURL": { "@id": at(path) },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
        });
        if let Some(sum) = sum {
            one["spdx:checksum"] = json!({
                "@type": "spdx:Checksum", "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
                "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": sum },
            });
        }
        one
    };
    let sample = if ctx.hall.node.demo_seed.is_some() { " Data contoh; angkanya rekaan." } else { "" };
    let described = format!(
        "Indikator kepegawaian setiap instansi dan semuanya bersama, dihitung dari jurnal. Angka yang menyangkut \
         kurang dari 5 orang dan indikator dari data tertutup tidak disebut.{sample}"
    );
    let modified = json!({ "@type": "xsd:date", "@value": world.as_of.effective.to_string() });
    let dataset = json!({
        "@id": at("/data/indikator"), "@type": "dcat:Dataset",
        "dct:identifier": "indikator",
        "dct:title": title("Indikator kepegawaian"),
        "dct:description": title(&described),
        "dct:publisher": publisher,
        "dct:modified": modified,
        "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/IND" },
        "dct:accrualPeriodicity": { "@id": "http://publications.europa.eu/resource/authority/frequency/DAILY" },
        "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" },
        "dcat:keyword": terbuka(ctx).map(|i| title(i.nama)).collect::<Vec<_>>(),
        "dcat:distribution": [
            distribution("/data/indikator.csv", "text/csv", Some(&all.sidik)),
            distribution("/data/indikator.json", "application/json", None),
        ],
    });
    let catalogue = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/", "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": at("/data/katalog.jsonld"), "@type": "dcat:Catalog",
        "dct:title": title(&format!("Data terbuka {owner}")),
        "dct:description": title("Data terbuka kepegawaian yang boleh dipakai siapa pun."),
        "dct:publisher": publisher,
        "dct:modified": modified,
        "dcat:dataset": [dataset],
    });
    Ok(berkas("application/ld+json", &all.sidik, catalogue.to_string()))
}
