//! What the command line says, in Indonesian, and where it goes.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{Error, IsTerminal, Result, Write};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::Duration;

/// A wrong call, found after the arguments were read: exit code 2.
#[derive(Debug)]
pub struct Misuse(pub String);

impl std::fmt::Display for Misuse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}

/// A wrong call of `command` that clap found: one sentence and where help is. Exit code 2; help and version are no error.
pub fn usage(e: &clap::Error, command: &str) -> ExitCode {
    let context = |kind| match e.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let sentence = match e.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            text(format_args!("{}", indonesian(&e.render().to_string())));
            return ended(ExitCode::SUCCESS);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(format_args!("{}", indonesian(&e.render().to_string())));
            return ExitCode::from(2);
        }
        ErrorKind::MissingSubcommand => "Perintahnya belum disebut.".into(),
        ErrorKind::InvalidSubcommand => {
            format!("Perintah \"{}\" tidak dikenal.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            format!("Pilihan \"{arg}\" tidak dikenal di sini.")
        }
        ErrorKind::UnknownArgument => format!("\"{arg}\" tidak dikenal di sini."),
        ErrorKind::MissingRequiredArgument => format!("Belum diisi: {arg}."),
        ErrorKind::ArgumentConflict if arg == context(ContextKind::PriorArg) => {
            format!("{arg} hanya dapat disebut sekali.")
        }
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
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(context).join("");
    let near = if near.is_empty() { near } else { format!(" Mungkin maksud Anda: {near}.") };
    complain(format_args!("sinergi: {sentence}{near} Lihat `{command} --help`.\n"));
    ExitCode::from(2)
}

/// The words clap puts into a help text by itself.
pub fn indonesian(help: &str) -> String {
    const WORDS: [(&str, &str); 8] = [
        ("[OPTIONS]", "[PILIHAN]"),
        ("[default: ", "[bawaan: "),
        ("[possible values: ", "[nilai: "),
        ("[alias: ", "[nama lain: "),
        ("[aliases: ", "[nama lain: "),
        ("\nArguments:\n", "\nIsian:\n"),
        ("\nOptions:\n", "\nPilihan:\n"),
        ("[env: ", "[variabel: "),
    ];
    let help = WORDS.iter().fold(help.to_owned(), |text, (from, to)| text.replace(from, to));
    format!("{}\n", help.trim_end())
}

/// A failure in one line, the operating system's part in Indonesian too.
pub fn failure(e: &anyhow::Error) -> String {
    let part = |e: &(dyn std::error::Error + 'static)| match e.downcast_ref::<Error>() {
        Some(e) => store::error::io_text(e),
        None => e.to_string(),
    };
    e.chain().map(part).collect::<Vec<_>>().join(": ")
}

/// Writes to standard error; when even that is closed there is nobody left to tell.
pub fn complain(text: std::fmt::Arguments<'_>) {
    let _ = std::io::stderr().lock().write_fmt(text);
}

/// Prints a line; a reader who has gone away (`| head`) is no failure, see [`ended`].
#[macro_export]
macro_rules! out {
    () => { $crate::say::text(format_args!("\n")) };
    ($($arg:tt)*) => { $crate::say::text(format_args!("{}\n", format_args!($($arg)*))) };
}

/// Prints text as it is. See [`out!`](crate::out).
pub fn text(text: std::fmt::Arguments<'_>) {
    // The first failure is remembered.
    let _ = Stdout.write_fmt(text);
}

/// What first went wrong with standard output.
static TROUBLE: OnceLock<Error> = OnceLock::new();

/// Standard output that remembers its first failure.
pub struct Stdout;

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        std::io::stdout().lock().write(bytes).map_err(remembered)
    }

    fn flush(&mut self) -> Result<()> {
        std::io::stdout().lock().flush().map_err(remembered)
    }
}

fn remembered(e: Error) -> Error {
    if e.kind() != std::io::ErrorKind::Interrupted {
        let _ = TROUBLE.set(Error::new(e.kind(), store::error::io_text(&e)));
    }
    e
}

/// Whether the reader of standard output has gone away: no failure, and nothing more to say.
pub fn closed() -> bool {
    TROUBLE.get().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Whether everything printed so far has arrived.
///
/// # Errors
/// When standard output did not take it.
pub fn shown() -> anyhow::Result<()> {
    let _ = Stdout.flush();
    match TROUBLE.get() {
        Some(e) if !closed() => {
            Err(anyhow::anyhow!("Keluaran tidak dapat ditulis: {e}. Periksa tempat tujuannya, lalu ulangi."))
        }
        _ => Ok(()),
    }
}

/// The exit code of work that went well, once its output has arrived. A reader who has gone away makes it
/// what the shell says of a program stopped by SIGPIPE.
pub fn ended(code: ExitCode) -> ExitCode {
    match shown() {
        Err(e) => {
            complain(format_args!("sinergi: {e}\n"));
            ExitCode::from(1)
        }
        Ok(()) if closed() => ExitCode::from(141),
        Ok(()) => code,
    }
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
