mod bindings;

use bindings::exports::test::enums::echo::{self, Color, Many};

struct Component;

impl echo::Guest for Component {
    fn one(v: Color) -> Color {
        v
    }

    fn next(v: Many) -> Many {
        Many::ALL[(v as usize + 1) % Many::ALL.len()]
    }

    fn all(v: Vec<Many>) -> Vec<Many> {
        v
    }
}
