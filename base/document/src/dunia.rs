//! The world a template sees: the templates, the data, the files handed to it, three fonts. No disk, no
//! network, no clock.

use kernel::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// What all letters share.
pub struct Alas {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

const FONTS: [&[u8]; 3] = [
    include_bytes!("../huruf/Arimo-Regular.ttf"),
    include_bytes!("../huruf/Arimo-Bold.ttf"),
    include_bytes!("../huruf/Arimo-Italic.ttf"),
];

impl Alas {
    pub fn new() -> Alas {
        let fonts: Vec<Font> = FONTS.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect();
        let library = LazyHash::new(Library::default());
        Alas { library, book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// The font that decides which characters can be drawn; the others hold the same.
    pub fn font(&self) -> Option<&FontInfo> {
        self.fonts.first().map(Font::info)
    }
}

/// One letter's world.
pub struct Dunia {
    pub alas: Arc<Alas>,
    pub main: FileId,
    pub sources: BTreeMap<String, Source>,
    pub files: BTreeMap<String, Bytes>,
    pub tanggal: Date,
}

impl World for Dunia {
    fn library(&self) -> &LazyHash<Library> {
        &self.alas.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.alas.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        found(&self.sources, id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        found(&self.files, id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.alas.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        datetime(self.tanggal)
    }
}

/// A file by its path. Packages would have to be fetched: there is no network here.
fn found<T: Clone>(files: &BTreeMap<String, T>, id: FileId) -> FileResult<T> {
    let path = id.vpath().get_without_slash();
    let file = files.get(path).filter(|_| matches!(id.root(), VirtualRoot::Project));
    file.cloned().ok_or_else(|| FileError::NotFound(path.into()))
}

/// The name of a file in this world.
pub fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Midnight of a day.
pub fn datetime(date: Date) -> Option<Datetime> {
    let (year, month, day) = date.ymd();
    Datetime::from_ymd_hms(i32::from(year), month.try_into().ok()?, day.try_into().ok()?, 0, 0, 0)
}
