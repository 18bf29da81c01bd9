//! TLS of our own, for offices without a proxy: a certificate and its key from two PEM files.

use rustls_pki_types::pem::{Error as PemError, PemObject};
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
pub use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

/// Reads both files.
///
/// # Errors
/// A sentence that names the file and what to do.
pub fn acceptor(cert: &Path, key: &Path) -> Result<TlsAcceptor, String> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_file_iter(cert).and_then(Iterator::collect);
    let chain = chain.map_err(|e| unread("Sertifikat", cert, &e))?;
    if chain.is_empty() {
        return Err(format!(
            "Berkas {} tidak memuat sertifikat PEM (-----BEGIN CERTIFICATE-----). Periksa --tls-cert.",
            cert.display()
        ));
    }
    let key_der = PrivateKeyDer::from_pem_file(key).map_err(|e| unread("Kunci", key, &e))?;
    let mut config =
        ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key_der).map_err(|e| {
            format!("Sertifikat {} dan kunci {} tidak berpasangan: {e}.", cert.display(), key.display())
        })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn unread(what: &str, path: &Path, e: &PemError) -> String {
    let why = match e {
        PemError::Io(e) => store::error::io_text(e),
        PemError::NoItemsFound => "tidak ada isi PEM yang dicari di dalamnya".into(),
        other => format!("isinya bukan PEM yang utuh ({other})"),
    };
    format!("{what} TLS {} tidak dapat dipakai: {why}. Periksa --tls-cert dan --tls-key.", path.display())
}
