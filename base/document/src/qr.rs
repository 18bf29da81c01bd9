//! The address of the verification page as a picture a telephone reads.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde_json::Value;

/// The picture for a letter that bears a verification mark, wherever in its data the mark stands.
pub fn of(data: &Value) -> Option<Vec<u8>> {
    let mark = ["surat", "dokumen"].iter().find_map(|part| data.get(part)?.get("verifikasi"))?;
    let (kode, alamat) = (mark.get("kode")?.as_str()?, mark.get("alamat")?.as_str()?);
    let code = QrCode::with_error_correction_level(format!("{alamat}/{kode}"), EcLevel::M).ok()?;
    let picture = code.render::<svg::Color<'_>>().quiet_zone(false).build();
    Some(picture.into_bytes())
}
