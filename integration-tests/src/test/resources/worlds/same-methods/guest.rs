mod bindings;

use bindings::exports::test::same_methods::left;
use bindings::exports::test::same_methods::right;

struct Component;

impl left::Guest for Component {
    fn name() -> String {
        "left".to_owned()
    }
}

impl right::Guest for Component {
    fn name() -> u32 {
        2
    }
}

impl bindings::Guest for Component {
    fn name() -> bool {
        true
    }
}
