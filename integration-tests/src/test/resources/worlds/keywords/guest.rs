mod bindings;

use bindings::exports::test::package::interface::{self, Enum, Record};

struct Component;

impl interface::Guest for Component {
    fn both(of: Record, one: Enum) -> (Record, Enum) {
        (Record { static_: !of.static_, ..of }, one)
    }

    fn switch(record: u8, package: String, null: bool) -> String {
        format!("{package}{record}{null}")
    }

    fn to_string() -> String {
        "text".to_owned()
    }

    fn hash_code(int: i32) -> i32 {
        -int
    }
}
