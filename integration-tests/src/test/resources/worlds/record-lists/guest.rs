mod bindings;

use bindings::exports::test::record_lists::rows::{self, Row, U128};
use bindings::test::record_lists::keeper;
use bindings::test::record_lists::types::{Kind, Rights};

struct Component;

impl rows::Guest for Component {
    fn same(rows: Vec<Row>) -> Vec<Row> {
        rows.to_vec()
    }

    fn total(rows: Vec<Row>) -> i64 {
        rows.iter()
            .filter(|row| row.open && row.kind != Kind::Fee && row.rights.contains(Rights::WRITE))
            .map(|row| row.amount * i64::from(row.small))
            .sum()
    }

    fn count(count: u32) -> Vec<Row> {
        (0..count)
            .map(|i| Row {
                id: U128 { low: u64::from(i), high: -i64::from(i) as u64 },
                kind: Kind::Credit,
                open: i % 2 == 0,
                amount: -i64::from(i),
                letter: char::from_u32(0x10000 + i).unwrap(),
                share: i as f32 / 2.0,
                small: i as i8,
                rate: f64::from(i) / 3.0,
                code: i as u16,
                rights: Rights::from_bits(i as u8),
            })
            .collect()
    }

    fn pass_on(rows: Vec<Row>) -> Vec<U128> {
        keeper::keep(&rows)
    }

    fn double(id: U128) -> bool {
        let Some(row) = keeper::find(id) else {
            return false;
        };
        keeper::both(id, row, keeper::first());
        keeper::replace(id, Row { amount: 2 * row.amount, ..row })
    }

    fn nested(rows: Vec<Vec<Row>>, ids: Option<Vec<U128>>) -> (Vec<Vec<Row>>, Option<Vec<U128>>) {
        (rows, ids)
    }
}
