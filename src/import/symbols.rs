//! What the signs of the symbol fonts are that word processors use for bullets, arrows and smileys.

/// Signs of Wingdings, by their codes without the shift to the private area.
const WINGDINGS: &[(u32, char)] = &[
    (0x28, '☎'),
    (0x4a, '☺'),
    (0x4b, '😐'),
    (0x4c, '☹'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

/// Signs of Symbol (Adobe, Symbol Set Encoding).
const SYMBOL: &[(u32, char)] = &[
    (0x2d, '−'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x63, 'χ'),
    (0x64, 'δ'),
    (0x6b, 'κ'),
    (0x6c, 'λ'),
    (0x6d, 'μ'),
    (0x70, 'π'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd6, '√'),
    (0xde, '⇒'),
    (0xe5, '∑'),
];

/// The letter that a sign of a font stands for; `None` where the font alone knows.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let bare = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let table = match font.to_lowercase().as_str() {
        "wingdings" => Some(WINGDINGS),
        "symbol" => Some(SYMBOL),
        _ => None,
    };
    match table {
        Some(table) => table.iter().find(|(known, _)| *known == bare).map(|(_, letter)| *letter),
        None => char::from_u32(code).filter(|letter| !('\u{e000}'..='\u{f8ff}').contains(letter)),
    }
}
