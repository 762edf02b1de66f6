//! The tokens of RTF: groups, control words, signs and text; what `\bin` counts off is passed over.

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    /// `{`.
    Open,
    /// `}`.
    Close,
    /// `\word` with its number.
    Word(&'b str, Option<i32>),
    /// `\` and a sign.
    Symbol(u8),
    /// `\'xx`.
    Hex(u8),
    /// Bytes of text, without line ends.
    Text(&'b [u8]),
}

/// Cuts bytes into tokens, whatever they are.
pub(super) struct Lexer<'b> {
    rest: &'b [u8],
}

impl<'b> Lexer<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Takes bytes off the front as long as they are so.
    fn take_while(&mut self, is_so: impl Fn(u8) -> bool) -> &'b [u8] {
        let end = self.rest.iter().position(|byte| !is_so(*byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or(&[]);
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'b>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            let digits = self.rest.get(1..3).and_then(|digits| std::str::from_utf8(digits).ok());
            let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.skip(if code.is_some() { 3 } else { 1 });
            return Some(code.map_or(Token::Text(&[]), Token::Hex));
        }
        if !first.is_ascii_alphabetic() {
            self.skip(1);
            return Some(Token::Symbol(first));
        }
        let word = std::str::from_utf8(self.take_while(|byte| byte.is_ascii_alphabetic())).unwrap_or_default();
        let negative = self.rest.first() == Some(&b'-') && self.rest.get(1).is_some_and(u8::is_ascii_digit);
        self.skip(usize::from(negative));
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<i32>().ok());
        let number = number.map(|number| if negative { -number } else { number });
        self.skip(usize::from(self.rest.first() == Some(&b' ')));
        if word == "bin" {
            self.skip(number.and_then(|count| usize::try_from(count).ok()).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }
}

impl<'b> Iterator for Lexer<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        self.take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let token = match *self.rest.first()? {
            b'{' => Token::Open,
            b'}' => Token::Close,
            b'\\' => {
                self.skip(1);
                return self.control();
            }
            _ => {
                return Some(Token::Text(self.take_while(|byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n'))));
            }
        };
        self.skip(1);
        Some(token)
    }
}
