mod bindings;

use bindings::exports::test::chars::echo;

struct Component;

impl echo::Guest for Component {
    fn echo_char(v: char) -> char {
        v
    }

    fn echo_bool(v: bool) -> bool {
        v
    }

    fn is_letter(v: char) -> bool {
        v.is_alphabetic()
    }
}
