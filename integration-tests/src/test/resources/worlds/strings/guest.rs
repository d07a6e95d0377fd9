mod bindings;

use bindings::exports::test::strings::echo;

struct Component;

impl echo::Guest for Component {
    fn echo_text(v: String) -> String {
        v
    }

    fn join(a: String, b: String) -> String {
        a + &b
    }

    fn code_points(v: String) -> Vec<u32> {
        v.chars().map(u32::from).collect()
    }
}
