//! The fonts of an RTF file, and how each writes its letters.

use std::collections::BTreeMap;

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

/// How the letters of a font are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// In an encoding.
    In(&'static Encoding),
    /// As signs of a symbol font.
    Signs,
}

/// The table of fonts, and what holds for all of them.
pub(super) struct Fonts {
    page: &'static Encoding,
    usual: i32,
    known: BTreeMap<i32, Font>,
    current: i32,
}

#[derive(Default)]
struct Font {
    charset: Option<i32>,
    page: Option<i32>,
    name: String,
}

impl Fonts {
    pub(super) fn new() -> Self {
        Self { page: WINDOWS_1252, usual: 0, known: BTreeMap::new(), current: 0 }
    }

    /// Takes up a control word that says something of fonts; `true` if it did.
    pub(super) fn header(&mut self, word: &str, number: Option<i32>) -> bool {
        match word {
            "mac" => self.page = MACINTOSH,
            "ansicpg" => self.page = number.and_then(code_page).unwrap_or(self.page),
            "deff" => self.usual = number.unwrap_or(0),
            _ => return false,
        }
        true
    }

    /// Takes up a control word within the table.
    pub(super) fn entry(&mut self, word: &str, number: Option<i32>) {
        match word {
            "f" => self.current = number.unwrap_or(0),
            "fcharset" => self.font().charset = number,
            "cpg" => self.font().page = number,
            _ => {}
        }
    }

    /// Takes up a part of a font's name.
    pub(super) fn name(&mut self, bytes: &[u8]) {
        let name = String::from_utf8_lossy(bytes).replace(';', "");
        self.font().name.push_str(&name);
    }

    fn font(&mut self) -> &mut Font {
        self.known.entry(self.current).or_default()
    }

    /// The name of a font, and how its letters are written; the usual font's where none is said.
    pub(super) fn letters(&self, font: Option<i32>) -> (&str, Letters) {
        let Some(font) = self.known.get(&font.unwrap_or(self.usual)) else { return ("", Letters::In(self.page)) };
        let of_page = font.page.and_then(code_page);
        let letters = match (font.charset, of_page) {
            (Some(2), _) => Letters::Signs,
            (_, Some(page)) => Letters::In(page),
            (Some(charset), None) => Letters::In(self.of_charset(charset)),
            (None, None) => Letters::In(self.page),
        };
        (font.name.trim(), letters)
    }

    /// The encoding of a character set (RTF specification 1.9.1, font table).
    fn of_charset(&self, charset: i32) -> &'static Encoding {
        match charset {
            // Windows' western letters, but for files from another system.
            0 if self.page != MACINTOSH && self.page != UTF_8 => WINDOWS_1252,
            77 => MACINTOSH,
            128 => SHIFT_JIS,
            129 | 130 => EUC_KR,
            134 => GBK,
            136 => BIG5,
            161 => WINDOWS_1253,
            162 => WINDOWS_1254,
            163 => WINDOWS_1258,
            177 => WINDOWS_1255,
            178 => WINDOWS_1256,
            186 => WINDOWS_1257,
            204 => WINDOWS_1251,
            222 => WINDOWS_874,
            238 => WINDOWS_1250,
            _ => self.page,
        }
    }
}

fn code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        65001 => UTF_8,
        _ => return None,
    })
}
