//! What the door decides: cookies as text, and what is wrong with a new password.

pub mod token;

/// A cookie no script reads and no other site sends along with a form. Without an age it goes with
/// the browser; the session itself ends earlier when nothing happens.
pub fn session_cookie(name: &str, token: &str, secure: bool) -> String {
    format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{}", tail(secure))
}

/// The same cookie, gone.
pub fn no_session_cookie(name: &str, secure: bool) -> String {
    format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", tail(secure))
}

/// The chosen theme for a year; any other word follows the system again. The page's script sets the
/// same cookie, so it is not hidden from scripts.
pub fn theme_cookie(theme: &str, secure: bool) -> String {
    let (value, age) = match theme {
        "terang" | "gelap" => (theme, 31_536_000),
        _ => ("", 0),
    };
    format!("tema={value}; Path=/; SameSite=Lax; Max-Age={age}{}", tail(secure))
}

fn tail(secure: bool) -> &'static str {
    if secure { "; Secure" } else { "" }
}

/// A new password as it came, and what is known about it.
pub struct NewPassword<'a> {
    /// The password in force was typed rightly; a one-time password was just used to come in.
    pub old_fits: bool,
    /// The new one is the one in force.
    pub unchanged: bool,
    /// What the rules of passwords say about it.
    pub trouble: Option<String>,
    /// The new one.
    pub new: &'a str,
    /// Typed again.
    pub again: &'a str,
}

/// Field and sentence for everything that is wrong; empty when it will do.
pub fn password_errors(p: &NewPassword<'_>) -> Vec<(String, String)> {
    let mut errors = Vec::new();
    let mut say = |field: &str, sentence: String| errors.push((field.to_owned(), sentence));
    if !p.old_fits {
        say("sandi_lama", "Kata sandi sekarang tidak cocok. Ketik ulang.".into());
    }
    if let Some(sentence) = &p.trouble {
        say("sandi_baru", sentence.clone());
    } else if p.unchanged {
        say("sandi_baru", "Kata sandi baru sama dengan yang sekarang. Pilih yang lain.".into());
    }
    if p.new != p.again {
        say("sandi_ulang", "Ulangan berbeda dengan kata sandi baru. Ketik keduanya lagi.".into());
    }
    errors
}
