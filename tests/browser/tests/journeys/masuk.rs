//! Signing in: the first time, and once too often with a wrong password.

use anyhow::{Result, ensure};
use browser::halaman::{ADMIN, alamat, masuk};
use browser::server::Server;

use crate::stage::{Stage, sign_in};

/// How many wrong passwords an account bears.
const TRIES: usize = 5;

pub async fn first_sign_in(stage: &mut Stage) -> Result<()> {
    // Nothing of the register is shown to a stranger.
    stage.open(alamat::PEGAWAI).await?;
    stage.must_be_at(alamat::MASUK).await?;
    stage.first_sign_in().await?;
    // The one-time password has had its time.
    let once = stage.server.password.clone();
    stage.forget_session().await?;
    stage.open(alamat::MASUK).await?;
    sign_in(&stage.tab(), ADMIN, &once).await?;
    stage.must_be_at(alamat::MASUK).await
}

/// In a province of its own, for the account stays locked.
pub async fn locked_out(stage: &mut Stage) -> Result<()> {
    let other = Server::start(60)?;
    stage.forget_session().await?;
    let tab = stage.tab();
    for _ in 0..TRIES {
        tab.open(&other.url(alamat::MASUK)).await?;
        sign_in(&tab, ADMIN, "bukan-sandinya").await?;
        ensure!(tab.path().await?.starts_with(alamat::MASUK), "let in with a wrong password");
    }
    // Now even the right one is refused, and the page says why.
    tab.open(&other.url(alamat::MASUK)).await?;
    sign_in(&tab, ADMIN, &other.password).await?;
    ensure!(tab.path().await?.starts_with(alamat::MASUK), "a locked account was let in");
    tab.shows(masuk::TERKUNCI).await?;
    stage.forget_session().await
}
