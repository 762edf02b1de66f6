//! In which order the rows of a table stand.

use std::cmp::Ordering;

use crate::analysis::table::{Cell, Table};
use crate::lang::Language;
use crate::text::collation;
use crate::text::tongue::Tongue;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The least first.
    Up,
    /// The most first.
    Down,
}

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: usize,
    /// The way.
    pub way: Way,
}

impl Sort {
    /// What a click on the head of a column makes of the order: numbers from the most and words from a to å, then the
    /// other way round, then as the table was.
    pub(super) fn next(now: Option<Self>, column: usize, table: &Table) -> Option<Self> {
        let numbers = table.columns.get(column).is_some_and(|column| column.kind.is_number());
        let (first, second) = if numbers { (Way::Down, Way::Up) } else { (Way::Up, Way::Down) };
        match now.filter(|sort| sort.column == column) {
            None => Some(Self { column, way: first }),
            Some(sort) if sort.way == first => Some(Self { column, way: second }),
            Some(_) => None,
        }
    }
}

/// The rows in their order; those that are alike, and those without a value at the end, stay as they were.
pub(super) fn rows(table: &Table, sort: Option<Sort>, language: Language) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..table.rows.len()).collect();
    let Some(Sort { column, way }) = sort else { return rows };
    let tongue = match language {
        Language::Bokmal => Tongue::Bokmal,
        Language::English => Tongue::English,
    };
    let keys: Vec<Value> = table.rows.iter().map(|row| Value::of(row.cells.get(column), tongue)).collect();
    rows.sort_by(|one, other| match (keys.get(*one), keys.get(*other)) {
        (Some(one), Some(other)) => one.against(other, way),
        _ => Ordering::Equal,
    });
    rows
}

/// A cell as it is sorted.
enum Value {
    Nothing,
    Number(f64),
    Words(Vec<u8>),
}

impl Value {
    fn of(cell: Option<&Cell>, tongue: Tongue) -> Self {
        match cell {
            None | Some(Cell::Empty) => Self::Nothing,
            #[expect(clippy::cast_precision_loss, reason = "counts are far below the limit")]
            Some(Cell::Count(count)) => Self::Number(*count as f64),
            Some(Cell::Share(number) | Cell::Real(number)) => Self::Number(*number),
            Some(Cell::Text(words) | Cell::Node { name: words, .. }) => Self::Words(collation::key(words, tongue)),
        }
    }

    fn against(&self, other: &Self, way: Way) -> Ordering {
        let turned = |order: Ordering| if way == Way::Up { order } else { order.reverse() };
        match (self, other) {
            (Self::Nothing, Self::Nothing) => Ordering::Equal,
            (Self::Nothing, _) => Ordering::Greater,
            (_, Self::Nothing) => Ordering::Less,
            (Self::Number(one), Self::Number(other)) => turned(one.total_cmp(other)),
            (Self::Words(one), Self::Words(other)) => turned(one.cmp(other)),
            (Self::Number(_), Self::Words(_)) => Ordering::Less,
            (Self::Words(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Sort, Way, rows};
    use crate::analysis::table::{Cell, Column, Kind, Row, Table};
    use crate::lang::Language;

    #[test]
    fn a_click_sorts_another_turns_and_a_third_puts_all_back() {
        let row = |name: &str, cell| Row::new(vec![Cell::text(name), cell]);
        let columns = vec![Column::new("Kode", Kind::Text, 20), Column::new("Kodinger", Kind::Count, 10)];
        let given = [("ås", Cell::Count(2)), ("ære", Cell::Empty), ("alt", Cell::Count(10)), ("øl", Cell::Count(2))];
        let given = given.into_iter().map(|(name, cell)| row(name, cell)).collect();
        let table = Table { title: String::new(), columns, rows: given };
        let order = |sort| rows(&table, sort, Language::Bokmal);
        let first = Sort::next(None, 1, &table);
        assert_eq!(first.map(|sort| sort.way), Some(Way::Down));
        assert_eq!(order(first), [2, 0, 3, 1]);
        let second = Sort::next(first, 1, &table);
        assert_eq!(order(second), [0, 3, 2, 1]);
        assert_eq!(Sort::next(second, 1, &table), None);
        assert_eq!(order(None), [0, 1, 2, 3]);
        assert_eq!(order(Sort::next(first, 0, &table)), [2, 1, 3, 0]);
    }
}
