//! The server loop: connections in, none of them for longer than it is of use.

use crate::pace::Pace;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::net::IpAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// How long a connection may keep the server waiting.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the whole head of a request; also how long a connection may stay open with nothing asked.
    pub head: Duration,
    /// For its body.
    pub body: Pace,
    /// For requests still being answered when the server stops.
    pub farewell: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            // A little longer than proxies keep an idle connection, so that they are the ones to close it.
            head: Duration::from_secs(65),
            // A phone between two cells may be silent for half a minute and go on.
            body: Pace { bytes: 8 << 10, every: Duration::from_secs(60) },
            farewell: Duration::from_secs(30),
        }
    }
}

/// Who is at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Answers connections, over TLS when given what it needs, until `stop`; then lets the requests under way finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    tls: Option<TlsAcceptor>,
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(e) => {
                // File handles are used up: some come back when connections end.
                tracing::warn!(error = %e, "sambungan baru tidak dapat diterima");
                tokio::time::sleep(Duration::from_secs(1)).await;
                continue;
            }
        };
        let (router, peer) = (router.clone(), Peer(peer.ip()));
        let answer = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(peer);
            router.clone().oneshot(request)
        });
        let (http, watcher, tls) = (http.clone(), open.watcher(), tls.clone());
        // A connection that breaks concerns nobody but its client.
        tokio::spawn(async move {
            let Some(tls) = tls else {
                return drop(watcher.watch(http.serve_connection(TokioIo::new(stream), answer)).await);
            };
            // Whoever does not finish shaking hands holds a connection like anybody else who is silent.
            if let Ok(Ok(stream)) = tokio::time::timeout(patience.head, tls.accept(stream)).await {
                drop(watcher.watch(http.serve_connection(TokioIo::new(stream), answer)).await);
            }
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(patience.farewell, open.shutdown()).await;
}
