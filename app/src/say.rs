//! What the command line says, in Indonesian.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

/// A wrong call: one sentence and where help is. Exit code 2; help and version are no error.
pub fn usage(e: &clap::Error) -> ExitCode {
    let context = |kind| match e.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let sentence = match e.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print!("{}", e.render());
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            eprint!("{}", e.render());
            return ExitCode::from(2);
        }
        ErrorKind::InvalidSubcommand => {
            format!("Perintah \"{}\" tidak dikenal.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("Pilihan \"{arg}\" tidak dikenal di sini."),
        ErrorKind::MissingRequiredArgument => format!("Belum diisi: {arg}."),
        ErrorKind::ArgumentConflict => {
            format!("{arg} tidak dapat dipakai bersama {}.", context(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("{arg} perlu diisi nilai.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("Nilai \"{value}\" untuk {arg} tidak dapat dipakai.")
        }
        _ => "Perintah tidak dapat dibaca.".into(),
    };
    eprintln!("sinergi: {sentence} Lihat `sinergi --help`.");
    ExitCode::from(2)
}

/// Prints a line; a reader who has gone away (`| head`) is no failure.
#[macro_export]
macro_rules! out {
    () => { $crate::say::line(format_args!("")) };
    ($($arg:tt)*) => { $crate::say::line(format_args!($($arg)*)) };
}

/// See [`out!`](crate::out).
pub fn line(text: std::fmt::Arguments<'_>) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// 1.284.567
pub fn angka(n: u64) -> String {
    web::format::angka(n)
}

/// Text from outside as one plain line: what would steer the terminal or turn the line around is shown as
/// a replacement mark.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if kernel::check::hidden(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// A progress bar on anything over two seconds; silent when nobody watches.
pub fn bar(total: Option<u64>, what: &str) -> ProgressBar {
    let bar = match total {
        _ if !std::io::stderr().is_terminal() => ProgressBar::hidden(),
        Some(total) => ProgressBar::new(total),
        None => ProgressBar::new_spinner(),
    };
    let template = match total {
        Some(_) => "{msg} {wide_bar} {human_pos}/{human_len} · sisa {eta}",
        None => "{spinner} {msg} {human_pos}",
    };
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(what.to_owned());
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_from_outside_does_not_steer_the_terminal() {
        for (text, said) in [
            ("Ma'ruf Thérèse", "Ma'ruf Thérèse"),
            ("\u{1b}[2JBudi", "\u{fffd}[2JBudi"),
            ("Budi\u{202e}ijaB", "Budi\u{fffd}ijaB"),
            ("a\nb", "a\u{fffd}b"),
        ] {
            assert_eq!(super::plain(text), said);
        }
    }
}
